"""The fast way over arrays says what the chain's own functions say, window by window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daemon.ragged import counts, means, medians
from daemon.simulated_findings import FindingTeller
from daemon.simulated_rows import Heard
from daemon.simulated_windows import Spoilt, Told, WindowTeller
from dsp.episodes import Episode, EpisodeMerger
from dsp.findings import Runs, window_findings
from dsp.history import History
from dsp.types import Beat, BeatLabel, Fiducials, Finding, QualityReason, Rhythm, Window
from dsp.windows import Evidence, build, rule_call
from ingest.scenario_file import parse_scenario
from ingest.synthesis import synthesize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.types import Quality

FS_HZ = 250.0
STORY = """
name = "everything"
span = "40m"
now = "2026-11-15T08:00:00Z"
[[wearers]]
[wearers.heart]
v_per_hour = 60
s_per_hour = 30
[[wearers.heart.events]]
kind = "af"
at = "+5m"
duration = "8m"
[[wearers.heart.events]]
kind = "sinus"
at = "+15m"
duration = "2m"
rate_bpm = 38
[[wearers.heart.events]]
kind = "sinus"
at = "+18m"
duration = "2m"
rate_bpm = 160
[[wearers.heart.events]]
kind = "bigeminy"
at = "+21m"
duration = "3m"
[[wearers.heart.events]]
kind = "pause"
at = "+25m"
seconds = 3.6
[[wearers.heart.events]]
kind = "wide_run"
at = "+27m"
beats = 30
[[wearers.heart.events]]
kind = "pause"
at = "+33m"
seconds = 12
[[wearers.devices]]
id = "a"
"""
SPOILT = (
    Spoilt(7000, 12_000, QualityReason.MOTION),
    Spoilt(100_000, 100_300, QualityReason.LEAD_OFF),
    Spoilt(201_000, 209_000, QualityReason.LEAD_OFF),
)


def story() -> tuple[list[Beat], list[Fiducials]]:
    chunks = list(synthesize(parse_scenario(STORY)))
    return [b for c in chunks for b in c.beats], [f for c in chunks for f in c.fiducials]


def heard(beats: list[Beat], fiducials: list[Fiducials]) -> Heard:
    kinds = {BeatLabel.N: 0, BeatLabel.S: 1, BeatLabel.V: 2}
    names = ("p_on", "p_peak", "p_off", "qrs_on", "qrs_off", "t_on", "t_peak", "t_off")
    waves = [[np.nan if getattr(f, n) is None else float(getattr(f, n)) for f in fiducials] for n in names]
    return Heard(
        np.array([b.sample for b in beats], np.int64),
        np.array([kinds[b.label] for b in beats], np.int8),
        np.array(
            [f.p_on is None and b.label is not BeatLabel.V for b, f in zip(beats, fiducials, strict=True)]
        ),
        np.array(waves),
    )


def fast(
    edges: NDArray[np.int64], portion: int, *, break_at: int | None = None
) -> tuple[list[Told], list[Episode]]:
    everything = heard(*story())
    teller, findings = WindowTeller(FS_HZ), FindingTeller(FS_HZ)
    told, episodes = [], {}
    for at in range(0, len(edges) - 1, portion):
        part = edges[at : at + portion + 1]
        if break_at == at:
            teller.break_off()
        inside = (everything.r >= part[0]) & (everything.r < part[-1])
        told.append(teller.tell(part, everything.keep(inside), SPOILT, cut=at + portion >= len(edges) - 1))
        episodes.update({(e.kind, e.start): e for e in findings.push(told[-1])})
    episodes.update({(e.kind, e.start): e for e in findings.finish()})
    return told, sorted(episodes.values(), key=lambda e: (e.start, e.kind))


def slow(qualities: list[Quality]) -> tuple[list[Window], list[Finding], list[Episode]]:
    """The chain's own functions, fed with the beats that count."""
    beats, fiducials = story()
    history, runs, merger = History(FS_HZ), Runs(FS_HZ), EpisodeMerger(FS_HZ)
    windows: list[Window] = []
    found: list[Finding] = []
    episodes: dict[tuple[str, int], Episode] = {}
    everything = iter(zip(beats, fiducials, strict=True))
    pending = next(everything, None)
    for quality in qualities:
        start, end = quality.start, quality.start + quality.n
        waves: list[Fiducials] = []
        inside: list[Beat] = []
        while pending is not None and pending[0].sample < end:
            beat, wave = pending
            hidden = any(s.start <= beat.sample < s.end for s in SPOILT)
            if quality.analysable and not hidden:
                history.add(beat, float(beat.sample), clean=True)
                waves.append(wave)
                inside.append(beat)
            else:
                history.break_off()
            pending = next(everything, None)
        intervals = [i.ms for i in history.ending_in(start, end)]
        changes = history.changes_in(start, end)
        context = [i.ms for i in history.context(end)]
        seen = Evidence(FS_HZ, quality, inside, waves, intervals, changes, context)
        windows.append(build(seen, rule_call(seen)))
        new = window_findings(windows[-1], history) + runs.push(windows[-1], inside)
        found += new
        episodes.update({(e.kind, e.start): e for e in merger.push([windows[-1], *new])})
        history.forget(end)
    episodes.update({(e.kind, e.start): e for e in [*merger.push(runs.finish()), *merger.finish()]})
    return windows, found, sorted(episodes.values(), key=lambda e: (e.start, e.kind))


@pytest.mark.parametrize("portion", [7, 60, 500])
def test_windows_and_episodes_are_those_of_the_chain(portion: int) -> None:
    edges = np.append(np.arange(0, 599_000, 2500), 599_321)
    told, episodes = fast(edges, portion)
    windows = [window for part in told for window in part.windows]
    expected, _, expected_episodes = slow([w.quality for w in windows])
    assert {w.rhythm for w in windows} == {
        Rhythm.SINUS,
        Rhythm.AF,
        Rhythm.OTHER,
        Rhythm.NOISE,
        Rhythm.UNKNOWN,
    }
    for window, other in zip(windows, expected, strict=True):
        for name in set(Window.__slots__) - {"measures"}:  # a described history says medians, not spreads
            mine, theirs = getattr(window, name), getattr(other, name)
            assert mine == (pytest.approx(theirs, abs=0.11) if isinstance(theirs, float) else theirs), name
    assert [(e.kind, e.start, e.n) for e in episodes] == [(e.kind, e.start, e.n) for e in expected_episodes]
    assert [e.value for e in episodes] == pytest.approx([e.value for e in expected_episodes], abs=0.1)
    assert {e.kind for e in episodes} == {"af", "brady", "tachy", "bigeminy", "pause", "wide_run"}


def test_lead_off_and_noise_hide_beats_and_the_reasons_are_told() -> None:
    told, _ = fast(np.arange(0, 600_000, 2500), 60)
    windows = {w.start: w for part in told for w in part.windows}
    assert windows[7500].quality.reasons == (QualityReason.MOTION,)
    assert windows[7500].rhythm is Rhythm.NOISE
    assert windows[7500].n_beats == 0
    assert set(windows[7500].null_reasons.values()) == {"low_quality"}
    partly = windows[100_000].quality
    assert (partly.analysable, partly.score, partly.reasons) == (True, 0.88, (QualityReason.LEAD_OFF,))
    assert windows[202_500].quality.reasons == (QualityReason.LEAD_OFF,)


def test_fibrillation_has_no_p_waves_in_its_windows() -> None:
    told, _ = fast(np.arange(0, 600_000, 2500), 60)
    for part in told:
        for i, window in enumerate(part.windows):
            if window.rhythm is Rhythm.AF:
                assert window.pr_ms is None
                assert window.p_ms is None
                assert np.isnan(part.beats.waves[0, part.first[i] : part.last[i]]).all()


def test_no_interval_spans_a_gap() -> None:
    whole, _ = fast(np.arange(0, 600_000, 2500), 40)
    broken, _ = fast(np.arange(0, 600_000, 2500), 40, break_at=120)
    pairs = zip(whole[3].windows, broken[3].windows, strict=True)
    assert [a.rmssd_ms != b.rmssd_ms for a, b in pairs][:2] == [True, False]


GROUPS = st.lists(st.lists(st.floats(-1e6, 1e6), max_size=6), min_size=1, max_size=8)


@settings(max_examples=100)
@given(GROUPS, st.integers(1, 4))
def test_figures_of_groups_are_numpys_own(groups: list[list[float]], least: int) -> None:
    values = np.array([v for group in groups for v in group])
    place = np.array([i for i, group in enumerate(groups) for _ in group], np.int64)
    n = len(groups)
    assert counts(place, n).tolist() == [len(group) for group in groups]
    for figure, numpys in ((means, np.mean), (medians, np.median)):
        got = figure(values, place, n, least)
        for i, group in enumerate(groups):
            expected = numpys(group) if len(group) >= least else np.nan
            assert got[i] == pytest.approx(expected, rel=1e-9, abs=1e-6, nan_ok=True)
