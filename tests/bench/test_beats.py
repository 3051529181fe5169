from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bench import beats
from bench.plots import beats_plot
from tests import recordings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
