"""Whose plan is carried out: the rules' or the built-in model's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.model.prompts import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Callable

UNSURE = "How much of Friday could you use?"  # rules take it for AF's share


@pytest.mark.parametrize(
    ("behind", "planner"), [(0.2, "rules"), (-3.0, "rules"), (9.0, "model"), (None, "model")]
)
def test_where_rules_are_unsure_the_likelier_plan_is_carried_out(
    ask: Callable[..., Any], behind: float | None, planner: str
) -> None:
    answer, backend = ask(UNSURE, "coverage| Friday", "", kind=BUILTIN, behind=behind)
    assert backend.asked[0].rival == "burden| Friday"
    assert answer.by.plan == planner
    assert [call.tool for call in answer.calls] == ["coverage" if planner == "model" else "burden"]


def test_where_rules_are_sure_the_built_in_model_only_words_the_answer(ask: Callable[..., Any]) -> None:
    answer, backend = ask(
        "What was my heart rate last night?", "{E1.when} your median heart rate was {E1.hr}.", kind=BUILTIN
    )
    (worded,) = backend.asked
    assert "<|say|>" in worded.prompt[-1].text
    assert (answer.by.plan, answer.by.plan_left) == ("rules", "the rules are sure")
    assert answer.by.words == "model"


def test_where_there_is_one_way_to_say_it_no_model_is_asked(ask: Callable[..., Any]) -> None:
    answer, backend = ask("Any alerts today?", kind=BUILTIN)
    assert backend.asked == []
    assert (answer.by.words, answer.by.words_left) == ("templates", "there is one way to say it")


def test_where_rules_do_not_understand_nothing_is_weighed(ask: Callable[..., Any]) -> None:
    answer, backend = ask("xyzzy plugh qwfp", "measure|last night", "", kind=BUILTIN, behind=0.0)
    assert backend.asked[0].rival == ""
    assert answer.by.plan == "model"
