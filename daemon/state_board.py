"""Which states are due to be published: the newest of each wearable, never in a rush."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from daemon.live_state import LiveState

LEAST_S: Final = 1.0  # between two states of a wearable
TIME_ONLY_S: Final = (
    10.0  # where nothing but the time of the last sample has moved: spares whoever records it
)


class StateBoard:
    """The newest state of every wearable, and when it may go out."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._newest: dict[str, LiveState] = {}
        self._sent: dict[str, tuple[LiveState, float]] = {}

    def put(self, state: LiveState) -> None:
        """Replace what was known."""
        self._newest[state.device] = state

    def drop(self, device: str) -> None:
        """A wearable was removed."""
        self._newest.pop(device, None)
        self._sent.pop(device, None)

    def resend(self) -> None:
        """A new connection: the broker may have forgotten what was retained."""
        self._sent.clear()

    def due(self) -> list[LiveState]:
        """States to publish now."""
        now_s = self._monotonic()
        return [state for device, state in self._newest.items() if self._due_s(device) <= now_s]

    def sent(self, state: LiveState) -> None:
        """``state`` has been published."""
        self._sent[state.device] = state, self._monotonic()

    def next_s(self) -> float | None:
        """Seconds until something is due; None while nothing waits."""
        moments = [self._due_s(device) for device in self._newest]
        soonest = min(moments, default=float("inf"))
        return None if soonest == float("inf") else max(0.0, soonest - self._monotonic())

    def _due_s(self, device: str) -> float:
        newest = self._newest[device]
        sent = self._sent.get(device)
        if sent is None:
            return float("-inf")
        before, at_s = sent
        if newest == before:
            return float("inf")
        timeless = msgspec.structs.replace(
            newest, last_sample=before.last_sample, last_sample_ns=before.last_sample_ns
        )
        return at_s + (TIME_ONLY_S if timeless == before else LEAST_S)
