"""The beats of many hearts as one table, kept between runs, and the scores of what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.class_model import LABELS
from dsp.labels import NAMES
from training.class_rows import SKIP, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.class_hearts import Heart

NEIGHBOURS: Final = (0, 1, -1, 2)  # of an ectopic beat: they are all learnt from


@dataclass(frozen=True, slots=True)
class Table:
    """``x``: (n, features); ``y``: (n,) class, NONE or SKIP; ``heart``: (n,) index in ``groups``.

    ``missed``: (hearts, classes) annotated beats that were not found.
    """

    x: NDArray[np.float32]
    y: NDArray[np.int64]
    heart: NDArray[np.int64]
    groups: tuple[str, ...]
    missed: NDArray[np.int64]

    def of(self, wanted: Callable[[str], bool]) -> Table:
        """Only the hearts of some groups."""
        keep = np.array([wanted(group) for group in self.groups])
        some = keep[self.heart]
        place = np.cumsum(keep) - 1
        groups = tuple(group for group in self.groups if wanted(group))
        return Table(self.x[some], self.y[some], place[self.heart[some]], groups, self.missed[keep])

    def learnt(self, thin: int) -> tuple[FloatArray, NDArray[np.int64], FloatArray]:
        """Features, classes and weights to learn from: what is no beat counts as normal."""
        y = np.where(self.y < 0, 0, self.y)
        near = np.zeros(len(y), np.bool_)
        for shift in NEIGHBOURS:
            near |= np.roll(y > 0, shift)
        keep = (near | (np.arange(len(y)) % thin == 0)) & (self.y != SKIP)
        return self.x[keep], y[keep], np.where(near, 1.0, float(thin))[keep]


def table(hearts: Iterable[Heart], told: Callable[[], None], kept: Path | None = None) -> Table:
    """The beats of hearts as the chain sees them; read from ``kept`` if they are there, else written."""
    if kept is not None and kept.is_file():
        with np.load(kept, allow_pickle=False) as held:
            if tuple(held["names"].tolist()) == NAMES:
                groups = tuple(held["groups"].tolist())
                return Table(held["x"], held["y"], held["heart"], groups, held["missed"])
    parts = []
    for heart in hearts:
        parts.append(rows(heart))
        told()
    made = Table(
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.y for part in parts]),
        np.repeat(np.arange(len(parts)), [len(part.y) for part in parts]),
        tuple(part.group for part in parts),
        np.array([part.missed for part in parts]),
    )
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        held_rows: dict[str, Any] = {"x": made.x, "y": made.y, "heart": made.heart, "missed": made.missed}
        np.savez(kept, **held_rows, names=np.array(NAMES), groups=np.array(made.groups))
    return made


def joined(tables: Iterable[Table]) -> Table:
    """Several as one."""
    some = list(tables)
    before = np.cumsum([0, *(len(one.groups) for one in some)])
    return Table(
        np.concatenate([one.x for one in some]),
        np.concatenate([one.y for one in some]),
        np.concatenate([one.heart + first for one, first in zip(some, before, strict=False)]),
        tuple(group for one in some for group in one.groups),
        np.concatenate([one.missed for one in some]),
    )


def f1(data: Table, said: NDArray[np.int64]) -> dict[str, float]:
    """F1 in percent of each class; beats not found count, and so do those that are none."""
    figures = {}
    for k, label in enumerate(LABELS):
        true, called = data.y == k, (said == k) & (data.y != SKIP)
        both = float((true & called).sum())
        whole = float(true.sum() + data.missed[:, k].sum() + called.sum())
        figures[str(label)] = 200.0 * both / max(1.0, whole)
    return figures
