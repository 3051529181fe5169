"""Safety in every language: the gate's words, and what is said to somebody in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.dangers import Level
from agent.de import safety as de
from agent.en import safety as en
from agent.es import safety as es
from agent.fr import safety as fr
from agent.zh import safety as zh

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.gate import Alarm, GateWords

TABLES: Final[tuple[GateWords, ...]] = (en.WORDS, de.WORDS, es.WORDS, fr.WORDS, zh.WORDS)
TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": en.TEXTS,
    "de": de.TEXTS,
    "es": es.TEXTS,
    "fr": fr.TEXTS,
    "zh": zh.TEXTS,
}


def said(alarm: Alarm, number: str, *, alerting: bool = False) -> str:
    """What is said first about a danger, in the language it was told in.

    ``number``: whom to call; ``alerting``: others are told, too.
    """
    texts = TEXTS[alarm.language]
    key = f"{alarm.level.value}_{alarm.name}"
    text = texts.get(key, texts[alarm.level.value]).format(number=number)
    return f"{text} {texts['alerted']}" if alerting and alarm.level is Level.ESCALATE else text
