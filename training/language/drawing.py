"""What a phrase came to when it was drawn: codes for its plan, and words that its plan copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent.asks import finding_of
from agent.model.grounds import GLYPH, WORD
from agent.tools import args as calls

if TYPE_CHECKING:
    from agent.dialogue import State
    from training.language.grammar import Head

MARK: Final = 0xE000  # the first of the characters that stand for copied words


@dataclass(slots=True)
class Drawn:
    """What a phrase's references came to: codes for the plan, and words that are copied into it."""

    codes: dict[str, str] = field(default_factory=dict)
    copied: dict[str, str] = field(default_factory=dict)  # by its mark
    marks: dict[str, str] = field(default_factory=dict)  # by its name
    family: str = "two"
    person: str = ""  # who is spoken about


def possible(head: Head, state: State) -> bool:
    """Whether a head's question makes sense after what was asked before."""
    after = head.options.get("after")
    if after is None:
        return True
    if not state.calls or not state.evidence:
        return False
    if after == "when":
        return state.span is not None and any(calls.when_of(call) is not None for call in state.calls)
    if after == "finding":
        return bool(finding_of(state))
    names = {calls.NAMES[type(call)] for call in state.calls}
    return after == "any" or bool(names & set(after.split(",")))


def spelled(question: str, shown: str, copied: dict[str, str]) -> dict[str, str]:
    """What was copied as it is spelled in the question."""
    words = dict.fromkeys(copied, "")
    place = 0
    for sign in question:
        if sign in copied:
            words[sign] = plain(shown[place : place + len(copied[sign])])
            place += len(copied[sign])
        else:
            place += 1
    return words


def plain(text: str) -> str:
    """Words as a plan copies them: without marks, and joined as they are written."""
    if GLYPH.search(text):
        return "".join(WORD.findall(text))
    return " ".join(WORD.findall(text))
