"""Builders of nights, parts of days, weeks, months and lengths up to now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar, parts
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
SHORT: Final = ("second", "minute", "hour", "day", "fortnight")  # "the last" one ends now


def past(context: Context, span: Length) -> Range | None:
    """A length up to now: "the last 7 days" are the 168 hours before now."""
    clock = context.clock
    if span.unit == "fortnight":
        span = Length(14 * span.count, "day")
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


def past_count(context: Context, count: float, unit: str) -> Range | None:
    """As in "Les 7 derniers jours": the count said before "last"."""
    return past(context, Length(count, unit))


def past_parts(context: Context, count: float, name: str) -> Range:
    """The last so many mornings, afternoons, evenings."""
    newest = parts.recent_part(context, name).anchor or context.clock.today
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


def past_and_half(context: Context, unit: str) -> Range | None:
    """As in "The past hour and a half"."""
    return past(context, Length(1.5, unit))


def past_fixed(context: Context, count: float, unit: str) -> Range | None:
    """A fixed length up to now ("lately")."""
    return past(context, Length(count, unit))


def last_block(context: Context, unit: str) -> Range | None:
    """As in "Last week" is the calendar week before; "the last day" and shorter are lengths up to now."""
    if unit == "weekend":
        return last_weekend(context)
    return past(context, Length(1, unit)) if unit in SHORT else block(context, unit, 1)


def unit_named(context: Context, unit: str) -> Range | None:
    """As in "This past weekend": the newest that has begun."""
    return weekend(context) if unit == "weekend" else block(context, unit, 0)


def past_nights(context: Context) -> Range | None:
    """As in "At nights": those of the last week."""
    return past(context, Length(7, NIGHT))


def unit_now(context: Context, unit: str) -> Range | None:
    """The running week, month or year, said in one word."""
    return block(context, unit, 0)


def unit_back(context: Context, unit: str, back: int) -> Range | None:
    """One before it, said in one word."""
    return block(context, unit, back)


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


def the_weekend(context: Context, unit: str) -> Range | None:
    """As in "Am Wochenende"."""
    return weekend(context) if unit == "weekend" else None


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


def year_month_named(context: Context, year: int, month: int) -> Range:
    """The same, the year said first."""
    return month_named(context, month, year)


def month_last_year(context: Context, month: int) -> Range:
    """A month of last year."""
    return month_named(context, month, context.clock.today.year - 1)


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
