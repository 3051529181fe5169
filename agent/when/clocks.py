"""Builders of clock times and of stretches between two clock times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar, hours
from agent.when.figures import Hm
from agent.when.model import (
    AROUND_NS,
    NIGHT,
    POINT_NS,
    Day,
    Kind,
    Range,
    TimeProblem,
    Trouble,
    again_ns,
    local,
    skipped,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.when.model import Context

ROUND_MINUTES: Final = (5, 10, 20, 25)  # said without "minutes"; other figures are two hours
HALF_DAY_H: Final = 12
DAY_H: Final = 24
# How far a part of the day reaches when it only says which half of the clock is meant ("2 in the morning").
REACH: Final = {
    "small_hours": range(6),
    "morning": range(12),
    "noon": range(11, 15),
    "afternoon": range(12, 20),  # in Spain it lasts until supper
    "evening": range(16, 24),
    "daytime": range(5, 23),
    NIGHT: (*range(9), *range(18, 24)),
}
NIGHT_EVENING_H: Final = 18  # "at 7 last night" is the evening before the night began
NIGHT_MORNING_H: Final = 9  # "at 8 that night" is no longer the night


@dataclass(frozen=True, slots=True)
class TimeOf:
    """A clock time as said; ``around`` widens it."""

    hm: Hm
    around: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Two clock times as said."""

    a: Hm
    b: Hm


@dataclass(frozen=True, slots=True)
class Within:
    """Where a clock time is looked for: a day, and the part of it that tells the half of the clock."""

    day: date
    part: str = ""


def hour_said(context: Context, number: float) -> TimeOf | None:
    """As in "18h": an hour that only a clock of 24 hours has."""
    hm = hours.hour(context, number)
    return TimeOf(hm) if hm and hm.sure else None


def exactly(_context: Context, hm: Hm) -> TimeOf:
    """A clock time."""
    return TimeOf(hm)


def exactly_before(context: Context, minute: float, number: float) -> TimeOf | None:
    """As in "At ten to six"."""
    hm = hours.minutes_past(context, minute, number, -1) if minute in ROUND_MINUTES else None
    return TimeOf(hm) if hm else None


def around(_context: Context, hm: Hm) -> TimeOf:
    """About a clock time."""
    return TimeOf(hm, around=True)


def between(_context: Context, a: Hm, b: Hm) -> Between:
    """Two clock times; where the second is of a 24-hour clock, so is the first."""
    return Between(replace(a, written=a.written or b.written), b)


def between_hours(context: Context, a: float, b: Hm) -> Between | None:
    """As in "2到4点": the first is a bare number."""
    first = hours.hour(context, a)
    return between(context, first, b) if first else None


def between_marked(_context: Context, a: Hm, b: Hm) -> Between | None:
    """Two bare figures with a dash, where one of them can only be an hour of the day."""
    return Between(a, b) if a.sure or b.sure else None


def alone(context: Context, what: TimeOf | Between) -> Range | Trouble:
    """No day said: today if it has happened, else yesterday."""
    today = context.clock.today
    for day in (today, today - timedelta(days=1)):
        found = _choose(context, what, Within(day))
        if not (isinstance(found, Trouble) and found.problem is TimeProblem.FUTURE):
            return found
    return found


def on_day(context: Context, what: TimeOf | Between, day: Day) -> Range | Trouble:
    """On a calendar day."""
    return _choose(context, what, Within(day.date))


def day_at(context: Context, day: Day, what: TimeOf | Between) -> Range | Trouble:
    """The same, the day said first."""
    return on_day(context, what, day)


def in_part(context: Context, what: TimeOf | Between, name: str, day: Day | None = None) -> Range | Trouble:
    """In a part of a day; without a day the most recent one that has happened."""
    if name == NIGHT and day is None:
        return in_night(context, what, calendar.night(context.clock, calendar.last_night(context.clock)))
    if day is not None:
        return _choose(context, what, Within(day.date, name))
    today = context.clock.today
    found = _choose(context, what, Within(today, name))
    if isinstance(found, Trouble) and found.problem is TimeProblem.FUTURE:
        return _choose(context, what, Within(today - timedelta(days=1), name))
    return found


def part_at(context: Context, name: str, what: TimeOf | Between) -> Range | Trouble:
    """As in "下午3点": the part of the day said first."""
    return in_part(context, what, name)


def day_part_at(context: Context, day: Day, name: str, what: TimeOf | Between) -> Range | Trouble:
    """As in "昨天下午3点"."""
    return in_part(context, what, name, day)


def either_to(context: Context, a: float, b: float, span: Range) -> Range | Trouble | None:
    """As in "5 to 6 this morning" and "ten to seven this morning": a stretch if it can be one."""
    if a < b:
        first, last = hours.hour(context, a), hours.hour(context, b)
        return in_range(context, Between(first, last), span) if first and last else None
    at = exactly_before(context, a, b)
    return in_range(context, at, span) if at else None


def day_in_part(context: Context, what: TimeOf | Between, day: Day, name: str) -> Range | Trouble:
    """In a part of a day, the day said before the part."""
    return in_part(context, what, name, day)


def day_at_part(context: Context, day: Day, what: TimeOf | Between, name: str) -> Range | Trouble:
    """As in "Tuesday at 11 at night", "Tuesday at 2 in the afternoon"."""
    return _choose(context, what, Within(day.date, name))


def in_range(context: Context, what: TimeOf | Between, span: Range) -> Range | Trouble | None:
    """Inside a night or a part of a day that was named."""
    if span.anchor is None:
        return None
    if span.kind is Kind.NIGHT:
        return in_night(context, what, span)
    return _choose(context, what, Within(span.anchor, span.part))


def hour_in(context: Context, value: Hm, span: Range) -> Range | Trouble | None:
    """As in "11 last night"."""
    return in_range(context, TimeOf(value), span)


def range_at(context: Context, span: Range, what: TimeOf | Between) -> Range | Trouble | None:
    """The same, the range said first."""
    return in_range(context, what, span)


def in_night(context: Context, what: TimeOf | Between, night: Range) -> Range | Trouble:
    """Inside a night: evening hours belong to the day before its morning."""
    morning = night.anchor or context.clock.today
    first = what.hm if isinstance(what, TimeOf) else what.a
    hours = (first.hour,) if first.sure else (first.hour % HALF_DAY_H, first.hour % HALF_DAY_H + HALF_DAY_H)
    found = []
    for h in hours:
        if h < NIGHT_MORNING_H:
            found.append((morning, h))
        elif h >= NIGHT_EVENING_H:
            found.append((morning - timedelta(days=1), h % DAY_H))
    inside = [
        (day, h)
        for day, h in found
        if night.start_ns <= context.clock.at(day, h, first.minute) < night.end_ns
    ]
    chosen = (inside or found)[-1:]
    if not chosen:
        return _choose(context, what, Within(morning))
    day, h = chosen[0]
    sure = Hm(h, first.minute)
    placed = TimeOf(sure, what.around) if isinstance(what, TimeOf) else Between(sure, what.b)
    return _choose(context, placed, Within(day))


def _choose(context: Context, what: TimeOf | Between, within: Within) -> Range | Trouble:
    """The one reading that fits and has happened, or the trouble of having none or several."""
    readings = list(_readings(context, what, within))
    reach = REACH.get(within.part)
    if reach:
        fitting = [(h, r) for h, r in readings if h in reach]
        readings = fitting or readings
    happened = [r for _h, r in readings if r.start_ns < context.clock.now_ns]
    if not readings or not happened:
        return context.trouble(TimeProblem.FUTURE, "future")
    if len(happened) > 1:
        first = what.hm if isinstance(what, TimeOf) else what.a
        typed = [r for h, r in readings if first.written and h == first.hour and r in happened]
        happened = typed or _likelier(context, what, happened)
    if len(happened) > 1:
        return context.trouble(TimeProblem.AMBIGUOUS, "which_half", tuple(happened))
    return _unfolded(context, what, within.day, happened[0])


def _likelier(context: Context, what: TimeOf | Between, readings: list[Range]) -> list[Range]:
    """Drop readings from before the first recording, then, of stretches, those that run over midnight."""
    since = context.clock.installed_ns
    known = [r for r in readings if since is None or r.end_ns > since] or readings
    if isinstance(what, TimeOf):
        return known
    if what.b.sure:
        return [min(known, key=lambda r: r.length_ns)]  # in "2-4 pm" both are in the afternoon
    midnight = [context.clock.at(r.anchor, DAY_H) if r.anchor else r.end_ns for r in known]
    return [r for r, limit in zip(known, midnight, strict=True) if r.end_ns <= limit] or known


def _readings(context: Context, what: TimeOf | Between, within: Within) -> Iterator[tuple[int, Range]]:
    first = what.hm if isinstance(what, TimeOf) else what.a
    starts = (first.hour,) if first.sure else (first.hour % HALF_DAY_H, first.hour % HALF_DAY_H + HALF_DAY_H)
    for h in starts:
        if isinstance(what, TimeOf):
            yield h, _point(context, within.day, h, what)
        else:
            yield h, _stretch(context, within.day, h, what)


def _point(context: Context, day: date, h: int, what: TimeOf) -> Range:
    at = context.clock.at(day, h, what.hm.minute)
    notes = ("skipped",) if skipped(day, h, what.hm.minute, context.clock.tz) else ()
    start, end = (at - AROUND_NS, at + AROUND_NS) if what.around else (at, at + POINT_NS)
    return Range(start, end, Kind.POINT, day, notes=notes)


def _stretch(context: Context, day: date, h: int, what: Between) -> Range:
    """From the first time to the next moment the clock shows the second."""
    ends = (
        (what.b.hour,) if what.b.sure else (what.b.hour % HALF_DAY_H, what.b.hour % HALF_DAY_H + HALF_DAY_H)
    )
    begin = h * 60 + what.a.minute
    later = min((e * 60 + what.b.minute - begin) % (DAY_H * 60) or DAY_H * 60 for e in ends)
    last = begin + later
    start = context.clock.at(day, h, what.a.minute)
    end_day, minute = day + timedelta(days=last // (DAY_H * 60)), last % (DAY_H * 60)
    end = context.clock.at(end_day, minute // 60, minute % 60)
    # Where the clock shows the end twice, the stretch runs to the second time.
    end += again_ns(end_day, minute // 60, minute % 60, context.clock.tz)
    if end <= start:
        end = start + POINT_NS
    return Range(start, end, Kind.HOURS, day)


def _unfolded(context: Context, what: TimeOf | Between, day: date, found: Range) -> Range | Trouble:
    """Ask which of two equal clock times was meant in the night the clocks went back."""
    if isinstance(what, Between) or what.around:
        return found
    at = local(found.start_ns, context.clock.tz)
    later_ns = again_ns(day, at.hour, at.minute, context.clock.tz)
    if not later_ns:
        return found
    again = Range(found.start_ns + later_ns, found.end_ns + later_ns, Kind.POINT, day)
    if again.start_ns >= context.clock.now_ns:
        return found
    return context.trouble(TimeProblem.AMBIGUOUS, "clock_twice", (found, again))
