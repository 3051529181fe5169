"""Every packet to its wearable's chain; strangers and nonsense to quarantine."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from daemon.chain import ChainListener, DeviceChain, Reject
from daemon.strangers import Strangers
from ingest.clock import SampleClock
from ingest.frames import DecodeError, RawFrame, device_id
from storage import devices, samples
from storage.database import open_reader

if TYPE_CHECKING:
    from pathlib import Path

    from storage.writer import Writer


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
        self._chains: dict[str, DeviceChain] = {}
        self._strangers = Strangers(writer, listener)
        self._tasks = [group.create_task(self._strangers.run(), name="strangers")]
        self._opening = asyncio.Lock()
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
        chain = self._chains.get(raw.device)
        if chain is None:
            try:
                device = device_id(raw.device)
            except DecodeError as error:
                await self._strangers.queue.put(Reject(raw, error.reason))
                return
            if len(self._chains) >= self._max_devices:
                reason = f"more than {self._max_devices} wearables (ingest.max_devices)"
                await self._strangers.queue.put(Reject(raw, reason))
                return
            async with self._opening:
                chain = self._chains.get(device) or await self._open(device, raw)
        await chain.queue.put(raw)

    async def close(self) -> None:
        """Send the end marker down every chain and wait until all is committed."""
        self._closed = True
        for chain in self._chains.values():
            await chain.queue.put(None)
        await self._strangers.queue.put(None)
        await asyncio.wait(self._tasks)

    def cancel(self) -> None:
        """Give up on what could not be committed."""
        for task in self._tasks:
            task.cancel()

    async def _open(self, device: str, raw: RawFrame) -> DeviceChain:
        await self._writer.write(partial(devices.ensure_device, device=device, now_ns=raw.received_ns))
        state = await asyncio.to_thread(self._clock_state, device)
        clock: SampleClock[RawFrame] = SampleClock(device, self._sessions.__next__, state)
        chain = DeviceChain(device, clock, self._writer, self._listener)
        self._chains[device] = chain
        self._tasks.append(self._group.create_task(chain.run(), name=f"chain {device}"))
        return chain

    def _clock_state(self, device: str) -> bytes | None:
        with closing(open_reader(self._database)) as conn:
            session = samples.last_session(conn, device)
        return session.clock_state if session else None
