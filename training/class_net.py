"""A network of one hidden layer for several classes, fitted with numpy alone; and its eight bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from dsp.class_model import LABELS
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.class_settings import Settings

    Weights = NDArray[np.float32]

SUPRAVENTRICULAR: Final = LABELS.index(BeatLabel.S)
BETAS: Final = (0.9, 0.999)  # Adam's usual ones (Kingma and Ba 2015), with its decay apart (Loshchilov 2019)
RISE: Final = 0.2  # share of the steps in which the rate rises
MOST: Final = 127.0  # the largest whole number of eight bits
TEMPERATURES: Final = np.exp(np.linspace(np.log(0.5), np.log(4.0), 60))


class Net(NamedTuple):
    """``shift``, ``scale``: (k,) to standard features; ``inner`` (k, h), ``outer`` (h, classes), biases."""

    shift: FloatArray
    scale: FloatArray
    inner: FloatArray
    inner_bias: FloatArray
    outer: FloatArray
    outer_bias: FloatArray

    def logits(self, x: NDArray[np.floating]) -> FloatArray:
        """(n, classes) of features (n, k)."""
        z = (x - self.shift) * self.scale
        hidden = np.maximum(z @ self.inner + self.inner_bias, 0.0)
        return np.asarray(hidden @ self.outer + self.outer_bias, np.float64)


def fit(  # noqa: PLR0917 - examples, how to learn from them, and whom to tell
    x: FloatArray,
    y: NDArray[np.int64],
    weight: FloatArray,
    settings: Settings,
    told: Callable[[], None],
    drawn: NDArray[np.bool_],
) -> Net:
    """The network of least weighted log loss; its members, begun from different weights, stand side by side.

    Some of its units see the looks of a beat as well: they speak for every class but S, which is told by
    timing and likeness alone.

    Args:
        x: (n, k) features.
        y: (n,) class.
        weight: (n,) of each example.
        settings: its sizes and rates.
        told: called after every epoch.
        drawn: (k,) whether a feature is a look.
    """
    shift, scale = x.mean(axis=0), 1.0 / np.maximum(x.std(axis=0), 1e-6)
    z = ((x - shift) * scale).astype(np.float32)
    classes = np.eye(settings.classes, dtype=np.float32)[y]
    w = weight.astype(np.float32)[:, None]
    seen = np.ones((x.shape[1], settings.hidden + settings.looking), np.float32)
    seen[drawn, : settings.hidden] = 0.0
    heard = np.ones((seen.shape[1], settings.classes), np.float32)
    heard[settings.hidden :, SUPRAVENTRICULAR] = 0.0
    masks = (seen, heard)
    members = [_member(z, classes, w, settings, k, told, masks) for k in range(settings.members)]
    inner, inner_bias, outer, outer_bias = zip(*members, strict=True)
    return Net(
        shift.astype(np.float64),
        scale.astype(np.float64),
        np.column_stack(inner).astype(np.float64),
        np.concatenate(inner_bias).astype(np.float64),
        np.vstack(outer).astype(np.float64) / settings.members,
        np.asarray(sum(outer_bias) / settings.members, np.float64),
    )


def _member(  # noqa: PLR0917 - what a member is made of
    z: Weights,
    y: Weights,
    weight: Weights,
    settings: Settings,
    k: int,
    told: Callable[[], None],
    masks: tuple[Weights, Weights],
) -> list[Weights]:
    rng = np.random.default_rng((settings.seed, k))
    values: list[Weights] = []
    for mask in masks:
        spread = np.float32(np.sqrt(1.6 / mask.shape[0]))
        values += [
            rng.standard_normal(mask.shape, np.float32) * spread * mask,
            np.zeros(mask.shape[1], np.float32),
        ]
    means, squares = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    batches = len(z) // settings.batch
    steps, step = batches * settings.epochs, 0
    for _ in range(settings.epochs):
        order = rng.permutation(len(z))
        for at in range(0, batches * settings.batch, settings.batch):
            step += 1
            some = order[at : at + settings.batch]
            rate = settings.rate * _share(step / steps)
            inner, inner_bias, outer, outer_bias = _slopes(values, z[some], y[some], weight[some])
            slopes = (inner * masks[0], inner_bias, outer * masks[1], outer_bias)
            for n, slope in enumerate(slopes):
                means[n] += np.float32(1.0 - BETAS[0]) * (slope - means[n])
                squares[n] += np.float32(1.0 - BETAS[1]) * (slope * slope - squares[n])
                usual = np.sqrt(squares[n] / np.float32(1.0 - BETAS[1] ** step)) + np.float32(1e-8)
                if n % 2 == 0:
                    values[n] *= np.float32(1.0 - rate * settings.decay)
                values[n] -= np.float32(rate / (1.0 - BETAS[0] ** step)) * means[n] / usual
        told()
    return values


def _slopes(values: list[Weights], z: Weights, y: Weights, weight: Weights) -> tuple[Weights, ...]:
    inner, inner_bias, outer, outer_bias = values
    hidden = np.maximum(z @ inner + inner_bias, np.float32(0.0))
    error = (softmax(hidden @ outer + outer_bias) - y) * weight / np.float32(len(y))
    back = (error @ outer.T) * (hidden > 0.0)
    return z.T @ back, back.sum(axis=0), hidden.T @ error, error.sum(axis=0)


def _share(done: float) -> float:
    if done < RISE:
        return 0.5 * (1.0 - float(np.cos(np.pi * done / RISE)))
    return 0.5 * (1.0 + float(np.cos(np.pi * (done - RISE) / (1.0 - RISE))))


def softmax(logits: Any) -> Any:  # noqa: ANN401 - arrays of either precision
    """(n, classes) probabilities."""
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def temperature(logits: FloatArray, y: NDArray[np.int64]) -> float:
    """What logits of unseen beats are to be divided by for probabilities that hold (Guo 2017).

    The log loss would have it that a few bad records spoil the rest: what counts is that they hold.
    """
    errors = [calibration_error(logits / t, y) for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(errors))])


def calibration_error(logits: FloatArray, y: NDArray[np.int64], steps: int = 10) -> float:
    """Mean difference between the probability said of the likeliest class and how often it is right."""
    said = softmax(logits)
    most, right = said.max(axis=1), said.argmax(axis=1) == y
    bins = np.minimum((most * steps).astype(int), steps - 1)
    parts = [abs(most[bins == k].sum() - right[bins == k].sum()) for k in range(steps)]
    return float(sum(parts) / len(y))


def quantized(net: Net) -> dict[str, NDArray[Any]]:
    """The arrays of a model file: weights of eight bits, a scale for each column, the rest as it is."""
    held: dict[str, NDArray[Any]] = {}
    for name in ("inner", "outer"):
        weights = getattr(net, name)
        scale = np.maximum(np.abs(weights).max(axis=0), 1e-12) / MOST
        held[name] = np.rint(weights / scale).astype(np.int8)
        held[f"{name}_scale"] = scale.astype(np.float32)
        held[f"{name}_bias"] = getattr(net, f"{name}_bias").astype(np.float32)
    return held | {"shift": net.shift.astype(np.float32), "scale": net.scale.astype(np.float32)}


def restored(held: dict[str, NDArray[Any]]) -> Net:
    """The network that such arrays hold."""
    return Net(
        held["shift"].astype(np.float64),
        held["scale"].astype(np.float64),
        held["inner"] * held["inner_scale"].astype(np.float64),
        held["inner_bias"].astype(np.float64),
        held["outer"] * held["outer_scale"].astype(np.float64),
        held["outer_bias"].astype(np.float64),
    )
