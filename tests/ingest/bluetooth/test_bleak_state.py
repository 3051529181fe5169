from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from bleak import BleakClient, BleakScanner
from bleak.backends.bluezdbus.manager import get_global_bluez_manager
from bleak.backends.bluezdbus.version import BlueZFeatures

from ingest.bluetooth import bleak_state
from tests.bluetooth.gateway import numbered
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap

if TYPE_CHECKING:
    import pytest

FACTOR: Final = 20.0
LIMIT_S: Final = 10.0


def test_bleak_neither_runs_a_program_nor_names_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BlueZFeatures, "checked_bluez_version", False)
    monkeypatch.setattr(logging.getLogger("bleak"), "level", logging.NOTSET)
    bleak_state.prepare()
    assert BlueZFeatures.checked_bluez_version
    assert not logging.getLogger("bleak.backends.bluezdbus.client").isEnabledFor(logging.WARNING)


def test_who_wants_all_details_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("bleak")
    monkeypatch.setattr(log, "level", logging.NOTSET)
    log.setLevel(logging.DEBUG)
    bleak_state.prepare()
    assert log.isEnabledFor(logging.DEBUG)


def test_bleak_s_picture_is_drawn_anew_and_its_clients_learn_that_their_link_is_gone() -> None:
    strap = Strap(numbered, bond=False)

    async def story() -> None:
        lost = asyncio.Event()
        device = await BleakScanner.find_device_by_address(strap.address)
        assert device is not None
        client = BleakClient(device, disconnected_callback=lambda _: lost.set())
        await client.connect()
        manager = await get_global_bluez_manager()
        assert manager._adapters
        await bleak_state.renew(LIMIT_S)
        assert lost.is_set()
        assert not client.is_connected
        assert not manager._adapters
        await client.disconnect()
        await get_global_bluez_manager()
        assert manager._adapters

    with room(strap, factor=FACTOR):
        run(story())


def test_a_bleak_that_was_never_used_needs_no_renewal() -> None:
    asyncio.run(bleak_state.renew(LIMIT_S))
