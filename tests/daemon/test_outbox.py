"""One way out of the stored outbox: everything, in order, once, whatever is in the way."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from daemon.outbox import Outbox, Undelivered
from storage import outbox
from storage.writer import Writer
from tests.daemon.broker_house import until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from storage.outbox import Message


class Post:
    """What a deliverer saw; refuses the payloads it is told to."""

    def __init__(self) -> None:
        self.delivered: list[bytes] = []
        self.refuses: set[bytes] = set()
        self.broken: Exception | None = None

    async def __call__(self, message: Message) -> None:
        await asyncio.sleep(0)
        if self.broken is not None:
            raise self.broken
        if message.payload in self.refuses:
            raise Undelivered("not today")
        self.delivered.append(message.payload)


async def put(writer: Writer, *payloads: str, topic: str = "a", priority: int = 1) -> None:
    def job(conn: sqlite3.Connection) -> None:
        for payload in payloads:
            outbox.put(conn, topic, payload.encode(), created_ns=1, priority=priority)

    await writer.write(job)


async def unsent(writer: Writer) -> list[tuple[bytes, int]]:
    return await writer.write(lambda conn: [(m.payload, m.attempts) for m in outbox.pending(conn, 9999)])


async def empty(writer: Writer) -> None:
    while await unsent(writer):
        await asyncio.sleep(0.01)


def with_outbox(folder: Path, scenario: Callable[[Writer, Outbox, Post], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Writer(folder / "hearth.db", commit_interval_s=0.005) as writer:
            way, post = Outbox(writer.path, writer, lambda topic: topic == "a"), Post()
            task = asyncio.create_task(way.run(post))
            try:
                await scenario(writer, way, post)
            finally:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task

    asyncio.run(run())


def test_everything_arrives_once_and_in_order_while_more_comes(tmp_path: Path) -> None:
    async def scenario(writer: Writer, way: Outbox, post: Post) -> None:
        for batch in range(30):
            await put(writer, *(f"{batch} {n}" for n in range(10)))
            way.wake()
        await empty(writer)
        assert post.delivered == [f"{batch} {n}".encode() for batch in range(30) for n in range(10)]
        assert way.delivered == 300

    with_outbox(tmp_path, scenario)


def test_what_belongs_to_another_way_is_left(tmp_path: Path) -> None:
    async def scenario(writer: Writer, way: Outbox, post: Post) -> None:
        await put(writer, "theirs", topic="b", priority=0)
        await put(writer, "ours")
        way.wake()
        await until(lambda: post.delivered == [b"ours"])
        while len(await unsent(writer)) > 1:
            await asyncio.sleep(0.01)
        assert await unsent(writer) == [(b"theirs", 0)]

    with_outbox(tmp_path, scenario)


def test_a_refused_message_waits_and_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daemon.outbox.RETRY_FIRST_S", 0.01)
    monkeypatch.setattr("daemon.outbox.POLL_S", 0.02)

    async def scenario(writer: Writer, way: Outbox, post: Post) -> None:
        post.refuses.add(b"bad")
        await put(writer, "bad", priority=0)
        await put(writer, "good")
        way.wake()
        await until(lambda: post.delivered == [b"good"] and way.refused >= 3)
        (left,) = [row for row in await unsent(writer) if row[0] == b"bad"]
        assert left[1] >= 1
        post.refuses.clear()
        await empty(writer)
        assert post.delivered == [b"good", b"bad"]

    with_outbox(tmp_path, scenario)


def test_a_deliverer_that_breaks_ends_the_run_and_nothing_is_lost(tmp_path: Path) -> None:
    async def run() -> None:
        async with Writer(tmp_path / "hearth.db", commit_interval_s=0.005) as writer:
            way, post = Outbox(writer.path, writer, lambda _: True), Post()
            await put(writer, "one", "two")
            post.broken = ConnectionError("gone")
            with pytest.raises(ExceptionGroup) as caught:
                await way.run(post)
            assert caught.group_contains(ConnectionError)
            assert len(await unsent(writer)) == 2
            post.broken = None
            task = asyncio.create_task(way.run(post))
            await empty(writer)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            assert post.delivered == [b"one", b"two"]

    asyncio.run(run())
