"""Figures, times and lengths of finished answers, read in every language and held against the evidence."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from agent.compose.facts import facts
from agent.compose.judge import judge
from agent.compose.reader import claims
from agent.forms import LocalForms
from agent.language import tongue
from tests.agent.history import NOW

if TYPE_CHECKING:
    from agent.turn import Agent

TOLD: Final = frozenset({"value", "duration", "clock", "date"})
READ: Final[tuple[tuple[str, str, list[tuple[str, float, str]]], ...]] = (
    ("en", "Less than 0.1 % of it, 10 s in all.", [("value", 0.1, "%"), ("duration", 10, "s")]),
    ("de", "Ihr Puls war 1.072 ms, 7,5 % davon.", [("value", 1072, "ms"), ("value", 7.5, "%")]),
    ("de", "Die längste dauerte 1 h 52 min.", [("duration", 6720, "s")]),
    ("de", "Es begann am 9. März um 02:10 Uhr.", [("date", 9, ""), ("clock", 130, "")]),
    ("de", "Zwei Pausen und 3 Episoden.", [("value", 2, "count"), ("value", 3, "count")]),
    ("es", "La frecuencia fue de 72 lpm, un 3,6 %.", [("value", 72, "bpm"), ("value", 3.6, "%")]),
    (
        "es",
        "Empezó el 9 de marzo a las 2:10 y duró 22 min.",
        [("date", 9, ""), ("clock", 130, ""), ("duration", 1320, "s")],
    ),
    ("es", "Encontrados las dos veces: tres pausas.", [("value", 3, "count")]),
    ("fr", "Le pouls était de 72 bpm, 3,6 % du temps.", [("value", 72, "bpm"), ("value", 3.6, "%")]),
    (
        "fr",
        "Le 9 mars à 14h30, pendant 7 h 40 min.",
        [("date", 9, ""), ("clock", 870, ""), ("duration", 27600, "s")],
    ),
    ("fr", "Les deux fois : quatre pauses.", [("value", 4, "count")]),
    ("zh", "心率为72次/分，占3.6%。", [("value", 72, "bpm"), ("value", 3.6, "%")]),
    (
        "zh",
        "3月9日下午2:30开始，持续1小时52分钟。",
        [("date", 9, ""), ("clock", 870, ""), ("duration", 6720, "s")],
    ),
    ("zh", "凌晨12:05有两次停顿。", [("clock", 5, ""), ("value", 2, "count")]),
)
ASKED: Final = {
    "de": ("Wie war mein Puls letzte Nacht?", "Fasse letzte Woche zusammen", "Gab es diese Woche Pausen?"),
    "es": ("¿Cuál fue mi pulso anoche?", "Resume la semana pasada", "¿Hubo pausas esta semana?"),
    "fr": (
        "Quel était mon pouls hier ?",
        "Résume la semaine dernière",
        "Y a-t-il eu des pauses cette semaine ?",
    ),
    "zh": ("昨晚我的心率是多少？", "总结一下上周", "这周有停顿吗？"),
}


@pytest.mark.parametrize(("code", "text", "expected"), READ, ids=[text for _, text, _ in READ])
def test_figures_are_read_as_they_are_written(
    code: str, text: str, expected: list[tuple[str, float, str]]
) -> None:
    found = [(claim.kind, claim.value, claim.unit) for claim in claims(text, code) if claim.kind in TOLD]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("code", ASKED)
def test_what_is_said_holds_and_another_figure_does_not(weeks: Agent, code: str) -> None:
    read, wrong, passed = 0, 0, []
    for question in ASKED[code]:
        answer = weeks.ask(question, now=NOW)
        held = [facts(envelope) for envelope in answer.evidence]
        for line in answer.answer.splitlines():
            for claim in claims(line, code):
                if claim.kind not in TOLD or _hour_alone(claim.text):
                    continue
                assert judge(claim, held) == "SUPPORTED", (claim, line)
                read += 1
                other = re.sub(r"\d+(?!.*\d)", _other, claim.text)
                altered = [
                    each for each in claims(line.replace(claim.text, other), code) if each.text == other
                ]
                ok = any(judge(each, held) != "SUPPORTED" for each in altered)
                wrong += ok
                passed += [] if ok else [(claim.kind, claim.text, other, len(altered))]
    assert read >= 20
    assert wrong >= 0.7 * read, passed  # another day of the range may be told, and a count of the same number


def _other(match: re.Match[str]) -> str:
    """Another figure as long as this one, that a clock may show."""
    figures = match.group()
    return f"{(int(figures) + 23) % 60 if len(figures) > 1 else (int(figures) + 4) % 9 + 1:0{len(figures)}d}"


def _hour_alone(text: str) -> bool:
    """French writes "6 h" for the hour of a day, too."""
    return re.fullmatch(r"\d+\s?h", text) is not None


def test_every_language_reads_what_its_forms_write() -> None:
    for code in ("de", "es", "fr", "zh"):
        forms = tongue(code).forms
        assert isinstance(forms, LocalForms)
        for value, unit in ((58.0, "bpm"), (1072.0, "ms"), (3.2, "%"), (47.0, "%")):
            told = [claim for claim in claims(forms.number(value, unit), code) if claim.kind == "value"]
            assert [(claim.value, claim.unit) for claim in told] == [(value, unit)], (code, value, unit)
        for seconds in (45, 190, 2400, 27_600):
            found = [
                claim.value for claim in claims(forms.duration(seconds), code) if claim.kind == "duration"
            ]
            assert found == [seconds], (code, seconds)
        told = [claim for claim in claims(forms.number(0.04, "%"), code) if claim.kind == "value"]
        assert [(claim.value, claim.bound) for claim in told] == [(0.1, "less")], code
