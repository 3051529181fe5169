from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from storage import audit
from storage.errors import JobRefused, StoreLocked, WriterStopped
from storage.writer import BATCH_JOBS, Writer, exclusive
from tests.storage.jobs import note, noted, until

if TYPE_CHECKING:
    from pathlib import Path

EXCLUSIVE: Final = """
import pathlib, sys
from storage.writer import exclusive
with exclusive(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


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
                JobRefused,
                JobRefused,
                int,
            ]
            causes = [result.__cause__ for result in results if isinstance(result, JobRefused)]
            assert [type(cause) for cause in causes] == [sqlite3.IntegrityError, sqlite3.OperationalError]
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
