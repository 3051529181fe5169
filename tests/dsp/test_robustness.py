"""Trouble that an ECG meets changes nothing, or little: the same beats are found in it, and no others."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
import wfdb

import dsp
from bench.beats import detected, truth
from bench.ec57 import Score, score
from dsp import FindingKind, Rhythm
from dsp.pipeline import LIMIT_UV
from tests import recordings
from tests.dsp import troubles
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from dsp.types import FloatArray
    from tests.dsp.troubles import Trouble

FS_HZ = 360.0
LENGTH_S = 70
# Many shapes, tall T waves, fibrillation with noise, blocks, and four hearts with pacemakers.
RECORDS = ("119", "113", "203", "222", "102", "104", "107", "217")
TROUBLES: dict[str, Trouble] = {
    "upside down": lambda uv, _: -uv,
    "a fifth of the size": lambda uv, _: uv * 0.2,
    "five times the size": lambda uv, _: uv * 5.0,
    "QRS of 50 uV": troubles.sized(50.0),
    "QRS of 10 mV": troubles.sized(10_000.0),
    "300 mV of electrode potential": lambda uv, _: uv + 300_000.0,
    "mains of 50 Hz": troubles.mains(50.0),
    "mains of 60 Hz": troubles.mains(60.0),
    "clipped beats": troubles.saturated,
    "breathing": troubles.wandering,
    "overflowing numbers": troubles.overflows,
}
RATES_HZ = (100.0, 128.0, 130.0, 200.0, 250.0, 500.0, 1000.0)


class Known(NamedTuple):
    uv: FloatArray
    beats: np.ndarray


@cache
def known(record: str) -> Known:
    path = recordings.path("mitdb", record)
    signal = wfdb.rdrecord(str(path), channels=[0], sampto=round(LENGTH_S * FS_HZ))
    beats = truth(path).beats
    return Known(np.rint(signal.p_signal[:, 0] * 1000.0), beats[beats < LENGTH_S * FS_HZ])


def scored(record: str, uv: FloatArray, fs_hz: float = FS_HZ) -> Score:
    beats = detected(uv, fs_hz)
    reference = np.round(known(record).beats * fs_hz / FS_HZ).astype(np.int64)
    return score(reference, beats, fs_hz, start_s=0.0)


@cache
def clean() -> float:
    return sum((scored(record, known(record).uv) for record in RECORDS), Score()).f1


def spoilt(trouble: Trouble) -> float:
    return sum((scored(record, trouble(known(record).uv, FS_HZ)) for record in RECORDS), Score()).f1


@pytest.mark.parametrize("name", list(TROUBLES))
def test_the_same_beats_are_found_in_trouble(name: str) -> None:
    assert spoilt(TROUBLES[name]) >= 0.99 * clean() > 98.0


@pytest.mark.parametrize("fs_hz", RATES_HZ)
def test_the_same_beats_are_found_at_every_rate(fs_hz: float) -> None:
    found = sum(
        (scored(record, troubles.resampled(known(record).uv, FS_HZ, fs_hz), fs_hz) for record in RECORDS[:4]),
        Score(),
    )
    assert found.f1 >= 0.99 * sum((scored(r, known(r).uv) for r in RECORDS[:4]), Score()).f1


def test_spikes_of_a_pacemaker_are_no_beats() -> None:
    total = Score()
    for record in RECORDS:
        uv, beats = known(record)
        total += scored(record, troubles.spiked(beats / FS_HZ)(uv, FS_HZ))
    assert total.f1 >= 0.99 * clean()


def test_the_gain_may_change_while_it_streams() -> None:
    # A beat or two are lost where it falls to a fifth, and some noise is doubtful where it grows 25 times.
    assert spoilt(troubles.steps) >= 0.98 * clean()


def test_leaps_of_the_baseline_cost_no_more_than_themselves() -> None:
    # One leap every 7 s, each a step of 3 to 5 mV: less than one false or lost beat for each.
    leaps = len(RECORDS) * (LENGTH_S // 7 - 1)
    total = Score()
    for record in RECORDS:
        total += scored(record, troubles.jumps(known(record).uv, FS_HZ))
    plain = sum((scored(record, known(record).uv) for record in RECORDS), Score())
    assert total.fp + total.fn - plain.fp - plain.fn <= 1.5 * leaps


def test_blinks_of_contact_lose_only_the_beats_in_them() -> None:
    total = sum((scored(r, troubles.blinks(known(r).uv, FS_HZ)) for r in RECORDS), Score())
    plain = sum((scored(r, known(r).uv) for r in RECORDS), Score())
    # 40 ms are lost every 3.1 s, and what lies within 80 ms of them is doubtful.
    assert total.fp - plain.fp <= 2
    assert total.se >= plain.se - 100.0 * (0.04 + 0.16) / 3.1


@pytest.mark.parametrize(("start_s", "end_s"), [(0.0, 15.0), (20.0, 35.0), (45.0, 60.0)])
def test_a_flat_line_has_no_beats_and_ends_nothing(start_s: float, end_s: float) -> None:
    r_s = regular(60.0)
    uv = ecg(r_s, 60.0, 250.0)
    uv[round(start_s * 250) : round(end_s * 250)] = uv[round(start_s * 250)]
    found = dsp.analyze(uv, 250.0)
    at = np.array([beat.sample / 250.0 for beat in found.beats])
    assert not np.any((at > start_s + 0.1) & (at < end_s - 0.1))
    far = [t for t in r_s if not start_s - 0.2 < t < end_s + 0.2]
    assert sum(np.abs(at - t).min() < 0.05 for t in far) == len(far)
    assert len(at) <= len(far) + 2
    assert FindingKind.PAUSE not in {finding.kind for finding in found.findings}


def test_a_pause_of_six_seconds_is_one() -> None:
    r_s = [t for t in regular(60.0) if not 30.0 < t < 35.5]
    found = dsp.analyze(ecg(r_s, 60.0, 250.0), 250.0)
    assert len(found.beats) == len(r_s)
    [pause] = [finding for finding in found.findings if finding.kind is FindingKind.PAUSE]
    assert pause.value == pytest.approx(max(np.diff(r_s)), abs=0.02)
    assert 6.0 <= pause.value < 7.0


@pytest.mark.parametrize("hz", [3.5, 5.0, 6.5])
def test_fibrillating_ventricles_are_survived_and_never_called_sinus_rhythm(hz: float) -> None:
    fs_hz, seconds = 250.0, 40.0
    random = np.random.default_rng(11)
    t = np.arange(round(fs_hz * seconds)) / fs_hz
    turn = (
        2.0 * np.pi * (hz * t + 0.35 * np.sin(2.0 * np.pi * 0.31 * t) + 0.2 * np.sin(2.0 * np.pi * 0.83 * t))
    )
    wave = 600.0 * np.sin(turn) * (1.0 + 0.5 * np.sin(2.0 * np.pi * 0.17 * t)) + 200.0 * np.sin(2.3 * turn)
    before, after = ecg(regular(30.0), 30.0, fs_hz), ecg(regular(30.0), 30.0, fs_hz)
    uv = np.concatenate((before, wave + random.normal(0.0, 10.0, len(t)), after))
    found = dsp.analyze(uv, fs_hz)
    inside = [w for w in found.windows if w.start >= 30 * fs_hz and w.start + w.n <= 70 * fs_hz]
    assert len(inside) == 4
    assert not [w for w in inside if w.rhythm is Rhythm.SINUS]
    assert all(w.rhythm is Rhythm.SINUS for w in found.windows if w.start >= 80 * fs_hz)


def test_a_missing_sample_and_a_number_too_large_are_bridged() -> None:
    uv = ecg(regular(30.0), 30.0, 250.0)
    holes = uv.copy()
    holes[100::250] = np.nan
    holes[180::500] = np.inf
    holes[220::500] = -2.0 * LIMIT_UV
    plain, found = dsp.analyze(uv, 250.0), dsp.analyze(holes, 250.0)
    assert [b.sample for b in found.beats] == pytest.approx([b.sample for b in plain.beats], abs=2)
    assert all(quality.analysable and not quality.reasons for quality in found.quality)
