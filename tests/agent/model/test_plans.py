from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.model import compact, spoken
from agent.model.compact import NoPlan
from agent.model.grounds import SAME, Grounds, grounds
from agent.model.steps import BY_NAME, FIELDS, MOST, Bye, Clarify, Refuse, Respond, Step, made, plan_of
from agent.tools.args import Burden, Compare, DeviceStatus, FindEvents, Measure
from tests.agent.model.judge import accepts, samples

if TYPE_CHECKING:
    from agent.model.engine import Engine
    from agent.model.steps import Field

HERMES = spoken.Form("<tool_call>\n", "\n</tool_call>")
LLAMA = spoken.Form(arguments="parameters")
FORMS = [pytest.param(HERMES, id="hermes"), pytest.param(LLAMA, id="llama")]
QUESTIONS = {
    "en": "How fast was my heart on Tuesday at 18:30, above 120? I noted that I didn't sleep",
    "de": "War mein Puls am Dienstag über 120? Bitte notier: schlecht geschlafen, es war zu heiß",
    "zh": "昨天晚上6点半我的心率是多少?",
}


def held(question: str) -> Grounds:
    return grounds(question, (Measure(when="on Sunday"),), ("E1", "E12"), ("qtc", "af"))


def anything(field: Field) -> st.SearchStrategy[Any]:
    """What an argument may be."""
    one: dict[str, st.SearchStrategy[Any]] = {
        "choice": st.sampled_from(field.values or ("",)),
        "flag": st.booleans(),
        "number": st.integers(1, 50),
        "evidence": st.from_regex(r"E[0-9]{1,4}", fullmatch=True),
    }
    text = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.replace("|", " ").split()))
    return many(field, one.get(field.form, text))


def in_order(known: Grounds) -> st.SearchStrategy[str]:
    """Words of the question that follow each other."""
    ends = st.tuples(st.integers(0, len(known.said) - 1), st.integers(1, 12))
    return ends.map(lambda drawn: "".join(known.said[drawn[0] : sum(drawn)]).strip())


def in_any_order(known: Grounds) -> st.SearchStrategy[str]:
    words = [word for word in known.words if word.isascii()]
    return st.lists(st.sampled_from(words), min_size=1, max_size=8).map(" ".join)


def grounded(field: Field, known: Grounds, *, ordered: bool) -> st.SearchStrategy[Any]:
    """What an argument may be on these grounds; nothing where they have nothing for it."""
    several = in_order(known) if ordered else in_any_order(known)
    moved = several.map(lambda words: f"{SAME} {words}")
    numbers = [float(each) for each in known.numbers if field.form == "number" and field.fits(each)]
    one: dict[str, st.SearchStrategy[Any]] = {
        "choice": st.sampled_from(field.values or ("",)),
        "flag": st.booleans(),
        "number": st.sampled_from(numbers) if numbers else st.nothing(),
        "evidence": st.sampled_from(known.evidence),
        "name": st.sampled_from(known.names.get(field.name) or ("newest",)),
        "words": st.sampled_from(known.phrases) | several | moved,
        "text": several,
    }
    return many(field, one[field.form])


def many(field: Field, one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, min_size=1, max_size=compact.MANY).map(tuple) if field.many else one


def steps(known: Grounds | None, *, ordered: bool = True) -> st.SearchStrategy[tuple[Step, ...]]:
    def one(name: str) -> st.SearchStrategy[Step]:
        found = {
            each.name: grounded(each, known, ordered=ordered) if known else anything(each)
            for each in FIELDS[name]
        }
        needed = {each.name for each in FIELDS[name] if each.required}
        required = {key: each for key, each in found.items() if key in needed}
        optional = {key: each for key, each in found.items() if key not in needed and not each.is_empty}
        arguments = st.fixed_dictionaries(required, optional=optional)
        return arguments.map(lambda given: made(name, given))

    return st.lists(st.sampled_from(sorted(BY_NAME)).flatmap(one), min_size=1, max_size=MOST).map(tuple)


def cleaned(step: Step) -> Step:
    """A step as a line can hold it."""
    given = msgspec.to_builtins(step)
    name = given.pop("tool")
    texts = {each.name for each in FIELDS[name] if each.form in {"words", "text", "name", "evidence"}}
    return made(
        name,
        {
            key: " ".join(each.replace("|", " ").split()) if key in texts else each
            for key, each in given.items()
        },
    )


@settings(max_examples=100, deadline=None)
@given(steps(None))
def test_a_compact_plan_is_read_as_it_was_written(plan: tuple[Step, ...]) -> None:
    clean = tuple(cleaned(step) for step in plan)
    assert compact.read(compact.write(plan)) == clean
    assert compact.write(clean) == compact.write(plan)


@settings(max_examples=80, deadline=None)
@given(steps(None), st.sampled_from([HERMES, LLAMA]))
def test_a_spoken_plan_is_read_as_it_was_written(plan: tuple[Step, ...], form: spoken.Form) -> None:
    assert spoken.read(spoken.write(plan, form), form) == plan


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(sorted(QUESTIONS)))
def test_every_grounded_plan_can_be_written(engine: Engine, data: st.DataObject, language: str) -> None:
    known = held(QUESTIONS[language])
    plan = data.draw(steps(known))
    assert all(known.holds(step) for step in plan)
    assert accepts(engine, compact.grammar(known), compact.write(plan))
    plan = data.draw(steps(known, ordered=False))
    assert all(known.holds(step) for step in plan)
    for form in (HERMES, LLAMA):
        assert accepts(engine, spoken.grammar(known, form), spoken.write(plan, form))


@pytest.mark.parametrize("language", sorted(QUESTIONS))
def test_weights_without_sense_write_grounded_plans_only(engine: Engine, language: str) -> None:
    known = held(QUESTIONS[language])
    compact_ = [compact.read(text) for text in samples(engine, compact.grammar(known), 40)]
    hermes = [spoken.read(text, HERMES) for text in samples(engine, spoken.grammar(known, HERMES), 12)]
    assert len(compact_) > 30
    assert len(hermes) > 5
    assert all(known.holds(step) for plan in (*compact_, *hermes) for step in plan)


@pytest.mark.parametrize(
    "text",
    [
        "measure|the day I was born",
        "measure|last night|hr,blood_pressure",
        "shell|rm",
        "measure",
        "find_events|last night|hr_above|999",
        "find_events|last night|af||120",
        "provenance|E9",
        "device_status\n" * 4,
        "Sure! measure|last night",
        "measure| Tuesday on",  # the question has them the other way round
        "measure| Tuesday 18:30",  # and with a word between
        "measure|last night ",
        "",
    ],
)
def test_what_no_plan_may_hold_cannot_be_written(engine: Engine, text: str) -> None:
    assert not accepts(engine, compact.grammar(held(QUESTIONS["en"])), text)


def test_a_question_without_words_has_times_that_need_no_saying_alone(engine: Engine) -> None:
    rules = compact.grammar(grounds("??"))
    assert accepts(engine, rules, "measure| now")
    assert not accepts(engine, rules, "measure| ")
    assert not accepts(engine, rules, "measure| the same time on ")


def test_without_evidence_none_is_asked_for(engine: Engine) -> None:
    rules = compact.grammar(grounds("why?"))
    assert not accepts(engine, rules, "provenance|E1")
    assert not accepts(engine, rules, "explain|af||E1")
    assert accepts(engine, rules, "explain|af")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "measure",
        "measure|",
        "measure|now|hr|hr",
        "measure|now|shoe",
        "bye\nbye\nbye\nbye",
        "find_events|now|af|x",
    ],
)
def test_what_is_no_compact_plan_is_told_without_its_words(text: str) -> None:
    with pytest.raises(NoPlan) as error:
        compact.read(text)
    assert "shoe" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words first <tool_call>\n{}\n</tool_call>",
        "<tool_call>\n{}\n</tool_call>",
        '<tool_call>\n{"name": "shell", "arguments": {}}\n</tool_call>',
        '<tool_call>\n{"name": "measure", "arguments": {"when": "now", "shoe": 1}}\n</tool_call>',
        '<tool_call>\n{"name": "measure", "arguments": {"when": 1}}\n</tool_call>',
        '<tool_call>\n{"name": "bye"}',
    ],
)
def test_what_is_no_spoken_plan_is_refused(text: str) -> None:
    if text.endswith('"bye"}'):
        assert spoken.read(text, HERMES) == (Bye(),)
        return
    with pytest.raises(NoPlan):
        spoken.read(text, HERMES)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("above 120 bpm", ("120",)),
        ("昨晚心率超过120吗", ("120",)),
        ("2.5秒以上的停搏", ("2.5",)),
        ("at 18:30 on 2026-11-20, or 1,200 or E12", ()),
        ("the 3 longest", ("3",)),
    ],
)
def test_numbers_of_a_question_are_found_in_every_script(question: str, numbers: tuple[str, ...]) -> None:
    assert grounds(question).numbers == numbers


def test_plans_are_short() -> None:
    plan = (Measure(when="last night", metrics=("hr", "pr")), Burden(when="last night"))
    assert compact.write(plan) == "measure| last night|hr,pr\nburden| last night"
    assert compact.write((FindEvents(when="ever", kind="af", order="longest", limit=1),)) == (
        "find_events| ever|af|| 1|longest"
    )
    assert compact.write((Compare(a="today", metrics=("pr",)),)) == "compare| today||pr"
    assert compact.write((DeviceStatus(),)) == "device_status"


def test_moves_become_what_a_turn_does() -> None:
    none: frozenset[str] = frozenset()
    assert plan_of((Refuse("medication"),), none).say == "refuse_medication"
    assert plan_of((Respond("greeting"),), none).intent == "greeting"
    assert plan_of((Clarify("when I was ill"),), none).unread == "when I was ill"
    mixed = plan_of((Bye(), DeviceStatus(), DeviceStatus()), none)
    assert mixed.calls == (DeviceStatus(),)


def test_functions_and_schema_name_every_step() -> None:
    assert {tool["name"] for tool in spoken.tools()} == set(BY_NAME)
    assert all(tool["description"] for tool in spoken.tools())
    text = '{"calls": [{"name": "measure", "arguments": {"when": "last night", "metrics": ["hr"]}}]}'
    assert spoken.read_listed(text) == (Measure(when="last night"),)
    for bad in ("[]", '{"calls": []}', '{"calls": [{"name": "shell", "arguments": {}}]}'):
        with pytest.raises(NoPlan):
            spoken.read_listed(bad)
