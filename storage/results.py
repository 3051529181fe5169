"""Results of the signal chain: one row per analysis window, and how far each session is analysed.

Rows of several chain versions stay side by side. The *current* one at any place is the one stored last:
storing a window takes ``current`` from every other window that it overlaps, so current ones never overlap.
Rows that are *prepared* wait beside them until a whole stretch is put in force (:mod:`storage.stretches`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsp.types import Beat, Fiducials, Result, Window
from storage import rollups
from storage.beats import beats, fiducials, store_beats
from storage.segments import FIELDS, LONGEST_WINDOW_S, SegmentRow, columns, segment
from storage.sessions import Session
from storage.sessions import session as load_session
from storage.sql import insert, select
from storage.stretches import IN_FORCE, PREPARED
from storage.timeline import NS, wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

__all__ = [
    "LONGEST_WINDOW_S",
    "Progress",
    "SegmentRow",
    "beats",
    "fiducials",
    "progress",
    "save_progress",
    "segments",
    "store",
]


PAGE_ROWS: Final = 1000  # read at once: under 1 MB, and no long read transaction


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session is analysed; what the chain and the episode merger need to go on from there."""

    session: int
    position: int
    version: str
    snapshot: bytes | None
    merger: bytes | None


_STORE: Final = (
    f"{insert('segments', (*FIELDS, 'current'))} ON CONFLICT (session, start, version) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in (*FIELDS, "current"))
)
_PAGE: Final = select(
    ("rowid", *FIELDS),
    "FROM segments WHERE device = ? AND current = 1 AND start_ns < ? AND end_ns > ? "
    "AND (start_ns, rowid) > (?, ?) ORDER BY start_ns, rowid LIMIT ?",
)


def store(
    conn: sqlite3.Connection, session: int, results: Sequence[Result], *, version: str, prepared: bool = False
) -> None:
    """Store windows with their beats and wave boundaries; storing the same again changes nothing.

    Beats may come before or after the window that holds them, in this call or another. Quality is stored as
    the window's own; findings become episodes (:mod:`storage.episodes`). Roll-ups follow. What is
    ``prepared`` is not in force yet: nobody reads it, and nothing follows from it.

    Raises:
        BadResult: a window is empty or longer than ``LONGEST_WINDOW_S``.
        UnknownSession: there is no such session.
    """
    state = load_session(conn, session)
    windows = [result for result in results if isinstance(result, Window)]
    spans = [_store_window(conn, state, window, version, prepared=prepared) for window in windows]
    found = [result for result in results if isinstance(result, Beat | Fiducials)]
    if found or windows:
        store_beats(conn, session, found, [(window.start, window.n) for window in windows], version)
    if spans and not prepared:
        last_ns = max(end_ns for _, end_ns in spans)
        if last_ns > state.last_ns:  # results without samples: a simulated or imported history
            conn.execute("UPDATE sessions SET last_ns = ? WHERE id = ?", (last_ns, session))
        rollups.touch(conn, state.device, spans)


def _store_window(
    conn: sqlite3.Connection, state: Session, window: Window, version: str, *, prepared: bool
) -> tuple[int, int]:
    end = window.start + window.n
    span = wall_ns(conn, state.id, window.start), wall_ns(conn, state.id, end)
    row = columns(state, window, *span, version)
    if not prepared:
        _supersede(conn, state, window.start, end, version)
    conn.execute(_STORE, (*row, PREPARED if prepared else IN_FORCE))
    return span


def _supersede(conn: sqlite3.Connection, state: Session, start: int, end: int, version: str) -> None:
    """Other windows, and episodes of other versions, in [start, end) are no longer current."""
    reach = start - round(LONGEST_WINDOW_S * state.fs_hz)
    taken = conn.execute(
        "UPDATE segments SET current = 0 WHERE session = ?1 AND start > ?2 AND start < ?4 AND start + n > ?3 "
        "AND (version <> ?5 OR start <> ?3) AND current = 1",
        (state.id, reach, start, end, version),
    )
    if taken.rowcount:
        conn.execute(
            "UPDATE episodes SET current = 0 WHERE session = ?1 AND start < ?3 AND start + n > ?2 "
            "AND version <> ?4 AND current = 1",
            (state.id, start, end, version),
        )


def segments(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> Iterator[SegmentRow]:
    """The device's current windows that touch [start_ns, end_ns), in time order."""
    cursor = conn.cursor()
    cursor.row_factory = None
    at = (start_ns - LONGEST_WINDOW_S * NS, -1)
    while rows := cursor.execute(_PAGE, (device, end_ns, start_ns, *at, PAGE_ROWS)).fetchall():
        for row in rows:
            yield segment(row[1:])
        at = (rows[-1][5], rows[-1][0])


def save_progress(  # noqa: PLR0917 - the columns, in the table's order
    conn: sqlite3.Connection,
    session: int,
    position: int,
    version: str,
    snapshot: bytes | None,
    merger: bytes | None,
) -> None:
    """Remember how far the session is analysed, in the transaction of the results up to there.

    Where another version goes on from here, what the one before left open is ended.
    """
    conn.execute(
        "UPDATE episodes SET open = 0 WHERE session = ?1 AND open = 1 AND version <> ?2 "
        "AND EXISTS (SELECT 1 FROM analysis WHERE session = ?1 AND pipeline_version <> ?2)",
        (session, version),
    )
    conn.execute(
        "INSERT INTO analysis (session, position, pipeline_version, snapshot, merger) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (session) DO UPDATE SET position = excluded.position, "
        "pipeline_version = excluded.pipeline_version, snapshot = excluded.snapshot, "
        "merger = excluded.merger",
        (session, position, version, snapshot, merger),
    )


def analysed_to(conn: sqlite3.Connection, session: int) -> int:
    """One past the last sample of the session that a current window holds; 0 where there is none."""
    row = conn.execute(
        "SELECT start + n FROM segments WHERE session = ? AND current = 1 ORDER BY start DESC LIMIT 1",
        (session,),
    ).fetchone()
    return 0 if row is None else int(row[0])


def progress(conn: sqlite3.Connection, session: int) -> Progress | None:
    """How far the session is analysed; None where its analysis has not begun."""
    row = conn.execute(
        "SELECT session, position, pipeline_version, snapshot, merger FROM analysis WHERE session = ?",
        (session,),
    ).fetchone()
    return None if row is None else Progress(*row)
