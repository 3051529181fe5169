"""The schema's history: each migration is one transaction, recorded inside it."""

from __future__ import annotations

import sqlite3
from importlib import resources
from typing import TYPE_CHECKING

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from collections.abc import Iterator

MIGRATIONS = Migrations("hearth")


@MIGRATIONS(name="0001_house")
def _house(db: Database) -> None:
    for file in ("tables_0001.sql", "views_0001.sql"):
        for statement in _statements(file):
            db.execute(statement)


def _statements(file: str) -> Iterator[str]:
    """The statements of an SQL file. ``executescript`` would commit the migration's transaction."""
    pending = ""
    for line in (resources.files("storage") / file).read_text("utf-8").splitlines(keepends=True):
        if not pending and (not line.strip() or line.startswith("--")):
            continue
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip().removesuffix(";")
            pending = ""


def pending(conn: sqlite3.Connection) -> list[str]:
    """Names of the migrations still to apply, in order."""
    return [migration.name for migration in MIGRATIONS.pending(Database(conn))]


def unknown(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Names of applied migrations that this version does not have."""
    have = {migration.name for migration in MIGRATIONS.applied(Database(conn))}
    return tuple(sorted(have - {migration.name for migration in known()}))


def known() -> list[Migrations._Migration]:
    """Every migration of this version, in order."""
    return list(MIGRATIONS._migrations)  # noqa: SLF001 - sqlite-utils offers no public list


def apply_next(conn: sqlite3.Connection) -> str | None:
    """Apply one pending migration; its name, or None where nothing was pending."""
    db = Database(conn)
    with db.atomic():  # a kill between its two statements would leave the table without its index
        MIGRATIONS.ensure_migrations_table(db)
    names = pending(conn)
    if not names:
        return None
    MIGRATIONS.apply(db, stop_before=names[1:])
    return names[0]
