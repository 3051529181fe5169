from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ingest.bluetooth.pace import Pace
from ingest.bluetooth.radio import Radio
from ingest.bluetooth.rfkill import HARD, RFKILL
from ingest.bluetooth.scanner import STUCK_AFTER
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.station import Station
from tests.bluetooth.bluez import Bluez
from tests.bluetooth.bus import ADDRESS_VARIABLE, Bus
from tests.bluetooth.gateway import until
from tests.bluetooth.room import room, run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    import pytest

    from ingest.bluetooth.links import RadioState

FACTOR: Final = 20.0
PACE: Final = Pace().scaled(1 / FACTOR)
DENY: Final = '<deny send_destination="org.bluez"/>'


@dataclass
class Watched:
    radio: Radio
    told: list[RadioState] = field(default_factory=list)

    async def is_ok(self) -> None:
        await until(lambda: self.radio.state.ok)

    async def says(self, kind: str) -> None:
        await until(lambda: self.radio.state.trouble and self.radio.state.trouble.kind == kind)

    def station(self) -> Station:
        found = self.radio.station()
        assert isinstance(found, Station)
        return found


@asynccontextmanager
async def watching(
    settings: BluetoothSettings | None = None, rfkill: Path = RFKILL
) -> AsyncIterator[Watched]:
    told: list[RadioState] = []
    watched = Watched(Radio(settings or BluetoothSettings(), PACE, told.append, rfkill=rfkill), told)
    task = asyncio.create_task(watched.radio.run())
    try:
        yield watched
    finally:
        task.cancel()
        await asyncio.wait({task})


def in_room(story: Callable[[Bluez], Coroutine[Any, Any, None]]) -> None:
    with room(factor=FACTOR) as bluez:
        run(story(bluez))


def test_an_adapter_that_is_there_can_be_used() -> None:
    async def story(bluez: Bluez) -> None:
        del bluez
        async with watching() as watched:
            await watched.is_ok()
            assert watched.radio.state.adapter == "hci0"
            assert watched.station().adapter.monitors
        assert [each.ok for each in watched.told] == [True]

    in_room(story)


def test_an_adapter_comes_and_goes_and_changes_its_number() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.remove_adapter()
            await watched.says("no_adapter")
            assert station.gone.is_set()
            bluez.add_adapter("hci1")
            await watched.is_ok()
            assert watched.radio.state.adapter == "hci1"
            assert watched.station() is not station

    in_room(story)


def test_an_adapter_named_by_its_address_is_found_under_any_number() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.remove_adapter()
        bluez.add_adapter("hci7")
        async with watching(BluetoothSettings(adapter="00:1a:7d:da:71:13")) as watched:
            await watched.is_ok()
            assert watched.radio.state.adapter == "hci7"
        async with watching(BluetoothSettings(adapter="hci0")) as watched:
            await watched.says("no_adapter")
            assert watched.radio.state.trouble is not None
            assert "hci7" in watched.radio.state.trouble.sentence

    in_room(story)


def test_an_adapter_that_is_off_is_switched_on() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.power(on=False)
            await until(station.gone.is_set)
            await watched.is_ok()
            assert bluez.ask(lambda: bluez.stack.adapters["hci0"].powered)

    in_room(story)


def test_an_adapter_that_nobody_uses_is_left_off() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.add_adapter("hci1")
        bluez.power(on=False, name="hci1")
        async with watching() as watched:
            await watched.is_ok()
            for _ in range(3):
                await watched.radio.changed()
            assert not bluez.ask(lambda: bluez.stack.adapters["hci1"].powered)
            await until(lambda: isinstance(watched.radio.station("hci1"), Station))
            assert bluez.ask(lambda: bluez.stack.adapters["hci1"].powered)

    in_room(story)


def test_an_adapter_is_left_off_where_we_may_not_switch_it() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.power(on=False)
        async with watching(BluetoothSettings(power_on=False)) as watched:
            await watched.says("powered_off")
            bluez.power(on=True)
            await watched.is_ok()

    in_room(story)


def test_a_blocked_adapter_is_told_as_blocked_and_used_once_it_is_free(tmp_path: Path) -> None:
    async def story(bluez: Bluez) -> None:
        async with watching(rfkill=tmp_path) as watched:
            await watched.is_ok()
            bluez.block()
            await watched.says("blocked")
            bluez.unblock()
            await watched.is_ok()

    in_room(story)


def test_the_kernel_s_switch_says_more_than_bluez(tmp_path: Path) -> None:
    switch = tmp_path / "rfkill0"
    switch.mkdir()
    for name, text in (("type", "bluetooth"), ("name", "hci0"), ("soft", "0"), ("hard", "1")):
        (switch / name).write_text(text)

    async def story(bluez: Bluez) -> None:
        bluez.power(on=False)
        async with watching(rfkill=tmp_path) as watched:
            await watched.says("blocked")
            assert watched.radio.state.trouble == HARD
            (switch / "hard").write_text("0")
            await watched.is_ok()

    in_room(story)


def test_bluetoothd_ends_and_comes_back() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.stop()
            await watched.says("no_bluez")
            assert station.gone.is_set()
            bluez.start()
            await watched.is_ok()
            assert watched.station() is not station

    in_room(story)


def test_bluetoothd_restarts_at_once() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.stop()
            bluez.start()
            await until(station.gone.is_set)
            await watched.is_ok()

    in_room(story)


def test_bluetoothd_is_not_there_yet() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.stop()
        async with watching() as watched:
            await watched.says("no_bluez")
            bluez.start()
            await watched.is_ok()

    in_room(story)


def test_bluetoothd_hangs_and_recovers() -> None:
    async def story(bluez: Bluez) -> None:
        bluez.hang(on=True)
        async with watching() as watched:
            await watched.says("no_answer")
            bluez.hang(on=False)
            await watched.is_ok()

    in_room(story)


def test_the_message_bus_restarts() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.bus.kill()
            await watched.says("no_bus")
            assert station.gone.is_set()
            bluez.bus.start()
            await watched.is_ok()

    in_room(story)


def test_the_message_bus_turns_us_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        async with watching() as watched:
            await watched.says("no_permission")

    with Bus(DENY) as bus:
        monkeypatch.setenv(ADDRESS_VARIABLE, bus.address)
        with Bluez(bus, [], factor=FACTOR):
            run(story())


def test_an_adapter_that_refuses_to_scan_is_switched_off_and_on() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.busy("StartDiscovery", 5)
            find = asyncio.create_task(station.scanner.find("A0:9E:1A:00:00:01"))
            await until(lambda: station.scanner.trouble and station.scanner.trouble.kind == "busy")
            await until(station.gone.is_set)
            await watched.is_ok()
            find.cancel()

    in_room(story)


def test_an_adapter_that_refuses_for_good_is_not_switched_again_and_again() -> None:
    async def story(bluez: Bluez) -> None:
        async with watching() as watched:
            await watched.is_ok()
            station = watched.station()
            bluez.busy("StartDiscovery", 10_000)
            find = asyncio.create_task(station.scanner.find("A0:9E:1A:00:00:01"))
            await until(station.gone.is_set)
            find.cancel()
            await watched.is_ok()
            again = watched.station()
            find = asyncio.create_task(again.scanner.find("A0:9E:1A:00:00:01"))
            await until(lambda: again.scanner.refusals > 2 * STUCK_AFTER or again.gone.is_set())
            assert not again.gone.is_set()
            find.cancel()

    in_room(story)
