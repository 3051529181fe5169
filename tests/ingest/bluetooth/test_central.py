from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest
from bleak import BleakScanner

from ingest.bluetooth.central import Central
from ingest.bluetooth.links import Pinned
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.trouble import EndedUnasked
from tests.bluetooth.gateway import PATIENCE_S, Gateway, numbered, until
from tests.bluetooth.patience import patient
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_control import STOP

if TYPE_CHECKING:
    from tests.bluetooth.bluez import Bluez

FACTOR: Final = 20.0
PACE: Final = patient(FACTOR)
AWAY: Final = "A0:9E:1A:00:00:77"
ASK: Final = """
import sys
from ingest.bluetooth import central, kinds, links, settings
packages = {name.partition(".")[0] for name in sys.modules}
print(sorted(packages & {"bleak", "dbus_fast", "bleak_retry_connector"}))
"""


def straps(n: int) -> list[Strap]:
    return [Strap(numbered, bond=False, address=f"A0:9E:1A:00:00:0{i}") for i in range(n)]


def pins(*each: Strap) -> list[Pinned]:
    return [Pinned(f"strap-{n}", strap.address, "polar-h10") for n, strap in enumerate(each)]


def test_a_gateway_without_bluetooth_loads_none_of_it() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_several_wearables_stream_at_once() -> None:
    three = straps(3)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, pins(*three), pace=PACE) as gateway:
            for each in gateway.pinned:
                await gateway.streams(each.device, 4)
            assert {each.phase for each in gateway.central.links.values()} == {"streaming"}
        assert not bluez.ask(lambda: any(each.streaming for each in three))
        assert gateway.central.links == {}

    with room(*three, factor=FACTOR) as bluez:
        run(story(bluez))


def test_wearables_are_kept_and_dropped_while_it_runs() -> None:
    one, two = straps(2)
    first, second = pins(one, two)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [first], pace=PACE) as gateway:
            await gateway.streams(first.device)
            gateway.central.keep(first)  # nothing new: nothing happens
            gateway.central.keep(second)
            await until(lambda: gateway.phase(second.device) == "streaming")
            await gateway.central.drop(first.device)
            await gateway.central.drop("unknown")
            assert one.commands[-1][0] == STOP
            assert not bluez.ask(lambda: one.link)
            assert set(gateway.central.links) == {second.device}
            assert one.links == 1
            assert gateway.phase(second.device) == "streaming"

    with room(one, two, factor=FACTOR) as bluez:
        run(story(bluez))


def test_a_wearable_described_anew_is_kept_as_described() -> None:
    one, two = straps(2)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [Pinned("strap", one.address, "polar-h10")], pace=PACE) as gateway:
            await gateway.streams("strap")
            gateway.central.keep(Pinned("strap", two.address, "polar-h10"))
            await until(lambda: two.streaming)
            await until(lambda: not one.link)
            await until(lambda: gateway.phase("strap") == "streaming")

    with room(one, two, factor=FACTOR) as bluez:
        run(story(bluez))


def test_a_kind_that_is_not_known_any_more_is_told_and_the_others_go_on() -> None:
    (one,) = straps(1)

    async def story(bluez: Bluez) -> None:
        lost = Pinned("home-made", AWAY, "no-such-profile")
        async with Gateway(bluez, [lost, *pins(one)], pace=PACE) as gateway:
            await gateway.streams("strap-0")
            state = gateway.central.links["home-made"]
            assert state.phase == "stopped"
            assert state.trouble is not None
            assert "no-such-profile" in state.trouble.sentence

    with room(one, factor=FACTOR) as bluez:
        run(story(bluez))


def test_no_address_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    (one,) = straps(1)

    async def story(bluez: Bluez) -> None:
        async with Gateway(bluez, [*pins(one), Pinned("away", AWAY, "polar-h10")], pace=PACE) as gateway:
            await gateway.streams("strap-0")
            bluez.lose_link(one.address)
            await until(lambda: gateway.phase("strap-0") != "streaming")
            bluez.stop()
            bluez.start()
            await gateway.streams("strap-0")
            bluez.remove_adapter()
            await until(lambda: not gateway.central.radio.ok)

    with caplog.at_level(logging.INFO), room(one, factor=FACTOR) as bluez:
        run(story(bluez))
    text = caplog.text.upper()
    assert "STRAP-0" in text
    for address in (one.address, AWAY, "00:1A:7D:DA:71:13"):
        assert address not in text
        assert address.replace(":", "_") not in text


def test_it_may_be_run_again_after_its_end() -> None:
    (one,) = straps(1)

    async def story(bluez: Bluez) -> None:
        gateway = Gateway(bluez, pins(one), pace=PACE)
        for _ in range(2):
            task = asyncio.create_task(gateway.central.run(gateway.pinned))
            await gateway.streams("strap-0")
            task.cancel()
            await asyncio.wait({task})
            assert task.cancelled()
            assert not bluez.ask(lambda: one.link)

    with room(one, factor=FACTOR) as bluez:
        run(story(bluez))


def test_a_failure_is_raised_once_and_then_it_may_be_run_again() -> None:
    (one,) = straps(1)

    async def story(bluez: Bluez) -> None:
        gateway = Gateway(bluez, pins(one), pace=PACE)
        taken = gateway.central._put

        async def fail(raw: object) -> None:
            raise ZeroDivisionError(raw)

        gateway.central._put = fail
        with pytest.raises(ZeroDivisionError):
            await gateway.central.run(gateway.pinned)
        gateway.central._put = taken
        task = asyncio.create_task(gateway.central.run(gateway.pinned))
        await gateway.streams("strap-0")
        await gateway.central.close()
        await task

    with room(one, factor=FACTOR) as bluez:
        run(story(bluez))


@pytest.mark.parametrize(
    ("where", "part"), [("put", "wearable strap-0"), ("tell", "radio"), ("scan", "radio")]
)
def test_a_part_that_a_stray_cancellation_ends_is_not_silently_gone(
    where: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = straps(1)

    async def stray(*_: object) -> None:
        raise asyncio.CancelledError

    def strayed(_: object) -> None:
        raise asyncio.CancelledError

    async def story(bluez: Bluez) -> None:
        gateway = Gateway(bluez, pins(one), pace=PACE)
        with monkeypatch.context() as leak:
            match where:
                case "tell":
                    leak.setattr(gateway, "radio", strayed)
                case "scan":
                    leak.setattr(BleakScanner, "start", stray)
                case _:
                    leak.setattr(gateway.central, "_put", stray)
            with pytest.raises(EndedUnasked, match=part):
                async with asyncio.timeout(PATIENCE_S):
                    await gateway.central.run(gateway.pinned)
        task = asyncio.create_task(gateway.central.run(gateway.pinned))
        await gateway.streams("strap-0")
        await gateway.central.close()
        await task

    with room(one, factor=FACTOR) as bluez:
        run(story(bluez))


def test_closing_what_never_ran_is_no_error() -> None:
    async def story() -> None:
        central = Central(BluetoothSettings(), put=_unused, listener=_Nobody())
        assert not central.radio.ok
        await central.close()

    asyncio.run(story())


async def _unused(raw: object) -> None:
    raise AssertionError(raw)


class _Nobody:
    def link(self, state: object) -> None:
        raise AssertionError(state)

    def radio(self, state: object) -> None:
        raise AssertionError(state)
