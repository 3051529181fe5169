"""Who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


class AuditRow(msgspec.Struct, frozen=True):
    """One deed."""

    id: int
    at_ns: int
    who: str
    what: str
    detail: dict[str, Any]


def add(
    conn: sqlite3.Connection,
    at_ns: int,
    who: str,
    what: str,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Note a deed; its number."""
    cursor = conn.execute(
        "INSERT INTO audit (at_ns, who, what, detail) VALUES (?, ?, ?, ?)",
        (at_ns, who, what, msgspec.json.encode(detail or {}).decode()),
    )
    return int(cursor.lastrowid or 0)


def audit(conn: sqlite3.Connection, start_ns: int, end_ns: int) -> list[AuditRow]:
    """Deeds in [start_ns, end_ns), oldest first."""
    rows = conn.execute(
        "SELECT id, at_ns, who, what, detail FROM audit WHERE at_ns >= ? AND at_ns < ? ORDER BY at_ns, id",
        (start_ns, end_ns),
    ).fetchall()
    return [AuditRow(row[0], row[1], row[2], row[3], msgspec.json.decode(row[4])) for row in rows]
