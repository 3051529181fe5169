from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Final

from tests.endtoend.hearts import FS_HZ, frames, pausing
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import assert_whole, rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.endtoend.home import Home

SECONDS: Final = 280.0
FRAME: Final = 50
DEVICE: Final = "strap-1"
# Everything a result says; wall times follow the gateway's clock at arrival and are not the same twice.
SEGMENTS: Final = (
    "SELECT start, n, quality, analysable, reasons, rhythm, probability, model, n_beats, n_s, n_v, hr_bpm, "
    "rr_ms, rmssd_ms, pr_ms, qrs_ms, qt_ms, qtcf_ms, p_ms, flags, null_reasons, version "
    "FROM segments ORDER BY start"
)
BEATS: Final = "SELECT start, n_beats, data, version FROM beats ORDER BY start"
EPISODES: Final = "SELECT kind, start, n, value, open, version FROM episodes ORDER BY kind, start"


async def recording(folder: Path, how: list[str], speed: float | None) -> dict[str, list[tuple[Any, ...]]]:
    """The results of one recording, with the daemon ended ``how`` and started again on the way."""
    uv = pausing(SECONDS, every_s=45.0, pause_s=3.5)
    folder.mkdir()
    async with home(folder) as house:
        wearable = house.wearable(DEVICE, started_s=SECONDS, speed=speed, resend_s=1.0)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(wearable.run(frames(uv, FRAME)))
            for number, end in enumerate(how, start=1):
                part = number * len(uv) // (len(how) + 1)
                await until(lambda: wearable.acknowledged_samples > part)  # noqa: B023 - awaited at once
                await (house.program.kill() if end == "kill" else house.program.stop())
                await house.program.start()
        assert_whole(house.database, DEVICE, uv)
        await analysed(house, len(uv))
        return {query: rows(house.database, query) for query in (SEGMENTS, BEATS, EPISODES)}


async def analysed(house: Home, n: int) -> None:
    """Until all windows but the last, which waits for more signal, are stored."""
    enough = n - 2 * 10 * FS_HZ

    def done() -> bool:
        with contextlib.suppress(TypeError):
            ((end,),) = rows(house.database, "SELECT max(start + n) FROM segments")
            return bool(end > enough)
        return False

    await until(done)
    await house.program.stop()


async def both(folder: Path) -> None:
    calm, disturbed = await asyncio.gather(
        recording(folder / "calm", [], None),
        recording(folder / "disturbed", ["stop", "kill", "kill", "stop"], 40.0),
    )
    assert len(calm[SEGMENTS]) > SECONDS / 10 - 3
    assert [row for row in calm[EPISODES] if row[0] == "pause"], "nothing to go on with over a restart"
    for query, found in calm.items():
        assert disturbed[query] == found


def test_results_after_restarts_are_the_same_rows(place: Path) -> None:
    asyncio.run(both(place))
