"""One stretch of stored history through the same chain as live signal, beside the results in force."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from daemon import signals
from dsp.episodes import EpisodeMerger
from dsp.state import SnapshotError
from dsp.types import Beat, Fiducials, Finding, Window
from storage import episodes, explanations, reanalyses, results, samples
from storage.database import open_reader
from storage.errors import ChecksumMismatch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dsp.episodes import Episode
    from dsp.models import Classifier
    from dsp.types import Result
    from storage.reanalyses import Part

STEP_S: Final = 300.0  # signal taken per step: a second on a Pi, so that a stop need not wait
AFTER_S: Final = 15.0  # behind the stretch: by then its last window is as certain as any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PartStep:
    """What one step brought. ``part``: how far the stretch is now; ``damaged``: a block given up as lost."""

    device: str
    part: Part
    rows: Sequence[Result]
    episodes: Sequence[Episode]
    finished: bool
    damaged: int | None
    flags: tuple[str, ...]


class PartAnalysis:
    """The signal chain over one stretch, fed from the store. Not thread-safe: one step at a time."""

    def __init__(self, database: Path, part: Part, classifier: Classifier | None) -> None:
        self._database = database
        self._part = part
        with closing(open_reader(database)) as conn:
            session = samples.session(conn, part.session)
        self._pipeline = signals.begin(session, classifier)
        self._merger = EpisodeMerger(session.fs_hz)
        if part.snapshot and part.merger:
            try:
                pipeline = signals.restore(session, part.snapshot, classifier)
                self._merger = EpisodeMerger.restore(part.merger)
            except SnapshotError as error:
                log.warning("session %d is computed anew from the beginning: %s", session.id, error)
            else:
                self._pipeline = pipeline
        if self._pipeline.position < part.begin:
            self._pipeline.gap(part.begin - self._pipeline.position)

    def step(self) -> PartStep:
        """Read and analyse the next samples. Blocking; the caller stores each step in order.

        Raises:
            RawPruned: retention has removed the samples meanwhile.
        """
        part, start = self._part, self._pipeline.position
        fresh: list[Result] = []
        damaged: int | None = None
        with closing(open_reader(self._database)) as conn:
            session = samples.session(conn, part.session)
            limit = min(session.position, part.stop + round(AFTER_S * session.fs_hz))
            stop = min(limit, start + round(STEP_S * session.fs_hz))
            try:
                for item in signals.recorded(conn, session, start, stop):
                    fresh += signals.feed(self._pipeline, item)
            except ChecksumMismatch as error:
                damaged = error.start
        finished = damaged is None and self._pipeline.position >= limit
        if finished:
            fresh += self._pipeline.finish()
        kept = list(_within(fresh, part))
        merged = [*self._merger.push(kept), *(self._merger.finish() if finished else ())]
        self._part = msgspec.structs.replace(
            part,
            position=self._pipeline.position,
            snapshot=self._pipeline.snapshot(),
            merger=self._merger.snapshot(),
        )
        rows = [result for result in kept if isinstance(result, Beat | Fiducials | Window)]
        return PartStep(session.device, self._part, rows, merged, finished, damaged, signals.flags(session))


def _within(results: Iterable[Result], part: Part) -> Iterable[Result]:
    """Those of the stretch; a window that reaches beyond it by the rounding of its ends is cut to it."""
    for result in results:
        match result:
            case Beat(sample=at) | Fiducials(beat=at) | Finding(start=at):
                if part.start <= at < part.stop:
                    yield result
            case Window():
                start = max(result.start, part.start)
                n = min(result.start + result.n, part.stop) - start
                if n > 0:
                    quality = replace(result.quality, start=start, n=n)
                    yield replace(result, start=start, n=n, quality=quality)
            case _:
                pass


def store(step: PartStep, conn: sqlite3.Connection) -> bool:
    """Write a step's results beside those in force; with the last one they take their place.

    False where the re-analysis was cancelled meanwhile: then nothing is written.
    """
    part = step.part
    job = reanalyses.reanalysis(conn, part.reanalysis)
    if job is None or job.state != "waiting":
        return False
    results.store(conn, part.session, step.rows, version=part.version, prepared=True)
    if step.damaged is not None:
        samples.give_up(conn, part.session, step.damaged)
    detail = {"flags": step.flags} if step.flags else None
    for episode in step.episodes:
        number = episodes.open_or_extend(
            conn, step.device, part.session, episode, version=part.version, detail=detail, prepared=True
        )
        explanations.want(conn, number)
    if step.finished:
        reanalyses.finish(conn, part)
    else:
        reanalyses.save(conn, part)
    return True
