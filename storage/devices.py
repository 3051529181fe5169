"""Wearable devices and what they say about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from storage.errors import UnknownDevice
from storage.people import add_wearer, system_tz, wearers
from storage.sql import select

if TYPE_CHECKING:
    import sqlite3

BLE: Final = "ble"  # the ``kind`` of a wearable that is, or was, paired over Bluetooth


@dataclass(frozen=True, slots=True)
class Device:
    """A wearable. ``kind``: how it connects (mqtt, ble, replay, simulated)."""

    id: str
    wearer: int
    name: str
    kind: str
    lead: str
    added_ns: int


@dataclass(frozen=True, slots=True)
class DeviceState:
    """What a device last said; None: never said. ``at_ns``: when it last said anything."""

    device: str
    at_ns: int
    battery_pct: int | None
    connected: bool | None
    lead_off: bool | None


def _newest(column: str) -> str:
    said = f"device = ?1 AND {column} IS NOT NULL"
    return f"({select((column,), f'FROM device_states WHERE {said} ORDER BY at_ns DESC LIMIT 1')})"


_LATEST: Final = select(
    ("max(at_ns)", *map(_newest, ("battery_pct", "connected", "lead_off"))),
    "FROM device_states WHERE device = ?1",
)


def ensure_device(
    conn: sqlite3.Connection,
    device: str,
    *,
    now_ns: int,
    lead: str = "I",
    kind: str = "mqtt",
    name: str | None = None,
    wearer: int | None = None,
) -> None:
    """Add the device unless it is known; without ``wearer`` to the first one, who is made if need be."""
    if conn.execute("SELECT 1 FROM devices WHERE id = ?", (device,)).fetchone():
        return
    if wearer is None:
        known = wearers(conn)
        wearer = known[0].id if known else add_wearer(conn, "wearer 1", system_tz(), installed_ns=now_ns)
    conn.execute(
        "INSERT INTO devices (id, wearer, name, kind, lead, added_ns) VALUES (?, ?, ?, ?, ?, ?)",
        (device, wearer, name or device, kind, lead, now_ns),
    )


def rename(conn: sqlite3.Connection, device: str, name: str) -> None:
    """Give the device another name for people; its id stays, because history, topics and rights hang on it.

    Raises:
        UnknownDevice: there is none.
    """
    _change(conn, device, "UPDATE devices SET name = ?2 WHERE id = ?1", name)


def wear(conn: sqlite3.Connection, device: str, wearer: int) -> None:
    """Say who wears the device. What it recorded before counts as that wearer's, too.

    Raises:
        UnknownDevice: there is none.
    """
    _change(conn, device, "UPDATE devices SET wearer = ?2 WHERE id = ?1", wearer)


def _change(conn: sqlite3.Connection, device: str, statement: str, value: object) -> None:
    if not conn.execute(statement, (device, value)).rowcount:
        raise UnknownDevice(device)


def devices(conn: sqlite3.Connection) -> list[Device]:
    """Every device, in the order they were added."""
    rows = conn.execute("SELECT id, wearer, name, kind, lead, added_ns FROM devices ORDER BY added_ns, id")
    return [Device(*row) for row in rows.fetchall()]


def record_state(
    conn: sqlite3.Connection,
    device: str,
    at_ns: int,
    *,
    battery_pct: int | None = None,
    connected: bool | None = None,
    lead_off: bool | None = None,
) -> None:
    """Record what the device said at ``at_ns``; None leaves what was already said at that moment."""
    conn.execute(
        "INSERT INTO device_states (device, at_ns, battery_pct, connected, lead_off) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (device, at_ns) DO UPDATE SET "
        "battery_pct = coalesce(excluded.battery_pct, battery_pct), "
        "connected = coalesce(excluded.connected, connected), "
        "lead_off = coalesce(excluded.lead_off, lead_off)",
        (device, at_ns, battery_pct, connected, lead_off),
    )


def latest_state(conn: sqlite3.Connection, device: str) -> DeviceState | None:
    """The newest value of each thing the device ever said; None where it said nothing."""
    row = conn.execute(_LATEST, (device,)).fetchone()
    if row[0] is None:
        return None
    connected, lead_off = (None if value is None else bool(value) for value in (row[2], row[3]))
    return DeviceState(device, row[0], row[1], connected, lead_off)
