"""Takes questions, has them answered, and says "thinking" first where that takes longer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from typing import TYPE_CHECKING, Final

from daemon.questions import QuestionError, RateLimit, question, route
from daemon.wire import encode
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from daemon.questions import Question, Route
    from daemon.topics import Role, Topics

log = logging.getLogger(__name__)

THINKING_S: Final = 0.7  # after this long without an answer people wonder whether they were heard
ANSWER_S: Final = 120.0  # a language model on a small gateway, at its slowest
ANSWERED, REFUSED, FAILED = "questions answered", "questions refused", "questions failed"
AT_ONCE_MAX: Final = 4  # questions being answered; each holds one of the few threads of a small gateway


class Asking:
    """From questions to answers. ``reply`` sends a payload where a question's route says.

    ``counts`` is told what became of them.
    """

    def __init__(
        self,
        topics: Topics,
        answer: Callable[[Question], Awaitable[Mapping[str, object]]],
        reply: Callable[[Route, bytes], None],
        *,
        counts: Counter[str] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._topics = topics
        self._answer = answer
        self._reply = reply
        self._limit = RateLimit(monotonic)
        self._busy = 0
        self.counts: Counter[str] = Counter() if counts is None else counts

    async def take(
        self,
        device: str,
        payload: bytes,
        response: str | None = None,
        correlation: bytes | None = None,
        *,
        role: Role | None = None,
    ) -> None:
        """Answer one question; whatever is wrong with it is told to who asked.

        ``answer`` returns what is sent as JSON. A HearthError of it is told as its own words. ``role``: what
        the topic says that the asker is.
        """
        where = route(self._topics, device, response, correlation, role)
        if not self._limit.admits(f"{device}/{role or ''}") or self._busy >= AT_ONCE_MAX:
            self._refuse(where, "busy", "too many questions at once; ask again in a moment")
            return
        try:
            asked = question(device, payload, role)
        except QuestionError as error:
            self._refuse(where, error.status, error.wanted)
            return
        self._busy += 1
        try:
            async with asyncio.TaskGroup() as tasks:
                thinking = tasks.create_task(self._think(where, asked), name="thinking")
                result = await self._result(asked)
                thinking.cancel()
        finally:
            self._busy -= 1
        self._reply(where, encode({**_name(asked), **result}))

    async def _think(self, where: Route, asked: Question) -> None:
        await asyncio.sleep(THINKING_S)
        said = {"status": "thinking", "session": asked.session, "question": asked.text}
        self._reply(where, encode({**_name(asked), **said}))

    async def _result(self, asked: Question) -> Mapping[str, object]:
        try:
            async with asyncio.timeout(ANSWER_S):
                result = await self._answer(asked)
        except TimeoutError:
            self.counts[FAILED] += 1
            log.warning("a question was not answered within %.0f s", ANSWER_S)
            return self._failure(asked, "no answer in time")
        except HearthError as error:
            self.counts[FAILED] += 1
            log.warning("a question could not be answered: %s", type(error).__name__)
            return self._failure(asked, str(error))
        self.counts[ANSWERED] += 1
        return result

    @staticmethod
    def _failure(asked: Question, error: str) -> Mapping[str, object]:
        return {"status": "failed", "error": error, "session": asked.session, "question": asked.text}

    def _refuse(self, where: Route, status: str, error: str) -> None:
        self.counts[REFUSED] += 1
        self._reply(where, encode({"status": status, "error": error}))


def _name(asked: Question) -> Mapping[str, str]:
    """What the asker calls the question, where it does."""
    return {} if asked.id is None else {"id": asked.id}
