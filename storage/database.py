"""The database file: opening, checking, migrating."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from storage import backup, migrations
from storage.errors import StoreCorrupt, StoreError, StoreLocked, StoreMissing, StoreTooNew, StoreUnavailable
from storage.trouble import is_damage

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Opened",
    "StoreCorrupt",
    "StoreError",
    "StoreLocked",
    "StoreMissing",
    "StoreTooNew",
    "StoreUnavailable",
    "check",
    "clear_suspect",
    "connect",
    "mark_suspect",
    "migrate",
    "open_reader",
    "open_writer",
    "transaction",
]

_log = logging.getLogger(__name__)

BUSY_MS: Final = 500  # a lock held longer is reported as trouble and tried again, not waited for in silence
READER_BUSY_MS: Final = 2000  # readers only ever wait for crash recovery and the like
MAX_SUSPICIONS: Final = 3  # runs that met damage which no check finds; more would be a crash loop
CHECKPOINT_PAGES: Final = 1000  # 4 MiB of log: pages rewritten meanwhile reach the database file once
CHECK_BYTES: Final = 128 * 2**20  # files up to this size are checked at every start: seconds on an SD card


@dataclass(frozen=True, slots=True)
class Opened:
    """An open write connection and what it took.

    ``applied``: migrations applied now; ``set_aside``: where a damaged database was moved, if there was one;
    ``sqlite_version``: of the library in use.
    """

    conn: sqlite3.Connection
    applied: tuple[str, ...]
    set_aside: Path | None
    sqlite_version: str


def open_reader(path: Path | str) -> sqlite3.Connection:
    """Open for reading only: rows are :class:`sqlite3.Row`, nothing can be written.

    Keep read transactions short: while one is open the write-ahead log cannot shrink.

    Raises:
        StoreMissing: there is no database at ``path``.
        StoreUnavailable: it cannot be opened.
    """
    path = Path(path)
    if not path.is_file():
        raise StoreMissing(path)
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        conn = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise StoreUnavailable(path, str(error)) from error
    conn.row_factory = sqlite3.Row
    conn.execute("PRAGMA query_only = ON")
    conn.execute(f"PRAGMA busy_timeout = {READER_BUSY_MS}")
    return conn


def open_writer(path: Path, *, backups: Path | None = None, keep: int = backup.KEEP) -> Opened:
    """Open for writing, after checking, setting aside and migrating as needed. The caller holds the lock.

    Raises:
        StoreTooNew: a newer version migrated this database.
        StoreUnavailable: the disk is full, failing or not writable, or another program keeps its lock.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        damage = _damage(path)
        set_aside = None if damage is None else _set_aside(path)
        if set_aside is not None:
            _log.error("the database was damaged (%s) and moved to %s", damage, set_aside.name)
        conn = connect(path)
        try:
            applied = migrate(conn, path, backups or path.parent / "backups", keep)
        except BaseException:
            conn.close()
            raise
    except (sqlite3.OperationalError, OSError) as error:
        raise StoreUnavailable(path, str(error)) from error
    _log.info("SQLite %s, database %s", sqlite3.sqlite_version, path.name)
    return Opened(conn, applied, set_aside, sqlite3.sqlite_version)


def connect(path: Path) -> sqlite3.Connection:
    """Open for writing as the file is, without checks. The caller holds the lock."""
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        conn.row_factory = sqlite3.Row
        conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")  # NORMAL may lose the last commits at a power cut
        conn.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA cell_size_check = ON")  # damage is noticed where it is, not later
        conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    except BaseException:
        conn.close()
        raise
    return conn


def migrate(conn: sqlite3.Connection, path: Path, backups: Path, keep: int = backup.KEEP) -> tuple[str, ...]:
    """Apply pending migrations, each after a backup if the database already holds something.

    Raises:
        StoreTooNew: the database knows migrations that this version does not.
    """
    unknown = migrations.unknown(conn)
    if unknown:
        raise StoreTooNew(path, unknown)
    applied: list[str] = []
    while names := migrations.pending(conn):
        if _holds_something(conn):
            backup.backup(path, backups, keep, label=f"before-{names[0]}")
        migrations.apply_next(conn)
        applied.append(names[0])
    return tuple(applied)


def _holds_something(conn: sqlite3.Connection) -> bool:
    """Whether anybody is known: everything that is recorded belongs to a wearer."""
    if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'wearers'").fetchone():
        return False
    return conn.execute("SELECT 1 FROM wearers").fetchone() is not None


def _damage(path: Path) -> str | None:
    """What is wrong with the file at ``path``; None where it is sound, or new.

    A large file is read whole only when suspected; one suspected again and again although it reads well
    counts as damaged, lest the program fail over it for ever.
    """
    if not path.exists():
        return None
    suspicions = _suspicions(path)
    if suspicions >= MAX_SUSPICIONS:
        return f"failed {suspicions} times"
    whole = suspicions > 0 or path.stat().st_size <= CHECK_BYTES
    try:
        with closing(connect(path)) as conn:
            migrations.pending(conn)
            found = _check(conn, "integrity_check" if suspicions else "quick_check") if whole else "ok"
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return str(error)
    return None if found == "ok" else found


def check(path: Path) -> str | None:
    """Read the whole database for damage: None where it is sound, else what is wrong. Minutes for many GB."""
    try:
        with closing(open_reader(path)) as conn:
            found = _check(conn, "integrity_check")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return str(error)
    return None if found == "ok" else found


def _check(conn: sqlite3.Connection, kind: str) -> str:
    return str(conn.execute(f"PRAGMA {kind}(1)").fetchone()[0])


def mark_suspect(path: Path) -> None:
    """Have the next start check the whole database, whatever its size."""
    suspicions = _suspicions(path) + 1
    _suspect(path).write_text(str(suspicions), "utf-8")


def clear_suspect(path: Path) -> None:
    """The database worked from a start to a stop."""
    _suspect(path).unlink(missing_ok=True)


def _suspicions(path: Path) -> int:
    file = _suspect(path)
    text = file.read_text("utf-8") if file.exists() else "0"
    return int(text) if text.isdigit() else 1


def _suspect(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")


def _set_aside(path: Path) -> Path:
    """Move the database and its write-ahead log out of the way; the new place."""
    target = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    path.rename(target)
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(target.with_name(target.name + suffix))
    _suspect(path).unlink(missing_ok=True)
    backup.sync_folder(path.parent)
    return target


@contextlib.contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commit at the end, roll back on any error."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
