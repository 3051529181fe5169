"""Builders of ranges that lean on the previous turn's range ("the night before", "an hour earlier")."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from agent.when import blocks, calendar, parts
from agent.when.model import Day, Kind, Length, Range, TimeProblem, local, wall_ns

if TYPE_CHECKING:
    from agent.when.model import Context, Trouble


def the_night(context: Context, _night: str, step: int) -> Range | Trouble:
    """The night before (-1), of (0) or after (+1) the previous range."""
    before = context.before
    if before is None:
        return _which(context)
    if before.kind is Kind.NIGHT and before.anchor is not None:
        return calendar.night(context.clock, before.anchor + timedelta(days=step))
    day = _first_day(context, before)
    # The night before a day ends on its morning; its own night and the one after it begin in its evening.
    return calendar.night(context.clock, day if step < 0 else day + timedelta(days=1))


def the_day(context: Context, step: int) -> Day | Trouble:
    """The day before, of or after the previous range."""
    before = context.before
    if before is None:
        return _which(context)
    if before.kind is Kind.NIGHT and step > 0:
        step -= 1  # the day after a night is the one that it is named by
    return Day(_first_day(context, before) + timedelta(days=step))


def the_part(context: Context, name: str, step: int = 0) -> Range | Trouble:
    """That part of the previous range's day, or of a day counted from it."""
    before = context.before
    if before is None:
        return _which(context)
    return calendar.part(context.clock, _first_day(context, before) + timedelta(days=step), name)


def and_part(context: Context, _open: str, name: str) -> Range | Trouble:
    """As in "And in the morning?": of the day or night before it, if there was one; else the newest."""
    before = context.before
    if before is None or before.kind not in {Kind.DAY, Kind.NIGHT, Kind.PART, Kind.POINT, Kind.HOURS}:
        return parts.recent_part(context, name)
    if before.kind is Kind.NIGHT and name not in {"morning", "small_hours", "breakfast"}:
        # The evening of a night is the one it began in; the afternoon the one after it.
        step = -1 if name in {"evening", "dinner"} else 0
        return calendar.part(context.clock, _first_day(context, before) + timedelta(days=step), name)
    return calendar.part(context.clock, _first_day(context, before), name)


def the_block(context: Context, unit: str, step: int) -> Range | Trouble | None:
    """The week, month, weekend or hour before or after the previous range."""
    before = context.before
    if before is None:
        return blocks.last_block(context, unit) if step < 0 else _which(context)
    if unit in {"week", "weekend"}:
        same_unit = before.kind.value == unit
        if same_unit or unit == "weekend":
            week = calendar.week if unit == "week" else calendar.weekend
            return week(context.clock, _first_day(context, before) + timedelta(weeks=step))
        return moved(context, before, Length(1, "week"), step)
    if unit in {"hour", "minute"}:
        size = blocks.UNIT_NS[unit]
        start = before.start_ns - size if step < 0 else before.end_ns
        return Range(start, start + size, Kind.HOURS, local(start, context.clock.tz).date())
    if unit == "month":
        first = _first_day(context, before)
        return calendar.month(context.clock, first.year, first.month + step)
    return moved(context, before, Length(1, unit), step)


def unit_moved(context: Context, unit: str, step: int) -> Range | Trouble | None:
    """The week or month before or after the previous range, said in one word."""
    return the_block(context, unit, step)


def the_one(context: Context, step: int) -> Range | Trouble | None:
    """The range of the same kind before or after the previous one ("and the one before that")."""
    before = context.before
    if before is None:
        return _which(context)
    match before.kind:
        case Kind.WEEK:
            return the_block(context, "week", step)
        case Kind.WEEKEND:
            return the_block(context, "weekend", step)
        case Kind.MONTH:
            return the_block(context, "month", step)
        case Kind.NIGHT | Kind.DAY | Kind.PART | Kind.POINT | Kind.HOURS:
            return moved(context, before, Length(1, "day"), step)
        case _:
            size = (before.end_ns - before.start_ns) * step
            return Range(before.start_ns + size, before.end_ns + size, Kind.SPAN)


def same_again(context: Context) -> Range | Trouble:
    """The previous range itself."""
    return context.before or _which(context)


def shifted(context: Context, span: Length, step: int) -> Range | Trouble | None:
    """The previous range, a length earlier or later."""
    return moved(context, context.before, span, step) if context.before else _which(context)


def same_time_on(context: Context, day: Day) -> Range | Trouble:
    """The previous range's clock times on another day."""
    before = context.before
    if before is None:
        return _which(context)
    if before.kind in {Kind.NIGHT, Kind.PART, Kind.POINT, Kind.HOURS}:
        return on_day(context, before, day.date)
    return calendar.day(context.clock, day.date)


def same_for(_context: Context, value: Range) -> Range:
    """As in "The same for last night": a range that needs nothing from before."""
    return value


def on_day(context: Context, before: Range, day: date) -> Range:
    """A range's clock times on another day."""
    if before.kind is Kind.NIGHT:
        return calendar.night(context.clock, day)
    if before.kind is Kind.PART:
        return calendar.part(context.clock, day, before.part)
    return _by_days(context, before, (day - local(before.start_ns, context.clock.tz).date()).days)


def moved(context: Context, span: Range, by: Length, step: int) -> Range | None:
    """A range moved by a length: whole days keep the wall clock, shorter lengths do not."""
    if by.unit in {"second", "minute", "hour"}:
        shift = round(by.count * blocks.UNIT_NS[by.unit]) * step
        kind = span.kind if span.kind in {Kind.POINT, Kind.HOURS} else Kind.SPAN
        day = local(span.start_ns + shift, context.clock.tz).date()
        return Range(span.start_ns + shift, span.end_ns + shift, kind, day)
    if by.unit not in {"day", "night", "week"}:
        return None
    days = round(by.count * (7 if by.unit == "week" else 1)) * step
    if span.anchor is not None:
        anchor = span.anchor + timedelta(days=days)
        match span.kind:
            case Kind.DAY:
                return calendar.day(context.clock, anchor)
            case Kind.NIGHT:
                return calendar.night(context.clock, anchor)
            case Kind.PART:
                return calendar.part(context.clock, anchor, span.part)
            case _:
                pass
    return _by_days(context, span, days)


def _by_days(context: Context, span: Range, days: int) -> Range:
    tz = context.clock.tz
    start, end = local(span.start_ns, tz), local(span.end_ns, tz)
    step = timedelta(days=days)
    kind = span.kind if span.kind in {Kind.POINT, Kind.HOURS} else Kind.SPAN
    return Range(
        wall_ns(start.date() + step, start.time(), tz),
        wall_ns(end.date() + step, end.time(), tz),
        kind,
        start.date() + step,
    )


def _first_day(context: Context, span: Range) -> date:
    return span.anchor or local(span.start_ns, context.clock.tz).date()


def _which(context: Context) -> Trouble:
    return context.trouble(TimeProblem.AMBIGUOUS, "needs_context")
