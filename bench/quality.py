"""Signal quality: ``python -m bench.quality [--part K/N] [--peers] [--plot F.svg] [--json]``.

How well the quality of a recording tells the noise class of CinC 2017 from the rest: the area under the
curve. The score of a recording is the mean of its windows' scores, by their length; the share of it that is
analysable and its worst window are given beside it.

And what "analysable" is worth: EC57 scores of the beats inside windows so called and outside, on MIT-BIH
records 118 and 119 with calibrated noise, after the learning time.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench import quality_peers
from bench.ec57 import Score, score
from bench.nst import RECORDS, SNRS_DB, stressed
from bench.rhythm import auc
from daemon.cli.output import progress
from dsp import analyze
from tests import recordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bench.nst import Stressed
    from dsp import Analysis, Window

NOISE: Final = "~"
STEP: Final = 0.1  # of the score, for the calibration curve
FEW: Final = 50  # beats below which a step of the curve says nothing
HEARTH: Final = "Hearth"


def record_scores(found: Analysis) -> dict[str, float]:
    """Ways to score a recording by its windows."""
    lengths = np.array([w.n for w in found.windows], np.float64)
    values = np.array([w.quality.score for w in found.windows])
    good = np.array([w.quality.analysable for w in found.windows], np.float64)
    if not len(lengths):
        return dict.fromkeys((HEARTH, f"{HEARTH}, share analysable", f"{HEARTH}, worst window"), 0.0)
    return {
        HEARTH: float(np.average(values, weights=lengths)),
        f"{HEARTH}, share analysable": float(np.average(good, weights=lengths)),
        f"{HEARTH}, worst window": float(values.min()),
    }


def noise_auc(part: int, parts: int, peers: Sequence[quality_peers.QualityPeer]) -> dict[str, Any]:
    """By score: the area under the curve, and recordings that could not be scored (counted as the worst)."""
    with (recordings.folder("cinc2017") / "REFERENCE.csv").open() as file:
        known = dict(csv.reader(file))
    names = sorted(known)[part::parts]
    found: dict[str, list[float | None]] = {}
    with progress("scoring recordings", len(names)) as tell:
        for done, name in enumerate(names, 1):
            signal = wfdb.rdrecord(str(recordings.path("cinc2017", name)))
            uv = signal.p_signal[:, 0] * 1000.0
            for title, value in record_scores(analyze(uv, signal.fs)).items():
                found.setdefault(title, []).append(value)
            for peer in peers:
                found.setdefault(peer.name, []).append(peer.score(uv, signal.fs))
            tell(done)
    noisy = np.array([known[name] == NOISE for name in names])
    rows: dict[str, dict[str, float | None]] = {}
    for title, values in found.items():
        failed = sum(value is None for value in values)
        filled = np.array([-np.inf if value is None else value for value in values])
        if failed < len(values):
            rows[title] = {
                "auc": round(auc(filled[noisy].tolist(), filled[~noisy].tolist()), 4),
                "failed": failed,
            }
        else:
            rows[title] = {"auc": None, "failed": failed}
    return {"records": len(names), "noise": int(noisy.sum()), "scores": rows}


def calibration(records: Iterable[Stressed]) -> dict[str, Any]:
    """Beats by their window: analysable or not at each SNR, and by steps of the score."""
    runs = [(record, analyze(record.uv, record.fs_hz)) for record in records]
    by_snr = {}
    for snr_db in (*sorted({record.snr_db for record, _ in runs}, reverse=True), None):
        some = [run for run in runs if snr_db is None or run[0].snr_db == snr_db]
        total = sum(w.n for record, found in some for w in _scored(record, found))
        good = sum(w.n for record, found in some for w in _scored(record, found) if w.quality.analysable)
        by_snr["all" if snr_db is None else f"{snr_db:g}"] = {
            "analysable_pct": round(100.0 * good / total, 1),
            "inside": _figures(_pooled(some, lambda w: w.quality.analysable)),
            "outside": _figures(_pooled(some, lambda w: not w.quality.analysable)),
        }
    steps = []
    for low in np.arange(0.0, 1.0, STEP):
        high = low + STEP if low + STEP < 1.0 - 1e-9 else 1.1

        def inside(w: Window, low: float = float(low), high: float = float(high)) -> bool:
            return low <= w.quality.score < high

        pooled = _pooled(runs, inside)
        if pooled.tp + pooled.fn >= FEW:
            chosen = [w for record, found in runs for w in _scored(record, found) if inside(w)]
            steps.append(
                {
                    "score": round(float(low) + STEP / 2.0, 3),
                    "analysable": bool(np.mean([w.quality.analysable for w in chosen]) > 0.5),
                }
                | _figures(pooled)
            )
    return {"snr_db": by_snr, "by_score": steps}


def _scored(record: Stressed, found: Analysis) -> list[Window]:
    return [w for w in found.windows if w.start >= record.noisy[0][0]]


def _pooled(runs: Sequence[tuple[Stressed, Analysis]], wanted: Callable[[Window], bool]) -> Score:
    """EC57 counts of the beats in the windows that are wanted."""
    pooled = Score()
    for record, found in runs:
        others = [(w.start, w.start + w.n - 1) for w in found.windows if not wanted(w)]
        beats = np.array([beat.sample for beat in found.beats], np.int64)
        pooled += score(record.truth.beats, beats, record.fs_hz, excluded=others)
    return pooled


def _figures(pooled: Score) -> dict[str, Any]:
    beats = pooled.tp + pooled.fn
    if not beats:
        return {"beats": 0, "f1": None, "se": None, "ppv": None}
    return {
        "beats": beats,
        "f1": round(pooled.f1, 2),
        "se": round(pooled.se, 2),
        "ppv": round(pooled.ppv, 2),
    }


def show(table: dict[str, Any]) -> None:
    """Prints both tables."""
    cinc = table["cinc2017"]
    print(
        f"Noise of CinC 2017 told from the rest, {cinc['records']} recordings, {cinc['noise']} of them noise"
    )
    rows = sorted(cinc["scores"].items(), key=lambda row: -(row[1]["auc"] or 0.0))
    for name, row in rows:
        value = "no score at all" if row["auc"] is None else f"AUC {row['auc']:.4f}"
        print(f"  {name:30} {value}" + (f"   none for {row['failed']}" if row["failed"] else ""))
    print("\nBeats of records 118 and 119 in noise, by their window")
    for snr, row in table["calibration"]["snr_db"].items():
        sides = "   ".join(
            f"{side} "
            + ("-" if row[side]["f1"] is None else f"F1 {row[side]['f1']:6.2f} ({row[side]['beats']})")
            for side in ("inside", "outside")
        )
        print(f"  {snr:>4} dB: {row['analysable_pct']:5.1f} % analysable   {sides}")
    for step in table["calibration"]["by_score"]:
        mark = "" if step["analysable"] else "   not analysable"
        print(f"  score about {step['score']:.2f}: F1 {step['f1']:6.2f}, {step['beats']} beats{mark}")


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="2/4", help="K/N: every N-th record of CinC 2017 from the K-th")
    parser.add_argument("--peers", action="store_true", help="scores of other packages too")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    part, parts = (int(number) for number in options.part.split("/"))
    peers, absent = quality_peers.installed() if options.peers else ([], [])
    if absent:
        print(f"not installed, and so not measured: {', '.join(absent)}", file=sys.stderr)
    table = {
        "part": options.part,
        "absent": absent,
        "cinc2017": noise_auc(part, parts, peers),
        "calibration": calibration(stressed(name, snr_db) for snr_db in SNRS_DB for name in RECORDS),
    }
    if options.plot:
        from bench.plots import quality_plot  # noqa: PLC0415 - matplotlib, for a picture only

        quality_plot(table, options.plot)
    if options.json:
        print(json.dumps(table))
        return
    show(table)


if __name__ == "__main__":
    main()
