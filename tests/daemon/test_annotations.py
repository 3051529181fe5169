from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

import dsp
from daemon.annotations import CLEAN, NOISY, record_name, wave_marks, write
from dsp import Analysis, Fiducials
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

FS = 250.0


def written(found: Analysis, folder: Path, name: str = "rec") -> tuple[wfdb.Annotation, wfdb.Annotation]:
    beats, waves = write(found, folder, name)
    assert beats.is_file()
    assert waves.is_file()
    stem = str(folder / record_name(name))
    return wfdb.rdann(stem, "hbt"), wfdb.rdann(stem, "hdl")


def test_beats_come_back_as_they_were(tmp_path: Path) -> None:
    found = dsp.analyze(ecg(regular(60.0), 60.0, FS, wide=[10, 30, 31, 32, 33]), FS)
    beats, _ = written(found, tmp_path)
    assert beats.fs == FS
    is_beat = np.isin(beats.symbol, list("NSVFQ"))
    assert list(beats.sample[is_beat]) == [b.sample for b in found.beats]
    assert [s for s in beats.symbol if s in "NSVFQ"] == [b.label.value for b in found.beats]
    assert np.all(np.diff(beats.sample) >= 0)


def test_rhythm_changes_and_runs(tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    r_s = regular(60.0)
    r_s += list(r_s[-1] + np.cumsum(rng.uniform(0.42, 1.1, 100)))
    uv = ecg(r_s, r_s[-1] + 1.0, FS, wide=[30, 31, 32, 33])
    for at in r_s[len(regular(60.0)) :]:
        uv -= 120.0 * np.exp(-0.5 * ((np.arange(len(uv)) / FS - at + 0.17) / 0.022) ** 2)
    beats, _ = written(dsp.analyze(uv, FS), tmp_path)
    changes = [
        (int(s), aux.rstrip("\0"))
        for s, symbol, aux in zip(beats.sample, beats.symbol, beats.aux_note, strict=True)
        if symbol == "+"
    ]
    names = [aux for _, aux in changes]
    assert names[:1] == ["(N"]
    assert "(AFIB" in names
    assert any(name in {"(VT", "(IVR"} for name in names)
    run = next(k for k, name in enumerate(names) if name in {"(VT", "(IVR"})
    assert names[run + 1] in {"(N", "(O"}
    assert changes[run][0] == pytest.approx(r_s[30] * FS, abs=8)


def test_noise_begins_and_ends(tmp_path: Path) -> None:
    uv = ecg(regular(50.0), 50.0, FS)
    uv[5000:7500] = np.nan
    beats, _ = written(dsp.analyze(uv, FS), tmp_path)
    marks = [
        (int(s), int(sub))
        for s, symbol, sub in zip(beats.sample, beats.symbol, beats.subtype, strict=True)
        if symbol == "~"
    ]
    assert marks == [(5000, NOISY), (7500, CLEAN)]


def test_waves_are_triples_in_order(tmp_path: Path) -> None:
    found = dsp.analyze(ecg(regular(30.0), 30.0, FS), FS)
    _, waves = written(found, tmp_path)
    assert len(waves.symbol) % 3 == 0
    triples = [tuple(waves.symbol[k : k + 3]) for k in range(0, len(waves.symbol), 3)]
    assert {t[0] for t in triples} == {"("}
    assert {t[2] for t in triples} == {")"}
    assert "".join(t[1] for t in triples).startswith(("pNtpNtpNt", "NtpNtpNt"))
    assert np.all(np.diff(waves.sample) >= 0)
    peaks = {int(waves.sample[k]) for k in range(1, len(waves.symbol), 3) if waves.symbol[k] == "N"}
    assert peaks == {f.beat for f in found.fiducials}


def test_a_wave_without_both_ends_is_left_out() -> None:
    marks = wave_marks(
        [Fiducials(100, p_on=60, p_peak=None, p_off=80, qrs_on=90, qrs_off=110), Fiducials(200, qrs_off=210)]
    )
    assert [(m.sample, m.symbol) for m in marks] == [(90, "("), (100, "N"), (110, ")")]


def test_nothing_found_still_makes_files_that_can_be_read(tmp_path: Path) -> None:
    beats, waves = written(Analysis(FS, (), (), (), (), ()), tmp_path)
    assert list(beats.symbol) == ['"']
    assert list(waves.symbol) == ['"']


def test_long_silences_and_odd_names(tmp_path: Path) -> None:
    uv = np.concatenate((ecg(regular(20.0), 20.0, FS), np.full(250 * 900, 3.0), ecg(regular(20.0), 20.0, FS)))
    found = dsp.analyze(uv, FS)
    beats, _ = written(found, tmp_path, "my record.v2")
    assert (tmp_path / "my_record_v2.hbt").is_file()
    assert beats.sample[-1] > 250 * 920
