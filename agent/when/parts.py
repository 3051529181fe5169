"""Builders of nights and of parts of a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agent.when import calendar, dates
from agent.when.model import NIGHT, Day, Length, Range

if TYPE_CHECKING:
    from agent.when.model import Context


def last_night(context: Context, _night: str | None = None, back: float = 0) -> Range:
    """Last night, or that many nights before it."""
    return calendar.night(context.clock, calendar.last_night(context.clock) - timedelta(days=round(back)))


def night_before_last(context: Context, *_night: str | None) -> Range:
    """The night before last night."""
    return last_night(context, back=1)


def nights_ago(context: Context, span: Length) -> Range | None:
    """A count of nights before last night."""
    return last_night(context, back=span.count) if span.unit == NIGHT else None


def tonight(context: Context, _night: str | None = None) -> Range:
    """The running night or the coming one."""
    clock = context.clock
    running = clock.now.hour < clock.meanings.night[1]
    return calendar.night(clock, clock.today + timedelta(days=0 if running else 1))


def night_of_day(context: Context, day: Day, _night: str | None) -> Range:
    """As in "Tuesday night": a night is named by its morning."""
    return calendar.night(context.clock, day.date)


def night_named(context: Context, _night: str, day: Day, offset: int = 0) -> Range:
    """As in "The night of Tuesday": a night is named by its morning."""
    return calendar.night(context.clock, day.date + timedelta(days=offset))


def night_between(context: Context, _night: str, evening: Day, morning: Day) -> Range | None:
    """A night named by both of its days."""
    if (morning.date.weekday() - evening.date.weekday()) % 7 != 1:
        return None
    return calendar.night(context.clock, morning.date)


def part_of(context: Context, name: str, day: Day) -> Range:
    """A part of a day."""
    return calendar.part(context.clock, day.date, name)


def day_part(context: Context, day: Day, name: str) -> Range:
    """A part of a day, the day said first."""
    return calendar.part(context.clock, day.date, name)


def part_in(context: Context, day: Day, name: str) -> Range:
    """A part of a day that the rule names."""
    return calendar.part(context.clock, day.date, name)


def weekday_part(context: Context, number: int, name: str) -> Range:
    """A part of the most recent day of that name."""
    return calendar.part(context.clock, dates.weekday(context, number).date, name)


def night_of_named_day(context: Context, day: Day) -> Range:
    """A night that is named with its day in one word."""
    return calendar.night(context.clock, day.date)


def today_named(context: Context, name: str) -> Range:
    """A part of today, said in one word."""
    return calendar.part(context.clock, context.clock.today, name)


def today_part(context: Context, name: str, offset: int = 0) -> Range:
    """A part of today or of a day counted from today."""
    return calendar.part(context.clock, context.clock.today + timedelta(days=offset), name)


def small_hours_today(context: Context, _part: str) -> Range:
    """As in "The small hours of this morning"."""
    return calendar.part(context.clock, context.clock.today, "small_hours")


def day_half(context: Context, day: Day, half: str, name: str) -> Range:
    """As in "Tuesday late in the evening"."""
    return half_of(context, half, name, day)


def half_day(context: Context, half: str, day: Day, name: str) -> Range:
    """As in "Late Tuesday evening"."""
    return half_of(context, half, name, day)


def half_of(context: Context, half: str, name: str, day: Day | None = None) -> Range:
    """The early or late half of a part of a day."""
    when = context.clock.today if day is None else day.date
    return calendar.half_part(context.clock, when, name, late=half == "late")


def recent_half(context: Context, half: str, name: str) -> Range:
    """As in "Late in the evening": of the newest that has begun."""
    newest = recent_part(context, name).anchor or context.clock.today
    return calendar.half_part(context.clock, newest, name, late=half == "late")


def recent_part(context: Context, name: str) -> Range:
    """As in "In the morning": today's if it has begun, else yesterday's."""
    today = calendar.part(context.clock, context.clock.today, name)
    if today.start_ns < context.clock.now_ns:
        return today
    return calendar.part(context.clock, context.clock.today - timedelta(days=1), name)


def noon_of(context: Context, day: Day) -> Range:
    """Noon of a day, said without a noun."""
    return calendar.part(context.clock, day.date, "noon")
