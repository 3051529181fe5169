"""Documents put side by side in rows of one length, and rows in batches of one size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from training.language.corpus import ASKED, LENGTHS, WANTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from training.language.corpus import Documents

ASKED_WEIGHT: Final = 0.1  # of a question's token: words are learned from it, plans from plans
ASKED_SHARE: Final = 0.25  # of these tokens that are learned at a time, each weighing more for it


@dataclass(frozen=True, slots=True)
class Batch:
    """``tokens``, ``wanted`` (rows, length); ``documents``: whose each is; ``weights`` of ``wanted``."""

    tokens: NDArray[np.int64]
    wanted: NDArray[np.int64]
    documents: NDArray[np.int32]
    weights: NDArray[np.float32]


class Source:
    """One kind of documents, again and again, each time in another order."""

    def __init__(self, documents: Documents, size: int, seed: int) -> None:
        self._documents, self._size, self._seed = documents, size, seed
        self.epoch, self.place = 0, 0
        self._plan = self._planned()

    def next(self) -> Batch:
        """The next batch."""
        if self.place >= len(self._plan):
            self.epoch, self.place = self.epoch + 1, 0
            self._plan = self._planned()
        rows = self._plan[self.place]
        self.place += 1
        return self._batch(*rows)

    def go_to(self, epoch: int, place: int) -> None:
        """Go on from where another run was."""
        self.epoch, self.place = epoch, place
        self._plan = self._planned()

    def _planned(self) -> list[tuple[int, list[list[int]]]]:
        """All batches of an epoch: a length, and rows of documents."""
        rng = np.random.default_rng((self._seed, self.epoch))
        lengths = self._documents.lengths
        plan: list[tuple[int, list[list[int]]]] = []
        low = 0
        for length in LENGTHS:
            fitting = rng.permutation(np.flatnonzero((lengths > low) & (lengths <= length)))
            rows = list(_filled(fitting, lengths, length))
            many = max(1, self._size // length)
            plan += [(length, rows[at : at + many]) for at in range(0, len(rows), many)]
            low = length
        order = rng.permutation(len(plan))
        return [plan[number] for number in order]

    def _batch(self, length: int, rows: Sequence[Sequence[int]]) -> Batch:
        rng = np.random.default_rng((self._seed, self.epoch, self.place))
        shape = (len(rows), length)
        tokens, wanted = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        documents, weights = np.zeros(shape, np.int32), np.zeros(shape, np.float32)
        found = self._documents
        for row, several in enumerate(rows):
            at = 0
            for number, index in enumerate(several, 1):
                a, b = found.starts[index], found.starts[index + 1]
                end = at + b - a
                tokens[row, at:end] = found.tokens[a:b]
                wanted[row, at : end - 1] = found.tokens[a + 1 : b]
                weights[row, at : end - 1] = _weights(found.kinds[a + 1 : b], rng)
                documents[row, at:end] = number
                at = end
        return Batch(tokens, wanted, documents, weights)


def _weights(kinds: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float32]:
    asked = (kinds == ASKED) & (rng.random(len(kinds)) < ASKED_SHARE)
    return ((kinds == WANTED) + asked * (ASKED_WEIGHT / ASKED_SHARE)).astype(np.float32)


def _filled(order: NDArray[np.int64], lengths: NDArray[np.int64], length: int) -> Iterator[list[int]]:
    """Rows of documents that fit beside each other; the next that does not fit begins another."""
    row: list[int] = []
    left = length
    for index in map(int, order):
        if lengths[index] > left:
            yield row
            row, left = [], length
        row.append(index)
        left -= int(lengths[index])
    if row:
        yield row


class Mixture:
    """Batches of several sources, as much of each as is meant at that part of a training."""

    def __init__(self, sources: Mapping[str, Source], seed: int) -> None:
        self.sources, self._seed = dict(sources), seed

    def next(self, step: int, shares: Mapping[str, float]) -> Batch:
        """The batch of a step."""
        rng = np.random.default_rng((self._seed, step))
        names = [name for name in self.sources if shares.get(name, 0.0) > 0]
        weights = np.array([shares[name] for name in names])
        return self.sources[str(rng.choice(names, p=weights / weights.sum()))].next()

    def state(self) -> dict[str, tuple[int, int]]:
        """Where each source is."""
        return {name: (each.epoch, each.place) for name, each in self.sources.items()}

    def go_to(self, state: Mapping[str, tuple[int, int]]) -> None:
        """Go on from there."""
        for name, place in state.items():
            if name in self.sources:
                self.sources[name].go_to(*place)
