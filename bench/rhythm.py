"""Record labels on CinC 2017, AF windows on MIT-BIH: ``python -m bench.rhythm [--json] [--part K/N]``."""

from __future__ import annotations

import argparse
import csv
import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from dsp import Rhythm, analyze
from dsp.record_rhythm import record_rhythm
from dsp.windows import UNCONFIRMED
from tests import recordings
from training.af_windows import AF, FLUTTER, PURE, rhythms

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS: Final = ("N", "A", "O", "~")
SCORED: Final = ("N", "A", "O")
AF_RECORDS: Final = frozenset({"201", "202", "203", "210", "217", "219", "221", "222"})


def auc(noise: Sequence[float], rest: Sequence[float]) -> float:
    """Probability that a noise record scores lower than another, ties half."""
    a, b = np.asarray(noise), np.sort(np.asarray(rest))
    above = len(b) - np.searchsorted(b, a, side="right")
    ties = np.searchsorted(b, a, side="right") - np.searchsorted(b, a, side="left")
    return float((above + 0.5 * ties).sum() / max(1, len(a) * len(b)))


def cinc(part: int, parts: int) -> dict[str, Any]:
    """F1 by class, their mean over N, A and O, and the noise AUC of the quality score."""
    with (recordings.folder("cinc2017") / "REFERENCE.csv").open() as file:
        known = dict(csv.reader(file))
    confusion = dict.fromkeys(((a, b) for a in LABELS for b in LABELS), 0)
    scores: dict[bool, list[float]] = {True: [], False: []}
    for name in sorted(known)[part::parts]:
        signal = wfdb.rdrecord(str(recordings.path("cinc2017", name)))
        found = analyze(signal.p_signal[:, 0] * 1000.0, signal.fs)
        confusion[known[name], record_rhythm(found).value] += 1
        total = sum(w.n for w in found.windows)
        scores[known[name] == "~"].append(sum(w.quality.score * w.n for w in found.windows) / max(1, total))
    f1 = {}
    for label in LABELS:
        truly = sum(confusion[label, other] for other in LABELS)
        called = sum(confusion[other, label] for other in LABELS)
        f1[label] = round(2.0 * confusion[label, label] / max(1, truly + called), 4)
    return {
        "records": sum(confusion.values()),
        "f1": f1,
        "mean_f1": round(sum(f1[label] for label in SCORED) / len(SCORED), 4),
        "noise_auc": round(auc(scores[True], scores[False]), 4),
        "confusion": {a: {b: confusion[a, b] for b in LABELS} for a in LABELS},
    }


def mitdb_af() -> dict[str, Any]:
    """Sensitivity and specificity of confirmed AF by 10 s window; flutter and mixed windows are left out."""
    counts = {"all": [0, 0, 0, 0], "af_records": [0, 0, 0, 0]}  # tp, fn, tn, fp
    for name in recordings.names("mitdb"):
        record = recordings.path("mitdb", name)
        signal = wfdb.rdrecord(str(record), channels=[0])
        rhythm = rhythms(record, signal.sig_len)
        for window in analyze(signal.p_signal[:, 0] * 1000.0, signal.fs).windows:
            names, lengths = np.unique(rhythm[window.start : window.start + window.n], return_counts=True)
            label = names[lengths.argmax()]
            if not window.quality.analysable or lengths.max() < PURE * window.n or label == FLUTTER:
                continue
            called = window.rhythm is Rhythm.AF and UNCONFIRMED not in window.flags
            cell = (0 if called else 1) if label == AF else (3 if called else 2)
            counts["all"][cell] += 1
            if name in AF_RECORDS:
                counts["af_records"][cell] += 1
    return {
        group: {
            "windows": sum(c),
            "se": round(100.0 * c[0] / max(1, c[0] + c[1]), 2),
            "sp": round(100.0 * c[2] / max(1, c[2] + c[3]), 2),
        }
        for group, c in counts.items()
    }


def main() -> None:
    """Prints both tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--part", default="2/4", help="K/N: every N-th record of CinC 2017 from the K-th")
    options = parser.parse_args()
    part, parts = (int(number) for number in options.part.split("/"))
    result = {"cinc2017": cinc(part, parts), "mitdb_af": mitdb_af()}
    if options.json:
        print(json.dumps(result))
        return
    labels = result["cinc2017"]
    print(f"CinC 2017, {labels['records']} records: mean F1 {labels['mean_f1']}, {labels['f1']}")
    print(f"  noise AUC of the quality score {labels['noise_auc']}; confusion {labels['confusion']}")
    for group, figures in result["mitdb_af"].items():
        print(f"MIT-BIH AF, {group}, {figures['windows']} windows: Se {figures['se']} Sp {figures['sp']}")


if __name__ == "__main__":
    main()
