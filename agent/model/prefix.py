"""Which conversation's evaluated tokens are kept, and how many of them a new prompt can go on from."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Slot:
    """One sequence of the model's memory. ``tokens``: what is evaluated in it."""

    number: int
    session: str = ""
    tokens: list[int] = field(default_factory=list)
    used: int = 0


@dataclass(frozen=True, slots=True)
class Start:
    """Where a prompt begins: in ``slot``, from ``common`` tokens, which ``donor`` may hold instead of it."""

    slot: Slot
    common: int
    donor: Slot | None


class Slots:
    """The sequences of a model's memory; the one unused for longest makes place."""

    def __init__(self, size: int) -> None:
        self.slots = [Slot(number) for number in range(size)]
        self._turn = count(1)

    def start(self, session: str, tokens: Sequence[int]) -> Start:
        """The place for a session's prompt. The last token is always evaluated again, for its logits."""
        slot = next((each for each in self.slots if each.session == session and each.used), None)
        if slot is None:
            slot = min(self.slots, key=lambda each: each.used)
        slot.session = session
        slot.used = next(self._turn)
        best = max(self.slots, key=lambda each: (common(each.tokens, tokens), each is slot))
        shared = min(common(best.tokens, tokens), len(tokens) - 1)
        return Start(slot, shared, None if best is slot else best)


def common(a: Sequence[int], b: Sequence[int]) -> int:
    """How many tokens two sequences begin with together."""
    shortest = min(len(a), len(b))
    for index in range(shortest):
        if a[index] != b[index]:
            return index
    return shortest
