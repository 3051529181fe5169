"""Times as the question tables write them, worked out from the calendar alone and nothing of the agent.

``now`` the five minutes up to now; ``D-1`` a day, ``D-1 12:00-18:00`` hours of it; ``Fri`` the newest such
day before today; ``N0`` last night, ``N-1`` the one before; ``W-1``, ``M-1`` weeks and months; ``P7d``,
``P24h`` up to now; ``S:`` since any of these or a local moment; ``ever`` and ``ever:`` until a moment;
``A/B`` between two local moments. All in the wearer's zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NS: Final = 10**9
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
STEP: Final = re.compile(r"(?P<unit>[DNWM])(?P<back>0|-\d+)")
PAST: Final = re.compile(r"P(?P<count>\d+)(?P<unit>[dh])")
CLOCK: Final = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
MIDNIGHT: Final = time()

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A reference moment (aware), a zone, and since when anything is known (ns)."""

    now: datetime
    tz: ZoneInfo
    installed_ns: int

    @property
    def now_ns(self) -> int:
        """Now."""
        return round(self.now.timestamp() * NS)

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.tz).date()

    def at(self, day: date, clock: time = MIDNIGHT) -> int:
        """A local moment in ns; one that happens twice is the first."""
        return round(datetime.combine(day, clock, self.tz).astimezone(UTC).timestamp() * NS)

    def moment(self, text: str) -> int:
        """``2026-11-06T08:15``, or the beginning of a day."""
        told = datetime.fromisoformat(text)
        return self.at(told.date(), told.time())

    def span(self, spec: str) -> Span:
        """What a time of the tables is, cut at now. ValueError: no such time."""
        start, end = self._whole(spec.strip())
        return start, end if start >= self.now_ns else min(end, self.now_ns)

    def _whole(self, spec: str) -> Span:
        if spec == "now":
            return self.now_ns - 300 * NS, self.now_ns
        if spec.startswith("ever"):
            return self.installed_ns, self.moment(spec.removeprefix("ever:")) if ":" in spec else self.now_ns
        if spec.startswith("S:"):
            rest = spec.removeprefix("S:")
            return self.moment(rest) if rest[0].isdigit() else self._whole(rest)[0], self.now_ns
        if "/" in spec:
            start, _, end = spec.partition("/")
            return self.moment(start), self.moment(end)
        if (past := PAST.fullmatch(spec)) is not None:
            return self._past(int(past["count"]), past["unit"])
        name, _, hours = spec.partition(" ")
        return self._hours(name, hours) if hours else self._step(name)

    def _past(self, count: int, unit: str) -> Span:
        if unit == "h":
            return self.now_ns - count * 3600 * NS, self.now_ns
        local = self.now.astimezone(self.tz)
        return self.at(local.date() - timedelta(days=count), local.time()), self.now_ns

    def _day(self, name: str) -> date:
        if name in WEEKDAYS:
            back = (self.today.weekday() - WEEKDAYS.index(name)) % 7 or 7
            return self.today - timedelta(days=back)
        if not name.startswith("D"):
            raise ValueError(f"{name!r} is no day of the tables")
        return self.today + timedelta(days=int(name[1:]))

    def _hours(self, name: str, hours: str) -> Span:
        found = CLOCK.fullmatch(hours)
        if found is None:
            raise ValueError(f"{hours!r} are no hours; wanted HH:MM-HH:MM")
        a, b, c, d = map(int, found.groups())
        day = self._day(name)
        end = self.at(day + timedelta(days=1)) if c == 24 else self.at(day, time(c, d))
        return self.at(day, time(a, b)), end

    def _step(self, name: str) -> Span:
        found = STEP.fullmatch(name)
        if found is None or found["unit"] == "D":
            day = self._day(name)
            return self.at(day), self.at(day + timedelta(days=1))
        back = int(found["back"])
        match found["unit"]:
            case "N":
                morning = self.today + timedelta(days=back)
                return self.at(morning - timedelta(days=1), time(22)), self.at(morning, time(6))
            case "W":
                monday = self.today - timedelta(days=self.today.weekday() - 7 * back)
                return self.at(monday), self.at(monday + timedelta(days=7))
            case _:
                months = self.today.year * 12 + self.today.month - 1 + back
                first, after = (date(n // 12, n % 12 + 1, 1) for n in (months, months + 1))
                return self.at(first), self.at(after)
