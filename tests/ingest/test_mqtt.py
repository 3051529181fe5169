"""Frames over MQTT, against a real mosquitto."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiomqtt
import msgspec
import pytest

from ingest.frames import DecodeError, decode
from ingest.mqtt import MqttInput, MqttSettings, SourceLost, client, frames
from ingest.mqtt_connection import UNASKED_MAX, Connection
from tests.ingest.receiver import until
from tests.ingest.taker import QUIET_S, VERSIONS, Taker, Version, publish, run, settings_for
from tests.mosquitto import Mosquitto, free_port

if TYPE_CHECKING:
    from pathlib import Path


@VERSIONS
def test_what_is_not_acknowledged_comes_again_and_the_rest_does_not(tmp_path: Path, version: Version) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker, version)
            async with Taker(settings) as taker:
                await publish(settings, "hearth/v1/w1/ecg", *(b"%d" % index for index in range(10)))
                await until(lambda: len(taker.found) == 10)
                for raw in taker.found[::2]:
                    raw.ack()
            async with Taker(settings) as taker:
                await until(lambda: len(taker.found) == 5)
                await asyncio.sleep(QUIET_S)
                assert taker.payloads == [b"1", b"3", b"5", b"7", b"9"]
                assert {(raw.device, raw.format, raw.source) for raw in taker.found} == {
                    ("w1", "hearth", "mqtt")
                }
                for raw in taker.found:
                    raw.ack()
            async with Taker(settings) as taker:
                await asyncio.sleep(QUIET_S)
                assert taker.found == []

    run(body())


@VERSIONS
def test_what_is_sent_while_we_are_away_waits_at_the_broker(tmp_path: Path, version: Version) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker, version)
            async with Taker(settings):
                pass
            await publish(settings, "hearth/v1/w1/ecg", b"a", b"b")
            async with Taker(settings) as taker:
                await until(lambda: taker.payloads == [b"a", b"b"])

    run(body())


@VERSIONS
def test_a_lost_broker_is_a_lost_source_and_what_it_kept_comes_again(
    tmp_path: Path, version: Version
) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path, persistence=True) as broker:
            settings = settings_for(broker, version)
            async with Taker(settings) as taker:
                await publish(settings, "hearth/v1/w1/ecg", b"a", b"b")
                await until(lambda: len(taker.found) == 2)
                taker.found[0].ack()
                await asyncio.sleep(QUIET_S)
                await broker.stop()  # in order: its store is on disk
                with pytest.raises(SourceLost, match=f"the broker at 127.0.0.1:{broker.port}"):
                    await taker.task
                taker.found[1].ack()  # over the lost connection: nothing happens
            await broker.start()
            async with Taker(settings) as taker:
                await until(lambda: taker.payloads == [b"b"])
                await broker.kill()
                with pytest.raises(SourceLost, match=f"the broker at 127.0.0.1:{broker.port}"):
                    await taker.task

    run(body())


def test_nonsense_and_strange_devices_are_frames_that_cannot_be_decoded(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker)
            async with Taker(settings) as taker:
                await publish(settings, "hearth/v1/w1/ecg", b"nonsense", b"")
                await publish(settings, "hearth/v1/W_1/ecg", b"\xa0")
                await publish(settings, "hearth/v1/../ecg", b"\xa0")
                await until(lambda: len(taker.found) == 4)
                assert [raw.device for raw in taker.found] == ["w1", "w1", "", ""]
                for raw in taker.found:
                    with pytest.raises(DecodeError):
                        decode(raw)
            async with Taker(settings) as taker:  # nobody acknowledged them
                await until(lambda: len(taker.found) == 4)
                for raw in taker.found:
                    raw.ack()
            async with Taker(settings) as taker:
                await asyncio.sleep(QUIET_S)
                assert taker.found == []

    run(body())


def test_a_message_of_a_former_subscription_is_refused_and_does_not_stay(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            former = settings_for(broker, inputs=(MqttInput(topic="old/+", format="hearth"),))
            settings = settings_for(broker)
            async with Taker(former):
                pass
            await publish(settings, "old/w1", b"x")
            async with Taker(settings) as taker:
                await until(lambda: len(taker.found) == 1)
                assert (taker.found[0].device, taker.found[0].format) == ("", "")

    run(body())


def test_polar_recorder_comes_in_on_its_own_topic(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            polar = MqttInput(topic="polar_recorder/ECG/+", format="polar-recorder")
            settings = settings_for(broker, inputs=(polar,), root="home/ecg")
            async with Taker(settings) as taker:
                await publish(settings, "polar_recorder/ECG/A1B2C3D4", b"{}")
                await publish(settings, "home/ecg/w1/ecg", b"{}")
                await until(lambda: len(taker.found) == 2)
                assert {(raw.device, raw.format) for raw in taker.found} == {
                    ("a1b2c3d4", "polar-recorder"),
                    ("w1", "hearth"),
                }

    run(body())


def test_quality_of_service_0_is_taken_up_to_a_bound(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker)
            async with client(settings, client_id="slow", manual_ack=True) as slow:
                assert await slow.ask_for("hearth/v1/+/ecg")
                await publish(settings, "hearth/v1/w1/ecg", *[b"0"] * (UNASKED_MAX + 50), qos=0)
                await publish(settings, "hearth/v1/w1/ecg", *[b"1"] * 20)
                await until(lambda: len(slow.messages) == UNASKED_MAX + 20)

    run(body())


@VERSIONS
def test_a_retained_frame_is_not_asked_for_where_that_can_be_said(tmp_path: Path, version: Version) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker, version)
            await publish(settings, "hearth/v1/w1/ecg", b"old", retain=True)
            async with Taker(settings) as taker:
                await publish(settings, "hearth/v1/w1/ecg", b"new")
                await until(lambda: taker.found[-1:] != [] and taker.found[-1].payload == b"new")
                assert taker.payloads == ([b"new"] if version == "5" else [b"old", b"new"])

    run(body())


def test_an_acknowledgement_is_given_once(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path, max_inflight=1) as broker:
            settings = settings_for(broker, "3.1.1")
            async with Taker(settings) as taker:
                await publish(settings, "hearth/v1/w1/ecg", b"a", b"b", b"c")
                await until(lambda: len(taker.found) == 1)
                taker.found[0].ack()
                await until(lambda: len(taker.found) == 2)
                taker.found[0].ack()  # "b" may have its number by now
                await asyncio.sleep(QUIET_S)
                assert len(taker.found) == 2

    run(body())


def test_nobody_there_is_a_lost_source() -> None:
    async def body() -> None:
        nowhere = MqttSettings(port=free_port())
        with pytest.raises(
            SourceLost, match=f"the broker at 127.0.0.1:{nowhere.port} is lost or cannot be reached"
        ):
            await anext(frames(nowhere))

    run(body())


def test_the_last_will_is_published_when_we_are_cut_off(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = settings_for(broker)
            will = aiomqtt.Will("hearth/v1/status", b"offline", qos=1, retain=True)
            async with client(settings, client_id="watcher") as watcher:
                await watcher.subscribe("hearth/v1/status", qos=1)
                async with client(settings, client_id="daemon", will=will):
                    taken_over = client(settings, client_id="daemon")
                    async with taken_over:
                        message = await anext(aiter(watcher.messages))
                        assert message.payload == b"offline"

    run(body())


@pytest.mark.parametrize(
    "topic", ["polar/#", "polar/ECG", "+/ecg", "polar/+/+", "polar/x+/ecg", "polar/+/ecg/#"]
)
def test_an_input_has_one_place_for_the_device(topic: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"topic": topic, "format": "hearth"}, MqttInput)


def test_a_cancellation_that_meets_the_answer_is_not_forgotten() -> None:
    async def body() -> bool:
        connection = Connection(MqttSettings(), aiomqtt.ProtocolVersion.V5, client_id="test")
        answer = asyncio.get_running_loop().create_future()
        waiting = asyncio.create_task(connection._wait_for(answer, None))
        await asyncio.sleep(0)
        answer.set_result(None)
        waiting.cancel()
        await asyncio.wait([waiting])
        return waiting.cancelled()

    assert asyncio.run(body())
