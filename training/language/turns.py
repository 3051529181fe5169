"""Conversations with the real tools: every plan is carried out on a stored history, as a turn does it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent import dialogue
from agent.answer import called
from agent.compose import tell
from agent.compose.draft import Draft
from agent.language import tongue
from agent.model.grounds import grounds
from agent.model.hearing import exchanged, heard
from agent.model.sayable import material
from agent.model.sight import Sight
from agent.model.steps import plan_of
from agent.tools.args import NAMES, Explain, Provenance, when_of
from agent.tools.envelope import Problem
from agent.tools.run import Runner
from agent.when.model import Range, local
from training.language.vocabulary import LANGUAGES, taught

if TYPE_CHECKING:
    from agent.dialogue import State
    from agent.language import Tongue
    from agent.model.sayable import Material
    from agent.model.steps import Step
    from agent.scope import Scope
    from agent.tools.args import Call
    from agent.tools.envelope import Envelope
    from agent.when.model import Trouble
    from training.language.asking import Wish

ASIDE: Final = frozenset({"provenance", "glossary", "add_note", "propose_change", "export"})
TIME_PROBLEMS: Final = (Problem.TIME_AMBIGUOUS, Problem.TIME_FUTURE, Problem.TIME_UNKNOWN)
DEADLINE_S: Final = 10.0
CLINICIAN: Final = "clinician"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn came to. ``found`` None: nothing is worded. ``evidence``: of this turn, by its id."""

    sight: Sight
    steps: tuple[Step, ...]
    found: Material | None = None
    evidence: dict[str, Envelope] = field(default_factory=dict)
    problem: str = ""


@dataclass(slots=True)
class Known:
    """Results that were looked up before, by all that they depend on."""

    results: dict[tuple[Any, ...], tuple[Envelope, Range | None]] = field(default_factory=dict)
    ranges: dict[tuple[Any, ...], Range | Trouble] = field(default_factory=dict)


@dataclass(slots=True)
class Talk:
    """A conversation of somebody in a role. ``moment``: names the history and when it is asked."""

    scope: Scope
    language: str
    moment: tuple[int, int]
    known: Known
    state: State = field(init=False)
    stored: dict[str, tuple[Envelope, dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state = dialogue.fresh(self.scope)

    def begin(self, number: int) -> None:
        """Let results be numbered from here on, as in a conversation that has gone on for long."""
        self.state = msgspec.structs.replace(self.state, next_evidence=number)

    @property
    def tongue(self) -> Tongue:
        """What is spoken."""
        return tongue(self.language, clinical=self.scope.role == CLINICIAN)

    def resolve(self, words: str) -> Range | Trouble:
        """What words for a time stand for, after the last turn."""
        before = dialogue.recent(self.state, self.scope)
        key = (self.moment, self.language, words, before)
        if key not in self.known.ranges:
            self.known.ranges[key] = self._runner().range_of(words, before)
        return self.known.ranges[key]

    def heard(self, wish: Wish) -> Turn | None:
        """A question and its plan, not carried out; None where the plan holds what the question does not."""
        sight = self._sight(wish.question)
        steps = exchanged(wish.steps, wish.question, sight.question)
        return Turn(sight, steps) if all(map(sight.grounds.holds, steps)) else None

    def take(self, wish: Wish, *, look: bool = True) -> Turn | None:
        """The same, carried out. ``look`` False: its times are read, and nothing is looked up."""
        heard = self.heard(wish)
        if heard is None:
            return None
        made = plan_of(wish.steps, wish.hints)
        calls: tuple[Call, ...] = made.calls
        if made.intent == "why" and self.state.evidence:
            calls = (Provenance(evidence=self.state.evidence[0]),)
        if made.intent == "detail":
            return self._detail(heard, made.say)
        if not calls:
            self._after(self.state)
            return heard
        return self._run(heard, wish, calls) if look else self._read(heard, calls)

    def _read(self, heard: Turn, calls: tuple[Call, ...]) -> Turn:
        """Go on as after a turn that found something."""
        words = [each for call in calls if (each := when_of(call)) is not None]
        spans = [self.resolve(each) for each in words]
        trouble = next((each for each in spans if not isinstance(each, Range)), None)
        if trouble is not None:
            self._after(self.state)
            return replace(heard, problem=str(trouble.problem))
        state = msgspec.structs.replace(self.state, next_evidence=self.state.next_evidence + len(calls))
        if not any(map(_aside, calls)):
            span = next((each for each in reversed(spans) if isinstance(each, Range)), None)
            first = self.state.next_evidence
            state = msgspec.structs.replace(
                state,
                calls=calls,
                evidence=tuple(f"E{first + number}" for number in range(len(calls))),
                span=dialogue.Span.of(span) if span else state.span,
            )
        self._after(state)
        return heard

    def _sight(self, question: str) -> Sight:
        state = self.state
        terms = tongue(self.language).glossary
        question = heard(question, taught(self.language) if self.language in LANGUAGES else None)
        return Sight(
            question=question,
            session="",
            role=self.scope.role,
            language=self.language,
            before=state.calls,
            evidence=state.evidence,
            grounds=grounds(question, state.calls, state.evidence, terms),
            deadline_s=DEADLINE_S,
        )

    def _runner(self) -> Runner:
        before = dialogue.recent(self.state, self.scope)
        return Runner(self.scope, self.tongue, before=before, earlier=self.stored.get)

    def _looked_up(self, runner: Runner, call: Call) -> Envelope:
        """A call's result, from before where nothing else was asked."""
        if getattr(call, "evidence", "") or isinstance(call, Provenance):
            return runner.run(call)
        key = (self.moment, self.scope.role, self.language, call, runner.before)
        if key not in self.known.results:
            runner.last = None
            self.known.results[key] = (runner.run(call), runner.last)
        envelope, runner.last = self.known.results[key]
        return envelope

    def _run(self, heard: Turn, wish: Wish, calls: tuple[Call, ...]) -> Turn:
        runner, found = self._runner(), []
        span: Range | None = None
        for number, call in enumerate(calls):
            envelope = self._looked_up(runner, call)
            found.append(msgspec.structs.replace(envelope, ev=f"E{self.state.next_evidence + number}"))
            span = runner.last or span
            runner.before = runner.last or runner.before
        trouble = next((each for each in found if each.error in TIME_PROBLEMS), None)
        if trouble is not None:
            self._after(self.state)
            return replace(heard, problem=str(trouble.error))
        draft = self._draft()
        for envelope in found:
            tell.tell(draft, envelope, wish.hints)
        evidence = {each.ev: each for each in found}
        refused = any(each.error in {Problem.NOT_ASKED_FOR, Problem.PERMISSION} for each in found)
        turn = replace(heard, found=material(draft), evidence=evidence)
        if refused:
            self._after(self.state)
            return turn
        for call, envelope in zip(calls, found, strict=True):
            self.stored[envelope.ev] = (envelope, called(call, envelope).args)
        kept = not any(_aside(call) for call in calls)
        state = msgspec.structs.replace(self.state, next_evidence=self.state.next_evidence + len(found))
        if kept:
            state = msgspec.structs.replace(
                state,
                calls=calls,
                evidence=tuple(each.ev for each in found),
                span=dialogue.Span.of(span) if span else state.span,
                hints=tuple(sorted(wish.hints)),
            )
        self._after(state)
        return turn

    def _detail(self, heard: Turn, wanted: str) -> Turn:
        draft = self._draft()
        found = [self.stored[ev][0] for ev in self.state.evidence if ev in self.stored]
        for envelope in found:
            tell.detail(draft, envelope, wanted)
        self._after(self.state)
        if not draft.sentences:
            return heard
        return replace(heard, found=material(draft), evidence={each.ev: each for each in found})

    def _draft(self) -> Draft:
        whose = self.tongue.names["your" if self.scope.role == "wearer" else "their"]
        return Draft(self.tongue, local(self.scope.now_ns, self.scope.tz), whose, self.scope.signal)

    def _after(self, state: State) -> None:
        self.state = msgspec.structs.replace(
            state, turns=state.turns + 1, at_ns=self.scope.now_ns, language=self.language, pending=None
        )


def _aside(call: Call) -> bool:
    return NAMES[type(call)] in ASIDE or (isinstance(call, Explain) and bool(call.evidence))
