"""What a turn asks of a language model: a plan for a question, and a wording of what was found."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from agent.model.by import By

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.compose.check import Verdict
    from agent.compose.draft import Draft, Sentence
    from agent.dialogue import State
    from agent.plan import Plan
    from agent.tools.envelope import Envelope


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a model sees it. ``heard``: takes every checked sentence as soon as it stands.

    ``by``: is told who made what; ``began_s``: when the turn began, by the performance counter.
    ``rules``: the plan that rules make of it.
    """

    question: str
    session: str
    role: str
    language: str
    state: State
    heard: Callable[[str], None] | None = None
    by: By = field(default_factory=By)
    began_s: float = field(default_factory=time.perf_counter)
    rules: Plan | None = None

    def tell(self, sentence: str) -> None:
        """Tell a checked sentence to whoever listens."""
        if not self.by.first_s:
            self.by.first_s = round(time.perf_counter() - self.began_s, 6)
        if self.heard:
            self.heard(sentence)


class Mind(Protocol):
    """A language model that may be slow, absent or wrong: None says that the turn goes on without it."""

    def plan(self, asked: Asked) -> Plan | None:
        """What to do about a question."""

    def compose(
        self, asked: Asked, draft: Draft, evidence: Mapping[str, Envelope]
    ) -> tuple[Sequence[Sentence], Sequence[Verdict]] | None:
        """The draft in other words: sentences that passed the check, and the verdicts on all."""
