"""One wearable of a simulated history, written in order of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.simulated_findings import FindingTeller
from daemon.simulated_rows import Heard
from daemon.simulated_sessions import sessions_of
from daemon.simulated_states import tell_states
from daemon.simulated_windows import WINDOW_S, WindowTeller
from dsp import Pipeline
from dsp.types import Gap, GapReason, QualityReason
from ingest.heartbeat import BeatStream, Heartbeat
from ingest.morphology import R_HEIGHT, waves
from ingest.synthesis import LABELS, WAVES
from ingest.timeline import heart_timeline, wear_timeline
from storage import episodes, results, samples
from storage.history import WindowBeats, mark_lead_off, store_history

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from daemon.simulated_sessions import SimulatedSession
    from daemon.simulated_windows import Told
    from dsp.episodes import Episode
    from dsp.types import Window
    from ingest.moments import Calendar
    from ingest.scenario import Device, Wearer

NS: Final = 1_000_000_000
PORTION: Final = 2160  # windows told at once, six hours: arrays of a few MB
REVIEW: Final = 50  # windows reviewed at once: the rules look at ten minutes at most
LETTERS: Final = np.frombuffer(b"NSV", np.uint8)


@dataclass(slots=True)
class Written:
    """How much was written for a wearable; ``remarks``: what could not be done as told."""

    sessions: int = 0
    windows: int = 0
    beats: int = 0
    recorded_s: float = 0.0
    analysable_s: float = 0.0
    remarks: list[str] = field(default_factory=list)


class DeviceTeller:
    """Writes one wearable's history.

    Args:
        conn: a write connection; the device is known there already.
        device: as the scenario describes it.
        wearer: whose heart it is.
        calendar: the stretch of time.
        seed: of the heart's chance.
        progress: called with the seconds of history written so far.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        device: Device,
        wearer: Wearer,
        *,
        calendar: Calendar,
        seed: tuple[int, int],
        progress: Callable[[float], None],
    ) -> None:
        self._conn = conn
        self._device = device
        self._heart = wearer.heart
        wear = wear_timeline(device, calendar)
        self._sessions = sessions_of(wear.wearing, device.fs_hz, wearer.heart.amplitude_uv)
        self._span_s = calendar.seconds(calendar.end)
        self._start_ns = round(calendar.start.timestamp() * NS)
        timeline = heart_timeline(wearer.heart, calendar)
        self._beats = BeatStream(Heartbeat(timeline, calendar, seed).blocks())
        self._alerts = tell_states(conn, device, wear, calendar, wearer.name)
        self._progress = progress
        self._written = Written()
        self._was_found = False  # what ends is seen in the step after

    def write(self) -> Written:
        """Everything, from beginning to end."""
        for session in self._sessions:
            self._session(session)
        self._alerts.advance(self._conn, self._ns(self._span_s))
        self._written.remarks += self._alerts.remarks
        return self._written

    def _ns(self, at_s: float) -> int:
        return self._start_ns + round(at_s * NS)

    def _session(self, plan: SimulatedSession) -> None:
        fs_hz = self._device.fs_hz
        number = samples.next_session(self._conn)
        start_ns = self._ns(plan.start_s)
        device = self._device
        samples.open_session(self._conn, number, device.id, device.lead, fs_hz, start_ns, "device")
        for start, end in plan.gaps:
            samples.add_gap(self._conn, Gap(number, start, end - start, GapReason.LOST))
        for span in plan.spoilt:
            if span.reason is QualityReason.LEAD_OFF:
                mark_lead_off(self._conn, number, span.start, span.end - span.start)
        windows, findings = WindowTeller(fs_hz), FindingTeller(fs_hz)
        for start, end in plan.stretches:
            count = max(1, int(np.ceil((end - start) / (WINDOW_S * fs_hz))))
            edges = start + np.rint(np.arange(count + 1) * WINDOW_S * fs_hz).astype(np.int64)
            edges[-1] = end
            windows.break_off()
            self._stretch(number, plan, edges, windows, findings)
            self._written.recorded_s += (end - start) / fs_hz
        self._episodes(number, findings.finish())
        results.save_progress(self._conn, number, plan.end, Pipeline.version, b"", b"")
        samples.close_session(self._conn, number)
        self._written.sessions += 1

    def _stretch(
        self,
        number: int,
        plan: SimulatedSession,
        edges: NDArray[np.int64],
        windows: WindowTeller,
        findings: FindingTeller,
    ) -> None:
        walls = self._ns(plan.start_s) + np.rint(edges * (NS / self._device.fs_hz)).astype(np.int64)
        at = 0
        while at < len(edges) - 1:
            self._alerts.advance(self._conn, int(walls[at]))
            stop = min(at + PORTION, len(edges) - 1)
            if self._alerts.next_ns is not None:  # what was told by then is looked at first
                due = int(np.searchsorted(walls, self._alerts.next_ns, side="right")) - 1
                stop = min(stop, max(due, at + 1))
            part = edges[at : stop + 1]
            spoilt = [s for s in plan.spoilt if s.start < part[-1] and s.end > part[0]]
            cut = stop == len(edges) - 1
            told = windows.tell(part, self._heard(plan.start_s, part), spoilt, cut=cut)
            rows = list(self._rows(told))
            _, end_ns = store_history(self._conn, number, rows, version=Pipeline.version)
            changed = findings.push(told)
            self._episodes(number, changed)
            self._review(told, changed, walls[at : stop + 1].tolist())
            self._written.windows += len(rows)
            self._written.beats += len(told.beats.r)
            self._written.analysable_s += (
                sum(w.n for w in told.windows if w.quality.analysable) / self._device.fs_hz
            )
            self._progress((end_ns - self._start_ns) / NS)
            at = stop

    def _review(self, told: Told, changed: Sequence[Episode], walls: list[int]) -> None:
        """Let the alarm rules look, in short steps as the daemon does, where there is something to see."""
        for at in range(0, len(told.windows), REVIEW):
            stop = min(at + REVIEW, len(told.windows))
            start, end = told.windows[at].start, told.windows[stop - 1].start + told.windows[stop - 1].n
            found = any(told.findings[at:stop]) or any(e.start < end and e.end > start for e in changed)
            if found or self._was_found:
                self._alerts.review(self._conn, walls[at], walls[stop])
            self._was_found = found

    def _heard(self, start_s: float, edges: NDArray[np.int64]) -> Heard:
        """The heart's beats between the first and the last edge."""
        fs_hz = self._device.fs_hz
        lo, hi = int(edges[0]), int(edges[-1])
        r, ectopic, af = [np.empty(0, np.int64)], [np.empty(0, np.int8)], [np.empty(0, np.bool_)]
        table = [np.empty((8, 0))]
        for part in self._beats.between(start_s + (lo - 1) / fs_hz, start_s + (hi + 1) / fs_hz):
            at = part.t_s - start_s
            where = waves(part, self._heart.p_ms)
            r.append(np.rint(at * fs_hz).astype(np.int64))
            ectopic.append(part.kind)
            af.append(part.af)
            table.append(np.array([np.rint((at + getattr(where, name)) * fs_hz) for name in WAVES]))
        peaks = np.concatenate(r)
        everything = Heard(peaks, np.concatenate(ectopic), np.concatenate(af), np.concatenate(table, axis=1))
        return everything.keep((peaks >= lo) & (peaks < hi))

    def _rows(self, told: Told) -> Iterator[tuple[Window, WindowBeats]]:
        """Each window with its beats, packed as the store wants them."""
        beats = told.beats
        letters = LETTERS[beats.ectopic].tobytes().decode()
        heights = [round(R_HEIGHT[label] * self._heart.amplitude_uv, 1) for label in LABELS]
        amp = np.array(heights)[beats.ectopic].tolist()
        starts = np.array([window.start for window in told.windows])
        r = (beats.r - np.repeat(starts, np.diff([*told.first, len(beats.r)]))).tolist()
        columns = []
        for row in beats.waves - beats.r:
            known = np.isfinite(row)
            column = np.where(known, row, 0.0).astype(np.int64).astype(object)
            column[~known] = None
            columns.append(column.tolist())
        spans = zip(told.first, told.last, strict=True)
        for window, (first, last) in zip(told.windows, spans, strict=True):
            yield (
                window,
                WindowBeats(
                    r=r[first:last],
                    k=letters[first:last],
                    amp=amp[first:last],
                    waves=[column[first:last] for column in columns],
                ),
            )

    def _episodes(self, session: int, found: Sequence[Episode]) -> None:
        for episode in sorted(found, key=lambda e: e.start):
            episodes.open_or_extend(self._conn, self._device.id, session, episode, version=Pipeline.version)
