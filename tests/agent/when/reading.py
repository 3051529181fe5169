"""Tables of phrases, and the clocks they are read against."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from agent.de.times import LANGUAGE as GERMAN
from agent.en.times import LANGUAGE as ENGLISH
from agent.es.times import LANGUAGE as SPANISH
from agent.fr.times import LANGUAGE as FRENCH
from agent.when.anchors import Anchored
from agent.when.model import Clock, Range, Trouble, local, to_ns
from agent.when.resolve import resolve
from agent.zh.times import LANGUAGE as CHINESE
from tests.agent import time_phrases
from tests.agent.when import chinese, english, english_more, french, german, spanish

if TYPE_CHECKING:
    from agent.when.resolve import Language, Meaning

BERLIN: Final = ZoneInfo("Europe/Berlin")
LANGUAGES: Final = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH, "zh": CHINESE}
RANGES: Final = {
    "en": english.RANGES.rstrip() + english_more.RANGES,
    "de": german.RANGES,
    "es": spanish.RANGES,
    "fr": french.RANGES,
    "zh": chinese.RANGES,
}
TROUBLES: Final = {
    "en": english.TROUBLE,
    "de": german.TROUBLE,
    "es": spanish.TROUBLE,
    "fr": french.TROUBLE,
    "zh": chinese.TROUBLE,
}
RELATIVES: Final = {
    "de": german.RELATIVE,
    "es": spanish.RELATIVE,
    "fr": french.RELATIVE,
    "zh": chinese.RELATIVE,
}
OLDER: Final = (time_phrases.PHRASES, time_phrases.PIECES, time_phrases.RELATIVE, time_phrases.TROUBLE)


def rows(table: str) -> list[list[str]]:
    """The cells of a table."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def told(tables: dict[str, str]) -> list[tuple[str, list[str]]]:
    """The rows of several languages, each with its language."""
    return [(code, row) for code, table in tables.items() for row in rows(table)]


def phrases(code: str) -> list[str]:
    """Everything of a language that is read somewhere here."""
    older = [row[0] for table in OLDER for row in rows(table)] if code == "en" else []
    return [*older, *(row[0] for row in rows(RANGES[code]) + rows(TROUBLES[code]))]


def clock(now: str, zone: str = "Europe/Berlin", since: str | None = None) -> Clock:
    """A reference clock."""
    tz = ZoneInfo(zone)
    return Clock(ns(now, tz), tz, None if since is None else ns(since, tz))


def ns(text: str, tz: ZoneInfo) -> int:
    """A local wall time."""
    return to_ns(datetime.fromisoformat(text).replace(tzinfo=tz))


CLOCK: Final = clock("2025-03-12T14:30", since="2025-02-26T09:00")


def moment(text: str, at: Clock = CLOCK) -> int:
    """A cell of a table."""
    if text == "now":
        return at.now_ns
    return ns(text if text[4] == "-" else f"2025-{text}", at.tz)


def shown(meaning: Meaning, tz: ZoneInfo = BERLIN) -> str:
    """A meaning, to be read in a failure."""
    if isinstance(meaning, Anchored):
        return f"{meaning.relation} {meaning.anchor}"
    if isinstance(meaning, Trouble):
        return f"{meaning.problem} {meaning.reason}"
    return f"{local(meaning.start_ns, tz):%F %H:%M} to {local(meaning.end_ns, tz):%F %H:%M}"


def ranged(text: str, at: Clock = CLOCK, language: Language = ENGLISH, before: Range | None = None) -> Range:
    """A phrase that has to be a range."""
    meaning = resolve(text, at, language, before)
    assert isinstance(meaning, Range), f"{text}: {shown(meaning, at.tz)}"
    return meaning
