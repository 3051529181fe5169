"""What is said in short, taken back or leaned on what came before, in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.language import tongue
from agent.question import read
from agent.when.model import Kind, Range
from tests.agent.history import NOW
from tests.agent.when.reading import CLOCK

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.answer import Answer
    from agent.turn import Agent


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        ("en", "HR trend 7 days", 7),
        ("de", "Pulsverlauf 7 Tage", 7),
        ("fr", "évolution du pouls 7 jours", 7),
        ("zh", "心率趋势 7天", 7),
    ],
)
def test_a_bare_length_is_up_to_now(code: str, text: str, days: int) -> None:
    times = read(text, CLOCK, tongue(code).speech).times
    assert len(times) == 1
    assert isinstance(times[0].meaning, Range)
    assert times[0].meaning.kind is Kind.PAST
    assert times[0].meaning.count == days


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("en", "not this morning, yesterday morning", "yesterday morning"),
        ("de", "nicht gestern, am Montag", "am Montag"),
        ("en", "was I in AF last night", "last night"),
    ],
)
def test_a_time_that_is_taken_back_is_not_meant(code: str, text: str, meant: str) -> None:
    assert [phrase.words for phrase in read(text, CLOCK, tongue(code).speech).times] == [meant]


@pytest.mark.parametrize(
    ("question", "a", "b"),
    [
        ("difference in pulse between Monday and Tuesday", "Monday", "Tuesday"),
        ("heart rate before and after 6 March", "before 6 March", "since 6 March"),
        ("was the pulse slower after 6 March than before", "before 6 March", "since 6 March"),
        ("Unterschied im Puls zwischen Montag und Dienstag", "Montag", "Dienstag"),
    ],
)
def test_two_times_that_are_named_as_one_are_compared(weeks: Agent, question: str, a: str, b: str) -> None:
    (call,) = weeks.ask(question, now=NOW).calls
    assert (call.tool, call.args["a"], call.args["b"]) == ("compare", a, b)


@pytest.mark.parametrize(
    ("first", "second", "tool", "args"),
    [
        ("AF burden this week", "per day please", "trend", {"metric": "af_burden"}),
        ("Compare yesterday with Friday", "same for the QTc", "compare", {"metrics": ("qtc",)}),
        ("pulse yesterday morning", "afternoon?", "measure", {"metrics": ("hr",)}),
        ("What was my pulse yesterday?", "more than on Monday?", "compare", {"b": "Monday"}),
        ("trend of my pulse this week", "I'd rather see the resting one", "trend", {"metric": "hr_rest"}),
        ("any AF last week?", "for how long in all", "burden", {}),
    ],
)
def test_the_last_result_is_told_otherwise(
    talk: Callable[..., Answer], first: str, second: str, tool: str, args: dict[str, object]
) -> None:
    talk(first)
    (call,) = talk(second).calls
    assert call.tool == tool
    assert {name: call.args[name] for name in args} == args


@pytest.mark.parametrize(
    "question",
    ["who acknowledged the alert last night", "did anybody acknowledge the alarm last night"],
)
def test_who_saw_to_an_alert_is_told(weeks: Agent, question: str) -> None:
    answer = weeks.ask(question, now=NOW)
    assert [call.tool for call in answer.calls] == ["list_alerts"]
    assert "acknowledged by" in answer.answer
    assert {verdict.verdict for verdict in answer.verdicts} == {"SUPPORTED"}
