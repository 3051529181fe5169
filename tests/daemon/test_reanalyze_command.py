"""``hearth reanalyze`` by itself, and through a running daemon."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from daemon.result_versions import label
from daemon.status import serves
from storage.database import open_reader
from storage.reanalyses import Part, add
from storage.writer import exclusive
from tests.daemon.reanalysing import DEVICE, analyse, asked, classifier, record, told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

HEARTH = Path(sys.executable).with_name("hearth")
PATIENCE_S = 60.0
OLD, NEW = label("ecg", None), label("ecg", classifier())


def hearth(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [HEARTH, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HEARTH_CONFIG": "/dev/null"},
    )


@pytest.fixture
def path() -> Iterator[Path]:
    """Three minutes, analysed by rules. A socket's path must be short."""
    with tempfile.TemporaryDirectory(prefix="hearth-") as folder:
        path = Path(folder) / "hearth.db"
        record(path)
        analyse(path)
        yield path


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.long
def test_times_are_told_as_elsewhere_and_models_by_name(path: Path) -> None:
    now = ("--now", "2026-11-20T13:00:00+00:00")
    start = hearth("reanalyze", "--from", "tomorrow", "--db", path, *now)
    assert start.returncode == 2
    assert start.stderr.startswith("hearth: ")
    before = told(hearth("reanalyze", "--to", "2026-11-19", "--db", path, "--json", *now))
    assert (before["parts"], before["state"]) == (0, "done")
    same = hearth("reanalyze", "--model", "rules", "--db", path)
    assert (same.returncode, same.stdout) == (
        0,
        "Nothing to do: the results of that time are of this version.\n",
    )
    assert same.stderr == ""
    done = hearth("reanalyze", "--device", DEVICE, "--db", path, *now)
    assert done.stdout == "0.1 h of signal analysed anew; the results of before are kept.\n"
    assert done.stderr == ""
    assert told_by(path) == {NEW: 18}


def test_a_running_daemon_does_it_in_the_background(path: Path) -> None:
    settings = path.with_name("hearth.toml")
    settings.write_text(f'[storage]\npath = "{path}"\n[mqtt]\nport = 1\n[agent]\nmodel = "none"\n')
    with exclusive(path) as conn:  # one that a stop has interrupted, of a chain that is no more
        part = Part(0, 1, 0, 45_000, 0, "chain-0", 0)
        interrupted = add(conn, asked(rules=True), [part], ())
    with subprocess.Popen(
        [HEARTH, "run", "--config", settings], stderr=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + PATIENCE_S
        while not serves(path) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        done = hearth("reanalyze", "--json", "--config", settings)
        unknown = hearth("reanalyze", "--model", "nobody", "--config", settings)
        cancelled = hearth("reanalyze", "--cancel", "--config", settings)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        log = process.stderr.read()
    found = told(done)
    assert (found["state"], found["done_s"], found["left_out"]) == ("done", 180.0, [])
    assert told_by(path) == {NEW: 18}
    assert (unknown.returncode, "builtin, rules" in unknown.stderr) == (2, True)
    assert (cancelled.returncode, cancelled.stdout) == (0, "Nothing was under way.\n")
    assert "Traceback" not in log
    with closing(open_reader(path)) as conn:
        rows = conn.execute("SELECT id, state, why FROM reanalyses ORDER BY id").fetchall()
    assert [tuple(row)[:2] for row in rows] == [(interrupted.id, "failed"), (2, "done")]
    assert "ask again" in rows[0]["why"]


@pytest.mark.long
def test_what_waits_can_be_given_up(path: Path) -> None:
    with exclusive(path) as conn:
        add(conn, asked(), [Part(0, 1, 0, 45_000, 0, NEW, 0)], ())
    done = hearth("reanalyze", "--cancel", "--json", "--db", path)
    assert told(done) == {"cancelled": 1}
    assert told_by(path) == {OLD: 18}
