"""Builders of counts, lengths and calendar days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.model import Day, Kind, Length, TimeProblem

if TYPE_CHECKING:
    from agent.when.figures import Numeric
    from agent.when.model import Context, Range, Trouble

MOST: Final = 1000  # a longer count is no question about a history
MONTHS: Final = 12
WEEKDAYS: Final = 7
FULLEST_MONTH: Final = 31


def number(_context: Context, value: float | None, scale: float = 1, plus: float = 0) -> float | None:
    """A count within reason."""
    count = (1 if value is None else value) * scale + plus
    return count if 0 < count <= MOST else None


def tens(_context: Context, ten: float, one: int) -> int | None:
    """As in "Twenty first"."""
    return round(ten) + one if ten in {20, 30} and one < 10 else None  # noqa: PLR2004 - tens and ones


def total(_context: Context, first: Length, second: Length) -> Length | None:
    """As in "Two hours and 30 minutes": both in the smaller unit."""
    sizes = {"hour": 60.0, "minute": 1.0, "day": 1440.0}
    if first.unit not in sizes or second.unit not in sizes or sizes[first.unit] <= sizes[second.unit]:
        return None
    return Length(first.count * sizes[first.unit] / sizes[second.unit] + second.count, second.unit)


def length(_context: Context, count: float | None, unit: str) -> Length:
    """A length of time."""
    if unit == "fortnight":
        return Length(14 * (count or 1), "day")
    return Length(count or 1, unit)


def length_and_half(_context: Context, unit: str) -> Length:
    """As in "An hour and a half"."""
    return Length(1.5, unit)


def length_said(_context: Context, count: float, unit: str) -> Length:
    """A length whose unit is a word of the rule."""
    return Length(count, unit)


def quarters(_context: Context, count: float) -> Length:
    """Quarters of an hour."""
    return Length(15 * count, "minute")


def length_of(_context: Context, count: float, unit: str) -> Length:
    """A length that has a name."""
    return Length(count, unit)


def one(context: Context, unit: str) -> Length:
    """As in "A week"."""
    return length(context, 1, unit)


def same_length(_context: Context, value: Length) -> Length:
    """A length as read."""
    return value


def same_name(_context: Context, value: str) -> str:
    """The name of a part of the day as read."""
    return value


def name(_context: Context, value: str) -> str:
    """The name of a part of the day said in several words."""
    return value


def same_day(_context: Context, value: Day) -> Day:
    """A day as read."""
    return value


def month(_context: Context, number: float) -> int | None:
    """A month told by its number."""
    return round(number) if 1 <= number <= MONTHS else None


def year(_context: Context, number: float) -> int | None:
    """A year that is told as one."""
    return round(number) if number == round(number) and 1900 <= number < 2100 else None  # noqa: PLR2004 - of recordings


def day_of_month(context: Context, number: float) -> Day | Trouble | None:
    """A number told as a day of the month."""
    return of_month(context, round(number)) if 1 <= number <= FULLEST_MONTH else None


def of_this_month(context: Context, month: Range, number: float) -> Day | Trouble | None:
    """A day of a month that was named relative to now."""
    first = month.anchor
    return dated(context, number, first.month, first.year) if first and month.kind is Kind.MONTH else None


def offset_day(context: Context, offset: int) -> Day:
    """A day counted from today."""
    return Day(context.clock.today + timedelta(days=offset))


def weekday(context: Context, number: int, weeks: int = 0) -> Day:
    """The most recent past day of that name (today is not past), or ``weeks`` before that."""
    today = context.clock.today
    back = (today.weekday() - number - 1) % WEEKDAYS + 1
    return Day(today - timedelta(days=back + WEEKDAYS * weeks), weekly=True)


def weekday_of(context: Context, number: int, week: int) -> Day:
    """The day of that name in a calendar week counted from this one."""
    first = calendar.monday(context.clock.today) + timedelta(weeks=week)
    return Day(first + timedelta(days=number))


def weekdays_ago(context: Context, count: float, number: int) -> Day:
    """That many days of this name ago."""
    return weekday(context, number, round(count) - 1)


def iso(context: Context, text: str) -> Day | Trouble:
    """A date written as in ISO 8601."""
    try:
        year, month, day = (int(figure) for figure in re.split("[-/]", text))
        return Day(date(year, month, day))
    except ValueError:
        return context.trouble(TimeProblem.UNKNOWN, "no_such_date")


def dated(context: Context, day_number: float, month: int, year: int | None = None) -> Day | Trouble | None:
    """Day and month; without a year the most recent one that has begun."""
    if not 1 <= day_number <= FULLEST_MONTH:
        return None
    today = context.clock.today
    years = (year,) if year is not None else tuple(range(today.year, today.year - 5, -1))
    for candidate in years:
        try:
            found = date(candidate, month, round(day_number))
        except ValueError:
            continue
        if year is not None or found <= today:
            return Day(found)
    return context.trouble(TimeProblem.UNKNOWN, "no_such_date")


def fixed(context: Context, day_number: int, month: int) -> Day | Trouble | None:
    """A date that has a name."""
    return dated(context, day_number, month)


def month_dated(
    context: Context, month: int, day_number: float, year: int | None = None
) -> Day | Trouble | None:
    """Month and day, as written in North America."""
    return dated(context, day_number, month, year)


def year_month_dated(context: Context, year: int, month: int, day_number: float) -> Day | Trouble | None:
    """Year, month and day, as written in East Asia."""
    return dated(context, day_number, month, year)


def of_last_month(context: Context, day_number: float) -> Day | Trouble | None:
    """A day of the month before this one."""
    first = calendar.month_start(context.clock.today.year, context.clock.today.month - 1)
    return dated(context, day_number, first.month, first.year)


def dated_weekday(context: Context, day: Day, number: int) -> Day | Trouble:
    """A date and its weekday, the date said first."""
    return weekday_dated(context, number, day)


def month_span(context: Context, month: int, first: float, last: float) -> Range | Trouble | None:
    """As in "3月3日到7日"."""
    ends = [dated(context, number, month) for number in (first, last)]
    one, two = ends
    if isinstance(one, Day) and isinstance(two, Day) and one.date < two.date:
        return calendar.days(context.clock, one.date, two.date)
    return next((end for end in ends if not isinstance(end, Day)), None)


def of_month(context: Context, number: int) -> Day | Trouble:
    """A bare ordinal: the most recent such day of a month."""
    today = context.clock.today
    for back in range(MONTHS):
        first = calendar.month_start(today.year, today.month - back)
        try:
            found = first.replace(day=number)
        except ValueError:
            continue
        if found <= today:
            return Day(found)
    return context.trouble(TimeProblem.UNKNOWN, "no_such_date")


def weekday_dated(context: Context, number: int, day: Day) -> Day | Trouble:
    """A weekday and a date; asked back where they do not agree."""
    if day.date.weekday() == number:
        return day
    options = (
        calendar.day(context.clock, day.date),
        calendar.day(context.clock, weekday(context, number).date),
    )
    return context.trouble(TimeProblem.AMBIGUOUS, "weekday_mismatch", options)


def shifted_day(_context: Context, day: Day, offset: int) -> Day:
    """The day before or after a named day."""
    return Day(day.date + timedelta(days=offset))


def part_of_today(context: Context, half: str) -> Day | None:
    """As in "Earlier today"; "later today" points ahead."""
    return Day(context.clock.today) if half == "early" else None


def numeric(context: Context, value: Numeric) -> Day | Trouble | None:
    """A date in figures; which comes first, the day or the month, is asked where both would do."""
    since = context.clock.installed_ns
    either = value.a <= MONTHS and value.b <= MONTHS and value.a != value.b and not value.day_first
    day_first = value.day_first or value.a > MONTHS or value.b <= MONTHS
    if either and context.clock.day_first is None:
        readings = [
            dated(context, value.a, value.b, value.year),
            dated(context, value.b, value.a, value.year),
        ]
        days = [day for day in readings if isinstance(day, Day)]
        options = tuple(calendar.day(context.clock, day.date) for day in days)
        known = [day for day, span in zip(days, options, strict=True) if since is None or span.end_ns > since]
        if len(known) == 1:
            return known[0]
        return context.trouble(TimeProblem.AMBIGUOUS, "day_or_month", options)
    if either:
        day_first = bool(context.clock.day_first)
    day, month = (value.a, value.b) if day_first else (value.b, value.a)
    return dated(context, day, month, value.year)


def day_ago(context: Context, span: Length) -> Day | None:
    """The calendar day a length of days, weeks, months or years ago."""
    today = context.clock.today
    if span.unit not in {"day", "week", "month", "year"} or span.count != round(span.count):
        return None
    if span.unit in {"day", "week"}:
        return Day(today - timedelta(days=round(span.count * (WEEKDAYS if span.unit == "week" else 1))))
    months = round(span.count * (MONTHS if span.unit == "year" else 1))
    return Day(calendar.months_back(today, months))
