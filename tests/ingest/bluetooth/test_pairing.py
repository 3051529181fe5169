from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from ingest.bluetooth.central import Central
from ingest.bluetooth.links import Pinned
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.trouble import BluetoothTrouble
from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.gateway import Gateway, numbered, until
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.patience import patient
from tests.bluetooth.peripheral import Characteristic, Peripheral, Service
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_control import START, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tests.bluetooth.bluez import Bluez

FACTOR: Final = 20.0
PACE: Final = patient(FACTOR)
HASTY: Final = Pace().scaled(1 / FACTOR)  # for what is about time-outs
ABSENT: Final = "A0:9E:1A:00:00:77"
SCAN_S: Final = 1.0


def tell(
    story: Callable[[Bluez, Central], Coroutine[Any, Any, None]], *straps: Peripheral, pace: Pace = PACE
) -> None:
    async def standing(bluez: Bluez) -> None:
        async with Central.standalone(BluetoothSettings(), pace) as central:
            await story(bluez, central)

    with room(*straps, factor=FACTOR) as bluez:
        run(standing(bluez))


def test_the_table_names_what_is_in_reach_and_known_kinds_come_first() -> None:
    strap, plain = Strap(numbered), HeartRateStrap()
    beacon = Peripheral("AA:AA:AA:AA:AA:AA", "", ())

    async def story(bluez: Bluez, central: Central) -> None:
        del bluez
        tables = [table async for table in central.scan(SCAN_S)]
        kinds = {each.address: each.kind for each in tables[-1]}
        assert kinds == {strap.address: "polar-h10", plain.address: "heart-rate", beacon.address: None}
        assert tables[-1][-1].address == beacon.address
        first = next(each for each in tables[-1] if each.address == strap.address)
        assert first.title == "Polar H10"
        assert first.name == strap.name
        assert first.rssi_dbm is not None
        assert first.paired is None

    tell(story, strap, plain, beacon)


def test_a_strap_that_wants_it_is_bonded_tried_out_and_let_go() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        identity = await central.pair(strap.address.lower())
        assert identity.bonded
        assert (identity.address, identity.kind) == (strap.address, "polar-h10")
        assert (identity.serial, identity.firmware) == ("A1B2C3D4", "5.0.0")
        assert (identity.manufacturer, identity.model) == ("Polar Electro Oy", "H10")
        assert identity.battery_pct == 80
        assert identity.adapter == "00:1A:7D:DA:71:13"
        assert bluez.bonds() == {strap.address}
        assert bluez.ask(lambda: set(bluez.stack.trusted)) == {strap.address}
        assert not bluez.ask(lambda: strap.link)
        assert not bluez.ask(lambda: strap.streaming)

    tell(story, strap)


def test_a_bond_that_bluez_makes_of_its_own_accord_is_one() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        bluez.busy("Pair", 1)
        assert (await central.pair(strap.address)).bonded
        assert bluez.bonds() == {strap.address}

    tell(story, strap)


def test_one_that_wants_no_bond_gets_none() -> None:
    strap = Strap(numbered, bond=False)

    async def story(bluez: Bluez, central: Central) -> None:
        assert not (await central.pair(strap.address, "polar-h10")).bonded
        assert bluez.bonds() == frozenset()

    tell(story, strap)


def test_a_bond_that_the_strap_has_lost_is_made_anew() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        await central.pair(strap.address)
        bluez.ask(strap.forget)
        assert (await central.pair(strap.address)).bonded
        assert bluez.ask(lambda: strap.bonded)

    tell(story, strap)


def test_one_that_is_bonded_already_is_paired_again_without_ado() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        del bluez
        await central.pair(strap.address)
        assert (await central.pair(strap.address)).bonded

    tell(story, strap)


def test_one_that_is_not_in_reach_is_not_found() -> None:
    async def story(bluez: Bluez, central: Central) -> None:
        del bluez
        with pytest.raises(BluetoothTrouble) as raised:
            await central.pair(ABSENT)
        assert raised.value.trouble.kind == "not_found"

    tell(story, Strap(numbered), pace=HASTY)


def test_one_that_cannot_be_started_is_not_paired_and_leaves_no_bond() -> None:
    strap = Strap(numbered)
    strap.refuse(START, Status.IN_CHARGER, 5)

    async def story(bluez: Bluez, central: Central) -> None:
        with pytest.raises(BluetoothTrouble) as raised:
            await central.pair(strap.address)
        assert raised.value.trouble.kind == "refused"
        assert bluez.bonds() == frozenset()
        assert not bluez.ask(lambda: strap.link)

    tell(story, strap)


def test_what_hearth_cannot_read_is_not_paired() -> None:
    lamp = Peripheral(
        "AA:AA:AA:AA:AA:AA",
        "Lamp",
        (
            Service(
                "0000ff00-0000-1000-8000-00805f9b34fb",
                (Characteristic("0000ff01-0000-1000-8000-00805f9b34fb", ("read",)),),
            ),
        ),
    )

    async def story(bluez: Bluez, central: Central) -> None:
        del bluez
        for kind in (None, "polar-h10", "no-such-kind"):
            with pytest.raises(BluetoothTrouble) as raised:
                await central.pair(lamp.address, kind)
            assert raised.value.trouble.kind == "refused"

    tell(story, lamp)


def test_unpairing_forgets_the_bond_and_an_unknown_address_is_no_error() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        await central.pair(strap.address)
        await central.unpair(strap.address)
        assert bluez.bonds() == frozenset()
        await central.unpair(ABSENT)

    tell(story, strap)


def test_without_a_radio_the_trouble_is_told() -> None:
    async def story(bluez: Bluez, central: Central) -> None:
        bluez.remove_adapter()
        for attempt in (central.pair(ABSENT), central.unpair(ABSENT), anext(central.scan(SCAN_S))):
            with pytest.raises(BluetoothTrouble) as raised:
                await attempt
            assert raised.value.trouble.kind == "no_adapter"

    tell(story, pace=HASTY)


def test_a_pairing_that_is_given_up_leaves_nothing_behind() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        task = asyncio.create_task(central.pair(strap.address))
        await until(lambda: strap.link)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()
        assert not bluez.ask(lambda: strap.link)
        assert (await central.pair(strap.address)).bonded

    tell(story, strap)


@pytest.mark.parametrize("times", [1, 3])
def test_a_pairing_that_is_given_up_once_bonded_leaves_no_bond_and_no_window(times: int) -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez, central: Central) -> None:
        task = asyncio.create_task(central.pair(strap.address))
        await until(lambda: bluez.bonds() and not task.done())
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0)
        await asyncio.wait({task})
        assert task.cancelled()
        assert bluez.bonds() == set()
        assert bluez.ask(lambda: bluez.stack.agent_for("")) is None

    tell(story, strap)


@pytest.mark.parametrize("kept", [False, True])
def test_it_is_handed_over_once_its_link_is_down(*, kept: bool) -> None:
    strap = Strap(numbered, bond=False)
    pin = Pinned("strap", strap.address, "polar-h10")
    hasty = replace(PACE, disconnect_s=0.05)  # BlueZ takes longer, as a real one does

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin] if kept else [], pace=hasty) as gateway:
            if kept:
                await gateway.streams("strap")
            links = strap.links
            await gateway.central.pair(strap.address)
            assert not bluez.ask(lambda: strap.link)
            gateway.central.keep(pin)
            await gateway.streams("strap")
            assert strap.links == links + 2
            assert {each.trouble for each in gateway.states} == {None}

    with room(strap, factor=FACTOR, manners=Manners(disconnect_s=10.0)) as bluez:
        run(story(bluez))


def test_pairing_one_that_is_kept_lets_it_go_and_keeps_it_again() -> None:
    strap, other = Strap(numbered, bond=False), Strap(numbered, bond=False, address="A0:9E:1A:00:00:02")
    pins = [
        Pinned("strap", strap.address, "polar-h10"),
        Pinned("other", other.address, "polar-h10"),
    ]

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, pins, pace=PACE) as gateway:
            for each in pins:
                await gateway.streams(each.device)
            frames = gateway.received["other"].frames
            identity = await gateway.central.pair(strap.address)
            assert identity.serial == "A1B2C3D4"
            await gateway.streams("strap")
            assert gateway.received["other"].frames > frames
            assert other.links == 1
            await gateway.central.unpair(strap.address)
            assert set(gateway.central.links) == {"other"}
            assert not bluez.ask(lambda: strap.link)
            table = [table async for table in gateway.central.scan(SCAN_S)][-1]
            assert strap.address in {each.address for each in table}

    with room(strap, other, factor=FACTOR) as bluez:
        run(story(bluez))
