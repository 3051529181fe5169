"""Notifications to a real HTTP server, which may refuse or stay silent."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from daemon import notify
from daemon.alert_message import Notification, Transition
from daemon.notify import NotificationsConfig, Notifier, channels, unusable
from daemon.quiet_hours import QuietHours
from daemon.wire import encode
from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from storage import outbox
from storage.writer import Writer
from tests.daemon.broker_house import until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

# apprise loads a module that the standard library is about to drop.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

CANARY = "Possible atrial fibrillation of canary 4711"
ALL_DAY = QuietHours(start="00:00", end="23:59")


class Telephone:
    """A json:// service on loopback. ``status``: what it answers; ``silent``: it does not, until told."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.attempts = 0
        self.status = 200
        self.open = threading.Event()
        self.open.set()
        telephone = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                telephone.attempts += 1
                telephone.open.wait()
                if telephone.status == 200:
                    telephone.taken.append(json.loads(body))
                with contextlib.suppress(OSError):
                    self.send_response(telephone.status)
                    self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"json://127.0.0.1:{self.server.server_port}/"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.open.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def telephone() -> Iterator[Telephone]:
    one = Telephone()
    yield one
    one.close()


@pytest.fixture
def other() -> Iterator[Telephone]:
    one = Telephone()
    yield one
    one.close()


class House:
    def __init__(self, writer: Writer, config: NotificationsConfig) -> None:
        self.writer = writer
        self.config = config
        self.now_ns = time.time_ns()
        self.notifier = Notifier(config, writer.path, writer, wall_ns=lambda: self.now_ns)

    async def put(
        self, body: str = CANARY, *, priority: str = "Medium", rank: int = 1, topic: str | None = None
    ) -> None:
        note = Notification(title="Hearth warning: strap-1", body=body, priority=priority, tz="Europe/Berlin")

        def job(conn: sqlite3.Connection) -> None:
            for channel in channels(self.config):
                where = topic or channel.topic
                outbox.put(conn, where, encode(note), created_ns=self.now_ns, priority=rank)

        await self.writer.write(job)
        self.notifier.wake()

    async def unsent(self) -> int:
        return await self.writer.write(lambda conn: len(outbox.pending(conn, 1000)))

    async def empty(self) -> None:
        while await self.unsent():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def house(folder: Path, *urls: str, **settings: object) -> AsyncIterator[House]:
    config = msgspec.convert({"urls": urls}, NotificationsConfig)
    config = msgspec.structs.replace(config, **settings)
    async with Writer(folder / "hearth.db", commit_interval_s=0.01) as writer:
        one = House(writer, config)
        task = asyncio.create_task(one.notifier.run())
        yield one
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def test_a_notification_arrives_and_is_marked_sent(tmp_path: Path, telephone: Telephone) -> None:
    async def scenario() -> None:
        async with house(tmp_path, telephone.url) as one:
            await one.put()
            await one.empty()
            (taken,) = telephone.taken
            assert (taken["title"], taken["message"], taken["type"]) == (
                "Hearth warning: strap-1",
                CANARY,
                "warning",
            )
            assert (one.notifier.sent, one.notifier.failures) == (1, 0)

    asyncio.run(scenario())


def test_a_refusal_is_counted_and_tried_again(
    tmp_path: Path, telephone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daemon.outbox.RETRY_FIRST_S", 0.01)
    monkeypatch.setattr("daemon.outbox.POLL_S", 0.05)

    async def scenario() -> None:
        telephone.status = 500
        async with house(tmp_path, telephone.url) as one:
            await one.put()
            await until(lambda: one.notifier.failures >= 2)
            assert await one.unsent() == 1
            telephone.status = 200
            await one.empty()
            assert len(telephone.taken) == 1

    asyncio.run(scenario())


def test_a_silent_service_holds_up_no_other(
    tmp_path: Path, telephone: Telephone, other: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify, "TIMEOUT_S", 0.2)

    async def scenario() -> None:
        telephone.open.clear()
        async with house(tmp_path, telephone.url, other.url) as one:
            await one.put()
            await until(lambda: len(other.taken) == 1 and one.notifier.failures >= 1)
            assert telephone.taken == []
            while await one.unsent() != 1:
                await asyncio.sleep(0.02)
            telephone.open.set()

    asyncio.run(scenario())


def test_high_goes_first(tmp_path: Path, telephone: Telephone) -> None:
    async def scenario() -> None:
        telephone.open.clear()
        async with house(tmp_path, telephone.url) as one:
            await one.put("first")
            await until(lambda: telephone.attempts == 1)
            await one.put("low", priority="Low", rank=2)
            await one.put("high", priority="High", rank=0)
            telephone.open.set()
            await one.empty()
            assert [taken["message"] for taken in telephone.taken] == ["first", "high", "low"]

    asyncio.run(scenario())


def test_quiet_hours_that_began_meanwhile_hold_back_all_but_high(
    tmp_path: Path, telephone: Telephone
) -> None:
    async def scenario() -> None:
        async with house(tmp_path, telephone.url, quiet_hours=ALL_DAY) as one:
            one.now_ns = 1_780_000_000 * 10**9
            await one.put("medium")
            await one.put("high", priority="High", rank=2)
            await until(lambda: len(telephone.taken) == 1)
            assert telephone.taken[0]["message"] == "high"
            while await one.unsent() != 1:
                await asyncio.sleep(0.02)
            assert one.notifier.failures == 0

    asyncio.run(scenario())


def test_what_is_a_day_old_or_for_a_channel_that_is_gone_is_given_up(
    tmp_path: Path, telephone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daemon.outbox.POLL_S", 0.05)

    async def scenario() -> None:
        async with house(tmp_path, telephone.url) as one:
            one.now_ns -= 2 * notify.GIVE_UP_NS
            await one.put(topic="notify:gone")
            await one.empty()
            one.now_ns += 2 * notify.GIVE_UP_NS
            stale = House(one.writer, one.config)
            stale.now_ns = one.now_ns - notify.GIVE_UP_NS - 1
            await stale.put()
            one.notifier.wake()
            await one.empty()
            assert one.notifier.expired == 2
            assert telephone.taken == []

    asyncio.run(scenario())


def trouble(priority: AlarmPriority, text: str) -> Transition:
    alarm = Alarm("store_trouble", None, AlarmKind.TECHNICAL, priority, AlarmPresence.ON, 1, text)
    return Transition(alarm, None, 1)


def test_what_cannot_be_stored_is_sent_all_the_same(tmp_path: Path, telephone: Telephone) -> None:
    async def scenario() -> None:
        async with house(tmp_path, telephone.url, min_priority="High") as one:
            one.notifier.urgent(trouble(AlarmPriority.MEDIUM, "locked"))
            one.notifier.urgent(trouble(AlarmPriority.HIGH, "disk full"))
            await until(lambda: len(telephone.taken) == 1)
            assert telephone.taken[0]["message"].startswith("disk full")
            assert telephone.taken[0]["type"] == "failure"

    asyncio.run(scenario())


def test_the_log_holds_no_health_text_and_no_address(
    tmp_path: Path, telephone: Telephone, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with house(tmp_path, telephone.url + "secret-token") as one:
            await one.put()
            await one.empty()
            telephone.status = 500
            await one.put()
            await until(lambda: one.notifier.failures == 1)

    with caplog.at_level(1):
        asyncio.run(scenario())
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "did not take a notification" in logged
    for canary in ("4711", "fibrillation", "strap-1", "secret-token", "127.0.0.1"):
        assert canary not in logged


def test_which_urls_nobody_understands() -> None:
    config = NotificationsConfig(urls=("json://localhost/", "nonsense://x", "what"))
    assert unusable(config) == [1, 2]
    assert [channel.topic.startswith("notify:") for channel in channels(config)] == [True] * 3
    assert len(channels(NotificationsConfig(urls=("json://a/", "json://a/")))) == 1


def test_a_house_without_urls_needs_no_apprise(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            one.notifier.urgent(trouble(AlarmPriority.HIGH, "disk full"))
            one.notifier.wake()
            assert one.notifier.sent == 0

    asyncio.run(scenario())
