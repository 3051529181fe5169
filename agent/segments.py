"""A text cut into segments, one for each thing that is said, with its words made plain."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from agent.letters import apart
from agent.phrases import WORD, folded, padded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.gate import GateWords
    from agent.sieve import Phrasebook

SENTENCE: Final = re.compile(r"([.!?;\n\u3002\uff01\uff1f\uff1b\u2026]+)")
CLOCK: Final = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")  # a time of day counts nothing
COMMA: Final = "\u241f"  # a word of its own where a comma stood; no text can have it after plain()
COMMAS: Final = re.compile(r"[,:\uff0c\uff1a\u2013\u2014]|\s-+\s")
ASKING: Final = ("?", "\uff1f")
STUTTERS: Final = 3  # times that a word said again and again is heard
BLANK: Final = "~"  # a word that was masked
UMLAUTS: Final = {"ae": "a", "oe": "o", "ue": "u", "\u00df": "ss"}


@dataclass(frozen=True, slots=True)
class Segment:
    """One thing that is said. ``text``: its words, padded; ``whole``: with what is masked in it.

    ``live``: concepts that count; ``flags``: other lists that are named; ``imagined``: it goes on from a
    segment that supposed something; ``asked``: its sentence is a question.
    """

    text: str
    whole: str = ""
    imagined: bool = False
    asked: bool = False
    live: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()

    def told(self, live: frozenset[str], flags: frozenset[str]) -> Segment:
        """The same, read."""
        return replace(self, live=live, flags=flags)


class Cutter:
    """Cuts texts of one language.

    Of its lists: ``breaks`` are words that begin a new segment ("but"), ``joints`` those that begin one where
    somebody is spoken of right after ("and my ..."), ``subjects`` the words for somebody.
    """

    def __init__(self, words: GateWords) -> None:
        self._words = words
        self._joins = {self._base(word): meaning for word, meaning in words.joins.items()}
        lists = words.lists
        self._breaks = frozenset(self.plain_list(lists.get("breaks", ())))
        self._joints = frozenset(self.plain_list(lists.get("joints", ())))
        self._subjects = frozenset(self.plain_list(lists.get("subjects", ())))

    def _base(self, text: str) -> str:
        """Lower case, without accents; apostrophes as one kind."""
        text = text.lower().replace("\u2019", "'").replace("`", "'")
        if self._words.elided:
            text = text.replace("'", " ")
        if self._words.letters:
            return apart(text)
        bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        if self._words.code == "de":
            for long, short in UMLAUTS.items():
                bare = bare.replace(long, short)
        return bare

    def plain_list(self, phrases: Sequence[str]) -> tuple[str, ...]:
        """Phrases of a table as texts are made plain."""
        return tuple(" ".join(self._base(text).split()) for text in phrases)

    def tokens(self, text: str) -> list[str]:
        """The words of a text."""
        words = WORD.findall(self._base(text))
        return [part for word in words for part in self._joins.get(word, word.removesuffix("'s")).split()]

    def cut(self, text: str, mend: Callable[[str], str] | None, book: Phrasebook) -> list[Segment]:
        """The segments of a text. ``mend``: mends a misspelt word; ``book``: its masks and suppositions."""
        made: list[Segment] = []
        known: dict[tuple[str, bool], list[Segment]] = {}  # who repeats a sentence is read once
        pieces = SENTENCE.split(CLOCK.sub(" ", text))
        for sentence, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
            key = (sentence, mark.startswith(ASKING))
            if key not in known:
                words = self._words_of(sentence, mend)
                known[key] = self._segments(words, asked=key[1], book=book) if words else []
            if made[-len(known[key]) :] != known[key]:
                made.extend(known[key])
        return made

    def _words_of(self, sentence: str, mend: Callable[[str], str] | None) -> list[str]:
        words: list[str] = []
        for number, part in enumerate(COMMAS.split(sentence)):
            words.extend([COMMA] if number else [])
            plain = _stuttered(self.tokens(part))
            words.extend([mend(word) for word in plain] if mend else plain)
        return folded(padded(words), self._words.folds).split()

    def _segments(self, words: Sequence[str], *, asked: bool, book: Phrasebook) -> list[Segment]:
        parts: list[tuple[list[str], bool]] = [([], False)]  # words; whether "and" joins them to the last
        for at, word in enumerate(words):
            after = words[at + 1 : at + 3]
            spoken_of = self._words.letters or any(each in self._subjects for each in after)
            if word in self._breaks:
                parts.append(([word], False))
            elif word in self._joints and spoken_of:
                parts.append(([word], True))
            elif word == COMMA:
                if spoken_of:
                    parts.append(([], False))
            else:
                parts[-1][0].append(word)
        made: list[Segment] = []
        for part, joined in parts:
            plain = _masked(padded(part), book) if part else ""
            if not plain:
                continue
            before = made[-1] if made else None
            imagined = bool(
                joined
                and before is not None
                and (before.imagined or "hypothetical" in book.found(before.text))
            )
            made.append(Segment(plain, padded(part), imagined=imagined, asked=asked))
        return made


def _masked(text: str, book: Phrasebook) -> str:
    """A segment without what only sounds like danger: chest straps, dying to know."""
    for start, end in reversed(book.found(text).get("mask", ())):
        text = text[:start] + " ".join([BLANK] * (text.count(" ", start, end) + 1)) + text[end:]
    return text


def _stuttered(words: list[str]) -> list[str]:
    """Words without a word's fourth repetition and those after it: they say nothing new."""
    if len(words) <= STUTTERS:
        return words
    return [
        word
        for at, word in enumerate(words)
        if at < STUTTERS or words[at - STUTTERS : at].count(word) < STUTTERS
    ]
