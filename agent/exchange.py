"""The course of one turn, from the question to the checked answer.

The order is fixed: danger first, then what is refused, then what leans on the conversation, then tools, then
sentences, then the check of every sentence against the evidence.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from agent import dialogue, followup
from agent.answer import Action, Answer, Called, called
from agent.compose import tell
from agent.compose.check import Verdict, checked
from agent.compose.draft import Draft, written
from agent.compose.slots import Label, Name
from agent.gate import Level, gate
from agent.language import tongue
from agent.model.seam import Asked
from agent.plan import Plan, Setting, plan
from agent.policy import refusal
from agent.tools.args import Provenance
from agent.tools.envelope import Envelope, Problem
from agent.tools.run import Runner
from agent.when.model import Range, local
from storage.sessions import RR

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from agent.language import Tongue
    from agent.model.seam import Mind
    from agent.scope import Scope
    from agent.tools.args import Call

SESSION_BYTES: Final = 8  # of randomness in a new conversation's name
SAID: Final = {"bye": Action.BYE, "refuse": Action.REFUSE, "clarify": Action.CLARIFY}  # else: respond
TIME_PROBLEMS: Final = (Problem.TIME_AMBIGUOUS, Problem.TIME_FUTURE, Problem.TIME_UNKNOWN)


@dataclass(slots=True)
class Exchange:
    """The state of answering one question; see :class:`agent.turn.Agent` for its parts."""

    conn: sqlite3.Connection
    scope: Scope
    question: str
    session: str | None
    emergency: str
    mind: Mind | None = None  # a language model; without one, rules and templates answer
    heard: Callable[[str], None] | None = None  # takes the model's sentences as they come
    timings: dict[str, float] = field(default_factory=dict)
    advice: str = ""  # said before the answer

    def run(self) -> Answer:
        """The answer."""
        began = time.perf_counter()
        danger = gate(self.tongue.gate).check(self.question)
        self._time("gate", began)
        state = self._state()
        if danger is not None and danger.level is Level.ESCALATE:
            return self._say(state, Action.ESCALATE, f"escalate_{danger.name}")
        if danger is not None:
            key = f"advise_{danger.name}"
            self.advice = self._text(key if key in self.tongue.sentences else "advise")
        return self._answer(state)

    @property
    def tongue(self) -> Tongue:
        """The wearer's language."""
        return tongue(self.scope.wearer.language)

    def _time(self, name: str, began: float) -> None:
        self.timings[name] = round(time.perf_counter() - began, 6)

    def _state(self) -> dialogue.State:
        if self.session is not None:
            found = dialogue.restored(self.conn, self.session, self.scope)
            if found is not None:
                return found
            if dialogue.taken(self.conn, self.session):
                self.session = None  # somebody else's conversation: begin one of its own
        if self.session is None:
            self.session = secrets.token_hex(SESSION_BYTES)
        return dialogue.fresh(self.scope)

    def _answer(self, state: dialogue.State) -> Answer:
        began = time.perf_counter()
        before = dialogue.recent(state, self.scope)
        setting = Setting(self.scope.clock, self.tongue.speech, before)
        reading = setting.read(self.question)
        if state.pending is not None:
            picked = followup.chosen(reading, state.pending, self.scope.clock)
            if picked is not None:
                self._time("plan", began)
                return self._run(state, state.pending.calls, frozenset(state.pending.hints), span=picked)
        leaning = followup.follow(reading, state)
        refused = None if leaning and (leaning.calls or leaning.detail) else refusal(reading)
        if refused is not None:
            self._time("plan", began)
            slots = {"what": Name(refused.what)} if refused.what else {}
            return self._say(state, Action.REFUSE, refused.key, **slots)
        made = self.mind.plan(self._asked(state)) if self.mind else None
        if made is None and leaning is not None:
            made = leaning.plan
        if made is None:
            made = plan(reading, setting, again=before is not None)
        self._time("plan", began)
        return self._carry_out(state, made)

    def _carry_out(self, state: dialogue.State, made: Plan) -> Answer:
        if made.unread:
            return self._say(state, Action.CLARIFY, "time_not_understood", phrase=Label(made.unread))
        match made.intent:
            case "why":
                return self._why(state)
            case "detail":
                return self._detail(state, made.say)
            case "bye" | "refuse" | "clarify" | "help" | "greeting" | "thanks":
                action = SAID.get(made.intent, Action.RESPOND)
                return self._say(state, action, "hello" if made.intent == "greeting" else made.say)
        if not made.intent:
            strip = "strip" in made.hints and self.scope.signal == RR
            return self._say(state, Action.REFUSE, "refuse_strip" if strip else "refuse_scope")
        return self._run(state, made.calls, made.hints)

    def _runner(self, state: dialogue.State) -> Runner:
        name = self.session or ""
        return Runner(
            self.scope,
            self.tongue,
            before=dialogue.recent(state, self.scope),
            earlier=lambda number: dialogue.evidence(self.conn, name, number),
        )

    def _run(
        self,
        state: dialogue.State,
        wanted: tuple[Call, ...],
        hints: frozenset[str],
        *,
        span: Range | None = None,
    ) -> Answer:
        began = time.perf_counter()
        runner = self._runner(state)
        found: list[Envelope] = []
        for number, call in enumerate(wanted):
            envelope = runner.run(call, span)
            found.append(msgspec.structs.replace(envelope, ev=f"E{state.next_evidence + number}"))
            runner.before = runner.last or runner.before
        self._time("tools", began)
        trouble = next((each for each in found if each.error in TIME_PROBLEMS), None)
        if trouble is not None:
            return self._trouble(state, wanted, hints, trouble)
        began = time.perf_counter()
        draft = self._draft()
        for envelope in found:
            tell.tell(draft, envelope, hints)
        text, verdicts = self._checked(state, draft, found)
        self._time("compose", began)
        kept = not any(envelope.tool in {"provenance", "glossary"} for envelope in found)
        after = msgspec.structs.replace(
            state,
            calls=wanted if kept else state.calls,
            evidence=tuple(each.ev for each in found) if kept else state.evidence,
            span=dialogue.Span.of(runner.last) if runner.last and kept else state.span,
            pending=None,
            next_evidence=state.next_evidence + len(found),
            hints=tuple(sorted(hints)),
        )
        made = tuple(called(call, envelope) for call, envelope in zip(wanted, found, strict=True))
        return self._made(after, Action.TOOLS, text, made=made, found=tuple(found), verdicts=verdicts)

    def _trouble(
        self,
        state: dialogue.State,
        wanted: tuple[Call, ...],
        hints: frozenset[str],
        trouble: Envelope,
    ) -> Answer:
        if trouble.error is Problem.TIME_FUTURE:
            return self._say(
                state,
                Action.REFUSE,
                "refuse_future",
                phrase=Label(str(trouble.data.get("phrase", ""))),
            )
        options = tuple(
            dialogue.Span(option["start_ns"], option["end_ns"], option["kind"])
            for option in trouble.data.get("options", ())
        )
        draft = self._draft()
        tell.tell(draft, trouble, hints)
        waiting = dialogue.Pending(wanted, options, tuple(sorted(hints))) if options else None
        after = msgspec.structs.replace(state, pending=waiting)
        return self._made(after, Action.CLARIFY, written(draft.sentences))

    def _why(self, state: dialogue.State) -> Answer:
        if not state.evidence:
            return self._say(state, Action.RESPOND, "nothing_before")
        return self._run(
            state, tuple(Provenance(evidence=number) for number in state.evidence[:1]), frozenset()
        )

    def _detail(self, state: dialogue.State, wanted: str) -> Answer:
        began = time.perf_counter()
        draft = self._draft()
        found = [
            stored[0]
            for number in state.evidence
            if (stored := dialogue.evidence(self.conn, self.session or "", number)) is not None
        ]
        for envelope in found:
            tell.detail(draft, envelope, wanted)
        if not draft.sentences:
            return self._say(state, Action.CLARIFY, "no_such_detail")
        text, verdicts = self._checked(state, draft, found)
        self._time("compose", began)
        return self._made(state, Action.FOLLOWUP, text, found=tuple(found), verdicts=verdicts)

    def _draft(self) -> Draft:
        whose = self.tongue.names["your" if self.scope.role == "wearer" else "their"]
        return Draft(self.tongue, local(self.scope.now_ns, self.scope.tz), whose, self.scope.signal)

    def _text(self, key: str, **slots: Label | Name) -> str:
        draft = self._draft()
        draft.add(key, {"number": Label(self.emergency), **slots})
        return written(draft.sentences)

    def _say(self, state: dialogue.State, action: Action, key: str, **slots: Label | Name) -> Answer:
        """A sentence of the language's table, with nothing looked up."""
        after = msgspec.structs.replace(state, pending=None)
        return self._made(after, action, self._text(key, **slots))

    def _asked(self, state: dialogue.State) -> Asked:
        language = self.scope.wearer.language
        return Asked(self.question, self.session or "", self.scope.role, language, state, self.heard)

    def _checked(
        self, state: dialogue.State, draft: Draft, found: list[Envelope]
    ) -> tuple[str, tuple[Verdict, ...]]:
        evidence = {envelope.ev: envelope for envelope in found}
        worded = self.mind.compose(self._asked(state), draft, evidence) if self.mind else None
        if worded is not None:
            return written(worded[0]), tuple(worded[1])
        kept, verdicts = checked(draft.sentences, evidence)
        return written(kept) or self._text("nothing_certain"), tuple(verdicts)

    def _made(
        self,
        state: dialogue.State,
        action: Action,
        text: str,
        *,
        made: tuple[Called, ...] = (),
        found: tuple[Envelope, ...] = (),
        verdicts: tuple[Verdict, ...] = (),
    ) -> Answer:
        after = msgspec.structs.replace(state, turns=state.turns + 1, at_ns=self.scope.now_ns)
        return Answer(
            session=self.session or "",
            action=action,
            calls=made,
            evidence=found,
            answer=f"{self.advice}\n\n{text}" if self.advice else text,
            verdicts=verdicts,
            timings={**self.timings, "total": round(sum(self.timings.values()), 6)},
            question=self.question,
            device=self.scope.device,
            role=self.scope.role,
            at_ns=self.scope.now_ns,
            state=after,
        )
