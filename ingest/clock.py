"""The sample clock: puts samples at their place on a session's axis, by device time or sequence number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from ingest.placed import Anchor, Placed, SessionStart, Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import Frame

__all__ = ["Anchor", "Placed", "SampleClock", "SessionStart"]


class SampleClock(Generic[Token]):
    """One device's clock. ``new_session`` gives the number of a session about to begin.

    ``state``: what :meth:`state` gave when the last stored events were stored; every frame not settled then
    comes again from its source. Monotonic times drive the waits; where they are not given, the wall times do.
    """

    def __init__(self, device: str, new_session: Callable[[], int], state: bytes | None = None) -> None:
        raise NotImplementedError

    def push(
        self, frame: Frame, received_ns: int, token: Token, *, monotonic_ns: int | None = None
    ) -> Placed[Token]:
        """Take one frame in."""
        raise NotImplementedError

    def tick(self, received_ns: int, *, monotonic_ns: int | None = None) -> Placed[Token]:
        """Let go of frames that waited 2 s for what is missing before them; call it about twice a second."""
        raise NotImplementedError

    def flush(self) -> Placed[Token]:
        """Let go of every held frame now: no more will come."""
        raise NotImplementedError

    def state(self) -> bytes:
        """What must be stored with the events to go on from here."""
        raise NotImplementedError

    @property
    def settled_seq(self) -> int | None:
        """The sequence number up to which nothing need come again; None where frames carry none."""
        raise NotImplementedError
