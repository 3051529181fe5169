"""What waits to be said to the broker; it outlives connections, and is bounded however long one is away."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon.state_board import StateBoard
from daemon.wire import encode

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daemon.live_state import LiveState
    from daemon.topics import Topics

MESSAGES_MAX: Final = 256  # answers and urgent alerts waiting for a connection; the oldest give way


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message. ``correlation``: MQTT 5 Correlation Data of the request that it answers."""

    topic: str
    payload: bytes
    retain: bool = False
    correlation: bytes | None = None


class Mailbox:
    """Acknowledgements, messages, retained messages, states; of all but messages only the newest is kept."""

    def __init__(self, topics: Topics, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._topics = topics
        self._wake = asyncio.Event()
        self._acks: dict[str, int] = {}
        self._messages: deque[Outgoing] = deque(maxlen=MESSAGES_MAX)
        self._retained: dict[str, bytes] = {}
        self._states = StateBoard(monotonic)

    def ack(self, device: str, seq: int) -> None:
        """The newest acknowledgement of a wearable; said again if it is the same: it may be lost."""
        self._acks[device] = seq
        self._wake.set()

    def message(self, message: Outgoing) -> None:
        """Something to be said once."""
        self._messages.append(message)
        self._wake.set()

    def retain(self, topic: str, payload: bytes) -> None:
        """What the broker shall keep on ``topic``; empty: nothing."""
        self._retained[topic] = payload
        self._wake.set()

    def state(self, state: LiveState) -> None:
        """The newest state of a wearable; it goes out when it may."""
        self._states.put(state)
        self._wake.set()

    def forget(self, device: str) -> None:
        """A wearable was removed: nothing about it goes out any more, and its retained state goes."""
        self._acks.pop(device, None)
        self._states.drop(device)
        self.retain(self._topics.state(device), b"")

    def resend(self) -> None:
        """A new connection: the broker may have forgotten the states."""
        self._states.resend()
        self._wake.set()

    async def run(self, publish: Callable[[Outgoing], Awaitable[None]]) -> None:
        """Say everything through ``publish``, until cancelled or it raises: what it raised over stays."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._states.next_s()):
                    await self._wake.wait()
            self._wake.clear()
            await self._acknowledge(publish)
            while self._messages:
                message = self._messages[0]
                await publish(message)
                with contextlib.suppress(ValueError):  # pushed out by newer ones meanwhile
                    self._messages.remove(message)
            for topic, payload in list(self._retained.items()):
                await publish(Outgoing(topic, payload, retain=True))
                if self._retained.get(topic) is payload:
                    del self._retained[topic]
            for state in self._states.due():
                topic = self._topics.state(state.device)
                await publish(Outgoing(topic, encode(state), retain=True))
                self._states.sent(state)

    async def _acknowledge(self, publish: Callable[[Outgoing], Awaitable[None]]) -> None:
        for device, seq in list(self._acks.items()):
            await publish(Outgoing(self._topics.ack(device), str(seq).encode()))
            if self._acks.get(device) == seq:
                del self._acks[device]
