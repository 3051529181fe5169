"""Packets of nobody we take in: kept aside together, so that a flood of them holds no wearable up."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from daemon.batch import put_quarantine
from daemon.chain import BATCH_FRAMES, QUEUE_FRAMES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from daemon.batch import Reject
    from daemon.chain import ChainListener
    from storage.writer import Writer


class Strangers:
    """One queue for all of them. ``run`` is its task."""

    def __init__(self, writer: Writer, listener: ChainListener) -> None:
        self.queue: asyncio.Queue[Reject | None] = asyncio.Queue(QUEUE_FRAMES)
        self._writer = writer
        self._listener = listener

    async def run(self) -> None:
        """Keep packets aside and acknowledge them until the end marker (None) has come."""
        while (reject := await self.queue.get()) is not None:
            rejects = [reject]
            while len(rejects) < BATCH_FRAMES and not self.queue.empty():
                another = self.queue.get_nowait()
                if another is None:
                    self.queue.put_nowait(None)  # there is room: it was just taken out
                    break
                rejects.append(another)
            await self._writer.write(partial(_put_all, rejects))
            for kept in rejects:
                kept.raw.ack()
                self._listener.rejected(kept.raw, kept.reason)


def _put_all(rejects: Sequence[Reject], conn: sqlite3.Connection) -> None:
    for reject in rejects:
        put_quarantine(reject, conn)
