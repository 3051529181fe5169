"""Fits trees and a line that joins them with the rhythm network, and packs them for :mod:`dsp.record_model`.

Needs scikit-learn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from dsp.record_model import LEAST, TREES_LEAST
from training.class_net import softmax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from training.rhythm_scores import Places, Table

    Traits = NDArray[np.float32]

MEMBERS: Final = 8  # forests that see other records, and other traits at each node: their mean swings less
SHARE: Final = 0.7  # of the records that each forest sees
LEAVES: Final = 8
SETTINGS: Final[Mapping[str, Any]] = {
    "learning_rate": 0.1,
    "max_iter": 70,
    "max_leaf_nodes": LEAVES,
    "l2_regularization": 5.0,
    "max_features": 0.2,
    "early_stopping": False,
}
NODES: Final = 2 * LEAVES - 1
INNER: Final = 3  # parts of what is fitted on: trees speak to the line of the part that they have not seen
SOFTNESS: Final = 0.3  # scikit-learn's C of the line
STEPS: Final = 3000
MOST: Final = 127.0


@dataclass(frozen=True, slots=True)
class Judge:
    """``trees``: members; ``weights``: (2 * classes, classes) of the line; ``bias``: (classes,)."""

    trees: list[Any]
    weights: Table
    bias: Table

    def probabilities(self, x: Traits, said: Table) -> Table:
        """(n, classes) of records, from their traits and the network's probabilities."""
        return np.asarray(softmax(_both(said, raw(self.trees, x)) @ self.weights + self.bias))


def fit(x: Traits, said: Table, y: Places, seed: int) -> Judge:
    """The judge of records with traits ``x`` of which a network that had not seen them said ``said``."""
    part = np.random.default_rng(seed).permutation(len(y)) % INNER
    apart = np.zeros_like(said)
    for k in range(INNER):
        apart[part == k] = raw(_forests(x[part != k], y[part != k], seed), x[part == k])
    line = LogisticRegression(C=SOFTNESS, max_iter=STEPS).fit(_both(said, apart), y)
    return Judge(_forests(x, y, seed), line.coef_.T.astype(np.float64), line.intercept_.astype(np.float64))


def raw(trees: list[Any], x: Traits) -> Table:
    """(n, classes) logits of the members' mean."""
    return np.asarray(sum(member.decision_function(x) for member in trees) / len(trees), np.float64)


def packed(judge: Judge) -> dict[str, NDArray[Any]]:
    """The arrays of a model file."""
    rows = list(_rows(judge.trees))
    values = np.stack([row["value"] for row in rows]) / len(judge.trees)
    scale = float(np.abs(values).max()) / MOST
    base = sum(member._baseline_prediction for member in judge.trees) / len(judge.trees)  # noqa: SLF001
    return {
        "trait": np.stack([row["trait"] for row in rows]).astype(np.uint8),
        "threshold": np.stack([row["threshold"] for row in rows]).astype(np.float32),
        "left": np.stack([row["left"] for row in rows]).astype(np.uint8),
        "right": np.stack([row["right"] for row in rows]).astype(np.uint8),
        "value": np.rint(values / scale).astype(np.int8),
        "value_scale": np.array(scale),
        "base": np.asarray(base, np.float64).ravel(),
        "weights": judge.weights.astype(np.float32),
        "bias": judge.bias.astype(np.float32),
    }


def depth(judge: Judge) -> int:
    """Steps from a root to the farthest leaf."""
    return max(int(nodes["depth"].max()) for nodes in _nodes(judge.trees))


def _forests(x: Traits, y: Places, seed: int) -> list[Any]:
    with threadpool_limits(1):  # its threads wait by spinning: beside another program they take minutes
        return [_forest(x, y, seed + k) for k in range(MEMBERS)]


def _forest(x: Traits, y: Places, seed: int) -> HistGradientBoostingClassifier:
    some = np.random.default_rng(seed).permutation(len(y))[: round(SHARE * len(y))]
    return HistGradientBoostingClassifier(**SETTINGS, random_state=seed).fit(x[some], y[some])


def _both(said: Table, logits: Table) -> Table:
    return np.column_stack((np.log(said + LEAST), np.log(softmax(logits) + TREES_LEAST)))


def _nodes(trees: list[Any]) -> Iterator[Any]:
    """Every tree's nodes, class after class in each round."""
    for member in trees:
        for together in member._predictors:  # noqa: SLF001 - scikit-learn gives them no other way
            for tree in together:
                yield tree.nodes


def _rows(trees: list[Any]) -> Iterator[dict[str, NDArray[Any]]]:
    for nodes in _nodes(trees):
        own, leaf = np.arange(NODES), np.ones(NODES, np.bool_)
        leaf[: len(nodes)] = nodes["is_leaf"] == 1
        fill = {
            "trait": np.zeros(NODES, np.int64),
            "threshold": np.full(NODES, np.inf),
            "left": own.copy(),
            "right": own.copy(),
            "value": np.zeros(NODES),
        }
        inner = np.flatnonzero(~leaf)
        fill["trait"][inner] = nodes["feature_idx"][inner]
        fill["threshold"][inner] = nodes["num_threshold"][inner]
        fill["left"][inner], fill["right"][inner] = nodes["left"][inner], nodes["right"][inner]
        ends = np.flatnonzero(nodes["is_leaf"] == 1)
        fill["value"][ends] = nodes["value"][ends]
        yield fill
