"""Time words of a scenario: when something happens, and for how long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

NOON: Final = time(12)  # a night's clock times from noon on belong to the evening before its morning
NIGHT_STARTS: Final = time(22)  # the running night is already "last night" from here on

_UNIT_S: Final = {"d": 86_400.0, "h": 3_600.0, "m": 60.0, "s": 1.0}
_DURATION: Final = re.compile(r"(?:\d+(?:\.\d+)?[dhms])+")
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)([dhms])")
_CLOCK: Final = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"
_DAYS: Final = r"today|yesterday|each|last night|each night|night -\d{1,4}|-\d{1,4}(?:\.\.-\d{1,4})?"
_DAY: Final = re.compile(rf"(?P<day>{_DAYS})\s+{_CLOCK}")
_NOW: Final = re.compile(r"now(?:\s*-\s*(?P<ago>\S+))?")
DURATION_WISH: Final = 'a length such as "40s", "2m30s", "1.5h" or "14d"'
MOMENT_WISH: Final = (
    'a moment: "yesterday 23:10", "-3 14:00", "-9..-5 03:00", "each 13:00", "last night 02:10",'
    ' "night -2 23:50", "each night 04:00", "+90s" (from the beginning), "now -5m", or a date and time'
)


class Duration(float):
    """A length of time in seconds, written as ``"2m30s"``."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: object) -> Duration:
        """A length from its text.

        Raises:
            ValueError: naming the wish.
        """
        if not isinstance(text, str) or not _DURATION.fullmatch(text.strip()):
            raise ValueError(f"wanted {DURATION_WISH}")
        return cls(sum(float(amount) * _UNIT_S[unit] for amount, unit in _PART.findall(text)))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The stretch of time a scenario tells of, as its wearer's wall clock sees it."""

    start: datetime  # aware
    end: datetime  # aware; the scenario's "now"
    tz: ZoneInfo

    def seconds(self, at: datetime) -> float:
        """Seconds from the beginning to an aware ``at``."""
        return (at - self.start).total_seconds()

    def local(self, day: date, clock: time) -> datetime:
        """The moment of a local clock time: an hour later where summer time skips it, the first of two."""
        return datetime.combine(day, clock, tzinfo=self.tz).astimezone(UTC)

    @property
    def today(self) -> date:
        """Local date of the end."""
        return self.end.astimezone(self.tz).date()

    @property
    def last_morning(self) -> date:
        """Local date of the morning that names the last night: the one that ended, or the running one."""
        late = self.end.astimezone(self.tz).time() >= NIGHT_STARTS
        return self.today + timedelta(days=1 if late else 0)

    @property
    def days(self) -> list[date]:
        """Every local date touched, with one on each side so that nights are whole."""
        first = self.start.astimezone(self.tz).date() - timedelta(days=1)
        return [first + timedelta(days=i) for i in range((self.today - first).days + 2)]


class Moment(str):
    """When something happens, as written; one text may mean many moments ("each 13:00")."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: object) -> Moment:
        """A moment from text, or from a TOML date-time.

        Raises:
            ValueError: naming the wish.
        """
        text = value.isoformat() if isinstance(value, datetime) else value
        if not isinstance(text, str):
            raise ValueError(f"wanted {MOMENT_WISH}")  # noqa: TRY004 - one kind of error for one kind of mistake
        moment = cls(" ".join(text.lower().split()))
        moment.resolve(_PROBE)
        return moment

    def resolve(self, calendar: Calendar) -> list[float]:
        """Every moment meant, in seconds from the calendar's beginning; some may lie outside it.

        Raises:
            ValueError: naming the wish.
        """
        try:
            if self.startswith("+"):
                return [float(Duration.parse(self[1:]))]
            if found := _NOW.fullmatch(self):
                return [calendar.seconds(calendar.end) - Duration.parse(found["ago"] or "0s")]
            if found := _DAY.fullmatch(self):
                clock = time.fromisoformat(("0" if found["clock"][1] == ":" else "") + found["clock"])
                return [
                    calendar.seconds(calendar.local(day, clock))
                    for day in _dates(found["day"], clock, calendar)
                ]
            at = datetime.fromisoformat(self.upper())
        except (ValueError, OverflowError):
            raise ValueError(f"wanted {MOMENT_WISH}") from None
        if at.tzinfo is None:
            at = calendar.local(at.date(), at.time())
        return [calendar.seconds(at)]


def _dates(day: str, clock: time, calendar: Calendar) -> list[date]:
    """Local dates a day word means at a clock time."""
    if "night" in day:
        evening = timedelta(days=1 if clock >= NOON else 0)
        if day == "each night":
            return [morning - evening for morning in calendar.days]
        back = 0 if day == "last night" else int(day.removeprefix("night -"))
        return [calendar.last_morning - timedelta(days=back) - evening]
    match day:
        case "today":
            return [calendar.today]
        case "yesterday":
            return [calendar.today - timedelta(days=1)]
        case "each":
            return calendar.days
    first, _, last = day.replace("-", "").partition("..")
    newest, oldest = sorted((int(first), int(last or first)))
    return [calendar.today - timedelta(days=i) for i in range(oldest, newest - 1, -1)]


# Any stretch will do to see that a text can be resolved.
_PROBE: Final = Calendar(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 2, tzinfo=UTC), ZoneInfo("UTC"))
