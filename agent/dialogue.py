"""What a conversation remembers: the last calls, their evidence, the range, a question put back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.requests import AnyRequest
from agent.tools.args import Call
from agent.tools.envelope import Envelope
from agent.when.model import Kind, Range
from storage import dialogues

if TYPE_CHECKING:
    import sqlite3

    from agent.scope import Scope

CONFIRM_NS: Final = 3600 * 10**9  # a yes an hour later is not to the question put back
FORGET_NS: Final = 6 * 3600 * 10**9  # a question asked hours later does not mean the time of the one before


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """A range as JSON."""

    start_ns: int
    end_ns: int
    kind: str
    anchor: date | None = None
    part: str = ""
    pieces: tuple[tuple[int, int], ...] = ()
    count: float = 1
    unit: str = ""

    @classmethod
    def of(cls, span: Range) -> Span:
        """A range, to remember it."""
        return cls(
            span.start_ns,
            span.end_ns,
            span.kind.value,
            span.anchor,
            span.part,
            span.pieces,
            span.count,
            span.unit,
        )

    def range(self) -> Range:
        """The range again."""
        return Range(
            self.start_ns,
            self.end_ns,
            Kind(self.kind),
            self.anchor,
            self.part,
            self.pieces,
            self.count,
            self.unit,
        )


class Pending(msgspec.Struct, frozen=True):
    """A question put back: the calls that wait and the readings to choose from, or what waits for a yes."""

    calls: tuple[Call, ...]
    options: tuple[Span, ...] = ()
    hints: tuple[str, ...] = ()
    request: AnyRequest | None = None  # waits for a yes


class State(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that follow-ups refer to. ``wearer`` and ``role``: nobody else may go on with this conversation."""

    wearer: int
    role: str
    calls: tuple[Call, ...] = ()
    evidence: tuple[str, ...] = ()
    span: Span | None = None
    pending: Pending | None = None
    next_evidence: int = 1
    turns: int = 0
    at_ns: int = 0
    hints: tuple[str, ...] = ()
    language: str = ""  # of the last question whose language was certain


def fresh(scope: Scope) -> State:
    """A conversation that begins."""
    return State(scope.wearer.id, scope.role)


def restored(conn: sqlite3.Connection, session: str, scope: Scope) -> State | None:
    """A stored conversation; None where there is none, or it is somebody else's."""
    stored = dialogues.load_state(conn, session)
    if stored is None:
        return None
    if not stored:
        return fresh(scope)
    try:
        state = msgspec.convert(stored, State)
    except msgspec.ValidationError:
        return None  # of another version: begin anew rather than guess
    if (state.wearer, state.role) != (scope.wearer.id, scope.role):
        return None
    return state


def taken(conn: sqlite3.Connection, session: str) -> bool:
    """Whether a conversation of that name is stored."""
    return dialogues.load_state(conn, session) is not None


def recent(state: State, scope: Scope) -> Range | None:
    """The range that "the night before" leans on; None where the conversation is too old for that."""
    if state.span is None or scope.now_ns - state.at_ns > FORGET_NS:
        return None
    return state.span.range()


def evidence(conn: sqlite3.Connection, session: str, number: str) -> tuple[Envelope, dict[str, Any]] | None:
    """An earlier result of a conversation and what its tool was called with."""
    for item in dialogues.evidence(conn, session):
        if item.id == number:
            try:
                return msgspec.convert(item.envelope, Envelope), item.args
            except msgspec.ValidationError:
                return None  # stored by another version, which told it in another shape
    return None
