"""The schema's history: each migration is one transaction, recorded inside it.

sqlite-utils applies them and keeps the record. It is imported only for that: where pandas is installed it
imports pandas, a second and 60 MB that no ordinary start needs.
"""

from __future__ import annotations

import sqlite3
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from sqlite_utils import Database

    Step = Callable[[Database], None]

SET: Final = "hearth"  # the name of our history in sqlite-utils' table


def _house(db: Database) -> None:
    for file in ("tables_0001.sql", "views_0001.sql"):
        for statement in _statements(file):
            db.execute(statement)


def _pairings(db: Database) -> None:
    for statement in _statements("tables_0002.sql"):
        db.execute(statement)


def _pulses(db: Database) -> None:
    for statement in _statements("tables_0003.sql"):
        db.execute(statement)


def _measures(db: Database) -> None:
    for statement in _statements("tables_0004.sql"):
        db.execute(statement)


def _versions(db: Database) -> None:
    for statement in _statements("tables_0005.sql"):
        db.execute(statement)


def _explanations(db: Database) -> None:
    for statement in _statements("tables_0006.sql"):
        db.execute(statement)


def _trigeminy(db: Database) -> None:
    for statement in _statements("tables_0007.sql"):
        db.execute(statement)


STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "0001_house": _house,
        "0002_pairings": _pairings,
        "0003_pulses": _pulses,
        "0004_measures": _measures,
        "0005_versions": _versions,
        "0006_explanations": _explanations,
        "0007_trigeminy": _trigeminy,
    }
)  # by name, in order


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


def texts(pattern: re.Pattern[str]) -> list[tuple[str, ...]]:
    """What ``pattern`` finds in the SQL files, in order."""
    files = sorted(file.name for file in resources.files("storage").iterdir() if file.name.endswith(".sql"))
    return [
        found
        for file in files
        for found in pattern.findall((resources.files("storage") / file).read_text("utf-8"))
    ]


def pending(conn: sqlite3.Connection) -> list[str]:
    """Names of the migrations still to apply, in order."""
    applied = _applied(conn)
    return [name for name in STEPS if name not in applied]


def unknown(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Names of applied migrations that this version does not have."""
    return tuple(sorted(_applied(conn) - set(STEPS)))


def apply_next(conn: sqlite3.Connection) -> str | None:
    """Apply one pending migration; its name, or None where nothing was pending."""
    names = pending(conn)
    if not names:
        return None
    from sqlite_utils import Database  # noqa: PLC0415 - see the module's docstring
    from sqlite_utils.migrations import Migrations  # noqa: PLC0415 - likewise

    history = Migrations(SET)
    for name, step in STEPS.items():
        history(name=name)(step)
    db = Database(conn)
    with db.atomic():  # a kill between its two statements would leave the table without its index
        history.ensure_migrations_table(db)
    history.apply(db, stop_before=names[1:])
    return names[0]


def _applied(conn: sqlite3.Connection) -> set[str]:
    if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return set()
    rows = conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,))
    return {row[0] for row in rows.fetchall()}
