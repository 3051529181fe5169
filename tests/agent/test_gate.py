"""The safety gate: what is answered with the emergency number, what with advice first, and what neither."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.dangers import CONCEPTS, DANGERS, Level
from agent.gate import gate
from agent.safety import TABLES, TEXTS, said
from tests.agent.dangers import ADVISE, CALM, ESCALATE
from tests.agent.dangers_in import callers, callers_after, de, en, es, fr, fresh, last, unseen, zh

GATE = gate()
MORE = {"en": en, "de": de, "es": es, "fr": fr, "zh": zh, "fresh": fresh, "unseen": unseen, "last": last} | {
    "callers": callers,
    "callers_after": callers_after,
}
OPTIONAL = {
    "explained",
    "not_no",
    "not_hypothetical",
    "exercise",
    "posture",
    "breaks",
    "joints",
    "reason",
    "subjects",
}


def lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


def level(text: str) -> str:
    alarm = GATE.check(text)
    return "calm" if alarm is None else alarm.level.value


@pytest.mark.parametrize("text", lines(ESCALATE))
def test_danger_escalates(text: str) -> None:
    assert level(text) == "escalate"


@pytest.mark.parametrize("text", lines(ADVISE))
def test_what_is_over_or_mild_gets_advice(text: str) -> None:
    assert level(text) == "advise"


@pytest.mark.parametrize("text", lines(CALM))
def test_what_only_sounds_alike_is_no_danger(text: str) -> None:
    assert level(text) == "calm"


@pytest.mark.parametrize("name", MORE)
def test_danger_escalates_in_every_language(name: str) -> None:
    assert [text for text in lines(MORE[name].ESCALATE) if level(text) != "escalate"] == []


@pytest.mark.parametrize("name", MORE)
def test_what_only_sounds_alike_is_no_emergency_in_any_language(name: str) -> None:
    assert [text for text in lines(MORE[name].CALM) if level(text) == "escalate"] == []


def test_the_lists_are_as_long_as_they_are_meant_to_be() -> None:
    for name in ("en", "de", "es", "fr", "zh"):
        assert len(lines(MORE[name].ESCALATE)) >= 25
        assert len(lines(MORE[name].CALM)) >= 25


@pytest.mark.parametrize(
    "text", lines(ESCALATE)[::5] + [line for m in MORE.values() for line in lines(m.ESCALATE)[::6]]
)
@pytest.mark.parametrize("shape", ["{}!!!", "  {}  ", "Hello. {}", "{}. What was my heart rate last night?"])
def test_danger_is_seen_whatever_stands_around_it(text: str, shape: str) -> None:
    assert level(shape.format(text)) == "escalate"


def test_danger_in_capitals_and_with_curly_quotes_is_danger() -> None:
    for text in (
        "I CAN\u2019T BREATHE",
        "i can\u2019t breathe",
        "ICH BEKOMME KEINE LUFT",
        "J\u2019AI MAL \u00c0 LA POITRINE",
    ):
        assert level(text) == "escalate"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no chest pain, but I cannot breathe", "escalate"),
        ("I have chest pain, what if it is a heart attack", "escalate"),
        ("I had a heart attack in 1990 and now my chest hurts", "escalate"),
        ("what should I do if I collapse and my chest hurts", "calm"),
        ("I don't have chest pain, shortness of breath or dizziness", "calm"),
        ("It's not just indigestion, my chest is being crushed", "escalate"),
        ("keine Schmerzen, aber ich bekomme keine Luft", "escalate"),
        ("no me duele el pecho pero no puedo respirar", "escalate"),
        ("s'il vous pla\u00eet, ma m\u00e8re ne respire plus", "escalate"),
        ("\u6ca1\u6709\u80f8\u75db\uff0c\u4f46\u662f\u5598\u4e0d\u8fc7\u6c14", "escalate"),
    ],
)
def test_denials_and_suppositions_reach_no_further_than_they_are_meant(text: str, wanted: str) -> None:
    assert level(text) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("meine Brust tut so weh", "de"),
        ("no puedo respirar", "es"),
        ("j'\u00e9touffe", "fr"),
        ("\u6211\u4e0d\u60f3\u6d3b\u4e86", "zh"),
    ],
)
def test_help_is_told_in_the_language_it_was_asked_in(text: str, language: str) -> None:
    alarm = GATE.check(text)
    assert alarm is not None
    assert alarm.language == language
    assert "144" in said(alarm, "144")


def test_every_language_knows_every_concept_and_has_every_text() -> None:
    for words in TABLES:
        named = CONCEPTS | {name for danger in DANGERS for name in (*danger.unless, *danger.softened)}
        assert named - OPTIONAL <= words.lists.keys(), words.code
        for danger in DANGERS:
            texts = TEXTS[words.code]
            assert danger.level.value in texts
            if danger.level is Level.ESCALATE:
                assert "{number}" in texts[f"escalate_{danger.name}"], (words.code, danger.name)
        assert all(
            "{number}" in text
            for key, text in TEXTS[words.code].items()
            if key not in {"medication", "alerted"}
        )


def test_a_long_text_is_read_in_time() -> None:
    began = time.process_time()
    GATE.check("what was my hart rate lsat nihgt blah " * 200)
    assert time.process_time() - began < 1.0


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    alarm = GATE.check(text)
    assert alarm is None or alarm.level in Level
