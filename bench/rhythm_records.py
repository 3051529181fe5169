"""Record labels of CinC 2017: the network that ships, the rules, and a light peer on RR intervals."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench.rhythm_peer import features, light
from dsp import analyze, record_model
from dsp.half_minute import LENGTH
from dsp.models import shipped
from dsp.record_rhythm import LABELS, at_chain_rate, model_rhythm, model_said, record_rhythm
from dsp.resample import FS_HZ
from tests import recordings
from training.rhythm_data import CLASSES, fold_of
from training.rhythm_scores import calibration_error, confusion, f1, f1_mean, reliability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsp.models import Classifier
    from dsp.types import FloatArray
    from training.rhythm_scores import Places

FIXED: Final = 10  # one of so many records was never seen by the network: training/rhythm.json
SEEN_BY_P: Final = "3"  # names that end so taught the P waves that the rules look at
NOT_SAID: Final = tuple(0.0 for _ in CLASSES)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record with its class and what each way called it, as indices into CLASSES.

    ``both``: the network and the judge of recordings; ``said``: their probabilities, zeros where the record
    was too short; ``quality``: the chain's mean score; ``features``: what the light peer sees; ``half``: what
    the chain calls the first half minute that it tells, and what the network alone does; None where there is
    none.
    """

    name: str
    y: int
    both: int
    network: int
    rules: int
    said: tuple[float, ...]
    quality: float
    features: tuple[float, ...]
    half: tuple[int, int] | None = None

    @property
    def fixed(self) -> bool:
        """Whether the network that ships has never seen it."""
        return fold_of(self.name, FIXED) == 0


def judged(*, everything: bool) -> Iterator[Judged]:
    """Records of the fixed split, or all."""
    folder, model, judge = recordings.folder("cinc2017"), shipped(), record_model.shipped()
    order = [model.labels.index(label) for label in LABELS]
    with (folder / "REFERENCE.csv").open() as file:
        known = dict(csv.reader(file))
    for name in sorted(known):
        if not (folder / f"{name}.hea").is_file() or not (everything or fold_of(name, FIXED) == 0):
            continue
        signal = wfdb.rdrecord(str(folder / name))
        uv = signal.p_signal[:, 0] * 1000.0
        found = analyze(uv, signal.fs)
        rules = record_rhythm(found)
        total = max(1, sum(w.n for w in found.windows))
        one = Judged(
            name,
            CLASSES.index(known[name]),
            *(CLASSES.index(rules.value),) * 3,
            NOT_SAID,
            sum(w.quality.score * w.n for w in found.windows) / total,
            features(found),
        )
        if not one.fixed:  # teaches the light peer alone
            yield one
            continue
        label = model_rhythm(uv, signal.fs, model, judge, found.beats) or rules
        alone = model_rhythm(uv, signal.fs, model) or rules
        said = model_said(uv, signal.fs, model, judge, found.beats)
        yield replace(
            one,
            both=CLASSES.index(label.value),
            network=CLASSES.index(alone.value),
            said=tuple(list(said.values())[k] for k in order) if said else NOT_SAID,
            half=_half(uv, signal.fs, model),
        )


def _half(uv: FloatArray, fs_hz: float, model: Classifier) -> tuple[int, int] | None:
    """:attr:`Judged.half` of a record."""
    for window in analyze(uv, fs_hz, classifier=model).windows:
        if window.rhythm_30s is not None:
            end = round((window.start + window.n) * FS_HZ / fs_hz)
            alone = model_rhythm(at_chain_rate(uv, fs_hz)[max(0, end - LENGTH) : end], FS_HZ, model)
            if alone is not None:
                return CLASSES.index(LABELS[window.rhythm_30s].value), CLASSES.index(alone.value)
    return None


def measured(*, peers: bool) -> dict[str, Any]:
    """Tables of the fixed split; ``peers``: the light model too, for which all records are analysed."""
    every = list(judged(everything=peers))
    fixed = [one for one in every if one.fixed]
    apart = [one for one in fixed if not one.name.endswith(SEEN_BY_P)]
    said = [one for one in fixed if one.said != NOT_SAID]
    y, p = np.array([one.y for one in said]), np.array([one.said for one in said])
    halves = [one for one in fixed if one.half]
    methods = {
        "network and traits": _table(fixed, [one.both for one in fixed]),
        "half minutes in the chain": _table(halves, [one.half[0] for one in halves if one.half]),
        "half minutes, network": _table(halves, [one.half[1] for one in halves if one.half]),
        "network and traits, where rules may be scored": _table(apart, [one.both for one in apart]),
        "network": _table(fixed, [one.network for one in fixed]),
        "network, where rules may be scored": _table(apart, [one.network for one in apart]),
        "rules": _table(apart, [one.rules for one in apart]),
    }
    if peers:
        taught = [one for one in every if not one.fixed]
        called = light(
            np.array([one.features for one in taught]),
            np.array([one.y for one in taught]),
            np.array([one.features for one in apart]),
        )
        methods["light gradient boosting on RR"] = _table(apart, called.tolist())
    return {
        "methods": methods,
        "ece": round(calibration_error(y, p), 4),
        "reliability": [[round(b.said, 3), round(b.right, 3), b.n] for b in reliability(y, p)],
        "quality": [[CLASSES[one.y], round(one.quality, 4)] for one in fixed],
    }


def _table(rows: list[Judged], called: list[int]) -> dict[str, Any]:
    """F1 by class, their mean over N, A and O, and the confusion."""
    y: Places = np.array([one.y for one in rows])
    found: Places = np.array(called)
    return {
        "records": len(y),
        "f1": {label: round(float(v), 4) for label, v in zip(CLASSES, f1(y, found), strict=True)},
        "mean_f1": round(f1_mean(y, found), 4),
        "confusion": {
            label: dict(zip(CLASSES, row, strict=True))
            for label, row in zip(CLASSES, confusion(y, found).tolist(), strict=True)
        },
    }
