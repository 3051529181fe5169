from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import dsp
from dsp import BeatLabel, FindingKind, Pipeline, Rhythm
from dsp.findings import Runs, window_findings
from dsp.history import History
from dsp.state import pack, unpack
from dsp.types import Beat, Quality, Window
from tests.dsp.signals import ecg, regular

FS = 250.0
V = BeatLabel.V


def kinds(found: dsp.Analysis) -> set[FindingKind]:
    return {finding.kind for finding in found.findings}


def test_a_steady_rhythm_has_no_findings() -> None:
    found = dsp.analyze(ecg(regular(120.0), 120.0, FS), FS)
    assert not found.findings
    assert {w.rhythm for w in found.windows} == {Rhythm.SINUS}
    assert {beat.label for beat in found.beats} == {BeatLabel.N}
    window = found.windows[5]
    assert window.hr_bpm == pytest.approx(75.0, abs=2.0)
    assert window.pr_ms == pytest.approx(170.0, abs=25.0)
    assert window.qrs_ms == pytest.approx(110.0, abs=25.0)
    assert window.qt_ms is not None
    assert window.qtcf_ms == pytest.approx(window.qt_ms / 0.8 ** (1 / 3), abs=5.0)


@pytest.mark.parametrize("length_s", [3.2, 4.5, 7.9, 12.0])
def test_pauses_of_any_length_are_found_and_measured(length_s: float) -> None:
    before = regular(30.0)
    r_s = [*before, *(before[-1] + length_s + 0.8 * k for k in range(30))]
    pauses = [f for f in dsp.analyze(ecg(r_s, r_s[-1] + 1.0, FS), FS).findings if f.kind is FindingKind.PAUSE]
    assert len(pauses) == 1
    assert pauses[0].value == pytest.approx(length_s, abs=0.012)
    assert pauses[0].start == pytest.approx(before[-1] * FS, abs=3)
    assert pauses[0].n == pytest.approx(length_s * FS, abs=3)


def test_short_intervals_are_no_pauses() -> None:
    before = regular(30.0)
    r_s = [*before, *(before[-1] + 2.9 + 0.8 * k for k in range(30))]
    assert FindingKind.PAUSE not in kinds(dsp.analyze(ecg(r_s, r_s[-1] + 1.0, FS), FS))


def test_no_pause_is_called_over_noise_a_gap_or_lost_contact() -> None:
    before = regular(30.0)
    r_s = [*before, *(before[-1] + 5.0 + 0.8 * k for k in range(30))]
    uv = ecg(r_s, r_s[-1] + 1.0, FS)
    a, b = round((before[-1] + 1.0) * FS), round((before[-1] + 3.0) * FS)
    noisy = uv.copy()
    noisy[a:b] += np.random.default_rng(2).normal(0.0, 900.0, b - a)
    assert FindingKind.PAUSE not in kinds(dsp.analyze(noisy, FS))
    lost = uv.copy()
    lost[a : a + 40] = np.nan
    assert FindingKind.PAUSE not in kinds(dsp.analyze(lost, FS))
    pipeline = Pipeline(FS)
    results = pipeline.push(uv[:a]) + pipeline.gap(100) + pipeline.push(uv[a + 100 :]) + pipeline.finish()
    assert FindingKind.PAUSE not in kinds(dsp.collect(FS, results))


@pytest.mark.parametrize(
    ("rr_s", "kind"), [(1.4, FindingKind.BRADY), (0.5, FindingKind.TACHY), (0.8, None), (1.1, None)]
)
def test_rates(rr_s: float, kind: FindingKind | None) -> None:
    found = dsp.analyze(ecg(regular(60.0, rr_s), 60.0, FS), FS)
    assert kinds(found) == ({kind} if kind else set())
    for finding in found.findings:
        assert finding.value == pytest.approx(60.0 / rr_s, rel=0.03)


def test_runs_of_wide_beats() -> None:
    r_s = regular(60.0)
    found = dsp.analyze(ecg(r_s, 60.0, FS, wide=[20, 21, *range(30, 36)]), FS)
    runs = [f for f in found.findings if f.kind is FindingKind.WIDE_RUN]
    assert [f.value for f in runs] == [6.0]
    assert runs[0].start == pytest.approx(r_s[30] * FS, abs=8)
    assert sum(w.n_v for w in found.windows) == 8


def test_bigeminy() -> None:
    r_s, at = regular(20.0), 20.0
    for _ in range(12):
        r_s += [at, at + 0.5]
        at += 1.6
    r_s += [at + 0.8 * k for k in range(20)]
    wide = [k for k in range(1, len(r_s)) if r_s[k] - r_s[k - 1] == pytest.approx(0.5)]
    found = dsp.analyze(ecg(r_s, r_s[-1] + 1.0, FS, wide=wide), FS)
    runs = [f for f in found.findings if f.kind is FindingKind.BIGEMINY]
    assert len(runs) == 1
    assert runs[0].value == pytest.approx(24.0, abs=2.0)
    assert not {FindingKind.AF, FindingKind.WIDE_RUN} & kinds(found)
    assert all(w.rhythm is not Rhythm.AF for w in found.windows)


def test_trigeminy() -> None:
    r_s, at = regular(20.0), 20.0
    for _ in range(12):
        r_s += [at, at + 0.8, at + 1.3]
        at += 2.4
    r_s += [at + 0.8 * k for k in range(20)]
    wide = [k for k in range(1, len(r_s)) if r_s[k] - r_s[k - 1] == pytest.approx(0.5)]
    found = dsp.analyze(ecg(r_s, r_s[-1] + 1.0, FS, wide=wide), FS)
    runs = [f for f in found.findings if f.kind is FindingKind.TRIGEMINY]
    assert len({f.start for f in runs}) == 1
    assert max(f.value for f in runs) == pytest.approx(34.0, abs=3.0)
    assert not {FindingKind.AF, FindingKind.WIDE_RUN, FindingKind.BIGEMINY} & kinds(found)


EARLY = {"V": 6, "N": 10}  # samples from the beat before: a V comes early,
LATE = 14  # and what follows it late


def row(labels: str, *, even: bool = False) -> list[Beat]:
    """Beats of these labels; ``even``: none of them comes early."""
    found: list[Beat] = []
    at, after = 0, False
    for label in labels:
        at += 10 if even else LATE if after and label != "V" else EARLY.get(label, 10)
        after = label == "V"
        found.append(Beat(at, BeatLabel(label)))
    return found


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("NNVNNVNNVN", {FindingKind.TRIGEMINY: 7.0}),
        ("VNSVFNVNNVNNN", {FindingKind.TRIGEMINY: 10.0}),
        ("VNNVNNN", {}),
        ("VNNVQNVNNV", {}),
        ("VNNVNVNNV", {}),
        ("VNNNVNNNVNNNV", {}),
        ("NVNVNV", {FindingKind.BIGEMINY: 5.0}),
        ("NVNVNVN", {FindingKind.BIGEMINY: 5.0}),
        ("NVNVVNVN", {}),
        ("NVNVNVNNVNNV", {FindingKind.BIGEMINY: 5.0, FindingKind.TRIGEMINY: 7.0}),
    ],
)
def test_which_rows_of_beats_are_bi_and_trigeminy(labels: str, found: dict[FindingKind, float]) -> None:
    runs, beats = Runs(FS), row(labels)
    whole = {f.kind: f.value for f in runs.push(window(0), beats)}
    assert whole | {f.kind: f.value for f in runs.finish()} == found
    cut = Runs(FS)
    told = cut.push(window(0), beats[:5])
    again = Runs(FS)
    again.load(unpack(pack(cut.state())))
    told += again.push(window(5), beats[5:])
    assert {f.kind: f.value for f in told} == found


@pytest.mark.parametrize("labels", ["NVNVNVNVN", "NNVNNVNNVNN"])
def test_what_looks_ectopic_at_its_usual_time_is_no_pattern(labels: str) -> None:
    assert Runs(FS).push(window(0), row(labels)) != []
    assert Runs(FS).push(window(0), row(labels, even=True)) == []


def window(start: int, *, good: bool = True) -> Window:
    quality = Quality(start, 10, 1.0 if good else 0.0, good)
    return Window(
        start=start,
        n=10,
        quality=quality,
        rhythm=Rhythm.SINUS,
        probability=None,
        model="test",
        n_beats=0,
        hr_bpm=None,
        rr_ms=None,
        rmssd_ms=None,
        pr_ms=None,
        qrs_ms=None,
        qt_ms=None,
        qtcf_ms=None,
        p_ms=None,
    )


def beats(start: int, labels: str) -> list[Beat]:
    return [Beat(start + k, BeatLabel(label)) for k, label in enumerate(labels)]


def test_a_run_is_reported_while_it_grows_and_ends_with_the_signal() -> None:
    runs = Runs(FS)
    assert [f.value for f in runs.push(window(0), beats(0, "NNVVV"))] == [3.0]
    restored = Runs(FS)
    restored.load(runs.state())
    for stream in (runs, restored):
        assert [(f.start, f.n, f.value) for f in stream.push(window(10), beats(10, "VV"))] == [(2, 10, 5.0)]
        assert [f.value for f in stream.push(window(20), beats(20, "N"))] == [5.0]
        assert stream.push(window(30), beats(30, "VV")) == []
        assert stream.push(window(40, good=False), []) == []
        assert stream.push(window(50), beats(50, "V")) == []


@pytest.mark.parametrize(("noise", "rr_s", "found"), [(0.2, 0.8, True), (0.4, 0.8, False), (0.9, 0.4, True)])
def test_in_noise_a_run_of_wide_beats_must_be_fast(noise: float, rr_s: float, found: bool) -> None:
    step = round(rr_s * FS)
    labelled = [Beat(k * step, BeatLabel(label)) for k, label in enumerate("NVVVVN")]
    noisy = replace(window(0), n=6 * step, quality=Quality(0, 6 * step, 0.5, True, noise=noise))
    runs = Runs(FS)
    assert [f.value for f in runs.push(noisy, labelled)] == ([4.0] if found else [])
    assert runs.finish() == []


def test_a_run_that_leaves_the_noise_is_told() -> None:
    runs = Runs(FS)
    noisy = replace(window(0), quality=Quality(0, 10, 0.5, True, noise=0.9))
    assert runs.push(noisy, [Beat(200 * k, V) for k in range(4)]) == []
    restored = Runs(FS)
    restored.load(runs.state())
    assert restored.finish() == []  # the noise is remembered
    assert [f.value for f in runs.push(window(10), [Beat(800, V)])] == [5.0]


@pytest.mark.parametrize(("score", "found"), [(0.95, True), (0.51, True), (0.45, False)])
def test_where_beats_were_likely_missed_no_pause_is_called(score: float, found: bool) -> None:
    history = History(FS)
    for at in (0, 200, 400, 1400, 1600):
        history.add(Beat(at), float(at), clean=True, doubt=0.0)
    seen = replace(window(0), n=2500, quality=Quality(0, 2500, score, True))
    pauses = [f for f in window_findings(seen, history) if f.kind is FindingKind.PAUSE]
    assert [(f.start, f.n, f.value) for f in pauses] == ([(400, 1000, 4.0)] if found else [])


def test_couplets_do_not_add_up_to_a_run() -> None:
    assert Runs(FS).push(window(0), beats(0, "VVNVVNVV")) == []


def test_rmssd_leaves_ectopic_beats_out() -> None:
    r_s = regular(60.0)
    plain = dsp.analyze(ecg(r_s, 60.0, FS, noise_uv=2.0), FS).windows[3]
    r_s[40] -= 0.28
    early = dsp.analyze(ecg(r_s, 60.0, FS, noise_uv=2.0), FS)
    window_of_it = next(w for w in early.windows if w.start <= r_s[40] * FS < w.start + w.n)
    assert window_of_it.n_s == 1
    assert plain.rmssd_ms is not None
    assert window_of_it.rmssd_ms == pytest.approx(plain.rmssd_ms, abs=6.0)
