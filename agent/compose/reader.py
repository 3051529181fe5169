"""Reads a finished sentence for what it claims, whoever wrote it: knows nothing of slots or templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from agent.en import claim_words as en

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

QUOTED: Final = re.compile("\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb")
CLOCK: Final = re.compile(r"(?<![\d:.])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
DATE: Final = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(en.MONTHS)})\b", re.IGNORECASE)
_UNITS: Final = "|".join(re.escape(unit) for unit in sorted(en.UNITS, key=len, reverse=True))
NUMBER: Final = re.compile(
    rf"(?<![\w.:/-])(\d+(?:,\d{{3}})*(?:\.\d+)?)\s*({_UNITS})?(?![\w%])", re.IGNORECASE
)
WORDED: Final = re.compile(
    rf"(?<!the )\b({'|'.join(en.NUMBER_WORDS)})\s+(?:of )?"
    r"(episodes?|pauses?|alerts?|notes?|times|(?:slow |fast )?spells?|runs?)\b",
    re.IGNORECASE,
)
READ: Final = "en"  # the language whose numbers and times are read, too
READABLE: Final = frozenset({READ, "de", "es", "fr", "zh"})  # languages with words to read claims by
SECONDS: Final = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
NEAR: Final = 120  # characters between a denial and what it denies
NONE_OF: Final = re.compile(r"(?<![\d.,])0 $")
CLAUSE: Final = re.compile("[.;!?\u3002\uff1b\uff01\uff1f]|\\bbut\\b|\\bpero\\b|\u4f46")
JOIN: Final = re.compile(r"^[\s,]*(?:and\s+)?$")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a sentence says. ``subject``: metric or kind; ``unit``: of ``value``; ``start``: where."""

    kind: str  # value, duration, bare, clock, date, presence, absence, comparison, cause, lead, normal, ...
    text: str
    subject: str = ""
    value: float = 0.0
    unit: str = ""
    step: float = 0.0  # the last digit that was told
    start: int = 0
    qualified: bool = False  # said only of what could be analysed
    seconds: int | None = None  # of a clock time, where they were told


def claims(text: str, language: str = READ) -> list[Claim]:
    """What a sentence claims, in the order it says it.

    ``language``: one of READABLE. In others than English, numbers and times are left to the check of slots.
    """
    bare = QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = _table(language)
    found = [*_things(bare, words), *_words(bare, words)]
    if language == READ:
        found += [*_times(bare), *_numbers(bare), *_directions(bare)]
    return sorted(found, key=lambda claim: claim.start)


@lru_cache(maxsize=len(READABLE))
def _table(language: str) -> ModuleType:
    return import_module(f"agent.{language}.claim_words")


def _times(text: str) -> Iterator[Claim]:
    for match in CLOCK.finditer(text):
        told = int(match[1]) * 60 + int(match[2])
        yield Claim(
            "clock",
            match.group(),
            value=told,
            start=match.start(),
            seconds=None if match[3] is None else int(match[3]),
        )
    for match in DATE.finditer(text):
        month = en.MONTHS.index(match[2].lower()) + 1
        yield Claim("date", match.group(), value=int(match[1]), step=month, start=match.start())


def _numbers(text: str) -> Iterator[Claim]:
    """Numbers with a unit; lengths of time in two units are one."""
    taken = [match.span() for pattern in (CLOCK, DATE) for match in pattern.finditer(text)]
    length: Claim | None = None
    end = size = 0
    for match in NUMBER.finditer(text):
        if any(a <= match.start() < b for a, b in taken):
            continue
        told = match[1].replace(",", "")
        unit = en.UNITS.get((match[2] or "").lower(), "")
        step = 10.0 ** -len(told.partition(".")[2]) if "." in told else 1.0
        if unit in SECONDS:
            value, step = float(told) * SECONDS[unit], step * SECONDS[unit]
            smaller = SECONDS[unit] < size
            size = SECONDS[unit]
            if length is not None and smaller and JOIN.match(text[end : match.start()]):
                whole = text[length.start : match.end()]
                length = Claim("duration", whole, "", length.value + value, "s", step, length.start)
            else:
                if length is not None:
                    yield length
                length = Claim("duration", match.group(), "", value, "s", step, match.start())
            end = match.end()
            continue
        subject = _subject(text, match.start()) if unit in {"bpm", "ms"} else ""
        if unit == "count":
            subject = _kind_at(text, match.start(2))
        if unit:
            yield Claim("value", match.group(), subject, float(told), unit, step, match.start())
        else:
            yield Claim("bare", match.group(), "", float(told), "", step, match.start())
    if length is not None:
        yield length
    for match in WORDED.finditer(text):
        value = float(en.NUMBER_WORDS[match[1].lower()])
        yield Claim(
            "value", match.group(), _kind_at(text, match.start(2)), value, "count", 1.0, match.start()
        )


def _subject(text: str, at: int) -> str:
    """The metric named closest before a number in its sentence, else closest after it."""
    before: tuple[int, str] | None = None
    after: tuple[int, str] | None = None
    for name, pattern in en.METRICS:
        for match in pattern.finditer(text):
            if match.start() < at and (before is None or match.start() > before[0]):
                before = (match.start(), name)
            elif match.start() >= at and (after is None or match.start() < after[0]):
                after = (match.start(), name)
    chosen = before or after
    return chosen[1] if chosen else ""


def _kind_at(text: str, at: int) -> str:
    """The kind that a counted noun names: "episodes of atrial fibrillation", "pauses"."""
    rest = text[at : at + NEAR]
    found = [(match.start(), name) for name, pattern in en.KINDS if (match := pattern.search(rest))]
    return min(found)[1] if found else ""


def _things(text: str, table: ModuleType) -> Iterator[Claim]:
    """What is said to have been there, or not."""
    qualified = table.QUALIFIED.search(text) is not None
    spoken = table.SPOKEN_OF.search(text) is not None
    for name, pattern in table.KINDS:
        for match in pattern.finditer(text):
            if NONE_OF.search(text[: match.start()]):
                continue  # "0 pauses": the number is the claim
            kind = "absence" if _denied(text, match.start(), match.end(), table) else "presence"
            if kind == "presence" and spoken:
                continue
            yield Claim(kind, match.group(), name, start=match.start(), qualified=qualified)
    for match in table.ANY.finditer(text):
        yield Claim("absence", match.group(), "any", start=match.start(), qualified=qualified)


def _denied(text: str, start: int, end: int, table: ModuleType) -> bool:
    clause = CLAUSE.split(text[max(0, start - NEAR) : start])[-1]
    if table.DENIED.search(clause):
        return True
    return table.DENIED_AFTER.match(text[end : end + NEAR]) is not None


def _words(text: str, table: ModuleType) -> Iterator[Claim]:
    """Words that claim something by themselves."""
    lists = (
        ("cause", table.CAUSE),
        ("lead", table.ONE_LEAD),
        ("normal", table.NORMAL),
        ("certainty", table.CERTAIN),
        ("advice", table.ADVICE),
        ("done", table.DONE),
    )
    for kind, pattern in lists:
        for match in pattern.finditer(text):
            if kind == "lead" and table.CANNOT.search(text):
                continue
            if kind == "normal" and table.JUDGED_BY_A_DOCTOR.search(text):
                continue
            yield Claim(kind, match.group(), start=match.start())


def _directions(text: str) -> Iterator[Claim]:
    """What is said to be higher, lower or the same."""
    for direction, pattern in (("higher", en.HIGHER), ("lower", en.LOWER), ("same", en.SAME)):
        for match in pattern.finditer(text):
            yield Claim(
                "comparison",
                match.group(),
                direction,
                unit=_subject(text, match.start()),
                start=match.start(),
            )
