"""Builders of ranges from two ends, from one end on, and up to one end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agent.when import blocks, calendar
from agent.when.model import Day, Kind, Length, Range, TimeProblem, local

if TYPE_CHECKING:
    from agent.when.model import Context, Trouble


def as_range(context: Context, value: Day | Range) -> Range:
    """Anything with two ends."""
    return calendar.day(context.clock, value.date) if isinstance(value, Day) else value


def as_end(_context: Context, value: Day | Range) -> Day | Range:
    """Anything that can end a span."""
    return value


def all_of_it(context: Context, *_said: object) -> Range:
    """Since the first day."""
    return calendar.everything(context.clock)


def from_to(context: Context, a: Day | Range, b: Day | Range) -> Range | None:
    """From the start of the first to the end of the second (a clock time ends where it begins)."""
    if isinstance(a, Day) and isinstance(b, Day):
        first = a.date
        while a.weekly and first > b.date:
            first -= timedelta(days=7)
        if first > b.date:
            return None
        return calendar.days(context.clock, first, b.date)
    one, two = as_range(context, a), as_range(context, b)
    end = two.start_ns if two.kind is Kind.POINT else two.end_ns
    return Range(one.start_ns, end, Kind.SPAN) if one.start_ns < end else None


def days_of_month(context: Context, first: float, last: Day) -> Range | None:
    """As in "3 to 7 March": the month is said once."""
    number = round(first)
    if not 1 <= number < last.date.day:
        return None
    return calendar.days(context.clock, last.date.replace(day=number), last.date)


def month_days(context: Context, first: Day, last: float) -> Range | Trouble | None:
    """As in "March 3 to 7"."""
    number = round(last)
    if number <= first.date.day:
        return None
    try:
        return calendar.days(context.clock, first.date, first.date.replace(day=number))
    except ValueError:
        return context.trouble(TimeProblem.UNKNOWN, "no_such_date")


def since(context: Context, value: Day | Range) -> Range | None:
    """From the start of something up to now."""
    start = as_range(context, value).start_ns
    if start >= context.clock.now_ns:
        return None
    return Range(start, context.clock.now_ns, Kind.SINCE)


def since_length(context: Context, span: Length) -> Range | None:
    """As in "Since three days"."""
    return blocks.past(context, span)


def before(context: Context, value: Day | Range) -> Range | None:
    """Up to something: from midnight for clock times and parts of a day, from the first day for days."""
    edge = as_range(context, value)
    clock = context.clock
    if edge.kind in {Kind.POINT, Kind.PART, Kind.HOURS}:
        start = clock.at(local(edge.start_ns, clock.tz).date(), 0)
    else:
        start = calendar.everything(clock).start_ns
    return Range(start, edge.start_ns, Kind.SPAN) if start < edge.start_ns else None


def until(context: Context, value: Day | Range) -> Range | None:
    """Up to and with something; up to a clock time."""
    edge = as_range(context, value)
    found = before(context, value)
    if edge.kind is Kind.POINT:
        return found
    start = found.start_ns if found else edge.start_ns
    return Range(start, edge.end_ns, Kind.SPAN)


def after(context: Context, value: Day | Range) -> Range | None:
    """From something to the end of that day; after a whole day or more, up to now."""
    edge = as_range(context, value)
    clock = context.clock
    if edge.kind not in {Kind.POINT, Kind.PART, Kind.HOURS}:
        return Range(edge.end_ns, clock.now_ns, Kind.SINCE) if edge.end_ns < clock.now_ns else None
    start = edge.start_ns if edge.kind is Kind.POINT else edge.end_ns
    return Range(start, clock.at(local(start, clock.tz).date(), 24), Kind.SPAN)


def around_event(context: Context, span: Length, value: Day | Range, sign: int) -> Range | None:
    """As in "The two hours before 6 pm yesterday"."""
    if span.unit not in blocks.UNIT_NS:
        return None
    size, edge = round(span.count * blocks.UNIT_NS[span.unit]), as_range(context, value)
    if sign < 0:
        return Range(edge.start_ns - size, edge.start_ns, Kind.SPAN)
    end = edge.start_ns if edge.kind is Kind.POINT else edge.end_ns
    return Range(end, end + size, Kind.SPAN)


def unit_around(context: Context, unit: str, value: Range, sign: int) -> Range | None:
    """As in "The hour before 6 pm"."""
    return around_event(context, Length(1, unit), value, sign)


def future(context: Context, *_said: object) -> Trouble:
    """Words that always point ahead."""
    return context.trouble(TimeProblem.FUTURE, "future")


def vague(context: Context, *_said: object) -> Trouble:
    """Words that point at no time in particular."""
    return context.trouble(TimeProblem.AMBIGUOUS, "vague")


def unknown(context: Context, *_said: object) -> Trouble:
    """Words for a time that is known to people but not to the gateway."""
    return context.trouble(TimeProblem.UNKNOWN, "not_known")
