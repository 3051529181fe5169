"""The gateway's side in small: takes frames over MQTT, places them, stores them in memory, acknowledges."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiomqtt

from dsp.types import Frame
from ingest.clock import SampleClock
from ingest.frames import DecodeError, RawFrame, decode
from ingest.mqtt import MqttSettings, SourceLost, client, frames
from tests.ingest.airwaves import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.clock import Placed

PATIENCE_S = 20.0  # everything here takes milliseconds; a loaded machine gets time
COMMIT_S = 0.02


async def until(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait for ``condition``; fail if it does not come."""
    async with asyncio.timeout(patience_s):
        while not condition():
            await asyncio.sleep(0.01)


@dataclass
class Receiver:
    """One wearable's receiver. ``run`` reconnects for ever; what is not acknowledged comes again."""

    settings: MqttSettings
    device: str = "w1"
    store: Store = field(default_factory=Store)
    refused: list[str] = field(default_factory=list)
    late: int = 0
    connections: int = 0
    received: int = 0
    lost: list[str] = field(default_factory=list)
    sessions: int = 0

    def __post_init__(self) -> None:
        self._clock: SampleClock[RawFrame] = SampleClock(self.device, self._new_session)

    def _new_session(self) -> int:
        self.sessions += 1
        return self.sessions

    async def listening(self) -> None:
        """Wait until frames would arrive: until nonsense does."""
        async with client(self.settings, client_id="somebody") as probe, asyncio.timeout(PATIENCE_S):
            while not self.refused:
                await probe.publish(f"{self.settings.root}/somebody/ecg", b"?", qos=1)
                await asyncio.sleep(COMMIT_S)
        self.refused.clear()

    async def run(self) -> None:
        while True:
            try:
                await self._connection()
            except SourceLost as error:
                self.lost.append(str(error))
                await asyncio.sleep(0.1)

    async def _connection(self) -> None:
        async with client(self.settings, client_id="gateway-out") as out:
            self.connections += 1
            arriving: asyncio.Queue[RawFrame] = asyncio.Queue()
            async with asyncio.TaskGroup() as tasks:
                self._subscribed = asyncio.Event()
                taking = tasks.create_task(self._take(arriving))
                while not taking.done():
                    await asyncio.sleep(COMMIT_S)
                    await self._commit(arriving, out)

    async def _take(self, arriving: asyncio.Queue[RawFrame]) -> None:
        with contextlib.suppress(SourceLost):
            async for raw in frames(self.settings, ready=self._subscribed.set):
                arriving.put_nowait(raw)

    async def _commit(self, arriving: asyncio.Queue[RawFrame], out: aiomqtt.Client) -> None:
        settled: list[RawFrame] = []
        while not arriving.empty():
            raw = arriving.get_nowait()
            self.received += 1
            try:
                frame = decode(raw)
            except DecodeError as error:
                self.refused.append(error.reason)
                settled.append(raw)
                continue
            assert isinstance(frame, Frame)
            placed = self._clock.push(frame, raw.received_ns, raw, monotonic_ns=raw.monotonic_ns)
            self._keep(placed, settled)
        self._keep(self._clock.tick(time.time_ns(), monotonic_ns=time.monotonic_ns()), settled)
        for raw in settled:
            raw.ack()
        seq = self._clock.settled_seq
        fresh = self._subscribed.is_set()
        self._subscribed.clear()
        if (settled or fresh or self._clock.waiting) and seq is not None:
            with contextlib.suppress(aiomqtt.MqttError, TimeoutError):  # the other connection is lost too
                async with asyncio.timeout(1):
                    await out.publish(f"{self.settings.root}/{self.device}/ack", str(seq), qos=1)

    def _keep(self, placed: Placed[RawFrame], settled: list[RawFrame]) -> None:
        self.store.apply(placed)
        settled += placed.settled
        self.late += len(placed.late)
