from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from bench import beats
from bench.plots import beats_plot
from dsp import Beat, Pipeline
from tests import recordings
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

ROW = {"f1_150": 99.5, "f1_50": 97.25}


def test_what_others_reach_is_kept_beside_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beats, "KEPT", tmp_path / "peers.json")
    beats.keep({"one": ROW, "two": ROW})
    beats.keep({"two": ROW | {"f1_50": 1.0}})
    found = json.loads((tmp_path / "peers.json").read_text(encoding="utf-8"))
    assert found == {"one": ROW, "two": ROW | {"f1_50": 1.0}}


def test_the_picture_names_every_detector(tmp_path: Path) -> None:
    target = tmp_path / "beats.svg"
    beats_plot({"pooled": ROW, "peers": {"other": ROW | {"f1_150": 12.0}}}, target)
    text = " ".join(ET.parse(target).getroot().itertext())  # noqa: S314 - our own file
    assert all(name in text for name in ("Hearth", "other", "97.25", "12.00"))


@pytest.mark.parametrize("fs_hz", [250.0, 360.0, 130.0])
def test_delays_are_those_of_a_stream_of_20_ms(fs_hz: float) -> None:
    uv = ecg(regular(20.0), 20.0, fs_hz, noise_uv=60.0)
    chunk = round(0.02 * fs_hz)
    pipeline, at, seen = Pipeline(fs_hz), [], []
    for start in range(0, len(uv), chunk):
        for one in pipeline.push(uv[start : start + chunk]):
            if isinstance(one, Beat):
                at.append(one.sample)
                seen.append((pipeline.position - one.sample) / fs_hz)
    assert len(seen) > 15
    told = beats.delays(uv, fs_hz, np.array(at))
    assert np.abs(told - seen).max() < 1e-9


def test_a_record_and_its_delays_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings.path("mitdb", "100")
    monkeypatch.setattr(sys, "argv", ["bench.beats", "100", "--latency", "--json"])
    beats.main()
    printed = json.loads(capsys.readouterr().out)
    assert printed["pooled"]["f1_150"] > 99.9
    assert printed["pooled"]["delay_s"]["50"] < 0.4
    assert printed["pooled"]["delay_s"]["100"] <= 1.0
