"""Questions of another language beside the English ones that mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tests.agent.history import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.answer import Answer
    from agent.turn import Agent

OWN_WORDS: Final = re.compile("\u201c[^\u201d]*\u201d")  # notes and commands are told as they were written
FREE: Final = frozenset({"your"})  # slots that a language may do without


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the English one that must find the same. ``tool``: of its first call, or its action."""

    text: str
    english: str
    tool: str


def slots(text: str) -> frozenset[str]:
    """The names of the slots of a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name) - FREE


def same_keys(own: Mapping[str, str], english: Mapping[str, str]) -> dict[str, object]:
    """What keeps a table from being whole: keys, slots and forms that differ."""
    wrong: dict[str, object] = dict.fromkeys(own.keys() ^ english.keys(), "key")
    for key in own.keys() & english.keys():
        if slots(own[key]) != slots(english[key]):
            wrong[key] = slots(own[key]) ^ slots(english[key])
        if own[key].count("|") != english[key].count("|"):
            wrong[key] = "forms"
    return wrong


def tool_of(answer: Answer) -> str:
    """The tool of the first call, or what was done instead."""
    return answer.calls[0].tool if answer.calls else answer.action.value


def found(answer: Answer) -> Any:  # noqa: ANN401 - plain JSON values
    """What the evidence holds, without what is written in the answer's language."""
    return [_bare(msgspec.to_builtins(envelope)) for envelope in answer.evidence]


def _bare(value: Any) -> Any:  # noqa: ANN401 - plain JSON values
    if isinstance(value, dict):
        return {
            key: _bare(each)
            for key, each in value.items()
            if key not in {"label", "meaning", "took_ms", "args"}
        }
    return [_bare(each) for each in value] if isinstance(value, list | tuple) else value


def check(agent: Agent, pair: Pair, foreign: Callable[[str], list[str]]) -> None:
    """The same is found as in English, every claim is supported, and nothing is said in another language."""
    answer, english = agent.ask(pair.text, now=NOW), agent.ask(pair.english, now=NOW)
    assert tool_of(answer) == tool_of(english) == pair.tool
    for own, other in zip(answer.calls, english.calls, strict=True):
        assert own.resolved == other.resolved or _range(own.resolved) == _range(other.resolved)
    assert found(answer) == found(english)
    assert [each for each in answer.verdicts if each.verdict != "SUPPORTED"] == []
    assert len(answer.verdicts) == len(english.verdicts)
    assert answer.answer.strip()
    assert "{" not in answer.answer
    assert foreign(OWN_WORDS.sub("", answer.answer)) == []


def _range(resolved: Any) -> tuple[str, str]:  # noqa: ANN401 - plain JSON values
    return resolved["start"], resolved["end"]
