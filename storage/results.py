"""Results of the signal chain: one row per analysis window, and how far each session is analysed.

Rows of several chain versions stay side by side. The *current* one at any place is the one stored last:
storing a window takes ``current`` from every window of another version that it overlaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dsp.types import Beat, Fiducials, Result, Window
from storage import rollups
from storage.beats import beats, fiducials, store_beats
from storage.errors import BadResult
from storage.sessions import Session
from storage.sessions import session as load_session
from storage.sql import replace, select
from storage.summary import LONGEST_WINDOW_S
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


class SegmentRow(msgspec.Struct, frozen=True):
    """One stored analysis window; the same names and units as :class:`dsp.types.Window`."""

    session: int
    start: int
    n: int
    device: str
    start_ns: int
    end_ns: int
    quality: float
    analysable: bool
    reasons: tuple[str, ...]
    rhythm: str
    probability: float | None
    model: str
    n_beats: int
    n_s: int
    n_v: int
    hr_bpm: float | None
    rr_ms: float | None
    rmssd_ms: float | None
    pr_ms: float | None
    qrs_ms: float | None
    qt_ms: float | None
    qtcf_ms: float | None
    p_ms: float | None
    flags: tuple[str, ...]
    null_reasons: dict[str, str]
    version: str


_FIELDS: Final = SegmentRow.__struct_fields__
_INSERT: Final = replace("segments", _FIELDS)
_PAGE: Final = select(
    ("rowid", *_FIELDS),
    "FROM segments WHERE device = ? AND current = 1 AND start_ns < ? AND end_ns > ? "
    "AND (start_ns, rowid) > (?, ?) ORDER BY start_ns, rowid LIMIT ?",
)


def store(conn: sqlite3.Connection, session: int, results: Sequence[Result], *, version: str) -> None:
    """Store windows with their beats and wave boundaries; storing the same again changes nothing.

    Beats may come before or after the window that holds them, in this call or another. Quality is stored as
    the window's own; findings become episodes (:mod:`storage.episodes`). Roll-ups follow.

    Raises:
        BadResult: a window is empty or longer than ``LONGEST_WINDOW_S``.
        UnknownSession: there is no such session.
    """
    state = load_session(conn, session)
    windows = [result for result in results if isinstance(result, Window)]
    spans = [_store_window(conn, state, window, version) for window in windows]
    found = [result for result in results if isinstance(result, Beat | Fiducials)]
    if found or windows:
        store_beats(conn, session, found, [(window.start, window.n) for window in windows], version)
    if spans:
        last_ns = max(end_ns for _, end_ns in spans)
        if last_ns > state.last_ns:  # results without samples: a simulated or imported history
            conn.execute("UPDATE sessions SET last_ns = ? WHERE id = ?", (last_ns, session))
        rollups.touch(conn, state.device, spans)


def _store_window(conn: sqlite3.Connection, state: Session, window: Window, version: str) -> tuple[int, int]:
    if not 0 < window.n <= LONGEST_WINDOW_S * state.fs_hz:
        raise BadResult(f"a window has 1 sample to {LONGEST_WINDOW_S} s of samples, not {window.n}")
    end = window.start + window.n
    span = wall_ns(conn, state.id, window.start), wall_ns(conn, state.id, end)
    _supersede(conn, state, window.start, end, version)
    # A replaced row would take its beats' foreign key with it.
    conn.execute(
        "DELETE FROM beats WHERE session = ? AND start = ? AND version = ?", (state.id, window.start, version)
    )
    row = SegmentRow(
        session=state.id,
        start=window.start,
        n=window.n,
        device=state.device,
        start_ns=span[0],
        end_ns=span[1],
        quality=window.quality.score,
        analysable=window.quality.analysable,
        reasons=tuple(reason.value for reason in window.quality.reasons),
        rhythm=window.rhythm.value,
        probability=window.probability,
        model=window.model,
        n_beats=window.n_beats,
        n_s=window.n_s,
        n_v=window.n_v,
        hr_bpm=window.hr_bpm,
        rr_ms=window.rr_ms,
        rmssd_ms=window.rmssd_ms,
        pr_ms=window.pr_ms,
        qrs_ms=window.qrs_ms,
        qt_ms=window.qt_ms,
        qtcf_ms=window.qtcf_ms,
        p_ms=window.p_ms,
        flags=window.flags,
        null_reasons=dict(window.null_reasons),
        version=version,
    )
    conn.execute(_INSERT, [_to_column(getattr(row, name)) for name in _FIELDS])
    return span


def _to_column(value: Any) -> Any:  # noqa: ANN401 - any column's value
    return msgspec.json.encode(value).decode() if isinstance(value, tuple | dict) else value


def _supersede(conn: sqlite3.Connection, state: Session, start: int, end: int, version: str) -> None:
    """Windows and episodes of other versions in [start, end) are no longer current."""
    reach = start - round(LONGEST_WINDOW_S * state.fs_hz)
    taken = conn.execute(
        "UPDATE segments SET current = 0 WHERE session = ?1 AND start > ?2 AND start < ?4 AND start + n > ?3 "
        "AND version <> ?5 AND current = 1",
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
            yield _segment(row[1:])
        at = (rows[-1][5], rows[-1][0])


def _segment(row: tuple[Any, ...]) -> SegmentRow:
    reasons, flags = (tuple(msgspec.json.decode(row[i])) for i in (8, 23))
    values = (*row[:7], bool(row[7]), reasons, *row[9:23], flags, msgspec.json.decode(row[24]), row[25])
    return SegmentRow(*values)


def save_progress(  # noqa: PLR0917 - the columns, in the table's order
    conn: sqlite3.Connection,
    session: int,
    position: int,
    version: str,
    snapshot: bytes | None,
    merger: bytes | None,
) -> None:
    """Remember how far the session is analysed, in the transaction of the results up to there."""
    conn.execute(
        "INSERT INTO analysis (session, position, pipeline_version, snapshot, merger) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (session) DO UPDATE SET position = excluded.position, "
        "pipeline_version = excluded.pipeline_version, snapshot = excluded.snapshot, "
        "merger = excluded.merger",
        (session, position, version, snapshot, merger),
    )


def progress(conn: sqlite3.Connection, session: int) -> Progress | None:
    """How far the session is analysed; None where its analysis has not begun."""
    row = conn.execute(
        "SELECT session, position, pipeline_version, snapshot, merger FROM analysis WHERE session = ?",
        (session,),
    ).fetchone()
    return None if row is None else Progress(*row)
