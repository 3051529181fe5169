"""How English writes numbers, times and lists."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.model import Kind, local

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agent.when.model import Clock, Range

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WHOLE_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
PARTS: Final = {
    "small_hours": "small hours",
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "noon": "lunchtime",
    "breakfast": "breakfast time",
    "dinner": "dinner time",
    "daytime": "daytime",
}
# A label that starts with one of these is an adverb already.
ADVERBS: Final = (
    "last night",
    "today",
    "yesterday",
    "this ",
    "last week",
    "last weekend",
    "since ",
    "now",
    "between ",
    "from ",
)
PREPOSITIONS: Final = {
    Kind.DAY: "on",
    Kind.DAYS: "from",
    Kind.NIGHT: "in",
    Kind.NIGHTS: "over",
    Kind.PARTS: "over",
    Kind.PART: "on",
    Kind.WEEK: "in",
    Kind.WEEKEND: "on",
    Kind.MONTH: "in",
    Kind.YEAR: "in",
    Kind.PAST: "over",
    Kind.ALL: "over",
    Kind.SPAN: "from",
    Kind.HOURS: "from",
    Kind.POINT: "from",
    Kind.SINCE: "since",
    Kind.NOW: "",
}
SMALL: Final = 10  # below this a percentage is told with a decimal
MINUTE_S: Final = 60
HOUR_S: Final = 3600
MILLION: Final = 1_000_000  # %g would write an exponent
LONG_HOURS: Final = 48  # from here on days are told


class EnglishForms:
    """See :class:`agent.language.Forms`."""

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

    def within(self, label: str, kind: str) -> str:
        """A label with the preposition it needs."""
        if kind != Kind.NOW and label.startswith(ADVERBS):
            return label
        if kind == Kind.NOW:
            return "over the last 5 minutes"
        preposition = PREPOSITIONS[Kind(kind)]
        if preposition == "on" and label.startswith(("the small hours", "the daytime")):
            preposition = "in"
        return f"{preposition} {label}" if preposition else label

    def moment(self, at: datetime, now: datetime) -> str:
        """A local moment."""
        return (
            f"{self.clock_time(at)} today"
            if at.date() == now.date()
            else f"{self.day(at, now)} {self.clock_time(at)}"
        )

    def clock_time(self, at: datetime) -> str:
        """A time of day."""
        return f"{at:%H:%M}"

    def day(self, at: datetime, now: datetime) -> str:
        """A local day, short."""
        return self._date(at.date(), now, WEEKDAYS)

    def duration(self, seconds: float) -> str:
        """A length of time, to the two largest units."""
        if seconds < SMALL:
            return f"{seconds:.1f} s".replace(".0 s", " s")
        whole = round(seconds)
        if whole < MINUTE_S:
            return f"{whole} s"
        if whole < HOUR_S:
            minutes, rest = divmod(whole, MINUTE_S)
            return f"{minutes} min {rest} s" if minutes < SMALL and rest else f"{round(whole / MINUTE_S)} min"
        hours, minutes = divmod(round(whole / MINUTE_S), MINUTE_S)
        if hours < LONG_HOURS:
            return f"{hours} h {minutes} min" if minutes else f"{hours} h"
        days, hours = divmod(round(whole / HOUR_S), 24)
        return f"{days} days {hours} h" if hours else f"{days} days"

    def number(self, value: float, unit: str) -> str:
        """A number with its unit."""
        match unit:
            case "%":
                if 0 < value < 0.1:  # noqa: PLR2004 - smaller shares are not told apart
                    return "less than 0.1 %"
                if 100 > value > 99.9:  # noqa: PLR2004 - nearly all is not all
                    return "more than 99.9 %"
                return f"{value:.1f} %" if value < SMALL and value != round(value) else f"{value:.0f} %"
            case "s":
                return f"{value:.1f} s"
            case "":
                return f"{value:g}"
            case _:
                return f"{value:,.0f} {unit}"

    def figure(self, value: float, places: int) -> str:
        """A number alone, with so many decimals."""
        return f"{value:,.{places}f}"

    def plural(self, count: float, one: str, many: str) -> str:
        """A count with the form of the noun that it takes."""
        return f"{count:,g} {one if count == 1 else many}" if count < MILLION else f"{count:,.0f} {many}"

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list in a sentence."""
        if len(items) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(items)
        return f"{', '.join(items[:-1])} and {items[-1]}"

    def _date(self, when: date, now: datetime, names: Sequence[str]) -> str:
        year = "" if when.year == now.year else f" {when.year}"
        return f"{names[when.weekday()]} {when.day} {MONTHS[when.month - 1]}{year}"

    def _ends(self, start: datetime, end: datetime, now: datetime) -> str:
        if start.date() == end.date():
            return f"{self.clock_time(start)} to {self.clock_time(end)} {self._on(start, now)}"
        return (
            f"{self.day(start, now)} {self.clock_time(start)} to {self.day(end, now)} {self.clock_time(end)}"
        )

    def _on(self, at: datetime, now: datetime) -> str:
        match (now.date() - at.date()).days:
            case 0:
                return "today"
            case 1:
                return f"yesterday ({self.day(at, now)})"
            case _:
                return f"on {self._date(at.date(), now, WHOLE_WEEKDAYS)}"

    def _now(self, _span: Range, _clock: Clock, _start: datetime, _end: datetime) -> str:
        return "now"

    def _day(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        name = self._date(start.date(), clock.now, WHOLE_WEEKDAYS)
        match (clock.today - start.date()).days:
            case 0:
                return f"today ({name}, up to {self.clock_time(end)})"
            case 1:
                return f"yesterday ({name})"
            case _:
                return name

    def _days(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        return f"{self.day(start, clock.now)} to {self.day(_last(end), clock.now)}"

    def _night(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        ends = self._ends(start, end, clock.now)
        if span.anchor == calendar.last_night(clock):
            running = "so far, " if span.end_ns == clock.now_ns else ""
            return f"last night ({running}{ends})"
        if span.anchor == calendar.last_night(clock) - timedelta(days=1):
            return f"the night before last ({ends})"
        morning = span.anchor or end.date()
        return f"the night to {self._date(morning, clock.now, WHOLE_WEEKDAYS)} ({ends})"

    def _nights(self, span: Range, clock: Clock, _start: datetime, end: datetime) -> str:
        first = self.day(local(span.spans[0][1], clock.tz), clock.now)
        hours = "{:02d}:00 to {:02d}:00".format(*clock.meanings.night)
        if len(span.spans) == 1:
            return f"the night to {first} ({hours})"
        return f"the {len(span.spans)} nights to {first} up to {self.day(end, clock.now)} ({hours})"

    def _parts(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        name = PARTS[span.part]
        plural = name if name.endswith("s") else f"{name}s"
        return (
            f"the {len(span.spans)} {plural} from {self.day(start, clock.now)} to {self.day(end, clock.now)}"
        )

    def _part(self, span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        name, hours = PARTS[span.part], f"{self.clock_time(start)} to {self.clock_time(end)}"
        if span.part in {"small_hours", "noon", "breakfast", "dinner", "daytime"}:
            when = (
                "today"
                if start.date() == clock.today
                else self._date(start.date(), clock.now, WHOLE_WEEKDAYS)
            )
            return (
                f"the {name} of {when} ({hours})"
                if span.part in {"small_hours", "daytime"}
                else f"{when} at {name} ({hours})"
            )
        match (clock.today - start.date()).days:
            case 0:
                return f"this {name} ({hours})"
            case 1:
                return f"yesterday {name} ({self.day(start, clock.now)}, {hours})"
            case _:
                weekday = WHOLE_WEEKDAYS[start.weekday()]
                return f"{weekday} {name} ({start.day} {MONTHS[start.month - 1]}, {hours})"

    def _week(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        ends = f"{self.day(start, clock.now)} to {self.day(_last(end), clock.now)}"
        match (calendar.monday(clock.today) - start.date()).days:
            case 0:
                return f"this week (since {self.day(start, clock.now)})"
            case 7:
                return f"last week ({ends})"
            case _:
                return f"the week of {ends}"

    def _weekend(self, _span: Range, clock: Clock, start: datetime, end: datetime) -> str:
        return f"the weekend of {self.day(start, clock.now)} to {self.day(_last(end), clock.now)}"

    def _month(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        name = f"{MONTHS[start.month - 1]} {start.year}"
        return (
            f"this month ({name})"
            if (start.year, start.month) == (clock.today.year, clock.today.month)
            else name
        )

    def _year(self, _span: Range, _clock: Clock, start: datetime, _end: datetime) -> str:
        return str(start.year)

    def _past(self, span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        since = self.clock_time(start) if start.date() == clock.today else self.moment(start, clock.now)
        if span.count != round(span.count):
            return f"the last {self.duration((span.end_ns - span.start_ns) / 1e9)} (since {since})"
        count = "" if span.count == 1 else f"{span.count:g} "
        return f"the last {count}{span.unit if span.count == 1 else span.unit + 's'} (since {since})"

    def _since(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        if (start.hour, start.minute) == (0, 0):
            return "since midnight" if start.date() == clock.today else f"since {self.day(start, clock.now)}"
        return f"since {self.moment(start, clock.now)}"

    def _all(self, _span: Range, clock: Clock, start: datetime, _end: datetime) -> str:
        return f"the whole recording (since {self.day(start, clock.now)})"


def _last(end: datetime) -> datetime:
    """The day that a range ends with."""
    return end - timedelta(microseconds=1)
