"""Figures of a text: clock times, dates and numbers as they are typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MAX_NUMBER_DIGITS: Final = 4  # a year has four; longer numbers are no part of a time phrase
LAST_HOUR: Final = 24
LAST_MINUTE: Final = 59
HALF_DAY_H: Final = 12
CENTURY: Final = 100  # a year of two figures is of this century
NUMERALS: Final = {
    character: value
    for value, characters in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for character in characters
}
TEN: Final = "十"


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


def kinds(match: re.Match[str]) -> dict[str, object]:
    """What a match of the lexer's figures may stand for: category -> value."""
    text = match.group().lower()
    if match["iso"]:
        return {"ISO": text.removesuffix("t")}
    if match["numeric"]:
        return {"NUMERIC": _numeric(text)}
    if match["meridiem"]:
        return _meridiem(text, match["half"].lower())
    if match["clock"]:
        return _clock(re.split("[:\uff1a]", text))
    if match["ordinal"]:
        return {"ORD": int(re.match(r"\d+", text)[0])}  # type: ignore[index]  # the pattern begins with figures
    return _number(text)


def numeral(text: str) -> int | None:
    """A Chinese numeral below a hundred; None for any other text."""
    tens, ten, ones = text.rpartition(TEN)
    if len(tens) > 1 or len(ones) > 1 or not text:
        return None
    if any(character not in NUMERALS for character in tens + ones):
        return None
    value = NUMERALS[ones] if ones else 0
    return value + 10 * (NUMERALS[tens] if tens else 1) if ten else value


def _numeric(text: str) -> Numeric:
    parts = [int(piece) for piece in re.split(r"[./-]", text) if piece]
    year = parts[2] if len(parts) > 2 else None  # noqa: PLR2004 - day, month, year
    if year is not None and year < CENTURY:
        year += 2000
    return Numeric(parts[0], parts[1], year, "." in text)


def _meridiem(text: str, half: str) -> dict[str, object]:
    hour, minute = (int(figure) for figure in [*re.findall(r"\d+", text), "0"][:2])
    if not 1 <= hour <= HALF_DAY_H or minute > LAST_MINUTE:
        return {}
    return {"CLK": Hm(hour % HALF_DAY_H + (HALF_DAY_H if half == "p" else 0), minute)}


def _clock(figures: list[str]) -> dict[str, object]:
    found = written(int(figures[0]), int(figures[1]), sure=figures[0].startswith("0"))
    return {"CLK": found} if found else {}


def written(hour: int, minute: int, *, sure: bool = False) -> Hm | None:
    """A clock time as typed on a 24-hour clock; None where no clock shows it."""
    if hour > LAST_HOUR or minute > LAST_MINUTE or (hour == LAST_HOUR and minute):
        return None
    return Hm(hour, minute, sure or not 1 <= hour <= HALF_DAY_H, written=True)


def _number(text: str) -> dict[str, object]:
    if not text.isdecimal():
        found: dict[str, object] = {"DECIMAL": float(text.replace(",", "."))}
        hour, minute = re.split("[.,]", text)
        if len(minute) == 2 and len(hour) <= 2 and "." in text:  # noqa: PLR2004 - as in 18.30
            clock = written(int(hour), int(minute))
            found |= {"DOTTED": clock} if clock else {}
        return found
    if len(text) > MAX_NUMBER_DIGITS:
        return {}
    kinds: dict[str, object] = {"NUM": int(text)}
    if text.startswith(("19", "20")) and len(text) == MAX_NUMBER_DIGITS:
        kinds["YEAR"] = int(text)
    return kinds
