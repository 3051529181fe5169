"""Questions reach their tool, its arguments and the right range of time, in whatever words they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.agent import paraphrases, questions
from tests.agent.history import NOW

if TYPE_CHECKING:
    from agent.answer import Answer
    from agent.turn import Agent
    from tests.agent.questions import Asked

ALL = (*questions.QUESTIONS, *paraphrases.QUESTIONS)
DEFAULTS = {
    "metrics": ["hr"],
    "target": "rhythm",
    "kind": "any",
    "metric": "hr",
    "bucket": "day",
    "order": "time",
}


def tools_of(answer: Answer) -> str:
    return "+".join(call.tool for call in answer.calls) or answer.action.value


def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.text)
def test_a_question_reaches_its_tool_and_is_answered_with_supported_claims(
    weeks: Agent, asked: Asked
) -> None:
    answer = weeks.ask(asked.text, now=NOW)
    assert tools_of(answer) in asked.tools
    if answer.calls:
        call = answer.calls[0]
        for name, value in asked.args:
            assert plain(call.args.get(name, DEFAULTS.get(name))) == value
        if asked.when is not None:
            start, end = questions.T[asked.when] if isinstance(asked.when, str) else asked.when
            assert call.resolved is not None
            shown = [call.resolved[name][5:16].replace("T", " ") for name in ("start", "end")]
            assert shown == [start, end]
        assert answer.verdicts
    assert [verdict for verdict in answer.verdicts if verdict.verdict != "SUPPORTED"] == []
    assert answer.answer.strip()


def test_there_are_enough_questions_to_mean_something() -> None:
    assert len({asked.text for asked in ALL}) >= 240
