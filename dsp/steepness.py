"""How steep beats are, and what it says against a hump that is flatter or steeper."""

from __future__ import annotations

from math import exp, inf, log, sqrt
from typing import TYPE_CHECKING, Final

from dsp.tempo import between

if TYPE_CHECKING:
    from dsp.decisions import Decisions
    from dsp.state import State

LEVELS: Final = 15  # beats that the usual steepness is the median of
KNOWN: Final = 3  # of them at least, before anything is compared
FARTHEST: Final = 8.0  # spreads
TINY: Final = log(0.12)  # of the beats' steepness: what lies below is none,
CLEARLY: Final = 8.0  # unless, after silence, it stands out so far from what is usual


class Steepness:
    """Steepest slopes of the last beats, as logarithms of uV per 24 ms.

    ``noise``: root of the slope between beats against theirs, as of the last hump weighed; 0 where too few
    beats are known.
    """

    __slots__ = ("_flattest", "_level", "_levels", "_quiet", "_rules", "noise")

    def __init__(self, rules: Decisions) -> None:
        self._rules = rules
        self._quiet = rules.steep_from
        self._levels: list[float] = []
        self._level = 0.0  # their median
        self._flattest = 0.0  # the second least of them: one may have been none
        self.noise = 0.0

    def learn(self, steep: float, *, anew: bool) -> None:
        """Takes a beat into account; ``anew``: those before it mislead."""
        self._levels = [steep] if anew else [*self._levels[1 - LEVELS :], steep]
        self._rank()

    def _rank(self) -> None:
        ranks = sorted(self._levels)
        self._level = ranks[len(ranks) // 2] if ranks else 0.0
        self._flattest = ranks[min(1, len(ranks) - 1)] if ranks else 0.0

    def evidence(self, steep: float, around: list[float], *, silent: bool) -> float:
        """Logit that a hump gains or loses by its steepness; -inf: it is no beat.

        ``around``: slopes of the seconds before it, uV; ``silent``: no beat was seen for long.
        """
        if len(self._levels) < KNOWN:
            return 0.0
        level, rules, usual = self._level, self._rules, sorted(around)[len(around) // 2]
        if steep < level + TINY and not (silent and exp(steep) >= 1.0 + CLEARLY * usual):
            return -inf
        self.noise = sqrt(usual * exp(-level))
        flat = rules.flat * min(0.0, steep + rules.below - self._flattest)
        flat -= rules.wary * between(self.noise, rules.rhythm_from, rules.rhythm_full)
        if self.noise <= self._quiet:
            return flat
        counts = between(self.noise, rules.steep_from, rules.steep_full)
        # No calls of abs: this is asked for every hump of a signal with some noise.
        off = sorted([one - level if one > level else level - one for one in self._levels])
        spreads = (steep - level) / max(rules.narrow, 1.5 * off[len(off) // 2])
        spreads = max(-FARTHEST, min(FARTHEST, spreads))
        flatter, steeper = min(spreads + rules.alike, 0.0), max(spreads - rules.alike, 0.0)
        return flat + counts * (rules.flatter * flatter - rules.steeper * steeper)

    def state(self) -> State:
        """Everything the next evidence depends on."""
        return {"levels": self._levels, "noise": self.noise}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._levels = state["levels"]
        self.noise = state["noise"]
        self._rank()
