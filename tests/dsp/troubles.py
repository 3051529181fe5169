"""What may happen to an ECG between the skin and us: each takes samples in uV and gives them spoilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import FloatArray

    Trouble = Callable[[FloatArray, float], FloatArray]

SPIKE_UV: Final = 3000.0  # a unipolar pacemaker's spike at the skin
SPIKE_S: Final = 0.002
SPIKE_BEFORE_S: Final = 0.06


def _time(uv: FloatArray, fs_hz: float) -> FloatArray:
    return np.arange(len(uv)) / fs_hz


def mains(hz: float) -> Trouble:
    """Hum of 0.3 mV."""
    return lambda uv, fs_hz: uv + 300.0 * np.sin(2.0 * np.pi * hz * _time(uv, fs_hz))


def jumps(uv: FloatArray, fs_hz: float) -> FloatArray:
    """The baseline leaps by up to 5 mV every seven seconds, and creeps back."""
    t = _time(uv, fs_hz)
    since = t % 7.0
    sign = np.where((t // 7.0) % 2.0 == 0.0, 1.0, -0.6)
    return uv + np.where(t >= 7.0, 5000.0 * sign * np.exp(-since / 1.5), 0.0)


def saturated(uv: FloatArray, fs_hz: float) -> FloatArray:  # noqa: ARG001 - a Trouble
    """The front end clips a fifth of the height of the beats off."""
    usual = float(np.median(uv))
    reach = 0.8 * float(np.quantile(np.abs(uv - usual), 0.999))
    return np.clip(uv, usual - reach, usual + reach)


def wandering(uv: FloatArray, fs_hz: float) -> FloatArray:
    """The baseline swings by 2 mV with each breath, and more slowly."""
    t = _time(uv, fs_hz)
    return uv + 2000.0 * np.sin(2.0 * np.pi * 0.25 * t) + 1500.0 * np.sin(2.0 * np.pi * 0.07 * t)


def steps(uv: FloatArray, fs_hz: float) -> FloatArray:
    """The gain falls to a fifth after a third of the time, and rises to five times after two thirds."""
    t = _time(uv, fs_hz) / (len(uv) / fs_hz)
    return (uv - np.median(uv)) * np.where(t < 1.0 / 3.0, 1.0, np.where(t < 2.0 / 3.0, 0.2, 5.0))


def sized(height_uv: float) -> Trouble:
    """QRS complexes of this height, beside 1.5 uV of the amplifier's noise."""

    def trouble(uv: FloatArray, fs_hz: float) -> FloatArray:
        centred = uv - np.median(uv)
        usual = float(np.median(np.abs(centred).reshape(-1, round(2.0 * fs_hz)).max(axis=1)))
        return centred * (height_uv / usual) + np.random.default_rng(7).normal(0.0, 1.5, len(uv))

    return trouble


def blinks(uv: FloatArray, fs_hz: float) -> FloatArray:
    """40 ms without a number every 3.1 s."""
    out = uv.copy()
    out[_time(uv, fs_hz) % 3.1 < 0.04] = np.nan
    return out


def overflows(uv: FloatArray, fs_hz: float) -> FloatArray:
    """Single samples at the ends of what 32 bits hold, every 4.7 s."""
    out = uv.copy()
    at = np.arange(round(2.0 * fs_hz), len(uv), round(4.7 * fs_hz))
    out[at[::2]], out[at[1::2]] = 2.0**31 - 1.0, -(2.0**31)
    return out


def spiked(r_s: FloatArray) -> Trouble:
    """A pacemaker's spike 60 ms before each of these R peaks."""

    def trouble(uv: FloatArray, fs_hz: float) -> FloatArray:
        out = uv.copy()
        width = max(1, round(SPIKE_S * fs_hz))
        for at in np.round((r_s - SPIKE_BEFORE_S) * fs_hz).astype(np.int64):
            out[max(0, at) : max(0, at + width)] += SPIKE_UV
        return out

    return trouble


def resampled(uv: FloatArray, fs_hz: float, wanted_hz: float) -> FloatArray:
    """The same at another rate."""
    t = np.arange(0.0, (len(uv) - 1) / fs_hz, 1.0 / wanted_hz)
    if wanted_hz < fs_hz:  # nothing above half the new rate
        half = int(fs_hz / wanted_hz)
        uv = np.convolve(uv, np.ones(2 * half - 1) / (2 * half - 1), "same") if half > 1 else uv
    again: FloatArray = np.interp(t, np.arange(len(uv)) / fs_hz, uv)
    return again
