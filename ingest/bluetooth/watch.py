"""BlueZ and its adapters as signals on the message bus tell of them, over one connection."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from dbus_fast import unpack_variants

from ingest.bluetooth.adapter import ADAPTER, Adapters
from ingest.bluetooth.system_bus import BLUEZ, OBJECTS, PROPERTIES, SystemBus

if TYPE_CHECKING:
    from dbus_fast import Message

RULES: Final = (
    "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.bluez'",
    f"type='signal',sender='{BLUEZ}',interface='{OBJECTS}'",
    f"type='signal',sender='{BLUEZ}',interface='{PROPERTIES}',arg0='{ADAPTER}'",
)


class Watch:
    """What is there now. ``changed`` is set with every change; whoever acts on it clears it."""

    def __init__(self, bus: SystemBus) -> None:
        self.bus = bus
        self.adapters = Adapters()
        self.changed = asyncio.Event()
        self.replaced = False  # another bluetoothd, or none, has the name: all that was known is void

    @classmethod
    async def begin(cls, answer_s: float) -> Watch:
        """Connect and listen; what is there is known after ``load``.

        Raises:
            BluetoothTrouble: the bus cannot be used.
            DBusError: it refuses to pass signals on.
        """
        watch = cls(await SystemBus.connect(answer_s))
        try:
            await watch.bus.listen(RULES, watch._hear)
        except BaseException:
            await watch.bus.close()
            raise
        return watch

    async def load(self) -> None:
        """Ask BlueZ for everything it has. Where it can be started on demand, this starts it.

        Raises:
            DBusError: BlueZ does not run, or turns us away.
            BluetoothTrouble: it does not answer, or the bus is gone.
        """
        self.replaced = False
        self.adapters.reset((await self.bus.call("/", "GetManagedObjects", interface=OBJECTS))[0])

    def _hear(self, message: Message) -> None:
        match message.member:
            case "NameOwnerChanged":
                self.replaced = True
                self.adapters.reset()
                concerns = True
            case "InterfacesAdded":
                path, interfaces = message.body
                concerns = self.adapters.added(path, unpack_variants(interfaces))
            case "InterfacesRemoved":
                path, names = message.body
                concerns = self.adapters.removed(path, tuple(names))
            case "PropertiesChanged":
                interface, facts, _ = message.body
                concerns = self.adapters.changed(message.path or "", interface, unpack_variants(facts))
            case _:
                return
        if concerns:
            self.changed.set()
