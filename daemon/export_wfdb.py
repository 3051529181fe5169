"""WFDB records: NAME.hea, NAME.dat (format 16 or 32, a unit is 1 uV), NAME.atr (beats, rhythm, events)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from agent.when.model import local
from daemon.annotations import write_marks
from daemon.export_marks import with_spans
from daemon.export_record import TooWide

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from numpy.typing import NDArray

    from daemon.export_marks import Marks, Span
    from daemon.export_signal import Part
    from dsp.types import IntArray

ANNOTATIONS: Final = "atr"
WIDTHS: Final[dict[int, tuple[int, np.dtype[np.signedinteger[Any]]]]] = {  # attempts: the lean one first
    1: (16, np.dtype("<i2")),
    2: (32, np.dtype("<i4")),
}
STEPS: Final = tuple(WIDTHS)
BLOCK: Final = 1 << 16  # missing samples written at once
CHECKSUM: Final = 1 << 16


class WfdbSink:
    """One record. Missing samples are the format's own: the lowest number it has."""

    def __init__(self, folder: Path, name: str, tz: ZoneInfo, attempt: int) -> None:
        self._folder, self._name, self._tz = folder, name, tz
        self._format, self._type = WIDTHS[attempt]
        self._invalid = int(np.iinfo(self._type).min)
        self._file = (folder / f"{name}.dat").open("wb")
        self._first: int | None = None
        self._sum = 0

    def add(self, uv: IntArray) -> None:
        """Write samples."""
        if len(uv) and (low := int(uv.min())) <= self._invalid:
            self._file.close()
            raise TooWide(low)
        if len(uv) and (high := int(uv.max())) > np.iinfo(self._type).max:
            self._file.close()
            raise TooWide(high)
        self._put(uv.astype(self._type))

    def skip(self, n: int) -> None:
        """Write ``n`` missing samples."""
        while n > 0:
            self._put(np.full(min(n, BLOCK), self._invalid, self._type))
            n -= BLOCK

    def _put(self, values: NDArray[np.signedinteger[Any]]) -> None:
        if self._first is None and len(values):
            self._first = int(values[0])
        self._sum += int(values.sum(dtype=np.int64))
        self._file.write(values.tobytes())

    def close(self, part: Part, found: Marks, holes: tuple[Span, ...]) -> None:
        """Write header and annotations."""
        self._file.close()
        began = local(part.start_ns, self._tz)
        lead = part.session.lead or "ECG"
        checksum = (self._sum + CHECKSUM // 2) % CHECKSUM - CHECKSUM // 2
        width, first = self._format, self._first or 0
        lines = (
            f"{self._name} 1 {part.rate_hz:.10g} {part.n} {began:%H:%M:%S.%f} {began:%d/%m/%Y}",
            f"{self._name}.dat {width} 1000(0)/mV {width} 0 {first} {checksum} 0 {lead}",
            f"# start: {began.isoformat()} ({self._tz.key})",
            f"# device: {part.session.device}, session {part.session.id}, first sample {part.start}",
            f"# nominal rate: {part.session.fs_hz:g} Hz",
            "# missing samples and those with an electrode off are invalid samples",
            "# made by Hearth, not a medical device",
        )
        (self._folder / f"{self._name}.hea").write_text(
            "\n".join(lines) + "\n", encoding="ascii", errors="replace"
        )
        marked = with_spans(found, holes)
        if marked:
            write_marks(self._folder, self._name, ANNOTATIONS, marked, part.rate_hz)
