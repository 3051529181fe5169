"""Requests about pairing over MQTT, where there is no radio: what is refused, limited, done and noted."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from daemon import pairing_requests
from daemon.pairing import PairingDesk
from daemon.pairing_mqtt import BYTES_MAX, PairingOverMqtt
from daemon.questions import BURST, REFILL_S
from dsp.types import HearthError
from ingest.bluetooth.adapter import NO_ADAPTER
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.trouble import BluetoothTrouble
from storage import audit, devices, pairings, people
from storage.database import open_reader
from storage.pairings import Pairing
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from daemon.pairing_store import Remembered
    from ingest.bluetooth.central import Central

ADDRESS = "A0:9E:1A:00:00:01"
STRAP = Pairing("strap", ADDRESS, "polar-h10", "Polar H10", "I", None, True, None, 1)


class House:
    """A gateway whose adapter is not plugged in. It watches the deeds, too."""

    def __init__(self, writer: Writer) -> None:
        self.now_s = 1000.0
        self.said: list[dict[str, Any]] = []
        self.deeds: list[str] = []
        self.writer = writer
        self.desk = PairingDesk(BluetoothSettings(), writer, self.central, self)
        self.pairing = PairingOverMqtt(self.desk, lambda: self.now_s)

    async def central(self) -> Central:
        raise BluetoothTrouble(NO_ADAPTER)

    def paired(self, made: Remembered) -> None:
        self.deeds.append(f"paired {made.pairing.device}")

    async def unpaired(self, pairing: Pairing) -> None:
        self.deeds.append(f"unpaired {pairing.device}")

    def renamed(self, device: str, name: str) -> None:
        self.deeds.append(f"renamed {device} {name}")

    async def ask(self, payload: object) -> dict[str, Any]:
        self.now_s += REFILL_S
        said = len(self.said)
        await self.pairing.take(
            payload if isinstance(payload, bytes) else json.dumps(payload).encode(), self.said.append
        )
        assert len(self.said) == said + 1
        return self.said[-1]


def furnish(conn: sqlite3.Connection) -> None:
    people.add_wearer(conn, "Ada", "Europe/Berlin")
    devices.ensure_device(conn, "strap", now_ns=1, kind="ble")
    pairings.add(conn, STRAP)


def in_house(folder: Path, talk: Callable[[House], Awaitable[None]]) -> None:
    async def life() -> None:
        async with Writer(folder / "hearth.db", commit_interval_s=0.0) as writer:
            await writer.write(furnish)
            await talk(House(writer))

    asyncio.run(life())


@pytest.mark.parametrize(
    ("payload", "status", "words"),
    [
        (b"", "not understood", "truncated"),
        (b"pair!", "not understood", "malformed"),
        (b"[]", "not understood", "object"),
        (b"{}", "not understood", "op"),
        ({"op": "shutdown"}, "not understood", "shutdown"),
        ({"op": "scan", "seconds": 1e9}, "not understood", "<= 60"),
        ({"op": "pair", "address": ADDRESS}, "not understood", "choice"),
        ({"op": "pair", "choice": 1}, "failed", "no wearable has the number 1 now"),
        ({"op": "scan"}, "failed", "No Bluetooth adapter"),
        ({"op": "rename", "device": "../../x", "name": "x"}, "not understood", "device"),
        ({"op": "rename", "device": "strap", "name": "\x1b[2J"}, "not understood", "name"),
        ({"op": "rename", "device": "strap", "name": "Blue\n"}, "not understood", "name"),
        ({"op": "rename", "device": "strap", "name": "\x9b2J"}, "not understood", "name"),
        ({"op": "wear", "device": "strap", "wearer": "\u202eecilA"}, "not understood", "wearer"),
        ({"op": "unpair", "device": "strap\n"}, "not understood", "device"),
        ({"op": "rename", "device": "other", "name": "x"}, "failed", "no wearable other"),
        ({"op": "unpair", "device": "other"}, "failed", "no wearable other"),
        (b"x" * (BYTES_MAX + 1), "not understood", "at most"),
    ],
)
def test_what_cannot_be_done_is_answered_in_words(
    tmp_path: Path, payload: object, status: str, words: str
) -> None:
    async def talk(house: House) -> None:
        answer = await house.ask(payload)
        assert answer["status"] == status
        assert words in answer["error"]
        assert house.deeds == []

    in_house(tmp_path, talk)


def test_deeds_are_done_answered_under_their_transaction_and_noted(tmp_path: Path) -> None:
    async def talk(house: House) -> None:
        named = await house.ask({"op": "rename", "device": "strap", "name": "Blue", "transaction": "t1"})
        assert named == {
            "transaction": "t1",
            "op": "rename",
            "status": "done",
            "device": "strap",
            "name": "Blue",
        }
        worn = await house.ask({"op": "wear", "device": "strap", "wearer": "Bob"})
        assert (worn["status"], worn["transaction"]) == ("done", None)
        gone = await house.ask({"op": "unpair", "device": "strap", "transaction": "t3"})
        assert (gone["status"], gone["bond_left"]) == ("done", NO_ADAPTER.sentence)
        assert house.deeds == ["renamed strap Blue", "unpaired strap"]

    in_house(tmp_path, talk)
    with closing(open_reader(tmp_path / "hearth.db")) as conn:
        assert [(deed.who, deed.what) for deed in audit.audit(conn, 0, 2**62)] == [
            ("MQTT", "wearable renamed"),
            ("MQTT", "wearer changed"),
            ("MQTT", "wearable unpaired"),
        ]
        assert pairings.pairings(conn) == []
        assert [device.name for device in devices.devices(conn)] == ["Blue"]


def test_what_the_store_refuses_is_answered_over_mqtt_and_over_the_local_socket(tmp_path: Path) -> None:
    asked = {"op": "rename", "device": "strap", "name": "Blue"}

    async def talk(house: House) -> None:
        await house.writer.write(lambda conn: conn.execute("DROP TABLE audit").fetchall())
        answer = await house.ask(asked)
        assert answer["status"] == "failed"
        assert "audit" in answer["error"]
        with pytest.raises(HearthError, match="audit"):
            await pairing_requests.handle(house.desk, asked)
        assert house.deeds == []

    in_house(tmp_path, talk)


def test_a_flood_of_requests_is_neither_done_nor_answered_one_by_one(tmp_path: Path) -> None:
    async def talk(house: House) -> None:
        payload = json.dumps({"op": "rename", "device": "strap", "name": "Blue"}).encode()
        for _ in range(200):
            await house.pairing.take(payload, house.said.append)
        assert [answer["status"] for answer in house.said] == ["done"] * BURST + ["busy"]
        assert len(house.deeds) == BURST
        house.now_s += REFILL_S
        await house.pairing.take(payload, house.said.append)
        assert house.said[-1]["status"] == "done"

    in_house(tmp_path, talk)
