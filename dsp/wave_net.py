"""A small network that reads where the waves of one beat begin, peak and end.

Made by ``python -m training.waves``, which says what from; ``python -m bench.delineation`` and ``bench.qtdb``
measure how well it does.
"""

from __future__ import annotations

from functools import cache
from math import log, sinh, sqrt
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from dsp.model_arrays import opened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Row = NDArray[np.float32]

FILE: Final = Path(__file__).with_name("waves.npz")  # written by training/waves.py
BEFORE: Final = 120  # samples at 250 Hz before an R peak that are looked at (480 ms)
AFTER: Final = 152  # and from it on (608 ms)
P_BINS: Final = 54  # of two samples, from 112 before the peak to 4 before it
P_FROM: Final = 112
QRS_BINS: Final = 80  # samples, 40 on either side of the peak
T_BINS: Final = 36  # of four samples, from 8 behind the peak on
T_FROM: Final = 8
BINS: Final = P_BINS + QRS_BINS + T_BINS
INPUTS: Final = BINS + 6
STEEP: Final = 3.0  # standard deviations from which large values are compressed
LEAST_UV: Final = 1.0  # added to sizes: a flat line has none
USUAL_RR: Final = 200  # samples: stands for an interval that is not known
NEXT: Final = 100  # 400 ms: a next R peak within it cuts the T wave short, and must be known
PLACES: Final = 8  # outputs that are places: P, QRS and T onset, peak and end in order (QRS without a peak)
P_LOGIT: Final = 8  # the output that says whether there is a P wave
ZERO: Final = np.zeros((), np.float32)  # an array: numpy would make one of a number each time
QUIET: Final = slice(10, 100)  # of the samples looked at: before the QRS complex,
QUIET_BEFORE, QUIET_AFTER = slice(8, 98), slice(12, 102)  # and so many as bend it
QUIET_LENGTH: Final = 90


def _parts() -> Row:
    """Matrix (samples, bins) of centred means over bins: one multiplication for all three waves."""
    weights = np.zeros((BEFORE + AFTER, BINS))
    at = 0
    for first, bins, width in (
        (BEFORE - P_FROM, P_BINS, 2),
        (BEFORE - QRS_BINS // 2, QRS_BINS, 1),
        (BEFORE + T_FROM, T_BINS, 4),
    ):
        for k in range(bins):
            weights[first + k * width : first + (k + 1) * width, at + k] += 1.0 / width
        part = weights[:, at : at + bins]
        part -= part.mean(axis=1, keepdims=True)
        at += bins
    return weights.astype(np.float32)


# Without the zeros it were a third as large; sums come out otherwise in their last digit then, and so does
# a wave in some ten thousand.
PARTS: Final = _parts()


class Look(NamedTuple):
    """What the network sees of a beat.

    ``inputs``: (176,); ``p_size``, ``t_size``: deviation of the signal where P and T may be, uV; ``rough``:
    of its fine grain before the complex, uV.
    """

    inputs: Row
    p_size: float
    t_size: float
    rough: float


def look(near: Row, rr: int | None, next_rr: int | None) -> Look:
    """What is to be seen of a beat.

    Args:
        near: ``BEFORE + AFTER`` samples in uV, the R peak at ``BEFORE``.
        rr: samples since the R peak before; None if not known.
        next_rr: samples to the next one, likewise.
    """
    d = near - near[BEFORE]
    v = np.empty(INPUTS, np.float32)
    bins = v[:BINS]
    d.dot(PARTS, bins)
    p, q, t = v[:P_BINS], v[P_BINS : P_BINS + QRS_BINS], v[P_BINS + QRS_BINS : BINS]
    p_size = sqrt(float(p.dot(p)) / P_BINS) + LEAST_UV
    q_size = sqrt(float(q.dot(q)) / QRS_BINS) + LEAST_UV
    t_size = sqrt(float(t.dot(t)) / T_BINS) + LEAST_UV
    middle = d[QUIET]
    bend = d[QUIET_BEFORE] - (middle + middle)
    bend += d[QUIET_AFTER]
    rough = sqrt(float(bend.dot(bend)) / QUIET_LENGTH) + LEAST_UV
    p *= STEEP / p_size
    q *= STEEP / q_size
    t *= STEEP / t_size
    np.arcsinh(bins, out=bins)
    log_p, log_q, log_t = log(p_size), log(q_size), log(t_size)
    v[BINS:] = (
        min(2.0, max(0.25, (USUAL_RR if rr is None else rr) / 250.0)) - 0.8,
        0.0 if next_rr is None or next_rr > NEXT else 1.0 - next_rr / NEXT,
        log_p - log_q,
        log_t - log_q,
        log(rough) - log_p,
        log_q / 5.0 - 1.0,
    )
    return Look(v, p_size, t_size, rough)


def p_height_uv(seen: Look, on: float, peak: float, off: float) -> float:
    """Height of a P wave over the line between its ends, uV; places in samples from the R peak."""
    item, last = seen.inputs.item, P_BINS - 1
    heights = []
    for place in (on, peak, off):
        k = int(place + P_FROM) // 2
        heights.append(sinh(item(k if 0 <= k <= last else min(last, max(0, k)))))
    begin, top, end = heights
    return abs(top - 0.5 * (begin + end)) * seen.p_size / STEEP


def t_height_uv(seen: Look, on: float, peak: float, off: float) -> float:
    """The same of a T wave."""
    item, first, last = seen.inputs.item, P_BINS + QRS_BINS, T_BINS - 1
    heights = []
    for place in (on, peak, off):
        k = int(place - T_FROM) // 4
        heights.append(sinh(item(first + (k if 0 <= k <= last else min(last, max(0, k))))))
    begin, top, end = heights
    return abs(top - 0.5 * (begin + end)) * seen.t_size / STEEP


class WaveNet:
    """Two hidden layers over one beat."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        w = {name: np.ascontiguousarray(values, np.float32) for name, values in weights.items()}
        self._p_intercept, *self._p_weights = w["p"].tolist()  # of the features of dsp.p_waves
        self._layers = [(w[f"w{k}"], w[f"b{k}"]) for k in (1, 2, 3)]

    def read(self, inputs: Row) -> list[float]:
        """Places in samples from the R peak (``PLACES`` of them), then the logit of a P wave.

        One beat at a time: the last bits of a product of matrices depend on how many rows it has.
        """
        (first, first_bias), (second, second_bias), (last, last_bias) = self._layers
        h = inputs.dot(first)
        h += first_bias
        np.maximum(h, ZERO, out=h)
        h = h.dot(second)
        h += second_bias
        np.maximum(h, ZERO, out=h)
        h = h.dot(last)
        h += last_bias
        said: list[float] = h.tolist()
        return said

    def has_p(self, features: Sequence[float]) -> bool:
        """Whether there is a P wave, by what :func:`dsp.p_waves.judge` says of it."""
        logit: float = sum(map(mul, self._p_weights, features), self._p_intercept)
        return logit > 0.0


def load(path: Path = FILE) -> WaveNet:
    """The network in a file.

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelShape: it is no network of this kind.
    """
    with opened(path) as weights:
        net = WaveNet(weights)
        net.read(np.zeros(INPUTS, np.float32))
    return net


@cache
def shipped() -> WaveNet:
    """The network that comes with Hearth.

    Raises:
        ModelMissing, ModelShape: the installation is damaged.
    """
    return load()


def around(x: FloatArray, at: int) -> Row:
    """Samples that :func:`look` takes around an R peak; the first and last stand for what is not there."""
    lo, hi = at - BEFORE, at + AFTER
    if lo >= 0 and hi <= len(x):
        return x[lo:hi].astype(np.float32, copy=False)
    return x[np.clip(np.arange(lo, hi), 0, len(x) - 1)].astype(np.float32)
