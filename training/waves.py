"""The network that reads waves: ``python -m training.waves --data DIR [--out FILE]``.

DIR holds ``ludb``, ``mitdb`` and ``cinc2017`` as PhysioNet gives them: physionet.org/content/ludb/1.0.1/,
mitdb/1.0.0/ and challenge-2017/1.0.0/. Fitted on LUDB's records with odd numbers, all leads, and for whether
there is a P wave on beats of MIT-BIH's DS1 and of those records of CinC 2017 that end in 3. LUDB's even
records and DS2 are only measured, QTDB is not touched. Needs torch, which Hearth does not.

Whether a P wave is there is decided in a second step, by a logistic rule over the network's word and what the
beats before showed; its examples come from networks that have not seen the record (FOLDS of them).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch

from dsp.wave_net import FILE, WaveNet
from training import wave_network
from training.wave_beats import cinc, joined, ludb, ludb_records, mitdb, rows
from training.wave_p import p_rule
from training.wave_variants import looks, varied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray
    from training.wave_beats import Strip

SEED: Final = 7
VARIANTS: Final = 10  # of each beat of LUDB
EVERY: Final = 5  # beats of MIT-BIH are alike: one of so many, in fewer variants
DS1_VARIANTS: Final = 2
FOLDS: Final = 3  # by record number
FOLD_VARIANTS: Final = 5


def network(strips: Sequence[Strip], beats: Sequence[Strip], variants: int) -> dict[str, FloatArray]:
    """Weights fitted on strips of LUDB and of MIT-BIH."""
    rng = np.random.default_rng(SEED)
    marked = joined([rows(strip) for strip in strips if strip.peaks])
    others = joined([rows(strip, EVERY) for strip in beats])
    made = [varied(marked, rng) for _ in range(variants)]
    made += [varied(others, rng) for _ in range(DS1_VARIANTS)]
    together = joined(made)
    return wave_network.fit(looks(together), together.marks, together.p, SEED)


def main() -> None:
    """Fits and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("dsp") / FILE)
    options = parser.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order everywhere
    records = ludb_records(options.data / "ludb", odd=True)
    strips = list(ludb(options.data / "ludb", records))
    beats = [*mitdb(options.data / "mitdb"), *cinc(options.data / "cinc2017")]
    print(f"{len(strips)} strips of {len(records)} records of LUDB, {len(beats)} without marks", flush=True)
    folds = []
    for fold in range(FOLDS):
        seen = [strip for strip in strips if strip.record // 2 % FOLDS != fold]
        unseen = [strip for strip in strips if strip.record // 2 % FOLDS == fold]
        others = [strip for strip in beats if strip.record % FOLDS != fold]
        weights = network(seen, others, FOLD_VARIANTS)
        unseen_others = [strip for strip in beats if strip.record % FOLDS == fold]
        folds.append((WaveNet({**weights, "p": np.zeros(1)}), unseen, unseen_others))
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    rule = p_rule(folds)
    print("P decision:", np.round(rule, 2).tolist(), flush=True)
    weights = network(strips, beats, VARIANTS)
    small: dict[str, Any] = {name: values.astype(np.float16) for name, values in weights.items()}
    np.savez(options.out, **small, p=rule.astype(np.float32))
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
