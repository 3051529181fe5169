"""Bluetooth in the house: what becomes of links in the store, in the alarms and in the live picture."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from daemon.alarm_rules import Level
from daemon.alarms import Alarms, AlarmsConfig
from daemon.bluetooth import Bluetooth, pinned
from daemon.hub import Hub
from daemon.notify import NotificationsConfig
from daemon.outbox import Outbox
from daemon.pairing import PairingBusy, PairingDesk
from daemon.pairing_store import Wish
from daemon.publish import Handlers, Publisher
from daemon.topics import Topics
from dsp.types import Charge, Frame, Pulse
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.trouble import BluetoothTrouble
from ingest.mqtt import MqttSettings
from storage import devices, people
from storage.database import open_reader
from storage.errors import JobRefused
from storage.pairings import Pairing
from storage.writer import Writer
from tests.bluetooth.bus import ADDRESS_VARIABLE
from tests.bluetooth.gateway import numbered
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap
from tests.daemon.broker_house import Desk, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from ingest.frames import RawFrame
    from tests.bluetooth.bluez import Bluez

ID = "polar-h10-a1b2c3d4"
LATER_S = 3600.0  # longer than any alarm waits


class House:
    """Everything around Bluetooth but the broker and the analysis; alarms on a clock that the test turns."""

    def __init__(self, writer: Writer, settings: BluetoothSettings) -> None:
        self.writer = writer
        self.now_s = 1e5
        self.packets = 0
        self.alarms = Alarms(
            AlarmsConfig(),
            NotificationsConfig(),
            Topics(),
            min_free_mb=0,
            told=lambda _: None,
            urgent=lambda _: None,
            monotonic=lambda: self.now_s,
        )
        self.hub = Hub(self.alarms)
        desk = Desk()
        handlers = Handlers(desk.answer, desk.acknowledge, desk.connections.append)
        outbox = Outbox(writer.path, writer, lambda _: True)
        self.hub.publisher = Publisher(MqttSettings(), Topics(), outbox, handlers)
        self.bluetooth = Bluetooth(settings, writer, self.hub, self._put)
        self.pairing = PairingDesk(settings, writer, self.bluetooth.central, self.bluetooth)

    async def _put(self, raw: RawFrame) -> None:
        self.packets += 1
        del raw

    def phase(self) -> str | None:
        link = self.bluetooth.links.get(ID)
        return link.phase if link else None

    def shown(self, key: str) -> object:
        return getattr(self.hub.live.all[ID], key)

    def says(self, rule: str, device: str | None, after_s: float = LATER_S) -> object:
        """What a rule says when things have been as they are for ``after_s``; no time passes."""
        self.now_s += after_s
        verdict = dict(self.alarms.facts.verdicts(frozenset())).get((rule, device))
        self.now_s -= after_s
        return verdict.text if isinstance(verdict, Level) else None

    def state(self) -> devices.DeviceState | None:
        with closing(open_reader(self.writer.path)) as conn:
            return devices.latest_state(conn, ID)


@asynccontextmanager
async def house(folder: Path, **settings: Any) -> AsyncIterator[House]:  # noqa: ANN401 - of BluetoothSettings
    async with Writer(folder / "hearth.db", commit_interval_s=0.0) as writer:
        await writer.write(lambda conn: people.add_wearer(conn, "Ada", "Europe/Berlin"))
        one = House(writer, BluetoothSettings(**settings))
        task = asyncio.create_task(one.bluetooth.run())
        try:
            yield one
        finally:
            await one.bluetooth.close()
            await task


def test_a_heart_rate_beside_an_ecg_that_is_dead_is_no_sign_of_life(tmp_path: Path) -> None:
    async def life() -> None:
        async with house(tmp_path) as one:
            one.hub.received(Frame(ID, None, None, 130.0, np.zeros(73, np.int32)), 1)
            one.now_s += LATER_S
            one.hub.heard(Pulse(ID, 60, (1024,), contact=True), 2)
            one.hub.heard(Charge(ID, 80), 2)
            assert one.says("no_data", ID, after_s=0.0) == "No data for 60 min"
            one.hub.heard(Pulse(ID, 60, (1024,), waveform=False), 3)
            assert one.says("no_data", ID, after_s=0.0) is None, "it is all that this one sends"

    asyncio.run(life())


def test_only_a_bond_ties_a_wearable_to_the_adapter_that_it_was_paired_over() -> None:
    own = "00:1A:7D:00:00:01"
    made = Pairing(
        ID, "A0:9E:1A:00:00:01", "polar-h10", "Strap", "I", own, bonded=True, identity=None, paired_ns=1
    )
    assert pinned(made).adapter == own, "the keys are its own"
    assert pinned(replace(made, bonded=False)).adapter is None, "another one may take its place"


@pytest.fixture
def strap() -> Strap:
    return Strap(numbered, ecg_after_s=1.0)


@pytest.fixture
def bluez(strap: Strap) -> Iterator[Bluez]:
    with room(strap, factor=10.0) as bluez:
        yield bluez


def test_a_life_with_a_strap(tmp_path: Path, bluez: Bluez, strap: Strap) -> None:
    async def life() -> None:
        async with house(tmp_path) as one:
            made = await one.pairing.pair(Wish(strap.address, name="Blue"), "test")
            assert (made.device, made.title, made.waveform) == (ID, "Polar H10", True)
            await until(lambda: one.phase() == "streaming" and one.packets > 3)
            await until(lambda: (state := one.state()) is not None and state.connected is True)
            assert (one.shown("connected"), one.shown("link_trouble")) == (True, None)

            bluez.ask(strap.off_body)
            await until(lambda: one.phase() == "off body")
            await until(lambda: (state := one.state()) is not None and state.lead_off is True)
            assert one.shown("link") == "off body"
            assert one.says("no_data", ID) is None
            assert "Not worn for 60 min" in str(one.says("not_worn", ID))

            bluez.ask(strap.on_body)
            await until(lambda: one.phase() == "streaming")
            assert (one.says("not_worn", ID), one.says("no_data", ID)) == (None, "No data for 60 min")

            assert one.says("bluetooth_down", None) is None
            await asyncio.to_thread(bluez.remove_adapter)
            await until(lambda: one.says("bluetooth_down", None) is not None)
            assert "adapter" in str(one.says("bluetooth_down", None))
            assert one.says("wearable_trouble", ID) is None
            await asyncio.to_thread(bluez.add_adapter)
            await until(lambda: one.says("bluetooth_down", None) is None)
            await until(lambda: one.phase() == "streaming")

            assert (await one.pairing.unpair(ID, "test")).bond_left is None
            assert (one.phase(), one.shown("link"), strap.streaming) == (None, None, False)
            await asyncio.to_thread(bluez.remove_adapter)
            await asyncio.sleep(0)
            assert one.says("bluetooth_down", None) is None  # nobody needs it any more

    run(life())


@pytest.mark.usefixtures("bluez")
def test_a_paired_strap_is_taken_up_at_the_start_and_put_to_sleep_at_the_end(
    tmp_path: Path, strap: Strap
) -> None:
    async def life() -> None:
        async with house(tmp_path) as one:
            await one.pairing.pair(Wish(strap.address), "test")
            await until(lambda: one.packets > 0)
        assert (strap.streaming, strap.link) == (False, False)
        async with Writer(tmp_path / "hearth.db", commit_interval_s=0.0) as writer:
            again = House(writer, BluetoothSettings())
            task = asyncio.create_task(again.bluetooth.run())
            await until(lambda: again.packets > 0)
            await again.bluetooth.close()
            await task
            state = again.state()
            assert state is not None
            assert state.connected is False
        assert not strap.streaming

    run(life())


@pytest.mark.usefixtures("bluez")
def test_one_scan_at_a_time(tmp_path: Path, strap: Strap) -> None:
    async def life() -> None:
        async with house(tmp_path) as one:
            scan = one.pairing.scan(30)
            assert await anext(scan)
            with pytest.raises(PairingBusy, match="under way"):
                await anext(one.pairing.scan(1))
            with pytest.raises(PairingBusy):
                await one.pairing.pair(Wish(strap.address), "test")
            await scan.aclose()
            again = one.pairing.scan(30)
            assert await anext(again)
            await again.aclose()

    run(life())


def test_what_cannot_be_remembered_leaves_no_bond(tmp_path: Path, bluez: Bluez, strap: Strap) -> None:
    async def life() -> None:
        async with house(tmp_path) as one:
            await one.writer.write(lambda conn: conn.execute("DROP TABLE audit").fetchall())
            with pytest.raises(JobRefused, match="audit"):
                await one.pairing.pair(Wish(strap.address), "test")
            assert strap.address not in bluez.bonds()
            assert one.phase() is None
            assert await one.writer.write(devices.devices) == []

    run(life())


def test_where_nobody_wants_it_no_bus_is_spoken_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, f"unix:path={tmp_path / 'none'}")

    async def life() -> None:
        async with house(tmp_path) as one:
            await asyncio.sleep(0.1)
            assert one.bluetooth.links == {}
            assert one.says("bluetooth_down", None) is None
            with pytest.raises(BluetoothTrouble, match="message bus"):
                await anext(one.pairing.scan(1))
            assert one.says("bluetooth_down", None) is None  # a look that failed is no alarm
        async with house(tmp_path, enabled="yes") as one:
            await until(lambda: one.says("bluetooth_down", None) is not None)
        async with house(tmp_path, enabled="no") as one:
            with pytest.raises(BluetoothTrouble, match="switched off in the configuration"):
                await anext(one.pairing.scan(1))

    run(life())
