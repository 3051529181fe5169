"""A backend that says what it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.model.prompts.builtin import Builtin
from agent.model.request import Reply
from agent.model.used import Used

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.model.request import Request
    from agent.model.sayable import Material
    from agent.model.sight import Family


@dataclass(frozen=True, slots=True)
class Trusted(Builtin):
    """Its plans are taken whatever rules make of the question, and its words are heard, whatever they are."""

    weighs: bool = False

    def tells(self, _found: Material) -> bool:
        return True


TRUSTED = Trusted()


@dataclass
class Told:
    """A backend that says what it is told to, as a trained model might; heard in small pieces."""

    says: list[str | Exception]
    kind: Family = TRUSTED
    behind: float | None = None
    asked: list[Request] = field(default_factory=list)

    def generate(self, request: Request, heard: Callable[[str], None] | None = None) -> Reply:
        self.asked.append(request)
        said = self.says.pop(0)
        if isinstance(said, Exception):
            raise said
        for start in range(0, len(said), 5):
            if heard:
                heard(said[start : start + 5])
        return Reply(text=said, finish="end", behind=self.behind if request.rival else None)

    def family(self, _timeout_s: float) -> Family:
        return self.kind

    def used(self) -> Used:
        return Used()

    def close(self) -> None:
        pass
