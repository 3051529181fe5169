"""Faults of the radio, and of BlueZ, under one wearable that is kept."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.gateway import Gateway, until
from tests.bluetooth.keeping import (
    CLOSE_LIMIT_S,
    linked_again,
    pin,
    reaches,
    streaming,
    tell,
    unbonded,
)

if TYPE_CHECKING:
    from tests.bluetooth.bluez import Bluez

SLOW: Final = 5.0  # where simulated time is measured, a busy machine must be able to follow


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


# An adapter that refuses to scan is switched off and on; that may be told before it was told to be busy.
@pytest.mark.parametrize(
    ("member", "troubles"), [("Connect", {"busy"}), ("StartDiscovery", {"busy", "powered_off"})]
)
def test_a_busy_adapter_is_asked_again(member: str, troubles: set[str]) -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        bluez.busy(member, 3)
        async with streaming(bluez, pin(strap)) as gateway:
            assert troubles & {each.trouble.kind for each in gateway.states if each.trouble}

    tell(story, strap)


def test_it_is_found_without_passive_scanning_too() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            pass

    tell(story, strap, manners=Manners(monitors=False))


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

    tell(story, stuck, *well, factor=SLOW)


def test_a_hanging_bluetoothd_does_not_keep_the_gateway_from_ending() -> None:
    strap = unbonded()

    async def story(bluez: Bluez) -> None:
        async with streaming(bluez, pin(strap)):
            bluez.hang(on=True)
            began = time.monotonic()
        assert time.monotonic() - began < CLOSE_LIMIT_S
        bluez.hang(on=False)

    tell(story, strap)
