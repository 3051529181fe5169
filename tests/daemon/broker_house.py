"""The publisher with a real store and a real broker, and somebody who listens in."""

from __future__ import annotations

import asyncio
import contextlib
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import aiomqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from daemon.outbox import Outbox
from daemon.publish import Handlers, Publisher
from daemon.topics import Topics
from ingest.mqtt import MqttSettings, SourceLost
from storage import outbox, people
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path
    from types import TracebackType

    from daemon.alarm_machine import Acknowledgement
    from daemon.questions import Question
    from tests.mosquitto import Mosquitto

PATIENCE_S = 15.0  # everything here takes milliseconds; a loaded machine gets time


async def until(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait for ``condition``; fail if it does not come."""
    async with asyncio.timeout(patience_s):
        while not condition():
            await asyncio.sleep(0.01)


@dataclass(frozen=True)
class Heard:
    topic: str
    payload: bytes
    retain: bool
    correlation: bytes | None

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self.payload)


@dataclass
class Listener:
    """A client of its own that remembers all it hears. ``async with``; connects again if the broker went."""

    broker: Mosquitto
    topic: str = "#"
    version: aiomqtt.ProtocolVersion = aiomqtt.ProtocolVersion.V5
    username: str | None = None
    password: str | None = None
    session: str | None = None  # a name: the broker keeps what comes while this client is away
    heard: list[Heard] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self._ready = asyncio.Event()
        self._task = asyncio.create_task(self._listen())
        await asyncio.wait_for(self._ready.wait(), PATIENCE_S)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _listen(self) -> None:
        while True:
            with contextlib.suppress(aiomqtt.MqttError):
                async with aiomqtt.Client(
                    self.broker.host,
                    self.broker.port,
                    protocol=aiomqtt.ProtocolVersion.V311 if self.session else self.version,
                    identifier=self.session,
                    clean_session=False if self.session else None,
                    username=self.username,
                    password=self.password,
                ) as self.client:
                    await self.client.subscribe(self.topic, qos=1)
                    self._ready.set()
                    async for message in self.client.messages:
                        self.heard.append(
                            Heard(
                                str(message.topic),
                                bytes(message.payload),
                                bool(message.retain),
                                getattr(message.properties, "CorrelationData", None),
                            )
                        )
            self._ready.clear()
            await asyncio.sleep(0.05)

    async def say(
        self,
        topic: str,
        payload: bytes,
        *,
        retain: bool = False,
        response: str | None = None,
        correlation: bytes | None = None,
    ) -> None:
        properties = None
        if response is not None:
            properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]  # of paho
            properties.ResponseTopic = response
            if correlation is not None:
                properties.CorrelationData = correlation
        await self.client.publish(topic, payload, qos=1, retain=retain, properties=properties)

    def on(self, topic: str) -> list[Heard]:
        return [one for one in self.heard if one.topic == topic]

    async def wait(self, topic: str, count: int = 1) -> list[Heard]:
        """The messages on ``topic`` once there are ``count``."""
        await until(lambda: len(self.on(topic)) >= count)
        return self.on(topic)


@dataclass
class Desk:
    """Who answers and acknowledges in these tests. ``slow_s``: how long an answer takes."""

    slow_s: float = 0.0
    error: Exception | None = None
    asked: list[Question] = field(default_factory=list)
    acknowledged: list[Acknowledgement] = field(default_factory=list)
    connections: list[bool] = field(default_factory=list)

    async def answer(self, question: Question) -> dict[str, object]:
        self.asked.append(question)
        await asyncio.sleep(self.slow_s)
        if self.error is not None:
            raise self.error
        return {"session": question.session, "question": question.text, "answer": "72 per minute"}

    async def acknowledge(self, request: Acknowledgement) -> None:
        self.acknowledged.append(request)


@dataclass
class Publishing:
    publisher: Publisher
    writer: Writer
    desk: Desk
    outbox: Outbox
    path: Path

    async def put(self, *payloads: bytes, topic: str = "hearth/v1/strap-1/alert", priority: int = 1) -> None:
        def job(conn: sqlite3.Connection) -> None:
            for payload in payloads:
                outbox.put(conn, topic, payload, created_ns=1, priority=priority)

        await self.writer.write(job)
        self.publisher.told()

    async def unsent(self) -> int:
        return await self.writer.write(lambda conn: len(outbox.pending(conn, 10_000)))

    async def supervised(self) -> None:
        """As the daemon does it: again after each loss, without its back-off."""
        while True:
            with contextlib.suppress(SourceLost):
                await self.publisher.run()
            await asyncio.sleep(0.05)


@asynccontextmanager
async def publishing(
    folder: Path,
    broker: Mosquitto,
    desk: Desk | None = None,
    *,
    version: str = "auto",
    supervised: bool = True,
    **settings: object,
) -> AsyncIterator[Publishing]:
    """A publisher that runs, connected unless it is not ``supervised``."""
    desk = desk or Desk()
    path = folder / "hearth.db"
    mqtt = MqttSettings(host=broker.host, port=broker.port, version=version, **settings)  # type: ignore[arg-type]  # any of its literals
    async with Writer(path) as writer:
        await writer.write(lambda conn: people.add_wearer(conn, "Ada", "Europe/Berlin", installed_ns=1))
        way = Outbox(path, writer, lambda topic: not topic.startswith("notify:"))
        handlers = Handlers(desk.answer, desk.acknowledge, desk.connections.append)
        publisher = Publisher(mqtt, Topics(), way, handlers)
        house = Publishing(publisher, writer, desk, way, path)
        task = asyncio.create_task(house.supervised() if supervised else publisher.run())
        try:
            if supervised:
                await until(lambda: publisher.connected)
            yield house
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, SourceLost):
                await task
