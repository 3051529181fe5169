"""A fake bluetoothd: what it keeps, who it talks to, and the time it lives in. Used in its own event loop."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Final

from tests.bluetooth import bluez_manners as manners
from tests.bluetooth.bluez_adapter import Adapter
from tests.bluetooth.bluez_manners import AGENT, AGENTS, MONITOR, ROOT, Manners
from tests.bluetooth.objects import Objects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dbus_fast import Message

    from tests.bluetooth.bluez_device import RemoteDevice
    from tests.bluetooth.objects import Answer
    from tests.bluetooth.peripheral import Peripheral

NAME: Final = "org.bluez"
TICK_S: Final = 0.01  # real: notifications are at most so late
STEP_LIMIT_S: Final = 0.05  # real: on a machine that is too slow, simulated time goes slower, not in leaps
COME_BACK_S: Final = 0.02  # real: between looks whether the bus is there again
Agent = tuple[str, str]  # a client's name, and the path of its agent


class Stack:
    """``factor``: how much faster simulated time goes than real time.

    ``keys``, ``trusted``: addresses; what bluetoothd has on disk. ``told``: notifications of each wearable's
    characteristic that came over the air while somebody listened; ``said``: signals made of them.
    """

    def __init__(self, peripherals: Iterable[Peripheral], manner: Manners, factor: float, seed: int) -> None:
        self.peripherals = list(peripherals)
        self.manners = manner
        self.factor = factor
        self.random = random.Random(seed)
        self.objects = Objects(NAME, self._left, self._heard)
        self.keys: set[str] = set()
        self.trusted: set[str] = set()
        self.adapters: dict[str, Adapter] = {}
        self.plugged: list[str] = ["hci0"]
        self.blocked_names: set[str] = set()
        self.unreachable: set[str] = set()
        self.drop_share = 0.0
        self.busy: Counter[str] = Counter()
        self.now_s = 0.0
        self.told: Counter[tuple[str, str]] = Counter()
        self.said: Counter[tuple[str, str]] = Counter()
        self._agents: dict[str, str] = {}
        self._default_agent: str | None = None

    async def serve(self, address: str) -> None:
        """Be bluetoothd on the bus until cancelled or the bus goes."""
        try:
            await self.objects.connect(address)
            methods = {
                f"{AGENTS}.RegisterAgent": self._register_agent,
                f"{AGENTS}.UnregisterAgent": self._unregister_agent,
                f"{AGENTS}.RequestDefaultAgent": self._default,
            }
            self.objects.add(ROOT, {AGENTS: {}}, methods)
            for name in tuple(self.plugged):
                self.plug(name)
            await self.objects.lost()
        finally:
            self.end()
            await self.objects.leave()

    def end(self) -> None:
        """bluetoothd dies: links are gone, what is on disk stays."""
        for peripheral in self.peripherals:
            if peripheral.link:
                peripheral.disconnect()
        self.adapters.clear()
        self._agents.clear()
        self._default_agent = None

    async def live(self) -> None:
        """Let time pass, whether bluetoothd runs or not."""
        before_s = time.monotonic()
        while True:
            await asyncio.sleep(TICK_S)
            at_s = time.monotonic()
            self.tick(min(at_s - before_s, STEP_LIMIT_S) * self.factor)
            before_s = at_s

    def tick(self, seconds: float) -> None:
        """So much simulated time has passed."""
        self.now_s += seconds
        for peripheral in self.peripherals:
            device = self.device(peripheral.address)
            due = peripheral.advance(seconds)
            if device is not None and device.connected:
                device.deliver(due)
                if not peripheral.link:
                    device.link_gone()
        for adapter in self.adapters.values():
            adapter.listen()

    async def sleep(self, seconds: float) -> None:
        """Wait in simulated time."""
        until_s = self.now_s + seconds
        await asyncio.sleep(seconds / self.factor)
        while self.now_s < until_s:
            await asyncio.sleep(TICK_S)

    def device(self, address: str) -> RemoteDevice | None:
        """The device object of a wearable: the connected one, if several adapters know it."""
        known = [
            device
            for adapter in self.adapters.values()
            for device in adapter.devices.values()
            if device.peripheral.address == address
        ]
        return next((one for one in known if one.connected), known[0] if known else None)

    def plug(self, name: str) -> None:
        """An adapter is there."""
        if name not in self.plugged:
            self.plugged.append(name)
        self.adapters[name] = Adapter(self, name)
        self.adapters[name].show()

    def pull(self, name: str) -> None:
        """An adapter is gone."""
        self.plugged.remove(name)
        if (adapter := self.adapters.pop(name, None)) is not None:
            adapter.vanish()

    def block(self, name: str, *, on: bool) -> None:
        """rfkill blocks an adapter, or lets it go, upon which BlueZ powers it."""
        (self.blocked_names.add if on else self.blocked_names.discard)(name)
        self.adapters[name].power(not on)

    def lose(self, address: str) -> None:
        """Nothing comes over a link any more; both sides notice that after a while."""
        device = self.device(address)
        if device is not None and device.connected:
            self.objects.spawn(self._lose(device))

    def take_away(self, address: str) -> None:
        """A wearable is out of reach."""
        self.unreachable.add(address)
        self.lose(address)

    async def _lose(self, device: RemoteDevice) -> None:
        device.deaf = True
        await self.sleep(self.manners.notice_s)
        device.link_gone()

    def is_blocked(self, name: str) -> bool:
        return name in self.blocked_names

    def reachable(self, peripheral: Peripheral) -> bool:
        """Whether it can be heard and connected now."""
        return peripheral.advertising and peripheral.address not in self.unreachable

    def drops(self) -> bool:
        """Whether the next notification gets lost on its way."""
        return self.drop_share > 0.0 and self.random.random() < self.drop_share

    def count(self, address: str, uuid: str, said: int) -> None:
        """A notification came, and was told to so many listeners."""
        self.told[address, uuid] += 1
        self.said[address, uuid] += said

    def demand_idle(self, member: str) -> None:
        """Fail as BlueZ does when something else is going on."""
        if self.busy[member] > 0:
            self.busy[member] -= 1
            raise manners.in_progress()

    def agent_for(self, sender: str) -> Agent | None:
        """Whom to ask about a pairing: the caller's agent, else the default one."""
        for name in (sender, self._default_agent):
            if name in self._agents:
                return name, self._agents[name]
        return None

    async def ask(self, agent: Agent, device: str) -> bool:
        """Whether an agent allows a pairing."""
        return await self.objects.call(*agent, AGENT, "RequestAuthorization", device)

    async def tell(self, whom: str, path: str, interface: str, member: str, *objects: str) -> None:
        """Call a client, whatever it answers."""
        await self.objects.call(whom, path, interface, member, *objects)

    def _left(self, name: str) -> None:
        self._agents.pop(name, None)
        if self._default_agent == name:
            self._default_agent = None
        for adapter in self.adapters.values():
            adapter.leave(name)

    def _heard(self, message: Message) -> None:
        """Signals of clients: one that shows an advertisement monitor."""
        if message.member != "InterfacesAdded" or message.signature != "oa{sa{sv}}":
            return
        path, interfaces = message.body
        if MONITOR in interfaces and message.sender:
            for adapter in self.adapters.values():
                adapter.monitor_shown(message.sender, path, interfaces[MONITOR]["Patterns"].value)

    async def _register_agent(self, message: Message) -> Answer:
        if message.sender in self._agents:
            raise manners.already_exists()
        self._agents[message.sender or ""] = message.body[0]
        return None

    async def _unregister_agent(self, message: Message) -> Answer:
        if self._agents.pop(message.sender or "", None) is None:
            raise manners.does_not_exist()
        if self._default_agent == message.sender:
            self._default_agent = None
        return None

    async def _default(self, message: Message) -> Answer:
        if message.sender not in self._agents:
            raise manners.does_not_exist()
        self._default_agent = message.sender
        return None
