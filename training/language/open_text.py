"""Open text as it is learned from: services that are called as tools are, and answers to health questions.

Sources: Schema-Guided Dialogue (Rastogi et al. 2020, CC BY-SA 4.0) and MedQuAD (Ben Abacha and Demner-Fushman
2019, CC BY 4.0).
"""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWER_CHARS: Final = 900  # of a health answer: its beginning says the most
VALUES: Final = 4  # of a service's result that are told


def services(path: Path) -> Iterator[dict[str, Any]]:
    """The turns of service dialogues in the form of our own: the call is the plan, its values are copied."""
    for line in _lines(path):
        before, asked = "", ""
        for turn in line["turns"]:
            if turn["who"] == "user":
                asked = turn["text"]
                continue
            call = turn.get("call")
            plan = _plan(call) if call else "respond"
            record = {
                "state": "\n".join(filter(None, (f"service {line['services'][0].lower()}", before))),
                "ask": f" {asked}",
                "plan": plan,
            }
            results = turn.get("results") or []
            if results or not call:
                record |= {"found": _found(results), "say": turn["text"]}
            if call:
                before = plan
            yield record


def _plan(call: dict[str, Any]) -> str:
    """A call as a line; a value follows its name."""
    return "|".join((call["name"].lower(), *(f"{key}| {value}" for key, value in call["args"].items())))


def _found(results: list[dict[str, Any]]) -> str:
    told = list((results[0] if results else {}).items())[:VALUES]
    return " ".join(f"{key}={value}" for key, value in told)


def health(path: Path) -> Iterator[str]:
    """Health questions with the beginning of their answers."""
    for line in _lines(path):
        yield f"{line['q']}\n{line['a'][:ANSWER_CHARS]}"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)
