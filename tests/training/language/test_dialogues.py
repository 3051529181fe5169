from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from agent.model.compact import read
from agent.model.grounds import grounds
from agent.model.steps import name_of
from storage.database import open_reader
from tests.agent.history import NOW
from training.language.asking import held_families
from training.language.generate import Writer, bare
from training.language.histories import History
from training.language.noise import cased, noisy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DIALOGUES = 40


def made(path: Path) -> Iterator[dict[str, Any]]:
    told = [
        History(0, path, NOW, "Europe/Berlin", "bisoprolol"),
        History(4, path, NOW, "Europe/Berlin", "sotalol"),
    ]
    with closing(open_reader(path)) as conn:
        writer = Writer(told, {each.number: conn for each in told}, seed=5)
        for number in range(DIALOGUES):
            yield from writer.dialogue(number)


@pytest.fixture(scope="module")
def records(weeks_db: Path) -> list[dict[str, Any]]:
    return list(made(weeks_db))


def test_the_same_seed_makes_the_same_dialogues(records: list[dict[str, Any]], weeks_db: Path) -> None:
    for one, other in zip(records[:40], made(weeks_db), strict=False):
        assert one == other


def test_plans_hold_only_what_was_said(records: list[dict[str, Any]]) -> None:
    for record in records:
        head, *before = record["state"].split("\n")
        evidence = before.pop().split() if before else []
        calls = read("\n".join(before)) if before else ()
        known = grounds(record["ask"], calls, evidence, ("atrial fibrillation",))  # type: ignore[arg-type]  # calls alone
        steps = [step for step in read(record["plan"]) if name_of(step) != "glossary"]
        assert all(map(known.holds, steps)), record
        assert head.split()[1] == record["language"]


def test_answers_have_no_figures_of_their_own(records: list[dict[str, Any]]) -> None:
    said = [record for record in records if "say" in record]
    assert len(said) > 20
    for record in said:
        outside = "".join(part.rpartition("}")[2] for part in record["say"].split("{"))
        assert not any(sign.isdigit() for sign in outside), record["say"]


def test_what_is_held_out_is_not_learned_from(records: list[dict[str, Any]]) -> None:
    held = [record for record in records if "grammar" in record]
    learned = [record for record in records if "grammar" not in record]
    assert held
    assert not {record["family"] for record in learned} & held_families()
    assert {record["family"] for record in held if not record["family"].endswith("two")} <= held_families()


def test_plans_are_varied(records: list[dict[str, Any]]) -> None:
    steps = Counter(name_of(read(record["plan"])[0]) for record in records)
    assert len(steps) >= 15
    assert steps.most_common(1)[0][1] < 0.5 * len(records)


def test_noise_keeps_what_is_copied() -> None:
    for seed in range(300):
        chance = random.Random(seed)
        text = noisy("what was my pulse \ue000 compared with \ue001", chance, "en")
        assert "\ue000" in text
        assert "\ue001" in text
        assert cased(chance)("Abc") in {"abc", "ABC", "Abc"}


def test_questions_of_the_benchmark_are_left_out() -> None:
    assert bare("What's my PULSE, now?") == bare("what s my pulse now")


def test_moments_lie_within_the_history(weeks_db: Path) -> None:
    told = History(3, weeks_db, NOW, "Europe/Berlin", "x")
    assert told.moments[0] == NOW
    assert all(moment <= NOW for moment in told.moments)
    assert replace(told, number=4).held
