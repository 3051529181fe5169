from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final, Self

import pytest

from storage import audit, database
from storage import writer as writer_module
from storage.database import open_reader
from storage.errors import StoreCorrupt, StoreLocked, WriterStopped
from storage.writer import BATCH_JOBS, Writer, exclusive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEADLINE_S: Final = 30.0  # far beyond what anything here takes, for a machine under load
HOLD: Final = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
conn.execute("ROLLBACK")
print("released", flush=True)
"""

EXCLUSIVE: Final = """
import pathlib, sys
from storage.writer import exclusive
with exclusive(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def note(what: str) -> Callable[[sqlite3.Connection], int]:
    def job(conn: sqlite3.Connection) -> int:
        return audit.add(conn, 1, "test", what)

    return job


def noted(path: Path) -> list[str]:
    with closing(open_reader(path)) as conn:
        return [row.what for row in audit.audit(conn, 0, 10)]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not condition():
            await asyncio.sleep(0.01)


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


def test_a_job_is_on_disk_when_write_returns(path: Path) -> None:
    async def run() -> None:
        async with Writer(path) as writer:
            number = await writer.write(note("one"))
            assert number == 1
            assert noted(path) == ["one"]
            assert writer.opened.applied
            assert writer.opened.set_aside is None

    asyncio.run(run())


def test_jobs_share_commits_and_keep_their_order(path: Path) -> None:
    async def run() -> None:
        async with Writer(path) as writer:
            await writer.write(note("first"))
            names = [f"{i:03}" for i in range(100)]
            numbers = await asyncio.gather(*(writer.write(note(name)) for name in names))
            assert numbers == list(range(2, 102))
            assert noted(path) == ["first", *names]
            assert writer.commits <= 3

    asyncio.run(run())


def test_a_failing_job_fails_alone(path: Path) -> None:
    def spoil(conn: sqlite3.Connection) -> None:
        audit.add(conn, 1, "test", "spoilt")
        raise KeyError("mine")

    async def run() -> None:
        async with Writer(path) as writer:
            await writer.write(note("first"))
            results = await asyncio.gather(
                writer.write(note("before")),
                writer.write(spoil),
                writer.write(lambda conn: conn.execute("INSERT INTO audit VALUES (1, 1, '', '', '')")),
                writer.write(lambda conn: conn.execute("SELECT nonsense")),
                writer.write(note("after")),
                return_exceptions=True,
            )
            assert [type(result) for result in results] == [
                int,
                KeyError,
                sqlite3.IntegrityError,
                sqlite3.OperationalError,
                int,
            ]
            assert writer.commits <= 2

    asyncio.run(run())
    assert noted(path) == ["first", "before", "after"]


def test_more_jobs_than_fit_wait_and_are_all_committed(path: Path) -> None:
    n = 3 * BATCH_JOBS

    async def run() -> None:
        async with Writer(path, commit_interval_s=0.001) as writer:
            await asyncio.gather(*(writer.write(note(str(i))) for i in range(n)))

    asyncio.run(run())
    assert noted(path) == [str(i) for i in range(n)]


def test_leaving_commits_what_is_queued(path: Path) -> None:
    async def run() -> None:
        async with Writer(path, commit_interval_s=5) as writer:
            await writer.write(note("first"))
            pending = [asyncio.create_task(writer.write(note(str(i)))) for i in range(5)]
            await asyncio.sleep(0)
        assert await asyncio.gather(*pending) == [2, 3, 4, 5, 6]
        with pytest.raises(WriterStopped):
            await writer.write(note("too late"))

    asyncio.run(run())
    assert not path.with_name(path.name + "-wal").exists()


def test_a_cancelled_caller_disturbs_nobody(path: Path) -> None:
    async def run() -> None:
        async with Writer(path) as writer:
            await writer.write(note("first"))
            impatient = asyncio.create_task(writer.write(note("impatient")))
            other = asyncio.create_task(writer.write(note("other")))
            await asyncio.sleep(0)
            impatient.cancel()
            await other
            with pytest.raises(asyncio.CancelledError):
                await impatient

    asyncio.run(run())
    assert "other" in noted(path)


def test_a_second_writer_is_told_who_has_the_database(path: Path) -> None:
    command = [sys.executable, "-c", EXCLUSIVE, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        with pytest.raises(StoreLocked) as caught, exclusive(path):
            pass
        assert caught.value.pid == other.pid
        other.kill()
    with exclusive(path) as conn:
        note("afterwards")(conn)
    assert noted(path) == ["afterwards"]


def overwrite_and_fail(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE audit SET what = 'dropped'")
    conn.execute("INSERT INTO audit (id) VALUES (9)")


def test_exclusive_work_is_all_or_nothing(path: Path) -> None:
    with exclusive(path) as conn:
        note("kept")(conn)
    with pytest.raises(sqlite3.IntegrityError), exclusive(path) as conn:
        overwrite_and_fail(conn)
    assert noted(path) == ["kept"]


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


def test_a_dead_thread_fails_everyone(path: Path) -> None:
    def die(conn: sqlite3.Connection) -> None:
        conn.execute("COMMIT")  # a job that ends the transaction of the others

    async def run() -> None:
        writer = Writer(path)
        async with writer:
            watching = asyncio.create_task(writer.watch())
            results = await asyncio.gather(
                writer.write(die), writer.write(note("other")), return_exceptions=True
            )
            assert [type(result) for result in results] == [WriterStopped, WriterStopped]
            with pytest.raises(sqlite3.OperationalError):
                await watching
            with pytest.raises(WriterStopped):
                await writer.write(note("later"))

    with pytest.raises(sqlite3.OperationalError):
        asyncio.run(run())


def test_an_idle_writer_still_turns(path: Path) -> None:
    async def run() -> None:
        async with Writer(path) as writer:
            turns = writer.turns
            await until(lambda: writer.turns >= turns + 2)
            assert writer.commits == 0

    asyncio.run(run())
