"""Memory of one pipeline above its imports, in a process of its own: started by ``bench.cost``."""

from __future__ import annotations

import gc
import json
import sys
from typing import Final

import numpy as np
import psutil

from dsp import Pipeline
from dsp.resample import FS_HZ
from tests.dsp.signals import ecg, regular

MIB: Final = 2.0**20
PIECE_S: Final = 600  # made-up signal, over and over: nothing but the pipeline can grow
EARLY_S: Final = 1800  # by then everything that is loaded late is loaded


def memory(hours: float) -> dict[str, float]:
    """MiB above the imports after half an hour of signal, and after ``hours`` of it."""
    process = psutil.Process()
    uv = np.rint(ecg(regular(PIECE_S), PIECE_S, FS_HZ)).astype(np.int32)
    gc.collect()
    before = process.memory_info().rss
    pipeline = Pipeline(FS_HZ)
    found: list[float] = []
    for seconds in (EARLY_S, round(hours * 3600.0) - EARLY_S):
        for k in range(seconds):
            at = k % PIECE_S * FS_HZ
            pipeline.push(uv[at : at + FS_HZ])
        gc.collect()
        found.append((process.memory_info().rss - before) / MIB)
    return {
        "hours": hours,
        "above_imports_mib": round(found[0], 2),
        "growth_mib": round(found[1] - found[0], 2),
    }


if __name__ == "__main__":
    print(json.dumps(memory(float(sys.argv[1]))))
