"""Figures, times and directions in a finished text: what a language writes them like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from agent.phrases import pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOCK: Final = r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])"
NOON: Final = 12
NEVER: Final = re.compile(r"(?!)")  # matches nothing


def units(text: str) -> dict[str, str]:
    """Words for units, and what they stand for, as tables write them; letter case does not matter."""
    return {word.lower(): unit for word, unit in pairs(text).items()}


@dataclass(frozen=True, eq=False)
class Figures:
    """A language's way of writing figures.

    ``metrics``: what a number is about, the more particular ones first; ``units``: a word in lower case ->
    bpm, ms, %, s, min, h, d or count; ``months``: twelve words; ``date``: a pattern with ``day`` and
    ``month``, ``{months}`` in it; ``numbers``: words for 2, 3, ... that count ``nouns``; ``clock``: a pattern
    with ``hour``, ``minute``, ``second`` and, where hours go to 12, ``half``, of which ``afternoons`` are
    after noon; ``spaced``: words stand apart; ``less`` and ``more`` end the text before a bound,
    ``less_after`` and ``more_after`` begin the text behind one.
    """

    metrics: tuple[tuple[str, re.Pattern[str]], ...]
    units: Mapping[str, str]
    decimal: str
    thousands: str
    months: str
    date: str
    numbers: str
    nouns: str
    higher: re.Pattern[str]
    lower: re.Pattern[str]
    same: re.Pattern[str]
    less: re.Pattern[str]
    more: re.Pattern[str]
    less_after: re.Pattern[str] = NEVER
    more_after: re.Pattern[str] = NEVER
    clock: str = CLOCK
    afternoons: frozenset[str] = frozenset()
    spaced: bool = True
    both: str = ""  # articles that make a number in words mean two known things: "las dos veces"
    worded: re.Pattern[str] | None = None
    values: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def clocks(self) -> re.Pattern[str]:
        """A time of day."""
        return re.compile(self.clock)

    @cached_property
    def dates(self) -> re.Pattern[str]:
        """A day and its month."""
        edge = r"\b" if self.spaced else r"(?<!\d)"
        names = "|".join(sorted(self.months.split(), key=len, reverse=True))
        return re.compile(edge + self.date.replace("{months}", names), re.IGNORECASE)

    @cached_property
    def number(self) -> re.Pattern[str]:
        """A number with the unit after it, if it has one."""
        known = "|".join(re.escape(unit) for unit in sorted(self.units, key=len, reverse=True))
        before, after = r"(?<![\w.:/-])", r"(?![\w%])"
        if not self.spaced:  # the next figure may follow a unit at once
            before, after = r"(?<![A-Za-z\d.:/-])", r"(?![A-Za-z\d%])"
        told = rf"(\d+(?:{re.escape(self.thousands)}\d{{3}})*(?:{re.escape(self.decimal)}\d+)?)"
        unit = rf"({known})?{after}" if self.spaced else rf"(?:({known})|{after})"
        return re.compile(rf"{before}{told}\s*{unit}", re.IGNORECASE)

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """A number in words with what it counts; groups ``number`` and ``noun``."""
        if self.worded is not None:
            return self.worded
        edge, gap = (r"\b", r"\s+") if self.spaced else ("", "")
        words = "|".join(self.numbers.split())
        the = "".join(rf"(?<!\b{word} )" for word in self.both.split())
        return re.compile(rf"{the}{edge}(?P<number>{words}){gap}(?P<noun>{self.nouns}){edge}", re.IGNORECASE)

    def value(self, text: str) -> float:
        """A number as it is written."""
        return float(text.replace(self.thousands, "").replace(self.decimal, "."))

    def places(self, text: str) -> int:
        """How many decimals a number is told with."""
        return len(text.partition(self.decimal)[2])

    def counts(self, word: str) -> float:
        """What a number in words comes to."""
        return float(self.values.get(word.lower()) or self.numbers.split().index(word.lower()) + 2)

    def minutes(self, match: re.Match[str]) -> int:
        """Minutes since midnight of a clock time."""
        found = match.groupdict()
        hour = int(found["hour"])
        half = found.get("half")
        if half in self.afternoons and hour < NOON and not (half == "\u4e2d\u5348" and hour > NOON // 2):
            hour += NOON
        if half == "\u51cc\u6668" and hour == NOON:
            hour = 0
        return hour * 60 + int(found["minute"])

    def month(self, word: str) -> int:
        """The number of a month."""
        return self.months.lower().split().index(word.lower()) + 1
