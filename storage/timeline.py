"""Wall time of samples: straight lines between a session's anchors.

Beyond the last anchor the line of the newest anchors goes on; where they say nothing believable,
the nominal rate does. Before the first anchor likewise.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from storage.errors import UnknownSession
from storage.sql import select

if TYPE_CHECKING:
    import sqlite3

NS: Final = 1_000_000_000
SLOPE_ANCHORS: Final = 10  # about ten minutes: 50 ms of jitter in one anchor is then 80 ppm
RATE_TOLERANCE: Final = 0.02  # a wearable's true rate is nearer to its nominal one; more is a jump, not drift
NUDGE_SAMPLES: Final = 1e-3  # rounding to whole ns must not push a sample's own time past it

_Point = tuple[int, int]


def add_anchor(conn: sqlite3.Connection, session: int, sample: int, at_ns: int) -> None:
    """State that ``sample`` was taken at ``at_ns``; a later statement on the same sample replaces it."""
    conn.execute(
        "INSERT INTO anchors (session, sample, at_ns) VALUES (?, ?, ?) "
        "ON CONFLICT (session, sample) DO UPDATE SET at_ns = excluded.at_ns",
        (session, sample, at_ns),
    )


def wall_ns(conn: sqlite3.Connection, session: int, sample: int) -> int:
    """Wall time of ``sample``, ns since the Unix epoch UTC.

    Raises:
        UnknownSession: there is no such session.
    """
    period_ns, start_ns = _nominal(conn, session)
    before = _points(conn, "sample <= ? ORDER BY sample DESC", session, sample, SLOPE_ANCHORS)
    after = _points(conn, "sample > ? ORDER BY sample", session, sample, SLOPE_ANCHORS if not before else 1)
    (s, ns), slope = _line(before, after, period_ns, start_ns)
    return ns + round((sample - s) * slope)


def sample_at(conn: sqlite3.Connection, session: int, ns: int) -> int:
    """The first sample at or after wall time ``ns``; may lie before 0 or beyond the last sample.

    Raises:
        UnknownSession: there is no such session.
    """
    period_ns, start_ns = _nominal(conn, session)
    before = _points(conn, "at_ns <= ? ORDER BY sample DESC", session, ns, SLOPE_ANCHORS)
    after = _points(conn, "at_ns > ? ORDER BY sample", session, ns, SLOPE_ANCHORS if not before else 1)
    (s, at_ns), slope = _line(before, after, period_ns, start_ns)
    return s + math.ceil((ns - at_ns) / slope - NUDGE_SAMPLES)


def _nominal(conn: sqlite3.Connection, session: int) -> tuple[float, int]:
    row = conn.execute("SELECT fs_hz, start_ns FROM sessions WHERE id = ?", (session,)).fetchone()
    if row is None:
        raise UnknownSession(session)
    return NS / row[0], row[1]


def _points(conn: sqlite3.Connection, where: str, session: int, value: int, limit: int) -> list[_Point]:
    query = select(("sample", "at_ns"), f"FROM anchors WHERE session = ? AND {where} LIMIT ?")
    return [(row[0], row[1]) for row in conn.execute(query, (session, value, limit)).fetchall()]


def _line(before: list[_Point], after: list[_Point], period_ns: float, start_ns: int) -> tuple[_Point, float]:
    """A point and ns per sample. ``before`` runs backwards in time, ``after`` forwards."""
    if before and after:
        return before[0], _slope(before[0], after[0], None)
    if before:
        return before[0], _slope(before[-1], before[0], period_ns)
    if after:
        return after[0], _slope(after[0], after[-1], period_ns)
    return (0, start_ns), period_ns


def _slope(left: _Point, right: _Point, period_ns: float | None) -> float:
    """Between two anchors whatever they say; beyond them only a believable rate."""
    n, ns = right[0] - left[0], right[1] - left[1]
    if period_ns is None:
        return max(ns / n, 1.0)  # time stands still at worst, it does not run backwards
    if n == 0 or abs(ns / n / period_ns - 1) > RATE_TOLERANCE:
        return period_ns
    return ns / n
