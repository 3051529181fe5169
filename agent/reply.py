"""The speaking half of a turn: sentences of the language's table, checked, and made into an answer."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from agent.answer import Action, Answer, Called
from agent.compose.check import Verdict, checked
from agent.compose.draft import Draft, written
from agent.compose.slots import Label, Name
from agent.language import tongue
from agent.model.by import By
from agent.model.seam import Asked
from agent.when.model import local

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from agent import dialogue
    from agent.gate import Alarm
    from agent.language import Tongue
    from agent.model.seam import Mind
    from agent.plan import Plan
    from agent.scope import Scope
    from agent.tools.envelope import Envelope

LOCAL_NUMBER: Final = "your local emergency number, 112 in the EU, 911 in the US"  # where no other is set
CLINICIAN: Final = "clinician"  # the role that is spoken to in clinical words


def call_for_help(number: str, language: str) -> str:
    """Whom to call, in words of a language where nobody set a number."""
    return tongue(language).names["emergency"] if number == LOCAL_NUMBER else number


@dataclass(slots=True)
class Replies:
    """What a turn is said with. ``session``: the conversation's name; ``emergency``: whom to call."""

    conn: sqlite3.Connection
    scope: Scope
    question: str
    session: str | None
    emergency: str
    mind: Mind | None = None  # a language model; without one, rules and templates answer
    heard: Callable[[str], None] | None = None  # takes the model's sentences as they come
    alerting: bool = False  # an emergency is told to whoever gets alerts
    danger: Alarm | None = None  # what the gate read in the question
    timings: dict[str, float] = field(default_factory=dict)
    advice: str = ""  # said before the answer
    by: By = field(default_factory=By)  # told by the language model
    began_s: float = field(default_factory=time.perf_counter)

    language: str = ""  # that is answered in, once it is known; until then the wearer's

    @property
    def tongue(self) -> Tongue:
        """The language of the answer, as the asker is spoken to."""
        return tongue(self.language or self.scope.wearer.language, clinical=self.scope.role == CLINICIAN)

    def _time(self, name: str, began: float) -> None:
        self.timings[name] = round(time.perf_counter() - began, 6)

    def _asked(self, state: dialogue.State, rules: Plan | None = None) -> Asked:
        language = self.tongue.code
        heard = None if self.advice else self.heard  # advice is heard first, with the whole answer
        return Asked(
            self.question,
            self.session or "",
            self.scope.role,
            language,
            state,
            heard,
            self.by,
            self.began_s,
            rules,
        )

    def _draft(self) -> Draft:
        whose = self.tongue.names["your" if self.scope.role == "wearer" else "their"]
        return Draft(self.tongue, local(self.scope.now_ns, self.scope.tz), whose, self.scope.signal)

    def _text(self, key: str, **slots: Label | Name) -> str:
        draft = self._draft()
        draft.add(key, {"number": Label(call_for_help(self.emergency, self.tongue.code)), **slots})
        return written(draft.sentences)

    def _say(self, state: dialogue.State, action: Action, key: str, **slots: Label | Name) -> Answer:
        """A sentence of the language's table, with nothing looked up."""
        after = msgspec.structs.replace(state, pending=None)
        return self._made(after, action, self._text(key, **slots))

    def _checked(
        self, state: dialogue.State, draft: Draft, found: list[Envelope]
    ) -> tuple[str, tuple[Verdict, ...]]:
        evidence = {envelope.ev: envelope for envelope in found}
        worded = self.mind.compose(self._asked(state), draft, evidence) if self.mind else None
        if worded is not None:
            return written(worded[0]), tuple(worded[1])
        kept, verdicts = checked(draft.sentences, evidence, self.tongue.code)
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
        after = msgspec.structs.replace(
            state, turns=state.turns + 1, at_ns=self.scope.now_ns, language=self.language
        )
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
            by=self.by if self.by.asked else None,
        )
