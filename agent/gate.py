"""What is looked at before anything else: words that mean a person may be in danger.

It runs on the bare text, before any parsing, and never asks the store. When in doubt it escalates; what it
must not do is cry wolf at a chest strap.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from agent.phrases import Vocabulary, compiled, folded, padded, plain
from agent.spelling import mend

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MAX_CHARS: Final = 4000  # of a question that are looked at; more is no question
PART: Final = re.compile(r"[.,!?;:\n\u3001\u3002\uff01\uff0c\uff1f]+")
CLAUSE: Final = re.compile(r"[.!?;\n\u3002\uff01\uff1f]+")


class Level(StrEnum):
    """What a danger asks for."""

    ESCALATE = "escalate"  # help at once, nothing else
    ADVISE = "advise"  # the question is answered, after advice


@dataclass(frozen=True, slots=True)
class Danger:
    """Words that together mean danger: one of each group in a clause, and none that takes it back.

    A phrase may end in ``*``: any ending. ``unless``: names of word lists that take it back;
    ``softened``: names of word lists that leave advice only.
    """

    name: str
    groups: tuple[str, ...]
    unless: tuple[str, ...] = ()
    softened: tuple[str, ...] = ()
    level: Level = Level.ESCALATE


@dataclass(frozen=True, slots=True, eq=False)
class GateWords:
    """A language's word lists and dangers. ``lists``: name -> phrases; ``common``: words never mended.

    ``present``: the list whose words bring a past danger into the present ("and now again"), ``past``: the
    lists they overrule; ``told_as_past``: verbs of the past.
    """

    lists: Mapping[str, tuple[str, ...]]
    dangers: tuple[Danger, ...]
    common: Collection[str]
    joins: Mapping[str, str]
    folds: Mapping[str, str]
    present: str = "present"
    past: tuple[str, ...] = ("long_past", "recent_past", "asked_past")
    told_as_past: str = "past_verb"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A danger that was read in a text."""

    name: str
    level: Level


class Gate:
    """Reads texts against a language's dangers."""

    def __init__(self, words: GateWords) -> None:
        self._words = words
        self._lists = {name: compiled(phrases) for name, phrases in words.lists.items()}
        self._vocabulary = Vocabulary([text for phrases in words.lists.values() for text in phrases])

    def check(self, text: str) -> Alarm | None:
        """The worst danger in a text, or None."""
        text = text[:MAX_CHARS]
        found: Alarm | None = None
        for clause in self._clauses(text):
            alarm = self._worst(clause)
            if alarm is not None and alarm.level is Level.ESCALATE:
                return alarm
            found = found or alarm
        if found is not None:
            # "My chest hurts, was my rhythm all right?": a question about the past softens only its own part.
            for part in map(self._plain, PART.split(text)):
                alarm = self._worst(part)
                if alarm and alarm.level is Level.ESCALATE and not self._has(self._words.told_as_past, part):
                    return alarm
        return found

    def _worst(self, clause: str) -> Alarm | None:
        found: Alarm | None = None
        for danger in self._words.dangers:
            level = self._level(danger, clause)
            if level is Level.ESCALATE:
                return Alarm(danger.name, level)
            if level is not None and found is None:
                found = Alarm(danger.name, level)
        return found

    def _clauses(self, text: str) -> list[str]:
        parts = [self._plain(part) for part in CLAUSE.split(text)]
        parts = [part for part in parts if part.strip()]
        # "My chest. It hurts." is one complaint: neighbours are read together too.
        return parts + [f"{a}{b}" for a, b in itertools.pairwise(parts)]

    def _plain(self, text: str) -> str:
        words = plain(text, self._words.joins)
        text = padded([mend(word, self._vocabulary, self._words.common) for word in words])
        return folded(text, self._words.folds)

    def _level(self, danger: Danger, clause: str) -> Level | None:
        if not all(self._has(name, clause) for name in danger.groups):
            return None
        present = self._has(self._words.present, clause)
        for name in danger.unless:
            if self._has(name, clause) and not (present and name in self._words.past):
                return None
        for name in danger.softened:
            if self._has(name, clause) and not (present and name in self._words.past):
                return Level.ADVISE
        return danger.level

    def _has(self, name: str, clause: str) -> bool:
        return self._lists[name].search(clause) is not None


@lru_cache(maxsize=8)
def gate(words: GateWords) -> Gate:
    """The gate of a language, compiled once."""
    return Gate(words)
