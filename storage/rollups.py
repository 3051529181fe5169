"""Hourly and nightly roll-ups, so that a question about a year reads a few thousand rows.

New results only mark the hours and nights they touch; a row is worked out once, when results of a later hour
arrive (or on :func:`flush`). Readers work out the marked ones themselves, so they never see an old figure.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from storage.coverage import Coverage, coverage
from storage.nights import HOUR_NS, hour_of, hours, night_span, nights
from storage.people import zone_of
from storage.sql import replace, select
from storage.summary import Summary, load, resting_bpm, summarize

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

__all__ = [
    "Coverage",
    "HourRow",
    "NightRow",
    "coverage",
    "flush",
    "hourly",
    "mark",
    "nightly",
    "refresh",
    "touch",
]


class HourRow(Summary, frozen=True, gc=False):
    """One hour of one device; units as in the table ``hourly``."""

    device: str
    hour_ns: int


class NightRow(Summary, frozen=True, gc=False):
    """One night of one device; units as in the table ``nightly``. ``night``: local date of its morning."""

    hr_rest: float | None
    device: str
    night: str


_HOUR_FIELDS: Final = HourRow.__struct_fields__
_NIGHT_FIELDS: Final = NightRow.__struct_fields__
_HOURS: Final = select(
    _HOUR_FIELDS, "FROM hourly WHERE device = ? AND hour_ns >= ? AND hour_ns < ? ORDER BY hour_ns"
)
_NIGHTS: Final = select(
    _NIGHT_FIELDS, "FROM nightly WHERE device = ? AND night BETWEEN ? AND ? ORDER BY night"
)
_INSERT_HOUR: Final = replace("hourly", _HOUR_FIELDS)
_INSERT_NIGHT: Final = replace("nightly", _NIGHT_FIELDS)


def mark(conn: sqlite3.Connection, device: str, spans: Iterable[tuple[int, int]]) -> int:
    """Say that results in the wall-time ``spans`` changed; the start of the newest hour they touch."""
    touched = {hour for span in spans for hour in hours(*span)}
    zone = zone_of(conn, device)
    conn.executemany(
        "INSERT OR IGNORE INTO dirty_hours (device, hour_ns) VALUES (?, ?)",
        [(device, hour) for hour in touched],
    )
    conn.executemany(
        "INSERT OR IGNORE INTO dirty_nights (device, night) VALUES (?, ?)",
        {(device, night.isoformat()) for hour in touched for night in nights(hour, hour + HOUR_NS, zone)},
    )
    return max(touched)


def touch(conn: sqlite3.Connection, device: str, spans: Iterable[tuple[int, int]]) -> None:
    """As :func:`mark`, and work out the marked hours and nights that ended before the newest touched hour."""
    newest = mark(conn, device, spans)
    for hour in _dirty_hours(conn, device):
        if hour < newest:
            _write_hour(conn, device, hour)
    zone = zone_of(conn, device)
    for night in _dirty_nights(conn, device):
        if night_span(date.fromisoformat(night), zone)[1] <= newest:
            _write_night(conn, device, night)


def flush(conn: sqlite3.Connection) -> int:
    """Work out every marked hour and night, the running ones included; how many there were."""
    n = 0
    for row in conn.execute("SELECT device, hour_ns FROM dirty_hours").fetchall():
        _write_hour(conn, row[0], row[1])
        n += 1
    for row in conn.execute("SELECT device, night FROM dirty_nights").fetchall():
        _write_night(conn, row[0], row[1])
        n += 1
    return n


def refresh(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> None:
    """Work out again every hour and night that touches [start_ns, end_ns)."""
    for hour in hours(start_ns, end_ns):
        _write_hour(conn, device, hour)
    for night in nights(start_ns, end_ns, zone_of(conn, device)):
        _write_night(conn, device, night.isoformat())


def hourly(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> list[HourRow]:
    """The hours with any result that touch [start_ns, end_ns), in order."""
    cursor = conn.cursor()
    cursor.row_factory = None
    found = [HourRow(*row) for row in cursor.execute(_HOURS, (device, hour_of(start_ns), end_ns))]
    marked = [hour for hour in _dirty_hours(conn, device) if hour_of(start_ns) <= hour < end_ns]
    if not marked:
        return found
    fresh = [_hour(conn, device, hour) for hour in marked]
    kept = [row for row in found if row.hour_ns not in set(marked)]
    return sorted([*kept, *(row for row in fresh if row is not None)], key=lambda row: row.hour_ns)


def nightly(conn: sqlite3.Connection, device: str, first: date, last: date) -> list[NightRow]:
    """The nights with any result whose mornings are ``first`` to ``last``, both included, in order."""
    limits = first.isoformat(), last.isoformat()
    cursor = conn.cursor()
    cursor.row_factory = None
    found = [NightRow(*row) for row in cursor.execute(_NIGHTS, (device, *limits)).fetchall()]
    marked = [night for night in _dirty_nights(conn, device) if limits[0] <= night <= limits[1]]
    if not marked:
        return found
    fresh = [_night(conn, device, night) for night in marked]
    kept = [row for row in found if row.night not in set(marked)]
    return sorted([*kept, *(row for row in fresh if row is not None)], key=lambda row: row.night)


def _dirty_hours(conn: sqlite3.Connection, device: str) -> list[int]:
    rows = conn.execute("SELECT hour_ns FROM dirty_hours WHERE device = ? ORDER BY hour_ns", (device,))
    return [row[0] for row in rows.fetchall()]


def _dirty_nights(conn: sqlite3.Connection, device: str) -> list[str]:
    rows = conn.execute("SELECT night FROM dirty_nights WHERE device = ? ORDER BY night", (device,))
    return [row[0] for row in rows.fetchall()]


def _hour(conn: sqlite3.Connection, device: str, hour_ns: int) -> HourRow | None:
    rows = load(conn, device, hour_ns, hour_ns + HOUR_NS)
    if not rows:
        return None
    summary = summarize(conn, device, hour_ns, hour_ns + HOUR_NS, rows)
    return HourRow(*(*msgspec.structs.astuple(summary), device, hour_ns))


def _night(conn: sqlite3.Connection, device: str, night: str) -> NightRow | None:
    span = night_span(date.fromisoformat(night), zone_of(conn, device))
    rows = load(conn, device, *span)
    if not rows:
        return None
    summary = summarize(conn, device, *span, rows)
    return NightRow(*(*msgspec.structs.astuple(summary), resting_bpm(rows), device, night))


def _write_hour(conn: sqlite3.Connection, device: str, hour_ns: int) -> None:
    row = _hour(conn, device, hour_ns)
    if row is None:
        conn.execute("DELETE FROM hourly WHERE device = ? AND hour_ns = ?", (device, hour_ns))
    else:
        conn.execute(_INSERT_HOUR, msgspec.structs.astuple(row))
    conn.execute("DELETE FROM dirty_hours WHERE device = ? AND hour_ns = ?", (device, hour_ns))


def _write_night(conn: sqlite3.Connection, device: str, night: str) -> None:
    row = _night(conn, device, night)
    if row is None:
        conn.execute("DELETE FROM nightly WHERE device = ? AND night = ?", (device, night))
    else:
        conn.execute(_INSERT_NIGHT, msgspec.structs.astuple(row))
    conn.execute("DELETE FROM dirty_nights WHERE device = ? AND night = ?", (device, night))
