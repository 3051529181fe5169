from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]


def kill(path: Path, rounds: int, seed: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.storage.kills", str(path), str(rounds), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def unharmed(figures: dict[str, Any], rounds: int) -> bool:
    assert figures["rounds"] == rounds
    assert figures["acknowledged"] >= rounds, "the writer was hardly ever writing when it was killed"
    assert figures["stored"] >= figures["acknowledged"]
    return (figures["lost"], figures["twice"], figures["damaged"]) == (0, 0, 0)


def test_a_hundred_kills_lose_nothing_acknowledged(path: Path) -> None:
    assert unharmed(kill(path, 100, 20_260_101), 100)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_thousand_kills_lose_nothing_acknowledged(path: Path) -> None:
    assert unharmed(kill(path, 1000, 20_260_102), 1000)
