from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final, Self

import pytest

from storage import database
from storage import writer as writer_module
from storage.errors import StoreCorrupt, WriterStopped
from storage.writer import Writer
from tests.storage.jobs import note, noted, until

if TYPE_CHECKING:
    from pathlib import Path

HOLD: Final = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
conn.execute("ROLLBACK")
print("released", flush=True)
"""


class Holder:
    """Another process with the database's write lock."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.say("held")

    def say(self, word: str) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == word

    def release(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.say("released")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


def hold_lock(path: Path, hold_s: float) -> tuple[float, float]:
    """Seconds from lock to visible trouble, and from release to commit."""

    async def run() -> tuple[float, float]:
        async with Writer(path) as writer:
            await writer.write(note("first"))
            with Holder(path) as holder:
                locked_s = time.monotonic()
                held = [asyncio.create_task(writer.write(note(str(i)))) for i in range(3)]
                await until(lambda: writer.trouble)
                assert writer.trouble is not None
                assert writer.trouble.kind == "locked"
                visible_s = time.monotonic() - locked_s
                turns = writer.turns
                await asyncio.sleep(max(hold_s - visible_s, 0))
                assert not any(task.done() for task in held)
                assert writer.turns > turns
                holder.release()
                released_s = time.monotonic()
                await asyncio.gather(*held)
                assert writer.trouble is None
                return visible_s, time.monotonic() - released_s

    return asyncio.run(run())


def test_a_lock_held_for_seconds_loses_nothing(path: Path) -> None:
    visible_s, recovery_s = hold_lock(path, 2)
    assert visible_s < 1.5
    assert recovery_s < 5
    assert noted(path) == ["first", "0", "1", "2"]


@pytest.mark.long
def test_a_lock_held_for_half_a_minute_loses_nothing(path: Path) -> None:
    visible_s, recovery_s = hold_lock(path, 30)
    assert visible_s < 1.5
    assert recovery_s < 5
    assert noted(path) == ["first", "0", "1", "2"]


def test_a_stop_does_not_wait_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "STOP_PATIENCE_S", 0.5)

    async def run(pending: list[asyncio.Task[int]]) -> None:
        async with Writer(path) as writer:
            await writer.write(note("first"))
            with Holder(path):
                pending.append(asyncio.create_task(writer.write(note("never"))))
                await until(lambda: writer.trouble)
                await writer.__aexit__(None, None, None)

    async def stop() -> None:
        pending: list[asyncio.Task[int]] = []
        with pytest.raises(WriterStopped, match="1 jobs"):
            await run(pending)
        with pytest.raises(WriterStopped):
            await pending[0]

    started_s = time.monotonic()
    asyncio.run(stop())
    assert time.monotonic() - started_s < 5
    assert noted(path) == ["first"]


def test_a_full_database_holds_jobs_back_and_goes_on(path: Path) -> None:
    async def run() -> None:
        async with Writer(path) as writer:
            await writer.write(lambda conn: conn.execute("PRAGMA max_page_count = 150").fetchone())
            big = asyncio.create_task(writer.write(note("x" * 400_000)))
            small = asyncio.create_task(writer.write(note("small")))
            await until(lambda: writer.trouble)
            assert writer.trouble is not None
            assert writer.trouble.kind == "full"
            assert not big.done()
            assert not small.done()
            # Nothing else may use the connection meanwhile; this stands for somebody making room.
            writer._conn.execute("PRAGMA max_page_count = 1000000").fetchone()
            started_s = time.monotonic()
            await asyncio.gather(big, small)
            assert time.monotonic() - started_s < 5
            assert writer.trouble is None

    asyncio.run(run())
    assert [len(what) for what in noted(path)] == [400_000, 5]


def test_damage_met_while_running_is_mended_by_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "CHECK_BYTES", 0)  # as if the file were too large to check at every start

    async def fill() -> None:
        async with Writer(path) as writer:
            await asyncio.gather(*(writer.write(note(f"{i:03}" * 1000)) for i in range(100)))

    async def meet() -> None:
        async with Writer(path) as writer:
            assert writer.opened.set_aside is None
            with pytest.raises(WriterStopped) as caught:
                await writer.write(lambda conn: conn.execute("UPDATE audit SET who = 'me'"))
            assert isinstance(caught.value.__cause__, StoreCorrupt)

    async def go_on() -> None:
        async with Writer(path) as writer:
            assert writer.opened.set_aside is not None
            assert writer.opened.set_aside.exists()
            await writer.write(note("new"))
            database.mark_suspect(path)

    asyncio.run(fill())
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * (size // 2))
    with pytest.raises(StoreCorrupt):
        asyncio.run(meet())
    asyncio.run(go_on())
    assert noted(path) == ["new"]
    assert not list(path.parent.glob("*.suspect"))
