"""``hearth pair`` and ``hearth devices`` without a daemon: a radio of one's own, and the store's lock."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from storage import devices, pairings, people
from storage.database import open_reader
from storage.writer import exclusive
from tests.bluetooth.gateway import numbered
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.room import room
from tests.bluetooth.strap import Strap
from tests.daemon.calling import Done, hearth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bluetooth.bluez import Bluez

STRAP = "polar-h10-a1b2c3d4"
PLAIN = "hrm-dual-123456"
PATIENCE_S = 60.0


@pytest.fixture
def strap() -> Strap:
    return Strap(numbered)


@pytest.fixture
def plain() -> HeartRateStrap:
    return HeartRateStrap()


@pytest.fixture
def bluez(strap: Strap, plain: HeartRateStrap, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bluez]:
    monkeypatch.setenv("COLUMNS", "160")
    with room(strap, plain) as bluez:
        yield bluez


def lines(done: Done) -> list[Any]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def pair(database: Path, *words: str) -> Done:
    return hearth("pair", "--db", database, "--seconds", "1", *words)


def paired(database: Path) -> dict[str, pairings.Pairing]:
    with closing(open_reader(database)) as conn:
        return {pairing.device: pairing for pairing in pairings.pairings(conn)}


@pytest.mark.usefixtures("bluez")
def test_a_look_around_pairs_nothing(tmp_path: Path) -> None:
    done = pair(tmp_path / "hearth.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(word in done.stdout for word in ("Polar H10 A1B2C3D4", "HRM-Dual", "dBm", "--address"))
    told = lines(pair(tmp_path / "hearth.db", "--json"))
    assert {line["event"] for line in told} == {"candidates"}
    assert {row["kind"] for row in told[-1]["candidates"]} == {"polar-h10", "heart-rate"}
    assert paired(tmp_path / "hearth.db") == {}


def test_a_strap_is_paired_renamed_passed_on_and_unpaired(tmp_path: Path, bluez: Bluez, strap: Strap) -> None:
    database = tmp_path / "hearth.db"
    done = pair(database, "--yes", "--kind", "polar-h10", "--name", "Blue", "--wearer", "Zoe")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{STRAP} (Blue) is paired, and worn by Zoe.\n" in done.stdout
    assert "it sends ECG" in done.stdout
    assert "Hearth does not run yet" in done.stdout
    assert (strap.bonded, strap.link, strap.streaming) == (True, False, False)
    assert paired(database)[STRAP].address == strap.address
    assert strap.address in bluez.bonds()
    (listed,) = json.loads(hearth("devices", "--json", "--db", database).stdout)
    assert (listed["name"], listed["link"], listed["pairing"]["kind"]) == ("Blue", None, "polar-h10")
    assert strap.address in hearth("devices", "--db", database).stdout
    known = pair(database, "--yes", "--kind", "polar-h10")
    assert (known.returncode, known.stderr.count("\n")) == (1, 1)
    assert f"paired already: {strap.name} as {STRAP}" in known.stderr
    assert hearth("devices", "rename", STRAP, "Grandma's", "--db", database).returncode == 0
    assert hearth("devices", "wear", STRAP, "Ada", "--yes", "--db", database).returncode == 0
    gone = hearth("devices", "unpair", STRAP, "--yes", "--db", database)
    assert gone.stdout == f"{STRAP} is not looked for any more; what it recorded stays.\n"
    assert paired(database) == {}
    with closing(open_reader(database)) as conn:
        (device,) = devices.devices(conn)
        worn_by = people.wearer_of(conn, STRAP)
    assert worn_by is not None
    assert (device.name, worn_by.name) == ("Grandma's", "Ada")
    assert strap.address not in bluez.bonds()


@pytest.mark.usefixtures("bluez")
def test_a_strap_without_ecg_says_so(tmp_path: Path, plain: HeartRateStrap) -> None:
    done = pair(tmp_path / "hearth.db", "--address", plain.address.lower())
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{PLAIN} (HRM-Dual:123456) is paired" in done.stdout
    assert "no ECG" in done.stdout


def test_several_and_none_are_told_in_one_line(tmp_path: Path, bluez: Bluez, strap: Strap) -> None:
    several = pair(tmp_path / "hearth.db", "--yes")
    assert (several.returncode, several.stderr.count("\n")) == (2, 1)
    assert strap.address in several.stderr
    none = pair(tmp_path / "hearth.db", "--yes", "--kind", "movesense")
    assert (none.returncode, none.stderr.count("\n")) == (1, 1)
    assert "no wearable is in reach" in none.stderr
    bluez.remove_adapter()
    gone = pair(tmp_path / "hearth.db", "--json", "--yes")
    assert (gone.returncode, gone.stderr.count("\n")) == (1, 1)
    assert "adapter" in gone.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["pair", "--seconds", "1000"],
        ["pair", "--name", "Blue\n"],
        ["pair", "--wearer", "\x1b[2J"],
        ["devices", "add", "strap", "--wearer", "\x1b[2J"],
        ["devices", "rename", "Not/an/id", "x"],
        ["devices", "rename", "strap", "\x1b[2J"],
        ["devices", "unpair", "strap"],
        ["devices", "wear", "strap", "Ada"],
    ],
)
def test_misuse_ends_with_two(tmp_path: Path, words: list[str]) -> None:
    done = hearth(*words, "--db", tmp_path / "hearth.db")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "words", [["rename", "strap", "x"], ["unpair", "strap", "--yes"], ["wear", "strap", "Ada", "--yes"]]
)
def test_a_wearable_that_is_not_known_is_said(tmp_path: Path, words: list[str]) -> None:
    done = hearth("devices", *words, "--db", tmp_path / "hearth.db")
    assert (done.returncode, done.stderr) == (1, "hearth: no wearable strap; hearth devices lists them\n")


def test_where_bluetooth_is_switched_off_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text('[bluetooth]\nenabled = "no"\n')
    done = hearth("pair", "--yes", "--db", tmp_path / "hearth.db", "--config", file)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "switched off in the configuration" in done.stderr


def test_a_person_chooses_by_number_and_says_whose_it_is(tmp_path: Path, bluez: Bluez) -> None:
    database = tmp_path / "hearth.db"
    with exclusive(database) as conn:
        for name in ("Anna", "Bob"):
            people.add_wearer(conn, name, "Europe/Berlin")
    screen, terminal = pty.openpty()
    process = subprocess.Popen(
        [Path(sys.executable).with_name("hearth"), "pair", "--db", database, "--seconds", "1"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, **bluez.bus.environment, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(terminal)
    seen = b""
    for question, answer in ((b"Which one", b"1\n"), (b"Whose wearable", b"Bob\n"), (b"worn by Bob", b"")):
        while question not in seen:
            seen += os.read(screen, 4096)
        os.write(screen, answer)
    assert process.wait(PATIENCE_S) == 0
    os.close(screen)
    assert b"Looking for wearables" in seen
    assert len(paired(database)) == 1
