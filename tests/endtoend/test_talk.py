from __future__ import annotations

import asyncio
import json
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import aiomqtt
import numpy as np

from dsp.types import Frame
from ingest.frames import encode
from ingest.scenario_file import parse_scenario
from ingest.synthesis import synthesize
from storage import alarms, devices, notes, people
from storage.database import open_reader
from storage.writer import exclusive
from tests.daemon.broker_house import Listener
from tests.endtoend.home import home
from tests.endtoend.program import Program, Tables, until
from tests.endtoend.store import alarms_of, rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from ingest.scenario import Scenario
    from tests.endtoend.home import Home

DEVICE: Final = "patch-1"
ROOT: Final = f"hearth/v1/{DEVICE}"
FRAME: Final = 125
# A word for every way that text about somebody takes into the daemon; none may be in its log.
CANARIES: Final = {
    name: f"Canary{name}Xq7"
    for name in (
        "Wearer",
        "Wearable",
        "Note",
        "Question",
        "Session",
        "Payload",
        "Lead",
        "Person",
        "By",
        "Topic",
    )
}
SCENARIO: Final = """
name = "a bad evening"
span = "6m"
seed = 5

[[wearers]]
[wearers.heart]
rate_bpm = 70

[[wearers.heart.events]]
kind = "pause"
at = "+20s"
seconds = 4.0

[[wearers.heart.events]]
kind = "af"
at = "+45s"
duration = "150s"
rate_bpm = 110

[[wearers.devices]]
id = "patch-1"
"""


async def recording(scenario: Scenario, lead: str) -> AsyncIterator[Frame]:
    pieces = [chunk.uv for chunk in synthesize(scenario) if chunk.uv is not None]
    uv = np.concatenate(pieces)
    for start in range(0, len(uv), FRAME):
        yield Frame("", None, None, 250.0, uv[start : start + FRAME], lead=lead, battery_pct=64)


def people_of(program: Program) -> None:
    """Whom the house knows before it starts."""
    with exclusive(program.database) as conn:
        wearer = people.add_wearer(conn, CANARIES["Wearer"], "Europe/Berlin")
        people.add_person(conn, wearer, CANARIES["Person"], "caregiver")
        devices.ensure_device(conn, DEVICE, now_ns=time.time_ns(), name=CANARIES["Wearable"], wearer=wearer)
        notes.add(conn, wearer, time.time_ns() - 10**9, "symptom", f"{CANARIES['Note']}: felt dizzy")


async def ask(listener: Listener, question: bytes) -> dict[str, Any]:
    """An answer the way MQTT 5 asks: on a topic of one's own, with what belongs to the question."""
    topic, mark = f"phones/{CANARIES['Topic']}/7", b"\x00\xffnumber 7"
    before = len(listener.on(topic))
    await listener.say(f"{ROOT}/ask", question, response=topic, correlation=mark)

    def answers() -> list[Any]:
        heard = listener.on(topic)[before:]
        assert all(one.correlation == mark for one in heard)
        return [one.json for one in heard if one.json.get("status") != "thinking"]

    await until(answers)
    return dict(answers()[0])


async def evening(folder: Path) -> str:
    """A recording with a pause and AF, questions, an acknowledgement, nonsense, an end; the log."""
    scenario = parse_scenario(SCENARIO)
    tables: Tables = {"alarms.thresholds": {"af_alert": 60.0}, "wearer": {"name": CANARIES["Wearer"]}}
    async with home(folder, tables, running=False) as house:
        people_of(house.program)
        await house.program.start()
        async with Listener(house.broker) as listener:
            await listener.wait("hearth/v1/status")
            wearable = house.wearable(DEVICE, started_s=360.0, window=256)
            await wearable.run(recording(scenario, CANARIES["Lead"]))
            await alerts_of_the_evening(house, listener)
            await questions_of_the_evening(house, listener)
            await nonsense(house, listener)
            await retained(house)
            rates = {one.json["hr_bpm"] for one in listener.on(f"{ROOT}/state")} - {None}
            assert rates
            assert all(30 < hr_bpm < 180 for hr_bpm in rates)
            await house.program.stop()
            assert [one.payload for one in listener.on("hearth/v1/status")] == [b"online", b"offline"]
        with closing(open_reader(house.database)) as conn:
            texts = {row[0] for row in conn.execute("SELECT text FROM alarm_transitions")}
            texts |= {row[0] for row in conn.execute("SELECT answer FROM turns")}
        log = house.program.log
        for text in texts:
            assert text not in log, "health text in the log"
    return log


async def alerts_of_the_evening(house: Home, listener: Listener) -> None:
    def heard(rule: str) -> list[Any]:
        return [one.json for one in listener.on(f"{ROOT}/alert") if one.json["rule"] == rule]

    await until(lambda: heard("pause") and heard("af"))
    pause, af = heard("pause")[0], heard("af")[0]
    assert (pause["presence"], pause["kind"], pause["priority"]) == ("On", "Physiological", "High")
    assert 3.8 < pause["value"] < 4.2
    assert (af["presence"], af["kind"]) == ("On", "Physiological")
    await until(lambda: any(one["presence"] == "Off" for one in heard("af")))
    acknowledgement = {"rule": "pause", "by": CANARIES["By"]}
    await listener.say(f"{ROOT}/alert/ack", json.dumps(acknowledgement).encode())
    await until(
        lambda: any(one["presence"] == "Off" and one["by"] == CANARIES["By"] for one in heard("pause"))
    )
    with closing(open_reader(house.database)) as conn:
        assert [one.rule for one in alarms.open_alarms(conn) if one.device] == []
    assert len(alarms_of(house.database, "pause")) == 1


async def questions_of_the_evening(house: Home, listener: Listener) -> None:
    first = await ask(listener, b"What was my heart rate over the last ten minutes?")
    assert first["answer"]
    assert first["evidence"]
    asked = {"text": f"Did {CANARIES['Question']} have any pauses today?", "session": first["session"]}
    assert (await ask(listener, json.dumps(asked).encode()))["session"] == first["session"]
    odd = {"text": "And yesterday?", "session": CANARIES["Session"]}
    assert "answer" in await ask(listener, json.dumps(odd).encode())
    async with Listener(house.broker, f"{ROOT}/answer", version=aiomqtt.ProtocolVersion.V311) as old:
        await old.say(f"{ROOT}/ask", f"What did I write down today? {CANARIES['Question']}".encode())
        await until(lambda: any("answer" in one.json for one in old.on(f"{ROOT}/answer")))
    ((turns,),) = rows(house.database, "SELECT count(*) FROM turns")
    assert turns == 4


async def nonsense(house: Home, listener: Listener) -> None:
    """Everything that can be said wrong, with text in it that must stay where it is."""
    secret = CANARIES["Payload"].encode()
    good = encode(Frame(DEVICE, 1, time.time_ns(), 250.0, np.arange(9, dtype=np.int32)), "json")
    for topic, payload in (
        (f"{ROOT}/ecg", secret),
        (f"{ROOT}/ecg", good.replace(b'"I"', b'"' + secret + b"!" * 30 + b'"')),
        (f"{ROOT}/ecg", good.replace(b'"fs"', b'"' + secret + b'"')),
        (f"hearth/v1/{CANARIES['Topic']}/ecg", good),
        (f"{ROOT}/alert/ack", b'{"rule": "' + secret + b'"}'),
        (f"{ROOT}/alert/ack", secret),
        (f"{ROOT}/ask", b'{"text": "' + secret + b'", "as": "' + secret + b'"}'),
        (f"hearth/v1/{CANARIES['Topic']}/ask", secret),
        (f"{ROOT}/ask", b"\xff\xfe" + secret),
        (f"{ROOT}/ask", secret * 1000),
    ):
        await listener.say(topic, payload)
    await until(lambda: rows(house.database, "SELECT count(*) FROM quarantine") == [(4,)])
    for message in (
        {"op": CANARIES["Payload"]},
        {"op": "ask", "question": "now?", "as": CANARIES["Payload"]},
    ):
        assert await house.program.request(message) is None


async def retained(house: Home) -> None:
    """What somebody finds who comes later."""
    async with Listener(house.broker) as late:
        (state,) = await late.wait(f"{ROOT}/state")
        (discovery,) = await late.wait(f"homeassistant/device/hearth-{DEVICE}/config")
        (status,) = await late.wait("hearth/v1/status")
    assert state.retain
    assert discovery.retain
    assert (status.payload, status.retain) == (b"online", True)
    assert state.json["battery_pct"] == 64
    assert set(discovery.json["components"]) >= {"hr", "rhythm", "battery"}
    assert discovery.json["state_topic"] == f"{ROOT}/state"
    assert discovery.json["availability"] == [{"topic": "hearth/v1/status"}]


def test_an_evening_at_home_and_not_a_word_of_it_in_the_log(place: Path) -> None:
    log = asyncio.run(evening(place))
    assert "ready" in log
    for word in CANARIES.values():
        assert word.lower() not in log.lower()


async def killed(folder: Path) -> list[bytes]:
    async with home(folder) as house, Listener(house.broker, "hearth/v1/status") as listener:
        await listener.wait("hearth/v1/status")
        await house.program.kill()
        await listener.wait("hearth/v1/status", 2)
        return [one.payload for one in listener.heard]


def test_the_broker_says_offline_for_a_daemon_that_died(place: Path) -> None:
    assert asyncio.run(killed(place)) == [b"online", b"offline"]
