"""``hearth pair`` and ``hearth devices`` as a person's hands and a program's use them, on a private bus."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage import audit, devices, pairings
from storage.database import open_reader
from tests.bluetooth.gateway import numbered
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.room import room
from tests.bluetooth.strap import Strap
from tests.daemon.broker_house import Listener
from tests.endtoend.home import home
from tests.endtoend.program import HEARTH, until
from tests.endtoend.store import rows

if TYPE_CHECKING:
    from tests.bluetooth.bluez import Bluez
    from tests.endtoend.home import Home
    from tests.endtoend.program import Tables

ROOT = Path(__file__).parents[2]
REQUEST, RESPONSE = "hearth/v1/_gateway/pairing/request", "hearth/v1/_gateway/pairing/response"
GOING_ON = {"scanning", "pairing"}
STRAP = "polar-h10-a1b2c3d4"
ADDRESS = "A0:9E:1A:00:00:01"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


async def hearth(folder: Path, bluez: Bluez, *words: str) -> Done:
    """The command line, as a process of its own."""
    process = await asyncio.create_subprocess_exec(
        HEARTH,
        *words,
        "--config",
        str(folder / "hearth.toml"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **bluez.bus.environment, "COLUMNS": "200"},
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return Done(process.returncode, out.decode(), err.decode())


def deeds(house: Home) -> list[tuple[str, str]]:
    with closing(open_reader(house.database)) as conn:
        return [(deed.who, deed.what) for deed in audit.audit(conn, 0, 2**62)]


def paired(house: Home) -> list[str]:
    with closing(open_reader(house.database)) as conn:
        return [pairing.device for pairing in pairings.pairings(conn)]


def stored(house: Home, device: str) -> int:
    ((n,),) = rows(
        house.database, "SELECT coalesce(sum(n_samples), 0) FROM sessions WHERE device = ?", device
    )
    return int(n)


async def with_a_daemon(folder: Path, bluez: Bluez, strap: Strap) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        done = await hearth(folder, bluez, "pair", "--json", "--yes", "--kind", "polar-h10", "--seconds", "2")
        assert (done.code, done.err) == (0, "")
        events = [line["event"] for line in done.lines]
        assert events[-2:] == ["pairing", "paired"]
        assert set(events[:-2]) == {"candidates"}
        (row,) = done.lines[-3]["candidates"]
        assert (row["name"], row["kind"], row["paired"]) == (strap.name, "polar-h10", None)
        assert row["rssi_dbm"] < 0
        made = done.lines[-1]
        assert (made["device"], made["wearer"], made["waveform"], made["bonded"]) == (
            STRAP,
            "wearer",
            True,
            True,
        )
        await until(lambda: stored(house, STRAP) > 5 * 73)
        listed = await hearth(folder, bluez, "devices", "--json")
        (one,) = json.loads(listed.out)
        assert (one["link"]["phase"], one["pairing"]["address"]) == ("streaming", ADDRESS)
        assert one["battery_pct"] == 80
        gone = await hearth(folder, bluez, "devices", "unpair", STRAP, "--yes")
        assert (gone.code, gone.out) == (
            0,
            f"{STRAP} is not looked for any more; what it recorded stays.\n",
        )
        await until(lambda: not strap.link)
        assert not strap.streaming
        assert paired(house) == []
        assert stored(house, STRAP) > 0
        with closing(open_reader(house.database)) as conn:
            (device,) = devices.devices(conn)
            assert (device.name, device.kind) == (strap.name, "ble")
        assert deeds(house) == [
            ("command line", "wearable paired"),
            ("command line", "wearable unpaired"),
        ]
        log = house.program.log
        assert ADDRESS not in log


def test_a_strap_is_paired_recorded_and_unpaired_while_the_program_runs(place: Path) -> None:
    strap, other = Strap(numbered, ecg_after_s=1.0), HeartRateStrap()
    with room(strap, other) as bluez:
        asyncio.run(with_a_daemon(place, bluez, strap))


async def over_mqtt(folder: Path, bluez: Bluez, strap: Strap) -> None:
    people = {"hearth": "h", "hearth-pairing": "p", "strap-1": "s"}
    broker = {"passwords": people, "acl": (ROOT / "deploy" / "hearth.acl").read_text()}
    tables: Tables = {"mqtt": {"username": "hearth", "password": "h"}}
    async with home(folder, tables, environment=bluez.bus.environment, broker=broker) as house:

        async def ask(said: Listener, **request: object) -> list[Any]:
            """What is answered until it is over."""
            begun = len(said.on(RESPONSE))
            await said.say(REQUEST, json.dumps(request | {"transaction": "t"}).encode())
            await until(lambda: said.on(RESPONSE)[begun:] and said.heard[-1].json["status"] not in GOING_ON)
            answers = [message.json for message in said.on(RESPONSE)[begun:]]
            assert {(answer["transaction"], answer["op"]) for answer in answers} == {("t", request["op"])}
            return answers

        owner = Listener(house.broker, RESPONSE, username="hearth-pairing", password=people["hearth-pairing"])
        other = Listener(house.broker, "#", username="strap-1", password=people["strap-1"])
        async with owner, other:
            await other.client.publish(REQUEST, b'{"op": "scan"}', qos=0)
            *going, seen = await ask(owner, op="scan", seconds=2)
            assert {answer["status"] for answer in going} <= {"scanning"}
            (row,) = [row for row in seen["candidates"] if row["kind"] == "polar-h10"]
            assert (row["name"], row["paired"]) == (strap.name, None)
            (refused,) = await ask(owner, op="pair", choice=row["choice"] + 50)
            assert refused["status"] == "failed"
            begun, made = await ask(owner, op="pair", choice=row["choice"], name="Blue")
            assert (begun["status"], made["status"], made["device"]) == ("pairing", "done", STRAP)
            await until(lambda: stored(house, STRAP) > 0)
            (renamed,) = await ask(owner, op="rename", device=STRAP, name="Red")
            assert renamed["status"] == "done"
            (gone,) = await ask(owner, op="unpair", device=STRAP)
            assert (gone["status"], gone["bond_left"]) == ("done", None)
            assert not [message for message in other.heard if "pairing" in message.topic]
            assert not [message for message in owner.heard if ADDRESS.encode() in message.payload]
        assert {who for who, _ in deeds(house)} == {"MQTT"}


def test_a_strap_is_paired_over_mqtt_by_whom_the_broker_lets(place: Path) -> None:
    strap = Strap(numbered, ecg_after_s=1.0)
    with room(strap) as bluez:
        asyncio.run(over_mqtt(place, bluez, strap))


async def hang_up(folder: Path, bluez: Bluez, strap: Strap) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        assert await house.program.request({"op": "pair", "address": strap.address}) is not None
        await until(lambda: stored(house, STRAP) > 0)
        await asyncio.to_thread(bluez.hang, on=True)
        took_s = await house.program.stop()  # within its time, and in order
        assert took_s > 1.0, "the strap did not get its time to be told"
        await asyncio.to_thread(bluez.hang, on=False)


def test_a_stop_does_not_wait_for_a_bluez_that_hangs(place: Path) -> None:
    strap = Strap(numbered, ecg_after_s=1.0)
    with room(strap) as bluez:
        asyncio.run(hang_up(place, bluez, strap))
