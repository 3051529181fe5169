"""Signal quality: ``python -m bench.quality [--part K/N] [--peers] [--plot F.svg] [--json]``.

How well the quality of a recording tells the noise class of CinC 2017 from the rest: area under the curve.
The score of a recording is the mean of its windows' log odds of not being noise, by their length; the mean
probability that their beats are right, the share that is analysable and the worst window are given beside it.
The third of each four recordings, which is the default part, is not in what the quality was fitted on.

And what "analysable" is worth: EC57 scores of the beats inside windows so called and outside, on MIT-BIH
records 118 and 119 with calibrated noise, after the learning time, and on MIT-BIH as it is; and how often all
beats of a window were right, by the probability that it said. None of 118, 119 and DS2 is in the fit, nor is
that noise.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench import quality_peers
from bench.beats import truth
from bench.ec57 import Score, score
from bench.nst import LEARNING_S, RECORDS, SNRS_DB, Stressed, stressed
from bench.rhythm import auc
from daemon.cli.output import progress
from daemon.matching import match
from dsp import analyze
from dsp.thresholds import value
from tests import recordings
from training.af_windows import DS2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dsp import Analysis, Window

    Run = tuple[Stressed, Analysis]

NOISE: Final = "~"
FEW: Final = 20  # windows below which a step of the curve says nothing
HEARTH: Final = "Hearth"
WAYS: Final = ("beats right", "share analysable", "worst window")
SAID: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 1.0)  # steps of the score
MATCH_S: Final = 0.150  # EC57's


def record_scores(found: Analysis) -> dict[str, float]:
    """Ways to score a recording by its windows."""
    lengths = np.array([w.n for w in found.windows], np.float64)
    if not len(lengths):
        return dict.fromkeys((HEARTH, *(f"{HEARTH}, {way}" for way in WAYS)), -np.inf)
    noise = np.array([w.quality.noise for w in found.windows])
    values = np.array([w.quality.score for w in found.windows])
    good = np.array([w.quality.analysable for w in found.windows], np.float64)
    told = (
        float(np.average(values, weights=lengths)),
        float(np.average(good, weights=lengths)),
        float(values.min()),
    )
    return {
        HEARTH: float(np.average(np.log((1.0 - noise) / noise), weights=lengths)),
        **{f"{HEARTH}, {way}": value for way, value in zip(WAYS, told, strict=True)},
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


def as_it_is(name: str) -> Stressed:
    """A record of MIT-BIH without added noise; what follows the learning time counts as noisy."""
    record = recordings.path("mitdb", name)
    signal = wfdb.rdrecord(str(record), channels=[0])
    uv, fs = signal.p_signal[:, 0] * 1000.0, float(signal.fs)
    span = (round(LEARNING_S * fs), len(uv) - 1)
    return Stressed(name, float("inf"), 0.0, fs, uv, truth(record), (span,), ())


def calibration(noisy: Iterable[Stressed], clean: Iterable[Stressed]) -> dict[str, Any]:
    """Beats by their window: analysable or not at each SNR and without noise, and by steps of the score."""
    runs = [(record, analyze(record.uv, record.fs_hz)) for record in noisy]
    plain = [(record, analyze(record.uv, record.fs_hz)) for record in clean]
    by_snr = {
        f"{snr_db:g}": sides([run for run in runs if run[0].snr_db == snr_db])
        for snr_db in sorted({record.snr_db for record, _ in runs}, reverse=True)
    }
    by_snr["all"] = sides(runs)
    apart = [run for run in plain if run[0].name in DS2]
    without = {"DS2": sides(apart), "MIT-BIH": sides(plain)}
    return {
        "snr_db": by_snr,
        "clean": without,
        "by_score": reliability(runs),
        "by_score_clean": reliability(plain),
    }


def sides(runs: Sequence[Run]) -> dict[str, Any]:
    """Beats inside windows called analysable, and outside."""
    total = sum(w.n for record, found in runs for w in _scored(record, found))
    good = sum(w.n for record, found in runs for w in _scored(record, found) if w.quality.analysable)
    return {
        "analysable_pct": round(100.0 * good / max(1, total), 1),
        "inside": _figures(_pooled(runs, lambda w: w.quality.analysable)),
        "outside": _figures(_pooled(runs, lambda w: not w.quality.analysable)),
    }


def reliability(runs: Sequence[Run]) -> list[dict[str, Any]]:
    """By steps of the score: windows, mean score, and the share of them in which every beat was right."""
    rows = [row for record, found in runs for row in _rightness(record, found)]
    said, right, wrong, beats = np.array(rows, np.float64).reshape(-1, 4).T
    steps = []
    for low, high in pairwise((*SAID[:-1], 1.1)):
        k = (said >= low) & (said < high)
        if int(k.sum()) >= FEW:
            steps.append(
                {
                    "score": round(float(said[k].mean()), 3),
                    "right": round(float(right[k].mean()), 3),
                    "windows": int(k.sum()),
                    "wrong_pct": round(100.0 * float(wrong[k].sum()) / max(1.0, float(beats[k].sum())), 2),
                    "analysable": bool(said[k].mean() >= value("analysable")),
                }
            )
    return steps


def _rightness(record: Stressed, found: Analysis) -> list[tuple[float, bool, int, int]]:
    """Score, whether every beat is right, wrong beats and true beats of each window."""
    beats = np.array([beat.sample for beat in found.beats], np.int64)
    pairs = match(record.truth.beats, beats, MATCH_S * record.fs_hz)
    wrong = np.concatenate(
        (
            np.delete(record.truth.beats, [pair[0] for pair in pairs]),
            np.delete(beats, [pair[1] for pair in pairs]),
        )
    )
    rows = []
    for w in _scored(record, found):
        first, last = w.start, w.start + w.n
        if any(a < last and b >= first for a, b in record.truth.flutter):
            continue
        count = int(np.sum((wrong >= first) & (wrong < last)))
        true = int(np.sum((record.truth.beats >= first) & (record.truth.beats < last)))
        rows.append((w.quality.score, not count, count, true))
    return rows


def _scored(record: Stressed, found: Analysis) -> list[Window]:
    return [w for w in found.windows if w.start >= record.noisy[0][0]]


def _pooled(runs: Sequence[Run], wanted: Callable[[Window], bool]) -> Score:
    """EC57 counts of the beats in the windows that are wanted."""
    pooled = Score()
    for record, found in runs:
        others = [(w.start, w.start + w.n - 1) for w in found.windows if not wanted(w)]
        beats = np.array([beat.sample for beat in found.beats], np.int64)
        pooled += score(record.truth.beats, beats, record.fs_hz, excluded=[*others, *record.truth.flutter])
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
    calibrated = table["calibration"]
    print("\nBeats by their window: records 118 and 119 in noise, then MIT-BIH as it is")
    sided = {**{f"{snr} dB": row for snr, row in calibrated["snr_db"].items()}, **calibrated["clean"]}
    for name, row in sided.items():
        told = "   ".join(
            f"{side} "
            + ("-" if row[side]["f1"] is None else f"F1 {row[side]['f1']:6.2f} ({row[side]['beats']})")
            for side in ("inside", "outside")
        )
        print(f"  {name:>8}: {row['analysable_pct']:5.1f} % analysable   {told}")
    for words, steps in (("in noise", calibrated["by_score"]), ("as it is", calibrated["by_score_clean"])):
        print(f"\nEvery beat right, {words}")
        for step in steps:
            mark = "" if step["analysable"] else "   not analysable"
            print(
                f"  said {step['score']:.3f}: was {step['right']:.3f} of {step['windows']} windows, "
                f"{step['wrong_pct']:6.2f} wrong of 100 beats{mark}"
            )


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
        "calibration": calibration(
            (stressed(name, snr_db) for snr_db in SNRS_DB for name in RECORDS),
            (as_it_is(name) for name in recordings.names("mitdb")),
        ),
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
