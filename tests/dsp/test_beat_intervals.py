from __future__ import annotations

import numpy as np
import pytest

from dsp import Pipeline, analyze
from dsp.beat_intervals import measures, of_beat
from dsp.interval_types import METRICS, Measure, NullReason
from dsp.st_baseline import LEARN, STEP_UV, StBaseline
from dsp.types import Fiducials, QualityReason, Window
from tests.dsp.signals import ecg, regular

FS = 250.0
BEAT = Fiducials(1000, 950, 960, 975, 990, 1012, 1050, 1070, 1095, p_uv=120.0, t_uv=260.0, st_uv=-15.0)


def whole_windows(uv: np.ndarray, fs_hz: float = FS) -> list[Window]:
    return list(analyze(uv, fs_hz).windows[1:-1])


def usual(windows: list[Window], name: str) -> float:
    said = [w.measures[name].median for w in windows]
    assert None not in said
    return float(np.median([value for value in said if value is not None]))


def test_intervals_of_a_beat_are_those_between_its_marks() -> None:
    told = of_beat(BEAT, 640.0, FS)
    assert (told.pr_ms, told.qrs_ms, told.qt_ms, told.p_ms, told.t_ms) == (160.0, 88.0, 420.0, 100.0, 180.0)
    assert told.qtcf_ms == pytest.approx(420.0 / 0.64 ** (1 / 3))
    assert told.qtcb_ms == pytest.approx(420.0 / 0.8)
    assert (told.p_uv, told.t_uv, told.st_uv) == (120.0, 260.0, -15.0)


def test_what_was_not_found_is_not_measured() -> None:
    told = of_beat(Fiducials(1000, qrs_on=990, qrs_off=1012), None, FS)
    assert told.qrs_ms == 88.0
    assert {getattr(told, n) for n in ("rr_ms", "pr_ms", "qt_ms", "qtcf_ms", "qtcb_ms", "p_ms", "t_ms")} == {
        None
    }
    assert of_beat(BEAT, None, FS).qtcf_ms is None


def test_a_window_says_medians_and_spreads_or_why_not() -> None:
    beats = [of_beat(BEAT, 640.0, FS)] * 5
    said = measures(beats, [640.0] * 5, usual_st_uv=-40.0, analysable=True)
    assert tuple(said) == METRICS
    assert said["qt_ms"] == Measure(420.0, 0.0, 5)
    assert said["qtcb_ms"].median == 525.0
    assert said["st_change_uv"] == Measure(25.0, 0.0, 5)

    def reasons(**changes: object) -> dict[str, NullReason | None]:
        given = {"usual_st_uv": None, "analysable": True} | changes
        found = measures(beats, [640.0] * 5, **given)  # type: ignore[arg-type]
        return {name: measure.reason for name, measure in found.items() if measure.median is None}

    assert reasons() == {"st_change_uv": NullReason.NO_BASELINE}
    assert reasons(analysable=False) == dict.fromkeys(METRICS, NullReason.LOW_QUALITY)


def test_few_beats_and_missing_waves_are_told_apart() -> None:
    bare = [of_beat(Fiducials(k, qrs_on=k - 10, qrs_off=k + 12), 800.0, FS) for k in range(4)]
    said = measures(bare, [800.0] * 4, usual_st_uv=None, analysable=True)
    why = {name: measure.reason for name, measure in said.items()}
    assert why["pr_ms"] is why["p_uv"] is NullReason.NO_P_WAVES
    assert why["qt_ms"] is why["qtcb_ms"] is why["t_uv"] is NullReason.NO_T_WAVES
    assert why["qrs_ms"] is why["rr_ms"] is None
    said = measures(bare[:2], [], usual_st_uv=None, analysable=True)
    assert said["qrs_ms"].reason is said["rr_ms"].reason is NullReason.TOO_FEW_BEATS


@pytest.mark.parametrize("fs_hz", [130.0, 250.0, 500.0])
def test_made_up_beats_have_the_widths_and_heights_they_were_made_with(fs_hz: float) -> None:
    windows = whole_windows(ecg(regular(60.0), 60.0, fs_hz, noise_uv=4.0), fs_hz)
    wanted = {
        "pr_ms": (170.0, 24.0),
        "qrs_ms": (112.0, 24.0),
        "qt_ms": (415.0, 36.0),
        "p_ms": (110.0, 24.0),
        "t_ms": (210.0, 56.0),
        "p_uv": (120.0, 15.0),
        "t_uv": (260.0, 25.0),
        "st_uv": (0.0, 30.0),
        "rr_ms": (800.0, 10.0),
    }
    for name, (value, within) in wanted.items():
        assert usual(windows, name) == pytest.approx(value, abs=within), name
    assert usual(windows, "qtcb_ms") > usual(windows, "qtcf_ms") > usual(windows, "qt_ms")
    for window in windows:
        assert window.qtcf_ms == window.measures["qtcf_ms"].median
        assert window.measures["qt_ms"].n >= 10


def test_a_longer_pr_and_a_raised_st_are_measured_as_such() -> None:
    r_s = regular(60.0, rr_s=1.0)
    plain = ecg(r_s, 60.0, FS, noise_uv=4.0)
    t = np.arange(len(plain)) / FS
    raised, late = plain.copy(), plain.copy()
    for at in r_s:
        rise, fall = (t - at - 0.05) / 0.004, (t - at - 0.24) / 0.02
        raised += 37.5 * (1.0 + np.tanh(rise / 2.0)) * (1.0 - np.tanh(fall / 2.0))
        late -= 120.0 * np.exp(-0.5 * ((t - at + 0.17) / 0.022) ** 2)
        late += 120.0 * np.exp(-0.5 * ((t - at + 0.22) / 0.022) ** 2)
    before = whole_windows(plain)
    st = usual(whole_windows(raised), "st_uv") - usual(before, "st_uv")
    assert st == pytest.approx(150.0, abs=40.0)
    pr = usual(whole_windows(late), "pr_ms") - usual(before, "pr_ms")
    assert pr == pytest.approx(50.0, abs=16.0)


def test_the_baseline_is_the_usual_level_and_hardly_follows_an_episode() -> None:
    own = StBaseline()
    for k in range(LEARN):
        assert own.usual_uv is None
        own.learn(500.0 if k % 5 == 0 else 20.0)
    assert own.usual_uv == 20.0
    for _ in range(60):  # ten minutes
        own.learn(220.0)
    assert own.usual_uv == 20.0 + 60 * STEP_UV
    other = StBaseline()
    other.load(own.state())
    own.learn(0.0)
    other.learn(0.0)
    assert own.usual_uv == other.usual_uv


def test_a_change_is_told_once_the_baseline_is_known_and_across_a_restart() -> None:
    length_s = 10.0 * (LEARN + 4)
    uv = ecg(regular(length_s), length_s, FS, noise_uv=4.0)
    pipeline = Pipeline(FS)
    half = len(uv) // 2
    results = pipeline.push(uv[:half])
    pipeline = Pipeline.restore(pipeline.snapshot())
    results += pipeline.push(uv[half:]) + pipeline.finish()
    windows = [r for r in results if isinstance(r, Window)]
    assert windows[1].measures["st_change_uv"].reason is NullReason.NO_BASELINE
    change = windows[LEARN + 2].measures["st_change_uv"]
    assert change.median == pytest.approx(0.0, abs=15.0)
    assert change.n >= 10


def test_a_window_of_lost_contact_says_nothing_and_why() -> None:
    uv = ecg(regular(30.0), 30.0, FS)
    uv[2500:5000] = np.nan
    (window,) = analyze(uv, FS).windows[1:2]
    assert QualityReason.LEAD_OFF in window.quality.reasons
    assert {m.reason for m in window.measures.values()} == {NullReason.LOW_QUALITY}
    assert set(window.measures) == set(METRICS)
