from __future__ import annotations

import numpy as np

import dsp
from dsp import Pipeline
from dsp.half_minute import KEPT, LENGTH
from dsp.models import shipped
from dsp.types import Window
from tests.dsp.signals import ecg, regular

FS = 250.0
UV = ecg(regular(80.0), 80.0, FS)


def told(uv: np.ndarray) -> list[bool]:
    return [w.rhythm_30s is not None for w in dsp.analyze(uv, FS, classifier=shipped()).windows]


def test_it_is_what_the_classifier_says_of_thirty_seconds() -> None:
    windows = dsp.analyze(UV, FS, classifier=shipped()).windows
    assert [w.rhythm_30s is not None for w in windows] == [False] * 2 + [True] * 6
    for window in windows[2:-1]:
        end = window.start + window.n
        said = shipped().probabilities(np.rint(UV[end - LENGTH : end]))
        assert said is not None
        assert window.rhythm_30s == max(said, key=lambda label: said[label])
        assert abs((window.probability_30s or 0.0) - max(said.values())) < 0.02


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
    assert 0 < len(first.snapshot()) - len(plain.snapshot()) <= 2 * KEPT + 1000
