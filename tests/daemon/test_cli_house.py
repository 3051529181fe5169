"""The commands of the house: devices, alarms, models, settings."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from daemon.status import serves
from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from storage import alarms, audit, devices, models, people
from storage.database import open_reader
from storage.writer import exclusive
from tests.daemon.calling import hearth
from tests.daemon.house import NOW_NS, Worn, build

HEARTH = Path(sys.executable).with_name("hearth")
PATIENCE_S = 60.0


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "150")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return build(tmp_path / "hearth.db", Worn("strap-1", minutes=1), Worn("strap-2", minutes=1))


def test_devices_are_listed(house: Path) -> None:
    text = hearth("devices", "--db", house).stdout
    assert all(word in text for word in ("strap-1", "strap-2", "Anna", "Europe/Berlin", "130 Hz", "84 %"))
    listed = json.loads(hearth("devices", "--json", "--db", house).stdout)
    assert [one["device"] for one in listed] == ["strap-1", "strap-2"]


def test_names_are_shown_as_they_are_whatever_they_hold(house: Path) -> None:
    name, wearer = "Strap [/b] [red]", "Zoe [/x]"
    added = hearth("devices", "add", "patch-7", "--wearer", wearer, "--name", name, "--db", house)
    assert added.returncode == 0
    listed = hearth("devices", "--db", house)
    assert listed.returncode == 0, listed.stderr
    assert wearer in listed.stdout
    assert "[/b]" in listed.stdout


def test_a_device_is_added_with_its_wearer_and_the_deed_noted(house: Path) -> None:
    done = hearth(
        "devices", "add", "patch-7", "--wearer", "Zoe", "--tz", "Asia/Tokyo", "--name", "Green", "--db", house
    )
    assert (done.returncode, done.stdout) == (0, "patch-7 is worn by Zoe.\n")
    assert hearth("devices", "add", "patch-8", "--wearer", "Zoe", "--db", house).returncode == 0
    with closing(open_reader(house)) as conn:
        known = {device.id: device for device in devices.devices(conn)}
        assert known["patch-7"].name == "Green"
        assert known["patch-7"].wearer == known["patch-8"].wearer
        worn_by = people.wearer_of(conn, "patch-7")
        assert worn_by is not None
        assert worn_by.tz == "Asia/Tokyo"
        assert [deed.detail["device"] for deed in audit.audit(conn, 0, 2**62)] == ["patch-7", "patch-8"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["strap-1", "--wearer", "Anna"], 2),
        (["UPPER", "--wearer", "Anna"], 2),
        (["../x", "--wearer", "Anna"], 2),
        (["patch-7"], 2),
        (["patch-7", "--wearer", "New", "--tz", "Mars/Base"], 1),
    ],
)
def test_a_device_that_cannot_be_added(house: Path, words: list[str], code: int) -> None:
    done = hearth("devices", "add", *words, "--db", house)
    assert done.returncode == code
    assert done.stderr.count("\n") == 1
    with closing(open_reader(house)) as conn:
        assert len(devices.devices(conn)) == 2


def test_a_database_that_is_being_written_is_left_alone(house: Path) -> None:
    with exclusive(house):
        done = hearth("devices", "add", "patch-7", "--wearer", "Zoe", "--db", house)
    assert done.returncode == 1
    assert "stop it first" in done.stderr


def test_alarms_are_listed(house: Path) -> None:
    text = hearth("alarms", "list", "--db", house).stdout
    assert text.count("The battery is low.") == 2
    listed = json.loads(hearth("alarms", "list", "--json", "--db", house).stdout)
    assert {(one["device"], one["presence"]) for one in listed} == {("strap-1", "On"), ("strap-2", "On")}


def test_alarms_that_are_over_are_listed_on_demand(house: Path) -> None:
    day_ns = 86_400 * 10**9
    began_ns = time.time_ns() - 2 * day_ns
    with exclusive(house) as conn:
        kind, priority = AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH
        text = "A pause of 3.2 s."
        pause = Alarm("pause", "strap-1", kind, priority, AlarmPresence.ON, began_ns, text)
        alarms.transition(conn, alarms.raise_(conn, pause), AlarmPresence.OFF, began_ns + 60 * 10**9)
    assert text not in hearth("alarms", "list", "--db", house).stdout
    over = hearth("alarms", "list", "--days", "3", "--db", house).stdout
    assert text in over
    assert "60 s" in over
    assert text not in hearth("alarms", "list", "--days", "1", "--db", house).stdout


def test_one_alarm_is_acknowledged_by_the_running_daemon(house: Path, tmp_path: Path) -> None:
    settings = tmp_path / "hearth.toml"
    settings.write_text(f'[storage]\npath = "{house}"\n[mqtt]\nport = 1\n')
    with closing(open_reader(house)) as conn:
        number = next(row.id for row in alarms.open_alarms(conn) if row.device == "strap-1")
    assert "start it first" in hearth("alarms", "ack", str(number), "--config", settings).stderr
    with subprocess.Popen(
        [HEARTH, "run", "--config", settings], stderr=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + PATIENCE_S
        while not serves(house) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        done = hearth("alarms", "ack", str(number), "--by", "Bob", "--config", settings)
        again = hearth("alarms", "ack", str(number), "--by", "Bob", "--config", settings)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        log = process.stderr.read()
    assert (done.returncode, done.stdout) == (0, "1 alarm acknowledged.\n"), done.stderr + log
    assert again.returncode == 1
    assert process.returncode == 0, log
    with closing(open_reader(house)) as conn:
        rows = {row.device: row for row in alarms.open_alarms(conn) if row.rule == "low_battery"}
        assert rows["strap-1"].acknowledged_by == "Bob"
        assert rows["strap-2"].acknowledged_by is None


def test_acknowledging_wants_one_alarm_or_all(house: Path) -> None:
    for words in ((), ("1", "--all")):
        assert hearth("alarms", "ack", *words, "--db", house).returncode == 2


def listed(*options: str | Path) -> dict[str, dict[str, object]]:
    """The signal models by name."""
    rows = json.loads(hearth("models", "list", "--json", *options).stdout)
    return {row["name"]: row for row in rows if row["kind"] != "language"}


def test_models_are_listed_with_what_is_in_use(house: Path, tmp_path: Path) -> None:
    settings = tmp_path / "hearth.toml"
    settings.write_text('[analysis]\nrhythm = "rules"\n')
    shown = listed("--db", house)
    assert {"beats", "waves", "quality", "rhythm"} <= set(shown)
    assert all(row["in_use"] and row["size"] and row["licence"] and row["source"] for row in shown.values())
    assert not listed("--db", house, "--config", settings)["rhythm"]["in_use"]
    with exclusive(house) as conn:
        models.record(
            conn,
            "mine",
            "1",
            sha256="ab" * 32,
            kind="rhythm",
            path="/models/mine.onnx",
            labels=("sinus", "af"),
            loaded_ns=NOW_NS,
        )
    mine = listed("--db", house)["mine"]
    assert (mine["labels"], mine["in_use"], mine["size"]) == (["sinus", "af"], False, None)
    text = hearth("models", "list", "--db", house).stdout
    assert "/models/mine.onnx" in text
    assert "Licence of beats" in text


def test_every_model_is_verified_and_an_altered_one_fails(tmp_path: Path) -> None:
    file, settings, db = tmp_path / "model.onnx", tmp_path / "hearth.toml", tmp_path / "none.db"
    file.write_bytes(b"model")
    wanted = hashlib.sha256(b"model").hexdigest()
    settings.write_text(
        f'[agent]\nmodel = "none"\n[analysis.classifier]\npath = "{file}"\nsha256 = "{wanted}"\n'
    )
    options = ("--config", settings, "--db", db)
    assert hearth("models", "verify", *options).returncode == 0
    file.write_bytes(b"altered")
    done = hearth("models", "verify", "--json", *options)
    assert done.returncode == 1
    held = {row["name"]: row["good"] for row in json.loads(done.stdout)}
    assert {name for name, good in held.items() if not good} == {"model"}
    assert len(held) >= 5
    file.unlink()
    gone = hearth("models", "verify", *options)
    assert (gone.returncode, "missing" in gone.stdout) == (1, True)


def test_settings_are_shown_without_their_secrets(tmp_path: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text(
        '[mqtt]\npassword = "canary-4711"\n[notifications]\nurls = ["json://localhost/canary-4711"]\n'
        "[storage]\nraw_days = 7\n"
    )
    for words in ([], ["--json"]):
        done = hearth("config", "show", *words, "--config", file)
        assert done.returncode == 0
        assert "canary" not in done.stdout
        assert "hidden" in done.stdout
        assert "raw_days" in done.stdout
    shown = json.loads(hearth("config", "show", "--json", "--config", file).stdout)
    assert shown["settings"]["storage"]["raw_days"] == 7


def test_a_file_of_settings_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text("[storage]\nraw_days = 7\n")
    assert hearth("config", "check", file).stdout == f"{file}: good\n"
    file.write_text("[storage]\nraw_days = -7\n")
    done = hearth("config", "check", file)
    assert done.returncode == 2
    assert all(word in done.stderr for word in ("storage.raw_days", "-7", ">= 0"))
    assert hearth("config", "check", tmp_path / "none.toml").returncode == 2
