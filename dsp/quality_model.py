"""What a fitted network makes of a window's features: right beats, noise to people, a clean signal."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.model_arrays import opened
from dsp.models import ModelShape
from dsp.quality_features import NAMES

if TYPE_CHECKING:
    from dsp.types import FloatArray

FILE: Final = Path(__file__).with_name("quality_model.npz")  # written by training/quality.py
REACH: Final = 3.0  # standard deviations: what lies farther off is no further news


class Judgement(NamedTuple):
    """Log odds.

    ``right``: every beat found, and none invented; ``noise``: people would call it noise; ``clean``: no noise
    that could hide a beat, whatever the heart does.
    """

    right: float
    noise: float
    clean: float


class Network(NamedTuple):
    """One hidden layer; ``shift``, ``scale`` (k,), ``inner`` (k + 1, h), ``outer`` (h + 1, 3), bias last."""

    shift: FloatArray
    scale: FloatArray
    inner: FloatArray
    outer: FloatArray

    def judge(self, features: FloatArray) -> Judgement:
        """Log odds for the features of one window, (k,)."""
        z = features - self.shift
        z *= self.scale
        np.minimum(np.maximum(z, -REACH, out=z), REACH, out=z)
        h = z @ self.inner[:-1]
        h += self.inner[-1]
        said = np.tanh(h, out=h) @ self.outer[:-1] + self.outer[-1]
        return Judgement(*said.tolist())


def load(path: Path = FILE) -> Network:
    """The network in a file.

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelShape: it is no such network, or for other features than this chain has.
    """
    with opened(path) as held:
        if tuple(held["names"].tolist()) != NAMES:
            raise ModelShape(path, "fitted on other features; run python -m training.quality")
        network = Network(*(held[name].astype(np.float64) for name in Network._fields))
    if network.inner.shape != (len(NAMES) + 1, len(network.outer) - 1):
        raise ModelShape(path, f"layers of {network.inner.shape} and {network.outer.shape}")
    return network


def save(path: Path, network: Network) -> None:
    """Writes the file that :func:`load` reads."""
    held = {name: value.astype(np.float32) for name, value in network._asdict().items()}
    np.savez_compressed(path, names=np.array(NAMES), **held)


@cache
def shipped() -> Network:
    """The network that comes with Hearth.

    Raises:
        ModelMissing, ModelShape: the installation is damaged.
    """
    return load()
