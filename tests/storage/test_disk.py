from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from dsp.types import Segment
from storage import samples
from storage.database import check
from storage.writer import Trouble, Writer
from tests.storage.history import DEVICE, START_NS, people_and_device

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

DISK_BYTES: Final = 6 * 2**20
FRAME: Final = 2500
VISIBLE_S: Final = 1.0
RECOVERY_S: Final = 5.0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small tmpfs (root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def frame(start: int) -> Segment:
    return Segment(1, start, 250.0, (np.arange(start, start + FRAME) * 31 % 2003).astype(np.int32))


def append(start: int) -> Callable[[sqlite3.Connection], None]:
    return lambda conn: samples.append(conn, frame(start))


def prepare(conn: sqlite3.Connection) -> None:
    people_and_device(conn)
    samples.open_session(conn, 1, DEVICE, "I", 250.0, START_NS, "device")


async def struggle(path: Path, cause: Callable[[], None], cure: Callable[[], None]) -> tuple[Trouble, int]:
    """Write while ``cause`` holds; the trouble that was seen, and how many frames are acknowledged."""
    async with Writer(path, commit_interval_s=0.01) as writer:
        await writer.write(prepare)
        await asyncio.gather(*(writer.write(append(i * FRAME)) for i in range(10)))
        cause()
        commits = writer.commits
        started_s = time.monotonic()
        pending = [asyncio.create_task(writer.write(append(i * FRAME))) for i in range(10, 20)]
        while writer.trouble is None:
            assert time.monotonic() < started_s + VISIBLE_S
            await asyncio.sleep(0.01)
        trouble = writer.trouble
        await asyncio.sleep(1.5)
        assert writer.commits == commits
        assert not any(task.done() for task in pending)
        cure()
        async with asyncio.timeout(RECOVERY_S):
            await asyncio.gather(*pending)
        assert writer.trouble is None

    def stored(conn: sqlite3.Connection) -> int:
        for item in samples.read(conn, 1, 0, 20 * FRAME):
            assert isinstance(item, Segment)
            assert np.array_equal(item.uv, (np.arange(item.start, item.end) * 31 % 2003).astype(np.int32))
        return samples.session(conn, 1).n_samples // FRAME

    async with Writer(path) as writer:
        return trouble, await writer.write(stored)


def test_a_full_disk_holds_acknowledgements_back(small_disk: Path) -> None:
    path, filler = small_disk / "hearth.db", small_disk / "filler"

    def fill() -> None:
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))

    trouble, stored = asyncio.run(struggle(path, fill, filler.unlink))
    assert trouble.kind == "full"
    assert stored == 20
    assert check(path) is None


LIMITED: Final = """
import asyncio, pathlib, resource, sys
from storage.database import check
from tests.storage.test_disk import struggle

path = pathlib.Path(sys.argv[1])

def limit(n):
    resource.setrlimit(resource.RLIMIT_FSIZE, (n, resource.RLIM_INFINITY))

trouble, stored = asyncio.run(struggle(path, lambda: limit(0), lambda: limit(resource.RLIM_INFINITY)))
print(trouble.kind, stored, check(path))
"""


def test_a_write_error_holds_acknowledgements_back(path: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LIMITED, str(path)],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["io", "20", "None"], done.stderr
