"""When an alarm that nobody acknowledges is announced again: on the monotonic clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from daemon.alarm_machine import WANTING
from daemon.alarm_rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from storage.alarms import AlarmRow

RECENT_S: Final = 300.0  # an alarm that comes again within five minutes is published, but calls nobody again
ASK_AGAIN_S: Final = 60.0  # what quiet hours hold back is looked at this often


class Repeats:
    """Follows the open alarms. ``every_s``: the waits; the last one goes on for ever."""

    def __init__(self, every_s: Sequence[float], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._every_s = tuple(every_s)
        self._monotonic = monotonic
        self._told_s: dict[int, float] = {}
        self._asked_s: dict[int, float] = {}

    def restore(self, rows: Iterable[AlarmRow], now_ns: int) -> None:
        """Take up the alarms of before the start.

        How long ago they were told is only known by the wall clock, which may have moved: at worst an alarm
        is repeated once too early, or one wait too late.
        """
        now_s = self._monotonic()
        for row in rows:
            waited_s = min(max((now_ns - row.since_ns) / 1e9, 0.0), self._wait_s(row))
            self._told_s[row.id] = now_s - waited_s

    def told(self, numbers: Iterable[int]) -> None:
        """People have been notified now."""
        now_s = self._monotonic()
        for number in numbers:
            self._told_s[number] = now_s

    def recent(self) -> frozenset[int]:
        """Alarms that people were notified about a moment ago."""
        now_s = self._monotonic()
        return frozenset(n for n, at_s in self._told_s.items() if now_s - at_s < RECENT_S)

    def due(self, rows: Iterable[AlarmRow]) -> list[int]:
        """Alarms to announce again now; each is given once a minute until ``told``."""
        now_s = self._monotonic()
        due = []
        for row in rows:
            if row.presence not in WANTING or now_s - self._asked_s.get(row.id, -ASK_AGAIN_S) < ASK_AGAIN_S:
                continue
            told_s = self._told_s.get(
                row.id
            )  # None: raised in quiet hours, so it is due as soon as it may be
            wait_s = self._wait_s(row) if RULES[row.rule].repeats else float("inf")
            if told_s is None or now_s - told_s >= wait_s:
                self._asked_s[row.id] = now_s
                due.append(row.id)
        return due

    def forget_others(self, numbers: Container[int]) -> None:
        """Keep only alarms that are still open."""
        for memory in (self._told_s, self._asked_s):
            for number in [n for n in memory if n not in numbers]:
                del memory[number]

    def _wait_s(self, row: AlarmRow) -> float:
        return self._every_s[min(row.repeats, len(self._every_s) - 1)] if self._every_s else float("inf")
