"""What a model is shown of a turn, whichever family it is of, and what a family makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.grounds import Grounds
    from agent.model.request import Request
    from agent.model.sayable import Material
    from agent.model.steps import Step
    from agent.tools.args import Call


@dataclass(frozen=True, slots=True)
class Sight:
    """The question as the family hears it, and what it stands in.

    ``before``, ``evidence``: of the last turn.
    """

    question: str
    session: str
    role: str
    language: str
    before: tuple[Call, ...]
    evidence: tuple[str, ...]
    grounds: Grounds
    deadline_s: float


class Family(Protocol):
    """How models of one make are asked. Prompts only grow within a turn: what was evaluated is used again."""

    @property
    def name(self) -> str:
        """As it is called in a model file."""

    @property
    def weighs(self) -> bool:
        """Whether it was trained on plans as they are written here, and can weigh another's."""

    def hears(self, question: str, language: str) -> str:
        """A question as it is read best: other words at the same places, if any."""

    def tells(self, found: Material) -> bool:
        """Whether it has words of its own for what was found; the template is told where it has none."""

    def plan(self, sight: Sight) -> Request:
        """Ask for a plan."""

    def steps(self, text: str) -> tuple[Step, ...]:
        """What a model wrote as a plan; NoPlan where it is none."""

    def compose(self, sight: Sight, planned: Sequence[Step], found: Material) -> Request:
        """Ask for an answer, after a plan."""
