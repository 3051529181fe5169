from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.episodes import EpisodeMerger
from dsp.interval_stream import IntervalStream
from dsp.interval_windows import NO_WAVEFORM, WAVES
from dsp.pipeline import Pipeline
from dsp.state import SnapshotError
from dsp.types import (
    RR_HZ,
    Beat,
    BeatLabel,
    Finding,
    FindingKind,
    Quality,
    QualityReason,
    Result,
    Rhythm,
    Window,
)
from tests import recordings
from tests.dsp.hearts import af, regular
from training.af_intervals import intervals

Item = tuple[str, int]
ITEMS = st.lists(
    st.one_of(
        st.tuples(st.just("rr"), st.integers(1, 5000)),
        st.tuples(st.just("rr"), st.integers(700, 1100)),
        st.tuples(st.just("off"), st.integers(0, 40_000)),
        st.tuples(st.just("gap"), st.integers(0, 40_000)),
    ),
    max_size=80,
)


def fed(stream: IntervalStream, items: list[Item]) -> list[Result]:
    results: list[Result] = []
    for kind, n in items:
        match kind:
            case "rr":
                results += stream.push([n])
            case "off":
                results += stream.lead_off(n)
            case _:
                results += stream.gap(n)
    return results


def whole(rr: list[int]) -> list[Result]:
    stream = IntervalStream()
    return stream.push(rr) + stream.finish()


def windows(results: list[Result]) -> list[Window]:
    return [result for result in results if isinstance(result, Window)]


def kinds(results: list[Result]) -> set[FindingKind]:
    return {result.kind for result in results if isinstance(result, Finding)}


@given(ITEMS, st.integers(1, 20))
@settings(max_examples=150)
def test_results_are_the_same_however_intervals_are_cut_into_pushes(items: list[Item], size: int) -> None:
    one, other = IntervalStream(), IntervalStream()
    expected = fed(one, items) + one.finish()
    found: list[Result] = []
    held: list[int] = []
    for kind, n in items:
        if kind == "rr":
            held.append(n)
        if kind != "rr" or len(held) == size:
            found += other.push(held)
            held = []
        if kind != "rr":
            found += fed(other, [(kind, n)])
    assert found + other.push(held) + other.finish() == expected


@given(ITEMS, ITEMS)
@settings(max_examples=150)
def test_a_restored_stream_goes_on_with_identical_results(before: list[Item], after: list[Item]) -> None:
    stream = IntervalStream()
    fed(stream, before)
    restored = IntervalStream.restore(stream.snapshot())
    assert restored.position == stream.position
    assert fed(restored, after) + restored.finish() == fed(stream, after) + stream.finish()
    assert restored.snapshot() == stream.snapshot()


@given(ITEMS)
@settings(max_examples=150)
def test_windows_cover_all_but_the_gaps_and_hold_every_beat_once(items: list[Item]) -> None:
    stream = IntervalStream()
    results = fed(stream, items) + stream.finish()
    covered = np.zeros(stream.position, np.int64)
    for window in windows(results):
        assert 0 < window.n <= 10 * RR_HZ
        covered[window.start : window.start + window.n] += 1
    expected = np.ones(stream.position, np.int64)
    at = 0
    for kind, n in items:
        if kind == "gap":
            expected[at : at + n] = 0
        at += n
    assert (covered == expected).all()
    beats = [result.sample for result in results if isinstance(result, Beat)]
    assert beats == sorted(set(beats))
    for window in windows(results):
        assert window.n_beats == sum(window.start <= beat < window.start + window.n for beat in beats)


def test_a_regular_rhythm_has_its_rate_and_nothing_that_takes_a_waveform() -> None:
    results = whole(regular(70.0, 120.0))
    found = windows(results)
    assert [window.n for window in found[:-1]] == [round(10 * RR_HZ)] * (len(found) - 1)
    for window in found[1:-1]:
        assert window.quality.analysable
        assert window.hr_bpm == pytest.approx(70.0, abs=2.0)
        assert window.rr_ms == pytest.approx(857.0, abs=30.0)
        assert all(getattr(window, name) is None for name in WAVES)
        assert {window.null_reasons[name] for name in WAVES} == {NO_WAVEFORM}
        assert (window.n_s, window.n_v, window.probability, window.model) == (0, 0, None, "rr-1")
    assert {window.rhythm for window in found[2:-1]} == {Rhythm.REGULAR}
    assert kinds(results) == set()
    assert {beat.label for beat in results if isinstance(beat, Beat)} == {BeatLabel.Q}
    assert sum(isinstance(result, Quality) for result in results) == len(found)


def test_the_first_seconds_have_a_rate_and_no_rhythm_yet() -> None:
    first = windows(whole(regular(60.0, 40.0)))[0]
    assert first.hr_bpm == pytest.approx(60.0, abs=2.0)
    assert first.rhythm is Rhythm.UNKNOWN


def test_irregular_intervals_are_af_and_merge_to_one_episode() -> None:
    rr = regular(65.0, 120.0) + af(110.0, 180.0) + regular(65.0, 120.0)
    results = whole(rr)
    merger = EpisodeMerger(RR_HZ)
    episodes = [
        e for e in [*merger.push(results), *merger.finish()] if e.kind is FindingKind.AF and not e.open
    ]
    assert len(episodes) == 1
    start_s, length_s = episodes[0].start / RR_HZ, episodes[0].n / RR_HZ
    assert start_s == pytest.approx(120.0, abs=40.0)
    assert length_s == pytest.approx(180.0, abs=60.0)


@pytest.mark.parametrize(("bpm", "kind"), [(35.0, FindingKind.BRADY), (130.0, FindingKind.TACHY)])
def test_slow_and_fast_rates_are_found(bpm: float, kind: FindingKind) -> None:
    assert kinds(whole(regular(bpm, 60.0))) == {kind}


def test_beats_that_the_strap_has_missed_make_no_pause_and_no_slow_rate() -> None:
    rr = regular(60.0, 300.0)
    for at in range(20, len(rr) - 20, 25):
        rr[at : at + 2] = [rr[at] + rr[at + 1]]
    results = whole(rr)
    assert kinds(results) == set()
    for window in windows(results)[:-1]:
        assert window.hr_bpm == pytest.approx(60.0, abs=3.0)
    scores = [window.quality.score for window in windows(results)[:-1]]
    assert min(scores) < 0.95
    assert max(scores) == 1.0


def test_an_interval_of_many_seconds_is_doubted_and_no_pause() -> None:
    rr = regular(60.0, 60.0)
    rr[30] = 8 * 1024
    results = whole(rr)
    assert kinds(results) == set()
    assert (QualityReason.NOISE,) in [window.quality.reasons for window in windows(results)]


def test_beats_counted_twice_are_told_from_fast_ones() -> None:
    rr = regular(60.0, 120.0)
    for at in range(20, len(rr) - 20, 20):
        rr[at : at + 1] = [150, rr[at] - 150]
    for window in windows(whole(rr))[:-1]:
        assert window.hr_bpm == pytest.approx(60.0, abs=3.0)


def test_a_rhythm_in_couples_is_neither_regular_nor_af() -> None:
    rr = [length for _ in range(60) for length in (600, 1200)]
    assert {window.rhythm for window in windows(whole(rr))[2:-1]} == {Rhythm.OTHER}


def test_time_without_skin_contact_is_recorded_and_not_analysable() -> None:
    stream = IntervalStream()
    results = stream.push(regular(60.0, 30.0)) + stream.lead_off(round(25 * RR_HZ))
    results += stream.push(regular(60.0, 30.0)) + stream.finish()
    bad = [window for window in windows(results) if not window.quality.analysable]
    assert bad
    assert all(QualityReason.LEAD_OFF in window.quality.reasons for window in bad)
    assert sum(window.n for window in bad) == pytest.approx(25 * RR_HZ, abs=10 * RR_HZ)
    assert {window.null_reasons["hr_bpm"] for window in bad} == {"low_quality"}


def test_a_snapshot_of_something_else_is_refused() -> None:
    with pytest.raises(SnapshotError):
        IntervalStream.restore(Pipeline(250.0).snapshot())
    with pytest.raises(SnapshotError):
        IntervalStream.restore(b"nothing")


@pytest.mark.parametrize("act", [lambda s: s.push([0]), lambda s: s.gap(-1), lambda s: s.lead_off(-1)])
def test_time_only_goes_forward(act: object) -> None:
    with pytest.raises(ValueError, match="/1024 s"):
        act(IntervalStream())  # type: ignore[operator]  # each is a function of a stream


def test_real_af_is_told_from_real_sinus_rhythm_by_intervals_alone() -> None:
    _, rr = intervals(recordings.path("mitdb", "219"))
    called = [window.rhythm for window in windows(whole(rr)) if window.quality.analysable]
    assert called.count(Rhythm.AF) > 0.5 * len(called)
    _, rr = intervals(recordings.path("mitdb", "100"))
    called = [window.rhythm for window in windows(whole(rr)) if window.quality.analysable]
    assert called.count(Rhythm.AF) == 0
    assert called.count(Rhythm.REGULAR) > 0.9 * len(called)
