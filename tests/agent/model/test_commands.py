from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from agent.model import shipped
from daemon import config as settings
from daemon.errors import ConfigError
from daemon.language import configured, models_folder
from tests.agent.history import NOW
from tests.agent.model.conftest import WAIT_S

HEARTH = Path(sys.executable).with_name("hearth")
QUESTION = "What was my heart rate last night?"


def hearth(*arguments: object, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run the real command."""
    return subprocess.run(
        [HEARTH, *map(str, arguments), "--now", NOW.isoformat()],
        input=said,
        capture_output=True,
        text=True,
        timeout=WAIT_S * 3,
        check=False,
    )


def test_ask_and_chat_take_a_model_and_leave_none_behind(weeks_db: Path, tiny_path: Path) -> None:
    asked = hearth("ask", QUESTION, "--db", weeks_db, "--model", tiny_path, "--json")
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["answer"]
    assert {"plan", "total"} <= set(answer["timings"])
    talked = hearth(
        "chat", "--db", weeks_db, "--model", tiny_path, said=f"{QUESTION}\nand the night before?\n"
    )
    assert talked.returncode == 0, talked.stderr
    assert talked.stdout.strip()
    assert not [each for each in psutil.process_iter(["cmdline"]) if _runs(each, tiny_path)]


def _runs(process: psutil.Process, model: Path) -> bool:
    line = process.info["cmdline"] or []
    return "agent.model.child" in line and str(model) in line


def test_a_model_that_is_not_there_is_told_in_one_line(weeks_db: Path) -> None:
    asked = hearth("ask", QUESTION, "--db", weeks_db, "--model", "nameless")
    assert asked.returncode == 1
    assert asked.stderr.startswith("hearth: ")
    assert asked.stderr.count("\n") == 1
    assert "is not loaded" in asked.stderr


def test_the_daemon_answers_without_a_model_that_is_not_there(
    tmp_path: Path, tiny_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTH_MODEL")
    monkeypatch.setattr(shipped, "FILE", tmp_path / "none.gguf")
    at = f'[storage]\npath = "{tmp_path}/hearth.db"\n'
    assert configured(settings.parse(at)) is None
    assert not caplog.records
    assert configured(settings.parse(f'{at}[agent]\nmodel = "nameless"\n')) is None
    assert "without a language model" in caplog.text
    models_folder(tmp_path / "hearth.db").mkdir()
    (models_folder(tmp_path / "hearth.db") / "small.gguf").write_bytes(tiny_path.read_bytes())
    mind = configured(settings.parse(f'{at}[agent]\nmodel = "small"\n[language_model]\ncontext = 512\n'))
    assert mind is not None
    try:
        assert mind._backend.family(WAIT_S).name == "builtin"
    finally:
        mind.close()


@pytest.mark.parametrize(
    "wrong", ["threads = 0", "plan_s = 0", 'sha256 = "x"', 'endpoint_format = "xml"', "gpu = 1"]
)
def test_impossible_settings_are_refused_by_name(wrong: str) -> None:
    with pytest.raises(ConfigError, match=f"language_model.{wrong.split(maxsplit=1)[0]}"):
        settings.parse(f"[language_model]\n{wrong}\n")
