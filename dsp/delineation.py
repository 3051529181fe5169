"""Where the waves of a beat begin, peak and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

QRS_REACH: Final = 30  # 120 ms on either side of the R peak
QRS_SLOPE: Final = 0.09  # of the steepest slope: where a complex has begun
QRS_QUIET: Final = 3  # samples in a row below it
T_FROM: Final = 15  # 60 ms after the complex
T_TO: Final = 0.62  # of the RR interval, after R
T_MAX: Final = 140  # 560 ms: no T wave ends later
P_REACH: Final = 75  # 300 ms before the complex
P_GUARD: Final = 3  # samples between P wave and complex
MIN_WAVE_UV: Final = 15.0  # a wave below is not told from noise
NOISE_RATIO: Final = 2.0  # a wave stands out of the high-frequency noise so many times


class Marks(NamedTuple):
    """Boundaries of one beat as indices into the delineated array; None where a wave was not found."""

    p_on: int | None
    p_peak: int | None
    p_off: int | None
    qrs_on: int | None
    qrs_off: int | None
    t_on: int | None
    t_peak: int | None
    t_off: int | None


NOTHING: Final = Marks(None, None, None, None, None, None, None, None)


def delineate(x: FloatArray, r_peaks: Sequence[int], first: int = 0) -> list[Marks]:
    """Delineates the beats of a stretch of signal.

    Args:
        x: samples at 250 Hz in uV.
        r_peaks: all R peaks in it, ascending.
        first: index of the first peak to delineate; those before are context.

    QRS: from the first to the last place near R where the slope exceeds a share of the steepest slope. P and T: the
    largest deflection from the chord of their search span on the smoothed signal; their ends are the points farthest
    from the chord peak-to-quiet (the triangle form of Vazquez-Seisdedos 2011).
    """
    if len(x) < 2 * FS_HZ // 5:
        return [NOTHING] * (len(r_peaks) - first)
    slow = _smooth(_smooth(x, 9), 7)
    fast = _smooth(x, 3)
    slope = np.zeros_like(x)
    slope[2:-2] = np.abs(fast[4:] - fast[:-4])
    marks: list[Marks] = []
    t_off_before: int | None = None
    for i in range(max(0, first - 1), len(r_peaks)):
        r = r_peaks[i]
        rr_next = r_peaks[i + 1] - r if i + 1 < len(r_peaks) else (r - r_peaks[i - 1] if i else FS_HZ)
        qrs_on, qrs_off = _qrs(slope, r)
        t = _t_wave(slow, qrs_off, r, rr_next)
        p = _p_wave(slow, x, qrs_on, r_peaks[i - 1] if i else None, t_off_before)
        t_off_before = t[2]
        if i >= first:
            marks.append(Marks(p[0], p[1], p[2], qrs_on, qrs_off, t[0], t[1], t[2]))
    return marks


def _smooth(x: NDArray[np.float64], n: int) -> NDArray[np.float64]:
    half = n // 2
    padded = np.concatenate((np.full(half + 1, x[0]), x, np.full(half, x[-1])))
    total = np.cumsum(padded)
    return (total[n:] - total[:-n]) / n


def _qrs(slope: FloatArray, r: int) -> tuple[int, int]:
    lo, hi = max(0, r - QRS_REACH), min(len(slope), r + QRS_REACH + 1)
    near = slope[lo:hi]
    top = float(near.max())
    calm = np.convolve(near < QRS_SLOPE * top, np.ones(QRS_QUIET), "valid") >= QRS_QUIET
    before = np.flatnonzero(calm[: max(0, r - lo - QRS_QUIET)])
    after = np.flatnonzero(calm[r - lo + 1 :])
    on = lo + int(before[-1]) + QRS_QUIET if len(before) else lo
    off = r + 1 + int(after[0]) if len(after) else hi - 1
    return on, off


def _corner(y: FloatArray) -> int:
    """Index farthest below the chord from the first to the last sample of a falling flank."""
    chord = y[0] + (y[-1] - y[0]) * np.arange(len(y)) / max(1, len(y) - 1)
    return int(np.argmax(chord - y))


def _wave(
    y: FloatArray, lo: int, hi: int, threshold: float, flank: int
) -> tuple[int | None, int | None, int | None]:
    """Onset, peak and end of the largest deflection in a span."""
    if hi - lo < 8:  # noqa: PLR2004 - 32 ms hold no wave
        return None, None, None
    span = y[lo:hi]
    dev = span - (span[0] + (span[-1] - span[0]) * np.arange(len(span)) / (len(span) - 1))
    up, down = int(dev.argmax()), int(dev.argmin())
    sign, k = (1.0, up) if dev[up] >= -dev[down] else (-1.0, down)
    if sign * dev[k] < threshold or not 2 <= k <= len(span) - 3:  # noqa: PLR2004 - a peak has two flanks
        return None, None, None
    peak = lo + k
    right = sign * y[peak : min(hi, peak + flank)]
    left = sign * y[max(lo, peak - flank) : peak + 1][::-1]
    return peak - _corner(left), peak, peak + _corner(right)


def _t_wave(slow: FloatArray, qrs_off: int, r: int, rr: int) -> tuple[int | None, int | None, int | None]:
    lo = qrs_off + T_FROM
    hi = min(len(slow), r + min(T_MAX, int(T_TO * rr) + 20))
    return _wave(slow, lo, hi, MIN_WAVE_UV, 50)


def _p_wave(
    slow: FloatArray, x: FloatArray, qrs_on: int, r_before: int | None, t_off_before: int | None
) -> tuple[int | None, int | None, int | None]:
    lo = qrs_on - P_REACH
    if t_off_before is not None:
        lo = max(lo, t_off_before)
    elif r_before is not None:
        lo = max(lo, r_before + (qrs_on - r_before) // 2)
    lo = max(lo, 0)
    hi = qrs_on - P_GUARD
    if hi - lo < 10:  # noqa: PLR2004 - 40 ms hold no P wave
        return None, None, None
    noise = float(np.mean(np.abs(x[lo:hi] - slow[lo:hi])))
    return _wave(slow, lo, hi, max(MIN_WAVE_UV, NOISE_RATIO * noise), 24)
