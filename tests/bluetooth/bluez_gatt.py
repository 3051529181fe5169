"""Services and characteristics of a connected wearable, as BlueZ shows them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

from dbus_fast import Variant

from tests.bluetooth.bluez_manners import CHARACTERISTIC, SERVICE, in_progress, not_supported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dbus_fast import Message

    from tests.bluetooth.bluez_device import RemoteDevice
    from tests.bluetooth.objects import Answer
    from tests.bluetooth.peripheral import Characteristic


class RemoteCharacteristic:
    """Whoever wants notifications is kept by its name on the bus, and stays wanting over lost links: until it
    says otherwise, or leaves the bus. Each of them makes BlueZ tell everybody once more.
    """

    def __init__(self, device: RemoteDevice, characteristic: Characteristic, path: str) -> None:
        self.device = device
        self.characteristic = characteristic
        self.path = path
        self.listeners: dict[str, socket.socket | None] = {}

    @property
    def uuid(self) -> str:
        return self.characteristic.uuid

    def show(self) -> None:
        """Put the object on the bus."""
        properties = {
            "UUID": Variant("s", self.uuid),
            "Service": Variant("o", self.path.rsplit("/", 1)[0]),
            "Value": Variant("ay", b""),
            "Flags": Variant("as", list(self.characteristic.flags)),
            "MTU": Variant("q", self.device.peripheral.mtu),
        }
        if self.characteristic.tells:
            properties["Notifying"] = Variant("b", bool(self.listeners))
            properties["NotifyAcquired"] = Variant("b", False)
        if "write-without-response" in self.characteristic.flags:
            properties["WriteAcquired"] = Variant("b", False)
        methods = {
            "ReadValue": self._read,
            "WriteValue": self._write,
            "StartNotify": self._start,
            "StopNotify": self._stop,
            "AcquireNotify": self._acquire_notify,
            "AcquireWrite": self._acquire_write,
        }
        named = {f"{CHARACTERISTIC}.{name}": method for name, method in methods.items()}
        self.device.objects.add(self.path, {CHARACTERISTIC: properties}, named)

    def resolved(self) -> None:
        """A link is there: who wanted notifications before gets them again."""
        if self.listeners:
            self.device.peripheral.subscribe(self.uuid)

    def tell(self, value: bytes) -> int:
        """Pass a notification on; how often it was said."""
        said = 0
        for listener in list(self.listeners.values()):
            said += 1
            if listener is None:
                self._say(value)
            else:
                with contextlib.suppress(BlockingIOError, BrokenPipeError):
                    listener.send(value)
        return said

    def leave(self, name: str) -> None:
        """A client has left the bus, or wants no more notifications."""
        if name not in self.listeners:
            return
        listener = self.listeners.pop(name)
        if listener is not None:
            asyncio.get_running_loop().remove_reader(listener)
            listener.close()
        if not self.listeners:
            self.device.peripheral.unsubscribe(self.uuid)
            self.device.objects.change(self.path, CHARACTERISTIC, {"Notifying": Variant("b", False)})

    def close(self) -> None:
        """Nobody wants anything any more."""
        for name in list(self.listeners):
            self.leave(name)

    def _say(self, value: bytes) -> None:
        self.device.objects.change(self.path, CHARACTERISTIC, {"Value": Variant("ay", value)})

    async def _read(self, _: Message) -> Answer:
        value = await self.device.operate(lambda: self.device.peripheral.read(self.uuid))
        self._say(value)  # who hears notifications hears this too
        return "ay", [value]

    async def _write(self, message: Message) -> Answer:
        data = bytes(message.body[0])
        self.device.deliver(await self.device.operate(lambda: self.device.peripheral.write(self.uuid, data)))
        return None

    async def _start(self, message: Message) -> Answer:
        await self._listen(message, None)
        return None

    async def _stop(self, message: Message) -> Answer:
        self.leave(message.sender or "")
        return None

    async def _acquire_notify(self, message: Message) -> Answer:
        ours, theirs = _pipe()
        await self._listen(message, ours)
        # nothing is ever sent to us by it: it becomes readable when the client closes its end
        asyncio.get_running_loop().add_reader(ours, self.leave, message.sender or "")
        return "hq", [theirs, self.device.peripheral.mtu]

    async def _acquire_write(self, _: Message) -> Answer:
        self.device.demand_link()
        ours, theirs = _pipe()
        ours.close()  # only the size of a packet is of use to anybody so far
        return "hq", [theirs, self.device.peripheral.mtu]

    async def _listen(self, message: Message, pipe: socket.socket | None) -> None:
        if not self.characteristic.tells:
            raise not_supported()
        name = message.sender or ""
        await self.device.operate(lambda: self.device.peripheral.subscribe(self.uuid))
        if name in self.listeners:
            raise in_progress()
        self.listeners[name] = pipe
        self.device.objects.change(self.path, CHARACTERISTIC, {"Notifying": Variant("b", True)})


def characteristics(device: RemoteDevice) -> Iterator[RemoteCharacteristic]:
    """What a wearable offers, with the paths that BlueZ would give. Services are put on the bus."""
    handle = 0x10
    for service in device.peripheral.services:
        path = f"{device.path}/service{handle:04x}"
        properties = {
            "UUID": Variant("s", service.uuid),
            "Device": Variant("o", device.path),
            "Primary": Variant("b", True),
            "Includes": Variant("ao", []),
        }
        device.objects.add(path, {SERVICE: properties})
        for characteristic in service.characteristics:
            handle += 2
            yield RemoteCharacteristic(device, characteristic, f"{path}/char{handle:04x}")
        handle += 2


def _pipe() -> tuple[socket.socket, int]:
    """Our end, and the descriptor of theirs."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setblocking(False)
    return ours, theirs.detach()
