"""Builders of ranges from two ends, from one end on, and up to one end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent.when import blocks, calendar, clocks, parts
from agent.when.figures import written
from agent.when.model import Day, Kind, Length, Range, TimeProblem, local

if TYPE_CHECKING:
    from agent.when.model import Context, Trouble

JUST_MIN: Final = 15  # as far as "around" reaches


def as_range(context: Context, value: Day | Range) -> Range:
    """Anything with two ends."""
    return calendar.day(context.clock, value.date) if isinstance(value, Day) else value


def as_found(_context: Context, value: object) -> object:
    """A phrase whose range is found elsewhere."""
    return value


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


def just_beside(context: Context, value: Range, sign: int) -> Range | None:
    """As in "Just before 6": the quarter of an hour beside a clock time."""
    return around_event(context, Length(JUST_MIN, "minute"), value, sign)


def since_either(context: Context, number: float) -> Range | Trouble | None:
    """As in "Depuis 6 heures": since that hour or for so long, asked back where both may be meant."""
    hours = blocks.past(context, Length(number, "hour"))
    hm = written(round(number), 0)
    at = clocks.alone(context, clocks.TimeOf(hm)) if hm and number == round(number) else None
    if not isinstance(at, Range) or hours is None:
        return hours
    options = (Range(at.start_ns, context.clock.now_ns, Kind.SINCE), hours)
    return context.trouble(TimeProblem.AMBIGUOUS, "several", options)


def before(context: Context, value: Day | Range) -> Range | None:
    """Up to something: from midnight for clock times and parts of a day, from the first day for days."""
    edge = as_range(context, value)
    clock = context.clock
    if edge.kind in {Kind.POINT, Kind.PART, Kind.HOURS}:
        day = local(edge.start_ns - 1, clock.tz).date()  # before midnight is the day that it ends
        start = clock.at(day, 0)
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


def _part(context: Context, name: str, day: Day | None) -> Range:
    return parts.recent_part(context, name) if day is None else parts.part_of(context, name, day)


def before_part(context: Context, name: str, day: Day | None = None) -> Range | None:
    """As in "Before breakfast"."""
    return before(context, _part(context, name, day))


def day_before_part(context: Context, day: Day, name: str) -> Range | None:
    """As in "Yesterday before breakfast"."""
    return before_part(context, name, day)


def after_part(context: Context, name: str, day: Day | None = None) -> Range | None:
    """As in "After lunch"."""
    return after(context, _part(context, name, day))


def day_after_part(context: Context, day: Day, name: str) -> Range | None:
    """As in "Sunday after lunch"."""
    return after_part(context, name, day)


def since_part(context: Context, name: str) -> Range | None:
    """As in "Since breakfast"."""
    return since(context, _part(context, name, None))


def between_parts(context: Context, first: str, second: str, day: Day | None = None) -> Range | None:
    """As in "Between breakfast and lunch": from the end of the one to the start of the other."""
    one = _part(context, first, day)
    two = parts.part_of(context, second, Day(one.anchor or context.clock.today))
    return Range(one.end_ns, two.start_ns, Kind.HOURS, one.anchor) if one.end_ns < two.start_ns else None


def day_between_parts(context: Context, day: Day, first: str, second: str) -> Range | None:
    """The same, the day said first."""
    return between_parts(context, first, second, day)


def around_event_length(
    context: Context, value: Day | Range, count: float, unit: str, sign: int
) -> Range | None:
    """As in "The week before Monday"."""
    return around_event(context, Length(count, unit), value, sign)


def around_event(context: Context, span: Length, value: Day | Range, sign: int) -> Range | None:
    """As in "The two hours before 6 pm yesterday"."""
    if span.unit not in blocks.UNIT_NS:
        return None
    size, edge = round(span.count * blocks.UNIT_NS[span.unit]), as_range(context, value)
    if sign < 0:
        return Range(edge.start_ns - size, edge.start_ns, Kind.SPAN)
    end = edge.start_ns if edge.kind is Kind.POINT else edge.end_ns
    return Range(end, end + size, Kind.SPAN)


def length_before(context: Context, value: Day | Range, span: Length) -> Range | None:
    """As in "6点前两小时": what it is before said first."""
    return around_event(context, span, value, -1)


def length_after(context: Context, value: Day | Range, span: Length) -> Range | None:
    """The same, after it."""
    return around_event(context, span, value, 1)


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
