from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bench.rhythm import auc
from bench.rhythm_episodes import Followed, Span, episode_figures, half_figures, spans, window_figures
from bench.rhythm_peer import FEATURES, features
from dsp import analyze
from tests.dsp.signals import ecg, regular
from training.af_windows import AF, FLUTTER

FS = 10.0  # of the made-up records: a tenth of a second is fine enough


def followed(name: str, af: list[Span], told: list[Span], flutter: list[Span] | None = None) -> Followed:
    def flags(some: list[Span]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        out = np.zeros(6000, np.bool_)
        for span in some:
            out[span.start : span.end] = True
        return out

    return Followed(name, FS, flags(af), flags(told), flags(flutter or []), ())


def test_spans_are_where_flags_are_set() -> None:
    assert spans(np.array([True, True, False, True])) == [Span(0, 2), Span(3, 4)]
    assert spans(np.zeros(3, np.bool_)) == []
    assert spans(np.zeros(0, np.bool_)) == []


def test_what_is_told_as_annotated_is_without_fault() -> None:
    af = [Span(100, 900), Span(2000, 2300)]
    found = episode_figures([followed("1", af, af)])
    assert (found["episodes"], found["told"]) == (2, 2)
    assert (found["episode_se"], found["episode_ppv"]) == (100.0, 100.0)
    assert (found["duration_se"], found["duration_ppv"]) == (100.0, 100.0)
    assert (found["onset_error_s"], found["end_error_s"]) == (0.0, 0.0)
    assert found["mean_burden_error_points"] == 0.0


def test_episodes_and_their_lengths_are_counted_apart() -> None:
    record = followed("1", [Span(0, 1000), Span(3000, 3100)], [Span(500, 1500), Span(5000, 5200)])
    found = episode_figures([record])
    assert (found["episode_se"], found["episode_ppv"]) == (50.0, 50.0)
    assert found["duration_se"] == pytest.approx(100.0 * 500 / 1100, abs=0.01)
    assert found["duration_ppv"] == pytest.approx(100.0 * 500 / 1200, abs=0.01)
    assert (found["onset_error_s"], found["end_error_s"]) == (50.0, 50.0)
    assert found["burden_error_points"]["1"] == pytest.approx(100.0 * (1200 - 1100) / 6000, abs=0.01)
    assert episode_figures([record], 30.0)["episode_se"] == 100.0  # the short one need not be found


def test_flutter_counts_neither_way() -> None:
    record = followed("1", [Span(0, 1000)], [Span(0, 1000), Span(3000, 4000)], [Span(2500, 4500)])
    found = episode_figures([record])
    assert found["told"] == 1
    assert found["duration_ppv"] == 100.0
    assert found["mean_burden_error_points"] == 0.0


def test_half_minutes_are_counted_where_one_rhythm_fills_them() -> None:
    halves = ((True, AF), (False, AF), (False, "N"), (True, None), (True, FLUTTER))
    found = half_figures([replace(followed("1", [], []), halves=halves)])
    assert found == {"half_minutes": 3, "se": 50.0, "sp": 100.0}


def test_records_without_windows_have_no_figures() -> None:
    assert window_figures([followed("1", [], [])]) == {"windows": 0, "se": 0.0, "sp": 0.0}


def test_noise_that_scores_lower_is_told_apart() -> None:
    assert auc([0.1, 0.2], [0.3, 0.9]) == 1.0
    assert auc([0.5], [0.5]) == 0.5
    assert auc([0.9], [0.1]) == 0.0


def test_the_light_peer_sees_numbers_of_any_record() -> None:
    beating = features(analyze(ecg(regular(20.0), 20.0, 250.0), 250.0))
    assert len(beating) == FEATURES
    assert beating[2] == pytest.approx(800.0, rel=0.05)
    assert len(features(analyze(np.zeros(2500), 250.0))) == FEATURES
