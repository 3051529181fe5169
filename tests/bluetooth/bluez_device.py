"""One remote device as BlueZ shows it: seen, connected, paired, resolved, lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from dbus_fast import Variant

from tests.bluetooth import bluez_manners as manners
from tests.bluetooth.bluez_gatt import RemoteCharacteristic, characteristics
from tests.bluetooth.bluez_manners import BATTERY, DEVICE
from tests.bluetooth.peripheral import INSUFFICIENT_AUTHENTICATION, AttError, uuid16

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dbus_fast import Message

    from tests.bluetooth.bluez_adapter import Adapter
    from tests.bluetooth.objects import Answer, Objects
    from tests.bluetooth.peripheral import Due, Peripheral

T = TypeVar("T")
BATTERY_LEVEL = uuid16(0x2A19)


def yes(value: bool) -> Variant:
    return Variant("b", value)


class RemoteDevice:
    """``connected``: as BlueZ believes. ``deaf``: the link is gone, and BlueZ has not noticed yet."""

    def __init__(self, adapter: Adapter, peripheral: Peripheral) -> None:
        self.adapter = adapter
        self.stack = adapter.stack
        self.peripheral = peripheral
        self.path = f"{adapter.path}/dev_{peripheral.address.replace(':', '_')}"
        self.connected = False
        self.deaf = False
        self.seen_s = self.stack.now_s
        self._resolved = False
        self._attempt: asyncio.Task[None] | None = None
        self._characteristics: dict[str, RemoteCharacteristic] = {}
        self._links = 0

    @property
    def objects(self) -> Objects:
        return self.stack.objects

    @property
    def keys(self) -> bool:
        """Whether this side has kept a bond."""
        return self.peripheral.address in self.stack.keys

    @property
    def wanted(self) -> bool:
        """BlueZ does not forget it by itself."""
        return self.keys or self.connected or self._attempt is not None

    def show(self, rssi_dbm: int | None) -> None:
        """Put the object on the bus. ``rssi_dbm``: of the advertisement that made it known."""
        peripheral = self.peripheral
        properties = {
            "Address": Variant("s", peripheral.address),
            "AddressType": Variant("s", "random"),
            "Name": Variant("s", peripheral.name),
            "Alias": Variant("s", peripheral.name),
            "Adapter": Variant("o", self.adapter.path),
            "Paired": yes(self.keys),
            "Bonded": yes(self.keys),
            "Trusted": yes(peripheral.address in self.stack.trusted),
            "Blocked": yes(False),
            "LegacyPairing": yes(False),
            "Connected": yes(self.connected),
            "ServicesResolved": yes(self._resolved),
            "UUIDs": Variant("as", list(peripheral.advertised)),
            "ManufacturerData": self._manufacturer(),
        }
        if rssi_dbm is not None:
            properties["RSSI"] = Variant("n", rssi_dbm)
        methods = {
            "Connect": self._connect,
            "Disconnect": self._disconnect,
            "Pair": self._pair,
            "CancelPairing": self._disconnect,
            "SetTrusted": self._set_trusted,
        }
        named = {f"{DEVICE}.{name}": method for name, method in methods.items()}
        self.objects.add(self.path, {DEVICE: properties}, named)

    def seen(self, rssi_dbm: int) -> None:
        """An advertisement was heard."""
        self.seen_s = self.stack.now_s
        changed = {"RSSI": Variant("n", rssi_dbm), "ManufacturerData": self._manufacturer()}
        self._change(changed)

    def unseen(self) -> None:
        """Nobody scans any more: its signal strength is not known."""
        self.objects.change(self.path, DEVICE, {}, ("RSSI",))

    def deliver(self, due: Iterable[Due]) -> None:
        """Pass on what the wearable says, unless nobody on this side hears it."""
        for uuid, value in due:
            if self.deaf or self.stack.drops():
                self.peripheral.lost(uuid, value)
                continue
            characteristic = self._characteristics.get(uuid)
            said = characteristic.tell(value) if characteristic and self.objects.connected else 0
            if said:
                self.stack.count(self.peripheral.address, uuid, said)
            else:
                self.peripheral.lost(uuid, value)

    def link_gone(self) -> None:
        """The link is over, whoever ended it."""
        self.peripheral.disconnect()
        if not self.connected:
            return
        self.connected = self.deaf = self._resolved = False
        self.seen_s = self.stack.now_s
        self.objects.remove(self.path, BATTERY)
        self._change({"ServicesResolved": yes(False), "Connected": yes(False)})

    def leave(self, name: str) -> None:
        """A client has left the bus."""
        for characteristic in self._characteristics.values():
            characteristic.leave(name)

    def vanish(self) -> None:
        """The object goes from the bus, with everything beneath it."""
        if self._attempt is not None:
            self._attempt.cancel()
        self.link_gone()
        self._forget_services()
        self.objects.remove(self.path)

    def demand_link(self) -> None:
        """Fail where there is no link to work on."""
        if not self.connected:
            raise manners.failed("Not connected")

    async def operate(self, work: Callable[[], T]) -> T:
        """Do something with the wearable over the air: security is raised where it asks for that."""
        self.demand_link()
        await self.stack.sleep(self.stack.manners.operation_s)
        self.demand_link()
        if self.deaf:
            await self.stack.sleep(self.stack.manners.notice_s)
            raise manners.failed("Not connected")
        try:
            return work()
        except AttError as error:
            if error.code != INSUFFICIENT_AUTHENTICATION:
                raise manners.att_failure(error.code) from error
        if not self.keys:
            await self._bond("")
        elif not self.peripheral.encrypt():
            self.link_gone()
            raise manners.failed("Not connected")
        self.demand_link()
        return work()

    async def _bond(self, sender: str) -> None:
        """Exchange keys, if the agent allows it."""
        agent = self.stack.agent_for(sender)
        if agent is None:
            if sender:
                raise manners.authentication("Failed")
            await self.stack.sleep(self.stack.manners.hang_s)
            raise manners.not_paired()
        if not await self.stack.ask(agent, self.path):
            raise manners.authentication("Rejected")
        self.demand_link()
        self.peripheral.pair()
        self.stack.keys.add(self.peripheral.address)
        self._change({"Paired": yes(True), "Bonded": yes(True)})

    async def _pair(self, message: Message) -> Answer:
        if self.keys:
            raise manners.already_exists()
        await self._connect(message)
        await self._bond(message.sender or "")
        self.stack.demand_idle("Pair")  # it was bonding of its own accord, and turns the asker away
        return None

    async def _connect(self, _: Message) -> Answer:
        self.adapter.demand_power()
        self.stack.demand_idle("Connect")
        if self.connected:
            return None
        if self._attempt is not None:
            raise manners.in_progress()
        self._attempt = attempt = asyncio.ensure_future(self._link())
        try:
            await asyncio.wait([attempt])
        finally:
            self._attempt = None
        if attempt.cancelled():
            raise manners.failed("le-connection-canceled")
        attempt.result()
        return None

    async def _link(self) -> None:
        give_up_s = self.stack.now_s + self.stack.manners.connect_limit_s
        await self.stack.sleep(self.stack.random.uniform(0.0, self.stack.manners.advertise_s))
        while not self.stack.reachable(self.peripheral):
            if self.stack.now_s > give_up_s:
                raise manners.failed("le-connection-timeout")
            await self.stack.sleep(self.stack.manners.advertise_s / 10)
        await self.stack.sleep(self.stack.random.uniform(*self.stack.manners.connect_s))
        if not self.stack.reachable(self.peripheral):
            raise manners.failed("le-connection-abort-by-remote")
        self.peripheral.connect(self.stack.manners.mtu)
        self.connected, self.deaf = True, False
        self._links += 1
        self._change({"Connected": yes(True)})
        if self.keys and not self.peripheral.encrypt():
            self.link_gone()  # it has lost its keys: the controller ends such a link
            raise manners.failed("le-connection-abort-by-remote")
        self.objects.spawn(self._resolve(self._links))

    async def _resolve(self, link: int) -> None:
        known = bool(self._characteristics)
        if self.stack.manners.early:
            self._change({"ServicesResolved": yes(True)})
        wait_s = self.stack.manners.resolve_known_s if known else self.stack.manners.resolve_s
        await self.stack.sleep(wait_s)
        if not self.connected or link != self._links:
            return
        if not known:
            self._characteristics = {one.uuid: one for one in characteristics(self)}
            for characteristic in self._characteristics.values():
                characteristic.show()
        for characteristic in self._characteristics.values():
            characteristic.resolved()
        if BATTERY_LEVEL in self._characteristics:
            (percent,) = self.peripheral.read(BATTERY_LEVEL)
            self.objects.add(self.path, {BATTERY: {"Percentage": Variant("y", percent)}})
        self._resolved = True
        uuids = [service.uuid for service in self.peripheral.services]
        self._change({"UUIDs": Variant("as", uuids), "ServicesResolved": yes(True)})

    async def _disconnect(self, _: Message) -> Answer:
        if self._attempt is not None:
            self._attempt.cancel()
            return None
        if not self.connected:
            raise manners.failed("Not Connected")
        await self.stack.sleep(self.stack.manners.disconnect_s)
        self.link_gone()
        return None

    async def _set_trusted(self, message: Message) -> Answer:
        trusted = message.body[2]
        (self.stack.trusted.add if trusted.value else self.stack.trusted.discard)(self.peripheral.address)
        self._change({"Trusted": trusted})
        return None

    def _change(self, changed: dict[str, Variant]) -> None:
        self.objects.change(self.path, DEVICE, changed)

    def _manufacturer(self) -> Variant:
        data = {company: Variant("ay", said) for company, said in self.peripheral.manufacturer.items()}
        return Variant("a{qv}", data)

    def _forget_services(self) -> None:
        gone, self._characteristics = self._characteristics, {}
        for characteristic in gone.values():
            characteristic.close()
            self.objects.remove(characteristic.path)
        for service in sorted({path.path.rsplit("/", 1)[0] for path in gone.values()}):
            self.objects.remove(service)
