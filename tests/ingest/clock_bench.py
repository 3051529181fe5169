"""A sample clock under test, fed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.clock import SampleClock
from tests.ingest.airwaves import NS, START_NS, Store, stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsp.types import Frame, GapReason
    from ingest.clock import Placed


class Bench:
    """A clock under test: feeds frames as fast as their samples are taken, keeps what comes out."""

    def __init__(self, state: bytes | None = None, sessions: Iterable[int] = range(1, 1000)) -> None:
        self.clock: SampleClock[int] = SampleClock("w1", iter(sessions).__next__, state)
        self.store = Store()
        self.settled: list[int] = []
        self.late: list[int] = []
        self.tokens = 0
        self.now_ns = START_NS

    def push(self, *frames: Frame, wall_ns: int = 0) -> Placed[int]:
        for frame in frames:
            self.now_ns += round(len(frame.uv) * NS / frame.fs_hz)
            placed = self.clock.push(
                frame, wall_ns or self.now_ns, self.tokens, monotonic_ns=self.now_ns - START_NS
            )
            self.tokens += 1
            self._take(placed)
        return placed

    def wait(self, seconds: float, wall_ns: int = 0) -> Placed[int]:
        self.now_ns += round(seconds * NS)
        placed = self.clock.tick(wall_ns or self.now_ns, monotonic_ns=self.now_ns - START_NS)
        self._take(placed)
        return placed

    def flush(self) -> Placed[int]:
        placed = self.clock.flush()
        self._take(placed)
        return placed

    def _take(self, placed: Placed[int]) -> None:
        self.store.apply(placed)
        self.settled += placed.settled
        self.late += placed.late

    def cells(self, session: int = 1) -> list[int | GapReason]:
        return self.store.cells[session]


def frames(n: int, *, length: int = 125, fs_hz: float = 250.0, **how: object) -> list[Frame]:
    return [item.frame for item in stream([length] * n, fs_hz, **how)]  # type: ignore[arg-type]


def moved(frame: Frame, ns: int) -> Frame:
    assert frame.last_sample_ns is not None
    return replace(frame, last_sample_ns=frame.last_sample_ns + ns)
