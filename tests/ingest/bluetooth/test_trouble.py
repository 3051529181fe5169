from __future__ import annotations

from typing import get_args

import pytest
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
    BleakGATTProtocolError,
)
from bleak_retry_connector import BleakConnectionError, BleakNotFoundError
from dbus_fast import AuthError, DBusError

from ingest.bluetooth import diagnosis
from ingest.bluetooth.diagnosis import Unbonded, diagnose
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble, TroubleKind
from ingest.bluetooth.wearable import LinkLost, Refused, WearableError

ADDRESS = "A0:9E:1A:00:00:01"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("org.freedesktop.DBus.Error.AccessDenied", "Rejected send message", "no_permission"),
        ("org.freedesktop.DBus.Error.ServiceUnknown", "", "no_bluez"),
        ("org.freedesktop.DBus.Error.Spawn.ChildExited", "", "no_bluez"),
        ("org.freedesktop.systemd1.UnitMasked", "Unit bluetooth.service is masked.", "no_bluez"),
        ("org.freedesktop.DBus.Error.NoReply", "", "no_answer"),
        ("org.freedesktop.DBus.Error.UnknownObject", "", "not_found"),
        ("org.bluez.Error.InProgress", "Operation already in progress", "busy"),
        ("org.bluez.Error.NotReady", "Resource Not Ready", "powered_off"),
        ("org.bluez.Error.Blocked", "Blocked through rfkill", "blocked"),
        ("org.bluez.Error.Failed", "Blocked through rfkill", "blocked"),
        ("org.bluez.Error.Failed", "br-connection-key-missing", "bond_lost"),
        ("org.bluez.Error.Failed", "Operation already in progress", "busy"),
        ("org.bluez.Error.Failed", "Not connected", "lost"),
        ("org.bluez.Error.NotPermitted", "Not paired", "not_bonded"),
        ("org.bluez.Error.AuthenticationRejected", "Authentication Rejected", "not_bonded"),
    ],
)
def test_what_bluez_answers_is_understood_from_bleak_and_from_the_bus(
    name: str, text: str, kind: str
) -> None:
    assert diagnose(BleakDBusError(name, [text])).kind == kind
    assert diagnose(DBusError(name, text)).kind == kind


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ConnectionRefusedError(), "no_bus"),
        (EOFError(), "no_bus"),
        (AuthError("rejected"), "no_permission"),
        (TimeoutError(), "no_answer"),
        (BleakDeviceNotFoundError(ADDRESS, "not found"), "not_found"),
        (BleakNotFoundError(), "no_answer"),
        (BleakError("anything"), "lost"),
        (AssertionError(), "lost"),
        (LinkLost("gone"), "lost"),
        (Unbonded("no keys"), "not_bonded"),
        (BleakGATTProtocolError(0x05), "not_bonded"),
        (BleakGATTProtocolError(0x0F), "not_bonded"),
        (BleakGATTProtocolError(0x0E), "lost"),
        (BluetoothTrouble(diagnosis.BUSY), "busy"),
        (
            BleakBluetoothNotAvailableError("", BleakBluetoothNotAvailableReason.POWERED_OFF),
            "powered_off",
        ),
        (
            BleakBluetoothNotAvailableError("", BleakBluetoothNotAvailableReason.NO_BLUETOOTH),
            "no_adapter",
        ),
    ],
)
def test_every_failure_has_a_kind(error: Exception, kind: str) -> None:
    assert diagnose(error).kind == kind


def test_the_last_cause_counts_not_what_was_made_of_it() -> None:
    wrapped = BleakConnectionError("Failed to connect after 2 attempts")
    wrapped.__cause__ = BleakDBusError("org.bluez.Error.InProgress", [])
    assert diagnose(wrapped).kind == "busy"


def test_missing_keys_of_a_bonded_wearable_are_a_lost_bond() -> None:
    assert diagnose(Unbonded("no keys"), bonded=True).kind == "bond_lost"
    assert diagnose(LinkLost("gone"), bonded=True).kind == "lost"


def test_what_a_wearable_says_itself_is_passed_on() -> None:
    refused = Refused("The strap is in its charger.", 13)
    assert diagnose(refused) == Trouble("refused", "The strap is in its charger.")
    assert diagnose(WearableError("It lacks ECG.")).sentence == "It lacks ECG."


def test_every_sentence_is_one_and_has_no_address_in_it() -> None:
    troubles = [each for each in vars(diagnosis).values() if isinstance(each, Trouble)]
    assert len(troubles) > 10
    for trouble in troubles:
        assert trouble.kind in get_args(TroubleKind)
        assert trouble.sentence.endswith((".", "?"))
        assert trouble.sentence[0].isupper()
