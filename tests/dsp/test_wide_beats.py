"""Runs of wide beats, as in ventricular tachycardia, are found: none of these were taught."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from bench.ec57 import score
from bench.wide_runs import RATES_BPM, all_made, all_moved, found_in
from tests.dsp.signals import ecg, regular

FS_HZ: Final = 250
WANTED: Final = 95.0  # percent: beats found, and of those found that are beats
FASTEST_WANTED: Final = (
    90.0  # at 240 a minute recorded beats overlap by half: what is left has two equal lobes
)


@pytest.mark.parametrize("bpm", RATES_BPM)
def test_made_runs_are_found(bpm: int) -> None:
    found = all_made(bpm)
    assert found.se >= WANTED
    assert found.ppv >= WANTED


@pytest.mark.parametrize("bpm", RATES_BPM)
def test_recorded_wide_beats_moved_together_are_found(bpm: int) -> None:
    found = all_moved(bpm)
    assert found.se >= (WANTED if bpm < RATES_BPM[-1] else FASTEST_WANTED)
    assert found.ppv >= WANTED


def test_tall_waves_after_slow_wide_beats_are_no_beats() -> None:
    """Bundle branch block: what follows each beat is as wide and nearly as tall, and none."""
    at = np.arange(0.7, 60.0, 0.9)
    t = np.arange(60 * FS_HZ) / FS_HZ
    uv = np.random.default_rng(7).normal(0.0, 5.0, len(t))
    for one in at:
        uv += 900.0 * np.exp(-0.5 * ((t - one) / 0.026) ** 2)
        uv -= 700.0 * np.exp(-0.5 * ((t - one - 0.33) / 0.055) ** 2)
    found = score(np.rint(at * FS_HZ).astype(np.int64), found_in(uv), FS_HZ, start_s=2.0)
    assert found.fp == 0
    assert found.fn == 0


def test_a_small_step_in_the_pause_after_a_wide_beat_is_none() -> None:
    """An electrode that moves a little, a quarter as steep as any beat."""
    r_s = regular(60.0, 0.9)
    uv = ecg(r_s, 60.0, FS_HZ, noise_uv=4.0)
    clean = found_in(uv)
    for at in r_s[5:-5:6]:
        k = round((at + 0.55) * FS_HZ)
        uv[k : k + 200] += 120.0 * np.minimum(1.0, np.arange(200) / 8.0) * np.linspace(1.0, 0.0, 200) ** 2
    found = found_in(uv)
    assert len(found) == len(clean)
    assert np.abs(found - clean).max() <= 2
