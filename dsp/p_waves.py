"""Whether a beat has a P wave: by its look, and by what the beats before had."""

from __future__ import annotations

from math import log, sqrt, tanh
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp import wave_net
from dsp.wave_net import P_LOGIT, p_height_uv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.state import State
    from dsp.wave_net import Look, Row

SHAPE: Final = 48  # bins of the P part, without those that the complex reaches into
BINS: Final = np.float32(SHAPE)
SURE: Final = 6.0  # logits beyond say no more
RATE: Final = 0.15  # of a new beat in what is remembered, once there are several
UNEVEN: Final = 0.5  # of an interval: larger changes are ectopic beats or pauses
UNEVEN_RATE: Final = 0.12
FAR: Final = 10.0  # samples: a P wave so far from the usual place is elsewhere
APART: Final = 25.0  # samples from the last T wave's end, from which they do not disturb each other
FEATURES: Final = 9


ALIKE: Final = 0.5  # mean likeness of the looks before the complex, below which they may be the waves of AF
EVEN: Final = 0.10  # mean change of RR intervals, as a share: below, the rhythm is not AF
ALIKE_BEATS: Final = 4  # fewer cannot contradict each other
EDGE: Final = 2  # samples on either side of a wave's end that its level is the mean of
SMOOTH: Final = 4  # samples: a P wave has nothing finer
LEAST_SWING_UV: Final = 5.0  # a flatter wave is not told from an amplifier's noise,
SWING_NOISE: Final = 0.3  # nor one that stands out of the fine grain of the signal by less than this
RAMP: Final = np.arange(0.5, wave_net.BEFORE + wave_net.AFTER, dtype=np.float32)


class Past(NamedTuple):
    """What the beats so far showed.

    ``shape``: (48,) their mean look before the complex, None at first; ``sure``: mean squashed logit;
    ``uneven``: mean change from one RR interval to the next, as a share; ``place``: usual P peak before the
    complex, samples; ``rr``: last interval, samples; ``alike``: mean correlation of the beats' looks with
    ``shape``; ``n``: beats.
    """

    shape: Row | None = None
    sure: float = 0.0
    uneven: float = 0.0
    place: float = 0.0
    rr: int | None = None
    alike: float = 1.0
    n: int = 0

    def state(self) -> State:
        """As a state to pack."""
        return self._asdict()

    @classmethod
    def loaded(cls, saved: State) -> Past:
        """What :meth:`state` gave."""
        return cls(**saved)


BLANK: Final = Past()


def judge(
    seen: Look, said: Sequence[float], rr: int | None, after_t: float | None, past: Past
) -> tuple[tuple[float, ...], Past]:
    """What speaks for and against a P wave (FEATURES numbers), and what is to be remembered.

    Args:
        seen: the beat's look.
        said: what the network said of it.
        rr: samples since the beat before; None if not known.
        after_t: samples from the end of the last T wave to the P wave's onset; None if not known.
        past: of the beats before.
    """
    before, sure, change, usual, rr_before, likeness, n = past
    logit = _within(said[P_LOGIT], SURE)
    height = p_height_uv(seen, said[0], said[1], said[2]) + 1.0
    new = 1.0 / (1.0 + n)
    rate = max(RATE, new)
    shape = seen.inputs[:SHAPE]
    shape = mean = shape - np.add.reduce(shape) / BINS
    like = 0.0
    if before is not None:
        sizes = float(shape.dot(shape)) * float(before.dot(before))
        like = float(shape.dot(before)) / sqrt(max(1e-9, sizes))
        mean = shape - before
        mean *= rate
        mean += before
    place = said[3] - said[1]
    if rr is not None and rr_before is not None:
        change += UNEVEN_RATE * (min(UNEVEN, abs(rr - rr_before) / max(1, rr_before)) - change)
    features = (
        logit,
        sure,
        like,
        change,
        _within(log(height / seen.rough), 2.0),
        _within(log(height / 20.0), 2.0),
        min(FAR, abs(place - usual)) / FAR if n else 0.0,
        0.5 if after_t is None else _within(after_t / APART, 1.0),
        new,
    )
    if n:
        likeness += rate * (like - likeness)
    return features, Past(
        mean,
        sure + rate * (tanh(0.5 * logit) - sure),
        change,
        usual + rate * (place - usual),
        rr_before if rr is None else rr,
        likeness,
        min(n + 1, 1000),
    )


def _within(x: float, far: float) -> float:
    # Comparing is quicker than min and max, and this is asked four times for each beat.
    if x > far:
        return far
    if x < -far:
        return -far
    return x


def alike(past: Past) -> bool:
    """Whether the beats so far look alike before the complex, or come evenly; in AF they do neither."""
    return past.n < ALIKE_BEATS or past.uneven < EVEN or past.alike >= ALIKE


def stands_out(seen: Look, near: Row, on: float, off: float) -> bool:
    """Whether the signal between the ends of a P wave is more than noise about a line.

    ``near``: what :func:`dsp.wave_net.look` took; places in samples from the R peak. A hump, a hollow and
    both one after the other count alike.
    """
    lo = max(EDGE, wave_net.BEFORE + round(on))
    hi = max(lo + 2 * SMOOTH, wave_net.BEFORE + round(off))
    begin, end = near[lo - EDGE : lo + EDGE + 1].tolist(), near[hi - EDGE : hi + EDGE + 1].tolist()
    first, last = sum(begin) / len(begin), sum(end) / len(end)
    held = near[lo : hi + 1]
    x = held[3:] + held[2:-1]
    x += held[1:-2]
    x += held[:-3]
    x *= 0.25
    n = len(x)
    line = RAMP[:n] * ((last - first) / n)
    line += first
    x -= line
    swing = sqrt(float(x.dot(x)) / n)
    return swing >= max(LEAST_SWING_UV, SWING_NOISE * seen.rough)
