"""What spoils a wearable's signal: its own noise, the mains, breathing, muscles, movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from dsp.types import FloatArray

# Where the energy of each source lies, Hz: electrode movement and wander as in the NSTDB's em and bw records.
BANDS_HZ: Final[dict[str, tuple[float, float]]] = {
    "motion": (0.8, 14.0),
    "muscle": (20.0, 48.0),
    "baseline": (0.05, 0.5),
}
BREATH_HZ: Final = 0.25
WANDER: Final = ((0.031, 0.5), (0.083, 0.35))  # Hz and share of the breath's amplitude: slow baseline
FIBRILLATION_UV: Final = 0.05  # f waves as a share of the R peak
FIBRILLATION_HZ: Final = 6.1  # 366 a minute


class ColouredNoise:
    """A stream of noise of one band with standard deviation 1; ``fs_hz`` in Hz."""

    def __init__(self, band_hz: tuple[float, float], fs_hz: float, random: np.random.Generator) -> None:
        from scipy.signal import butter, sosfilt_zi  # noqa: PLC0415 - half a second, where noise is heard only

        high = min(band_hz[1], 0.45 * fs_hz)
        self._sos = butter(2, (band_hz[0], high), "bandpass", fs=fs_hz, output="sos")
        self._state = sosfilt_zi(self._sos) * 0.0
        self._random = random
        # A band of white noise keeps its share of the variance; a 2nd order band-pass is 1.11 times as wide.
        self._gain = 1.0 / np.sqrt(1.11 * (high - band_hz[0]) / (fs_hz / 2.0))

    def take(self, n: int) -> FloatArray:
        """The next ``n`` samples."""
        from scipy.signal import sosfilt  # noqa: PLC0415 - as above

        out, self._state = sosfilt(self._sos, self._random.standard_normal(n), zi=self._state)
        return np.asarray(out * self._gain)


def baseline(t_s: FloatArray, breathing_uv: float) -> FloatArray:
    """Breathing and slow wander at ``t_s``, uV."""
    out = np.sin(2 * np.pi * BREATH_HZ * t_s)
    for hz, share in WANDER:
        out += share * np.sin(2 * np.pi * hz * t_s)
    return out * breathing_uv


def mains(t_s: FloatArray, hz: float, amplitude_uv: float) -> FloatArray:
    """Mains hum at ``t_s``, uV."""
    return amplitude_uv * np.sin(2 * np.pi * hz * t_s)


def fibrillation(t_s: FloatArray, amplitude_uv: float) -> FloatArray:
    """Fibrillation waves at ``t_s``, uV: a saw tooth of wandering rate and height (Stridh 2001)."""
    turn = 2 * np.pi * (FIBRILLATION_HZ * t_s + 0.9 * np.sin(2 * np.pi * 0.11 * t_s))
    height = FIBRILLATION_UV * amplitude_uv * (1.0 + 0.3 * np.sin(2 * np.pi * 0.23 * t_s))
    return height * sum(np.sin(k * turn) / k for k in (1, 2, 3))


def within(t_s: FloatArray, start_s: float, end_s: float) -> FloatArray:
    """1.0 where ``t_s`` lies in [start, end), else 0.0."""
    return ((t_s >= start_s) & (t_s < end_s)).astype(np.float64)
