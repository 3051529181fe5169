"""What people wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Note:
    """A note about ``wearer``.

    ``kind``: diary, symptom, medication or activity; ``private``: for the wearer only.
    """

    id: int
    wearer: int
    at_ns: int
    kind: str
    text: str
    private: bool
    author: str


def add(
    conn: sqlite3.Connection,
    wearer: int,
    at_ns: int,
    kind: str,
    text: str,
    *,
    private: bool = False,
    author: str = "wearer",
) -> int:
    """Write a note; its number."""
    cursor = conn.execute(
        "INSERT INTO notes (wearer, at_ns, kind, text, private, author) VALUES (?, ?, ?, ?, ?, ?)",
        (wearer, at_ns, kind, text, private, author),
    )
    return int(cursor.lastrowid or 0)


def notes(
    conn: sqlite3.Connection,
    wearer: int,
    start_ns: int,
    end_ns: int,
    *,
    kinds: tuple[str, ...] | None = None,
    private: bool = False,
) -> list[Note]:
    """Notes about ``wearer`` in [start_ns, end_ns), oldest first; private ones only with ``private``."""
    rows = conn.execute(
        "SELECT id, wearer, at_ns, kind, text, private, author FROM notes "
        "WHERE wearer = ? AND at_ns >= ? AND at_ns < ? AND private <= ? ORDER BY at_ns, id",
        (wearer, start_ns, end_ns, private),
    ).fetchall()
    found = [Note(*(*row[:5], bool(row[5]), row[6])) for row in map(tuple, rows)]
    return [note for note in found if kinds is None or note.kind in kinds]
