from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest
from bleak import BleakClient, BleakScanner

from ingest.bluetooth import heart_rate
from ingest.bluetooth.central import Central
from ingest.bluetooth.links import Pinned
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.settings import BluetoothSettings
from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.gateway import Gateway, numbered, until
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_control import START, STOP, Status

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from ingest.bluetooth.trouble import Trouble
    from ingest.frames import RawFrame
    from tests.bluetooth.bluez import Bluez
    from tests.bluetooth.peripheral import Peripheral

FACTOR: Final = 20.0
PACE: Final = Pace().scaled(1 / FACTOR)
CLOSE_LIMIT_S: Final = 5.0  # real; the promise is in real seconds, and here everything is 20 times as quick


def pin(peripheral: Peripheral, device: str = "strap", **more: Any) -> Pinned:  # noqa: ANN401 - of Pinned
    return Pinned(device, peripheral.address, **{"kind": "polar-h10", **more})


def unbonded(**how: Any) -> Strap:  # noqa: ANN401 - of Strap
    return Strap(numbered, bond=False, **how)


def tell(story: Callable[[Bluez], Coroutine[Any, Any, None]], *straps: Peripheral, **how: Any) -> None:  # noqa: ANN401 - of Bluez
    with room(*straps, factor=FACTOR, **how) as bluez:
        run(story(bluez))


@asynccontextmanager
async def streaming(bluez: Bluez, *pinned: Pinned) -> AsyncIterator[Gateway]:
    async with Gateway(bluez, pinned) as gateway:
        for each in pinned:
            await gateway.streams(each.device)
        yield gateway


def trouble(gateway: Gateway, device: str = "strap") -> Trouble | None:
    state = gateway.central.links.get(device)
    return state.trouble if state else None


async def linked_again(strap: Strap, links: int) -> None:
    await until(lambda: strap.links > links)


async def reaches(gateway: Gateway, device: str, *, streaming: bool) -> None:
    await until(lambda: (gateway.phase(device) == "streaming") is streaming)


async def says(gateway: Gateway, kind: str, device: str = "strap") -> None:
    await until(lambda: (found := trouble(gateway, device)) and found.kind == kind)


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
        async with streaming(bluez, pin(strap)) as gateway:
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
        async with Gateway(bluez, [pin(unbonded())]) as gateway:
            await says(gateway, "not_found")
            assert gateway.phase("strap") == "searching"
        assert stranger.links == 0

    tell(story, stranger)


def test_one_with_another_serial_number_is_not_listened_to() -> None:
    strap = unbonded(serial="A1B2C3D4")

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap, serial="FFFFFFFF")]) as gateway:
            await says(gateway, "wrong_device")
            assert gateway.received["strap"].frames == 0
            assert strap.commands == []
        async with streaming(bluez, pin(strap, serial="A1B2C3D4")):
            pass

    tell(story, strap)


def test_connected_but_silent_it_is_started_anew() -> None:
    strap = unbonded(ecg_after_s=10_000.0)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap)]) as gateway:
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
        async with Gateway(bluez, [pin(strap)]) as gateway:
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
        async with Gateway(bluez, [pin(strap, bonded=True)]) as gateway:
            await says(gateway, "bond_lost")

    tell(story, strap)


@pytest.mark.parametrize("fault", ["bluetoothd", "bus", "adapter", "renumbered", "power", "block"])
def test_every_fault_of_the_radio_is_survived(fault: str) -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)) as gateway:
            for _ in range(2):
                links = strap.links
                match fault:
                    case "bluetoothd":
                        bluez.stop()
                        bluez.start()
                    case "bus":
                        bluez.bus.kill()
                        bluez.bus.start()
                    case "adapter":
                        bluez.remove_adapter()
                        await until(lambda: gateway.phase("strap") == "waiting")
                        bluez.add_adapter()
                    case "renumbered":
                        (old,) = bluez.ask(lambda: list(bluez.stack.plugged))
                        bluez.remove_adapter(old)
                        bluez.add_adapter("hci1" if old == "hci0" else "hci0")
                    case "power":
                        bluez.power(on=False)
                    case _:
                        bluez.block()
                        await until(lambda: gateway.phase("strap") == "waiting")
                        bluez.unblock()
                await linked_again(strap, links)
                await gateway.streams("strap")
            assert bluez.doubled() == 0

    tell(story, strap)


def test_services_told_as_resolved_too_early_are_waited_for() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            pass

    tell(story, strap, manners=Manners(early=True))


@pytest.mark.parametrize("member", ["Connect", "StartDiscovery"])
def test_a_busy_adapter_is_asked_again(member: str) -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        bluez.busy(member, 3)
        async with streaming(bluez, pin(strap)) as gateway:
            assert "busy" in {each.trouble.kind for each in gateway.states if each.trouble}

    tell(story, strap)


def test_it_is_found_without_passive_scanning_too() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            pass

    tell(story, strap, manners=Manners(monitors=False))


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


def test_one_that_cannot_be_connected_does_not_delay_the_others() -> None:
    stuck = unbonded(address="A0:9E:1A:00:00:02")
    well = [unbonded(address=f"A0:9E:1A:00:01:0{n}") for n in range(3)]

    async def hide(bluez: Bluez, gateway: Gateway) -> None:
        """It is heard, but answers no request for a link."""
        while True:
            if gateway.phase("stuck") == "connecting":
                bluez.take_away(stuck.address)
            else:
                bluez.bring_back(stuck.address)
            await asyncio.sleep(0.005)

    async def story(bluez: Bluez) -> None:
        pins = [pin(each, f"well-{n}") for n, each in enumerate(well)]
        async with Gateway(bluez, [pin(stuck, "stuck"), *pins]) as gateway:
            hiding = asyncio.create_task(hide(bluez, gateway))
            for each in pins:
                await gateway.streams(each.device)
            await until(lambda: gateway.central.links["stuck"].attempts > 0)
            for one in well:
                bluez.lose_link(one.address)
            for each in pins:
                await reaches(gateway, each.device, streaming=False)
            before_s = bluez.now_s
            for each in pins:
                await reaches(gateway, each.device, streaming=True)
            assert bluez.now_s - before_s < 60.0
            assert "streaming" not in {each.phase for each in gateway.states if each.device == "stuck"}
            hiding.cancel()

    tell(story, stuck, *well)


def test_a_strap_without_ecg_gives_its_pulses() -> None:
    strap = HeartRateStrap()

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [pin(strap, kind="heart-rate")]) as gateway:
            await until(lambda: len(gateway.received["strap"].pulses) > 3)
            assert gateway.phase("strap") == "streaming"

    tell(story, strap)


def test_what_the_taker_raises_ends_the_run() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async def refuse(raw: RawFrame) -> None:
            raise ZeroDivisionError(raw.device)

        gateway = Gateway(bluez)
        gateway.central._put = refuse
        with pytest.raises(ZeroDivisionError, match="strap"):
            await gateway.central.run([pin(strap)])
        assert not bluez.ask(lambda: strap.link)

    tell(story, strap)


def test_a_cancelled_run_ends_every_stream_however_often_it_is_cancelled() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        gateway = Gateway(bluez, [pin(strap)])
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


def test_a_hanging_bluetoothd_does_not_keep_the_gateway_from_ending() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            bluez.hang(on=True)
            began = time.monotonic()
        assert time.monotonic() - began < CLOSE_LIMIT_S
        bluez.hang(on=False)

    tell(story, strap)
