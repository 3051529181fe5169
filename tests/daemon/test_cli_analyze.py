from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

from tests import recordings
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path


def hearth(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from daemon.cli import main; main()", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three WFDB recordings: a steady one with a second lead, a fast one, and noise with invalid samples."""
    base = tmp_path_factory.mktemp("recordings")
    steady = ecg(regular(31.0), 31.0, 250.0)
    fast = ecg(regular(31.0, 0.45), 31.0, 250.0)
    noise = np.random.default_rng(2).normal(0.0, 800.0, len(steady))
    noise[2000:5000] = np.nan
    for name, leads in (("steady", (noise, steady)), ("fast", (fast,)), ("noise", (noise,))):
        wfdb.wrsamp(
            name,
            fs=250,
            units=["mV"] * len(leads),
            sig_name=["I", "II"][: len(leads)],
            p_signal=np.column_stack(leads) / 1000.0,
            fmt=["16"] * len(leads),
            adc_gain=[200.0] * len(leads),
            baseline=[0] * len(leads),
            write_dir=str(base),
        )
    return base


def test_analyze_writes_files_beside_each_other(folder: Path, tmp_path: Path) -> None:
    done = hearth("analyze", folder / "steady", folder / "fast.hea", "--out", tmp_path / "out", "--lead", "0")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 2
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["fast.hbt", "fast.hdl", "steady.hbt", "steady.hdl"]


def test_the_lead_is_named_or_counted(folder: Path, tmp_path: Path) -> None:
    beats = []
    for lead in ("II", "1", "ii"):
        done = hearth("analyze", folder / "steady", "--out", tmp_path, "--lead", lead, "--json")
        assert done.returncode == 0
        (row,) = json.loads(done.stdout)
        beats.append(row["beats"])
        assert row["label"] == "N"
    assert beats == [len(regular(31.0))] * 3
    marked = wfdb.rdann(str(tmp_path / "steady"), "hbt")
    assert sum(symbol in "NSVFQ" for symbol in marked.symbol) == len(regular(31.0))


def test_classify_prints_a_line_per_recording(folder: Path, tmp_path: Path) -> None:
    done = hearth("classify", folder, "--format", "cinc2017")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["fast,O", "noise,~", "steady,~"]
    target = tmp_path / "labels.csv"
    done = hearth("classify", folder / "steady", "--lead", "1", "--out", target)
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_text() == "steady,N\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("analyze", "FOLDER/absent", "--out", "OUT"), 1),
        (("analyze", "FOLDER/steady", "--out", "OUT", "--lead", "V9"), 1),
        (("analyze", "FOLDER/steady", "FOLDER/steady.hea", "--out", "OUT"), 2),
        (("analyze", "FOLDER/steady"), 2),
        (("classify", "FOLDER/steady", "--format", "poetry"), 2),
        (("classify",), 2),
    ],
)
def test_errors_are_one_line(folder: Path, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    done = hearth(*(w.replace("FOLDER", str(folder)).replace("OUT", str(tmp_path)) for w in words))
    assert done.returncode == code
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_a_real_record_end_to_end(tmp_path: Path) -> None:
    done = hearth("analyze", recordings.path("mitdb", "207"), "--out", tmp_path, "--json")
    assert done.returncode == 0
    (row,) = json.loads(done.stdout)
    assert row["beats_by_label"]["V"] > 100
    marked = wfdb.rdann(str(tmp_path / "207"), "hbt")
    assert marked.fs == 360
    assert sum(symbol in "NSVFQ" for symbol in marked.symbol) == row["beats"]
