"""Hours and nights: which stretch of time a roll-up row is about.

A night is 22:00-06:00 on the clock where the wearer lives, named by the date of its morning; it is seven or
nine hours long when the clock changes in it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from storage.timeline import NS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

NIGHT_BEGINS: Final = time(22)
NIGHT_ENDS: Final = time(6)
HOUR_NS: Final = 3600 * NS


def hour_of(ns: int) -> int:
    """Start of the UTC hour that holds ``ns``."""
    return ns // HOUR_NS * HOUR_NS


def hours(start_ns: int, end_ns: int) -> range:
    """Starts of the UTC hours that touch [start_ns, end_ns)."""
    return range(hour_of(start_ns), end_ns, HOUR_NS)


@lru_cache(maxsize=1024)
def night_span(night: date, tz: ZoneInfo) -> tuple[int, int]:
    """Wall time [start_ns, end_ns) of a night."""
    start = datetime.combine(night - timedelta(days=1), NIGHT_BEGINS, tz)
    return _ns(start), _ns(datetime.combine(night, NIGHT_ENDS, tz))


def nights(start_ns: int, end_ns: int, tz: ZoneInfo) -> Iterator[date]:
    """The nights that touch [start_ns, end_ns), in order."""
    night = datetime.fromtimestamp(start_ns // NS, tz).date()
    last = datetime.fromtimestamp(end_ns // NS, tz).date() + timedelta(days=1)
    while night <= last:
        begins, ends = night_span(night, tz)
        if begins < end_ns and ends > start_ns:
            yield night
        night += timedelta(days=1)


def _ns(moment: datetime) -> int:
    return round(moment.astimezone(UTC).timestamp()) * NS
