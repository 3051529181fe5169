"""What virtual radios must do for hosts that trust the specification, where bumble's own do not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from bumble import hci

from tests.bluetooth.bumble_air import ENHANCED, Air, Radio
from tests.bluetooth.bumble_room import GATEWAY, ramp, room
from tests.bluetooth.strap import PMD_CONTROL, PMD_DATA, Strap
from tests.ingest.receiver import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bleak import BleakClient

    from tests.bluetooth.bumble_room import Room

START = bytes.fromhex("02000001820001010E00")
UNKNOWN = bytes.fromhex("01FFFD00")  # a vendor's command
REMOTE_VERSION = bytes.fromhex("011D04020100")  # bumble says that it knows this one
STRAP = hci.Address("A0:9E:1A:00:00:01", hci.Address.PUBLIC_DEVICE_ADDRESS)


class Desk:
    """A host that only reads."""

    def __init__(self) -> None:
        self.events: list[hci.HCI_Packet] = []

    def on_packet(self, packet: bytes) -> None:
        self.events.append(hci.HCI_Packet.from_bytes(packet))


def at_desk(test: Callable[[Radio, Desk], Awaitable[None]]) -> None:
    async def body() -> None:
        desk = Desk()
        await test(Radio("desk", Air(), GATEWAY, sink=desk), desk)

    asyncio.run(body())


def reach() -> hci.HCI_LE_Create_Connection_Command:
    return hci.HCI_LE_Create_Connection_Command(
        le_scan_interval=16,
        le_scan_window=16,
        initiator_filter_policy=0,
        peer_address_type=STRAP.address_type,
        peer_address=STRAP,
        own_address_type=hci.OwnAddressType.PUBLIC,
        connection_interval_min=24,
        connection_interval_max=40,
        max_latency=0,
        supervision_timeout=42,
        min_ce_length=0,
        max_ce_length=0,
    )


@pytest.mark.parametrize("command", [UNKNOWN, REMOTE_VERSION])
def test_every_command_is_answered(command: bytes) -> None:
    async def test(radio: Radio, desk: Desk) -> None:
        radio.on_packet(command)
        await until(lambda: len(desk.events) == 1)
        [answer] = desk.events
        assert isinstance(answer, hci.HCI_Command_Status_Event)
        assert answer.status == hci.HCI_ErrorCode.UNKNOWN_HCI_COMMAND_ERROR

    at_desk(test)


@pytest.mark.parametrize("mask", [0, ENHANCED])
def test_a_cancelled_attempt_ends_with_the_event_that_the_host_waits_for(mask: int) -> None:
    async def test(radio: Radio, desk: Desk) -> None:
        radio.on_packet(bytes(hci.HCI_LE_Set_Event_Mask_Command(le_event_mask=mask.to_bytes(8, "little"))))
        radio.on_packet(bytes(reach()))
        for _ in range(2):
            radio.on_packet(bytes(hci.HCI_LE_Create_Connection_Cancel_Command()))
        radio.on_packet(bytes(reach()))
        await until(lambda: len(desk.events) == 6)
        wanted = (
            hci.HCI_LE_Enhanced_Connection_Complete_Event if mask else hci.HCI_LE_Connection_Complete_Event
        )
        [ended] = [event for event in desk.events if isinstance(event, hci.HCI_LE_Meta_Event)]
        assert isinstance(ended, wanted)
        assert ended.status == hci.HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR
        [begun, again] = [event for event in desk.events if isinstance(event, hci.HCI_Command_Status_Event)]
        assert begun.status == again.status == hci.HCI_COMMAND_STATUS_PENDING

    at_desk(test)


def test_packets_keep_their_order_and_wait_for_their_turn() -> None:
    async def test(here: Room) -> None:
        heard: list[bytes] = []
        client = await streaming(here, heard)
        here.air.interval_s = 0.01
        for _ in range(20):
            await here.hosted.advance(0.5)
        handed = [taken.payload() for taken in here.strap.taken if taken.handed]
        await until(lambda: len(heard) == len(handed))
        assert heard == handed
        await client.disconnect()

    run(test)


def test_a_link_that_one_side_ends_is_ended_for_the_right_reason_at_both() -> None:
    async def test(here: Room) -> None:
        reasons: list[object] = []
        client = await streaming(here, [])
        [connection] = here.gateway.device.connections.values()
        connection.on("disconnection", reasons.append)
        assert here.hosted.connection is not None
        here.hosted.connection.on("disconnection", reasons.append)
        await client.disconnect()
        await until(lambda: len(reasons) == 2)
        assert set(reasons) == {
            hci.HCI_ErrorCode.CONNECTION_TERMINATED_BY_LOCAL_HOST_ERROR,
            hci.HCI_ErrorCode.REMOTE_USER_TERMINATED_CONNECTION_ERROR,
        }

    run(test)


def test_a_controller_that_is_reset_has_forgotten_its_links() -> None:
    async def test(here: Room) -> None:
        await streaming(here, [])
        await here.gateway.device.host.reset()
        await until(lambda: here.hosted.connection is None)
        assert not here.strap.link

    run(test)


def run(test: Callable[[Room], Awaitable[None]]) -> None:
    async def body() -> None:
        async with room(Strap(ramp, bond=False)) as here:
            await test(here)

    asyncio.run(body())


async def streaming(here: Room, heard: list[bytes]) -> BleakClient:
    client = here.client()
    await client.connect()
    await client.start_notify(PMD_CONTROL, lambda *_: None)
    await client.start_notify(PMD_DATA, lambda _, data: heard.append(bytes(data)))
    await client.write_gatt_char(PMD_CONTROL, START, response=True)
    return client
