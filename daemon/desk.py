"""Where questions and requests are dealt with, however they arrive: MQTT, the local socket, a schedule."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from msgspec import Meta

from agent.requests import RaiseAlert
from agent.turn import Agent
from daemon.alarm_machine import Acknowledgement
from daemon.alarm_rules import Level
from daemon.errors import ControlError
from daemon.export_folder import folder_of
from daemon.language import configured
from daemon.perform import remember, with_file
from daemon.questions import QUESTION_BYTES_MAX, SESSION_CHARS_MAX, Question
from daemon.topics import Role
from dsp.alarms import AlarmPriority

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import AsyncGenerator, Callable, Mapping

    from agent.answer import Answer
    from daemon.alarms import Alarms
    from daemon.config import Config
    from storage.writer import Writer


# Says that somebody asked, never what: alerts travel.
HELP_ASKED: Final = Level(AlarmPriority.HIGH, "Somebody asked something that sounded like an emergency")


class _Ask(msgspec.Struct, frozen=True, tag_field="op", tag="ask"):
    question: Annotated[str, Meta(min_length=1, max_length=QUESTION_BYTES_MAX)]
    device: str | None = None
    session: Annotated[str, Meta(min_length=1, max_length=SESSION_CHARS_MAX)] | None = None
    role: Role = msgspec.field(name="as", default="wearer")
    now: datetime | None = None
    stream: bool = False


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
        self._model = configured(config)
        self._alerting = config.agent.alert_on_emergency
        self._agent = Agent(
            config.database,
            emergency=config.agent.emergency_number,
            model=self._model,
            alerting=self._alerting,
        )
        self._database = config.database
        self._exports = folder_of(config.database, config.agent.exports)
        self._writer = writer
        self._alarms = alarms
        self._counts = counts

    def close(self) -> None:
        """End the language model's process."""
        if self._model is not None:
            self._model.close()

    async def answer(
        self,
        question: Question,
        *,
        now: datetime | None = None,
        heard: Callable[[str], None] | None = None,
    ) -> dict[str, Any]:
        """The answer as published: session, action, calls, evidence, answer, verdicts, timings.

        What it wishes for is done before it is told. ``heard`` takes a language model's sentences as they
        come, in another thread.
        """
        answer = await asyncio.to_thread(self._ask, question, now, heard)
        if self._alerting and isinstance(answer.request, RaiseAlert):
            self._alarms.happened("help_asked", answer.request.device or None, HELP_ASKED)
        await self._writer.write(partial(remember, answer=answer))
        self._counts["answers"] += 1
        return {"question": question.text, **answer.json()}

    def _ask(self, question: Question, now: datetime | None, heard: Callable[[str], None] | None) -> Answer:
        answer = self._agent.ask(
            question.text,
            device=question.device or None,
            session=question.session,
            role=question.role,
            now=now,
            heard=heard,
        )
        return with_file(answer, self._database, self._exports, now=now)

    async def stream(self, message: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        """A question of the local socket, answered as it comes.

        ``{"heard": sentence}`` for each sentence of a language model, and ``{"answer": ...}`` at the end.

        Raises:
            ControlError: it is no question, or something in it is not what it must be.
        """
        request = _read(message)
        if not isinstance(request, _Ask):
            raise ControlError("request: only a question is answered piece by piece")
        loop, said = asyncio.get_running_loop(), asyncio.Queue[str]()

        def heard(sentence: str) -> None:
            loop.call_soon_threadsafe(said.put_nowait, sentence)

        answer = self.answer(_question(request), now=request.now, heard=heard)
        answering = asyncio.create_task(answer, name="answer")
        hearing = asyncio.create_task(said.get(), name="hearing")
        try:
            while not answering.done() or hearing.done():
                await asyncio.wait({answering, hearing}, return_when=asyncio.FIRST_COMPLETED)
                if hearing.done():
                    yield {"heard": hearing.result()}
                    hearing = asyncio.create_task(said.get(), name="hearing")
                    await asyncio.sleep(0)  # what was said meanwhile comes before the answer
            yield {"answer": await answering}
        finally:
            answering.cancel()
            hearing.cancel()

    async def acknowledge(self, request: Acknowledgement) -> int:
        """Mark alarms as seen; how many."""
        return await self._alarms.acknowledge(self._writer, request)

    async def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """One request of the local socket.

        Raises:
            ControlError: the request is none of those known, or something in it is not what it must be.
        """
        request = _read(message)
        match request:
            case _Ask():
                question = _question(request)
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


def _read(message: Mapping[str, Any]) -> _Request:
    try:
        request: _Request = msgspec.convert(message, type=_Request)
    except msgspec.ValidationError as error:
        raise ControlError(f"request: {error}") from error
    return request


def _question(request: _Ask) -> Question:
    return Question(request.device or "", request.question, request.session, request.role)
