"""Early ventricular beats at regular turns: every second one (bigeminy), every third one (trigeminy)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dsp.types import BeatLabel, Finding

if TYPE_CHECKING:
    from dsp.types import Beat, FindingKind

TURNS: Final = 3  # ectopic beats that make a pattern
# Of the interval after an ectopic beat, the one before has less. On DS1 3 of 524 real patterns have more,
# with NSTDB's noise or without it; so have 12 of 19 that its em makes up, and both that noise makes of
# normal records of CinC 2017.
EARLY: Final = 0.95


class Held(NamedTuple):
    """A pattern that may go on. ``first``, ``last``: its first and last ectopic beat, samples.

    ``turns``: ectopic beats; ``others``: beats since the last; ``before``, ``after``: sums of the intervals
    that end in, and begin with, ectopic beats, but those of the first and of the last; ``at``: the newest
    beat.
    """

    first: int
    last: int
    turns: int
    others: int
    before: int
    after: int
    at: int


class Turns:
    """Follows ectopic beats with ``between`` others between them.

    Args:
        kind: of the findings.
        between: others.
    """

    def __init__(self, kind: FindingKind, between: int) -> None:
        self._kind, self._between = kind, between
        self.held: Held | None = None

    def push(self, beat: Beat) -> list[Finding]:
        """The pattern that ends with the beat before, if one does."""
        wide, held = beat.label is BeatLabel.V, self.held
        if held is not None and beat.label is not BeatLabel.Q:
            interval = beat.sample - held.at
            if wide and held.others == self._between:
                before = held.before + interval
                self.held = Held(held.first, beat.sample, held.turns + 1, 0, before, held.after, beat.sample)
                return []
            if not wide and held.others < self._between:
                after = held.after + (0 if held.others else interval)
                self.held = held._replace(others=held.others + 1, after=after, at=beat.sample)
                return []
        findings = self.report()
        self.held = Held(beat.sample, beat.sample, 1, 0, 0, 0, beat.sample) if wide else None
        return findings

    def report(self) -> list[Finding]:
        """The pattern as it is so far, if it is long enough to be one; ``value``: its beats."""
        held = self.held
        if held is None or held.turns < TURNS:
            return []
        # An interval after the newest ectopic beat may be there already: it is one more than those before.
        after = held.after / (held.turns - (held.others == 0))
        if held.before / (held.turns - 1) >= EARLY * after:
            return []
        beats = (held.turns - 1) * (self._between + 1) + 1
        return [Finding(self._kind, held.first, held.last - held.first + 1, float(beats))]

    def forget(self) -> None:
        """Samples are missing or useless."""
        self.held = None
