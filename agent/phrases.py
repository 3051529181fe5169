"""Lists of phrases as one pattern, and texts made plain enough to be matched against them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

FILLERS: Final = 2  # between two words of a phrase; more is no longer that phrase
WORD: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W_\d]+(?:'[^\W_\d]+)*")


def compiled(phrases: Collection[str], fillers: Collection[str] = ()) -> re.Pattern[str]:
    """Any of the phrases as whole words of a plain text.

    ``*`` ends a word anyhow, ``_`` between words stands for up to four words, ``#`` for a number from 10.
    ``fillers`` may stand between any two words ("cannot really breathe").
    """
    between = f" (?:(?:{'|'.join(map(re.escape, fillers))}) ){{0,{FILLERS}}}" if fillers else " "
    patterns = []
    for text in sorted(phrases, key=len, reverse=True):
        escaped = (
            re.escape(text)
            .replace(r"\ _\ ", r"(?: \S+){0,4}\ ")
            .replace(r"\*", r"\S*")
            .replace(r"\#", r"\d{2,}")
            .replace(r"\ ", between)
        )
        patterns.append(escaped)
    return re.compile(rf"(?<= )(?:{'|'.join(patterns)})(?= )")


def plain(text: str, joins: Mapping[str, str]) -> list[str]:
    """The words of a text in lower case; contractions written out by ``joins``."""
    words = WORD.findall(text.lower().replace("\u2019", "'"))
    return [part for word in words for part in joins.get(word, word.removesuffix("'s")).split()]


def padded(words: Collection[str]) -> str:
    """Words as a text that patterns of :func:`compiled` match in."""
    return f" {' '.join(words)} "


def folded(text: str, folds: Mapping[str, str]) -> str:
    """A padded text in which several words that are one thing are one word."""
    for several, one in folds.items():
        text = text.replace(f" {several} ", f" {one} ")
    return text


class Vocabulary:
    """The words of phrases, for mending misspelt ones; a stem (``pulse*``) knows all its endings."""

    def __init__(self, lists: Collection[str], more: Collection[str] = ()) -> None:
        words = {word for text in lists for word in text.split() if word.removesuffix("*").isalpha()}
        self._stems = tuple(word.removesuffix("*") for word in words if word.endswith("*"))
        self.words = tuple(sorted({word.removesuffix("*") for word in words} | set(more)))
        self._known = frozenset(self.words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self._known or word.startswith(self._stems))

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


def words(text: str) -> frozenset[str]:
    """Words as a language table writes them: separated by spaces, over several lines."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """A list of phrases as a language table writes it: separated by commas, over several lines."""
    return tuple(phrase for each in text.split(",") if (phrase := " ".join(each.split())))


def merged(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Tables of lists as one; a list that several have is that of all of them."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for name, listed in table.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *listed)))
    return found


def pairs(text: str) -> dict[str, str]:
    """Words and what they stand for, as tables write them: ``word = words``, with commas between."""
    return {
        " ".join(word.split()): " ".join(meaning.split())
        for word, _, meaning in (each.partition("=") for each in text.split(",") if each.strip())
    }
