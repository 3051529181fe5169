"""Made-up ECG for tests: known beats, known waves, known trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WAVES = (  # centre after R (s), width (s), height (uV)
    (-0.17, 0.022, 120.0),
    (-0.028, 0.009, -110.0),
    (0.0, 0.011, 1000.0),
    (0.030, 0.010, -220.0),
    (0.26, 0.045, 260.0),
)
WIDE = ((0.0, 0.034, 1300.0), (0.10, 0.04, -300.0), (0.32, 0.05, -350.0))


def ecg(
    r_s: Sequence[float], length_s: float, fs_hz: float, *, wide: Sequence[int] = (), noise_uv: float = 8.0
) -> NDArray[np.float64]:
    """Samples in uV with R peaks at ``r_s``; beats whose index is in ``wide`` are ventricular."""
    t = np.arange(round(length_s * fs_hz)) / fs_hz
    x = np.random.default_rng(20).normal(0.0, noise_uv, len(t))
    for k, at in enumerate(r_s):
        for centre, width, height in WIDE if k in wide else WAVES:
            near = slice(*np.searchsorted(t, (at + centre - 6 * width, at + centre + 6 * width)))
            x[near] += height * np.exp(-0.5 * ((t[near] - at - centre) / width) ** 2)
    return x


def regular(length_s: float, rr_s: float = 0.8, first_s: float = 0.5) -> list[float]:
    """R peaks of a steady rhythm with a breath of variation."""
    at, out = first_s, []
    while at < length_s - 0.5:
        out.append(at)
        at += rr_s * (1.0 + 0.02 * np.sin(2 * np.pi * at / 4.0))
    return out
