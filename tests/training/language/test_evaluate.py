from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed: no language model is tested")
pytest.importorskip("tokenizers", reason="tokenizers is not installed: it is needed for training alone")

from agent.model import compact
from agent.model.grounds import grounds
from training.language import gguf_file
from training.language.curves import drawn
from training.language.evaluate import measured
from training.language.open_text import health, services
from training.language.tokens import train

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = gguf_file.Shape(layers=1, wide=32, heads=2, inner=64, context=2048)
TEXTS = ["measure| last night|hr", "what was my pulse last night", "hr_first E1.when E1.hr", "bye", "why"]


def held(ask: str, plan: str, **more: str) -> dict[str, Any]:
    grammar = compact.grammar(grounds(ask))
    record = {"state": "wearer en", "ask": f" {ask}", "plan": plan, "grammar": grammar, "language": "en"}
    return record | more


def test_weights_without_sense_are_measured_and_their_mistakes_told(tmp_path: Path) -> None:
    known = train(TEXTS * 5, 400)
    weights = gguf_file.random_weights(SHAPE, known.size, 1, spread=0.3)
    path = tmp_path / "x.gguf"
    gguf_file.write(path, SHAPE, known.vocabulary(), weights, name="x", family="builtin")
    asked = [
        held("what was my pulse last night", "measure| last night"),
        held("goodbye", "bye"),
        held("pulse today", "measure| today", found="hr_first E1.when E1.hr", say="{E1.when}: {E1.hr}."),
    ]
    told = measured(path, asked, 10)
    assert told["questions"] == 3
    assert all(0 <= told[key] <= 1 for key in ("exact", "steps", "written", "slots", "exact en"))
    assert len(told["wrong"]) == round(3 * (1 - told["exact"]))
    json.dumps(told)


def test_the_picture_is_one() -> None:
    curve = [{"tokens": 1000.0 * step, "loss": 8.0 / step} for step in range(1, 9)]
    marks = [{"tokens": 4000, "exact": 0.25, "steps": 0.5}]
    assert ET.fromstring(drawn(curve, marks)).tag.endswith("svg")  # noqa: S314 - of our own picture
    assert ET.fromstring(drawn([], [])).tag.endswith("svg")  # noqa: S314 - of our own picture


def test_service_calls_become_plans(tmp_path: Path) -> None:

    call = {"name": "FindBus", "args": {"to": "Bonn", "day": "March 3"}}
    turns = [
        {"who": "user", "text": "A bus to Bonn on March 3"},
        {
            "who": "system",
            "text": "There is one at 9.",
            "call": call,
            "results": [{"leaves": "9:00", "fare": "8"}],
        },
        {"who": "user", "text": "Thanks"},
        {"who": "system", "text": "You are welcome."},
    ]
    path = tmp_path / "x.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"services": ["Buses_1"], "turns": turns}) + "\n")
    first, second = services(path)
    assert first["plan"] == "findbus|to| Bonn|day| March 3"
    assert first["found"] == "leaves=9:00 fare=8"
    assert second["state"] == "service buses_1\nfindbus|to| Bonn|day| March 3"
    assert second["plan"] == "respond"


def test_health_answers_are_cut(tmp_path: Path) -> None:

    path = tmp_path / "x.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"q": "What is it?", "a": "x" * 5000}) + "\n")
    (text,) = health(path)
    assert text.startswith("What is it?\nxxx")
    assert len(text) < 1000
