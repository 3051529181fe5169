"""Wearers, and the people who may ask about them."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

_CHANGES: Final = {
    "language": "UPDATE wearers SET language = ? WHERE id = ?",
    "sex": "UPDATE wearers SET sex = ? WHERE id = ?",
    "birth_year": "UPDATE wearers SET birth_year = ? WHERE id = ?",
}
ROLES: Final = ("wearer", "caregiver", "clinician")


@dataclass(frozen=True, slots=True)
class Wearer:
    """Someone who wears a sensor. ``tz``: IANA name; ``sex``: female, male or None."""

    id: int
    name: str
    tz: str
    sex: str | None
    birth_year: int | None
    language: str
    installed_ns: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who may ask about a wearer, as ``role``."""

    id: int
    wearer: int
    name: str
    role: str


class UnknownZone(StoreError):
    """Not an IANA time zone name. ``name``: what was given."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is not a time zone name such as Europe/Berlin")
        self.name = name


def add_wearer(
    conn: sqlite3.Connection,
    name: str,
    tz: str,
    *,
    sex: str | None = None,
    birth_year: int | None = None,
    language: str = "en",
    installed_ns: int | None = None,
) -> int:
    """Add a wearer; the new number. ``installed_ns``: since when they are known here, now by default.

    Raises:
        UnknownZone: ``tz`` is not an IANA name.
    """
    zone(tz)
    cursor = conn.execute(
        "INSERT INTO wearers (name, tz, sex, birth_year, language, installed_ns) VALUES (?, ?, ?, ?, ?, ?)",
        (name, tz, sex, birth_year, language, time.time_ns() if installed_ns is None else installed_ns),
    )
    return int(cursor.lastrowid or 0)


def wearers(conn: sqlite3.Connection) -> list[Wearer]:
    """Every wearer, in the order they were added."""
    rows = conn.execute(
        "SELECT id, name, tz, sex, birth_year, language, installed_ns FROM wearers ORDER BY id"
    )
    return [Wearer(*row) for row in rows.fetchall()]


def ensure_wearer(
    conn: sqlite3.Connection, name: str, tz: str | None = None, *, installed_ns: int | None = None
) -> int:
    """The number of the wearer called ``name``, who is added if need be.

    ``tz``: a new one's zone; otherwise that of the first wearer, for they share a house, or the system's.

    Raises:
        UnknownZone: ``tz`` is not an IANA name, and somebody was to be added.
    """
    known = wearers(conn)
    for wearer in known:
        if wearer.name == name:
            return wearer.id
    return add_wearer(conn, name, tz or (known[0].tz if known else system_tz()), installed_ns=installed_ns)


def wearer_of(conn: sqlite3.Connection, device: str) -> Wearer | None:
    """Who wears ``device``; None for a device that is not known."""
    row = conn.execute(
        "SELECT w.id, w.name, w.tz, w.sex, w.birth_year, w.language, w.installed_ns "
        "FROM devices AS d JOIN wearers AS w ON w.id = d.wearer WHERE d.id = ?",
        (device,),
    ).fetchone()
    return None if row is None else Wearer(*row)


def change(
    conn: sqlite3.Connection, wearer: int, setting: Literal["language", "sex", "birth_year"], value: str
) -> None:
    """Say something else about a wearer; ``value`` as text, a year too."""
    conn.execute(_CHANGES[setting], (int(value) if setting == "birth_year" else value, wearer))


def add_person(conn: sqlite3.Connection, wearer: int, name: str, role: str) -> int:
    """Let someone ask about ``wearer`` as one of :data:`ROLES`; the new number."""
    cursor = conn.execute("INSERT INTO people (wearer, name, role) VALUES (?, ?, ?)", (wearer, name, role))
    return int(cursor.lastrowid or 0)


def people(conn: sqlite3.Connection, wearer: int) -> list[Person]:
    """Who may ask about ``wearer``."""
    rows = conn.execute("SELECT id, wearer, name, role FROM people WHERE wearer = ? ORDER BY id", (wearer,))
    return [Person(*row) for row in rows.fetchall()]


def zone_of(conn: sqlite3.Connection, device: str) -> ZoneInfo:
    """The time zone where the device's wearer lives; UTC for a device that is not known."""
    wearer = wearer_of(conn, device)
    return zone(wearer.tz if wearer else "UTC")


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises:
        UnknownZone: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(name) from error


def system_tz() -> str:
    """The gateway's own time zone as an IANA name; UTC where it cannot be told."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    written = Path("/etc/timezone")
    for name in (named, linked, written.read_text("utf-8").strip() if written.is_file() else ""):
        if name and not name.startswith("/"):
            try:
                return zone(name).key
            except UnknownZone:
                continue
    return "UTC"
