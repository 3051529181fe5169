"""The table of wearables in reach, from which people choose one to pair."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Final

from ingest.bluetooth.kinds import recognise
from ingest.bluetooth.links import Candidate
from ingest.bluetooth.trouble import BluetoothTrouble

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.profile import Profile
    from ingest.bluetooth.sighting import Sighting
    from ingest.bluetooth.station import Station

ROWS_MAX: Final = 64  # a table is read by people; a street full of beacons is not
HEARD_MAX: Final = 1024  # addresses remembered during one scan; a stranger may send under ever new ones
UNHEARD_DBM: Final = -200


async def candidates(
    station: Station,
    seconds: float,
    *,
    profiles: Sequence[Profile],
    paired: Mapping[str, str],
    pace: Pace,
) -> AsyncGenerator[tuple[Candidate, ...], None]:
    """The table as it grows, for ``seconds``: known kinds first, then by signal strength.

    ``paired``: device ids by address.

    Raises:
        BluetoothTrouble: the adapter cannot scan, or is gone.
    """
    rows: dict[str, Candidate] = {}
    changed = asyncio.Event()

    def hear(sighting: Sighting) -> None:
        address = sighting.seen.address
        if address in rows or len(rows) < HEARD_MAX:
            row = _candidate(sighting, profiles, paired, rows.get(address))
            if row != rows.get(address):
                rows[address] = row
                changed.set()

    end_s = time.monotonic() + seconds
    with station.scanner.table(hear):
        while (left_s := end_s - time.monotonic()) > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left_s, pace.retry_radio_s)):
                    await changed.wait()
            if station.gone.is_set() and station.trouble is not None:
                raise BluetoothTrouble(station.trouble)
            if not rows and station.scanner.trouble is not None:
                raise BluetoothTrouble(station.scanner.trouble)
            if changed.is_set():
                changed.clear()
                yield _table(rows)
                await asyncio.sleep(min(pace.table_s, max(end_s - time.monotonic(), 0.0)))
    yield _table(rows)


def _table(rows: Mapping[str, Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(rows.values(), key=_rank)[:ROWS_MAX])


def _rank(row: Candidate) -> tuple[bool, bool, int, str]:
    rssi_dbm = UNHEARD_DBM if row.rssi_dbm is None else row.rssi_dbm
    return (row.kind is None, row.name is None, -rssi_dbm, row.address)


def _candidate(
    sighting: Sighting, profiles: Sequence[Profile], paired: Mapping[str, str], before: Candidate | None
) -> Candidate:
    """A row; what an earlier advertisement told and this one does not is kept."""
    seen = sighting.seen
    wearable = recognise(seen, profiles)
    return Candidate(
        address=seen.address,
        name=seen.name or (before.name if before else None),
        kind=wearable.kind if wearable else (before.kind if before else None),
        title=wearable.title if wearable else (before.title if before else None),
        rssi_dbm=seen.rssi_dbm,
        battery_pct=sighting.battery_pct
        if sighting.battery_pct is not None
        else (before.battery_pct if before else None),
        paired=paired.get(seen.address),
    )
