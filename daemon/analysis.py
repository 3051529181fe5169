"""The analysis path: committed samples, read back from the store, through the signal chain, into results.

Live analysis, catching up after a restart and analysing a simulated recording are this one code: what was
shed or interrupted is simply still to be read.
"""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon import signals
from daemon.result_versions import label
from dsp.episodes import EpisodeMerger
from dsp.state import SnapshotError
from dsp.types import Result, Window
from storage import episodes, explanations, results, samples
from storage.database import open_reader
from storage.errors import ChecksumMismatch
from storage.sessions import ECG

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.episodes import Episode
    from dsp.models import Classifier
    from storage.results import Progress
    from storage.samples import Session

STEP_S: Final = 60.0  # signal taken per step: catching up on one wearable never starves another
SNAPSHOT_S: Final = 60.0  # signal between saved states: a restart repeats this much, an SD card is spared

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class State:
    """What is stored mid-stream, so that a restart loses no context."""

    pipeline: bytes
    merger: bytes


@dataclass(frozen=True, slots=True)
class Step:
    """What one step brought, ready to be stored as a whole."""

    device: str
    session: int
    version: str
    position: int
    fresh: Sequence[Result]  # everything new, for the live picture
    rows: Sequence[Result]  # what is due to be stored: all since the last window
    episodes: Sequence[Episode]
    state: State | None  # None: not due yet
    behind: bool  # more samples are waiting
    finished: bool
    damaged: int | None = None  # a stored block that is not what was written, to be given up as lost
    signal: str = ECG
    flags: tuple[str, ...] = ()  # what must be said of every episode

    @property
    def due(self) -> bool:
        """Whether there is anything to store."""
        return bool(self.rows or self.episodes or self.state or self.damaged is not None)

    @property
    def span(self) -> tuple[int, int] | None:
        """First and one past the last sample that the windows and episodes of this step concern."""
        windows = [row for row in self.rows if isinstance(row, Window)]
        parts = [(window.start, window.start + window.n) for window in windows]
        parts += [(episode.start, episode.end) for episode in self.episodes]
        if not parts:
            return None
        return min(start for start, _ in parts), max(end for _, end in parts)


class SessionAnalysis:
    """The signal chain of one session, fed from the store. Not thread-safe: one step at a time."""

    def __init__(self, database: Path, session: Session, classifier: Classifier | None = None) -> None:
        self._database = database
        self._session = session
        self._pipeline = signals.begin(session, classifier)
        self._merger = EpisodeMerger(session.fs_hz)
        self._unsaved: list[Result] = []
        self._version = label(session.signal, classifier)
        with closing(open_reader(database)) as conn:
            progress = results.progress(conn, session.id)
            analysed = results.analysed_to(conn, session.id)
        if progress is not None:
            self._go_on(progress, session, classifier, analysed)
        self._saved_at = self._pipeline.position

    def _go_on(
        self, progress: Progress, session: Session, classifier: Classifier | None, analysed: int
    ) -> None:
        """From the state that was stored; another version goes on behind what the one before has told.

        Its past is for a re-analysis, which raises no alarm over what is long over.
        """
        if progress.version != self._version:
            log.info("session %d: %s goes on where %s ended", session.id, self._version, progress.version)
            self._pipeline.gap(analysed)
        elif progress.snapshot and progress.merger:
            try:
                pipeline = signals.restore(session, progress.snapshot, classifier)
                self._merger = EpisodeMerger.restore(progress.merger)
            except SnapshotError as error:
                log.warning("session %d is analysed from its beginning: %s", session.id, error)
            else:
                self._pipeline = pipeline

    def step(self) -> Step:
        """Read and analyse the next minute at most. Blocking; the caller stores each step in order."""
        start = self._pipeline.position
        fresh: list[Result] = []
        with closing(open_reader(self._database)) as conn:
            session = samples.session(conn, self._session.id)
            stop = min(session.position, start + round(STEP_S * session.fs_hz))
            if start < session.raw_from:  # removed by retention before it was ever analysed
                fresh += self._pipeline.gap(session.raw_from - start)
                start = session.raw_from
            damaged: int | None = None
            try:
                for item in signals.recorded(conn, session, start, stop):
                    fresh += signals.feed(self._pipeline, item)
            except ChecksumMismatch as error:
                damaged = error.start
        behind = self._pipeline.position < session.position
        finished = session.closed and not behind
        if finished:
            fresh += self._pipeline.finish()
        merged = [*self._merger.push(fresh), *(self._merger.finish() if finished else ())]
        self._unsaved += fresh
        saving = finished or self._pipeline.position - self._saved_at >= SNAPSHOT_S * session.fs_hz
        return Step(
            device=session.device,
            session=session.id,
            version=self._version,
            position=self._pipeline.position,
            fresh=fresh,
            rows=self._due(fresh, saving=saving),
            episodes=merged,
            state=self.state(finished=finished) if saving else None,
            behind=behind,
            finished=finished,
            damaged=damaged,
            signal=session.signal,
            flags=signals.flags(session),
        )

    def rest(self) -> Step:
        """What a stop must store so that the next start goes on exactly here."""
        rows, self._unsaved = self._unsaved, []
        return Step(
            device=self._session.device,
            session=self._session.id,
            version=self._version,
            position=self._pipeline.position,
            fresh=(),
            rows=rows,
            episodes=(),
            state=self.state(),
            behind=True,
            finished=False,
            signal=self._session.signal,
        )

    def _due(self, fresh: Sequence[Result], *, saving: bool) -> list[Result]:
        """Everything not stored yet, once a window is complete; till then nothing, to spare the disk."""
        if not saving and not any(isinstance(result, Window) for result in fresh):
            return []
        rows, self._unsaved = self._unsaved, []
        return rows

    def state(self, *, finished: bool = False) -> State:
        """The exact state after the last step; a finished session needs none to go on from."""
        self._saved_at = self._pipeline.position
        if finished:
            return State(b"", b"")
        return State(self._pipeline.snapshot(), self._merger.snapshot())


def store(step: Step, conn: sqlite3.Connection) -> None:
    """Write a step's results and how far the session is analysed.

    Storing the same step twice leaves the same rows: rows are keyed by session, start and version.
    """
    if step.rows:
        results.store(conn, step.session, step.rows, version=step.version)
    if step.damaged is not None:
        samples.give_up(conn, step.session, step.damaged)
    detail = {"flags": step.flags} if step.flags else None
    for episode in step.episodes:
        number = episodes.open_or_extend(
            conn, step.device, step.session, episode, version=step.version, detail=detail
        )
        explanations.want(conn, number)
    if step.state is not None:
        results.save_progress(
            conn, step.session, step.position, step.version, step.state.pipeline, step.state.merger
        )
