"""A language model at work in a turn: asks it, reads it, checks it, and gives up quietly where it must."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from agent.language import tongue
from agent.model import compact
from agent.model.by import MODEL, RULES, TEMPLATES
from agent.model.errors import ModelError
from agent.model.grounds import grounds
from agent.model.hearing import exchanged
from agent.model.prompts import FAMILIES, family_of
from agent.model.request import RIVAL_CHARS
from agent.model.sayable import material
from agent.model.sight import Sight
from agent.model.steps import plan_of, steps_of
from agent.model.used import Used
from agent.model.worded import Worded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.compose.check import Verdict
    from agent.compose.draft import Draft, Sentence
    from agent.model.by import By
    from agent.model.request import Reply, Request
    from agent.model.runner import Runner
    from agent.model.seam import Asked
    from agent.model.sight import Family
    from agent.model.steps import Step
    from agent.plan import Plan
    from agent.tools.envelope import Envelope

log = logging.getLogger(__name__)

SURE: Final = 5.0  # nats by which a plan must be likelier than the rules' to be taken instead
REMEMBERED: Final = 16  # conversations whose plan is kept for their answer, a moment later


class Backend(Protocol):
    """Whoever continues prompts: a process of ours, or an endpoint."""

    def generate(self, request: Request, heard: Callable[[str], None] | None = None) -> Reply:
        """Reply to a request; ModelError where there is none."""

    def family(self, timeout_s: float) -> Family:
        """How it is asked; ModelUnavailable where it is not there in that time."""

    def used(self) -> Used:
        """What its process takes; nothing where there is none here."""

    def close(self) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class Local:
    """A model in a process of ours."""

    runner: Runner

    def generate(self, request: Request, heard: Callable[[str], None] | None = None) -> Reply:
        """Reply to a request."""
        return self.runner.generate(request, heard)

    def family(self, timeout_s: float) -> Family:
        """As its file says."""
        return family_of(self.runner.ready(timeout_s))

    def used(self) -> Used:
        """What the process takes."""
        now = self.runner.status
        return Used(now.rss_mb, now.cpu_s)

    def close(self) -> None:
        """End the process."""
        self.runner.close()


@dataclass(frozen=True, slots=True)
class Budget:
    """Seconds. ``patience_s``: for a model that is still being loaded; then the turn goes on without it."""

    plan_s: float = 2.0
    compose_s: float = 4.0
    patience_s: float = 0.0


class LanguageModel:
    """Plans and words answers with a model; wherever that fails, None: rules and templates answer."""

    def __init__(self, backend: Backend, budget: Budget | None = None) -> None:
        self._backend = backend
        self._budget = budget or Budget()
        self._planned: OrderedDict[str, tuple[str, tuple[Step, ...]]] = OrderedDict()
        self._lock = Lock()

    def plan(self, asked: Asked) -> Plan | None:
        """What to do about a question."""
        try:
            family = self._backend.family(self._budget.patience_s)
            sight = self._sight(asked, family, self._budget.plan_s)
            rules = steps_of(asked.rules) if asked.rules is not None and family.weighs else ()
            asks = family.plan(sight)
            known = exchanged(rules, asked.question, sight.question)
            self._remember(asked, known)
            rival = compact.write(known)[:RIVAL_CHARS]
            reply = self._backend.generate(msgspec.structs.replace(asks, rival=rival) if rules else asks)
            _count(asked.by, reply)
            asked.by.plan_s = reply.total_s
            if reply.finish != "end":
                return _left(asked.by, f"not finished ({reply.finish})")
            heard = family.steps(reply.text)
        except ModelError as error:
            return _left(asked.by, type(error).__name__)
        if not all(sight.grounds.holds(step) for step in heard):
            return _left(asked.by, "it holds what nobody said")
        steps = exchanged(heard, sight.question, asked.question)
        if rules and steps != rules and reply.behind is not None and reply.behind < SURE:
            return _left(asked.by, "the rules' plan is as likely")
        self._remember(asked, heard)
        asked.by.plan = MODEL
        return plan_of(steps, frozenset())

    def compose(
        self, asked: Asked, draft: Draft, evidence: Mapping[str, Envelope]
    ) -> tuple[Sequence[Sentence], Sequence[Verdict]] | None:
        """The draft in the model's words, where they pass the check."""
        found = material(draft)
        if not found.told:
            return None
        words = Worded(found, evidence, draft.tongue, asked.tell)
        left = "it did not pass the check"
        try:
            family = self._backend.family(0.0)
            if not family.tells(found):
                asked.by.words, asked.by.words_left = TEMPLATES, "there is one way to say it"
                return None
            sight = self._sight(asked, family, self._budget.compose_s)
            planned = self._plan_of(asked)
            reply = self._backend.generate(family.compose(sight, planned, found), words.feed)
            _count(asked.by, reply)
            asked.by.words_s = reply.total_s
        except ModelError as error:
            left = type(error).__name__
        whole = words.whole()
        asked.by.repaired = words.repaired
        asked.by.words, asked.by.words_left = (TEMPLATES, left) if whole is None else (MODEL, "")
        if whole is None:
            log.info("no words by the language model: %s", left)
        return whole

    def used(self) -> Used:
        """What the model's process takes."""
        return self._backend.used()

    def close(self) -> None:
        """End the model."""
        self._backend.close()

    def _sight(self, asked: Asked, family: Family, deadline_s: float) -> Sight:
        state = asked.state
        question = family.hears(asked.question, asked.language)
        return Sight(
            question=question,
            session=asked.session,
            role=asked.role,
            language=asked.language,
            before=state.calls,
            evidence=state.evidence,
            grounds=grounds(question, state.calls, state.evidence, tongue(asked.language).glossary),
            deadline_s=deadline_s,
        )

    def _remember(self, asked: Asked, steps: tuple[Step, ...]) -> None:
        with self._lock:
            self._planned[asked.session] = (asked.question, steps)
            self._planned.move_to_end(asked.session)
            while len(self._planned) > REMEMBERED:
                self._planned.popitem(last=False)

    def _plan_of(self, asked: Asked) -> tuple[Step, ...]:
        """What was planned for this question, by the model or by the rules, in the words that were heard."""
        with self._lock:
            question, steps = self._planned.pop(asked.session, ("", ()))
        return steps if question == asked.question else ()


def _left(by: By, why: str) -> Plan | None:
    """No plan: rules make it; why, without anything the model said."""
    by.plan, by.plan_left = RULES, why
    log.info("no plan by the language model: %s", why)
    return None


def _count(by: By, reply: Reply) -> None:
    by.prompt_s = round(by.prompt_s + reply.prompt_s, 6)
    by.prompt_tokens += reply.prompt_tokens
    by.reused_tokens += reply.reused_tokens
    by.written_tokens += reply.generated_tokens


def family_named(name: str) -> Family:
    """A family by its name."""
    return FAMILIES[name]
