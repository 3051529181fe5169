"""Short histories with real samples, analysed by one chain and to be analysed by another."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from daemon.analysis import SessionAnalysis, store
from daemon.demo import shipped_scenario
from daemon.reanalyst import Progress, Reanalyst, progress
from daemon.rhythm_models import RULES, builtin, load
from dsp.types import Segment
from ingest.synthesis import synthesize
from storage import devices, samples
from storage.database import open_reader
from storage.reanalyses import Asked
from storage.writer import Writer, exclusive

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.models import Classifier
    from dsp.types import IntArray

FS_HZ = 250
DEVICE = "patch-1"
START_NS = 1_795_176_000 * 10**9
NS = 10**9
EVER_NS = 2**62
MODEL = builtin()
Rows = dict[str, list[tuple[Any, ...]]]


@cache
def signal() -> IntArray:
    """Three minutes with ectopic beats, a pause, a wide run and atrial fibrillation."""
    chunks = synthesize(shipped_scenario("bedside"), now=datetime(2026, 11, 20, 12, tzinfo=UTC), chunk_s=5.0)
    found = []
    for chunk in chunks:
        if chunk.start >= 180 * FS_HZ:
            break
        if chunk.uv is not None:
            found.append(chunk.uv)
    return np.concatenate(found)[: 180 * FS_HZ]


def record(path: Path, times: int = 1, *, close: bool = True, session: int = 1, at_s: int = 0) -> None:
    """A session with the signal, ``times`` over, ``at_s`` after the beginning of time."""
    with exclusive(path) as conn:
        start_ns = START_NS + at_s * NS
        devices.ensure_device(conn, DEVICE, now_ns=START_NS)
        samples.open_session(conn, session, DEVICE, "I", FS_HZ, start_ns, "device")
        samples.add_anchor(conn, session, 0, start_ns)
        uv = np.tile(signal(), times)
        minute = 60 * FS_HZ
        for start in range(0, len(uv), minute):
            samples.append(conn, Segment(session, start, FS_HZ, uv[start : start + minute]))
        if close:
            samples.close_session(conn, session)


def analyse(path: Path, classifier: Classifier | None = None, session: int = 1) -> None:
    """The live analysis, as far as there are samples."""
    with closing(open_reader(path)) as conn:
        running = SessionAnalysis(path, samples.session(conn, session), classifier)
    going_on = True
    with exclusive(path) as conn:
        while going_on:
            step = running.step()
            store(step, conn)
            going_on = step.behind
            conn.execute("COMMIT")  # a step reads what is committed
            conn.execute("BEGIN IMMEDIATE")
        if not step.finished:
            store(running.rest(), conn)


def classifier() -> Classifier | None:
    """The one that comes with Hearth."""
    return load(MODEL)


def asked(
    start_ns: int = 0, end_ns: int = EVER_NS, *, rules: bool = False, device: str | None = None
) -> Asked:
    model, sha256 = (RULES, "") if rules else (MODEL.model, MODEL.sha256)
    return Asked(START_NS, device, start_ns, end_ns, model, sha256)


def reanalyse(path: Path, wanted: Asked) -> Progress:
    """Ask, and work it off."""

    async def work() -> Progress:
        async with Writer(path, commit_interval_s=0.0) as writer:
            reanalyst = Reanalyst(path, writer, rest=0.0)
            job = await reanalyst.ask(wanted)
            await reanalyst.work_off()
            return progress(path, job.id)

    return asyncio.run(work())


def rows(path: Path, version: str = "%") -> Rows:
    """What is in force, and what it says; without the version's name."""
    with closing(open_reader(path)) as conn:
        conn.row_factory = None
        tables = {
            "segments": "SELECT * FROM segments WHERE current = 1 AND version LIKE ? ORDER BY session, start",
            "beats": "SELECT b.session, b.start, b.n_beats, b.data FROM beats AS b JOIN segments AS s "
            "ON s.session = b.session AND s.start = b.start AND s.version = b.version "
            "WHERE s.current = 1 AND s.version LIKE ? ORDER BY b.session, b.start",
            "episodes": "SELECT session, kind, start, n, value, open FROM episodes "
            "WHERE current = 1 AND version LIKE ? ORDER BY session, start, kind",
        }
        found = {name: conn.execute(sql, (version,)).fetchall() for name, sql in tables.items()}
        at = [row[1] for row in conn.execute("PRAGMA table_info(segments)").fetchall()].index("version")
    found["segments"] = [(*row[:at], *row[at + 1 :]) for row in found["segments"]]
    return found


def told_by(path: Path) -> dict[str, int]:
    """How many windows in force each version has."""
    with closing(open_reader(path)) as conn:
        return dict(
            conn.execute(
                "SELECT version, count(*) FROM segments WHERE current = 1 GROUP BY version"
            ).fetchall()
        )
