"""aiomqtt's client with what it lacks: acknowledging by hand, after COMMIT, instead of on arrival."""

from __future__ import annotations

import asyncio
import math
import socket
from typing import TYPE_CHECKING, Final, TypeVar

import aiomqtt
from aiomqtt import ProtocolVersion
from paho.mqtt.client import MQTT_CLEAN_START_FIRST_ONLY
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from ingest.limits import MAX_PAYLOAD_BYTES

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable
    from types import TracebackType

    from aiomqtt.types import PahoSocket
    from paho.mqtt.client import Client as PahoClient
    from paho.mqtt.client import DisconnectFlags

    from ingest.mqtt_settings import MqttSettings

T = TypeVar("T")

KEEPALIVE_S: Final = 20  # a broker that went silent is noticed within half a minute
SESSION_EXPIRY_S: Final = 7 * 86_400  # how long a version 5 broker queues for a gateway that is away
IN_FLIGHT_MAX: Final = 1000  # unacknowledged frames a version 5 broker may send; bounds our memory
UNASKED_MAX: Final = 1000  # QoS 0 messages that wait for us; more are dropped, as QoS 0 allows
PACKET_BYTES_MAX: Final = MAX_PAYLOAD_BYTES + 4096  # a version 5 broker keeps larger packets to itself
ANSWER_S: Final = 10.0  # a broker at home answers within milliseconds
REFUSED: Final = 0x80  # SUBACK and PUBACK codes from here on are refusals
QOS: Final = 1
# Else each end holds small packets back until the other's kernel has confirmed the last: up to 40 ms a frame.
_AT_ONCE: Final = ((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),)


class Connection(aiomqtt.Client):
    """A client for one connection; with ``manual_ack`` the broker keeps the session and all that is open."""

    def __init__(
        self,
        settings: MqttSettings,
        version: ProtocolVersion,
        *,
        client_id: str,
        manual_ack: bool = False,
        will: aiomqtt.Will | None = None,
        tls: ssl.SSLContext | None = None,
        bare: bool = False,
    ) -> None:
        self.five = version is ProtocolVersion.V5
        super().__init__(
            settings.host,
            settings.port,
            identifier=client_id,
            username=settings.username or None,
            password=settings.password or None,
            protocol=version,
            clean_session=None if self.five else not manual_ack,
            clean_start=not manual_ack if self.five else MQTT_CLEAN_START_FIRST_ONLY,
            properties=_properties(manual_ack) if self.five and not bare else None,
            tls_context=tls,
            will=will,
            queue_type=_Inbox,
            socket_options=_AT_ONCE,
            keepalive=KEEPALIVE_S,
            timeout=ANSWER_S,
        )
        self._client.manual_ack_set(manual_ack)

    async def ask_for(self, topic: str) -> bool:
        """Subscribe with QoS 1 and, where the broker can, without what is retained; False: refused."""
        if self.five:
            options = SubscribeOptions(qos=QOS, retainHandling=SubscribeOptions.RETAIN_DO_NOT_SEND)
            granted = await self.subscribe(topic, options=options)
        else:
            granted = await self.subscribe(topic, qos=QOS)
        return all(value(code) < REFUSED for code in granted)

    def acknowledge(self, message: aiomqtt.Message) -> None:
        """Tell the broker that ``message`` need not come again; over a lost connection it does nothing."""
        if not self._disconnected.done():
            self._client.ack(message.mid, message.qos)

    def abandon(self) -> None:
        """Close the socket of an attempt that was refused or not answered; aiomqtt leaves it open."""
        self._client.disconnect()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """As in aiomqtt, and why the connection ended is taken note of, which it may have told nobody."""
        try:
            await super().__aexit__(kind, error, trace)
        finally:
            if self._disconnected.done():
                self._disconnected.exception()

    def _on_disconnect(
        self,
        client: PahoClient,
        userdata: object,
        flags: DisconnectFlags,
        reason_code: ReasonCode,
        properties: Properties | None = None,
    ) -> None:
        """As in aiomqtt, which waits for the time-out where a broker hangs up without a greeting."""
        if not self._connected.done():
            self._connected.set_exception(aiomqtt.MqttError("it hung up without an answer"))
            self._connected.exception()  # nobody may be waiting for it any more
        super()._on_disconnect(client, userdata, flags, reason_code, properties)

    async def _wait_for(self, fut: Awaitable[T], timeout: float | None) -> T:  # noqa: ASYNC109 - aiomqtt's own
        """As in aiomqtt, without ``asyncio.wait_for``: before Python 3.12 that forgets a cancellation.

        It does where the answer comes in the same moment; the loop around the call would go on for ever.
        """
        limit_s = self.timeout if timeout is None else timeout
        try:
            async with asyncio.timeout(None if limit_s == math.inf else limit_s):
                answer: T = await fut
                return answer
        except TimeoutError:
            raise aiomqtt.MqttError("Operation timed out") from None

    def _on_socket_register_write(self, client: PahoClient, userdata: object, sock: PahoSocket) -> None:  # noqa: ARG002 - paho's callback
        """As in aiomqtt, but not for a socket that was closed before its turn came.

        Its number may belong to another socket by then.
        """

        def write() -> None:
            try:
                client.loop_write()
            except OSError as error:
                if not self._disconnected.done():
                    self._disconnected.set_exception(error)

        def register() -> None:
            if sock.fileno() >= 0:
                self._loop.add_writer(sock.fileno(), write)

        self._loop.call_soon_threadsafe(register)


class Receipt:
    """Acknowledges one message, once: the broker may give its number to another message afterwards."""

    __slots__ = ("_connection", "_message")

    def __init__(self, connection: Connection, message: aiomqtt.Message) -> None:
        self._connection = connection
        self._message: aiomqtt.Message | None = message

    def __call__(self) -> None:
        """Acknowledge; to be called in the event loop's thread."""
        message, self._message = self._message, None
        if message is not None:
            self._connection.acknowledge(message)


class _Inbox(asyncio.Queue[aiomqtt.Message]):
    """Messages that wait for us: QoS 1 without bound here, since the broker bounds what is in flight."""

    def put_nowait(self, item: aiomqtt.Message) -> None:
        if item.qos or self.qsize() < UNASKED_MAX:
            super().put_nowait(item)


def value(code: ReasonCode | int) -> int:
    """A reason code of either version as a number."""
    return code.value if isinstance(code, ReasonCode) else code


def _properties(manual_ack: bool) -> Properties:
    properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]  # paho's own gap
    properties.MaximumPacketSize = PACKET_BYTES_MAX
    if manual_ack:
        properties.SessionExpiryInterval = SESSION_EXPIRY_S
        properties.ReceiveMaximum = IN_FLIGHT_MAX
    return properties
