"""Beat classes on MIT-BIH: ``python -m bench.classes [--half DS1] [--peer] [--plot F] [--json] [RECORD]``.

The first lead of DS2's records (de Chazal 2004) is streamed through the chain in chunks of a second; its
beats are matched with the annotated ones by EC57, within 150 ms. Nothing is left out but ventricular
flutter: no learning time, no difficult record. A beat that was not found counts against its class, and a
beat that is none against the class it was given. ``f1_ec57`` in the figures forgives, as EC57 does, fusion
beats and unclassifiable ones called ventricular. ``--peer`` fits light gradient-boosted trees on DS1
(scikit-learn) and scores them on the same beats. 201 (DS1) and 202 (DS2) are one person.
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

from bench.machine import machine
from daemon.cli.output import progress
from daemon.matching import match
from dsp import Pipeline, collect
from tests import recordings
from training.af_windows import DS1, DS2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Counts = NDArray[np.int64]

CLASSES: Final = "NSVFQ"
# AAMI EC57's table: what annotators of MIT-BIH write, by class.
SYMBOLS: Final = {"N": "NLRejn", "S": "AaJS", "V": "VEr", "F": "F", "Q": "/fQ?"}
CLASS_OF: Final = {symbol: name for name, symbols in SYMBOLS.items() for symbol in symbols}
NONE: Final = len(CLASSES)  # the row of beats that are none, the column of those not found
MATCH_S: Final = 0.150
HALVES: Final = {"DS1": DS1, "DS2": DS2}
ECTOPIC: Final = "SV"


@dataclass(frozen=True, slots=True)
class Heart:
    """A record: ``uv`` at ``fs_hz``; ``beats`` annotated (samples), their ``classes``; ``flutter`` spans."""

    name: str
    fs_hz: float
    uv: FloatArray
    beats: Counts
    classes: str
    flutter: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in it: samples, and a class each."""

    beats: Counts
    classes: str


def heart(name: str) -> Heart:
    """The first lead of a MIT-BIH record and its beats."""
    record = recordings.path("mitdb", name)
    signal, annotation = wfdb.rdrecord(str(record), channels=[0]), wfdb.rdann(str(record), "atr")
    samples, symbols = np.asarray(annotation.sample, np.int64), np.asarray(annotation.symbol)
    beats = np.isin(symbols, list(CLASS_OF))
    spans = zip(samples[symbols == "["], samples[symbols == "]"], strict=True)
    return Heart(
        name,
        float(signal.fs),
        signal.p_signal[:, 0] * 1000.0,
        samples[beats],
        "".join(CLASS_OF[symbol] for symbol in symbols[beats]),
        tuple((int(a), int(b)) for a, b in spans),
    )


def told(one: Heart) -> Told:
    """The chain's beats, streamed."""
    pipeline, chunk = Pipeline(one.fs_hz), round(one.fs_hz)
    results = [r for k in range(0, len(one.uv), chunk) for r in pipeline.push(one.uv[k : k + chunk])]
    beats = collect(one.fs_hz, [*results, *pipeline.finish()]).beats
    return Told(np.array([beat.sample for beat in beats], np.int64), "".join(beat.label for beat in beats))


def confusion(one: Heart, found: Told) -> Counts:
    """(6, 6) counts: rows are annotated classes and beats that are none, columns what was said."""
    margin = MATCH_S * one.fs_hz
    counts = np.zeros((NONE + 1, NONE + 1), np.int64)
    true, said = np.full(len(found.beats), NONE), np.full(len(one.beats), NONE)
    for i, k in match(one.beats, found.beats, margin):
        true[k], said[i] = CLASSES.index(one.classes[i]), CLASSES.index(found.classes[k])
    for i in np.flatnonzero(_scored(one.beats, one.flutter, 0.0)).tolist():
        counts[CLASSES.index(one.classes[i]), said[i]] += 1
    extra = (true == NONE) & _scored(found.beats, one.flutter, margin)
    for k in np.flatnonzero(extra).tolist():
        counts[NONE, CLASSES.index(found.classes[k])] += 1
    return counts


def _scored(beats: Counts, flutter: Sequence[tuple[int, int]], margin: float) -> NDArray[np.bool_]:
    keep = np.ones(len(beats), np.bool_)
    for first, last in flutter:
        keep &= (beats < first - margin) | (beats > last + margin)
    return keep


def figures(counts: Counts) -> dict[str, dict[str, float | int | None]]:
    """Sensitivity, positive predictive value and F1 in percent of each class; None where it has no beats."""
    rows: dict[str, dict[str, float | int | None]] = {}
    for k, name in enumerate(CLASSES):
        tp, true, said = int(counts[k, k]), int(counts[k].sum()), int(counts[:, k].sum())
        forgiven = int(counts[CLASSES.index("F"), k] + counts[CLASSES.index("Q"), k]) if name == "V" else 0
        rows[name] = {
            "beats": true,
            "se": round(100.0 * tp / true, 2) if true else None,
            "ppv": round(100.0 * tp / said, 2) if said else None,
            "f1": round(200.0 * tp / (true + said), 2) if true else None,
            "f1_ec57": round(200.0 * tp / (true + said - forgiven), 2) if true else None,
        }
    return rows


def run(names: Sequence[str], *, peer: bool) -> dict[str, Any]:
    """Scores of the records: pooled, by record, and of the peer."""
    pooled = {
        way: np.zeros((NONE + 1, NONE + 1), np.int64) for way in (("ours", "peer") if peer else ("ours",))
    }
    records: dict[str, Any] = {}
    fitted = None
    if peer:
        from bench.classes_peer import Trees  # noqa: PLC0415 - scikit-learn, for the comparison only

        fitted = Trees()
        with progress("fitting the peer on DS1", len(DS1)) as tell:
            for done, name in enumerate(DS1, 1):
                fitted.learn(one := heart(name), told(one))
                tell(done)
        fitted.fit()
    with progress("classing beats", len(names)) as tell:
        for done, name in enumerate(names, 1):
            found = told(one := heart(name))
            counts = confusion(one, found)
            pooled["ours"] += counts
            if fitted:
                pooled["peer"] += confusion(one, fitted.told(one, found))
            records[name] = {c: wrong(counts, CLASSES.index(c)) for c in ECTOPIC}
            tell(done)
    return {
        **{way: {"confusion": counts.tolist(), "classes": figures(counts)} for way, counts in pooled.items()},
        "records": records,
    }


def wrong(counts: Counts, k: int) -> dict[str, int]:
    """Beats of a class, those not so called, and others so called."""
    hits = int(counts[k, k])
    return {
        "beats": int(counts[k].sum()),
        "missed": int(counts[k].sum()) - hits,
        "false": int(counts[:, k].sum()) - hits,
    }


def show(table: dict[str, Any]) -> None:
    """Prints the tables."""
    for way in ("ours", "peer"):
        if way not in table:
            continue
        print(
            f"{way}: rows annotated, columns said\n{'':6}" + "".join(f"{c:>8}" for c in (*CLASSES, "missed"))
        )
        for name, row in zip((*CLASSES, "none"), table[way]["confusion"], strict=True):
            print(f"{name:6}" + "".join(f"{n:8d}" for n in row))
        for name, row in table[way]["classes"].items():
            values = "".join(
                f"   {k} {'-' if row[k] is None else row[k]}" for k in ("se", "ppv", "f1", "f1_ec57")
            )
            print(f"  {name}{values}")
    print("by record: beats, of them not so called, others so called")
    for name, row in table["records"].items():
        print(f"  {name}  " + "   ".join(f"{c} " + " ".join(f"{n:5d}" for n in row[c].values()) for c in row))


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="*")
    parser.add_argument("--half", choices=sorted(HALVES), default="DS2")
    parser.add_argument("--peer", action="store_true", help="light gradient-boosted trees too")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = options.records or HALVES[options.half]
    ran = machine(numpy=np.__version__, chain=Pipeline.version)
    print(f"on {ran['system']}, {len(names)} records", file=sys.stderr)
    table = {**ran, "set": options.half, **run(names, peer=options.peer)}
    if options.plot:
        from bench.classes_plot import confusion_plot  # noqa: PLC0415 - matplotlib, for a picture only

        confusion_plot(table, options.plot)
    if options.json:
        print(json.dumps(table))
    else:
        show(table)


if __name__ == "__main__":
    main()
