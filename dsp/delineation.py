"""Where the waves of a beat begin, peak and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import numpy as np

from dsp.middle import middle
from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray

QRS_REACH: Final = 30  # 120 ms on either side of the R peak
QRS_SLOPE: Final = 0.085  # of the steepest slope: where a complex has begun
QRS_ON_SHIFT: Final = 2  # samples: readers set the onset where the foot of the slope begins
QRS_OFF_SHIFT: Final = 1
QRS_QUIET: Final = 3  # samples in a row below it
SLOW_A: Final = 7  # two running means leave P and T below 12 Hz
SLOW_B: Final = 7
T_FROM: Final = 8  # 32 ms after the complex
T_TO: Final = 0.45  # of the RR interval, after R
T_EXTRA: Final = 22  # and samples beyond
T_FLANK: Final = 60  # 240 ms: longest rise or fall of a T wave
P_FLANK: Final = 28  # 112 ms: of a P wave
T_MAX: Final = 140  # 560 ms: no T wave ends later
P_REACH: Final = 62  # 248 ms before the complex
P_GUARD: Final = 1  # sample between P wave and complex
P_AGREE_BEATS: Final = 3  # fewer P waves cannot contradict each other
P_AGREE_SHARE: Final = 0.42  # of the beats that must have one
P_AGREE_SIGN: Final = 0.3  # share of one polarity over the other
P_AGREE_SPREAD: Final = 3  # samples that their places may spread when
P_AGREE_LIKENESS: Final = 0.6  # the segments before the complexes are less like their mean than this,
P_AGREE_LEAST: Final = 0.4  # but at least so
P_SEGMENT: Final = 60  # 240 ms before a complex
MIN_WAVE_UV: Final = 8.0  # a wave below is not told from noise
NOISE_RATIO: Final = 2.0  # a wave stands out of the high-frequency noise so many times
LEAST: Final = 2 * FS_HZ // 5  # 400 ms: shorter pieces hold no beat with its waves
RAMP: Final = np.arange(2 * T_MAX, dtype=np.float64)  # longer than any span


class Marks(NamedTuple):
    """Boundaries of one beat as indices into the delineated array; None where a wave was not found.

    ``p_uv``, ``t_uv``, ``st_uv``: see :class:`dsp.types.Fiducials`.
    """

    p_on: int | None
    p_peak: int | None
    p_off: int | None
    qrs_on: int | None
    qrs_off: int | None
    t_on: int | None
    t_peak: int | None
    t_off: int | None
    p_uv: float | None = None
    t_uv: float | None = None
    st_uv: float | None = None


PLACES: Final = 8  # of the fields above: those that are indices


class Delineate(Protocol):
    """What a delineator is: see :func:`delineate`."""

    def __call__(
        self, x: FloatArray, r_peaks: Sequence[int], first: int = 0, stop: int | None = None
    ) -> list[Marks]:
        """Marks of the peaks from ``first`` to before ``stop``."""


NOTHING: Final = Marks(None, None, None, None, None, None, None, None)


def delineate(x: FloatArray, r_peaks: Sequence[int], first: int = 0, stop: int | None = None) -> list[Marks]:
    """Delineates the beats of a stretch of signal.

    Args:
        x: samples at 250 Hz in uV.
        r_peaks: all R peaks in it, ascending.
        first: index of the first peak to delineate; those before are context.
        stop: index one past the last peak to delineate; those behind are context.

    QRS: from the first to the last place near R where the slope exceeds a share of the steepest slope. P, T:
    largest deflection from the chord of their search span on the smoothed signal; their ends are the points
    farthest from the chord peak-to-quiet (the triangle form of Vazquez-Seisdedos 2011).
    """
    stop = len(r_peaks) if stop is None else stop
    if len(x) < LEAST:
        return [NOTHING] * (stop - first)
    slow = _smooth(_smooth(x, SLOW_A), SLOW_B)
    fast = _smooth(x, 3)
    slope = np.zeros_like(x)
    slope[2:-2] = np.abs(fast[4:] - fast[:-4])
    rough = np.concatenate((np.zeros(1), np.cumsum(np.abs(x - slow))))
    marks: list[Marks] = []
    t_off_before: int | None = None
    for i in range(max(0, first - 1), stop):
        r = r_peaks[i]
        rr_next = r_peaks[i + 1] - r if i + 1 < len(r_peaks) else (r - r_peaks[i - 1] if i else FS_HZ)
        qrs_on, qrs_off = _qrs(slope, r)
        t = _t_wave(slow, qrs_off, r, rr_next)
        p = _p_wave(slow, rough, qrs_on, r_peaks[i - 1] if i else None, t_off_before)
        t_off_before = t[2]
        if i >= first:
            marks.append(Marks(p[0], p[1], p[2], qrs_on, qrs_off, t[0], t[1], t[2]))
    return marks if _p_waves_agree(x, slow, marks) else [_without_p(mark) for mark in marks]


def _without_p(mark: Marks) -> Marks:
    return mark._replace(p_on=None, p_peak=None, p_off=None)


def _p_waves_agree(x: FloatArray, slow: FloatArray, marks: Sequence[Marks]) -> bool:
    """Whether the P waves have one shape, one sign and one place: the waves of AF and flutter do not."""
    found = [m for m in marks if m.p_on is not None and m.p_peak is not None and m.p_off is not None]
    if len(found) < P_AGREE_BEATS:
        return True
    if len(found) < P_AGREE_SHARE * len(marks):
        return False
    on, peak, off, qrs = (np.array([m[k] for m in found]) for k in (0, 1, 2, 3))
    sign = float(np.mean(np.sign(slow[peak] - 0.5 * (slow[on] + slow[off]))))
    if abs(sign) < P_AGREE_SIGN:
        return False
    pr = qrs - peak
    spread = middle(np.abs(pr - middle(pr)))
    starts = qrs[qrs >= P_SEGMENT] - P_SEGMENT
    if len(starts) < P_AGREE_BEATS:
        return True
    rows = x[starts[:, None] + np.arange(P_SEGMENT)]
    rows = rows - rows.mean(axis=1, keepdims=True)
    mean = rows.mean(axis=0)
    norms = np.sqrt((rows * rows).sum(axis=1) * (mean * mean).sum())
    likeness = float(np.mean((rows * mean).sum(axis=1) / np.maximum(norms, 1e-9)))
    return likeness >= P_AGREE_LIKENESS or (likeness >= P_AGREE_LEAST and spread <= P_AGREE_SPREAD)


def _smooth(x: FloatArray, n: int) -> FloatArray:
    half = n // 2
    padded = np.concatenate((np.full(half + 1, x[0]), x, np.full(half, x[-1])))
    total = np.cumsum(padded)
    mean: FloatArray = (total[n:] - total[:-n]) / n
    return mean


def _qrs(slope: FloatArray, r: int) -> tuple[int, int]:
    lo, hi = max(0, r - QRS_REACH), min(len(slope), r + QRS_REACH + 1)
    near = slope[lo:hi]
    still = near < QRS_SLOPE * float(near.max())
    calm = (still[:-2] & still[1:-1] & still[2:]).nonzero()[0]  # three samples in a row, by the first of them
    split = int(calm.searchsorted(r - lo))
    before = int(calm[:split].searchsorted(r - lo - QRS_QUIET))
    on = lo + int(calm[before - 1]) + QRS_QUIET - QRS_ON_SHIFT if before else lo
    off = lo + int(calm[split]) + QRS_OFF_SHIFT if split < len(calm) else hi - 1
    return max(0, on), min(off, len(slope) - 1)


def _corner(y: FloatArray) -> int:
    """Index farthest below the chord from the first to the last sample of a falling flank."""
    n = len(y)
    return int((RAMP[:n] * (float(y[-1] - y[0]) / max(1, n - 1)) - y).argmax())


def _wave(
    y: FloatArray, lo: int, hi: int, threshold: float, flank: int
) -> tuple[int | None, int | None, int | None]:
    """Onset, peak and end of the largest deflection in a span."""
    if hi - lo < 8:  # noqa: PLR2004 - 32 ms hold no wave
        return None, None, None
    span = y[lo:hi]
    n = len(span)
    start = float(span[0])
    dev = span - RAMP[:n] * ((float(span[-1]) - start) / (n - 1))
    up, down = int(dev.argmax()), int(dev.argmin())
    high, low = float(dev[up]) - start, start - float(dev[down])
    sign, k, size = (1.0, up, high) if high >= low else (-1.0, down, low)
    if size < threshold or not 2 <= k <= n - 3:  # noqa: PLR2004 - a peak has two flanks
        return None, None, None
    peak = lo + k
    right = sign * y[peak : min(hi, peak + flank)]
    left = sign * y[max(lo, peak - flank) : peak + 1][::-1]
    return peak - _corner(left), peak, peak + _corner(right)


def _t_wave(slow: FloatArray, qrs_off: int, r: int, rr: int) -> tuple[int | None, int | None, int | None]:
    lo = qrs_off + T_FROM
    hi = min(len(slow), r + min(T_MAX, int(T_TO * rr) + T_EXTRA))
    return _wave(slow, lo, hi, MIN_WAVE_UV, T_FLANK)


def _p_wave(
    slow: FloatArray, rough: FloatArray, qrs_on: int, r_before: int | None, t_off_before: int | None
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
    noise = float(rough[hi] - rough[lo]) / (hi - lo)
    return _wave(slow, lo, hi, max(MIN_WAVE_UV, NOISE_RATIO * noise), P_FLANK)
