"""Other wordings: each passes every check, and they are all that a small model can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from agent.language import LANGUAGES, tongue
from agent.model import phrasebook
from agent.model.sayable import material
from agent.model.worded import Worded
from agent.turn import Agent
from tests.agent.history import NOW
from tests.agent.model.judge import accepts, samples
from tests.agent.model.listener import Listener

if TYPE_CHECKING:
    from pathlib import Path

    from agent.model.engine import Engine

SLOT: Final = re.compile(r"\{([^{}]+)\}")
QUESTIONS: Final = {
    "en": (
        "What was my heart rate last night?",
        "Did I have AF this week?",
        "PR and QT yesterday?",
        "compare today and yesterday",
        "lowest and highest heart rate yesterday",
        "how much was recorded yesterday?",
        "what was my rhythm yesterday?",
        "AF burden this week",
        "summary of last week",
        "how many early beats yesterday?",
        "how is my heart rate now?",
        "my longest pause this week",
    ),
    "de": (
        "Wie war mein Puls letzte Nacht?",
        "Hatte ich diese Woche Vorhofflimmern?",
        "PQ und QT gestern?",
        "Zusammenfassung der letzten Woche",
        "Wie viele Extraschläge gestern?",
    ),
    "es": (
        "¿Cómo estuvo mi pulso anoche?",
        "¿Tuve fibrilación auricular esta semana?",
        "resumen de la semana pasada",
        "PR y QT de ayer",
    ),
    "fr": (
        "Quel était mon pouls la nuit dernière ?",
        "Ai-je eu une fibrillation auriculaire cette semaine ?",
        "résumé de la semaine dernière",
        "PR et QT hier",
    ),
    "zh": ("昨晚我的心率是多少", "这周有房颤吗", "上周的总结", "昨天的PR和QT"),
}


def slots(template: str) -> set[str]:
    return set(SLOT.findall(template)) - {"your"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_words_have_the_slots_of_their_sentence(code: str) -> None:
    own = tongue(code)
    assert own.other_words.keys() <= own.sentences.keys()
    for key, ways in own.other_words.items():
        assert ways
        for way in ways:
            assert slots(way) == slots(own.sentences[key]), (key, way)
            assert way != own.sentences[key]
            assert way.endswith((".", "。")), way
        assert len(set(ways)) == len(ways)


def test_clinicians_are_told_in_the_words_meant_for_them() -> None:
    assert tongue("en", clinical=True).other_words == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_wording_of_what_is_found_stands_before_the_check(code: str, weeks_db: Path) -> None:
    listener = Listener()
    agent = Agent(weeks_db, model=listener)
    for question in QUESTIONS[code]:
        agent.ask(question, now=NOW)
    seen: set[str] = set()
    for draft, evidence in listener.drafts:
        assert draft.tongue.code == code
        for told in material(draft).told:
            for way in phrasebook.ways(told):
                made = Worded(material(draft), evidence, draft.tongue)
                made.feed(way)
                assert [verdict.verdict for verdict in made.verdicts] == ["SUPPORTED"], way
                assert made.used >= slots(told.text)
                seen.add(told.sentence.key)
    assert len(seen) >= len(QUESTIONS[code])


def test_nothing_but_the_book_can_be_written(engine: Engine, weeks_db: Path) -> None:
    listener = Listener()
    Agent(weeks_db, model=listener).ask("What was my heart rate last night?", now=NOW)
    found = material(listener.drafts[0][0])
    assert phrasebook.varied(found)
    rules = phrasebook.grammar(found)
    first, *others = found.told
    rest = "".join(phrasebook.spaced(told.text) for told in others).rstrip()
    for way in phrasebook.ways(first):
        assert accepts(engine, rules, f"{way} {rest}")
    assert not accepts(engine, rules, "{E1.when} your heart beat calmly at {E1.hr}.")
    assert not accepts(engine, rules, first.text), "all of it is told"
    for text in samples(engine, rules, 20, tokens=400):
        made = Worded(found, listener.drafts[0][1], tongue("en"))
        made.feed(text)
        whole = made.whole()
        assert whole is not None
        assert len(made.sentences) == len(found.told)
