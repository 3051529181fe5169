"""Frames that are well-formed, and that no wearable would send."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from ingest.limits import MAX_ABS_UV, MAX_SEQ, MAX_T_NS

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY_NS: Final = 86_400 * 10**9


def nonsense(count: int, seed: int) -> Iterator[Frame]:
    """So many of them, with numbers, times, rates and lengths that have little to do with each other."""
    rng = random.Random(seed)
    seq, t_ns, fs_hz = 0, time.time_ns(), 250.0
    for _ in range(count):
        seq = rng.choice([seq, seq + 1, seq + 1, seq + rng.randrange(9), rng.randrange(MAX_SEQ), MAX_SEQ, 0])
        t_ns += rng.choice([1, 1, 1, -1]) * rng.choice([0, 10**6, 10**9, 10**10, 365 * DAY_NS])
        t_ns = rng.choice([t_ns, t_ns, t_ns, 0, time.time_ns(), rng.randrange(MAX_T_NS)])
        fs_hz = rng.choice([fs_hz, fs_hz, fs_hz, rng.uniform(100, 1000), 100.0, 1000.0, 130.1])
        n = rng.choice([1, 2, 25, 125, 2000])
        level = rng.choice([0, 1, 500, 5000, MAX_ABS_UV])
        uv = np.array([rng.randint(-level, level) for _ in range(n)], np.int32)
        yield Frame(
            "",
            rng.choice([None, seq % (MAX_SEQ + 1), seq % (MAX_SEQ + 1)]),
            rng.choice([None, t_ns % MAX_T_NS, t_ns % MAX_T_NS]),
            fs_hz,
            uv,
            lead_off=rng.random() < 0.2,
            lead=rng.choice(["I", "I", "I", "II", "ECG lead I"]),
            battery_pct=rng.choice([None, 0, 50, 100]),
        )
