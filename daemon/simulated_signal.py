"""A scenario's samples through the whole chain, offline: stored, then analysed exactly as the daemon does."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from daemon.analysis import SessionAnalysis
from daemon.analysis import store as store_step
from daemon.simulate import prepare
from daemon.simulated_device import Written
from daemon.simulated_states import tell_states
from dsp.types import Beat, Gap, GapReason, Segment, Window
from ingest.clock import JUMP_S
from ingest.synthesis import BLOCK_S, synthesize
from ingest.timeline import wear_timeline
from storage import rollups, samples
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from daemon.analysis import Step
    from daemon.simulate import History
    from daemon.simulated_alerts import AlertTeller
    from ingest.scenario import Device, Scenario
    from ingest.synthesis import Chunk

NS: Final = 1_000_000_000
BATCH_S: Final = 600.0  # signal per transaction: a few MB of samples, and few enough commits


@dataclass(slots=True)
class Batch:
    """What one transaction stores of a session: (start, samples or None, lead off) on its axis, in order.

    ``at_s``: when the session began, seconds into the scenario; ``begins`` and ``ends`` it.
    """

    at_s: float
    begins: bool
    pieces: list[tuple[int, int, Chunk]] = field(default_factory=list)
    ends: bool = False


async def simulate_signal(
    path: Path,
    scenario: Scenario,
    *,
    now: datetime | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> History:
    """Store a scenario's samples in the database at ``path`` and analyse them; else as ``simulate`` does.

    Raises:
        SimulationError: a wearable of this name is already there, or an alert names no rule.
        StoreLocked: a daemon is writing this database.
    """
    began_s = time.monotonic()
    scenario = replace(scenario, cycle=False)  # a history has an end
    async with Writer(path, commit_interval_s=0.0) as writer:
        history = await writer.write(partial(prepare, scenario=scenario, now=now))
        for wearer in scenario.wearers:
            calendar = scenario.calendar(wearer, history.now)
            for device in wearer.devices:
                wear = wear_timeline(device, calendar)
                alerts = await writer.write(
                    partial(tell_states, device=device, wear=wear, calendar=calendar, wearer=wearer.name)
                )
                recorder = Recorder(writer, device, round(calendar.start.timestamp() * NS), alerts)
                done_s = len(history.devices) * scenario.span
                chunks = synthesize(scenario, device.id, now=history.now, chunk_s=BLOCK_S)
                for batch in batches(chunks, device.fs_hz):
                    await recorder.take(batch)
                    progress(done_s + recorder.until_s)
                await recorder.finish(round(calendar.end.timestamp() * NS))
                history.add(device.id, recorder.written)
        await writer.write(rollups.flush)
    history.seconds = round(time.monotonic() - began_s, 3)
    return history


def batches(chunks: Iterable[Chunk], fs_hz: float) -> Iterator[Batch]:
    """Chunks as sessions: a hole of more than five seconds ends one, as the sample clock would have it."""
    open_batch: Batch | None = None
    origin = missing = 0
    for chunk in chunks:
        if chunk.uv is None:
            missing += chunk.n
            continue
        if open_batch is not None and missing > JUMP_S * fs_hz:
            open_batch.ends = True
            yield open_batch
            open_batch = None
        if open_batch is None:
            origin = chunk.start
            open_batch = Batch(origin / fs_hz, begins=True)
            missing = 0
        open_batch.pieces.append((chunk.start - origin, missing, chunk))
        missing = 0
        if sum(piece.n for _, _, piece in open_batch.pieces) >= BATCH_S * fs_hz:
            yield open_batch
            open_batch = Batch(open_batch.at_s, begins=False)
    if open_batch is not None:
        open_batch.ends = True
        yield open_batch


@dataclass(slots=True)
class Recorder:
    """Stores one wearable's batches and what the chain finds in them. ``until_s``: seconds told so far."""

    writer: Writer
    device: Device
    start_ns: int
    alerts: AlertTeller
    written: Written = field(default_factory=Written)
    until_s: float = 0.0
    _session: int = 0
    _analysis: SessionAnalysis | None = None

    async def take(self, batch: Batch) -> None:
        """Store a batch, then read it back through the chain."""
        self._session = await self.writer.write(partial(self._record, batch))
        if self._analysis is None:
            known = await self.writer.write(partial(samples.session, session=self._session))
            self._analysis = SessionAnalysis(self.writer.path, known)
            self.written.sessions += 1
        steps: list[Step] = []
        while not steps or steps[-1].behind:
            steps.append(self._analysis.step())
        if batch.ends:
            self._analysis = None
        self.alerts = await self.writer.write(partial(self._found, steps))
        self._count(batch, steps)

    async def finish(self, end_ns: int) -> None:
        """Nothing more comes up to ``end_ns``."""

        def rest(conn: sqlite3.Connection) -> AlertTeller:
            alerts = self.alerts.copy()
            alerts.advance(conn, end_ns)
            return alerts

        self.alerts = await self.writer.write(rest)
        self.written.remarks += self.alerts.remarks

    def _record(self, batch: Batch, conn: sqlite3.Connection) -> int:
        device = self.device
        number = self._session
        if batch.begins:
            number = samples.next_session(conn)
            begin_ns = self.start_ns + round(batch.at_s * NS)
            samples.open_session(conn, number, device.id, device.lead, device.fs_hz, begin_ns, "device")
        for start, missing, chunk in batch.pieces:
            if missing:
                samples.add_gap(conn, Gap(number, start - missing, missing, GapReason.LOST))
            if chunk.uv is not None:
                samples.append(conn, Segment(number, start, device.fs_hz, chunk.uv, chunk.lead_off))
        if batch.ends:
            samples.close_session(conn, number)
        return number

    def _found(self, steps: Sequence[Step], conn: sqlite3.Connection) -> AlertTeller:
        """Store what the chain found, and let the alarm rules look at it."""
        alerts = self.alerts.copy()
        for step in steps:
            store_step(step, conn)
            if step.span is not None:
                start_ns, end_ns = (samples.wall_ns(conn, step.session, at) for at in step.span)
                alerts.advance(conn, start_ns)
                alerts.review(conn, start_ns, end_ns)
        return alerts

    def _count(self, batch: Batch, steps: Sequence[Step]) -> None:
        fs_hz = self.device.fs_hz
        rows = [row for step in steps for row in step.rows]
        windows = [row for row in rows if isinstance(row, Window)]
        self.written.windows += len(windows)
        self.written.beats += sum(isinstance(row, Beat) for row in rows)
        self.written.recorded_s += sum(chunk.n for _, _, chunk in batch.pieces) / fs_hz
        self.written.analysable_s += sum(w.n for w in windows if w.quality.analysable) / fs_hz
        if batch.pieces:
            start, _, chunk = batch.pieces[-1]
            self.until_s = batch.at_s + (start + chunk.n) / fs_hz
