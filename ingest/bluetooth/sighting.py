"""A wearable's advertisement, as the radio heard it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.bluetooth import battery
from ingest.bluetooth.wearable import Seen
from ingest.bluetooth.words import readable

if TYPE_CHECKING:
    from bleak.backends.device import BLEDevice
    from bleak.backends.scanner import AdvertisementData


@dataclass(frozen=True, slots=True)
class Sighting:
    """One advertisement. ``at_monotonic_s``: when it was heard; ``battery_pct``: where it advertises that."""

    device: BLEDevice
    seen: Seen
    at_monotonic_s: float
    battery_pct: int | None = None


def sighting(device: BLEDevice, heard: AdvertisementData, at_monotonic_s: float) -> Sighting | None:
    """What was heard; None where nothing was: bleak also tells of changes that need no radio.

    While BlueZ hears a device it knows its signal strength, and forgets it when the scan ends.
    """
    facts = heard.platform_data[1]
    rssi_dbm = facts.get("RSSI")
    if rssi_dbm is None:
        return None
    seen = Seen(
        address=device.address.upper(),
        name=readable(heard.local_name or device.name or "") or None,
        rssi_dbm=int(rssi_dbm),
        services=frozenset(each.lower() for each in heard.service_uuids),
        manufacturer=dict(heard.manufacturer_data),
    )
    charge = battery.level(heard.service_data.get(battery.SERVICE, b""))
    return Sighting(device, seen, at_monotonic_s, charge)
