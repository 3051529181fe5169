from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Final

import pytest

from daemon.watchdog import STUCK_S
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.manager import Manager
from tests.endtoend.program import until
from tests.endtoend.store import assert_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.endtoend.home import Home

ALIVE: Final = "WATCHDOG=1"
DISK_MB: Final = 64
WATCHDOG_S: Final = 30.0  # WatchdogSec= of the unit


async def told(folder: Path) -> list[str]:
    with Manager(folder / "notify") as manager:
        async with home(folder, environment=manager.environment) as house:
            assert manager.times("READY=1")
            await until(lambda: len(manager.times(ALIVE)) > 2)
            assert manager.longest_silence_s < WATCHDOG_S / 2
            assert not manager.times("STOPPING=1")
            await house.program.stop()
    return [line for _, line in manager.heard]


def test_the_service_manager_is_told_of_start_life_and_end(place: Path) -> None:
    lines = asyncio.run(told(place))
    assert lines.index("READY=1") < lines.index(ALIVE) < lines.index("STOPPING=1")
    assert ALIVE not in lines[lines.index("STOPPING=1") :]


@pytest.fixture
def disk(place: Path) -> Iterator[Path]:
    """A file system of its own, which can be frozen: writes to it then hang, as on a dying SD card."""
    image, folder = place / "image", place / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not all(map(shutil.which, ("mkfs.ext4", "fsfreeze"))):
        pytest.skip("needs root, mkfs.ext4 and fsfreeze")
    image.write_bytes(bytes(DISK_MB * 2**20))
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    if subprocess.run(["mount", "-o", "loop", image, folder], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a loop device")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


async def hanging(folder: Path, disk: Path) -> float:
    """Seconds from the first write that hangs to the last sign of life."""
    uv = steady(60.0)
    with Manager(folder / "notify") as manager:
        async with home(folder, store=disk / "hearth.db", environment=manager.environment) as house:
            wearable = house.wearable(started_s=len(uv) / FS_HZ, speed=1.0)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(wearable.run(frames(uv, 25)))
                await until(lambda: wearable.acknowledged_samples > FS_HZ)
                last_s = await frozen(house, manager, disk)
            assert_whole(house.database, "strap-1", uv)
            assert "no progress in:" in house.program.log
            assert "writer" in house.program.log.split("no progress in:")[1].splitlines()[0]
    return last_s


async def fsfreeze(how: str, disk: Path) -> None:
    process = await asyncio.create_subprocess_exec("fsfreeze", how, disk)
    assert await process.wait() == 0


async def frozen(house: Home, manager: Manager, disk: Path) -> float:
    await fsfreeze("-f", disk)
    try:
        began_s = time.monotonic()
        await until(lambda: "no progress in:" in house.program.log)
        last_s = manager.times(ALIVE)[-1] - began_s
        await asyncio.sleep(5.0)
        assert manager.times(ALIVE)[-1] - began_s == last_s, "it says that it is alive while its writer hangs"
    finally:
        await fsfreeze("-u", disk)
    alive = len(manager.times(ALIVE))
    await until(lambda: len(manager.times(ALIVE)) > alive)
    return last_s


@pytest.mark.long
def test_a_hanging_writer_starves_the_watchdog(place: Path, disk: Path) -> None:
    last_s = asyncio.run(hanging(place, disk))
    assert STUCK_S - 3 < last_s < STUCK_S + 5
