"""Keeps every wearable's analysis up with its samples, a step at a time, off the event loop."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from daemon.analysis import SessionAnalysis, store
from storage import samples
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from daemon.alarms import Outcome
    from daemon.analysis import Step
    from dsp.models import Classifier
    from storage.samples import Session
    from storage.writer import Writer

LIVE_STEP_S: Final = 1.0  # a second of signal per call keeps Python's overhead small and the picture live
IDLE_S: Final = 5.0  # looked at this often when no sample arrives, for sessions that have been closed


class StepListener(Protocol):
    """What wants to know of new results."""

    def analysed(self, step: Step) -> None:
        """New results, not yet stored."""

    def review(self, step: Step) -> Callable[[sqlite3.Connection], Outcome] | None:
        """What is to be done in the transaction that stores the step, after its results; None: nothing."""

    def reviewed(self, outcome: Outcome) -> None:
        """That transaction is on disk."""


def _store(
    step: Step, review: Callable[[sqlite3.Connection], Outcome] | None, conn: sqlite3.Connection
) -> Outcome | None:
    store(step, conn)
    return review(conn) if review is not None else None


class Analyst:
    """One named task for each wearable, all sharing a few threads.

    Where the chain is not ``usable`` nothing is analysed: what is recorded waits for a start on which it is.
    ``behind``: wearables whose samples wait to be analysed.
    """

    def __init__(
        self,
        database: Path,
        writer: Writer,
        listener: StepListener,
        group: asyncio.TaskGroup,
        *,
        threads: int,
        classifier: Classifier | None = None,
        usable: bool = True,
    ) -> None:
        self._database = database
        self._writer = writer
        self._listener = listener
        self._group = group
        self._classifier = classifier
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="analysis")
        self._wakers: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stopping = not usable
        self.behind: set[str] = set()
        self.rounds: Counter[str] = Counter()  # moves at least every IDLE_S for each wearable

    def wake(self, device: str) -> None:
        """New samples of ``device`` are on disk."""
        if device not in self._tasks and not self._stopping:
            self._wakers[device] = asyncio.Event()
            self._tasks[device] = self._group.create_task(self._follow(device), name=f"analysis {device}")
        if waker := self._wakers.get(device):
            waker.set()

    async def close(self) -> None:
        """Let every step in progress end and be stored; what is left is taken up at the next start."""
        self._stopping = True
        for waker in self._wakers.values():
            waker.set()
        if self._tasks:
            await asyncio.wait(self._tasks.values())

    def cancel(self) -> None:
        """Give up on what could not be stored; it is computed again at the next start."""
        for task in self._tasks.values():
            task.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _follow(self, device: str) -> None:
        waker = self._wakers[device]
        analysis: SessionAnalysis | None = None
        loop = asyncio.get_running_loop()
        while not self._stopping:
            self.rounds[device] += 1
            if analysis is None:
                session = await loop.run_in_executor(self._threads, self._next_session, device)
                if session is None:
                    await self._wait(waker)
                    continue
                analysis = await loop.run_in_executor(
                    self._threads, SessionAnalysis, self._database, session, self._classifier
                )
            step = await loop.run_in_executor(self._threads, analysis.step)
            self._listener.analysed(step)
            if step.due:
                outcome = await self._writer.write(partial(_store, step, self._listener.review(step)))
                if outcome is not None:
                    self._listener.reviewed(outcome)
            (self.behind.add if step.behind else self.behind.discard)(device)
            if step.finished:
                analysis = None
            elif not step.behind:
                await self._wait(waker)
        if analysis is not None:
            await self._writer.write(partial(store, analysis.rest()))

    async def _wait(self, waker: asyncio.Event) -> None:
        """Wait for samples, and then until a second of them may have gathered."""
        try:
            async with asyncio.timeout(IDLE_S):
                await waker.wait()
        except TimeoutError:
            return
        waker.clear()
        if not self._stopping:
            await asyncio.sleep(LIVE_STEP_S)

    def _next_session(self, device: str) -> Session | None:
        """The oldest session of ``device`` with something left to do."""
        with closing(open_reader(self._database)) as conn:
            return samples.unfinished_session(conn, device)
