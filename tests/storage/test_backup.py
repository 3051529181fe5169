from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage import people
from storage.backup import backup
from storage.database import check, open_reader
from storage.errors import StoreMissing

if TYPE_CHECKING:
    from pathlib import Path


def test_a_backup_is_a_whole_database_in_one_file(
    path: Path, home: sqlite3.Connection, tmp_path: Path
) -> None:
    copy = backup(path, tmp_path / "copies")
    people.add_wearer(home, "later", "UTC")
    assert check(copy) is None
    with closing(open_reader(copy)) as conn:
        assert [wearer.name for wearer in people.wearers(conn)] == ["Ada"]
    assert [file.name for file in (tmp_path / "copies").iterdir()] == [copy.name]


def test_only_the_newest_are_kept_of_each_kind(path: Path, home: sqlite3.Connection, tmp_path: Path) -> None:
    assert home.in_transaction is False
    special = backup(path, tmp_path, 1, label="before-0002")
    copies = [backup(path, tmp_path, 2) for _ in range(4)]
    assert [copy.exists() for copy in copies] == [False, False, True, True]
    assert special.exists()


def test_what_a_kill_left_half_made_is_removed(path: Path, home: sqlite3.Connection, tmp_path: Path) -> None:
    assert home.in_transaction is False
    left = tmp_path / "hearth.daily.20250101T000000000000.db.partial"
    left.write_bytes(b"half")
    backup(path, tmp_path)
    assert not left.exists()


def test_a_failed_backup_leaves_nothing(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        backup(path, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []
    with pytest.raises(StoreMissing):
        backup(tmp_path / "nowhere.db", tmp_path / "copies")
