from __future__ import annotations

import asyncio
import subprocess
from typing import TYPE_CHECKING

from tests.daemon.broker_house import Listener
from tests.endtoend.hearts import frames, steady
from tests.endtoend.home import home
from tests.endtoend.manager import Manager
from tests.endtoend.program import HEARTH, Program
from tests.endtoend.store import assert_whole

if TYPE_CHECKING:
    from pathlib import Path

STATUS = "hearth/v1/status"


async def mended(folder: Path) -> None:
    uv = steady(10.0)
    with Manager(folder / "notify") as manager:
        tables = {"storage": {"commit_interval_s": -3.0}}
        async with home(folder, tables, environment=manager.environment, running=False) as house:
            async with Listener(house.broker) as listener:
                await house.program.launch()
                (said,) = await listener.wait(STATUS)
                text = said.payload.decode()
                assert text.startswith("safe mode: ")
                for part in ("storage.commit_interval_s", "-3", ">= 0"):
                    assert part in text
                wearable = house.wearable()
                async with asyncio.TaskGroup() as tasks:
                    sending = tasks.create_task(wearable.run(frames(uv, 125)))
                    alive = len(manager.times("WATCHDOG=1"))
                    while len(manager.times("WATCHDOG=1")) < alive + 2:
                        await asyncio.sleep(0.05)
                    assert house.program.running
                    assert wearable.acknowledged_samples == 0
                    assert not house.database.exists()
                    house.program.tables.clear()
                    house.program.configure()
                    await sending
                assert house.program.starts == 1
                assert [one.payload for one in listener.on(STATUS)][-1] == b"online"
            assert_whole(house.database, "strap-1", uv)
    lines = [line for _, line in manager.heard]
    assert any(line.startswith("STATUS=safe mode") and "commit_interval_s" in line for line in lines)
    assert lines.count("READY=1") == 2


def test_a_bad_configuration_is_shown_until_it_is_mended(place: Path) -> None:
    asyncio.run(mended(place))


def test_a_check_names_key_value_and_wish(place: Path) -> None:
    program = Program(place, 1883, {"mqtt": {"port": 99_999}})
    program.configure()
    command = [str(HEARTH), "run", "--check", "--config", str(program.configuration)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    for part in ("mqtt.port", "99999", "65535"):
        assert part in line
    program.tables.clear()
    program.configure()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


async def twice(folder: Path) -> tuple[int, str]:
    async with home(folder) as house:
        (folder / "second").mkdir()
        second = Program(folder / "second", house.broker.port, store=house.database)
        await second.launch()
        code = await second.ended()
        assert await house.program.counts() is not None, "the first one was disturbed"
    return code, second.log


def test_a_second_daemon_on_the_same_database_refuses(place: Path) -> None:
    code, said = asyncio.run(twice(place))
    assert code == 1
    (line,) = said.splitlines()
    assert "hearth.db" in line
