"""What the beat network sees of a signal: slope and level, free of offset, drift and size."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

    Rows = NDArray[np.float32]

FRAME: Final = 10  # samples at 250 Hz in a frame of 40 ms
TAKEN: Final = 2  # slope and level hold nothing above 30 Hz: every second sample tells as much
WIDTH: Final = 2 * FRAME // TAKEN  # numbers in a row
HALF: Final = WIDTH // 2
UNITS_PER_UV: Final = 4  # integer arithmetic: exact, whatever the chunks
LIMIT_UV: Final = 1e6  # one volt: beyond any electrode
BOX: Final = np.convolve(np.ones(5), np.ones(4))  # zeros at 50 Hz and 62.5 Hz
WEIGHT: Final = 20.0 * UNITS_PER_UV  # of a microvolt in the smoothed signal
STEP: Final = 6  # 24 ms: the slope over it is largest for a QRS complex
LEVEL: Final = 64  # 256 ms before a sample: what its level is told from
LEVEL_SHARE: Final = 0.25  # of the level against the slope: both fill the same range then
BEFORE: Final = LEVEL  # samples before a frame that its row depends on
REACH: Final = 5  # and after it,
PIECES: Final = -(-(BEFORE + FRAME + REACH) // FRAME)  # which lie in so many pieces as long as a frame
SIZE: Final = 100  # frames, 4 s, that the size of the signal is the mean of
FLOOR_UV: Final = 1.5  # smaller slopes are the noise of any amplifier
SCALE: Final = 64.0  # integers per unit of what comes out,
TOP: Final = 1023.0  # which no artefact exceeds
FINE: Final = SCALE**2  # units in which v / sqrt(FINE + |v|) comes out in those of SCALE
ROOTS: Final = 16.0  # integers per root of a microvolt


def _bank() -> FloatArray:
    """Filters, one in each row: slope and level at the samples taken of a frame; exact in binary."""
    bank = np.zeros((WIDTH, PIECES * FRAME))
    for k in range(HALF):
        at = BEFORE + TAKEN * k  # the sample, in the window of the frame
        bank[k, at - 1 : at - 1 + len(BOX)] += BOX
        bank[k, at - 1 - STEP : at - 1 - STEP + len(BOX)] -= BOX
        bank[HALF + k, at - 4 : at - 4 + len(BOX)] += BOX
        bank[HALF + k, at - LEVEL : at] -= BOX.sum() / LEVEL
        bank[HALF + k] *= LEVEL_SHARE
    return bank


BANK: Final = _bank()
MANY: Final = 128  # frames up to which it is remembered what they are made of: bounds what is kept
# Arrays, not numbers: numpy turns every number it is given into one.
UNITS, PER_WEIGHT, PER_ROOTS, FLOOR, FINES, COARSE, HIGH, LOW = (
    np.array(one)
    for one in (UNITS_PER_UV, 1.0 / WEIGHT, 1.0 / (SIZE * ROOTS), FLOOR_UV, FINE, WEIGHT / FINE, TOP, -TOP)
)
SPARE: Final = np.zeros(PIECES * FRAME - BEFORE - FRAME - REACH)  # fills the last piece, and weighs nothing


NO_SLOPES: Final = np.empty((HALF, 0))


@lru_cache(maxsize=16)
def _windows(n: int) -> NDArray[np.intp]:
    """Which pieces ``n`` frames are made of: (n, ``PIECES``); quicker to fetch than single samples."""
    return np.arange(n)[:, None] + np.arange(PIECES)


class Front:
    """Streams samples at 250 Hz (uV) into rows of integers, one for each frame of 40 ms.

    A row holds the slope and the level at five samples of its frame, divided by the usual size of the slope
    in the last four seconds and compressed, v / sqrt(1 + |v|): a beat of 50 uV looks like one of 5 mV. Every
    step is exact, or rounded alike everywhere: the same samples give the same rows in any chunks.
    """

    __slots__ = ("_raw", "_roots", "_started", "slopes", "steepest")

    def __init__(self) -> None:
        self._roots: FloatArray = np.empty(0)
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """The first sample pushed next stands for the time before it; ``forget``: also the size."""
        self._started = False
        self._raw: FloatArray = np.empty(0)  # from BEFORE samples before the next frame
        if forget:
            self._roots = np.empty(0)  # of the steepest slope in each frame, up to SIZE
        self.steepest: FloatArray = np.empty(0)  # slope in each frame of the last push, uV per 24 ms
        self.slopes: FloatArray = NO_SLOPES  # all of them, (``HALF``, frames), of no unit

    def push(self, x: FloatArray) -> Rows:
        """The rows that can be made now: (frames, ``WIDTH``)."""
        units = x * UNITS
        np.rint(units, out=units)
        if not self._started and len(units):
            self._started = True
            self._raw = np.full(BEFORE, units[0])
        raw = np.concatenate((self._raw, units, SPARE))
        known = len(raw) - len(SPARE)
        n = max(0, (known - BEFORE - REACH) // FRAME)
        self._raw = raw[n * FRAME : known]
        if not n:
            self.steepest, self.slopes = np.empty(0), NO_SLOPES
            return np.empty((0, WIDTH), np.float32)
        if n <= MANY:
            pieces = raw[: (n + PIECES - 1) * FRAME].reshape(-1, FRAME).take(_windows(n), 0)
            return self._rows(BANK.dot(pieces.reshape(n, -1).T))
        step = raw.strides[0]
        windows = np.ndarray((len(BANK[0]), n), raw.dtype, raw, 0, (step, FRAME * step))
        return self._rows(np.dot(BANK, windows))

    def _rows(self, both: FloatArray) -> Rows:
        """Scales and compresses slopes and levels, (``WIDTH``, frames)."""
        self.slopes = both[:HALF]
        self.steepest = np.maximum.reduce(np.abs(self.slopes))
        self.steepest *= PER_WEIGHT
        roots = np.sqrt(self.steepest)
        roots *= ROOTS
        known = np.concatenate((self._roots, np.rint(roots, out=roots)))
        before, self._roots = len(self._roots), known[-SIZE:]
        total = np.add.accumulate(known)
        if before == SIZE:
            mean = total[SIZE:] - total[:-SIZE]
            mean *= PER_ROOTS
        else:
            last = np.arange(before, len(known))
            first = np.maximum(last - SIZE, -1)
            mean = (total[last] - np.where(first >= 0, total[first], 0.0)) / ((last - first) * ROOTS)
        mean *= mean
        np.maximum(mean, FLOOR, out=mean)
        mean *= COARSE  # powers of two change no digit of what comes out
        both = both / mean  # not in place: the slopes stay
        size = np.abs(both)
        size += FINES
        np.sqrt(size, out=size)
        both /= size
        np.rint(both, out=both)
        np.minimum(both, HIGH, out=both)
        np.maximum(both, LOW, out=both)
        return both.T.astype(np.float32, order="C")

    def state(self) -> State:
        """Everything the next rows depend on."""
        return {"started": self._started, "raw": self._raw.copy(), "roots": self._roots.copy()}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._started = state["started"]
        self._raw = state["raw"]
        self._roots = state["roots"]
