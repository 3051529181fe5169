"""Raw samples are kept for a while, results for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from storage.timeline import sample_at

if TYPE_CHECKING:
    import sqlite3


MAX_BLOCKS: Final = 2880  # two days of one wearable, about 25 MB of write-ahead log, in one transaction
MAX_PULSES: Final = 100_000  # a day of one wearable, about 10 MB of write-ahead log

_OLD: Final = (  # arrival order is nearly time order: what is young is not looked at
    "SELECT p.id, p.session, p.start + p.n FROM pulses AS p LEFT JOIN analysis AS a ON a.session = p.session "
    "WHERE p.id < coalesce((SELECT id FROM pulses WHERE at_ns >= ?1 ORDER BY id LIMIT 1), p.id + 1) "
    "AND (p.session IS NULL OR p.start + p.n <= a.position) ORDER BY p.id LIMIT ?2"
)


def prune_raw(conn: sqlite3.Connection, older_than_ns: int) -> int:
    """Remove analysed blocks and pulses that end before then, oldest first; results, gaps and anchors stay.

    Returns how many were removed, at most ``MAX_BLOCKS`` or else ``MAX_PULSES``: call again, in a new
    transaction, until it is 0.
    """
    rows = conn.execute(
        "SELECT s.id, s.sealed, a.position FROM sessions AS s JOIN analysis AS a ON a.session = s.id "
        "WHERE s.signal = 'ecg' AND s.start_ns < ? AND s.raw_from < s.sealed ORDER BY s.start_ns",
        (older_than_ns,),
    ).fetchall()
    removed = 0
    for session, sealed, analysed in rows:
        limit = min(sample_at(conn, session, older_than_ns), sealed, analysed)
        removed += _remove(conn, session, limit, MAX_BLOCKS - removed)
        if removed >= MAX_BLOCKS:
            break
    return removed or _remove_pulses(conn, older_than_ns)


def _remove(conn: sqlite3.Connection, session: int, limit: int, most: int) -> int:
    blocks = conn.execute(
        "SELECT start, start + n FROM blocks WHERE session = ? AND start < ? ORDER BY start LIMIT ?",
        (session, limit, most),
    ).fetchall()
    whole = [end for _, end in blocks if end <= limit]
    if not whole:
        return 0
    conn.execute("UPDATE sessions SET raw_from = ? WHERE id = ?", (whole[-1], session))
    return conn.execute("DELETE FROM blocks WHERE session = ? AND start < ?", (session, whole[-1])).rowcount


def _remove_pulses(conn: sqlite3.Connection, older_than_ns: int) -> int:
    rows = conn.execute(_OLD, (older_than_ns, MAX_PULSES)).fetchall()
    ends = {session: end for _, session, end in rows if session is not None}
    conn.executemany(
        "UPDATE sessions SET raw_from = ? WHERE id = ?", [(end, session) for session, end in ends.items()]
    )
    conn.executemany("DELETE FROM pulses WHERE id = ?", [(row[0],) for row in rows])
    return len(rows)
