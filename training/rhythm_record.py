"""Fits the judge of whole recordings: ``python -m training.rhythm_record --data DIR --work DIR [--write]``.

After :mod:`training.rhythm_ship`, with the same folders. The judge sees what intervals, complexes and waves
say (:mod:`dsp.record_traits`), and what the rhythm network says of a record. Within each fold, trees and line
are fitted on the records of the other folds alone, with what networks of folds said of records that they had
not seen; the trees speak to the line of records that they were not fitted on. The one that is written is
fitted on all records but the fixed split. With ``--work`` traits are kept. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from daemon.cli.output import progress
from dsp import analyze, model_arrays, record_model
from dsp.models import Classifier, shipped
from dsp.record_rhythm import at_chain_rate, model_said
from dsp.record_traits import NAMES, traits
from dsp.rhythm_input import FS_HZ, detrended
from dsp.types import FloatArray
from training import rhythm_card, rhythm_config, rhythm_data, rhythm_trees
from training.class_net import softmax
from training.rhythm_scores import af_at, af_point, f1_mean, scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.rhythm_config import Config
    from training.rhythm_data import Records
    from training.rhythm_scores import Places, Table

Change = Callable[[FloatArray], FloatArray]

RUN: Final = Path(__file__).with_name("rhythm_record_run.json")
NETWORK_RUN: Final = Path(__file__).with_name("rhythm_run.json")
TRAITS: Final = "record_traits.npz"
FLOAT: Final = "rhythm_float.onnx"
LEAST_SP: Final = 97.0  # as training.rhythm_ship has it
PLAIN: Final = "as it is"
CHANGES: Final[dict[str, Change]] = {
    PLAIN: lambda uv: uv,
    "upside down": lambda uv: -uv,
    "half as large": lambda uv: 0.5 * uv,
    "twice as large, in steps of 5 uV": lambda uv: 5.0 * np.rint(0.4 * uv),
}
TEN_S: Final = 10.0
HALF: Final = int(30 * FS_HZ)  # samples of a half minute: what a stream asks the judge about
VERSION: Final = "2"
LICENCE: Final = "of the project; the data are ODC-By 1.0"


def table(data: Path, work: Path, names: Sequence[str]) -> NDArray[np.float32]:
    """(records, traits); kept in ``work`` for the next time."""
    kept = work / TRAITS
    if kept.is_file():
        with np.load(kept) as held:
            if tuple(held["traits"].tolist()) == NAMES and tuple(held["names"].tolist()) == tuple(names):
                return np.asarray(held["x"], np.float32)
    rows = []
    with progress("reading records", len(names)) as told:
        for done, name in enumerate(names, 1):
            signal = wfdb.rdrecord(str(data / "cinc2017" / name))
            uv = signal.p_signal[:, 0] * 1000.0
            beats = analyze(uv, signal.fs).beats
            rows.append(traits(detrended(at_chain_rate(uv, signal.fs)), beats, signal.fs))
            told(done)
    x = np.array(rows, np.float32)
    np.savez(kept, x=x, traits=np.array(NAMES), names=np.array(names))
    return x


def across(work: Path, records: Records, run: dict[str, Any]) -> Table:
    """(records, classes) calibrated probabilities by networks of folds that had not seen the record."""
    if run["data_sha256"] != records.sha256:
        raise ValueError(f"{work}: the network was trained on other records")
    logits = np.full((len(records.names), len(rhythm_data.CLASSES)), np.nan)
    for fold in range(run["of_folds"]):
        with np.load(work / f"{fold}.npz") as held:
            logits[held["places"]] = held["logits"]
    if np.isnan(logits).any():
        raise FileNotFoundError(f"{work}: not every fold is there; run python -m training.rhythm")
    return np.asarray(softmax(logits * run["scale"] + np.array(run["shift"])))


def by_product(
    data: Path, records: Records, places: Places, model: Classifier, change: Change
) -> tuple[Table, NDArray[np.float32], list[float]]:
    """What a network says of records, their traits, and the CPU milliseconds of traits and judge for 10 s."""
    judge, said, rows, spent = record_model.shipped(), [], [], []
    for k in places:
        signal = wfdb.rdrecord(str(data / "cinc2017" / records.names[k]))
        uv = change(signal.p_signal[:, 0] * 1000.0)
        one = model_said(uv, signal.fs, model)
        if one is None:
            raise ValueError(f"{records.names[k]}: too short")
        said.append([one[label] for label in judge.labels])
        beats, row = analyze(uv, signal.fs).beats, detrended(at_chain_rate(uv, signal.fs))
        began = time.process_time()
        rows.append(traits(row, beats, signal.fs))
        judge.probabilities(one, rows[-1])
        spent.append(1000.0 * (time.process_time() - began) / (len(row) / (TEN_S * FS_HZ)))
    return np.array(said), np.array(rows, np.float32), spent


def by_file(judge: rhythm_trees.Judge, config: Config, x: NDArray[np.float32], said: Table) -> Table:
    """What the judge says as it is packed."""
    meta = {"labels": config.labels, "network": "", "depth": rhythm_trees.depth(judge)}
    model = record_model.RecordModel(rhythm_trees.packed(judge), meta)
    return np.array(
        [
            list(model.probabilities(dict(zip(model.labels, one.tolist(), strict=True)), row).values())
            for one, row in zip(said, x.tolist(), strict=True)
        ]
    )


def main() -> None:
    """Fits, scores, and with ``--write`` ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds cinc2017")
    parser.add_argument("--work", type=Path, required=True, help="folder of training.rhythm")
    parser.add_argument("--write", action="store_true", help="write judge, figures and card")
    options = parser.parse_args()
    config, _ = rhythm_config.read()
    run = json.loads(NETWORK_RUN.read_text(encoding="utf-8"))
    records = rhythm_data.records(options.data / "cinc2017", options.work, config)
    x, y = table(options.data, options.work, records.names), records.y
    said = across(options.work, records, run)
    p, alone, whole = np.zeros_like(said), np.zeros_like(said), np.zeros_like(said)
    for fold in range(config.folds):
        apart = records.fold == fold
        judge = rhythm_trees.fit(x[~apart], said[~apart], y[~apart], config.seed)
        whole[apart] = judge.probabilities(x[apart], said[apart])
        p[apart] = by_file(judge, config, x[apart], said[apart])
        alone[apart] = softmax(rhythm_trees.raw(judge.trees, x[apart]))
    chosen = ~records.fixed
    halves = np.array([len(row) == HALF for row in records.rows])
    point = af_point(y[chosen], p[chosen], LEAST_SP)
    for title, table_ in (("network", said), ("trees", alone), ("both", p)):
        found = scores(y, table_)
        print(f"folds, {title}: {found['mean_f1']} {found['f1']} calibration error {found['ece']}")
    print(
        "  by fold:",
        [round(f1_mean(y[records.fold == k], p[records.fold == k].argmax(1)), 4) for k in range(3)],
    )
    if not options.write:
        return
    judge = rhythm_trees.fit(x[chosen], said[chosen], y[chosen], config.seed)
    model = shipped()
    meta = {
        "name": "records",
        "version": VERSION,
        "traits": NAMES,
        "labels": config.labels,
        "depth": rhythm_trees.depth(judge),
        "network": model.sha256,
        "data": "CinC 2017, training set, without every tenth record",
        "licence": LICENCE,
    }
    model_arrays.save(record_model.FILE, rhythm_trees.packed(judge), meta)
    record_model.shipped.cache_clear()
    fixed = np.flatnonzero(records.fixed)
    fixed = fixed[[len(records.rows[k]) >= 125 * config.shortest_s for k in fixed]]
    seen = {name: by_product(options.data, records, fixed, model, how) for name, how in CHANGES.items()}
    said8, x8, spent = seen[PLAIN]
    floating = options.work / FLOAT
    network32 = Classifier(floating, floating.read_bytes())
    said32, _, _ = by_product(options.data, records, fixed, network32, CHANGES[PLAIN])
    p8 = by_file(judge, config, x8, said8)
    p32 = judge.probabilities(x8, said32)
    figures = {
        "name": "records",
        "version": VERSION,
        "bytes": record_model.FILE.stat().st_size,
        "sha256": hashlib.sha256(record_model.FILE.read_bytes()).hexdigest(),
        "network": model.sha256,
        "data_sha256": records.sha256,
        "taught": int(chosen.sum()),
        "traits": len(NAMES),
        "trees": len(rhythm_trees.packed(judge)["trait"]),
        "network_alone": scores(y, said),
        "trees_alone": scores(y, alone),
        "across": scores(y, p) | {"af": af_at(y, p, point.threshold)._asdict()},
        "folds": [round(f1_mean(y[records.fold == k], p[records.fold == k].argmax(1)), 4) for k in range(3)],
        "halves": {"network": scores(y[halves], said[halves]), "both": scores(y[halves], p[halves])},
        "fixed_network": scores(y[fixed], said8),
        "fixed": scores(y[fixed], p8) | {"af": af_at(y[fixed], p8, point.threshold)._asdict()},
        "changed": {
            name: [round(f1_mean(y[fixed], p.argmax(1)), 4) for p in (one, by_file(judge, config, rows, one))]
            for name, (one, rows, _) in seen.items()
            if name != PLAIN
        },
        "fixed_float": scores(y[fixed], p32),
        "lost_to_integers": round(f1_mean(y, whole.argmax(1)) - f1_mean(y, p.argmax(1)), 5),
        "agree_in_folds": round(float((whole.argmax(1) == p.argmax(1)).mean()), 4),
        "agree": round(float((p8.argmax(1) == p32.argmax(1)).mean()), 4),
        "moved": round(float(np.abs(p8 - p32).mean()), 5),
        "ms_per_10_s": round(float(np.median(spent)), 3),
    }
    RUN.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    rhythm_card.write(run)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
