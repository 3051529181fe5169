"""WFDB records (PhysioNet): a header ``NAME.hea`` and its signal files (.dat, .mat)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ingest.tracing import Recording, RecordingError, check_length, check_rate, usable_leads, uv_per_unit

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import FloatArray

MAX_HEADER_BYTES: Final = 4 << 20  # a header of a thousand segments is 40 kB

# What wfdb raises on a header or signal file that is not what it says (it checks little).
_BROKEN: Final = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError)


def read_wfdb(header: Path, *, fs_hz: float | None = None) -> Recording:
    """Open a WFDB record by its header file. ``fs_hz`` replaces the header's rate.

    Raises:
        RecordingError: the header or a signal file is missing, broken or too large.
    """
    import wfdb  # noqa: PLC0415 - 0.5 s and pandas: only when a record is really read

    if not header.is_file():
        raise RecordingError(header, "no such file", "a WFDB header NAME.hea")
    if header.stat().st_size > MAX_HEADER_BYTES:
        raise RecordingError(header, "header too large", f"at most {MAX_HEADER_BYTES} bytes")
    record = str(header.resolve().with_suffix(""))
    try:
        head = wfdb.rdheader(record, rd_segments=True)
        signals, start = _signals(head), _start(head)
        n = int(head.sig_len or 0)
    except _BROKEN as error:
        raise RecordingError(header, f"unreadable header ({error})", "a WFDB header") from error
    _check_files(header, head)
    kept, rate, remarks = usable_leads(header, signals)
    n *= round(rate / float(head.fs))

    def read(lead: int) -> FloatArray:
        channel = kept[lead]
        frames = isinstance(head, wfdb.Record) and max(head.samps_per_frame or [1]) > 1
        try:
            got = wfdb.rdrecord(record, channels=[channel], smooth_frames=not frames)
        except _BROKEN as error:
            raise RecordingError(
                header, f"unreadable signal ({error})", "the signal the header describes"
            ) from error
        values = got.e_p_signal[0] if frames else got.p_signal[:, 0]
        scale = uv_per_unit(signals[channel][1]) or 1.0
        return np.asarray(values, dtype=np.float64) * scale

    return Recording(
        name=header.stem,
        fs_hz=check_rate(header, fs_hz or rate),
        leads=tuple(signals[i][0] for i in kept),
        n=check_length(header, n),
        start=start,
        remarks=remarks,
        read=read,
    )


def segment_names(header: Path) -> set[str]:
    """Names of the segments a multi-segment header lists; empty for a plain record."""
    try:
        with header.open(encoding="utf-8", errors="replace") as file:
            lines = [line.split() for line in file.read(MAX_HEADER_BYTES).splitlines() if line.strip()]
    except OSError:
        return set()
    body = [line for line in lines if not line[0].startswith("#")]
    if not body or "/" not in body[0][0]:
        return set()
    return {line[0] for line in body[1:]}


def _signals(head: Any) -> list[tuple[str, str, float]]:  # noqa: ANN401 - wfdb is untyped
    """(name, unit, rate) of each signal; a segmented record's are those of its first segment with signals."""
    described = head
    if hasattr(head, "segments"):
        described = next(segment for segment in head.segments if segment is not None and segment.n_sig)
    names = described.sig_name or []
    frames = described.samps_per_frame or [1] * len(names)
    units = described.units or []
    return [
        (name or f"signal {i}", unit or "", float(head.fs) * (spf or 1))
        for i, (name, unit, spf) in enumerate(zip(names, units, frames, strict=True))
    ]


def _check_files(header: Path, head: Any) -> None:  # noqa: ANN401 - wfdb is untyped
    """Signal files must lie beside their header (wfdb itself refuses a name with a folder in it)."""
    heads = [s for s in head.segments if s is not None] if hasattr(head, "segments") else [head]
    for name in {name for h in heads for name in (h.file_name or []) if name != "~"}:
        if not (header.parent / name).is_file():
            raise RecordingError(header, f"signal file {name} is missing", "it beside the header")


def _start(head: Any) -> datetime | None:  # noqa: ANN401 - wfdb is untyped
    if head.base_date is None or head.base_time is None:
        return None
    return datetime.combine(head.base_date, head.base_time)
