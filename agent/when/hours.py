"""Builders of what a clock shows, as it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from agent.when.figures import Hm, written

if TYPE_CHECKING:
    from agent.when.model import Context

HALF_DAY_H: Final = 12
DAY_H: Final = 24


def hour(_context: Context, number: float) -> Hm | None:
    """A bare number as an hour of the clock."""
    value = round(number)
    if value != number or value > DAY_H:
        return None
    return Hm(value, 0, sure=not 1 <= value <= HALF_DAY_H)


def hour_minute(_context: Context, number: float, minute: float | None = None) -> Hm | None:
    """As in "14h30", "14 Uhr 30", "14点30分": on a 24-hour clock."""
    return written(round(number), round(minute or 0)) if number == round(number) else None


def twelve_hour(_context: Context, number: float, minute: float) -> Hm | None:
    """An hour and minutes that may be of either half of the day ("3点20分")."""
    found = written(round(number), round(minute))
    return replace(found, written=False) if found else None


def half_past(_context: Context, number: float, minute: int) -> Hm | None:
    """Minutes after an hour (before it, if negative)."""
    value = round(number)
    if not 1 <= value <= DAY_H:
        return None
    if minute < 0:
        value, minute = value - 1 or HALF_DAY_H, minute + 60
    return Hm(value, minute, sure=value > HALF_DAY_H)


def hour_and(_context: Context, number: float, minute: int) -> Hm | None:
    """As in "Six heures et demie": on a 24-hour clock."""
    return written(round(number), minute)


def hour_and_of(context: Context, number: float, minute: int) -> Hm | None:
    """The same, of an hour that is no figure."""
    return hour_and(context, number, minute)


def fixed_half(_context: Context, value: int) -> Hm:
    """Half an hour after noon or midnight."""
    return Hm(value, 30)


def half_past_of(context: Context, number: float, minute: int) -> Hm | None:
    """The same, of an hour that is no figure ("la una y media")."""
    return half_past(context, number, minute)


def after_hour(context: Context, number: float, minute: float, sign: int) -> Hm | None:
    """As in "Las seis y diez": the hour said first."""
    return minutes_past(context, minute, number, sign)


def minutes_past(context: Context, minute: float, number: float, sign: int) -> Hm | None:
    """As in "Ten to six"."""
    return half_past(context, number, sign * round(minute)) if 0 < minute < 60 else None  # noqa: PLR2004 - an hour


def fixed(_context: Context, value: int) -> Hm:
    """Noon, midnight."""
    return Hm(value)


def same_hm(_context: Context, value: Hm) -> Hm:
    """A clock time as read."""
    return value
