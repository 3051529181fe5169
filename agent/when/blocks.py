"""Builders of nights, parts of days, weeks, months and lengths up to now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.model import (
    DAY_NS,
    HOUR_NS,
    MINUTE_NS,
    NIGHT,
    POINT_NS,
    SECOND_NS,
    Day,
    Kind,
    Length,
    Range,
    local,
)

if TYPE_CHECKING:
    from agent.when.model import Context

UNIT_NS: Final = {
    "second": SECOND_NS,
    "minute": MINUTE_NS,
    "hour": HOUR_NS,
    "day": DAY_NS,
    "week": 7 * DAY_NS,
}
MONTHS: Final = 12


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


def recent_part(context: Context, name: str) -> Range:
    """As in "In the morning": today's if it has begun, else yesterday's."""
    today = calendar.part(context.clock, context.clock.today, name)
    if today.start_ns < context.clock.now_ns:
        return today
    return calendar.part(context.clock, context.clock.today - timedelta(days=1), name)


def past(context: Context, span: Length) -> Range | None:
    """A length up to now: "the last 7 days" are the 168 hours before now."""
    clock = context.clock
    if span.unit == NIGHT:
        morning = calendar.last_night(clock)
        count = round(span.count)
        found = [calendar.night(clock, morning - timedelta(days=back)) for back in range(count - 1, -1, -1)]
        return calendar.joined(found, Kind.NIGHTS, NIGHT) if found else None
    if span.unit == "weekend":
        return None
    if span.unit in UNIT_NS:
        start = clock.now_ns - round(span.count * UNIT_NS[span.unit])
    else:
        months = round(span.count * (MONTHS if span.unit == "year" else 1))
        start = clock.same_time(calendar.months_back(clock.today, months))
    return Range(start, clock.now_ns, Kind.PAST, count=span.count, unit=span.unit)


def past_parts(context: Context, count: float, name: str) -> Range:
    """The last so many mornings, afternoons, evenings."""
    newest = recent_part(context, name).anchor or context.clock.today
    found = [
        calendar.part(context.clock, newest - timedelta(days=back), name)
        for back in range(round(count) - 1, -1, -1)
    ]
    return calendar.joined(found, Kind.PARTS, name)


def ago(context: Context, span: Length) -> Range | None:
    """A length before now: minutes and hours give a clock time, longer lengths a day."""
    clock = context.clock
    if span.unit in {"second", "minute", "hour"}:
        start = clock.now_ns - round(span.count * UNIT_NS[span.unit])
        return Range(start, start + POINT_NS, Kind.POINT, local(start, clock.tz).date())
    if span.unit == "weekend":
        return last_weekend(context, round(span.count) - 1)
    return None


def past_one(context: Context, unit: str) -> Range | None:
    """As in "The past week": 168 hours up to now."""
    return past(context, Length(1, unit))


def past_fixed(context: Context, count: float, unit: str) -> Range | None:
    """A fixed length up to now ("lately")."""
    return past(context, Length(count, unit))


def last_block(context: Context, unit: str) -> Range | None:
    """As in "Last week" is the calendar week before; "the last day" and shorter are lengths up to now."""
    if unit == "weekend":
        return last_weekend(context)
    return (
        past(context, Length(1, unit))
        if unit in {"second", "minute", "hour", "day"}
        else block(context, unit, 1)
    )


def unit_named(context: Context, unit: str) -> Range | None:
    """As in "This past weekend": the newest that has begun."""
    return weekend(context) if unit == "weekend" else block(context, unit, 0)


def past_nights(context: Context) -> Range | None:
    """As in "At nights": those of the last week."""
    return past(context, Length(7, NIGHT))


def before_last(context: Context, unit: str) -> Range | None:
    """As in "The week before last"."""
    return last_weekend(context, 1) if unit == "weekend" else block(context, unit, 2)


def my_unit(context: Context, unit: str) -> Range | None:
    """As in "How was my week": the week up to now."""
    if unit == "weekend":
        return weekend(context)
    return past(context, Length(1, unit)) if unit in {"week", "month", "year"} else None


def the_unit(context: Context, unit: str) -> Range | None:
    """As in "Over the weekend", "during the week"."""
    return block(context, unit, 0) if unit in {"week", "weekend"} else None


def block(context: Context, unit: str, back: int) -> Range | None:
    """The calendar day, week, weekend, month, year or clock hour so many back from the running one."""
    clock = context.clock
    today = clock.today
    found: Range | None = None
    match unit:
        case "day":
            found = calendar.day(clock, today - timedelta(days=back))
        case "week":
            found = calendar.week(clock, today - timedelta(weeks=back))
        case "weekend":
            found = weekend(context, back)
        case "month":
            found = calendar.month(clock, today.year, today.month - back)
        case "year":
            found = calendar.year(clock, today.year - back)
        case "hour" if back == 0:
            found = Range(clock.at(today, clock.now.hour), clock.now_ns, Kind.HOURS, today)
        case "second" | "minute" | "hour":
            found = past(context, Length(back, unit))
        case _:
            pass
    return found


def last_weekend(context: Context, back: int = 0) -> Range:
    """The weekend of the calendar week before this one, or so many before it."""
    return calendar.weekend(context.clock, context.clock.today - timedelta(weeks=1 + back))


def weekend(context: Context, back: int = 0) -> Range:
    """The running weekend or the most recent one, or so many before it."""
    today = context.clock.today
    if today.weekday() < calendar.SATURDAY:
        back += 1
    return calendar.weekend(context.clock, today - timedelta(weeks=back))


def week_of(context: Context, day: Day) -> Range:
    """The calendar week of a day."""
    return calendar.week(context.clock, day.date)


def month_named(context: Context, month: int, year: int | None = None) -> Range:
    """A named month; without a year the most recent one that has begun."""
    today = context.clock.today
    if year is None:
        year = today.year if month <= today.month else today.year - 1
    return calendar.month(context.clock, year, month)


def month_last(context: Context, month: int) -> Range:
    """As in "Last March": the most recent one that is over."""
    today = context.clock.today
    return calendar.month(context.clock, today.year if month < today.month else today.year - 1, month)


def year_named(context: Context, number: int) -> Range:
    """A calendar year."""
    return calendar.year(context.clock, number)


def repeated(context: Context, name: str, span: Range) -> Range | None:
    """The same part of each day of a span ("at night last week")."""
    if span.kind in {Kind.DAY, Kind.NIGHT, Kind.PART, Kind.POINT, Kind.HOURS, Kind.NOW}:
        return None
    return calendar.repeated(context.clock, span, name)


def nights_in(context: Context, *said: object) -> Range | None:
    """The nights of a span."""
    span = next((each for each in said if isinstance(each, Range)), None)
    return repeated(context, NIGHT, span) if span else None


def same_range(_context: Context, value: Range) -> Range:
    """A range as read."""
    return value


def repeated_after(context: Context, span: Range, name: str) -> Range | None:
    """The same, the span said first."""
    return repeated(context, name, span)


def now(context: Context) -> Range:
    """The last few minutes."""
    return calendar.now(context.clock)


def everything(context: Context) -> Range:
    """All there is."""
    return calendar.everything(context.clock)
