"""The embedded broker, with real clients."""

from __future__ import annotations

import asyncio
import logging
import socket
import warnings
from typing import TYPE_CHECKING

import aiomqtt
import pytest

from daemon.broker import BrokerNotStarted, EmbeddedBroker
from ingest.mqtt import MqttSettings, client, frames
from ingest.wearable import SimulatedWearable
from tests.ingest.airwaves import stream
from tests.ingest.receiver import Receiver, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from dsp.types import Frame


def settings_for(broker: EmbeddedBroker) -> MqttSettings:
    return MqttSettings(host=broker.host, port=broker.port)


def test_messages_go_through_in_order() -> None:
    async def body() -> None:
        async with EmbeddedBroker() as broker, client(settings_for(broker), client_id="a") as here:
            await here.subscribe("#", qos=1)
            for index in range(300):
                await here.publish("hearth/v1/w1/ecg", b"%d" % index, qos=1)
            messages = aiter(here.messages)
            for index in range(300):
                assert (await anext(messages)).payload == b"%d" % index

    asyncio.run(body())


def test_retained_messages_and_the_last_will() -> None:
    async def body() -> None:
        async with EmbeddedBroker() as broker:
            settings = settings_for(broker)
            will = aiomqtt.Will("hearth/v1/status", b"offline", qos=1, retain=True)
            async with client(settings, client_id="daemon", will=will) as daemon:
                await daemon.publish("hearth/v1/status", b"online", qos=1, retain=True)
                async with client(settings, client_id="reader") as reader:
                    await reader.subscribe("hearth/v1/#", qos=1)
                    messages = aiter(reader.messages)
                    first = await anext(messages)
                    assert (first.payload, first.retain) == (b"online", True)
                    wire = daemon._client.socket()
                    assert isinstance(wire, socket.socket)
                    wire.shutdown(socket.SHUT_RDWR)  # cut off, without a farewell
                    assert (await anext(messages)).payload == b"offline"

    asyncio.run(body())


def test_a_session_outlasts_its_connection() -> None:
    async def body() -> None:
        async with EmbeddedBroker() as broker:
            settings = settings_for(broker)
            async with client(settings, client_id="in", manual_ack=True) as here:
                await here.subscribe("hearth/v1/+/ecg", qos=1)
            async with client(settings, client_id="sender") as sender:
                for index in range(20):
                    await sender.publish("hearth/v1/w1/ecg", b"%d" % index, qos=1)
            async with client(settings, client_id="in", manual_ack=True) as here:
                await until(lambda: len(here.messages) == 20)

    asyncio.run(body())


def test_frames_are_delivered_without_waiting_for_acknowledgements() -> None:
    async def body() -> None:
        async with EmbeddedBroker() as broker:
            settings = settings_for(broker)
            ready = asyncio.Event()
            found = []

            async def take() -> None:
                async for raw in frames(settings, ready=ready.set):
                    found.append(raw)  # noqa: PERF401 - looked at while it grows

            task = asyncio.create_task(take())
            await ready.wait()
            async with client(settings, client_id="sender") as sender:
                for index in range(300):
                    await sender.publish("hearth/v1/w1/ecg", b"%d" % index, qos=1)
            await until(lambda: len(found) == 300)
            for raw in found:
                raw.ack()
            task.cancel()
            await asyncio.wait([task])

    asyncio.run(body())


def test_a_wearable_loses_nothing_over_it() -> None:
    async def source() -> AsyncIterator[Frame]:
        for item in stream([125] * 200, 250.0):
            yield item.frame

    async def body() -> None:
        async with EmbeddedBroker() as broker:
            receiver = Receiver(settings_for(broker))
            task = asyncio.create_task(receiver.run())
            await receiver.listening()
            wearable = SimulatedWearable(settings_for(broker), "w1", speed=None)
            await asyncio.wait_for(wearable.run(source()), 30)
            task.cancel()
            await asyncio.wait([task])
            assert receiver.store.cells == {1: list(range(200 * 125))}

    asyncio.run(body())


def test_a_port_in_use_is_refused_and_a_given_one_is_taken() -> None:
    async def body() -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            with pytest.raises(BrokerNotStarted, match=f"cannot listen on 127.0.0.1:{port}"):
                async with EmbeddedBroker(port):
                    pass
        async with EmbeddedBroker(port) as broker:
            assert broker.port == port

    asyncio.run(body())


def test_it_says_nothing_about_what_passes_through(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def body() -> None:
        async with EmbeddedBroker() as broker, client(settings_for(broker), client_id="a") as here:
            await here.subscribe("#", qos=1)
            await here.publish("hearth/v1/w1/ecg", b"canary", qos=1)
            assert (await anext(aiter(here.messages))).payload == b"canary"

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(body())
    assert "canary" not in caplog.text
    assert [record for record in caplog.records if record.name.startswith("amqtt")] == []
