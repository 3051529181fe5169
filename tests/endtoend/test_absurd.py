from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import aiomqtt
import pytest

from ingest.frames import encode
from tests.endtoend.hearts import frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import assert_whole, recorded, rows
from tests.ingest.nonsense import nonsense

if TYPE_CHECKING:
    from pathlib import Path

# Sessions of the mad one that are open or not analysed: its last one stays open.
TO_DO: Final = (
    "SELECT count(*) FROM sessions AS s LEFT JOIN analysis AS a ON a.session = s.id "
    "WHERE s.device = 'mad' AND (s.closed = 0 OR s.position > coalesce(a.position, 0))"
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
