"""The durable path: a packet is decoded, placed, committed, and only then acknowledged. It never drops."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from dsp.types import Gap, Segment
from ingest.clock import Anchor, SampleClock, SessionStart
from ingest.frames import DecodeError, RawFrame, decode
from storage import devices, quarantine, samples

if TYPE_CHECKING:
    import sqlite3

    from dsp.types import Frame
    from ingest.clock import Placed
    from storage.writer import Writer

QUEUE_FRAMES: Final = (
    256  # about two minutes of one wearable; a full queue holds the broker back, which keeps the rest
)
BATCH_FRAMES: Final = 64  # one job stays a few milliseconds, so that wearables take turns
ASK_AGAIN_S: Final = 0.5  # between reminders: a hole is given up after two seconds
NOTHING_YET: Final = -1  # said instead of a number to a wearable of which no frame is on disk
TICK_S: Final = 0.5  # held frames are looked at this often when nothing arrives


class ChainListener(Protocol):
    """What wants to know that samples are on disk."""

    def received(self, frame: Frame, received_ns: int) -> None:
        """A frame was decoded; not yet on disk."""

    def committed(self, device: str, samples: int, seq: int | None) -> None:
        """``samples`` new samples are on disk, and everything up to ``seq`` is settled."""

    def missing(self, device: str, seq: int) -> None:
        """Frames wait behind a hole after ``seq``; the wearable may still have what belongs there."""

    def rejected(self, raw: RawFrame, reason: str) -> None:
        """A payload went to quarantine and was acknowledged."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A payload that is kept for inspection instead of being analysed."""

    raw: RawFrame
    reason: str


@dataclass(slots=True)
class Batch:
    """What one commit holds for one wearable."""

    device: str
    events: list[SessionStart | Segment | Gap | Anchor] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    settled: list[RawFrame] = field(default_factory=list)
    states: dict[tuple[int | None, bool], int] = field(
        default_factory=dict
    )  # (battery, lead off) -> first seen, ns
    clock_state: bytes = b""

    @property
    def empty(self) -> bool:
        """Nothing to commit and nobody to tell."""
        return not (self.events or self.rejects or self.settled or self.states)

    @property
    def samples(self) -> int:
        """How many samples it brings."""
        return sum(len(event.uv) for event in self.events if isinstance(event, Segment))

    def place(self, placed: Placed[RawFrame]) -> None:
        """Take over what the sample clock decided."""
        self.events += placed.events
        self.settled += placed.settled
        self.rejects += [Reject(raw, "late: its place was already given up as lost") for raw in placed.late]


def commit(batch: Batch, conn: sqlite3.Connection) -> None:
    """Write one batch; the writer's transaction makes it all or nothing."""
    session: int | None = None
    for event in batch.events:
        session = event.session
        match event:
            case SessionStart():
                previous = samples.current_session(conn, event.device)
                if previous is not None and not previous.closed:
                    samples.close_session(conn, previous.id)
                samples.open_session(
                    conn,
                    event.session,
                    event.device,
                    event.lead,
                    event.fs_hz,
                    event.start_ns,
                    event.clock_source,
                )
            case Segment():
                samples.append(conn, event)
            case Gap():
                samples.add_gap(conn, event)
            case Anchor():
                samples.add_anchor(conn, event.session, event.sample, event.at_ns)
    if session is not None:
        samples.save_clock(conn, session, batch.clock_state)
    for (battery_pct, lead_off), at_ns in batch.states.items():
        devices.record_state(
            conn, batch.device, at_ns, battery_pct=battery_pct, connected=True, lead_off=lead_off
        )
    for reject in batch.rejects:
        put_quarantine(reject, conn)


def put_quarantine(reject: Reject, conn: sqlite3.Connection) -> None:
    """Keep a payload that could not be used, with the reason."""
    raw = reject.raw
    quarantine.put(
        conn,
        source=raw.source,
        device=raw.device,
        received_ns=raw.received_ns,
        reason=reject.reason,
        payload=raw.payload,
    )


class DeviceChain:
    """One wearable's way from packet, as they come by ``queue``, to disk. ``run`` is its task."""

    def __init__(
        self,
        device: str,
        queue: asyncio.Queue[RawFrame | None],
        clock: SampleClock[RawFrame],
        writer: Writer,
        listener: ChainListener,
    ) -> None:
        self.device = device
        self._queue = queue
        self._clock = clock
        self._writer = writer
        self._listener = listener
        self._state: tuple[int | None, bool] | None = None
        self._asked_s = float("-inf")
        self.rounds = 0  # moves at least every TICK_S while the chain is alive

    async def run(self) -> None:
        """Take packets until the end marker (None) has come.

        Packets that the clock still holds behind a hole stay unacknowledged, so that they come again.
        """
        ending = False
        while not ending:
            batch = Batch(self.device)
            ending = await self._fill(batch)
            await self._commit(batch)
            self._ask_again()
            self.rounds += 1

    def _ask_again(self) -> None:
        now_s = time.monotonic()
        if self._clock.waiting and now_s - self._asked_s >= ASK_AGAIN_S:
            self._asked_s = now_s
            seq = self._clock.settled_seq
            self._listener.missing(self.device, NOTHING_YET if seq is None else seq)

    async def _fill(self, batch: Batch) -> bool:
        try:
            async with asyncio.timeout(TICK_S):
                raws = [await self._queue.get()]
        except TimeoutError:
            batch.place(self._clock.tick(time.time_ns(), monotonic_ns=time.monotonic_ns()))
            return False
        while len(raws) < BATCH_FRAMES and not self._queue.empty():
            raws.append(self._queue.get_nowait())
        for raw in raws:
            if raw is None:
                return True
            self._take(batch, raw)
        return False

    def _take(self, batch: Batch, raw: RawFrame) -> None:
        try:
            frame = decode(raw)
        except DecodeError as error:
            batch.rejects.append(Reject(raw, error.reason))
            batch.settled.append(raw)
            return
        self._listener.received(frame, raw.received_ns)
        state = (frame.battery_pct, frame.lead_off)
        if state != self._state:
            batch.states.setdefault(state, raw.received_ns)
            self._state = state
        batch.place(self._clock.push(frame, raw.received_ns, raw, monotonic_ns=raw.monotonic_ns))

    async def _commit(self, batch: Batch) -> None:
        if batch.empty:
            return
        batch.clock_state = self._clock.state()
        await self._writer.write(partial(commit, batch))
        for raw in batch.settled:
            raw.ack()
        for reject in batch.rejects:
            self._listener.rejected(reject.raw, reject.reason)
        self._listener.committed(self.device, batch.samples, self._clock.settled_seq)
