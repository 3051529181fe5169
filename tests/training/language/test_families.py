from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from agent.answer import Action
from agent.model.steps import plan_of
from storage.database import open_reader
from tests.agent.history import NOW
from training.language.asking import held_families
from training.language.families import asked, meant, measured, understood
from training.language.generate import Writer
from training.language.histories import History
from training.language.persons import MAN, WOMAN, about

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.model.seam import Asked
    from agent.plan import Plan
    from training.language.asking import Wish

CONVERSATIONS = 30


class Knowing:
    """A mind that is told what is meant."""

    def __init__(self) -> None:
        self.wish: Wish | None = None

    def plan(self, asked: Asked) -> Plan | None:
        if self.wish is None or asked.question != self.wish.question:
            return None
        return plan_of(self.wish.steps, frozenset())

    def compose(self, *_args: object) -> None:
        return None

    def close(self) -> None:
        return None


@pytest.fixture
def writer(weeks_db: Path) -> Iterator[Writer]:
    told = [History(4, weeks_db, NOW, "Europe/Berlin", "sotalol")]
    with closing(open_reader(weeks_db)) as conn:
        yield Writer(told, {4: conn}, seed=3)


def test_questions_are_of_held_out_families(writer: Writer) -> None:
    families = {wish.family for _talk, wish in asked(writer, CONVERSATIONS)}
    assert len(families) > 10
    assert families <= held_families() | {family for family in families if family.endswith("two")}


def test_who_knows_what_is_meant_is_right_wherever_it_is_asked(writer: Writer) -> None:
    mind, right, all_ = Knowing(), 0, 0
    for talk, wish in asked(writer, CONVERSATIONS):
        mind.wish = wish
        right += understood(talk, wish, mind) == meant(talk, wish)
        all_ += 1
    assert all_ > 30
    assert right / all_ > 0.8  # rules decide first about danger, medicines, notes and settings


def test_rules_alone_are_counted(writer: Writer) -> None:
    found = measured(writer, {"rules": None}, CONVERSATIONS)["rules"]
    figures = found.figures()
    assert found.questions == figures["questions"] > 30
    assert 0.3 < figures["exact"] <= figures["action_accuracy"] < 1
    assert len(found.wrong) == round(found.questions * (1 - figures["exact"]))


def test_danger_is_told_before_anything_is_planned(writer: Writer) -> None:
    talk, wish = next(asked(writer, 1))
    said = type(wish)("My chest hurts and I cannot breathe", wish.steps, wish.family)
    assert understood(talk, said, None) == (Action.ESCALATE, [])


def test_a_question_is_about_one_person() -> None:
    assert about("her|his|mum's|the patient's", WOMAN, "en") == "her|mum's|the patient's"
    assert about("her|his|mum's|the patient's", MAN, "en") == "his|the patient's"
    assert about("her", MAN, "en") == "her"
    assert about("(her|his) own|mum's", MAN, "en") == "(her|his) own|mum's"
    assert about("sa|son", MAN, "fr") == "sa|son"
