from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage import database, people
from storage.database import check, open_reader, open_writer, transaction
from storage.errors import StoreMissing, StoreUnavailable
from tests.storage.history import people_and_device, write

if TYPE_CHECKING:
    from pathlib import Path


def test_the_writer_waits_for_the_disk_and_overwrites_what_it_deletes(conn: sqlite3.Connection) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": database.BUSY_MS,
    }
    assert {name: conn.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_a_reader_reads_and_cannot_write(path: Path, home: sqlite3.Connection) -> None:
    with closing(open_reader(path)) as reader:
        assert reader.execute("SELECT name FROM wearers").fetchone()["name"] == "Ada"
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            people.add_wearer(reader, "Eve", "UTC")
        people.add_wearer(home, "Bob", "UTC")
        assert len(people.wearers(reader)) == 2


def test_a_missing_database_is_said_and_not_made(path: Path) -> None:
    with pytest.raises(StoreMissing, match="no database"):
        open_reader(path)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="cannot open"):
        open_writer(tmp_path / "file" / "hearth.db")


def test_a_transaction_is_all_or_nothing(home: sqlite3.Connection) -> None:
    def half() -> None:
        with transaction(home):
            people.add_wearer(home, "Bob", "UTC")
            people.add_wearer(home, "Eve", "Nowhere/At_All")

    with pytest.raises(people.UnknownZone, match="Nowhere"):
        half()
    assert [wearer.name for wearer in people.wearers(home)] == ["Ada"]


def filled(path: Path) -> bytes:
    with closing(open_writer(path).conn) as conn:
        write(conn, 1, roll_up=False)
    assert check(path) is None
    return path.read_bytes()


@pytest.mark.parametrize("harm", ["noise", "nothing", "half", "header", "zeros"])
def test_a_damaged_database_is_set_aside_whole(path: Path, harm: str) -> None:
    good = filled(path)
    bad = {
        "noise": random.Random(1).randbytes(len(good)),
        "nothing": b"not a database at all" * 400,
        "half": good[: len(good) // 2],
        "header": good[:30] + b"\xff" * 40 + good[70:],
        "zeros": good[: len(good) // 3] + bytes(len(good) - len(good) // 3),
    }[harm]
    path.write_bytes(bad)
    opened = open_writer(path)
    with closing(opened.conn):
        assert opened.set_aside is not None
        assert opened.set_aside.read_bytes() == bad
        assert opened.applied
        people_and_device(opened.conn)
    again = open_writer(path)
    again.conn.close()
    assert again.set_aside is None


def test_flipped_bytes_never_keep_the_store_from_opening(path: Path) -> None:
    good = filled(path)
    rng = random.Random(2)
    set_aside = 0
    for _ in range(40):
        bad = bytearray(good)
        for _ in range(8):
            bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        path.write_bytes(bad)
        opened = open_writer(path)
        opened.conn.close()
        set_aside += opened.set_aside is not None
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    assert set_aside > 0


def set_aside(path: Path) -> bool:
    opened = open_writer(path)
    opened.conn.close()
    return opened.set_aside is not None


def test_a_large_database_is_read_whole_only_when_suspected(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "CHECK_BYTES", 0)
    good = filled(path)
    path.write_bytes(good[: len(good) // 2] + bytes(len(good) - len(good) // 2))
    assert not set_aside(path)
    database.mark_suspect(path)
    assert set_aside(path)
    assert not set_aside(path)


def test_a_large_file_that_is_no_database_is_set_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "CHECK_BYTES", 0)
    path.write_bytes(b"not a database at all" * 1000)
    assert set_aside(path)


def test_damage_that_no_check_finds_is_no_crash_loop(path: Path) -> None:
    filled(path)
    for _ in range(database.MAX_SUSPICIONS - 1):
        database.mark_suspect(path)
        assert not set_aside(path)
    database.clear_suspect(path)
    for _ in range(database.MAX_SUSPICIONS - 1):
        database.mark_suspect(path)
        assert not set_aside(path)
    database.mark_suspect(path)
    assert set_aside(path)


def test_a_wrong_index_is_found_once_suspected(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'device, start_ns', 'device, n') "
            "WHERE name = 'segments_by_time'"
        )
        conn.commit()
    assert not set_aside(path)
    database.mark_suspect(path)
    assert set_aside(path)


def test_check_says_what_is_wrong(path: Path) -> None:
    good = filled(path)
    path.write_bytes(good[: len(good) // 2])
    assert check(path)
    path.write_bytes(b"x" * 9000)
    assert check(path)
