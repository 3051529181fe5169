"""The whole of the alarms with a real writer: watching, storing, telling, repeating, over restarts."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import pytest

from daemon.alarm_machine import Acknowledgement, NothingToAcknowledge, Outcome
from daemon.alarm_rules import Level
from daemon.alarms import Alarms, AlarmsConfig
from daemon.notify import NotificationsConfig
from daemon.topics import Topics
from dsp.alarms import AlarmPresence, AlarmPriority
from dsp.types import FindingKind
from storage import alarms as stored
from storage import devices, episodes, outbox, pairings, people, results, samples
from storage.database import open_reader
from storage.pairings import Pairing
from storage.writer import Writer
from tests.daemon.alarm_house import FS, START_NS, VERSION, episode, window
from tests.daemon.broker_house import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from daemon.alert_message import Transition
    from storage.alarms import AlarmRow

ON, LATCHED = AlarmPresence.ON, AlarmPresence.LATCHED
TELEPHONE = NotificationsConfig(urls=("json://127.0.0.1:9/",))


class House:
    def __init__(self, writer: Writer, config: AlarmsConfig, notifications: NotificationsConfig) -> None:
        self.writer = writer
        self.now_s = 1e5
        self.told: list[Outcome] = []
        self.urgent: list[Transition] = []
        self.alarms = Alarms(
            config,
            notifications,
            Topics(),
            min_free_mb=0,
            told=self.told.append,
            urgent=self.urgent.append,
            monotonic=lambda: self.now_s,
            wall_ns=lambda: START_NS + round((self.now_s - 1e5) * 1e9),
        )

    @property
    def open(self) -> dict[str, AlarmRow]:
        """As the alarms themselves know it: a commit later than the rows."""
        return {row.rule: row for row in self.alarms.open}

    def rows(self) -> dict[str, AlarmRow]:
        with closing(open_reader(self.writer.path)) as conn:
            return {row.rule: row for row in stored.open_alarms(conn)}

    def history(self, number: int) -> list[str]:
        with closing(open_reader(self.writer.path)) as conn:
            return [str(change.presence) for change in stored.transitions(conn, number)]

    def published(self) -> list[outbox.Message]:
        with closing(open_reader(self.writer.path)) as conn:
            return outbox.pending(conn, 1000)


@asynccontextmanager
async def house(
    folder: Path,
    config: AlarmsConfig | None = None,
    notifications: NotificationsConfig | None = None,
) -> AsyncIterator[House]:
    """Alarms that run, in a house with one wearable that recorded a moment ago."""
    async with Writer(folder / "hearth.db", commit_interval_s=0.01) as writer:
        await writer.write(_furnish)
        one = House(writer, config or AlarmsConfig(), notifications or NotificationsConfig())
        task = asyncio.create_task(one.alarms.run(writer))
        try:
            yield one
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def _furnish(conn: sqlite3.Connection) -> None:
    if not people.wearers(conn):
        people.add_wearer(conn, "Ada", "Europe/Berlin", installed_ns=1)
        devices.ensure_device(conn, "strap-1", now_ns=1)
        samples.open_session(conn, 1, "strap-1", "I", FS, START_NS, "device")


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daemon.alarms.TICK_S", 0.02)


def test_silence_rises_is_repeated_and_ends_with_the_first_frame(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path, notifications=TELEPHONE) as one:
            one.alarms.facts.received("strap-1")
            one.now_s += 900
            await until(lambda: "no_data" in one.open)
            assert one.open["no_data"].priority is AlarmPriority.LOW
            one.now_s += 900
            await until(lambda: one.open["no_data"].priority is AlarmPriority.MEDIUM)
            one.now_s += 900
            await until(lambda: one.open["no_data"].repeats == 1)
            one.now_s += 1799
            one.alarms.facts.received("strap-1")
            await until(lambda: one.open == {})
            assert one.rows() == {}
            assert one.history(1) == ["On", "On", "Off"]
            topics = [message.topic for message in one.published()]
            assert topics.count("hearth/v1/strap-1/alert") == 4
            assert (
                sum(topic.startswith("notify:") for topic in topics) == 4
            )  # raised, more urgent, repeated, over

    asyncio.run(scenario())


def test_acknowledging_silences_repeats_until_it_is_over(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            one.alarms.facts.broker(down=True)
            one.now_s += 5
            await until(lambda: len(one.alarms.open) == 1)
            assert await one.alarms.acknowledge(one.writer, Acknowledgement("Ada", rule="broker_down")) == 1
            one.now_s += 100_000
            one.alarms.facts.broker(down=False)
            one.now_s += 5
            await until(lambda: "broker_down" not in one.rows())
            assert one.history(1) == ["On", "Acknowledged", "Off"]
            with pytest.raises(NothingToAcknowledge):
                await one.alarms.acknowledge(one.writer, Acknowledgement("Ada", rule="broker_down"))

    asyncio.run(scenario())


def test_a_restart_takes_up_what_is_open(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            one.alarms.facts.received("strap-1")
            one.alarms.happened(
                "database_set_aside", None, Level(AlarmPriority.MEDIUM, "The database was damaged")
            )
            one.now_s += 900
            await until(lambda: len(one.rows()) == 2)
            before = one.rows()
            assert before["database_set_aside"].presence is LATCHED
        async with house(tmp_path) as again:
            await until(lambda: len(again.alarms.open) == 2)
            assert again.rows() == before
            again.now_s += 60
            again.alarms.facts.received("strap-1")
            await until(lambda: set(again.rows()) == {"database_set_aside"})
            await again.alarms.acknowledge(again.writer, Acknowledgement("Ada"))
            assert again.rows() == {}
        config = AlarmsConfig(off=("no_data",))
        async with house(tmp_path) as third:
            third.alarms.facts.received("strap-1")
            third.now_s += 1800
            await until(lambda: "no_data" in third.rows())
        async with house(tmp_path, config) as fourth:
            await until(lambda: fourth.rows() == {})

    asyncio.run(scenario())


def test_after_a_restart_a_strap_off_the_body_is_not_missed_and_an_unpaired_one_no_more(
    tmp_path: Path,
) -> None:
    def add(conn: sqlite3.Connection) -> None:
        _furnish(conn)
        for number, device in enumerate(("worn-off", "unpaired"), 2):
            devices.ensure_device(conn, device, now_ns=1, kind="ble")
            samples.open_session(conn, number, device, "I", FS, START_NS, "device")
            devices.record_state(conn, device, START_NS, connected=False, lead_off=True)
        address = "A0:9E:1A:00:00:01"
        pairings.add(conn, Pairing("worn-off", address, "polar-h10", "H10", "I", None, True, None, 1))

    async def scenario() -> None:
        async with Writer(tmp_path / "hearth.db") as writer:
            await writer.write(add)
        async with house(tmp_path) as one:
            await until(lambda: one.told != [])
            one.now_s += 1800
            await until(lambda: {row.rule for row in one.alarms.open} == {"no_data", "not_worn"})
            assert {row.rule: row.device for row in one.alarms.open} == {
                "no_data": "strap-1",
                "not_worn": "worn-off",
            }

    asyncio.run(scenario())


def test_what_was_said_about_a_wearable_is_over_when_it_is_unpaired(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            one.alarms.facts.trouble("strap-1", "It has forgotten its bond: pair it again.")
            one.now_s += 30
            await until(lambda: "wearable_trouble" in one.open)
            assert one.open["wearable_trouble"].text == "It has forgotten its bond: pair it again."
            one.alarms.facts.forget("strap-1")
            await until(lambda: one.open == {})
            one.now_s += 1e6
            assert not [place for place, verdict in one.alarms.facts.verdicts(frozenset()) if verdict]

    asyncio.run(scenario())


def test_a_store_in_trouble_is_told_at_once_and_stored_when_it_works(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            with closing(sqlite3.connect(one.writer.path, isolation_level=None)) as blocker:
                blocker.execute("BEGIN IMMEDIATE")
                waiting = asyncio.create_task(
                    one.writer.write(lambda conn: conn.execute("SELECT 1").fetchone())
                )
                await until(lambda: one.writer.trouble is not None)
                await asyncio.sleep(0.1)
                assert one.urgent == []
                one.now_s += 5
                await until(lambda: len(one.urgent) == 1)
                assert one.urgent[0].id is None
                assert one.urgent[0].alarm.rule == "store_trouble"
                assert one.rows() == {}
                one.now_s += 60
                await asyncio.sleep(0.1)
                assert len(one.urgent) == 1
                blocker.execute("ROLLBACK")
            await waiting
            await until(lambda: "store_trouble" in one.open)
            while one.open:
                one.now_s += 0.1
                await asyncio.sleep(0.02)
            assert one.history(1) == ["On", "Off"]

    asyncio.run(scenario())


def test_new_results_are_reviewed_in_the_transaction_that_stores_them(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with house(tmp_path) as one:
            review = one.alarms.review("strap-1", 1, 0, 1000)

            def step(conn: sqlite3.Connection) -> Outcome:
                results.store(conn, 1, [window(0)], version=VERSION)
                pause = episode(FindingKind.PAUSE, 2, 4.0, 4.0)
                episodes.open_or_extend(conn, "strap-1", 1, pause, version=VERSION)
                return review(conn)

            outcome = await one.writer.write(step)
            assert [alarm.presence for alarm in outcome.alarms] == [ON, LATCHED]
            one.alarms.committed(outcome)
            assert [row.rule for row in one.alarms.open] == ["pause"]
            assert one.told[-1] is outcome

    asyncio.run(scenario())


def test_results_stored_just_before_a_crash_are_reviewed_at_the_next_start(tmp_path: Path) -> None:
    async def scenario() -> None:
        def step(conn: sqlite3.Connection) -> None:
            _furnish(conn)
            results.store(conn, 1, [window(0), window(10)], version=VERSION)
            pause = episode(FindingKind.PAUSE, 12, 4.0, 4.0)
            episodes.open_or_extend(conn, "strap-1", 1, pause, version=VERSION)

        async with Writer(tmp_path / "hearth.db") as writer:
            await writer.write(step)
        async with house(tmp_path) as again:
            await until(lambda: "pause" in again.rows())

    asyncio.run(scenario())
