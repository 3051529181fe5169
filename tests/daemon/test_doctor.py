"""The doctor finds what is wrong, says how to mend it, and is calm where all is well."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daemon.check import Check, Verdict
from daemon.config import ModelConfig
from daemon.doctor import classifier, examine, healthy
from daemon.doctor_broker import broker, mosquitto, notifications
from daemon.doctor_machine import clock, machine, packages, unit
from daemon.doctor_store import store
from daemon.notify import NotificationsConfig
from ingest.mqtt import MqttSettings
from storage import quarantine
from storage.writer import exclusive
from tests.daemon.house import NOW_NS, NS, Worn, build
from tests.deploy import mosquitto as real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if real.PROGRAM is None:
        pytest.skip("mosquitto is not installed")
    etc, port = tmp_path_factory.mktemp("mosquitto"), real.free_port()
    ours = (real.DEPLOY / "mosquitto.conf").read_text().replace("listener 1883", f"listener {port}")
    with real.mosquitto(etc, ours, port):
        yield port


def test_a_broker_that_lets_us_in(port: int) -> None:
    (found,) = broker(MqttSettings(port=port, username="hearth", password="secret of hearth"))  # noqa: S106 - the test's own
    assert found.verdict is Verdict.GOOD


@pytest.mark.parametrize(
    ("settings", "mend"),
    [
        ({"username": "hearth", "password": "wrong"}, "mosquitto_passwd"),
        ({}, "mosquitto_passwd"),
        ({"ca_file": "/nowhere/ca.crt"}, "ca_file"),
    ],
)
def test_a_broker_that_does_not(port: int, settings: dict[str, object], mend: str) -> None:
    (found,) = broker(MqttSettings(port=port, **settings))  # type: ignore[arg-type]  # one table of cases
    assert found.verdict is Verdict.WRONG
    assert mend in found.mend
    assert "wrong" not in found.found


# paho leaves the socket of a failed handshake to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_broker_that_does_not_encrypt(port: int) -> None:
    (found,) = broker(MqttSettings(port=port, tls=True))
    assert found.verdict is Verdict.WRONG
    assert "ca_file" in found.mend
    gc.collect()


def test_no_broker_at_all() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        (found,) = broker(MqttSettings(port=unused.getsockname()[1]))
    assert found.verdict is Verdict.WRONG
    assert "start it" in found.mend


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("persistence true\n", Verdict.ADVICE),
        ("persistence true\nmax_queued_messages 100000\n", Verdict.GOOD),
        ("persistence true\nmax_queued_messages 0\n", Verdict.GOOD),
        ("max_queued_messages 100000\n", Verdict.ADVICE),
        ("persistence true\nmax_queued_messages 100000\nallow_anonymous true\n", Verdict.ADVICE),
        ("persistence true\n# max_queued_messages 100000\n", Verdict.ADVICE),
    ],
)
def test_the_broker_s_own_settings(tmp_path: Path, text: str, verdict: Verdict) -> None:
    (tmp_path / "mosquitto.conf").write_text(text)
    assert mosquitto(MqttSettings(), tmp_path).verdict is verdict
    assert mosquitto(MqttSettings(host="broker.local"), tmp_path).verdict is Verdict.SKIPPED


def test_the_shipped_broker_settings_are_as_the_doctor_wants_them(tmp_path: Path) -> None:
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "mosquitto.conf").write_text("persistence true\n")
    shutil.copy(real.DEPLOY / "mosquitto.conf", tmp_path / "conf.d" / "hearth.conf")
    assert mosquitto(MqttSettings(), tmp_path).verdict is Verdict.GOOD


# Apprise's own e-mail plugin imports a module that Python 3.13 no longer has.
@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
def test_notification_urls_are_judged_and_never_shown() -> None:
    config = NotificationsConfig(urls=("json://localhost:1/good", "nonsense://token-7f3a@nowhere"))
    found = next(iter(notifications(config)))
    assert found.verdict is Verdict.WRONG
    assert "urls[1]" in found.found
    assert "7f3a" not in found.found + found.mend
    assert next(iter(notifications(NotificationsConfig(urls=config.urls[:1])))).verdict is Verdict.GOOD
    assert next(iter(notifications(NotificationsConfig()))).verdict is Verdict.SKIPPED


def test_model_files(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    model = ModelConfig(path=str(file), sha256=hashlib.sha256(b"model").hexdigest())
    assert classifier(model).verdict is Verdict.WRONG
    file.write_bytes(b"model")
    assert classifier(model).verdict is Verdict.GOOD
    file.write_bytes(b"altered")
    assert "not the file" in classifier(model).found
    assert classifier(None).verdict is Verdict.SKIPPED


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
