from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from ingest.recordings import open_recording
from tests import recordings
from tests.endtoend.hearts import frames
from tests.endtoend.home import home
from tests.endtoend.store import assert_whole

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import IntArray

RECORDS: Final = ("100", "207")
MINUTES: Final = 4  # in the daily run; the long one sends all 30
FRAME_S: Final = 0.5


def first_lead(record: str) -> tuple[IntArray, float]:
    recording = open_recording(recordings.path("mitdb", record))
    return np.ascontiguousarray(recording.uv(0)), recording.fs_hz


async def replay(folder: Path, minutes: float | None, speed: float | None, *, version: str = "auto") -> float:
    """Both records side by side, two wearables; how many times real time it went."""
    signals = {f"record-{name}": first_lead(name) for name in RECORDS}
    signals = {
        device: (uv[: None if minutes is None else round(minutes * 60 * fs_hz)], fs_hz)
        for device, (uv, fs_hz) in signals.items()
    }
    seconds = max(len(uv) / fs_hz for uv, fs_hz in signals.values())
    async with home(folder, {"mqtt": {"version": version}}) as house:
        began_s = time.monotonic()
        async with asyncio.TaskGroup() as tasks:
            for device, (uv, fs_hz) in signals.items():
                wearable = house.wearable(device, started_s=seconds, speed=speed, window=256)
                tasks.create_task(wearable.run(frames(uv, round(FRAME_S * fs_hz), fs_hz=fs_hz, lead="MLII")))
        took_s = time.monotonic() - began_s
        for device, (uv, _) in signals.items():
            assert_whole(house.database, device, uv)
    return seconds / took_s


@pytest.mark.parametrize("version", ["5", "3.1.1"])
def test_real_recordings_are_stored_to_the_sample(place: Path, version: str) -> None:
    assert asyncio.run(replay(place, MINUTES, None, version=version)) > 1


@pytest.mark.long
@pytest.mark.timeout(300)
def test_two_whole_recordings_at_sixty_times_real_time(place: Path) -> None:
    speed = asyncio.run(replay(place, None, 60.0))
    assert speed > 45, "the daemon holds the wearables back"
