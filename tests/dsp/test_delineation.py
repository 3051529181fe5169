from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

from bench.delineation import reference
from bench.ec57 import match
from dsp import Pipeline, Rhythm, analyze, neurokit, waves
from tests import recordings
from tests.dsp.signals import ecg, regular
from training.wave_beats import detected

if TYPE_CHECKING:
    from dsp.delineation import Delineate

FS = 250.0


def test_waves_lie_where_they_were_put() -> None:
    r_s = regular(20.0)
    x = ecg(r_s, 20.0, FS, noise_uv=4.0)
    marks = waves.delineate(x, [round(at * FS) for at in r_s])
    places = {
        "p_on": (-0.225, 6),
        "p_peak": (-0.17, 3),
        "p_off": (-0.115, 6),
        "qrs_on": (-0.055, 5),
        "qrs_off": (0.06, 6),
        "t_on": (0.15, 10),
        "t_peak": (0.26, 4),
        "t_off": (0.36, 10),
    }
    for mark, at in list(zip(marks, r_s, strict=True))[1:-1]:
        found = [getattr(mark, name) for name in places]
        assert None not in found
        assert found == sorted(found)
        for place, (after_r_s, samples) in zip(found, places.values(), strict=True):
            assert abs(place - (at + after_r_s) * FS) <= samples


def test_no_p_waves_where_there_are_none() -> None:
    rng = np.random.default_rng(8)
    r_s = list(np.cumsum(rng.uniform(0.45, 1.1, 40)))
    x = ecg(r_s, r_s[-1] + 1.0, FS, noise_uv=0.0)
    for at in r_s:  # take the P waves out, put the fine waves of AF in
        t = np.arange(len(x)) / FS
        x -= 120.0 * np.exp(-0.5 * ((t - at + 0.17) / 0.022) ** 2)
    x += 30.0 * np.sin(2 * np.pi * 6.3 * np.arange(len(x)) / FS + rng.normal(0, 0.3, len(x)).cumsum() * 0.2)
    found = analyze(x, FS)
    assert sum(w.rhythm is Rhythm.AF for w in found.windows) >= len(found.windows) - 2
    for window in found.windows:
        if window.rhythm is Rhythm.AF:
            assert window.pr_ms is None
            assert window.p_ms is None
            assert window.null_reasons["pr_ms"] == window.null_reasons["p_ms"] == "af"
            inside = [f for f in found.fiducials if window.start <= f.beat < window.start + window.n]
            assert inside
            assert all(f.p_on is None and f.p_peak is None and f.p_off is None for f in inside)


@pytest.mark.parametrize("x", [np.zeros(2500), np.random.default_rng(1).normal(0, 50, 2500), np.zeros(30)])
def test_flat_and_noise_raise_nothing(x: np.ndarray) -> None:
    for method in (waves.delineate, neurokit.delineate):
        assert len(method(x, [5, 15, 25])) == 3
        assert method(x, []) == []
        assert len(method(x, [5, 15, 25], 1)) == 2
        assert len(method(x, [5, 15, 25], 1, 2)) == 1


def shares(method: Delineate, lead: str, names: list[str]) -> dict[str, float]:
    """Share of annotated marks within 40 ms, by mark."""
    hits: dict[str, list[int]] = {}
    for name in names:
        record = recordings.path("ludb", name)
        signal = wfdb.rdrecord(str(record), channel_names=[lead])
        wanted = reference(record, lead)
        x, peaks = detected(signal.p_signal[:, 0] * 1000.0, signal.fs)
        marks = method(x, peaks)
        for mark in ("p_on", "p_off", "qrs_on", "qrs_off", "t_off"):
            test = np.array(sorted(2 * getattr(m, mark) for m in marks if getattr(m, mark) is not None))
            count = hits.setdefault(mark, [0, 0])
            count[0] += len(match(np.array(wanted[mark]), test, 20.0))
            count[1] += len(wanted[mark])
    return {mark: hit / max(1, total) for mark, (hit, total) in hits.items()}


def test_real_waves_are_found_and_better_than_by_the_yardstick() -> None:
    names = recordings.names("ludb")[:10]
    ours, theirs = (shares(method, "ii", names) for method in (waves.delineate, neurokit.delineate))
    assert min(ours.values()) > 0.8
    assert sum(ours.values()) > sum(theirs.values())


def test_neurokit2_can_take_its_place_in_the_stream() -> None:
    uv = ecg(regular(21.0), 21.0, FS)
    pipeline = Pipeline(FS, delineator="neurokit2")
    results = pipeline.push(uv[:4000])
    pipeline = Pipeline.restore(pipeline.snapshot())
    results += pipeline.push(uv[4000:]) + pipeline.finish()
    whole = Pipeline(FS, delineator="neurokit2")
    assert whole.push(uv) + whole.finish() == results
    assert results != Pipeline(FS).push(uv)
