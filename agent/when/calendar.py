"""Named stretches of the local calendar: days, nights, parts of a day, weeks, months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from agent.when.model import DAY_NS, NIGHT, NOW_NS, Clock, Kind, Range, local

if TYPE_CHECKING:
    from collections.abc import Sequence

SATURDAY: Final = 5
MAX_PIECES: Final = 400  # a year of nights; more is a question for the whole range


def now(clock: Clock) -> Range:
    """The last few minutes, where the newest analysed signal is."""
    return Range(clock.now_ns - NOW_NS, clock.now_ns, Kind.NOW)


def day(clock: Clock, when: date) -> Range:
    """A calendar day."""
    return Range(clock.at(when, 0), clock.at(when, 24), Kind.DAY, when)


def days(clock: Clock, first: date, last: date) -> Range:
    """Calendar days, both ends included."""
    return Range(
        clock.at(first, 0), clock.at(last, 24), Kind.DAYS, first, count=(last - first).days + 1, unit="day"
    )


def night(clock: Clock, morning: date) -> Range:
    """The night that ends on the morning of this date."""
    start, end = clock.meanings.night
    return Range(clock.at(morning - timedelta(days=1), start), clock.at(morning, end), Kind.NIGHT, morning)


def last_night(clock: Clock) -> date:
    """Morning of the night that ended this morning, or of the running one."""
    start, _end = clock.meanings.night
    return clock.today + timedelta(days=1) if clock.now.hour >= start else clock.today


def part(clock: Clock, when: date, name: str) -> Range:
    """A named part of a calendar day; a night is named by its morning."""
    if name == NIGHT:
        return night(clock, when)
    start, end = clock.meanings.parts[name]
    return Range(clock.at(when, start), clock.at(when, end), Kind.PART, when, part=name)


def half_part(clock: Clock, when: date, name: str, *, late: bool) -> Range:
    """The first or second half of a part of a day ("early this morning")."""
    whole = part(clock, when, name)
    middle = (whole.start_ns + whole.end_ns) // 2
    start, end = (middle, whole.end_ns) if late else (whole.start_ns, middle)
    return Range(start, end, Kind.HOURS, when)


def monday(when: date) -> date:
    """Monday of the week of a date."""
    return when - timedelta(days=when.weekday())


def week(clock: Clock, when: date) -> Range:
    """The calendar week, Monday to Sunday, of a date."""
    first = monday(when)
    return Range(clock.at(first, 0), clock.at(first + timedelta(days=6), 24), Kind.WEEK, first)


def weekend(clock: Clock, when: date) -> Range:
    """Saturday and Sunday of the week of a date."""
    first = monday(when) + timedelta(days=SATURDAY)
    return Range(clock.at(first, 0), clock.at(first + timedelta(days=1), 24), Kind.WEEKEND, first)


def month(clock: Clock, year: int, number: int) -> Range:
    """A calendar month; ``number`` may lie outside 1..12 and then counts into other years."""
    first = month_start(year, number)
    return Range(clock.at(first, 0), clock.at(month_start(year, number + 1), 0), Kind.MONTH, first)


def month_start(year: int, number: int) -> date:
    """First day of a month counted from a year's January (1)."""
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)


def months_back(when: date, count: int) -> date:
    """The same day so many months before, or that month's last day."""
    first = month_start(when.year, when.month - count)
    last = month_start(first.year, first.month + 1) - timedelta(days=1)
    return first.replace(day=min(when.day, last.day))


def year(clock: Clock, number: int) -> Range:
    """A calendar year."""
    return Range(
        clock.at(date(number, 1, 1), 0), clock.at(date(number + 1, 1, 1), 0), Kind.YEAR, date(number, 1, 1)
    )


def everything(clock: Clock) -> Range:
    """All there is; a year back where the first day is not known."""
    start = clock.installed_ns if clock.installed_ns is not None else clock.now_ns - 366 * DAY_NS
    return Range(min(start, clock.now_ns - 1), clock.now_ns, Kind.ALL)


def repeated(clock: Clock, span: Range, name: str) -> Range | None:
    """The same part of each day (or each night) inside a span; None where there is none in it."""
    first = local(span.start_ns, clock.tz).date()
    last = local(span.end_ns - 1, clock.tz).date()
    if (last - first).days > MAX_PIECES:
        first = last - timedelta(days=MAX_PIECES)
    if name == NIGHT and span.kind in {Kind.WEEK, Kind.MONTH, Kind.YEAR, Kind.DAYS, Kind.WEEKEND}:
        # Named by their mornings: the nights of a week are those whose mornings lie in it.
        found = [night(clock, first + timedelta(days=i)) for i in range((last - first).days + 1)]
    else:
        found = [part(clock, first + timedelta(days=i), name) for i in range((last - first).days + 2)]
        found = [piece for piece in found if piece.start_ns >= span.start_ns and piece.start_ns < span.end_ns]
    return joined(found, Kind.NIGHTS if name == NIGHT else Kind.PARTS, name) if found else None


def joined(found: Sequence[Range], kind: Kind, name: str = "") -> Range:
    """Several stretches as one range with holes; ``found`` must not be empty."""
    return Range(
        found[0].start_ns,
        found[-1].end_ns,
        kind,
        found[0].anchor,
        part=name,
        pieces=tuple((piece.start_ns, piece.end_ns) for piece in found),
        count=len(found),
        unit=name,
    )


def until_now(span: Range, clock: Clock) -> Range | None:
    """The part of a range that has happened; None if none of it has."""
    if span.start_ns >= clock.now_ns:
        return None
    if span.end_ns <= clock.now_ns:
        return span
    pieces = tuple((a, min(b, clock.now_ns)) for a, b in span.pieces if a < clock.now_ns)
    return replace(span, end_ns=clock.now_ns, pieces=pieces)
