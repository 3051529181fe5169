"""RR intervals of hearts with a known rhythm, in 1/1024 s. A fixed seed: the same heart each time."""

from __future__ import annotations

from typing import Final

import numpy as np

from dsp.types import RR_HZ

SEED: Final = 20260321


def regular(bpm: float, seconds: float, *, seed: int = SEED) -> list[int]:
    """An even rhythm that breathes: fifteen breaths a minute move it by 3 %."""
    rng = np.random.default_rng(seed)
    found: list[int] = []
    at = 0.0
    while at < seconds:
        length = 60.0 / bpm * (1.0 + 0.03 * np.sin(2.0 * np.pi * at / 4.0) + 0.005 * rng.standard_normal())
        found.append(round(length * RR_HZ))
        at += length
    return found


def af(bpm: float, seconds: float, *, seed: int = SEED) -> list[int]:
    """Intervals without any order, as in atrial fibrillation."""
    rng = np.random.default_rng(seed)
    found: list[int] = []
    at = 0.0
    while at < seconds:
        length = max(0.3, 60.0 / bpm * (1.0 + 0.22 * rng.standard_normal()))
        found.append(round(length * RR_HZ))
        at += length
    return found
