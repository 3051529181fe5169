"""Tables of a language's words of time, from the lists that a language writes down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.when.lexer import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Words = dict[str, tuple[tuple[str, object], ...]]


def table(
    named: Mapping[str, Mapping[object, str]],
    *,
    weekdays: Sequence[str],
    months: Sequence[str],
) -> Words:
    """Word -> what it may stand for, as a lexicon wants it.

    ``named``: category -> value -> its words, separated by spaces; ``weekdays``: from Monday; ``months``:
    from January.
    """
    found: dict[str, list[tuple[str, object]]] = {}
    every: dict[str, Mapping[object, str]] = {
        "WEEKDAY": dict(enumerate(weekdays)),
        "MONTH": dict(enumerate(months, 1)),
        **named,
    }
    for category, values in every.items():
        for value, several in values.items():
            for word in several.split():
                kinds = found.setdefault(folded(word), [])
                if (category, value) not in kinds:
                    kinds.append((category, value))
    return {word: tuple(kinds) for word, kinds in found.items()}


def counted(numbers: Mapping[int, str]) -> dict[object, str]:
    """Numbers in words, for a table."""
    return dict(numbers.items())


def inflected(stems: str, endings: str) -> dict[str, str]:
    """Every form of a word, as an alias of its first form ("letzte": letzter, letztes, ...)."""
    first, *others = endings.split()
    return {folded(stem + ending): folded(stem + first) for stem in stems.split() for ending in others}


def folds(texts: Mapping[str, str]) -> dict[str, str]:
    """Aliases as a language writes them, without accents."""
    return {folded(word): folded(meaning) for word, meaning in texts.items()}


def joined(first: str, second: str) -> dict[str, tuple[str, ...]]:
    """Words of two lists written as one ("montagabend"), and what they are made of."""
    return {folded(a + b): (folded(a), folded(b)) for a in first.split() for b in second.split()}
