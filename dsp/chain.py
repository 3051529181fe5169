"""The chain at its own rate: what happens to one unbroken stretch of signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.beats import BeatDetector
from dsp.labels import REACH, Labeller
from dsp.resample import FS_HZ
from dsp.rpeaks import BASE, refine
from dsp.track import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.beats import Complex
    from dsp.state import State
    from dsp.types import BeatLabel, FloatArray

WINDOW: Final = 10 * FS_HZ  # ten seconds: what every row is about
LAG: Final = 300  # 1.2 s: by then every beat of a window is decided, and its last T wave has ended
BEFORE: Final = 2 * FS_HZ  # signal kept before a window: its first beat's P wave and the beat before
KEEP: Final = WINDOW + LAG + BEFORE


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

    ``clean``: contact held since the beat before; ``doubt``: see :class:`dsp.beats.Complex`.
    """

    at: float
    height: float
    label: BeatLabel
    clean: bool
    doubt: float


class Chain:
    """Streams samples at 250 Hz into R peaks and, every 10 s, a span of signal to look at as a whole.

    ``push`` takes at most up to the next boundary (``room``), so that what a window sees is always the same.
    """

    def __init__(self) -> None:
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
        if forget:
            self._polarity = 0
            self._labeller = Labeller()

    @property
    def end(self) -> int:
        """Samples taken in this stretch."""
        return self._x.end

    @property
    def room(self) -> int:
        """Samples that may be pushed before the open window closes."""
        return self.window + WINDOW + LAG - self._x.end

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[Found]:
        """Beats that are now certain."""
        self._x.append(x)
        self._off.append(off)
        return [self._beat(one) for one in self._detector.push(x, off)]

    def close(self) -> Span | None:
        """The open window once it is complete; the next one opens."""
        if self.room > 0:
            return None
        return self._span(self.window + WINDOW, last=False)

    def finish(self) -> tuple[list[Found], list[Span]]:
        """The last beats and the windows still open."""
        peaks = [self._beat(one) for one in self._detector.finish()]
        spans = []
        while self.window < self.end:
            end = min(self.window + WINDOW, self.end)
            spans.append(self._span(end, last=end == self.end))
        return peaks, spans

    def _span(self, end: int, *, last: bool) -> Span:
        origin = max(self._x.start, self.window - BEFORE)
        x = self._x.view(origin, self._x.end).astype(np.float64)
        span = Span(self.window, end, origin, x, self._off.view(origin, self._x.end), last)
        self.window = end
        return span

    def _beat(self, one: Complex) -> Found:
        hump = one.at
        origin = max(self._x.start, hump - BASE)
        near = self._x.view(origin, hump + BASE + 1).astype(np.float64)
        peak = refine(near, hump - origin, self._polarity)
        self._polarity = peak.polarity
        at = origin + peak.at
        around = self._x.view(round(at) - REACH, round(at) + REACH + 1).astype(np.float64)
        last, self._last = self._last, at
        label = self._labeller.label(around, None if last is None else at - last)
        clean = last is not None and not self._off.view(round(last), round(at)).any()
        return Found(at, peak.height, label, clean, one.doubt)

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "detector": self._detector.state(),
            "x": self._x.state(),
            "off": self._off.state(),
            "labeller": self._labeller.state(),
            "polarity": self._polarity,
            "last": self._last,
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
        self.window = state["window"]
