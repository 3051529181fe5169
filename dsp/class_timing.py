"""When a beat comes, against when beats usually do: what supraventricular ones are told by."""

from __future__ import annotations

from bisect import bisect_left, insort
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsp.state import State

FEW: Final = 9  # intervals that the present rate is the median of
MANY: Final = 48  # and those that the usual ones are shares of
LONG: Final = 0.9  # share of intervals below that of a beat that came on its own time
START: Final = 200.0  # samples at 250 Hz: an interval nobody knows yet
SLOW_RATE: Final = 0.02  # at which a mean follows, once there are enough
CHANGE_RATES: Final = (0.1, 0.02)  # at which the changes from beat to beat are followed
LONGEST: Final = 2.5  # times the usual interval: what is longer holds beats that were not found
FAR: Final = 4.0  # times the usual interval or a share of it: more is no further news
NAMES: Final = (
    "rr_usual",
    "rr_before",
    "rr_mean",
    "rr_p20",
    "rr_p50",
    "rr_p80",
    "rr_p90",
    "spread_many",
    "spread_few",
    "usual_s",
    "mean_usual",
    "before_usual",
    "second_usual",
    "change_fast",
    "change_slow",
)


class Timing:
    """Follows the intervals. Pure Python: a few numbers are quicker without arrays."""

    __slots__ = ("_before", "_change", "_few", "_many", "_mean", "_order", "_second")

    def __init__(self) -> None:
        self._few: list[float] = []
        self._many: list[float] = []
        self._order: list[float] = []  # the many, ascending
        self._mean = self._before = self._second = START
        self._change = [0.0, 0.0]

    def look(self, interval: float | None) -> list[float]:
        """The features ``NAMES`` of a beat so many samples after the one before (None after a break)."""
        if not self._few:
            rr = START if interval is None else interval
            self._mean = self._before = self._second = rr
            few, order = [rr], [rr]
        else:
            few, order = sorted(self._few), self._order
        usual = few[len(few) // 2]
        rr = usual if interval is None else min(FAR * usual, max(usual / FAR, interval))
        n = len(order)
        low, mid, high = order[n // 5], order[n // 2], order[4 * n // 5]
        return [
            log(rr / usual),
            log(rr / self._before),
            log(rr / self._mean),
            log(rr / low),
            log(rr / mid),
            log(rr / high),
            log(rr / order[int(LONG * n)]),
            log(high / low),
            log(few[-2] / few[1]) if len(few) > 2 else 0.0,  # noqa: PLR2004 - without the extremes
            usual / 250.0,
            log(self._mean / usual),
            log(self._before / usual),
            log(self._second / usual),
            *self._change,
        ]

    def learn(self, interval: float) -> None:
        """Takes the interval into what is usual."""
        if self._few:
            interval = min(interval, LONGEST * sorted(self._few)[len(self._few) // 2])
            change = min(1.0, abs(log(interval / self._before)))
            for k, rate in enumerate(CHANGE_RATES):
                self._change[k] += max(rate, 1.0 / (len(self._many) + 1)) * (change - self._change[k])
        if len(self._many) == MANY:
            del self._order[bisect_left(self._order, self._many[0])], self._many[0]
        self._many.append(interval)
        insort(self._order, interval)
        self._few = self._many[-FEW:]
        self._mean += max(SLOW_RATE, 1.0 / (len(self._many) + 1)) * (interval - self._mean)
        self._second, self._before = self._before, interval

    def state(self) -> State:
        """Everything the next features depend on."""
        return {
            "many": self._many,
            "mean": self._mean,
            "before": self._before,
            "second": self._second,
            "change": self._change,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._many = list(state["many"])
        self._few, self._order = self._many[-FEW:], sorted(self._many)
        self._mean, self._before, self._second = state["mean"], state["before"], state["second"]
        self._change = list(state["change"])
