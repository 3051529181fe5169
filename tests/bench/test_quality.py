from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from bench import quality, quality_peers
from bench.nst import stressed
from bench.plots import quality_plot
from dsp import Analysis, Quality, Rhythm, Window

if TYPE_CHECKING:
    from pathlib import Path


def window(start: int, n: int, score: float, *, analysable: bool, noise: float) -> Window:
    return Window(
        start=start,
        n=n,
        quality=Quality(start, n, score, analysable, noise=noise),
        rhythm=Rhythm.UNKNOWN,
        probability=None,
        model="rules",
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


def test_a_recording_is_scored_by_its_windows_lengths() -> None:
    windows = (
        window(0, 300, 0.9, analysable=True, noise=0.5),
        window(300, 100, 0.1, analysable=False, noise=0.9),
    )
    found = quality.record_scores(Analysis(100.0, (), (), (), (), windows))
    assert list(found.values()) == pytest.approx([-0.25 * np.log(9.0), 0.7, 0.75, 0.1])
    assert set(quality.record_scores(Analysis(100.0, (), (), (), (), ())).values()) == {-np.inf}


def test_beats_are_counted_in_their_windows_once() -> None:
    records = [stressed("118", snr_db) for snr_db in (24, 0)]
    table = quality.calibration(records, [quality.as_it_is("100")])
    assert list(table["snr_db"]) == ["24", "0", "all"]
    scored = int(np.sum(records[0].truth.beats >= 300.0 * records[0].fs_hz))
    for name, row in table["snr_db"].items():
        assert row["inside"]["beats"] + row["outside"]["beats"] == scored * (2 if name == "all" else 1)
    assert table["snr_db"]["24"]["inside"]["f1"] > 99.0
    assert table["snr_db"]["0"]["inside"]["f1"] > 95.0
    assert table["snr_db"]["0"]["outside"]["f1"] < 80.0
    assert table["clean"]["DS2"] == table["clean"]["MIT-BIH"]
    assert table["clean"]["DS2"]["inside"]["f1"] > 99.5
    assert sum(step["windows"] for step in table["by_score_clean"]) > 140
    assert table["by_score"][-1]["right"] > 0.9
    assert table["by_score"][0]["right"] < 0.5


def test_a_package_that_gives_up_has_no_score() -> None:
    def fails(mv: np.ndarray, fs_hz: float) -> float:
        raise ValueError(f"{len(mv)} samples at {fs_hz} Hz")

    assert quality_peers.QualityPeer("x", "y", fails).score(np.zeros(9), 300.0) is None
    assert quality_peers.QualityPeer("x", "y", lambda *_: float("nan")).score(np.zeros(9), 300.0) is None
    assert (
        quality_peers.QualityPeer("x", "y", lambda mv, _: float(mv[0])).score(np.full(9, 500.0), 3.0) == 0.5
    )


def test_table_and_plot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    side = {"beats": 100, "f1": 99.0, "se": 99.0, "ppv": 99.0}
    step = {"score": 0.5, "right": 0.55, "windows": 40, "wrong_pct": 3.0, "analysable": True}
    none = {"beats": 0, "f1": None, "se": None, "ppv": None}
    table = {
        "cinc2017": {
            "records": 10,
            "noise": 2,
            "scores": {
                "Hearth": {"auc": 0.97, "failed": 0},
                "a peer": {"auc": 0.6, "failed": 1},
                "a broken one": {"auc": None, "failed": 10},
            },
        },
        "calibration": {
            "snr_db": {"24": {"analysable_pct": 100.0, "inside": side, "outside": none}},
            "clean": {"DS2": {"analysable_pct": 90.0, "inside": side, "outside": side}},
            "by_score": [step | {"analysable": False}, step],
            "by_score_clean": [step],
        },
    }
    quality.show(json.loads(json.dumps(table)))
    said = capsys.readouterr().out
    assert "AUC 0.9700" in said
    assert "none for 1" in said
    assert "no score at all   none for 10" in said
    assert "said 0.500: was 0.550 of 40 windows,   3.00 wrong of 100 beats   not analysable" in said
    assert "100.0 % analysable   inside F1  99.00 (100)   outside -" in said
    quality_plot(table, tmp_path / "q.svg")
    words = ["".join(e.itertext()) for e in ET.parse(tmp_path / "q.svg").getroot().iter()]  # noqa: S314 - ours
    assert {"Hearth", "a peer", "0.970", "MIT-BIH as it is"} <= set(words)
    assert "a broken one" not in words
