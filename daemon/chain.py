"""The durable path: a packet is decoded, placed, committed, and only then acknowledged. It never drops."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from daemon.batch import Batch, Reject, Said, commit
from dsp.types import Charge, Pulse
from ingest.frames import DecodeError, RawFrame, decode
from ingest.pulse_clock import PlacedPulse
from storage.errors import SampleOverlap

if TYPE_CHECKING:
    from dsp.types import Frame
    from ingest.clock import SampleClock
    from ingest.pulse_clock import PulseClock
    from storage.writer import Writer

log = logging.getLogger(__name__)

NS_PER_S: Final = 1_000_000_000
QUEUE_FRAMES: Final = (
    256  # about two minutes of one wearable; a full queue holds the broker back, which keeps the rest
)
BATCH_FRAMES: Final = 64  # one job stays a few milliseconds, so that wearables take turns
ASK_AGAIN_S: Final = 0.5  # between reminders: a hole is given up after two seconds
CONTACT_S: Final = 5.0  # a heart-rate service speaks once a second; what it said of the skin is soon stale
WAVEFORM_S: Final = 120.0  # without a frame for so long, none will come; no axis bridges as much
NOTHING_YET: Final = -1  # said instead of a number to a wearable of which no frame is on disk
TICK_S: Final = 0.5  # held frames are looked at this often when nothing arrives


class ChainListener(Protocol):
    """What wants to know that samples are on disk."""

    def received(self, frame: Frame, received_ns: int) -> None:
        """A frame was decoded; not yet on disk."""

    def heard(self, arrival: Pulse | Charge, received_ns: int) -> None:
        """A packet without samples was decoded; not yet on disk."""

    def committed(self, device: str, samples: int, seq: int | None) -> None:
        """``samples`` new samples are on disk, and everything up to ``seq`` is settled."""

    def missing(self, device: str, seq: int) -> None:
        """Frames wait behind a hole after ``seq``; the wearable may still have what belongs there."""

    def rejected(self, raw: RawFrame, reason: str) -> None:
        """A payload went to quarantine and was acknowledged."""


class DeviceChain:
    """One wearable's way from packet, as they come by ``queue``, to disk. ``run`` is its task."""

    def __init__(
        self,
        device: str,
        queue: asyncio.Queue[RawFrame | None],
        clock: SampleClock[RawFrame],
        writer: Writer,
        listener: ChainListener,
        *,
        pulse_clock: PulseClock,
    ) -> None:
        self.device = device
        self._queue = queue
        self._clock = clock
        self._pulse_clock = pulse_clock
        self._waveform_until_ns = 0  # pulses beside frames are only kept; on the clock of the next
        self._writer = writer
        self._listener = listener
        self._battery_pct: int | None = None
        self._lead_off: bool | None = None
        self._off_skin_until_ns = 0  # by a heart-rate service; on the clock of RawFrame.monotonic_ns
        self._keeps_frames = False  # the wearable may be asked for what is missing
        self._dropped = 0  # samples missing before packets that could not be read
        self._asked_s = float("-inf")
        self.rounds = 0  # moves at least every TICK_S while the chain is alive

    async def run(self) -> None:
        """Take packets until the end marker (None) has come.

        Packets that the clock still holds behind a hole then stay unacknowledged, so that they come again;
        those of a wearable that keeps none are placed.
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
        if self._keeps_frames and self._clock.waiting and now_s - self._asked_s >= ASK_AGAIN_S:
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
                if not self._keeps_frames:  # then what waits behind a hole would not come again
                    batch.place(self._clock.flush())
                return True
            self._take(batch, raw)
        return False

    def _take(self, batch: Batch, raw: RawFrame) -> None:
        try:
            arrival = decode(raw)
        except DecodeError as error:
            self._dropped += raw.dropped if raw.signal else 0
            batch.rejects.append(Reject(raw, error.reason))
            batch.settled.append(raw)
            return
        match arrival:
            case Pulse():
                self._take_pulse(batch, raw, arrival)
            case Charge():
                self._say(batch, raw.received_ns, battery_pct=arrival.battery_pct)
                self._listener.heard(arrival, raw.received_ns)
                batch.settled.append(raw)
            case _:
                self._take_frame(batch, raw, arrival)

    def _take_pulse(self, batch: Batch, raw: RawFrame, pulse: Pulse) -> None:
        """What a heart-rate service says of the skin holds for the ECG beside it, until it says otherwise.

        Of a wearable without a waveform its intervals are all there is to analyse.
        """
        if pulse.contact is not None:
            lasts_ns = 0 if pulse.contact else round(CONTACT_S * NS_PER_S)
            self._off_skin_until_ns = raw.monotonic_ns + lasts_ns
            self._say(batch, raw.received_ns, lead_off=not pulse.contact)
        self._listener.heard(pulse, raw.received_ns)
        if pulse.waveform or raw.monotonic_ns < self._waveform_until_ns:
            batch.events.append(PlacedPulse(self.device, raw.received_ns, pulse))
        else:
            batch.events += self._pulse_clock.push(pulse, raw.received_ns, monotonic_ns=raw.monotonic_ns)
        batch.settled.append(raw)

    def _take_frame(self, batch: Batch, raw: RawFrame, decoded: Frame) -> None:
        lead_off = decoded.lead_off or raw.monotonic_ns < self._off_skin_until_ns
        frame = replace(decoded, lead_off=lead_off, dropped=decoded.dropped + self._dropped)
        self._dropped, self._keeps_frames = 0, raw.source != "ble"
        self._waveform_until_ns = raw.monotonic_ns + round(WAVEFORM_S * NS_PER_S)
        self._listener.received(frame, raw.received_ns)
        self._say(batch, raw.received_ns, battery_pct=frame.battery_pct, lead_off=lead_off)
        batch.place(self._clock.push(frame, raw.received_ns, raw, monotonic_ns=raw.monotonic_ns))

    def _say(
        self, batch: Batch, at_ns: int, *, battery_pct: int | None = None, lead_off: bool | None = None
    ) -> None:
        """Have what changed recorded."""
        battery_pct = None if battery_pct == self._battery_pct else battery_pct
        lead_off = None if lead_off is self._lead_off else lead_off
        if battery_pct is not None or lead_off is not None:
            batch.states.append(Said(at_ns, battery_pct, lead_off))
        self._battery_pct = self._battery_pct if battery_pct is None else battery_pct
        self._lead_off = self._lead_off if lead_off is None else lead_off

    async def _commit(self, batch: Batch) -> None:
        if batch.empty:
            return
        batch.clock_state = self._clock.state()
        try:
            await self._writer.write(partial(commit, batch))
        except SampleOverlap as error:  # that one wearable is muddled must not end the intake of the others
            log.error("%s: %s; its frames are set aside, and a new session begins", self.device, error)  # noqa: TRY400 - said whole
            self._clock.begin_anew()
            batch = batch.aside(f"its place was taken: {error}")
            await self._writer.write(partial(commit, batch))
        for raw in batch.settled:
            raw.ack()
        for reject in batch.rejects:
            self._listener.rejected(reject.raw, reject.reason)
        self._listener.committed(self.device, batch.samples, self._clock.settled_seq)
