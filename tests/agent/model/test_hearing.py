from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.model import hearing
from agent.model.hearing import MOST, Taught, exchanged, heard, taught
from agent.tools.args import AddNote, Compare, Measure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "what was my pulse this afternoon yesterday morning the same time on"
ENGLISH = Taught(
    frozenset(WORDS.split()),
    frozenset({"impulse"}),
)


@pytest.mark.parametrize(
    ("asked", "as_heard"),
    [
        ("Waht was my pusle tjis afternon?", "What was my pulse this afternoon?"),
        ("WAHT WAS MY PULSE", "what was my pulse"),
        ("my impulse", "my impulse"),  # a word of its own
        ("what was Pulsse doing", "what was Pulsse doing"),  # a name
        ("¿Yesterdai?", "¿Yesterday?"),
        ("on 3 June at 18:30", "on 3 June at 18:30"),
        ("心率是多少?", "心率是多少?"),
    ],
)
def test_slips_are_mended_and_everything_else_is_left(asked: str, as_heard: str) -> None:
    assert heard(asked, ENGLISH) == as_heard


def test_nouns_with_capitals_are_mended_where_nouns_have_them() -> None:
    german = Taught(frozenset({"mein", "puls", "woche"}), nouns=True)
    assert heard("mein Plus letzte Wocche", german) == "mein Puls letzte Woche"


def test_without_words_nothing_is_mended() -> None:
    assert heard("Waht was it", None) == "Waht was it"


def test_a_text_of_another_language_is_not_mended_for_ever() -> None:
    assert heard("pusle " * (MOST + 5), ENGLISH).split().count("pusle") == 5


def test_plans_go_back_into_the_askers_own_words() -> None:
    own, other = "pusle tjis afternon?", "pulse this afternoon?"
    plan = (
        Measure(when="this afternoon", metrics=("hr",)),
        Measure(when="the same time on this afternoon"),
        Measure(when="now"),
    )
    mine = exchanged(plan, other, own)
    assert [getattr(step, "when", "") for step in mine] == [
        "tjis afternon",
        "the same time on tjis afternon",
        "now",
    ]
    assert exchanged(mine, own, other) == plan


def test_a_note_keeps_the_words_that_were_written() -> None:
    own = "Please note: felt dizzi tjis morning"
    assert exchanged(
        (AddNote(kind="symptom", text="felt dizzy"),), "Please note: felt dizzy this morning", own
    ) == (AddNote(kind="symptom", text="felt dizzi"),)


def test_texts_of_other_lengths_are_not_exchanged() -> None:
    plan = (Compare(a="today", b="last week"),)
    assert exchanged(plan, "today and last week", "today last week") == plan


def test_every_language_in_letters_has_words_beside_the_model() -> None:
    assert set(taught()) == {"en", "de", "es", "fr"}
    assert "pulse" in taught()["en"].known
    assert not any(words.known & words.left for words in taught().values())


def test_a_words_file_that_cannot_be_read_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "words.json"
    broken.write_text("{", encoding="utf-8")
    monkeypatch.setattr(hearing, "FILE", broken)
    taught.cache_clear()
    assert not taught()
    taught.cache_clear()


def test_a_misspelt_question_is_planned_as_it_was_meant(ask: Callable[..., Any]) -> None:
    answer, backend = ask(
        "so my ticker, how did it do last nigth then",
        "measure|last night",
        "Hello again! {E1.when} it was {E1.hr}.",
    )
    planned, said = backend.asked
    assert "last night" in planned.prompt[3].text
    assert [call.args["when"] for call in answer.calls] == ["last nigth"]
    assert answer.answer.startswith("Hello again! Last night")
    assert said.prompt[: len(planned.prompt)] == planned.prompt
