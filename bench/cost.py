"""CPU seconds per hour of ECG, memory, size of the state: ``python -m bench.cost [--chunk S] [--json]``."""

from __future__ import annotations

import argparse
import json
import resource
import time
from typing import Final

import numpy as np
import wfdb

from dsp import Pipeline
from dsp.resample import FS_HZ
from tests import recordings

RECORD: Final = "100"
KIB_PER_MIB: Final = 1024.0


def cost(fs_hz: float, chunk_s: float) -> dict[str, float]:
    """CPU seconds per hour and snapshot size for a stream at ``fs_hz`` in chunks of ``chunk_s``."""
    signal = wfdb.rdrecord(str(recordings.path("mitdb", RECORD)), channels=[0])
    seconds = len(signal.p_signal) / signal.fs
    at = np.arange(0.0, seconds, 1.0 / fs_hz) * signal.fs
    uv = np.interp(at, np.arange(len(signal.p_signal)), signal.p_signal[:, 0] * 1000.0).astype(np.int32)
    chunk = max(1, round(chunk_s * fs_hz))
    pipeline = Pipeline(fs_hz)
    started = time.process_time()
    for start in range(0, len(uv), chunk):
        pipeline.push(uv[start : start + chunk])
    cpu = time.process_time() - started
    return {
        "fs_hz": fs_hz,
        "chunk_s": chunk_s,
        "cpu_s_per_h": round(cpu / seconds * 3600.0, 3),
        "snapshot_bytes": len(pipeline.snapshot()),
    }


def main() -> None:
    """Prints the figures for the usual rates and chunks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chunk", type=float, action="append")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = [cost(fs, chunk) for fs in (130.0, FS_HZ, 500.0) for chunk in options.chunk or (0.2, 1.0, 10.0)]
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    if options.json:
        print(json.dumps({"rows": rows, "peak_mib": round(peak_mib, 1)}))
        return
    for r in rows:
        figures = f"{r['cpu_s_per_h']:6.3f} CPU s/h, state {r['snapshot_bytes']} bytes"
        print(f"{r['fs_hz']:6g} Hz, {r['chunk_s']:4g} s chunks: {figures}")
    print(f"peak memory of this process, recording and reader included: {peak_mib:.0f} MiB")


if __name__ == "__main__":
    main()
