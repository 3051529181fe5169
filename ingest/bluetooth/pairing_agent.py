"""The gateway's answer when BlueZ asks whether a wearable may be bonded: only the chosen one, only now.

The annotations are read as D-Bus signatures when the program runs: none of them may be put off.
"""

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from dbus_fast import DBusError
from dbus_fast.annotations import DBusObjectPath, DBusStr, DBusUInt16, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method

from ingest.bluetooth.patience import carry_through
from ingest.bluetooth.system_bus import SystemBus
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble

AGENT: Final = "org.bluez.Agent1"
MANAGER: Final = "org.bluez.AgentManager1"
MANAGER_PATH: Final = "/org/bluez"
PATH: Final = "/org/hearth/pairing"
CAPABILITY: Final = "NoInputNoOutput"
REJECTED: Final = "org.bluez.Error.Rejected"

PASSKEY: Final = Trouble(
    "passkey",
    "The wearable wants a number typed in or compared, which a gateway without screen and keys cannot do. "
    "Pair it with `bluetoothctl pair` once; `hearth pair` then uses that.",
)


class PairingAgent(ServiceInterface):
    """BlueZ's questions and our answers. ``wants_passkey``: it asked for what we cannot give."""

    def __init__(self, chosen: str) -> None:
        super().__init__(AGENT)
        self.wants_passkey = False
        self._chosen = chosen

    @dbus_method()
    def Release(self) -> None:  # noqa: N802 - BlueZ's names
        """BlueZ ends; the window is closed with it."""

    @dbus_method()
    def Cancel(self) -> None:  # noqa: N802 - BlueZ's names
        """The question before is void; it was answered at once."""

    @dbus_method()
    def RequestAuthorization(self, device: DBusObjectPath) -> None:  # noqa: N802 - BlueZ's names
        """May it bond, with nothing to compare?"""
        self._only_chosen(device)

    @dbus_method()
    def AuthorizeService(self, device: DBusObjectPath, uuid: DBusStr) -> None:  # noqa: N802, ARG002 - BlueZ's names
        """May it use a service of ours?"""
        self._only_chosen(device)

    @dbus_method()
    def RequestConfirmation(self, device: DBusObjectPath, passkey: DBusUInt32) -> None:  # noqa: N802, ARG002 - BlueZ's names
        """May it bond? Without a screen there is no number to compare; BlueZ asks this as a formality."""
        self._only_chosen(device)

    @dbus_method()
    def RequestPinCode(self, device: DBusObjectPath) -> DBusStr:  # noqa: N802 - BlueZ's names
        """Which word opens it?"""
        raise self._unable(device)

    @dbus_method()
    def RequestPasskey(self, device: DBusObjectPath) -> DBusUInt32:  # noqa: N802 - BlueZ's names
        """Which number opens it?"""
        raise self._unable(device)

    @dbus_method()
    def DisplayPinCode(self, device: DBusObjectPath, pincode: DBusStr) -> None:  # noqa: N802, ARG002 - BlueZ's names
        """Show a word that is typed in on the wearable."""
        raise self._unable(device)

    @dbus_method()
    def DisplayPasskey(  # noqa: N802 - BlueZ's names
        self,
        device: DBusObjectPath,
        passkey: DBusUInt32,  # noqa: ARG002 - BlueZ's
        entered: DBusUInt16,  # noqa: ARG002 - BlueZ's
    ) -> None:
        """Show a number that is typed in on the wearable."""
        raise self._unable(device)

    def _only_chosen(self, device: str) -> None:
        if device != self._chosen:
            raise DBusError(REJECTED, "no pairing of this device is under way")

    def _unable(self, device: str) -> DBusError:
        self._only_chosen(device)
        self.wants_passkey = True
        return DBusError(REJECTED, "this gateway has neither screen nor keys")


@asynccontextmanager
async def pairing_window(bus: SystemBus, chosen: str) -> AsyncIterator[PairingAgent]:
    """While open, the wearable at the object path ``chosen`` may be bonded, and no other.

    The agent is made the default one as well: a bond that a request brings about is asked of that.

    Raises:
        DBusError, BluetoothTrouble: BlueZ does not take our answers.
    """
    agent = PairingAgent(chosen)
    bus.export(PATH, agent)
    try:
        await bus.call(
            MANAGER_PATH, "RegisterAgent", interface=MANAGER, signature="os", body=[PATH, CAPABILITY]
        )
        await bus.call(MANAGER_PATH, "RequestDefaultAgent", interface=MANAGER, signature="o", body=[PATH])
        yield agent
    finally:
        await carry_through(_shut(bus))


async def _shut(bus: SystemBus) -> None:
    with contextlib.suppress(DBusError, BluetoothTrouble):
        await bus.call(MANAGER_PATH, "UnregisterAgent", interface=MANAGER, signature="o", body=[PATH])
    bus.unexport(PATH)
