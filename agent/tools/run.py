"""Runs a tool call: words to a range, a range to a look, a look to an envelope."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.anchors import settled
from agent.language import tongue
from agent.tools import (
    alert,
    compare,
    events,
    explain,
    measure,
    provenance,
    rhythm,
    status,
    summary,
    trend,
    wishes,
)
from agent.tools import args as calls
from agent.tools.envelope import Envelope, Problem
from agent.tools.look import Look, limits_in_force, look
from agent.when.model import Kind, Range, TimeProblem, Trouble
from agent.when.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.language import Tongue
    from agent.requests import AnyRequest
    from agent.scope import Scope

PLANS: Final = "en"  # the language of the times that a plan sets by itself ("the past week")
USUAL_DAYS: Final = 14  # "than usual" is told against this many days before
TROUBLES: Final = {
    TimeProblem.FUTURE: Problem.TIME_FUTURE,
    TimeProblem.AMBIGUOUS: Problem.TIME_AMBIGUOUS,
    TimeProblem.UNKNOWN: Problem.TIME_UNKNOWN,
}


TOOLS: Final[Mapping[type[Any], Callable[[Look, Any], Envelope]]] = {
    calls.Measure: measure.run,
    calls.Classify: rhythm.classify,
    calls.Burden: rhythm.burden,
    calls.FindEvents: events.run,
    calls.Trend: trend.run,
    calls.CoverageOf: status.coverage,
    calls.ListAlerts: status.alerts,
    calls.ListNotes: status.diary,
    calls.Summarize: summary.run,
    calls.Explain: explain.run,
    calls.ExplainAlert: alert.run,
}
# Their names need more of a range than its ends, which are all that an earlier result keeps.
NAMED_BY_MORE: Final = frozenset({Kind.PAST, Kind.PART, Kind.PARTS, Kind.DAYS, Kind.NIGHT, Kind.NIGHTS})
WITHOUT_DEVICE: Final = frozenset({"list_notes", "add_note"})  # these are about the person alone


class Option(msgspec.Struct, frozen=True):
    """One reading of an ambiguous phrase."""

    start: str
    start_ns: int
    end_ns: int
    kind: str
    label: str


class TimeTrouble(msgspec.Struct, frozen=True):
    """A phrase that gave no range."""

    phrase: str
    reason: str
    options: tuple[Option, ...] = ()


class Explained(msgspec.Struct, frozen=True):
    """A word and what it means."""

    term: str
    meaning: str


@dataclass(slots=True)
class Runner:
    """Runs calls for one asker. ``before``: the range follow-ups lean on; ``earlier``: evidence by its id."""

    scope: Scope
    tongue: Tongue
    before: Range | None = None
    earlier: Callable[[str], tuple[Envelope, Mapping[str, Any]] | None] = field(default=lambda _ev: None)
    last: Range | None = None  # what the newest call resolved to
    request: AnyRequest | None = None  # what the newest call asks the caller to do

    def run(self, call: calls.Call, span: Range | None = None) -> Envelope:
        """One call; ``span`` stands for the words where they were already settled."""
        match call:
            case calls.DeviceStatus():
                return status.device(self.scope)
            case calls.Glossary():
                return self._meaning(call)
            case calls.Provenance():
                found = self.earlier(call.evidence)
                earlier, said = found or (None, {})
                return provenance.run(self.scope, earlier, said, limits_in_force(self.scope.conn))
            case calls.ProposeChange():
                made, self.request = wishes.change(self.scope, call)
                return made
            case calls.Explain() if call.evidence and span is None:
                return self._explained(call)
            case _:
                return self._timed(call, span)

    def _timed(self, call: calls.Call, span: Range | None) -> Envelope:
        name = calls.NAMES[type(call)]
        found = span or self.range_of(calls.when_of(call) or "", self.before)
        if isinstance(found, Trouble):
            return self._trouble(name, found)
        self.last = found
        view = self.look(found)
        if not self.scope.device and name not in WITHOUT_DEVICE:
            return Envelope(
                ok=False,
                ev="",
                tool=name,
                data={"newest": None, "why": "no_device"},
                resolved=view.resolved(),
                error=Problem.NO_DATA,
            )
        if isinstance(call, calls.Compare):
            return self._compare(view, call)
        if isinstance(call, calls.AddNote | calls.Export):
            made, self.request = (
                wishes.note(view, call) if isinstance(call, calls.AddNote) else wishes.export(view, call)
            )
            return made
        return TOOLS[type(call)](view, call)

    def _explained(self, call: calls.Explain) -> Envelope:
        """Explain a finding in the range of an earlier result."""
        found = self.earlier(call.evidence)
        resolved = found[0].resolved if found else None
        if resolved is None:
            data = {"why": "no_evidence"}
            return Envelope(ok=False, ev="", tool="explain", data=data, error=Problem.NO_DATA)
        kind = Kind(resolved.kind)
        span = Range(resolved.start_ns, resolved.end_ns, Kind.SPAN if kind in NAMED_BY_MORE else kind)
        return self._timed(call, span)

    def range_of(self, words: str, before: Range | None) -> Range | Trouble:
        """The range that words stand for: the asker's own, or the English ones that plans are made of."""
        found = resolve(words, self.scope.clock, self.tongue.speech.times, before)
        if isinstance(found, Trouble) and found.problem is TimeProblem.UNKNOWN and self.tongue.code != PLANS:
            own = resolve(words, self.scope.clock, tongue(PLANS).speech.times, before)
            found = found if isinstance(own, Trouble) else own
        return settled(found, self.scope)

    def look(self, span: Range) -> Look:
        """A look at a range, under its name."""
        return look(self.scope.at(span.spans), span, self.tongue.forms.label(span, self.scope.clock))

    def _compare(self, view: Look, call: calls.Compare) -> Envelope:
        if not call.b:
            other = compare.usual(view, USUAL_DAYS)
            return compare.run(view, call, self.look(other.span))
        found = self.range_of(call.b, view.span)
        if isinstance(found, Trouble):
            return self._trouble("compare", found)
        return compare.run(view, call, self.look(found))

    def _trouble(self, name: str, trouble: Trouble) -> Envelope:
        clock = self.scope.clock
        options = tuple(
            Option(
                self.scope.iso(option.start_ns),
                option.start_ns,
                option.end_ns,
                option.kind.value,
                self.tongue.forms.label(option, clock),
            )
            for option in trouble.options
        )
        said = TimeTrouble(trouble.phrase, trouble.reason, options)
        return Envelope(
            ok=False, ev="", tool=name, data=msgspec.to_builtins(said), error=TROUBLES[trouble.problem]
        )

    def _meaning(self, call: calls.Glossary) -> Envelope:
        meaning = self.tongue.glossary.get(call.term)
        if meaning is None:
            return Envelope(
                ok=False, ev="", tool="glossary", data={"term": call.term}, error=Problem.METRIC_UNKNOWN
            )
        return Envelope(
            ok=True, ev="", tool="glossary", data=msgspec.to_builtins(Explained(call.term, meaning))
        )
