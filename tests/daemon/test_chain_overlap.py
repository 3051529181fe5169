"""A place that is taken: that wearable's frames are set aside, and it goes on in a new session."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from dsp.types import Segment
from storage import quarantine, samples
from storage.database import open_reader
from tests.daemon.arrivals import FRAME_N, FS_HZ, Log, run

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from daemon.intake import Intake
    from storage.writer import Writer


def taken(conn: sqlite3.Connection) -> None:
    """Somebody else writes where the next frame of the first session belongs."""
    uv = np.full(FRAME_N, 7, np.int32)
    samples.append(conn, Segment(1, 2 * FRAME_N, FS_HZ, uv, lead_off=False))


async def until_acknowledged(log: Log, count: int) -> None:
    """A clock that knows nothing waits two seconds for what may come before."""
    async with asyncio.timeout(30):
        while len(log.acknowledged) < count:
            await asyncio.sleep(0.02)


def test_frames_whose_place_is_taken_are_set_aside(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, writer: Writer) -> None:
        for number in (0, 1):
            await intake.put(log.packet(number))
        await until_acknowledged(log, 2)
        await writer.write(taken)
        await intake.put(log.packet(2))
        await until_acknowledged(log, 3)
        for number in (3, 4):
            await intake.put(log.packet(number))
        await intake.put(log.packet(0, "patch-2"))
        await until_acknowledged(log, 6)

    run(path, log, talk)
    assert sorted(log.acknowledged, key=str) == [0, 0, 1, 2, 3, 4]
    (refused,) = (entry[1] for entry in log.entries if entry[0] == "rejected")
    assert "already recorded in [250, 375)" in str(refused)
    with closing(open_reader(path)) as conn:
        assert quarantine.count(conn) == 1
        first, second = samples.sessions(conn, "patch-1")
        kept = [
            one.uv for one in samples.read(conn, second.id, 0, second.position) if isinstance(one, Segment)
        ]
        assert np.array_equal(np.concatenate(kept), np.arange(3 * FRAME_N, 5 * FRAME_N))
        assert first.n_samples == 3 * FRAME_N
        assert [one.n_samples for one in samples.sessions(conn, "patch-2")] == [FRAME_N]
