"""A strap that samples at a rate of its own, and a link that delays, doubles and mixes up; and the truth."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from ingest.clock import SampleClock
from tests.ingest.airwaves import NS, START_NS, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

FS_HZ: Final = 130.0
FRAME: Final = 73
UNSET_NS: Final = 1_546_300_800 * NS  # 2019-01-01: what a strap says whose clock was never set
LEAST_DELAY_S: Final = 0.015  # a connection interval
TICK_S: Final = 0.5


@dataclass(frozen=True)
class Oscillator:
    """``hz`` on average; it changes by up to ``ppm_per_h`` an hour, back and forth once in ``period_h``."""

    hz: float
    ppm_per_h: float = 50.0
    period_h: float = 6.0

    def time_s(self, sample: float) -> float:
        """When a sample is taken: the integral of the period, which swings as a cosine of time."""
        swing = self.ppm_per_h * 1e-6 * self.period_h / math.tau  # the rate's amplitude, relative
        turn = math.tau / (self.period_h * 3600.0)
        nominal_s = sample / self.hz
        return nominal_s + swing / turn * math.sin(turn * nominal_s)


@dataclass
class Strap:
    """``set_ns``: device time at 0 s; ``ppm``: how fast its clock is. Frames are of ``lengths`` in turn."""

    oscillator: Oscillator
    rng: np.random.Generator
    set_ns: int = UNSET_NS
    ppm: float = 0.0
    lengths: tuple[int, ...] = (FRAME,)
    starts: list[tuple[int, float]] = field(default_factory=list)  # first sample, and its phase from then on

    def time_s(self, sample: int) -> float:
        """When a sample was taken: each connection samples at a phase of its own."""
        _, phase = self.starts[bisect_right(self.starts, sample, key=lambda start: start[0]) - 1]
        return self.oscillator.time_s(sample + phase)

    def stamp_ns(self, at_s: float) -> int:
        return self.set_ns + round(at_s * (1.0 + self.ppm * 1e-6) * NS)

    def frames(self, start_s: float, end_s: float) -> Iterator[tuple[Frame, float]]:
        """What it measures between two moments, each frame with when it was complete."""
        first = math.ceil(self._sample(start_s))
        self.starts.append((first, float(self.rng.uniform(0, 1))))
        for index in range(10**9):
            n = self.lengths[index % len(self.lengths)]
            at_s = self.time_s(first + n - 1)
            if at_s > end_s:
                return
            uv = np.arange(first, first + n, dtype=np.int32)
            yield Frame("w1", None, self.stamp_ns(at_s), FS_HZ, uv, stamps_last=True), at_s
            first += n

    def _sample(self, at_s: float) -> float:
        low, high = 0.0, (at_s + 1.0) * 140.0
        while high - low > 1e-6:
            middle = (low + high) / 2
            low, high = (middle, high) if self.oscillator.time_s(middle) < at_s else (low, middle)
        return high


@dataclass
class Air:
    """Delays are exponential, of ``jitter_s``; ``stall``: share of frames with up to 3 s more."""

    rng: np.random.Generator
    jitter_s: float = 0.1
    stall: float = 0.01
    double: float = 0.05
    swap: float = 0.05
    lost: float = 0.0

    def deliver(self, frames: Iterator[tuple[Frame, float]]) -> Iterator[tuple[Frame, float]]:
        """Frames as they arrive: a link keeps their order, the strap itself may not."""
        free_s = 0.0
        held: list[tuple[Frame, float]] = []
        for frame, taken_s in frames:
            if self.lost and self.rng.random() < self.lost:
                continue
            if not held and self.rng.random() < self.swap:
                held.append((frame, taken_s))
                continue
            delay_s = LEAST_DELAY_S + self.rng.exponential(self.jitter_s)
            if self.rng.random() < self.stall:
                delay_s += self.rng.uniform(0.5, 3.0)
            free_s = max(free_s, taken_s + delay_s)
            for each in (frame, *(one for one, _ in held)):
                yield each, free_s
                if self.rng.random() < self.double:
                    yield each, free_s
            held.clear()


@dataclass
class Listener:
    """The gateway's side: a clock, and what it gave out. ``restart``: share of packets it dies before."""

    rng: np.random.Generator
    restart: float = 0.0
    store: Store = field(default_factory=Store)
    clock: SampleClock[int] = field(init=False)
    sessions: int = 0
    now_s: float = 0.0

    def __post_init__(self) -> None:
        self.clock = SampleClock("w1", self._new_session)

    def hear(self, arrivals: Iterator[tuple[Frame, float]]) -> None:
        """Take packets in as they come."""
        for frame, at_s in arrivals:
            while self.now_s + TICK_S < at_s:
                self.now_s += TICK_S
                wall_ns, monotonic_ns = self._now()
                self.store.apply(self.clock.tick(wall_ns, monotonic_ns=monotonic_ns))
            self.now_s = at_s
            if self.restart and self.rng.random() < self.restart:
                self.start_again()
            wall_ns, monotonic_ns = self._now()
            self.store.apply(self.clock.push(frame, wall_ns, 0, monotonic_ns=monotonic_ns))

    def end(self) -> None:
        """Nothing more comes."""
        self.store.apply(self.clock.flush())

    def start_again(self) -> None:
        """The daemon is stopped and started again; packets that were held are lost with it."""
        self.clock = SampleClock("w1", self._new_session, self.clock.state())

    def wall_s(self, session: int, sample: int) -> float:
        """Wall time of a sample, from the start, between two anchors."""
        anchors = self.store.anchors[session]
        after = bisect_right(anchors, sample, key=lambda anchor: anchor.sample)
        last, period_ns = anchors[after - 1], NS / FS_HZ
        if after < len(anchors):
            ahead = anchors[after]
            period_ns = (ahead.at_ns - last.at_ns) / (ahead.sample - last.sample)
        return (last.at_ns - START_NS + (sample - last.sample) * period_ns) / NS

    def runs(self) -> Iterator[Run]:
        """Stretches without a hole, in order."""
        for session, cells in sorted(self.store.cells.items()):
            taken = np.array([cell if type(cell) is int else -1 for cell in cells])
            places = np.flatnonzero(taken >= 0)
            for run in np.split(places, np.flatnonzero(np.diff(places) != 1) + 1):
                assert np.array_equal(taken[run] - taken[run[0]], np.arange(len(run))), (
                    "a sample is misplaced"
                )
                yield Run(session, int(run[0]), int(taken[run[0]]), len(run))

    def _new_session(self) -> int:
        self.sessions += 1
        return self.sessions

    def _now(self) -> tuple[int, int]:
        return START_NS + round(self.now_s * NS), round(self.now_s * NS)


@dataclass(frozen=True)
class Run:
    """``n`` samples stored side by side, from ``place`` on; ``first``: the strap's number of the first."""

    session: int
    place: int
    first: int
    n: int
