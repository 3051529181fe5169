"""Conversations: questions, answers, the evidence behind them, and what follow-ups refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


class Evidence(msgspec.Struct, frozen=True):
    """One tool result an answer rests on. ``id`` is unique within the dialogue."""

    id: str
    tool: str
    args: dict[str, Any]
    envelope: dict[str, Any]


class Turn(msgspec.Struct, frozen=True):
    """One question and its answer."""

    id: int
    session: str
    at_ns: int
    question: str
    action: str
    answer: str
    calls: list[Any]
    verdicts: Any
    timings: dict[str, Any]


def store_turn(conn: sqlite3.Connection, record: Mapping[str, Any]) -> int:
    """Store one turn with its evidence; its number.

    ``record`` has ``session``, ``at_ns``, ``question``, ``action`` and ``answer``, and may have ``device``,
    ``role`` (wearer), ``calls``, ``verdicts``, ``timings``, ``state`` (kept for :func:`load_state`) and
    ``evidence``: maps with ``id``, ``tool``, ``args`` and ``envelope``. Anything JSON can say goes.
    """
    session, at_ns = record["session"], record["at_ns"]
    conn.execute(
        "INSERT INTO dialogues (session, device, role, started_ns, state) VALUES (?, ?, ?, ?, '{}') "
        "ON CONFLICT (session) DO NOTHING",
        (session, record.get("device"), record.get("role", "wearer"), at_ns),
    )
    if "state" in record:
        save_state(conn, session, record["state"])
    cursor = conn.execute(
        "INSERT INTO turns (session, at_ns, question, action, answer, calls, verdicts, timings) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            session,
            at_ns,
            record["question"],
            record["action"],
            record["answer"],
            _json(record.get("calls", [])),
            _json(record.get("verdicts", [])),
            _json(record.get("timings", {})),
        ),
    )
    turn = int(cursor.lastrowid or 0)
    for item in record.get("evidence", ()):
        conn.execute(
            "INSERT OR REPLACE INTO evidence (id, session, turn, tool, args, envelope) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (item["id"], session, turn, item["tool"], _json(item.get("args", {})), _json(item["envelope"])),
        )
    return turn


def save_state(conn: sqlite3.Connection, session: str, state: Mapping[str, Any]) -> None:
    """Remember what follow-ups in a stored dialogue refer to."""
    conn.execute("UPDATE dialogues SET state = ? WHERE session = ?", (_json(state), session))


def load_state(conn: sqlite3.Connection, session: str) -> dict[str, Any] | None:
    """What follow-ups refer to; None for a dialogue that is not stored."""
    row = conn.execute("SELECT state FROM dialogues WHERE session = ?", (session,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=dict[str, Any])


def turns(conn: sqlite3.Connection, session: str) -> list[Turn]:
    """The turns of a dialogue, in order."""
    rows = conn.execute(
        "SELECT id, session, at_ns, question, action, answer, calls, verdicts, timings FROM turns "
        "WHERE session = ? ORDER BY id",
        (session,),
    ).fetchall()
    return [Turn(*row[:6], *map(msgspec.json.decode, row[6:])) for row in map(tuple, rows)]


def evidence(conn: sqlite3.Connection, session: str) -> list[Evidence]:
    """Everything the dialogue's answers rest on, in the order it was found."""
    rows = conn.execute(
        "SELECT id, tool, args, envelope FROM evidence WHERE session = ? ORDER BY turn, rowid", (session,)
    ).fetchall()
    return [
        Evidence(row[0], row[1], msgspec.json.decode(row[2]), msgspec.json.decode(row[3])) for row in rows
    ]


def _json(value: Any) -> str:  # noqa: ANN401 - anything JSON can say
    return msgspec.json.encode(value).decode()
