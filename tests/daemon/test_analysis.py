import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from daemon.analysis import STEP_S, SessionAnalysis, Step, store
from daemon.demo import shipped_scenario
from dsp import analyze
from dsp.types import Gap, GapReason, Segment
from ingest.synthesis import synthesize
from storage import devices, results, samples
from storage.database import open_reader
from storage.writer import exclusive

FS_HZ = 250.0
SECONDS = 200
START_NS = 1_795_176_000 * 10**9
Row = tuple[Any, ...]


@pytest.fixture(scope="module")
def recorded() -> list[Segment | Gap]:
    """Three minutes with ectopic beats, a pause, a wide run, atrial fibrillation and a hole."""
    items: list[Segment | Gap] = []
    scenario = shipped_scenario("bedside")
    for chunk in synthesize(scenario, now=datetime(2026, 11, 20, 12, tzinfo=UTC), chunk_s=5.0):
        if chunk.start >= SECONDS * FS_HZ:
            break
        if chunk.uv is None or 90 * FS_HZ <= chunk.start < 95 * FS_HZ:
            items.append(Gap(1, chunk.start, chunk.n, GapReason.LOST))
        else:
            items.append(Segment(1, chunk.start, FS_HZ, chunk.uv, chunk.lead_off))
    return items


def write(path: Path, items: list[Segment | Gap], *, close: bool = True) -> None:
    with exclusive(path) as conn:
        devices.ensure_device(conn, "patch-1", now_ns=START_NS)
        if samples.last_session(conn, "patch-1") is None:
            samples.open_session(conn, 1, "patch-1", "I", FS_HZ, START_NS, "device")
            samples.add_anchor(conn, 1, 0, START_NS)
        for item in items:
            if isinstance(item, Segment):
                samples.append(conn, item)
            else:
                samples.add_gap(conn, item)
        if close:
            samples.close_session(conn, 1)


def analysis(path: Path) -> SessionAnalysis:
    with closing(open_reader(path)) as conn:
        return SessionAnalysis(path, samples.session(conn, 1))


def steps(path: Path) -> Iterator[Step]:
    """Every step that is due now, stored one by one."""
    running = analysis(path)
    while True:
        step = running.step()
        with exclusive(path) as conn:
            store(step, conn)
        yield step
        if step.finished or not step.behind:
            return


def rows(path: Path) -> dict[str, list[Row]]:
    with closing(open_reader(path)) as conn:
        conn.row_factory = None

        def table(sql: str) -> list[Row]:
            return conn.execute(sql).fetchall()

        return {
            "segments": table("SELECT * FROM segments ORDER BY session, start"),
            "beats": table("SELECT * FROM beats ORDER BY session, start"),
            "episodes": table("SELECT kind, start, n, value, open FROM episodes ORDER BY start, kind"),
            "loose": table("SELECT * FROM loose_beats"),
        }


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory, recorded: list[Segment | Gap]) -> dict[str, list[Row]]:
    path = tmp_path_factory.mktemp("once") / "hearth.db"
    write(path, recorded)
    list(steps(path))
    return rows(path)


def test_a_stored_session_gives_what_the_recording_gives(
    at_once: dict[str, list[Row]], recorded: list[Segment | Gap]
) -> None:
    first = [item for item in recorded if isinstance(item, Segment) and item.end <= 90 * FS_HZ]
    found = analyze(np.concatenate([item.uv for item in first]), FS_HZ)
    windows = found.windows
    stored = [(row[1], row[2]) for row in at_once["segments"]]
    assert [(window.start, window.n) for window in windows[:-1]] == stored[: len(windows) - 1]
    assert at_once["loose"] == []
    assert {"af", "pause", "wide_run"} <= {row[0] for row in at_once["episodes"]}
    assert all(row[4] == 0 for row in at_once["episodes"])


def test_every_beat_is_stored_with_the_waves_told_of_it(
    tmp_path: Path, recorded: list[Segment | Gap]
) -> None:
    path = tmp_path / "hearth.db"
    first = [item for item in recorded if isinstance(item, Segment) and item.end <= 60 * FS_HZ]
    for at in range(0, len(first), 3):  # a new start every 15 s, in the middle of a window
        write(path, list(first[at : at + 3]), close=at + 3 >= len(first))
        list(steps(path))
    found = analyze(np.concatenate([item.uv for item in first]), FS_HZ)
    assert len(found.fiducials) > 30
    with closing(open_reader(path)) as conn:
        assert results.beats(conn, 1, 0, first[-1].end) == list(found.beats)
        assert results.fiducials(conn, 1, 0, first[-1].end) == list(found.fiducials)


def test_no_window_reaches_into_a_gap(at_once: dict[str, list[Row]], recorded: list[Segment | Gap]) -> None:
    gaps = [item for item in recorded if isinstance(item, Gap)]
    assert gaps
    for row in at_once["segments"]:
        start, end = row[1], row[1] + row[2]
        assert not any(gap.start < end and start < gap.end for gap in gaps)


@pytest.mark.parametrize("cut", [1, 7, 13, 25])
def test_restarts_in_the_middle_leave_the_same_rows(
    tmp_path: Path, recorded: list[Segment | Gap], at_once: dict[str, list[Row]], cut: int
) -> None:
    path = tmp_path / "hearth.db"
    for at in range(0, len(recorded), cut):
        part = recorded[at : at + cut]
        write(path, part, close=at + cut >= len(recorded))
        list(steps(path))  # a new analysis each time: what was in memory is gone
    assert rows(path) == at_once


def test_a_stop_stores_what_the_next_start_goes_on_from(
    tmp_path: Path, recorded: list[Segment | Gap]
) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded[:4], close=False)
    running = analysis(path)
    with exclusive(path) as conn:
        store(running.step(), conn)
        store(running.rest(), conn)
    with closing(open_reader(path)) as conn:
        progress = results.progress(conn, 1)
    assert progress is not None
    assert progress.position == recorded[3].end
    assert progress.snapshot


def test_one_step_takes_a_minute_at_most(tmp_path: Path, recorded: list[Segment | Gap]) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded)
    taken = [step.position for step in steps(path)]
    assert max(b - a for a, b in zip([0, *taken], taken, strict=False)) <= STEP_S * FS_HZ
    assert taken[-1] == recorded[-1].end


def test_samples_that_retention_removed_are_passed_over(
    tmp_path: Path, recorded: list[Segment | Gap]
) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded)
    with exclusive(path) as conn:
        conn.execute("DELETE FROM blocks WHERE start + n <= ?", (60 * FS_HZ,))
        conn.execute("UPDATE sessions SET raw_from = ?", (int(60 * FS_HZ),))
    assert list(steps(path))[-1].finished
    with closing(open_reader(path)) as conn:
        assert conn.execute("SELECT min(start) FROM segments").fetchone()[0] >= 60 * FS_HZ


def test_a_finished_session_is_not_taken_up_again(tmp_path: Path, recorded: list[Segment | Gap]) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded[:3])
    with closing(open_reader(path)) as conn:
        assert samples.unfinished_session(conn, "patch-1") is not None
    list(steps(path))
    with closing(open_reader(path)) as conn:
        assert samples.unfinished_session(conn, "patch-1") is None
        assert isinstance(conn, sqlite3.Connection)


def test_a_damaged_block_is_given_up_and_the_rest_is_analysed(
    tmp_path: Path, recorded: list[Segment | Gap]
) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded)
    with exclusive(path) as conn:
        start, n, data = conn.execute("SELECT start, n, data FROM blocks ORDER BY start LIMIT 1").fetchone()
        spoilt = bytes([data[0] ^ 1]) + data[1:]
        conn.execute("UPDATE blocks SET data = ? WHERE start = ?", (spoilt, start))
    found = list(steps(path))
    assert [step.damaged for step in found if step.damaged is not None] == [start]
    assert found[-1].finished
    with closing(open_reader(path)) as conn:
        assert samples.gaps(conn, 1, 0, n)[0] == Gap(1, start, n, GapReason.LOST)
        assert conn.execute("SELECT min(start) FROM segments").fetchone()[0] >= start + n


def test_a_damaged_state_means_starting_again_not_failing(
    tmp_path: Path, recorded: list[Segment | Gap], at_once: dict[str, list[Row]]
) -> None:
    path = tmp_path / "hearth.db"
    write(path, recorded[:20], close=False)
    list(steps(path))
    with exclusive(path) as conn:
        assert conn.execute("UPDATE analysis SET snapshot = x'00112233'").rowcount == 1
    write(path, recorded[20:])
    list(steps(path))
    assert rows(path) == at_once
