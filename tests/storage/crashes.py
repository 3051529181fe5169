"""Kills a migration at every one of its statements and starts again each time.

``python -m tests.storage.crashes FOLDER`` prints one JSON object: for a new database, and for an existing one
that a made-up second migration changes, how many statements there were and before which of them a kill was
not made good by the next start.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database  # noqa: TC002 - loaded once here instead of in every child

from storage import backup, database, migrations
from tests.storage.history import people_and_device


def add_second() -> None:
    """Give this process a second migration, of the kinds of statement that migrations are made of."""

    def colours(db: Database) -> None:
        db.execute("CREATE TABLE colours (device TEXT PRIMARY KEY, colour TEXT NOT NULL) STRICT")
        db.execute("INSERT INTO colours SELECT id, 'blue' FROM devices")
        db.execute("ALTER TABLE devices ADD COLUMN colour TEXT")
        db.execute("UPDATE devices SET colour = 'blue'")
        db.execute("CREATE INDEX devices_by_colour ON devices (colour)")
        db.execute("DROP TABLE audit")

    migrations.STEPS = {**migrations.STEPS, "0002_colours": colours}


def start(path: Path, die_at: int | None) -> int:
    """Open and migrate, being killed just before statement ``die_at``; how many statements there were."""
    seen = 0

    def trace(_statement: str) -> None:
        nonlocal seen
        if seen == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

    conn = database.connect(path)
    conn.set_trace_callback(trace)
    database.migrate(conn, path, path.parent / "backups", backup.KEEP)
    conn.set_trace_callback(None)
    conn.close()
    return seen


def killed(path: Path, die_at: int) -> bool:
    """Whether a start in a child was killed before statement ``die_at``; False where it ended sooner."""
    child = os.fork()
    if child == 0:
        start(path, die_at)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def is_whole(path: Path, *, second: bool) -> bool:
    """Whether every migration is applied, once, and what was stored before is there."""
    with closing(sqlite3.connect(path)) as conn:
        applied = [row[0] for row in conn.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
        sound = conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if second:
            colours = conn.execute("SELECT device, colour FROM colours").fetchall()
            sound = sound and colours == [("belt", "blue")]
    return sound and applied == list(migrations.STEPS)


def run(folder: Path, original: Path | None) -> dict[str, object]:
    """Kill at statement 0, 1, 2, ... of migrating a copy of ``original``, or a new database."""
    bad, die_at = [], 0
    while True:
        place = folder / f"{'new' if original is None else 'old'}-{die_at}"
        place.mkdir()
        path = place / "hearth.db"
        if original is not None:
            shutil.copy(original, path)
        was_killed = killed(path, die_at)
        start(path, None)
        if not is_whole(path, second=original is not None):
            bad.append(die_at)
        if not was_killed:
            return {"statements": die_at, "bad": bad}
        die_at += 1


def main(folder: Path) -> None:
    """Both kinds of start."""
    figures = {"new": run(folder, None)}
    original = folder / "original.db"
    with closing(database.open_writer(original).conn) as conn:
        people_and_device(conn)
    add_second()
    figures["old"] = run(folder, original)
    print(json.dumps(figures))  # noqa: T201 - the parent reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
