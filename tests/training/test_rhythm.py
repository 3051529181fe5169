"""What the rhythm network is taught with and scored by; training itself needs torch and hours."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from training import rhythm_config
from training.rhythm_augment import Wearables
from training.rhythm_data import CLASSES, fold_of
from training.rhythm_scores import (
    af_at,
    af_point,
    calibration_error,
    confusion,
    f1_mean,
    reliability,
)

if TYPE_CHECKING:
    from pathlib import Path

NOISE = CLASSES.index("~")


def beats(n: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """A spike a second, at 125 Hz, of two heights in turn, on a wave; the usual peak is 1000 uV."""
    row = np.rint(100.0 * np.sin(np.arange(n) / 20.0))
    row[::125], row[::250] = 1000, 900
    row[::375] = 1000
    return row.astype(np.int16)


def wearables(seed: int, **shares: float) -> Wearables:
    whole = rhythm_config.read()[0].augment
    none = replace(
        whole, stretch=0, flip=0, swell=0, noise=0, hiss=0, mains=0, dull=0, saturate=0, drop=0, drown=0
    )
    noises = [np.random.default_rng(9).normal(0.0, 100.0, 10_000)]
    return Wearables(replace(none, **shares), noises, np.random.default_rng(seed))


def test_the_configuration_is_read_whole_and_its_labels_are_the_models() -> None:
    config, sha256 = rhythm_config.read()
    assert config.labels == ("sinus", "af", "other", "noise")
    assert len(config.class_weights) == len(config.labels)
    assert len(sha256) == 64


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    held = json.loads(rhythm_config.FILE.read_text())
    file = tmp_path / "rhythm.json"
    file.write_text(json.dumps(held | {"speed": 3}))
    with pytest.raises(TypeError, match="speed"):
        rhythm_config.read(file)


def test_nothing_done_is_the_record_prepared() -> None:
    row, y = wearables(1).example(beats(3750), 2, 3750)
    assert y == 2
    assert row == pytest.approx(beats(3750) / 1000.0, abs=1e-6)


@pytest.mark.parametrize(
    "what", ["stretch", "flip", "swell", "noise", "hiss", "mains", "dull", "saturate", "drop", "drown"]
)
def test_everything_done_to_an_example_changes_it_and_no_more_than_a_sample_can_hold(what: str) -> None:
    for seed in range(5):
        row, y = wearables(seed, **{what: 1.0}).example(beats(3750), 0, 2500)
        assert 2300 <= len(row) <= 2500
        assert np.isfinite(row).all()
        assert np.abs(row).max() <= 6.0
        assert y == (NOISE if what == "drown" else 0)
        again, _ = wearables(seed, **{what: 1.0}).example(beats(3750), 0, 2500)
        assert np.array_equal(row, again)
        plain, _ = wearables(seed).example(beats(3750), 0, 2500)
        assert len(row) != len(plain) or not np.array_equal(row, plain)


def test_a_record_stays_in_its_fold_whatever_the_others() -> None:
    folds = [fold_of(f"A{k:05d}", 10) for k in range(2000)]
    assert min(np.bincount(folds)) > 150
    assert folds[17] == fold_of("A00017", 10)


def test_the_challenges_score_leaves_noise_out() -> None:
    y = np.array([0, 0, 1, 2, 3])
    assert f1_mean(y, y) == 1.0
    assert f1_mean(y, np.array([0, 0, 1, 2, 0])) == pytest.approx((0.8 + 1.0 + 1.0) / 3.0)
    assert confusion(y, np.array([0, 1, 1, 2, 3]))[0].tolist() == [1, 1, 0, 0]


def test_the_threshold_of_af_leaves_the_wanted_share_of_normal_records_alone() -> None:
    rng = np.random.default_rng(5)
    y = np.repeat([0, 1], 1000)
    p = np.zeros((2000, 4))
    p[:, 1] = np.concatenate((rng.beta(1, 6, 1000), rng.beta(6, 1, 1000)))
    point = af_point(y, p, 97.0)
    assert 97.0 <= point.sp <= 97.2
    assert point.se > 90.0
    assert af_at(y, p, point.threshold) == point


def test_a_calibrated_model_has_no_calibration_error() -> None:
    rng = np.random.default_rng(6)
    sure = rng.uniform(0.5, 1.0, 20_000)
    p = np.column_stack((sure, 1.0 - sure, np.zeros((20_000, 2))))
    y = np.where(rng.random(20_000) < sure, 0, 1)
    assert calibration_error(y, p) < 0.015
    assert calibration_error(1 - y, p) > 0.4
    assert sum(b.n for b in reliability(y, p)) == 20_000
