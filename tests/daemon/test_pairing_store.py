"""What pairing leaves in the store."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from daemon import pairing_store
from daemon.errors import Misuse
from daemon.pairing_store import WearerUnknown, Wish
from ingest.bluetooth.links import Identity
from storage import audit, devices, pairings, people
from storage.database import open_writer
from storage.errors import UnknownDevice
from storage.pairings import NotPaired

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "A0:9E:1A:00:00:01"
STRAP = Identity(ADDRESS, "polar-h10", "Polar H10 1A2B3C4D", bonded=True, adapter="00:1A:7D:00:00:01")
ID = "polar-h10-1a2b3c4d"


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "hearth.db").conn) as conn:
        people.add_wearer(conn, "Anna", "Asia/Tokyo", installed_ns=1)
        yield conn


def pair(conn: sqlite3.Connection, **wish: str) -> pairing_store.Remembered:
    return pairing_store.remember(Wish(ADDRESS, **wish), STRAP, "I", "command line", conn)


def test_a_paired_wearable_is_known_worn_and_looked_for(conn: sqlite3.Connection) -> None:
    made = pair(conn)
    assert (made.pairing.device, made.name, made.wearer, made.again) == (ID, STRAP.name, "Anna", False)
    assert pairings.pairings(conn) == [made.pairing]
    assert (made.pairing.address, made.pairing.adapter, made.pairing.identity) == (
        ADDRESS,
        STRAP.adapter,
        None,
    )
    (device,) = devices.devices(conn)
    assert (device.id, device.kind, device.name, device.lead) == (ID, "ble", STRAP.name, "I")
    (deed,) = audit.audit(conn, 0, 2**62)
    assert (deed.who, deed.what, deed.detail["device"]) == ("command line", "wearable paired", ID)


def test_a_new_name_makes_a_wearer_who_lives_in_the_same_place(conn: sqlite3.Connection) -> None:
    assert pair(conn, wearer="Bob", name="Blue").wearer == "Bob"
    worn_by = people.wearer_of(conn, ID)
    assert worn_by is not None
    assert (worn_by.name, worn_by.tz) == ("Bob", "Asia/Tokyo")
    assert devices.devices(conn)[0].name == "Blue"


def test_with_several_wearers_one_must_be_named(conn: sqlite3.Connection) -> None:
    people.add_wearer(conn, "Bob", "Asia/Tokyo")
    with pytest.raises(WearerUnknown):
        pairing_store.check(Wish(ADDRESS), conn)
    with pytest.raises(WearerUnknown):
        pair(conn)
    assert devices.devices(conn) == []
    pairing_store.check(Wish(ADDRESS, wearer="Bob"), conn)
    assert pair(conn, wearer="Bob").wearer == "Bob"
    assert len(people.wearers(conn)) == 2


def test_the_same_strap_paired_again_is_the_same_wearable(conn: sqlite3.Connection) -> None:
    first = pair(conn, name="Blue")
    renewed = replace(STRAP, serial="S1", bonded=False, adapter=None)
    again = pairing_store.remember(Wish(ADDRESS.lower()), renewed, "I", "x", conn)
    assert (again.again, again.pairing.device, again.name) == (True, ID, "Blue")
    assert again.pairing == replace(first.pairing, bonded=False, identity="S1")
    with pytest.raises(Misuse, match=re.escape(f"{ID} is paired already, and worn by Anna")):
        pairing_store.check(Wish(ADDRESS, wearer="Bob"), conn)


def test_a_wearable_paired_again_as_another_kind_is_looked_for_as_that(conn: sqlite3.Connection) -> None:
    pair(conn)
    other = replace(STRAP, kind="heart-rate", name="HR 1A2B3C4D")
    again = pairing_store.remember(Wish(ADDRESS, kind="heart-rate"), other, "V5", "x", conn)
    assert (again.pairing.device, again.pairing.kind, again.pairing.lead) == (ID, "heart-rate", "V5")
    assert again.pairing.name == "HR 1A2B3C4D"


def test_a_strap_that_comes_back_to_its_wearer_goes_on_and_one_that_changes_hands_begins_anew(
    conn: sqlite3.Connection,
) -> None:
    pair(conn, name="Blue")
    assert pairing_store.forget(ID, "x", conn).address == ADDRESS
    back = pair(conn)
    assert (back.pairing.device, back.name) == (ID, "Blue")
    pairing_store.forget(ID, "x", conn)
    assert pair(conn, wearer="Bob").pairing.device == f"{ID}-2"
    assert {device.id: device.wearer for device in devices.devices(conn)} == {ID: 1, f"{ID}-2": 2}


def test_an_id_that_frames_over_mqtt_have_already_is_left_to_them(conn: sqlite3.Connection) -> None:
    devices.ensure_device(conn, ID, now_ns=1)
    assert pair(conn).pairing.device == f"{ID}-2"


def test_renaming_wearing_and_unpairing_are_noted(conn: sqlite3.Connection) -> None:
    pair(conn)
    pairing_store.rename(ID, "Blue", "MQTT", conn)
    pairing_store.wear(ID, "Bob", "MQTT", conn)
    pairing_store.forget(ID, "MQTT", conn)
    (device,) = devices.devices(conn)
    worn_by = people.wearer_of(conn, ID)
    assert worn_by is not None
    assert (device.name, worn_by.name) == ("Blue", "Bob")
    deeds = [(deed.who, deed.what) for deed in audit.audit(conn, 0, 2**62)]
    assert deeds[1:] == [
        ("MQTT", "wearable renamed"),
        ("MQTT", "wearer changed"),
        ("MQTT", "wearable unpaired"),
    ]


def test_what_is_not_there_is_said(conn: sqlite3.Connection) -> None:
    for deed in (
        lambda: pairing_store.rename("x", "y", "me", conn),
        lambda: pairing_store.wear("x", "Anna", "me", conn),
        lambda: pairing_store.forget("x", "me", conn),
    ):
        with pytest.raises(UnknownDevice, match="no wearable x"):
            deed()
    devices.ensure_device(conn, "patch", now_ns=1)
    with pytest.raises(NotPaired, match="patch is not paired over Bluetooth"):
        pairing_store.forget("patch", "me", conn)
