"""What wearables do to a signal, done to the examples of the rhythm network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.rhythm_input import FS_HZ, SECOND, scaled
from training.rhythm_data import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.rhythm_config import Augment

NOISE: Final = CLASSES.index("~")
MAINS_HZ: Final = (50.0, 60.0)
DULL: Final = np.array([0.25, 0.5, 0.25])  # what is left of 100 Hz, or of a wearable's own low-pass
DEEP: Final = (2.0, 8.0)  # usual peaks of noise that nobody reads a rhythm through
STEP_S: Final = 0.25  # time constant of an electrode that has moved


class Wearables:
    """Draws examples from records: ``noises`` are real ones, uV at 125 Hz."""

    def __init__(self, augment: Augment, noises: Sequence[FloatArray], rng: np.random.Generator) -> None:
        self._do, self._noises, self._rng = augment, noises, rng

    def example(self, row: NDArray[np.int16], y: int, n: int) -> tuple[NDArray[np.float32], int]:
        """At most ``n`` samples of a record, disturbed and prepared, and their class."""
        rng, do = self._rng, self._do
        x = self._cut(row, n)
        size = _size(x)
        if self._happens(do.flip):
            x = -x
        if self._happens(do.swell):
            wave = np.sin(2.0 * np.pi * (rng.uniform(0.03, 0.3) * np.arange(len(x)) / FS_HZ + rng.random()))
            x = x * (1.0 + rng.uniform(0.0, do.most_swell) * wave)
        if self._happens(do.noise):
            x = x + size * rng.uniform(0.0, do.most_noise) * self._noise(len(x))
        if self._happens(do.hiss):
            x = x + size * rng.uniform(0.0, do.most_hiss) * rng.standard_normal(len(x))
        if self._happens(do.mains):
            x = x + size * rng.uniform(0.0, do.most_mains) * self._mains(len(x))
        if self._happens(do.dull):
            x = np.convolve(x, DULL, mode="same")
        if self._happens(do.saturate):
            limit = size * rng.uniform(0.4, 1.0)
            x = np.clip(x, -limit, limit)
        if self._happens(do.drop):
            lost = int(rng.uniform(0.05, do.longest_drop_s) * FS_HZ)
            first = int(rng.integers(max(1, len(x) - lost)))
            x[first : first + lost] = x[first] if rng.random() < 0.5 else 0.0  # noqa: PLR2004 - either
        if self._happens(do.drown):
            x = x + size * rng.uniform(*DEEP) * self._noise(len(x))
            y = NOISE
        return scaled(x), y

    def _happens(self, share: float) -> bool:
        return bool(self._rng.random() < share)

    def _cut(self, row: NDArray[np.int16], n: int) -> FloatArray:
        """A piece of the record, faster or slower."""
        rng, do = self._rng, self._do
        speed = 1.0 + rng.uniform(-do.most_stretch, do.most_stretch) if self._happens(do.stretch) else 1.0
        taken = min(len(row), int(n * speed))
        first = int(rng.integers(len(row) - taken + 1))
        x = row[first : first + taken].astype(np.float64)
        if speed == 1.0:
            return x
        return np.interp(np.arange(0.0, taken - 1, speed), np.arange(taken), x)[:n]

    def _noise(self, n: int) -> FloatArray:
        """Noise of a usual peak of one: real, or of an electrode that moves."""
        rng = self._rng
        if rng.random() < 1.0 / 3.0:
            jumps = rng.standard_normal(n) * (rng.random(n) < rng.uniform(0.2, 2.0) / FS_HZ)
            decay = np.exp(-np.arange(5 * int(STEP_S * FS_HZ)) / (STEP_S * FS_HZ))
            x = np.convolve(jumps, decay)[:n] + 1e-3 * rng.standard_normal(n)
            return x / max(float(np.abs(x).max()), 1e-3)
        whole = self._noises[int(rng.integers(len(self._noises)))]
        first = int(rng.integers(len(whole) - n))
        x = whole[first : first + n]
        return x / _size(x)

    def _mains(self, n: int) -> FloatArray:
        hz = MAINS_HZ[int(self._rng.integers(2))] + self._rng.uniform(-0.2, 0.2)
        return np.sin(2.0 * np.pi * (hz * np.arange(n) / FS_HZ + self._rng.random()))


def _size(x: FloatArray) -> float:
    seconds = len(x) // SECOND
    peaks = np.abs(x[: seconds * SECOND]).reshape(seconds, SECOND).max(axis=1)
    return max(float(np.median(peaks)), 1.0)
