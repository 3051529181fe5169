"""One Bluetooth adapter as BlueZ shows it: power, scanning both ways, and the devices it has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dbus_fast import Variant

from tests.bluetooth import bluez_manners as manners
from tests.bluetooth.bluez_device import RemoteDevice, yes
from tests.bluetooth.bluez_manners import ADAPTER, MONITOR, MONITORS, ROOT

if TYPE_CHECKING:
    from dbus_fast import Message

    from tests.bluetooth.bluez_stack import Stack
    from tests.bluetooth.objects import Answer
    from tests.bluetooth.peripheral import Peripheral

Patterns = list[tuple[int, int, bytes]]  # start, AD type, content
NAME: Final = 0x09  # AD types, Assigned Numbers 2.3
UUIDS: Final = (0x02, 0x03)
MAKER: Final = 0xFF
RSSI_DBM: Final = (-70, -58)  # across a room


class Adapter:
    """``name``: ``hci0``. ``blocked``: by rfkill, so that it cannot be powered."""

    def __init__(self, stack: Stack, name: str) -> None:
        self.stack = stack
        self.name = name
        self.path = f"{ROOT}/{name}"
        self.powered = not stack.is_blocked(name)
        self.devices: dict[str, RemoteDevice] = {}
        self._sessions: set[str] = set()  # who scans actively
        self._filters: dict[str, set[str]] = {}
        self._monitors: dict[tuple[str, str], Patterns | None] = {}
        self._listened_s = stack.now_s

    @property
    def scanning(self) -> bool:
        return bool(self._sessions) or any(patterns for patterns in self._monitors.values())

    def show(self) -> None:
        """Put the object on the bus, and the devices it has a bond with."""
        properties = {
            "Address": Variant("s", "00:1A:7D:DA:71:13"),
            "AddressType": Variant("s", "public"),
            "Name": Variant("s", "gateway"),
            "Alias": Variant("s", "gateway"),
            "Powered": yes(self.powered),
            "Discovering": yes(False),
            "Discoverable": yes(False),
            "Pairable": yes(True),
            "UUIDs": Variant("as", []),
            "Roles": Variant("as", ["central", "peripheral"]),
        }
        methods = {
            f"{ADAPTER}.StartDiscovery": self._start,
            f"{ADAPTER}.StopDiscovery": self._stop,
            f"{ADAPTER}.SetDiscoveryFilter": self._filter,
            f"{ADAPTER}.RemoveDevice": self._remove,
            f"{ADAPTER}.SetPowered": self._set_powered,
        }
        interfaces: dict[str, dict[str, Variant]] = {ADAPTER: properties}
        if self.stack.manners.monitors:
            interfaces[MONITORS] = {
                "SupportedMonitorTypes": Variant("as", ["or_patterns"]),
                "SupportedFeatures": Variant("as", []),
            }
            methods[f"{MONITORS}.RegisterMonitor"] = self._register
            methods[f"{MONITORS}.UnregisterMonitor"] = self._unregister
        self.stack.objects.add(self.path, interfaces, methods)
        for peripheral in self.stack.peripherals:
            if peripheral.address in self.stack.keys:
                self._device(peripheral).show(None)

    def listen(self) -> None:
        """Time has passed: advertisements are heard, and what was long not heard is forgotten."""
        if self.stack.now_s < self._listened_s + self.stack.manners.advertise_s:
            return
        self._listened_s = self.stack.now_s
        if self.powered and self.scanning:
            for peripheral in self.stack.peripherals:
                if self.stack.reachable(peripheral) and self._asked_for(peripheral):
                    self._heard(peripheral)
        for device in list(self.devices.values()):
            quiet_s = self.stack.now_s - device.seen_s
            if not device.wanted and quiet_s > self.stack.manners.forget_s:
                self.forget(device)

    def forget(self, device: RemoteDevice) -> None:
        """Take a device from the bus."""
        self.devices.pop(device.path, None)
        device.vanish()

    def power(self, on: bool) -> None:
        """Turn the radio on or off."""
        if on == self.powered:
            return
        self.powered = on
        if not on:
            for device in self.devices.values():
                device.link_gone()
            self._sessions.clear()
            self._discovering()
        self.stack.objects.change(self.path, ADAPTER, {"Powered": yes(on)})

    def vanish(self) -> None:
        """It was pulled out."""
        self.powered = False
        for device in list(self.devices.values()):
            self.forget(device)
        self.stack.objects.remove(self.path)

    def leave(self, name: str) -> None:
        """A client has left the bus."""
        for key in [key for key in self._monitors if key[0] == name]:
            del self._monitors[key]
        self._filters.pop(name, None)
        if name in self._sessions:
            self._sessions.discard(name)
            self._discovering()
        for device in self.devices.values():
            device.leave(name)

    def monitor_shown(self, sender: str, path: str, patterns: Patterns) -> None:
        """A client shows a monitor at a path that it has registered."""
        for key in self._monitors:
            if key[0] == sender and path.startswith(key[1]):
                self._monitors[key] = patterns
                self.stack.objects.spawn(self.stack.tell(sender, path, MONITOR, "Activate"))

    def demand_power(self) -> None:
        """Fail as BlueZ does with the radio off."""
        if not self.powered:
            raise manners.not_ready()

    def _device(self, peripheral: Peripheral) -> RemoteDevice:
        device = RemoteDevice(self, peripheral)
        return self.devices.setdefault(device.path, device)

    def _heard(self, peripheral: Peripheral) -> None:
        rssi_dbm = self.stack.random.randint(*RSSI_DBM)
        known = len(self.devices)
        device = self._device(peripheral)
        if len(self.devices) > known:
            device.show(rssi_dbm)
        else:
            device.seen(rssi_dbm)
        for (sender, path), patterns in self._monitors.items():
            if patterns and _matches(peripheral, patterns):
                self.stack.objects.spawn(self.stack.tell(sender, path, MONITOR, "DeviceFound", device.path))

    def _asked_for(self, peripheral: Peripheral) -> bool:
        for session in self._sessions:
            wanted = self._filters.get(session)
            if not wanted or wanted & set(peripheral.advertised):
                return True
        return any(patterns and _matches(peripheral, patterns) for patterns in self._monitors.values())

    def _discovering(self) -> None:
        on = bool(self._sessions)
        if not on:
            for device in self.devices.values():
                device.unseen()
        self.stack.objects.change(self.path, ADAPTER, {"Discovering": yes(on)})

    async def _start(self, message: Message) -> Answer:
        self.demand_power()
        self.stack.demand_idle("StartDiscovery")
        sender = message.sender or ""
        if sender in self._sessions:
            raise manners.in_progress()
        self._sessions.add(sender)
        self._discovering()
        return None

    async def _stop(self, message: Message) -> Answer:
        self.demand_power()
        self.stack.demand_idle("StopDiscovery")
        if (message.sender or "") not in self._sessions:
            raise manners.failed("No discovery started")
        self._sessions.discard(message.sender or "")
        self._discovering()
        return None

    async def _filter(self, message: Message) -> Answer:
        uuids = message.body[0].get("UUIDs")
        self._filters[message.sender or ""] = set(uuids.value) if uuids is not None else set()
        return None

    async def _remove(self, message: Message) -> Answer:
        device = self.devices.get(message.body[0])
        if device is None:
            raise manners.does_not_exist()
        self.stack.keys.discard(device.peripheral.address)
        self.stack.trusted.discard(device.peripheral.address)
        self.forget(device)
        return None

    async def _set_powered(self, message: Message) -> Answer:
        if message.body[2].value and self.stack.is_blocked(self.name):
            raise manners.blocked()
        self.power(message.body[2].value)
        return None

    async def _register(self, message: Message) -> Answer:
        key = (message.sender or "", message.body[0])
        if key in self._monitors:
            raise manners.already_exists()
        self._monitors[key] = None  # until the client shows what it looks for
        return None

    async def _unregister(self, message: Message) -> Answer:
        if self._monitors.pop((message.sender or "", message.body[0]), 0) == 0:
            raise manners.does_not_exist()
        return None


def _matches(peripheral: Peripheral, patterns: Patterns) -> bool:
    """Whether its advertisement has one of the patterns."""
    short = b"".join(int(uuid[4:8], 16).to_bytes(2, "little") for uuid in peripheral.advertised)
    said: dict[int, list[bytes]] = {
        NAME: [peripheral.name.encode()],
        MAKER: [code.to_bytes(2, "little") + data for code, data in peripheral.manufacturer.items()],
        0x01: [b"\x06"],  # flags: general discoverable, no classic Bluetooth
    }
    said |= {kind: [short] for kind in UUIDS}
    return any(
        data[start : start + len(content)] == bytes(content)
        for start, kind, content in patterns
        for data in said.get(kind, [])
    )
