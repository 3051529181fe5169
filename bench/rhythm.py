"""Rhythms: ``python -m bench.rhythm [--json] [--peers] [--without-rules] [--plot FILE]``.

Record labels on the split of CinC 2017 that the network has never seen, against rules and a light peer; AF by
window and by episode on MIT-BIH.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench import rhythm_episodes, rhythm_records
from bench.machine import machine
from dsp import Pipeline
from dsp.models import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence


AF_RECORDS: Final = rhythm_episodes.AF_RECORDS


def auc(noise: Sequence[float], rest: Sequence[float]) -> float:
    """Probability that a noise record scores lower than another, ties half."""
    a, b = np.asarray(noise), np.sort(np.asarray(rest))
    above = len(b) - np.searchsorted(b, a, side="right")
    ties = np.searchsorted(b, a, side="right") - np.searchsorted(b, a, side="left")
    return float((above + 0.5 * ties).sum() / max(1, len(a) * len(b)))


def cinc(*, peers: bool) -> dict[str, Any]:
    """The tables of records, with the noise AUC of the quality score."""
    found = rhythm_records.measured(peers=peers)
    quality = found.pop("quality")
    noise = [score for label, score in quality if label == "~"]
    rest = [score for label, score in quality if label != "~"]
    return found | {"noise_auc_of_quality": round(auc(noise, rest), 4)}


def show(table: dict[str, Any]) -> None:
    """Prints the figures."""
    labels = table["cinc2017"]
    for name, row in labels["methods"].items():
        f1 = ", ".join(f"{label} {value:.3f}" for label, value in row["f1"].items())
        print(f"CinC 2017, {row['records']} records, {name}: mean F1 {row['mean_f1']:.4f}  ({f1})")
    print(f"  calibration error {labels['ece']:.3f}; noise AUC of quality {labels['noise_auc_of_quality']}")
    for name, found in table["mitdb_af"].items():
        for group, row in found["windows"].items():
            print(f"MIT-BIH AF, {name}, {group}, {row['windows']} windows: Se {row['se']} Sp {row['sp']}")
        for group, row in found["half_minutes"].items():
            print(f"  {group}, {row['half_minutes']} half minutes: Se {row['se']} Sp {row['sp']}")
        for group in ("episodes", "episodes_30_s"):
            row = found[group]
            print(
                f"  {group}: {row['episodes']} annotated, Se {row['episode_se']} PPV {row['episode_ppv']}, "
                f"by length {row['duration_se']} / {row['duration_ppv']}, onset {row['onset_error_s']} s, "
                f"end {row['end_error_s']} s, burden off by {row['mean_burden_error_points']} points"
            )
        print(
            f"  false episodes in {found['hours_elsewhere']} h of the other records: "
            f"{found['false_episodes_elsewhere']}"
        )


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--peers", action="store_true", help="scikit-learn's gradient boosting too")
    parser.add_argument("--without-rules", action="store_true", help="MIT-BIH by the network's chain alone")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    options = parser.parse_args()
    peers = options.peers and find_spec("sklearn") is not None
    if options.peers and not peers:
        print("not installed, and so not measured: scikit-learn", file=sys.stderr)
    model = shipped()
    table = {
        **machine(chain=Pipeline.version, model=model.title, sha256=model.sha256),
        "cinc2017": cinc(peers=peers),
        "mitdb_af": {"network and rules": rhythm_episodes.measured(model)},
    }
    if not options.without_rules:
        table["mitdb_af"]["rules"] = rhythm_episodes.measured(None)
    if options.plot:
        from bench.rhythm_plot import rhythm_plot  # noqa: PLC0415 - matplotlib, for a picture only

        rhythm_plot(table["cinc2017"], options.plot)
    if options.json:
        print(json.dumps(table))
    else:
        show(table)


if __name__ == "__main__":
    main()
