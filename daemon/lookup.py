"""The agent's tools for programs: the same results and the same sentences as in a conversation."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.compose import tell
from agent.compose.check import checked
from agent.compose.draft import Draft, written
from agent.language import tongue
from agent.reply import CLINICIAN
from agent.scope import scope as scope_of
from agent.tools.look import look
from agent.tools.run import Runner
from agent.when import calendar
from agent.when.model import Kind, Range, Trouble, local, to_ns
from daemon.errors import Misuse
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from agent.language import Tongue
    from agent.scope import Scope
    from agent.tools.args import Call
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look
    from agent.when.model import Clock

EVIDENCE: Final = "E1"  # a result that stands alone is the first of its conversation
ISO_DATE_CHARS: Final = 10


@dataclass(frozen=True, slots=True)
class Lookup:
    """Runs tools for one asker about one wearer, at one moment."""

    scope: Scope

    @property
    def tongue(self) -> Tongue:
        """The wearer's language, as the asker is spoken to."""
        return tongue(self.scope.wearer.language, clinical=self.scope.role == CLINICIAN)

    def run(
        self,
        call: Call,
        span: Range | None = None,
        *,
        ev: str = EVIDENCE,
        earlier: Callable[[str], tuple[Envelope, Mapping[str, Any]] | None] = lambda _ev: None,
    ) -> Envelope:
        """The result of a call, under the name ``ev``.

        ``span`` stands for the call's words where they were already settled; ``earlier``: results that a
        call may refer to, with what their tools were called with.
        """
        found = Runner(self.scope, self.tongue, earlier=earlier).run(call, span)
        return msgspec.structs.replace(found, ev=ev)

    def said(self, envelope: Envelope, hints: frozenset[str] = frozenset()) -> str:
        """The checked template answer about a result; empty where nothing of it holds."""
        scope = self.scope
        whose = self.tongue.names["your" if scope.role == "wearer" else "their"]
        draft = Draft(self.tongue, local(scope.now_ns, scope.tz), whose, scope.signal)
        tell.tell(draft, envelope, hints)
        kept, _ = checked(draft.sentences, {envelope.ev: envelope}, self.tongue.code)
        return written(kept)

    def look(self, span: Range) -> Look:
        """A look at a range, under its name."""
        label = self.tongue.forms.label(span, self.scope.clock)
        return look(self.scope.at(span.spans), span, label)

    def range(self, words: str) -> Range:
        """The range that words, or an ISO 8601 date or moment, stand for.

        Raises:
            Misuse: they stand for none, or for several.
        """
        exact = self._iso(words.strip())
        found = exact or Runner(self.scope, self.tongue).range_of(words, None)
        if isinstance(found, Trouble):
            raise Misuse(f"{words!r} is no time that is understood{_readings(found, self)}")
        return found

    def between(self, begin: str | None, end: str | None) -> Range:
        """From the beginning of one time (else, of all there is) to the end of another (else, to now).

        Raises:
            Misuse: no such times, or they are the wrong way round.
        """
        now_ns = self.scope.now_ns
        first = None if begin is None else self.range(begin)
        last = None if end is None else self.range(end)
        start_ns = self.scope.installed_ns if first is None else first.start_ns
        end_ns = now_ns if last is None else min(last.end_ns, now_ns)
        if end_ns <= start_ns:
            raise Misuse("the end is not after the beginning")
        days = _days(first, last, self.scope.clock)
        return days or Range(start_ns, end_ns, Kind.ALL if first is None and last is None else Kind.SPAN)

    def _iso(self, text: str) -> Range | None:
        """A date as that day, a moment as a nanosecond; what is neither, as None."""
        clock = self.scope.clock
        try:
            if len(text) == ISO_DATE_CHARS:
                day = date.fromisoformat(text)
                return calendar.until_now(calendar.day(clock, day), clock)
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        at_ns = to_ns(moment if moment.tzinfo is not None else moment.replace(tzinfo=clock.tz))
        return Range(at_ns, at_ns + 1, Kind.POINT)


def _days(first: Range | None, last: Range | None, clock: Clock) -> Range | None:
    """Whole days from one to another, under the name that a conversation has for them."""
    if first is None or last is None or {first.kind, last.kind} != {Kind.DAY}:
        return None
    if first.anchor is None or last.anchor is None:
        return None
    return calendar.until_now(calendar.days(clock, first.anchor, last.anchor), clock)


def _readings(trouble: Trouble, lookup: Lookup) -> str:
    labels = [lookup.tongue.forms.label(option, lookup.scope.clock) for option in trouble.options]
    return f"; it may be {' or '.join(labels)}" if labels else ""


@contextmanager
def lookup(path: Path, *, device: str | None, role: str, now: datetime | None) -> Iterator[Lookup]:
    """A lookup over a read-only connection of its own.

    Raises:
        Misuse: it is not said whose recording is meant, and there are several wearers.
        UnknownDevice, UnknownRole, StoreError: as the names say.
    """
    with closing(open_reader(path)) as conn:
        yield over(conn, device=device, role=role, now=now)


def over(conn: sqlite3.Connection, *, device: str | None, role: str, now: datetime | None) -> Lookup:
    """A lookup over an open connection; raises as :func:`lookup` does."""
    found = scope_of(conn, device=device, role=role, now=now)
    if found is None:
        raise Misuse("several people wear wearables here: name one with --device")
    return Lookup(found)
