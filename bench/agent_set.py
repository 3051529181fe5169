"""The question set: tables of questions and dialogues, each with what should come of it.

A line is ``question | what is expected | the times it is about``; ``> `` goes on with the dialogue above,
``= name`` begins a category, ``@role device`` says who asks about which wearable. Expected is a tool with the
arguments that matter, or an action; alternatives stand between "/", two times between "vs", ``*`` is
any time. ``!escalate`` is anything but an emergency, ``!wrong`` anything that does not do as it is told.

The tables come in two halves by phrasing: the parser may be improved on the open one; the other is only
scored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent / "agent_questions"
HISTORIES: Final = ("fortnight", "cabin", "house")
HALVES: Final = ("open", "held")
ACTIONS: Final = frozenset({"respond", "followup", "clarify", "refuse", "escalate", "bye"})
ANY_TIME: Final = "*"
NO_TIME: Final = "-"


@dataclass(frozen=True, slots=True)
class Expected:
    """One way to answer: a tool with arguments (as the table writes them), or an action."""

    name: str
    args: str = ""

    @property
    def is_tool(self) -> bool:
        """Whether something is looked up."""
        return self.name not in ACTIONS and not self.name.startswith("!")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, the ways to answer it, and the times each may be about."""

    text: str
    expected: tuple[Expected, ...]
    times: tuple[tuple[str, ...], ...]  # alternatives, each of one or two times

    @property
    def looks_up(self) -> bool:
        """Whether the first way to answer is a tool."""
        return self.expected[0].is_tool


@dataclass(slots=True)
class Dialogue:
    """Turns of one conversation."""

    history: str
    half: str
    category: str
    role: str = "wearer"
    device: str | None = None
    turns: list[Turn] = field(default_factory=list)


@cache
def dialogues() -> tuple[Dialogue, ...]:
    """Everything that is asked."""
    return tuple(
        dialogue
        for history in HISTORIES
        for half in HALVES
        for path in sorted(FOLDER.glob(f"{history}_{half}*.txt"))
        for dialogue in _table(history, half, path.read_text(encoding="utf-8"))
    )


def _table(history: str, half: str, text: str) -> Iterator[Dialogue]:
    category, role, device = "", "wearer", None
    open_: Dialogue | None = None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("= "):
            category = line[2:].strip()
        elif line.startswith("@"):
            role, _, named = line[1:].partition(" ")
            device = None if named in {"", NO_TIME} else named
        elif line.startswith("> ") and open_ is not None:
            open_.turns.append(_turn(line[2:]))
        else:
            if open_ is not None:
                yield open_
            open_ = Dialogue(history, half, category, role, device, [_turn(line)])
    if open_ is not None:
        yield open_


def _turn(line: str) -> Turn:
    text, expected, times = (part.strip() for part in line.split(" | "))
    ways = [way.partition(" ") for way in expected.split(" / ")]
    return Turn(
        text,
        tuple(Expected(name, args) for name, _, args in ways),
        tuple(tuple(one.split(" vs ")) for one in times.split(" / ")),
    )
