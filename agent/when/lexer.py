"""Text into tokens that a time grammar can read; spelling mended against the language's own time words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from agent.spelling import mend
from agent.when import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_TOKENS: Final = 80  # a question; anything longer is cut before it is read
WORD: Final = "ANY"  # the category of a word that may be what somebody wrote down
PIECE: Final = re.compile(
    r"""
    (?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)(?:t(?=\d))?)
  | (?P<numeric>\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?|\.\d{1,2}\.(?:\d{2,4})?|-\d{1,2}-\d{4})(?![\d.:/]))
  | (?P<meridiem>\d{1,2}(?:[:.]\d{2})?\s?(?P<half>[ap])\.?\s?m\b\.?)
  | (?P<clock>\d{1,2}(?:[:\uff1a]\d{2}){1,2}(?!\d))
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|er|º|°)(?!\w))
  | (?P<number>\d+(?:[.,]\d+)?)
  | (?P<han>[\u3400-\u9fff\u3007]+)
  | (?P<word>[^\W\d_\u3400-\u9fff\u3007]+(?:['\u2019][^\W\d_\u3400-\u9fff\u3007]+)*['\u2019]?)
  | (?P<dash>[-\u2013\u2014~\uff5e]|\.{2,3}(?=\s?\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure with what it may stand for: category -> value."""

    text: str
    start: int
    end: int
    kinds: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """The time words of a language, without accents (:func:`folded`).

    ``words``: word -> ((category, value), ...); ``literals``: words that rules name; ``common``: everyday
    words that are never taken for a misspelt time word; ``aliases``: words written in short or inflected;
    ``guarded``: words that stand for time only beside one of the given words; ``parts``: words written
    together; ``elided``: what stands before an apostrophe; ``stops``: words that no note is looked for by.
    """

    words: Mapping[str, tuple[tuple[str, object], ...]]
    literals: frozenset[str]
    common: frozenset[str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    guarded: Mapping[str, tuple[tuple[str, object], frozenset[str]]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elided: Mapping[str, str] = field(default_factory=dict)
    stops: frozenset[str] = frozenset()

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word a misspelt one may be mended to."""
        return tuple(sorted(self.literals | self.words.keys() | self.parts.keys()))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.vocabulary) | self.aliases.keys()

    @cached_property
    def longest(self) -> int:
        """Characters of the longest word; scripts without spaces are read by the longest word that fits."""
        return max((len(word) for word in self._known), default=1)

    def knows(self, word: str) -> bool:
        """Whether a word is one of time."""
        return word in self._known


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A word in lower case, without accents and with a plain apostrophe."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'").casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """Split a text; character spans refer to the text as given."""
    every = (token for match in PIECE.finditer(text) for token in _tokens(match, lexicon))
    found = list(islice(every, MAX_TOKENS))
    return [_guarded(found, place, lexicon) for place in range(len(found))]


def _guarded(found: list[Token], place: int, lexicon: Lexicon) -> Token:
    token = found[place]
    if token.text not in lexicon.guarded:
        return token
    kind, neighbours = lexicon.guarded[token.text]
    near = [found[i] for i in (place - 1, place + 1) if 0 <= i < len(found)]
    fits = any(each.text in neighbours or neighbours & each.kinds.keys() for each in near)
    return replace(token, kinds=dict([kind])) if fits else token


def _tokens(match: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    start, end = match.span()
    if match["word"]:
        for text, first, last in _cut(folded(match.group()), start, end, lexicon):
            yield _word(text, first, last, lexicon)
    elif match["han"]:
        yield from _segmented(match.group(), start, lexicon)
    elif match["dash"]:
        yield Token("-", start, end)
    else:
        yield Token(match.group().lower(), start, end, figures.kinds(match))


def _cut(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """A word, or the words that are written as one; all of them at its place in the text."""
    head, apostrophe, rest = text.partition("'")
    if apostrophe and head in lexicon.elided and not lexicon.knows(text):
        yield lexicon.elided[head], start, end
        yield from _cut(rest, start, end, lexicon) if rest else ()
        return
    for part in lexicon.parts.get(text, (text,)):
        yield part, start, end


def _word(raw: str, start: int, end: int, lexicon: Lexicon) -> Token:
    text = raw.rstrip("'")
    if text.endswith("'s") and text not in lexicon.literals:
        text = text[:-2]
    raw = text
    text = lexicon.aliases.get(text, text)
    if text in lexicon.guarded:
        return Token(text, start, end)
    if text not in lexicon.words and text not in lexicon.literals:
        text = mend(text, lexicon.vocabulary, lexicon.common)
    kinds = dict(lexicon.words.get(text, ()))
    if not (kinds or raw in lexicon.stops or (text != raw and text in lexicon.stops)):
        kinds[WORD] = raw
    return Token(text, start, end, kinds)


def _segmented(text: str, start: int, lexicon: Lexicon) -> Iterator[Token]:
    """The words of a script without spaces: at each place the longest that is known, or a numeral."""
    place = 0
    while place < len(text):
        size = _numeral_size(text, place)
        value = figures.numeral(text[place : place + size]) if size else None
        known = next(
            (
                n
                for n in range(min(lexicon.longest, len(text) - place), 0, -1)
                if lexicon.knows(text[place : place + n])
            ),
            0,
        )
        counted = value is not None and size >= known
        size = size if counted else max(known, 1)
        word = text[place : place + size]
        for part in lexicon.parts.get(word, (word,)):
            kinds: dict[str, object] = {"NUM": value} if counted else dict(lexicon.words.get(part, ()))
            if not (kinds or part in lexicon.stops):
                kinds[WORD] = part
            yield Token(part, start + place, start + place + size, kinds)
        place += size


def _numeral_size(text: str, place: int) -> int:
    size = 0
    while place + size < len(text) and (
        text[place + size] in figures.NUMERALS or text[place + size] == figures.TEN
    ):
        size += 1
    return size
