"""Stretches of results that are prepared beside those in force, and take their place all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

IN_FORCE: Final = 1  # what everybody reads
SUPERSEDED: Final = 0  # kept, because answers rest on it
PREPARED: Final = -1  # not in force yet

# Prepared windows touch no other of their stretch: those in force give way to them wherever they overlap.
_OUT: Final = (
    "UPDATE segments SET current = 0 WHERE session = ?1 AND start < ?3 AND start + n > ?2 AND current = 1",
    "UPDATE episodes SET current = 0 WHERE session = ?1 AND start < ?3 AND start + n > ?2 AND current = 1",
)
_IN: Final = (
    (
        "UPDATE segments SET current = 1 WHERE session = ?1 AND start >= ?2 AND start < ?3 AND version = ?4 "
        "AND current = -1"
    ),
    (
        "UPDATE episodes SET current = 1 WHERE session = ?1 AND start >= ?2 AND start < ?3 AND version = ?4 "
        "AND current = -1"
    ),
)
_DROP: Final = (
    (
        "DELETE FROM beats WHERE session = ?1 AND start >= ?2 AND start < ?3 AND version = ?4 AND EXISTS "
        "(SELECT 1 FROM segments AS s WHERE s.session = beats.session AND s.start = beats.start "
        "AND s.version = beats.version AND s.current = -1)"
    ),
    (
        "DELETE FROM segments WHERE session = ?1 AND start >= ?2 AND start < ?3 AND version = ?4 "
        "AND current = -1"
    ),
    (
        "DELETE FROM episodes WHERE session = ?1 AND start >= ?2 AND start < ?3 AND version = ?4 "
        "AND current = -1"
    ),
    "DELETE FROM loose_beats WHERE session = ?1 AND sample >= ?2 AND sample < ?3 AND version = ?4",
)


def put_in_force(conn: sqlite3.Connection, session: int, start: int, stop: int, version: str) -> None:
    """Let what ``version`` prepared of [start, stop) take the place of what is in force there.

    The caller has the roll-ups follow, in the same transaction.
    """
    for statement in _OUT:
        conn.execute(statement, (session, start, stop))
    for statement in _IN:
        conn.execute(statement, (session, start, stop, version))


def drop_prepared(conn: sqlite3.Connection, session: int, start: int, stop: int, version: str) -> None:
    """Remove what ``version`` prepared of [start, stop) and is not in force: no answer can rest on it."""
    for statement in _DROP:
        conn.execute(statement, (session, start, stop, version))


def unused_version(conn: sqlite3.Connection, session: int, start: int, stop: int, version: str) -> str:
    """The version, or a repetition of it such as ``chain-2/2``, that has no results of [start, stop) yet."""
    taken = {
        row[0]
        for table in ("segments", "episodes")
        for row in conn.execute(
            f"SELECT DISTINCT version FROM {table} WHERE session = ? AND start >= ? AND start < ?",  # noqa: S608 - constant names
            (session, start, stop),
        ).fetchall()
    }
    name, number = version, 1
    while name in taken:
        number += 1
        name = f"{version}/{number}"
    return name


def same(version: str, other: str) -> bool:
    """Whether two versions are one, repetitions set aside."""
    return version.partition("/")[0] == other.partition("/")[0]
