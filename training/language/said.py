"""Answers in other words than the template's: as the phrase book has them, checked like any model's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.language import tongue
from agent.model.errors import WordsFailed
from agent.model.phrasebook import spaced, ways
from agent.model.worded import Worded
from agent.model.wording import MAX_SENTENCES

if TYPE_CHECKING:
    import random

    from agent.model.sayable import Material
    from training.language.turns import Turn

TEMPLATE: Final = 0.2  # of sentences that could be said otherwise
TRIES: Final = 3


def answer(turn: Turn, chance: random.Random) -> str:
    """An answer in slots that passes every check; the template's own sentences where nothing else does."""
    if turn.found is None:
        return ""
    for share in (*(TEMPLATE for _try in range(TRIES)), 1.0):
        text = _text(turn.found, chance, share)
        if _passes(turn, text):
            return text
    return ""


def _text(found: Material, chance: random.Random, template: float) -> str:
    """The found, each sentence in a wording drawn by chance. ``template``: the share of its own words."""
    drawn = (
        told.text if chance.random() < template else chance.choice(ways(told))
        for told in found.told[:MAX_SENTENCES]
    )
    return "".join(map(spaced, drawn)).strip()


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
