"""Ships the rhythm network: ``python -m training.rhythm_ship --data DIR --work DIR``.

After :mod:`training.rhythm`, with the same folders. The networks of the folds say how sure a network may be
of records that it has not seen: from them come the calibration, and the probability from which AF is called.
The records that the network which ships has not seen are left out of both, and score it. It is quantized and
written to ``dsp/rhythm.onnx``, what the run reached to ``training/rhythm_run.json``, with its card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from onnxruntime import InferenceSession, SessionOptions
from scipy.optimize import minimize

from dsp.models import FILE
from training import rhythm_card, rhythm_config, rhythm_data
from training.rhythm import SHIPPED
from training.rhythm_export import INPUT, Calibrated, export
from training.rhythm_network import Network
from training.rhythm_pupil import looks, pooled
from training.rhythm_scores import af_at, af_point, f1_mean, scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.rhythm_data import Records
    from training.rhythm_scores import Places, Table

LEAST_SP: Final = 97.0  # percent of normal records that AF's threshold leaves alone, where it is chosen
RUN: Final = Path(__file__).with_name("rhythm_run.json")


def softmax(logits: Table) -> Table:
    """(n, classes) probabilities."""
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def calibrated(logits: Table, y: Places) -> tuple[float, list[float]]:
    """The scale (one over the temperature) and the shifts, the first 0, under which ``y`` is likeliest."""

    def surprise(v: NDArray[np.float64]) -> float:
        p = softmax(logits * v[0] + np.append(0.0, v[1:]))
        return -float(np.log(p[np.arange(len(y)), y] + 1e-12).mean())

    start = np.append(1.0, np.zeros(logits.shape[1] - 1))
    found = minimize(surprise, start, method="Nelder-Mead", options={"maxiter": 2000}).x
    return float(found[0]), [0.0, *(float(v) for v in found[1:])]


def across(work: Path, records: Records, folds: int) -> tuple[Places, Table, list[dict[str, Any]]]:
    """Records, and logits of the network that has not seen them. Folds that are missing are left out."""
    places, said, about = [], [], []
    for fold in range(folds):
        if not (work / f"{fold}.pt").is_file():
            continue
        with np.load(work / f"{fold}.npz") as held:
            places.append(held["places"])
            said.append(held["logits"].astype(np.float64))
        about.append(json.loads(torch.load(work / f"{fold}.pt", weights_only=True)["about"]))
    if not places:
        raise FileNotFoundError(f"{work}: no network of a fold; run python -m training.rhythm")
    if {one["data"] for one in about} != {records.sha256}:
        raise ValueError(f"{work}: trained on other records")
    return np.concatenate(places), np.concatenate(said), about


def session(data: bytes) -> InferenceSession:
    """A model on one thread."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(data, options, providers=["CPUExecutionProvider"])


def probabilities(data: bytes, records: Records, places: Places, longest_s: float) -> Table:
    """What a model says of records."""
    model = session(data)
    rows = [records.rows[k] for k in places]
    said = pooled(rows, longest_s, lambda stack: model.run(None, {INPUT: stack})[0])
    return said.astype(np.float64)


def main() -> None:
    """Writes network, figures and card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument(
        "--scores-only", action="store_true", help="leave the network as it is; score more folds"
    )
    options = parser.parse_args()
    config, config_sha256 = rhythm_config.read()
    torch.set_num_threads(1)
    records = rhythm_data.records(options.data / "cinc2017", options.work, config)
    places, said, folds = across(options.work, records, config.folds)
    held = torch.load(options.work / f"{SHIPPED}.pt", weights_only=True)
    about = {"epochs": config.epochs} | json.loads(held["about"])
    if about["data"] != records.sha256 or about["config"] != config_sha256:
        raise ValueError(f"{options.work}: trained on other records, or otherwise than rhythm.json says")
    chosen = ~records.fixed[places]
    calibrated_on = int(np.count_nonzero(chosen))
    if options.scores_only:
        before = json.loads(RUN.read_text(encoding="utf-8"))
        scale, shift, calibrated_on = before["scale"], before["shift"], before["calibrated_on"]
    else:
        scale, shift = calibrated(said[chosen], records.y[places[chosen]])
    p = softmax(said * scale + np.array(shift))
    point = af_point(records.y[places[chosen]], p[chosen], LEAST_SP)
    network = Network(config.channels, len(config.labels))
    network.load_state_dict(held["network"])
    rng = np.random.default_rng(config.seed)
    taught = rng.permutation(np.flatnonzero(~records.fixed))[: config.calibrated_on]
    rows = [looks(records.rows[k], config.longest_s)[0] for k in taught]
    rows = [row for row in rows if len(row) == max(map(len, rows))]
    meta = {
        "training_sha256": config_sha256,
        "data_sha256": records.sha256,
        "trained_on": f"{np.count_nonzero(~records.fixed)} records; those whose sha256 is a multiple of "
        f"{config.fixed} were never seen",
    }
    plain = options.work / "rhythm_float.onnx"
    if not options.scores_only:
        plain.write_bytes(export(Calibrated(network, scale, shift), config, rows, meta, options.out))
    floating = plain.read_bytes()
    whole = options.out.read_bytes()
    fixed = np.flatnonzero(records.fixed)
    y = records.y[fixed]
    p8, p32 = (probabilities(data, records, fixed, config.longest_s) for data in (whole, floating))
    every = np.arange(len(records.names))
    whole8, whole32 = (probabilities(data, records, every, config.longest_s) for data in (whole, floating))
    lost = f1_mean(records.y, whole32.argmax(1)) - f1_mean(records.y, whole8.argmax(1))
    ten = [k for k in fixed if len(records.rows[k]) >= config.shortest_s * 125]
    p10 = probabilities(whole, records, np.array(ten), config.shortest_s)
    run = {
        "name": config.name,
        "version": config.version,
        "sha256": hashlib.sha256(whole).hexdigest(),
        "bytes": len(whole),
        "float_bytes": len(floating),
        "parameters": sum(part.numel() for part in network.parameters()),
        "seed": config.seed,
        **meta,
        "taught": int(np.count_nonzero(~records.fixed)),
        "shipped": about,
        "folds": folds,
        "of_folds": config.folds,
        "calibrated_on": calibrated_on,
        "scale": round(scale, 4),
        "shift": [round(v, 4) for v in shift],
        "across": scores(records.y[places], p)
        | {"af": af_at(records.y[places], p, point.threshold)._asdict()},
        "fixed": scores(y, p8) | {"af": af_at(y, p8, point.threshold)._asdict()},
        "fixed_float": scores(y, p32) | {"af": af_at(y, p32, point.threshold)._asdict()},
        "lost_to_integers": {
            "mean_f1": round(lost, 5),
            "agree": round(float((whole8.argmax(1) == whole32.argmax(1)).mean()), 4),
            "records": len(every),
            "mean_difference": round(float(np.abs(whole8 - whole32).mean()), 5),
        },
        "fixed_10_s": scores(records.y[ten], p10),
    }
    RUN.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    rhythm_card.write(run)
    print(f"SHA256 for dsp/models.py: {hashlib.sha256(whole).hexdigest()}")


if __name__ == "__main__":
    main()
