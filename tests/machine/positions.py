"""What the machine said it had stored, as it came out: the promise that a kill must not break."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POLL_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Position:
    """``sessions``: session, samples stored of it, end of the last one. ``heard_s``: our monotonic clock."""

    boot: str
    heard_s: float
    sessions: tuple[tuple[int, int, int], ...]

    @property
    def stored(self) -> int:
        """Samples of all sessions."""
        return sum(n for _, n, _ in self.sessions)


class Positions:
    """Listens to the machine, over its restarts, and remembers everything."""

    def __init__(self, log: Path) -> None:
        self.said: list[Position] = []
        self._log = log
        self._task: asyncio.Task[None] | None = None

    async def plug(self, socket: Path) -> None:
        """Listen at the line of a machine that has just been switched on."""
        reader, writer = await asyncio.open_unix_connection(str(socket))
        self._task = asyncio.create_task(self._listen(reader, writer))

    async def unplug(self) -> None:
        """The machine has no power; what was still under way is heard first."""
        if self._task is not None:
            await self._task
        self._task = None

    @property
    def stored(self) -> int:
        """Samples that it last said it has."""
        return self.said[-1].stored if self.said else 0

    async def until(self, condition: Callable[[int], bool], limit_s: float) -> float:
        """Wait until what is stored meets ``condition``; how many seconds that took.

        Raises:
            TimeoutError: it did not within ``limit_s``.
        """
        begun_s = time.monotonic()
        async with asyncio.timeout(limit_s):
            while not condition(self.stored):
                await asyncio.sleep(POLL_S)
        return time.monotonic() - begun_s

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self._log.open("a") as log:
            while line := await reader.readline():
                if not line.endswith(b"\n"):  # cut off by the kill: it was not said
                    break
                log.write(line.decode())
                told = json.loads(line)
                sessions = tuple((int(s), int(n), int(end)) for s, n, end in told["sessions"])
                self.said.append(Position(told["boot"], time.monotonic(), sessions))
        writer.close()
