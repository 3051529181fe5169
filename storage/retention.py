"""Raw samples are kept for a while, results for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from storage.timeline import sample_at

if TYPE_CHECKING:
    import sqlite3


MAX_BLOCKS: Final = 2880  # two days of one wearable, about 25 MB of write-ahead log, in one transaction


def prune_raw(conn: sqlite3.Connection, older_than_ns: int) -> int:
    """Remove analysed blocks that end before then, oldest first; results, gaps and anchors stay.

    Returns how many were removed, at most ``MAX_BLOCKS``: call again, in a new transaction, until it is 0.
    """
    rows = conn.execute(
        "SELECT s.id, s.sealed, a.position FROM sessions AS s JOIN analysis AS a ON a.session = s.id "
        "WHERE s.start_ns < ? AND s.raw_from < s.sealed ORDER BY s.start_ns",
        (older_than_ns,),
    ).fetchall()
    removed = 0
    for session, sealed, analysed in rows:
        limit = min(sample_at(conn, session, older_than_ns), sealed, analysed)
        removed += _remove(conn, session, limit, MAX_BLOCKS - removed)
        if removed >= MAX_BLOCKS:
            break
    return removed


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
