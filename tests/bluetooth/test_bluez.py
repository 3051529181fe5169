"""The fake has the real one's bad habits, so that whoever passes its tests has to cope with them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from bleak import BleakClient, BleakScanner
from bleak.exc import BleakDBusError, BleakGATTProtocolError
from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

from tests.bluetooth.agent import Agent
from tests.bluetooth.bluez_manners import AGENTS, ROOT
from tests.bluetooth.gateway import numbered, until
from tests.bluetooth.heart_service import HEART_RATE, HeartRateStrap
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import PMD_CONTROL, Strap

if TYPE_CHECKING:
    from bleak.backends.device import BLEDevice

    from tests.bluetooth.peripheral import Peripheral


async def find(peripheral: Peripheral) -> BLEDevice:
    device = await BleakScanner.find_device_by_address(peripheral.address)
    assert device is not None
    return device


def test_a_client_that_is_not_disconnected_doubles_every_notification() -> None:
    strap = HeartRateStrap()

    async def twice() -> None:
        gone, heard = asyncio.Event(), list[bytes]()
        first = BleakClient(await find(strap), disconnected_callback=lambda _: gone.set())
        await first.connect()
        await first.start_notify(HEART_RATE, lambda *_: None)
        bluez.lose_link(strap.address)
        await gone.wait()
        async with BleakClient(await find(strap)) as second:
            await second.start_notify(HEART_RATE, lambda _, data: heard.append(bytes(data)))
            await until(lambda: len(heard) >= 6)
            assert bluez.doubled() >= 2
            await first.disconnect()
            doubled = bluez.doubled()
            heard.clear()
            await until(lambda: len(heard) >= 3)
            assert bluez.doubled() == doubled

    with room(strap, factor=50.0) as bluez:
        run(twice())


def test_an_encrypted_characteristic_hangs_without_an_agent() -> None:
    strap = Strap(numbered)

    async def read() -> float:
        async with BleakClient(await find(strap)) as client:
            asked_s = bluez.now_s
            with pytest.raises((BleakDBusError, BleakGATTProtocolError)):
                await client.read_gatt_char(PMD_CONTROL)
            return bluez.now_s - asked_s

    with room(strap, factor=200.0) as bluez:
        assert run(read()) > 25.0
        assert bluez.bonds() == frozenset()


@pytest.mark.parametrize("allows", [True, False])
def test_an_agent_is_asked_about_a_pairing(*, allows: bool) -> None:
    strap = Strap(numbered)

    async def read() -> None:
        agent = Agent(allows=allows)
        bus = await MessageBus(bus_type=BusType.SYSTEM).connect()
        bus.export("/agent", agent)
        for member, signature, body in (
            ("RegisterAgent", "os", ["/agent", "NoInputNoOutput"]),
            ("RequestDefaultAgent", "o", ["/agent"]),
        ):
            call = Message("org.bluez", ROOT, AGENTS, member, signature=signature, body=body)
            reply = await bus.call(call)
            assert reply is not None
            assert reply.message_type is MessageType.METHOD_RETURN
        async with BleakClient(await find(strap)) as client:
            if allows:
                assert (await client.read_gatt_char(PMD_CONTROL))[0] == 0x0F
            else:
                with pytest.raises(BleakDBusError):
                    await client.read_gatt_char(PMD_CONTROL)
        assert agent.asked == ["/org/bluez/hci0/dev_A0_9E_1A_00_00_01"]
        bus.disconnect()

    with room(strap, factor=100.0) as bluez:
        run(read())
        assert bluez.bonds() == ({strap.address} if allows else frozenset())
