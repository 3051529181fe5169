from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import wfdb
from hypothesis import given
from hypothesis import strategies as st

import dsp
from dsp import Finding, FindingKind, Pipeline, Result, Rhythm, Window
from dsp.episodes import Episode, EpisodeMerger
from dsp.models import shipped
from dsp.state import SnapshotError
from tests import recordings
from tests.dsp.signals import ecg, regular
from tests.dsp.test_findings import window

FS = 1.0  # ten samples are the ten seconds of a window


def stream(af: list[bool]) -> list[Result]:
    results: list[Result] = []
    for k, is_af in enumerate(af):
        results.append(window(10 * k))
        if is_af:
            results.append(Finding(FindingKind.AF, 10 * k, 10, 0.9))
    return results


def known(changes: list[Episode]) -> dict[tuple[FindingKind, int], Episode]:
    return {(episode.kind, episode.start): episode for episode in changes}


def plain(af: list[bool]) -> list[tuple[int, int]]:
    """AF windows, joined over up to three others, of which there are at least three."""
    spans: list[list[int]] = []
    for k, is_af in enumerate(af):
        if is_af and spans and k - spans[-1][-1] <= 4:
            spans[-1].append(k)
        elif is_af:
            spans.append([k])
    return [(10 * ks[0], 10 * ks[-1] + 10) for ks in spans if len(ks) >= 3]


@given(af=st.lists(st.booleans(), max_size=60), cut=st.integers(0, 120), restart=st.booleans())
def test_episodes_equal_a_plain_model_in_any_batches(af: list[bool], cut: int, restart: bool) -> None:
    merger = EpisodeMerger(FS)
    results = stream(af)
    changes = merger.push(results[:cut])
    if restart:
        merger = EpisodeMerger.restore(merger.snapshot())
    changes += merger.push(results[cut:])
    changes += merger.finish()
    episodes = known(changes)
    assert [(e.start, e.end) for e in episodes.values()] == plain(af)
    assert not any(e.open for e in episodes.values())


def test_an_episode_opens_after_thirty_seconds_and_grows() -> None:
    merger = EpisodeMerger(FS)
    results = stream([True, True, True, True])
    assert merger.push(results[:4]) == []
    opened = merger.push(results[4:6])
    assert [(e.start, e.n, e.open) for e in opened] == [(0, 30, True)]
    assert [(e.start, e.n, e.open) for e in merger.push(results[6:])] == [(0, 40, True)]
    assert [(e.start, e.n, e.open) for e in merger.finish()] == [(0, 40, False)]


def test_half_a_minute_without_af_does_not_end_it_but_more_does() -> None:
    af = [True] * 3 + [False] * 3 + [True] * 3 + [False] * 4 + [True] * 3
    merger = EpisodeMerger(FS)
    episodes = known(merger.push(stream(af)) + merger.finish())
    assert [(e.start, e.end) for e in episodes.values()] == [(0, 90), (130, 160)]


def halves(af: str, half: str) -> list[Result]:
    """As ``stream``, and which windows end a half minute of AF: a likely one (#) or a sure one (!)."""
    called = iter(half)
    results: list[Result] = []
    for result in stream([one == "#" for one in af]):
        if isinstance(result, Window):
            mark = next(called)
            rhythm = Rhythm.SINUS if mark == "." else Rhythm.AF
            results.append(replace(result, rhythm_30s=rhythm, probability_30s=0.8 if mark == "#" else 0.95))
        else:
            results.append(result)
    return results


@pytest.mark.parametrize(
    ("af", "half", "found"),
    [
        ("..##....", "...#....", [(10, 40)]),  # two windows in a half minute of AF are half a minute
        ("..##....", "....#...", []),  # one that ends elsewhere says nothing of them
        ("..##....", "........", []),
        ("..#.....", "..#.....", []),  # a single window is none,
        ("...#....", "...!....", [(10, 40)]),  # unless it is surely AF all around it
        ("...#....", "....!...", []),
        ("...#....", "..!#....", []),
        ("........", "...!....", []),
        ("#.......", "#.......", []),
        ("..#.#...", "....#...", [(20, 50)]),
        ("..#..#..", ".....#..", [(20, 60)]),
        ("..#.#.#.", "........", [(20, 70)]),
        ("..##..##", "...#...#", [(10, 80)]),
        ("#...#...", "........", []),
    ],
)
def test_to_begin_takes_more_than_to_go_on(af: str, half: str, found: list[tuple[int, int]]) -> None:
    for cut in range(2 * len(af)):
        merger = EpisodeMerger(FS)
        results = halves(af, half)
        changes = merger.push(results[:cut])
        merger = EpisodeMerger.restore(merger.snapshot())
        changes += merger.push(results[cut:]) + merger.finish()
        assert [(e.start, e.end) for e in known(changes).values()] == found
        assert not any(e.open for e in known(changes).values())


def test_pauses_are_episodes_by_themselves() -> None:
    merger = EpisodeMerger(FS)
    changes = merger.push([Finding(FindingKind.PAUSE, 5, 4, 4.0), Finding(FindingKind.PAUSE, 9, 3, 3.0)])
    assert [(e.start, e.value, e.open) for e in changes] == [(5, 4.0, False), (9, 3.0, False)]


def test_the_most_telling_value_stays() -> None:
    merger = EpisodeMerger(FS)
    slow = [Finding(FindingKind.BRADY, 0, 10, 45.0), Finding(FindingKind.BRADY, 10, 10, 38.0)]
    fast = [Finding(FindingKind.TACHY, 0, 10, 120.0), Finding(FindingKind.TACHY, 10, 10, 110.0)]
    ended = known(merger.push(slow + fast) + merger.finish())
    assert {e.kind: e.value for e in ended.values()} == {FindingKind.BRADY: 38.0, FindingKind.TACHY: 120.0}


def test_a_growing_run_is_one_episode() -> None:
    merger = EpisodeMerger(FS)
    changes = merger.push(
        [
            window(0),
            Finding(FindingKind.WIDE_RUN, 4, 5, 7.0),
            window(10),
            Finding(FindingKind.WIDE_RUN, 4, 12, 16.0),
            window(20),
        ]
    )
    assert {(e.start, e.n, e.value, e.open) for e in changes} == {
        (4, 5, 7.0, True),
        (4, 12, 16.0, True),
        (4, 12, 16.0, False),
    }


def test_of_probabilities_the_highest_stays() -> None:
    merger = EpisodeMerger(FS)
    findings = [Finding(FindingKind.AF, 10 * k, 10, 0.5, p) for k, p in enumerate((0.7, 0.9, None))]
    assert merger.push(findings)[-1].probability == 0.9


def test_the_chain_and_the_merger_agree_on_a_pause() -> None:
    before = regular(30.0)
    r_s = [*before, *(before[-1] + 4.0 + 0.8 * k for k in range(30))]
    pipeline = dsp.Pipeline(250.0)
    results = pipeline.push(ecg(r_s, r_s[-1] + 1.0, 250.0)) + pipeline.finish()
    merger = EpisodeMerger(250.0)
    episodes = merger.push(results) + merger.finish()
    assert [(e.kind, e.open) for e in episodes] == [(FindingKind.PAUSE, False)]
    assert episodes[0].value == pytest.approx(4.0, abs=0.02)


def test_damaged_snapshots_are_refused() -> None:
    merger = EpisodeMerger(FS)
    merger.push(stream([True] * 5))
    data = merger.snapshot()
    for bad in (b"", data[:-2], dsp.Pipeline(250.0).snapshot()):
        with pytest.raises(SnapshotError):
            EpisodeMerger.restore(bad)
    again = EpisodeMerger.restore(data)
    assert again.finish() == [replace(merger.finish()[0], open=False)]


def mitdb(record: str, start_s: int, seconds: int) -> np.ndarray:
    signal = wfdb.rdrecord(
        str(recordings.path("mitdb", record)),
        channels=[0],
        sampfrom=start_s * 360,
        sampto=(start_s + seconds) * 360,
    )
    uv = np.asarray(signal.p_signal[:, 0], np.float64) * 1000.0
    return np.asarray(uv - np.median(uv))


def af_of(uv: np.ndarray) -> list[tuple[float, float]]:
    """Episodes of AF in seconds, as the house stores them."""
    pipeline, merger = Pipeline(360.0, classifier=shipped()), EpisodeMerger(360.0)
    found = known(merger.push([*pipeline.push(uv), *pipeline.finish()]) + merger.finish())
    return [(e.start / 360, e.end / 360) for e in found.values() if e.kind is FindingKind.AF]


def test_af_that_ends_is_one_episode_across_a_bad_window() -> None:
    uv = mitdb("201", 200, 270)  # AF up to 178 s, then sinus rhythm
    ((start, end),) = af_of(uv)
    assert start <= 30
    assert 160 <= end <= 210
    uv[60 * 360 : 70 * 360] = np.nan
    assert af_of(uv) == [(start, end)]


def test_motion_is_no_af() -> None:
    motion = wfdb.rdrecord(str(recordings.path("nstdb", "em")), channels=[0], sampto=180 * 360)
    for record in ("101", "112"):
        uv = mitdb(record, 300, 180)
        for share in (0.3, 1.0):
            assert af_of(uv + share * 1000.0 * motion.p_signal[:, 0]) == []
