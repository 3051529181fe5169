"""What a time phrase means: ranges, days, clock times, and the reasons why a phrase means nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

SECOND_NS: Final = 10**9
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE_NS: Final = 60 * SECOND_NS
HOUR_NS: Final = 60 * MINUTE_NS
DAY_NS: Final = 24 * HOUR_NS
POINT_NS: Final = 10 * MINUTE_NS  # a clock time without length is the ten minutes from it
AROUND_NS: Final = 15 * MINUTE_NS  # "around" a clock time is this much on both sides
NOW_NS: Final = 5 * MINUTE_NS  # "now" looks this far back for the newest analysed signal
NIGHT: Final = "night"


class Kind(StrEnum):
    """The shape of a range: follow-ups ("the night before") move a range by its shape."""

    NOW = "now"
    POINT = "point"  # a clock time
    HOURS = "hours"  # between two clock times
    PART = "part"  # a named part of one day
    DAY = "day"
    DAYS = "days"  # several whole days
    NIGHT = "night"
    NIGHTS = "nights"  # several nights, days left out
    PARTS = "parts"  # the same part of several days
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"
    PAST = "past"  # a length up to now
    SPAN = "span"  # anything else with two ends
    SINCE = "since"
    ALL = "all"  # all there is


class TimeProblem(StrEnum):
    """Why a phrase gives no range."""

    FUTURE = "TIME_FUTURE"
    AMBIGUOUS = "TIME_AMBIGUOUS"
    UNKNOWN = "TIME_UNKNOWN"


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open stretch of time, ns since the Unix epoch.

    ``anchor``: local date it is named by (a night by its morning); ``part``: name of the part of the day;
    ``pieces``: set where the range has holes ("at night this week"), in order, inside start and end;
    ``count``: how many units a length had; ``notes``: keys of remarks the answer must make.
    """

    start_ns: int
    end_ns: int
    kind: Kind
    anchor: date | None = None
    part: str = ""
    pieces: tuple[tuple[int, int], ...] = ()
    count: float = 1
    unit: str = ""
    notes: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches to look at."""
        return self.pieces or ((self.start_ns, self.end_ns),)

    @property
    def length_ns(self) -> int:
        """Total length of the stretches."""
        return sum(end - start for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day; ``weekly``: named by its weekday, so it may be moved by whole weeks."""

    date: date
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How long: ``unit`` is second, minute, hour, day, night, week, weekend, month or year."""

    count: float
    unit: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A phrase that gives no single range; ``options`` are the readings to choose from."""

    problem: TimeProblem
    phrase: str
    reason: str  # key of the sentence that explains it
    options: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Meanings:
    """Local clock hours of the parts of a day: (from, to); the night runs over midnight."""

    night: tuple[int, int] = (22, 6)
    parts: Mapping[str, tuple[int, int]] = field(
        default_factory=lambda: {
            "small_hours": (0, 6),
            "morning": (6, 12),
            "afternoon": (12, 18),
            "evening": (18, 22),
            "noon": (12, 14),
            "breakfast": (7, 9),
            "dinner": (18, 20),
            "daytime": (6, 22),
        }
    )


@dataclass(frozen=True, slots=True)
class Clock:
    """The reference a phrase is read against: now, the wearer's zone, the first day of recording."""

    now_ns: int
    tz: ZoneInfo
    installed_ns: int | None = None
    day_first: bool | None = None  # how 3/4 is read; None: ask back
    meanings: Meanings = field(default_factory=Meanings)

    @property
    def now(self) -> datetime:
        """Local time now."""
        return local(self.now_ns, self.tz)

    @property
    def today(self) -> date:
        """Local date now."""
        return self.now.date()

    def same_time(self, day: date) -> int:
        """Nanoseconds of this wall time on another day."""
        return wall_ns(day, self.now.time(), self.tz)

    def at(self, day: date, hour: int, minute: int = 0, *, fold: int = 0) -> int:
        """Nanoseconds of a local wall time; hour 24 is the next midnight."""
        return wall_ns(day + timedelta(days=hour // 24), time(hour % 24, minute, fold=fold), self.tz)


@dataclass(frozen=True, slots=True)
class Context:
    """What builders see: the reference, the previous turn's range if any, and the words being read."""

    clock: Clock
    before: Range | None = None
    phrase: str = ""

    def trouble(self, problem: TimeProblem, reason: str, options: tuple[Range, ...] = ()) -> Trouble:
        """A trouble about these words."""
        return Trouble(problem, self.phrase, reason, options)


def local(ns: int, tz: ZoneInfo) -> datetime:
    """Local time of an instant, to the microsecond."""
    return (EPOCH + timedelta(microseconds=ns // 1000)).astimezone(tz)


def to_ns(moment: datetime) -> int:
    """Instant of an aware datetime."""
    return (moment.astimezone(UTC) - EPOCH) // timedelta(microseconds=1) * 1000


def wall_ns(day: date, at: time, tz: ZoneInfo) -> int:
    """Instant of a local wall time.

    A time skipped by the clocks going forward is read with the offset before the change (PEP 495, fold 0),
    so it lands the same length after the last real minute.
    """
    return to_ns(datetime.combine(day, at, tzinfo=tz))


def again_ns(day: date, hour: int, minute: int, tz: ZoneInfo) -> int:
    """How much later a wall time happens a second time that day; 0 where it does not."""
    if hour >= 24:  # noqa: PLR2004 - the end of the day
        return 0
    first = wall_ns(day, time(hour, minute), tz)
    again = wall_ns(day, time(hour, minute, fold=1), tz)
    return max(0, again - first)


def skipped(day: date, hour: int, minute: int, tz: ZoneInfo) -> bool:
    """Whether a wall time does not happen that day."""
    if hour >= 24:  # noqa: PLR2004 - the end of the day
        return False
    back = local(wall_ns(day, time(hour, minute), tz), tz)
    return (back.hour, back.minute) != (hour, minute)
