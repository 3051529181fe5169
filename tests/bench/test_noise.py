from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import wfdb
from wfdb.processing import compare_annotations

from bench import noise, peers
from bench.beats import detected
from bench.ec57 import Score, score
from bench.nst import SNRS_DB, given_gain, stressed
from bench.plots import noise_plot
from tests import recordings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lead", [0, 1])
def test_noise_is_as_loud_as_in_the_database(lead: int) -> None:
    """Within 0.15 dB, and a hundredth of the noise is all that differs."""
    gain = stressed("118", 0.0, lead=lead).gain
    assert abs(20.0 * np.log10(gain / given_gain(lead))) < 0.15


def test_the_noise_is_where_the_database_has_it() -> None:
    ours = stressed("118", 0.0)
    given = wfdb.rdrecord(str(recordings.path("nstdb", "118e00")), channels=[0]).p_signal[:, 0] * 1000.0
    clean = wfdb.rdrecord(str(recordings.path("mitdb", "118")), channels=[0]).p_signal[:, 0] * 1000.0
    for first, last in ours.calm:
        assert np.ptp((ours.uv - given)[first : last + 1]) < 0.01
    for first, last in ours.noisy:
        span = slice(first, last)  # the very last sample of the database's record is out of its range
        assert np.std((ours.uv - given)[span]) < 0.01 * np.std((given - clean)[span])
    assert np.array_equal(ours.uv[: ours.noisy[0][0]], clean[: ours.noisy[0][0]])


def test_six_decibels_halve_the_noise() -> None:
    gains = [stressed("119", snr_db).gain for snr_db in (6.0, 0.0)]
    assert gains[1] / gains[0] == pytest.approx(10.0**0.3)


@pytest.mark.parametrize("snr_db", [24, 0, -6])
def test_scores_agree_with_wfdbs(snr_db: int) -> None:
    """On what the chain makes of noise, with its many errors; wfdb leaves out the window's own end."""
    record = stressed("118", snr_db)
    beats = detected(record.uv, record.fs_hz)
    ours = score(record.truth.beats, beats, record.fs_hz, start_s=0.0)
    theirs = compare_annotations(record.truth.beats, beats, round(0.150 * record.fs_hz) + 1)
    assert ours.se == pytest.approx(100.0 * theirs.sensitivity, abs=0.05)
    assert ours.ppv == pytest.approx(100.0 * theirs.positive_predictivity, abs=0.05)


def test_a_detector_that_gives_up_finds_nothing() -> None:
    def fails(mv: np.ndarray, fs_hz: float) -> np.ndarray:
        raise ValueError(f"{len(mv)} samples at {fs_hz} Hz")

    beats, _, failed = peers.Peer("wfdb", "none", fails).beats(np.zeros(10), 360.0)
    assert failed
    assert len(beats) == 0
    beats, _, failed = peers.Peer("wfdb", "some", lambda mv, _: [3.0, 1.0, np.nan, len(mv)]).beats(
        np.zeros(10), 360.0
    )
    assert not failed
    assert beats.tolist() == [1, 3, 10]


def test_what_is_installed_runs() -> None:
    here, _ = peers.installed(["wfdb"])
    assert [peer.name for peer in here] == ["wfdb xqrs", "wfdb gqrs"]
    signal = wfdb.rdrecord(str(recordings.path("mitdb", "100")), channels=[0], sampto=20 * 360)
    for peer in here:
        beats, _, failed = peer.beats(signal.p_signal[:, 0] * 1000.0, signal.fs)
        assert not failed
        assert 23 <= len(beats) <= 26


def test_table_and_plot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def row(missed: int) -> dict[str, object]:
        parts = {"test": Score(100, missed, 2), "noisy": Score(50, missed, 1)}
        return {"snr": dict.fromkeys(SNRS_DB, parts), "cpu_s": 1.0, "hours": 2.0, "failed": 0}

    rows = {"Hearth": row(3), **{f"peer {k}": row(k) for k in range(1, 9)}}
    table = json.loads(json.dumps({"detectors": {name: noise.figures(each) for name, each in rows.items()}}))
    noise.show(table)
    said = capsys.readouterr().out
    assert "ahead of Hearth at -6 dB: peer 1 98.52, peer 2 98.04" in said
    assert said.index("peer 2") < said.index("Hearth") < said.index("peer 4")
    for name in ("a.svg", "b.svg"):
        noise_plot(table, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    words = ["".join(e.itertext()) for e in ET.parse(tmp_path / "a.svg").getroot().iter()]  # noqa: S314 - ours
    assert "Hearth" in words
    assert "2 others" in words


def test_what_others_reached_is_kept_whole() -> None:
    found = noise.kept()
    assert set(found["versions"]) == set(noise.DISTRIBUTIONS)
    assert noise.HEARTH not in found["detectors"]
    assert set(found["detectors"]) == {peer.name for peer in peers.ALL}
    for row in found["detectors"].values():
        assert set(row["snr_db"]) == {str(snr_db) for snr_db in SNRS_DB}
