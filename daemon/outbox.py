"""Carries stored messages to where they belong: high priority first, marked as sent once they arrived."""

from __future__ import annotations

import asyncio
import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final

from dsp.types import HearthError
from storage import outbox
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable, Iterable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from storage.outbox import Message
    from storage.writer import Writer

SCAN_ROWS: Final = 2000  # read at once, about 1 MB: weeks of alarms; the rest follows when these are gone
POLL_S: Final = 5.0  # looked at this often unasked, for what another part stored and what is due for a retry
RETRY_FIRST_S: Final = 2.0
RETRY_MAX_S: Final = 300.0  # a service that refuses for hours is asked every five minutes


class Undelivered(HearthError):
    """A message was refused; it is tried again later. The text says why, never what was in it."""


class Outbox:
    """One way out of the stored outbox: the rows that ``mine`` picks by their topic.

    At least once: what arrived just before a crash comes again. While the store is in trouble nothing is sent
    twice either, because what was delivered but is not yet marked is remembered. ``delivered``, ``refused``
    and ``scans`` count since the start.
    """

    def __init__(
        self,
        path: Path,
        writer: Writer,
        mine: Callable[[str], bool],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path = path
        self._writer = writer
        self._mine = mine
        self._monotonic = monotonic
        self._wake = asyncio.Event()
        self._unmarked = asyncio.Event()
        self._sent: set[int] = (
            set()
        )  # delivered, not yet stored as such; bounded by SCAN_ROWS as all of these
        self._failed: set[int] = set()
        self._marked: set[int] = set()  # stored as sent, though a scan that began before may still show them
        self._retry_at_s: dict[int, float] = {}
        self.delivered = 0
        self.refused = 0
        self.scans = 0

    def wake(self) -> None:
        """Something was put in."""
        self._wake.set()

    async def run(self, deliver: Callable[[Message], Awaitable[None]]) -> None:
        """Deliver whatever waits, one message at a time, until cancelled.

        ``deliver`` returns once the message has arrived and raises ``Undelivered`` for one to be tried again
        later; anything else that it raises ends the run (inside an exception group), and the message stays.
        """
        reader = ThreadPoolExecutor(1, thread_name_prefix="outbox")  # slow answers must not hold up alerts
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._mark(), name="outbox marks")
                while True:
                    self._wake.clear()
                    for message in await self._scan(reader):
                        if not self._waits(message.id):
                            await self._try(message, deliver)
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(POLL_S):
                            await self._wake.wait()
        finally:
            reader.shutdown(wait=False)

    async def _scan(self, reader: Executor) -> Sequence[Message]:
        gone = frozenset(self._marked)
        messages = await asyncio.get_running_loop().run_in_executor(reader, self._pending)
        self._marked -= gone
        self.scans += 1
        return messages

    async def _try(self, message: Message, deliver: Callable[[Message], Awaitable[None]]) -> None:
        try:
            await deliver(message)
        except Undelivered:
            self.refused += 1
            delay_s = min(RETRY_FIRST_S * 2.0 ** min(message.attempts, 16), RETRY_MAX_S)
            self._retry_at_s[message.id] = self._monotonic() + delay_s
            self._failed.add(message.id)
        else:
            self.delivered += 1
            self._retry_at_s.pop(message.id, None)
            self._sent.add(message.id)
        self._unmarked.set()

    async def _mark(self) -> None:
        """Store what happened to messages. A store in trouble holds up this, and not the delivery."""
        while True:
            sent, failed = frozenset(self._sent), frozenset(self._failed)
            if sent or failed:
                await self._writer.write(partial(_mark, sent, failed, time.time_ns()))
                self._sent -= sent
                self._marked |= sent
                self._failed -= failed
            if not self._sent and not self._failed:
                self._unmarked.clear()
                await self._unmarked.wait()

    def _pending(self) -> Sequence[Message]:
        with closing(open_reader(self._path)) as conn:
            return [message for message in outbox.pending(conn, SCAN_ROWS) if self._mine(message.topic)]

    def _waits(self, message: int) -> bool:
        if message in self._sent or message in self._marked:
            return True
        return self._retry_at_s.get(message, 0.0) > self._monotonic()


def _mark(sent: Iterable[int], failed: Iterable[int], at_ns: int, conn: sqlite3.Connection) -> None:
    for message in sent:
        outbox.sent(conn, message, at_ns=at_ns)
    for message in failed:
        outbox.failed(conn, message)
