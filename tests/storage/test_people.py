from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from storage import people
from storage.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_wearer_comes_back(conn: sqlite3.Connection) -> None:
    number = people.add_wearer(
        conn, "Ada", "Europe/Berlin", sex="female", birth_year=1950, language="de", installed_ns=7
    )
    assert people.wearers(conn) == [people.Wearer(number, "Ada", "Europe/Berlin", "female", 1950, "de", 7)]


def test_a_device_leads_to_its_wearer(home: sqlite3.Connection) -> None:
    wearer = people.wearer_of(home, "belt")
    assert wearer is not None
    assert wearer.name == "Ada"
    assert people.wearer_of(home, "stranger") is None
    assert people.zone_of(home, "belt").key == "Europe/Berlin"
    assert people.zone_of(home, "stranger").key == "UTC"


@pytest.mark.parametrize(
    "tz", ["Berlin", "", "Europe/", "../etc/passwd", "/etc/localtime", "a\0b", "Mars/Base"]
)
def test_a_zone_that_does_not_exist_is_said(conn: sqlite3.Connection, tz: str) -> None:
    with pytest.raises(StoreError, match="is not a time zone"):
        people.add_wearer(conn, "Ada", tz)


def test_people_have_roles(conn: sqlite3.Connection) -> None:
    wearer = people.add_wearer(conn, "Ada", "UTC")
    number = people.add_person(conn, wearer, "Bob", "caregiver")
    assert people.people(conn, wearer) == [people.Person(number, wearer, "Bob", "caregiver")]
    with pytest.raises(sqlite3.IntegrityError):
        people.add_person(conn, wearer, "Eve", "burglar")


def test_the_systems_zone_is_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for value, wanted in ((":Asia/Tokyo", "Asia/Tokyo"), ("Europe/Oslo", "Europe/Oslo")):
        monkeypatch.setenv("TZ", value)
        assert people.system_tz() == wanted
    monkeypatch.setenv("TZ", str(tmp_path))
    assert people.zone(people.system_tz()).key == people.system_tz()


def test_a_name_is_one_wearer_and_a_new_one_lives_in_the_same_house(conn: sqlite3.Connection) -> None:
    first = people.ensure_wearer(conn, "Ada", "Asia/Tokyo")
    assert people.ensure_wearer(conn, "Ada", "Europe/Berlin") == first
    second = people.ensure_wearer(conn, "Bea")
    third = people.ensure_wearer(conn, "Cyd", "Europe/Berlin")
    assert [(one.id, one.tz) for one in people.wearers(conn)] == [
        (first, "Asia/Tokyo"),
        (second, "Asia/Tokyo"),
        (third, "Europe/Berlin"),
    ]
