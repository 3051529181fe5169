"""Answers in other words than the template's: phrases for each of its sentences, checked like any model's."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent.language import tongue
from agent.model.errors import WordsFailed
from agent.model.worded import Worded
from training.language.grammar import said

if TYPE_CHECKING:
    import random

    from agent.model.sayable import Told
    from training.language.turns import Turn

FOLDER: Final = Path(__file__).parent / "wordings"
SLOT: Final = re.compile(r"\{(\w+)\}")
OWN_WORDS: Final = 0.8  # of sentences that have a phrase of their own
DROPPED: Final = 0.5  # of sentences that may be left out
TRIES: Final = 3
MOST: Final = 6  # sentences of an answer


@cache
def wordings(language: str) -> dict[str, str]:
    """A phrase for each key: slots in braces, by the template's own names."""
    path = FOLDER / f"{language}.txt"
    if not path.exists():
        return {}
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if " = " in line)
    return dict(line.split(" = ", 1) for line in lines)


def answer(turn: Turn, chance: random.Random, whose: str) -> str:
    """An answer in slots that passes every check; the template's own sentences where nothing else does."""
    for _try in range(TRIES):
        text = _text(turn, chance, whose, own=True)
        if text and _passes(turn, text):
            return text
    text = _text(turn, chance, whose, own=False)
    return text if text and _passes(turn, text) else ""


def _text(turn: Turn, chance: random.Random, whose: str, *, own: bool) -> str:
    if turn.found is None:
        return ""
    texts = []
    for told in turn.found.told:
        if told.optional and chance.random() < DROPPED:
            continue
        phrase = _phrase(told, chance, turn.sight.language, whose) if own else ""
        texts.append(phrase or told.text)
    wide = turn.sight.language == "zh"
    return ("" if wide else " ").join(text.strip() for text in texts[:MOST])


def _phrase(told: Told, chance: random.Random, language: str, whose: str) -> str:
    phrase = wordings(language).get(told.sentence.key)
    names = told.sentence.names
    if phrase is None or len(names) != len(told.order) or chance.random() > OWN_WORDS:
        return ""
    slots = dict(zip(names, told.order, strict=True))

    def refer(name: str) -> str:
        return whose if name == "$your" else name

    text = said(phrase, chance, refer)
    if set(SLOT.findall(text)) - slots.keys():
        return ""
    text = SLOT.sub(lambda found: "{" + slots[found[1]] + "}", text)
    return text[:1].upper() + text[1:]


def _passes(turn: Turn, text: str) -> bool:
    if turn.found is None:
        return False
    words = Worded(turn.found, turn.evidence, tongue(turn.sight.language))
    try:
        words.feed(text)
    except WordsFailed:
        return False
    ends = sum(text.count(mark) for mark in ".!?\u3002\uff01\uff1f") > 0
    kept = all(verdict.verdict == "SUPPORTED" for verdict in words.verdicts)
    return bool(words.sentences) and not words.repaired and kept and ends
