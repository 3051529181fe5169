"""Whether a beat is normal, early, or ventricular: by shape, width and timing on one lead."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.middle import middle
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from dsp.state import State
    from dsp.types import FloatArray

HALF: Final = 30  # 120 ms: half the length of the compared shape
SLIDE: Final = 4  # 16 ms: R peaks of unlike shapes are aligned no better
STEP: Final = 4  # 16 ms: differences over it leave out the baseline
REACH: Final = HALF + SLIDE + STEP // 2
AREA_REACH: Final = 25  # 100 ms: the complex without its neighbours
HISTORY: Final = 9  # intervals that the usual one is the median of
RATE: Final = 0.05  # at which the dominant shape follows the normal beats
ALIKE: Final = 0.8  # correlation of those beats
ODD: Final = (
    30  # so many unlike beats in a row are a new dominant shape: another posture, a bundle branch block
)
NOT_WIDE: Final = 1.25  # width over the usual one, up to which the dominant shape is refreshed
NOT_EARLY: Final = 0.88  # interval over the usual one, likewise
# Ventricular, any of: unlike and wide and not late; very unlike and early; wide and clearly early.
UNLIKE: Final = 0.85
WIDE: Final = 1.3
WIDE_AREA: Final = 13.0  # samples (52 ms): equivalent width below which nothing is wide
LATE: Final = 1.1
VERY_UNLIKE: Final = 0.55
EARLY: Final = 0.88
CLEARLY_EARLY: Final = 0.85
SAME: Final = 0.97
# Supraventricular: clearly early in a regular rhythm, and of the dominant shape.
S_EARLY: Final = 0.82
S_LIKE: Final = 0.85
S_REGULAR: Final = 0.06  # median deviation of the intervals over the usual one
LENGTH: Final = 2 * HALF + 1
AREA: Final = np.ones(2 * AREA_REACH + 1)
TINY: Final = 1e-12  # added to squares: a flat line has no length, and is like nothing
N, S, V, Q = BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.Q


class Labeller:
    """Labels beats as they come. The equivalent width is area over height: it needs no boundaries.

    The limits were set on the DS1 half of MIT-BIH (de Chazal 2004).
    """

    def __init__(self) -> None:
        self._shape: FloatArray | None = None  # of length 1
        self._area = 0.0
        self._odd = 0
        self._intervals: list[float] = []

    def label(self, near: FloatArray, interval: float | None) -> BeatLabel:
        """Label of the beat in the middle of ``near`` (``REACH`` samples to either side, 250 Hz, uV).

        ``interval``: samples since the beat before, None after a break. Beats cut off by a border are Q.
        """
        if len(near) < 2 * REACH + 1:
            return Q
        steps = near[STEP:] - near[:-STEP]
        row = steps[SLIDE:-SLIDE]
        length = sqrt(row.dot(row) + TINY)
        area = _width(near)
        if self._shape is None:
            self._renew(row, length, area)
        like = self._likeness(steps)
        usual = sorted(self._intervals)[len(self._intervals) // 2] if self._intervals else None
        early = 1.0 if usual is None or interval is None else interval / usual
        wide = area / max(self._area, 1.0)
        label = self._judge(like, wide, early, area, usual)
        if like > ALIKE and wide < NOT_WIDE and early > NOT_EARLY:
            self._learn(row, length, area)
        elif like <= ALIKE or wide >= NOT_WIDE:
            self._odd += 1
            if self._odd > ODD:
                self._renew(row, length, area)
        if interval is not None:
            self._intervals = [*self._intervals[1 - HISTORY :], interval]
        return label

    def _judge(self, like: float, wide: float, early: float, area: float, usual: float | None) -> BeatLabel:
        ventricular = (
            (like < UNLIKE and wide > WIDE and area > WIDE_AREA and early < LATE)
            or (like < VERY_UNLIKE and early < EARLY)
            or (like < SAME and wide > NOT_WIDE and early < CLEARLY_EARLY)
        )
        if ventricular:
            return V
        if usual is None or early >= S_EARLY or like < S_LIKE:
            return N
        spread = sorted(abs(interval - usual) for interval in self._intervals)[len(self._intervals) // 2]
        return S if spread < S_REGULAR * usual else N

    def _likeness(self, steps: FloatArray) -> float:
        """Correlation with the dominant shape, shifted to where they agree best."""
        if self._shape is None:
            return 1.0
        products = np.correlate(steps, self._shape)
        k = int(products.argmax())
        best = steps[k : k + LENGTH]
        return products.item(k) / sqrt(best.dot(best) + TINY)

    def _learn(self, row: FloatArray, length: float, area: float) -> None:
        if self._shape is not None:
            shape = self._shape * (1.0 - RATE) + row * (RATE / length)
            shape *= 1.0 / sqrt(shape.dot(shape))
            self._shape = shape
        self._area += RATE * (area - self._area)
        self._odd = 0

    def _renew(self, row: FloatArray, length: float, area: float) -> None:
        self._shape = row / length
        self._area = area
        self._odd = 0

    def state(self) -> State:
        """Everything the next labels depend on."""
        return {
            "shape": self._shape,
            "area": self._area,
            "odd": self._odd,
            "intervals": self._intervals,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._shape = state["shape"]
        self._area = state["area"]
        self._odd = state["odd"]
        self._intervals = state["intervals"]


def _width(near: FloatArray) -> float:
    """Area of a complex over its height, in samples."""
    uv = near[REACH - AREA_REACH : REACH + AREA_REACH + 1] - middle(near)
    np.abs(uv, uv)
    return float(uv.dot(AREA)) / max(1.0, uv.item(uv.argmax()))
