"""How a language writes numbers, times and lists, from one table of its templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.model import Kind, local

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from agent.when.model import Clock, Range

SMALL: Final = 10  # below this a percentage is told with a decimal
LEAST_PCT: Final = 0.1  # smaller shares are not told apart
MOST_PCT: Final = 99.9  # nearly all is not all
MINUTE_S: Final = 60
HOUR_S: Final = 3600
LONG_HOURS: Final = 48  # from here on days are told


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """A language's templates.

    ``weekdays``: short and whole, from Monday; ``date``: of weekday, day, month and year (``year`` is empty
    for the running one); ``clock``: hour and minute as written; ``parts``: a part of the day, of today, of
    yesterday and of another day, and several; ``lengths``: unit -> one and many; ``texts``: everything else
    by its key; ``within``: patterns of labels and what they become with their preposition, the first that
    fits; ``singular``: counts that take the singular; ``suffix``: ends every clock time.
    """

    weekdays: tuple[tuple[str, ...], tuple[str, ...]]
    months: tuple[str, ...]
    date: str
    year: str
    clock: Callable[[int, int], str]
    parts: Mapping[str, tuple[str, str, str, str]]
    lengths: Mapping[str, tuple[str, str]]
    texts: Mapping[str, str]
    within: tuple[tuple[re.Pattern[str], str], ...]
    decimal: str
    thousands: str
    singular: Callable[[float], bool]
    suffix: str = ""


def replaced(table: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of labels as a language writes them."""
    return tuple((re.compile(pattern), text) for pattern, text in table.items())


class LocalForms:
    """See :class:`agent.language.Forms`."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def label(self, span: Range, clock: Clock) -> str:
        """What a range is called, with its local ends."""
        start, end = local(span.start_ns, clock.tz), local(span.end_ns, clock.tz)
        named = {
            Kind.NOW: self._now,
            Kind.DAY: self._day,
            Kind.DAYS: self._days,
            Kind.NIGHT: self._night,
            Kind.NIGHTS: self._nights,
            Kind.PARTS: self._parts,
            Kind.PART: self._part,
            Kind.WEEK: self._week,
            Kind.WEEKEND: self._weekend,
            Kind.MONTH: self._month,
            Kind.YEAR: self._year,
            Kind.PAST: self._past,
            Kind.SINCE: self._since,
            Kind.ALL: self._all,
        }.get(span.kind)
        return named(span, clock, start, end) if named else self._ends(start, end, clock.now)

    def within(self, label: str, kind: str) -> str:  # noqa: ARG002 - the label's own words tell enough here
        """A label with the preposition it needs."""
        for pattern, text in self._writing.within:
            if pattern.search(label):
                return pattern.sub(text, label, count=1)
        return label

    def moment(self, at: datetime, now: datetime) -> str:
        """A local moment."""
        key = "moment_today" if at.date() == now.date() else "moment"
        return self._say(key, day=self.day(at, now), clock=self.clock_time(at))

    def clock_time(self, at: datetime) -> str:
        """A time of day."""
        return self._writing.clock(at.hour, at.minute)

    def day(self, at: datetime, now: datetime) -> str:
        """A local day, short."""
        return self._date(at.date(), now, whole=False)

    def duration(self, seconds: float) -> str:
        """A length of time, to the two largest units."""
        if seconds < SMALL:
            return self._say("s", n=self.figure(seconds, 0 if seconds == round(seconds) else 1))
        whole = round(seconds)
        if whole < MINUTE_S:
            return self._say("s", n=whole)
        if whole < HOUR_S:
            minutes, rest = divmod(whole, MINUTE_S)
            if minutes < SMALL and rest:
                return self._say("min_s", min=minutes, s=rest)
            return self._say("min", n=round(whole / MINUTE_S))
        hours, minutes = divmod(round(whole / MINUTE_S), MINUTE_S)
        if hours < LONG_HOURS:
            return self._say("h_min" if minutes else "h", n=hours, h=hours, min=minutes)
        days, hours = divmod(round(whole / HOUR_S), 24)
        return self._say("days_h" if hours else "days", n=days, h=hours)

    def number(self, value: float, unit: str) -> str:
        """A number with its unit."""
        match unit:
            case "%":
                return self._percent(value)
            case "s":
                return self._say("s", n=self.figure(value, 1))
            case "":
                return f"{value:g}".replace(".", self._writing.decimal)
            case _:
                return f"{self.figure(value, 0)} {self._writing.texts.get(f'unit_{unit}', unit)}"

    def figure(self, value: float, places: int) -> str:
        """A number alone, with so many decimals."""
        plain = f"{value:,.{places}f}"
        marks = {",": self._writing.thousands, ".": self._writing.decimal}
        return "".join(marks.get(sign, sign) for sign in plain)

    def plural(self, count: float, one: str, many: str) -> str:
        """A count with the form of the noun that it takes."""
        figure = self.figure(count, 0 if count == round(count) else 1)
        return self._say("count", n=figure, noun=one if self._writing.singular(count) else many)

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list in a sentence."""
        if len(items) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(items)
        comma, last = self._writing.texts["comma"], self._writing.texts["and"]
        return f"{comma.join(items[:-1])}{last}{items[-1]}"

    def _say(self, key: str, **values: object) -> str:
        return self._writing.texts[key].format(**values)

    def _percent(self, value: float) -> str:
        if 0 < value < LEAST_PCT:
            return self._say("least_pct", n=self.figure(LEAST_PCT, 1))
        if MOST_PCT < value < 100:  # noqa: PLR2004 - all of it
            return self._say("most_pct", n=self.figure(MOST_PCT, 1))
        places = 1 if value < SMALL and value != round(value) else 0
        return self._say("pct", n=self.figure(value, places))

    def _date(self, when: date, now: datetime, *, whole: bool = True) -> str:
        writing = self._writing
        return writing.date.format(
            weekday=writing.weekdays[whole][when.weekday()],
            day=when.day,
            month=writing.months[when.month - 1],
            year="" if when.year == now.year else writing.year.format(year=when.year),
        )

    def _ends(self, start: datetime, end: datetime, now: datetime) -> str:
        if start.date() != end.date():
            return self._say(
                "ends",
                start=self._say("edge", day=self.day(start, now), clock=self.clock_time(start)),
                end=self._say("edge", day=self.day(end, now), clock=self.clock_time(end)),
            )
        on = {0: "on_today", 1: "on_yesterday"}.get((now.date() - start.date()).days, "on_date")
        return self._say(
            "hours_on",
            hours=self._hours(start, end),
            on=self._say(on, day=self.day(start, now), date=self._date(start.date(), now)),
        )

    def _hours(self, start: datetime, end: datetime) -> str:
        return self._between(self.clock_time(start), self.clock_time(end))

    def _between(self, start: str, end: str) -> str:
        """Two clock times; a word that belongs to both is said once."""
        return self._say("hours", start=start.removesuffix(self._writing.suffix), end=end)

    def _now(self, _span: Range, _clock: Clock, _start: datetime, _end: datetime) -> str:
        return self._say("now")

    def _day(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        key = {0: "today", 1: "yesterday"}.get((clock.today - start.date()).days, "date")
        return self._say(key, date=self._date(start.date(), clock.now), end=self.clock_time(end))

    def _days(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        return self._say("ends", start=self.day(start, clock.now), end=self.day(_last(end), clock.now))

    def _night(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        ends = self._ends(start, end, clock.now)
        last = calendar.last_night(clock)
        if span.anchor == last:
            return self._say("night_so_far" if span.end_ns == clock.now_ns else "last_night", ends=ends)
        if span.anchor == last - timedelta(days=1):
            return self._say("night_before_last", ends=ends)
        morning = span.anchor or end.date()
        return self._say("night", date=self._date(morning, clock.now), ends=ends)

    def _nights(self, span: Range, clock: Clock, _start: datetime, end: datetime) -> str:
        first = self.day(local(span.spans[0][1], clock.tz), clock.now)
        evening, morning = (self._writing.clock(hour, 0) for hour in clock.meanings.night)
        hours = self._between(evening, morning)
        if len(span.spans) == 1:
            return self._say("night", date=first, ends=hours)
        return self._say("nights", n=len(span.spans), first=first, last=self.day(end, clock.now), hours=hours)

    def _parts(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        name = self._writing.parts[span.part][3]
        first, last = self.day(start, clock.now), self.day(end, clock.now)
        return self._say("parts", n=len(span.spans), parts=name, first=first, last=last)

    def _part(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        today, yesterday, other, _ = self._writing.parts[span.part]
        template = {0: today, 1: yesterday}.get((clock.today - start.date()).days, other)
        weekday = self._writing.weekdays[1][start.weekday()]
        day = "" if template == today else self.day(start, clock.now)
        key = "part" if day else "part_today"
        return self._say(key, part=template.format(weekday=weekday), day=day, hours=self._hours(start, end))

    def _week(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        key = {0: "this_week", 7: "last_week"}.get((calendar.monday(clock.today) - start.date()).days, "week")
        return self._say(key, start=self.day(start, clock.now), end=self.day(_last(end), clock.now))

    def _weekend(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        return self._say("weekend", start=self.day(start, clock.now), end=self.day(_last(end), clock.now))

    def _month(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        running = (start.year, start.month) == (clock.today.year, clock.today.month)
        name = self._say("month_year", month=self._writing.months[start.month - 1], year=start.year)
        return self._say("this_month", month=name) if running else name

    def _year(self, _span: Range, _clock: Clock, start: datetime, _end: datetime) -> str:
        return self._say("year", year=start.year)

    def _past(self, span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        if span.count != round(span.count):
            length = self._say("past_odd", duration=self.duration(span.length_ns / 1e9))
        else:
            one, many = self._writing.lengths[span.unit]
            length = one if span.count == 1 else many.format(n=self.figure(span.count, 0))
        return self._say("past", length=length, since=self.moment(start, clock.now))

    def _since(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        if (start.hour, start.minute) != (0, 0):
            return self._say("since", since=self.moment(start, clock.now))
        if start.date() == clock.today:
            return self._say("since_midnight")
        return self._say("since", since=self.day(start, clock.now))

    def _all(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        return self._say("all", since=self.day(start, clock.now))


def _last(end: datetime) -> datetime:
    """The day that a range ends with."""
    return end - timedelta(microseconds=1)
