"""A language: everything that differs from one to another, in one place.

Each language is a package (``agent/de/``) whose ``tongue.py`` holds ``TONGUE``, made of:

``sentences.py``  SENTENCES: the keys and slots of English (``{your}`` may be left out)
``names.py``      NAMES: the keys of English; ``one|many`` where English has both
``glossary.py``   TERMS, the words that ask for a term, and GLOSSARY, what it means; the keys of English
``clinical.py``   CLINICAL: see below
``other_words.py``  OTHER_WORDS: key -> further wordings of a sentence, with its slots, for a language model
``concepts.py``, ``manners.py``, ``asks.py``, ``bounds.py``  the words of questions (:class:`Speech`)
``forms.py``, ``times.py``, ``safety.py``, ``limits.py``  numbers and times, safety, medicines

**The wording for clinicians.** A key that ends with ``_clinical``, in any table of what is said, stands
in for the key without it wherever a clinician is spoken to; where there is none, the plain wording serves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from agent.gate import GateWords
    from agent.question import Speech
    from agent.when.model import Clock, Range

LANGUAGES: Final = ("en", "de", "es", "fr", "zh")
CLINICAL: Final = "_clinical"  # ends the key of a wording for clinicians


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

    def figure(self, value: float, places: int) -> str:
        """A number alone, with so many decimals ("1,234")."""

    def plural(self, count: float, one: str, many: str) -> str:
        """A count with the form of the noun that it takes."""

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list in a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """All tables of a language. ``sentences``: key -> template; ``names``: keys of things -> words.

    ``clinical``: the wordings for clinicians stand in for the plain ones; these are not said otherwise.
    """

    code: str
    speech: Speech
    gate: GateWords
    forms: Forms
    sentences: Mapping[str, str]
    names: Mapping[str, str]
    glossary: Mapping[str, str]
    other_words: Mapping[str, tuple[str, ...]]
    clinical: bool = False


@lru_cache(maxsize=16)
def known(code: str) -> str:
    """The language that is spoken for one that is set ("de-AT"): English where it is not written."""
    code = code.lower().replace("_", "-").partition("-")[0]
    return code if code in LANGUAGES and find_spec(f"agent.{code}.tongue") else LANGUAGES[0]


@lru_cache(maxsize=2 * len(LANGUAGES))
def tongue(code: str, *, clinical: bool = False) -> Tongue:
    """The tables of a language, loaded when it is first spoken; English for one that is not written.

    ``clinical``: as a clinician is spoken to.
    """
    found: Tongue = import_module(f"agent.{known(code)}.tongue").TONGUE
    if not clinical:
        return found
    return replace(
        found,
        sentences=_overlaid(found.sentences),
        names=_overlaid(found.names),
        glossary=_overlaid(found.glossary),
        other_words={},
        clinical=True,
    )


def _overlaid(table: Mapping[str, str]) -> dict[str, str]:
    own = {key.removesuffix(CLINICAL): text for key, text in table.items() if key.endswith(CLINICAL)}
    return {**table, **own}
