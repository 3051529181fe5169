"""What others are told of the radio and of each wearable's link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from ingest.bluetooth.trouble import Trouble

Phase = Literal["searching", "connecting", "streaming", "off body", "waiting", "stopped"]


@dataclass(frozen=True, slots=True)
class Pinned:
    """A paired wearable: the only address it is ever looked for under, and what it must be.

    ``kind``: as ``Wearable.kind``. ``adapter``: the address or the name (``hci0``) of the adapter that it
    was paired over; None: the configured one. ``serial``: as it said when paired; empty: it says none.
    ``bonded``: whether it shares keys with the gateway.
    """

    device: str
    address: str
    kind: str
    lead: str = "I"
    adapter: str | None = None
    serial: str = ""
    bonded: bool = False


@dataclass(frozen=True, slots=True)
class LinkState:
    """Where a wearable's link stands.

    ``phase``: "searching" for its advertisement; "connecting" until it sends; "streaming"; "off body" from
    when it said so until it sends with skin contact again, whether linked or not; "waiting" for the radio or
    before the next attempt; "stopped": no longer kept. ``since_monotonic_s``: when that began.
    ``rssi_dbm``: as last advertised. ``attempts``: failures in a row since it last streamed.
    ``trouble``: what stands in the way, also while a new attempt is under way; None once it streams.
    """

    device: str
    phase: Phase
    since_monotonic_s: float
    rssi_dbm: int | None = None
    attempts: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class RadioState:
    """Whether an adapter can be used. ``adapter``: its name, such as ``hci0``."""

    ok: bool
    adapter: str | None = None
    trouble: Trouble | None = None


class CentralListener(Protocol):
    """Who is told of changes. Called in the event loop's thread; returns at once."""

    def link(self, state: LinkState) -> None:
        """A wearable's link has changed."""

    def radio(self, state: RadioState) -> None:
        """The radio has changed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wearable in the table from which one is chosen.

    ``kind``, ``title``: None where it is of no kind that Hearth knows. ``battery_pct``: None where it does
    not advertise it. ``paired``: the device id under which it is kept already.
    """

    address: str
    name: str | None
    kind: str | None
    title: str | None
    rssi_dbm: int | None
    battery_pct: int | None = None
    paired: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What a wearable turned out to be when it was paired; empty where it does not say.

    ``adapter``: the address of the adapter that it was paired over.
    """

    address: str
    kind: str
    name: str
    bonded: bool
    serial: str = ""
    firmware: str = ""
    battery_pct: int | None = None
    manufacturer: str = ""
    model: str = ""
    adapter: str | None = None
