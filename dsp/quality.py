"""How good the signal of a window is, and why not better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.middle import middle
from dsp.resample import FS_HZ
from dsp.types import QualityReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

FLAT_UV: Final = 0.5  # sample-to-sample change below the least bit of any front end
FLAT_RUN: Final = FS_HZ // 5  # 200 ms without any change
MANY: Final = 0.5  # share of a window that settles the matter
SOME: Final = 0.2  # share of a window without contact that makes it useless
RAIL_SHARE: Final = 0.02  # of the samples at one extreme value
RAIL_NEAR: Final = 0.002  # of the span: what counts as at the extreme
RAIL_FAR: Final = 0.25  # of the span: a resting baseline is no rail
RAIL_FACTOR: Final = 0.3  # a clipped window has beats but no amplitudes
MAINS_FACTOR: Final = 0.6  # beats are found through it, waves less well
DRIFT_FACTOR: Final = 0.6  # likewise
RAIL_SPAN_UV: Final = 1000.0  # a window of smaller span does not reach any rail
MAINS_RATIO: Final = 1.0  # mains amplitude over that of the QRS band
DRIFT_UV: Final = 3000.0  # baseline swing that leaves the range of common front ends
CORRELATION_LOW: Final = 0.55  # mean likeness of the beats below which nothing can be measured
CORRELATION_HIGH: Final = 0.92  # and above which they are as like as beats get
TEMPLATE_BEFORE: Final = 25  # 100 ms
TEMPLATE_AFTER: Final = 50  # 200 ms
ANALYSABLE: Final = (
    0.2  # score: keeps 98 % of the windows of CinC 2017 that have a rhythm, and half of the noise
)
MUSCLE_RATIO: Final = 0.7  # amplitude above 30 Hz over that of the QRS band: muscle, not motion
QUIET_UV: Final = (
    25.0  # amplitude above 30 Hz below which a signal without beats is a silent heart, not noise
)
RMS: Final = float(np.sqrt(2.0 / 0.375))  # from the length of a Hann-windowed spectrum to a root mean square
MIN_BEATS: Final = 3  # to speak of likeness
MIN_LENGTH: Final = FS_HZ  # one second: shorter pieces are not judged


class Spectrum(NamedTuple):
    """Mains over QRS amplitude; swing of the baseline; amplitude above 30 Hz, over the QRS and in uV."""

    mains: float
    drift_uv: float
    high: float
    high_uv: float


def template_correlation(x: FloatArray, peaks: Sequence[int]) -> float | None:
    """Mean over beats of the largest correlation with the median beat or a neighbour; None below 3 beats.

    ``x``: samples at 250 Hz; ``peaks``: R peaks as indices into it. After Orphanidou 2015, with neighbours
    added so that two alternating shapes do not look like noise.
    """
    keep = [p for p in peaks if p >= TEMPLATE_BEFORE and p + TEMPLATE_AFTER <= len(x)]
    if len(keep) < MIN_BEATS:
        return None
    rows = x[np.asarray(keep)[:, None] + np.arange(-TEMPLATE_BEFORE, TEMPLATE_AFTER)]
    rows = rows - rows.mean(axis=1, keepdims=True)
    norms = np.sqrt((rows * rows).sum(axis=1))
    rows = rows / np.maximum(norms, 1e-9)[:, None]
    likeness = rows @ rows.T
    np.fill_diagonal(likeness, -1.0)
    # The better half of the others: a single odd beat neither hides nor spoils the rest.
    k = max(1, (len(keep) - 1) // 2)
    best = np.sort(likeness, axis=1)[:, -k:]
    return float(best.mean())


def assess(
    x: FloatArray, off: NDArray[np.bool_], peaks: Sequence[int], *, cut: bool
) -> tuple[float, bool, tuple[QualityReason, ...]]:
    """Score, whether analysable, and the reasons against.

    Args:
        x: samples of the window at 250 Hz, uV.
        off: where there was no contact (or no number).
        peaks: R peaks as indices into ``x``.
        cut: the window was ended by a gap.
    """
    reasons = [QualityReason.GAP] if cut else []
    if useless := _useless(x, off):
        return 0.0, False, (*reasons, useless)
    spectrum = _spectrum(x)
    score = 1.0 - float(off.mean())
    for reason, factor in _faults(x, spectrum):
        reasons.append(reason)
        score *= factor
    if off.any():
        reasons.append(QualityReason.LEAD_OFF)
    muscle = spectrum.high > MUSCLE_RATIO and spectrum.high_uv > QUIET_UV
    likeness = template_correlation(x, peaks)
    if likeness is None:
        likeness = CORRELATION_LOW if muscle else CORRELATION_HIGH
    score *= min(1.0, max(0.0, (likeness - CORRELATION_LOW) / (CORRELATION_HIGH - CORRELATION_LOW)))
    score = round(score, 3)
    if score < ANALYSABLE:
        reasons.append(QualityReason.NOISE if muscle else QualityReason.MOTION)
    return score, score >= ANALYSABLE, tuple(reasons)


def _useless(x: FloatArray, off: NDArray[np.bool_]) -> QualityReason | None:
    """What by itself rules a window out."""
    if len(x) < MIN_LENGTH:
        return QualityReason.GAP
    if float(off.mean()) > SOME:
        return QualityReason.LEAD_OFF
    return QualityReason.FLAT if _flat_share(x) > MANY else None


def _faults(x: FloatArray, spectrum: Spectrum) -> Iterator[tuple[QualityReason, float]]:
    """What spoils a window, and the factor it costs."""
    if _rail_share(x) > RAIL_SHARE:
        yield QualityReason.SATURATED, RAIL_FACTOR
    if spectrum.mains > MAINS_RATIO:
        yield QualityReason.MAINS, MAINS_FACTOR
    if spectrum.drift_uv > DRIFT_UV:
        yield QualityReason.BASELINE, DRIFT_FACTOR


def _flat_share(x: FloatArray) -> float:
    moving = np.flatnonzero(np.abs(np.diff(x)) >= FLAT_UV)
    edges = np.concatenate(([-1], moving, [len(x) - 1]))
    runs = np.diff(edges)
    return float(runs[runs >= FLAT_RUN].sum()) / len(x)


def _rail_share(x: FloatArray) -> float:
    """Share of samples at the highest or lowest value, where that is far from the middle."""
    top, bottom, usual = float(x.max()), float(x.min()), middle(x)
    if top - bottom < RAIL_SPAN_UV:
        return 0.0
    near, far = RAIL_NEAR * (top - bottom), RAIL_FAR * (top - bottom)
    high = float(np.mean(x >= top - near)) if top - usual > far else 0.0
    low = float(np.mean(x <= bottom + near)) if usual - bottom > far else 0.0
    return max(high, low)


def _spectrum(x: FloatArray) -> Spectrum:
    power = np.abs(np.fft.rfft((x - x.mean()) * np.hanning(len(x)))) ** 2
    hz = FS_HZ / len(x)

    def band(a: float, b: float) -> float:
        return float(np.sqrt(power[round(a / hz) : round(b / hz) + 1].sum()))

    qrs = max(band(5.0, 25.0), 1e-6)
    mains = max(band(49.0, 51.0), band(59.0, 61.0))
    high = band(30.0, 47.0)
    return Spectrum(mains / qrs, band(0.0, 0.7) * 4.0 / len(x), high / qrs, high * RMS / len(x))
