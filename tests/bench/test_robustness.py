from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from bench.occlusion import evened, without
from bench.perturbations import LOSSES, Case, mishaps, run
from bench.robustness import LOST, UNSURE, added, by_second, compare, row
from dsp.episodes import Episode
from dsp.types import FindingKind, Rhythm
from dsp.windows import UNCONFIRMED
from tests.dsp.signals import ecg, regular
from tests.storage.windows import window

FS = 250.0


def test_each_second_has_the_label_of_its_window() -> None:
    rows = [
        window(0),
        replace(window(1), rhythm=Rhythm.AF),
        replace(window(2), rhythm=Rhythm.AF, flags=(UNCONFIRMED,)),
        replace(window(4), rhythm=Rhythm.NOISE),
    ]
    labels = by_second(rows, FS, 45)
    assert labels == ["sinus"] * 10 + ["af"] * 10 + [UNSURE] * 10 + [LOST] * 10 + [UNSURE] * 5


def test_only_what_was_sure_and_is_scored_is_compared() -> None:
    clean = ["sinus"] * 10 + [UNSURE] * 10 + ["other"] * 10
    dirty = ["af"] * 5 + ["sinus"] * 15 + [UNSURE] * 5 + [LOST] * 5
    count = compare(clean, dirty, ((2.0, 26.0), (28.0, 40.0)))
    assert count == {
        ("sinus", "af"): 3,
        ("sinus", "sinus"): 5,
        ("other", UNSURE): 5,
        ("other", LOST): 3,
    }
    told = row(("em", "0 dB"), count, Counter(pause=3), 0.5)
    assert (told["seconds"], told["lost_pct"]) == (16, 18.75)
    assert (told["same_pct"], told["unsure_pct"]) == (38.46, 38.46)
    assert told["other_arrhythmia_pct"] == told["sinus_to_af_pct"] == 23.08
    assert told["added_per_hour"] == {"pause": 6.0}


def test_episodes_are_added_where_clean_signal_had_none() -> None:
    clean = [Episode(FindingKind.PAUSE, 1000, 1000, 4.0, open=False)]
    dirty = [
        Episode(FindingKind.PAUSE, 550, 520, 4.0, open=False),  # at half the rate: the same place
        Episode(FindingKind.PAUSE, 2000, 500, 4.0, open=False),
        Episode(FindingKind.AF, 500, 500, 0.9, open=False),
        Episode(FindingKind.AF, 9000, 500, 0.9, open=False),  # not scored
    ]
    case = Case("rate", "", 125.0, (), ((0.0, 60.0),))
    assert added(clean, dirty, case, FS) == {"pause": 1, "af": 1}


def test_mishaps_keep_the_length_and_are_the_same_each_time() -> None:
    uv = ecg(regular(40.0), 40.0, 360.0)
    cases = list(mishaps(uv, 360.0))
    assert [case.kind for case in cases].count("packets lost") == len(LOSSES)
    for case, again in zip(cases, mishaps(uv, 360.0), strict=True):
        n = sum(item if isinstance(item, int) else len(item) for item in case.items)
        assert abs(n / case.fs_hz - 40.0) < 0.01
        assert all(np.array_equal(a, b) for a, b in zip(case.items, again.items, strict=True))
    results, episodes = run(cases[1].items, 360.0)
    assert results
    assert not episodes


def test_a_beat_is_moved_to_the_middle_and_nothing_else_changes() -> None:
    r_s = regular(20.0, 1.0)
    r_s[10] -= 0.2
    x = ecg(r_s, 20.0, FS, noise_uv=0.0)
    beats = [round(at * FS) for at in r_s]
    y = evened(x, beats, [10])
    middle = (beats[9] + beats[11]) // 2
    assert abs(int(y[beats[9] + 60 : beats[11] - 60].argmax()) + beats[9] + 60 - middle) <= 1
    assert np.array_equal(y[: beats[9]], x[: beats[9]])
    assert np.array_equal(y[beats[11] :], x[beats[11] :])


def test_a_beat_is_cut_out_with_its_interval() -> None:
    beats = [100, 300, 500, 700]
    x = np.arange(1000.0)
    assert len(without(x, beats, [2])) == 800
    assert np.array_equal(without(x, beats, [0]), x)
