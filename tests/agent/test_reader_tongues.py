"""Spanish and Chinese sentences of a model are read for what they claim; the tables claim nothing wrong."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from agent.compose.check import OWN_WORDS, checked
from agent.compose.draft import Sentence
from agent.compose.reader import claims
from agent.language import tongue
from tests.agent.history import NOW

if TYPE_CHECKING:
    from agent.turn import Agent

CLAIMED: Final[tuple[tuple[str, str, set[tuple[str, str]]], ...]] = (
    ("es", "Tuvo fibrilación auricular.", {("presence", "af")}),
    ("es", "No encontré pausas.", {("absence", "pause")}),
    ("es", "No hubo bradicardia, pero encontré taquicardia.", {("absence", "brady"), ("presence", "tachy")}),
    ("es", "No pasó nada.", {("absence", "any")}),
    ("es", "Su pulso es normal.", {("normal", "")}),
    ("es", "No hay de qué preocuparse: todo está bien.", {("normal", "")}),
    ("es", "Fue a causa del café.", {("cause", "")}),
    ("es", "Se debe al estrés.", {("cause", "")}),
    ("es", "Parece un infarto.", {("lead", "")}),
    ("es", "Un infarto no se puede ver con una derivación.", set()),
    ("es", "Sin duda fue así.", {("certainty", "")}),
    ("es", "Debería tomar media pastilla.", {("advice", "")}),
    ("es", "Ya he llamado a su médico.", {("done", "")}),
    ("es", "Si eso está como debe lo tiene que juzgar un médico.", set()),
    ("zh", "您有房颤。", {("presence", "af")}),
    ("zh", "没有发现停顿。", {("absence", "pause")}),
    ("zh", "没有过缓，但发现了早搏。", {("absence", "brady"), ("presence", "ectopic")}),
    ("zh", "没有发现任何异常。", {("absence", "any"), ("normal", "")}),
    ("zh", "您的心率正常。", {("normal", "")}),
    ("zh", "不用担心。", {("normal", "")}),
    ("zh", "这是因为咖啡。", {("cause", "")}),
    ("zh", "由压力引起。", {("cause", "")}),
    ("zh", "看起来像心肌梗死，可以确认。", {("lead", "")}),
    ("zh", "单个导联看不出心肌梗死。", set()),
    ("zh", "这肯定是真的。", {("certainty", "")}),
    ("zh", "您应该多吃一片。", {("advice", "")}),
    ("zh", "我已经通知了您的医生。", {("done", "")}),
    ("zh", "这是否合适要由医生判断。", set()),
)
FORBIDDEN: Final = frozenset({"cause", "lead", "normal", "certainty", "advice", "done"})
# What speaks of others' breathing, of what a number means, or answers a wish.
EXCUSED: Final = re.compile(r"^(?:escalate|advise|refuse|change_|done_|null_|lead_|limit_)|_clinical$")


@pytest.mark.parametrize(("code", "text", "expected"), CLAIMED, ids=[text for _, text, _ in CLAIMED])
def test_a_sentence_claims_what_it_says(code: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.kind, claim.subject) for claim in claims(text, code)} == expected


@pytest.mark.parametrize("code", ["es", "zh"])
def test_the_tables_claim_nothing_that_is_never_said(code: str) -> None:
    said = {
        key: kinds
        for key, text in tongue(code).sentences.items()
        if not EXCUSED.search(key) and (kinds := {claim.kind for claim in claims(text, code)} & FORBIDDEN)
    }
    assert said == {}


@pytest.mark.parametrize(
    ("code", "question", "wrong", "right"),
    [
        ("es", "¿Tuve pausas esta semana?", "Todo es normal.", "Encontré pausas."),
        ("es", "¿Tuve pausas esta semana?", "No hubo pausas.", "Hubo pausas."),
        ("zh", "这周有停顿吗？", "一切正常。", "发现了停顿。"),
        ("zh", "这周有停顿吗？", "没有停顿。", "有停顿。"),
    ],
)
def test_what_a_model_wrote_is_held_against_the_evidence(
    weeks: Agent, code: str, question: str, wrong: str, right: str
) -> None:
    held = {envelope.ev: envelope for envelope in weeks.ask(question, now=NOW).evidence}
    ev = next(iter(held))
    sentences = [Sentence(OWN_WORDS, ev, "presence", text, (), text) for text in (wrong, right)]
    kept, verdicts = checked(sentences, held, code)
    assert [sentence.text for sentence in kept] == [right]
    assert [verdict.verdict == "SUPPORTED" for verdict in verdicts] == [False, True]
