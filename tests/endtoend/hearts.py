"""Signals to send: deterministic, cheap, and different at every place so that nothing can be mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from dsp.types import FloatArray, IntArray

FS_HZ: Final = 250.0
NOISE_UV: Final = 8.0
# Height (uV), middle and width (s) of P, Q, R, S and T against the R peak.
_WAVES: Final = (
    (120, -0.16, 0.025),
    (-90, -0.03, 0.010),
    (1100, 0.0, 0.011),
    (-220, 0.03, 0.012),
    (260, 0.26, 0.050),
)


def ecg(
    beats_s: Sequence[float] | FloatArray, seconds: float, *, seed: int = 1, fs_hz: float = FS_HZ
) -> IntArray:
    """A heart that beats at ``beats_s``, int32 microvolts, with a little noise of its own."""
    n = round(seconds * fs_hz)
    t_s = np.arange(n) / fs_hz
    uv = np.random.default_rng(seed).normal(0.0, NOISE_UV, n)
    for beat_s in beats_s:
        low, high = np.searchsorted(t_s, (beat_s - 0.4, beat_s + 0.5))
        for height, middle, width in _WAVES:
            uv[low:high] += height * np.exp(-(((t_s[low:high] - beat_s - middle) / width) ** 2) / 2)
    return uv.round().astype(np.int32)


def steady(seconds: float, *, rate_bpm: float = 72.0, seed: int = 1, fs_hz: float = FS_HZ) -> IntArray:
    """Sinus rhythm, with the small irregularity that a healthy heart has."""
    rr_s = 60.0 / rate_bpm * (1 + 0.02 * np.random.default_rng(seed).standard_normal(round(seconds * 4)))
    beats_s = np.cumsum(rr_s)
    return ecg(beats_s[beats_s < seconds], seconds, seed=seed, fs_hz=fs_hz)


def pausing(seconds: float, *, every_s: float, pause_s: float, seed: int = 1) -> IntArray:
    """Sinus rhythm that stands still for ``pause_s`` every now and then."""
    beats_s, at_s, next_s = [], 0.5, every_s
    while at_s < seconds:
        beats_s.append(at_s)
        step_s = 0.85
        if at_s > next_s:
            step_s, next_s = pause_s, at_s + every_s
        at_s += step_s
    return ecg(beats_s, seconds, seed=seed)


async def frames(uv: IntArray, n: int, *, fs_hz: float = FS_HZ, lead: str = "I") -> AsyncIterator[Frame]:
    """``uv`` cut into frames of ``n`` samples."""
    for start in range(0, len(uv), n):
        yield Frame("", None, None, fs_hz, uv[start : start + n], lead=lead)
