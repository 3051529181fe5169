"""Frames over MQTT: delivered by the broker until we say, after COMMIT, that it may forget them."""

from __future__ import annotations

import ssl
import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, Final, Literal

import aiomqtt
import msgspec
from aiomqtt import ProtocolVersion
from msgspec import Meta
from paho.mqtt.client import MQTT_CLEAN_START_FIRST_ONLY
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from dsp.types import HearthError
from ingest.frames import RawFrame
from ingest.limits import DEVICE_PATTERN, MAX_PAYLOAD_BYTES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

KEEPALIVE_S: Final = 20  # a broker that went silent is noticed within half a minute
SESSION_EXPIRY_S: Final = 7 * 86_400  # how long a version 5 broker queues for a gateway that is away
IN_FLIGHT_MAX: Final = 1000  # unacknowledged frames a version 5 broker may send; bounds our memory
PACKET_BYTES_MAX: Final = MAX_PAYLOAD_BYTES + 4096  # a version 5 broker keeps larger packets to itself
CONNECT_TIMEOUT_S: Final = 10.0
_WRONG_VERSION: Final = frozenset({1, 132})  # CONNACK codes of 3.1.1 and 5: protocol version not supported
_REFUSED: Final = 0x80  # SUBACK codes from here on are refusals
_NOT_ALLOWED: Final = frozenset({4, 5, 134, 135})


class SourceLost(HearthError):
    """The connection that frames come over is gone, or was refused; the text says why, plainly."""


class MqttInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One more topic that frames come in on."""

    topic: Annotated[
        str,
        Meta(
            pattern=r"^[^+#]+/\+(/[^+#]+)?$", description="Topic filter; `+` stands where the device id is."
        ),
    ]
    format: Annotated[Literal["hearth", "polar-recorder"], Meta(description="How its payloads are decoded.")]


class MqttSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The broker."""

    host: Annotated[str, Meta(min_length=1, max_length=253, description="Its name or address.")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65_535, description="Its port; 8883 is usual with TLS.")] = 1883
    version: Annotated[
        Literal["auto", "5", "3.1.1"],
        Meta(description="MQTT version; auto asks for 5 and makes do with 3.1.1."),
    ] = "auto"
    client_id: Annotated[
        str,
        Meta(
            pattern="^[A-Za-z0-9_-]{1,40}$",
            description="Name at the broker; two gateways need different ones.",
        ),
    ] = "hearth"
    username: Annotated[str, Meta(description="User name; empty: none.")] = ""
    password: Annotated[str, Meta(description="Password.")] = ""
    ca_file: Annotated[str, Meta(description="Certificate authority of the broker; switches TLS on.")] = ""
    cert_file: Annotated[str, Meta(description="Our own certificate, where the broker wants one.")] = ""
    key_file: Annotated[str, Meta(description="The key to it.")] = ""
    tls: Annotated[bool, Meta(description="TLS with the system's certificate authorities.")] = False
    root: Annotated[
        str, Meta(pattern=r"^[A-Za-z0-9_./-]{1,64}$", description="What every topic of Hearth begins with.")
    ] = "hearth/v1"
    inputs: Annotated[
        tuple[MqttInput, ...], Meta(max_length=16, description="Further topics that frames come in on.")
    ] = ()

    @property
    def sources(self) -> tuple[MqttInput, ...]:
        """Every topic filter that frames come in on."""
        return (MqttInput(topic=f"{self.root}/+/ecg", format="hearth"), *self.inputs)

    @property
    def address(self) -> str:
        """Host and port, as messages name them."""
        return f"{self.host}:{self.port}"


@asynccontextmanager
async def client(
    settings: MqttSettings,
    *,
    client_id: str,
    manual_ack: bool = False,
    will: aiomqtt.Will | None = None,
) -> AsyncIterator[aiomqtt.Client]:
    """A connected client. With ``manual_ack`` the broker keeps the session and every message until ``ack``.

    Raises:
        SourceLost: the broker cannot be reached, refuses us, or is lost later.
    """
    tls = tls_context(settings)
    versions = {
        "auto": (ProtocolVersion.V5, ProtocolVersion.V311),
        "5": (ProtocolVersion.V5,),
        "3.1.1": (ProtocolVersion.V311,),
    }[settings.version]
    for version in versions:
        connection = _client(
            settings, version, client_id=client_id, manual_ack=manual_ack, will=will, tls=tls
        )
        try:
            async with connection:
                yield connection
                return
        except aiomqtt.MqttError as error:
            if _wrong_version(error) and version is not versions[-1]:
                continue
            raise SourceLost(_in_words(settings, error)) from error


async def frames(settings: MqttSettings) -> AsyncIterator[RawFrame]:
    """Every frame that arrives, over one connection. Each must be acknowledged after it is committed.

    Raises:
        SourceLost: the connection is lost or cannot be made, or a subscription is refused.
    """
    formats = {source.topic: source.format for source in settings.sources}
    async with client(settings, client_id=f"{settings.client_id}-in", manual_ack=True) as connection:
        granted = await connection.subscribe([(topic, 1) for topic in formats])
        for topic, code in zip(formats, granted, strict=True):
            if _number(code) >= _REFUSED:
                raise SourceLost(f"the broker at {settings.address} does not let us subscribe to {topic}")
        async for message in connection.messages:
            matched = next((topic for topic in formats if message.topic.matches(topic)), None)
            if matched is None:
                continue  # left over from a subscription of an earlier configuration
            yield RawFrame(
                source="mqtt",
                device=_device(matched, message.topic.value, formats[matched]),
                format=formats[matched],
                payload=bytes(message.payload),
                received_ns=time.time_ns(),
                ack=partial(ack, connection, message),
                monotonic_ns=time.monotonic_ns(),
            )


def ack(connection: aiomqtt.Client, message: aiomqtt.Message) -> None:
    """Tell the broker that ``message`` need not come again. After a lost connection it does come again."""
    connection._client.ack(message.mid, message.qos)  # noqa: SLF001 - aiomqtt offers no manual acknowledgement


def tls_context(settings: MqttSettings) -> ssl.SSLContext | None:
    """TLS as configured; None without.

    Raises:
        SourceLost: a certificate or key file cannot be used.
    """
    if not (settings.tls or settings.ca_file or settings.cert_file):
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ca_file or None)
        if settings.cert_file:
            context.load_cert_chain(settings.cert_file, settings.key_file or None)
    except (OSError, ssl.SSLError) as error:
        name = getattr(error, "filename", None) or settings.ca_file or settings.cert_file
        raise SourceLost(f"TLS: {name} cannot be used: {error.strerror or error}") from error
    return context


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
        keepalive=KEEPALIVE_S,
        timeout=CONNECT_TIMEOUT_S,
    )
    connection._client.manual_ack_set(manual_ack)  # noqa: SLF001 - aiomqtt offers no manual acknowledgement
    return connection


def _device(pattern: str, topic: str, fmt: str) -> str:
    """The device id at the place of ``+``; empty where that is no valid one."""
    place = pattern.split("/").index("+")
    text = topic.split("/")[place]
    if fmt == "polar-recorder":
        text = text.lower()  # it names straps in capitals
    return text if DEVICE_PATTERN.fullmatch(text) else ""


def _number(code: object) -> int:
    return code.value if isinstance(code, ReasonCode) else int(str(code))


def _code(error: aiomqtt.MqttError) -> int | None:
    code = getattr(error, "rc", None)
    return None if code is None else _number(code)


def _wrong_version(error: aiomqtt.MqttError) -> bool:
    return isinstance(error, aiomqtt.MqttCodeError) and _code(error) in _WRONG_VERSION


def _in_words(settings: MqttSettings, error: aiomqtt.MqttError) -> str:
    where = f"the broker at {settings.address}"
    if isinstance(error, aiomqtt.MqttCodeError):
        if _code(error) in _NOT_ALLOWED:
            return f"{where} does not know this user name and password"
        if _wrong_version(error):
            return f"{where} does not speak MQTT {settings.version}"
        return f"{where} refused the connection ({error})"
    return f"{where} is lost or cannot be reached ({error})"
