"""From the user's own words to a range of time, or to the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.grammar import read
from agent.when.lexer import Lexicon, Token, tokens
from agent.when.model import Clock, Context, Range, TimeProblem, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.when.grammar import Chart, Rule

ROOT: Final = "WHEN"


@dataclass(frozen=True, slots=True)
class Language:
    """All that makes a language's time phrases readable."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    fillers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase inside a text: its character span, its words, what it means."""

    start: int
    end: int
    words: str
    meaning: Range | Trouble


def find(text: str, clock: Clock, language: Language, before: Range | None = None) -> list[Phrase]:
    """All time phrases of a text, longest first where they overlap, returned in the order of the text.

    ``before`` is the range of the previous turn, which "the night before" leans on.
    """
    found = tokens(text, language.lexicon)
    chart = read(found, language.rules, Context(clock, before, text.strip()))
    phrases = []
    for start, end, value in _longest(chart):
        first, last = found[start], found[end - 1]
        words = text[first.start : last.end]
        phrases.append(Phrase(first.start, last.end, words, _checked(value, clock, words)))
    return phrases


def resolve(text: str, clock: Clock, language: Language, before: Range | None = None) -> Range | Trouble:
    """The range that a phrase stands for; a phrase that is not wholly understood is a trouble."""
    phrases = find(text, clock, language, before)
    if not phrases or _leftover(text, phrases, language):
        return Trouble(TimeProblem.UNKNOWN, text.strip(), "not_understood")
    if len(phrases) == 1:
        return phrases[0].meaning
    return joined(phrases, clock, language, before) or Trouble(TimeProblem.UNKNOWN, text.strip(), "several")


def joined(
    phrases: Sequence[Phrase], clock: Clock, language: Language, before: Range | None = None
) -> Range | Trouble | None:
    """Two phrases said apart that are one ("at 6 pm ... on Tuesday"); None where they are not one."""
    if len(phrases) != 2:  # noqa: PLR2004 - a day and a time
        return None
    for words in (" ".join(p.words for p in phrases), " ".join(p.words for p in reversed(phrases))):
        whole = find(words, clock, language, before)
        if len(whole) == 1 and whole[0].start == 0 and whole[0].end == len(words):
            return whole[0].meaning
    return None


def _longest(chart: Chart) -> list[tuple[int, int, object]]:
    every = [
        (start, end, order, value)
        for start, made in chart.of(ROOT).items()
        for order, (end, value) in enumerate(made)
    ]
    every.sort(key=lambda each: (each[0] - each[1], each[0], each[2]))
    taken: list[tuple[int, int, object]] = []
    for start, end, _order, value in every:
        if all(end <= a or start >= b for a, b, _ in taken):
            taken.append((start, end, value))
    return sorted(taken, key=lambda each: each[0])


def _checked(value: object, clock: Clock, words: str) -> Range | Trouble:
    if isinstance(value, Trouble):
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
