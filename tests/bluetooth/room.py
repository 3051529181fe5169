"""A room with wearables and a gateway's radio in it, none of it real but the bus between."""

from __future__ import annotations

import asyncio
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ingest.bluetooth import bleak_state
from tests.bluetooth.bluez import Bluez
from tests.bluetooth.bus import ADDRESS_VARIABLE, Bus

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from tests.bluetooth.peripheral import Peripheral

T = TypeVar("T")
LEAVE_LIMIT_S: Final = 5.0  # bleak leaves the bus in milliseconds


@contextmanager
def room(*peripherals: Peripheral, **how: Any) -> Iterator[Bluez]:  # noqa: ANN401 - of Bluez
    """A fake BlueZ on a bus that this process, and programs it starts, take for the system's."""
    before = os.environ.get(ADDRESS_VARIABLE)
    with Bus() as bus:
        os.environ[ADDRESS_VARIABLE] = bus.address
        try:
            with Bluez(bus, peripherals, **how) as bluez:
                yield bluez
        finally:
            if before is None:
                del os.environ[ADDRESS_VARIABLE]
            else:
                os.environ[ADDRESS_VARIABLE] = before


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run ``work``; bleak leaves nothing behind."""

    async def whole() -> T:
        try:
            return await work
        finally:
            await bleak_state.renew(LEAVE_LIMIT_S)

    return asyncio.run(whole())
