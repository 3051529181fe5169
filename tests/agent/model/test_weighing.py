"""Whose plan is carried out: the rules' or the built-in model's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.model.prompts import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Callable

ODD = "How much of Friday could you use?"  # rules take it for AF's share


@pytest.mark.parametrize(
    ("behind", "planner"), [(0.2, "rules"), (-3.0, "rules"), (9.0, "model"), (None, "model")]
)
def test_the_likelier_plan_is_carried_out(
    ask: Callable[..., Any], behind: float | None, planner: str
) -> None:
    answer, backend = ask(ODD, "coverage| Friday", "", kind=BUILTIN, behind=behind)
    assert backend.asked[0].rival == "burden| Friday"
    assert answer.by.plan == planner
    assert [call.tool for call in answer.calls] == ["coverage" if planner == "model" else "burden"]


def test_the_rules_plan_that_stands_is_worded_by_the_model(ask: Callable[..., Any]) -> None:
    answer, backend = ask(
        "What was my heart rate last night?",
        "burden| last night",
        "{E1.when} your median heart rate was {E1.hr}.",
        kind=BUILTIN,
        behind=1.0,
    )
    _planned, worded = backend.asked
    assert "<|say|>" in worded.prompt[-1].text
    assert worded.prompt[5].text == "measure| last night"
    assert (answer.by.plan, answer.by.plan_left) == ("rules", "the rules' plan is as likely")
    assert answer.by.words == "model"


def test_where_there_is_one_way_to_say_it_no_model_is_asked(ask: Callable[..., Any]) -> None:
    answer, backend = ask("Any alerts today?", "list_alerts| today", kind=BUILTIN)
    assert len(backend.asked) == 1  # for a plan
    assert (answer.by.words, answer.by.words_left) == ("templates", "there is one way to say it")


def test_where_rules_do_not_understand_nothing_is_weighed(ask: Callable[..., Any]) -> None:
    answer, backend = ask("xyzzy plugh qwfp", "measure|last night", "", kind=BUILTIN, behind=0.0)
    assert backend.asked[0].rival == ""
    assert answer.by.plan == "model"


def test_who_acknowledged_is_not_looked_for_among_open_alerts(ask: Callable[..., Any]) -> None:
    plan = "list_alerts| yesterday|open"
    answer, _ = ask("Who acknowledged the alert yesterday?", plan, "", kind=BUILTIN, behind=9.0)
    assert [call.args.get("status", "any") for call in answer.calls] == ["any"]
