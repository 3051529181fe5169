"""From the user's own words to a range of time, or to the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.anchors import Anchored
from agent.when.grammar import read
from agent.when.lexer import MAX_TOKENS, Lexicon, Token, folded, tokens
from agent.when.model import Clock, Context, Range, TimeProblem, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.when.grammar import Chart, Rule

ROOT: Final = "WHEN"
OPEN: Final = "OPEN"
MAX_PHRASE: Final = 200  # characters of words that were not understood, when they are told back
Meaning = Range | Trouble | Anchored


@dataclass(frozen=True, slots=True)
class Language:
    """All that makes a language's time phrases readable.

    ``openers``: words that, first in a text, lean on what came before ("and in the morning?"); ``asking``:
    words after which what follows is asked for, and names no time ("tell me when I had AF");
    ``interrogative``: words that ask for a time where they are spelled so, or, accents aside, where they open
    a text of one clause ("cuándo"); ``day_first``: how dates in figures are written, None where they are
    written in both ways.
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    fillers: frozenset[str]
    openers: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    interrogative: frozenset[str] = frozenset()
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase inside a text: its character span, its words, what it means."""

    start: int
    end: int
    words: str
    meaning: Meaning


def find(text: str, clock: Clock, language: Language, before: Range | None = None) -> list[Phrase]:
    """All time phrases of a text, longest first where they overlap, returned in the order of the text.

    ``before`` is the range of the previous turn, which "the night before" leans on.
    """
    if clock.day_first is None:
        clock = replace(clock, day_first=language.day_first)
    found = _opened(tokens(text, language.lexicon), language)
    chart = read(found, language.rules, Context(clock, before, text[:MAX_PHRASE].strip()))
    phrases = []
    for start, end, value in _longest(chart, _asked(found, language, text)):
        first, last = found[start], found[end - 1]
        words = text[first.start : last.end]
        phrases.append(Phrase(first.start, last.end, words, _checked(value, clock, words)))
    return phrases


def resolve(text: str, clock: Clock, language: Language, before: Range | None = None) -> Meaning:
    """What a phrase stands for: a range, or something in the store that it hangs on.

    A phrase that is not wholly understood is a trouble. Nothing but the arguments is looked at.
    """
    phrases = find(text, clock, language, before)
    if len(tokens(text, language.lexicon)) >= MAX_TOKENS:
        return Trouble(TimeProblem.UNKNOWN, text.strip()[:MAX_PHRASE], "not_understood")
    if not phrases or _leftover(text, phrases, language):
        return Trouble(TimeProblem.UNKNOWN, text.strip(), "not_understood")
    if len(phrases) == 1:
        return phrases[0].meaning
    return joined(phrases, clock, language, before) or Trouble(TimeProblem.UNKNOWN, text.strip(), "several")


def joined(
    phrases: Sequence[Phrase], clock: Clock, language: Language, before: Range | None = None
) -> Meaning | None:
    """Two phrases said apart that are one ("at 6 pm ... on Tuesday"); None where they are not one."""
    if len(phrases) != 2:  # noqa: PLR2004 - a day and a time
        return None
    for words in (" ".join(p.words for p in phrases), " ".join(p.words for p in reversed(phrases))):
        whole = find(words, clock, language, before)
        if len(whole) == 1 and whole[0].start == 0 and whole[0].end == len(words):
            return whole[0].meaning
    return None


def _opened(found: list[Token], language: Language) -> list[Token]:
    """The tokens, the first one marked if it leans on what came before."""
    if not found or found[0].text not in language.openers:
        return found
    first = replace(found[0], kinds={**found[0].kinds, OPEN: found[0].text})
    return [first, *found[1:]]


def _asked(found: Sequence[Token], language: Language, text: str) -> frozenset[int]:
    """Places after a word that asks: what hangs on something in the store is there asked for."""
    after = {place for place, token in enumerate(found, 1) if token.text in language.asking}
    if not language.interrogative:
        return frozenset(after)
    plain = {folded(word) for word in language.interrogative}
    opening = {0} if found and found[0].text in plain and "," not in text else set()
    spelled = {
        place
        for place, token in enumerate(found)
        if text[token.start : token.end].lower() in language.interrogative
    }
    return frozenset(after | opening | spelled)


def _longest(chart: Chart, asked: frozenset[int]) -> list[tuple[int, int, object]]:
    every = [
        (start, end, order, value)
        for start, made in chart.of(ROOT).items()
        for order, (end, value) in enumerate(made)
        if not (start in asked and isinstance(value, Anchored))
    ]
    every.sort(key=lambda each: (each[0] - each[1], each[0], each[2]))
    taken: list[tuple[int, int, object]] = []
    for start, end, _order, value in every:
        if all(end <= a or start >= b for a, b, _ in taken):
            taken.append((start, end, value))
    return sorted(taken, key=lambda each: each[0])


def _checked(value: object, clock: Clock, words: str) -> Meaning:
    if isinstance(value, Trouble | Anchored):
        return replace(value, phrase=words)
    if not isinstance(value, Range):
        return Trouble(TimeProblem.UNKNOWN, words, "not_understood")
    happened = calendar.until_now(value, clock)
    return happened if happened is not None else Trouble(TimeProblem.FUTURE, words, "future")


def _leftover(text: str, phrases: Sequence[Phrase], language: Language) -> list[Token]:
    return [
        token
        for token in tokens(text, language.lexicon)
        if token.text not in language.fillers
        and not any(phrase.start <= token.start < phrase.end for phrase in phrases)
    ]
