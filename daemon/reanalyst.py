"""Works off re-analyses one after the other, in a thread that gives way to everything else."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from daemon import reanalysis, rhythm_models
from daemon.reanalysis_plan import plan
from daemon.result_versions import label, made
from daemon.rhythm_models import Choice
from dsp import shipped
from dsp.types import HearthError
from storage import reanalyses, samples, stretches, versions
from storage.database import open_reader
from storage.errors import StoreCorrupt, UnknownReanalysis, WriterStopped
from storage.reanalyses import LeftOut, Reanalysis, State

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncGenerator, Callable, Sequence
    from pathlib import Path

    from dsp.models import Classifier
    from storage.reanalyses import Asked, Part
    from storage.versions import Version
    from storage.writer import Writer

NICE: Final = 19  # the lowest priority there is
REST: Final = 1.0  # of the time a step took is rested after it, so that half of a core stays free
BUSY_S: Final = 0.5  # between looks whether the live analysis has caught up
LOOK_S: Final = 30.0  # between looks whether the quiet hours have begun
NEWS_S: Final = 0.5  # between pieces of news: a bar that moves

log = logging.getLogger(__name__)


class Progress(msgspec.Struct, frozen=True):
    """How far a re-analysis is; seconds of signal."""

    reanalysis: int
    state: State
    done_s: float
    total_s: float
    parts: int
    why: str
    left_out: tuple[LeftOut, ...]


class ChainChanged(HearthError):
    """The program was changed before a re-analysis was done: its results would be of two kinds."""

    def __init__(self, before: str, now: str) -> None:
        super().__init__(f"it was begun with {before}, and the chain is {now} now: ask again")
        self.before = before
        self.now = now


class Reanalyst:
    """Computes stored history anew.

    ``busy``: live signal waits to be analysed; ``quiet``: it is quiet now; ``rest``: of the time a step took,
    rested after it; ``usable``: whether the chain's own models are sound, without which nothing is begun.
    """

    def __init__(
        self,
        database: Path,
        writer: Writer,
        *,
        busy: Callable[[], bool] = lambda: False,
        quiet: Callable[[], bool] = lambda: True,
        rest: float = REST,
        usable: bool = True,
    ) -> None:
        self._database = database
        self._writer = writer
        self._busy = busy
        self._quiet = quiet
        self._rest = rest
        self._usable = usable
        self._wake = asyncio.Event()
        self._asking = asyncio.Lock()

    async def ask(self, asked: Asked) -> Reanalysis:
        """Have something computed anew; where the same waits already, that is it.

        Raises:
            ModelMissing, ModelAltered, ModelShape: a model that is meant, or needed, cannot be used.
        """
        classifier = await asyncio.to_thread(_models, asked)
        async with self._asking:  # two plans must not choose the same version
            planned = await asyncio.to_thread(self._plan, asked, classifier)
            job = planned if isinstance(planned, Reanalysis) else await self._writer.write(planned)
        self._wake.set()
        return job

    def _plan(
        self, asked: Asked, classifier: Classifier | None
    ) -> Reanalysis | Callable[[sqlite3.Connection], Reanalysis]:
        """The like that waits already, else what stores the plan."""
        with closing(open_reader(self._database)) as conn:
            for job in reanalyses.waiting(conn):
                alike = (job.device, job.model, job.sha256) == (asked.device, asked.model, asked.sha256)
                if alike and job.start_ns <= asked.start_ns and job.end_ns <= asked.end_ns:
                    return job
            parts, left_out = plan(conn, asked, partial(label, classifier=classifier))
            signals = dict(conn.execute("SELECT id, signal FROM sessions").fetchall())
        known = [
            msgspec.structs.replace(
                made(signals[part.session], classifier, asked.asked_ns), version=part.version
            )
            for part in parts
        ]
        return partial(_add, asked, parts, left_out, known)

    async def cancel(self) -> int:
        """Give up on all that is not done; how many there were. What is in force already stays."""
        return await self._writer.write(_cancel)

    async def run(self) -> None:
        """Work off what waits, for ever: what a stop has interrupted first."""
        while True:
            await self.work_off()
            self._wake.clear()
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def work_off(self) -> None:
        """Do all that waits and may be done now."""
        pool = ThreadPoolExecutor(1, thread_name_prefix="reanalysis", initializer=_give_way)
        try:
            while (job := await asyncio.to_thread(self._next)) is not None:
                await self._work(job, pool)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    async def news(self, number: int) -> AsyncGenerator[Progress, None]:
        """How far a re-analysis is, whenever that has changed, until it is over."""
        before: Progress | None = None
        while before is None or before.state == "waiting":
            now = await asyncio.to_thread(progress, self._database, number)
            if now != before:
                yield now
            before = now
            if now.state == "waiting":
                await asyncio.sleep(NEWS_S)

    def _next(self) -> Reanalysis | None:
        if not self._usable:
            return None
        with closing(open_reader(self._database)) as conn:
            return next((job for job in reanalyses.waiting(conn) if not job.quiet or self._quiet()), None)

    async def _work(self, job: Reanalysis, pool: ThreadPoolExecutor) -> None:
        state: State = "done"
        why = ""
        try:
            classifier = await asyncio.to_thread(_models, job)
            for part in await asyncio.to_thread(self._parts, job.id, classifier):
                if not await self._compute(job, part, classifier, pool):
                    return
        except (WriterStopped, StoreCorrupt):
            raise
        except HearthError as error:
            log.error("re-analysis %d is given up: %s", job.id, error)  # noqa: TRY400 - expected
            state, why = "failed", str(error)
        await self._writer.write(partial(_end, job.id, state, why))

    def _parts(self, number: int, classifier: Classifier | None) -> list[Part]:
        """What is left to do."""
        with closing(open_reader(self._database)) as conn:
            left = [part for part in reanalyses.parts(conn, number) if not part.done]
            for part in left:
                now = label(samples.session(conn, part.session).signal, classifier)
                if not stretches.same(part.version, now):
                    raise ChainChanged(part.version, now)
        return left

    async def _compute(
        self, job: Reanalysis, part: Part, classifier: Classifier | None, pool: ThreadPoolExecutor
    ) -> bool:
        """Whether the part is done; else it was cancelled, or must wait."""
        loop = asyncio.get_running_loop()
        analysis = await loop.run_in_executor(pool, reanalysis.PartAnalysis, self._database, part, classifier)
        while True:
            while self._busy():  # noqa: ASYNC110 - there is no hurry, and nobody to say it
                await asyncio.sleep(BUSY_S)
            if job.quiet and not self._quiet():
                return False
            began_s = time.monotonic()
            step = await loop.run_in_executor(pool, analysis.step)
            took_s = time.monotonic() - began_s
            if not await self._writer.write(partial(reanalysis.store, step)):
                return False
            if step.finished:
                return True
            await asyncio.sleep(took_s * self._rest)


def progress(database: Path, number: int) -> Progress:
    """How far a re-analysis is.

    Raises:
        UnknownReanalysis: there is none of that number.
    """
    with closing(open_reader(database)) as conn:
        job = reanalyses.reanalysis(conn, number)
        if job is None:
            raise UnknownReanalysis(number)
        rates = dict(conn.execute("SELECT id, fs_hz FROM sessions").fetchall())
        parts = reanalyses.parts(conn, number)
    return Progress(
        number,
        job.state,
        round(sum(part.computed / rates[part.session] for part in parts), 1),
        round(sum(part.n / rates[part.session] for part in parts), 1),
        len(parts),
        job.why,
        job.left_out,
    )


def _models(wanted: Asked | Reanalysis) -> Classifier | None:
    """The classifier that is meant, once the chain's own models are known to be sound."""
    shipped.check_needed()
    return rhythm_models.load(Choice(wanted.model, wanted.sha256))


def _add(
    asked: Asked,
    parts: Sequence[Part],
    left_out: Sequence[LeftOut],
    known: Sequence[Version],
    conn: sqlite3.Connection,
) -> Reanalysis:
    for version in known:
        versions.record(conn, version)
    return reanalyses.add(conn, asked, parts, left_out)


def _cancel(conn: sqlite3.Connection) -> int:
    jobs = reanalyses.waiting(conn)
    for job in jobs:
        reanalyses.end(conn, job.id, "cancelled", time.time_ns())
    return len(jobs)


def _end(number: int, state: State, why: str, conn: sqlite3.Connection) -> None:
    job = reanalyses.reanalysis(conn, number)
    if job is not None and job.state == "waiting":
        reanalyses.end(conn, number, state, time.time_ns(), why)


def _give_way() -> None:
    """Let everything else on the machine go first; of this thread alone, where the system can do that."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
