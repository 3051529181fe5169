"""A connection to the broker, in the version that it speaks, and in plain words why there is none."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Final

import aiomqtt
from aiomqtt import ProtocolVersion

from ingest.mqtt_connection import Connection, value
from ingest.mqtt_settings import MqttSettings, SourceLost, tls_context

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

_WRONG_VERSION: Final = frozenset({1, 132})  # CONNACK codes of 3.1.1 and 5: protocol version not supported
_NOT_ALLOWED: Final = frozenset({4, 5, 134, 135})  # likewise: bad user name or password, not authorised
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
) -> AsyncIterator[Connection]:
    """A connected client.

    With ``manual_ack`` the broker keeps the session, and every message of QoS 1 until its Receipt.

    Raises:
        SourceLost: the broker cannot be reached, refuses us, or is lost later.
    """
    tls = tls_context(settings)
    try:
        async with AsyncExitStack() as stack:
            for version in await _versions(settings, client_id, tls):
                connection = Connection(
                    settings, version, client_id=client_id, manual_ack=manual_ack, will=will, tls=tls
                )
                if await _let_in(stack, connection):
                    break
            else:
                raise SourceLost(f"the broker at {settings.address} does not speak MQTT {settings.version}")
            yield connection
    except aiomqtt.MqttError as error:
        raise SourceLost(_in_words(settings, error)) from error


async def _versions(
    settings: MqttSettings, client_id: str, tls: ssl.SSLContext | None
) -> tuple[ProtocolVersion, ...]:
    """The versions to try.

    amqtt takes a version 5 greeting for a longer one of 3.1.1 and waits for its rest for ever, unless it is
    a bare one: so where no password is needed a bare one goes ahead.
    """
    versions = _VERSIONS[settings.version]
    if settings.version == "auto" and not settings.username:
        hello = Connection(settings, ProtocolVersion.V5, client_id=f"{client_id}-hello", tls=tls, bare=True)
        async with AsyncExitStack() as stack:
            if not await _let_in(stack, hello):
                return versions[1:]
    return versions


async def _let_in(stack: AsyncExitStack, connection: Connection) -> bool:
    """Connect; False if the broker does not speak this version."""
    connected = False
    try:
        await stack.enter_async_context(connection)
        connected = True
    except aiomqtt.MqttCodeError as error:
        if error.rc is None or value(error.rc) not in _WRONG_VERSION:
            raise
    finally:
        if not connected:
            connection.abandon()
    return connected


def _in_words(settings: MqttSettings, error: aiomqtt.MqttError) -> str:
    where = f"the broker at {settings.address}"
    if not isinstance(error, aiomqtt.MqttCodeError) or error.rc is None:
        return f"{where} is lost or cannot be reached ({error})"
    if value(error.rc) in _NOT_ALLOWED:
        return f"{where} does not know this user name and password"
    return f"{where} refused or ended the connection ({error})"
