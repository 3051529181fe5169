"""One connection to the broker, as the publisher uses it: every message confirmed, one at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from daemon.outbox import Undelivered

if TYPE_CHECKING:
    from collections.abc import Sequence

    import aiomqtt

REFUSED: Final = 0x80  # PUBACK and SUBACK codes from here on are refusals


class Link:
    """A connected client. Exists only while connected."""

    def __init__(self, connection: aiomqtt.Client) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()
        self._code = 0
        paho = connection._client  # noqa: SLF001 - aiomqtt keeps the reason of a PUBACK to itself
        confirmed = paho.on_publish

        def listen(*seen: Any) -> None:  # noqa: ANN401 - paho's callback
            self._code = seen[3].value
            confirmed(*seen)  # type: ignore[misc]  # aiomqtt has set it

        paho.on_publish = listen

    @property
    def connection(self) -> aiomqtt.Client:
        """The client, for its messages."""
        return self._connection

    def patience(self, seconds: float) -> None:
        """Wait this long for the broker from now on."""
        self._connection.timeout = seconds

    async def publish(
        self, topic: str, payload: bytes, *, retain: bool = False, correlation: bytes | None = None
    ) -> None:
        """Publish with QoS 1 and wait until the broker has taken it.

        Raises:
            Undelivered: the broker does not let us publish there. Version 3.1.1 has no way to say so.
            aiomqtt.MqttError: the connection is lost.
        """
        properties = None
        if correlation is not None:
            properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]  # of paho
            properties.CorrelationData = correlation
        async with self._turn:
            self._code = 0
            await self._connection.publish(topic, payload, qos=1, retain=retain, properties=properties)
            if self._code >= REFUSED:
                raise Undelivered(f"the broker does not let us publish on {topic}")

    async def subscribe(self, filters: Sequence[str]) -> list[str]:
        """Subscribe with QoS 1; the filters that the broker refused."""
        granted = await self._connection.subscribe([(one, 1) for one in filters])
        codes = [code if isinstance(code, int) else code.value for code in granted]
        return [one for one, code in zip(filters, codes, strict=True) if code >= REFUSED]
