"""How rhythm labels and their probabilities are scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from training.rhythm_data import CLASSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Table = NDArray[np.float64]

SCORED: Final = 3  # N, A and O: the score of the challenge
BINS: Final = 10
N, A = CLASSES.index("N"), CLASSES.index("A")


class Point(NamedTuple):
    """AF against normal rhythm: ``threshold`` of its probability, and the percent of each called rightly."""

    threshold: float
    se: float
    sp: float


class Bin(NamedTuple):
    """Calls of about one confidence: their mean confidence, the share that is right, how many."""

    said: float
    right: float
    n: int


def confusion(y: Places, called: Places) -> Places:
    """(classes, classes) records by true class and by call."""
    table = np.zeros((len(CLASSES), len(CLASSES)), np.int64)
    np.add.at(table, (y, called), 1)
    return table


def f1(y: Places, called: Places) -> Table:
    """F1 of each class."""
    table = confusion(y, called)
    return 2.0 * np.diag(table) / np.maximum(1, table.sum(0) + table.sum(1))


def f1_mean(y: Places, called: Places) -> float:
    """The mean over N, A and O."""
    return float(f1(y, called)[:SCORED].mean())


def af_point(y: Places, p: Table, least_sp: float) -> Point:
    """The threshold of AF's probability at which ``least_sp`` percent of N are not called AF."""
    threshold = float(np.quantile(p[y == N, A], least_sp / 100.0, method="higher"))
    return af_at(y, p, threshold)


def af_at(y: Places, p: Table, threshold: float) -> Point:
    """The same at a threshold."""
    called = p[:, A] > threshold
    return Point(threshold, 100.0 * called[y == A].mean(), 100.0 * (1.0 - called[y == N].mean()))


def reliability(y: Places, p: Table) -> list[Bin]:
    """Calls by confidence, in ten equal ranges; empty ones are left out."""
    sure, right = p.max(1), p.argmax(1) == y
    where = np.minimum((sure * BINS).astype(int), BINS - 1)
    return [
        Bin(float(sure[where == k].mean()), float(right[where == k].mean()), int((where == k).sum()))
        for k in range(BINS)
        if (where == k).any()
    ]


def calibration_error(y: Places, p: Table) -> float:
    """ECE: the mean distance between confidence and share right, weighted by calls."""
    return sum(abs(b.said - b.right) * b.n for b in reliability(y, p)) / len(y)


def scores(y: Places, p: Table) -> dict[str, Any]:
    """What is said of a set of records."""
    called = p.argmax(1)
    return {
        "records": len(y),
        "f1": [round(float(v), 4) for v in f1(y, called)],
        "mean_f1": round(f1_mean(y, called), 4),
        "ece": round(calibration_error(y, p), 4),
        "confusion": confusion(y, called).tolist(),
        "reliability": [[round(b.said, 3), round(b.right, 3), b.n] for b in reliability(y, p)],
    }
