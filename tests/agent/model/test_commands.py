from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.model import settings as agent_settings
from agent.model import shipped
from agent.model.errors import ModelRefused, ModelUnavailable
from daemon import config as settings
from daemon.check import Verdict
from daemon.cli import application
from daemon.cli.ask import asker_of
from daemon.errors import ConfigError
from daemon.language import configured, examined, models_folder
from tests.agent.history import NOW
from tests.agent.model.conftest import WAIT_S

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.check import Check

QUESTION = "What was my heart rate last night?"


def test_ask_and_chat_take_a_model_and_leave_none_behind(
    weeks_db: Path, tiny_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--db", str(weeks_db), "--model", str(tiny_path), "--json", "--now", NOW.isoformat()]
    application("ask")(["ask", QUESTION, *options], standalone_mode=False)
    answer = json.loads(capsys.readouterr().out)
    assert answer["answer"]
    assert {"plan", "total"} <= set(answer["timings"])
    assert answer["by"]["plan"] in {"model", "rules"}
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\nand the night before?\n"))
    application("chat")(["chat", *options], standalone_mode=False)
    talked = capsys.readouterr().out
    assert talked.count('"session"') >= 2
    assert not [each for each in psutil.process_iter(["cmdline"]) if _runs(each, tiny_path)]


def _runs(process: psutil.Process, model: Path) -> bool:
    line = process.info["cmdline"] or []
    return "agent.model.child" in line and str(model) in line


def test_a_model_that_was_named_and_is_not_there_is_told(weeks_db: Path) -> None:
    line = ["ask", QUESTION, "--db", str(weeks_db), "--model"]
    with pytest.raises(ModelRefused, match="is not loaded"):
        application("ask")([*line, "nameless"], standalone_mode=False)


def test_a_model_that_is_set_and_not_there_costs_only_its_words(
    weeks_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTH_MODEL")
    monkeypatch.setattr(shipped, "FILE", tmp_path / "none.gguf")
    set_ = tmp_path / "hearth.toml"
    set_.write_text('[agent]\nmodel = "nameless"\n')
    for config, why in ((set_, "there is no such file"), (None, "comes without a built-in model")):
        asker = asker_of("wearer", NOW.isoformat(), None, weeks_db, config)
        assert asker.model is None
        assert why in asker.without
        assert "53 bpm" in asker.ask(QUESTION, "s").shown["answer"]


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


def test_the_doctor_says_which_model_answers(
    tmp_path: Path, tiny_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTH_MODEL")
    monkeypatch.setattr(shipped, "FILE", tmp_path / "none.gguf")

    def check(text: str = "") -> Check:
        return examined(settings.parse(text), tmp_path / "hearth.db")

    assert (check().verdict, "comes with none" in check().found) == (Verdict.SKIPPED, True)
    assert check('[agent]\nmodel = "none"\n').verdict is Verdict.SKIPPED
    missing = check('[agent]\nmodel = "small"\n')
    assert (missing.verdict, "hearth models pull small" in missing.mend) == (Verdict.ADVICE, True)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "small.gguf").write_bytes(tiny_path.read_bytes())
    there = check('[agent]\nmodel = "small"\n')
    assert (there.verdict, "its checksum not noted" in there.found) == (Verdict.GOOD, True)


def test_the_model_that_ships_is_taken_by_default_and_held_to_its_card(
    tmp_path: Path, tiny_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTH_MODEL")
    file, card = tmp_path / "builtin.gguf", tmp_path / "builtin.json"
    file.write_bytes(tiny_path.read_bytes())
    for module in (shipped, agent_settings):
        monkeypatch.setattr(module, "FILE", file)
    monkeypatch.setattr(shipped, "CARD", card)
    assert configured(settings.parse(f'[storage]\npath = "{tmp_path}/hearth.db"\n')) is None  # without a card
    for digest, loads in ((hashlib.sha256(file.read_bytes()).hexdigest(), True), ("0" * 64, False)):
        told = {"name": "tiny", "version": "1", "sha256": digest, "family": "hearth", "context": 512}
        card.write_text(json.dumps(told))
        mind = configured(settings.parse(f'[storage]\npath = "{tmp_path}/hearth.db"\n'))
        assert mind is not None
        try:
            if loads:
                assert mind._backend.runner.ready(WAIT_S).context == 512  # type: ignore[attr-defined]  # a local one
            else:
                with pytest.raises(ModelUnavailable, match="altered"):
                    mind._backend.family(WAIT_S)
        finally:
            mind.close()


@pytest.mark.parametrize(
    "wrong", ["threads = 0", "plan_s = 0", 'sha256 = "x"', 'endpoint_format = "xml"', "gpu = 1"]
)
def test_impossible_settings_are_refused_by_name(wrong: str) -> None:
    with pytest.raises(ConfigError, match=f"language_model.{wrong.split(maxsplit=1)[0]}"):
        settings.parse(f"[language_model]\n{wrong}\n")
