"""Cost of each shipped model: ``OPENBLAS_NUM_THREADS=1 python -m bench.inference [--json] [--repeats N]``.

CPU time of one thread for a window of ten seconds of one lead, input preparation included; the rhythm network
also as it would be in floating point, with the same weights.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

import dsp
from bench.inference_float import without_integers
from bench.machine import machine, show
from dsp import models, network, quality, wave_net, waves
from dsp.record_rhythm import at_chain_rate
from dsp.resample import FS_HZ
from tests import recordings

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import FloatArray

FOLDER: Final = Path(dsp.__file__).parent
RECORD: Final = "119"
WINDOW: Final = 10 * FS_HZ
HALF_MINUTE: Final = 30 * FS_HZ
LENGTH: Final = 360 * 32  # samples of it: a little more than what any model looks at
REPEATS: Final = 200
LIMIT_BYTES: Final = 500_000  # what a model may weigh
LIMIT_MS: Final = 0.5  # and cost


def ways(uv: FloatArray) -> dict[str, tuple[str, Callable[[], object]]]:
    """What to run, with the file it runs, on 30 s at 250 Hz or more."""
    ten, thirty = uv[:WINDOW], uv[:HALF_MINUTE]
    beats = [round(b.sample) for b in dsp.analyze(ten, float(FS_HZ)).beats]
    rhythm = models.shipped()
    plain = without_integers(models.FILE)
    ready = {n: models.PREPARATIONS["rhythm-1"][0](uv[:n])[None, :] for n in (WINDOW, HALF_MINUTE)}
    heat = network.Heat(network.own())
    off = np.zeros(WINDOW, np.bool_)
    return {
        "rhythm, 10 s": ("rhythm.onnx", lambda: rhythm.probabilities(ten)),
        "rhythm, 30 s": ("rhythm.onnx", lambda: rhythm.probabilities(thirty)),
        "rhythm, 10 s, network alone": ("rhythm.onnx", lambda: rhythm.run(ready[WINDOW])),
        "rhythm, 10 s, network alone, float": ("rhythm.onnx", lambda: plain(ready[WINDOW])),
        "rhythm, 30 s, network alone": ("rhythm.onnx", lambda: rhythm.run(ready[HALF_MINUTE])),
        "rhythm, 30 s, network alone, float": ("rhythm.onnx", lambda: plain(ready[HALF_MINUTE])),
        "beats": ("beat_network.npz", lambda: heat.push(ten)),
        "quality": ("quality_model.npz", lambda: quality.assess(ten, off, beats, cut=False)),
        "waves": (
            "waves.npz",
            lambda: waves.follow(ten, 0, beats, waves.FRESH, net=wave_net.shipped()),
        ),
    }


def spent(todo: dict[str, tuple[str, Callable[[], object]]], repeats: int) -> dict[str, float]:
    """Median milliseconds of CPU of each, in turns: what disturbs one disturbs all."""
    times: dict[str, list[float]] = {name: [] for name in todo}
    for _ in range(repeats):
        for name, (_, run) in todo.items():
            run()  # what came before has left the caches to others
            started = time.thread_time_ns()
            run()
            times[name].append((time.thread_time_ns() - started) / 1e6)
    return {name: round(median(values), 3) for name, values in times.items()}


def measured(repeats: int) -> dict[str, Any]:
    """Bytes of every model in the package, and milliseconds for a window."""
    signal = wfdb.rdrecord(str(recordings.path("mitdb", RECORD)), channels=[0], sampto=LENGTH)
    uv = at_chain_rate(signal.p_signal[:, 0] * 1000.0, signal.fs)
    files = sorted((*FOLDER.glob("*.onnx"), *FOLDER.glob("*.npz")))
    todo = ways(uv)
    timed = {file for file, _ in todo.values()}
    figures: dict[str, float] = {f"{path.name}, bytes": path.stat().st_size for path in files}
    figures |= {f"{name}, ms": ms for name, ms in spent(todo, repeats).items()}
    return {
        **machine(numpy=np.__version__),
        "without VNNI": "not measured: onnxruntime asks the processor and takes no option for it",
        **figures,
        "not timed here": ", ".join(path.name for path in files if path.name not in timed) or "none",
        "within the limits": all(path.stat().st_size <= LIMIT_BYTES for path in files)
        and all(ms <= LIMIT_MS for name, ms in figures.items() if name.endswith("10 s, ms")),
    }


def main() -> None:
    """Prints the figures, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    show(measured(options.repeats), as_json=options.json)


if __name__ == "__main__":
    main()
