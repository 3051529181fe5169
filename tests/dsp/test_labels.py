"""Beat classes follow shape and timing; nothing is lost, at borders, in runs, or between two snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

import dsp
from dsp import BeatLabel, class_model
from dsp.class_model import FILE, LABELS, Said
from dsp.class_timing import NAMES as TIMES
from dsp.class_timing import Timing
from dsp.labels import NAMES, TEMPLATES, Labeller
from dsp.models import ModelMissing, ModelShape
from dsp.state import pack, unpack
from tests import recordings
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FS_HZ = 250.0
N, S, V, Q = BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.Q


class Listener:
    """Keeps the features and says N."""

    def __init__(self) -> None:
        self.rows: list[list[float]] = []

    def judge(self, features: Sequence[float]) -> Said:
        self.rows.append(list(features))
        return Said(N, 1.0)


def labels(labeller: Labeller, x: np.ndarray, r_s: Sequence[float]) -> list[BeatLabel]:
    """Labels of beats at known places."""
    found, before = [], None
    for at in r_s:
        r = round(at * FS_HZ)
        found.append(labeller.label(x, r, 0.0, before and float(r - before)).label)
        before = r
    return found


def test_labels_follow_shape_and_timing() -> None:
    r_s = regular(60.0)
    r_s[50] -= 0.28  # early, of the usual shape
    r_s[30] -= 0.24
    x = ecg(r_s, 60.0, FS_HZ, wide=[30])
    found = labels(Labeller(), x, r_s)
    assert found[30] is V
    assert found[50] is S
    assert set(found[1:30] + found[31:50] + found[52:]) == {N}


@pytest.mark.parametrize("bpm", [140, 180])
def test_a_long_run_of_wide_beats_does_not_become_normal(bpm: int) -> None:
    before = regular(60.0)
    run = [before[-1] + 60.0 / bpm * (1 + k) for k in range(30)]
    after = [run[-1] + 1.0 + at for at in regular(20.0)]
    r_s = [*before, *run, *after]
    wide = range(len(before), len(before) + len(run))
    x = ecg(r_s, r_s[-1] + 1.0, FS_HZ, wide=wide)
    found = labels(Labeller(), x, r_s)
    assert [found[k] for k in wide].count(V) >= 29
    assert found[-15:] == [N] * 15


def test_beats_cut_off_by_a_border_are_there_and_q() -> None:
    x = ecg(regular(5.0), 5.0, FS_HZ)
    labeller = Labeller()
    assert labeller.label(x, 20, 0.0, None) == Said(Q, 0.0)
    assert labeller.label(x, len(x) - 20, 0.0, 200.0).label is Q
    assert labeller.label(x[:170], 125, 0.0, 200.0).label is N  # only its T wave is cut off


def test_a_restored_labeller_goes_on_the_same() -> None:
    r_s = regular(80.0)
    x = ecg(r_s, 80.0, FS_HZ, wide=[9, 20, 21, 40], noise_uv=60.0)
    whole, first = Listener(), Listener()
    labels(Labeller(whole), x, r_s)
    stopped, going = Labeller(first), Labeller(second := Listener())
    labels(stopped, x, r_s[:35])
    going.load(unpack(pack(stopped.state())))
    before = round(r_s[34] * FS_HZ)
    for at in r_s[35:]:
        r = round(at * FS_HZ)
        going.label(x, r, 0.0, float(r - before))
        before = r
    assert first.rows + second.rows == whole.rows
    assert {len(row) for row in whole.rows} == {len(NAMES)}


def test_intervals_are_judged_by_those_before() -> None:
    rng = np.random.default_rng(4)
    intervals = 200.0 * np.exp(0.2 * rng.standard_normal(120))
    timing = Timing()
    for k, interval in enumerate(intervals.tolist()):
        if k > 60:
            said = dict(zip(TIMES, timing.look(interval), strict=True))
            few, many = np.sort(intervals[k - 9 : k]), np.sort(intervals[k - 48 : k])
            assert said["rr_usual"] == pytest.approx(np.log(interval / few[4]))
            assert said["rr_before"] == pytest.approx(np.log(interval / intervals[k - 1]))
            assert said["rr_p20"] == pytest.approx(np.log(interval / many[9]))
            assert said["rr_p90"] == pytest.approx(np.log(interval / many[43]))
            assert said["second_usual"] == pytest.approx(np.log(intervals[k - 2] / few[4]))
        timing.learn(interval)


def test_what_templates_say_is_marked() -> None:
    assert {"like", "like_1", "p_like_2", "bin_usual_0"} <= TEMPLATES
    assert not {"rr_usual", "rr_usual_1", "area", "bin_0"} & TEMPLATES


def test_probabilities_add_up() -> None:
    network = class_model.load(FILE, NAMES)
    features = np.random.default_rng(2).normal(0.0, 0.5, (50, len(NAMES))).tolist()
    for row in features:
        shares = np.exp(network.logits(row))
        said = network.judge(row)
        assert said.label is LABELS[int(shares.argmax())]
        assert said.probability == pytest.approx(shares.max() / shares.sum())


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        class_model.load(tmp_path / "none.npz", NAMES)
    (tmp_path / "cut.npz").write_bytes(FILE.read_bytes()[:-100])
    with pytest.raises(ModelShape):
        class_model.load(tmp_path / "cut.npz", NAMES)
    with pytest.raises(ModelShape, match="other features"):
        class_model.load(FILE, NAMES[1:])


def test_ventricular_beats_of_real_records() -> None:
    path = recordings.path("mitdb", "119")
    signal = wfdb.rdrecord(str(path), channels=[0])
    annotation = wfdb.rdann(str(path), "atr")
    known = {int(s): symbol for s, symbol in zip(annotation.sample, annotation.symbol, strict=True)}
    wide = np.array([s for s, symbol in known.items() if symbol == "V"])
    normal = np.array([s for s, symbol in known.items() if symbol == "N"])
    called = np.array(
        [b.sample for b in dsp.analyze(signal.p_signal[:, 0] * 1000.0, 360.0).beats if b.label is V]
    )
    hit = sum(np.abs(called - s).min() < 54 for s in wide)
    false = sum(np.abs(normal - s).min() < 54 for s in called)
    assert hit > 0.97 * len(wide)
    assert false < 0.03 * len(wide)
