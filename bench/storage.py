"""The store, measured: ``python -m bench.storage [codec year writer pinned] [--json] [--days N]``.

codec: bits per sample of MIT-BIH in 10 s and 60 s blocks. year: questions over a synthetic year, and the
cost of storing one window into it. writer: commits and latency. pinned: the write-ahead log under a reader
that never lets go for ten minutes of one and of 32 wearables, played fast.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.pipeline import VERSION
from dsp.types import Segment
from ingest.recordings import open_recording
from storage import codec, devices, episodes, results, rollups, samples
from storage.checkpoints import TRUNCATE_BYTES, Checkpoints
from storage.database import connect, open_reader, transaction
from storage.writer import COMMIT_INTERVAL_S, Writer, exclusive
from tests import recordings
from tests.storage.history import DAY_NS, DEVICE, FS_HZ, START_NS, people_and_device, write
from tests.storage.windows import heart_beats, open_session, window

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import Result

REPEATS: Final = 15
SNAPSHOT: Final = bytes(32_000)  # as large as the signal chain's
SECOND: Final = np.zeros(250, np.int32)


def bench_codec(_: Path, __: int) -> dict[str, Any]:
    """Bits per sample over every record and lead."""
    folder = recordings.find("mitdb")
    if folder is None:
        return {"skipped": "MIT-BIH is not there (HEARTH_ECG)"}
    totals = {10: [0, 0], 60: [0, 0]}
    pack_s = unpack_s = 0.0
    for header in sorted(folder.glob("*.hea")):
        recording = open_recording(header)
        for lead in range(len(recording.leads)):
            uv = recording.uv(lead)
            for seconds, total in totals.items():
                n = round(seconds * recording.fs_hz)
                for at in range(0, len(uv) - n + 1, n * (6 if seconds == 10 else 1)):
                    begun_s = time.perf_counter()
                    data = codec.pack(uv[at : at + n])
                    packed_s = time.perf_counter()
                    codec.unpack(data, n, codec.checksum(data))
                    if seconds == 60:
                        pack_s += packed_s - begun_s
                        unpack_s += time.perf_counter() - packed_s
                    total[0] += 8 * len(data)
                    total[1] += n
    blocks = totals[60][1] / (60 * 360)
    return {
        "bits_per_sample_10s": round(totals[10][0] / totals[10][1], 3),
        "bits_per_sample_60s": round(totals[60][0] / totals[60][1], 3),
        "pack_ms_per_minute": round(1e3 * pack_s / blocks, 2),
        "unpack_ms_per_minute": round(1e3 * unpack_s / blocks, 2),
    }


def timed_ms(work: Callable[[], object]) -> dict[str, float]:
    """Best and median of several runs."""
    work()
    taken = []
    for _ in range(REPEATS):
        begun_s = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - begun_s))
    return {"best_ms": round(min(taken), 2), "median_ms": round(median(taken), 2)}


def bench_year(folder: Path, days: int) -> dict[str, Any]:
    """Questions over everything, and storing into it."""
    path = folder / "year.db"
    with exclusive(path) as conn:
        write(conn, days, roll_up=False)
        begun_s = time.perf_counter()
        rollups.refresh(conn, DEVICE, START_NS, START_NS + days * DAY_NS)
        refresh_s = time.perf_counter() - begun_s
    end_ns = START_NS + days * DAY_NS
    figures: dict[str, Any] = {"days": days, "database_mb": round(path.stat().st_size / 1e6)}
    figures["roll_up_everything_s"] = round(refresh_s, 1)
    with closing(open_reader(path)) as conn:
        asks: dict[str, Callable[[], object]] = {
            "hourly": lambda: rollups.hourly(conn, DEVICE, START_NS, end_ns),
            "nightly": lambda: rollups.nightly(conn, DEVICE, date(2025, 1, 1), date(2026, 1, 1)),
            "coverage": lambda: rollups.coverage(conn, DEVICE, START_NS + 7, end_ns - 7),
            "episodes": lambda: episodes.episodes(conn, DEVICE, START_NS, end_ns),
            "pauses": lambda: episodes.episodes(conn, DEVICE, START_NS, end_ns, ["pause"]),
            "segments_of_an_hour": lambda: list(
                results.segments(conn, DEVICE, end_ns - 3600 * 10**9, end_ns)
            ),
        }
        figures.update({name: timed_ms(ask) for name, ask in asks.items()})
    figures["store_window"] = store_windows(path, end_ns)
    return figures


def store_windows(path: Path, at_ns: int) -> dict[str, float]:
    """A day of windows with their beats, one transaction each, after everything that is there."""
    taken = []
    with closing(connect(path)) as conn:
        conn.execute("PRAGMA synchronous = OFF")  # the commit is the disk's business; measured by ``writer``
        with transaction(conn):
            open_session(conn, samples.next_session(conn), at_ns)
        session = samples.next_session(conn) - 1
        for i in range(8640):
            told: list[Result] = [*heart_beats(i), window(i)]
            begun_s = time.perf_counter()
            with transaction(conn):
                results.store(conn, session, told, version=VERSION)
            taken.append(1e3 * (time.perf_counter() - begun_s))
    taken.sort()
    return {
        "median_ms": round(median(taken), 3),
        "p99_ms": round(taken[int(0.99 * len(taken))], 3),
        "max_ms": round(taken[-1], 1),
    }


def second(conn: sqlite3.Connection, session: int, i: int) -> None:
    """One second of one wearable."""
    samples.append(conn, Segment(session, i * 250, FS_HZ, SECOND + i % 50))


def prepare(conn: sqlite3.Connection, wearables: int) -> None:
    """That many sessions, each of its own device."""
    people_and_device(conn)
    for k in range(1, wearables + 1):
        devices.ensure_device(conn, f"d{k}", now_ns=START_NS)
        samples.open_session(conn, k, f"d{k}", "I", FS_HZ, START_NS, "device")


def bench_writer(folder: Path, _: int) -> dict[str, Any]:
    """Latency of one frame at a time, and of 32 wearables at once."""

    async def run() -> dict[str, Any]:
        async with Writer(folder / "writer.db") as writer:
            await writer.write(partial(prepare, wearables=32))
            alone, crowd = [], []
            for i in range(30):
                await asyncio.sleep(0.15)
                begun_s = time.perf_counter()
                await writer.write(partial(second, session=1, i=i))
                alone.append(1e3 * (time.perf_counter() - begun_s))

            async def live(session: int) -> None:
                await asyncio.sleep(session / 32)
                for i in range(100, 110):
                    begun_s = time.perf_counter()
                    await writer.write(partial(second, session=session, i=i))
                    taken_s = time.perf_counter() - begun_s
                    crowd.append(1e3 * taken_s)
                    await asyncio.sleep(1 - taken_s)

            commits = writer.commits
            await asyncio.gather(*(live(session) for session in range(1, 33)))
            commits = writer.commits - commits
            begun_s = time.perf_counter()
            await asyncio.gather(
                *(
                    writer.write(partial(second, session=k, i=i))
                    for i in range(200, 300)
                    for k in range(1, 33)
                )
            )
            burst_s = time.perf_counter() - begun_s
        crowd.sort()
        return {
            "alone_median_ms": round(median(alone), 1),
            "alone_max_ms": round(max(alone), 1),
            "32_live_median_ms": round(median(crowd), 1),
            "32_live_p99_ms": round(crowd[int(0.99 * len(crowd))], 1),
            "32_live_commits_a_second": round(commits / 11, 1),
            "burst_frames_a_second": round(3200 / burst_s),
        }

    return asyncio.run(run())


def bench_pinned(folder: Path, _: int) -> dict[str, Any]:
    """Size of the log after ten minutes under a reader that holds a transaction open, and after it let go."""
    return {f"{n}_wearables": pinned(folder / f"pinned{n}.db", n) for n in (1, 32)}


def pinned(path: Path, wearables: int) -> dict[str, float]:
    """Ten minutes of signal, results and progress, in transactions as the writer would make them."""
    log = path.with_name(path.name + "-wal")
    with exclusive(path) as conn:
        prepare(conn, wearables)
    with closing(connect(path)) as conn:
        with closing(open_reader(path)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sessions").fetchone()
            for i in range(600):
                # Ten commits a second, or one while the log is large and held.
                large = log.exists() and log.stat().st_size > TRUNCATE_BYTES
                parts = 1 if large else round(1 / COMMIT_INTERVAL_S)
                for part in range(parts):
                    mine = range(1 + part, wearables + 1, parts)
                    if mine:
                        with transaction(conn):
                            one_second(conn, mine, i)
            held = log.stat().st_size
        Checkpoints(path).truncate(conn)
        freed = log.stat().st_size
    return {
        "log_mb_held": round(held / 2**20, 1),
        "log_mb_after": round(freed / 2**20, 1),
        "database_mb": round(path.stat().st_size / 2**20, 1),
    }


def one_second(conn: sqlite3.Connection, sessions: range, i: int) -> None:
    """The ``i``-th second of some wearables, and every ten seconds their window."""
    for session in sessions:
        second(conn, session, i)
        if i % 10 == 9:
            results_of(conn, session, i // 10)


def results_of(conn: sqlite3.Connection, session: int, i: int) -> None:
    """A window with its beats, and once a minute the chain's state."""
    results.store(conn, session, [*heart_beats(i), window(i)], version=VERSION)
    if i % 6 == 5:
        results.save_progress(conn, session, i * 2500, VERSION, SNAPSHOT, None)


PARTS: Final = {"codec": bench_codec, "year": bench_year, "writer": bench_writer, "pinned": bench_pinned}


def main() -> None:
    """Print a table, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts; all by default")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--days", type=int, default=365)
    given = parser.parse_args()
    figures: dict[str, Any] = {"sqlite": sqlite3.sqlite_version}
    for name in given.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            figures[name] = PARTS[name](Path(folder), given.days)
        if not given.json:
            print(f"{name}")
            for key, value in figures[name].items():
                print(f"  {key:28} {value}")
    if given.json:
        json.dump(figures, sys.stdout)
        print()


if __name__ == "__main__":
    main()
