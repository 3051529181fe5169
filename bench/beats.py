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
from dsp.beats import BeatDetector
from dsp.resample import Resampler
from tests import recordings

if TYPE_CHECKING:
    from bench.ec57 import Samples
    from dsp.types import FloatArray

BEATS: Final = frozenset("NLRBAaJSVrFejnE/fQ?")
WINDOWS_S: Final = (0.150, 0.050)
KEPT: Final = Path(__file__).with_name("beats_peers.json")
LATENCY_CHUNK_S: Final = 0.02  # of the stream whose delays are told: fine enough to see when a beat comes out
PIECE_S: Final = 4.0  # but samples needed for a beat do not depend on how they are pushed


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


def detected(uv: FloatArray, fs_hz: float, chunk_s: float = 1.0) -> Samples:
    """Beats of a streamed record."""
    pipeline = Pipeline(fs_hz)
    chunk = max(1, round(chunk_s * fs_hz))
    results = [one for start in range(0, len(uv), chunk) for one in pipeline.push(uv[start : start + chunk])]
    return np.array([one.sample for one in results + pipeline.finish() if isinstance(one, Beat)], np.int64)


def delays(uv: FloatArray, fs_hz: float, beats: Samples) -> FloatArray:
    """Seconds from each R peak to its report, were the record pushed 20 ms at a time.

    The detector says how many samples it had to know of before a beat was certain: a day is told in half a
    minute, not in twenty. Beats that only the end of the record decides are left out.
    """
    resampler, detector = Resampler(fs_hz), BeatDetector()
    piece, chunk = round(PIECE_S * fs_hz), max(1, round(LATENCY_CHUNK_S * fs_hz))
    needed: list[int] = []
    for start in range(0, len(uv), piece):
        x = uv[start : start + piece]
        found = detector.push(*resampler.push(x, np.zeros(len(x), np.bool_)))
        needed += [resampler.inputs_for(one.decided) for one in found]
    reported = -(-np.array(needed, np.int64) // chunk) * chunk
    return (reported - beats[: len(needed)]) / fs_hz


def evaluate(name: str, *, late: bool = False) -> tuple[dict[float, Score], FloatArray]:
    """Scores of one record by matching window, and its delays, if wanted."""
    record = recordings.path("mitdb", name)
    signal = wfdb.rdrecord(str(record), channels=[0])
    known = truth(record)
    uv = signal.p_signal[:, 0] * 1000.0
    beats = detected(uv, signal.fs)
    return {
        window: score(known.beats, beats, signal.fs, window_s=window, excluded=known.flutter)
        for window in WINDOWS_S
    }, delays(uv, signal.fs, beats) if late else np.empty(0)


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
    parser.add_argument("--latency", action="store_true", help="say the delays, of 20 ms at a time")
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
    waits: list[FloatArray] = []
    for name in names:
        scores, waited = evaluate(name, late=options.latency)
        pooled = {window: pooled[window] + scores[window] for window in WINDOWS_S}
        rows[name] = row(scores)
        waits.append(waited)
    total = row(pooled)
    if options.latency:
        late = np.concatenate(waits)
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
