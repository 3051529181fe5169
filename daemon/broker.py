"""An MQTT broker inside the process, on loopback, so that Hearth can be tried without installing one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Self

from amqtt.broker import Broker
from amqtt.errors import BrokerError
from amqtt.plugins.base import BaseAuthPlugin

from dsp.types import HearthError

if TYPE_CHECKING:
    from types import TracebackType

    from amqtt.session import Session

HOST: Final = "127.0.0.1"  # everybody is let in, so nobody outside this machine may come
SESSION_EXPIRY_S: Final = 3600  # a client that does not come back in this time is forgotten, with its queue
_LISTENER: Final = "default"
# It logs whole messages at DEBUG, which may be health data, and a slow reader's time-out as its own failure.
_LOG_LEVELS: Final = {"amqtt": logging.CRITICAL, "transitions": logging.WARNING}


class BrokerNotStarted(HearthError):
    """The embedded broker could not take its port."""


class Everybody(BaseAuthPlugin):  # type: ignore[misc]  # amqtt is untyped
    """Lets every client in; unlike amqtt's anonymous access it lets sessions outlast a connection."""

    async def authenticate(self, *, session: Session) -> bool:  # noqa: ARG002 - amqtt's signature
        """Yes."""
        return True


class EmbeddedBroker:
    """``async with EmbeddedBroker() as broker:`` - clients go to ``broker.host``, ``broker.port``.

    It speaks MQTT 3.1.1 only, keeps everything in memory, and gives up waiting for an acknowledgement after
    5 s: a message that was not acknowledged when a connection ended is not sent again. Wearables that keep
    their frames until Hearth's own acknowledgement lose nothing by that. ``port``: 0 takes any free one.

    Raises:
        BrokerNotStarted: the port cannot be had.
    """

    def __init__(self, port: int = 0) -> None:
        self.host = HOST
        self.port = port

    async def __aenter__(self) -> Self:
        for name, level in _LOG_LEVELS.items():
            logging.getLogger(name).setLevel(level)
        self._broker = Broker(
            {
                "listeners": {_LISTENER: {"type": "tcp", "bind": f"{self.host}:{self.port}"}},
                "plugins": {f"{__name__}.{Everybody.__qualname__}": {}},
                "session_expiry_interval": SESSION_EXPIRY_S,
            }
        )
        try:
            await self._broker.start()
        except BrokerError as error:
            raise BrokerNotStarted(f"the embedded broker cannot listen on {self.host}:{self.port}") from error
        listener = self._broker._servers[_LISTENER].instance  # noqa: SLF001 - it tells its port nowhere else
        self.port = listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._broker.shutdown()
