"""Asking the whole set of one store, and keeping what came."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.turn import Agent
from bench.agent_reference import Reference
from bench.agent_score import argued
from dsp.types import HearthError
from storage import dialogues as stored
from storage.database import connect, transaction
from storage.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent.answer import Answer
    from agent.model.seam import Mind
    from bench.agent_histories import History
    from bench.agent_ranges import Span
    from bench.agent_reference import Fact
    from bench.agent_set import Dialogue, Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn, what came of it, and what should have.

    ``answer`` None: it failed. ``spans``: for each alternative of the table its times, None for any.
    ``facts``: what must be said, where that was worked out. ``cpu_s``: of this process alone.
    """

    dialogue: Dialogue
    number: int  # of the turn in its dialogue
    turn: Turn
    answer: Answer | None
    spans: tuple[tuple[Span, ...] | None, ...]
    facts: tuple[Fact, ...]
    seconds: float
    cpu_s: float

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Which question this is, in every store."""
        first = self.dialogue.turns[0].text
        return self.dialogue.history, first, self.number, self.turn.text


def ask_all(
    history: History, asked: Iterable[Dialogue], model: Mind | None = None, *, referring: bool = True
) -> list[Asked]:
    """Every dialogue of a store that may be written to, in a conversation of its own.

    ``referring``: what must be said is worked out for each turn, which takes as long as to ask it.
    """
    with ExitStack() as stack:
        stack.enter_context(locked(history.path))
        conn = stack.enter_context(closing(connect(history.path)))
        conn.execute("PRAGMA synchronous = OFF")  # a copy that is thrown away
        conversing = _Conversing(history, conn, Agent(history.path, model=model), referring=referring)
        return [each for number, talk in enumerate(asked) for each in conversing.of(talk, f"bench-{number}")]


@dataclass(frozen=True, slots=True)
class _Conversing:
    """Asks one store. ``conn``: writes what was said, which follow-ups lean on."""

    history: History
    conn: sqlite3.Connection
    agent: Agent
    referring: bool

    def of(self, dialogue: Dialogue, session: str) -> Iterator[Asked]:
        """The turns of a dialogue, asked one after the other."""
        device = self.history.device(dialogue.device)
        calendar = self.history.zones[device]
        talking = len(dialogue.turns) > 1
        for number, turn in enumerate(dialogue.turns):
            began, began_cpu = time.perf_counter(), time.process_time()
            answer = self._asked(turn, dialogue, session if talking else None)
            seconds, cpu_s = time.perf_counter() - began, time.process_time() - began_cpu
            if talking and answer is not None:
                with transaction(self.conn):
                    stored.store_turn(self.conn, answer.record())
            spans = tuple(
                None if times[0] == "*" else tuple(calendar.span(each) for each in times if each != "-")
                for times in turn.times
            )
            facts: tuple[Fact, ...] = ()
            if self.referring:
                facts = _facts(Reference(self.conn, device, dialogue.role), turn, answer, spans)
            yield Asked(dialogue, number, turn, answer, spans, facts, seconds, cpu_s)

    def _asked(self, turn: Turn, dialogue: Dialogue, session: str | None) -> Answer | None:
        try:
            return self.agent.ask(
                turn.text, device=dialogue.device, session=session, role=dialogue.role, now=self.history.now
            )
        except (HearthError, sqlite3.Error):
            return None


def _facts(
    reference: Reference,
    turn: Turn,
    answer: Answer | None,
    spans: tuple[tuple[Span, ...] | None, ...],
) -> tuple[Fact, ...]:
    """What must be said: of the way and time to answer that was taken, else of the first."""
    ways = [way for way in turn.expected if way.is_tool]
    if not ways:
        return ()
    taken = answer.calls if answer else ()
    fitting = (way for way in ways for call in taken if call.tool == way.name and argued(way, call.args))
    way = next(fitting, ways[0])
    if way.name == "find_events" and any(call.args.get("limit") == 1 for call in taken):
        return ()  # the longest or the last is asked for, and not how many there were
    looked = [_looked(envelope.resolved) for envelope in answer.evidence] if answer else []
    times = next((each for each in spans if each and each[0] in looked), spans[0])
    return tuple(reference.facts(way, times)) if times is not None else ()


def _looked(resolved: object) -> Span:
    return getattr(resolved, "start_ns", 0), getattr(resolved, "end_ns", 0)
