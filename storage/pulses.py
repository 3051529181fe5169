"""Heart rate and RR intervals as wearables sent them; in sessions without a waveform, what is analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from dsp.types import Gap, GapReason, Intervals
from storage.errors import RawPruned
from storage.gaps import gaps
from storage.lead_off import extend_lead_off
from storage.sessions import session as load_session
from storage.sql import insert
from storage.timeline import wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dsp.types import Pulse

PAGE_ROWS: Final = 1000  # read at once: a quarter of an hour, and no long read transaction

_INSERT: Final = insert(
    "pulses", ("device", "at_ns", "hr_bpm", "contact", "rr", "dropped", "session", "start", "n")
)
_PAGE: Final = (
    "SELECT start, n, rr, contact FROM pulses WHERE session = ? AND start >= ? AND start < ? AND n > 0 "
    "ORDER BY start LIMIT ?"
)


def record(
    conn: sqlite3.Connection, device: str, at_ns: int, pulse: Pulse, place: Intervals | None = None
) -> None:
    """Keep a pulse as it came. ``place``: where it lies in a session without a waveform.

    Raises:
        UnknownSession: the session was not opened.
    """
    where = (None, None, None) if place is None else (place.session, place.start, place.n)
    rr = msgspec.json.encode(pulse.rr_1024).decode()
    conn.execute(_INSERT, (device, at_ns, pulse.hr_bpm, pulse.contact, rr, pulse.dropped, *where))
    if place is None or not place.n:
        return
    state = load_session(conn, place.session)
    position = max(state.position, place.end)
    last_ns = max(state.last_ns, wall_ns(conn, place.session, position))
    conn.execute(
        "UPDATE sessions SET n_samples = n_samples + ?, position = ?, last_ns = ? WHERE id = ?",
        (place.n, position, last_ns, place.session),
    )
    if place.lead_off:
        extend_lead_off(conn, place.session, place.start, place.n)


def read(conn: sqlite3.Connection, session: int, start: int, end: int) -> Iterator[Intervals | Gap]:
    """What begins in [start, end) of a session without a waveform, in order, each item whole.

    ``start`` must be where an item begins. Places about which nothing is recorded come as LOST gaps.

    Raises:
        RawPruned: ``start`` lies before the oldest pulse that retention kept.
        UnknownSession: there is no such session.
    """
    state = load_session(conn, session)
    if start < state.raw_from and start < end:
        raise RawPruned(session, state.raw_from)
    at, end = start, min(end, state.position)
    while at < end:
        items = _page(conn, session, at, end)
        for item in items:
            if item.start > at:
                yield Gap(session, at, item.start - at, GapReason.LOST)
            yield item
            at = item.end
        if not items:
            yield Gap(session, at, end - at, GapReason.LOST)
            return


def _page(conn: sqlite3.Connection, session: int, start: int, end: int) -> list[Intervals | Gap]:
    """The next few items that begin in [start, end)."""
    rows = conn.execute(_PAGE, (session, start, end, PAGE_ROWS)).fetchall()
    if len(rows) == PAGE_ROWS:
        end = rows[-1][0] + 1
    items: list[Intervals | Gap] = [gap for gap in gaps(conn, session, start, end) if gap.start >= start]
    for at, n, rr, contact in rows:
        off = contact == 0
        lengths = () if off else tuple(length for length in msgspec.json.decode(rr, type=list[int]) if length)
        items.append(Intervals(session, at, n, lengths, off))
    return sorted(items, key=lambda item: item.start)
