"""What one commit holds for one wearable, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsp.types import Gap, Intervals, Segment
from ingest.clock import Anchor, SessionStart
from ingest.pulse_clock import PlacedPulse
from storage import devices, pulses, quarantine, samples

if TYPE_CHECKING:
    import sqlite3

    from ingest.frames import RawFrame
    from ingest.placed import Placed
    from ingest.pulse_clock import Laid


@dataclass(frozen=True, slots=True)
class Reject:
    """A payload that is kept for inspection instead of being analysed."""

    raw: RawFrame
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a wearable newly says of itself; None: nothing."""

    at_ns: int
    battery_pct: int | None = None
    lead_off: bool | None = None


@dataclass(slots=True)
class Batch:
    """What one commit holds for one wearable.

    ``events``: what the clocks decided, and pulses, in order; ``clocked``: the session that the sample clock
    is in, if it decided anything; ``clock_state``: the sample clock's.
    """

    device: str
    events: list[Segment | Laid] = field(default_factory=list)
    clocked: int | None = None
    rejects: list[Reject] = field(default_factory=list)
    settled: list[RawFrame] = field(default_factory=list)
    states: list[Said] = field(default_factory=list)
    clock_state: bytes = b""

    @property
    def empty(self) -> bool:
        """Nothing to commit and nobody to tell."""
        return not (self.events or self.rejects or self.settled or self.states)

    @property
    def samples(self) -> int:
        """How many samples it brings; in a session without a waveform, RR intervals."""
        return sum(_samples(event) for event in self.events)

    def place(self, placed: Placed[RawFrame]) -> None:
        """Take over what the sample clock decided."""
        self.events += placed.events
        if placed.events:
            self.clocked = placed.events[-1].session
        self.settled += placed.settled
        self.rejects += [Reject(raw, "late: its place was already given up as lost") for raw in placed.late]

    def aside(self, reason: str) -> Batch:
        """The same packets, none of them placed: those that are settled go to quarantine, for a reason."""
        known = {id(reject.raw) for reject in self.rejects}
        others = [Reject(raw, reason) for raw in self.settled if id(raw) not in known]
        return Batch(self.device, rejects=self.rejects + others, settled=self.settled, states=self.states)


def commit(batch: Batch, conn: sqlite3.Connection) -> None:
    """Write one batch; the writer's transaction makes it all or nothing."""
    for event in batch.events:
        _write(event, conn)
    if batch.clocked is not None:
        samples.save_clock(conn, batch.clocked, batch.clock_state)
    for said in batch.states:
        devices.record_state(
            conn,
            batch.device,
            said.at_ns,
            battery_pct=said.battery_pct,
            connected=True,
            lead_off=said.lead_off,
        )
    for reject in batch.rejects:
        put_quarantine(reject, conn)


def _samples(event: Segment | Laid) -> int:
    match event:
        case Segment():
            return len(event.uv)
        case PlacedPulse(place=Intervals() as place):
            return max(len(place.rr), place.lead_off)
        case _:
            return 0


def _write(event: Segment | Laid, conn: sqlite3.Connection) -> None:
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
                signal=event.signal,
            )
        case Segment():
            samples.append(conn, event)
        case Gap():
            samples.add_gap(conn, event)
        case Anchor():
            samples.add_anchor(conn, event.session, event.sample, event.at_ns)
        case PlacedPulse():
            pulses.record(conn, event.device, event.received_ns, event.pulse, event.place)


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
