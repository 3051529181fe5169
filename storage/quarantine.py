"""Payloads that could not be understood."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

KEEP_BYTES: Final = (
    64 * 1024
)  # enough to see what it was; a hostile sender cannot fill the disk with few messages
KEEP_ROWS: Final = 1000  # the oldest go first: at most 64 MB, however long a broken sender goes on


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A payload that could not be understood. ``payload``: its first bytes; ``size``: bytes of the whole."""

    id: int
    source: str
    device: str | None
    received_ns: int
    reason: str
    sha256: str
    payload: bytes
    size: int


def put(  # noqa: PLR0917 - the columns, in the table's order
    conn: sqlite3.Connection, source: str, device: str | None, received_ns: int, reason: str, payload: bytes
) -> int:
    """Keep the beginning of a payload and why it was refused; its number."""
    cursor = conn.execute(
        "INSERT INTO quarantine (source, device, received_ns, reason, sha256, payload, size) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            source,
            device,
            received_ns,
            reason,
            hashlib.sha256(payload).hexdigest(),
            payload[:KEEP_BYTES],
            len(payload),
        ),
    )
    number = int(cursor.lastrowid or 0)
    conn.execute("DELETE FROM quarantine WHERE id <= ?", (number - KEEP_ROWS,))
    return number


def count(conn: sqlite3.Connection) -> int:
    """How many payloads were ever refused, those no longer kept included."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM quarantine").fetchone()[0])


def quarantined(conn: sqlite3.Connection, limit: int = 100) -> list[Quarantined]:
    """The newest refused payloads, newest first."""
    rows = conn.execute(
        "SELECT id, source, device, received_ns, reason, sha256, payload, size FROM quarantine "
        "ORDER BY id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return [Quarantined(*row) for row in rows]
