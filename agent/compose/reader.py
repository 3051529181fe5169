"""Reads a finished sentence for what it claims, whoever wrote it: knows nothing of slots or templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from agent.compose.figures import Figures

QUOTED: Final = re.compile("\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb")
READ: Final = "en"  # the language whose own sentences are read, too
READABLE: Final = frozenset({READ, "de", "es", "fr", "zh"})  # languages with words to read claims by
SECONDS: Final = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
NEAR: Final = 120  # characters between a denial and what it denies
NONE_OF: Final = re.compile(r"(?<![\d.,])0 $")
CLAUSE: Final = re.compile("[.;!?\u3002\uff1b\uff01\uff1f]|\\bbut\\b|\\bpero\\b|\u4f46")
JOIN: Final = re.compile(r"^[\s,]*(?:(?:and|und|y|et|\u548c)\s+)?$")


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
    bound: str = ""  # "less" or "more": the number is a limit that the true one keeps


def claims(text: str, language: str = READ) -> list[Claim]:
    """What a sentence claims, in the order it says it.

    ``language``: one of READABLE.
    """
    bare = QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = _table(language)
    figures = _figures(language)
    found = [*_things(bare, words), *_words(bare, words)]
    found += [*_times(bare, figures), *_numbers(bare, figures, words), *_directions(bare, figures)]
    return sorted(found, key=lambda claim: claim.start)


@lru_cache(maxsize=len(READABLE))
def _table(language: str) -> ModuleType:
    return import_module(f"agent.{language}.claim_words")


@lru_cache(maxsize=len(READABLE))
def _figures(language: str) -> Figures:
    found: Figures = import_module(f"agent.{language}.claim_figures").FIGURES
    return found


def _times(text: str, figures: Figures) -> Iterator[Claim]:
    for match in figures.clocks.finditer(text):
        second = match["second"] if "second" in figures.clocks.groupindex else None
        yield Claim(
            "clock",
            match.group(),
            value=figures.minutes(match),
            start=match.start(),
            seconds=None if second is None else int(second),
        )
    for match in figures.dates.finditer(text):
        month = figures.month(match["month"])
        yield Claim("date", match.group(), value=int(match["day"]), step=month, start=match.start())


def _numbers(text: str, figures: Figures, words: ModuleType) -> Iterator[Claim]:
    """Numbers with a unit; lengths of time in two units are one."""
    taken = [match.span() for pattern in (figures.clocks, figures.dates) for match in pattern.finditer(text)]
    length: Claim | None = None
    end = size = 0
    for match in figures.number.finditer(text):
        if any(a <= match.start() < b for a, b in taken):
            continue
        told = figures.value(match[1])
        unit = figures.units.get((match[2] or "").lower(), "")
        step = 10.0 ** -figures.places(match[1])
        if unit in SECONDS:
            value, step = told * SECONDS[unit], step * SECONDS[unit]
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
        subject = _subject(text, match.start(), figures) if unit in {"bpm", "ms"} else ""
        if unit == "count":
            subject = _kind_at(text, match.start(2), words)
        kind = "value" if unit else "bare"
        bound = _bound(text, match, figures)
        yield Claim(kind, match.group(), subject, told, unit, step, match.start(), bound=bound)
    if length is not None:
        yield length
    for match in figures.counted.finditer(text):
        count = figures.counts(match["number"])
        subject = _kind_at(text, match.start("noun"), words)
        yield Claim("value", match.group(), subject, count, "count", 1.0, match.start())


def _bound(text: str, match: re.Match[str], figures: Figures) -> str:
    """Whether a number is told as one that the true one is below, or above."""
    before, after = text[: match.start()], text[match.end() :]
    if figures.less.search(before) or figures.less_after.match(after):
        return "less"
    return "more" if figures.more.search(before) or figures.more_after.match(after) else ""


def _subject(text: str, at: int, figures: Figures) -> str:
    """The metric named closest before a number in its sentence, else closest after it."""
    before: tuple[int, str] | None = None
    after: tuple[int, str] | None = None
    for name, pattern in figures.metrics:
        for match in pattern.finditer(text):
            if match.start() < at and (before is None or match.start() > before[0]):
                before = (match.start(), name)
            elif match.start() >= at and (after is None or match.start() < after[0]):
                after = (match.start(), name)
    chosen = before or after
    return chosen[1] if chosen else ""


def _kind_at(text: str, at: int, words: ModuleType) -> str:
    """The kind that a counted noun names: "episodes of atrial fibrillation", "pauses"."""
    rest = text[at : at + NEAR]
    found = [(match.start(), name) for name, pattern in words.KINDS if (match := pattern.search(rest))]
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


def _directions(text: str, figures: Figures) -> Iterator[Claim]:
    """What is said to be higher, lower or the same."""
    for direction, pattern in (("higher", figures.higher), ("lower", figures.lower), ("same", figures.same)):
        for match in pattern.finditer(text):
            yield Claim(
                "comparison",
                match.group(),
                direction,
                unit=_subject(text, match.start(), figures),
                start=match.start(),
            )
