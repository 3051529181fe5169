"""A recording as files that other programs read: what WFDB and EDF+ have in common."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from daemon.export_marks import Marks, Span, marks
from daemon.export_signal import pieces
from dsp.types import HearthError
from storage import samples

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from daemon.export_signal import Part, Piece
    from dsp.types import IntArray


class TooWide(HearthError):
    """A voltage that the format cannot hold at this resolution. ``uv``: it."""

    def __init__(self, uv: int) -> None:
        super().__init__(f"{uv} microvolts do not fit into this format")
        self.uv = uv


class Sink(Protocol):
    """A file being written. Raises TooWide from ``add``."""

    def add(self, uv: IntArray) -> None:
        """Samples, int32 (n,), microvolts."""

    def skip(self, n: int) -> None:
        """Samples that are missing."""

    def close(self, part: Part, found: Marks, holes: tuple[Span, ...]) -> None:
        """The end: ``part`` is what was written, the rest what is to be marked in it."""


@dataclass(slots=True)
class Tally:
    """What was written. ``missing``: samples by reason; ``step``: the highest of any file."""

    files: int = 0
    samples: int = 0
    beats: int = 0
    missing: dict[str, float] = field(default_factory=dict)
    step: int = 1


@dataclass(slots=True)
class Recorder:
    """Writes parts with sinks that ``make`` opens: in a folder, by a name, with a step.

    ``split``: a hole ends a file, and the next one begins behind it; else holes are filled with what the
    format has for a missing sample. ``steps``: what ``make`` is given, in order, until the voltages fit.
    """

    conn: sqlite3.Connection
    folder: Path
    make: Callable[[Path, str, int], Sink]
    split: bool
    steps: tuple[int, ...]
    advance: Callable[[int], None]
    tally: Tally = field(default_factory=Tally)
    _names: set[str] = field(default_factory=set)

    def write(self, part: Part) -> None:
        """Write one part; again with coarser units where its voltages are too high.

        Raises:
            TooWide: they are too high for the coarsest, too.
        """
        for step in self.steps:
            names = set(self._names)
            try:
                tally = self._attempt(part, step)
            except TooWide:
                for name in self._names - names:
                    for file in self.folder.glob(f"{name}.*"):
                        file.unlink()
                self._names = names
                if step == self.steps[-1]:
                    raise
            else:
                self._count(tally, step)
                return

    def _attempt(self, part: Part, step: int) -> Tally:
        tally, sink, first = Tally(), None, part.start
        holes: list[Piece] = []
        for piece in pieces(self.conn, part):
            if piece.uv is None:
                seconds = piece.n / part.session.fs_hz
                tally.missing[piece.why] = tally.missing.get(piece.why, 0.0) + seconds
                if sink is not None and self.split:
                    self._close(sink, self._cut(part, first, piece.start), [], tally)
                    sink = None
                elif not self.split:
                    sink = sink or self.make(self.folder, self._name(part), step)
                    sink.skip(piece.n)
                    holes.append(piece)
            else:
                if sink is None:
                    first = piece.start if self.split else part.start
                    sink = self.make(self.folder, self._name(self._cut(part, first, part.end)), step)
                sink.add(piece.uv)
                tally.samples += piece.n
            self.advance(piece.n)
        if sink is not None:
            self._close(sink, self._cut(part, first, part.end), holes, tally)
        return tally

    def _close(self, sink: Sink, part: Part, holes: list[Piece], tally: Tally) -> None:
        found = marks(self.conn, part)
        sink.close(part, found, _merged(holes, part))
        tally.files += 1
        tally.beats += len(found.beats)

    def _cut(self, part: Part, start: int, end: int) -> Part:
        if (start, end) == (part.start, part.end):
            return part
        wall = [samples.wall_ns(self.conn, part.session.id, at) for at in (start, end)]
        return replace(part, start=start, end=end, start_ns=wall[0], end_ns=wall[1])

    def _name(self, part: Part) -> str:
        """A name that no file has yet."""
        stem = f"{part.session.device}-{part.moment}"
        name, number = stem, 2
        while name in self._names:
            name, number = f"{stem}-{number}", number + 1
        self._names.add(name)
        return name

    def _count(self, tally: Tally, step: int) -> None:
        mine = self.tally
        mine.files += tally.files
        mine.samples += tally.samples
        mine.beats += tally.beats
        mine.step = max(mine.step, step)
        for why, seconds in tally.missing.items():
            mine.missing[why] = mine.missing.get(why, 0.0) + seconds


def _merged(holes: list[Piece], part: Part) -> tuple[Span, ...]:
    """Holes as stretches; neighbours with one reason are one."""
    made: list[Span] = []
    for hole in holes:
        text, start = f"no signal: {hole.why}", hole.start - part.start
        if made and made[-1].text == text and made[-1].start + made[-1].n == start:
            made[-1] = replace(made[-1], n=made[-1].n + hole.n)
        else:
            made.append(Span(start, hole.n, text))
    return tuple(made)
