"""The sealed lists today: nothing that was ever mended is lost again, and a text costs little."""

from __future__ import annotations

import time
from zoneinfo import ZoneInfo

import pytest

from agent.dangers import Level
from agent.gate import MAX_CHARS, gate
from agent.language import tongue
from agent.medication import refused
from agent.policy import asks_for_doses
from agent.question import read
from agent.when.model import Clock
from tests.agent.dangers_in.sealed import FIRST_LOOK, FIRST_LOOK_AT_MEDICINES, sealed

CLOCK = Clock(1_741_780_800_000_000_000, ZoneInfo("Europe/Berlin"))
SETS = [(name, language) for name, languages in FIRST_LOOK.items() for language in languages]
MEDIAN_S = 0.002  # of a phrase: nobody waits for the gate
HOSTILE_S = 0.1  # of the longest text there is, on a machine that is busy; under 0.02 s on one that is not


def escalates(text: str) -> bool:
    alarm = gate().check(text)
    return alarm is not None and alarm.level is Level.ESCALATE


@pytest.mark.parametrize(("name", "language"), SETS)
def test_danger_in_a_sealed_list_escalates(name: str, language: str) -> None:
    texts = sealed(name, language, "must")
    assert len(texts) == FIRST_LOOK[name][language][1]
    assert [text for text in texts if not escalates(text)] == []


@pytest.mark.parametrize(("name", "language"), SETS)
def test_what_is_harmless_in_a_sealed_list_is_no_emergency(name: str, language: str) -> None:
    texts = sealed(name, language, "must not")
    assert len(texts) == FIRST_LOOK[name][language][3]
    assert [text for text in texts if escalates(text)] == []


def advises(text: str, language: str) -> bool:
    return refused(text) is not None or asks_for_doses(read(text, CLOCK, tongue(language).speech))


@pytest.mark.parametrize(
    ("name", "language"), [(name, each) for name, first in FIRST_LOOK_AT_MEDICINES.items() for each in first]
)
def test_advice_on_medicines_is_refused_and_looking_up_is_not(name: str, language: str) -> None:
    assert [text for text in sealed(name, language, "must") if not advises(text, language)] == []
    assert [text for text in sealed(name, language, "must not") if advises(text, language)] == []


def test_a_phrase_costs_little() -> None:
    texts = [text for name, language in SETS for text in sealed(name, language, "must")]
    spent = []
    for text in texts:
        began = time.process_time()
        gate().check(text)
        spent.append(time.process_time() - began)
    assert sorted(spent)[len(spent) // 2] < MEDIAN_S


@pytest.mark.parametrize(
    "piece",
    ["no ", "a ", "pain in in ", "chset pian ", "\u80f8", "si me ", "x'", "gzip ", "! a", "I feel ok. "],
)
def test_a_hostile_text_costs_little(piece: str) -> None:
    began = time.process_time()
    gate().check(piece * (MAX_CHARS // len(piece) + 1))
    assert time.process_time() - began < HOSTILE_S
