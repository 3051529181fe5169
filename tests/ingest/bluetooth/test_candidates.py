"""The table from which people choose, in a street full of strangers."""

from __future__ import annotations

from bleak.backends.device import BLEDevice

from ingest.bluetooth.candidates import HEARD_MAX, ROWS_MAX, Rows
from ingest.bluetooth.sighting import Sighting
from ingest.bluetooth.wearable import Seen


def sighting(
    number: int, name: str | None = None, rssi_dbm: int = -50, battery_pct: int | None = None
) -> Sighting:
    octets = f"{number:012X}"
    address = ":".join(octets[at : at + 2] for at in range(0, 12, 2))
    return Sighting(BLEDevice(address, name, {}), Seen(address, name, rssi_dbm), 1.0, battery_pct)


def test_a_stranger_under_ever_new_addresses_keeps_no_wearable_out() -> None:
    rows = Rows((), {})
    for number in range(10_000):
        rows.take(sighting(number))
    assert len(rows) == HEARD_MAX
    assert rows.take(sighting(77_777, "Polar H10 1A2B3C4D", -90))
    assert len(rows) == HEARD_MAX
    table = rows.table()
    assert (table[0].name, len(table)) == ("Polar H10 1A2B3C4D", ROWS_MAX)


def test_one_that_calls_itself_a_wearable_ten_thousand_times_takes_no_more_room() -> None:
    rows = Rows((), {})
    for number in range(10_000):
        rows.take(sighting(number, f"Polar H10 {number:08X}"))
    assert len(rows) == HEARD_MAX


def test_what_an_earlier_advertisement_told_is_kept() -> None:
    rows = Rows((), {"00:00:00:00:00:01": "strap"})
    assert rows.take(sighting(1, "Polar H10 1A2B3C4D", -50, 80))
    assert not rows.take(sighting(1, None, -50))
    assert rows.take(sighting(1, None, -60))
    (row,) = rows.table()
    assert (row.name, row.kind, row.rssi_dbm, row.battery_pct, row.paired) == (
        "Polar H10 1A2B3C4D",
        "polar-h10",
        -60,
        80,
        "strap",
    )
