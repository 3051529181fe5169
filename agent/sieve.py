"""Which lists of phrases can match a text at all, told from its words, so that few patterns are tried."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WILD: Final = frozenset({"_", "*", "#"})  # parts of a phrase that stand for other words


class Sieve:
    """Every phrase is known by its rarest word: a list can only match a text that has one of those words.

    ``lists``: name -> phrases made plain, as :func:`agent.phrases.compiled` takes them.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        kept = {name: tuple(phrases) for name, phrases in lists.items()}
        common = Counter(word for phrases in kept.values() for text in phrases for word in text.split())
        self._whole: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._always: set[str] = set()
        for name, phrases in kept.items():
            for text in phrases:
                self._file(name, text, common)
        self._shortest = min(map(len, self._stems), default=0)
        self._longest = max(map(len, self._stems), default=0)

    def _file(self, name: str, text: str, common: Counter[str]) -> None:
        words = [word for word in text.split() if word not in WILD and not word.startswith("*")]
        words = [word for word in words if "#" not in word]
        if not words:
            self._always.add(name)
            return
        rarest = min(words, key=lambda word: (common[word], -len(word)))
        stem = rarest.removesuffix("*")
        if "*" in stem:
            self._always.add(name)
            return
        (self._stems if stem != rarest else self._whole).setdefault(stem, set()).add(name)

    def passing(self, words: Iterable[str]) -> set[str]:
        """The names of the lists that may match a text of these words."""
        found = set(self._always)
        for word in set(words):
            found |= self._whole.get(word, _NONE)
            for size in range(self._shortest, min(len(word), self._longest) + 1):
                found |= self._stems.get(word[:size], _NONE)
        return found


_NONE: Final[frozenset[str]] = frozenset()
