"""What a model's process and its keeper say to each other: length-prefixed JSON over pipes."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from agent.model.errors import ModelError
from agent.model.request import Reply, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH: Final = struct.Struct("<I")
FRAME_BYTES: Final = 1 << 20  # a prompt, its grammar and its tools together take some 50 KiB


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Load a model: the first thing that is said. ``sha256`` empty: not compared.

    ``context``: tokens of one conversation, 0: what the model's prompts take; ``sessions``: conversations
    whose prefix is kept.
    ``data_mb``: private memory the process may take, file pages not counted; 0: unlimited.
    """

    path: str
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    context: Annotated[int, Meta(ge=0, le=131_072)] = 0
    sessions: Annotated[int, Meta(ge=1, le=16)] = 2
    threads: Annotated[int, Meta(ge=1, le=64)] = 2
    data_mb: Annotated[int, Meta(ge=0)] = 0


class Generate(msgspec.Struct, frozen=True, tag="generate"):
    """Continue a prompt."""

    id: int
    request: Request


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Stop a request that is being worked on."""

    id: int


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The model is loaded. ``template``: its own chat template, empty where it has none."""

    load_s: float
    name: str
    architecture: str
    family: str
    parameters: int
    context: int
    vocabulary: int
    template: str


class Part(msgspec.Struct, frozen=True, tag="part"):
    """Some more of a reply."""

    id: int
    text: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """A whole reply."""

    id: int
    reply: Reply


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Not possible. ``id`` 0: the loading. ``kind``: whose fault it is."""

    id: int
    kind: Literal["absent", "file", "request"]
    why: str


ToChild = Load | Generate | Cancel
FromChild = Ready | Part | Done | Failed


class WireBroken(ModelError):
    """What came over the pipe is not of this protocol."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the model's process is not understood: {why}")


def encode(message: ToChild | FromChild) -> bytes:
    """A message with its length before it."""
    body = msgspec.json.encode(message)
    if len(body) > FRAME_BYTES:
        raise WireBroken(f"a message of {len(body)} bytes; at most {FRAME_BYTES} are allowed")
    return LENGTH.pack(len(body)) + body


class Frames:
    """Messages out of a stream of bytes, however it is cut."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bodies that are complete with ``data``.

        Raises:
            WireBroken: a length that cannot be.
        """
        self._held += data
        while len(self._held) >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self._held)
            if length > FRAME_BYTES:
                raise WireBroken(f"a message of {length} bytes is announced")
            end = LENGTH.size + length
            if len(self._held) < end:
                return
            body = bytes(self._held[LENGTH.size : end])
            del self._held[:end]
            yield body


_TO_CHILD: Final[msgspec.json.Decoder[ToChild]] = msgspec.json.Decoder(ToChild)
_FROM_CHILD: Final[msgspec.json.Decoder[FromChild]] = msgspec.json.Decoder(FromChild)


def to_child(body: bytes) -> ToChild:
    """A message to the child; WireBroken where it is none."""
    try:
        return _TO_CHILD.decode(body)
    except msgspec.MsgspecError as error:
        raise WireBroken("a request that is none") from error


def from_child(body: bytes) -> FromChild:
    """A message from the child; WireBroken where it is none."""
    try:
        return _FROM_CHILD.decode(body)
    except msgspec.MsgspecError as error:
        raise WireBroken("a reply that is none") from error
