"""What an interval says for the two beats that make it."""

from __future__ import annotations

from math import erfc, exp, log, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsp.state import State

HISTORY: Final = 9  # intervals that the usual one is the median of
USUAL: Final = 40.0  # slots of 20 ms, 0.8 s: the interval before any is known
LONGEST: Final = 100  # slots: a longer interval has missed beats in it
UNSTEADY: Final = 0.15  # spread before anything is known, a share of the interval
STEADY: Final = 0.08  # no rhythm is believed to be steadier
SPREADS: Final = 2.0  # medians of deviation that make a spread
DISORDER: Final = (0.1, 0.4)  # spread from which the rhythm loses its say, and has none
LOOSE: Final = 0.8  # spread of the beats that keep no time,
OFF_BEAT: Final = 0.05  # and how many they are
FAINT: Final = 1e-3  # nothing is less likely


class Tempo:
    """The usual interval of the last beats, in slots of 20 ms, and how likely others are beside it."""

    __slots__ = ("_intervals", "_unsteady", "usual")

    def __init__(self) -> None:
        self._intervals: list[int] = []
        self._unsteady: float | None = UNSTEADY  # None: to be told anew
        self.usual = USUAL

    def learn(self, interval: int) -> None:
        """Takes the interval between two beats into account."""
        if interval < LONGEST:
            self._intervals = [*self._intervals[1 - HISTORY :], interval]
            self.usual = float(sorted(self._intervals)[len(self._intervals) // 2])
            self._unsteady = None

    @property
    def unsteady(self) -> float:
        """Spread of the intervals (logarithm)."""
        if self._unsteady is None:
            off = sorted([abs(log(one / self.usual)) for one in self._intervals])
            self._unsteady = max(STEADY, SPREADS * off[len(off) // 2])
        return self._unsteady

    @property
    def order(self) -> float:
        """How much of a rhythm there is, 0 to 1."""
        return 1.0 - between(self.unsteady, *DISORDER)

    def timed(self, slots: int) -> float:
        """Logarithm of the odds of an interval."""
        off = log(max(1, slots) / self.usual)
        steady, loose = exp(-0.5 * (off / self.unsteady) ** 2), exp(-0.5 * (off / LOOSE) ** 2)
        return log((1.0 - OFF_BEAT) * steady + OFF_BEAT * loose + FAINT)

    def overdue(self, slots: int) -> float:
        """Logarithm of the odds that after so long no beat has come."""
        off = log(max(1, slots) / self.usual) / sqrt(2.0)
        left = (1.0 - OFF_BEAT) * erfc(off / self.unsteady) + OFF_BEAT * erfc(off / LOOSE)
        return log(0.5 * left + FAINT)

    def state(self) -> State:
        """Everything the next odds depend on."""
        return {"intervals": self._intervals, "unsteady": self._unsteady, "usual": self.usual}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._intervals = state["intervals"]
        self._unsteady = state["unsteady"]
        self.usual = state["usual"]


def between(value: float, low: float, high: float) -> float:
    """0 up to ``low``, 1 from ``high``."""
    if value <= low:
        return 0.0
    return 1.0 if value >= high else (value - low) / (high - low)
