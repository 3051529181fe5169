"""Lists of phrases that are looked for in a text: few can match it at all, told from its words.

A language has thousands of phrases; only those whose rarest word a text has are ever tried, and only such
are made into patterns, when they are first needed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from agent.phrases import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping

Span = tuple[int, int]
WILD: Final = frozenset({"_", "*", "#"})  # parts of a phrase that stand for other words
_NONE: Final[frozenset[int]] = frozenset()


class Phrasebook:
    """Lists of phrases, made plain, as :func:`agent.phrases.compiled` takes them.

    ``fillers``: words that may stand between any two words of the lists named in ``loose``.
    """

    def __init__(
        self, lists: Mapping[str, Iterable[str]], fillers: Collection[str] = (), loose: Collection[str] = ()
    ) -> None:
        self._fillers = tuple(fillers)
        self._phrases = [(name, text, name in loose) for name, texts in lists.items() for text in set(texts)]
        self._patterns: dict[tuple[str, bool], re.Pattern[str]] = {}
        common = Counter(word for _, text, _ in self._phrases for word in text.split())
        self._whole: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._always: set[int] = set()
        for number, (_, text, _) in enumerate(self._phrases):
            self._file(number, text, common)
        self._shortest = min(map(len, self._stems), default=0)
        self._longest = max(map(len, self._stems), default=0)

    def _file(self, number: int, text: str, common: Counter[str]) -> None:
        """Know a phrase by its rarest word."""
        words = [word for word in text.split() if word not in WILD and "#" not in word]
        words = [word for word in words if "*" not in word.removesuffix("*")]
        if not words:
            self._always.add(number)
            return
        rarest = min(words, key=lambda word: (common[word], -len(word)))
        stem = rarest.removesuffix("*")
        (self._stems if stem != rarest else self._whole).setdefault(stem, set()).add(number)

    def found(self, text: str) -> dict[str, list[Span]]:
        """Where phrases of each list stand in a padded text; lists without any are left out.

        Of phrases that begin together the longest counts, and none inside another of its list.
        """
        every: dict[str, list[tuple[int, int, int]]] = {}
        for number in self._likely(text.split()):
            name, phrase, loose = self._phrases[number]
            for match in self._pattern(phrase, loose=loose).finditer(text):
                every.setdefault(name, []).append((match.start(), -len(phrase), match.end()))
        return {name: _apart(sorted(spans)) for name, spans in every.items()}

    def _likely(self, words: Iterable[str]) -> set[int]:
        found = set(self._always)
        for word in set(words):
            found |= self._whole.get(word, _NONE)
            for size in range(self._shortest, min(len(word), self._longest) + 1):
                found |= self._stems.get(word[:size], _NONE)
        return found

    def _pattern(self, phrase: str, *, loose: bool) -> re.Pattern[str]:
        key = (phrase, loose)
        if key not in self._patterns:
            self._patterns[key] = compiled((phrase,), self._fillers if loose else ())
        return self._patterns[key]


def _apart(ordered: Iterable[tuple[int, int, int]]) -> list[Span]:
    kept: list[Span] = []
    for start, _, end in ordered:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
