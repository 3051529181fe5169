"""Models behind an endpoint: plans as JSON, answers in words, held by whatever the server understands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.model import spoken, wording
from agent.model.prompts.chat import PLAN_TOKENS, SAY_TOKENS, Chat
from agent.model.request import Message, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.sayable import Material
    from agent.model.sight import Sight
    from agent.model.steps import Step

PLAN: Final = (
    'Reply with JSON of the form {{"calls": [{{"name": ..., "arguments": ...}}]}}. The functions: {tools}'
)


@dataclass(frozen=True, slots=True)
class Endpoint(Chat):
    """Whatever runs there; functions are told in words, since servers differ in how they take them."""

    def plan(self, sight: Sight) -> Request:
        """Ask for a plan."""
        return Request(
            session=sight.session,
            messages=self._asked(sight),
            grammar=spoken.grammar(sight.grounds, self.form),
            schema=spoken.schema(),
            max_tokens=PLAN_TOKENS,
            deadline_s=sight.deadline_s,
        )

    def steps(self, text: str) -> tuple[Step, ...]:
        """What it wrote as a plan."""
        return spoken.read_listed(text)

    def compose(self, sight: Sight, planned: Sequence[Step], found: Material) -> Request:
        """Ask for an answer, after a plan. The grammar goes along for servers that know GBNF."""
        return Request(
            session=sight.session,
            messages=(*self._asked(sight), *self.told(sight, spoken.write(planned, self.form), found)),
            grammar=wording.grammar(found.slots),
            max_tokens=SAY_TOKENS,
            deadline_s=sight.deadline_s,
        )

    def _asked(self, sight: Sight) -> tuple[Message, ...]:
        system, question = self.asked(sight)
        told = PLAN.format(tools=spoken.listed())
        return (Message("system", f"{system.content}\n{told}"), question)


ENDPOINT: Final = Endpoint(name="endpoint", form=spoken.LISTED, role="user")
