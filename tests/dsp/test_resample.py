from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.resample import FS_HZ, Resampler
from dsp.track import Track


def resampled(x: np.ndarray, fs_hz: float, cuts: list[int]) -> tuple[np.ndarray, np.ndarray]:
    stream = Resampler(fs_hz)
    mask = x > 0
    edges = [0, *sorted(c % (len(x) + 1) for c in cuts), len(x)]
    parts = [stream.push(x[a:b], mask[a:b]) for a, b in pairwise(edges)]
    parts.append(stream.finish())
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


@settings(max_examples=40, deadline=None)
@given(
    fs_hz=st.one_of(st.floats(100.0, 1000.0), st.sampled_from([100.0, 128.0, 130.1, 250.0, 333.333, 360.0])),
    cuts=st.lists(st.integers(0, 700), max_size=40),
)
def test_chunks_do_not_matter_to_the_last_bit(fs_hz: float, cuts: list[int]) -> None:
    x = np.random.default_rng(1).normal(0.0, 500.0, 700)
    whole, pieces = resampled(x, fs_hz, []), resampled(x, fs_hz, cuts)
    assert np.array_equal(whole[0], pieces[0])
    assert np.array_equal(whole[1], pieces[1])
    assert len(whole[0]) == int((len(x) - 1) * FS_HZ / fs_hz + 1e-6) + 1


@pytest.mark.parametrize("fs_hz", [100.0, 130.1, 180.0, 256.0, 360.0, 500.0, 1000.0])
@pytest.mark.parametrize("hz", [1.0, 10.0, 25.0])
def test_a_sine_stays_where_and_what_it_is(fs_hz: float, hz: float) -> None:
    t = np.arange(round(6 * fs_hz)) / fs_hz
    out, _ = resampled(np.sin(2 * np.pi * hz * t), fs_hz, [])
    expected = np.sin(2 * np.pi * hz * np.arange(len(out)) / FS_HZ)
    assert np.abs(out - expected)[50:-50].max() < 0.02


def test_what_would_fold_into_the_pass_band_is_taken_out() -> None:
    t = np.arange(4000) / 1000.0
    out, _ = resampled(np.sin(2 * np.pi * 235.0 * t), 1000.0, [])
    assert np.abs(out[50:-50]).max() < 0.02


def test_a_constant_stays_constant() -> None:
    out, _ = resampled(np.full(900, 123.0), 360.0, [])
    assert np.abs(out - 123.0).max() < 1e-9


@given(parts=st.lists(st.integers(0, 50), max_size=40))
def test_a_track_keeps_what_it_promises(parts: list[int]) -> None:
    track = Track(20, np.float64)
    everything = np.arange(float(sum(parts)))
    end = 0
    for n in parts:
        track.append(everything[end : end + n])
        end += n
        assert track.end == end
        assert np.array_equal(track.view(end - 20, end + 5), everything[max(0, end - 20) : end])
    copy = Track(20, np.float64)
    copy.load(*track.state())
    assert copy.end == end
    assert np.array_equal(copy.view(end - 20, end), everything[max(0, end - 20) : end])
