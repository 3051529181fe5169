from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.alarms import AlarmPriority
from storage import outbox

if TYPE_CHECKING:
    import sqlite3


def test_the_urgent_goes_first_and_the_old_before_the_new(conn: sqlite3.Connection) -> None:
    for i, priority in enumerate(
        [AlarmPriority.LOW, AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.HIGH]
    ):
        outbox.put(conn, f"topic/{i}", b"x", created_ns=i, priority=outbox.PRIORITY[priority])
    assert [message.topic for message in outbox.pending(conn, 10)] == [
        "topic/1",
        "topic/3",
        "topic/2",
        "topic/0",
    ]
    assert [message.topic for message in outbox.pending(conn, 1)] == ["topic/1"]


def test_a_message_waits_until_it_is_sent(conn: sqlite3.Connection) -> None:
    number = outbox.put(conn, "t", b"\x00\xff", created_ns=5, qos=2, retain=True)
    outbox.failed(conn, number)
    (message,) = outbox.pending(conn, 10)
    assert message == outbox.Message(number, 5, "t", b"\x00\xff", 2, 1, retain=True, attempts=1)
    outbox.sent(conn, number, at_ns=9)
    assert outbox.pending(conn, 10) == []


def test_sent_messages_are_forgotten_and_waiting_ones_are_not(conn: sqlite3.Connection) -> None:
    old, new, waiting = (outbox.put(conn, "t", b"", created_ns=0) for _ in range(3))
    outbox.sent(conn, old, at_ns=10)
    outbox.sent(conn, new, at_ns=20)
    assert outbox.forget_sent(conn, 15) == 1
    assert [row[0] for row in conn.execute("SELECT id FROM outbox ORDER BY id")] == [new, waiting]
