"""Missing samples. Samples and gaps never overlap: a session's axis holds each index at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.types import Gap, GapReason
from storage import blocks
from storage.errors import SampleOverlap, UnknownBlock
from storage.sessions import session as load_session
from storage.timeline import wall_ns

if TYPE_CHECKING:
    import sqlite3

    from dsp.types import Segment


def add_gap(conn: sqlite3.Connection, gap: Gap) -> None:
    """Record a gap. A LATE gap gives its reason to whatever LOST range it covers, and fills the rest.

    Raises:
        SampleOverlap: samples, or (unless it is LATE) a gap, are already recorded there.
        UnknownSession: the session was not opened.
    """
    if gap.n <= 0:
        return
    session = load_session(conn, gap.session)
    refuse_samples(conn, gap.session, gap.start, gap.end)
    covered = gaps(conn, gap.session, gap.start, gap.end)
    if covered and gap.reason is not GapReason.LATE:
        raise SampleOverlap(gap.session, gap.start, gap.n)
    at = gap.start
    for old in covered:
        _insert(conn, gap.session, at, old.start, gap.reason)
        if old.reason is GapReason.LOST:
            _relabel(conn, old, max(old.start, gap.start), min(old.end, gap.end), gap.reason)
        at = old.end
    _insert(conn, gap.session, at, gap.end, gap.reason)
    position = max(session.position, gap.end)
    last_ns = max(session.last_ns, wall_ns(conn, gap.session, position))
    conn.execute(
        "UPDATE sessions SET position = ?, last_ns = ? WHERE id = ?", (position, last_ns, gap.session)
    )
    blocks.seal(conn, gap.session)


def gaps(conn: sqlite3.Connection, session: int, start: int, end: int) -> list[Gap]:
    """Gaps that touch [start, end), in order, whole."""
    rows = conn.execute(
        "SELECT start, n, reason FROM gaps WHERE session = ?1 AND start < ?3 AND start + n > ?2 AND start >= "
        "coalesce((SELECT max(start) FROM gaps WHERE session = ?1 AND start <= ?2), ?2) ORDER BY start",
        (session, start, end),
    )
    return [Gap(session, row[0], row[1], GapReason(row[2])) for row in rows.fetchall()]


def give_up(conn: sqlite3.Connection, session: int, start: int) -> Gap:
    """Turn the damaged block at ``start`` into a LOST gap, so that what lies around it can be read on.

    Raises:
        UnknownBlock: there is no block at ``start``.
    """
    row = conn.execute(
        "DELETE FROM blocks WHERE session = ? AND start = ? RETURNING n", (session, start)
    ).fetchone()
    if row is None:
        raise UnknownBlock(session, start)
    gap = Gap(session, start, row[0], GapReason.LOST)
    _insert(conn, session, gap.start, gap.end, gap.reason)
    conn.execute("UPDATE sessions SET n_samples = n_samples - ? WHERE id = ?", (gap.n, session))
    return gap


def refuse_samples(conn: sqlite3.Connection, session: int, start: int, end: int) -> None:
    """Raise SampleOverlap if any sample is recorded in [start, end)."""
    row = conn.execute(
        "SELECT (SELECT start + n FROM tail WHERE session = ?1 AND start < ?2 ORDER BY start DESC LIMIT 1), "
        "(SELECT start + n FROM blocks WHERE session = ?1 AND start < ?2 ORDER BY start DESC LIMIT 1)",
        (session, end),
    ).fetchone()
    if any(last is not None and last > start for last in row):
        raise SampleOverlap(session, start, end - start)


def refuse_gaps(conn: sqlite3.Connection, segment: Segment) -> None:
    """Raise SampleOverlap if any of the segment's samples was recorded as missing."""
    if gaps(conn, segment.session, segment.start, segment.end):
        raise SampleOverlap(segment.session, segment.start, len(segment.uv))


def _insert(conn: sqlite3.Connection, session: int, start: int, end: int, reason: GapReason) -> None:
    if end > start:
        conn.execute(
            "INSERT INTO gaps (session, start, n, reason) VALUES (?, ?, ?, ?)",
            (session, start, end - start, reason.value),
        )


def _relabel(conn: sqlite3.Connection, old: Gap, start: int, end: int, reason: GapReason) -> None:
    conn.execute("DELETE FROM gaps WHERE session = ? AND start = ?", (old.session, old.start))
    _insert(conn, old.session, old.start, start, old.reason)
    _insert(conn, old.session, start, end, reason)
    _insert(conn, old.session, end, old.end, old.reason)
