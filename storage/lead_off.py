"""Stretches without skin contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def extend_lead_off(conn: sqlite3.Connection, session: int, start: int, n: int) -> None:
    """Say that there was no contact for ``n`` samples; a stretch that ends at ``start`` grows by them."""
    grown = conn.execute(
        "UPDATE lead_off SET n = n + ?1 WHERE session = ?2 AND start = "
        "(SELECT max(start) FROM lead_off WHERE session = ?2 AND start <= ?3) AND start + n = ?3",
        (n, session, start),
    )
    if not grown.rowcount:
        conn.execute("INSERT INTO lead_off (session, start, n) VALUES (?, ?, ?)", (session, start, n))
