"""An answer: what was asked of which tools, what they found, what is said, and how that was checked."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from agent.compose.check import Verdict
from agent.dialogue import State
from agent.model.by import By
from agent.requests import AnyRequest
from agent.tools.args import NAMES, Call
from agent.tools.envelope import Envelope


class Action(StrEnum):
    """What a turn did."""

    TOOLS = "tools"  # looked something up
    RESPOND = "respond"  # said something without looking anything up
    FOLLOWUP = "followup"  # answered from what was looked up before
    CLARIFY = "clarify"  # asked back
    REFUSE = "refuse"
    ESCALATE = "escalate"  # pointed to emergency help
    BYE = "bye"


class Called(msgspec.Struct, frozen=True):
    """One tool call and the range its words stood for."""

    tool: str
    args: dict[str, Any]
    resolved: dict[str, Any] | None


class Answer(msgspec.Struct, frozen=True):
    """What one turn gives back; ``timings`` in seconds."""

    session: str
    action: Action
    calls: tuple[Called, ...]
    evidence: tuple[Envelope, ...]
    answer: str
    verdicts: tuple[Verdict, ...]
    timings: dict[str, float]
    question: str
    device: str
    role: str
    at_ns: int
    state: State
    request: AnyRequest | None = None  # what the caller is to do, before it shows the answer
    by: By | None = None  # who planned and worded it, where a language model was asked

    def json(self) -> dict[str, Any]:
        """The answer as other programs get it."""
        shown = ("session", "action", "calls", "evidence", "answer", "verdicts", "timings")
        told = {name: msgspec.to_builtins(getattr(self, name)) for name in shown}
        told |= {"by": msgspec.to_builtins(self.by)} if self.by else {}
        return told if self.request is None else {**told, "request": msgspec.to_builtins(self.request)}

    def record(self) -> dict[str, Any]:
        """The turn as ``storage.dialogues.store_turn`` takes it; old evidence is not stored again."""
        return {
            "session": self.session,
            "at_ns": self.at_ns,
            "question": self.question,
            "action": self.action.value,
            "answer": self.answer,
            "device": self.device or None,
            "role": self.role,
            "calls": msgspec.to_builtins(self.calls),
            "verdicts": msgspec.to_builtins(self.verdicts),
            "timings": {**self.timings, "by": msgspec.to_builtins(self.by)} if self.by else self.timings,
            "state": msgspec.to_builtins(self.state),
            "evidence": [
                {"id": item["ev"], "tool": item["tool"], "args": item["args"], "envelope": item["envelope"]}
                for item in self._evidence()
            ],
        }

    def _evidence(self) -> list[dict[str, Any]]:
        if self.action is Action.FOLLOWUP:
            return []
        return [
            {"ev": found.ev, "tool": called.tool, "args": called.args, "envelope": msgspec.to_builtins(found)}
            for called, found in zip(self.calls, self.evidence, strict=False)
        ]


def called(call: Call, envelope: Envelope) -> Called:
    """A call with what it was resolved to."""
    args = {key: value for key, value in msgspec.to_builtins(call).items() if key != "tool"}
    resolved = None
    if envelope.resolved is not None:
        resolved = {name: getattr(envelope.resolved, name) for name in ("start", "end", "tz", "label")}
    return Called(NAMES[type(call)], args, resolved)
