"""A strap and a gateway on the same air, in simulated time."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from bleak import BleakClient

from dsp.types import Frame
from ingest.bluetooth.ear import Ear
from ingest.bluetooth.inbox import Inbox
from ingest.bluetooth.link import Link
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.polar_h10 import PolarH10
from ingest.bluetooth.wearable import LinkLost
from ingest.frames import decode
from tests.bluetooth.bumble_air import LL_OCTETS, SUPERVISION_S, Air
from tests.bluetooth.bumble_backend import client_of
from tests.bluetooth.bumble_gateway import Gateway
from tests.bluetooth.bumble_host import MTU_MAX, Hosted
from tests.ingest.receiver import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bumble.keys import KeyStore

    from dsp.types import IntArray
    from ingest.bluetooth.wearable import Stream
    from ingest.frames import RawFrame
    from tests.bluetooth.strap import Strap

GATEWAY: Final = "02:00:00:00:00:01"
CONNECT_S: Final = 10.0  # everything here takes milliseconds; a loaded machine gets time
ANSWER_S: Final = 5.0  # for a strap that never answers
DEVICE: Final = "h10"


def ramp(start: int, n: int) -> IntArray:
    """A signal in which every sample says where it belongs, within the 24 bits of a strap's samples."""
    return (np.arange(start, start + n) * 7 % 8_000_000 - 4_000_000).astype(np.int32)


class Near(Protocol):
    """Where a strap can be reached."""

    def client(self, ended: asyncio.Event | None = None) -> BleakClient:
        """A new link to it, not yet connected. ``ended``: set when it goes."""


@dataclass
class Room:
    """``lost``: how often bleak has said that a link ended."""

    air: Air
    strap: Strap
    hosted: Hosted
    gateway: Gateway
    lost: int = 0

    def client(self, ended: asyncio.Event | None = None, timeout_s: float = CONNECT_S) -> BleakClient:
        """See Near."""

        def tell(client: BleakClient) -> None:
            del client
            self.lost += 1
            if ended is not None:
                ended.set()

        return BleakClient(
            self.strap.address,
            disconnected_callback=tell,
            timeout=timeout_s,
            backend=client_of(self.gateway),
        )

    def over(self) -> bool:
        """Whether there is no link now."""
        return self.hosted.connection is None and not self.gateway.device.connections

    async def play(self, seconds: float, step_s: float = 0.5) -> None:
        """Let time pass for the strap."""
        for _ in range(round(seconds / step_s)):
            await self.hosted.advance(step_s)

    async def play_until(self, condition: Callable[[], bool], step_s: float = 0.1) -> None:
        """Likewise, until something has happened."""

        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                await self.hosted.advance(step_s)
                await asyncio.sleep(0)


@asynccontextmanager
async def room(
    strap: Strap,
    *,
    mtu: int = MTU_MAX,
    asked_mtu: int = MTU_MAX,
    supervision_s: float = SUPERVISION_S,
    octets: int = LL_OCTETS,
    keys: KeyStore | None = None,
) -> AsyncIterator[Room]:
    """Both on the air. ``mtu``: what the strap agrees to; ``asked_mtu``: what the gateway asks for."""
    air = Air(supervision_s)
    hosted = Hosted(strap, air, mtu=mtu, keys=keys, octets=octets)
    gateway = Gateway.on(air, GATEWAY, mtu=asked_mtu)
    await gateway.start()
    await hosted.start()
    try:
        yield Room(air, strap, hosted, gateway)
    finally:
        air.clear()
        await gateway.stop()
        await hosted.stop()


@dataclass
class Heard:
    """What came through a link, in order, as Hearth takes it in."""

    inbox: Inbox
    link: Link
    raws: list[RawFrame] = field(default_factory=list)

    @property
    def frames(self) -> list[Frame]:
        """Of ECG. Raises DecodeError where one cannot be read."""
        arrivals = (decode(raw) for raw in self.raws)
        return [arrival for arrival in arrivals if isinstance(arrival, Frame)]

    @property
    def uv(self) -> IntArray:
        """Their samples."""
        return np.concatenate([np.empty(0, np.int32), *(frame.uv for frame in self.frames)])

    def holds(self, n: int) -> bool:
        """Whether at least ``n`` frames have come."""
        return len(self.frames) >= n

    async def take(self) -> None:
        """Until the inbox is closed."""
        async for raw in self.inbox:
            self.raws.append(raw)


@asynccontextmanager
async def listening(near: Near, *, pair: bool = False) -> AsyncIterator[Heard]:
    """A link over which Hearth's own module has started the strap; stopped and ended at the end."""
    ended = asyncio.Event()
    client = near.client(ended)
    await client.connect()
    try:
        if pair:
            await client.pair()
        heard = Heard(Inbox(DEVICE), Link(client, ended, Pace()))
        taking = asyncio.create_task(heard.take())
        try:
            stream = await _open(heard)
            yield heard
            if client.is_connected:
                await stream.close()
        finally:
            heard.inbox.close()
            await taking
    finally:
        await client.disconnect()


async def _open(heard: Heard) -> Stream:
    """Started, or lost meanwhile: a strap's answer may be waited for over a link that is gone."""
    ear = Ear(heard.inbox.put, DEVICE, Pace(), waveform=True)
    opening = asyncio.create_task(PolarH10(answer_s=ANSWER_S).open(heard.link, ear, DEVICE))
    lost = asyncio.create_task(heard.link.lost.wait())
    try:
        await asyncio.wait({opening, lost}, return_when=asyncio.FIRST_COMPLETED)
        if opening.done():
            return opening.result()
        raise LinkLost("The link went while the strap was started.")
    finally:
        opening.cancel()
        lost.cancel()
        await asyncio.gather(opening, lost, return_exceptions=True)
