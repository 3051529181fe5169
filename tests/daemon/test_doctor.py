"""The doctor finds what is wrong, says how to mend it, and is calm where all is well."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daemon.check import Check, Verdict
from daemon.doctor import examine, healthy
from daemon.doctor_machine import clock, machine, packages, unit
from daemon.doctor_store import store
from storage import quarantine
from storage.writer import exclusive
from tests.daemon.house import NOW_NS, NS, Worn, build

if TYPE_CHECKING:
    from collections.abc import Iterable

HEARTH = Path(sys.executable).with_name("hearth")


def named(checks: Iterable[Check], what: str) -> Check:
    found = [check for check in checks if check.what == what]
    assert found, what
    return found[0]


def look(path: Path, *, min_free_mb: int = 1, quick: bool = False) -> list[Check]:
    return store(path, min_free_mb=min_free_mb, now_ns=NOW_NS, quick=quick)[0]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return build(tmp_path / "hearth.db", Worn("strap-1", minutes=1))


def test_a_sound_house(house: Path) -> None:
    house.chmod(0o600)
    checks, seen = store(house, min_free_mb=1, now_ns=NOW_NS, quick=False)
    assert [check.verdict for check in checks] == [Verdict.GOOD] * len(checks), checks
    assert seen.last_sample_ns == pytest.approx(NOW_NS - NS, abs=NS // 100)
    assert "1 wearable known" in named(checks, "database").found


def test_no_database_yet_is_no_fault(tmp_path: Path) -> None:
    assert named(look(tmp_path / "deep" / "hearth.db"), "database").verdict is Verdict.ADVICE


def test_a_damaged_database(house: Path) -> None:
    with house.open("r+b") as file:
        file.seek(house.stat().st_size // 2)
        file.write(os.urandom(house.stat().st_size // 4))
    (house.parent / "backups").mkdir()
    (house.parent / "backups" / "hearth.daily.1.db").touch()
    found = named(look(house), "database")
    assert found.verdict is Verdict.WRONG
    assert "hearth.daily.1.db" in found.mend


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "hearth.db").write_text("no database at all " * 100)
    assert named(look(tmp_path / "hearth.db"), "database").verdict is Verdict.WRONG


def test_a_database_of_a_newer_version(house: Path) -> None:
    with closing(sqlite3.connect(house)) as conn, conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
            ("hearth", "9999_new", "2030-01-01"),
        )
    found = named(look(house), "database")
    assert found.verdict is Verdict.WRONG
    assert "9999_new" in found.found


def test_an_unmigrated_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as conn:
        conn.execute("CREATE TABLE other (x)")
    assert named(look(tmp_path / "hearth.db"), "database").verdict is Verdict.ADVICE


def test_a_full_disk_and_one_that_is_no_disk(house: Path) -> None:
    assert named(look(house, min_free_mb=10**9), "disk").verdict is Verdict.WRONG
    memory = Path("/dev/shm")  # noqa: S108 - a memory file system that every Linux has
    if memory.is_dir():
        assert any("in memory" in check.found for check in look(memory / "no-such-folder" / "hearth.db"))


def test_others_that_can_read(house: Path) -> None:
    house.chmod(0o644)
    house.parent.chmod(0o755)
    assert named(look(house), "privacy").verdict is Verdict.ADVICE
    house.parent.chmod(0o700)
    assert named(look(house), "privacy").verdict is Verdict.GOOD
    house.parent.chmod(0o755)
    house.chmod(0o600)
    assert named(look(house), "privacy").verdict is Verdict.GOOD


def test_payloads_that_were_refused_lately(house: Path) -> None:
    with exclusive(house) as conn:
        quarantine.put(conn, "mqtt", "strap-2", NOW_NS - 2 * 86_400 * NS, "old", b"x")
    assert named(look(house), "payloads").verdict is Verdict.GOOD
    with exclusive(house) as conn:
        quarantine.put(conn, "mqtt", "strap-2", NOW_NS - NS, "no fs", b"x")
    found = named(look(house), "payloads")
    assert found.verdict is Verdict.ADVICE
    assert "no fs" in found.found


def test_quick_leaves_the_results_unread(house: Path) -> None:
    with closing(sqlite3.connect(house)) as conn:
        page = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'segments'").fetchone()[0]
        size = conn.execute("PRAGMA page_size").fetchone()[0]
    with house.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(16))
    assert "damaged" in named(look(house), "database").found
    assert named(look(house, quick=True), "database").verdict is Verdict.GOOD


def test_this_machine_is_fit() -> None:
    assert {check.verdict for check in machine()} == {Verdict.GOOD}


def test_a_stranger_among_our_packages() -> None:
    found = packages({"daemon": ["hearthd", "python-daemon"], "dsp": ["hearthd"], "numpy": ["numpy"]})
    assert found.verdict is Verdict.WRONG
    assert "pip uninstall python-daemon" in found.mend
    assert packages({"daemon": ["hearthd", "hearthd"]}).verdict is Verdict.GOOD


def test_clocks() -> None:
    now_s = NOW_NS / NS
    assert [check.verdict for check in clock(0.0, None)] == [Verdict.WRONG]
    assert [check.verdict for check in clock(now_s, now_s + 3600)] == [Verdict.WRONG]
    assert Verdict.WRONG not in {check.verdict for check in clock(now_s, now_s - 1)}
    assert Verdict.WRONG not in {check.verdict for check in clock(now_s, None)}


@pytest.mark.parametrize(
    ("state", "verdict", "said"),
    [
        ({"LoadState": "not-found"}, Verdict.SKIPPED, "not installed"),
        ({"LoadState": "loaded", "ActiveState": "active", "SubState": "running"}, Verdict.GOOD, "running"),
        ({"LoadState": "loaded", "ActiveState": "active", "NRestarts": "4"}, Verdict.ADVICE, "4 times"),
        (
            {"LoadState": "loaded", "ActiveState": "active", "StatusText": "safe mode: x"},
            Verdict.WRONG,
            "safe mode",
        ),
        ({"LoadState": "loaded", "ActiveState": "failed", "SubState": "failed"}, Verdict.WRONG, "failed"),
        ({"LoadState": "loaded", "ActiveState": "inactive", "SubState": "dead"}, Verdict.WRONG, "inactive"),
    ],
)
def test_units(state: dict[str, str], verdict: Verdict, said: str) -> None:
    found = unit(state)
    assert found.verdict is verdict
    assert said in found.found


def test_a_wrong_configuration_is_named_and_the_rest_still_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text('[storage]\nraw_days = "many"\n')
    checks = list(examine(file, tmp_path / "hearth.db", quick=True))
    found = named(checks, "configuration")
    assert found.verdict is Verdict.WRONG
    assert "storage.raw_days" in found.found
    assert "many" in found.found
    assert named(checks, "disk").verdict is Verdict.GOOD
    assert not healthy(checks)


def test_the_command(tmp_path: Path, house: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text("[mqtt]\nport = 1\n")
    done = subprocess.run(
        [HEARTH, "doctor", "--json", "--config", file, "--db", house],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    checks = {check["what"]: check for check in json.loads(done.stdout)}
    assert checks["broker"]["verdict"] == "wrong"
    assert checks["database"]["verdict"] == "good"
    assert done.stderr == ""
    done = subprocess.run([HEARTH, "doctor", "--config", file], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "WRONG" in done.stdout
    assert "->" in done.stdout
