"""The chain at its own rate: what happens to one unbroken stretch of signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp import waves
from dsp.beats import BeatDetector
from dsp.labels import LOOK, Labeller
from dsp.resample import FS_HZ
from dsp.rpeaks import BASE, refine
from dsp.rpeaks import EARLIEST as MOVE
from dsp.track import Track

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dsp.beats import Complex
    from dsp.delineation import Marks
    from dsp.state import State
    from dsp.types import BeatLabel, FloatArray

WINDOW: Final = 10 * FS_HZ  # ten seconds: what every row is about
LAG: Final = 300  # 1.2 s: by then every beat of a window is decided, and its last T wave has ended
BEFORE: Final = 2 * FS_HZ  # signal kept before a window: its first beat's P wave and the beat before
KEEP: Final = WINDOW + LAG + BEFORE
# Around a hump: all that its beat is refined and labelled by.
SIGHT: Final = max(BASE, MOVE + 1 + LOOK)
WAVES: Final = 250  # 1 s after an R peak its waves are told: by then a beat that cuts them short is known


class Span(NamedTuple):
    """One window with its surroundings, at 250 Hz.

    ``x``, ``off``: from ``origin`` to as far as is known; ``start``, ``end``: the window as stretch indices;
    ``last``: the stretch ends with it.
    """

    start: int
    end: int
    origin: int
    x: FloatArray
    off: NDArray[np.bool_]
    last: bool


class Found(NamedTuple):
    """A beat in a stretch: R peak (index with fraction), height in uV, label.

    ``clean``: contact held since the beat before; ``doubt``, ``certainty``: see
    :class:`dsp.beats.Complex`; ``probability``: of the label.
    """

    at: float
    height: float
    label: BeatLabel
    clean: bool
    doubt: float
    probability: float = 0.0
    certainty: float = 1.0


class Waves(NamedTuple):
    """Where the waves of the beat at ``at`` are: all in a stretch at 250 Hz."""

    at: float
    mark: Marks


Event = Found | Waves | Span


class Chain:
    """Streams samples at 250 Hz into R peaks, their waves and, every 10 s, a span of signal to judge.

    What a window sees is always the same, however far beyond its end the signal is known already.
    ``delineates``: tells the waves of each beat, a second after it. ``labeller``: makes one of another kind.
    """

    def __init__(self, *, delineates: bool = True, labeller: Callable[[], Labeller] = Labeller) -> None:
        self._delineates = delineates
        self._make_labeller = labeller
        self._detector = BeatDetector()
        self._x = Track(KEEP, np.float32)
        self._off = Track(KEEP, np.bool_)
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """Starts a new stretch at index 0; ``forget``: also what was learnt about the beats."""
        self._detector.reset(forget=forget)
        self._x.load(0, np.empty(0, np.float32))
        self._off.load(0, np.empty(0, np.bool_))
        self.window = 0  # start of the open window
        self._last: float | None = None  # the R peak before
        self._last_off = -1  # the newest sample without contact
        self._due: list[tuple[float, int]] = []  # beats without their waves yet, and when these are told
        self._memory = waves.FRESH
        if forget:
            self._polarity = 0
            self._labeller = self._make_labeller()

    @property
    def end(self) -> int:
        """Samples taken in this stretch."""
        return self._x.end

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[Event]:
        """Beats, waves and closed windows that are now certain, in the order in which they became so.

        ``x`` and ``off``: (n,), at most ten seconds.
        """
        if np.count_nonzero(off):
            self._last_off = self._off.end + int(off.nonzero()[0][-1])
        self._x.append(x)
        self._off.append(off)
        found = self._detect(x, off)
        events: list[Event] = []
        while (closing := self.window + WINDOW + LAG) <= self._x.end:
            early = [one for one in found if one.decided <= closing]
            found = found[len(early) :]
            self._events(early, closing, events)
            events.append(self._span(self.window + WINDOW, closing, last=False))
        self._events(found, self._x.end, events)
        return events

    def finish(self) -> tuple[list[Event], list[Span]]:
        """The last beats, their waves, and the windows still open."""
        events: list[Event] = []
        self._events(self._detector.finish(), self.end + KEEP, events)
        spans = []
        while self.window < self.end:
            end = min(self.window + WINDOW, self.end)
            spans.append(self._span(end, self.end, last=end == self.end))
        return events, spans

    def _span(self, end: int, known: int, *, last: bool) -> Span:
        """The open window, which ends at ``end``, as it is seen from ``known`` on; the next one opens."""
        origin = max(self._x.start, self.window - BEFORE)
        x = self._x.view(origin, known).astype(np.float64)
        span = Span(self.window, end, origin, x, self._off.view(origin, known), last)
        self.window = end
        return span

    def _detect(self, x: FloatArray, off: NDArray[np.bool_]) -> list[Complex]:
        return self._detector.push(x, off)

    def _events(self, found: list[Complex], now: int, events: list[Event]) -> None:
        """Puts beats and the waves of earlier ones in order, whatever chunk they were found in."""
        for one in found:
            self._tell_waves(one.decided, events)
            beat = self._beat(one)
            events.append(beat)
            if self._delineates:
                self._due.append((beat.at, max(round(beat.at) + WAVES, one.decided)))
        self._tell_waves(now + 1, events)

    def _tell_waves(self, before: int, events: list[Event]) -> None:
        """Delineates the beats that are due before ``before``."""
        if not self._due or self._due[0][1] >= before:
            return
        n = 1
        while n < len(self._due) and self._due[n][1] < before:
            n += 1
        told, self._due = self._due[:n], self._due[n:]
        peaks = [round(at) for at, _ in told]
        origin = max(self._x.start, peaks[0] - waves.BEFORE)
        x = self._x.view(origin, peaks[-1] + waves.AFTER)
        following = round(self._due[0][0]) if self._due else None
        marks, self._memory = waves.follow(x, origin, peaks, self._memory, following)
        events += [Waves(at, mark) for (at, _), mark in zip(told, marks, strict=True)]

    def _beat(self, one: Complex) -> Found:
        first = max(self._x.start, one.at - SIGHT)
        # Not a sample more than was needed to find it: the same for any chunks.
        near = self._x.view(first, min(one.at + SIGHT + 1, one.decided)).astype(np.float64)
        peak = refine(near, one.at - first, self._polarity)
        self._polarity = peak.polarity
        at = first + peak.at
        k = round(at) - first
        last, self._last = self._last, at
        interval = None if last is None else at - last
        said = self._labeller.label(near, k, near.item(k) - peak.height, interval)
        clean = last is not None and self._contact(round(last), round(at))
        return Found(at, peak.height, said.label, clean, one.doubt, said.probability, one.certainty)

    def _contact(self, start: int, end: int) -> bool:
        return self._last_off < start or not self._off.view(start, end).any()

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "detector": self._detector.state(),
            "x": self._x.state(),
            "off": self._off.state(),
            "labeller": self._labeller.state(),
            "polarity": self._polarity,
            "last": self._last,
            "last_off": self._last_off,
            "due": self._due,
            "memory": waves.state(self._memory),
            "window": self.window,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._detector.load(state["detector"])
        self._x.load(*state["x"])
        self._off.load(*state["off"])
        self._labeller.load(state["labeller"])
        self._polarity = state["polarity"]
        self._last = state["last"]
        self._last_off = state["last_off"]
        self._due = [(at, due) for at, due in state["due"]]
        self._memory = waves.load(state["memory"])
        self.window = state["window"]
