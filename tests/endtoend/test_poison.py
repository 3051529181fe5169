from __future__ import annotations

import asyncio
import logging
import random
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

import aiomqtt
import numpy as np
import psutil
import pytest

from dsp.types import Frame
from ingest.frames import DecodeError, RawFrame, decode, encode
from ingest.limits import MAX_PAYLOAD_BYTES
from storage import quarantine
from storage.database import open_reader
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import assert_whole, rows

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path

    from tests.endtoend.home import Home

log = logging.getLogger(__name__)

DEVICE: Final = "strap-1"
FRAME: Final = 125
SPEED: Final = 20.0
ROUNDS: Final = 4
GROWTH_MAX_BYTES: Final = 10 * 2**20 // ROUNDS
OVERSIZED: Final = MAX_PAYLOAD_BYTES + 1  # what the broker may still pass on
AT_ONCE: Final = 50
FAR_OVERSIZED: Final = 8 * 2**20  # what it must keep to itself
# Good topics, names that are no device id, and more wearables than one may have here.
TOPICS: Final = (
    f"hearth/v1/{DEVICE}/ecg",
    "hearth/v1/Not A Device/ecg",
    "hearth/v1/strap_1/ecg",
    "hearth/v1/one-too-many/ecg",
)


def mutated(rng: random.Random) -> bytes:
    """A frame with bytes changed, cut off or doubled, so that it is none any more."""
    uv = np.array([rng.randrange(-3000, 3000) for _ in range(rng.randrange(1, 50))], np.int32)
    good = encode(
        Frame(DEVICE, rng.randrange(10**6), time.time_ns(), FS_HZ, uv), rng.choice(["cbor", "json"])
    )
    while True:
        bad = bytearray(good)
        for _ in range(rng.randrange(1, 6)):
            bad[rng.randrange(len(bad))] = rng.randrange(256)
        bad = bad[: rng.randrange(len(bad) + 1)] * rng.choice([1, 1, 2])
        if bad and not decodes(bytes(bad)):
            return bytes(bad)


def decodes(payload: bytes) -> bool:
    try:
        decode(RawFrame("mqtt", DEVICE, "hearth", payload, 0, lambda: None))
    except DecodeError:
        return False
    return True


def poison(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Topics and payloads, none of them a frame."""
    rng = random.Random(seed)
    for number in range(count):
        topic = TOPICS[number % 8] if number % 8 < len(TOPICS) else TOPICS[0]
        match number % 50:
            case 0:
                yield topic, b""
            case 1:
                yield topic, bytes([rng.randrange(256)])
            case 2 | 3:
                yield topic, rng.randbytes(64) * (OVERSIZED // 64) + b"x"
            case _:
                yield topic, mutated(rng)


async def swallow(house: Home, count: int, seed: int) -> None:
    """Have it take ``count`` of them, a few at a time: what is on its way needs memory of its own."""
    kept = quarantined(house)
    async with aiomqtt.Client(house.broker.host, house.broker.port) as client:
        for number, (topic, payload) in enumerate(poison(count, seed), start=1):
            await client.publish(topic, payload, qos=1)
            if number % AT_ONCE == 0 or number == count:
                await until(lambda: quarantined(house) >= kept + number)  # noqa: B023 - awaited at once
        await client.publish(TOPICS[0], bytes(FAR_OVERSIZED), qos=1)


def quarantined(house: Home) -> int:
    with closing(open_reader(house.database)) as conn:
        return quarantine.count(conn)


async def poisoned(folder: Path, count: int, seconds: float) -> int:
    """Bytes that the daemon grows by in the calmest round of ``count`` poisoned payloads.

    They come in rounds, in ``seconds`` of good frames: what leaks grows in every one of them, what
    the allocator keeps for itself does not.
    """
    uv = steady(SPEED * seconds)
    tables = {"ingest": {"max_devices": 1}}
    async with home(folder, tables) as house:
        wearable = house.wearable(DEVICE, speed=SPEED, started_s=len(uv) / FS_HZ)
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(wearable.run(frames(uv, FRAME)))
            await until(lambda: wearable.acknowledged_samples > 0)
            warm = max(count // 4, 100)
            await swallow(house, warm, 1)
            await until(lambda: wearable.acknowledged_samples > len(uv) // 3)
            process = psutil.Process(house.program.pid)
            grown = [await growth(process, swallow(house, count // ROUNDS, n)) for n in range(ROUNDS)]
            assert not sending.done(), "the poison was to come between good frames"
            await sending
        assert_whole(house.database, DEVICE, uv)
        reasons = rows(house.database, "SELECT reason, size FROM quarantine")
        assert quarantined(house) == warm + count, "each is kept aside once"
        assert len(reasons) == min(warm + count, quarantine.KEEP_ROWS)
        assert all(reason for reason, _ in reasons)
        assert max(size for _, size in reasons) >= OVERSIZED
        counts = await house.program.counts()
        assert counts is not None
        assert counts["payloads refused"] == warm + count
        assert rows(house.database, "SELECT id FROM devices") == [(DEVICE,)]
    return min(grown)


async def growth(process: psutil.Process, work: Coroutine[object, object, None]) -> int:
    """Bytes of resident memory that ``process`` has more of after ``work``."""
    before = process.memory_info().rss
    await work
    return process.memory_info().rss - before


def test_poison_is_kept_aside_and_disturbs_nothing(place: Path) -> None:
    assert asyncio.run(poisoned(place, 400, 10.0)) < GROWTH_MAX_BYTES


@pytest.mark.long
def test_much_poison(place: Path) -> None:
    grown = asyncio.run(poisoned(place, 4000, 40.0))
    log.info("grown by %.1f MB", grown / 2**20)
    assert grown < GROWTH_MAX_BYTES
