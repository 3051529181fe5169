"""The gateway's side in small, in the simulated time base: links, packets, places on the sample axis.

Wearables here send a signal in which each sample is its own number on the oscillator's grid, so that what
came tells by itself what is missing.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol, Self

import numpy as np

from dsp.types import Charge, Frame, Gap, GapReason, Pulse, Segment
from ingest.bluetooth.central import Central
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.settings import BluetoothSettings
from ingest.clock import Anchor, SampleClock, SessionStart
from ingest.frames import decode
from tests.bluetooth.strap_ecg import EPOCH_2000_NS, NS_PER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from dsp.types import IntArray
    from ingest.bluetooth.links import LinkState, Pinned, RadioState
    from ingest.frames import RawFrame
    from ingest.placed import Placed
    from tests.bluetooth.bluez import Bluez

BEGIN_NS: Final = 1_795_176_000 * NS_PER_S  # wall time when simulated time begins: 2026-11-20 12:00 UTC
SET_CLOCK_NS: Final = BEGIN_NS - EPOCH_2000_NS  # what a strap's clock says then, if somebody has set it
POLL_S: Final = 0.01
PATIENCE_S: Final = 60.0  # real; what is waited for here comes within some seconds on an idle machine
TICK_S: Final = 0.5  # simulated: frames that wait are looked at so often


def numbered(start: int, n: int) -> IntArray:
    """A signal in which each sample is its own number."""
    return np.arange(start, start + n, dtype=np.int32)


async def until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for ``condition``; TimeoutError if it does not come."""
    async with asyncio.timeout(patience_s):
        while not condition():
            await asyncio.sleep(POLL_S)


@dataclass
class Received:
    """What came of one wearable. ``events``: as the sample clock gave them out."""

    device: str
    frames: int = 0
    dropped: int = 0
    last_s: float = 0.0  # simulated time of the newest frame
    events: list[SessionStart | Segment | Gap | Anchor] = field(default_factory=list)
    pulses: list[Pulse] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    _sessions: int = 0

    def __post_init__(self) -> None:
        self._clock: SampleClock[None] = SampleClock(self.device, self._session)

    def push(self, frame: Frame, at_ns: int, at_s: float) -> None:
        """One frame arrives."""
        self.frames += 1
        self.dropped += frame.dropped
        self.last_s = at_s
        self._take(self._clock.push(frame, at_ns, None, monotonic_ns=at_ns))

    def tick(self, at_ns: int) -> None:
        """Time passes."""
        self._take(self._clock.tick(at_ns, monotonic_ns=at_ns))

    def flush(self) -> None:
        """Nothing more will come."""
        self._take(self._clock.flush())

    @property
    def segments(self) -> list[Segment]:
        return [event for event in self.events if isinstance(event, Segment)]

    @property
    def sessions(self) -> list[SessionStart]:
        return [event for event in self.events if isinstance(event, SessionStart)]

    def lost(self, reason: GapReason) -> int:
        """Samples missing for a reason."""
        return sum(event.n for event in self.events if isinstance(event, Gap) and event.reason is reason)

    @property
    def numbers(self) -> IntArray:
        """Numbers of all samples that are in place, in order."""
        return np.concatenate([segment.uv for segment in self.segments] or [np.zeros(0, np.int32)])

    def gap_errors(self, rate_hz: float) -> list[float]:
        """By how many samples each gap is too long, by the numbers on its two sides.

        Within a session that is the axis; between two the wall time from one's end to the other's beginning.
        """
        starts = {start.session: start.start_ns for start in self.sessions}
        ends = {
            (event.session, event.sample): event.at_ns for event in self.events if isinstance(event, Anchor)
        }
        errors = []
        for before, after in pairwise(self.segments):
            true = int(after.uv[0]) - int(before.uv[-1]) - 1
            if before.session == after.session:
                if true or after.start != before.end:
                    errors.append(float(after.start - before.end - true))
            else:
                passed_ns = starts[after.session] - ends[before.session, before.end]
                errors.append(passed_ns * rate_hz / NS_PER_S - true)
        return errors

    def _session(self) -> int:
        self._sessions += 1
        return self._sessions

    def _take(self, placed: Placed[None]) -> None:
        self.events += placed.events


class TimeBase(Protocol):
    """Simulated time."""

    @property
    def factor(self) -> float:
        """How much faster it goes than real time."""

    @property
    def now_s(self) -> float:
        """Seconds since it began."""


class Listening:
    """``async with Listening(air, pinned...) as gateway:`` - keeps the wearables while it is open.

    ``pace``: where not every time-out is to be in the simulated time base.
    ``flowing``: cleared, everything that comes has to wait. ``states``: all link states told, oldest first.
    """

    def __init__(
        self,
        air: TimeBase,
        pinned: Iterable[Pinned] = (),
        settings: BluetoothSettings | None = None,
        *,
        pace: Pace | None = None,
    ) -> None:
        self.air = air
        self.pinned = tuple(pinned)
        self.pace = pace or Pace().scaled(1.0 / air.factor)
        self.central = Central(settings or BluetoothSettings(), put=self._put, listener=self, pace=self.pace)
        self.received = {one.device: Received(one.device) for one in self.pinned}
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.states: list[LinkState] = []
        self.radios: list[RadioState] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._tasks = [asyncio.create_task(self.central.run(self.pinned)), asyncio.create_task(self._tick())]
        await asyncio.sleep(0)  # both have begun
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.central.close()
        for task in self._tasks:
            task.cancel()
        for outcome in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(outcome, Exception) and error is None:
                raise outcome
        for received in self.received.values():
            received.flush()

    def link(self, state: LinkState) -> None:
        """A link has changed."""
        self.states.append(state)

    def radio(self, state: RadioState) -> None:
        """The radio has changed."""
        self.radios.append(state)

    def phase(self, device: str) -> str | None:
        """Where a link stands."""
        state = self.central.links.get(device)
        return None if state is None else state.phase

    async def streams(self, device: str, frames: int = 2) -> None:
        """Wait for so many more frames of a wearable."""
        received = self.received.setdefault(device, Received(device))
        wanted = received.frames + frames
        await until(lambda: received.frames >= wanted)

    @property
    def now_ns(self) -> int:
        """Wall time in the simulated time base."""
        return BEGIN_NS + round(self.air.now_s * NS_PER_S)

    async def _put(self, raw: RawFrame) -> None:
        at_s = self.air.now_s
        await self.flowing.wait()
        received = self.received.setdefault(raw.device, Received(raw.device))
        at_ns = BEGIN_NS + round(at_s * NS_PER_S)
        match decode(replace(raw, received_ns=at_ns, monotonic_ns=at_ns)):
            case Pulse() as pulse:
                received.pulses.append(pulse)
            case Charge() as charge:
                received.charges.append(charge)
            case frame:
                received.push(frame, at_ns, at_s)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S / self.air.factor)
            for received in self.received.values():
                received.tick(self.now_ns)


class Gateway(Listening):
    """The same in a room whose radio is at hand, as ``bluez``."""

    def __init__(
        self,
        bluez: Bluez,
        pinned: Iterable[Pinned] = (),
        settings: BluetoothSettings | None = None,
        *,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(bluez, pinned, settings, pace=pace)
        self.bluez = bluez
