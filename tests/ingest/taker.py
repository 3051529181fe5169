"""Takes frames off a real broker, and puts them there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal, Self

import msgspec
import pytest

from ingest.mqtt import MqttSettings, client, frames
from tests.ingest.receiver import until

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import TracebackType

    from ingest.frames import RawFrame
    from tests.mosquitto import Mosquitto

Version = Literal["auto", "5", "3.1.1"]
VERSIONS = pytest.mark.parametrize("version", ["5", "3.1.1"])
QUIET_S = 0.3  # for what must not come; what does come takes milliseconds


def settings_for(broker: Mosquitto, version: Version = "auto", **more: object) -> MqttSettings:
    return msgspec.structs.replace(MqttSettings(host=broker.host, port=broker.port, version=version), **more)


class Taker:
    """Takes what arrives over one connection, and acknowledges nothing by itself. ``async with``."""

    def __init__(self, settings: MqttSettings) -> None:
        self.found: list[RawFrame] = []
        self._settings = settings
        self._ready = asyncio.Event()

    async def __aenter__(self) -> Self:
        self.task = asyncio.create_task(self._take())
        await until(lambda: self._ready.is_set() or self.task.done())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.task.cancel()
        await asyncio.wait([self.task])

    async def _take(self) -> None:
        async for raw in frames(self._settings, ready=self._ready.set):
            self.found += [raw]

    @property
    def payloads(self) -> list[bytes]:
        return [raw.payload for raw in self.found]


async def publish(
    settings: MqttSettings, topic: str, *payloads: bytes, qos: int = 1, retain: bool = False
) -> None:
    async with client(settings, client_id="sender") as sender:
        for payload in payloads:
            await sender.publish(topic, payload, qos=qos, retain=retain)


def run(test: Coroutine[None, None, None]) -> None:
    asyncio.run(test)
