"""Text into tokens that a time grammar can read; spelling mended against the language's own time words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from agent.spelling import mend

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_TOKENS: Final = 80  # a question; anything longer is cut before it is read
MAX_NUMBER_DIGITS: Final = 4  # a year has four; longer numbers are no part of a time phrase
PIECE: Final = re.compile(
    r"""
    (?P<iso>\d{4}-\d{2}-\d{2})
  | (?P<numeric>\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?|\.\d{1,2}\.(?:\d{2,4})?)(?![\d.:/]))
  | (?P<meridiem>\d{1,2}(?:[:.]\d{2})?\s?(?P<half>[ap])\.?\s?m\b\.?)
  | (?P<clock>\d{1,2}(?::\d{2}){1,2}(?!\d))
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:[.,]\d+)?)
  | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
  | (?P<dash>[-\u2013\u2014])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hm:
    """A clock time; ``sure`` is False where it may be either half of the day.

    ``written``: with minutes, as on a 24-hour clock, so that it is the likelier reading.
    """

    hour: int
    minute: int = 0
    sure: bool = True
    written: bool = False


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in figures as typed: two or three numbers and whether the day comes first for certain."""

    a: int
    b: int
    year: int | None
    day_first: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure with what it may stand for: category -> value."""

    text: str
    start: int
    end: int
    kinds: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """The time words of a language.

    ``words``: word -> ((category, value), ...); ``literals``: words that rules name; ``common``: everyday
    words that are never taken for a misspelt time word; ``aliases``: words written in short; ``guarded``:
    words that stand for time only beside one of the given words.
    """

    words: Mapping[str, tuple[tuple[str, object], ...]]
    literals: frozenset[str]
    common: frozenset[str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    guarded: Mapping[str, tuple[tuple[str, object], frozenset[str]]] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word a misspelt one may be mended to."""
        return tuple(sorted(self.literals | self.words.keys()))


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """Split a text; character spans refer to the text as given."""
    found: list[Token] = []
    for match in PIECE.finditer(text):
        if len(found) == MAX_TOKENS:
            break
        found.append(_token(match, lexicon))
    return [_guarded(found, place, lexicon) for place in range(len(found))]


def _guarded(found: list[Token], place: int, lexicon: Lexicon) -> Token:
    token = found[place]
    if token.text not in lexicon.guarded:
        return token
    kind, neighbours = lexicon.guarded[token.text]
    near = {found[i].text for i in (place - 1, place + 1) if 0 <= i < len(found)}
    return replace(token, kinds=dict([kind])) if near & neighbours else token


def _token(match: re.Match[str], lexicon: Lexicon) -> Token:
    start, end = match.span()
    text = match.group().lower()
    if match["word"]:
        return _word(match, lexicon)
    kinds: dict[str, object] = {}
    if match["iso"]:
        kinds["ISO"] = text
    elif match["numeric"]:
        kinds["NUMERIC"] = _numeric(text)
    elif match["meridiem"]:
        kinds.update(_meridiem(text, match["half"].lower()))
    elif match["clock"]:
        kinds.update(_clock(text))
    elif match["ordinal"]:
        kinds["ORD"] = int(text[:-2])
    elif match["number"]:
        kinds.update(_number(text))
    return Token("-" if match["dash"] else text, start, end, kinds)


def _word(match: re.Match[str], lexicon: Lexicon) -> Token:
    text = match.group().lower().replace("\u2019", "'")
    if text.endswith("'s") and text not in lexicon.literals:
        text = text[:-2]
    text = lexicon.aliases.get(text, text)
    if text in lexicon.guarded:
        return Token(text, *match.span())
    if text not in lexicon.words and text not in lexicon.literals:
        text = mend(text, lexicon.vocabulary, lexicon.common)
    return Token(text, *match.span(), dict(lexicon.words.get(text, ())))


def _numeric(text: str) -> Numeric:
    dotted = "." in text
    parts = [int(piece) for piece in re.split(r"[./]", text) if piece]
    year = parts[2] if len(parts) > 2 else None  # noqa: PLR2004 - day, month, year
    if year is not None and year < 100:  # noqa: PLR2004 - a year of two figures
        year += 2000
    return Numeric(parts[0], parts[1], year, dotted)


def _meridiem(text: str, half: str) -> dict[str, object]:
    hour, minute = (int(figure) for figure in [*re.findall(r"\d+", text), "0"][:2])
    if not 1 <= hour <= 12 or minute > 59:  # noqa: PLR2004 - a clock face
        return {}
    return {"CLK": Hm(hour % 12 + (12 if half == "p" else 0), minute)}


def _clock(text: str) -> dict[str, object]:
    hour, minute = (int(figure) for figure in text.split(":")[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):  # noqa: PLR2004 - a clock face
        return {}
    sure = text[0] == "0" or not 1 <= hour <= 12  # noqa: PLR2004 - both halves of the day have these
    return {"CLK": Hm(hour, minute, sure, written=True)}


def _number(text: str) -> dict[str, object]:
    if not text.isdigit():
        return {"DECIMAL": float(text.replace(",", "."))}
    if len(text) > MAX_NUMBER_DIGITS:
        return {}
    kinds: dict[str, object] = {"NUM": int(text)}
    if text.startswith(("19", "20")) and len(text) == MAX_NUMBER_DIGITS:
        kinds["YEAR"] = int(text)
    return kinds
