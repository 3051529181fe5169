"""What a bad link does to frames: it loses, doubles, swaps and delays them, by a seed."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Impairments:
    """How bad the link is; shares are probabilities per frame, times are device time.

    ``drop``: never sent at all. ``double``: sent twice. ``reorder_s``: each frame is up to so much late.
    ``late``: share of frames that are ``late_s`` late.
    """

    drop: float = 0.0
    double: float = 0.0
    reorder_s: float = 0.0
    late: float = 0.0
    late_s: float = 10.0
    seed: int = 1


@dataclass(slots=True)
class BadLink(Generic[Item]):
    """Gives out what was put in, when and as often as the impairments say."""

    impairments: Impairments
    _rng: Random = field(init=False)
    _waiting: list[tuple[float, int, Item]] = field(default_factory=list)
    _count: int = 0

    def __post_init__(self) -> None:
        """Start from the seed."""
        self._rng = Random(self.impairments.seed)  # noqa: S311 - repeatable on purpose

    def loses(self) -> bool:
        """Whether the next frame is lost for good."""
        return self._rng.random() < self.impairments.drop

    def put(self, item: Item, taken_s: float) -> None:
        """A frame that ends at ``taken_s`` is on its way."""
        how, rng = self.impairments, self._rng
        delay_s = how.late_s if rng.random() < how.late else rng.uniform(0.0, how.reorder_s)
        for _ in range(2 if rng.random() < how.double else 1):
            heapq.heappush(self._waiting, (taken_s + delay_s, self._count, item))
            self._count += 1

    def out(self, now_s: float) -> list[Item]:
        """What has arrived by ``now_s``, in that order."""
        found = []
        while self._waiting and self._waiting[0][0] <= now_s:
            found.append(heapq.heappop(self._waiting)[2])
        return found
