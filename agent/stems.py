"""Misspelt words that are mended by their stem: "sumarize" by "summar", whatever follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.spelling import LONG, distance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SHORTEST_STEM: Final = 5  # a shorter stem begins too many words
LONGEST_ENDING: Final = 6  # "summar-isation" is as long as endings get
LONGEST_WORD: Final = 24  # no word of the vocabularies is longer


def stems(phrases: Iterable[str]) -> tuple[str, ...]:
    """The stems (``pulse*``) among the words of phrases, long enough to mend by."""
    words = {word.removesuffix("*") for text in phrases for word in text.split() if word.endswith("*")}
    return tuple(sorted(word for word in words if len(word) >= SHORTEST_STEM and word.isalpha()))


def regrown(word: str, known: Collection[str], stock: Collection[str], common: Collection[str]) -> str:
    """The word with its stem mended: one slip in the stem, or two in a long one; else the word itself.

    ``stock``: the stems of :func:`stems`. The first letter must be right, and everyday words in ``common``
    are never changed.
    """
    if len(word) < SHORTEST_STEM or len(word) > LONGEST_WORD or word in known or word in common:
        return word
    best: tuple[int, int, str] | None = None
    for stem in stock:
        if stem[0] != word[0] or not len(stem) - 1 <= len(word) <= len(stem) + LONGEST_ENDING:
            continue
        limit = 2 if len(stem) >= LONG else 1
        for size in (len(stem), len(stem) + 1, len(stem) - 1):
            slips = distance(word[:size], stem, limit)
            if slips <= limit:
                found = (slips, abs(size - len(stem)), stem + word[size:])
                best = min(best, found) if best else found
    return best[2] if best else word
