"""A connection to the system's message bus, for all that bleak does not ask of BlueZ."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from bleak.backends.bluezdbus.utils import get_dbus_authenticator
from dbus_fast import (
    AuthError,
    BusType,
    DBusError,
    InvalidAddressError,
    Message,
    MessageType,
    Variant,
    unpack_variants,
)
from dbus_fast.aio import MessageBus

from ingest.bluetooth.trouble import BluetoothTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dbus_fast.service import ServiceInterface

BLUEZ: Final = "org.bluez"
DEVICE: Final = "org.bluez.Device1"
OBJECTS: Final = "org.freedesktop.DBus.ObjectManager"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"

NO_BUS: Final = Trouble(
    "no_bus",
    "The system message bus cannot be reached. `systemctl status dbus` tells of it; in a container /run/dbus "
    "must be shared with Hearth.",
)
NO_ENTRY: Final = Trouble(
    "no_permission",
    "The system message bus turns Hearth away. `hearth doctor` says which permission is missing.",
)
NO_ANSWER: Final = Trouble(
    "no_answer",
    "The Bluetooth service does not answer. `systemctl restart bluetooth` often helps.",
)


class SystemBus:
    """One open connection. Error answers are raised as dbus_fast's ``DBusError``."""

    def __init__(self, bus: MessageBus, answer_s: float) -> None:
        self._bus = bus
        self._answer_s = answer_s

    @classmethod
    async def connect(cls, answer_s: float) -> SystemBus:
        """Connect. ``answer_s``: how long any request may take.

        Raises:
            BluetoothTrouble: the bus is not there, or turns us away.
        """
        try:
            bus = MessageBus(bus_type=BusType.SYSTEM, auth=get_dbus_authenticator())
            async with asyncio.timeout(answer_s):
                await bus.connect()
        except AuthError as error:
            raise BluetoothTrouble(NO_ENTRY) from error
        except (OSError, EOFError, InvalidAddressError, TimeoutError) as error:
            raise BluetoothTrouble(NO_BUS) from error
        return cls(bus, answer_s)

    @property
    def connected(self) -> bool:
        """Whether it can still be asked."""
        return self._bus.connected

    async def call(
        self,
        path: str,
        member: str,
        *,
        interface: str,
        signature: str = "",
        body: Sequence[object] = (),
        destination: str = BLUEZ,
        answer_s: float | None = None,
    ) -> list[Any]:
        """Ask and return the answer, with variants unpacked.

        Raises:
            DBusError: the answer is an error.
            BluetoothTrouble: no answer came, or the bus is gone.
        """
        if not self._bus.connected:
            raise BluetoothTrouble(NO_BUS)
        question = Message(
            destination=destination,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=list(body),
        )
        try:
            async with asyncio.timeout(answer_s or self._answer_s):
                answer = await self._bus.call(question)
        except TimeoutError as error:
            raise BluetoothTrouble(NO_ANSWER) from error
        except (OSError, EOFError) as error:
            raise BluetoothTrouble(NO_BUS) from error
        if answer is None:  # the connection was closed from our side while we waited
            raise BluetoothTrouble(NO_BUS)
        if answer.message_type is MessageType.ERROR:
            text = answer.body[0] if answer.body and isinstance(answer.body[0], str) else ""
            raise DBusError(answer.error_name or "org.freedesktop.DBus.Error.Failed", text)
        return [unpack_variants(each) for each in answer.body]

    async def set_property(self, path: str, interface: str, name: str, value: Variant) -> None:
        """Set one property; errors as in ``call``."""
        await self.call(path, "Set", interface=PROPERTIES, signature="ssv", body=[interface, name, value])

    async def properties(self, path: str, interface: str) -> dict[str, Any]:
        """Every property of one interface; errors as in ``call``."""
        answer = await self.call(path, "GetAll", interface=PROPERTIES, signature="s", body=[interface])
        found: dict[str, Any] = answer[0]
        return found

    async def listen(self, rules: Sequence[str], hear: Callable[[Message], None]) -> None:
        """From now on ``hear`` gets each signal that one of the match ``rules`` lets through."""
        self._bus.add_message_handler(lambda message: self._pass(message, hear))
        for rule in rules:
            await self.call(
                "/org/freedesktop/DBus",
                "AddMatch",
                interface="org.freedesktop.DBus",
                signature="s",
                body=[rule],
                destination="org.freedesktop.DBus",
            )

    def export(self, path: str, interface: ServiceInterface) -> None:
        """Offer an object of ours to others."""
        self._bus.export(path, interface)

    def unexport(self, path: str) -> None:
        """Offer it no longer."""
        self._bus.unexport(path)

    async def gone(self) -> None:
        """Return when the connection has ended, whoever ended it."""
        try:
            await self._bus.wait_for_disconnect()  # type: ignore[no-untyped-call]  # dbus_fast's own gap
        except (OSError, EOFError):
            return

    async def close(self) -> None:
        """End the connection."""
        self._bus.disconnect()
        await self.gone()

    @staticmethod
    def _pass(message: Message, hear: Callable[[Message], None]) -> None:
        if message.message_type is MessageType.SIGNAL:
            hear(message)
