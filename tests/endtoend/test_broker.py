from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

import psutil
import pytest

from dsp.alarms import AlarmPresence
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import alarms_of, assert_whole

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

FRAME: Final = 25
SPEED: Final = 10.0
ALARM_LIMIT_S: Final = 10.0
BACK_LIMIT_S: Final = 35.0  # the longest back-off is 30 s


async def without_a_broker(folder: Path, away_s: float) -> dict[str, float]:
    """Seconds until the alarm and until recording went on, and the daemon's CPU share meanwhile."""
    uv = steady(SPEED * 10.0)
    async with home(folder) as house:
        wearable = house.wearable(speed=SPEED, started_s=len(uv) / FS_HZ)
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(wearable.run(frames(uv, FRAME)))
            await until(lambda: wearable.acknowledged_samples > 2 * FS_HZ)
            first = house.program.pid
            process = psutil.Process(first)
            await house.broker.kill()
            lost_s, cpu_s = time.monotonic(), sum(process.cpu_times()[:2])
            await until(lambda: alarms_of(house.database, "broker_down"))
            alarm_s = time.monotonic() - lost_s
            await asyncio.sleep(max(0.0, away_s - alarm_s))
            cpu_share = (sum(process.cpu_times()[:2]) - cpu_s) / (time.monotonic() - lost_s)
            known = wearable.acked_seq
            await house.broker.start()
            back_s = time.monotonic()
            await until(lambda: wearable.acked_seq != known)
            back_s = time.monotonic() - back_s
            await sending
        assert house.program.pid == first, "it was not restarted"
        await until(lambda: alarms_of(house.database, "broker_down")[-1].presence is AlarmPresence.OFF)
        assert len(alarms_of(house.database, "broker_down")) == 1
        assert_whole(house.database, "strap-1", uv)
    return {"alarm_s": alarm_s, "back_s": back_s, "cpu_share": cpu_share}


def test_a_killed_broker_is_an_alarm_and_nothing_is_lost(place: Path) -> None:
    figures = asyncio.run(without_a_broker(place, 0.0))
    assert figures["alarm_s"] < ALARM_LIMIT_S
    assert figures["back_s"] < BACK_LIMIT_S


@pytest.mark.long
@pytest.mark.timeout(600)
def test_two_minutes_without_a_broker(place: Path) -> None:
    figures = asyncio.run(without_a_broker(place, 120.0))
    log.info("%s", figures)
    assert figures["alarm_s"] < ALARM_LIMIT_S
    assert figures["back_s"] < BACK_LIMIT_S
    assert figures["cpu_share"] < 0.02


async def early(folder: Path) -> None:
    uv = steady(10.0)
    async with home(folder, running=False) as house:
        await house.broker.kill()
        await house.program.start()
        await house.program.stop()
        await house.program.start()
        await house.broker.start()
        await house.wearable().run(frames(uv, FRAME))
        assert_whole(house.database, "strap-1", uv)


def test_a_daemon_starts_and_stops_without_its_broker_and_finds_it_later(place: Path) -> None:
    asyncio.run(early(place))


async def frozen(folder: Path, seconds: float) -> None:
    """A broker that keeps its connections and answers nothing, as a machine out of memory does."""
    uv = steady(SPEED * 10.0)
    async with home(folder) as house:
        wearable = house.wearable(speed=SPEED, started_s=len(uv) / FS_HZ)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(wearable.run(frames(uv, FRAME)))
            await until(lambda: wearable.acknowledged_samples > 2 * FS_HZ)
            house.broker.pause()
            try:
                await until(lambda: alarms_of(house.database, "broker_down"), seconds)
            finally:
                house.broker.resume()
        await until(lambda: alarms_of(house.database, "broker_down")[-1].presence is AlarmPresence.OFF)
        assert_whole(house.database, "strap-1", uv)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_broker_that_hangs_is_an_alarm_too(place: Path) -> None:
    asyncio.run(frozen(place, 60.0))
