"""The analysis path: committed samples, read back from the store, through the signal chain, into results.

Live analysis, catching up after a restart and analysing a simulated recording are this one code: what was
shed or interrupted is simply still to be read.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from dsp import Pipeline
from dsp.episodes import EpisodeMerger
from dsp.types import Beat, Fiducials, Result, Segment, Window
from storage import episodes, results, samples
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.episodes import Episode
    from dsp.models import Classifier
    from storage.samples import Session

STEP_S: Final = 60.0  # signal taken per step: catching up on one wearable never starves another
SNAPSHOT_S: Final = (
    60.0  # signal between saved states: a restart repeats at most this much, and an SD card is spared
)


class SavedState(msgspec.Struct, frozen=True):
    """What is stored mid-stream, so that a restart loses no context."""

    pipeline: bytes
    merger: bytes
    beats: list[Beat]
    fiducials: list[Fiducials]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step brought, ready to be stored as a whole."""

    device: str
    session: int
    version: str
    position: int
    fresh: Sequence[Result]  # everything new, for the live picture
    rows: Sequence[Result]  # complete windows with their beats and fiducials
    episodes: Sequence[Episode]
    snapshot: bytes | None  # None: not due yet
    behind: bool  # more samples are waiting
    finished: bool


class SessionAnalysis:
    """The signal chain of one session, fed from the store. Not thread-safe: one step at a time."""

    def __init__(self, database: Path, session: Session, classifier: Classifier | None = None) -> None:
        self._database = database
        self._session = session
        self._pipeline = Pipeline(session.fs_hz, classifier=classifier)
        self._merger = EpisodeMerger(session.fs_hz)
        self._beats: list[Beat] = []
        self._fiducials: list[Fiducials] = []
        with closing(open_reader(database)) as conn:
            progress = results.progress(conn, session.id)
        if progress and progress.snapshot and progress.version == self._pipeline.version:
            saved = msgspec.msgpack.decode(progress.snapshot, type=SavedState)
            self._pipeline = Pipeline.restore(saved.pipeline, classifier=classifier)
            self._merger = EpisodeMerger.restore(saved.merger)
            self._beats, self._fiducials = saved.beats, saved.fiducials
        self._saved_at = self._pipeline.position

    def step(self) -> Step:
        """Read and analyse the next minute at most. Blocking; the caller stores each step in order."""
        start = self._pipeline.position
        fresh: list[Result] = []
        with closing(open_reader(self._database)) as conn:
            session = samples.session(conn, self._session.id)
            stop = min(session.n_samples, start + round(STEP_S * session.fs_hz))
            for item in samples.read(conn, session.id, start, stop):
                if isinstance(item, Segment):
                    fresh += self._pipeline.push(item.uv, lead_off=item.lead_off)
                else:
                    fresh += self._pipeline.gap(item.n)
        behind = self._pipeline.position < session.n_samples
        finished = session.closed and not behind
        if finished:
            fresh += self._pipeline.finish()
        episodes = [*self._merger.push(fresh), *(self._merger.finish() if finished else ())]
        return Step(
            device=session.device,
            session=session.id,
            version=self._pipeline.version,
            position=self._pipeline.position,
            fresh=fresh,
            rows=self._complete(fresh),
            episodes=episodes,
            snapshot=self._snapshot(finished=finished),
            behind=behind,
            finished=finished,
        )

    def _complete(self, fresh: Sequence[Result]) -> list[Result]:
        """Complete windows with what lies in them; the rest waits for its window."""
        self._beats += [result for result in fresh if isinstance(result, Beat)]
        self._fiducials += [result for result in fresh if isinstance(result, Fiducials)]
        windows = [result for result in fresh if isinstance(result, Window)]
        if not windows:
            return []
        end = max(window.start + window.n for window in windows)
        rows: list[Result] = [*windows]
        rows += [beat for beat in self._beats if beat.sample < end]
        rows += [fiducials for fiducials in self._fiducials if fiducials.beat < end]
        self._beats = [beat for beat in self._beats if beat.sample >= end]
        self._fiducials = [fiducials for fiducials in self._fiducials if fiducials.beat >= end]
        return rows

    def _snapshot(self, *, finished: bool) -> bytes | None:
        due = self._pipeline.position - self._saved_at >= SNAPSHOT_S * self._session.fs_hz
        if finished:
            return b""
        return self.snapshot() if due else None

    def snapshot(self) -> bytes:
        """The exact state after the last step."""
        self._saved_at = self._pipeline.position
        return msgspec.msgpack.encode(
            SavedState(self._pipeline.snapshot(), self._merger.snapshot(), self._beats, self._fiducials)
        )


def store(step: Step, conn: sqlite3.Connection) -> list[int]:
    """Write a step's results and how far the session is analysed; the row ids of its episodes, in order.

    Storing the same step twice leaves the same rows: rows are keyed by session, start and version.
    """
    if step.rows:
        results.store(conn, step.session, step.rows, version=step.version)
    ids = [
        episodes.open_or_extend(conn, step.device, step.session, episode, version=step.version)
        for episode in step.episodes
    ]
    if step.snapshot is not None:
        results.save_progress(
            conn, step.session, step.position, step.version, step.snapshot, finished=step.finished
        )
    return ids
