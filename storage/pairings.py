"""Wearables that are looked for over Bluetooth. The wearable itself, and its history, are in ``devices``."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Final

from storage.errors import StoreError
from storage.sql import insert, select

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Pairing:
    """A wearable's address, and what it is known by.

    ``name``: what it calls itself; ``adapter``: the address of the one it was paired over, None: any;
    ``identity``: its serial number, None: it has not said; ``address``: in capital letters.
    """

    device: str
    address: str
    kind: str
    name: str
    lead: str
    adapter: str | None
    bonded: bool
    identity: str | None
    paired_ns: int


class AlreadyPaired(StoreError):
    """The wearable, or its address, is paired already, as ``device``."""

    def __init__(self, device: str) -> None:
        super().__init__(f"it is paired already, as {device}")
        self.device = device


class NotPaired(StoreError):
    """``device`` is not paired over Bluetooth."""

    def __init__(self, device: str) -> None:
        super().__init__(f"{device} is not paired over Bluetooth")
        self.device = device


_COLUMNS: Final = tuple(field.name for field in fields(Pairing))
_INSERT: Final = insert("pairings", _COLUMNS)
_ALL: Final = select(_COLUMNS, "FROM pairings ORDER BY paired_ns, device")
_OF: Final = select(_COLUMNS, "FROM pairings WHERE device = ?")
_BY_ADDRESS: Final = select(_COLUMNS, "FROM pairings WHERE address = ?")


def add(conn: sqlite3.Connection, pairing: Pairing) -> None:
    """Remember ``pairing``; its device must be known.

    Raises:
        AlreadyPaired: the device or the address is paired.
    """
    known = of(conn, pairing.device) or by_address(conn, pairing.address)
    if known is not None:
        raise AlreadyPaired(known.device)
    device, address, *rest = astuple(pairing)
    conn.execute(_INSERT, (device, address.upper(), *rest))


def remove(conn: sqlite3.Connection, device: str) -> Pairing:
    """Forget the pairing; the device and everything it recorded stay. What was forgotten.

    Raises:
        NotPaired: there is none.
    """
    known = of(conn, device)
    if known is None:
        raise NotPaired(device)
    conn.execute("DELETE FROM pairings WHERE device = ?", (device,))
    return known


def pairings(conn: sqlite3.Connection) -> list[Pairing]:
    """Every pairing, in the order they were made."""
    return [_pairing(row) for row in conn.execute(_ALL).fetchall()]


def of(conn: sqlite3.Connection, device: str) -> Pairing | None:
    """The pairing of ``device``."""
    row = conn.execute(_OF, (device,)).fetchone()
    return None if row is None else _pairing(row)


def by_address(conn: sqlite3.Connection, address: str) -> Pairing | None:
    """The pairing of the wearable at ``address``."""
    row = conn.execute(_BY_ADDRESS, (address.upper(),)).fetchone()
    return None if row is None else _pairing(row)


def update(
    conn: sqlite3.Connection,
    device: str,
    *,
    kind: str | None = None,
    name: str | None = None,
    lead: str | None = None,
    bonded: bool | None = None,
    identity: str | None = None,
    adapter: str | None = None,
) -> None:
    """Note what has become known since; None leaves what is there.

    Raises:
        NotPaired: there is no such pairing.
    """
    changed = conn.execute(
        "UPDATE pairings SET kind = coalesce(?2, kind), name = coalesce(?3, name), "
        "lead = coalesce(?4, lead), bonded = coalesce(?5, bonded), identity = coalesce(?6, identity), "
        "adapter = coalesce(?7, adapter) WHERE device = ?1",
        (device, kind, name, lead, bonded, identity, adapter),
    )
    if not changed.rowcount:
        raise NotPaired(device)


def _pairing(row: sqlite3.Row | tuple[object, ...]) -> Pairing:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Pairing(**{**values, "bonded": bool(values["bonded"])})
