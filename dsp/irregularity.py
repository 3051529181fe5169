"""How irregular the RR intervals are, told apart from repeating patterns of ectopic beats."""

from __future__ import annotations

from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.middle import mean, middle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray

MIN_INTERVALS: Final = 12  # fewer say nothing about regularity
TOLERANCE_MS: Final = 30.0  # intervals are alike within it (Lake and Moorman 2011)
CHANGE: Final = 0.04  # of the median interval: a change that respiration rarely makes
# Logistic weights, fitted on MIT-BIH's DS1 by training/af_rule.py; see docs/models.md.
W_ENTROPY: Final = 4.45
W_CHANGE: Final = 3.10
W_P_WAVE: Final = -4.54
W_COUNT: Final = 1.77
W_0: Final = 3.72
USUAL_COUNT: Final = 30.0  # intervals in half a minute, at 60 bpm: what their number is compared with
HALF_MINUTE_MS: Final = 30_000.0
NEUTRAL_P: Final = 0.5  # share of P waves that says nothing either way
# The same without a waveform: from all intervals that a heart can have, early beats among them.
R_0: Final = 3.66
R_ENTROPY: Final = 7.24
R_CHANGE: Final = 2.80


def sample_entropy(rr_ms: FloatArray) -> float:
    """Coefficient of sample entropy of intervals, length 1 (Lake and Moorman 2011).

    High when alike intervals are followed by unlike ones, as in AF; the tolerance and the rate are taken out.
    """
    apart = rr_ms[:, None] - rr_ms
    near = np.abs(apart, out=apart) < TOLERANCE_MS
    n = len(rr_ms) - 1
    # Pairs with a next one each: all but those of the last, which is alike to itself.
    ones = (np.count_nonzero(near) - 2 * np.count_nonzero(near[-1]) + 1 - n) / 2.0
    twos = (np.count_nonzero(near[:-1, :-1] & near[1:, 1:]) - n) / 2.0
    return log(max(ones, 0.5) / max(twos, 0.5)) + log(2.0 * TOLERANCE_MS / middle(rr_ms))


def changing_share(rr_ms: FloatArray) -> float:
    """Share of intervals that differ from those one, two and three beats later: the least of the three.

    AF changes at every distance; bigeminy repeats after two beats, trigeminy after three.
    """
    limit = CHANGE * middle(rr_ms)
    n = len(rr_ms)
    return min(np.count_nonzero(np.abs(rr_ms[k:] - rr_ms[:-k]) > limit) / (n - k) for k in (1, 2, 3))


@lru_cache(maxsize=2)  # a window asks about the same intervals more than once
def _disorder(rr_ms: tuple[float, ...]) -> tuple[float, float]:
    """Coefficient of sample entropy, and share of changing intervals."""
    rr = np.array(rr_ms, np.float64)
    return sample_entropy(rr), changing_share(rr)


def fullness(count: float) -> float:
    """How many intervals half a minute held, against the usual number, as a logarithm.

    AF is fast more often than not, and few intervals, where many beats are ectopic, tell little.
    """
    return log(count / USUAL_COUNT)


def af_logit(
    rr_ms: Sequence[float],
    p_share: float | None,
    *,
    count: float | None = None,
    least: int = MIN_INTERVALS,
) -> float | None:
    """Evidence for AF: above zero when it is likelier than not. None below ``least`` intervals.

    Args:
        rr_ms: successive intervals of some 30 s.
        p_share: share of beats before which a P wave was found, None where that is not known.
        count: intervals that half a minute held, ectopic ones left out; None: as many as it could hold.
        least: intervals that are enough.
    """
    if len(rr_ms) < least:
        return None
    p = NEUTRAL_P if p_share is None else p_share
    some = HALF_MINUTE_MS / mean(rr_ms) if count is None else count
    entropy, changing = _disorder(tuple(rr_ms))
    told = W_0 + W_ENTROPY * entropy + W_CHANGE * changing
    return told + W_P_WAVE * p + W_COUNT * fullness(some)


def af_logit_rr(rr_ms: Sequence[float], *, least: int = MIN_INTERVALS) -> float | None:
    """As :func:`af_logit`, of a wearable without a waveform: nothing is known of P waves and early beats."""
    if len(rr_ms) < least:
        return None
    entropy, changing = _disorder(tuple(rr_ms))
    return R_0 + R_ENTROPY * entropy + R_CHANGE * changing


def irregularity(rr_ms: Sequence[float]) -> float | None:
    """Irregularity from 0 to 1, 0.5 where AF and the rest are told apart; P waves are left out of it."""
    logit = af_logit(rr_ms, None)
    return None if logit is None else 1.0 / (1.0 + exp(-min(max(logit, -30.0), 30.0)))
