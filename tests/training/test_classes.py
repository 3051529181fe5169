"""Made-up hearts are what they are said to be; eight bits hold what was fitted."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from dsp.class_model import LABELS, Network
from tests.dsp.signals import ecg, regular
from training.class_hearts import Heart, paced, varied, widened
from training.class_net import Net, calibration_error, fit, quantized, restored, softmax, temperature
from training.class_rows import NONE, rows
from training.class_settings import settings
from training.class_table import f1, table

FS_HZ = 250.0
LENGTH_S = 120.0


def heart() -> Heart:
    """An even heart with ventricular beats, two leads."""
    r_s = regular(LENGTH_S)
    wide = list(range(7, len(r_s), 20))
    uv = ecg(r_s, LENGTH_S, FS_HZ, wide=wide)
    classes = "".join("V" if k in wide else "N" for k in range(len(r_s)))
    return Heart("made", np.stack((uv, 0.5 * uv)), FS_HZ * np.array(r_s), classes)


@pytest.mark.parametrize("seed", range(6))
def test_early_beats_are_early_and_complexes_stay_what_they_were(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = Heart("made", heart().uv[:1], heart().beats, heart().classes)
    made = paced(one, rng, fibrillates=False)
    assert [c for c in made.classes if c == "V"] == [c for c in one.classes if c == "V"]
    assert len(made.beats) == len(one.beats)
    early = [k for k, c in enumerate(made.classes) if c == "S"]
    intervals = np.diff(made.beats)
    usual = float(np.median(intervals))
    assert all(intervals[k - 1] < 0.95 * max(usual, np.diff(one.beats)[k - 1]) for k in early)
    for old, new in zip(one.beats[1:-1], made.beats[1:-1], strict=True):
        a, b = round(old), round(new)
        before, after = one.uv[0][a - 8 : a + 9], made.uv[0][b - 8 : b + 9]
        assert np.corrcoef(before, after)[0, 1] > 0.9


def test_a_fibrillating_heart_has_no_early_beats() -> None:
    one = Heart("made", heart().uv[:1], heart().beats, heart().classes)
    made = paced(one, np.random.default_rng(5), fibrillates=True)
    assert "S" not in made.classes
    changes = np.abs(np.diff(np.diff(made.beats)))
    assert np.median(changes) > 5.0 * np.median(np.abs(np.diff(np.diff(one.beats))))


def test_wide_beats_take_the_place_of_others() -> None:
    one = Heart("made", heart().uv[:1], heart().beats, "N" * len(heart().beats))
    made = widened(one, np.random.default_rng(1))
    wide = np.array([c == "V" for c in made.classes])
    assert wide.any()
    assert (np.diff(made.beats) > 0).all()
    assert np.isin(made.beats[~wide], one.beats).all()


def test_variants_depend_on_the_seed_alone() -> None:
    noises = [np.random.default_rng(3).standard_normal(5000)]
    first, second = (varied(heart(), noises, np.random.default_rng(9)) for _ in range(2))
    assert np.array_equal(first.uv, second.uv)
    assert first.classes == second.classes


def test_rows_hold_the_beats_that_the_chain_finds() -> None:
    one = Heart("made", heart().uv[:1], heart().beats, heart().classes)
    found = rows(one)
    assert int((found.y == LABELS.index("V")).sum()) == one.classes.count("V")
    assert int((found.y == NONE).sum()) <= 1
    assert int(found.missed.sum()) <= 2  # cut off by the ends
    data = table([one], lambda: None)
    assert f1(data, np.where(data.y < 0, 0, data.y))["V"] == 100.0


def learnt() -> tuple[Net, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(6)
    x = rng.normal(0.0, 2.0, (6000, 5)) + 3.0
    y = np.where(x[:, 0] > 4.0, 2, np.where(x[:, 1] * x[:, 2] > 12.0, 1, 0))
    drawn = np.array([False, False, False, True, True])
    return fit(x, y, np.ones(len(y)), replace(settings(), epochs=40), lambda: None, drawn), x, y


def test_a_network_learns_and_eight_bits_say_the_same() -> None:
    net, x, y = learnt()
    logits = net.logits(x)
    assert (logits.argmax(axis=1) == y).mean() > 0.95
    held = quantized(net)
    small = restored(held)
    assert (small.logits(x).argmax(axis=1) == logits.argmax(axis=1)).mean() > 0.99
    shipped = Network(held, {})
    said = np.array([shipped.logits(row) for row in x[:200].tolist()])
    assert said == pytest.approx(small.logits(x[:200]), abs=1e-2)
    # What a beat looks like does not speak for S.
    moved = x[:200] + np.array([0.0, 0.0, 0.0, 2.0, -2.0])
    assert net.logits(moved)[:, 1] == pytest.approx(net.logits(x[:200])[:, 1])


def test_a_temperature_makes_probabilities_hold() -> None:
    rng = np.random.default_rng(8)
    logits = rng.normal(0.0, 1.5, (20_000, 4))
    y = (rng.random((len(logits), 1)) > np.cumsum(softmax(logits), axis=1)).sum(axis=1)
    assert temperature(3.0 * logits, y) == pytest.approx(3.0, rel=0.1)
    assert calibration_error(logits, y) < 0.01 < calibration_error(3.0 * logits, y)
