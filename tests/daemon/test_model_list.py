from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("gguf", reason="gguf is not installed: no model file can be made to pull")

from daemon.cli import application
from daemon.errors import Misuse
from daemon.model_list import listed, wanted
from tests.agent.model import tiny
from tests.daemon.model_server import serving

HEARTH = Path(sys.executable).with_name("hearth")


def test_the_list_names_real_files() -> None:
    assert {each.name for each in listed()} == {
        "qwen3-0.6b",
        "qwen3-1.7b",
        "llama-3.2-1b",
        "llama-3.2-3b",
        "granite-4.0-1b",
    }
    for each in listed():
        assert each.url.startswith("https://huggingface.co/")
        assert each.url.endswith(".gguf")
        assert each.family in {"qwen", "llama", "granite"}
        assert each.size > 500_000_000
        assert each.licence


def test_a_mirror_must_give_the_listed_file() -> None:
    mirror = wanted("Qwen3-0.6B", url="https://mirror.example/q.gguf")
    assert (mirror.url, mirror.sha256) == ("https://mirror.example/q.gguf", listed()[0].sha256)
    other = wanted("qwen3-0.6b", url="https://mirror.example/q4.gguf", sha256="A" * 64)
    assert (other.sha256, other.size) == ("a" * 64, 0)
    for name, more in (
        ("nameless", {}),
        ("../up", {"url": "https://x/y"}),
        ("x", {"url": "ftp://x"}),
        ("x", {"url": "https://x", "sha256": "1"}),
    ):
        with pytest.raises(Misuse):
            wanted(name, **more)


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "hearth.toml"
    settings.write_text(
        f'[storage]\npath = "{tmp_path}/hearth.db"\nmin_free_mb = 0\n'
        f'[language_model]\nfolder = "{tmp_path}/kept"\n'
    )

    def said(*words: str) -> str:
        application("models")(["models", *words, "--config", str(settings)], standalone_mode=False)
        return capsys.readouterr().out

    data = tiny.write(tmp_path / "tiny.gguf").read_bytes()
    with serving(data) as shelf:
        line = [
            str(HEARTH),
            "models",
            "pull",
            "mine",
            "--url",
            f"{shelf.url}/mine.gguf",
            "--config",
            str(settings),
        ]
        done = subprocess.run(line, capture_output=True, text=True, timeout=100, check=False)
        assert done.returncode == 0, done.stderr
        assert "trusted as it came" in done.stdout
        assert hashlib.sha256(data).hexdigest() in done.stdout
        assert "is there already" in said("pull", "mine", "--url", f"{shelf.url}/mine.gguf")
        rows = {each["name"]: each for each in json.loads(said("list", "--json"))}
        assert (rows["mine"]["state"], rows["mine"]["sha256"]) == ("here", hashlib.sha256(data).hexdigest())
        assert rows["qwen3-0.6b"]["state"] == "can be pulled"
        assert "granite-4.0-1b" in said("list")
        assert "removed" in said("remove", "mine")
        assert list((tmp_path / "kept").iterdir()) == []
        with pytest.raises(Misuse, match="--url wants an address"):
            said("pull", "mine", "--url", "nonsense")
