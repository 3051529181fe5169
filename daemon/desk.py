"""Where questions and requests are dealt with, however they arrive: MQTT, the local socket, a schedule."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta

from agent.turn import Agent
from daemon.alarm_machine import Acknowledgement
from daemon.errors import ControlError
from daemon.questions import QUESTION_BYTES_MAX, SESSION_CHARS_MAX, Question
from daemon.topics import Role
from storage import dialogues

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from daemon.alarms import Alarms
    from daemon.config import Config
    from storage.writer import Writer


class _Ask(msgspec.Struct, frozen=True, tag_field="op", tag="ask"):
    question: Annotated[str, Meta(min_length=1, max_length=QUESTION_BYTES_MAX)]
    device: str | None = None
    session: Annotated[str, Meta(min_length=1, max_length=SESSION_CHARS_MAX)] | None = None
    role: Role = msgspec.field(name="as", default="wearer")
    now: datetime | None = None


class _Acknowledge(msgspec.Struct, frozen=True, tag_field="op", tag="acknowledge"):
    by: Annotated[str, Meta(min_length=1, max_length=80)] = "somebody"
    alarm: int | None = None
    rule: str | None = None
    device: str | None = None
    any_device: bool = False


class _Counts(msgspec.Struct, frozen=True, tag_field="op", tag="counts"):
    pass


_Request = _Ask | _Acknowledge | _Counts


class Desk:
    """Answers from the store, and remembers each turn in it."""

    def __init__(self, config: Config, writer: Writer, alarms: Alarms, counts: Counter[str]) -> None:
        self._agent = Agent(config.database, emergency=config.agent.emergency_number)
        self._writer = writer
        self._alarms = alarms
        self._counts = counts

    async def answer(self, question: Question, *, now: datetime | None = None) -> dict[str, Any]:
        """The answer as published: session, action, calls, evidence, answer, verdicts, timings."""
        answer = await asyncio.to_thread(
            self._agent.ask,
            question.text,
            device=question.device or None,
            session=question.session,
            role=question.role,
            now=now,
        )
        await self._writer.write(partial(dialogues.store_turn, record=answer.record()))
        self._counts["answers"] += 1
        return {"question": question.text, **answer.json()}

    async def acknowledge(self, request: Acknowledgement) -> int:
        """Mark alarms as seen; how many."""
        return await self._alarms.acknowledge(self._writer, request)

    async def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """One request of the local socket.

        Raises:
            ControlError: the request is none of those known, or something in it is not what it must be.
        """
        try:
            request: _Request = msgspec.convert(message, type=_Request)
        except msgspec.ValidationError as error:
            raise ControlError(f"request: {error}") from error
        match request:
            case _Ask():
                question = Question(request.device or "", request.question, request.session, request.role)
                return await self.answer(question, now=request.now)
            case _Acknowledge():
                seen = Acknowledgement(
                    by=request.by,
                    alarm=request.alarm,
                    rule=request.rule,
                    device=request.device,
                    any_device=request.any_device,
                )
                return {"acknowledged": await self.acknowledge(seen)}
            case _Counts():
                return dict(self._counts)
