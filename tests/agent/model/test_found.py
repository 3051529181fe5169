from __future__ import annotations

import hashlib
import os
import signal
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.model.errors import ModelRefused, ModelUnavailable
from agent.model.prompts import BUILTIN
from agent.model.settings import LanguageModelSettings, language_model
from agent.turn import Agent
from tests.agent.history import NOW
from tests.agent.model.conftest import WAIT_S, anew, until

if TYPE_CHECKING:
    from pathlib import Path


def test_a_model_that_dies_in_a_turn_costs_only_its_words(weeks_db: Path, tiny_path: Path) -> None:
    mind = language_model(str(tiny_path), patience_s=WAIT_S)
    assert mind is not None
    runner = mind._backend.runner  # type: ignore[attr-defined]  # a local one
    agent = Agent(weeks_db, model=mind)
    try:
        first = agent.ask("What was my heart rate last night?", now=NOW)
        pid = runner.status.pid
        os.kill(pid, signal.SIGKILL)
        answer = agent.ask("What was my heart rate last night?", now=NOW)
        assert first.answer
        assert "53 bpm" in answer.answer
        assert until(lambda: anew(runner.status, pid))
    finally:
        mind.close()
    assert until(lambda: not psutil.pid_exists(pid))


def test_a_model_is_found_by_name_path_and_checksum(tiny_path: Path, tmp_path: Path) -> None:
    assert language_model("none") is None
    with pytest.raises(ModelRefused, match="no such file"):
        language_model("nameless", folder=tmp_path)
    named = tmp_path / "small.gguf"
    named.write_bytes(tiny_path.read_bytes())
    beside = tmp_path / "small.gguf.sha256"
    beside.write_text(f"{hashlib.sha256(named.read_bytes()).hexdigest()}  small.gguf\n")
    mind = language_model("small", folder=tmp_path, patience_s=WAIT_S)
    assert mind is not None
    try:
        assert mind._backend.family(WAIT_S) is BUILTIN
    finally:
        mind.close()
    beside.write_text("no checksum at all")
    with pytest.raises(ModelRefused, match="no checksum"):
        language_model("small", folder=tmp_path)
    altered = language_model(str(named), LanguageModelSettings(sha256="0" * 64))
    assert altered is not None
    try:
        with pytest.raises(ModelUnavailable, match="altered"):
            altered._backend.family(WAIT_S)
    finally:
        altered.close()
