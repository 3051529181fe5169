"""Misspelt words mended against a small vocabulary: one slip, or two in a long word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SHORTEST: Final = 4  # shorter words have too many neighbours to mend
LONG: Final = 8  # from this length two slips are mended
MAX_LETTERS: Final = 24  # no word of the vocabularies is longer


def mend(word: str, known: Collection[str], common: Collection[str]) -> str:
    """The known word that this one was meant to be, or the word itself.

    Everyday words in ``common`` are never changed ("right" is not a misspelt "night").
    """
    if len(word) > MAX_LETTERS or word in known or word in common:
        return word
    if len(word) < SHORTEST:
        return _swapped(word, common) if len(word) == SHORTEST - 1 else word
    limit = 2 if len(word) >= LONG else 1
    return _nearest(word, known, limit) or word


def _swapped(word: str, common: Collection[str]) -> str:
    """A short everyday word with two neighbouring letters swapped ("hwo"), put right; the last two first."""
    a, b, c = tuple(word)
    return next((each for each in (a + c + b, b + a + c) if each in common and each.isalpha()), word)


def _nearest(word: str, known: Iterable[str], limit: int) -> str | None:
    best: tuple[int, int, int, int, str] | None = None
    own = _letters(word)
    for other in known:
        if len(other) < SHORTEST or abs(len(other) - len(word)) > limit:
            continue
        if len(own ^ _letters(other)) > 2 * limit:  # a slip brings at most one letter and takes one away
            continue
        slips = distance(word, other, limit)
        if slips <= limit:
            # Letters are swapped most often, and dropped more often than added; the first one rarely slips.
            swapped = len(word) == len(other) > SHORTEST and own == _letters(other)
            rank = (slips, int(not swapped), int(other[0] != word[0]), -len(other), other)
            best = min(best, rank) if best else rank
    return best[-1] if best else None


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


@lru_cache(maxsize=4096)
def distance(a: str, b: str, limit: int) -> int:
    """Letters added, dropped, changed or swapped with their neighbour; above ``limit`` any larger number.

    Optimal string alignment (restricted Damerau-Levenshtein).
    """
    if a == b:
        return 0
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], last[j - 2] + 1)
        if min(row) > limit and min(before) > limit:  # a swap reaches back two rows
            return limit + 1
    return row[-1]
