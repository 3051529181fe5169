from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from agent.compose.check import checked
from agent.compose.draft import written
from agent.language import tongue
from agent.model import wording
from agent.model.errors import WordsFailed
from agent.model.sayable import Material, drafted, material
from agent.model.watched import watched
from agent.model.worded import Worded, lint
from agent.turn import Agent
from tests.agent.history import NOW
from tests.agent.model.judge import accepts, samples
from tests.agent.model.listener import Listener

if TYPE_CHECKING:
    from pathlib import Path

    from agent.compose.draft import Draft
    from agent.model.engine import Engine
    from agent.tools.envelope import Envelope

QUESTIONS = (
    "What was my heart rate last night?",
    "Did I have AF this week?",
    "PR and QT yesterday?",
    "was my resting rate normal last night?",
    "any pauses in the last week?",
    "compare today and yesterday",
    "trend of my heart rate this week",
    "how much was recorded yesterday?",
    "what was my rhythm yesterday?",
    "any alerts?",
    "what did I note?",
    "is the battery all right?",
    "summary of last week",
    "how many early beats yesterday?",
    "heart rate last night and AF yesterday",
)


@pytest.fixture(scope="module")
def drafts(weeks_db: Path) -> list[tuple[Draft, dict[str, Envelope]]]:
    listener = Listener()
    agent = Agent(weeks_db, model=listener)
    for question in QUESTIONS:
        agent.ask(question, now=NOW)
    assert len(listener.drafts) == len(QUESTIONS)
    return listener.drafts


def worded(found: tuple[Draft, dict[str, Envelope]], text: str) -> Worded:
    draft, evidence = found
    made = Worded(material(draft), evidence, tongue("en"))
    made.feed(text)
    return made


def test_the_grammar_takes_every_template_answer(
    engine: Engine, drafts: list[tuple[Draft, dict[str, Envelope]]]
) -> None:
    said = 0
    for draft, _evidence in drafts:
        held = material(draft)
        rules = wording.grammar(held.slots)
        for told in held.told:
            assert accepts(engine, rules, told.text), told.text
            assert lint(told.text, held.slots)
        said += len(held.told)
    assert said > 25


def test_a_template_answer_in_slots_is_the_template_answer(
    drafts: list[tuple[Draft, dict[str, Envelope]]],
) -> None:
    reworded = 0
    for draft, evidence in drafts:
        held = material(draft)
        own = worded((draft, evidence), drafted(held.told))
        made = own.whole()
        if made is None:
            continue
        reworded += 1
        kept, _verdicts = checked(draft.sentences, evidence)
        assert sorted(sentence.text for sentence in made[0]) == sorted(sentence.text for sentence in kept)
        assert all(verdict.verdict == "SUPPORTED" for verdict in own.verdicts)
    assert reworded > 8


@pytest.mark.parametrize(
    ("slots", "count"),
    [
        (("E1.hr", "E1.when", "E12.pr_2"), 50),
        ((), 20),
        pytest.param(("E1.hr", "E1.when", "E12.pr_2"), 2000, marks=pytest.mark.long),
    ],
)
def test_no_figure_outside_a_slot_and_no_unknown_slot_can_be_written(
    engine: Engine, slots: tuple[str, ...], count: int
) -> None:
    made = samples(engine, wording.grammar(slots), count, tokens=200)
    assert len(made) > 0.5 * count
    for text in made:
        found = re.findall(r"\{([^{}]*)\}", text)
        assert set(found) <= set(slots)
        assert not any(sign.isdecimal() or wording.figure(sign) for sign in re.sub(r"\{[^{}]*\}", "", text))
        assert text[-1] in wording.ENDS
    if slots:
        assert {name for text in made for name in re.findall(r"\{([^{}]*)\}", text)} == set(slots)


@pytest.mark.parametrize(
    "text",
    [
        "It was 58.",
        "It was \u00b2.",
        "It was \u0665.",
        "It was \uff15.",
        "It was \u2167.",
        "\u5fc3\u7387\u4e94\u5341\u516b\u3002",
        "It was {E2.hr}.",
        "It was {E1.hr.",
        "It was {E1.h}.",
        "It was {E1.hr}}.",
        "{}.",
        "<b>{E1.hr}</b>.",
        "a. b. c. d. e. f. g.",
        "no end",
        "",
        f"{'a' * 320}.",
    ],
)
def test_what_no_answer_may_hold_cannot_be_written(engine: Engine, text: str) -> None:
    rules = wording.grammar(["E1.hr"])
    assert accepts(engine, rules, "It was {E1.hr}, and that is all (really). Good night!")
    assert accepts(engine, rules, "Ihr Puls lag bei {E1.hr}. \u00c4hnlich.")
    assert accepts(engine, rules, "\u60a8\u7684\u5fc3\u7387\u662f{E1.hr}\u3002")
    assert not accepts(engine, rules, text)


def test_own_words_are_heard_sentence_by_sentence(drafts: list[tuple[Draft, dict[str, Envelope]]]) -> None:
    draft, evidence = drafts[0]
    heard: list[str] = []
    made = Worded(material(draft), evidence, tongue("en"), heard.append)
    text = "Hello again! {E1.when} your heart beat at {E1.hr}, quietly. The rest is below."
    for start in range(0, len(text), 3):
        made.feed(text[start : start + 3])
    assert heard[0] == "Hello again!"
    assert heard[-1] == "The rest is below."
    whole = made.whole()
    assert whole is not None
    said = written(whole[0])
    assert heard[1].endswith("your heart beat at 53 bpm, quietly.")
    assert "I could analyse 8 h of it (100 %)." in said  # left out by the words, added by the template
    assert "Half of the time" not in said


@pytest.mark.parametrize(
    "text",
    [
        "Your heart is healthy.",
        "You had no atrial fibrillation.",
        "Your heart rate was sixty-two.",
        "{E1.when} your heart rate was normal at {E1.hr}.",
        "{E1.hr} was because of the coffee.",
        "Your QT interval was {E1.hr}.",
        "There was a pause, and then {E1.hr}.",
        "It was never above {E1.hr}.",
        "It didn't exceed {E1.hr}.",
        "Take more bisoprolol, {E1.hr} allows it.",
        "You had a stroke {E1.when}.",
        "You may die at {E1.hr}.",
        "Call an ambulance: {E1.hr}.",
        "Take two tablets.",
        "Everything looked calm.",
        "You had a stroke.",
        "Please tell your doctor that you want pills.",
        "Die Nacht war ruhig.",
        "\u4f60\u7684\u5fc3\u810f\u5f88\u5f3a\u58ee\u3002",
        "It was {E9.hr}.",
        "It was {E1.hr}, or 99.",
    ],
)
def test_what_the_template_does_not_say_is_dropped(
    drafts: list[tuple[Draft, dict[str, Envelope]]], text: str
) -> None:
    made = worded(drafts[0], text)
    assert not made.sentences
    assert [verdict.verdict for verdict in made.verdicts] == ["UNSUPPORTED"]
    assert made.whole() is None


def test_words_that_fail_twice_are_waited_for_no_longer(
    drafts: list[tuple[Draft, dict[str, Envelope]]],
) -> None:
    made = Worded(material(drafts[0][0]), drafts[0][1], tongue("en"))
    with pytest.raises(WordsFailed):
        made.feed("Your heart rate was {E1.hr}. Your heart is healthy. You had a stroke. And so on.")
    assert made.dropped == 2
    whole = made.whole()
    assert whole is not None
    assert written(whole[0]).startswith("Your heart rate was 53 bpm.")


def test_a_figure_under_the_wrong_name_is_mended_once(
    drafts: list[tuple[Draft, dict[str, Envelope]]],
) -> None:
    right = worded(drafts[2], "Your PR interval was {E1.pr}.")
    wrong = worded(drafts[2], "Your PR interval was {E1.qt}.")
    assert (right.repaired, wrong.repaired) == (0, 1)
    assert wrong.sentences[0].text == right.sentences[0].text
    assert wrong.used == {"E1.pr"}  # so the template tells the other
    assert [verdict.verdict for verdict in wrong.verdicts] == ["CONTRADICTED", "SUPPORTED"]
    assert worded(drafts[2], "Your heart rate was {E1.qt}.").sentences == []


def test_one_sentence_may_draw_on_two_results(drafts: list[tuple[Draft, dict[str, Envelope]]]) -> None:
    found = drafts[-1]
    held = material(found[0])
    assert {slot.ev for slot in held.slots.values()} == {"E1", "E2"}
    share = next(name for name, slot in held.slots.items() if slot.ev == "E2" and slot.text[0].isdigit())
    made = worded(found, f"Your heart rate was {{E1.hr}}, and then {{{share}}}.")
    assert [verdict.ev for verdict in made.verdicts] == ["E1", "E2"]
    assert len(made.sentences) == 1


def test_a_slot_that_its_evidence_does_not_hold_is_dropped(
    drafts: list[tuple[Draft, dict[str, Envelope]]],
) -> None:
    draft, _evidence = drafts[0]
    made = worded((draft, {"E1": drafts[1][1]["E1"]}), "Your heart rate was {E1.hr}.")
    assert not made.sentences
    assert made.verdicts[0].verdict == "UNSUPPORTED"


def test_lists_and_absences_keep_their_words(drafts: list[tuple[Draft, dict[str, Envelope]]]) -> None:
    notes = material(drafts[10][0])
    assert any(sentence.own_line for sentence in notes.kept)
    assert not any(told.text.endswith(":") for told in notes.told)
    pauses = material(drafts[4][0])
    assert any(sentence.claim == "absence" for sentence in pauses.kept)


def test_watched_words_are_found_in_five_languages() -> None:
    for text in (
        "it isn't",
        "kein Puls",
        "sans pause",
        "sin pausas",
        "\u6ca1\u6709",
        "due to stress",
        "sixty",
    ):
        assert watched(text), text
    assert not watched("Your heart beat at a steady rate through the night.")
    assert isinstance(Material((), (), {}).slots, dict)
