from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.front import FRAME, REACH, SIZE, WEIGHT, Front
from tests.dsp.signals import ecg, regular

UV = ecg(regular(12.0), 12.0, 250.0, noise_uv=20.0)


@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, len(UV)), max_size=60))
def test_rows_do_not_depend_on_chunks(cuts: list[int]) -> None:
    front = Front()
    rows = np.concatenate([front.push(UV[a:b]) for a, b in pairwise([0, *sorted(cuts), len(UV)])])
    assert np.array_equal(rows, Front().push(UV))


def test_a_row_is_out_as_soon_as_its_samples_are() -> None:
    front = Front()
    assert len(front.push(UV[: FRAME + REACH - 1])) == 0
    assert len(front.push(UV[FRAME + REACH - 1 : FRAME + REACH])) == 1


def test_slopes_and_rows_are_those_of_the_slow_formula() -> None:
    front = Front()
    rows = front.push(UV)
    box = np.convolve(np.ones(5), np.ones(4))
    smooth = np.convolve(np.rint(UV * 4.0), box)  # entry i: samples i - 7 to i
    slope = smooth[6:] - smooth[:-6]  # entry i: samples i - 7 to i + 6
    taken = np.abs(slope[: len(front.steepest) * FRAME].reshape(-1, FRAME)[:, ::2]).max(axis=1) / WEIGHT
    assert np.allclose(front.steepest[2:], taken[2:])
    roots = np.rint(np.sqrt(front.steepest) * 16.0) / 16.0
    slow = [roots[max(0, k + 1 - SIZE) : k + 1].mean() ** 2 for k in range(len(roots))]
    v = slope[: len(rows) * FRAME : 2].reshape(-1, 5) / (np.maximum(slow, 1.5) * WEIGHT)[:, None]
    assert np.abs(rows[2:, :5] - 64.0 * v[2:] / np.sqrt(1.0 + np.abs(v[2:]))).max() < 0.51


def test_mains_hum_is_all_but_gone() -> None:
    t = np.arange(2500) / 250.0
    for hz in (50.0, 60.0):
        front = Front()
        front.push(400.0 * np.sin(2 * np.pi * hz * t))
        assert front.steepest[10:].max() < 20.0
