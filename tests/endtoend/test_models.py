from __future__ import annotations

import asyncio
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from dsp.alarms import AlarmPresence, AlarmPriority
from storage.database import open_reader
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import alarms_of, assert_whole

ROOT = Path(__file__).parents[2]
FRAME = 25
SECONDS = 45


def versions(database: Path) -> set[str]:
    """Models that told the rhythm of windows."""
    with closing(open_reader(database)) as conn:
        return {row[0] for row in conn.execute("SELECT DISTINCT model FROM segments").fetchall()}


@pytest.mark.long
def test_a_damaged_model_stops_the_analysis_and_nothing_else(place: Path) -> None:
    """A truncated network that the chain cannot go without, then a missing one that it can: a real start."""
    shutil.copytree(ROOT / "dsp", place / "other" / "dsp", ignore=shutil.ignore_patterns("__pycache__"))
    waves, rhythm = (place / "other" / "dsp" / name for name in ("waves.npz", "rhythm.onnx"))
    whole = waves.read_bytes()
    waves.write_bytes(whole[: len(whole) // 2])
    uv = steady(SECONDS)

    async def life() -> None:
        async with home(place, environment={"PYTHONPATH": str(place / "other")}) as house:
            wearable = house.wearable(started_s=len(uv) / FS_HZ)
            async with asyncio.timeout(60):
                await wearable.run(frames(uv, FRAME))
            assert wearable.acknowledged_samples == len(uv)
            await until(lambda: alarms_of(house.database, "model_missing"))
            (alarm,) = alarms_of(house.database, "model_missing")
            assert alarm.priority == AlarmPriority.HIGH
            assert alarm.text == ("Signal is recorded and not analysed: the model file waves.npz was altered")
            assert versions(house.database) == set()
            await house.program.stop()
            waves.write_bytes(whole)
            rhythm.unlink()
            await house.program.start()
            await until(lambda: versions(house.database))
            assert versions(house.database) == {"rules-1"}
            await until(
                lambda: len(alarms_of(house.database, "model_missing")) > 1 or alarm_text(house.database)
            )
            assert_whole(house.database, "strap-1", uv)
            await house.program.stop()
            house.program.environment = {}
            await house.program.start()
            await until(lambda: alarm_over(house.database))

    asyncio.run(life())


def alarm_text(database: Path) -> bool:
    """Whether it is told that rules stand in."""
    return any("Simple rules" in alarm.text for alarm in alarms_of(database, "model_missing"))


def alarm_over(database: Path) -> bool:
    """Whether no model is missed any more; an alarm that nobody has seen stays to be seen."""
    over = {AlarmPresence.OFF, AlarmPresence.LATCHED}
    return all(alarm.presence in over for alarm in alarms_of(database, "model_missing"))
