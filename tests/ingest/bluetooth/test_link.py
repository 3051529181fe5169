from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from bleak import BleakClient

from ingest.bluetooth.central import Central
from ingest.bluetooth.diagnosis import Unbonded
from ingest.bluetooth.information import read_information, read_serial
from ingest.bluetooth.link import Link, Unanswered, _services, connected
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.trouble import BluetoothTrouble
from ingest.bluetooth.wearable import LinkLost, WearableError
from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.gateway import numbered, until
from tests.bluetooth.heart_service import BATTERY, HEART_RATE
from tests.bluetooth.patience import patient
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import FIRMWARE, PMD_CONTROL, PMD_DATA, SERIAL, Strap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from ingest.bluetooth.station import Station
    from tests.bluetooth.bluez import Bluez

FACTOR: Final = 20.0
PACE: Final = patient(FACTOR)
HASTY: Final = Pace().scaled(1 / FACTOR)  # for what is about time-outs
ABSENT: Final = "0000ff01-0000-1000-8000-00805f9b34fb"


@asynccontextmanager
async def station() -> AsyncIterator[Station]:
    async with Central.standalone(BluetoothSettings(), PACE) as central:
        yield await central._station()


@asynccontextmanager
async def linked(strap: Strap, pace: Pace = PACE) -> AsyncIterator[Link]:
    async with station() as adapter:
        found = await adapter.scanner.find(strap.address)
        async with connected(adapter, found.device, pace, failed=False) as link:
            yield link


def tell(story: Callable[[Bluez, Link], Coroutine[Any, Any, None]], strap: Strap, **how: Any) -> None:  # noqa: ANN401 - of Bluez
    async def over_a_link(bluez: Bluez) -> None:
        async with linked(strap) as link:
            await story(bluez, link)
        assert not bluez.ask(lambda: strap.link)

    with room(strap, factor=FACTOR, **how) as bluez:
        run(over_a_link(bluez))


def unbonded() -> Strap:
    return Strap(numbered, bond=False)


@pytest.mark.parametrize("mtu", [23, 185, 517])
def test_the_packet_size_is_the_link_s(mtu: int) -> None:
    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        assert link.mtu == mtu

    tell(story, unbonded(), manners=Manners(mtu=mtu))


def test_values_are_read_written_and_heard() -> None:
    strap = unbonded()

    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        assert link.offers(PMD_DATA)
        assert link.offers(PMD_DATA.upper())
        assert not link.offers(ABSENT)
        assert await link.read(SERIAL) == b"A1B2C3D4"
        answers: list[bytes] = []
        await link.subscribe(PMD_CONTROL, answers.append)
        await link.subscribe(PMD_DATA, lambda _: None)
        await link.write(PMD_CONTROL, b"\x01\x00")
        await until(lambda: answers)
        assert answers[0][:2] == b"\xf0\x01"
        pulses: list[bytes] = []
        await link.subscribe(HEART_RATE, pulses.append)
        await until(lambda: len(pulses) > 1)

    tell(story, strap)


def test_what_a_wearable_says_of_itself_is_read() -> None:
    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        said = await read_information(link)
        assert (said.serial, said.firmware, said.battery_pct) == ("A1B2C3D4", "5.0.0", 80)
        assert await read_serial(link) == "A1B2C3D4"

    tell(story, unbonded())


def test_what_a_stranger_says_of_itself_is_cut_and_cleaned() -> None:
    strap = unbonded()
    strap.values[SERIAL] = b"\x1b[31m" + b"S" * 500
    strap.values[FIRMWARE] = b"5.0\xff\x00\x07tail"
    strap.values[BATTERY] = b"\xff"

    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        said = await read_information(link)
        assert said.serial.isprintable()
        assert len(said.serial) <= 64
        assert said.firmware == "5.0\ufffd"
        assert said.battery_pct is None

    tell(story, strap)


def test_what_is_not_offered_or_not_allowed_is_an_error_of_the_wearable() -> None:
    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        for wrong in (
            link.read(ABSENT),
            link.write(ABSENT, b"\x01"),
            link.subscribe(ABSENT, lambda _: None),
            link.read(HEART_RATE),
            link.write(SERIAL, b"\x01"),
            link.write(PMD_CONTROL, b"\x01\x00"),  # before anybody listens for the answer
        ):
            with pytest.raises(WearableError) as raised:
                await wrong
            assert not isinstance(raised.value, LinkLost)
        assert not link.lost.is_set()

    tell(story, unbonded())


def test_without_keys_and_agent_an_encrypted_value_cannot_be_had() -> None:
    async def story(bluez: Bluez, link: Link) -> None:
        del bluez
        with pytest.raises((Unbonded, Unanswered)):
            await link.read(PMD_CONTROL)

    tell(story, Strap(numbered))


def test_a_request_ends_with_its_link() -> None:
    strap = unbonded()

    async def story(bluez: Bluez, link: Link) -> None:
        bluez.lose_link(strap.address)
        with pytest.raises(LinkLost):
            await _read_for_ever(link)
        assert link.lost.is_set()
        with pytest.raises(LinkLost):
            await link.read(SERIAL)

    tell(story, strap)


async def _read_for_ever(link: Link) -> None:
    while True:
        await link.read(SERIAL)


def test_a_request_that_is_never_answered_ends() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with linked(strap, replace(PACE, gatt_s=HASTY.gatt_s)) as link:
            bluez.hang(on=True)
            with pytest.raises(Unanswered):
                await link.read(SERIAL)
            bluez.hang(on=False)
            await until(lambda: bluez.now_s > 0)

    with room(strap, factor=FACTOR) as bluez:
        run(story(bluez))


def test_after_a_lost_link_nothing_more_is_heard_from_it() -> None:
    strap = unbonded()

    async def story(bluez: Bluez, link: Link) -> None:
        heard: list[bytes] = []
        await link.subscribe(HEART_RATE, heard.append)
        await until(lambda: heard)
        bluez.lose_link(strap.address)
        await link.lost.wait()
        n = len(heard)
        async with linked(strap) as again:
            later: list[bytes] = []
            await again.subscribe(HEART_RATE, later.append)
            await until(lambda: len(later) > 2)
        assert len(heard) == n

    tell(story, strap)


def test_only_one_connects_at_a_time() -> None:
    straps = [Strap(numbered, bond=False, address=f"A0:9E:1A:00:00:0{n}") for n in range(3)]
    at_once: list[int] = []

    async def one(adapter: Station, strap: Strap, bluez: Bluez) -> None:
        found = await adapter.scanner.find(strap.address)
        async with connected(adapter, found.device, PACE, failed=False):
            at_once.append(
                bluez.ask(
                    lambda: sum(
                        each._attempt is not None for each in bluez.stack.adapters["hci0"].devices.values()
                    )
                )
            )

    async def story(bluez: Bluez) -> None:
        async with station() as adapter:
            async with asyncio.TaskGroup() as group:
                for strap in straps:
                    group.create_task(one(adapter, strap, bluez))
            assert adapter.links == 0
        assert max(at_once) <= 1
        assert len(at_once) == len(straps)

    with room(*straps, factor=FACTOR) as bluez:
        run(story(bluez))


def test_a_link_that_goes_before_its_services_are_looked_at_is_trouble() -> None:
    """bleak then has no services to show, and says so with an error of its own."""

    async def story() -> None:
        with pytest.raises(BluetoothTrouble):
            await _services(BleakClient("A0:9E:1A:00:00:01"), PACE)

    asyncio.run(story())


def test_one_that_is_gone_is_given_up_in_time() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with station() as adapter:
            found = await adapter.scanner.find(strap.address)
            bluez.take_away(strap.address)
            with pytest.raises(BluetoothTrouble) as raised:
                async with connected(adapter, found.device, HASTY, failed=False):
                    pass
            assert raised.value.trouble.kind in {"no_answer", "not_found", "lost"}

    with room(strap, factor=FACTOR) as bluez:
        run(story(bluez))
