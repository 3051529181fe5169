from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING, Final

from storage import audit, checkpoints
from storage import writer as writer_module
from storage.checkpoints import Checkpoints
from storage.database import connect, open_reader
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    import pytest

DEADLINE_S: Final = 30.0


def log_bytes(path: Path) -> int:
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def bulky(conn: sqlite3.Connection) -> None:
    audit.add(conn, 1, "test", "x" * 20_000)


def test_a_reader_keeps_the_log_and_letting_go_frees_it(conn: sqlite3.Connection, path: Path) -> None:
    with closing(open_reader(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM audit").fetchone()
        bulky(conn)
        assert not Checkpoints(path).truncate(conn)
        assert log_bytes(path) > 0
        assert conn.execute("PRAGMA busy_timeout").fetchone()[0] > checkpoints.READER_WAIT_MS
    assert Checkpoints(path).truncate(conn)
    assert log_bytes(path) == 0


def test_a_small_log_is_left_alone(conn: sqlite3.Connection, path: Path) -> None:
    bulky(conn)
    log = Checkpoints(path)
    log.truncate_if_large(conn)
    assert not log.pinned
    assert log_bytes(path) > 0


def test_the_writer_commits_less_often_while_the_log_is_held(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "TRUNCATE_BYTES", 200_000)
    monkeypatch.setattr(checkpoints, "TRUNCATE_EVERY_S", 0.1)
    monkeypatch.setattr(writer_module, "PINNED_INTERVAL_S", 0.5)

    async def until(writer: Writer, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(DEADLINE_S):
            while not condition():
                await writer.write(bulky)

    async def commits_in(writer: Writer, seconds: float) -> int:
        before = writer.commits
        end_s = asyncio.get_running_loop().time() + seconds
        await until(writer, lambda: asyncio.get_running_loop().time() > end_s)
        return writer.commits - before

    async def run() -> None:
        async with Writer(path, commit_interval_s=0.01) as writer:
            with closing(open_reader(path)) as reader:
                reader.execute("BEGIN")
                reader.execute("SELECT count(*) FROM audit").fetchone()
                await until(writer, lambda: log_bytes(path) > 400_000)
                await commits_in(writer, 0.3)
                assert await commits_in(writer, 1.5) <= 5
            await until(writer, lambda: log_bytes(path) < 200_000)
            assert await commits_in(writer, 1.5) > 10

    asyncio.run(run())


def test_a_log_left_by_a_kill_is_read_by_readers(conn: sqlite3.Connection, path: Path) -> None:
    bulky(conn)
    copy = path.with_name("copy.db")
    for suffix in ("", "-wal"):
        original = path.with_name(path.name + suffix)
        copy.with_name(copy.name + suffix).write_bytes(original.read_bytes())
    with closing(open_reader(copy)) as reader:
        assert reader.execute("SELECT count(*) FROM audit").fetchone()[0] == 1
    with closing(connect(copy)) as again:
        assert again.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
