from __future__ import annotations

import numpy as np
import pytest

import dsp
from dsp import QualityReason
from dsp.quality import assess, template_correlation
from tests.dsp.signals import ecg, regular

FS = 250.0
R_S = regular(10.0)
PEAKS = [round(at * FS) for at in R_S]
CLEAN = ecg(R_S, 10.0, FS)
NEVER = np.zeros(len(CLEAN), np.bool_)


def judged(
    x: np.ndarray, off: np.ndarray = NEVER, *, cut: bool = False
) -> tuple[float, bool, set[QualityReason]]:
    score, analysable, reasons = assess(x, off, PEAKS, cut=cut)
    return score, analysable, set(reasons)


def test_clean_is_clean() -> None:
    score, analysable, reasons = judged(CLEAN)
    assert analysable
    assert score > 0.95
    assert reasons == set()


def test_flat() -> None:
    flat = CLEAN.copy()
    flat[500:2200] = 7.0
    assert judged(flat) == (0.0, False, {QualityReason.FLAT})


def test_an_asystole_is_not_flat() -> None:
    quiet = np.random.default_rng(1).normal(0.0, 6.0, 2500)
    score, analysable, _ = assess(quiet, NEVER, [], cut=False)
    assert analysable
    assert score > 0.5


def test_lead_off() -> None:
    off = NEVER.copy()
    off[:800] = True
    assert judged(CLEAN, off) == (0.0, False, {QualityReason.LEAD_OFF})
    off[100:] = False
    score, analysable, reasons = judged(CLEAN, off)
    assert analysable
    assert score < 1.0
    assert reasons == {QualityReason.LEAD_OFF}


def test_saturated() -> None:
    assert QualityReason.SATURATED in judged(np.clip(CLEAN * 3.0, -400.0, 900.0))[2]
    assert QualityReason.SATURATED not in judged(np.maximum(CLEAN * 3.0, 0.0))[2]  # a baseline is no rail


@pytest.mark.parametrize("hz", [50.0, 60.0])
def test_mains(hz: float) -> None:
    t = np.arange(2500) / FS
    score, _, reasons = judged(CLEAN + 800.0 * np.sin(2 * np.pi * hz * t))
    assert QualityReason.MAINS in reasons
    assert score < 0.7


def test_baseline() -> None:
    t = np.arange(2500) / FS
    assert QualityReason.BASELINE in judged(CLEAN + 5000.0 * np.sin(2 * np.pi * 0.3 * t))[2]


def test_noise_and_motion_rule_a_window_out() -> None:
    rng = np.random.default_rng(5)
    muscle = CLEAN + rng.normal(0.0, 2500.0, 2500)
    assert not judged(muscle)[1]
    assert QualityReason.NOISE in judged(muscle)[2]
    steps = np.convolve(rng.normal(0.0, 4000.0, 2500), np.hanning(40) / 20.0, "same")
    assert not judged(CLEAN + steps)[1]
    assert QualityReason.MOTION in judged(CLEAN + steps)[2]


def test_the_score_falls_as_noise_grows() -> None:
    noise = np.random.default_rng(6).normal(0.0, 1.0, 2500)
    scores = [judged(CLEAN + level * noise)[0] for level in (0.0, 100.0, 200.0, 400.0, 800.0)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[-1] > 0.7


def test_two_alternating_shapes_are_not_noise() -> None:
    wide = list(range(1, len(R_S), 2))
    assert judged(ecg(R_S, 10.0, FS, wide=wide))[0] > 0.9


def test_likeness_needs_three_beats() -> None:
    assert template_correlation(CLEAN, PEAKS[:2]) is None
    likeness = template_correlation(CLEAN, PEAKS)
    assert likeness is not None
    assert likeness > 0.95


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
