"""What is heard on the air, made fit for everybody behind it."""

from __future__ import annotations

from typing import Any

import pytest
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData
from hypothesis import given
from hypothesis import strategies as st

from ingest.bluetooth import battery
from ingest.bluetooth.sighting import sighting
from ingest.bluetooth.words import CHARS_MAX, readable

ADDRESS = "a0:9e:1a:00:00:01"


def heard(name: str | None, **more: Any) -> AdvertisementData:  # noqa: ANN401 - of AdvertisementData
    facts: dict[str, Any] = {
        "manufacturer_data": {},
        "service_data": {},
        "service_uuids": [],
        "tx_power": None,
    }
    facts |= {"rssi": -60, "platform_data": ("/org/bluez/hci0/dev", {"RSSI": -60})}
    return AdvertisementData(local_name=name, **{**facts, **more})


@pytest.mark.parametrize(
    ("name", "known", "wanted"),
    [
        ("Polar H10 1A2B3C4D", None, "Polar H10 1A2B3C4D"),
        ("\x1b[2JStrap\r\n\u202e\x9b1m ", None, "[2JStrap1m"),
        ("x" * 10_000, None, "x" * CHARS_MAX),
        (None, "\x07Known", "Known"),
        ("\x00\n", None, None),
        (None, None, None),
    ],
)
def test_a_name_from_the_air_is_made_readable(
    name: str | None, known: str | None, wanted: str | None
) -> None:
    one = sighting(BLEDevice(ADDRESS, known, {}), heard(name), 1.0)
    assert one is not None
    assert (one.seen.address, one.seen.name) == (ADDRESS.upper(), wanted)


@given(st.text())
def test_readable_words_stay_so(text: str) -> None:
    once = readable(text)
    assert once.isprintable()
    assert len(once) <= CHARS_MAX
    assert readable(once) == once


@pytest.mark.parametrize(
    ("level", "wanted"), [(b"\x50", 80), (b"\x65", None), (b"", None), (b"\x50\x50", None)]
)
def test_a_battery_is_known_where_it_is_advertised(level: bytes, wanted: int | None) -> None:
    one = sighting(BLEDevice(ADDRESS, None, {}), heard(None, service_data={battery.SERVICE: level}), 1.0)
    assert one is not None
    assert one.battery_pct == wanted
