from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.heartbeat import NORMAL, SUPRA, VENTRICULAR, Beats, Heartbeat
from ingest.scenario_file import parse_scenario
from ingest.timeline import heart_timeline


def hearts(
    body: str = "", *, span: str = "2h", seed: int = 1, now: str = "2026-11-15T08:00:00Z"
) -> Heartbeat:
    text = f'name = "x"\nspan = "{span}"\nnow = "{now}"\n[[wearers]]\n{body}\n[[wearers.devices]]\nid = "a"\n'
    scenario = parse_scenario(text)
    _, wearer, _ = scenario.device()
    calendar = scenario.calendar(wearer)
    return Heartbeat(heart_timeline(wearer.heart, calendar), calendar, (seed, 0))


def event(kind: str, at: str, more: str) -> str:
    return f'[[wearers.heart.events]]\nkind = "{kind}"\nat = "{at}"\n{more}\n'


def all_beats(body: str = "", *, span: str = "2h", seed: int = 1) -> Beats:
    blocks = list(hearts(body, span=span, seed=seed).blocks())
    columns = ("t_s", "kind", "af", "rr_s", "pr_ms", "qrs_ms", "qt_ms")
    joined = {name: np.concatenate([getattr(block, name) for block in blocks]) for name in columns}
    return Beats(**joined, until_s=blocks[-1].until_s)


def test_sinus_rhythm_keeps_its_rate_and_variability() -> None:
    beats = all_beats("[wearers.heart]\nrate_bpm = 60\ndrift_bpm = 0\nrmssd_ms = 40\n")
    rr = beats.rr_s[10:]
    assert float(60 / rr.mean()) == pytest.approx(60, rel=0.01)
    assert float(np.sqrt(np.mean(np.diff(rr) ** 2)) * 1000) == pytest.approx(40, rel=0.1)
    assert not beats.af.any()
    assert set(beats.kind.tolist()) == {NORMAL}


def test_the_rate_follows_the_hour_of_the_day() -> None:
    rates = [50.0] * 12 + [90.0] * 12
    body = f"[wearers.heart]\nrate_bpm = {rates}\ndrift_bpm = 0\n"
    beats = all_beats(body, span="24h")  # 08:00 to 08:00
    night = beats.rr_s[(beats.t_s > 16.5 * 3600) & (beats.t_s < 23 * 3600)]
    day = beats.rr_s[(beats.t_s > 5 * 3600) & (beats.t_s < 15 * 3600)]
    assert float(60 / night.mean()) == pytest.approx(50, rel=0.02)
    assert float(60 / day.mean()) == pytest.approx(90, rel=0.02)


def test_fibrillation_is_irregular_without_memory() -> None:
    beats = all_beats(event("af", "+30m", 'duration = "1h"\nrate_bpm = 100\nirregularity = 0.2'))
    rr = beats.rr_s[beats.af]
    assert float(rr.mean()) == pytest.approx(0.6, rel=0.03)
    assert float(rr.std() / rr.mean()) == pytest.approx(0.2, rel=0.1)
    assert abs(float(np.corrcoef(rr[:-1], rr[1:])[0, 1])) < 0.05
    inside = (beats.t_s > 1800) & (beats.t_s <= 5400)
    assert np.array_equal(beats.af, inside)


def test_a_pause_has_its_length_and_the_rhythm_goes_on() -> None:
    beats = all_beats(event("pause", "+30m", "seconds = 3.4") + event("pause", "+60m", "seconds = 5"))
    longest = np.argsort(beats.rr_s)[-2:]
    assert sorted(beats.rr_s[longest].round(6).tolist()) == [3.4, 5.0]
    assert beats.t_s[longest].min() == pytest.approx(1800, abs=5)
    assert beats.rr_s[longest + 1].max() < 1.5


def test_a_wide_run_is_as_long_and_fast_as_told() -> None:
    beats = all_beats(event("wide_run", "+30m", "beats = 7\nrate_bpm = 150"))
    wide = np.flatnonzero(beats.kind == VENTRICULAR)
    assert len(wide) == 7
    assert np.ptp(wide) == 6
    assert beats.rr_s[wide[1:]] == pytest.approx(0.4)
    assert beats.qrs_ms[wide].min() > 140


def test_bigeminy_takes_every_second_beat() -> None:
    beats = all_beats(event("bigeminy", "+30m", 'duration = "5m"'))
    wide = np.flatnonzero(beats.kind == VENTRICULAR)
    assert len(wide) > 100
    assert set(np.diff(wide).tolist()) == {2}
    assert beats.rr_s[wide].max() < beats.rr_s[wide + 1].min()  # early, then compensated


@pytest.mark.parametrize(("kind", "key"), [(SUPRA, "s_per_hour"), (VENTRICULAR, "v_per_hour")])
def test_ectopic_beats_come_at_their_rate_and_early(kind: int, key: str) -> None:
    beats = all_beats(f"[wearers.heart]\n{key} = 60\n", span="20h")
    early = np.flatnonzero(beats.kind == kind)
    assert len(early) == pytest.approx(1200, rel=0.15)
    assert np.median(beats.rr_s[early] / beats.rr_s[early - 1]) < 0.8
    assert np.median(beats.rr_s[early + 1] / beats.rr_s[early - 1]) > 1.1
    assert np.diff(early).min() > 2


def test_a_change_moves_rate_and_intervals() -> None:
    body = "[wearers.heart]\nrate_bpm = 70\ndrift_bpm = 0\n" + event(
        "change", "+1h", "rate_shift_bpm = -10\npr_ms = 190"
    )
    beats = all_beats(body)
    before, after = beats.t_s < 3600, beats.t_s > 3600
    assert float(60 / beats.rr_s[after].mean()) == pytest.approx(60, rel=0.02)
    assert float(np.median(beats.pr_ms[before])) == pytest.approx(160, abs=1)
    assert float(np.median(beats.pr_ms[after])) == pytest.approx(190, abs=1)


def test_qt_follows_the_rate_so_that_qtcf_stays() -> None:
    for rate in (50, 100):
        beats = all_beats(f"[wearers.heart]\nrate_bpm = {rate}\nqtcf_ms = 420\n")
        assert float(np.median(beats.qt_ms / np.cbrt(60 / rate))) == pytest.approx(420, rel=0.02)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    events=st.lists(
        st.tuples(
            st.sampled_from(["af", "sinus", "bigeminy", "ectopy", "pause", "wide_run"]),
            st.integers(0, 3600),
            st.integers(1, 1800),
        ),
        max_size=6,
    ),
)
def test_beats_rise_in_time_at_believable_intervals(seed: int, events: list[tuple[str, int, int]]) -> None:
    extra = {
        "af": "rate_bpm = 120",
        "sinus": "rate_bpm = 45",
        "bigeminy": "",
        "ectopy": "v_per_hour = 300\ns_per_hour = 300",
        "pause": "seconds = 4",
        "wide_run": "beats = 9\nrate_bpm = 180",
    }
    body = ""
    for kind, at, length in events:
        lasting = "" if kind in {"pause", "wide_run"} else f'duration = "{length}s"\n'
        body += event(kind, f"+{at}s", lasting + extra[kind])
    beats = all_beats(body, span="1h", seed=seed)
    again = all_beats(body, span="1h", seed=seed)
    assert np.array_equal(beats.t_s, again.t_s)
    assert np.array_equal(beats.kind, again.kind)
    rr = np.diff(beats.t_s)
    assert rr == pytest.approx(beats.rr_s[1:])
    assert rr.min() > 0.19
    assert rr.max() < 4.0 + 1e-9
    assert 3600 - 5 < beats.t_s[-1] < 3600 + 5
    assert len(beats.t_s) == len(beats.kind) == len(beats.pr_ms) == len(beats.qt_ms)


def test_a_cycle_goes_on_without_a_break() -> None:
    heart = hearts(event("pause", "+5m", "seconds = 4"), span="10m")
    blocks = list(islice(heart.blocks(cycle=True), 12))
    t = np.concatenate([block.t_s for block in blocks])
    rr = np.diff(t)
    assert t[-1] > 1800
    assert (rr > 3.9).sum() == sum(1 for block in blocks if len(block) == 1)
    assert rr.min() > 0.3


def test_other_seeds_tell_other_stories() -> None:
    assert not np.array_equal(all_beats(seed=1).t_s[:50], all_beats(seed=2).t_s[:50])
