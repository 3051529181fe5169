from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage import migrations
from storage.database import open_reader, open_writer
from storage.errors import StoreTooNew
from tests.storage.crashes import add_second
from tests.storage.history import people_and_device

if TYPE_CHECKING:
    import sqlite3


def test_a_new_database_gets_every_migration_once(path: Path) -> None:
    with closing(open_writer(path).conn) as conn:
        assert migrations.pending(conn) == []
        assert migrations.apply_next(conn) is None
    opened = open_writer(path)
    opened.conn.close()
    assert opened.applied == ()
    assert not (path.parent / "backups").exists()


def test_every_row_and_view_can_be_read(conn: sqlite3.Connection) -> None:
    names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    assert len(names) > 30
    for name in names:
        conn.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names from the schema


def test_a_migration_is_preceded_by_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_writer(path).conn) as conn:
        people_and_device(conn)
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS)
    add_second()
    opened = open_writer(path)
    opened.conn.close()
    assert opened.applied == ("0002_colours",)
    (backup,) = (path.parent / "backups").iterdir()
    assert "before-0002_colours" in backup.name
    with closing(open_reader(backup)) as conn:
        assert conn.execute("SELECT count(*) FROM devices").fetchone()[0] == 1
        assert conn.execute("SELECT count(*) FROM audit").fetchone()[0] == 0


def test_a_database_from_a_newer_version_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", older)
    add_second()
    open_writer(path).conn.close()
    monkeypatch.setattr(migrations, "STEPS", older)
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        open_writer(path)
    assert caught.value.names == ("0002_colours",)
    assert path.read_bytes() == before


def test_what_applies_migrations_is_not_loaded_where_none_is_pending(path: Path) -> None:
    open_writer(path).conn.close()
    start = """
import pathlib, sys
from storage.database import open_writer
open_writer(pathlib.Path(sys.argv[1])).conn.close()
print(*({"sqlite_utils", "pandas"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", start, path],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def test_a_kill_at_any_statement_is_made_good_by_the_next_start(tmp_path: Path) -> None:
    # A kill leaves files as the kernel has them: memory is as good a place as a disk, and four times as fast.
    memory = Path("/dev/shm")  # noqa: S108 - a folder with a random name is made in it
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "tests.storage.crashes", folder],
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["new"]["statements"] > 80
    assert figures["old"]["statements"] > 30
    assert figures["new"]["bad"] == figures["old"]["bad"] == []
