import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LIMIT_S = 100  # two weeks of history take about ten seconds on an idle machine


def demo(folder: Path, *options: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("hearth"), "demo", "--dir", folder, *options],
        input=typed,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def by_itself(folder: Path) -> dict[str, Any]:
    done = demo(folder, "--seconds", "16", "--no-input", "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_by_itself_it_stores_and_acknowledges_what_the_wearable_sends(by_itself: dict[str, Any]) -> None:
    assert by_itself["samples received"] >= 12 * 250
    on_their_way = by_itself["samples received"] - by_itself["samples stored"]  # it is still sending
    assert 0 <= on_their_way <= 250
    assert by_itself["samples received"] - by_itself["samples acknowledged"] <= 2 * 250
    assert by_itself["beats"] >= 10
    assert by_itself["answers"] == 3


def test_by_itself_it_asks_three_questions_and_the_history_answers(by_itself: dict[str, Any]) -> None:
    rate, last_night, before = (turn["answer"] for turn in by_itself["dialogue"])
    assert "bpm" in rate
    for answer in (last_night, before):  # which episodes a night has by now depends on the hour
        assert "atrial fibrillation" in answer
        assert "night" in answer


def test_it_answers_what_is_typed_and_ends_with_a_summary(folder: Path, by_itself: dict[str, Any]) -> None:
    assert by_itself
    done = demo(folder, typed="Did I have AF last night?\nquit\n")
    assert done.returncode == 0, done.stderr
    assert "atrial fibrillation" in done.stdout
    assert "status --live" in done.stdout
    assert "samples acknowledged" in done.stdout


def test_nobody_to_end_it_is_misuse(folder: Path) -> None:
    done = demo(folder, "--no-input")
    assert done.returncode == 2
    assert "--seconds" in done.stderr
