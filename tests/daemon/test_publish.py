"""Everything said to a real broker: status and Last Will, acknowledgements, states, discovery, alerts."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from typing import TYPE_CHECKING

import aiomqtt
import pytest

from daemon.alert_message import Transition
from daemon.live_state import LiveState
from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from tests.daemon.broker_house import Desk, Listener, publishing, until
from tests.mosquitto import Mosquitto

if TYPE_CHECKING:
    from pathlib import Path

STATUS, STATE, ALERT = "hearth/v1/status", "hearth/v1/strap-1/state", "hearth/v1/strap-1/alert"
SECRET = "of a broker that lives for a second"  # noqa: S105 - it opens nothing
CONFIG = "homeassistant/device/hearth-strap-1/config"


@pytest.mark.parametrize("version", ["auto", "3.1.1", "5"])
def test_status_is_retained_and_taken_back_at_the_end(tmp_path: Path, version: str) -> None:
    async def scenario() -> None:
        async with Mosquitto(tmp_path / "broker") as broker:
            async with publishing(tmp_path, broker, version=version), Listener(broker) as late:
                assert [(m.payload, m.retain) for m in await late.wait(STATUS)] == [(b"online", True)]
            async with Listener(broker) as later:
                assert [(m.payload, m.retain) for m in await later.wait(STATUS)] == [(b"offline", True)]

    asyncio.run(scenario())


def test_the_broker_says_offline_for_a_daemon_that_died(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Mosquitto(tmp_path / "broker") as broker, Listener(broker, STATUS) as listener:
            async with publishing(tmp_path, broker, supervised=False) as house:
                await listener.wait(STATUS)
                # A second client of the same name makes the broker cut the first one off without a farewell.
                async with aiomqtt.Client(broker.host, broker.port, identifier="hearth-out"):
                    await listener.wait(STATUS, 2)
                await until(lambda: not house.publisher.connected)
            assert [m.payload for m in listener.on(STATUS)][:2] == [b"online", b"offline"]

    asyncio.run(scenario())


def test_acknowledgements_coalesce_and_the_latest_wins(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, "hearth/v1/+/ack") as listener,
            publishing(tmp_path, broker) as house,
        ):
            for seq in range(1000):
                house.publisher.ack("strap-1", seq)
            house.publisher.ack("strap-2", 7)
            await listener.wait("hearth/v1/strap-2/ack")
            assert [m.payload for m in listener.on("hearth/v1/strap-1/ack")] == [b"999"]
            house.publisher.ack("strap-1", 999)
            heard = await listener.wait("hearth/v1/strap-1/ack", 2)
            assert [(m.payload, m.retain) for m in heard] == [(b"999", False), (b"999", False)]

    asyncio.run(scenario())


def test_the_state_is_retained_and_goes_out_at_most_once_a_second(tmp_path: Path) -> None:
    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, STATE) as listener,
            publishing(tmp_path, broker) as house,
        ):
            started = loop.time()
            for beat in range(200):
                state = LiveState(device="strap-1", hr_bpm=float(beat), battery_pct=80)
                house.publisher.state("strap-1", state)
                await asyncio.sleep(0.01)
            await until(lambda: bool(listener.heard) and listener.heard[-1].json["hr_bpm"] == 199.0)
            assert len(listener.heard) <= 2 + (loop.time() - started)
            async with Listener(broker, STATE) as late:
                (kept,) = await late.wait(STATE)
            assert kept.retain
            assert kept.json["hr_bpm"] == 199.0
            assert kept.json["rhythm"] is None

    asyncio.run(scenario())


def test_home_assistant_finds_the_wearable_again_after_it_started_and_no_more_when_removed(
    tmp_path: Path,
) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, "homeassistant/#") as listener,
            publishing(tmp_path, broker) as house,
        ):
            house.publisher.announce("strap-1", "Ada's strap")
            (found,) = await listener.wait(CONFIG)
            config = found.json
            assert config["device"]["identifiers"] == ["hearth-strap-1"]
            assert config["device"]["name"] == "Ada's strap"
            assert config["availability"] == [{"topic": STATUS}]
            assert config["state_topic"] == STATE
            house.publisher.announce("strap-1", "Ada's strap")
            await listener.say("homeassistant/status", b"online")
            again = await listener.wait(CONFIG, 2)
            assert again[1].json == config
            house.publisher.withdraw("strap-1")
            gone = await listener.wait(CONFIG, 3)
            assert gone[2].payload == b""
            async with Listener(broker, "homeassistant/#") as late:
                await house.put(b"{}", topic="homeassistant/last")
                await late.wait("homeassistant/last")
                assert late.on(CONFIG) == []
            assert len(listener.on(CONFIG)) == 3

    asyncio.run(scenario())


def test_alerts_arrive_high_priority_first_and_are_marked_sent(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Mosquitto(tmp_path / "broker") as broker, Listener(broker, ALERT) as listener:
            async with publishing(tmp_path, broker, supervised=False) as house:
                await house.put(b"low 1", b"low 2", priority=2)
                await house.put(b"high", priority=0)
                await house.put(b"medium", priority=1)
                heard = await listener.wait(ALERT, 4)
                assert house.publisher.connected
                while await house.unsent():
                    await asyncio.sleep(0.01)
            payloads = [m.payload for m in heard]
            assert sorted(payloads) == [b"high", b"low 1", b"low 2", b"medium"]
            assert payloads.index(b"low 1") < payloads.index(b"low 2")

    asyncio.run(scenario())


def test_a_killed_broker_loses_no_alert_and_high_priority_still_goes_first(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker", persistence=True) as broker,
            publishing(tmp_path, broker) as house,
            Listener(broker, "hearth/#", session="telephone") as listener,
        ):
            house.publisher.state("strap-1", LiveState(device="strap-1", hr_bpm=60.0))
            await house.put(b"before")
            await listener.wait(ALERT)
            await broker.kill()
            await until(lambda: not house.publisher.connected)
            lows = [f"low {number}".encode() for number in range(50)]
            await house.put(*lows, priority=2)
            await house.put(b"high", priority=0)
            assert await house.unsent() >= 51
            await broker.start()
            await until(lambda: len({m.payload for m in listener.on(ALERT)}) == 52)
            heard = list(dict.fromkeys(m.payload for m in listener.on(ALERT)))
            assert heard == [b"before", b"high", *lows]
            while await house.unsent():
                await asyncio.sleep(0.01)
            assert house.desk.connections[:3] == [False, True, False]
            assert house.desk.connections[-1] is True

    asyncio.run(scenario())


def test_a_broker_that_forgot_everything_is_told_again_what_it_retains(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            publishing(tmp_path, broker) as house,
            Listener(broker) as listener,
        ):
            house.publisher.state("strap-1", LiveState(device="strap-1", hr_bpm=60.0))
            await listener.wait(STATE)
            await broker.kill()
            await broker.start()
            async with Listener(broker) as late:
                assert (await late.wait(STATUS))[0].payload == b"online"
                assert (await late.wait(STATE))[0].json["hr_bpm"] == 60.0
                assert (await late.wait(CONFIG))[0].json["device"]["name"] == "strap-1"

    asyncio.run(scenario())


def test_a_refused_alert_stays_and_arrives_once_it_is_allowed(tmp_path: Path) -> None:
    async def scenario() -> None:
        rights = "user hearth\ntopic readwrite hearth/#\nuser all\ntopic readwrite #\n"
        broker = Mosquitto(
            tmp_path / "broker",
            passwords={"hearth": SECRET, "all": SECRET},
            acl=rights.replace(
                "topic readwrite hearth/#", "topic deny hearth/v1/strap-1/alert\ntopic readwrite hearth/#"
            ),
        )
        async with (
            broker,
            publishing(tmp_path, broker, username="hearth", password=SECRET, version="5") as house,
        ):
            await house.put(b"important")
            await until(lambda: house.outbox.refused >= 1)
            assert await house.unsent() == 1
            (broker.folder / "acl").write_text(rights)
            await broker.stop()
            await broker.start()
            async with Listener(broker, ALERT, username="all", password=SECRET) as listener:
                assert [m.payload for m in await listener.wait(ALERT)] == [b"important"]
                while await house.unsent():
                    await asyncio.sleep(0.01)

    asyncio.run(scenario())


def test_while_nothing_can_be_stored_alerts_go_out_and_none_goes_twice(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, "hearth/v1/+/alert") as listener,
            publishing(tmp_path, broker) as house,
        ):
            await house.put(b"stored")
            with sqlite3.connect(house.path, isolation_level=None) as blocker:
                blocker.execute("BEGIN IMMEDIATE")
                await listener.wait(ALERT)
                alarm = Alarm(
                    "store_trouble",
                    None,
                    AlarmKind.TECHNICAL,
                    AlarmPriority.HIGH,
                    AlarmPresence.ON,
                    1,
                    "Nothing is being recorded",
                )
                house.publisher.alert(Transition(alarm, None, 1))
                (told,) = await listener.wait("hearth/v1/_gateway/alert")
                assert told.json["id"] is None
                await until(lambda: house.writer.trouble is not None)
                house.publisher.told()
                scans = house.outbox.scans
                await until(lambda: house.outbox.scans > scans)
                blocker.execute("ROLLBACK")
            blocker.close()
            while await house.unsent():
                await asyncio.sleep(0.01)
            assert [m.payload for m in listener.on(ALERT)] == [b"stored"]

    asyncio.run(scenario())


def test_an_alarm_is_acknowledged_over_mqtt(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker) as listener,
            publishing(tmp_path, broker, desk=Desk()) as house,
        ):
            await listener.say(f"{ALERT}/ack", json.dumps({"alarm": 7, "by": "Ada"}).encode())
            await listener.say("hearth/v1/_gateway/alert/ack", b'{"rule": "disk_low"}')
            for nonsense in (b"", b"7", b"{}", b'{"by": "Ada"}', b"\xff", b"x" * 2000):
                await listener.say(f"{ALERT}/ack", nonsense)
            await listener.say("hearth/v1/NOBODY/alert/ack", b'{"alarm": 7}')
            await listener.say("hearth/v1/strap-2/alert/ack", b'{"all": true}')
            await until(lambda: len(house.desk.acknowledged) == 3)
            seen = [(a.device, a.alarm, a.rule, a.by) for a in house.desk.acknowledged]
            assert seen == [
                ("strap-1", 7, None, "Ada"),
                (None, None, "disk_low", "somebody"),
                ("strap-2", None, None, "somebody"),
            ]
            assert not any(a.any_device for a in house.desk.acknowledged)

    asyncio.run(scenario())
