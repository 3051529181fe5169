"""Spanish is whole, and finds and says the same as English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from agent.en.tongue import TONGUE as ENGLISH
from agent.es.tongue import TONGUE
from tests.agent.history import NOW
from tests.agent.translated import Pair, check, same_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.answer import Answer
    from agent.turn import Agent

PAIRS: Final = (
    Pair("¿Tuve fibrilación auricular anoche?", "Did I have atrial fibrillation last night?", "find_events"),
    Pair("¿Cuál fue mi pulso ayer?", "What was my pulse yesterday?", "measure"),
    Pair("cual fue mi frequencia cardiaca ayer", "what was my heart rate yesterday", "measure"),
    Pair("¿Cuál fue el pulso más bajo anoche?", "What was the lowest pulse last night?", "measure"),
    Pair("¿Cuál fue la frecuencia más alta esta semana?", "What was the highest rate this week?", "measure"),
    Pair(
        "¿Cuándo latió más rápido mi corazón ayer?",
        "When was my heart rate highest yesterday?",
        "find_events",
    ),
    Pair("¿Hubo pausas esta semana?", "Were there any pauses this week?", "find_events"),
    Pair("¿Cuántas pausas tuve la semana pasada?", "How many pauses did I have last week?", "find_events"),
    Pair("¿Cuánto se registró ayer?", "How much was recorded yesterday?", "coverage"),
    Pair("¿Cómo está la batería?", "How is the battery?", "device_status"),
    Pair("Hazme un resumen de anoche", "Give me a summary of last night", "summarize"),
    Pair("¿Cómo pasé la noche de ayer?", "How was last night?", "summarize"),
    Pair("Compara anoche con la noche anterior", "Compare last night with the night before", "compare"),
    Pair("¿Hubo alertas esta semana?", "Were there any alerts this week?", "list_alerts"),
    Pair("¿Por qué saltó la última alerta?", "Why was the last alert raised?", "explain_alert"),
    Pair("¿Qué significa QT?", "What does QT mean?", "glossary"),
    Pair("¿Qué es la fibrilación auricular?", "What is atrial fibrillation?", "glossary"),
    Pair("¿Qué notas tengo de esta semana?", "What notes do I have this week?", "list_notes"),
    Pair("Muéstrame el trazado de la pausa", "Show me the strip of the pause", "export"),
    Pair("¿Cuánto tiempo estuve en fibrilación esta semana?", "How long was I in AF this week?", "burden"),
    Pair(
        "¿Cómo ha evolucionado mi pulso en reposo las últimas dos semanas?",
        "How has my resting pulse developed over the last two weeks?",
        "trend",
    ),
    Pair("¿Mi QTc es normal?", "Is my QTc normal?", "measure"),
    Pair("¿Tuve latidos extra ayer?", "Did I have extra beats yesterday?", "classify"),
    Pair("¿Estuvo por encima de 100 lpm ayer?", "Was it above 100 bpm yesterday?", "find_events"),
    Pair("¿Qué pasó el domingo?", "What happened on Sunday?", "summarize"),
    Pair("¿mi ritmo era regular anoche?", "Was my rhythm regular last night?", "classify"),
    Pair("¿Por qué dices que tuve fibrilación anoche?", "Why do you say I had AF last night?", "explain"),
    Pair("cuando fue la ultima ves que tuve fibrilasion", "When did I last have AF?", "find_events"),
    Pair("¿Cuál es mi presión arterial?", "What is my blood pressure?", "refuse"),
    Pair("¿Tengo bloqueo de rama izquierda?", "Do I have a left bundle branch block?", "refuse"),
    Pair("¿Cuál será mi pulso mañana?", "What will my pulse be tomorrow?", "refuse"),
    Pair("hola", "hello", "respond"),
    Pair("adiós", "goodbye", "bye"),
    Pair("¿Qué puedes hacer?", "What can you do?", "respond"),
)
ENGLISH_WORDS: Final = re.compile(
    r"\b(?:the|was|were|your|you|heart|rate|found|could|analysed?|episodes?|beats?|recorded|with|from|and|is|of|"
    r"last|night|today|yesterday|bpm|strips?|alerts?|doctor's|wearable|medical)\b",
    re.IGNORECASE,
)
STORED: Final = re.compile(
    r"Anna's strap|Atrial fibrillation for 5 minutes|No data from [^(]*|Battery of \S+ is low"
)


def english_words(text: str) -> list[str]:
    return ENGLISH_WORDS.findall(STORED.sub("", text))


ALARM: Final = "alarm_"  # names of alarms, which English tells as they are stored


def test_the_tables_have_the_keys_and_slots_of_english() -> None:
    assert same_keys(TONGUE.sentences, ENGLISH.sentences) == {}
    names = {key: text for key, text in TONGUE.names.items() if not key.startswith(ALARM)}
    assert same_keys(names, ENGLISH.names) == {}
    assert same_keys(TONGUE.glossary, ENGLISH.glossary) == {}
    assert TONGUE.speech.terms.keys() == ENGLISH.speech.terms.keys() <= TONGUE.glossary.keys()
    assert TONGUE.speech.concepts.keys() == ENGLISH.speech.concepts.keys()
    assert TONGUE.speech.not_on_one_lead.keys() == ENGLISH.speech.not_on_one_lead.keys()
    assert TONGUE.speech.not_measured.keys() == ENGLISH.speech.not_measured.keys()
    assert TONGUE.speech.buckets.keys() == ENGLISH.speech.buckets.keys()


def test_the_tables_speak_spanish() -> None:
    spoken = {**TONGUE.sentences, **TONGUE.names, **TONGUE.glossary}
    bare = {key: re.sub(r"\{\w*\}|hearth alarms|Hearth", "", text) for key, text in spoken.items()}
    assert {key: english_words(text) for key, text in bare.items() if english_words(text)} == {}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.text)
def test_a_question_finds_the_same_and_is_answered_in_spanish(weeks: Agent, pair: Pair) -> None:
    check(weeks, pair, english_words)


def test_figures_are_written_as_in_spanish(weeks: Agent) -> None:
    said = weeks.ask("¿Cuántas pausas tuve esta semana?", now=NOW).answer
    assert "2 pausas" in said
    assert "durante 4,1 s" in said
    assert "el mar 11 de marzo a las 3:15" in said
    said = weeks.ask("¿Cuál fue mi pulso ayer?", now=NOW).answer
    assert "lpm" in said
    assert "Pude analizar 24 h (100 %)" in said


def test_one_and_several_agree(weeks: Agent) -> None:
    assert "1 episodio de fibrilación" in weeks.ask("¿Tuve fibrilación auricular anoche?", now=NOW).answer
    assert "4 episodios de fibrilación" in weeks.ask("¿Cuándo tuve fibrilación este mes?", now=NOW).answer


@pytest.mark.parametrize("text", ["¿Debo tomar más bisoprolol?", "¿puedo dejar las pastillas?"])
def test_medicines_are_not_advised_on(weeks: Agent, text: str) -> None:
    answer = weeks.ask(text, now=NOW)
    assert answer.action.value == "refuse"
    assert "farmacéutico" in answer.answer


def test_what_was_noted_can_be_looked_up(weeks: Agent) -> None:
    answer = weeks.ask("¿Qué medicación anoté esta semana?", now=NOW)
    assert answer.calls[0].tool == "list_notes"
    assert "bisoprolol" in answer.answer


def test_an_emergency_is_answered_in_spanish(weeks: Agent) -> None:
    answer = weeks.ask("me duele mucho el pecho", now=NOW)
    assert answer.action.value == "escalate"
    assert english_words(answer.answer) == []


def test_clinicians_are_spoken_to_in_clinical_words(weeks: Agent) -> None:
    said = weeks.ask("¿Tuvo bradicardia esta semana?", now=NOW, role="clinician").answer
    assert "1 episodio de bradicardia" in said
    assert "1 fase lenta" in weeks.ask("¿Tuve fases lentas esta semana?", now=NOW).answer


def test_a_conversation_goes_on(talk: Callable[..., Answer]) -> None:
    assert talk("¿Tuve fibrilación auricular anoche?").calls[0].tool == "find_events"
    before = talk("¿Y la noche anterior?")
    assert before.calls[0].tool == "find_events"
    assert before.calls[0].resolved is not None
    assert before.calls[0].resolved["end"].startswith("2025-03-11T06:00")
    assert "no encontré fibrilación auricular" in before.answer
    source = talk("¿Cómo lo sabes?")
    assert source.calls[0].tool == "provenance"
    assert english_words(source.answer.replace(source.answer[source.answer.find("- ") :], "")) == []
    assert talk("gracias").answer == "De nada."


def test_a_note_waits_for_a_yes(talk: Callable[..., Answer]) -> None:
    asked = talk("anota: paseo junto al lago")
    assert asked.calls[0].args["kind"] == "activity"
    assert "¿Lo anoto como actividad" in asked.answer
    assert talk("sí").answer == "Lo he anotado."
