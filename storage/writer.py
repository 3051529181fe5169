"""The one writer: a thread that owns the write connection, asked from asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import queue
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from storage import backup
from storage.checkpoints import Checkpoints
from storage.database import Opened, clear_suspect, connect, mark_suspect, open_writer, transaction
from storage.errors import JobRefused, StoreCorrupt, StoreLocked, WriterStopped
from storage.lock import locked
from storage.trouble import Trouble, is_damage, trouble_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    Job = Callable[[sqlite3.Connection], Any]

__all__ = ["StoreLocked", "Trouble", "Writer", "exclusive"]

T = TypeVar("T")
_log = logging.getLogger(__name__)

COMMIT_INTERVAL_S: Final = 0.1  # between commits: at most ten a second spares an SD card
PINNED_INTERVAL_S: Final = 1.0  # while a reader holds the log: a tenth of the commits, a third of its growth
QUEUE_JOBS: Final = 1024  # jobs waiting; write() waits beyond it, so that back-pressure reaches the source
BATCH_JOBS: Final = 256  # jobs in one commit: bounds what one retry repeats
BACK_OFF_S: Final = (
    0.1,
    0.2,
    0.5,
    1.0,
)  # between attempts; the last is kept, so recovery takes about a second
STOP_PATIENCE_S: Final = 5.0  # a stop gives a failing disk this long, half of what a service is given to stop
IDLE_S: Final = 1.0  # an idle thread still turns once a second, for the watchdog and for checkpoints


@dataclass(slots=True, eq=False)
class _Request:
    job: Job
    done: asyncio.Future[Any]
    value: Any = None
    error: Exception | None = None


class _Isolated:
    """A savepoint around one job: its own failure is kept for its caller, the store's failures pass."""

    def __init__(self, conn: sqlite3.Connection, request: _Request) -> None:
        self._conn = conn
        self._request = request

    def __enter__(self) -> None:
        self._request.value = self._request.error = None
        self._conn.execute("SAVEPOINT job")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not (error is None or isinstance(error, Exception)) or trouble_kind(error) or is_damage(error):
            return False
        if isinstance(error, sqlite3.Error):
            _log.error("a job was refused: %s", error)  # its asker is told, but the fault is ours
            self._request.error = JobRefused(str(error))
            self._request.error.__cause__ = error
        elif error is not None:
            self._request.error = error
        if error is not None:
            self._conn.execute("ROLLBACK TO job")
        self._conn.execute("RELEASE job")
        return True


class Writer:
    """Owns the write connection of the database at ``path``; one per process and per database.

    ``async with Writer(path) as writer: await writer.write(job)``. Jobs are committed in groups, at most one
    commit every ``commit_interval_s``; a job that comes after a longer silence is committed at once.
    ``opened`` says what opening took; ``trouble`` why nothing is being committed, or None; ``commits`` counts
    commits, ``turns`` every turn of the thread, attempts and idle ones included (for a watchdog).

    Raises (on entering): StoreLocked, StoreTooNew, StoreUnavailable, OSError.
    """

    opened: Opened

    def __init__(
        self,
        path: Path,
        *,
        commit_interval_s: float = COMMIT_INTERVAL_S,
        backups: Path | None = None,
        keep_backups: int = backup.KEEP,
    ) -> None:
        self.path = path
        self.trouble: Trouble | None = None
        self.commits = 0
        self.turns = 0
        self._interval_s = commit_interval_s
        self._backups = backups
        self._keep = keep_backups
        self._queue: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._slots = asyncio.Semaphore(QUEUE_JOBS)
        self._waiting: set[_Request] = set()
        self._held = contextlib.ExitStack()
        self._stop_asked_s: float | None = None
        self._last_commit_s = float("-inf")

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        with contextlib.ExitStack() as held:
            held.enter_context(locked(self.path))
            # One worker: the connection is made, used and closed by the same thread.
            pool = held.enter_context(ThreadPoolExecutor(1, thread_name_prefix="writer"))
            self.opened = await self._loop.run_in_executor(pool, self._open)
            self._conn = self.opened.conn
            self._ended = self._loop.run_in_executor(pool, self._run)
            self._ended.add_done_callback(self._fail_waiting)
            self._held = held.pop_all()
        return self

    def _open(self) -> Opened:
        return open_writer(self.path, backups=self._backups, keep=self._keep)

    async def __aexit__(self, *_: object) -> None:
        """Commit what is queued, checkpoint and close.

        Raises:
            WriterStopped: something could not be committed within ``STOP_PATIENCE_S``.
            StoreError: the thread had died.
        """
        self._stop_asked_s = time.monotonic()
        self._queue.put(None)
        try:
            await asyncio.shield(self._ended)
        finally:
            self._held.close()

    async def watch(self) -> None:
        """Wait until the writer ends; raises what ended it. For the supervising task."""
        await asyncio.shield(self._ended)

    async def write(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``job`` in a transaction on the writer's thread; its value, once that is committed.

        The job may be run again after a rollback, so it must change nothing but the database. What it raises
        is raised here, and undoes that job alone. While the disk is full, failing or locked this waits.
        A caller that is cancelled meanwhile does not withdraw its job.

        Raises:
            JobRefused: the job asked of SQLite what it refuses.
            WriterStopped: the writer has ended; the job was not committed.
        """
        async with self._slots:
            if self._ended.done() or self._stop_asked_s is not None:
                raise WriterStopped("the writer has ended")
            request = _Request(job, self._loop.create_future())
            self._waiting.add(request)
            self._queue.put(request)
            try:
                value: T = await request.done
            finally:
                self._waiting.discard(request)
            return value

    def _fail_waiting(self, ended: asyncio.Future[None]) -> None:
        cause = None if ended.cancelled() else ended.exception()
        for request in self._waiting:
            if not request.done.done():
                error = WriterStopped("the writer has ended")
                error.__cause__ = cause
                request.done.set_exception(error)

    def _resolve(self, batch: list[_Request]) -> None:
        for request in batch:
            if request.done.done():
                continue
            if request.error is not None:
                request.done.set_exception(request.error)
            else:
                request.done.set_result(request.value)

    # On the writer's thread from here on.

    def _run(self) -> None:
        log = Checkpoints(self.path)
        try:
            more = True
            while more:
                batch, more = self._gather(PINNED_INTERVAL_S if log.pinned else self._interval_s)
                if batch:
                    self._commit(batch)
                    self._loop.call_soon_threadsafe(self._resolve, batch)
                    log.truncate_if_large(self._conn)
                self.turns += 1
            log.truncate(self._conn)
            clear_suspect(self.path)
        finally:
            self._conn.close()

    def _gather(self, interval_s: float) -> tuple[list[_Request], bool]:
        """The next batch, and False once the queue has ended."""
        batch: list[_Request] = []
        due_s = self._last_commit_s + interval_s
        while len(batch) < BATCH_JOBS:
            wait_s = max(due_s - time.monotonic(), 0.0) if batch else IDLE_S
            try:
                request = self._queue.get(timeout=wait_s) if wait_s else self._queue.get_nowait()
            except queue.Empty:
                break
            if request is None:
                return batch, False
            batch.append(request)
        return batch, True

    def _commit(self, batch: list[_Request]) -> None:
        """Commit ``batch``, however long that takes."""
        for delay_s in itertools.chain(BACK_OFF_S, itertools.repeat(BACK_OFF_S[-1])):
            try:
                self._attempt(batch)
            except sqlite3.Error as error:
                self._note(error)
            else:
                break
            if self._stop_asked_s is not None and time.monotonic() > self._stop_asked_s + STOP_PATIENCE_S:
                raise WriterStopped(f"{len(batch)} jobs could not be committed before the end")
            self.turns += 1
            time.sleep(delay_s)
        if self.trouble is not None:
            _log.warning("committing again after %.1f s", time.monotonic() - self.trouble.since_monotonic_s)
            self.trouble = None
        self.commits += 1
        self._last_commit_s = time.monotonic()

    def _attempt(self, batch: list[_Request]) -> None:
        if self.trouble is not None and self.trouble.kind == "io":
            self._conn.close()
            self._conn = connect(self.path)  # after an I/O error nothing the old one remembers is trusted
        with transaction(self._conn):
            for request in batch:
                with _Isolated(self._conn, request):
                    request.value = request.job(self._conn)

    def _note(self, error: sqlite3.Error) -> None:
        """Turn a failed attempt into visible trouble, or end the thread where trying again cannot help."""
        if is_damage(error):
            mark_suspect(self.path)
            raise StoreCorrupt(self.path, str(error)) from error
        kind = trouble_kind(error)
        if kind is None:
            raise error
        if self.trouble is None or self.trouble.kind != kind:
            since_s = self.trouble.since_monotonic_s if self.trouble else time.monotonic()
            self.trouble = Trouble(kind, since_s, str(error))
            _log.error("cannot commit (%s): %s; trying again", kind, error)


@contextlib.contextmanager
def exclusive(path: Path, *, backups: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A write connection for one-shot work, in one transaction: committed at the end, undone by an error.

    Raises:
        StoreLocked: a daemon, or another command, is writing this database.
        StoreUnavailable: it cannot be opened or written.
    """
    with locked(path), contextlib.closing(open_writer(path, backups=backups).conn) as conn:
        with transaction(conn):
            yield conn
        Checkpoints(path).truncate(conn)
