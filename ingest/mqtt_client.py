"""A connection to the broker, in the version it speaks; and acknowledging by hand."""

from __future__ import annotations

import asyncio
import socket
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Final

import aiomqtt
from aiomqtt import ProtocolVersion
from paho.mqtt.client import MQTT_CLEAN_START_FIRST_ONLY
from paho.mqtt.enums import MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from ingest.limits import MAX_PAYLOAD_BYTES
from ingest.mqtt_settings import MqttSettings, SourceLost, tls_context

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

KEEPALIVE_S: Final = 20  # a broker that went silent is noticed within half a minute
SESSION_EXPIRY_S: Final = 7 * 86_400  # how long a version 5 broker queues for a gateway that is away
IN_FLIGHT_MAX: Final = 1000  # unacknowledged frames a version 5 broker may send; bounds our memory
UNASKED_MAX: Final = 1000  # QoS 0 messages that wait for us; more are dropped, as QoS 0 allows
PACKET_BYTES_MAX: Final = MAX_PAYLOAD_BYTES + 4096  # a version 5 broker keeps larger packets to itself
CONNECT_TIMEOUT_S: Final = 10.0
_WRONG_VERSION: Final = frozenset({1, 132})  # CONNACK codes of 3.1.1 and 5: protocol version not supported
_NOT_ALLOWED: Final = frozenset({4, 5, 134, 135})
# Else each end holds a small packet back until the other's kernel has confirmed the last: up to 40 ms a frame.
_AT_ONCE: Final = ((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),)
_QOS: Final = 1
_REFUSED: Final = 0x80  # SUBACK codes from here on are refusals
_VERSIONS: Final = {
    "auto": (ProtocolVersion.V5, ProtocolVersion.V311),
    "5": (ProtocolVersion.V5,),
    "3.1.1": (ProtocolVersion.V311,),
}


@asynccontextmanager
async def client(
    settings: MqttSettings,
    *,
    client_id: str,
    manual_ack: bool = False,
    will: aiomqtt.Will | None = None,
) -> AsyncIterator[aiomqtt.Client]:
    """A connected client.

    With ``manual_ack`` the broker keeps the session, and every message of QoS 1 until its Receipt.

    Raises:
        SourceLost: the broker cannot be reached, refuses us, or is lost later.
    """
    tls = tls_context(settings)
    try:
        async with AsyncExitStack() as stack:
            for version in await _versions(settings, client_id, tls):
                connection = _client(
                    settings, version, client_id=client_id, manual_ack=manual_ack, will=will, tls=tls
                )
                if await _let_in(stack, connection):
                    break
            else:
                raise SourceLost(f"the broker at {settings.address} does not speak MQTT {settings.version}")
            yield connection
    except aiomqtt.MqttError as error:
        raise SourceLost(_in_words(settings, error)) from error


async def subscribe(connection: aiomqtt.Client, topic: str) -> bool:
    """Ask for ``topic`` with QoS 1 and, where the broker can, without what is retained; False: refused."""
    if connection._client.protocol == MQTTProtocolVersion.MQTTv5:  # noqa: SLF001 - see Receipt
        options = SubscribeOptions(qos=_QOS, retainHandling=SubscribeOptions.RETAIN_DO_NOT_SEND)
        granted = await connection.subscribe(topic, options=options)
    else:
        granted = await connection.subscribe(topic, qos=_QOS)
    return all(_value(code) < _REFUSED for code in granted)


class Receipt:
    """Says to the broker, once, that a message need not come again; to be called in the event loop's thread.

    Without it the broker sends the message again over the next connection. A second call must not reach the
    broker: it may have given the number to another message by then. aiomqtt offers no manual acknowledgement:
    here, and where a client is made, this module reaches into the paho client that it wraps.
    """

    __slots__ = ("_connection", "_message")

    def __init__(self, connection: aiomqtt.Client, message: aiomqtt.Message) -> None:
        self._connection = connection
        self._message: aiomqtt.Message | None = message

    def __call__(self) -> None:
        """Acknowledge; over a connection that is lost already it does nothing."""
        message, self._message = self._message, None
        if message is not None:
            self._connection._client.ack(message.mid, message.qos)  # noqa: SLF001 - see above


class _Inbox(asyncio.Queue[aiomqtt.Message]):
    """Messages that wait for us: QoS 1 without bound here, since the broker bounds what is in flight."""

    def put_nowait(self, item: aiomqtt.Message) -> None:
        if item.qos or self.qsize() < UNASKED_MAX:
            super().put_nowait(item)


def _client(
    settings: MqttSettings,
    version: ProtocolVersion,
    *,
    client_id: str,
    manual_ack: bool,
    will: aiomqtt.Will | None,
    tls: ssl.SSLContext | None,
) -> aiomqtt.Client:
    five = version is ProtocolVersion.V5
    properties = None
    if five:
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]  # paho's own gap
        properties.MaximumPacketSize = PACKET_BYTES_MAX
        if manual_ack:
            properties.SessionExpiryInterval = SESSION_EXPIRY_S
            properties.ReceiveMaximum = IN_FLIGHT_MAX
    connection = aiomqtt.Client(
        settings.host,
        settings.port,
        identifier=client_id,
        username=settings.username or None,
        password=settings.password or None,
        protocol=version,
        clean_session=None if five else not manual_ack,
        clean_start=not manual_ack if five else MQTT_CLEAN_START_FIRST_ONLY,
        properties=properties,
        tls_context=tls,
        will=will,
        queue_type=_Inbox,
        socket_options=_AT_ONCE,
        keepalive=KEEPALIVE_S,
        timeout=CONNECT_TIMEOUT_S,
    )
    connection._client.manual_ack_set(manual_ack)  # noqa: SLF001 - see Receipt
    return connection


async def _versions(
    settings: MqttSettings, client_id: str, tls: ssl.SSLContext | None
) -> tuple[ProtocolVersion, ...]:
    """The versions to try.

    amqtt takes a version 5 greeting for a longer one of 3.1.1 and waits for its rest for ever, unless it is
    a bare one: so where no password is needed a bare one goes ahead.
    """
    versions = _VERSIONS[settings.version]
    if settings.version == "auto" and not settings.username:
        bare = aiomqtt.Client(
            settings.host,
            settings.port,
            identifier=f"{client_id}-hello",
            protocol=ProtocolVersion.V5,
            tls_context=tls,
            timeout=CONNECT_TIMEOUT_S,
        )
        async with AsyncExitStack() as stack:
            if not await _let_in(stack, bare):
                return versions[1:]
    return versions


async def _let_in(stack: AsyncExitStack, connection: aiomqtt.Client) -> bool:
    """Connect; False if the broker does not speak this version."""
    connected = False
    try:
        await stack.enter_async_context(connection)
        connected = True
    except aiomqtt.MqttCodeError as error:
        if error.rc is None or _value(error.rc) not in _WRONG_VERSION:
            raise
    finally:
        if not connected:  # aiomqtt leaves the socket of a refused or unanswered connection open
            connection._client.disconnect()  # noqa: SLF001 - see Receipt
    return connected


def _value(code: ReasonCode | int) -> int:
    return code.value if isinstance(code, ReasonCode) else code


def _in_words(settings: MqttSettings, error: aiomqtt.MqttError) -> str:
    where = f"the broker at {settings.address}"
    if not isinstance(error, aiomqtt.MqttCodeError) or error.rc is None:
        return f"{where} is lost or cannot be reached ({error})"
    if _value(error.rc) in _NOT_ALLOWED:
        return f"{where} does not know this user name and password"
    return f"{where} refused or ended the connection ({error})"
