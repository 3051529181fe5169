"""How questions of held-out families are understood: ``python -m training.language.families --stores DIR``.

Conversations as the model is trained on, in families of phrases and over histories that nothing was learned
from. Each question goes to the agent as it runs, with rules alone and with the model, in the state that the
true plans led to. A tool is right with the right ranges of time, an action as the right kind of answer.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent.answer import Action
from agent.dangers import Level
from agent.exchange import SAID, Exchange
from agent.gate import gate
from agent.model.errors import ModelUnavailable
from agent.model.settings import BUILTIN, language_model
from agent.model.steps import given, name_of, plan_of
from agent.plan import Plan
from agent.reply import LOCAL_NUMBER
from agent.tools.args import Provenance
from agent.when.model import Range
from storage.database import open_reader
from training.language.generate import Writer
from training.language.histories import HELD_OUT, history

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.answer import Answer
    from agent.model.mind import LanguageModel
    from agent.model.seam import Mind
    from agent.tools.args import Call
    from training.language.asking import Wish
    from training.language.turns import Talk

SEED: Final = 9
CONVERSATIONS: Final = 400
PATIENCE_S: Final = 60.0  # for the model to be loaded
TIMES: Final = frozenset({"when", "a", "b"})
KINDS: Final = {"why": Action.TOOLS, "detail": Action.FOLLOWUP, "": Action.REFUSE}

Ranges = tuple[tuple[int, int] | str, ...]
Tool = tuple[str, Ranges]


@dataclass(slots=True)
class Understood:
    """Counts over questions. ``wrong``: question, what was wanted, what was made of it."""

    questions: int = 0
    actions: int = 0
    wanted: int = 0
    made: int = 0
    right: int = 0
    exact: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Shares, 0 .. 1."""
        return {
            "questions": self.questions,
            "tool_f1": round(2 * self.right / max(1, self.wanted + self.made), 4),
            "action_accuracy": round(self.actions / max(1, self.questions), 4),
            "exact": round(self.exact / max(1, self.questions), 4),
        }


@contextmanager
def running(model: str) -> Iterator[LanguageModel | None]:
    """A model, as ``hearth ask`` takes it, that did run to the end.

    Raises:
        ModelUnavailable: it did not: what was measured is the rules.
    """
    mind = language_model(model, patience_s=PATIENCE_S)
    try:
        yield mind
        if mind is not None and not mind.used().rss_mb:
            raise ModelUnavailable("its process does not run")
    finally:
        if mind is not None:
            mind.close()


@contextmanager
def over(stores: Path, seed: int = SEED) -> Iterator[Writer]:
    """Whoever asks, over the histories that are held out."""
    with ExitStack() as stack:
        told = [history(stores, number) for number in sorted(HELD_OUT)]
        opened = {each.number: stack.enter_context(closing(open_reader(each.path))) for each in told}
        yield Writer(told, opened, seed)


def asked(writer: Writer, count: int) -> Iterator[tuple[Talk, Wish]]:
    """Questions of held-out families in so many conversations, each as it stands before the question."""
    for number in range(count):
        chance = random.Random(f"{writer.seed} {number}")  # noqa: S311 - repeatable on purpose
        asker, talk, turns = writer.begun(chance, held=True)
        for _turn in range(turns):
            for wish in asker.ask(talk.state):
                yield talk, wish
                talk.take(wish)


def understood(talk: Talk, wish: Wish, mind: Mind | None) -> tuple[Action, list[tuple[Tool, str]]]:
    """What the agent would do about a question: the kind of answer, and its tools."""
    danger = gate().check(wish.question)
    if danger is not None and danger.level is Level.ESCALATE:
        return Action.ESCALATE, []
    turn = Exchange(talk.scope.conn, talk.scope, wish.question, "held", LOCAL_NUMBER, mind, danger=danger)
    return _kind(talk, turn.plan(talk.state))


def meant(talk: Talk, wish: Wish) -> tuple[Action, list[tuple[Tool, str]]]:
    """What is right."""
    return _kind(talk, plan_of(wish.steps, frozenset()))


def _kind(talk: Talk, made: Answer | Plan) -> tuple[Action, list[tuple[Tool, str]]]:
    if not isinstance(made, Plan):
        return made.action, []
    if made.unread:
        return Action.CLARIFY, []
    calls: Sequence[Call] = made.calls
    if made.intent == "why" and talk.state.evidence:
        calls = (Provenance(evidence=talk.state.evidence[0]),)
    if calls:
        return Action.TOOLS, [_tool(talk, call) for call in calls]
    return KINDS.get(made.intent) or SAID.get(made.intent, Action.RESPOND), []


def _tool(talk: Talk, call: Call) -> tuple[Tool, str]:
    """A tool with its ranges, and its other arguments."""
    said = given(call)
    words = [getattr(call, name) for name in sorted(TIMES) if getattr(call, name, None)]
    ranges = [talk.resolve(each) for each in words]
    found = tuple(
        (each.start_ns, each.end_ns) if isinstance(each, Range) else str(each.problem) for each in ranges
    )
    others = {name: value for name, value in said.items() if name not in TIMES}
    return (name_of(call), found), json.dumps(others, default=str, sort_keys=True)


def measured(writer: Writer, minds: dict[str, Mind | None], count: int) -> dict[str, Understood]:
    """Each mind on the same questions."""
    found = {name: Understood() for name in minds}
    for talk, wish in asked(writer, count):
        action, tools = meant(talk, wish)
        for name, mind in minds.items():
            got, other = understood(talk, wish, mind)
            score = found[name]
            right = sum((Counter(tool for tool, _ in tools) & Counter(tool for tool, _ in other)).values())
            exact = got == action and Counter(tools) == Counter(other)
            score.questions += 1
            score.actions += got == action
            score.wanted += len(tools)
            score.made += len(other)
            score.right += right
            score.exact += exact
            if not exact:
                score.wrong.append((wish.question, f"{action} {tools}", f"{got} {other}"))
    return found


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument(
        "--stores", type=Path, required=True, help="folder that keeps the simulated histories"
    )
    parser.add_argument("--conversations", type=int, default=CONVERSATIONS)
    parser.add_argument("--model", default=BUILTIN, help="as hearth ask takes it")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true")
    how = parser.parse_args()
    with over(how.stores, how.seed) as writer, running(how.model) as mind:
        found = measured(writer, {"rules": None, "with the model": mind}, how.conversations)
    if how.json:
        print(json.dumps({name: {**each.figures(), "wrong": each.wrong} for name, each in found.items()}))
        return
    for name, each in found.items():
        print(name, each.figures())


if __name__ == "__main__":
    main()
