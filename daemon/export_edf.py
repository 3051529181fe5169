"""EDF+C files, written record by record, so that a day takes no more memory than a second.

EDF has no sign for a missing sample, and few programs read EDF+D (the discontinuous kind): so a hole ends a
file. Where it is filled instead, and behind the last sample of the last record, the lowest digital value
stands for "no sample", and an annotation says from when to when.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from agent.when.model import local
from daemon.export_marks import Span
from daemon.export_record import TooWide

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from daemon.export_marks import Marks
    from daemon.export_signal import Part
    from dsp.types import IntArray

STEPS: Final = (1, 2, 4, 8, 16, 32, 64, 128)  # microvolts a unit; the last holds 4 V
NO_SAMPLE: Final = -32768
HIGHEST: Final = 32767
FIELD: Final = 256  # bytes of header for the file, and for each of its signals
SIGNALS: Final = 2
LEAST_NOTES: Final = 32  # bytes of annotations in a record
MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
NS: Final = 10**9


class EdfSink:
    """One file. The samples wait in NAME.part until the annotations, and so a record's size, are known."""

    def __init__(self, folder: Path, name: str, tz: ZoneInfo, step: int) -> None:
        self._target, self._part = folder / f"{name}.edf", folder / f"{name}.part"
        self._tz, self._step = tz, step
        self._file = self._part.open("wb")

    def add(self, uv: IntArray) -> None:
        """Write samples."""
        values = uv if self._step == 1 else np.rint(uv / self._step)
        for value in (values.min(), values.max()) if len(uv) else ():
            if not NO_SAMPLE < value <= HIGHEST:
                self._file.close()
                raise TooWide(int(value) * self._step)
        self._file.write(values.astype("<i2").tobytes())

    def skip(self, n: int) -> None:
        """Write ``n`` missing samples."""
        block = np.full(1 << 16, NO_SAMPLE, "<i2").tobytes()
        for at in range(0, 2 * n, len(block)):
            self._file.write(block[: 2 * n - at])

    def close(self, part: Part, found: Marks, holes: tuple[Span, ...]) -> None:
        """Write the file from what was collected."""
        self._file.close()
        size = max(1, round(part.session.fs_hz))
        count = math.ceil(part.n / size)
        seconds = float(_number(size / part.rate_hz))
        offset_s = part.start_ns % NS / NS
        padded = (
            (Span(part.n, count * size - part.n, "no signal: end of recording"),)
            if count * size > part.n
            else ()
        )
        notes = _notes(found, holes, padded, seconds / size, offset_s)
        room = _room(notes, count)
        with self._part.open("rb") as source, self._target.open("wb") as target:
            target.write(self._header(part, count, seconds, size, room // 2))
            waiting = iter([*notes, b""])
            note = next(waiting)
            for number in range(count):
                values = source.read(2 * size)
                target.write(values + np.full(size - len(values) // 2, NO_SAMPLE, "<i2").tobytes())
                block = f"+{offset_s + number * seconds:.7f}\x14\x14\x00".encode()
                while note and len(block) + len(note) <= room:
                    block += note
                    note = next(waiting)
                target.write(block.ljust(room, b"\x00"))
        self._part.unlink()

    def _header(self, part: Part, count: int, seconds: float, size: int, room: int) -> bytes:
        began = local(part.start_ns, self._tz)
        date = f"{began.day:02d}-{MONTHS[began.month - 1]}-{began.year}"
        step, lead = self._step, part.session.lead or "?"
        head = (
            ("0", 8),
            ("X X X X", 80),
            (f"Startdate {date} X X Hearth_{part.session.device}", 80),
            (f"{began:%d.%m.%y}", 8),
            (f"{began:%H.%M.%S}", 8),
            (str(FIELD * (1 + SIGNALS)), 8),
            ("EDF+C", 44),
            (str(count), 8),
            (_number(seconds), 8),
            (str(SIGNALS), 4),
        )
        columns = (
            ((f"ECG {lead}", "EDF Annotations"), 16),
            (("", ""), 80),
            (("uV", ""), 8),
            ((str(NO_SAMPLE * step), "-1"), 8),
            ((str(HIGHEST * step), "1"), 8),
            ((str(NO_SAMPLE), "-32768"), 8),
            ((str(HIGHEST), "32767"), 8),
            ((f"none; no sample: {NO_SAMPLE * step} uV", ""), 80),
            ((str(size), str(room)), 8),
            (("", ""), 32),
        )
        text = [_field(value, width) for value, width in head]
        text += [_field(value, width) for values, width in columns for value in values]
        return "".join(text).encode("ascii")


def _field(text: str, width: int) -> str:
    plain = text.encode("ascii", "replace").decode()
    return plain[:width].ljust(width)


def _number(value: float) -> str:
    """A number in at most eight characters, as exact as they allow."""
    if value == int(value):
        return str(int(value))
    return f"{value:.7f}"[:8].rstrip("0")


def _notes(
    found: Marks, holes: tuple[Span, ...], padded: tuple[Span, ...], sample_s: float, offset_s: float
) -> list[bytes]:
    """Annotations in order of time, as EDF+ writes them: onset, length, text."""
    made = [(beat.sample, 0, f"beat {beat.label.value}") for beat in found.beats]
    made += [(mark.sample, 0, f"rhythm {mark.aux}") for mark in found.wfdb if mark.symbol == "+"]
    made += [
        (mark.sample, 0, "noise" if mark.subtype else "end of noise")
        for mark in found.wfdb
        if mark.symbol == "~"
    ]
    made += [(span.start, span.n, span.text) for span in (*found.spans, *holes, *padded)]
    return [
        f"+{offset_s + at * sample_s:.6f}".encode()
        + (f"\x15{n * sample_s:.6f}".encode() if n else b"")
        + f"\x14{text}\x14\x00".encode()
        for at, n, text in sorted(made)
    ]


def _room(notes: list[bytes], count: int) -> int:
    """Bytes of annotations in each record: enough for all of them, however they fall."""
    head = LEAST_NOTES
    longest = max((len(note) for note in notes), default=0)
    needed = head + longest + math.ceil(sum(len(note) for note in notes) / max(1, count))
    return needed + needed % 2
