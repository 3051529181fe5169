from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wfdb.processing import compare_annotations

from bench.ec57 import Score, match, score


def samples(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


@given(
    gaps=st.lists(st.integers(90, 500), min_size=1, max_size=60),
    shifts=st.lists(st.integers(-30, 30), min_size=60, max_size=60),
    kept=st.lists(st.booleans(), min_size=60, max_size=60),
    extra=st.lists(st.integers(0, 20_000), max_size=5),
)
def test_counts_equal_wfdbs_where_beats_are_apart(
    gaps: list[int], shifts: list[int], kept: list[bool], extra: list[int]
) -> None:
    reference = np.cumsum(gaps)
    moved = [int(r) + s for r, s, k in zip(reference, shifts, kept, strict=False) if k and r + s >= 0]
    far = [e for e in extra if np.abs(reference - e).min() > 130 and all(abs(e - m) > 130 for m in moved)]
    test = np.array(sorted(moved + far), np.int64)
    ours = score(reference, test, 360.0, start_s=0.0)
    if not len(test):
        assert (ours.tp, ours.fn, ours.fp) == (0, len(reference), 0)
        return
    theirs = compare_annotations(reference, test, 54)
    assert (ours.tp, ours.fn, ours.fp) == (theirs.tp, theirs.fn, theirs.fp)


def test_each_beat_pairs_once_and_with_the_nearest() -> None:
    assert match(samples(100), samples(90, 103), 54) == [(0, 1)]
    assert match(samples(100, 140), samples(130), 54) == [(1, 0)]
    assert match(samples(100, 200), samples(150), 54) == [(0, 0)]


def test_learning_time_and_flutter_are_not_scored() -> None:
    reference, test = samples(100, 1000, 5000, 9000), samples(300, 1000, 5300, 7000, 9000)
    scored = score(reference, test, 100.0, start_s=5.0, excluded=[(4500, 5500)])
    assert (scored.tp, scored.fn, scored.fp) == (2, 0, 1)


def test_figures() -> None:
    pooled = Score(90, 10, 0, 0.9, 0.009) + Score(10, 0, 10, 0.1, 0.001)
    assert pooled.se == pytest.approx(100 * 100 / 110)
    assert pooled.ppv == pytest.approx(100 * 100 / 110)
    assert pooled.f1 == pytest.approx(100 * 100 / 110)
    assert pooled.bias_ms == pytest.approx(10.0)
    assert pooled.sd_ms == pytest.approx(0.0, abs=1e-6)
    assert Score().f1 == 0.0
