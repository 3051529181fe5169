"""One request to a model, whoever runs it, and its reply."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

MAX_TOKENS: Final = 512  # of one reply: a plan takes 60, a long answer 200
RIVAL_CHARS: Final = 2000
DEADLINE_S: Final = 120.0  # nobody waits longer for an answer
GRAMMAR_CHARS: Final = 200_000  # the largest of a turn has about 20,000

Seconds = Annotated[float, Meta(gt=0.0, le=DEADLINE_S)]


class Text(msgspec.Struct, frozen=True, array_like=True):
    """A part of a prompt. ``control``: of a prompt file; only in such parts are control tokens read."""

    text: str
    control: bool = False


class Message(msgspec.Struct, frozen=True):
    """One message of a conversation, for models that bring their own template."""

    role: Literal["system", "user", "assistant", "tool"]
    content: str


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a model is to continue, and what it may write.

    ``prompt`` or ``messages``. ``session``: whose evaluated prefix is kept. ``tools``, ``options``: passed to
    the model's own template. ``grammar``: GBNF that the reply follows; ``schema``: the same as JSON schema,
    for endpoints without GBNF. ``temperature`` 0: the likeliest token each time.
    ``rival``: another reply to the same, which is weighed beside the model's own; by a process of ours alone.
    """

    session: str = ""
    prompt: tuple[Text, ...] = ()
    messages: tuple[Message, ...] = ()
    tools: tuple[dict[str, Any], ...] = ()
    options: dict[str, Any] = {}
    grammar: Annotated[str, Meta(max_length=GRAMMAR_CHARS)] = ""
    schema: dict[str, Any] | None = None
    rival: Annotated[str, Meta(max_length=RIVAL_CHARS)] = ""
    max_tokens: Annotated[int, Meta(ge=0, le=MAX_TOKENS)] = 128
    temperature: Annotated[float, Meta(ge=0.0, le=10.0)] = 0.0
    seed: int = 0
    deadline_s: Seconds = 10.0


Finish = Literal["end", "length", "deadline"]


class Reply(msgspec.Struct, frozen=True):
    """What came back. ``reused_tokens`` of ``prompt_tokens`` were evaluated before; times in seconds.

    ``behind``: how much likelier the model finds its own reply than the rival, as the difference of their
    log-probabilities in nats; None where none was weighed.
    """

    text: str
    finish: Finish
    prompt_tokens: int = 0
    reused_tokens: int = 0
    generated_tokens: int = 0
    prompt_s: float = 0.0
    total_s: float = 0.0
    behind: float | None = None
