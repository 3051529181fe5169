"""Kills a real writer again and again and counts what it had acknowledged but not kept.

``python -m tests.storage.kills DATABASE ROUNDS SEED`` prints one JSON object. Each round forks a child that
opens the database and writes through :class:`storage.writer.Writer`, saying on a pipe what was acknowledged;
the parent kills it at a random moment, be it opening, recovering, writing, sealing or checkpointing.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Segment
from storage import samples
from storage.database import check, open_reader
from storage.writer import Writer, exclusive
from tests.storage.history import DEVICE, START_NS, people_and_device

if TYPE_CHECKING:
    import sqlite3

FS_HZ: Final = 250.0
FRAME: Final = 1000  # fifteen frames complete a minute, so that kills also meet sealing
IN_FLIGHT: Final = 3
EARLY: Final = 0.25  # rounds killed while the writer opens and recovers
EARLY_S: Final = 0.03
MOST_ACKNOWLEDGED: Final = (
    24  # the others are killed within a moment after so many, or fewer, are acknowledged
)
MOMENT_S: Final = 0.005


def write_for_ever(path: Path, pipe: int) -> None:
    """Append frames from the first free place on; each acknowledged start is told, in eight bytes."""

    async def run() -> None:
        async with Writer(path, commit_interval_s=0.002) as writer:
            at = await writer.write(lambda conn: samples.session(conn, 1).position)
            while True:
                starts = range(at, at + IN_FLIGHT * FRAME, FRAME)
                await asyncio.gather(*(append(writer, start, pipe) for start in starts))
                at = starts.stop

    asyncio.run(run())


async def append(writer: Writer, start: int, pipe: int) -> None:
    """Write one frame, then say so."""

    def job(conn: sqlite3.Connection) -> None:
        samples.append(conn, Segment(1, start, FS_HZ, frame(start)))

    await writer.write(job)
    os.write(pipe, start.to_bytes(8, "little"))


def frame(start: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """What belongs at ``start``."""
    return (np.arange(start, start + FRAME) * 31 % 2003).astype(np.int32)


def one_round(path: Path, rng: random.Random) -> list[int]:
    """Start a writer and kill it at a random moment; the starts it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_for_ever(path, writing)
        os._exit(0)
    os.close(writing)
    early = rng.random() < EARLY
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        told = b""
        wanted = 0 if early else 8 * rng.randrange(1, MOST_ACKNOWLEDGED)
        while len(told) < wanted and (more := pipe.read(wanted - len(told))):
            told += more
        time.sleep(rng.uniform(0, EARLY_S if early else MOMENT_S))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := pipe.read(1 << 16):
            told += more
    return [int.from_bytes(told[i : i + 8], "little") for i in range(0, len(told), 8)]


def lost(path: Path, acknowledged: list[int]) -> list[int]:
    """Which acknowledged frames are not stored as they were sent."""
    missing = []
    with closing(open_reader(path)) as conn:
        for start in acknowledged:
            found = [
                item.uv for item in samples.read(conn, 1, start, start + FRAME) if isinstance(item, Segment)
            ]
            if not found or not np.array_equal(np.concatenate(found), frame(start)):
                missing.append(start)
    return missing


def main(path: Path, rounds: int, seed: int) -> None:
    """Run the rounds and print what came of them."""
    rng = random.Random(seed)
    with exclusive(path) as conn:
        people_and_device(conn)
        samples.open_session(conn, 1, DEVICE, "I", FS_HZ, START_NS, "device")
    acknowledged: list[int] = []
    missing: list[int] = []
    damaged = 0
    for _ in range(rounds):
        told = one_round(path, rng)
        acknowledged.extend(told)
        missing.extend(lost(path, told))
        damaged += check(path) is not None
    missing.extend(lost(path, acknowledged))
    with closing(open_reader(path)) as conn:
        stored = samples.session(conn, 1).n_samples // FRAME
    print(  # noqa: T201 - the parent reads it
        json.dumps(
            {
                "rounds": rounds,
                "acknowledged": len(acknowledged),
                "twice": len(acknowledged) - len(set(acknowledged)),
                "lost": len(missing),
                "damaged": damaged,
                "stored": stored,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
