from __future__ import annotations

import asyncio
import logging
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from tests.endtoend.hearts import frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import STOP_LIMIT_S, until
from tests.endtoend.store import assert_whole, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.endtoend.home import Home

log = logging.getLogger(__name__)

WEARABLES: Final = 3
FRAME: Final = 25
SPEED: Final = 20.0


def stored_samples(house: Home, device: str) -> int:
    return sum(int(session.there.sum()) for session in recorded(house.database, device))


async def stop_again_and_again(folder: Path, times: int, seed: int) -> list[float]:
    """Seconds each stop took, while several wearables send as fast as is good for the daemon."""
    rng = random.Random(seed)
    took_s = []
    signals = {f"strap-{i}": steady(30.0 * times, seed=seed + i) for i in range(WEARABLES)}
    async with home(folder, running=False) as house:
        wearables = [
            house.wearable(device, speed=SPEED, resend_s=1.0, started_s=30.0 * times) for device in signals
        ]
        async with asyncio.TaskGroup() as tasks:
            sending = [
                tasks.create_task(wearable.run(frames(signals[wearable.device], FRAME)))
                for wearable in wearables
            ]
            for _ in range(times):
                await house.program.start()
                known = [wearable.acked_seq for wearable in wearables]
                await until(lambda: all(w.acked_seq != k for w, k in zip(wearables, known, strict=True)))  # noqa: B023 - awaited at once
                await asyncio.sleep(rng.uniform(0.0, 1.0))
                took_s.append(await house.program.stop())
                for wearable in wearables:
                    assert stored_samples(house, wearable.device) >= wearable.acknowledged_samples
            await house.program.start()
            await asyncio.gather(*sending)
        for device, uv in signals.items():
            assert_whole(house.database, device, uv)
    return took_s


def test_every_stop_under_load_is_quick_and_loses_nothing(place: Path) -> None:
    assert max(asyncio.run(stop_again_and_again(place, 3, 1))) < STOP_LIMIT_S


@pytest.mark.long
@pytest.mark.timeout(900)
def test_two_hundred_stops_under_load(place: Path) -> None:
    took_s = sorted(asyncio.run(stop_again_and_again(place, 200, 2)))
    log.info("stops: median %.2f s, longest %.2f s", took_s[100], took_s[-1])


async def stop_while_nothing_can_be_written(folder: Path) -> tuple[int, float]:
    uv = steady(60.0)
    async with home(folder) as house:
        wearable = house.wearable(speed=10.0)
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(wearable.run(frames(uv, FRAME)))
            await until(lambda: wearable.acknowledged_samples > 0)
            with closing(sqlite3.connect(house.database, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                sent = wearable.sent_samples
                await until(lambda: wearable.sent_samples > sent + FRAME)
                outcome = await house.program.terminate()
                other.execute("ROLLBACK")
            await house.program.start()
            await sending
        assert_whole(house.database, "strap-1", uv)
        assert "could not be committed before the end" in house.program.log
    return outcome


def test_a_stop_does_not_wait_for_a_locked_database(place: Path) -> None:
    code, took_s = asyncio.run(stop_while_nothing_can_be_written(place))
    assert took_s < STOP_LIMIT_S
    assert code == 1  # what could not be written was not acknowledged, and is said
