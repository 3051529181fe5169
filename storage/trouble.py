"""Errors of the machine below the store: they pass when their cause does, so the work is tried again."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

_KINDS: Final = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CANTOPEN: "io",
    sqlite3.SQLITE_READONLY: "io",
    sqlite3.SQLITE_NOMEM: "memory",
}
_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing is being committed. ``kind``: locked, full, io or memory."""

    kind: str
    since_monotonic_s: float
    text: str


def trouble_kind(error: BaseException | None) -> str | None:
    """The kind of trouble an error is; None where trying again would not help."""
    return _KINDS.get(_primary_code(error))


def is_damage(error: BaseException | None) -> bool:
    """Whether an error says that the database file is damaged."""
    return _primary_code(error) in _DAMAGE


def _primary_code(error: BaseException | None) -> int:
    """SQLite's result code without its extension; 0 for any other error."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF if isinstance(error, sqlite3.Error) else 0
