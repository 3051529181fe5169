from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import dsp
from dsp import Pipeline, record_model
from dsp.half_minute import KEPT, LENGTH, HalfMinute
from dsp.models import shipped
from dsp.record_rhythm import model_said
from dsp.types import Beat, Window
from tests.dsp.signals import ecg, regular

FS = 250.0
UV = ecg(regular(80.0), 80.0, FS)


def told(uv: np.ndarray) -> list[bool]:
    return [w.rhythm_30s is not None for w in dsp.analyze(uv, FS, classifier=shipped()).windows]


def test_it_is_what_a_recording_of_thirty_seconds_would_be_called() -> None:
    found = dsp.analyze(UV, FS, classifier=shipped())
    assert [w.rhythm_30s is not None for w in found.windows] == [False] * 2 + [True] * 6
    for window in found.windows[2:-1]:
        end = window.start + window.n
        beats = [
            replace(b, sample=b.sample - end + LENGTH) for b in found.beats if end - LENGTH <= b.sample < end
        ]
        said = model_said(UV[end - LENGTH : end], FS, shipped(), record_model.shipped(), beats)
        assert said is not None
        assert window.rhythm_30s == max(said, key=lambda label: said[label])
        assert window.probability_30s == pytest.approx(max(said.values()), abs=0.02)


def test_without_a_judge_it_is_what_the_classifier_says() -> None:
    half, asked = HalfMinute(), UV[:LENGTH]
    answers = [half.ask(asked[k : k + 2500], shipped()) for k in range(0, LENGTH, 2500)]
    assert answers == [None, None, shipped().probabilities(np.rint(asked))]
    assert record_model.beside(None) is None
    assert record_model.beside(shipped()) is record_model.shipped()


def test_beats_stay_where_they_are_in_the_signal() -> None:
    half, judge = HalfMinute(), record_model.shipped()
    for k in range(0, 20000, 2500):
        marks = [float(at) for at in range(100, 2500, 200)]
        half.ask(UV[k : k + 2500], shipped(), judge, [Beat(0)] * len(marks), marks)
    assert half.marks == [k + at for k in (0, 2500) for at in marks]


def test_it_is_not_told_across_a_hole_or_noise() -> None:
    noisy = UV.copy()
    noisy[5000:7500] = np.nan
    assert told(noisy) == [False] * 5 + [True] * 3
    pipeline = Pipeline(FS, classifier=shipped())
    results = [*pipeline.push(UV[:10000]), *pipeline.gap(1), *pipeline.push(UV[10000:]), *pipeline.finish()]
    windows = [w for w in results if isinstance(w, Window)]
    assert [w.rhythm_30s is not None for w in windows] == [False] * 2 + [True] * 2 + [False] * 2 + [True] * 2


def test_rules_tell_no_half_minute() -> None:
    assert not any(w.rhythm_30s for w in dsp.analyze(UV, FS).windows)


def test_a_snapshot_keeps_it() -> None:
    first = Pipeline(FS, classifier=shipped())
    results = first.push(UV[:9000])
    second = Pipeline.restore(first.snapshot(), classifier=shipped())
    results += second.push(UV[9000:]) + second.finish()
    windows = tuple(result for result in results if isinstance(result, Window))
    assert windows == dsp.analyze(UV, FS, classifier=shipped()).windows
    plain = Pipeline(FS)
    plain.push(UV[:9000])
    assert 0 < len(first.snapshot()) - len(plain.snapshot()) <= 2 * KEPT + 4000
