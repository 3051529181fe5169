"""Results of whole sessions at once: what an import or a simulated history brings, weeks in seconds.

:func:`storage.results.store` gives the same rows; it takes results as they come, this takes them complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from storage.errors import BadResult
from storage.packing import WAVES
from storage.segments import FIELDS, columns
from storage.sessions import session as load_session
from storage.sql import replace
from storage.timeline import NS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from dsp.types import Window
    from storage.sessions import Session

_SEGMENT: Final = replace("segments", FIELDS)
_BEATS: Final = replace("beats", ("session", "start", "n_beats", "data", "version"))


@dataclass(frozen=True, slots=True)
class WindowBeats:
    """The beats of one window, in order.

    ``r``: R peaks, samples from the window's start; ``k``: AAMI classes, one letter each; ``amp``:
    microvolts; ``waves``: eight columns, P onset, peak, offset, QRS onset, offset, T onset, peak, offset:
    samples from the R peak, or None.
    """

    r: Sequence[int]
    k: str
    amp: Sequence[float]
    waves: Sequence[Sequence[int | None]]


def store_history(
    conn: sqlite3.Connection, session: int, results: Sequence[tuple[Window, WindowBeats]], *, version: str
) -> tuple[int, int]:
    """Store windows with all their beats in a session without samples; the wall time they span, in ns.

    The caller refreshes the roll-ups (:func:`storage.rollups.refresh`) once everything is stored.

    Raises:
        BadResult: nothing to store, a window of impossible length, or a session with samples or anchors: its
            results come from its samples.
        UnknownSession: there is no such session.
    """
    state = load_session(conn, session)
    anchored = conn.execute("SELECT 1 FROM anchors WHERE session = ?", (session,)).fetchone()
    if state.n_samples or anchored:
        raise BadResult(f"session {session} has samples or anchors; its results come from them")
    if not results:
        raise BadResult("no windows")
    segments = [_segment(state, window, version) for window, _ in results]
    conn.executemany(_SEGMENT, segments)
    conn.executemany(
        _BEATS,
        [(session, window.start, len(beats.r), _pack(beats), version) for window, beats in results],
    )
    start_ns, end_ns = segments[0][4], max(row[5] for row in segments)
    conn.execute("UPDATE sessions SET last_ns = max(last_ns, ?) WHERE id = ?", (end_ns, session))
    return start_ns, end_ns


def mark_lead_off(conn: sqlite3.Connection, session: int, start: int, n: int) -> None:
    """Say that an electrode was off for ``n`` samples of a session without samples."""
    conn.execute("INSERT INTO lead_off (session, start, n) VALUES (?, ?, ?)", (session, start, n))


def _segment(state: Session, window: Window, version: str) -> tuple[Any, ...]:
    """A row of ``segments``: without anchors the nominal rate says where in time it is."""
    end = window.start + window.n
    start_ns, end_ns = (state.start_ns + round(sample * (NS / state.fs_hz)) for sample in (window.start, end))
    return columns(state, window, start_ns, end_ns, version)


def _pack(beats: WindowBeats) -> str:
    data: dict[str, Any] = {"r": beats.r, "k": beats.k, "amp": beats.amp}
    data.update(zip(WAVES, beats.waves, strict=True))
    return msgspec.json.encode(data).decode()
