"""What the doctor says of Bluetooth, with a fake BlueZ on a private bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from daemon.check import Check, Verdict
from daemon.doctor_bluetooth import bluetooth, version
from ingest.bluetooth.settings import BluetoothSettings
from storage import devices, pairings
from storage.pairings import Pairing
from storage.writer import exclusive
from tests.bluetooth.bluez import Bluez
from tests.bluetooth.bus import ADDRESS_VARIABLE, Bus
from tests.bluetooth.room import room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "A0:9E:1A:00:00:01"
THERE, GONE = "00:1A:7D:DA:71:13", "00:1A:7D:DA:71:99"
AUTO = BluetoothSettings()


@pytest.fixture
def bluez() -> Iterator[Bluez]:
    with room() as bluez:
        yield bluez


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return furnished(tmp_path / "hearth.db")


def furnished(
    path: Path, kind: str = "polar-h10", *, bonded: bool = False, adapter: str | None = None
) -> Path:
    with exclusive(path) as conn:
        devices.ensure_device(conn, "strap", now_ns=1, kind="ble")
        pairings.add(conn, Pairing("strap", ADDRESS, kind, "Polar H10", "I", adapter, bonded, None, 1))
    return path


def look(path: Path, settings: BluetoothSettings = AUTO) -> dict[str, Check]:
    return {check.what: check for check in bluetooth(settings, path, path.parent / "rfkill")}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("5.66", Verdict.GOOD),
        ("bluetoothd: 5.55\n", Verdict.GOOD),
        ("5.54", Verdict.WRONG),
        ("4.101", Verdict.WRONG),
        ("what?", Verdict.SKIPPED),
        (None, Verdict.SKIPPED),
    ],
)
def test_the_version_that_is_needed(said: str | None, verdict: Verdict) -> None:
    assert version(said).verdict is verdict


def test_where_nobody_wants_it_one_line_says_so(tmp_path: Path) -> None:
    (check,) = look(tmp_path / "none.db").values()
    assert (check.verdict, check.mend) == (Verdict.SKIPPED, "")


def test_switched_off_with_wearables_that_are_paired_is_worth_a_word(house: Path) -> None:
    checks = look(house, BluetoothSettings(enabled="no"))
    assert [check.verdict for check in checks.values()] == [Verdict.SKIPPED, Verdict.ADVICE]


@pytest.mark.usefixtures("bluez")
def test_a_sound_radio(house: Path) -> None:
    checks = look(house)
    assert {check.verdict for check in checks.values()} <= {Verdict.GOOD, Verdict.SKIPPED}
    assert "hci0" in checks["Bluetooth adapter"].found
    watched = look(house.parent / "none.db", BluetoothSettings(enabled="yes"))
    assert watched["Bluetooth adapter"].verdict is Verdict.GOOD


@pytest.mark.usefixtures("bluez")
def test_a_bond_that_bluez_has_lost(tmp_path: Path) -> None:
    check = look(furnished(tmp_path / "hearth.db", bonded=True))["wearable strap"]
    assert check.verdict is Verdict.WRONG
    assert f"hearth pair --address {ADDRESS}" in check.mend


def test_a_bond_with_an_adapter_that_is_gone(tmp_path: Path, bluez: Bluez) -> None:
    lost = look(furnished(tmp_path / "there.db", bonded=True, adapter=THERE))["wearable strap"]
    assert "lost its bond" in lost.found
    house = furnished(tmp_path / "gone.db", bonded=True, adapter=GONE)
    bluez.add_adapter("hci1")
    for _ in range(2):  # with other adapters, and with none
        gone = look(house)["wearable strap"]
        assert (gone.verdict, GONE in gone.found) == (Verdict.WRONG, True)
        assert "plug it in again" in gone.mend
        assert f"hearth pair --address {ADDRESS}" in gone.mend
        for name in bluez.ask(lambda: list(bluez.stack.plugged)):
            bluez.remove_adapter(name)


@pytest.mark.usefixtures("bluez")
def test_a_kind_that_nothing_describes_any_more(tmp_path: Path) -> None:
    check = look(furnished(tmp_path / "hearth.db", "gatt-patch"))["wearable strap"]
    assert check.verdict is Verdict.WRONG
    assert "[[bluetooth.profiles]]" in check.mend


def test_what_is_missing_is_named_with_what_mends_it(house: Path, bluez: Bluez) -> None:
    bluez.power(on=False)
    assert look(house)["Bluetooth adapter"].verdict is Verdict.GOOD  # it will be switched on
    off = look(house, BluetoothSettings(power_on=False))["Bluetooth adapter"]
    assert (off.verdict, "bluetoothctl power on" in off.mend) == (Verdict.WRONG, True)
    other = look(house, BluetoothSettings(adapter="hci7"))["Bluetooth adapter"]
    assert (other.verdict, "hci0" in other.found) == (Verdict.WRONG, True)
    bluez.remove_adapter()
    gone = look(house)["Bluetooth adapter"]
    assert (gone.verdict, "bluetoothctl list" in gone.mend) == (Verdict.WRONG, True)
    bluez.stop()
    stopped = look(house)["Bluetooth"]
    assert (stopped.verdict, "systemctl enable --now bluetooth" in stopped.mend) == (Verdict.WRONG, True)
    bluez.bus.kill()
    dead = look(house)["Bluetooth"]
    assert (dead.verdict, "start dbus" in dead.mend) == (Verdict.WRONG, True)
    bluez.bus.start()
    bluez.start()


@pytest.mark.usefixtures("bluez")
def test_a_radio_that_rfkill_blocks(house: Path) -> None:
    switch = house.parent / "rfkill" / "rfkill0"
    switch.mkdir(parents=True)
    for name, text in {"type": "bluetooth", "name": "hci0", "soft": "1", "hard": "0"}.items():
        (switch / name).write_text(text + "\n")
    check = look(house)["Bluetooth adapter"]
    assert (check.verdict, check.mend) == (Verdict.WRONG, "sudo rfkill unblock bluetooth")


def test_a_bus_that_turns_this_user_away(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Bus('<deny send_destination="org.bluez"/>') as bus, Bluez(bus, []):
        monkeypatch.setenv(ADDRESS_VARIABLE, bus.address)
        check = look(house)["Bluetooth"]
    assert check.verdict is Verdict.WRONG
    assert "hearth-dbus.conf" in check.mend
