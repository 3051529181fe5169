from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.model.by import By
from bench.agent_set import dialogues
from bench.language_model import _model, _some
from daemon.cli import application, models_bench
from daemon.errors import Misuse

if TYPE_CHECKING:
    from pathlib import Path


def test_outside_the_sources_the_bench_says_where_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models_bench, "ROOT", tmp_path)
    with pytest.raises(Misuse, match="not in the installed package"):
        application("models")(["models", "bench", "--model", "none"], standalone_mode=False)


def test_a_part_of_the_set_is_spread_over_all_of_it() -> None:
    some = _some(dialogues(), 60)
    assert 40 <= sum(len(each.turns) for each in some) <= 80
    assert {each.history for each in some} == {each.history for each in dialogues()}
    assert len(_some(dialogues(), 0)) == len(dialogues())


def test_what_the_model_did_is_counted() -> None:
    mades = [
        By("model", "", "model", "", 0.1, 0.3, 0.2, 0.1, 100, 50, 60),
        By("rules", "ModelSlow", "templates", "it did not pass the check", prompt_tokens=100),
        By("model"),
    ]
    told = _model(mades)
    assert told["planned_by_model"] == pytest.approx(2 / 3, abs=1e-4)
    assert told["worded_by_model"] == 0.5
    assert told["tokens_per_s"] == 200.0
    assert told["prompt_tokens_reused"] == 0.25
    assert (told["plans_left"], told["first_p50_ms"]) == ({"ModelSlow": 1}, 200.0)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_real_model_is_measured(tiny_path: Path, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "bench.language_model", "--json", "--questions", "30"]
    line += ["--model", str(tiny_path), "--stores", str(tmp_path)]
    done = subprocess.run(line, cwd=models_bench.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["unsupported_said"] == 0
    assert told["rss_mb"] > 50
    assert 0 <= told["tool_f1"] <= 1
