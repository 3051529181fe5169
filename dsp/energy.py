"""The QRS energy of an ECG: large where the signal turns fast, whatever its polarity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.track import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

UNITS_PER_UV: Final = 4  # integer arithmetic keeps running sums exact: no drift, no dependence on chunking
LIMIT_UV: Final = 1e6  # one volt: beyond any electrode; keeps a year of running sums inside 64 bits
BOX_A: Final = 5  # 50 Hz falls into the first zero of this average
BOX_B: Final = 4  # and 60 Hz almost into that of this one (62.5 Hz)
STEP: Final = 6  # 24 ms: slope and curvature over it are largest for 20 Hz, and small for a T wave
SMOOTH: Final = 15  # 60 ms: one hump per QRS complex
REACH: Final = 2 + 2 + STEP + SMOOTH // 2  # samples after a position that its energy depends on
KEEP: Final = 64  # more than two REACH: every stage finds its past


class Energy:
    """Streams samples at 250 Hz (uV) into QRS energy: sqrt((2 slope)^2 + curvature^2), smoothed, in uV.

    Slope and curvature of the smoothed signal over ``STEP`` samples are in quadrature, so the hump does not
    depend on where in the complex the sharpest deflection lies. Delay: ``REACH`` samples.
    """

    __slots__ = ("_energy_sum", "_sum", "n_in", "n_out")

    def __init__(self) -> None:
        # Running sums: entry i holds the sum of what lies before i.
        self._sum = Track(KEEP, np.int64)
        self._energy_sum = Track(KEEP, np.int64)
        self.reset()

    def reset(self) -> None:
        """Forgets the past; the first sample pushed next stands for the time before it."""
        self.n_in = 0
        self.n_out = 0

    def push(self, x: FloatArray) -> FloatArray:
        """Energy of the next positions whose ``REACH`` following samples are known."""
        if not len(x):
            return x
        units = np.rint(np.clip(x, -LIMIT_UV, LIMIT_UV) * UNITS_PER_UV).astype(np.int64)
        if self.n_in == 0:
            lead = np.full(REACH, units[0])
            self._sum.load(-REACH, np.zeros(1, np.int64))
            self._energy_sum.load(-(SMOOTH // 2), np.zeros(1, np.int64))
            units = np.concatenate((lead, units))
            self.n_in = -REACH
        total = self._sum.view(self._sum.end - 1, self._sum.end)
        self._sum.append(np.cumsum(np.concatenate((total, units)))[1:])
        self.n_in += len(units)
        raw_start = self._energy_sum.end - 1  # positions whose unsmoothed energy is still to be made
        raw_end = self.n_in - (REACH - SMOOTH // 2)
        if raw_end <= raw_start:
            return np.empty(0)
        raw = self._raw(raw_start, raw_end)
        total = self._energy_sum.view(self._energy_sum.end - 1, self._energy_sum.end)
        self._energy_sum.append(np.cumsum(np.concatenate((total, raw)))[1:])
        end = max(self.n_out, self.n_in - REACH)
        half = SMOOTH // 2
        upper = self._energy_sum.view(self.n_out + half + 1, end + half + 1)
        lower = self._energy_sum.view(self.n_out - half, end - half)
        out: FloatArray = (upper - lower) * (1.0 / (SMOOTH * UNITS_PER_UV))
        self.n_out = end
        return out

    def last(self) -> float:
        """The newest sample, in uV."""
        newest = self._sum.view(self._sum.end - 2, self._sum.end)
        return float(newest[-1] - newest[0]) / UNITS_PER_UV

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "n_in": self.n_in,
            "n_out": self.n_out,
            "sum": self._sum.state(),
            "energy_sum": self._energy_sum.state(),
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self.n_in = state["n_in"]
        self.n_out = state["n_out"]
        self._sum.load(*state["sum"])
        self._energy_sum.load(*state["energy_sum"])

    def _raw(self, a: int, b: int) -> NDArray[np.int64]:
        box = self._sum.view(a - STEP - 4, b + STEP + 4)
        first = box[BOX_A:] - box[:-BOX_A]
        second = np.cumsum(np.concatenate((np.zeros(1, np.int64), first)))
        s = second[BOX_B:] - second[:-BOX_B]
        h = STEP // 2
        n = b - a
        mid = s[STEP : STEP + n]
        slope = s[STEP + h : STEP + h + n] - s[STEP - h : STEP - h + n]
        curve = 2 * mid - s[2 * STEP : 2 * STEP + n] - s[:n]
        quadrature = np.sqrt((4 * slope * slope + curve * curve).astype(np.float64))
        energy: NDArray[np.int64] = np.rint(quadrature * (1.0 / (4 * BOX_A * BOX_B))).astype(np.int64)
        return energy
