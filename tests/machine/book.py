"""What the system test saw: phases with their times, checks with their figures, one log."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Book:
    """Writes to the log and to the terminal alike."""

    log: TextIO
    begun_s: float = field(default_factory=time.monotonic)
    phases: list[tuple[str, float]] = field(default_factory=list)
    checks: list[tuple[bool, str]] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Whether everything held so far."""
        return all(good for good, _ in self.checks)

    def say(self, text: str) -> None:
        """One line, with the time since the beginning."""
        line = f"{time.monotonic() - self.begun_s:6.1f} s  {text}"
        for out in (self.log, sys.stdout):
            print(line, file=out, flush=True)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """What is done now; how long it took is noted also when it fails."""
        self.say(f"== {name}")
        begun_s = time.monotonic()
        try:
            yield
        finally:
            self.phases.append((name, time.monotonic() - begun_s))

    def check(self, what: str, good: bool, figure: object = "") -> bool:
        """Whether something holds, and what was measured."""
        text = f"{what}: {figure}" if figure != "" else what
        self.checks.append((good, text))
        self.say(f"   {'ok  ' if good else 'FAIL'} {text}")
        return good

    def sum_up(self) -> None:
        """The end of the log."""
        self.say("== phases")
        for name, took_s in self.phases:
            self.say(f"   {took_s:6.1f} s  {name}")
        failed = [text for good, text in self.checks if not good]
        for text in failed:
            self.say(f"   did not hold: {text}")
        verdict = "everything held" if not failed else f"{len(failed)} did NOT hold"
        self.say(f"{len(self.checks)} checks, {verdict}")
