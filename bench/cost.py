"""What the signal chain costs, without classes: ``python -m bench.cost [--peers] [--plot FILE] [--json]``.

CPU seconds per hour of ECG at several rates and chunks, by stage; memory above the imports and its growth in
a long run; the size of a saved state; how many wearables one core carries. The signal is record 100 of
MIT-BIH, read again at the rate wanted; figures are medians of several runs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench.machine import machine
from bench.stages import watching
from dsp import Pipeline
from dsp.resample import FS_HZ
from tests import recordings

if TYPE_CHECKING:
    from dsp.types import IntArray

RECORD: Final = "100"
OTHERS: Final = ("100", "108", "119", "203", "208", "222", "228", "231")  # what the many wearables send
RATES_HZ: Final = (130.0, float(FS_HZ), 500.0)
CHUNKS_S: Final = (0.2, 1.0, 10.0)
REPEATS: Final = 5
WEARABLES: Final = 200
WEARABLE_S: Final = 120  # of signal from each: twelve windows, and learning counts for little
LONG_H: Final = 24.0
PEER: Final = "neurokit2 ecg_process"
HOUR_S: Final = 3600.0


@cache
def samples(record: str, fs_hz: float) -> IntArray:
    """First lead of a MIT-BIH record at another rate, uV."""
    signal = wfdb.rdrecord(str(recordings.path("mitdb", record)), channels=[0])
    at = np.arange(0.0, len(signal.p_signal) / signal.fs, 1.0 / fs_hz) * signal.fs
    uv = np.interp(at, np.arange(len(signal.p_signal)), signal.p_signal[:, 0] * 1000.0)
    found: IntArray = np.rint(uv).astype(np.int32)
    return found


def run(uv: IntArray, fs_hz: float, chunk_s: float) -> Pipeline:
    """Streams a record through a new pipeline."""
    pipeline = Pipeline(fs_hz)
    chunk = max(1, round(chunk_s * fs_hz))
    for start in range(0, len(uv), chunk):
        pipeline.push(uv[start : start + chunk])
    return pipeline


def cost(fs_hz: float, chunk_s: float, repeats: int = REPEATS) -> dict[str, Any]:
    """CPU seconds per hour of signal: all together, and by stage."""
    uv = samples(RECORD, fs_hz)
    hours = len(uv) / fs_hz / HOUR_S
    spent = []
    for _ in range(repeats):
        started = time.process_time()
        pipeline = run(uv, fs_hz, chunk_s)
        spent.append((time.process_time() - started) / hours)
    with watching() as stages:
        run(uv, fs_hz, chunk_s)
    usual = median(spent)
    return {
        "fs_hz": fs_hz,
        "chunk_s": chunk_s,
        "cpu_s_per_h": round(usual, 3),
        "least": round(min(spent), 3),
        "stages": {name: round(share * usual, 4) for name, share in stages.shares().items()},
        "snapshot_bytes": len(pipeline.snapshot()),
    }


def many(wearables: int, seconds: int, fs_hz: float = FS_HZ) -> dict[str, float]:
    """So many wearables in turn on one core, a second of each at a time: how many would keep up."""
    n = round(fs_hz)
    signals = [samples(record, fs_hz) for record in OTHERS]
    pipelines = [Pipeline(fs_hz) for _ in range(wearables)]
    starts = [7 * n * k for k in range(wearables)]  # no two the same
    started = time.process_time()
    for second in range(seconds):
        for k, pipeline in enumerate(pipelines):
            uv = signals[k % len(signals)]
            at = (starts[k] + second * n) % (len(uv) - n)
            pipeline.push(uv[at : at + n])
    cpu_s = time.process_time() - started
    return {
        "wearables": wearables,
        "seconds": seconds,
        "cpu_s": round(cpu_s, 2),
        "per_core": round(wearables * seconds / cpu_s),
    }


def memory(hours: float) -> dict[str, float]:
    """Memory in MiB of a fresh process above its imports, early and after so many hours of signal."""
    command = [sys.executable, "-m", "bench.cost_memory", str(hours)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def peer(fs_hz: float = FS_HZ) -> dict[str, Any] | None:
    """neurokit2's whole chain on the same record, all at once; None where it is not installed."""
    if find_spec("neurokit2") is None:
        return None
    import neurokit2  # noqa: PLC0415 - 3.4 s of import, for the comparison only

    uv = samples(RECORD, fs_hz)
    neurokit2.ecg_process(uv[: 20 * round(fs_hz)] / 1000.0, sampling_rate=round(fs_hz))  # imports the rest
    started = time.process_time()
    neurokit2.ecg_process(uv / 1000.0, sampling_rate=round(fs_hz))
    cpu = (time.process_time() - started) / (len(uv) / fs_hz / HOUR_S)
    return {"name": PEER, "version": neurokit2.__version__, "cpu_s_per_h": round(cpu, 3)}


def show(table: dict[str, Any]) -> None:
    """Prints the figures."""
    for row in table["rows"]:
        figures = f"{row['cpu_s_per_h']:6.3f} CPU s/h, state {row['snapshot_bytes']} bytes"
        print(f"{row['fs_hz']:6g} Hz, {row['chunk_s']:4g} s chunks: {figures}")
        parts = ", ".join(f"{name} {value:.3f}" for name, value in row["stages"].items())
        print(f"    {parts}")
    if table["peer"]:
        print(f"{PEER} {table['peer']['version']}: {table['peer']['cpu_s_per_h']:.2f} CPU s/h, all at once")
    for name, value in (table["memory"] | table["many"]).items():
        print(f"{name:24} {value:g}")


def main() -> None:
    """Prints the figures for the usual rates and chunks, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chunk", type=float, action="append", metavar="SECONDS")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--hours", type=float, default=LONG_H, help="of signal in the long run")
    parser.add_argument("--wearables", type=int, default=WEARABLES)
    parser.add_argument("--peers", action="store_true", help=f"{PEER} too")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    chunks = options.chunk or CHUNKS_S
    other = peer() if options.peers else None
    if options.peers and other is None:
        print(f"not installed, and so not measured: {PEER}", file=sys.stderr)
    table: dict[str, Any] = {
        **machine(numpy=np.__version__, chain=Pipeline.version),
        "rows": [cost(fs_hz, chunk, options.repeats) for fs_hz in RATES_HZ for chunk in chunks],
        "many": many(options.wearables, WEARABLE_S),
        "memory": memory(options.hours),
        "peer": other,
    }
    if options.plot:
        from bench.cost_plot import cost_plot  # noqa: PLC0415 - matplotlib, for a picture only

        cost_plot(table, options.plot)
    if options.json:
        print(json.dumps(table))
    else:
        show(table)


if __name__ == "__main__":
    main()
