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
    rows, changed = Rows(profiles, paired), asyncio.Event()

    def hear(sighting: Sighting) -> None:
        if rows.take(sighting):
            changed.set()

    end_s = time.monotonic() + seconds
    with station.scanner.table(hear):
        while (left_s := end_s - time.monotonic()) > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left_s, pace.retry_radio_s)):
                    await changed.wait()
            if station.gone.is_set() and station.trouble is not None:
                raise BluetoothTrouble(station.trouble)
            if not len(rows) and station.scanner.trouble is not None:
                raise BluetoothTrouble(station.scanner.trouble)
            if changed.is_set():
                changed.clear()
                yield rows.table()
                await asyncio.sleep(min(pace.table_s, max(end_s - time.monotonic(), 0.0)))
    yield rows.table()


class Rows:
    """Everything that was heard during one scan, in bounded room. ``paired``: device ids by address."""

    def __init__(self, profiles: Sequence[Profile], paired: Mapping[str, str]) -> None:
        self._profiles = profiles
        self._paired = paired
        self._rows: dict[str, Candidate] = {}

    def __len__(self) -> int:
        """How many were heard."""
        return len(self._rows)

    def take(self, sighting: Sighting) -> bool:
        """Take an advertisement in; whether that changes anything."""
        before = self._rows.get(sighting.seen.address)
        row = _candidate(sighting, self._profiles, self._paired, before)
        if row == before or (before is None and not self._has_room(row)):
            return False
        self._rows[row.address] = row
        return True

    def table(self) -> tuple[Candidate, ...]:
        """The best of them: known kinds first, then by signal strength."""
        return tuple(sorted(self._rows.values(), key=_rank)[:ROWS_MAX])

    def _has_room(self, row: Candidate) -> bool:
        """A stranger who sends under ever new addresses keeps no wearable out."""
        if len(self._rows) < HEARD_MAX:
            return True
        if row.kind is None:
            return False
        other = next((each.address for each in self._rows.values() if each.kind is None), None)
        if other is not None:
            del self._rows[other]
        return other is not None


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
