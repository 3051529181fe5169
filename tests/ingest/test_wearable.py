"""The simulated wearable and a receiver, with a real mosquitto between them."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from dsp.types import GapReason
from ingest.impairments import BadLink, Impairments
from ingest.mqtt import MqttSettings, client
from ingest.wearable import SimulatedWearable
from tests.ingest.airwaves import START_NS, stream
from tests.ingest.receiver import PATIENCE_S, Receiver, until
from tests.mosquitto import Mosquitto

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine
    from pathlib import Path

    from dsp.types import Frame

N = 125


async def source(frames: int, fs_hz: float = 250.0) -> AsyncIterator[Frame]:
    for item in stream([N] * frames, fs_hz):
        yield item.frame


@dataclass
class Scene:
    broker: Mosquitto
    settings: MqttSettings
    receiver: Receiver

    def stored(self, wearable: SimulatedWearable, frames: int) -> tuple[int, int]:
        """Samples stored and given up, after checking that each is in its place and all are accounted for."""
        assert list(self.receiver.store.cells) == [1]
        cells = self.receiver.store.cells[1]
        # What is lost before a session's first sample or after its last is no gap in it.
        first = next((end for begin, end in wearable.never_sent if begin == 0), 0)
        lost = {at for begin, end in wearable.never_sent for at in range(begin, end)}
        for index, value in enumerate(cells):
            assert value == index + first if type(value) is int else index + first in lost
        values = sum(type(value) is int for value in cells)
        assert values == frames * N - len(lost)
        return values, len(cells) - values


@asynccontextmanager
async def scene(folder: Path, **how: object) -> AsyncIterator[Scene]:
    async with Mosquitto(folder, **how) as broker:  # type: ignore[arg-type]
        settings = MqttSettings(host=broker.host, port=broker.port)
        receiver = Receiver(settings)
        task = asyncio.create_task(receiver.run())
        await receiver.listening()
        try:
            yield Scene(broker, settings, receiver)
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def run(test: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 60))


def test_every_sample_is_stored_and_acknowledged(tmp_path: Path) -> None:
    async def body() -> None:
        async with scene(tmp_path) as here:
            wearable = SimulatedWearable(here.settings, "w1", speed=None, fmt="json")
            await wearable.run(source(200))
            assert here.stored(wearable, 200) == (200 * N, 0)
            assert wearable.produced_samples == wearable.sent_samples == 200 * N
            assert wearable.acknowledged_samples == 200 * N
            assert (wearable.acked_seq, wearable.connections) == (199, 1)

    run(body())


def test_its_own_clock_and_speed(tmp_path: Path) -> None:
    async def body() -> None:
        async with scene(tmp_path) as here:
            wearable = SimulatedWearable(
                here.settings, "w1", speed=20.0, start_ns=START_NS - 10**12, first_seq=5
            )
            began = asyncio.get_running_loop().time()
            await wearable.run(source(40))
            assert asyncio.get_running_loop().time() - began > 40 * N / 250 / 20 - 0.1
            assert here.receiver.store.starts[1].start_ns == START_NS - 10**12
            assert wearable.acked_seq == 44

    run(body())


@pytest.mark.parametrize("drop", [0.001, 0.01, 0.2])
def test_samples_and_gaps_are_what_was_sent_over_a_bad_link(tmp_path: Path, drop: float) -> None:
    async def body() -> None:
        async with scene(tmp_path) as here:
            bad = Impairments(drop=drop, double=0.3, reorder_s=1.9, seed=11)
            wearable = SimulatedWearable(here.settings, "w1", speed=None, impairments=bad)
            await wearable.run(source(300))
            _, gaps = here.stored(wearable, 300)
            inside = sum(end - begin for begin, end in wearable.never_sent if begin and end != 300 * N)
            assert gaps == inside

    run(body())


def test_a_latecomer_is_marked_and_kept_aside(tmp_path: Path) -> None:
    async def body() -> None:
        async with scene(tmp_path) as here:
            bad = Impairments(late=0.05, late_s=12.0, seed=4)
            wearable = SimulatedWearable(here.settings, "w1", speed=10.0, impairments=bad)
            await wearable.run(source(120))
            await until(lambda: here.receiver.late > 0)
            cells = here.receiver.store.cells[1]
            assert len(cells) == 120 * N
            assert cells.count(GapReason.LATE) == here.receiver.late * N

    run(body())


@pytest.mark.parametrize("persistence", [False, True])
def test_a_killed_broker_costs_nothing(tmp_path: Path, persistence: bool) -> None:
    async def body() -> None:
        async with scene(tmp_path, persistence=persistence) as here:
            wearable = SimulatedWearable(here.settings, "w1", speed=None)
            running = asyncio.create_task(wearable.run(source(1500)))
            for share in (0.2, 0.6):
                await until(lambda share=share: wearable.sent_samples > share * 1500 * N)  # type: ignore[misc]
                await here.broker.kill()
                await here.broker.start()
            await running
            assert wearable.connections == 3
            assert here.stored(wearable, 1500) == (1500 * N, 0)

    run(body())


def test_its_memory_is_bounded_while_nobody_acknowledges(tmp_path: Path) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = MqttSettings(host=broker.host, port=broker.port)
            wearable = SimulatedWearable(settings, "w1", speed=None, window=10)
            running = asyncio.create_task(wearable.run(source(100)))
            await until(lambda: wearable.sent_samples == 10 * N)
            with pytest.raises(TimeoutError):
                await wearable.drained(0.2)
            assert (wearable.produced_samples, wearable.sent_samples) == (10 * N, 10 * N)
            async with client(settings, client_id="gateway") as gateway:
                for said in (b"junk", b"99", b"3"):  # nonsense, and what was never sent, count for nothing
                    await gateway.publish("hearth/v1/w1/ack", said, qos=1)
                await until(lambda: wearable.sent_samples == 14 * N)
                assert wearable.acked_seq == 3
            running.cancel()
            await asyncio.wait([running])

    run(body())


@pytest.mark.parametrize("how", ["repeated", "silent"])
def test_what_is_not_acknowledged_is_sent_again(tmp_path: Path, how: str) -> None:
    async def body() -> None:
        async with Mosquitto(tmp_path) as broker:
            settings = MqttSettings(host=broker.host, port=broker.port)
            wearable = SimulatedWearable(settings, "w1", speed=None, resend_s=0.5 if how == "silent" else 1e9)
            running = asyncio.create_task(wearable.run(source(4)))
            await until(lambda: wearable.sent_samples == 4 * N)
            async with client(settings, client_id="gateway") as gateway:
                await gateway.subscribe("hearth/v1/w1/ecg", qos=1)
                for _ in range(2 if how == "repeated" else 0):
                    await gateway.publish("hearth/v1/w1/ack", b"1", qos=1)
                repeated = 2 if how == "repeated" else 4
                async with asyncio.timeout(PATIENCE_S):
                    for _ in range(repeated):
                        await anext(aiter(gateway.messages))
                await gateway.publish("hearth/v1/w1/ack", b"3", qos=1)
                await running
            assert wearable.sent_samples == wearable.acknowledged_samples == 4 * N

    run(body())


def test_a_bad_link_is_the_same_every_time_and_loses_nothing_itself() -> None:
    how = Impairments(drop=0.3, double=0.5, reorder_s=1.5, late=0.1, late_s=7.0, seed=3)

    def arrivals() -> list[int]:
        link: BadLink[int] = BadLink(how)
        found = []
        for index in range(200):
            link.put(index, index * 0.5)
            found += link.out(index * 0.5)
        return found + link.out(1e9)

    assert arrivals() == arrivals()
    assert set(arrivals()) == set(range(200))
    assert len(arrivals()) > 260
