from __future__ import annotations

import numpy as np
import pytest

from dsp.rhythm_input import TOP, detrended, prepare
from tests.dsp.signals import ecg, regular


def test_every_second_sample_is_kept() -> None:
    for n in (2500, 2501, 7500):
        assert prepare(np.zeros(n)).shape == (n // 2,)


def test_offset_drift_and_gain_do_not_matter() -> None:
    uv = ecg(regular(20.0), 20.0, 250.0)
    t = np.arange(len(uv)) / 250.0
    drifting = uv + 5000.0 + 300.0 * np.sin(2.0 * np.pi * 0.05 * t)
    inside = slice(250, -250)  # the ends are mirrored: a slope bends there
    assert prepare(drifting)[inside] == pytest.approx(prepare(uv)[inside], abs=0.03)
    assert prepare(4.0 * uv) == pytest.approx(prepare(uv), abs=1e-5)
    assert prepare(-uv) == pytest.approx(-prepare(uv), abs=1e-5)


def test_beats_are_about_one_high_and_artefacts_are_bounded() -> None:
    uv = ecg(regular(20.0), 20.0, 250.0)
    assert np.sort(prepare(uv))[-10] == pytest.approx(1.0, abs=0.1)
    uv[1000] = 5e5
    assert np.abs(prepare(uv)).max() == TOP


def test_a_silent_electrode_stays_silent() -> None:
    hiss = np.random.default_rng(1).normal(0.0, 0.5, 2500)
    assert np.abs(prepare(hiss)).max() < 0.5


def test_what_tells_rhythms_passes_and_what_folds_does_not() -> None:
    t = np.arange(5000) / 250.0
    inside = slice(200, -200)

    def kept(hz: float) -> float:
        return float(detrended(np.sin(2.0 * np.pi * hz * t))[inside].std() * np.sqrt(2.0))

    assert kept(0.2) < 0.25
    assert kept(2.0) > 0.9
    assert kept(25.0) == pytest.approx(1.0, abs=0.05)
    assert kept(110.0) < 0.05
