"""The built-in model's prompt: it was trained on this form alone, so nothing is explained to it.

    <|state|>wearer en
    measure| on Sunday|hr
    E1<|ask|> and the night before?<|plan|>measure| the night before|hr<|found|>hr_first E1.when E1.hr
    rhythm_more E1.pct E1.time E1.rhythm=sinus rhythm<|say|>{E1.when} your heart beat at {E1.hr}.

Of what was found it sees names and no figures, which it is not to weigh. The names in ``<|...|>`` are single
control tokens. The state holds the last calls and their evidence, if any.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.compose.slots import Name, Names
from agent.model import compact, hearing, phrasebook
from agent.model.request import Request, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.sayable import Material, Sayable
    from agent.model.sight import Sight
    from agent.model.steps import Step

STATE, ASK, PLAN, FOUND, SAY = (
    Text(f"<|{name}|>", control=True) for name in ("state", "ask", "plan", "found", "say")
)
PLAN_TOKENS: Final = 96
SAY_TOKENS: Final = 192
QUESTION_CHARS: Final = 1000  # as the rules read
VALUE_CHARS: Final = 60  # of a value as it is shown


@dataclass(frozen=True, slots=True)
class Builtin:
    """The family of the model that comes with this program."""

    name: str = "builtin"
    weighs: bool = True

    def hears(self, question: str, language: str) -> str:
        """A question in the words that it was taught."""
        return hearing.heard(question, hearing.taught().get(language))

    def tells(self, found: Material) -> bool:
        """Whether there is a choice of words: it has no others than the phrase book's."""
        return phrasebook.varied(found)

    def plan(self, sight: Sight) -> Request:
        """Ask for a plan."""
        return Request(
            session=sight.session,
            prompt=self._asked(sight),
            grammar=compact.grammar(sight.grounds),
            max_tokens=PLAN_TOKENS,
            deadline_s=sight.deadline_s,
        )

    def steps(self, text: str) -> tuple[Step, ...]:
        """What it wrote as a plan."""
        return compact.read(text)

    def compose(self, sight: Sight, planned: Sequence[Step], found: Material) -> Request:
        """Ask for an answer, after a plan."""
        parts = (*self._asked(sight), Text(compact.write(planned)), FOUND, Text(_found(found)), SAY)
        return Request(
            session=sight.session,
            prompt=parts,
            grammar=phrasebook.grammar(found),
            max_tokens=SAY_TOKENS,
            deadline_s=sight.deadline_s,
        )

    def _asked(self, sight: Sight) -> tuple[Text, ...]:
        lines = [f"{sight.role} {sight.language}"]
        if sight.before:
            lines.append(compact.write(sight.before))
        if sight.evidence:
            lines.append(" ".join(sight.evidence))
        return (STATE, Text("\n".join(lines)), ASK, Text(f" {sight.question[:QUESTION_CHARS]}"), PLAN)


def _found(found: Material) -> str:
    """A line a sentence: its key, and its slots, those that stand for words with them."""
    return "\n".join(
        " ".join((told.sentence.key, *(_slot(found.slots[name]) for name in told.order)))
        for told in found.told
    )


def _slot(each: Sayable) -> str:
    named = isinstance(each.slot, Name | Names)
    return f"{each.name}={each.text[:VALUE_CHARS]}" if named else each.name


BUILTIN: Final = Builtin()
