"""Builders of halves, first and last days, sides of a clock time, and the nights the clocks were changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from agent.when import blocks, calendar, clocks, parts
from agent.when.model import DAY_NS, Day, Kind, Length, Range, TimeProblem, Trouble, local, wall_ns

if TYPE_CHECKING:
    from agent.when.model import Clock, Context

LOOKED_BACK_DAYS: Final = 400  # every zone that changes its clocks does so each year
NOON: Final = time(12)


def half(context: Context, which: str, span: Range | Day) -> Range:
    """The early or late half of a range, or the half in the middle of it."""
    whole = calendar.day(context.clock, span.date) if isinstance(span, Day) else span
    quarter = (whole.end_ns - whole.start_ns) // 4
    start, end = {
        "early": (whole.start_ns, whole.start_ns + 2 * quarter),
        "middle": (whole.start_ns + quarter, whole.end_ns - quarter),
        "late": (whole.start_ns + 2 * quarter, whole.end_ns),
    }[which]
    anchor = local(start, context.clock.tz).date()
    short = whole.length_ns <= 2 * DAY_NS
    return Range(start, end, Kind.HOURS if short else Kind.SPAN, anchor)


def part_half(context: Context, span: Range | Day, which: str) -> Range:
    """A half, the whole said first."""
    return half(context, which, span)


def half_yesterday(context: Context, which: str) -> Range:
    """As in "Late yesterday"."""
    return half(context, which, Day(context.clock.today - timedelta(days=1)))


def early_part(context: Context, name: str) -> Range:
    """As in "First thing in the morning"."""
    return half(context, "early", parts.recent_part(context, name))


def late_part(context: Context, name: str) -> Range:
    """As in "In the late evening"."""
    return half(context, "late", parts.recent_part(context, name))


def night_half(context: Context, which: str, _night: str) -> Range:
    """As in "The middle of the night"."""
    return half(context, which, parts.last_night(context))


def night_middle(context: Context, _night: str) -> Range:
    """As in "A media noche": the middle of last night."""
    return half(context, "middle", parts.last_night(context))


def early_part_of(context: Context, day: Day, name: str) -> Range:
    """As in "Tuesday first thing in the morning"."""
    return calendar.half_part(context.clock, day.date, name, late=False)


def end_day_of(_context: Context, span: Range, which: str) -> Day | None:
    """The first or last day of a week, month or other whole days."""
    if span.anchor is None or span.kind not in {Kind.WEEK, Kind.WEEKEND, Kind.MONTH, Kind.YEAR, Kind.DAYS}:
        return None
    first = span.anchor
    last = {
        Kind.WEEK: first + timedelta(days=6),
        Kind.WEEKEND: first + timedelta(days=1),
        Kind.MONTH: calendar.month_start(first.year, first.month + 1) - timedelta(days=1),
        Kind.YEAR: date(first.year, 12, 31),
        Kind.DAYS: first + timedelta(days=round(span.count) - 1),
    }
    return Day(first if which == "first" else last[span.kind])


def first_week(context: Context, span: Range) -> Range:
    """The first seven days of a month or year."""
    first = span.anchor or local(span.start_ns, context.clock.tz).date()
    return calendar.days(context.clock, first, first + timedelta(days=6))


def first_recorded(context: Context, unit: str) -> Range | Trouble | None:
    """The first day, night or week of the recording."""
    begun_ns = context.clock.installed_ns
    if begun_ns is None:
        return context.trouble(TimeProblem.UNKNOWN, "not_known")
    first = local(begun_ns, context.clock.tz).date()
    match unit:
        case "day":
            return calendar.day(context.clock, first)
        case "night":
            found = calendar.night(context.clock, first)
            begins_later = found.end_ns <= begun_ns
            return calendar.night(context.clock, first + timedelta(days=1)) if begins_later else found
        case "week":
            return calendar.days(context.clock, first, first + timedelta(days=6))
        case _:
            return None


def side(context: Context, span: Range | Day, at: clocks.TimeOf, sign: int) -> Range | Trouble | None:
    """As in "Last night before midnight", "Tuesday after 6"."""
    if isinstance(span, Day):
        point = clocks.on_day(context, at, span)
        whole = calendar.day(context.clock, span.date)
    else:
        inside = clocks.in_range(context, at, span)
        if inside is None:
            return None
        point, whole = inside, span
    if isinstance(point, Trouble):
        return point
    found = (
        replace(whole, end_ns=point.start_ns, kind=Kind.SPAN)
        if sign < 0
        else replace(whole, start_ns=point.start_ns, kind=Kind.SPAN)
    )
    return found if found.start_ns < found.end_ns else None


def side_of(context: Context, at: clocks.TimeOf, span: Range | Day, sign: int) -> Range | Trouble | None:
    """As in "After 10 pm last night", the clock time said first."""
    return side(context, span, at, sign)


def half_of_unit(context: Context, which: str, unit: str) -> Range | None:
    """As in "The beginning of the week"."""
    whole = blocks.block(context, unit, 0) if unit in {"week", "month", "year", "weekend"} else None
    return half(context, which, whole) if whole else None


def in_length(context: Context, span: Length) -> Range | Trouble | None:
    """As in "In 24 hours", which looks back a day or more, and "in an hour", which looks ahead."""
    if span.unit in {"second", "minute", "hour"} and span.count * blocks.UNIT_NS[span.unit] < DAY_NS:
        return context.trouble(TimeProblem.FUTURE, "future")
    return blocks.past(context, span)


def clock_change(clock: Clock, direction: int) -> date | None:
    """The newest day the clocks went forward (1), back (-1) or either (0); None where they never do."""
    for back in range(LOOKED_BACK_DAYS):
        day = clock.today - timedelta(days=back)
        length_ns = wall_ns(day, NOON, clock.tz) - wall_ns(day - timedelta(days=1), NOON, clock.tz)
        moved = DAY_NS - length_ns
        if moved and moved * direction >= 0:
            return day
    return None


def direction(_context: Context, value: int) -> int:
    """Which way the clocks went."""
    return value


def which_way(_context: Context, *said: int | None) -> int | None:
    """The one way of several that was said."""
    return next((way for way in said if way is not None), None)


def changed_night_of(context: Context, _night: str, way: int) -> Range | Trouble:
    """As in "The night the clocks went back"."""
    return changed_night(context, way)


def changed_day_of(context: Context, way: int) -> Day | Trouble:
    """As in "The day the clocks went back"."""
    day = clock_change(context.clock, way)
    return context.trouble(TimeProblem.UNKNOWN, "no_clock_change") if day is None else Day(day)


def changed_night(context: Context, way: int) -> Range | Trouble:
    """The night the clocks went forward or back."""
    day = clock_change(context.clock, way)
    if day is None:
        return context.trouble(TimeProblem.UNKNOWN, "no_clock_change")
    return calendar.night(context.clock, day)
