"""Every question again on altered copies of the store: a new positive claim may never appear."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

from bench.agent_asking import ask_all
from bench.agent_histories import ALTERED, altered, copied
from bench.agent_score import positive, unsupported
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from agent.model.seam import Mind
    from bench.agent_asking import Asked
    from bench.agent_histories import History
    from bench.agent_set import Dialogue

TIMED_OUT: Final = "tool time-out"
NO_MODEL: Final = "no model"
STEPS: Final = 20_000  # of SQLite's machine before a reader is cut off: a millisecond or two of a tool's work


@dataclass(frozen=True, slots=True)
class Appeared:
    """A thing that is claimed in a variant and was not before."""

    variant: str
    question: str
    subjects: tuple[str, ...]


def variants(
    stores: Mapping[str, History],
    asked: Sequence[Dialogue],
    before: Iterable[Asked],
    folder: Path,
    model: Mind | None = None,
) -> tuple[dict[str, Any], list[Appeared]]:
    """What changed in each variant, and every new claim. ``before``: the answers over unaltered stores.

    Where no model answered before, that there is none changes nothing, and is not asked again.
    """
    known = {each.key: each for each in before}
    told: dict[str, Any] = {}
    every: list[Appeared] = []
    for name in (*ALTERED, TIMED_OUT, *((NO_MODEL,) if model else ())):
        found: list[Asked] = []
        for history, store in stores.items():
            path = folder / "altered.db"
            copy = altered(store, path, name) if name in ALTERED else copied(store, path)
            mine = [dialogue for dialogue in asked if dialogue.history == history]
            found += _interrupted(copy, mine) if name == TIMED_OUT else _asked(copy, mine, name, model)
            path.unlink()
        alike = [each for each in found if not _led_astray(each, found)]
        new = [appeared for each in alike if (appeared := _appeared(name, known[each.key], each))]
        every += new
        counts = [unsupported(each.answer) for each in found if each.answer]
        told[name] = {
            "questions": len(found),
            "compared": len(alike),
            "new_claims": sum(len(each.subjects) for each in new),
            "unsupported": sum(said for said, _ in counts),
            "dropped": sum(dropped for _, dropped in counts),
            "unanswered": sum(each.answer is None for each in found),
        }
        sys.stderr.write(f"{name}: {told[name]}\n")
    return told, every


def _asked(copy: History, asked: list[Dialogue], name: str, model: Mind | None) -> list[Asked]:
    return ask_all(copy, asked, None if name == NO_MODEL else model, referring=False)


def _interrupted(copy: History, asked: list[Dialogue]) -> list[Asked]:
    """Every reading of the store is cut off before it is done."""

    def impatient(path: Path) -> sqlite3.Connection:
        conn = open_reader(path)
        conn.set_progress_handler(lambda: 1, STEPS)
        return conn

    with patch("agent.turn.open_reader", impatient):
        return ask_all(copy, asked, referring=False)


def _led_astray(asked: Asked, found: Sequence[Asked]) -> bool:
    """Whether a turn before it was not answered: what leans on that asks for something else then."""
    return asked.number > 0 and any(
        each.answer is None
        for each in found
        if each.dialogue is asked.dialogue and each.number < asked.number
    )


def _appeared(name: str, before: Asked, after: Asked) -> Appeared | None:
    new = positive(after.answer) - positive(before.answer)
    return Appeared(name, after.turn.text, tuple(sorted(new))) if new else None
