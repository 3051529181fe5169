"""How good the signal of a window is, and why not better."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.middle import middle
from dsp.quality_features import AT, MIN_LENGTH, measure
from dsp.quality_model import shipped
from dsp.resample import FS_HZ
from dsp.thresholds import value
from dsp.types import QualityReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from dsp.quality_features import Measured, Trust
    from dsp.types import FloatArray

FLAT_UV: Final = 0.5  # sample-to-sample change below the least bit of any front end
FLAT_RUN: Final = FS_HZ // 5  # 200 ms without any change
MANY: Final = 0.5  # share of a window that settles the matter
SOME: Final = 0.2  # share of a window without contact that makes it useless
RAIL_SHARE: Final = 0.02  # of the samples at one extreme value
RAIL_NEAR: Final = 0.002  # of the span: what counts as at the extreme
RAIL_FAR: Final = 0.25  # of the span: a resting baseline is no rail
RAIL_SPAN_UV: Final = 1000.0  # a window of smaller span does not reach any rail
MAINS_RATIO: Final = 1.0  # mains amplitude over that of the QRS band
DRIFT_UV: Final = 3000.0  # baseline swing that leaves the range of common front ends
MUSCLE_RATIO: Final = 0.5  # amplitude of 25 to 47 Hz over that of the QRS band: muscle, not motion
SILENT_UV: Final = 50.0  # steepest change within 16 ms below which there is no beat to miss
SILENT: Final = 0.9  # score of such a window: a silent heart must not pass for a bad signal
CLEAN: Final = 0.6  # probability of clean signal from which a window counts, whatever its beats are taken for
SURE: Final = 7.0  # log odds: nothing in the training set allows to be surer


class Verdict(NamedTuple):
    """``score``: probability that every beat is right; ``noise``: that people would call the window noise."""

    score: float
    analysable: bool
    reasons: tuple[QualityReason, ...]
    noise: float


def assess(
    x: FloatArray,
    off: NDArray[np.bool_],
    peaks: Sequence[int],
    trust: Sequence[Trust] | None = None,
    *,
    cut: bool,
) -> Verdict:
    """Judges a window by its signal and the beats found in it.

    Args:
        x: samples of the window at 250 Hz, uV.
        off: where there was no contact (or no number).
        peaks: R peaks as indices into ``x``, ascending.
        trust: how sure the detector was of each; None: entirely.
        cut: the window was ended by a gap.

    The probability is that of training/quality.py, less the share of time without contact. A window that is
    not analysable has at least one reason; one that is may have some, too: what spoils its waves. Clean
    signal is analysable whatever the score: a run of wide beats whose beats are hard to count is no noise.
    """
    reasons = [QualityReason.GAP] if cut else []
    lost = float(np.count_nonzero(off)) / max(1, len(off))
    if len(x) < MIN_LENGTH:
        return Verdict(0.0, False, (*reasons, QualityReason.GAP)[:1], 0.5)
    if lost > SOME:
        return Verdict(0.0, False, (*reasons, QualityReason.LEAD_OFF), _probability(SURE))
    seen = measure(x, peaks, trust)
    if seen.flat > MANY and _flat_share(x) > MANY:
        return Verdict(0.0, False, (*reasons, QualityReason.FLAT), _probability(SURE))
    judged = shipped().judge(seen.features)
    right = _probability(judged.right)
    if not len(peaks) and seen.levels[AT["peak"]] < SILENT_UV:
        right = max(SILENT, right)
    score = float(round((1.0 - lost) * right, 3))
    reasons += _faults(x, seen)
    if lost:
        reasons.append(QualityReason.LEAD_OFF)
    analysable = score >= value("analysable") or (1.0 - lost) * _probability(judged.clean) >= CLEAN
    if not analysable:
        power = seen.power.tolist()
        muscle = power[6] + power[7] > MUSCLE_RATIO**2 * (power[3] + power[4] + power[5])
        reasons.append(QualityReason.NOISE if muscle else QualityReason.MOTION)
    return Verdict(score, analysable, tuple(reasons), _probability(judged.noise))


def _probability(logit: float) -> float:
    return round(1.0 / (1.0 + exp(-min(SURE, max(-SURE, logit)))), 5)


def _faults(x: FloatArray, seen: Measured) -> Iterator[QualityReason]:
    """What spoils the waves of a window."""
    if _railed(x, seen.top, seen.bottom):
        yield QualityReason.SATURATED
    power = seen.power.tolist()
    if max(power[9], power[11]) > MAINS_RATIO**2 * (power[3] + power[4] + power[5]):
        yield QualityReason.MAINS
    if 4.0 * power[0] ** 0.5 / len(x) > DRIFT_UV:
        yield QualityReason.BASELINE


def _flat_share(x: FloatArray) -> float:
    moving = np.flatnonzero(np.abs(np.diff(x)) >= FLAT_UV)
    edges = np.concatenate(([-1], moving, [len(x) - 1]))
    runs = np.diff(edges)
    return float(runs[runs >= FLAT_RUN].sum()) / len(x)


def _railed(x: FloatArray, top: float, bottom: float) -> bool:
    """Whether many samples are at the highest or lowest value, and that is far from the middle."""
    span = top - bottom
    if span < RAIL_SPAN_UV:
        return False
    least, near = RAIL_SHARE * len(x), RAIL_NEAR * span
    high, low = (np.count_nonzero(x >= top - near) > least, np.count_nonzero(x <= bottom + near) > least)
    if not high and not low:
        return False
    usual = middle(x)
    return bool((high and top - usual > RAIL_FAR * span) or (low and usual - bottom > RAIL_FAR * span))
