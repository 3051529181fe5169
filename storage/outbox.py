"""Messages to publish: stored with what they tell about, sent when the broker takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsp.alarms import AlarmPriority

if TYPE_CHECKING:
    import sqlite3

PRIORITY = {AlarmPriority.HIGH: 0, AlarmPriority.MEDIUM: 1, AlarmPriority.LOW: 2}


@dataclass(frozen=True, slots=True)
class Message:
    """One message; ``priority`` 0 goes first."""

    id: int
    created_ns: int
    topic: str
    payload: bytes
    qos: int
    priority: int
    retain: bool
    attempts: int


def put(
    conn: sqlite3.Connection,
    topic: str,
    payload: bytes,
    *,
    created_ns: int,
    qos: int = 1,
    priority: int = 1,
    retain: bool = False,
) -> int:
    """Queue a message; its number. ``priority``: see :data:`PRIORITY`."""
    cursor = conn.execute(
        "INSERT INTO outbox (created_ns, topic, payload, qos, priority, retain) VALUES (?, ?, ?, ?, ?, ?)",
        (created_ns, topic, payload, qos, priority, retain),
    )
    return int(cursor.lastrowid or 0)


def pending(conn: sqlite3.Connection, limit: int) -> list[Message]:
    """The next messages to send: by priority, then in the order they were queued."""
    rows = conn.execute(
        "SELECT id, created_ns, topic, payload, qos, priority, retain, attempts FROM outbox "
        "WHERE sent_ns IS NULL ORDER BY priority, id LIMIT ?",
        (limit,),
    ).fetchall()
    return [Message(*(*row[:6], bool(row[6]), row[7])) for row in map(tuple, rows)]


def sent(conn: sqlite3.Connection, message: int, *, at_ns: int) -> None:
    """The broker has taken the message."""
    conn.execute("UPDATE outbox SET sent_ns = ?, attempts = attempts + 1 WHERE id = ?", (at_ns, message))


def failed(conn: sqlite3.Connection, message: int) -> None:
    """An attempt to send the message failed; it stays pending."""
    conn.execute("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", (message,))


def forget_sent(conn: sqlite3.Connection, older_than_ns: int) -> int:
    """Remove messages sent before then; how many."""
    return conn.execute("DELETE FROM outbox WHERE sent_ns < ?", (older_than_ns,)).rowcount
