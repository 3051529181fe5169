"""What pairing, renaming and unpairing change in the store. Each function is one job of the writer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from daemon.errors import Misuse
from daemon.pairing_names import device_name
from storage import audit, devices, pairings, people
from storage.devices import BLE
from storage.errors import UnknownDevice
from storage.pairings import Pairing

if TYPE_CHECKING:
    import sqlite3

    from ingest.bluetooth.links import Identity


@dataclass(frozen=True, slots=True)
class Wish:
    """Which wearable is to be paired, and how it is to be known.

    ``kind``: what it is; None: found out. ``wearer``: a new name makes a new wearer; None: who wore it
    before, else the only one. ``name``: what people call it; None: as it calls itself.
    """

    address: str
    kind: str | None = None
    wearer: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the store holds after a pairing. ``again``: it was paired already, and is now paired anew."""

    pairing: Pairing
    name: str
    wearer: str
    again: bool


class WearerUnknown(Misuse):
    """It was not said who wears it, and there is more than one wearer."""

    def __init__(self) -> None:
        super().__init__("there are several wearers: say who wears it")


def check(wish: Wish, conn: sqlite3.Connection) -> None:
    """Refuse before anything is asked of the wearable what could not be remembered after.

    Raises:
        WearerUnknown: several people could be meant.
        Misuse: it is paired already, and worn by somebody else.
    """
    known = pairings.by_address(conn, wish.address)
    if known is None:
        _wearer(conn, wish, make=False)
        return
    worn_by = people.wearer_of(conn, known.device)
    if wish.wearer is not None and worn_by is not None and wish.wearer != worn_by.name:
        raise Misuse(f"{known.device} is paired already, and worn by {worn_by.name}; unpair it first")


def remember(wish: Wish, identity: Identity, lead: str, who: str, conn: sqlite3.Connection) -> Remembered:
    """Note a wearable that has just been paired; ``who`` did it.

    A strap that was paired before, and worn by the same person, goes on under its old id. One that changes
    hands gets a new id: nobody's history becomes another's.

    Raises:
        WearerUnknown: several people could be meant.
    """
    now_ns = time.time_ns()
    known = pairings.by_address(conn, identity.address)
    if known is not None:
        pairings.update(
            conn,
            known.device,
            kind=identity.kind,
            name=identity.name or None,
            lead=lead,
            bonded=identity.bonded,
            identity=identity.serial or None,
            adapter=identity.adapter,
        )
        if wish.name is not None:
            devices.rename(conn, known.device, wish.name)
    else:
        wearer = _wearer(conn, wish, make=True)
        taken = partial(_taken, conn, wearer)
        device = device_name(identity.name, identity.serial, identity.address, taken)
        name = wish.name or identity.name or device
        devices.ensure_device(conn, device, now_ns=now_ns, lead=lead, kind=BLE, name=name, wearer=wearer)
        if wish.name is not None:
            devices.rename(conn, device, wish.name)
        pairings.add(conn, _pairing(device, identity, lead, now_ns))
    made = pairings.by_address(conn, identity.address)
    if made is None:
        raise UnknownDevice(identity.address)
    audit.add(conn, now_ns, who, "wearable paired", {"device": made.device, "kind": made.kind})
    worn_by = people.wearer_of(conn, made.device)
    return Remembered(
        made, _name(conn, made.device), worn_by.name if worn_by else "", again=known is not None
    )


def forget(device: str, who: str, conn: sqlite3.Connection) -> Pairing:
    """Unpair ``device``; it and what it recorded stay. What was forgotten.

    Raises:
        UnknownDevice, NotPaired: there is nothing to unpair.
    """
    _name(conn, device)
    forgotten = pairings.remove(conn, device)
    audit.add(conn, time.time_ns(), who, "wearable unpaired", {"device": device})
    return forgotten


def rename(device: str, name: str, who: str, conn: sqlite3.Connection) -> None:
    """Call ``device`` by ``name``.

    Raises:
        UnknownDevice: there is none.
    """
    devices.rename(conn, device, name)
    audit.add(conn, time.time_ns(), who, "wearable renamed", {"device": device})


def wear(device: str, wearer: str, who: str, conn: sqlite3.Connection) -> None:
    """Say who wears ``device``, and wore it; a new name makes a new wearer.

    Raises:
        UnknownDevice: there is none.
    """
    devices.wear(conn, device, people.ensure_wearer(conn, wearer))
    audit.add(conn, time.time_ns(), who, "wearer changed", {"device": device})


def _pairing(device: str, identity: Identity, lead: str, now_ns: int) -> Pairing:
    return Pairing(
        device=device,
        address=identity.address,
        kind=identity.kind,
        name=identity.name or device,
        lead=lead,
        adapter=identity.adapter,
        bonded=identity.bonded,
        identity=identity.serial or None,
        paired_ns=now_ns,
    )


def _wearer(conn: sqlite3.Connection, wish: Wish, *, make: bool) -> int | None:
    if wish.wearer is not None:
        return people.ensure_wearer(conn, wish.wearer) if make else None
    known = people.wearers(conn)
    if len(known) > 1:
        raise WearerUnknown
    return known[0].id if known else None


def _taken(conn: sqlite3.Connection, wearer: int | None, device: str) -> bool:
    """Whether ``device`` is something else than what the same person wore before."""
    known = next((one for one in devices.devices(conn) if one.id == device), None)
    if known is None:
        return False
    return known.kind != BLE or known.wearer != wearer or pairings.of(conn, device) is not None


def _name(conn: sqlite3.Connection, device: str) -> str:
    for known in devices.devices(conn):
        if known.id == device:
            return known.name
    raise UnknownDevice(device)
