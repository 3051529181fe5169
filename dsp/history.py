"""The beats of the open window and the RR intervals of the last half minute."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import astuple
from itertools import pairwise
from math import ceil
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dsp.half_minute import HalfMinute
from dsp.quality_features import Trust
from dsp.st_baseline import StBaseline
from dsp.types import Beat, BeatLabel, Fiducials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.state import State

ADJACENT_MS: Final = 5.0  # rounding of positions: intervals farther apart have another between them
CONTEXT_S: Final = 30.0  # what AF is judged on: the shortest episode that counts
MAX_BEATS: Final = 256  # kept: 30 s at the fastest rate the detector can give (one beat per 200 ms)
N, Q = BeatLabel.N, BeatLabel.Q
_END, _SAMPLE, _BEAT = itemgetter(0), attrgetter("sample"), attrgetter("beat")


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
        self.marks: list[float] = []  # the same beats' positions in the chain,
        self.trust: list[Trust] = []  # and how sure it was of them
        self.waves: list[Fiducials] = []  # of those delineated so far
        self.intervals: list[Interval] = []
        self.p_seen: list[tuple[int, bool]] = []  # beats of good windows, and whether they had a P wave
        self.st = StBaseline()
        self.half_minute = HalfMinute()
        self._last: Beat | None = None

    def add(
        self, beat: Beat, mark: float, *, clean: bool, doubt: float = 0.0, certainty: float = 1.0
    ) -> None:
        """A new beat, in order; ``clean``: contact held since the one before: an interval ends here."""
        last = self._last
        if last is not None and clean:
            ms = (beat.sample - last.sample) * 1000.0 / self.fs_hz
            self.intervals.append(Interval(beat.sample, ms, _ectopic(beat) or _ectopic(last), doubt))
        self._last = beat
        self.beats.append(beat)
        self.marks.append(mark)
        self.trust.append(Trust(certainty, doubt))
        if len(self.beats) > MAX_BEATS:
            del self.beats[0], self.marks[0], self.trust[0]
            del self.waves[:-MAX_BEATS], self.intervals[:-MAX_BEATS]

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

    def waves_in(self, start: int, end: int) -> list[Fiducials]:
        """Wave boundaries of the beats in [start, end)."""
        return [waves for waves in self.waves if start <= waves.beat < end]

    def note_p(self, fiducials: Sequence[Fiducials]) -> None:
        """Keeps which beats of a good window had a P wave, for the half minute."""
        self.p_seen += [(waves.beat, waves.p_peak is not None) for waves in fiducials]

    def p_waves(self, start: int, end: int) -> tuple[int, int]:
        """Beats with a P wave, and all: of those before ``start`` in the half minute that ends at ``end``."""
        first = end - round(CONTEXT_S * self.fs_hz)
        seen = [has_p for beat, has_p in self.p_seen if first <= beat < start]
        return sum(seen), len(seen)

    def spoil(self, start: int, end: int) -> None:
        """Forgets the intervals of which a part lies in a window that is not analysable."""
        scale = self.fs_hz / 1000.0
        self.intervals = [
            one for one in self.intervals if one.end < start or one.end - round(one.ms * scale) >= end
        ]
        self._last = None if self._last is not None and self._last.sample < end else self._last
        self.half_minute.forget()

    def break_off(self) -> None:
        """Samples are missing: the next beat ends no interval."""
        self._last = None
        self.beats, self.marks, self.trust, self.waves = [], [], [], []
        self.half_minute.forget()

    def ending_in(self, start: int, end: int) -> list[Interval]:
        """Intervals whose last beat lies in [start, end)."""
        lo, hi = (bisect_left(self.intervals, at, key=_END) for at in (start, end))
        return self.intervals[lo:hi]

    def forget(self, before: int) -> None:
        """Drops what nothing will ask for again once the window that ends at ``before`` is closed."""
        oldest = ceil(before - CONTEXT_S * self.fs_hz)
        del self.intervals[: bisect_left(self.intervals, oldest, key=_END)]
        del self.p_seen[: bisect_left(self.p_seen, oldest, key=_END)]
        first = bisect_left(self.beats, before, key=_SAMPLE)
        first = max(0, first - 1)  # the beat before gives the first of the next window its context
        del self.beats[:first], self.marks[:first], self.trust[:first]
        del self.waves[: bisect_left(self.waves, before, key=_BEAT)]

    def state(self) -> State:
        """Everything the next beats depend on."""

        def plain(beat: Beat) -> list[Any]:
            return [beat.sample, beat.label.value, beat.amplitude_uv, beat.probability]

        return {
            "beats": [plain(beat) for beat in self.beats],
            "marks": self.marks,
            "trust": [list(one) for one in self.trust],
            "waves": [list(astuple(waves)) for waves in self.waves],
            "intervals": [list(interval) for interval in self.intervals],
            "p_seen": [list(one) for one in self.p_seen],
            "last": self._last and plain(self._last),
            "st": self.st.state(),
            "half_minute": self.half_minute.state(),
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""

        def beat(row: list[Any]) -> Beat:
            return Beat(int(row[0]), BeatLabel(row[1]), float(row[2]), row[3])

        self.beats = [beat(row) for row in state["beats"]]
        self.marks = state["marks"]
        self.trust = [Trust(*one) for one in state["trust"]]
        self.waves = [Fiducials(*row) for row in state["waves"]]
        self.intervals = [Interval(*row) for row in state["intervals"]]
        self.p_seen = [(at, has_p) for at, has_p in state["p_seen"]]
        self._last = beat(state["last"]) if state["last"] else None
        self.st.load(state["st"])
        self.half_minute.load(state["half_minute"])


def _ectopic(beat: Beat) -> bool:
    return beat.label is not N and beat.label is not Q
