"""How a Polar H10 samples: an oscillator that is not quite what it says, a clock that forgets, and frames.

Samples are numbered on the oscillator's own grid, which runs on while nobody listens: what is missing between
two frames that came is exactly the difference of their numbers.
"""

from __future__ import annotations

import math
import random
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsp.types import IntArray

NS_PER_S: Final = 1_000_000_000
UNSET_CLOCK_NS: Final = 599_616_000 * NS_PER_S  # 2019-01-01 after 2000-01-01: what a new clock says
EPOCH_2000_NS: Final = 946_684_800 * NS_PER_S  # 2000-01-01 after 1970-01-01
FRAME_SAMPLES: Final = 73  # of a full frame: 229 bytes
HEADER: Final = struct.Struct("<BQB")  # measurement type, time of the last sample, frame type
SAMPLE_BYTES: Final = 3
ECG: Final = 0


def flat(_: int, n: int) -> IntArray:
    """Nothing."""
    return np.zeros(n, np.int32)


@dataclass(frozen=True, slots=True)
class Oscillator:
    """``rate_hz`` on average, wandering by up to ``wander_hz`` once in ``period_s``, as temperature does."""

    rate_hz: float = 130.1
    wander_hz: float = 0.01
    period_s: float = 1800.0

    def count(self, at_s: float) -> float:
        """Sampling periods that have passed."""
        turn = math.tau / self.period_s
        return self.rate_hz * at_s + self.wander_hz / turn * (1.0 - math.cos(turn * at_s))

    def time_s(self, sample: int) -> float:
        """When sample number ``sample`` is taken."""
        at_s = sample / self.rate_hz
        for _ in range(4):  # the wander is small: each step of Newton's method gains several digits
            at_s -= (self.count(at_s) - sample) / self.rate_hz
        return at_s

    def next_sample(self, at_s: float) -> int:
        """The first one taken at ``at_s`` or later."""
        return math.ceil(self.count(at_s) - 1e-6)


@dataclass(slots=True)
class Clock:
    """Device time, ns since 2000. ``ppm``: how much too fast it runs."""

    set_at_s: float = 0.0
    set_to_ns: int = UNSET_CLOCK_NS
    ppm: float = 0.0

    def ns(self, at_s: float) -> int:
        """What it says at ``at_s``."""
        return self.set_to_ns + round((at_s - self.set_at_s) * (1.0 + self.ppm * 1e-6) * NS_PER_S)


@dataclass(slots=True)
class Taken:
    """One frame that was sampled: the truth. ``start``: on the oscillator's grid. ``last_ns``: device time
    of its last sample, since 2000. ``handed``: how often it was given to the link.
    """

    start: int
    uv: IntArray
    last_ns: int
    handed: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.uv)

    def payload(self) -> bytes:
        """As it goes over the air."""
        words = self.uv.astype("<i4").view(np.uint8).reshape(-1, 4)
        return HEADER.pack(ECG, self.last_ns, 0) + words[:, :SAMPLE_BYTES].tobytes()


@dataclass(slots=True)
class Sampler:
    """The measurement. ``bare_uv``: what the electrodes give in the air. ``duplicate``, ``swap``: shares of
    frames sent twice, and after their successor.
    """

    signal_uv: Callable[[int, int], IntArray]
    oscillator: Oscillator
    clock: Clock
    duplicate: float = 0.0
    swap: float = 0.0
    seed: int = 1
    bare_uv: Callable[[int, int], IntArray] = flat
    taken: list[Taken] = field(default_factory=list)
    running: bool = False
    _next: int = 0
    _held: Taken | None = None
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def start(self, at_s: float) -> None:
        """Measure from ``at_s`` on."""
        self.running, self._next, self._held = True, self.oscillator.next_sample(at_s), None

    def stop(self) -> None:
        """Measure no more; an unfinished frame is lost."""
        self.running, self._held = False, None

    def unheard(self) -> None:
        """The link is gone: a frame kept back for it is lost."""
        self._held = None

    def frames(self, end_s: float, n: int, *, heard: bool, worn: bool) -> Iterator[tuple[float, bytes]]:
        """Frames of ``n`` samples complete by ``end_s``: when, and payload. None if nobody hears them."""
        while self.running:
            at_s = self.oscillator.time_s(self._next + n - 1)
            if at_s > end_s:
                return
            uv = (self.signal_uv if worn else self.bare_uv)(self._next, n)
            frame = Taken(self._next, uv, self.clock.ns(at_s))
            self._next += n
            self.taken.append(frame)
            if heard:
                for sent in self._order(frame):
                    sent.handed += 1
                    yield at_s, sent.payload()

    def _order(self, frame: Taken) -> Iterator[Taken]:
        """What is sent when ``frame`` is complete."""
        held, self._held = self._held, None
        if held is None and self._random.random() < self.swap:
            self._held = frame
            return
        yield frame
        if self._random.random() < self.duplicate:
            yield frame
        if held is not None:
            yield held
