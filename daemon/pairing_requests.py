"""Requests about pairing, as they come over the local socket, and what is answered."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from msgspec import Meta

from daemon.errors import ControlError, Misuse
from daemon.link_status import LinkStatus
from daemon.pairing import SCAN_S_MAX
from daemon.pairing_store import Wish

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from daemon.control import Reply
    from daemon.pairing import PairingDesk
    from ingest.bluetooth.links import Candidate, LinkState

SCAN_S: Final = 15.0  # a strap advertises about once a second; one that is far away is missed for some
WHO: Final = "command line"
# Nothing that moves a cursor, breaks a line, is not seen or turns the writing round.
_UNSEEN: Final = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=rf"^[^{_UNSEEN}]+\Z")]
DeviceId = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,31}\Z")]
Kind = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,31}\Z")]
Address = Annotated[str, Meta(pattern=r"^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}\Z")]


class Scan(msgspec.Struct, frozen=True, tag_field="op", tag="scan"):
    """Look for wearables in reach."""

    seconds: Annotated[float, Meta(ge=1, le=SCAN_S_MAX)] = SCAN_S


class Pair(msgspec.Struct, frozen=True, tag_field="op", tag="pair"):
    """Pair the wearable at ``address``."""

    address: Address
    kind: Kind | None = None
    wearer: Name | None = None
    name: Name | None = None


class Rename(msgspec.Struct, frozen=True, tag_field="op", tag="rename"):
    """Call a wearable something else."""

    device: DeviceId
    name: Name


class Unpair(msgspec.Struct, frozen=True, tag_field="op", tag="unpair"):
    """Look for a wearable no more."""

    device: DeviceId


class Wear(msgspec.Struct, frozen=True, tag_field="op", tag="wear"):
    """Say who wears a wearable."""

    device: DeviceId
    wearer: Name


Deed = Rename | Unpair | Wear
OPS: Final = frozenset({"scan", "pair", "rename", "unpair", "wear"})


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One wearable in reach, as told to who may choose it. ``paired``: its device id, where it is paired."""

    address: str
    name: str | None
    kind: str | None
    title: str | None
    rssi_dbm: int | None
    battery_pct: int | None
    paired: str | None


def named(text: str) -> str:
    """``text``, as a name that people give.

    Raises:
        Misuse: it is none.
    """
    try:
        return msgspec.convert(text, Name)
    except msgspec.ValidationError as error:
        raise Misuse("a name has 1 to 80 characters, all of them printable") from error


async def handle(desk: PairingDesk, message: Mapping[str, Any]) -> Reply:
    """Answer one request of the local socket.

    Raises:
        HearthError: it cannot be done, or is no request; its words are for who asked.
    """
    try:
        request = msgspec.convert(message, type=Scan | Pair | Deed)
    except msgspec.ValidationError as error:
        raise ControlError(f"request: {error}") from error
    match request:
        case Scan():
            return _scan(desk, request.seconds)
        case Pair():
            wish = Wish(request.address.upper(), request.kind, request.wearer, request.name)
            return plain(await desk.pair(wish, WHO))
        case _:
            return await do(desk, request, WHO)


async def do(desk: PairingDesk, deed: Deed, who: str) -> dict[str, Any]:
    """What needs no radio to begin with."""
    match deed:
        case Rename():
            await desk.rename(deed.device, deed.name, who)
            return {"device": deed.device, "name": deed.name}
        case Unpair():
            return plain(await desk.unpair(deed.device, who))
        case Wear():
            await desk.wear(deed.device, deed.wearer, who)
            return {"device": deed.device, "wearer": deed.wearer}


def shown(candidate: Candidate) -> Shown:
    """A candidate, as it is told."""
    return Shown(
        address=candidate.address,
        name=candidate.name,
        kind=candidate.kind,
        title=candidate.title,
        rssi_dbm=candidate.rssi_dbm,
        battery_pct=candidate.battery_pct,
        paired=candidate.paired,
    )


def links(states: Mapping[str, LinkState]) -> dict[str, Any]:
    """Every link, by device id, as it is told."""
    now_s = time.monotonic()
    return {
        device: plain(
            LinkStatus(
                phase=state.phase,
                for_s=round(now_s - state.since_monotonic_s, 1),
                rssi_dbm=state.rssi_dbm,
                attempts=state.attempts,
                trouble=state.trouble.sentence if state.trouble is not None else None,
            )
        )
        for device, state in states.items()
    }


def plain(value: object) -> dict[str, Any]:
    """``value`` as a JSON object."""
    made: dict[str, Any] = msgspec.to_builtins(value)
    return made


async def _scan(desk: PairingDesk, seconds: float) -> AsyncGenerator[dict[str, Any], None]:
    async for table in desk.scan(seconds):
        yield {"candidates": [plain(shown(candidate)) for candidate in table]}
