"""Pairings: kept, found, forgotten; the wearable and its history outlive them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import numpy as np
import pytest

from dsp.types import Segment
from storage import devices, pairings, people, samples
from storage.errors import UnknownDevice
from storage.pairings import AlreadyPaired, NotPaired, Pairing
from tests.storage.history import DEVICE

STRAP = Pairing(
    DEVICE, "A0:9E:1A:00:00:01", "polar-h10", "Polar H10 1A2B3C4D", "I", "hci0", True, "1A2B3C4D", 7
)


def test_a_pairing_is_kept_as_it_was_made(home: sqlite3.Connection) -> None:
    assert pairings.pairings(home) == []
    pairings.add(home, STRAP)
    assert pairings.pairings(home) == [STRAP]
    assert pairings.of(home, DEVICE) == pairings.by_address(home, "a0:9e:1a:00:00:01") == STRAP
    assert pairings.of(home, "other") is pairings.by_address(home, "00:00:00:00:00:00") is None


def test_addresses_are_one_however_they_are_written(home: sqlite3.Connection) -> None:
    pairings.add(home, replace(STRAP, address=STRAP.address.lower()))
    assert pairings.pairings(home) == [STRAP]


def test_a_wearable_is_paired_once(home: sqlite3.Connection) -> None:
    pairings.add(home, STRAP)
    devices.ensure_device(home, "second", now_ns=1)
    for again in (replace(STRAP, device="second"), replace(STRAP, address="A0:9E:1A:00:00:02")):
        with pytest.raises(AlreadyPaired) as caught:
            pairings.add(home, again)
        assert caught.value.device == DEVICE


def test_what_is_not_a_device_cannot_be_paired(home: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        pairings.add(home, replace(STRAP, device="stranger"))


def test_unpairing_keeps_the_wearable_and_what_it_recorded(home: sqlite3.Connection) -> None:
    pairings.add(home, STRAP)
    samples.open_session(home, 1, DEVICE, "I", 130.0, 5, "device")
    samples.append(home, Segment(1, 0, 130.0, np.array([1, 2, 3], np.int32)))
    assert pairings.remove(home, DEVICE) == STRAP
    assert pairings.pairings(home) == []
    assert [device.id for device in devices.devices(home)] == [DEVICE]
    assert [len(piece.uv) for piece in samples.read(home, 1, 0, 3) if isinstance(piece, Segment)] == [3]
    with pytest.raises(NotPaired, match="belt is not paired over Bluetooth"):
        pairings.remove(home, DEVICE)


def test_what_becomes_known_later_is_added_and_nothing_is_lost(home: sqlite3.Connection) -> None:
    early = replace(STRAP, bonded=False, identity=None, adapter=None)
    pairings.add(home, early)
    pairings.update(home, DEVICE, bonded=True)
    assert pairings.of(home, DEVICE) == replace(early, bonded=True)
    pairings.update(home, DEVICE, identity="1A2B3C4D", adapter="hci0")
    assert pairings.of(home, DEVICE) == STRAP
    pairings.update(home, DEVICE, bonded=False)
    assert pairings.of(home, DEVICE) == replace(STRAP, bonded=False)
    with pytest.raises(NotPaired):
        pairings.update(home, "other", bonded=True)


def test_people_read_pairings_with_plain_names(home: sqlite3.Connection) -> None:
    pairings.add(home, STRAP)
    devices.rename(home, DEVICE, "Grandma's strap")
    row = home.execute(
        "SELECT device, name, wearer, kind, advertised_name, serial_number, paired_utc FROM v_pairings"
    ).fetchone()
    assert tuple(row) == (
        DEVICE,
        "Grandma's strap",
        "Ada",
        "polar-h10",
        "Polar H10 1A2B3C4D",
        "1A2B3C4D",
        "1970-01-01T00:00:00Z",
    )


def test_a_new_name_and_a_new_wearer_leave_the_id(home: sqlite3.Connection) -> None:
    bob = people.add_wearer(home, "Bob", "Europe/Berlin")
    devices.rename(home, DEVICE, "Blue")
    devices.wear(home, DEVICE, bob)
    (device,) = devices.devices(home)
    assert (device.id, device.name, device.wearer) == (DEVICE, "Blue", bob)
    with pytest.raises(UnknownDevice, match="hearth devices lists them"):
        devices.rename(home, "x", "y")
    with pytest.raises(UnknownDevice):
        devices.wear(home, "x", bob)
