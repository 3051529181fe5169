"""Streaming resampling from any wearable's rate to the chain's own."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import FS_MAX_HZ, FS_MIN_HZ, HearthError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

FS_HZ: Final = 250  # the chain's rate: 4 ms is finer than any tolerance on a wave boundary
PHASES: Final = 256  # sub-sample positions in the table: timing error below 1/512 of an input sample
MAX_DENOMINATOR: Final = 1000  # rates are taken as fractions: 130.1 Hz is 1301/10
PASS_HZ: Final = 60.0  # kept flat: all that delineation and the mains estimate look at
STOP_HZ: Final = 200.0  # what lies above folds into the pass band at the chain's rate
MIN_TAPS: Final = 16  # upsampling: images of the pass band fall below -50 dB


class RateError(HearthError):
    """A sample rate that the chain does not take. ``fs_hz``: the rate given."""

    def __init__(self, fs_hz: float) -> None:
        super().__init__(f"sample rate {fs_hz} Hz is outside {FS_MIN_HZ:g} to {FS_MAX_HZ:g} Hz")
        self.fs_hz = fs_hz


@lru_cache(maxsize=8)
def _taps(fs_hz: float) -> FloatArray:
    """Windowed-sinc taps for every sub-sample position: (PHASES, K), each row summing to one."""
    half = max(MIN_TAPS, 2 * int(np.ceil(2.0 * fs_hz / (STOP_HZ - PASS_HZ)))) // 2
    cutoff = min(0.5, 0.5 * (PASS_HZ + STOP_HZ) / fs_hz)  # cycles per input sample
    t = np.arange(-half + 1, half + 1)[None, :] - (np.arange(PHASES) / PHASES)[:, None]
    taps = 2 * cutoff * np.sinc(2 * cutoff * t) * (0.54 + 0.46 * np.cos(np.pi * t / (half + 0.5)))
    return np.ascontiguousarray(taps / taps.sum(axis=1, keepdims=True))


class Resampler:
    """Turns samples at ``fs_hz`` into samples at ``FS_HZ``: output m is at input m * fs_hz / FS_HZ, unbiased.

    The same samples in any chunks give bit-identical output: each output is its own short product sum.

    Raises:
        RateError: the rate is outside 100 to 1000 Hz.
    """

    __slots__ = ("_buffer", "_half", "_mask", "_taps", "den", "m", "n_in", "num")

    def __init__(self, fs_hz: float) -> None:
        if not FS_MIN_HZ <= fs_hz <= FS_MAX_HZ:
            raise RateError(fs_hz)
        step = Fraction(fs_hz).limit_denominator(MAX_DENOMINATOR) / FS_HZ
        self.num, self.den = step.numerator, step.denominator
        self._taps = _taps(fs_hz)
        self._half = self._taps.shape[1] // 2
        self.reset()

    def reset(self) -> None:
        """Forgets the past: the next sample is input 0 and output 0."""
        self.m = 0  # outputs made
        self.n_in = 0  # inputs taken
        self._buffer: FloatArray = np.empty(0)
        self._mask: NDArray[np.bool_] = np.empty(0, np.bool_)

    def push(self, x: FloatArray, mask: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Outputs that can be made now, and the mask at the same positions. ``x`` and ``mask``: (n,)."""
        if not len(x):
            return x, mask
        if self.num == self.den:
            self.n_in += len(x)
            self.m += len(x)
            return x, mask
        if self.n_in == 0:  # the first value stands for the time before it
            x = np.concatenate((np.full(self._half - 1, x[0]), x))
            mask = np.concatenate((np.full(self._half - 1, mask[0]), mask))
            self.n_in = -(self._half - 1)
        self._buffer = np.concatenate((self._buffer, x))
        self._mask = np.concatenate((self._mask, mask))
        self.n_in += len(x)
        last = self.n_in - 1 - self._half  # position of the newest sample with all its neighbours
        return self._make(last * self.den // self.num + 1)

    def finish(self) -> tuple[FloatArray, NDArray[np.bool_]]:
        """The outputs still owed, the last value standing for the time after the end."""
        if self.num == self.den or self.n_in <= 0:
            return np.empty(0), np.empty(0, np.bool_)
        end = (self.n_in - 1) * self.den // self.num + 1
        self._buffer = np.concatenate((self._buffer, np.full(self._half, self._buffer[-1])))
        self._mask = np.concatenate((self._mask, np.full(self._half, self._mask[-1])))
        self.n_in += self._half
        out = self._make(end)
        self.n_in -= self._half
        return out

    def inputs_for(self, n: int) -> int:
        """Inputs that must be known before the first ``n`` outputs are out."""
        if self.num == self.den:
            return n
        return int(-(-(n - 1) * self.num // self.den) + self._half + 1)

    def to_input(self, m: float) -> int:
        """Input index nearest to output position ``m``."""
        return round(m * self.num / self.den)

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {"m": self.m, "n_in": self.n_in, "buffer": self._buffer.copy(), "mask": self._mask.copy()}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self.m = state["m"]
        self.n_in = state["n_in"]
        self._buffer = state["buffer"]
        self._mask = state["mask"]

    def _make(self, end: int) -> tuple[FloatArray, NDArray[np.bool_]]:
        if end <= self.m:
            return np.empty(0), np.empty(0, np.bool_)
        first = self.n_in - len(self._buffer)
        at = np.arange(self.m, end, dtype=np.int64) * self.num
        whole = at // self.den
        phase = (at - whole * self.den) * PHASES // self.den
        whole -= first
        length, step = 2 * self._half, self._buffer.strides[0]
        shape = (len(self._buffer) - length + 1, length)
        windows = np.ndarray(shape, self._buffer.dtype, self._buffer, 0, (step, step))
        out = np.einsum("mk,mk->m", windows.take(whole - (self._half - 1), 0), self._taps.take(phase, 0))
        mask = self._mask.take(whole)
        self.m = end
        drop = max(0, end * self.num // self.den - (self._half - 1) - first)
        self._buffer = self._buffer[drop:]
        self._mask = self._mask[drop:]
        return out, mask
