"""Beats and their wave boundaries, packed one row per segment."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dsp.types import Beat, Fiducials
from storage.packing import Found, pack, pack_one, unpack, unpack_one

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_CURRENT = (
    "SELECT b.start, b.data FROM segments AS s JOIN beats AS b "
    "ON b.session = s.session AND b.start = s.start AND b.version = s.version "
    "WHERE s.session = ?1 AND s.current = 1 AND s.start < ?3 AND s.start + s.n > ?2 AND s.start >= coalesce("
    "(SELECT max(start) FROM segments WHERE session = ?1 AND current = 1 AND start <= ?2), ?2) "
    "ORDER BY s.start"
)


def store_beats(
    conn: sqlite3.Connection,
    session: int,
    results: Sequence[Beat | Fiducials],
    windows: Sequence[tuple[int, int]],
    version: str,
) -> None:
    """Put ``results`` into the rows of their windows; what has no window yet waits for it.

    ``windows``: (start, n) of the windows just stored, which take what waits for them.
    """
    found = _take_waiting(conn, session, version)
    told: dict[int, list[Beat | Fiducials]] = {}
    for result in results:
        told.setdefault(result.sample if isinstance(result, Beat) else result.beat, []).append(result)
    for sample, items in told.items():
        found.setdefault(sample, Found(sample)).learn(*items)
    places, placed = sorted(found), set[int]()
    for start, n in windows:
        members = _stored(conn, session, start, version)
        for sample in places[bisect_left(places, start) : bisect_left(places, start + n)]:
            # A repeated stretch may bring only a part of what is known.
            members.setdefault(sample, found[sample]).learn(*told.get(sample, ()))
            placed.add(sample)
        _write(conn, session, start, version, members)
    for sample in sorted(found.keys() - placed):
        if not _amend(conn, session, version, sample, told.get(sample, ())):
            conn.execute(
                "INSERT INTO loose_beats (session, version, sample, data) VALUES (?, ?, ?, ?)",
                (session, version, sample, pack_one(found[sample])),
            )


def beats(conn: sqlite3.Connection, session: int, start: int, end: int) -> list[Beat]:
    """Current beats whose R peak lies in [start, end), in order."""
    return [found.beat() for found in _current(conn, session, start, end)]


def fiducials(conn: sqlite3.Connection, session: int, start: int, end: int) -> list[Fiducials]:
    """Wave boundaries of the current beats whose R peak lies in [start, end), in order."""
    return [found.fiducials() for found in _current(conn, session, start, end) if any_wave(found)]


def any_wave(found: Found) -> bool:
    """Whether any of the beat's waves was found."""
    return any(at is not None for at in found.waves)


def _current(conn: sqlite3.Connection, session: int, start: int, end: int) -> list[Found]:
    rows = conn.execute(_CURRENT, (session, start, end)).fetchall()
    return [found for row in rows for found in unpack(row[0], row[1]) if start <= found.sample < end]


def _take_waiting(conn: sqlite3.Connection, session: int, version: str) -> dict[int, Found]:
    rows = conn.execute(
        "SELECT sample, data FROM loose_beats WHERE session = ? AND version = ?", (session, version)
    ).fetchall()
    if rows:
        conn.execute("DELETE FROM loose_beats WHERE session = ? AND version = ?", (session, version))
    return {row[0]: unpack_one(row[0], row[1]) for row in rows}


def _stored(conn: sqlite3.Connection, session: int, start: int, version: str) -> dict[int, Found]:
    """What the window's row has already: its beats, when the same stretch is analysed again."""
    row = conn.execute(
        "SELECT data FROM beats WHERE session = ? AND start = ? AND version = ?", (session, start, version)
    ).fetchone()
    return {} if row is None else {found.sample: found for found in unpack(start, row[0])}


def _write(
    conn: sqlite3.Connection, session: int, start: int, version: str, members: dict[int, Found]
) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO beats (session, start, n_beats, data, version) VALUES (?, ?, ?, ?, ?)",
        (session, start, len(members), pack(start, members.values()), version),
    )


def _amend(
    conn: sqlite3.Connection, session: int, version: str, sample: int, items: Iterable[Beat | Fiducials]
) -> bool:
    """Add what came after its window was stored; False where no stored window holds ``sample``."""
    row = conn.execute(
        "SELECT start, start + n FROM segments WHERE session = ? AND version = ? AND start <= ? "
        "ORDER BY start DESC LIMIT 1",
        (session, version, sample),
    ).fetchone()
    if row is None or sample >= row[1]:
        return False
    members = _stored(conn, session, row[0], version)
    members.setdefault(sample, Found(sample)).learn(*items)
    _write(conn, session, row[0], version, members)
    return True
