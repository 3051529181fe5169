from __future__ import annotations

import json
import os
import shutil
import signal as signals
import subprocess
import sys
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from daemon import reanalysis_plan
from daemon.result_versions import label
from storage import episodes, reanalyses, results, rollups, samples
from storage.database import open_reader
from storage.writer import exclusive
from tests.daemon.reanalysing import (
    DEVICE,
    FS_HZ,
    MODEL,
    NS,
    START_NS,
    Rows,
    analyse,
    asked,
    classifier,
    reanalyse,
    record,
    rows,
    told_by,
)

OLD, NEW = label("ecg", None), label("ecg", classifier())


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine minutes, analysed by rules."""
    path = tmp_path_factory.mktemp("recorded") / "hearth.db"
    record(path, 3)
    analyse(path)
    return path


@pytest.fixture(scope="module")
def by_model(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The same, as if the classifier had been there from the beginning."""
    path = tmp_path_factory.mktemp("by_model") / "hearth.db"
    record(path, 3)
    analyse(path, classifier())
    return rows(path)


@pytest.fixture
def path(recorded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(recorded, tmp_path / "hearth.db"))


def at(seconds: float) -> int:
    return START_NS + round(seconds * NS)


def test_it_gives_the_rows_that_live_analysis_gives(path: Path, by_model: Rows) -> None:
    before = rows(path)
    done = reanalyse(path, asked())
    assert (done.state, done.left_out, done.done_s, done.total_s) == ("done", (), 540.0, 540.0)
    assert told_by(path) == {NEW: 54}
    assert rows(path) == by_model
    assert rows(path) != before
    with closing(open_reader(path)) as conn:
        kept = conn.execute("SELECT count(*) FROM segments WHERE version = ? AND current = 0", (OLD,))
        assert kept.fetchone()[0] == 54
        assert conn.execute("SELECT count(*) FROM segments WHERE current = -1").fetchone()[0] == 0
        assert conn.execute("SELECT count(*) FROM loose_beats").fetchone()[0] == 0
        named = conn.execute("SELECT DISTINCT model_sha256 FROM v_segments WHERE model <> 'rules-1'")
        assert [row[0] for row in named.fetchall()] == [MODEL.sha256]


def test_nothing_is_left_to_do_afterwards_and_the_way_back_is_open(path: Path) -> None:
    before = rows(path)
    reanalyse(path, asked())
    again = reanalyse(path, asked())
    assert (again.state, again.parts) == ("done", 0)
    reanalyse(path, asked(rules=True))
    assert told_by(path) == {f"{OLD}/2": 54}
    assert rows(path) == before


def test_a_range_leaves_what_is_around_it(path: Path) -> None:
    before = rows(path)["segments"]
    done = reanalyse(path, asked(at(200), at(230)))
    assert done.state == "done"
    counted = told_by(path)
    assert 3 <= counted[NEW] < 54
    assert counted[NEW] + counted[OLD] == 54
    with closing(open_reader(path)) as conn:
        windows = list(results.segments(conn, DEVICE, 0, at(10_000)))
        found = episodes.episodes(conn, DEVICE, 0, at(10_000))
        covered = rollups.coverage(conn, DEVICE, at(0), at(540))
    assert all(a.start + a.n == b.start for a, b in pairwise(windows))
    new = [window for window in windows if window.version == NEW]
    first, last = new[0].start, new[-1].start + new[-1].n
    assert first <= 200 * FS_HZ <= 230 * FS_HZ <= last
    assert all(window.version == NEW for window in windows if first <= window.start < last)
    assert all(row.start >= last or row.start + row.n <= first for row in found if row.version == OLD)
    assert all(first <= row.start and row.start + row.n <= last for row in found if row.version == NEW)
    assert covered.recorded_s == 540.0
    outside = [row for row in before if not first <= row[1] < last]
    assert [row for row in rows(path)["segments"] if not first <= row[1] < last] == outside


def test_long_stretches_are_done_in_parts_that_cut_no_episode(
    path: Path, by_model: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reanalysis_plan, "PART_S", 150.0)
    with closing(open_reader(path)) as conn:
        old = episodes.episodes(conn, DEVICE, 0, at(10_000))
    done = reanalyse(path, asked())
    with closing(open_reader(path)) as conn:
        parts = reanalyses.parts(conn, done.reanalysis)
    assert done.parts == len(parts) > 2
    assert all(a.stop == b.start for a, b in pairwise(parts))
    assert (parts[0].start, parts[-1].stop) == (0, 540 * FS_HZ)
    assert not any(row.start < part.stop < row.start + row.n for row in old for part in parts)
    assert [row[:4] for row in rows(path)["segments"]] == [row[:4] for row in by_model["segments"]]


def test_roll_ups_are_those_of_the_newest_version(path: Path) -> None:
    reanalyse(path, asked())
    with closing(open_reader(path)) as conn:
        stored = rollups.hourly(conn, DEVICE, at(0), at(540))
        assert conn.execute("SELECT count(*) FROM dirty_hours").fetchone()[0] == 0
    with exclusive(path) as conn:
        rollups.refresh(conn, DEVICE, at(0), at(540))
        assert rollups.hourly(conn, DEVICE, at(0), at(540)) == stored


def test_what_was_removed_is_said_and_keeps_its_results(path: Path) -> None:
    with exclusive(path) as conn:
        conn.execute("DELETE FROM blocks WHERE start < ?", (240 * FS_HZ,))
        conn.execute("UPDATE sessions SET raw_from = ?", (240 * FS_HZ,))
    done = reanalyse(path, asked())
    (left,) = done.left_out
    assert (left.device, left.start_ns, left.why) == (DEVICE, at(0), "its samples were removed by retention")
    assert left.end_ns >= at(240)
    counted = told_by(path)
    assert counted[OLD] >= 24
    assert counted[OLD] + counted[NEW] == 54
    assert counted[NEW] > 10


def test_a_history_without_samples_is_said(path: Path) -> None:
    with exclusive(path) as conn:
        conn.execute("UPDATE sessions SET n_samples = 0")
    done = reanalyse(path, asked())
    assert [left.why for left in done.left_out] == ["its samples were never stored here"]
    assert told_by(path) == {OLD: 54}


def test_what_is_being_recorded_is_left_to_the_live_analysis(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    record(path, 12, close=False)
    analyse(path)
    done = reanalyse(path, asked())
    (left,) = done.left_out
    assert left.why == "it is still being recorded"
    assert left.start_ns <= at(36 * 60 - 1800)
    assert 0 < told_by(path)[NEW] <= 36
    with exclusive(path) as conn:
        samples.close_session(conn, 1)
    analyse(path)
    assert told_by(path)[OLD] == 216 - told_by(path)[NEW]
    reanalyse(path, asked())
    assert told_by(path)[NEW] == 216


def test_a_damaged_block_is_lost_and_the_rest_is_computed(path: Path) -> None:
    with exclusive(path) as conn:
        start, data = conn.execute("SELECT start, data FROM blocks WHERE start > 50000 LIMIT 1").fetchone()
        conn.execute("UPDATE blocks SET data = ? WHERE start = ?", (bytes([data[0] ^ 1]) + data[1:], start))
    assert reanalyse(path, asked()).state == "done"
    with closing(open_reader(path)) as conn:
        assert [gap.start for gap in samples.gaps(conn, 1, 0, 10**9)] == [start]
        windows = list(results.segments(conn, DEVICE, 0, at(10_000)))
    assert not any(w.start < start + 60 * FS_HZ and w.start + w.n > start for w in windows)
    assert told_by(path) == {NEW: 48}


@pytest.mark.parametrize("why", ["altered", "missing"])
def test_a_model_that_cannot_be_used_fails_and_changes_nothing(path: Path, tmp_path: Path, why: str) -> None:
    from dsp.models import FILE, ModelError  # noqa: PLC0415 - of this test alone

    own = tmp_path / "own.onnx"
    shutil.copy(FILE, own)
    wanted = reanalyses.Asked(START_NS, None, 0, at(540), str(own), MODEL.sha256)
    own.unlink() if why == "missing" else own.write_bytes(own.read_bytes()[:-1])
    before = rows(path)
    with pytest.raises(ModelError):
        reanalyse(path, wanted)
    assert rows(path) == before


def hearth(*words: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            "from daemon.cli import main; main()",
            *words,
            "--db",
            str(path),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HEARTH_CONFIG": "/dev/null"},
    )


def computed(path: Path) -> tuple[int, int]:
    """Samples computed, and parts done, of the newest re-analysis."""
    with closing(open_reader(path)) as conn:
        if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'reanalyses'").fetchone() is None:
            return 0, 0
        jobs = reanalyses.waiting(conn)
        parts = reanalyses.parts(conn, jobs[-1].id) if jobs else []
    return sum(part.computed for part in parts), sum(part.done for part in parts)


def test_a_kill_in_the_middle_loses_nothing_and_is_gone_on_from(tmp_path: Path) -> None:
    path, whole = tmp_path / "hearth.db", tmp_path / "whole.db"
    record(path, 10)
    analyse(path)
    shutil.copy(path, whole)
    reanalyse(whole, asked())
    before = rows(path)
    first = hearth("reanalyze", path=path)
    deadline = time.monotonic() + 60
    while not computed(path)[0] and first.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    first.send_signal(signals.SIGKILL)
    first.communicate()
    reached, done = computed(path)
    assert reached > 0
    assert done == 0
    assert rows(path) == before  # nothing of it is seen before all of it is there
    second = hearth("reanalyze", "--json", path=path)
    out, err = second.communicate(timeout=120)
    assert second.returncode == 0, err
    told = json.loads(out)
    assert (told["state"], told["reanalysis"]) == ("done", 1)
    assert rows(path) == rows(whole)
