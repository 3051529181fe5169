"""What an export may do, and what it refuses."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

from daemon.export_files import NoRoom, fresh_file, fresh_folder, need
from tests.daemon.calling import Done, hearth
from tests.daemon.exported import NIGHT, exported, truth
from tests.daemon.recorded import (
    DEVICE,
    FS_HZ,
    NOW,
    PAUSE,
    START,
    record,
    record_days,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "hearth.db"
    record(path)
    return path


def test_an_event_is_exported_with_what_lies_around_it(db: Path, tmp_path: Path) -> None:
    made = exported(db, tmp_path / "out", "--event", "1")
    assert made["samples"] == (PAUSE[1] - PAUSE[0]) + round(20 * FS_HZ)


def test_the_same_export_is_the_same_bytes(db: Path, tmp_path: Path) -> None:
    for form in ("wfdb", "edf", "csv", "fhir"):
        a, b = tmp_path / f"{form}-a", tmp_path / f"{form}-b"
        for target in (a, b):
            exported(db, target, *NIGHT, "--format", form)
        files = [(f.relative_to(a), f.read_bytes()) for f in sorted(a.rglob("*"))] if a.is_dir() else []
        again = [(f.relative_to(b), f.read_bytes()) for f in sorted(b.rglob("*"))] if b.is_dir() else []
        assert files == again
        if not a.is_dir():
            assert a.read_bytes() == b.read_bytes()


def refused(db: Path, *words: str | Path) -> Done:
    done = hearth("export", "--db", db, "--now", NOW, *words)
    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done


def test_nothing_is_replaced_unasked_and_only_the_owner_reads(db: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    exported(db, target, *NIGHT)
    assert stat.S_IMODE(target.stat().st_mode) == 0o700
    assert "--force replaces it" in refused(db, "-o", target, *NIGHT).stderr
    exported(db, target, *NIGHT, "--force", "--format", "edf")
    assert {each.suffix for each in target.iterdir()} == {".edf"}
    (target / "mine.txt").write_text("kept")
    done = refused(db, "-o", target, *NIGHT, "--force")
    assert "holds mine.txt, which is no export" in done.stderr
    assert (target / "mine.txt").read_text() == "kept"
    file = tmp_path / "a.csv"
    exported(db, file, *NIGHT, "--format", "csv", "--what", "beats")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "out"]  # no rest of anything


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--format", "edf", "--what", "beats"), "edf holds ecg, not beats"),
        (("--format", "csv", "--gaps", "split"), "csv is one file"),
        (("--when", "yesterday", "--from", "yesterday"), "wanted one of"),
        (("--when", "the day of the dead cat"), "no time that is understood"),
        (("--from", "2025-03-12", "--to", "2025-03-11"), "the end is not after the beginning"),
        (("--event", "7"), "there is no event 7"),
        (("--when", "2025-03-12T05:00"), "no samples were recorded then"),
        (("--format", "fhir"), "too much for FHIR"),
        (("--device", "patch-9"), "patch-9"),
    ],
)
def test_what_cannot_be_exported_is_said_in_one_line(
    db: Path, tmp_path: Path, words: tuple[str, ...], complaint: str
) -> None:
    done = refused(db, "-o", tmp_path / "x", *words)
    assert complaint in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_damaged_block_is_a_hole_and_the_rest_is_there(db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "hurt.db"
    copy.write_bytes(db.read_bytes())
    with closing(sqlite3.connect(copy)) as conn, conn:
        start, n = conn.execute(
            "SELECT start, n FROM blocks WHERE session = 1 ORDER BY start DESC"
        ).fetchone()
        conn.execute("UPDATE blocks SET data = x'00' WHERE session = 1 AND start = ?", (start,))
    made = exported(copy, tmp_path / "out", *NIGHT)
    assert made["missing_s"]["damaged"] == n / FS_HZ
    headers = sorted((tmp_path / "out").glob("*.hea"))
    read = np.concatenate([wfdb.rdrecord(str(f.with_suffix(""))).p_signal[:, 0] for f in headers])
    wanted = truth()
    wanted[start : start + n] = np.nan
    np.testing.assert_array_equal(read, wanted)


def test_a_disk_that_cannot_hold_it_is_told_beforehand(tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="are needed"):
        need(tmp_path, 10**18)
    need(tmp_path, 1)


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    for fresh, name in ((fresh_file, "a.csv"), (fresh_folder, "a")):
        with pytest.raises(KeyboardInterrupt), fresh(tmp_path / name, force=False):
            raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_memory_does_not_grow_with_the_time_exported(tmp_path: Path) -> None:
    peaks = []
    for days in (1, 3):
        db = tmp_path / f"{days}.db"
        record_days(db, days)
        code = (
            "import resource, sys; from daemon.cli import main\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        for form in ("wfdb", "edf"):
            words = ["export", "--db", str(db), "--format", form, "-o", str(tmp_path / f"{form}{days}")]
            done = subprocess.run(
                [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
            )
            peaks.append(int(done.stdout.split()[-1]) / 1024)
    assert peaks[2] - peaks[0] < 16.0  # MB; a day more of samples alone would be 17
    assert peaks[3] - peaks[1] < 16.0


def test_times_in_names_are_utc(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "out", *NIGHT)
    stem = min((tmp_path / "out").glob("*.hea")).stem
    at = datetime.strptime(stem.removeprefix(f"{DEVICE}-"), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert at == START.replace(microsecond=0)
