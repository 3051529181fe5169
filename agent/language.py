"""A language: everything that differs from one to another, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from agent.gate import GateWords
    from agent.question import Speech
    from agent.when.model import Clock, Range


class Forms(Protocol):
    """How numbers, times and lists are written."""

    def label(self, span: Range, clock: Clock) -> str:
        """What a range is called, with its local ends ("last night (Tue 11 March 22:00 to ...)")."""

    def within(self, label: str, kind: str) -> str:
        """A label with the preposition it needs ("on Monday 10 March")."""

    def moment(self, at: datetime, now: datetime) -> str:
        """A local moment ("Tue 11 March 04:12")."""

    def clock_time(self, at: datetime) -> str:
        """A time of day."""

    def day(self, at: datetime, now: datetime) -> str:
        """A local day, short ("Tue 11 March")."""

    def duration(self, seconds: float) -> str:
        """A length of time ("7 h 40 min")."""

    def number(self, value: float, unit: str) -> str:
        """A number with its unit, rounded as the unit wants it ("58 bpm", "3.2 %")."""

    def plural(self, count: float, one: str, many: str) -> str:
        """A count with the form of the noun that it takes."""

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list in a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """All tables of a language. ``sentences``: key -> template; ``names``: keys of things -> words."""

    code: str
    speech: Speech
    gate: GateWords
    forms: Forms
    sentences: Mapping[str, str]
    names: Mapping[str, str]
    glossary: Mapping[str, str]


@lru_cache(maxsize=8)
def tongue(_code: str) -> Tongue:
    """The tables of a language; English for one that is not written yet."""
    from agent.en.tongue import TONGUE  # noqa: PLC0415 - a language is loaded when it is spoken

    return TONGUE
