"""Frames over MQTT: delivered by the broker until we say, after COMMIT, that it may forget them.

What bounds memory: over version 5 we allow the broker IN_FLIGHT_MAX unacknowledged messages, over 3.1.1 its
own ``max_inflight_messages`` does. aiomqtt's queue for them is unbounded on purpose: a full one would
discard. Retained frames are not asked for over version 5. Over 3.1.1 one that is sent again at every
connection is recognised as a copy by the sample clock.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ingest.frames import RawFrame
from ingest.limits import DEVICE_PATTERN
from ingest.mqtt_client import client
from ingest.mqtt_connection import Receipt
from ingest.mqtt_settings import MqttInput, MqttSettings, SourceLost, tls_context

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import aiomqtt

__all__ = ["MqttInput", "MqttSettings", "Receipt", "SourceLost", "client", "frames", "tls_context"]


async def frames(
    settings: MqttSettings, *, ready: Callable[[], None] = lambda: None
) -> AsyncIterator[RawFrame]:
    """Every frame that arrives, over one connection. Each must be acknowledged after it is committed.

    ``ready`` is called when all subscriptions are granted: what wearables sent before that, to a broker that
    did not know us, has reached nobody, so this is the moment to repeat the last acknowledgements.

    Raises:
        SourceLost: the connection is lost or cannot be made, or a subscription is refused.
    """
    async with client(settings, client_id=f"{settings.client_id}-in", manual_ack=True) as connection:
        for source in settings.sources:
            if not await connection.ask_for(source.topic):
                raise SourceLost(
                    f"the broker at {settings.address} does not let us subscribe to {source.topic}"
                )
        ready()
        async for message in connection.messages:
            device, fmt = _whose(settings, message.topic)
            yield RawFrame(
                source="mqtt",
                device=device,
                format=fmt,
                payload=bytes(message.payload),
                received_ns=time.time_ns(),
                ack=Receipt(connection, message),
                monotonic_ns=time.monotonic_ns(),
            )


def _whose(settings: MqttSettings, topic: aiomqtt.Topic) -> tuple[str, str]:
    """Device id and format by the topic; an empty id where there is no valid one.

    A message on a topic that we no longer ask for has neither; it ends in quarantine like any other that
    cannot be decoded, instead of being sent to us for ever.
    """
    source = next((one for one in settings.sources if topic.matches(one.topic)), None)
    if source is None:
        return "", ""
    text = topic.value.split("/")[source.topic.split("/").index("+")]
    if source.format == "polar-recorder":
        text = text.lower()  # it names straps in capitals
    return (text if DEVICE_PATTERN.fullmatch(text) else ""), source.format
