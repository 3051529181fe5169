"""Five languages: whole tables, sentences that read as their own language, the same answers in each."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Final

import pytest

from agent.compose.forbidden import forbidden
from agent.compose.reader import claims
from agent.detection import heard, language_of
from agent.language import CLINICAL, LANGUAGES, Tongue, known, tongue
from agent.phrases import words
from daemon.alarm_rules import RULES
from storage import dialogues
from storage.writer import exclusive
from tests.agent.history import NOW
from tests.agent.tongue_questions import FOLLOWED, QUESTIONS, Question

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.answer import Answer
    from agent.turn import Agent

ENGLISH: Final = tongue("en")
OTHERS: Final = tuple(code for code in LANGUAGES if code != "en")
ALARMS: Final = frozenset(f"alarm_{rule}" for rule in RULES)  # their own text is stored in English
# English words that no other of the languages has: one of them in an answer is a sentence half translated.
FOREIGN: Final = words(
    """
    the of and is were with that this from which could not for you your have has had analyse heart there
    their they found time last night because
    """
)
QUOTED: Final = re.compile("\u201c[^\u201d\u201c]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb")
# What is stored as it came: names of wearables, texts of alerts, of models and of rules.
STORED: Final = re.compile(
    r"Anna's strap|strap-1|Atrial fibrillation for \d+ minutes|No data from \S+ for \d+ minutes|"
    r"Battery of \S+ is low|hearth alarms"
)


def _slots(template: str) -> frozenset[str]:
    """The slots of a template; a possessive may be left out."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name) - {"your"}


def _plain(table: Mapping[str, str]) -> set[str]:
    return {key for key in table if not key.endswith(CLINICAL)}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_key_of_english_and_no_other(code: str) -> None:
    own = tongue(code)
    assert known(code) == code
    assert _plain(own.sentences) == _plain(ENGLISH.sentences)
    assert _plain(own.names) == _plain(ENGLISH.names) | ALARMS
    assert _plain(own.glossary) == _plain(ENGLISH.glossary)
    assert own.speech.terms.keys() == ENGLISH.glossary.keys() - {
        key for key in ENGLISH.glossary if key.endswith(CLINICAL)
    }


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_the_clinical_wordings_of_english(code: str) -> None:
    own = tongue(code)
    for mine, english in (
        (own.sentences, ENGLISH.sentences),
        (own.names, ENGLISH.names),
        (own.glossary, ENGLISH.glossary),
    ):
        clinical = {key for key in english if key.endswith(CLINICAL)}
        assert clinical <= mine.keys()
        assert {key.removesuffix(CLINICAL) for key in mine if key.endswith(CLINICAL)} <= mine.keys()


@pytest.mark.parametrize("code", OTHERS)
def test_sentences_have_the_slots_of_english(code: str) -> None:
    own = tongue(code).sentences
    differing = {
        key: _slots(own[key]) ^ _slots(text)
        for key, text in ENGLISH.sentences.items()
        if key in own and _slots(own[key]) != _slots(text)
    }
    assert not differing


@pytest.mark.parametrize("code", OTHERS)
def test_counted_things_have_both_forms(code: str) -> None:
    own = tongue(code).names
    wrong = [key for key, text in ENGLISH.names.items() if key in own and ("|" in text) != ("|" in own[key])]
    assert not wrong


@pytest.mark.parametrize("code", OTHERS)
def test_questions_name_the_things_that_intents_weigh(code: str) -> None:
    own = tongue(code).speech
    assert own.concepts.keys() == ENGLISH.speech.concepts.keys()
    assert own.not_on_one_lead.keys() == ENGLISH.speech.not_on_one_lead.keys()
    assert own.not_measured.keys() == ENGLISH.speech.not_measured.keys()
    assert own.buckets.keys() == ENGLISH.speech.buckets.keys()


@pytest.mark.parametrize("code", OTHERS)
def test_tables_hold_no_english(code: str) -> None:
    own = tongue(code)
    foreign = {
        key: found
        for key, text in {**own.sentences, **own.names, **own.glossary}.items()
        if (found := _english(text))
    }
    assert not foreign


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_clinician_is_spoken_to_in_clinical_words(code: str) -> None:
    plain, clinical = tongue(code), tongue(code, clinical=True)
    assert clinical.clinical
    assert clinical.sentences["burden"] == plain.sentences[f"burden{CLINICAL}"]
    assert clinical.names["n_brady"] != plain.names["n_brady"]
    assert clinical.sentences["hello"] == plain.sentences["hello"]


def test_a_language_that_is_not_written_is_english() -> None:
    assert tongue("xx") is ENGLISH
    assert tongue("de-AT").code == "de"


def _bare(value: object) -> object:
    """Results without the names of ranges, which each language has its own."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != "label"}
    return [_bare(each) for each in value] if isinstance(value, list | tuple) else value


def _english(text: str) -> set[str]:
    bare = STORED.sub("", QUOTED.sub("", re.sub(r"\{\w+\}", "", text)))
    return {word for word in re.findall(r"[^\W\d_]+", bare.lower()) if word in FOREIGN}


def _sound(answer: Answer, code: str) -> None:
    """What every answer must be, whatever it says."""
    text = answer.answer
    assert "{" not in text
    assert "}" not in text
    assert "  " not in text
    assert text == text.strip()
    assert {verdict.verdict for verdict in answer.verdicts} <= {"SUPPORTED"}
    if code != "en":
        assert not _english(text)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_the_same_answer_in_every_language(weeks: Agent, question: Question) -> None:
    english = weeks.ask(question.en, now=NOW)
    _sound(english, "en")
    assert english.state.language == "en"
    for code in OTHERS:
        _same(english, weeks.ask(getattr(question, code), now=NOW), code)


def _same(english: Answer, answer: Answer, code: str) -> None:
    _sound(answer, code)
    assert answer.state.language == code
    assert answer.action == english.action
    assert [call.tool for call in answer.calls] == [call.tool for call in english.calls]
    assert [envelope.resolved and envelope.resolved.start for envelope in answer.evidence] == [
        envelope.resolved and envelope.resolved.start for envelope in english.evidence
    ]
    assert [envelope.resolved and envelope.resolved.end for envelope in answer.evidence] == [
        envelope.resolved and envelope.resolved.end for envelope in english.evidence
    ]
    for own, other in zip(answer.evidence, english.evidence, strict=True):
        if own.tool not in {"glossary", "add_note"}:
            assert _bare(own.data) == _bare(other.data)


@pytest.mark.long
@pytest.mark.parametrize("role", ["caregiver", "clinician"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_role_is_answered_in_its_language(weeks: Agent, code: str, role: str) -> None:
    for question in QUESTIONS:
        answer = weeks.ask(getattr(question, code), now=NOW, role=role)
        _sound(answer, code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_follow_up_keeps_the_language_of_the_conversation(weeks_db: Path, weeks: Agent, code: str) -> None:
    first, second, sign, confirm = FOLLOWED[code]
    began = weeks.ask(first, now=NOW)
    with exclusive(weeks_db) as conn:
        dialogues.store_turn(conn, began.record())
    for words_ in (second, confirm):
        answer = weeks.ask(words_, now=NOW, session=began.session)
        assert answer.state.language == code
        _sound(answer, code)
    then = weeks.ask(second, now=NOW, session=began.session)
    assert [call.tool for call in then.calls] == [call.tool for call in began.calls]
    assert sign in (then.evidence[0].resolved.label if then.evidence[0].resolved else "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_says_nothing_of_a_language_is_answered_in_the_wearers(code: str) -> None:
    assert language_of("AF?", code) == code
    assert language_of("QTc 440", code) == code
    assert language_of("ok", code) == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_of_a_question_is_heard(code: str) -> None:
    for question in QUESTIONS:
        assert heard(getattr(question, code))[0] == code, getattr(question, code)


def test_the_wearers_language_is_spoken_where_nothing_else_is_heard(talk_db: Path) -> None:
    from agent.turn import Agent  # noqa: PLC0415 - a store of its own

    with exclusive(talk_db) as conn:
        conn.execute("UPDATE wearers SET language = 'fr'")
    answer = Agent(talk_db).ask("AF?", now=NOW)
    assert answer.state.language == "fr"
    _sound(answer, "fr")


def _every(own: Tongue) -> list[str]:
    return [*own.sentences.values(), *own.names.values(), *own.glossary.values()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_tables_are_tidy(code: str) -> None:
    for text in _every(tongue(code)):
        assert "  " not in text
        assert text.count("{") == text.count("}")


# These claim nothing of a recording: what to do in danger, refusals, what was done, names of limits.
FIXED: Final = ("escalate", "advise", "ask_doctor", "done_", "refuse_", "change_", "limit_", "lead_")
CLAIMING: Final = {
    "de": (
        "Das kommt von dem Kaffee, weil Sie nervös waren.",
        "Ihr Herz ist gesund.",
        "Das ist zweifellos so.",
    ),
    "fr": ("C'est à cause du café.", "Votre cœur est en bonne santé.", "C'est certainement le cas."),
    "es": ("Se debe a la cafeína.", "Su corazón está sano.", "Sin duda es así."),
    "zh": (
        "\u8fd9\u662f\u56e0\u4e3a\u5496\u5561\u3002",
        "\u60a8\u7684\u5fc3\u810f\u6b63\u5e38\u3002",
        "\u8fd9\u80af\u5b9a\u662f\u623f\u98a4\u3002",
    ),
}


@pytest.mark.parametrize("code", OTHERS)
def test_causes_judgements_and_certainty_are_read_in_every_language(code: str) -> None:
    for text, kind in zip(CLAIMING[code], ("cause", "normal", "certainty"), strict=True):
        assert kind in {claim.kind for claim in forbidden(text, code)}, text


@pytest.mark.parametrize("code", OTHERS)
def test_tables_say_nothing_that_is_never_said(code: str) -> None:
    own = tongue(code)
    said = {key: text for key, text in {**own.sentences, **own.names}.items() if not key.startswith(FIXED)}
    wrong = {key: found for key, text in said.items() if (found := forbidden(text, code))}
    assert not wrong


READ: Final[tuple[tuple[str, str, set[tuple[str, str]]], ...]] = (
    ("de", "Sie hatten Vorhofflimmern.", {("presence", "af")}),
    ("de", "Pausen habe ich letzte Nacht nicht gefunden.", {("absence", "pause")}),
    ("de", "Ich habe kein Vorhofflimmern gefunden.", {("absence", "af")}),
    ("de", "Ein Herzinfarkt ist zu sehen.", {("lead", "")}),
    ("de", "Einen Herzinfarkt kann ich aus einer Ableitung nicht erkennen.", set()),
    ("de", "Der Puls ist normal.", {("normal", "")}),
    ("fr", "Vous avez eu de la fibrillation auriculaire.", {("presence", "af")}),
    ("fr", "Je n'ai pas trouv\u00e9 de pauses.", {("absence", "pause")}),
    ("fr", "On voit un infarctus.", {("lead", "")}),
    ("fr", "Un infarctus ne peut \u00eatre vu sur une seule d\u00e9rivation.", set()),
    ("fr", "C'est d\u00fb au caf\u00e9, provoqu\u00e9 par lui.", {("cause", "")}),
)


@pytest.mark.parametrize(("code", "text", "expected"), READ, ids=[text for _, text, _ in READ])
def test_a_sentence_is_read_for_what_it_claims(code: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.kind, claim.subject) for claim in claims(text, code)} == expected


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_quoted_is_not_the_answers_own_claim(code: str) -> None:
    quoted = tongue(code).names["quoted"].replace("|", CLAIMING[code][0])
    assert not forbidden(quoted, code)
