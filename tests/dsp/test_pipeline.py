from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
import wfdb
from hypothesis import given, settings
from hypothesis import strategies as st

import dsp
from dsp import Beat, Fiducials, Pipeline, Quality, QualityReason, Window
from dsp.pipeline import ShapeError
from dsp.resample import RateError
from dsp.state import SnapshotError
from tests import recordings
from tests.dsp.signals import ecg, regular


@dataclass(frozen=True)
class Run:
    """Samples with the same flag, or (n < 0) a gap."""

    uv: np.ndarray
    off: bool = False
    gap: int = 0


def difficult(fs_hz: float, seconds: float = 47.0) -> list[Run]:
    """A stream with ectopic beats, lost contact, numbers that are none, a gap and a short end."""
    r_s = regular(seconds, 0.72)
    uv = ecg(r_s, seconds, fs_hz, wide=[6, 13, 20, 21, 22, 40], noise_uv=25.0)
    n = len(uv)
    uv[n // 7 : n // 7 + 9] = np.nan
    uv[n // 3] = np.inf
    return [
        Run(uv[: n // 4]),
        Run(uv[n // 4 : n // 4 + n // 20], off=True),
        Run(uv[n // 4 + n // 20 : n // 2]),
        Run(uv[:0], gap=round(1.7 * fs_hz)),
        Run(uv[n // 2 :]),
    ]


def feed(
    pipeline: Pipeline, run: Run, cuts: list[int], restart: list[bool]
) -> tuple[Pipeline, list[dsp.Result]]:
    if run.gap:
        return pipeline, pipeline.gap(run.gap)
    results: list[dsp.Result] = []
    edges = [0, *sorted({c % (len(run.uv) + 1) for c in cuts}), len(run.uv)]
    for k, (a, b) in enumerate(pairwise(edges)):
        results += pipeline.push(run.uv[a:b], lead_off=run.off)
        if restart and restart[k % len(restart)]:
            pipeline = Pipeline.restore(pipeline.snapshot())
    return pipeline, results


def results_of(fs_hz: float, cuts: list[int], restart: list[bool]) -> list[dsp.Result]:
    pipeline = Pipeline(fs_hz)
    results: list[dsp.Result] = []
    for run in difficult(fs_hz):
        pipeline, new = feed(pipeline, run, cuts, restart)
        results += new
    return results + pipeline.finish()


WHOLE = {fs_hz: results_of(fs_hz, [], []) for fs_hz in (100.0, 130.1, 250.0, 360.0, 1000.0)}


@pytest.mark.parametrize("fs_hz", sorted(WHOLE))
@settings(max_examples=12, deadline=None)
@given(
    cuts=st.lists(st.integers(0, 60_000), max_size=60),
    restart=st.lists(st.booleans(), max_size=3),
)
def test_any_chunking_and_any_restart_give_the_same_results(
    fs_hz: float, cuts: list[int], restart: list[bool]
) -> None:
    assert results_of(fs_hz, cuts, restart) == WHOLE[fs_hz]


def test_one_sample_at_a_time_is_the_same() -> None:
    uv = ecg(regular(14.0), 14.0, 130.0)
    whole, single = Pipeline(130.0), Pipeline(130.0)
    together = whole.push(uv) + whole.finish()
    apart = [result for k in range(len(uv)) for result in single.push(uv[k : k + 1])] + single.finish()
    assert together == apart


def test_a_real_record_in_seconds_and_at_once_is_the_same() -> None:
    signal = wfdb.rdrecord(str(recordings.path("mitdb", "208")), channels=[0], sampto=120 * 360)
    uv = (signal.p_signal[:, 0] * 1000.0).astype(np.int32)
    stream = Pipeline(360.0)
    results = [r for start in range(0, len(uv), 360) for r in stream.push(uv[start : start + 360])]
    assert dsp.collect(360.0, results + stream.finish()) == dsp.analyze(uv, 360.0)


@pytest.mark.parametrize("fs_hz", [100.0, 128.0, 130.1, 250.0, 333.3, 500.0, 1000.0])
def test_beats_are_at_their_r_peaks_at_every_rate(fs_hz: float) -> None:
    r_s = regular(40.0)
    found = dsp.analyze(ecg(r_s, 40.0, fs_hz), fs_hz)
    errors = np.array([beat.sample / fs_hz for beat in found.beats]) - np.array(r_s)
    assert len(found.beats) == len(r_s)
    assert abs(errors.mean()) < 0.002
    assert np.abs(errors).max() < 0.012


def test_every_beat_is_reported_within_a_second_once_the_stream_is_learnt() -> None:
    fs_hz = 250.0
    uv = ecg(regular(60.0), 60.0, fs_hz, wide=[20, 30])
    pipeline = Pipeline(fs_hz)
    delays = []
    for start in range(0, len(uv), 5):
        now = [r.sample for r in pipeline.push(uv[start : start + 5]) if isinstance(r, Beat)]
        delays += [pipeline.position - sample for sample in now if sample > 5 * fs_hz]
    assert len(delays) > 60
    assert max(delays) <= 1.0 * fs_hz
    assert np.median(delays) <= 0.4 * fs_hz


def test_windows_tile_the_stream_and_skip_the_gap() -> None:
    fs_hz = 250.0
    uv = ecg(regular(65.0), 65.0, fs_hz)
    pipeline = Pipeline(fs_hz)
    results = (
        pipeline.push(uv[: 33 * 250]) + pipeline.gap(500) + pipeline.push(uv[33 * 250 :]) + pipeline.finish()
    )
    windows = [r for r in results if isinstance(r, Window)]
    spans = [(w.start, w.start + w.n) for w in windows]
    assert spans[0][0] == 0
    assert spans[3] == (7500, 8250)
    assert spans[4][0] == 8750
    assert spans[-1][1] == pipeline.position == len(uv) + 500
    assert all(b[0] in {a[1], 8750} for a, b in pairwise(spans))
    assert QualityReason.GAP in windows[3].quality.reasons
    assert not any(QualityReason.GAP in w.quality.reasons for k, w in enumerate(windows) if k != 3)


def test_settled_keeps_its_promise() -> None:
    fs_hz = 200.0
    pipeline = Pipeline(fs_hz)
    uv = ecg(regular(45.0), 45.0, fs_hz)
    settled = 0
    for start in range(0, len(uv), 170):
        for result in pipeline.push(uv[start : start + 170]):
            if isinstance(result, Beat):
                assert result.sample >= settled
            elif isinstance(result, Window | Quality):
                assert result.start >= settled
            elif isinstance(result, Fiducials):
                assert result.beat >= settled
        assert settled <= pipeline.settled <= pipeline.position
        settled = pipeline.settled
    assert settled > 30 * fs_hz
    pipeline.finish()
    assert pipeline.settled == pipeline.position == len(uv)


def test_beats_go_on_at_once_after_a_short_gap() -> None:
    fs_hz = 250.0
    r_s = regular(40.0)
    uv = ecg(r_s, 40.0, fs_hz)
    pipeline = Pipeline(fs_hz)
    pipeline.push(uv[:5000])
    pipeline.gap(250)
    late = [r for r in pipeline.push(uv[5250:6000]) if isinstance(r, Beat)]
    assert late[0].sample - 250 * 21 < 250


def test_no_interval_bridges_a_gap_or_lost_contact() -> None:
    fs_hz = 250.0
    uv = ecg(regular(60.0), 60.0, fs_hz)
    pipeline = Pipeline(fs_hz)
    results = pipeline.push(uv[:5000]) + pipeline.gap(1250) + pipeline.push(uv[6250:9000])
    results += pipeline.push(uv[9000:10000], lead_off=True) + pipeline.push(uv[10000:]) + pipeline.finish()
    assert not [r for r in results if isinstance(r, dsp.Finding)]
    assert not [r for r in results if isinstance(r, Beat) and 9000 <= r.sample < 10000]


def test_many_gaps_and_little_signal_are_survived() -> None:
    pipeline = Pipeline(250.0)
    uv = ecg(regular(30.0), 30.0, 250.0)
    results: list[dsp.Result] = []
    for k in range(0, len(uv), 37):
        results += pipeline.push(uv[k : k + 1 + k % 36])
        results += pipeline.gap(37 - 1 - k % 36)
    results += pipeline.finish() + pipeline.finish()
    assert pipeline.position >= len(uv)
    windows = [r for r in results if isinstance(r, Window)]
    assert all(w.n > 0 for w in windows)


@pytest.mark.parametrize("value", [0.0, 5000.0, np.nan, np.inf, -np.inf, 2.0**31])
def test_a_constant_is_no_heart(value: float) -> None:
    found = dsp.analyze(np.full(6000, value), 250.0)
    assert not found.beats
    assert not found.findings
    assert not any(q.analysable for q in found.quality)


def test_snapshots_that_are_damaged_or_foreign_are_refused() -> None:
    pipeline = Pipeline(250.0)
    pipeline.push(ecg(regular(20.0), 20.0, 250.0))
    data = pipeline.snapshot()
    for bad in (b"", data[:50], data[:-1], data + b"x", data[:100] + b"?" + data[101:], b"x" * 1000):
        with pytest.raises(SnapshotError):
            Pipeline.restore(bad)


def test_state_does_not_grow() -> None:
    uv = ecg(regular(60.0), 60.0, 250.0)
    pipeline = Pipeline(250.0)
    sizes = []
    for _ in range(20):
        pipeline.push(uv)
        sizes.append(len(pipeline.snapshot()))
    assert max(sizes[3:]) < 1.1 * sizes[2]
    assert max(sizes) < 60_000


def test_misuse_is_named() -> None:
    with pytest.raises(RateError, match="99"):
        Pipeline(99.0)
    with pytest.raises(RateError):
        Pipeline(1001.0)
    with pytest.raises(ShapeError):
        Pipeline(250.0).push(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="-1"):
        Pipeline(250.0).gap(-1)


def test_nothing_pushed_is_nothing_found() -> None:
    pipeline = Pipeline(250.0)
    assert pipeline.push(np.empty(0)) == []
    assert pipeline.gap(0) == []
    assert pipeline.finish() == []
    assert pipeline.position == pipeline.settled == 0


def test_the_package_is_cheap_to_import() -> None:
    heavy = "('neurokit2', 'onnxruntime', 'pandas', 'scipy')"
    code = f"import sys, dsp; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
