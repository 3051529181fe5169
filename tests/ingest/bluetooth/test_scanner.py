from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest

from ingest.bluetooth.adapter import Adapter
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.scanner import Scanner
from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.gateway import numbered, until
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from ingest.bluetooth.sighting import Sighting
    from tests.bluetooth.bluez import Bluez

FACTOR: Final = 20.0
PACE: Final = Pace().scaled(1 / FACTOR)
ADAPTER: Final = Adapter(
    "/org/bluez/hci0", "hci0", "00:1A:7D:DA:71:13", powered=True, central=True, monitors=True
)


@asynccontextmanager
async def scanning(*, passive: bool = True) -> AsyncIterator[Scanner]:
    scanner = Scanner(ADAPTER, PACE, passive=passive)
    task = asyncio.create_task(scanner.run())
    try:
        yield scanner
    finally:
        task.cancel()
        await asyncio.wait({task})


def tell(story: Callable[[Bluez], Coroutine[Any, Any, None]], *straps: Strap, **how: Any) -> None:  # noqa: ANN401 - of Bluez
    with room(*straps, factor=FACTOR, **how) as bluez:
        run(story(bluez))


def air_is_used(bluez: Bluez) -> bool:
    return bluez.ask(lambda: bluez.stack.adapters["hci0"].scanning)


def sends(bluez: Bluez) -> bool:
    """An active scan asks every wearable for more."""
    return bluez.ask(lambda: bool(bluez.stack.adapters["hci0"]._sessions))


def test_nobody_seeks_so_nobody_scans() -> None:
    async def story(bluez: Bluez) -> None:
        async with scanning() as scanner:
            assert not air_is_used(bluez)
            found = await scanner.find("A0:9E:1A:00:00:01")
            assert found.seen.name == "Polar H10 A1B2C3D4"
            await until(lambda: not air_is_used(bluez))

    tell(story, Strap(numbered))


def test_all_who_seek_share_one_scan_and_get_their_own() -> None:
    straps = [Strap(numbered, address=f"A0:9E:1A:00:00:0{n}") for n in range(4)]

    async def story(bluez: Bluez) -> None:
        del bluez
        async with scanning() as scanner:
            found = await asyncio.gather(*(scanner.find(each.address.lower()) for each in straps))
            assert [each.device.address for each in found] == [each.address for each in straps]

    tell(story, *straps)


@pytest.mark.parametrize(("monitors", "passive"), [(True, True), (True, False), (False, True)])
def test_it_goes_on_until_the_wearable_is_there(monitors: bool, passive: bool) -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez) -> None:
        bluez.take_away(strap.address)
        radio = bluez.ask(lambda: bluez.stack.adapters["hci0"])
        async with scanning(passive=passive and monitors) as scanner:
            find = asyncio.create_task(scanner.find(strap.address))
            modes: set[bool] = set()
            begun_s = bluez.now_s
            while bluez.now_s < begun_s + 40.0:
                modes |= bluez.ask(lambda: {bool(radio._sessions)} if radio.scanning else set())
                await asyncio.sleep(0.01)
            assert modes == ({True, False} if monitors and passive else {True})
            bluez.bring_back(strap.address)
            assert (await find).device.address == strap.address

    tell(story, strap, manners=Manners(monitors=monitors))


def test_nothing_is_scanned_while_somebody_connects() -> None:
    async def story(bluez: Bluez) -> None:
        async with scanning() as scanner:
            find = asyncio.create_task(scanner.find("A0:9E:1A:00:00:77"))
            await until(lambda: air_is_used(bluez))
            async with scanner.paused():
                assert not air_is_used(bluez)
                await asyncio.sleep(5 * PACE.scan_off_s)
                assert not air_is_used(bluez)
            await until(lambda: air_is_used(bluez))
            find.cancel()

    tell(story, Strap(numbered))


def test_a_table_hears_everything_and_is_always_active() -> None:
    straps = [Strap(numbered, address=f"A0:9E:1A:00:00:0{n}") for n in range(3)]
    heard: dict[str, Sighting] = {}

    async def story(bluez: Bluez) -> None:
        async with scanning() as scanner:
            with scanner.table(lambda each: heard.update({each.seen.address: each})):
                await until(lambda: len(heard) == len(straps))
                assert sends(bluez)
            await until(lambda: not air_is_used(bluez))

    tell(story, *straps)


def test_a_refused_scan_is_told_and_tried_again() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.busy("StartDiscovery", 2)
        async with scanning() as scanner:
            find = asyncio.create_task(scanner.find("A0:9E:1A:00:00:01"))
            await until(lambda: scanner.trouble and scanner.trouble.kind == "busy")
            await find
            await until(lambda: scanner.trouble is None and not scanner.stuck)

    tell(story, Strap(numbered))


def test_a_change_of_a_wearable_that_is_not_heard_is_no_sighting() -> None:
    strap = Strap(numbered)

    async def story(bluez: Bluez) -> None:
        async with scanning() as scanner:
            await scanner.find(strap.address)
            bluez.take_away(strap.address)
            await until(lambda: not air_is_used(bluez))
            find = asyncio.create_task(scanner.find(strap.address))
            await until(lambda: air_is_used(bluez))
            device = bluez.ask(lambda: bluez.stack.device(strap.address))
            assert device is not None
            bluez.ask(device.unseen)
            await asyncio.sleep(PACE.scan_on_s / 2)
            assert not find.done()
            find.cancel()

    tell(story, strap)
