"""The network that tells the class of a beat from its timing and its shape.

Made by ``python -m training.classes``, which says what from; ``python -m bench.classes`` measures it.
"""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from dsp.model_arrays import meta_of, opened
from dsp.models import ModelShape
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


FILE: Final = Path(__file__).with_name("class_model.npz")  # written by training/classes.py
LABELS: Final = (BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.F)
ZERO: Final = np.zeros((), np.float32)


class Said(NamedTuple):
    """A class, and how likely it is the right one, calibrated."""

    label: BeatLabel
    probability: float


class Network:
    """One hidden layer, its weights whole numbers of eight bits with a scale for each unit.

    ``meta``: name, version, features, labels, data, licence.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]) -> None:
        self.meta = dict(meta)
        wide = {name: array.astype(np.float64) for name, array in arrays.items() if name != "meta"}
        # Shift and scale of the features are taken into the first layer: two steps fewer for each beat.
        inner = wide["inner"] * wide["inner_scale"] * wide["scale"][:, None]
        self._inner = np.ascontiguousarray(inner, np.float32)
        self._inner_bias = (wide["inner_bias"] - wide["shift"] @ inner).astype(np.float32)
        self._outer = np.ascontiguousarray(wide["outer"] * wide["outer_scale"], np.float32)
        self._outer_bias = wide["outer_bias"].astype(np.float32)
        self._row = Struct(f"{len(self._inner)}f")  # makes a row of a list in half the time that numpy takes

    def logits(self, features: Sequence[float]) -> list[float]:
        """One of each of ``LABELS``."""
        h = np.frombuffer(self._row.pack(*features), np.float32).dot(self._inner)
        h += self._inner_bias
        np.maximum(h, ZERO, out=h)
        h = h.dot(self._outer)
        h += self._outer_bias
        said: list[float] = h.tolist()
        return said

    def judge(self, features: Sequence[float]) -> Said:
        """The likeliest class."""
        logits = self.logits(features)
        most = max(logits)
        k = logits.index(most)
        return Said(LABELS[k], 1.0 / sum([exp(logit - most) for logit in logits]))


def load(path: Path, names: Sequence[str]) -> Network:
    """The network in a file.

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelShape: it is no such network, or for other features than ``names``.
    """
    with opened(path) as held:
        meta = meta_of(held)
        if meta["features"] != list(names) or meta["labels"] != list(LABELS):
            raise ModelShape(path, "fitted on other features; run python -m training.classes")
        return Network(held, meta)


@cache
def shipped(names: tuple[str, ...]) -> Network:
    """The network that comes with Hearth.

    Raises:
        ModelMissing, ModelShape: the installation is damaged.
    """
    return load(FILE, names)
