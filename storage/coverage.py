"""How much of a stretch of time was recorded, how much could be analysed, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from storage.nights import HOUR_NS
from storage.sessions import Session, sessions
from storage.summary import LONGEST_WINDOW_S
from storage.timeline import NS, sample_at, wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MAX_SPANS: Final = 100  # the longest; nobody reads more, and each costs two time conversions
MIN_SPAN_S: Final = 1.0  # shorter ones count in ``missing_s`` only

_WHOLE_HOURS: Final = (
    "SELECT coalesce(sum(recorded_s), 0), coalesce(sum(analysable_s), 0) FROM hourly AS h "
    "WHERE device = ?1 AND hour_ns >= ?2 AND hour_ns < ?3 AND NOT EXISTS "
    "(SELECT 1 FROM dirty_hours AS d WHERE d.device = h.device AND d.hour_ns = h.hour_ns)"
)
_EDGE: Final = (
    "SELECT coalesce(sum(min(end_ns, ?3) - max(start_ns, ?2)), 0) / 1e9, "
    "coalesce(sum((min(end_ns, ?3) - max(start_ns, ?2)) * analysable), 0) / 1e9 FROM segments "
    "WHERE device = ?1 AND current = 1 AND start_ns > ?2 - ?4 AND start_ns < ?3 AND end_ns > ?2"
)


class Missing(msgspec.Struct, frozen=True):
    """A stretch without analysable signal. ``reason``: lost, late, overflow, lead_off or no_session."""

    start_ns: int
    end_ns: int
    reason: str


class Coverage(msgspec.Struct, frozen=True):
    """Coverage of a range.

    ``recorded_s``: seconds with samples, lead off included; ``analysable_s``: seconds in windows of
    sufficient quality; ``pct``: analysable, of the range; ``gaps``: the longest missing stretches, in time
    order; ``missing_s``: seconds by reason, short ones included.
    """

    recorded_s: float
    analysable_s: float
    pct: float
    gaps: tuple[Missing, ...]
    missing_s: dict[str, float]


def coverage(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> Coverage:
    """Coverage of [start_ns, end_ns). Samples that are stored but not analysed yet count as recorded."""
    if end_ns <= start_ns:
        return Coverage(0.0, 0.0, 0.0, (), {})
    recorded_s, analysable_s = _analysed(conn, device, start_ns, end_ns)
    touched = sessions(conn, device, start_ns, end_ns)
    recorded_s += _not_yet_analysed(conn, touched, start_ns, end_ns)
    spans, missing_s = _missing(conn, touched, start_ns, end_ns)
    return Coverage(
        recorded_s=round(recorded_s, 3),
        analysable_s=round(analysable_s, 3),
        pct=round(100 * analysable_s * NS / (end_ns - start_ns), 1),
        gaps=tuple(sorted(spans, key=lambda span: span.start_ns)),
        missing_s={reason: round(seconds, 3) for reason, seconds in missing_s.items()},
    )


def _analysed(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> tuple[float, float]:
    """Seconds recorded and analysable according to roll-ups, and to segments where those do not reach."""
    first = -(-start_ns // HOUR_NS) * HOUR_NS
    last = end_ns // HOUR_NS * HOUR_NS
    if first >= last:
        edges, sums = [(start_ns, end_ns)], [(0.0, 0.0)]
    else:
        marked = conn.execute(
            "SELECT hour_ns FROM dirty_hours WHERE device = ? AND hour_ns >= ? AND hour_ns < ?",
            (device, first, last),
        ).fetchall()
        edges = [(start_ns, first), (last, end_ns), *((row[0], row[0] + HOUR_NS) for row in marked)]
        sums = [tuple(conn.execute(_WHOLE_HOURS, (device, first, last)).fetchone())]
    for begins, ends in edges:
        if ends > begins:
            sums.append(tuple(conn.execute(_EDGE, (device, begins, ends, LONGEST_WINDOW_S * NS)).fetchone()))
    return sum(pair[0] for pair in sums), sum(pair[1] for pair in sums)


def _not_yet_analysed(conn: sqlite3.Connection, touched: list[Session], start_ns: int, end_ns: int) -> float:
    total_s = 0.0
    for session in touched:
        if not session.n_samples:
            continue
        row = conn.execute(
            "SELECT start + n FROM segments WHERE session = ? AND current = 1 ORDER BY start DESC LIMIT 1",
            (session.id,),
        ).fetchone()
        done = row[0] if row else 0
        if done >= session.position:
            continue
        begin = max(done, sample_at(conn, session.id, start_ns))
        end = min(session.position, sample_at(conn, session.id, end_ns))
        if end > begin:
            missing = conn.execute(
                "SELECT coalesce(sum(min(start + n, ?3) - max(start, ?2)), 0) FROM gaps "
                "WHERE session = ?1 AND start < ?3 AND start + n > ?2",
                (session.id, begin, end),
            ).fetchone()[0]
            total_s += (end - begin - missing) / session.fs_hz
    return total_s


def _missing(
    conn: sqlite3.Connection, touched: list[Session], start_ns: int, end_ns: int
) -> tuple[list[Missing], dict[str, float]]:
    missing_s: dict[str, float] = {}
    found: list[tuple[float, Session | None, int, int, str]] = []
    for begin, end in _between(touched, start_ns, end_ns):
        missing_s["no_session"] = missing_s.get("no_session", 0.0) + (end - begin) / NS
        found.append(((end - begin) / NS, None, begin, end, "no_session"))
    for session in touched:
        first = sample_at(conn, session.id, start_ns) if session.start_ns < start_ns else 0
        last = sample_at(conn, session.id, end_ns) if session.last_ns > end_ns else 2**62
        rows = conn.execute(
            "SELECT start, n, reason FROM gaps WHERE session = ?1 AND start < ?3 AND start + n > ?2 "
            "UNION ALL SELECT start, n, 'lead_off' FROM lead_off "
            "WHERE session = ?1 AND start < ?3 AND start + n > ?2",
            (session.id, first, last),
        ).fetchall()
        for start, n, reason in rows:
            begin, end = max(start, first), min(start + n, last)
            seconds = (end - begin) / session.fs_hz
            missing_s[reason] = missing_s.get(reason, 0.0) + seconds
            found.append((seconds, session, begin, end, reason))
    longest = sorted((item for item in found if item[0] >= MIN_SPAN_S), key=lambda item: -item[0])[:MAX_SPANS]
    return [_span(conn, *item[1:]) for item in longest], missing_s


def _span(conn: sqlite3.Connection, session: Session | None, begin: int, end: int, reason: str) -> Missing:
    if session is None:
        return Missing(begin, end, reason)
    return Missing(wall_ns(conn, session.id, begin), wall_ns(conn, session.id, end), reason)


def _between(touched: list[Session], start_ns: int, end_ns: int) -> Iterator[tuple[int, int]]:
    """The stretches of the range outside every session."""
    at = start_ns
    for session in touched:
        if session.start_ns > at:
            yield at, session.start_ns
        at = max(at, session.last_ns)
    if end_ns > at:
        yield at, end_ns
