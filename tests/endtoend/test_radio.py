from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from ingest.impairments import Impairments
from storage import results
from storage.database import open_reader
from tests.endtoend.hearts import FS_HZ, frames, steady
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import assert_sent, recorded, rows

if TYPE_CHECKING:
    from pathlib import Path

SHARES: Final = {"one-in-1000": 0.001, "one-in-100": 0.01, "one-in-5": 0.2}
FRAME: Final = 50
WINDOW_S: Final = 10.0  # of analysis
REORDER_S: Final = 1.0


def link(share: float, seed: int) -> Impairments:
    """The share of frames is lost, the same share doubled, the same share up to a second late."""
    return Impairments(drop=share, double=share, late=share, late_s=REORDER_S, seed=seed)


async def bad_radio(folder: Path, seconds: float, seed: int) -> None:
    signals = {device: steady(seconds, seed=seed + i) for i, device in enumerate(SHARES)}
    async with home(folder) as house:
        wearables = {
            device: house.wearable(device, started_s=seconds, window=512, impairments=link(share, seed))
            for device, share in SHARES.items()
        }
        async with asyncio.TaskGroup() as tasks:
            for device, wearable in wearables.items():
                tasks.create_task(wearable.run(frames(signals[device], FRAME)))
        await until(
            lambda: all(analysed_s(house.database, device) > seconds - 3 * WINDOW_S for device in SHARES)
        )
        for device, wearable in wearables.items():
            assert wearable.never_sent, "this seed loses nothing"
            assert_sent(house.database, device, signals[device], wearable.never_sent)
            (session,) = recorded(house.database, device)
            assert set(session.reasons) == {"lost"}
            with closing(open_reader(house.database)) as conn:
                beats = [beat.sample for beat in results.beats(conn, session.session, 0, len(session.uv))]
            assert session.there[beats].all(), "a beat inside a gap"
            if device != "one-in-5":  # there is little left to find a beat in
                assert len(beats) > 0.9 * seconds * 72 / 60


def analysed_s(database: Path, device: str) -> float:
    """Seconds of the wearable's recording that are analysed."""
    ((end,),) = rows(database, "SELECT max(start + n) FROM segments WHERE device = ?", device)
    return (end or 0) / FS_HZ


def test_samples_and_gaps_are_what_was_sent(place: Path) -> None:
    asyncio.run(bad_radio(place, 400.0, 4))


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_samples_and_gaps_are_what_was_sent_over_two_hours(place: Path, seed: int) -> None:
    asyncio.run(bad_radio(place, 7200.0, seed))
