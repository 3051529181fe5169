"""How much of a stretch of time was recorded, how much could be analysed, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from storage.missing import Missing, missing
from storage.nights import HOUR_NS
from storage.segments import LONGEST_WINDOW_S
from storage.timeline import NS, sample_at

if TYPE_CHECKING:
    import sqlite3

_WHOLE_HOURS: Final = (
    "SELECT coalesce(sum(recorded_s), 0), coalesce(sum(analysable_s), 0), coalesce(sum(rr_s), 0) "
    "FROM hourly AS h "
    "WHERE device = ?1 AND hour_ns >= ?2 AND hour_ns < ?3 AND NOT EXISTS "
    "(SELECT 1 FROM dirty_hours AS d WHERE d.device = h.device AND d.hour_ns = h.hour_ns)"
)
_EDGE: Final = (
    "SELECT coalesce(sum(min(end_ns, ?3) - max(start_ns, ?2)), 0) / 1e9, "
    "coalesce(sum((min(end_ns, ?3) - max(start_ns, ?2)) * analysable), 0) / 1e9, "
    "coalesce(sum((min(end_ns, ?3) - max(start_ns, ?2)) * analysable) "
    "FILTER (WHERE (SELECT signal FROM sessions WHERE id = segments.session) = 'rr'), 0) / 1e9 FROM segments "
    "WHERE device = ?1 AND current = 1 AND start_ns > ?2 - ?4 AND start_ns < ?3 AND end_ns > ?2"
)
_AHEAD: Final = (  # sessions whose samples may reach beyond their analysed windows
    "SELECT s.id, s.fs_hz, coalesce((SELECT g.start + g.n FROM segments AS g WHERE g.session = s.id "
    "AND g.current = 1 ORDER BY g.start DESC LIMIT 1), 0), s.position "
    "FROM sessions AS s LEFT JOIN analysis AS a ON a.session = s.id "
    "WHERE s.device = ? AND s.start_ns < ? AND s.last_ns > ? AND s.n_samples > 0 "
    "AND (s.closed = 0 OR a.position IS NULL OR a.position < s.position)"
)


class Coverage(msgspec.Struct, frozen=True):
    """Coverage of a range.

    ``recorded_s``: seconds with samples, lead off included; ``analysable_s``: seconds in windows of
    sufficient quality; ``pct``: analysable, of the range; ``gaps``: the longest missing stretches, in time
    order; ``missing_s``: seconds by reason, short ones included; ``rr_s``: of the analysable ones, those told
    from RR intervals alone: they say nothing that takes a waveform.
    """

    recorded_s: float
    analysable_s: float
    pct: float
    gaps: tuple[Missing, ...]
    missing_s: dict[str, float]
    rr_s: float = 0.0


def coverage(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> Coverage:
    """Coverage of [start_ns, end_ns). Samples that are stored but not analysed yet count as recorded."""
    if end_ns <= start_ns:
        return Coverage(0.0, 0.0, 0.0, (), {})
    recorded_s, analysable_s, rr_s = _analysed(conn, device, start_ns, end_ns)
    recorded_s += _ahead(conn, device, start_ns, end_ns)
    gaps, missing_s = missing(conn, device, start_ns, end_ns)
    return Coverage(
        recorded_s=round(recorded_s, 3),
        analysable_s=round(analysable_s, 3),
        pct=round(100 * analysable_s * NS / (end_ns - start_ns), 1),
        gaps=gaps,
        missing_s=missing_s,
        rr_s=round(rr_s, 3),
    )


def _analysed(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> tuple[float, ...]:
    """Seconds recorded, analysable, and of these without a waveform: whole hours from their roll-up."""
    first = -(-start_ns // HOUR_NS) * HOUR_NS
    last = end_ns // HOUR_NS * HOUR_NS
    if first >= last:
        return _edge(conn, device, start_ns, end_ns)
    marked = conn.execute(
        "SELECT hour_ns FROM dirty_hours WHERE device = ? AND hour_ns >= ? AND hour_ns < ?",
        (device, first, last),
    ).fetchall()
    edges = [(start_ns, first), (last, end_ns), *((row[0], row[0] + HOUR_NS) for row in marked)]
    sums = [tuple(conn.execute(_WHOLE_HOURS, (device, first, last)).fetchone())]
    sums.extend(_edge(conn, device, *edge) for edge in edges if edge[1] > edge[0])
    return tuple(map(sum, zip(*sums, strict=True)))


def _edge(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> tuple[float, ...]:
    return tuple(conn.execute(_EDGE, (device, start_ns, end_ns, LONGEST_WINDOW_S * NS)).fetchone())


def _ahead(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> float:
    """Seconds of samples in the range that no window holds yet."""
    total_s = 0.0
    for session, fs_hz, done, position in conn.execute(_AHEAD, (device, end_ns, start_ns)).fetchall():
        begin = max(done, sample_at(conn, session, start_ns))
        end = min(position, sample_at(conn, session, end_ns))
        if end <= begin:
            continue
        absent = conn.execute(
            "SELECT coalesce(sum(min(start + n, ?3) - max(start, ?2)), 0) FROM gaps "
            "WHERE session = ?1 AND start < ?3 AND start + n > ?2",
            (session, begin, end),
        ).fetchone()[0]
        total_s += (end - begin - absent) / fs_hz
    return total_s
