from __future__ import annotations

import csv

import numpy as np
import pytest
import wfdb

import dsp
from dsp.irregularity import af_logit, irregularity, sample_entropy
from dsp.models import shipped
from dsp.record_rhythm import RecordRhythm, model_rhythm, record_rhythm
from dsp.thresholds import DEFAULTS, value
from dsp.windows import UNCONFIRMED
from tests import recordings
from tests.dsp.signals import ecg, regular
from training.rhythm_data import fold_of

RNG = np.random.default_rng(11)
SINUS = list(800.0 + 25.0 * np.sin(np.arange(40) / 3.0) + RNG.normal(0, 5.0, 40))
AF = list(RNG.uniform(420.0, 1050.0, 40))
BIGEMINY = [540.0, 1060.0] * 20
TRIGEMINY = [800.0, 540.0, 1060.0] * 13


def test_af_is_irregular_and_patterns_are_not() -> None:
    shares = [irregularity(rr) for rr in (AF, SINUS, BIGEMINY, TRIGEMINY)]
    assert None not in shares
    af, *others = (share or 0.0 for share in shares)
    assert af > 0.6
    assert max(others) < 0.2


def test_p_waves_speak_against_af() -> None:
    logits = [af_logit(AF, share) or 0.0 for share in (0.0, 0.5, 1.0)]
    assert logits == sorted(logits, reverse=True)
    assert logits[1] == af_logit(AF, None)


def test_too_few_intervals_say_nothing() -> None:
    assert irregularity(AF[:11]) is None
    assert af_logit(AF[:11], 0.0) is None
    assert af_logit(AF[:11], 0.0, least=5) is not None


def test_entropy_is_the_slow_formula() -> None:
    rr = np.array(AF)
    n = len(rr) - 1
    ones = sum(abs(rr[i] - rr[j]) < 30 for i in range(n) for j in range(i))
    twos = sum(
        abs(rr[i] - rr[j]) < 30 and abs(rr[i + 1] - rr[j + 1]) < 30 for i in range(n) for j in range(i)
    )
    usual = np.sort(rr)[len(rr) // 2]
    assert sample_entropy(rr) == pytest.approx(np.log(ones / twos) + np.log(60.0 / usual))


def confirmed_share(record: str, start_s: int, end_s: int) -> float:
    signal = wfdb.rdrecord(
        str(recordings.path("mitdb", record)), channels=[0], sampfrom=start_s * 360, sampto=end_s * 360
    )
    windows = dsp.analyze(signal.p_signal[:, 0] * 1000.0, 360.0).windows[3:]
    return float(np.mean([w.rhythm is dsp.Rhythm.AF and UNCONFIRMED not in w.flags for w in windows]))


def test_af_of_real_records_is_called_and_sinus_rhythm_with_ectopy_is_not() -> None:
    assert confirmed_share("203", 0, 300) > 0.8  # muscle noise makes the beats of some windows uncertain
    assert confirmed_share("219", 300, 600) > 0.8
    assert confirmed_share("119", 0, 300) < 0.05  # bigeminy
    assert confirmed_share("106", 0, 300) < 0.1  # many shapes of ectopy
    assert confirmed_share("232", 0, 300) < 0.2  # pauses and mostly early beats: few intervals are left


def test_record_labels_of_the_challenge() -> None:
    folder = recordings.folder("cinc2017")
    with (folder / "REFERENCE.csv").open() as file:
        known = dict(csv.reader(file))
    right = []
    for label in "NA~":
        for name in sorted(name for name, is_label in known.items() if is_label == label)[:12]:
            signal = wfdb.rdrecord(str(folder / name))
            called = record_rhythm(dsp.analyze(signal.p_signal[:, 0] * 1000.0, signal.fs))
            right.append(called.value == label)
    assert np.mean(right) > 0.65


def test_record_labels_by_the_model() -> None:
    folder = recordings.folder("cinc2017")
    with (folder / "REFERENCE.csv").open() as file:
        known = dict(csv.reader(file))
    apart = [name for name in sorted(known) if fold_of(name, 10) == 0]  # the network has not seen them
    right = []
    for label in "NAO~":
        for name in [name for name in apart if known[name] == label][:12]:
            signal = wfdb.rdrecord(str(folder / name))
            called = model_rhythm(signal.p_signal[:, 0] * 1000.0, signal.fs, shipped())
            right.append(called is not None and called.value == label)
    assert np.mean(right) > 0.7


def test_a_model_labels_recordings_of_any_rate_and_length() -> None:
    for fs_hz, length_s in ((130.0, 12.0), (250.0, 31.0), (300.0, 61.0)):
        uv = ecg(regular(length_s), length_s, fs_hz)
        assert model_rhythm(uv, fs_hz, shipped()) is RecordRhythm.NORMAL
        uv[: round(0.2 * fs_hz)] = np.nan
        uv[-5:] = np.inf
        assert model_rhythm(uv, fs_hz, shipped()) is RecordRhythm.NORMAL
    assert model_rhythm(ecg(regular(9.0), 9.0, 300.0), 300.0, shipped()) is None
    assert model_rhythm(np.empty(0), 300.0, shipped()) is None


def test_records_without_a_rhythm_are_noise() -> None:
    assert record_rhythm(dsp.analyze(np.zeros(2500), 250.0)) is RecordRhythm.NOISE
    assert record_rhythm(dsp.analyze(np.empty(0), 250.0)) is RecordRhythm.NOISE
    assert record_rhythm(dsp.analyze(ecg(regular(30.0), 30.0, 300.0), 300.0)) is RecordRhythm.NORMAL
    assert record_rhythm(dsp.analyze(ecg(regular(30.0, 0.45), 30.0, 300.0), 300.0)) is RecordRhythm.OTHER


def test_every_threshold_has_unit_source_and_date() -> None:
    assert value("pause") == 3.0
    assert value("af_episode") == 30.0
    for name, threshold in DEFAULTS.items():
        assert threshold.name == name
        assert threshold.unit in {"bpm", "ms", "s", "beats", "probability"}
        assert threshold.source
        assert len(threshold.date) == 10
