"""Feeds the service manager's watchdog only while every stage still moves."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

from daemon import systemd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CHECK_S: Final = 2.0
STUCK_S: Final = 20.0  # every stage makes a round at least each second; twenty without one is a hang

log = logging.getLogger(__name__)


class Watchdog:
    """Compares the stages' progress counters from one look to the next."""

    def __init__(self, progress: Callable[[], Mapping[str, int]]) -> None:
        self._progress = progress
        self._seen: dict[str, tuple[int, float]] = {}

    def stuck(self, now_s: float) -> list[str]:
        """Names of the stages whose counter has not moved for ``STUCK_S`` of monotonic time."""
        counters = self._progress()
        for stage, count in counters.items():
            if self._seen.get(stage, (None,))[0] != count:
                self._seen[stage] = (count, now_s)
        self._seen = {stage: seen for stage, seen in self._seen.items() if stage in counters}
        return sorted(stage for stage, (_, since) in self._seen.items() if now_s - since > STUCK_S)

    async def run(self) -> None:
        """Look every few seconds. A stuck stage starves the watchdog, which restarts the service."""
        while True:
            stuck = self.stuck(time.monotonic())
            if stuck:
                log.error("no progress in: %s", ", ".join(stuck))
            else:
                systemd.notify("WATCHDOG=1")
            await asyncio.sleep(CHECK_S)
