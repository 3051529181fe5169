"""Every packet to its wearable's chain; strangers and nonsense to quarantine."""

from __future__ import annotations

import asyncio
import itertools
import logging
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from daemon.batch import Reject
from daemon.chain import QUEUE_FRAMES, ChainListener, DeviceChain
from daemon.strangers import Strangers
from ingest.clock import ClockStateError, SampleClock
from ingest.frames import DecodeError, RawFrame, device_id
from ingest.pulse_clock import PulseClock
from storage import devices, samples
from storage.database import open_reader

if TYPE_CHECKING:
    from pathlib import Path

    from storage.writer import Writer

log = logging.getLogger(__name__)


class Intake:
    """Opens a chain for each wearable as its first packet arrives, each a named task of ``group``."""

    def __init__(
        self,
        database: Path,
        writer: Writer,
        listener: ChainListener,
        group: asyncio.TaskGroup,
        *,
        first_session: int,
        max_devices: int,
    ) -> None:
        self._database = database
        self._writer = writer
        self._listener = listener
        self._group = group
        self._sessions = itertools.count(first_session)
        self._max_devices = max_devices
        self._queues: dict[str, asyncio.Queue[RawFrame | None]] = {}
        self._chains: dict[str, DeviceChain] = {}
        self._strangers = Strangers(writer, listener)
        self._tasks = [group.create_task(self._strangers.run(), name="strangers")]
        self._closed = False

    @property
    def rounds(self) -> dict[str, int]:
        """Progress counter of each chain, for the watchdog."""
        return {device: chain.rounds for device, chain in self._chains.items()}

    async def put(self, raw: RawFrame) -> None:
        """Hand a packet on; waits while its wearable's queue is full, which holds the source back.

        After ``close`` packets are left unacknowledged, so that they come again.
        """
        if self._closed:
            return
        queue = self._queues.get(raw.device)
        if queue is None:
            try:
                device = device_id(raw.device)
            except DecodeError as error:
                await self._strangers.queue.put(Reject(raw, error.reason))
                return
            if len(self._queues) >= self._max_devices:
                reason = f"more than {self._max_devices} wearables (ingest.max_devices)"
                await self._strangers.queue.put(Reject(raw, reason))
                return
            queue = self._queues[device] = asyncio.Queue(QUEUE_FRAMES)
            self._tasks.append(self._group.create_task(self._serve(device, queue), name=f"chain {device}"))
        await queue.put(raw)

    async def close(self) -> None:
        """Send the end marker down every chain and wait until all is committed."""
        self._closed = True
        for queue in self._queues.values():
            await queue.put(None)
        await self._strangers.queue.put(None)
        await asyncio.wait(self._tasks)

    def cancel(self) -> None:
        """Give up on what could not be committed."""
        for task in self._tasks:
            task.cancel()

    async def _serve(self, device: str, queue: asyncio.Queue[RawFrame | None]) -> None:
        """A wearable's task. It opens what it needs by itself: others do not wait for that."""
        await self._writer.write(partial(devices.ensure_device, device=device, now_ns=time.time_ns()))
        state = await asyncio.to_thread(self._clock_state, device)
        clock = self._clock(device, state)
        pulse_clock = PulseClock(device, self._sessions.__next__)
        chain = DeviceChain(device, queue, clock, self._writer, self._listener, pulse_clock=pulse_clock)
        self._chains[device] = chain
        await chain.run()

    def _clock(self, device: str, state: bytes | None) -> SampleClock[RawFrame]:
        try:
            return SampleClock(device, self._sessions.__next__, state)
        except ClockStateError as error:  # of another version, most likely
            log.warning("a new session begins: %s", error)
            return SampleClock(device, self._sessions.__next__)

    def _clock_state(self, device: str) -> bytes | None:
        with closing(open_reader(self._database)) as conn:
            session = samples.current_session(conn, device)
        return session.clock_state if session else None
