"""A network of one hidden layer, small enough to be fitted with numpy alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from training.logistic import fit as logistic

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dsp.types import FloatArray

HIDDEN: Final = 16
MEMBERS: Final = 3  # networks whose mean is taken: side by side they are one wider network
EPOCHS: Final = 16
BATCH: Final = 256
RATE: Final = 1e-2  # the highest, a third of the way; from and to nothing along a cosine
DECAY: Final = 0.3  # of the weights, per unit of rate
BETAS: Final = (0.9, 0.999)  # Adam's usual ones (Kingma and Ba 2015), with its decay apart (Loshchilov 2019)
RISE: Final = 0.3
REACH: Final = 3.0  # standard deviations: what lies farther off is no further news


class Net(NamedTuple):
    """``shift``, ``scale``: (k,) to standard ones; ``inner`` (k + 1, h), ``outer`` (h + 1,), bias last."""

    shift: FloatArray
    scale: FloatArray
    inner: FloatArray
    outer: FloatArray

    def logit(self, x: FloatArray) -> FloatArray:
        """(n,) of features (n, k)."""
        z = np.clip((x - self.shift) * self.scale, -REACH, REACH)
        hidden = np.tanh(z @ self.inner[:-1] + self.inner[-1])
        return np.asarray(hidden @ self.outer[:-1] + self.outer[-1], np.float64)


def fit(
    x: FloatArray,
    y: FloatArray,
    weight: FloatArray,
    seed: int,
    told: Callable[[], None],
    *,
    like: Net | None = None,
) -> Net:
    """The network of least weighted log loss, of ``MEMBERS`` begun from different weights.

    Args:
        x: (n, k) features.
        y: (n,) 0 or 1.
        weight: (n,) of each example.
        seed: of the first weights and of the order of examples.
        told: called after every epoch.
        like: takes this one's standard features, so that both can share them.
    """
    shift = x.mean(axis=0) if like is None else like.shift
    scale = 1.0 / np.maximum(x.std(axis=0), 1e-6) if like is None else like.scale
    z = np.clip((x - shift) * scale, -REACH, REACH)
    z = np.column_stack((z, np.ones(len(z)))).astype(np.float32)
    parts = [
        _member(z, y.astype(np.float32), weight.astype(np.float32), seed + k, told) for k in range(MEMBERS)
    ]
    outer = np.concatenate([part[1][:-1] for part in parts] + [[sum(part[1][-1] for part in parts)]])
    return Net(shift, scale, np.column_stack([part[0] for part in parts]).astype(np.float64), outer / MEMBERS)


def calibrated(net: Net, logit: FloatArray, y: FloatArray, weight: FloatArray) -> Net:
    """The network with its logit made a straight line's worth truer (Platt 1999).

    ``logit``: (n,) what was said of examples by networks that had not seen them.
    """
    b = logistic(logit[:, None], y, weight, 1e-3)
    return net._replace(outer=np.append(net.outer[:-1] * b[1], net.outer[-1] * b[1] + b[0]))


def _member(
    z: FloatArray, y: FloatArray, weight: FloatArray, seed: int, told: Callable[[], None]
) -> tuple[FloatArray, FloatArray]:
    rng = np.random.default_rng(seed)
    k = z.shape[1]
    values: list[NDArray[np.floating]] = [
        rng.uniform(-1.0, 1.0, (k, HIDDEN)).astype(np.float32) / np.float32(np.sqrt(k)),
        rng.uniform(-1.0, 1.0, HIDDEN + 1).astype(np.float32) / np.float32(np.sqrt(HIDDEN)),
    ]
    means, squares = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    steps = len(z) // BATCH
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(z))
        for at in range(0, steps * BATCH, BATCH):
            step += 1
            some = order[at : at + BATCH]
            slopes = _slopes(values, z[some], y[some], weight[some])
            rate = _rate(step / (steps * EPOCHS))
            for n, slope in enumerate(slopes):
                means[n] += (1.0 - BETAS[0]) * (slope - means[n])
                squares[n] += (1.0 - BETAS[1]) * (slope * slope - squares[n])
                usual = np.sqrt(squares[n] / (1.0 - BETAS[1] ** step)) + 1e-8
                values[n] *= 1.0 - rate * DECAY
                values[n] -= rate * (means[n] / (1.0 - BETAS[0] ** step)) / usual
        told()
    return values[0].astype(np.float64), values[1].astype(np.float64)


def _slopes(
    values: list[NDArray[np.floating]], z: FloatArray, y: FloatArray, weight: FloatArray
) -> tuple[NDArray[np.floating], ...]:
    hidden = np.tanh(z @ values[0])
    logit = hidden @ values[1][:-1] + values[1][-1]
    error = weight * (1.0 / (1.0 + np.exp(-np.clip(logit, -30.0, 30.0))) - y) / np.float32(len(y))
    back = error[:, None] * values[1][:-1] * (1.0 - hidden * hidden)
    return z.T @ back, np.append(hidden.T @ error, error.sum())


def _rate(share: float) -> float:
    if share < RISE:
        return RATE * 0.5 * (1.0 - float(np.cos(np.pi * share / RISE))) + RATE / 25.0
    return RATE * 0.5 * (1.0 + float(np.cos(np.pi * (share - RISE) / (1.0 - RISE))))
