"""One wearable or a few that are kept, in a fake BlueZ: what tests of that have in common."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from ingest.bluetooth.links import Pinned
from ingest.bluetooth.pace import Pace
from tests.bluetooth.gateway import Gateway, numbered, until
from tests.bluetooth.patience import patient
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from ingest.bluetooth.trouble import Trouble
    from tests.bluetooth.bluez import Bluez
    from tests.bluetooth.peripheral import Peripheral

FACTOR: Final = 20.0
PACE: Final = patient(FACTOR)
HASTY: Final = Pace().scaled(1 / FACTOR)  # for what is about time-outs
CLOSE_LIMIT_S: Final = 5.0  # real; the promise is in real seconds, and here everything is 20 times as quick


def pin(peripheral: Peripheral, device: str = "strap", **more: Any) -> Pinned:  # noqa: ANN401 - of Pinned
    """What is kept."""
    return Pinned(device, peripheral.address, **{"kind": "polar-h10", **more})


def unbonded(**how: Any) -> Strap:  # noqa: ANN401 - of Strap
    """A strap that wants no bond."""
    return Strap(numbered, bond=False, **how)


def tell(story: Callable[[Bluez], Coroutine[Any, Any, None]], *straps: Peripheral, **how: Any) -> None:  # noqa: ANN401 - of Bluez
    """Tell a story of wearables in a room."""
    with room(*straps, **{"factor": FACTOR, **how}) as bluez:
        run(story(bluez))


@asynccontextmanager
async def streaming(bluez: Bluez, *pinned: Pinned, pace: Pace = PACE) -> AsyncIterator[Gateway]:
    """A gateway in which all ``pinned`` stream."""
    async with Gateway(bluez, pinned, pace=pace) as gateway:
        for each in pinned:
            await gateway.streams(each.device)
        yield gateway


def trouble(gateway: Gateway, device: str = "strap") -> Trouble | None:
    """What stands in the way of a wearable."""
    state = gateway.central.links.get(device)
    return state.trouble if state else None


async def linked_again(strap: Strap, links: int) -> None:
    """Wait for one more link than ``links``."""
    await until(lambda: strap.links > links)


async def reaches(gateway: Gateway, device: str, *, streaming: bool) -> None:
    """Wait until a wearable streams, or does not."""
    await until(lambda: (gateway.phase(device) == "streaming") is streaming)


async def says(gateway: Gateway, kind: str, device: str = "strap") -> None:
    """Wait for a trouble of that kind."""
    await until(lambda: (found := trouble(gateway, device)) and found.kind == kind)
