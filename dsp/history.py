"""The beats of the open window and the RR intervals of the last half minute."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dsp.types import Beat, BeatLabel

if TYPE_CHECKING:
    from dsp.state import State

ADJACENT_MS: Final = 5.0  # rounding of positions: intervals farther apart have another between them
CONTEXT_S: Final = 30.0  # what AF is judged on: the shortest episode that counts
ECTOPIC: Final = frozenset({BeatLabel.V, BeatLabel.S, BeatLabel.F})
MAX_BEATS: Final = 256  # kept: 30 s at the fastest rate the detector can give (one beat per 200 ms)


class Interval(NamedTuple):
    """An RR interval by the sample of the beat that ends it.

    ``ectopic``: one of its beats is early or ventricular; ``doubt``: how nearly something inside was a beat.
    """

    end: int
    ms: float
    ectopic: bool
    doubt: float


class History:
    """Keeps beats until their window closes and intervals for as long as a rhythm is judged on."""

    def __init__(self, fs_hz: float) -> None:
        self.fs_hz = fs_hz
        self.beats: list[Beat] = []
        self.marks: list[float] = []  # the same beats' positions in the chain
        self.intervals: list[Interval] = []
        self._last: Beat | None = None

    def add(self, beat: Beat, mark: float, *, clean: bool, doubt: float = 0.0) -> None:
        """A new beat, in order; ``clean``: contact held since the one before: an interval ends here."""
        if self._last is not None and clean:
            ms = (beat.sample - self._last.sample) * 1000.0 / self.fs_hz
            ectopic = not ECTOPIC.isdisjoint((beat.label, self._last.label))
            self.intervals = [*self.intervals[1 - MAX_BEATS :], Interval(beat.sample, ms, ectopic, doubt)]
        self._last = beat
        self.beats = [*self.beats[1 - MAX_BEATS :], beat]
        self.marks = [*self.marks[1 - MAX_BEATS :], mark]

    def context(self, end: int) -> list[Interval]:
        """Intervals of the half minute before a sample, without those that ectopic beats have changed."""
        start = end - round(CONTEXT_S * self.fs_hz)
        return [interval for interval in self.ending_in(start, end) if not interval.ectopic]

    def changes_in(self, start: int, end: int) -> list[float]:
        """Differences in ms of successive intervals that end in [start, end), ectopic beats left out."""
        inside = [interval for interval in self.ending_in(start, end) if not interval.ectopic]
        return [
            after.ms - before.ms
            for before, after in pairwise(inside)
            if (after.end - before.end) * 1000.0 / self.fs_hz < after.ms + ADJACENT_MS
        ]

    def inside(self, start: int, end: int) -> list[Beat]:
        """Beats in [start, end)."""
        return [beat for beat in self.beats if start <= beat.sample < end]

    def spoil(self, start: int, end: int) -> None:
        """Forgets the intervals that end in a window which is not analysable, and that which begins in it."""
        self.intervals = [interval for interval in self.intervals if not start <= interval.end < end]
        self._last = None if self._last is not None and self._last.sample < end else self._last

    def break_off(self) -> None:
        """Samples are missing: the next beat ends no interval."""
        self._last = None
        self.beats = []
        self.marks = []

    def ending_in(self, start: int, end: int) -> list[Interval]:
        """Intervals whose last beat lies in [start, end)."""
        return [interval for interval in self.intervals if start <= interval.end < end]

    def forget(self, before: int) -> None:
        """Drops what nothing will ask for again once the window that ends at ``before`` is closed."""
        self.intervals = [i for i in self.intervals if i.end >= before - CONTEXT_S * self.fs_hz]
        first = next((k for k, beat in enumerate(self.beats) if beat.sample >= before), len(self.beats))
        first = max(0, first - 1)  # the beat before gives the first of the next window its context
        self.beats = self.beats[first:]
        self.marks = self.marks[first:]

    def state(self) -> State:
        """Everything the next beats depend on."""

        def plain(beat: Beat) -> list[Any]:
            return [beat.sample, beat.label.value, beat.amplitude_uv]

        return {
            "beats": [plain(beat) for beat in self.beats],
            "marks": self.marks,
            "intervals": [list(interval) for interval in self.intervals],
            "last": self._last and plain(self._last),
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""

        def beat(row: list[Any]) -> Beat:
            return Beat(int(row[0]), BeatLabel(row[1]), float(row[2]))

        self.beats = [beat(row) for row in state["beats"]]
        self.marks = state["marks"]
        self.intervals = [Interval(*row) for row in state["intervals"]]
        self._last = beat(state["last"]) if state["last"] else None
