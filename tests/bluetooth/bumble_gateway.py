"""The second host on the air: what a computer with an adapter is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bumble.device import Device, DeviceConfiguration
from bumble.host import Host
from bumble.keys import KeyStore, MemoryKeyStore
from bumble.pairing import PairingConfig
from bumble.transport.common import AsyncPipeSink

from tests.bluetooth.bumble_air import Radio
from tests.bluetooth.bumble_host import MTU_MAX

if TYPE_CHECKING:
    from tests.bluetooth.bumble_air import Air


class Gateway:
    """``mtu``: the packets it asks for; 23: none. ``connecting``: held while it makes a link."""

    def __init__(self, host: Host, *, mtu: int = MTU_MAX, keys: KeyStore | None = None) -> None:
        configuration = DeviceConfiguration(name="gateway")
        self.mtu = mtu
        self.keys = keys or MemoryKeyStore()
        self.device = Device(config=configuration, host=host)
        self.device.keystore = self.keys
        self.device.pairing_config_factory = lambda _: PairingConfig(mitm=False)
        self.connecting = asyncio.Lock()  # a controller makes one at a time

    @classmethod
    def on(cls, air: Air, address: str, *, mtu: int = MTU_MAX, keys: KeyStore | None = None) -> Gateway:
        """With a radio of its own."""
        radio = Radio("gateway", air, address)
        return cls(Host(radio, AsyncPipeSink(radio)), mtu=mtu, keys=keys)

    async def start(self) -> None:
        """Power it on."""
        await self.device.power_on()

    async def stop(self) -> None:
        """End every link and forget what the controller was told."""
        for connection in list(self.device.connections.values()):
            await connection.disconnect()
        await self.device.host.reset()
