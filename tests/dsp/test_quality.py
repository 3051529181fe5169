from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import dsp
from dsp import QualityReason
from dsp.models import ModelShape
from dsp.quality import assess
from dsp.quality_features import NAMES, measure
from dsp.quality_model import load, save, shipped
from dsp.thresholds import value
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

FS = 250.0
LENGTH_S = 40.0
BEATS_S = regular(LENGTH_S)
CLEAN = ecg(BEATS_S, LENGTH_S, FS)
TIME_S = np.arange(len(CLEAN)) / FS
WINDOW = CLEAN[:2500]
PEAKS = [round(at * FS) for at in BEATS_S if at < 10.0]
NEVER = np.zeros(2500, np.bool_)


def judged(x: np.ndarray) -> dsp.Quality:
    """The third window of a signal, by the beats that the chain itself found."""
    found = dsp.analyze(x, FS).quality
    for one in found:
        assert 0.0 <= one.score <= 1.0
        assert 0.0 < one.noise < 1.0
        assert one.analysable or one.reasons
        assert one.analysable or one.score < value("analysable")
    return found[2]


def motion(level_uv: float) -> np.ndarray:
    """Bumps as wide as waves."""
    loud = np.random.default_rng(5).normal(0.0, level_uv, len(CLEAN))
    return np.convolve(loud, np.hanning(40) / 4.0, "same")


def muscle(level_uv: float) -> np.ndarray:
    return np.random.default_rng(6).normal(0.0, level_uv, len(CLEAN))


def test_clean_is_clean() -> None:
    found = judged(CLEAN)
    assert found.score > 0.95
    assert found.noise < 0.05
    assert found.reasons == ()


@pytest.mark.parametrize("scale", [-1.0, 0.2, 3.0])
def test_neither_size_nor_sign_makes_a_bad_signal(scale: float) -> None:
    assert judged(scale * CLEAN).score > 0.9


def test_flat() -> None:
    flat = WINDOW.copy()
    flat[500:2200] = 7.0
    found = assess(flat, NEVER, PEAKS, cut=False)
    assert (found.score, found.analysable, found.reasons) == (0.0, False, (QualityReason.FLAT,))


def test_an_asystole_is_not_flat() -> None:
    quiet = np.random.default_rng(1).normal(0.0, 6.0, 2500)
    found = assess(quiet, NEVER, [], cut=False)
    assert found.analysable
    assert found.score > 0.5


def test_a_pause_is_not_a_bad_signal() -> None:
    x = ecg([at for at in BEATS_S if not 22.0 < at < 27.0], LENGTH_S, FS)
    assert judged(x).analysable
    assert [f.kind for f in dsp.analyze(x, FS).findings].count(dsp.FindingKind.PAUSE) == 1


def test_lead_off() -> None:
    off = NEVER.copy()
    off[:800] = True
    found = assess(WINDOW, off, PEAKS, cut=False)
    assert (found.score, found.analysable, found.reasons) == (0.0, False, (QualityReason.LEAD_OFF,))
    off[100:] = False
    found = assess(WINDOW, off, PEAKS, cut=False)
    assert found.analysable
    assert found.score < assess(WINDOW, NEVER, PEAKS, cut=False).score
    assert found.reasons == (QualityReason.LEAD_OFF,)


def test_saturated() -> None:
    assert QualityReason.SATURATED in judged(np.clip(CLEAN * 3.0, -400.0, 900.0)).reasons
    assert (
        QualityReason.SATURATED not in judged(np.maximum(CLEAN * 3.0, 0.0)).reasons
    )  # a baseline is no rail


@pytest.mark.parametrize("hz", [50.0, 60.0])
def test_mains(hz: float) -> None:
    hum = np.sin(2 * np.pi * hz * TIME_S)
    assert QualityReason.MAINS in judged(CLEAN + 800.0 * hum).reasons
    assert judged(CLEAN + 20.0 * hum).reasons == ()


def test_baseline() -> None:
    assert QualityReason.BASELINE in judged(CLEAN + 5000.0 * np.sin(2 * np.pi * 0.3 * TIME_S)).reasons
    assert judged(CLEAN + 200.0 * np.sin(2 * np.pi * 0.3 * TIME_S)).reasons == ()


def test_muscle_is_noise_and_bumps_are_motion() -> None:
    loud = judged(CLEAN + muscle(900.0))
    assert not loud.analysable
    assert QualityReason.NOISE in loud.reasons
    moved = judged(CLEAN + motion(4000.0))
    assert not moved.analysable
    assert QualityReason.MOTION in moved.reasons
    assert loud.noise > 0.5


def test_the_score_falls_as_noise_grows() -> None:
    scores = [judged(CLEAN + motion(level)).score for level in (0.0, 300.0, 4000.0)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[-1] > 0.7


def test_two_alternating_shapes_are_not_noise() -> None:
    assert judged(ecg(BEATS_S, LENGTH_S, FS, wide=list(range(1, len(BEATS_S), 2)))).score > 0.8


@pytest.mark.parametrize("rr_s", [0.35, 0.45])
def test_a_run_of_wide_beats_is_not_motion(rr_s: float) -> None:
    before = [at for at in BEATS_S if at < 22.0]
    run = [before[-1] + 0.5 + rr_s * k for k in range(7)]
    after = [run[-1] + 1.0 + 0.8 * k for k in range(12)]
    wide = range(len(before), len(before) + len(run))
    x = ecg([*before, *run, *after], LENGTH_S, FS, wide=wide)
    assert judged(x).analysable
    assert not judged(x + motion(4000.0)).analysable


def test_pieces_too_short_to_judge_are_gaps() -> None:
    found = assess(WINDOW[:200], NEVER[:200], PEAKS[:1], cut=True)
    assert (found.score, found.analysable, found.reasons) == (0.0, False, (QualityReason.GAP,))


@pytest.mark.parametrize("n", [300, 301, 511, 777, 2499, 2500])
@pytest.mark.parametrize("beats", [0, 1, 2, 3, 40])
def test_any_window_has_its_features(n: int, beats: int) -> None:
    for x in (np.zeros(n), np.full(n, 1e6), CLEAN[:n], -1e6 * np.sign(CLEAN[:n])):
        seen = measure(x, [round(k) for k in np.linspace(0, n - 1, beats)])
        assert seen.features.shape == (len(NAMES),)
        assert np.isfinite(seen.features).all()


def test_features_do_not_know_the_baseline() -> None:
    moved = measure(WINDOW + 300.0, PEAKS).features
    assert moved == pytest.approx(measure(WINDOW, PEAKS).features, abs=2e-3)


def test_the_network_is_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "network.npz"
    save(path, shipped())
    features = measure(WINDOW, PEAKS).features
    assert load(path).judge(features) == shipped().judge(features)
    np.savez(path, names=np.array(["other"]))
    with pytest.raises(ModelShape, match="other features"):
        load(path)


def test_the_stream_says_why_a_window_is_useless() -> None:
    uv = ecg(regular(40.0), 40.0, FS)
    uv[2500:5000] = np.nan
    uv[5000:7500] = 12.0
    found = dsp.analyze(uv, FS)
    assert [set(q.reasons) for q in found.quality] == [
        set(),
        {QualityReason.LEAD_OFF},
        {QualityReason.FLAT},
        set(),
    ]
    assert [w.hr_bpm is None for w in found.windows] == [False, True, True, False]
    assert found.windows[1].null_reasons["hr_bpm"] == "low_quality"
