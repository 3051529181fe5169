"""Explains episodes in the background: one at a time, and never more than a tenth of a core."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from time import thread_time
from typing import TYPE_CHECKING, Final

from daemon.explaining import explained
from storage import explanations
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from dsp.models import Classifier
    from storage.explanations import Explained
    from storage.writer import Writer

SHARE: Final = 0.1  # of a core's time, at most: a quarter of a second of computing each few seconds
LOOK_S: Final = 10.0  # an analysis window: nothing new is due more often
FEW: Final = 8  # asked for at once: newer ones go first, also before those of a re-analysis


class Explainer:
    """Makes what is due in the store. ``made`` counts explanations since the start.

    It waits in the store, not here: whatever stops the daemon, nothing that was due is forgotten, and the
    analysis of signals never waits for it.
    """

    def __init__(self, database: Path, writer: Writer, classifier: Classifier | None) -> None:
        self._database = database
        self._writer = writer
        self._classifier = classifier
        self.made = 0

    async def run(self, *, look_s: float = LOOK_S) -> None:
        """Until cancelled."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="explainer")
        loop = asyncio.get_running_loop()
        try:
            while True:
                for episode in await loop.run_in_executor(thread, self._due):
                    made, took_s = await loop.run_in_executor(thread, self._explained, episode)
                    await self._writer.write(partial(_store, episode, made))
                    self.made += 1
                    await asyncio.sleep(took_s * (1.0 / SHARE - 1.0))
                await asyncio.sleep(look_s)
        finally:
            thread.shutdown(wait=False)

    def _due(self) -> list[int]:
        with closing(open_reader(self._database)) as conn:
            return explanations.due(conn, FEW)

    def _explained(self, episode: int) -> tuple[Explained | None, float]:
        began_s = thread_time()
        with closing(open_reader(self._database)) as conn:
            made = explained(conn, episode, self._classifier)
        return made, thread_time() - began_s


def _store(episode: int, made: Explained | None, conn: sqlite3.Connection) -> None:
    explanations.store(conn, episode, made)
