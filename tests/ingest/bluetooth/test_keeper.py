from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest
from bleak import BleakClient, BleakScanner

from ingest.bluetooth import heart_rate
from ingest.bluetooth.central import Central
from ingest.bluetooth.settings import BluetoothSettings
from tests.bluetooth.gateway import Gateway, numbered, until
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.keeping import (
    CLOSE_LIMIT_S,
    HASTY,
    PACE,
    linked_again,
    pin,
    says,
    streaming,
    tell,
    trouble,
    unbonded,
)
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_control import START, STOP, Status

if TYPE_CHECKING:
    from ingest.frames import RawFrame
    from tests.bluetooth.bluez import Bluez


def test_a_wearable_is_sought_connected_and_heard() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)) as gateway:
            await until(lambda: gateway.phase("strap") == "streaming")
            state = gateway.central.links["strap"]
            assert state.trouble is None
            assert state.rssi_dbm is not None
        phases = [each.phase for each in gateway.states]
        assert phases == ["searching", "connecting", "streaming", "stopped"]

    tell(story, strap)


def test_the_stream_is_stopped_at_the_end_so_that_the_strap_sleeps() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            assert bluez.ask(lambda: strap.streaming)
            began = time.monotonic()
        assert time.monotonic() - began < CLOSE_LIMIT_S
        assert not bluez.ask(lambda: strap.streaming)
        assert not bluez.ask(lambda: strap.link)
        assert strap.commands[-1][0] == STOP

    tell(story, strap)


def test_a_lost_link_is_made_again_and_nothing_is_heard_twice() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)) as gateway:
            for _ in range(3):
                links = strap.links
                bluez.lose_link(strap.address)
                await linked_again(strap, links)
                await gateway.streams("strap")
            assert bluez.doubled() == 0
        assert gateway.received["strap"].dropped == 0

    tell(story, strap)


def test_a_wearable_taken_off_is_off_body_until_it_is_worn_again() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)) as gateway:
            await until(lambda: gateway.phase("strap") == "streaming")
            bluez.ask(strap.off_body)
            await until(lambda: gateway.phase("strap") == "off body")
            assert strap.link
            await until(lambda: not strap.link)  # it hangs up by itself after 45 s
            seen = len(gateway.states)
            hung_up_s = bluez.now_s
            await until(lambda: bluez.now_s > hung_up_s + 60.0)
            assert {each.phase for each in gateway.states[seen:]} <= {"off body"}
            bluez.ask(strap.on_body)
            await until(lambda: gateway.phase("strap") == "streaming")
        told = [each.phase for each in gateway.states]
        later = told[told.index("off body") :]
        assert later == ["off body"] * (len(later) - 2) + ["streaming", "stopped"]

    tell(story, strap)


def test_one_that_says_nothing_of_the_skin_any_more_is_worn_when_its_ecg_comes() -> None:
    strap = unbonded()

    def hide_heart_rate() -> None:
        strap.services = tuple(each for each in strap.services if each.uuid != heart_rate.SERVICE)

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap), pace=HASTY) as gateway:
            await until(lambda: gateway.phase("strap") == "streaming")
            bluez.ask(strap.off_body)
            await until(lambda: gateway.phase("strap") == "off body" and not strap.link)
            bluez.ask(hide_heart_rate)
            bluez.ask(strap.on_body)
            await until(lambda: gateway.phase("strap") == "streaming")

    tell(story, strap)


def test_one_with_the_same_name_but_another_address_is_left_alone() -> None:
    stranger = unbonded(address="A0:9E:1A:00:00:99")

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(unbonded())], pace=PACE) as gateway:
            await says(gateway, "not_found")
            assert gateway.phase("strap") == "searching"
        assert stranger.links == 0

    tell(story, stranger)


def test_one_with_another_serial_number_is_not_listened_to() -> None:
    strap = unbonded(serial="A1B2C3D4")

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap, serial="FFFFFFFF")], pace=PACE) as gateway:
            await says(gateway, "wrong_device")
            assert gateway.received["strap"].frames == 0
            assert strap.commands == []
        async with streaming(bluez, pin(strap, serial="A1B2C3D4")):
            pass

    tell(story, strap)


def test_connected_but_silent_it_is_started_anew() -> None:
    strap = unbonded(ecg_after_s=10_000.0)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap)], pace=HASTY) as gateway:
            await says(gateway, "no_data")
            bluez.ask(lambda: setattr(strap, "ecg_after_s", 30.0))  # late, as a real one may be
            await gateway.streams("strap")
            await until(lambda: trouble(gateway) is None)

    tell(story, strap)


def test_a_strap_that_ends_its_stream_itself_is_started_again() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)) as gateway:
            bluez.ask(strap.stop_itself)
            await until(lambda: any(each.trouble for each in gateway.states))
            await gateway.streams("strap", 4)
            await until(lambda: trouble(gateway) is None)

    tell(story, strap)


def test_what_a_strap_refuses_is_told_in_its_words() -> None:
    strap = unbonded()
    strap.refuse(START, Status.IN_CHARGER, 2)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap)], pace=PACE) as gateway:
            await says(gateway, "refused")
            found = trouble(gateway)
            assert found is not None
            assert "charge" in found.sentence
            assert gateway.central.links["strap"].attempts > 0
            await gateway.streams("strap")
            await until(lambda: gateway.central.links["strap"].attempts == 0)

    tell(story, strap)


def test_a_bond_that_the_strap_lost_is_told_as_that() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez) -> None:
        async with Central.standalone(BluetoothSettings(), PACE) as central:
            identity = await central.pair(strap.address)
        assert identity.bonded
        bluez.ask(strap.forget)
        async with Gateway(bluez, [pin(strap, bonded=True)], pace=PACE) as gateway:
            await says(gateway, "bond_lost")

    tell(story, strap)


def test_a_link_that_a_killed_gateway_left_is_taken_over() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        device = await BleakScanner.find_device_by_address(strap.address)
        assert device is not None
        left = BleakClient(device)
        await left.connect()
        assert not strap.advertising
        try:
            async with streaming(bluez, pin(strap)):
                assert strap.links == 1
        finally:
            await left.disconnect()

    tell(story, strap)


def test_a_strap_without_ecg_gives_its_pulses() -> None:
    strap = HeartRateStrap()

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap, kind="heart-rate")], pace=PACE) as gateway:
            await until(lambda: len(gateway.received["strap"].pulses) > 3)
            assert gateway.phase("strap") == "streaming"

    tell(story, strap)


def test_what_the_taker_raises_ends_the_run() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async def refuse(raw: RawFrame) -> None:
            raise ZeroDivisionError(raw.device)

        gateway = Gateway(bluez, pace=PACE)
        gateway.central._put = refuse
        with pytest.raises(ZeroDivisionError, match="strap"):
            await gateway.central.run([pin(strap)])
        assert not bluez.ask(lambda: strap.link)

    tell(story, strap)


def test_a_cancelled_run_ends_every_stream_however_often_it_is_cancelled() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        gateway = Gateway(bluez, [pin(strap)], pace=PACE)
        task = asyncio.create_task(gateway.central.run(gateway.pinned))
        await gateway.streams("strap")
        began = time.monotonic()
        while not task.done():
            task.cancel()
            await asyncio.sleep(0)
        assert task.cancelled()
        assert time.monotonic() - began < CLOSE_LIMIT_S
        assert strap.commands[-1][0] == STOP
        assert not bluez.ask(lambda: strap.link)

    tell(story, strap)
