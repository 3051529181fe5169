"""Stays up to show a configuration that cannot be run with, and goes on by itself once it is mended."""

from __future__ import annotations

import asyncio
import logging
import tomllib
from typing import TYPE_CHECKING, Final

import aiomqtt
import msgspec

from daemon import systemd
from daemon.config import load
from daemon.errors import ConfigError
from daemon.supervise import supervise
from daemon.topics import Topics
from ingest.mqtt import MqttSettings, client

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.config import Config

LOOK_S: Final = 2.0  # how soon a mended file is noticed
OFFLINE: Final = "offline"

log = logging.getLogger(__name__)


async def wait_until_mended(path: Path, error: ConfigError, stop: asyncio.Event) -> Config | None:
    """Say what is wrong, ingest nothing; the configuration once it is right, None if stopped before."""
    log.error("safe mode, nothing is recorded: %s", error)
    systemd.notify("READY=1", f"STATUS=safe mode, nothing is recorded: {error}")
    show = asyncio.create_task(supervise("safe mode", lambda: _show(path, error)), name="safe mode")
    try:
        return await _mended(path, str(error), stop)
    finally:
        show.cancel()
        await asyncio.wait([show])


async def _mended(path: Path, known: str, stop: asyncio.Event) -> Config | None:
    while not stop.is_set():
        systemd.notify("WATCHDOG=1")
        try:
            return await asyncio.to_thread(load, path)
        except ConfigError as error:
            if str(error) != known:
                known = str(error)
                log.error("safe mode: %s", error)  # noqa: TRY400 - the message is all there is to say
                systemd.notify(f"STATUS=safe mode, nothing is recorded: {error}")
        try:
            async with asyncio.timeout(LOOK_S):
                await stop.wait()
        except TimeoutError:
            continue
    return None


async def _show(path: Path, error: ConfigError) -> None:
    """Publish the error on the status topic, as far as the broken file tells which broker."""
    settings = _broker(path)
    status = Topics(settings.root).status
    will = aiomqtt.Will(status, OFFLINE, qos=1, retain=True)
    async with client(settings, client_id=f"{settings.client_id}-out", will=will) as connection:
        await connection.publish(status, f"safe mode: {error}", qos=1, retain=True)
        try:
            await asyncio.Event().wait()
        finally:
            await connection.publish(status, OFFLINE, qos=1, retain=True)


def _broker(path: Path) -> MqttSettings:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")).get("mqtt", {}), MqttSettings)
    except (OSError, ValueError, AttributeError):  # ValidationError and TOMLDecodeError are ValueErrors
        return MqttSettings()
