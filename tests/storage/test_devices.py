from __future__ import annotations

from typing import TYPE_CHECKING

from storage import devices, people

if TYPE_CHECKING:
    import sqlite3


def test_the_first_device_brings_a_wearer(conn: sqlite3.Connection) -> None:
    devices.ensure_device(conn, "h10", now_ns=5)
    (wearer,) = people.wearers(conn)
    assert (wearer.name, wearer.tz, wearer.installed_ns) == ("wearer 1", people.system_tz(), 5)
    assert devices.devices(conn) == [devices.Device("h10", wearer.id, "h10", "mqtt", "I", 5)]


def test_a_known_device_stays_as_it_is(home: sqlite3.Connection) -> None:
    before = devices.devices(home)
    devices.ensure_device(home, "belt", now_ns=99, lead="II", kind="ble", name="other")
    assert devices.devices(home) == before


def test_later_devices_go_to_the_first_wearer_or_the_named_one(home: sqlite3.Connection) -> None:
    second = people.add_wearer(home, "Bob", "UTC")
    devices.ensure_device(home, "patch", now_ns=10**19 // 2, name="Patch", lead="II")
    devices.ensure_device(home, "watch", now_ns=10**19 // 2, wearer=second)
    assert [(d.id, d.wearer, d.name, d.lead) for d in devices.devices(home)] == [
        ("belt", 1, "belt", "I"),
        ("patch", 1, "Patch", "II"),
        ("watch", second, "watch", "I"),
    ]


def test_the_state_is_the_newest_of_each_thing_said(home: sqlite3.Connection) -> None:
    assert devices.latest_state(home, "belt") is None
    devices.record_state(home, "belt", 10, battery_pct=80, connected=True)
    devices.record_state(home, "belt", 20, lead_off=True)
    devices.record_state(home, "belt", 30, connected=False)
    devices.record_state(home, "belt", 30, lead_off=False)
    assert devices.latest_state(home, "belt") == devices.DeviceState(
        "belt", 30, 80, connected=False, lead_off=False
    )
