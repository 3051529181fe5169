"""Beat detection on MIT-BIH by EC57: ``python -m bench.beats [--peers [--keep]] [--json] [RECORD ...]``.

The stream is pushed in chunks of a second, as a wearable sends it. First lead, beats only, first 5 min not
scored, ventricular flutter excluded. Also says how long after its R peak a beat was reported. With
``--peers`` the detectors of other packages are scored too: all of them take about an hour. ``--keep`` writes
what they reach to a file here, which later runs over all records show; ``--plot F.svg`` draws it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench import peers
from bench.ec57 import Score, score
from daemon.cli.output import progress
from dsp import Beat, Pipeline
from tests import recordings

if TYPE_CHECKING:
    from bench.ec57 import Samples
    from dsp.types import FloatArray

BEATS: Final = frozenset("NLRBAaJSVrFejnE/fQ?")
WINDOWS_S: Final = (0.150, 0.050)
KEPT: Final = Path(__file__).with_name("beats_peers.json")
LATENCY_CHUNK_S: Final = 0.02  # fine enough to see when a beat comes out


@dataclass(frozen=True, slots=True)
class Truth:
    """Annotated beats and the spans of ventricular flutter, samples."""

    beats: Samples
    flutter: tuple[tuple[int, int], ...]


def truth(record: Path) -> Truth:
    """What the annotators of a MIT-BIH record saw."""
    annotation = wfdb.rdann(str(record), "atr")
    samples, symbols = np.asarray(annotation.sample, np.int64), np.asarray(annotation.symbol)
    starts, ends = samples[symbols == "["], samples[symbols == "]"]
    return Truth(
        samples[np.isin(symbols, list(BEATS))],
        tuple((int(a), int(b)) for a, b in zip(starts, ends, strict=True)),
    )


def detected(uv: FloatArray, fs_hz: float, chunk_s: float = 1.0) -> tuple[Samples, FloatArray]:
    """Beats of a streamed record, and seconds from each R peak to its report."""
    pipeline = Pipeline(fs_hz)
    chunk = max(1, round(chunk_s * fs_hz))
    beats: list[int] = []
    delays: list[float] = []
    for start in range(0, len(uv), chunk):
        for result in pipeline.push(uv[start : start + chunk]):
            if isinstance(result, Beat):
                beats.append(result.sample)
                delays.append((pipeline.position - result.sample) / fs_hz)
    beats += [result.sample for result in pipeline.finish() if isinstance(result, Beat)]
    return np.array(beats, np.int64), np.array(delays)


def evaluate(name: str, chunk_s: float) -> tuple[dict[float, Score], FloatArray]:
    """Scores of one record by matching window, and its delays."""
    record = recordings.path("mitdb", name)
    signal = wfdb.rdrecord(str(record), channels=[0])
    known = truth(record)
    beats, delays = detected(signal.p_signal[:, 0] * 1000.0, signal.fs, chunk_s)
    return {
        window: score(known.beats, beats, signal.fs, window_s=window, excluded=known.flutter)
        for window in WINDOWS_S
    }, delays


def compared(names: list[str], wanted: list[peers.Peer]) -> dict[str, dict[str, Any]]:
    """Pooled figures of other packages' detectors, with CPU seconds per hour and records given up on."""
    pooled = {peer.name: dict.fromkeys(WINDOWS_S, Score()) for peer in wanted}
    cost = dict.fromkeys(pooled, 0.0)
    failures = dict.fromkeys(pooled, 0)
    hours = 0.0
    with progress("detecting beats", len(names) * len(wanted)) as tell:
        for done, name in enumerate(names):
            record = recordings.path("mitdb", name)
            signal = wfdb.rdrecord(str(record), channels=[0])
            known = truth(record)
            hours += signal.sig_len / signal.fs / 3600.0
            for k, peer in enumerate(wanted, 1):
                beats, taken, failed = peer.beats(signal.p_signal[:, 0] * 1000.0, signal.fs)
                cost[peer.name] += taken
                failures[peer.name] += failed
                for window, before in pooled[peer.name].items():
                    pooled[peer.name][window] = before + score(
                        known.beats, beats, signal.fs, window_s=window, excluded=known.flutter
                    )
                tell(done * len(wanted) + k)
    return {
        name: row(scores) | {"cpu_s_per_h": round(cost[name] / hours, 2), "failed": failures[name]}
        for name, scores in pooled.items()
    }


def row(scores: dict[float, Score]) -> dict[str, Any]:
    """Figures of a record or of all of them."""
    figures: dict[str, Any] = {}
    for window, s in scores.items():
        ms = round(window * 1000)
        figures |= {f"se_{ms}": round(s.se, 3), f"ppv_{ms}": round(s.ppv, 3), f"f1_{ms}": round(s.f1, 3)}
        figures |= {f"fn_{ms}": s.fn, f"fp_{ms}": s.fp}
    tight = scores[WINDOWS_S[-1]]
    return figures | {"bias_ms": round(tight.bias_ms, 2), "sd_ms": round(tight.sd_ms, 2)}


def keep(beside: dict[str, dict[str, Any]]) -> None:
    """Writes what other packages reached, beside what was kept before."""
    found = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(one)}" for name, one in (found | beside).items())
    KEPT.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def main() -> None:
    """Prints a line per record and the pooled figures, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="*")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--latency", action="store_true", help="push 20 ms at a time and say the delays")
    parser.add_argument("--peers", action="append", nargs="?", const="", metavar="NAME", help="others too")
    parser.add_argument("--keep", action="store_true", help="write down what others reach, for later runs")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    options = parser.parse_args()
    others, absent = ([], []) if options.peers is None else peers.installed(options.peers)
    if absent:
        print(f"not installed, and so not measured: {', '.join(absent)}", file=sys.stderr)
    names = options.records or recordings.names("mitdb")
    pooled = dict.fromkeys(WINDOWS_S, Score())
    rows: dict[str, dict[str, Any]] = {}
    delays: list[FloatArray] = []
    for name in names:
        scores, late = evaluate(name, LATENCY_CHUNK_S if options.latency else 1.0)
        pooled = {window: pooled[window] + scores[window] for window in WINDOWS_S}
        rows[name] = row(scores)
        delays.append(late)
    total = row(pooled)
    if options.latency:
        late = np.concatenate(delays)
        total["delay_s"] = {str(q): round(float(np.percentile(late, q)), 3) for q in (50, 95, 99, 100)}
    beside = compared(names, others)
    if not options.records:
        if options.keep and beside:
            keep(beside)
        beside = beside or (json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {})
    if options.plot:
        from bench.plots import beats_plot  # noqa: PLC0415 - matplotlib, for a picture only

        beats_plot({"pooled": total, "peers": beside}, options.plot)
    wide_name = max(map(len, (*names, *beside)))
    if options.json:
        print(json.dumps({"set": "mitdb", "pooled": total, "records": rows, "peers": beside}))
        return
    for name, figures in [*rows.items(), ("all", total), *beside.items()]:
        wide, near = (
            f"{figures[f'se_{ms}']:7.2f} {figures[f'ppv_{ms}']:7.2f} {figures[f'f1_{ms}']:7.2f}"
            for ms in (150, 50)
        )
        errors = f"({figures['fn_150']:3d} {figures['fp_150']:3d})"
        print(
            f"{name:>{wide_name}}  150 ms {wide} {errors}   50 ms {near}   bias {figures['bias_ms']:+.1f} ms"
        )
    if options.latency:
        print(f"seconds from R peak to report, by percentile: {total['delay_s']}")


if __name__ == "__main__":
    main()
