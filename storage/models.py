"""Model files that were loaded, so that each result can be traced to the file that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class ModelRow(msgspec.Struct, frozen=True):
    """A model file. ``kind``: what it is for; ``loaded_ns``: last time."""

    name: str
    version: str
    sha256: str
    kind: str
    path: str
    labels: tuple[str, ...]
    loaded_ns: int


def record(
    conn: sqlite3.Connection,
    name: str,
    version: str,
    *,
    sha256: str,
    kind: str,
    path: str,
    labels: Sequence[str] = (),
    loaded_ns: int,
) -> None:
    """Note that a model was loaded."""
    conn.execute(
        "INSERT OR REPLACE INTO models (name, version, sha256, kind, path, labels, loaded_ns) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (name, version, sha256, kind, path, msgspec.json.encode(tuple(labels)).decode(), loaded_ns),
    )


def models(conn: sqlite3.Connection) -> list[ModelRow]:
    """Every model ever loaded, by name and version."""
    rows = conn.execute(
        "SELECT name, version, sha256, kind, path, labels, loaded_ns FROM models ORDER BY name, version"
    ).fetchall()
    return [ModelRow(*(*row[:5], tuple(msgspec.json.decode(row[5])), row[6])) for row in map(tuple, rows)]
