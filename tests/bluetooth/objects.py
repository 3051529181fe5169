"""The objects that a D-Bus service shows: their properties, their methods, and the signals when they change.

Beneath dbus-fast's service classes, because what BlueZ does depends on who calls: every method gets the whole
message.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any, Final

from dbus_fast import DBusError, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    Answer = tuple[str, list[Any]] | None  # signature and body; None: nothing to say
    Method = Callable[[Message], Awaitable[Answer]]
    Properties = Mapping[str, Variant]

PROPERTIES: Final = "org.freedesktop.DBus.Properties"
OBJECT_MANAGER: Final = "org.freedesktop.DBus.ObjectManager"
DBUS: Final = "org.freedesktop.DBus"
DBUS_PATH: Final = "/org/freedesktop/DBus"
UNKNOWN_OBJECT: Final = f"{DBUS}.Error.UnknownObject"
UNKNOWN_METHOD: Final = f"{DBUS}.Error.UnknownMethod"

logger = logging.getLogger(__name__)


class Failure(Exception):
    """An error to answer with. ``name``: of the error on the bus."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text or name)
        self.name = name
        self.text = text


class Objects:
    """``gone``: told each unique name that leaves the bus. ``heard``: told signals that others send.

    ``mute``: calls are taken and never answered.
    """

    def __init__(self, name: str, gone: Callable[[str], None], heard: Callable[[Message], None]) -> None:
        self.name = name
        self.mute = False
        self._gone = gone
        self._heard = heard
        self._bus: MessageBus | None = None
        self._tree: dict[str, dict[str, dict[str, Variant]]] = {}
        self._methods: dict[str, dict[str, Method]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def connected(self) -> bool:
        return self._bus is not None and self._bus.connected

    async def connect(self, address: str) -> None:
        """Come to the bus, and own the name there. Objects may be added before or after."""
        bus = MessageBus(bus_address=address, negotiate_unix_fd=True)
        try:
            await bus.connect()
            bus.add_message_handler(self._take)
            for rule in (
                f"type='signal',sender='{DBUS}',member='NameOwnerChanged'",
                f"type='signal',interface='{OBJECT_MANAGER}',member='InterfacesAdded'",
            ):
                call = Message(DBUS, DBUS_PATH, DBUS, "AddMatch", signature="s", body=[rule])
                await bus.call(call)
            await bus.request_name(self.name)
        except BaseException:
            bus.disconnect()
            raise
        self._bus = bus

    async def leave(self) -> None:
        """Go from the bus at once, as a process does that dies; objects are forgotten."""
        for task in self._tasks:
            task.cancel()
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.disconnect()
            await _end(bus)
        self._tree.clear()
        self._methods.clear()

    async def lost(self) -> None:
        """Return when the bus is gone."""
        if self._bus is not None:
            await _end(self._bus)

    def add(
        self, path: str, interfaces: Mapping[str, Properties], methods: Mapping[str, Method] | None = None
    ) -> None:
        """Show an object, or more interfaces of it. ``methods``: by ``INTERFACE.MEMBER``."""
        mine = self._tree.setdefault(path, {})
        for interface, properties in interfaces.items():
            mine[interface] = dict(properties)
        self._methods.setdefault(path, {}).update(methods or {})
        body = [path, {interface: mine[interface] for interface in interfaces}]
        self._signal("/", OBJECT_MANAGER, "InterfacesAdded", "oa{sa{sv}}", body)

    def remove(self, path: str, *interfaces: str) -> None:
        """Take an object away, or only these interfaces of it."""
        mine = self._tree.get(path, {})
        gone = [interface for interface in interfaces or tuple(mine) if interface in mine]
        for interface in gone:
            del mine[interface]
        if not mine:
            self._tree.pop(path, None)
            self._methods.pop(path, None)
        if gone:
            self._signal("/", OBJECT_MANAGER, "InterfacesRemoved", "oas", [path, gone])

    def has(self, path: str) -> bool:
        return path in self._tree

    def get(self, path: str, interface: str, name: str) -> Any:  # noqa: ANN401 - of any D-Bus type
        """Value of a property; None if there is none."""
        value = self._tree.get(path, {}).get(interface, {}).get(name)
        return None if value is None else value.value

    def change(self, path: str, interface: str, changed: Properties, gone: tuple[str, ...] = ()) -> None:
        """Set properties, take some away, and say so; nothing where the object is gone."""
        mine = self._tree.get(path, {}).get(interface)
        if mine is None:
            return
        mine.update(changed)
        lost = [name for name in gone if mine.pop(name, None) is not None]
        if changed or lost:
            body = [interface, dict(changed), lost]
            self._signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", body)

    async def call(self, whom: str, path: str, interface: str, member: str, *objects: str) -> bool:
        """Call a method of a client with object paths; whether it answered without an error."""
        if self._bus is None:
            return False
        message = Message(whom, path, interface, member, signature="o" * len(objects), body=list(objects))
        reply = await self._bus.call(message)
        return reply is not None and reply.message_type is MessageType.METHOD_RETURN

    def spawn(self, work: Awaitable[None]) -> None:
        """Go on with this beside; it ends when the bus is left."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _take(self, message: Message) -> bool:
        if message.message_type is MessageType.SIGNAL:
            if message.member == "NameOwnerChanged" and message.sender == DBUS:
                name, _, owner = message.body
                if not owner:
                    self._gone(name)
            else:
                self._heard(message)
            return False
        if message.message_type is not MessageType.METHOD_CALL:
            return False
        if not self.mute:
            self.spawn(self._answer(message))
        return True

    async def _answer(self, message: Message) -> None:
        descriptors: list[int] = []
        try:
            answer = await self._method(message)(message) or ("", [])
            descriptors = _descriptors(answer)
            reply = Message.new_method_return(message, answer[0], answer[1], descriptors)
        except Failure as failure:
            reply = Message.new_error(message, failure.name, failure.text)
        if self._bus is not None and self._bus.connected and not self.mute:
            try:
                await self._bus.send(reply)
            except (OSError, EOFError, DBusError) as error:
                logger.debug("an answer was not sent: %r", error)
        for descriptor in descriptors:
            os.close(descriptor)  # the other side has its own now

    def _method(self, message: Message) -> Method:
        path, name = message.path or "", f"{message.interface}.{message.member}"
        everywhere = {
            f"{OBJECT_MANAGER}.GetManagedObjects": self._managed,
            f"{PROPERTIES}.Get": self._get,
            f"{PROPERTIES}.GetAll": self._get_all,
            f"{PROPERTIES}.Set": self._set,
        }
        if path != "/" and path not in self._tree:
            text = f'Method "{message.member}" with interface "{message.interface}" doesn\'t exist'
            raise Failure(UNKNOWN_OBJECT if path.startswith("/org/bluez/") else UNKNOWN_METHOD, text)
        method = everywhere.get(name) or self._methods.get(path, {}).get(name)
        if method is None:
            raise Failure(UNKNOWN_METHOD, f'Method "{message.member}" does not exist')
        return method

    async def _managed(self, _: Message) -> Answer:
        return "a{oa{sa{sv}}}", [self._tree]

    async def _get_all(self, message: Message) -> Answer:
        return "a{sv}", [self._tree[message.path or ""].get(message.body[0], {})]

    async def _get(self, message: Message) -> Answer:
        interface, name = message.body
        value = self._tree[message.path or ""].get(interface, {}).get(name)
        if value is None:
            raise Failure(f"{DBUS}.Error.InvalidArgs", f"No such property '{name}'")
        return "v", [value]

    async def _set(self, message: Message) -> Answer:
        interface, name, _ = message.body
        method = self._methods[message.path or ""].get(f"{interface}.Set{name}")
        if method is None:
            raise Failure(f"{DBUS}.Error.PropertyReadOnly", f"Property '{name}' is not writable")
        return await method(message)

    def _signal(self, path: str, interface: str, member: str, signature: str, body: list[Any]) -> None:
        if self._bus is None or not self._bus.connected:
            return
        # a bus that breaks now, or is gone already, is noticed by whoever waits for ``lost``
        try:
            sent = self._bus.send(Message.new_signal(path, interface, member, signature, body))
        except OSError as error:
            logger.debug("a signal was not sent: %r", error)
            return
        sent.add_done_callback(lambda done: done.cancelled() or done.exception())


async def _end(bus: MessageBus) -> None:
    """Wait until it is disconnected, whatever error did that."""
    ended = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call] # as it is
    await asyncio.wait([ended])
    if not ended.cancelled() and (error := ended.exception()) is not None:
        logger.debug("the bus went: %r", error)


def _descriptors(answer: tuple[str, list[Any]]) -> list[int]:
    """File descriptors travel beside the body, which names them by position."""
    signature, body = answer
    if not signature.startswith("h"):
        return []
    descriptor = body[0]
    body[0] = 0
    return [descriptor]
