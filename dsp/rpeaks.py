"""Where in a QRS complex the R peak is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.middle import middle

if TYPE_CHECKING:
    from dsp.types import FloatArray

REACH: Final = 22  # 88 ms: half of the widest complex
BASE: Final = 40  # 160 ms: the local baseline is the median of so much on either side
NEAR: Final = 9  # 36 ms: so near to the middle of the complex its peak is looked for first;
OUTGROWN: Final = 0.6  # one farther away is taken where that has less than such a share of its height
SWITCH: Final = 1.5  # the other polarity must be so much larger before the peak moves to it
SMOOTH: Final = np.array([0.25, 0.5, 0.25])
EARLIEST: Final = 34  # 136 ms: so far before the middle a pacemaker's spike may begin the complex,
APART: Final = 20  # 80 ms before its peak: what it paces spreads slowly;
PACED: Final = 0.6  # it is so tall at least, a share of that peak and of the other polarity,
SUDDEN: Final = 0.5  # rises by such a share of its height
STEP: Final = 2  # within 8 ms
STILL: Final = 25  # and for 100 ms before it
QUIET: Final = 0.25  # nothing rises by more than such a share of that;
FALLING: Final = 3  # 12 ms after it
KEPT: Final = 0.5  # such a share of its height is left: a spike alone, of the atria perhaps, is over by then


class Peak(NamedTuple):
    """Position at 250 Hz with fractions, height above the local baseline in uV, and its polarity."""

    at: float
    height: float
    polarity: int


def refine(x: FloatArray, centre: int, polarity: int) -> Peak:
    """The largest deflection near the middle of a QRS complex.

    Args:
        x: samples in uV around it, at 250 Hz.
        centre: index of that middle in ``x``.
        polarity: that of the beats before (+1, -1), 0 for none: biphasic complexes are timed alike.

    The peak is interpolated by a parabola through three samples. A beat that a pacemaker's spike begins is
    where the spike is, as annotators have it, however deep the complex goes after it.
    """
    base = middle(x[max(0, centre - BASE) : centre + BASE + 1])
    lo, hi = max(1, centre - REACH), min(len(x) - 1, centre + REACH + 1)
    smooth = np.correlate(x[lo - 1 : hi + 1], SMOOTH)
    top, bottom = int(smooth.argmax()), int(smooth.argmin())
    up, down = smooth.item(top) - base, base - smooth.item(bottom)
    bias = SWITCH if polarity else 1.0
    positive = up * bias >= down if polarity >= 0 else up > down * bias
    sign, k = (1, top) if positive else (-1, bottom)
    first, last = max(0, centre - NEAR - lo), max(0, centre + NEAR + 1 - lo)
    if not first <= k < last and first < last:
        near = sign * (smooth[first:last] - base)
        if np.maximum.reduce(near) >= OUTGROWN * max(up if positive else down, 0.0):
            k = first + int(near.argmax())
    shift = 0.0
    if 0 < k < len(smooth) - 1:
        left, mid, right = smooth[k - 1 : k + 2].tolist()
        bend = left - 2.0 * mid + right
        # A shoulder has no peak to interpolate: its parabola's may lie anywhere.
        if sign * bend < 0.0 and sign * mid >= max(sign * left, sign * right):
            shift = 0.5 * (left - right) / bend
    peak = Peak(lo + k + shift, x.item(lo + k) - base, sign)
    early, late = max(0, centre - EARLIEST), lo + k - APART
    if late - early <= STEP:
        return peak
    span = x[early:late]  # the reductions by themselves: its own min and max take twice as long
    other = base - float(np.minimum.reduce(span)) if sign > 0 else float(np.maximum.reduce(span)) - base
    if other < PACED * abs(peak.height):
        return peak
    return _spike(x, early, late, base, peak)


def _spike(x: FloatArray, early: int, late: int, base: float, peak: Peak) -> Peak:
    """The pacemaker's spike that begins the complex with this peak, or the peak where none does."""
    sign = -peak.polarity
    rises = sign * (x[early + STEP : late + 1] - x[early : late + 1 - STEP])
    start = early + int(rises.argmax())
    rise = float(rises.max())
    before = x[max(0, start - STILL) : start - 1]
    if len(before) <= STEP or np.abs(before[STEP:] - before[:-STEP]).max() > QUIET * rise:
        return peak
    crest = sign * (x[start : start + 2 * STEP + 2] - base)
    top = int(crest.argmax())
    height = crest.item(top)
    left = sign * (x.item(start + top + FALLING) - base)
    if height < PACED * abs(peak.height) or rise < SUDDEN * height or left < KEPT * height:
        return peak
    return Peak(float(start + top), sign * height, peak.polarity)
