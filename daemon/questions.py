"""Questions over MQTT: what one looks like, how many are taken, and where its answer goes."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from daemon.topics import Role, TopicError
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Callable

    from daemon.topics import Topics

QUESTION_BYTES_MAX: Final = 4096  # a long paragraph; a question is a line
CORRELATION_BYTES_MAX: Final = 256  # sent back as it came, so it is bounded
BURST: Final = 5  # questions a wearable may ask at once
REFILL_S: Final = 2.0  # one more every so often: faster than anybody reads answers
SESSION_CHARS_MAX: Final = 64  # an id, not a text
ASKERS_TRACKED_MAX: Final = 1000  # of the rate limit; the longest silent is forgotten first


class QuestionError(HearthError):
    """A payload that is no question. ``status`` is what the asker is told."""

    def __init__(self, status: str, wanted: str) -> None:
        super().__init__(f"question: {wanted}")
        self.status, self.wanted = status, wanted


class _Asked(msgspec.Struct, frozen=True):
    text: str
    session: str | None = None
    role: Role | None = msgspec.field(name="as", default=None)
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question about ``device``. ``session`` continues a dialogue; ``role``: what the asker is.

    ``id``: comes back in everything that is said about this question.
    """

    device: str
    text: str
    session: str | None = None
    role: Role = "wearer"
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where the answers to one question go. ``correlation``: MQTT 5's, sent back with ``response`` only.

    ``role``: what the question's topic says; then the answer goes below ``answer/ROLE`` alone.
    """

    device: str
    response: str | None = None
    correlation: bytes | None = None
    role: Role | None = None


def question(device: str, payload: bytes, role: Role | None = None) -> Question:
    """Read a payload: plain text, or ``{"text": ..., "session": ..., "as": ..., "id": ...}``.

    ``role``: what the topic says the asker is, which no payload can change.

    Raises:
        QuestionError: it is neither, is empty, or is too long. The message never repeats what was asked.
    """
    if len(payload) > QUESTION_BYTES_MAX:
        raise QuestionError("too long", f"wanted at most {QUESTION_BYTES_MAX} bytes")
    try:
        text = payload.decode("utf-8").strip()
    except UnicodeDecodeError as error:
        raise QuestionError("not understood", "wanted UTF-8 text") from error
    asked = _Asked(text)
    if text.startswith("{"):
        try:
            asked = msgspec.json.decode(text, type=_Asked)
        except msgspec.ValidationError as error:
            wanted = '{"text": ..., "session": ..., "id": ..., "as": "wearer" | "caregiver" | "clinician"}'
            raise QuestionError("not understood", f"wanted plain text or {wanted}") from error
        except msgspec.DecodeError:
            asked = _Asked(text)  # somebody may well begin a sentence with a brace
    if not asked.text.strip():
        raise QuestionError("empty", "wanted a question")
    if asked.session is not None and not 1 <= len(asked.session) <= SESSION_CHARS_MAX:
        raise QuestionError("not understood", f"wanted a session of 1 to {SESSION_CHARS_MAX} characters")
    if asked.id is not None and not 1 <= len(asked.id) <= SESSION_CHARS_MAX:
        raise QuestionError("not understood", f"wanted an id of 1 to {SESSION_CHARS_MAX} characters")
    if role is not None and asked.role not in {None, role}:
        raise QuestionError("not allowed", f"this topic is for the {role}")
    return Question(device, asked.text.strip(), asked.session, role or asked.role or "wearer", asked.id)


def route(
    topics: Topics,
    device: str,
    response: str | None,
    correlation: bytes | None,
    role: Role | None = None,
) -> Route:
    """Where to reply; a Response Topic that may not be written to is left out, and so is over-long data."""
    if response is not None:
        try:
            topics.reply(response, device, role)
        except TopicError:
            response = None
    if correlation is not None and (response is None or len(correlation) > CORRELATION_BYTES_MAX):
        correlation = None
    return Route(device, response, correlation, role)


class RateLimit:
    """A token bucket per asker (a wearable, and the role of the topic), on the monotonic clock."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, as of when

    def admits(self, asker: str) -> bool:
        """Whether one more question is taken now; takes a token if so."""
        now_s = self._monotonic()
        tokens, at_s = self._buckets.pop(asker, (float(BURST), now_s))
        tokens = min(float(BURST), tokens + (now_s - at_s) / REFILL_S)
        admitted = tokens >= 1.0
        self._buckets[asker] = (tokens - 1.0 if admitted else tokens, now_s)
        while len(self._buckets) > ASKERS_TRACKED_MAX:
            self._buckets.popitem(last=False)
        return admitted
