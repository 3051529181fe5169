"""What an interval says for the two beats that make it."""

from __future__ import annotations

from bisect import bisect_left
from math import erfc, exp, inf, log, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsp.state import State

HISTORY: Final = 16  # intervals that others are compared with
ENOUGH: Final = 4  # of them at least, before anything but the usual one is known
USUAL: Final = 40.0  # slots of 20 ms, 0.8 s: the interval before any is known
LONGEST: Final = 100  # slots: a longer interval has missed beats in it
UNSTEADY: Final = 0.15  # spread before anything is known, a share of the interval
STEADY: Final = 0.08  # no rhythm is believed to be steadier
SPREADS: Final = 2.0  # medians of distance that make a spread
DISORDER: Final = (0.1, 0.4)  # spread from which the rhythm loses its say, and has none
LOOSE: Final = 0.8  # spread of the beats that keep no time,
OFF_BEAT: Final = 0.1  # and how many they are
FAINT: Final = 1e-3  # nothing is less likely
LOGARITHMS: Final = [log(max(1, slots)) for slots in range(LONGEST)]


class Tempo:
    """The intervals of the last beats, in slots of 20 ms, and how likely others are beside them.

    A heart may have several that come again: with every second beat ectopic they are two. So an interval is
    compared with the second nearest of them; one alone may be a mistake. ``usual``: their median.
    """

    __slots__ = ("_intervals", "_known", "_order", "_unsteady", "usual")

    def __init__(self) -> None:
        self._intervals: list[int] = []
        self._order: list[int] = []  # the same, ascending
        self._known: list[float] = []  # their logarithms; empty: to be told anew
        self._unsteady = UNSTEADY
        self.usual = USUAL

    def learn(self, interval: int) -> None:
        """Takes the interval between two beats into account."""
        if interval < LONGEST:
            self._intervals = [*self._intervals[1 - HISTORY :], interval]
            self._rank()

    def _rank(self) -> None:
        self._order, self._known = sorted(self._intervals), []
        self.usual = float(self._order[len(self._order) // 2]) if self._order else USUAL

    def _look(self) -> list[float]:
        if self._known or not self._order:
            return self._known
        known = self._known = [LOGARITHMS[one] for one in self._order]
        self._unsteady = UNSTEADY
        if len(known) >= ENOUGH:
            # The distance of each to the second nearest: both below, both above, or one on either side.
            far = [-inf, -inf, *known, inf, inf]
            off = sorted(
                [
                    min(here - before, after - here, max(here - left, right - here))
                    for before, left, here, right, after in zip(
                        far, far[1:], known, far[3:], far[4:], strict=False
                    )
                ]
            )
            self._unsteady = max(STEADY, SPREADS * off[len(off) // 2])
        return known

    @property
    def unsteady(self) -> float:
        """Spread of intervals that come again (logarithm)."""
        self._look()
        return self._unsteady

    @property
    def order(self) -> float:
        """How much of a rhythm there is, 0 to 1."""
        return 1.0 - between(self.unsteady, *DISORDER)

    def timed(self, slots: int) -> float:
        """Logarithm of the odds of an interval."""
        known, at = self._look(), log(max(1, slots))
        off = at - log(self.usual)
        if len(known) >= ENOUGH:
            k = bisect_left(known, at)
            nearest = sorted([abs(at - one) for one in known[max(0, k - 2) : k + 2]])[1]
        else:
            nearest = abs(off)
        steady, loose = exp(-0.5 * (nearest / self._unsteady) ** 2), exp(-0.5 * (off / LOOSE) ** 2)
        return log((1.0 - OFF_BEAT) * steady + OFF_BEAT * loose + FAINT)

    def overdue(self, slots: int) -> float:
        """Logarithm of the odds that after so long no beat has come."""
        usual = log(self.usual)
        known, at = self._look() or [usual], log(max(1, slots))
        spread = sqrt(2.0) * self._unsteady
        steady = sum([erfc((at - one) / spread) for one in known]) / len(known)
        left = (1.0 - OFF_BEAT) * steady + OFF_BEAT * erfc((at - usual) / sqrt(2.0) / LOOSE)
        return log(0.5 * left + FAINT)

    def state(self) -> State:
        """Everything the next odds depend on."""
        return {"intervals": self._intervals}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._intervals = state["intervals"]
        self._rank()


def between(value: float, low: float, high: float) -> float:
    """0 up to ``low``, 1 from ``high``."""
    if value <= low:
        return 0.0
    return 1.0 if value >= high else (value - low) / (high - low)
