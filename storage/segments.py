"""Analysis windows as rows: from :class:`dsp.types.Window` and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from dsp.interval_types import Measure
from storage.errors import BadResult
from storage.measures import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsp.types import Window
    from storage.sessions import Session

LONGEST_WINDOW_S: Final = 300  # bounds how far before a moment the windows that contain it can begin


class SegmentRow(msgspec.Struct, frozen=True):
    """One stored analysis window; the same names and units as :class:`dsp.types.Window`."""

    session: int
    start: int
    n: int
    device: str
    start_ns: int
    end_ns: int
    quality: float
    analysable: bool
    reasons: tuple[str, ...]
    rhythm: str
    probability: float | None
    model: str
    n_beats: int
    n_s: int
    n_v: int
    hr_bpm: float | None
    rr_ms: float | None
    rmssd_ms: float | None
    pr_ms: float | None
    qrs_ms: float | None
    qt_ms: float | None
    qtcf_ms: float | None
    p_ms: float | None
    flags: tuple[str, ...]
    null_reasons: dict[str, str]
    version: str
    measures: dict[str, Measure] = {}  # empty where not analysable, without a waveform, or of older versions
    rhythm_30s: str | None = None  # of the half minute that ends with the window, where it was told
    probability_30s: float | None = None


FIELDS: Final = SegmentRow.__struct_fields__


def columns(state: Session, window: Window, start_ns: int, end_ns: int, version: str) -> tuple[Any, ...]:
    """The row of a window of session ``state``, in the order of :data:`FIELDS`.

    Raises:
        BadResult: the window is empty or longer than ``LONGEST_WINDOW_S``.
    """
    if not 0 < window.n <= LONGEST_WINDOW_S * state.fs_hz:
        raise BadResult(f"a window has 1 sample to {LONGEST_WINDOW_S} s of samples, not {window.n}")
    quality = window.quality
    return (
        state.id,
        window.start,
        window.n,
        state.device,
        start_ns,
        end_ns,
        quality.score,
        quality.analysable,
        _array([reason.value for reason in quality.reasons]),
        window.rhythm.value,
        window.probability,
        window.model,
        window.n_beats,
        window.n_s,
        window.n_v,
        window.hr_bpm,
        window.rr_ms,
        window.rmssd_ms,
        window.pr_ms,
        window.qrs_ms,
        window.qt_ms,
        window.qtcf_ms,
        window.p_ms,
        _array(window.flags),
        _object(window.null_reasons),
        version,
        packed(window.measures) if quality.analysable else "{}",
        None if window.rhythm_30s is None else window.rhythm_30s.value,
        window.probability_30s,
    )


def segment(row: tuple[Any, ...]) -> SegmentRow:
    """Undo :func:`columns`, as far as a row says."""
    reasons, flags = (tuple(msgspec.json.decode(row[i])) for i in (8, 23))
    nulls, measures = msgspec.json.decode(row[24]), unpacked(row[26])
    values = (*row[:7], bool(row[7]), reasons, *row[9:23], flags, nulls, row[25], measures, *row[27:])
    return SegmentRow(*values)


def _array(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode() if values else "[]"


def _object(values: Mapping[str, str]) -> str:
    return msgspec.json.encode(dict(values)).decode() if values else "{}"
