"""The safety gate: what is answered with the emergency number, what with advice first, and what neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.en.safety import WORDS
from agent.gate import Gate, Level
from tests.agent.dangers import ADVISE, CALM, ESCALATE

GATE = Gate(WORDS)


def lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


@pytest.mark.parametrize("text", lines(ESCALATE))
def test_danger_escalates(text: str) -> None:
    alarm = GATE.check(text)
    assert alarm is not None
    assert alarm.level is Level.ESCALATE


@pytest.mark.parametrize("text", lines(ADVISE))
def test_what_is_over_or_mild_gets_advice(text: str) -> None:
    alarm = GATE.check(text)
    assert alarm is not None
    assert alarm.level is Level.ADVISE


@pytest.mark.parametrize("text", lines(CALM))
def test_what_only_sounds_alike_is_no_danger(text: str) -> None:
    assert GATE.check(text) is None


@pytest.mark.parametrize("text", lines(ESCALATE))
@pytest.mark.parametrize("shape", ["{}!!!", "  {}  ", "Hello. {}", "{}. What was my heart rate last night?"])
def test_danger_is_seen_whatever_stands_around_it(text: str, shape: str) -> None:
    alarm = GATE.check(shape.format(text))
    assert alarm is not None
    assert alarm.level is Level.ESCALATE


def test_danger_in_capitals_and_with_curly_quotes_is_danger() -> None:
    for text in ("I CAN\u2019T BREATHE", "i can\u2019t breathe", "I CAN'T BREATHE"):
        alarm = GATE.check(text)
        assert alarm is not None
        assert alarm.level is Level.ESCALATE


def test_every_danger_names_lists_that_exist_and_has_a_text_of_its_own() -> None:
    from agent.en.sentences import SENTENCES  # noqa: PLC0415 - only here

    for danger in WORDS.dangers:
        assert {*danger.groups, *danger.unless, *danger.softened} <= WORDS.lists.keys()
        if danger.level is Level.ESCALATE:
            assert "{number}" in SENTENCES[f"escalate_{danger.name}"]


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    alarm = GATE.check(text)
    assert alarm is None or alarm.level in Level
