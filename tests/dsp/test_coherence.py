"""Each rule of coherence: by itself, and on signals through the whole chain."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import dsp
from dsp import FindingKind, Pipeline, Rhythm
from dsp.analysis import collect
from dsp.coherence import (
    BRADYCARDIA,
    FIRST_DEGREE_BLOCK,
    TACHYCARDIA,
    UNCONFIRMED,
    WIDE_QRS,
    Facts,
    af_confirmed,
    coherent,
    counts_as_af,
    is_pause,
    told,
)
from dsp.interval_types import Measure, NullReason
from dsp.types import Quality, Window
from tests.dsp.signals import ecg, regular

FS = 250.0
ROW = Window(
    start=0,
    n=2500,
    quality=Quality(0, 2500, 0.9, analysable=True),
    rhythm=Rhythm.SINUS,
    probability=None,
    model="rules-1",
    n_beats=12,
    hr_bpm=72.0,
    rr_ms=833.0,
    rmssd_ms=30.0,
    pr_ms=160.0,
    qrs_ms=95.0,
    qt_ms=390.0,
    qtcf_ms=414.0,
    p_ms=100.0,
    measures={
        "pr_ms": Measure(160.0, 8.0, 12),
        "p_uv": Measure(90.0, 9.0, 12),
        "qrs_ms": Measure(95.0, 4.0, 12),
    },
)
CALM = Facts(0.02, 0.95, [160.0] * 12)
WILD = Facts(0.9, 0.1, [None] * 12)


def flags(facts: Facts = CALM, **changes: object) -> tuple[str, ...]:
    return coherent(replace(ROW, **changes), facts).flags  # type: ignore[arg-type]


def test_af_has_no_p_waves_and_says_why() -> None:
    row = coherent(replace(ROW, rhythm=Rhythm.AF), WILD)
    assert (row.pr_ms, row.p_ms, row.flags) == (None, None, ())
    assert (row.null_reasons["pr_ms"], row.null_reasons["p_ms"]) == ("af", "af")
    assert {name: said.reason for name, said in row.measures.items()} == {
        "pr_ms": NullReason.AF,
        "p_uv": NullReason.AF,
        "qrs_ms": None,
    }
    assert coherent(ROW, CALM) == ROW


@pytest.mark.parametrize(
    ("facts", "confirmed"),
    [
        (WILD, True),
        (Facts(0.9, None, []), True),
        (Facts(0.09, 0.1, []), False),
        (Facts(0.9, 0.8, []), False),
        (Facts(None, 0.1, []), False),
    ],
)
def test_af_is_confirmed_by_irregularity_and_missing_p_waves(facts: Facts, confirmed: bool) -> None:
    assert af_confirmed(facts) is confirmed
    said = flags(facts, rhythm=Rhythm.AF)
    assert (UNCONFIRMED not in said) is confirmed
    assert counts_as_af("af", said) is confirmed
    assert told("af", said) is (Rhythm.AF if confirmed else Rhythm.UNKNOWN)
    assert told("sinus", (UNCONFIRMED,)) is Rhythm.SINUS
    assert not counts_as_af("sinus", said)
    assert UNCONFIRMED not in flags(facts)


@pytest.mark.parametrize("rhythm", list(Rhythm))
@pytest.mark.parametrize(
    ("bpm", "flag"),
    [(100.0, None), (100.1, TACHYCARDIA), (50.0, None), (49.9, BRADYCARDIA), (None, None)],
)
def test_rate_labels_follow_the_measured_rate_whatever_the_rhythm(
    rhythm: Rhythm, bpm: float | None, flag: str | None
) -> None:
    said = flags(WILD, rhythm=rhythm, hr_bpm=bpm)
    assert [one for one in said if one in {TACHYCARDIA, BRADYCARDIA}] == ([] if flag is None else [flag])


@pytest.mark.parametrize(
    ("pr_ms", "blocked"),
    [
        ([210.0] * 7 + [190.0] * 5, True),
        ([210.0] * 6 + [190.0] * 6, False),
        ([210.0] * 5 + [None] * 7, False),
        ([200.0] * 12, False),
        ([], False),
    ],
)
def test_a_block_of_first_degree_needs_a_long_pr_in_most_sinus_beats(
    pr_ms: list[float | None], blocked: bool
) -> None:
    assert (FIRST_DEGREE_BLOCK in flags(Facts(0.02, 0.9, pr_ms))) is blocked
    assert FIRST_DEGREE_BLOCK not in flags(Facts(0.02, 0.9, pr_ms), rhythm=Rhythm.OTHER)


def test_a_wide_complex_is_wide_from_120_ms_and_of_no_side() -> None:
    assert flags(qrs_ms=119.9) == ()
    assert flags(qrs_ms=120.0) == (WIDE_QRS,)
    assert flags(qrs_ms=None) == ()
    assert not any(side in WIDE_QRS.lower() for side in ("left", "right", "lbbb", "rbbb"))


def test_nothing_is_said_of_what_is_not_analysable() -> None:
    noise = Quality(0, 2500, 0.1, analysable=False)
    assert flags(WILD, quality=noise, rhythm=Rhythm.AF, hr_bpm=30.0, qrs_ms=200.0) == ()


def test_a_pause_is_three_seconds_without_anything_that_may_be_a_beat() -> None:
    assert is_pause(3000.0, 0.0)
    assert is_pause(3000.0, 0.25)
    assert not is_pause(2999.0, 0.0)
    assert not is_pause(4000.0, 0.26)


def pauses(uv: np.ndarray, gap: tuple[int, int] | None = None) -> list[float]:
    """Lengths of the pauses; ``gap``: samples that were lost on the way."""
    pipeline = Pipeline(FS)
    cut = gap or (len(uv), len(uv))
    results = pipeline.push(uv[: cut[0]])
    results += pipeline.gap(cut[1] - cut[0])
    results += pipeline.push(uv[cut[1] :]) + pipeline.finish()
    return [f.value for f in collect(FS, results).findings if f.kind is FindingKind.PAUSE]


# The pause lies across the border of two windows, at 30 s: both sides are judged by themselves.
BEFORE = regular(28.6)
AFTER = [BEFORE[-1] + 4.0 + 0.8 * k for k in range(20)]
PAUSED = ecg([*BEFORE, *AFTER], AFTER[-1] + 1.0, FS)


def test_a_pause_between_two_good_windows_is_one() -> None:
    assert pauses(PAUSED) == pytest.approx([4.0], abs=0.012)


@pytest.mark.parametrize("lost", [1, 13, 250])
def test_a_lost_packet_in_it_makes_it_none(lost: int) -> None:
    middle = round((BEFORE[-1] + 2.0) * FS)
    assert pauses(PAUSED, (middle, middle + lost)) == []


@pytest.mark.parametrize(("start_s", "end_s"), [(20.0, 27.0), (33.5, 39.5)])
def test_bad_signal_on_either_side_makes_it_none(start_s: float, end_s: float) -> None:
    noisy = PAUSED.copy()
    a, b = round(start_s * FS), round(end_s * FS)
    noisy[a:b] += np.random.default_rng(5).normal(0.0, 1500.0, b - a)
    found = dsp.analyze(noisy, FS)
    spoilt = [w for w in found.windows if not w.quality.analysable]
    assert [w.start <= a < w.start + w.n for w in spoilt] == [True]
    assert pauses(noisy) == []


def test_a_long_pr_is_told_from_the_signal() -> None:
    r_s = regular(60.0, rr_s=1.0)
    uv = ecg(r_s, 60.0, FS, noise_uv=4.0)
    late = ecg(r_s, 60.0, FS, noise_uv=4.0)
    t = np.arange(len(uv)) / FS
    for at in r_s:
        for moved, height in ((0.17, -120.0), (0.25, 120.0)):
            late += height * np.exp(-0.5 * ((t - at + moved) / 0.022) ** 2)
    plain, blocked = (dsp.analyze(signal, FS).windows[1:-1] for signal in (uv, late))
    assert not any(FIRST_DEGREE_BLOCK in w.flags for w in plain)
    assert all((FIRST_DEGREE_BLOCK in w.flags) == (w.pr_ms is not None and w.pr_ms > 200.0) for w in blocked)
    assert sum(FIRST_DEGREE_BLOCK in w.flags for w in blocked) >= 3


@pytest.mark.parametrize(("rr_s", "flag"), [(1.5, BRADYCARDIA), (0.5, TACHYCARDIA), (0.8, None)])
def test_rate_flags_and_findings_are_one(rr_s: float, flag: str | None) -> None:
    found = dsp.analyze(ecg(regular(40.0, rr_s=rr_s), 40.0, FS), FS)
    said = {one for w in found.windows[1:] for one in w.flags} - {FIRST_DEGREE_BLOCK}  # P on T, when fast
    assert said == ({flag} if flag else set())
    kinds = {f.kind for f in found.findings}
    assert kinds == ({FindingKind.BRADY if flag == BRADYCARDIA else FindingKind.TACHY} if flag else set())
