"""Whether a model's plan can be carried out; where not, the rules plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.tools.args import ProposeChange
from agent.when.model import TimeProblem, Trouble

if TYPE_CHECKING:
    from agent.model.by import By
    from agent.plan import Plan
    from agent.tools.run import Runner

TIMES: Final = ("when", "a", "b")  # arguments that are words for a time
UNREAD: Final = "a time in it is none"
READ: Final = "it asks back about a time that is plain"
NO_CHANGE: Final = "what it would change cannot be"


def stands(plan: Plan, runner: Runner, by: By) -> bool:
    """Whether all times of a plan can be read, and what it asks back about cannot; ``by`` is told why not.

    Ambiguous and future times stand: they are asked back about, and said to be so. What is proposed to be
    changed must be a setting and a value for it.
    """
    left = READ if plan.unread and not _unknown(plan.unread, runner) else ""
    for call in plan.calls:
        for name in TIMES:
            words = getattr(call, name, "")
            if words and _unknown(words, runner):
                left = UNREAD
        if isinstance(call, ProposeChange) and not runner.run(call).ok:
            left = NO_CHANGE
    if left:
        by.plan, by.plan_left = "rules", left
    return not left


def _unknown(words: str, runner: Runner) -> bool:
    found = runner.range_of(words, runner.before)
    if isinstance(found, Trouble):
        return found.problem is TimeProblem.UNKNOWN
    runner.before = found  # what follows may lean on it
    return False
