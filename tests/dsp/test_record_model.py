"""The judge of whole recordings: its numbers, its trees, and when it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

import dsp
from dsp import model_arrays, models, record_model
from dsp.models import ModelMissing, ModelShape
from dsp.record_rhythm import model_said
from dsp.record_traits import ABSENT, NAMES, TIMING, traits
from dsp.rhythm_input import detrended
from dsp.types import Beat, Rhythm
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

FS = 250.0
RNG = np.random.default_rng(5)


def seen(uv: np.ndarray) -> dict[str, float]:
    beats = dsp.analyze(uv, FS).beats
    return dict(zip(NAMES, traits(detrended(uv), beats, FS), strict=True))


def test_traits_tell_even_from_uneven_beats_and_a_p_wave_from_none() -> None:
    even = seen(ecg(regular(30.0), 30.0, FS))
    uneven = seen(ecg(np.cumsum(RNG.uniform(0.5, 1.1, 34)).tolist(), 30.0, FS))
    assert even["usual_s"] == pytest.approx(0.8, abs=0.1)
    assert even["spread"] < 0.05 < uneven["spread"]
    assert even["changing"] < uneven["changing"]
    assert even["p_50"] > 0.9


@pytest.mark.parametrize("n", [0, 1, 100, 3000])
def test_there_are_traits_of_anything(n: int) -> None:
    for uv in (np.zeros(n), RNG.normal(0.0, 50.0, n)):
        row = detrended(uv) if n > 250 else uv[::2]
        for beats in ((), tuple(Beat(k) for k in range(0, n, 40))):
            found = traits(row, beats, FS)
            assert len(found) == len(NAMES)
            assert np.isfinite(found).all()
    assert traits(np.zeros(10), (), FS)[2 : len(TIMING)] == [ABSENT] * (len(TIMING) - 2)


def test_traits_do_not_ask_what_called_the_windows() -> None:
    uv = ecg(np.cumsum(RNG.uniform(0.5, 1.1, 34)).tolist(), 30.0, FS)
    ruled, called = dsp.analyze(uv, FS), dsp.analyze(uv, FS, classifier=models.shipped())
    assert traits(detrended(uv), ruled.beats, FS) == traits(detrended(uv), called.beats, FS)


def test_the_trees_are_walked_as_they_are_written() -> None:
    judge = record_model.shipped()
    with np.load(record_model.FILE) as held:
        arrays = {name: held[name] for name in held.files}
    for _ in range(5):
        x = RNG.normal(0.0, 2.0, len(NAMES)).astype(np.float32)
        total = arrays["base"].copy()
        for tree in range(len(arrays["trait"])):
            at, before = 0, -1
            while at != before:
                low = x[arrays["trait"][tree, at]] <= arrays["threshold"][tree, at]
                before, at = at, int(arrays["left" if low else "right"][tree, at])
            total[tree % len(total)] += arrays["value"][tree, at] * float(arrays["value_scale"])
        slow = np.exp(total - total.max())
        assert judge.trees(x.tolist()) == pytest.approx(slow / slow.sum(), abs=1e-9)


def test_what_it_says_is_a_distribution_that_follows_the_network() -> None:
    judge, numbers = record_model.shipped(), [ABSENT] * len(NAMES)
    chances = []
    for af in (0.0, 0.2, 0.9):
        said = dict.fromkeys(judge.labels, (1.0 - af) / 3.0) | {Rhythm.AF: af}
        found = judge.probabilities(said, numbers)
        assert sum(found.values()) == pytest.approx(1.0)
        chances.append(found[Rhythm.AF])
    assert chances == sorted(chances)


def test_it_is_asked_beside_its_own_network_alone() -> None:
    uv, model, judge = ecg(regular(30.0), 30.0, FS), models.shipped(), record_model.shipped()
    beats = dsp.analyze(uv, FS).beats
    assert judge.network == model.sha256, "run: python -m training.rhythm_record --write"
    alone, both = model_said(uv, FS, model), model_said(uv, FS, model, judge, beats)
    assert alone != both
    judge = record_model.load(record_model.FILE)
    judge.network = "another"
    assert model_said(uv, FS, model, judge, beats) == alone


def test_a_file_that_is_no_judge_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "judge.npz"
    with pytest.raises(ModelMissing):
        record_model.load(file)
    data = record_model.FILE.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelShape):
        record_model.load(file)
    with np.load(record_model.FILE) as held:
        arrays, meta = {name: held[name] for name in held.files}, json.loads(str(held["meta"]))
    del arrays["meta"]
    for changed in (meta | {"traits": ["one"]}, meta | {"labels": ["sinus", "af"]}):
        model_arrays.save(file, arrays, changed)
        with pytest.raises(ModelShape):
            record_model.load(file)
