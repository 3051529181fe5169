"""Where in a QRS complex the R peak is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dsp.middle import middle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REACH: Final = 22  # 88 ms: half of the widest complex
BASE: Final = 40  # 160 ms: the local baseline is the median of so much on either side
SWITCH: Final = 1.5  # the other polarity must be so much larger before the peak moves to it


class Peak(NamedTuple):
    """Position at 250 Hz with fractions, height above the local baseline in uV, and its polarity."""

    at: float
    height: float
    polarity: int


def refine(x: NDArray[np.float64], centre: int, polarity: int) -> Peak:
    """The largest deflection near a hump of QRS energy.

    Args:
        x: samples in uV around it, at 250 Hz.
        centre: index of the hump in ``x``.
        polarity: that of the beats before (+1, -1), 0 for none: biphasic complexes are timed alike.

    The peak is interpolated by a parabola through three samples.
    """
    lo, hi = max(0, centre - BASE), min(len(x), centre + BASE + 1)
    base = middle(x[lo:hi])
    lo, hi = max(1, centre - REACH), min(len(x) - 1, centre + REACH + 1)
    near = x[lo - 1 : hi + 1] - base
    smooth = (near[:-2] + 2.0 * near[1:-1] + near[2:]) * 0.25
    top, bottom = int(smooth.argmax()), int(smooth.argmin())
    up, down = float(smooth[top]), -float(smooth[bottom])
    bias = SWITCH if polarity else 1.0
    positive = up * bias >= down if polarity >= 0 else up > down * bias
    sign, k = (1, top) if positive else (-1, bottom)
    shift = 0.0
    if 0 < k < len(smooth) - 1:
        left, mid, right = (sign * float(v) for v in smooth[k - 1 : k + 2])
        bend = left - 2.0 * mid + right
        if bend < 0.0:
            shift = 0.5 * (left - right) / bend
    return Peak(lo + k + shift, float(near[k + 1]), sign)
