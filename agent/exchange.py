"""The course of one turn, from the question to the checked answer.

The order is fixed: danger first, then what is refused, then what leans on the conversation, then tools, then
sentences, then the check of every sentence against the evidence.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from agent import dialogue, followup, medication
from agent.answer import Action, Answer, called
from agent.asks import wanted, yes_or_no
from agent.calls import agreeing, understood
from agent.compose import tell
from agent.compose.draft import written
from agent.compose.slots import Label, Name
from agent.dangers import Level
from agent.detection import language_of
from agent.model.stands import stands
from agent.plan import HINTS, Plan, Setting, plan
from agent.policy import asks_for_doses, refusal
from agent.reply import Replies, call_for_help
from agent.requests import ChangeSetting, RaiseAlert, WriteNote
from agent.safety import said
from agent.tools.args import NAMES, Explain, Provenance
from agent.tools.envelope import Envelope, Problem
from agent.tools.run import Runner
from storage.sessions import RR

if TYPE_CHECKING:
    from agent.gate import Alarm
    from agent.question import Reading
    from agent.requests import AnyRequest
    from agent.tools.args import Call
    from agent.when.model import Range

SESSION_BYTES: Final = 8  # of randomness in a new conversation's name
# What is said without looking anything up; everything else is a response.
SAID: Final = {
    action.value: action for action in (Action.BYE, Action.REFUSE, Action.CLARIFY, Action.ESCALATE)
}
ASIDE: Final = frozenset({"provenance", "glossary", "add_note", "propose_change", "export"})
REFUSING: Final = (Problem.NOT_ASKED_FOR, Problem.PERMISSION)
TIME_PROBLEMS: Final = (Problem.TIME_AMBIGUOUS, Problem.TIME_FUTURE, Problem.TIME_UNKNOWN)


@dataclass(slots=True)
class Exchange(Replies):
    """The state of answering one question; see :class:`agent.turn.Agent` for its parts."""

    def run(self) -> Answer:
        """The answer."""
        danger = self.danger
        state = self._state()
        self._listen(state)
        if danger is not None and danger.level is Level.ESCALATE:
            return self._escalated(state, danger)
        if danger is not None:
            self.advice = said(danger, call_for_help(self.emergency, danger.language))
        return self._answer(state)

    def plan(self, state: dialogue.State) -> Answer | Plan:
        """What is to be done about the question after this state, or the answer where nothing is."""
        self._listen(state)
        return self._meant(state)

    def _listen(self, state: dialogue.State) -> None:
        """Hear which language is spoken."""
        self.language = language_of(self.question, state.language or self.scope.wearer.language)

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
        made = self._meant(state)
        if isinstance(made, Answer):
            return made
        self._time("plan", began)
        return self._carry_out(state, made)

    def _meant(self, state: dialogue.State) -> Answer | Plan:
        setting = Setting(self.scope.clock, self.tongue.speech, dialogue.recent(state, self.scope))
        reading = followup.spelled(setting.read(self.question), state, setting.read)
        made = self._waiting(state, reading) or self._wished(state, reading)
        return made or self._planned(state, reading, setting)

    def _waiting(self, state: dialogue.State, reading: Reading) -> Answer | Plan | None:
        """What an answer to a question put back comes to; None for anything else."""
        waits = state.pending
        if waits is None:
            return None
        if waits.request is not None:
            fresh = self.scope.now_ns - state.at_ns <= dialogue.CONFIRM_NS
            agreed = yes_or_no(self.question) if fresh else None
            return None if agreed is None else self._decided(state, waits.request, agreed=agreed)
        picked = followup.chosen(reading, waits, self.scope.clock)
        if picked is None:
            return None
        return self._run(state, waits.calls, frozenset(waits.hints), span=picked)

    def _wished(self, state: dialogue.State, reading: Reading) -> Answer | Plan | None:
        """Medicines in other languages, and what is wanted beside figures."""
        told = medication.refused(self.question)
        if told is not None:
            return self._made(msgspec.structs.replace(state, pending=None), Action.REFUSE, told)
        wish = None if asks_for_doses(reading) else wanted(reading, state, strips=self.scope.signal != RR)
        if wish is None:
            return None
        return Plan("clarify", say=wish.say) if wish.say else Plan("wish", wish.calls)

    def _planned(self, state: dialogue.State, reading: Reading, setting: Setting) -> Answer | Plan:
        leaning = followup.follow(reading, state)
        refused = None if leaning and (leaning.calls or leaning.detail) else refusal(reading)
        if refused is not None:
            slots = {"what": Name(refused.what)} if refused.what else {}
            return self._say(state, Action.REFUSE, refused.key, **slots)
        again = setting.before is not None
        own = plan(reading, setting, again=again) if leaning is None else leaning.plan
        made = self.mind.plan(self._asked(state, own)) if self.mind else None
        if made is not None and not stands(made, self._runner(state), self.by):
            made = None
        if made is not None:  # what the asker wants to hear about is read by rules, whoever plans
            hints = made.hints | (reading.found & HINTS)
            return replace(made, calls=agreeing(made.calls, hints), hints=hints)
        return own

    def _carry_out(self, state: dialogue.State, made: Plan) -> Answer:
        if made.unread:
            return self._say(state, Action.CLARIFY, "time_not_understood", phrase=Label(made.unread))
        match made.intent:
            case "":
                return self._unknown(state, made)
            case "why":
                return self._why(state)
            case "detail":
                return self._detail(state, made.say)
            case "escalate" | "bye" | "refuse" | "clarify" | "help" | "greeting" | "thanks":
                action = SAID.get(made.intent, Action.RESPOND)
                return self._say(state, action, "hello" if made.intent == "greeting" else made.say)
        return self._run(state, made.calls, made.hints)

    def _unknown(self, state: dialogue.State, made: Plan) -> Answer:
        """Nothing that could be looked up."""
        if yes_or_no(self.question) is not None:
            return self._say(state, Action.RESPOND, "nothing_pending")
        strip = "strip" in made.hints and self.scope.signal == RR
        return self._say(state, Action.REFUSE, "refuse_strip" if strip else "refuse_scope")

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
        asked: tuple[Call, ...],
        hints: frozenset[str],
        *,
        span: Range | None = None,
    ) -> Answer:
        began = time.perf_counter()
        runner = self._runner(state)
        found: list[Envelope] = []
        for number, call in enumerate(asked):
            envelope = runner.run(call, span)
            found.append(msgspec.structs.replace(envelope, ev=f"E{state.next_evidence + number}"))
            runner.before = runner.last or runner.before
        self._time("tools", began)
        asked, found = understood(asked, found)
        trouble = next((each for each in found if each.error in TIME_PROBLEMS), None)
        if trouble is not None:
            return self._trouble(state, asked, hints, trouble)
        began = time.perf_counter()
        draft = self._draft()
        for envelope in found:
            tell.tell(draft, envelope, hints)
        text, verdicts = self._checked(state, draft, found)
        self._time("compose", began)
        kept = not any(_aside(call) for call in asked)
        waits = isinstance(runner.request, WriteNote | ChangeSetting)
        waiting = dialogue.Pending((), request=runner.request) if waits else None
        if any(envelope.error in REFUSING for envelope in found):
            after = msgspec.structs.replace(state, pending=None)
            return self._made(after, Action.REFUSE, text, verdicts=verdicts)
        after = msgspec.structs.replace(
            state,
            calls=asked if kept else state.calls,
            evidence=tuple(each.ev for each in found) if kept else state.evidence,
            span=dialogue.Span.of(runner.last) if runner.last and kept else state.span,
            pending=waiting,
            next_evidence=state.next_evidence + len(found),
            hints=tuple(sorted(hints)),
        )
        made = tuple(called(call, envelope) for call, envelope in zip(asked, found, strict=True))
        answer = self._made(after, Action.TOOLS, text, made=made, found=tuple(found), verdicts=verdicts)
        return answer if waits else msgspec.structs.replace(answer, request=runner.request)

    def _decided(self, state: dialogue.State, request: AnyRequest, *, agreed: bool) -> Answer:
        """A wish that was confirmed or dropped."""
        if not agreed:
            return self._say(state, Action.RESPOND, "dropped")
        key = "done_note" if isinstance(request, WriteNote) else "done_change"
        return msgspec.structs.replace(self._say(state, Action.RESPOND, key), request=request)

    def _escalated(self, state: dialogue.State, danger: Alarm) -> Answer:
        """Help at once; what was asked before waits no longer."""
        after = msgspec.structs.replace(state, pending=None)
        answer = self._made(
            after,
            Action.ESCALATE,
            said(danger, call_for_help(self.emergency, danger.language), alerting=self.alerting),
        )
        request = RaiseAlert(self.scope.role, self.scope.device, danger.name, self.scope.now_ns)
        return msgspec.structs.replace(answer, request=request)

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


def _aside(call: Call) -> bool:
    """Whether a call is about an answer before it, which follow-ups go on to mean."""
    return NAMES[type(call)] in ASIDE or (isinstance(call, Explain) and bool(call.evidence))
