"""Sessions: stretches of recording on one unbroken sample axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from storage.errors import UnknownSession
from storage.sql import select

if TYPE_CHECKING:
    import sqlite3

ECG: Final = "ecg"
RR: Final = "rr"


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of recording; see the table's columns for units and meaning."""

    id: int
    device: str
    lead: str
    fs_hz: float
    start_ns: int
    n_samples: int
    last_ns: int
    clock_source: str
    clock_state: bytes | None
    closed: bool
    position: int
    sealed: int
    raw_from: int
    signal: str


_FIELDS: Final = tuple(Session.__dataclass_fields__)
_ONE: Final = select(_FIELDS, "FROM sessions WHERE id = ?")
_LAST: Final = select(_FIELDS, "FROM sessions WHERE device = ? ORDER BY start_ns DESC, id DESC LIMIT 1")
_CURRENT: Final = select(_FIELDS, "FROM sessions WHERE device = ? ORDER BY id DESC LIMIT 1")
_RANGE: Final = select(
    _FIELDS, "FROM sessions WHERE device = ? AND start_ns < ? AND last_ns >= ? ORDER BY start_ns, id"
)
_UNFINISHED: Final = select(
    _FIELDS,
    "FROM sessions WHERE device = ? AND (closed = 0 OR position > coalesce("
    "(SELECT a.position FROM analysis AS a WHERE a.session = sessions.id), 0)) ORDER BY id LIMIT 1",
)
_EVER_NS: Final = 2**63 - 1


def open_session(  # noqa: PLR0917 - the columns, in the table's order
    conn: sqlite3.Connection,
    session: int,
    device: str,
    lead: str,
    fs_hz: float,
    start_ns: int,
    clock_source: str,
    *,
    signal: str = ECG,
) -> None:
    """Begin a session; sample 0 is at ``start_ns``. Earlier sessions of the device are left as they are.

    ``signal``: ECG, or RR for a session that holds RR intervals alone.
    """
    conn.execute(
        "INSERT INTO sessions (id, device, lead, fs_hz, start_ns, last_ns, clock_source, signal) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (session, device, lead, fs_hz, start_ns, start_ns, clock_source, signal),
    )


def session(conn: sqlite3.Connection, session: int) -> Session:
    """The session of that number.

    Raises:
        UnknownSession: there is none.
    """
    row = conn.execute(_ONE, (session,)).fetchone()
    if row is None:
        raise UnknownSession(session)
    return _session(row)


def next_session(conn: sqlite3.Connection) -> int:
    """A number no session has had."""
    return int(conn.execute("SELECT coalesce(max(id), 0) + 1 FROM sessions").fetchone()[0])


def last_session(conn: sqlite3.Connection, device: str) -> Session | None:
    """The device's newest session by wall time, open or closed."""
    row = conn.execute(_LAST, (device,)).fetchone()
    return None if row is None else _session(row)


def current_session(conn: sqlite3.Connection, device: str) -> Session | None:
    """The session that the device began last: where recording goes on.

    Not the newest by wall time where the device's clock was set back.
    """
    row = conn.execute(_CURRENT, (device,)).fetchone()
    return None if row is None else _session(row)


def sessions(
    conn: sqlite3.Connection, device: str, start_ns: int | None = None, end_ns: int | None = None
) -> list[Session]:
    """The device's sessions that touch [start_ns, end_ns), oldest first; None: without that limit."""
    until_ns = _EVER_NS if end_ns is None else end_ns
    rows = conn.execute(_RANGE, (device, until_ns, -_EVER_NS if start_ns is None else start_ns))
    return [_session(row) for row in rows.fetchall()]


def unfinished_session(conn: sqlite3.Connection, device: str) -> Session | None:
    """The session begun first of those still being recorded, or not analysed to their end."""
    row = conn.execute(_UNFINISHED, (device,)).fetchone()
    return None if row is None else _session(row)


def save_clock(conn: sqlite3.Connection, session: int, state: bytes) -> None:
    """Remember the sample clock's state, in the transaction of the samples it placed."""
    conn.execute("UPDATE sessions SET clock_state = ? WHERE id = ?", (state, session))


def _session(row: Any) -> Session:  # noqa: ANN401 - sqlite rows are untyped
    values = tuple(row)
    return Session(*(*values[:9], bool(values[9]), *values[10:]))
