"""Samples of sessions: appended as they come, read back in order with the gaps between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsp.types import Gap, GapReason, Segment
from storage import blocks, codec
from storage.blocks import seal_rest
from storage.errors import RawPruned
from storage.gaps import add_gap, gaps, give_up, refuse_gaps, refuse_samples
from storage.lead_off import extend_lead_off
from storage.sessions import (
    Session,
    current_session,
    last_session,
    next_session,
    open_session,
    save_clock,
    session,
    sessions,
    unfinished_session,
)
from storage.timeline import add_anchor, sample_at, wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

__all__ = [
    "Session",
    "add_anchor",
    "add_gap",
    "append",
    "close_session",
    "current_session",
    "gaps",
    "give_up",
    "last_session",
    "next_session",
    "open_session",
    "read",
    "sample_at",
    "save_clock",
    "seal_rest",
    "session",
    "sessions",
    "unfinished_session",
    "wall_ns",
]

PAGE_ROWS: Final = 16  # read at once: a quarter of an hour of blocks, under 1 MB at 250 Hz
_load_session = session


def append(conn: sqlite3.Connection, segment: Segment) -> None:
    """Store samples; whole minutes are sealed on the way.

    Raises:
        SampleOverlap: a sample or a gap is already recorded at any of the segment's places.
        UnknownSession: the session was not opened.
    """
    n = len(segment.uv)
    if n == 0:
        return
    state = _load_session(conn, segment.session)
    refuse_samples(conn, segment.session, segment.start, segment.end)
    refuse_gaps(conn, segment)
    conn.execute(
        "INSERT INTO tail (session, start, n, uv) VALUES (?, ?, ?, ?)",
        (segment.session, segment.start, n, codec.to_bytes(segment.uv)),
    )
    if segment.lead_off:
        extend_lead_off(conn, segment.session, segment.start, n)
    position = max(state.position, segment.end)
    last_ns = max(state.last_ns, wall_ns(conn, segment.session, position))
    conn.execute(
        "UPDATE sessions SET n_samples = n_samples + ?, position = ?, last_ns = ? WHERE id = ?",
        (n, position, last_ns, segment.session),
    )
    blocks.seal(conn, segment.session)


def close_session(conn: sqlite3.Connection, session: int) -> None:
    """Seal what is left and mark the session as ended.

    Its end was told as samples came, by the anchors of then; now it is told by all of them.
    """
    seal_rest(conn, session)
    state = _load_session(conn, session)
    last_ns = wall_ns(conn, session, state.position) if state.n_samples else state.last_ns
    conn.execute("UPDATE sessions SET closed = 1, last_ns = ? WHERE id = ?", (last_ns, session))


def read(conn: sqlite3.Connection, session: int, start: int, end: int) -> Iterator[Segment | Gap]:
    """What is recorded in [start, end), in order, cut to it.

    Places within the session about which nothing is recorded come as LOST gaps, so that the items are
    contiguous up to ``end`` or the session's position, whichever is first. No read transaction stays open
    between items.

    Raises:
        ChecksumMismatch: a block is damaged; its ``start`` says which. :func:`give_up` lets reading go on.
        RawPruned: ``start`` lies before the oldest sample that retention kept.
        UnknownSession: there is no such session.
    """
    state = _load_session(conn, session)
    if start < state.raw_from and start < end:
        raise RawPruned(session, state.raw_from)
    at, end = max(start, 0), min(end, state.position)
    while at < end:
        page = _page(conn, state, at, end)
        for item in page:
            if item.start > at:
                yield Gap(session, at, item.start - at, GapReason.LOST)
            yield item
            at = item.end
        if not page:
            yield Gap(session, at, end - at, GapReason.LOST)
            return


def _page(conn: sqlite3.Connection, state: Session, start: int, end: int) -> list[Segment | Gap]:
    """The next few recorded items in [start, end)."""
    rows = conn.execute(
        "SELECT start, n, crc32, data FROM blocks WHERE session = ?1 AND start < ?3 AND start + n > ?2 "
        "AND start >= coalesce((SELECT max(start) FROM blocks WHERE session = ?1 AND start <= ?2), ?2) "
        "UNION ALL SELECT start, n, NULL, uv FROM tail WHERE session = ?1 AND start < ?3 AND start + n > ?2 "
        "ORDER BY start LIMIT ?4",
        (state.id, start, end, PAGE_ROWS),
    ).fetchall()
    if len(rows) == PAGE_ROWS:
        end = min(end, rows[-1][0] + rows[-1][1])
    items: list[Segment | Gap] = [
        replace(gap, start=max(gap.start, start), n=min(gap.end, end) - max(gap.start, start))
        for gap in gaps(conn, state.id, start, end)
    ]
    for row in rows:
        at, n, crc32, data = row
        uv = codec.from_bytes(data) if crc32 is None else blocks.open_block(state.id, at, n, crc32, data)
        segment = Segment(state.id, at, state.fs_hz, uv)
        items.extend(_cut(conn, segment, max(at, start), min(at + n, end)))
    return sorted(items, key=lambda item: item.start)


def _cut(conn: sqlite3.Connection, segment: Segment, start: int, end: int) -> Iterator[Segment]:
    """[start, end) of ``segment``, in pieces of one lead state each."""
    spans = conn.execute(
        "SELECT start, start + n FROM lead_off WHERE session = ?1 AND start < ?3 AND start + n > ?2 "
        "AND start >= coalesce((SELECT max(start) FROM lead_off WHERE session = ?1 AND start <= ?2), ?2) "
        "ORDER BY start",
        (segment.session, start, end),
    ).fetchall()
    at = start
    for span in (*spans, (end, end)):
        for until, off in ((min(span[0], end), False), (min(span[1], end), True)):
            if until > at:
                uv = segment.uv[at - segment.start : until - segment.start]
                yield replace(segment, start=at, uv=uv, lead_off=off)
                at = until
