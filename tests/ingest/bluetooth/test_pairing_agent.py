from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from dbus_fast import DBusError

from ingest.bluetooth.central import Central
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.pairing_agent import PairingAgent, pairing_window
from ingest.bluetooth.settings import BluetoothSettings
from ingest.bluetooth.system_bus import DEVICE
from tests.bluetooth.gateway import numbered
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.bluetooth.station import Station
    from tests.bluetooth.bluez import Bluez

FACTOR: Final = 20.0
PACE: Final = Pace().scaled(1 / FACTOR)
PAIR_LIMIT_S: Final = 10.0


def test_a_window_admits_the_chosen_wearable_only() -> None:
    chosen, stranger = Strap(numbered), Strap(numbered, address="A0:9E:1A:00:00:02")

    async def story(bluez: Bluez) -> None:
        async with Central.standalone(BluetoothSettings(), PACE) as central:
            await admit(bluez, await central._station())

    async def admit(bluez: Bluez, station: Station) -> None:
        path = station.adapter.device_path(chosen.address)
        async with pairing_window(station.bus, path):
            for each, admitted in ((stranger, False), (chosen, True)):
                await station.scanner.find(each.address)
                path = station.adapter.device_path(each.address)
                call = station.bus.call(path, "Pair", interface=DEVICE, answer_s=PAIR_LIMIT_S)
                if admitted:
                    await call
                else:
                    with pytest.raises(DBusError, match="Rejected"):
                        await call
        assert bluez.bonds() == {chosen.address}
        assert bluez.ask(lambda: bluez.stack.agent_for("")) is None

    with room(chosen, stranger, factor=FACTOR) as bluez:
        run(story(bluez))


def test_a_wearable_that_wants_a_number_is_told_so() -> None:
    agent = PairingAgent("/chosen")
    questions: list[Callable[[], object]] = [
        lambda: agent.RequestPinCode("/chosen"),
        lambda: agent.RequestPasskey("/chosen"),
        lambda: agent.DisplayPinCode("/chosen", "0000"),
        lambda: agent.DisplayPasskey("/chosen", 0, 0),
    ]
    for question in questions:
        agent.wants_passkey = False
        with pytest.raises(DBusError):
            question()
        assert agent.wants_passkey
    agent.wants_passkey = False
    with pytest.raises(DBusError):
        agent.RequestPasskey("/stranger")
    assert not agent.wants_passkey
    agent.RequestConfirmation("/chosen", 123456)
    agent.AuthorizeService("/chosen", "180d")
