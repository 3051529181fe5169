from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sqlite3
import subprocess
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from dsp.alarms import AlarmPresence
from tests.daemon.broker_house import Listener
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.manager import Manager
from tests.endtoend.program import until
from tests.endtoend.store import alarms_of, assert_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.endtoend.home import Home

FRAME: Final = 25
SPEED: Final = 4.0
ALERTS: Final = "hearth/v1/_gateway/alert"
DISK_BYTES: Final = 12 * 2**20
ALARM_LIMIT_S: Final = 5.0
RECOVERY_LIMIT_S: Final = 5.0


def said(listener: Listener) -> list[tuple[str, str]]:
    """What was published about the store: presence and text."""
    heard = [json.loads(one.payload) for one in listener.on(ALERTS)]
    return [(one["presence"], one["text"]) for one in heard if one["rule"] == "store_trouble"]


async def over(house: Home) -> None:
    """Until the store's alarm is stored, and over as far as it ends by itself."""
    ended = {AlarmPresence.OFF, AlarmPresence.LATCHED}
    await until(
        lambda: [one.presence in ended for one in alarms_of(house.database, "store_trouble")] == [True]
    )


async def locked(folder: Path, seconds: float) -> None:
    """Another program holds the database's write lock for so long, while a wearable sends."""
    uv = steady(SPEED * (seconds + 5))
    with Manager(folder / "notify") as manager:
        async with home(folder, environment=manager.environment) as house, Listener(house.broker) as listener:
            wearable = house.wearable(speed=SPEED, started_s=len(uv) / FS_HZ)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(wearable.run(frames(uv, FRAME)))
                await until(lambda: wearable.acknowledged_samples > FS_HZ)
                with closing(sqlite3.connect(house.database, isolation_level=None)) as other:
                    other.execute("BEGIN IMMEDIATE")
                    began_s = time.monotonic()
                    await asyncio.sleep(0.2)  # what was already committed is acknowledged by then
                    known = wearable.acked_seq
                    await until(lambda: said(listener), seconds)
                    await asyncio.sleep(max(0.0, began_s + seconds - time.monotonic()))
                    assert wearable.acked_seq == known, "acknowledged without being stored"
                    other.execute("ROLLBACK")
                freed_s = time.monotonic()
                await until(lambda: wearable.acked_seq != known)
                assert time.monotonic() - freed_s < RECOVERY_LIMIT_S
            assert said(listener)[0] == ("On", "Recording waits: another program has locked the database")
            await over(house)
            assert_whole(house.database, "strap-1", uv)
    assert manager.longest_silence_s < seconds, "a store in trouble is no hang"


def test_a_locked_database_is_an_alarm_and_nothing_is_lost(place: Path) -> None:
    asyncio.run(locked(place, 8.0))


@pytest.mark.long
def test_a_database_locked_for_half_a_minute(place: Path) -> None:
    asyncio.run(locked(place, 30.0))


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    folder = place / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small tmpfs (root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Write until nothing more fits."""
    filler = folder / "filler"
    with filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


async def full(folder: Path, disk: Path) -> tuple[float, float]:
    """Seconds from the first refused write to the alarm, and from room to recording."""
    uv = steady(SPEED * 12.0)
    async with home(folder, store=disk / "hearth.db") as house, Listener(house.broker) as listener:
        wearable = house.wearable(speed=SPEED, started_s=len(uv) / FS_HZ)
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(wearable.run(frames(uv, FRAME)))
            await until(lambda: wearable.acknowledged_samples > FS_HZ)
            while "cannot commit (full)" not in house.program.log:
                filler = fill(disk)
                await asyncio.sleep(0.05)
            failed_s, known = time.monotonic(), wearable.acked_seq
            await until(lambda: said(listener))
            alarm_s = time.monotonic() - failed_s
            assert said(listener)[0] == ("On", "Nothing is being recorded: the disk is full")
            assert alarms_of(house.database, "store_trouble") == [], "it is told past the store"
            assert wearable.acked_seq == known, "acknowledged without being stored"
            filler.unlink()
            freed_s = time.monotonic()
            await until(lambda: wearable.acked_seq != known)
            back_s = time.monotonic() - freed_s
            await sending
        await over(house)
        assert_whole(house.database, "strap-1", uv)
    return alarm_s, back_s


def test_a_full_disk_is_an_alarm_and_nothing_is_lost(place: Path, small_disk: Path) -> None:
    alarm_s, back_s = asyncio.run(full(place, small_disk))
    assert alarm_s < ALARM_LIMIT_S
    assert back_s < RECOVERY_LIMIT_S


async def damaged(folder: Path) -> None:
    uv = steady(60.0)
    async with home(folder) as house:
        await house.wearable().run(frames(uv, FRAME))
        await house.program.stop()
        data = bytearray(house.database.read_bytes())
        data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
        house.database.write_bytes(data)
        await house.program.start()
        await until(lambda: alarms_of(house.database, "database_set_aside"))
        await house.wearable("strap-2").run(frames(uv, FRAME))
        assert_whole(house.database, "strap-2", uv)
    (kept,) = folder.glob("hearth.db.damaged-*")
    assert kept.read_bytes() == data


def test_a_damaged_database_is_set_aside_and_recording_goes_on(place: Path) -> None:
    asyncio.run(damaged(place))
