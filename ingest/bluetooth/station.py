"""One adapter while it can be used: its scan, its turns to connect, and its end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from dbus_fast import DBusError

from ingest.bluetooth.adapter import ADAPTER
from ingest.bluetooth.patience import end
from ingest.bluetooth.scanner import Scanner
from ingest.bluetooth.system_bus import DEVICE

if TYPE_CHECKING:
    from types import TracebackType

    from ingest.bluetooth.adapter import Adapter
    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.system_bus import SystemBus
    from ingest.bluetooth.trouble import Trouble

UNKNOWN_OBJECT: Final = "org.freedesktop.DBus.Error.UnknownObject"
UNKNOWN_INTERFACE: Final = "org.freedesktop.DBus.Error.UnknownInterface"
UNKNOWN_METHOD: Final = "org.freedesktop.DBus.Error.UnknownMethod"  # so BlueZ says it of objects it has not
DOES_NOT_EXIST: Final = "org.bluez.Error.DoesNotExist"
NOT_THERE: Final = frozenset({UNKNOWN_OBJECT, UNKNOWN_INTERFACE, UNKNOWN_METHOD, DOES_NOT_EXIST})


class Turn:
    """Whose turn it is to connect, first come, first served. ``wanted`` is set while more want to."""

    def __init__(self) -> None:
        self.wanted = asyncio.Event()
        self._waiting = 0
        self._lock = asyncio.Lock()

    async def __aenter__(self) -> None:
        self._waiting += 1
        self.wanted.set()
        try:
            await self._lock.acquire()
        finally:
            self._waiting -= 1
            if not self._waiting:
                self.wanted.clear()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()


class Station:
    """An adapter that is there and on. ``gone`` is set when it no longer is, with ``trouble`` saying why.

    ``turn``: held while connecting or bonding; BlueZ refuses a second attempt on the same adapter.
    ``links``: how many wearables are connected over it.
    """

    def __init__(self, adapter: Adapter, bus: SystemBus, pace: Pace, *, passive: bool) -> None:
        self.adapter = adapter
        self.bus = bus
        self.gone = asyncio.Event()
        self.trouble: Trouble | None = None
        self.turn = Turn()
        self.links = 0
        self.scanner = Scanner(adapter, pace, passive=passive)
        self._pace = pace
        self._scan = asyncio.create_task(self.scanner.run(), name=f"scan {adapter.name}")

    def update(self, adapter: Adapter) -> None:
        """Take over what has changed about the adapter; a scan that failed over a fault of ours raises it."""
        if self._scan.done():
            self._scan.result()
        self.adapter = self.scanner.adapter = adapter

    async def end(self, trouble: Trouble) -> None:
        """It can no longer be used; whoever uses it sees ``gone``."""
        self.trouble = trouble
        self.gone.set()
        await end(self._scan, grace_s=self._pace.grace_s)

    async def device(self, address: str) -> dict[str, Any] | None:
        """What BlueZ knows of the wearable at ``address``; None: nothing.

        Raises:
            DBusError, BluetoothTrouble: BlueZ cannot be asked.
        """
        try:
            return await self.bus.properties(self.adapter.device_path(address), DEVICE)
        except DBusError as error:
            if error.type in NOT_THERE:
                return None
            raise

    async def forget(self, address: str) -> None:
        """Have BlueZ forget the wearable at ``address``, its keys and what it knows of its services.

        Raises:
            DBusError, BluetoothTrouble: BlueZ cannot be asked.
        """
        try:
            await self.bus.call(
                self.adapter.path,
                "RemoveDevice",
                interface=ADAPTER,
                signature="o",
                body=[self.adapter.device_path(address)],
            )
        except DBusError as error:
            if error.type not in NOT_THERE:
                raise
