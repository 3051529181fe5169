from __future__ import annotations

import asyncio
import random
import time
from typing import TYPE_CHECKING, Final

import aiomqtt
import numpy as np
import pytest

from dsp.types import Frame
from ingest.frames import encode
from ingest.limits import MAX_ABS_UV, MAX_SEQ, MAX_T_NS
from tests.endtoend.hearts import frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import assert_whole, recorded, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY_NS: Final = 86_400 * 10**9
# Sessions of the mad one that are open or not analysed: its last one stays open.
TO_DO: Final = (
    "SELECT count(*) FROM sessions AS s LEFT JOIN analysis AS a ON a.session = s.id "
    "WHERE s.device = 'mad' AND (s.closed = 0 OR s.position > coalesce(a.position, 0))"
)


def nonsense(count: int, seed: int) -> Iterator[Frame]:
    """Frames that are well-formed, and that no wearable would send."""
    rng = random.Random(seed)
    seq, t_ns, fs_hz = 0, time.time_ns(), 250.0
    for _ in range(count):
        seq = rng.choice([seq, seq + 1, seq + 1, seq + rng.randrange(9), rng.randrange(MAX_SEQ), MAX_SEQ, 0])
        t_ns += rng.choice([1, 1, 1, -1]) * rng.choice([0, 10**6, 10**9, 10**10, 365 * DAY_NS])
        t_ns = rng.choice([t_ns, t_ns, t_ns, 0, time.time_ns(), rng.randrange(MAX_T_NS)])
        fs_hz = rng.choice([fs_hz, fs_hz, fs_hz, rng.uniform(100, 1000), 100.0, 1000.0, 130.1])
        n = rng.choice([1, 2, 25, 125, 2000])
        level = rng.choice([0, 1, 500, 5000, MAX_ABS_UV])
        uv = np.array([rng.randint(-level, level) for _ in range(n)], np.int32)
        yield Frame(
            "",
            rng.choice([None, seq % (MAX_SEQ + 1), seq % (MAX_SEQ + 1)]),
            rng.choice([None, t_ns % MAX_T_NS, t_ns % MAX_T_NS]),
            fs_hz,
            uv,
            lead_off=rng.random() < 0.2,
            lead=rng.choice(["I", "I", "I", "II", "ECG lead I"]),
            battery_pct=rng.choice([None, 0, 50, 100]),
        )


async def absurd(folder: Path, count: int, seed: int) -> None:
    """``count`` of them between the good frames of another wearable; then a restart, and all is analysed."""
    uv = steady(20.0)
    async with home(folder) as house:
        first = house.program.pid
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(house.wearable("sane").run(frames(uv, 125)))
            async with aiomqtt.Client(house.broker.host, house.broker.port) as client:
                for frame in nonsense(count, seed):
                    await client.publish("hearth/v1/mad/ecg", encode(frame), qos=1)
        # The other wearable may be done before the first of these frames is stored.
        await until(lambda: recorded(house.database, "mad"))
        await until(lambda: rows(house.database, TO_DO)[0][0] <= 1, count / 2 + 60.0)
        assert house.program.pid == first
        assert house.program.running, house.program.log
        await house.program.stop()
        await house.program.start()
        assert_whole(house.database, "sane", uv)
        assert recorded(house.database, "mad")


def test_frames_that_make_no_sense_end_nothing(place: Path) -> None:
    asyncio.run(absurd(place, 100, 1))


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", range(2, 6))
def test_many_frames_that_make_no_sense_end_nothing(place: Path, seed: int) -> None:
    asyncio.run(absurd(place, 1000, seed))
