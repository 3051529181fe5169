"""The judge of whole recordings: trees over their traits, weighed with what the rhythm network says.

Made by ``python -m training.rhythm_record``, which says what from; it belongs to one rhythm network.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.model_arrays import meta_of, opened
from dsp.models import ModelError, ModelShape
from dsp.record_traits import NAMES
from dsp.types import Rhythm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dsp.models import Classifier
    from dsp.types import FloatArray

FILE: Final = Path(__file__).with_name("record_model.npz")  # written by training/rhythm_record.py
LEAST: Final = 1e-4  # of the network's probabilities: quantized ones reach zero
TREES_LEAST: Final = 1e-3  # and of the trees'


class RecordModel:
    """Boosted trees and the line that joins them with the network.

    Trees stand one class after the other in a round. A node asks whether a trait is at most a threshold and
    goes on to ``left`` or ``right``; a leaf leads to itself. Values of leaves are whole numbers of eight
    bits with one scale.

    ``meta``: name, version, traits, labels, depth, the network it belongs to (its sha256), data, licence.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]) -> None:
        self.meta = dict(meta)
        self.labels = tuple(Rhythm(label) for label in meta["labels"])
        self.network: str = meta["network"]
        self._depth = int(meta["depth"])
        trees, nodes = arrays["trait"].shape
        first = np.arange(trees)[:, None] * nodes
        self._roots = first.ravel()
        self._trait = arrays["trait"].astype(np.int64).ravel()
        self._threshold = arrays["threshold"].astype(np.float32).ravel()
        # Of each node the way on where its trait is at most the threshold, then the other.
        self._ways = np.stack((first + arrays["left"], first + arrays["right"]), axis=-1).ravel()
        self._value = (arrays["value"].astype(np.float64) * float(arrays["value_scale"])).ravel()
        self._base = arrays["base"].astype(np.float64)
        self._weights, self._bias = arrays["weights"].astype(np.float64), arrays["bias"].astype(np.float64)
        classes = len(self.labels)
        if len(self._base) != classes or self._weights.shape != (2 * classes, classes) or trees % classes:
            raise ValueError(f"not of {classes} classes")

    def trees(self, traits: Sequence[float]) -> FloatArray:
        """(labels,) probabilities by the traits alone."""
        x, at = np.asarray(traits, np.float32), self._roots
        for _ in range(self._depth):
            at = self._ways[2 * at + (x[self._trait[at]] > self._threshold[at])]
        return _softmax(self._base + self._value[at].reshape(-1, len(self._base)).sum(axis=0))

    def probabilities(self, said: Mapping[Rhythm, float], traits: Sequence[float]) -> Mapping[Rhythm, float]:
        """The calibrated probability of each label, from the network's and the traits."""
        network = np.log(np.array([said[label] for label in self.labels]) + LEAST)
        both = np.concatenate((network, np.log(self.trees(traits) + TREES_LEAST)))
        found = _softmax(both @ self._weights + self._bias)
        return dict(zip(self.labels, found.tolist(), strict=True))


def load(path: Path) -> RecordModel:
    """The judge in a file.

    Raises:
        ModelMissing: the file is absent or unreadable.
        ModelShape: it is no such model, or for other traits.
    """
    with opened(path) as held:
        meta = meta_of(held)
        if meta["traits"] != list(NAMES):
            raise ModelShape(path, "fitted on other traits; run python -m training.rhythm_record")
        return RecordModel(held, meta)


@cache
def shipped() -> RecordModel:
    """The judge that comes with Hearth.

    Raises:
        ModelMissing, ModelShape: the installation is damaged.
    """
    return load(FILE)


def beside(classifier: Classifier | None) -> RecordModel | None:
    """The judge that comes with Hearth, where it belongs to a classifier; None beside any other.

    None, too, where its file cannot be used: :func:`dsp.shipped.spare_troubles` tells of that.
    """
    if classifier is None:
        return None
    try:
        judge = shipped()
    except ModelError:
        return None
    return judge if judge.network == classifier.sha256 else None


def _softmax(logits: FloatArray) -> FloatArray:
    e = np.exp(logits - logits.max())
    found: FloatArray = e / e.sum()
    return found
