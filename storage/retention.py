"""Raw samples are kept for a while, results for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.timeline import sample_at

if TYPE_CHECKING:
    import sqlite3


def prune_raw(conn: sqlite3.Connection, older_than_ns: int) -> int:
    """Remove analysed blocks that end before then; how many. Results, gaps and anchors stay."""
    rows = conn.execute(
        "SELECT s.id, s.sealed, a.position FROM sessions AS s JOIN analysis AS a ON a.session = s.id "
        "WHERE s.start_ns < ? AND s.raw_from < s.sealed",
        (older_than_ns,),
    ).fetchall()
    removed = 0
    for session, sealed, analysed in rows:
        limit = min(sample_at(conn, session, older_than_ns), sealed, analysed)
        removed += _remove(conn, session, limit)
    return removed


def _remove(conn: sqlite3.Connection, session: int, limit: int) -> int:
    last = conn.execute(
        "SELECT max(start + n) FROM blocks WHERE session = ? AND start + n <= ?", (session, limit)
    ).fetchone()[0]
    if last is None:
        return 0
    conn.execute("UPDATE sessions SET raw_from = ? WHERE id = ?", (last, session))
    return conn.execute("DELETE FROM blocks WHERE session = ? AND start < ?", (session, last)).rowcount
