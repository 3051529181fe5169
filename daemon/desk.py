"""Where questions and requests are dealt with, however they arrive: MQTT, the local socket, a schedule."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from agent.turn import Agent
from daemon.alarm_machine import Acknowledgement
from daemon.errors import ControlError
from daemon.questions import Question, Role
from storage import dialogues

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from daemon.alarms import Alarms
    from daemon.config import Config
    from storage.writer import Writer


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
        """One request of the local socket: ``op`` is ask, acknowledge or counts.

        Raises:
            ControlError: the request is none of these, or lacks something.
        """
        match message:
            case {"op": "ask", "question": str(text)}:
                role = message.get("as", "wearer")
                if role not in get_args(Role):
                    raise ControlError(f"as: wanted one of {', '.join(get_args(Role))}")
                question = Question(str(message.get("device") or ""), text, message.get("session"), role)
                return await self.answer(question, now=_moment(message.get("now")))
            case {"op": "acknowledge"}:
                acknowledged = await self.acknowledge(
                    Acknowledgement(
                        by=str(message.get("by", "somebody")),
                        alarm=message.get("alarm"),
                        rule=message.get("rule"),
                        device=message.get("device"),
                        any_device=bool(message.get("any_device")),
                    )
                )
                return {"acknowledged": acknowledged}
            case {"op": "counts"}:
                return dict(self._counts)
        raise ControlError("wanted op = ask (with question), acknowledge or counts")


def _moment(text: object) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(str(text))
    except ValueError as error:
        raise ControlError("now: wanted a date and time such as 2026-03-29T08:00:00+02:00") from error
