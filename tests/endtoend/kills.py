"""Kills the daemon again and again while a wearable sends, and counts what became of what it acknowledged."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from tests.endtoend.hearts import FS_HZ, steady
from tests.endtoend.home import NS_PER_S, Home, home
from tests.endtoend.program import until
from tests.endtoend.store import assert_sound, assert_whole

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from dsp.types import IntArray

FRAME: Final = 25  # a tenth of a second, as a radio packet is
SPEED: Final = 20.0  # 200 frames a second: something is under way at every moment
AT_WORK_S: Final = 0.15  # a kill comes this long after the first acknowledgement at most: two commits
STARTING: Final = 0.2  # share of kills that come while it opens the store and catches up
START_S: Final = 0.25  # from the opened store to the first commit takes about this long
DEVICE: Final = "strap-1"


@dataclass(slots=True)
class Figures:
    """What came of it."""

    kills: int = 0
    starting: int = 0  # of them before the first acknowledgement after a start
    frames: int = 0  # acknowledged to the wearable
    samples: int = 0
    seconds: float = 0.0


class Stream:
    """An endless recording; what has been sent of it is ``uv``."""

    def __init__(self, seed: int) -> None:
        self._lap = steady(600.0, seed=seed)
        self._rng = np.random.default_rng(seed)
        self._sent: list[IntArray] = []
        self.ended = False

    @property
    def uv(self) -> IntArray:
        return np.concatenate(self._sent)

    async def frames(self) -> AsyncIterator[Frame]:
        for start in itertools.count(0, FRAME):
            if self.ended:
                return
            at = start % (len(self._lap) - FRAME)
            # Noise on top, so that no two frames are alike however long this goes on.
            uv = self._lap[at : at + FRAME] + self._rng.integers(-9, 10, FRAME, dtype=np.int32)
            self._sent.append(uv)
            yield Frame("", None, None, FS_HZ, uv)


async def kill_again_and_again(house: Home, kills: int, seed: int) -> Figures:
    """``kills`` times kill -9 at random moments; then let it finish, and compare."""
    rng = random.Random(seed)
    stream, figures, began_s = Stream(seed), Figures(), time.monotonic()
    wearable = house.wearable(DEVICE, speed=SPEED, resend_s=1.0, start_ns=time.time_ns() - 3600 * NS_PER_S)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(wearable.run(stream.frames()))
        while figures.kills < kills:
            said = house.program.log
            await house.program.launch()
            if rng.random() < STARTING:
                await _news(house, said, "database hearth.db")
                await asyncio.sleep(rng.uniform(0, START_S))
                figures.starting += 1
            else:
                await _news(house, said, "ready:")
                known = wearable.acked_seq
                await until(lambda: wearable.acked_seq != known)  # noqa: B023 - awaited at once
                await asyncio.sleep(rng.uniform(0, AT_WORK_S))
            assert house.program.running, house.program.log
            await house.program.kill()
            figures.kills += 1
        await house.program.start()
        stream.ended = True
    figures.frames, figures.samples = len(stream.uv) // FRAME, wearable.acknowledged_samples
    await house.program.stop()
    assert_whole(house.database, DEVICE, stream.uv)
    assert_sound(house.database)
    figures.seconds = time.monotonic() - began_s
    return figures


async def _news(house: Home, said: str, sign: str) -> None:
    """Until the log has ``sign`` after what it ``said`` before."""
    await until(lambda: sign in house.program.log[len(said) :])


async def several_houses(folder: Path, houses: int, kills: int, seed: int) -> list[Figures]:
    """The same in ``houses`` houses side by side, ``kills`` times in each."""

    async def one(number: int) -> Figures:
        async with home(folder / str(number), running=False) as house:
            return await kill_again_and_again(house, kills, seed + number)

    return await asyncio.gather(*(one(number) for number in range(houses)))
