"""Trains the rhythm network: ``python -m training.rhythm --data DIR --work DIR``.

DIR holds PhysioNet's ``cinc2017`` (challenge-2017/1.0.0, the training set) and ``nstdb`` (ma and bw alone
are read). Needs torch and onnx. What is trained is written in ``training/rhythm.json``: a network for each
fold of the records, and the one that ships, which has never seen every tenth record. A run that was stopped
goes on from its last epoch. ``--only`` trains some of them: several runs may share a ``--work`` folder.
``python -m training.rhythm_ship`` then calibrates, quantizes and writes the network and its card.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch

from training import rhythm_config, rhythm_data
from training.rhythm_pupil import logits, train

SHIPPED: Final = "shipped"


def main() -> None:
    """Trains what is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds cinc2017 and nstdb")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and networks")
    parser.add_argument("--only", nargs="*", help="fold numbers, or shipped; without it: all")
    parser.add_argument("--fold-epochs", type=int, help="of the networks of folds; without it: as the other")
    options = parser.parse_args()
    whole, sha256 = rhythm_config.read()
    fewer = replace(whole, epochs=options.fold_epochs or whole.epochs)
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    records = rhythm_data.records(options.data / "cinc2017", options.work, whole)
    noises = rhythm_data.noises(options.data / "nstdb")
    for name in options.only or [SHIPPED, *map(str, range(whole.folds))]:
        file = options.work / f"{name}.pt"
        if file.is_file():
            continue
        config = whole if name == SHIPPED else fewer
        held_out = records.fixed if name == SHIPPED else records.fold == int(name)
        print(f"{name}: {np.count_nonzero(~held_out)} records, {np.count_nonzero(held_out)} held out")
        network, cpu_s = train(config, records, noises, held_out, options.work / f"{name}.checkpoint.pt")
        held = np.flatnonzero(held_out)
        said = logits(network, [records.rows[k] for k in held], config.longest_s)
        np.savez(options.work / f"{name}.npz", places=held, logits=said)
        about = {
            "epochs": config.epochs,
            "cpu_s": round(cpu_s),
            "config": sha256,
            "data": records.sha256,
        }
        torch.save({"network": network.state_dict(), "about": json.dumps(about)}, file)


if __name__ == "__main__":
    main()
