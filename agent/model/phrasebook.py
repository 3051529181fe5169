"""The grammar of an answer by a small model: each sentence as the template has it, or otherwise.

Which wording fits the question is the model's to choose; sentences of its own making a small model cannot
be trusted with: of ten answers in free words that left a figure out, six were no sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.compose.draft import WIDE
from agent.model.gbnf import Rules, one_of
from agent.model.wording import MAX_SENTENCES

if TYPE_CHECKING:
    from agent.model.sayable import Material, Told


def ways(told: Told) -> tuple[str, ...]:
    """All wordings of a sentence in slots, the template's first."""
    return (told.text, *told.otherwise)


def varied(found: Material) -> bool:
    """Whether there is anything to choose."""
    return any(told.otherwise for told in found.told[:MAX_SENTENCES])


def grammar(found: Material) -> str:
    """GBNF of an answer: the first sentences of the template in order, each in one of its wordings."""
    rules = Rules()
    told = found.told[:MAX_SENTENCES]
    rules.add("root", " ".join(f"sentence{number}" for number in range(len(told))))
    for number, each in enumerate(told):
        last = number == len(told) - 1
        rules.add(f"sentence{number}", one_of(way if last else spaced(way) for way in ways(each)))
    return rules.text()


def spaced(text: str) -> str:
    """A sentence with the space before the next; Chinese marks hold it."""
    return text if text.endswith(WIDE) else f"{text} "
