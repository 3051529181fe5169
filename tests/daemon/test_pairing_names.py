"""Ids of paired wearables: always valid, always their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.pairing_names import device_name
from ingest.limits import device_id

ADDRESS = "A0:9E:1A:00:00:01"
MARK = "8df96460"  # of that address


@pytest.mark.parametrize(
    ("name", "serial", "wanted"),
    [
        ("Polar H10 1A2B3C4D", "", "polar-h10-1a2b3c4d"),
        ("Polar H10 1A2B3C4D", "0123456789", "polar-h10-1a2b3c4d"),
        ("Movesense 204030000123", "204030000123", "movesense-204030000123"),
        ("HRM-Dual:123456", "", "hrm-dual-123456"),
        ("TICKR", "", f"tickr-{MARK}"),
        ("Wahoo TICKR", "SN-77", "wahoo-tickr-sn-77"),
        ("Strap (left)", "x" * 40, "strap-left-" + "x" * 12),
        ("", "", f"wearable-{MARK}"),
        ("心电", "", f"wearable-{MARK}"),
        ("A very long name that goes on and on 1A2B", "", "a-very-long-name-that-goes-1a2b"),
    ],
)
def test_a_name_tells_one_from_another(name: str, serial: str, wanted: str) -> None:
    assert device_name(name, serial, ADDRESS, lambda _: False) == wanted


def test_an_address_is_not_told_by_an_id_though_it_tells_one_from_another() -> None:
    one = device_name("TICKR", "", ADDRESS, lambda _: False)
    assert "000001" not in one
    assert one == device_name("TICKR", "", ADDRESS.lower(), lambda _: False)
    assert one != device_name("TICKR", "", "A0:9E:1A:00:00:02", lambda _: False)


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"polar-h10-1a2b3c4d", "polar-h10-1a2b3c4d-2"}
    assert device_name("Polar H10 1A2B3C4D", "", ADDRESS, taken.__contains__) == "polar-h10-1a2b3c4d-3"


@given(st.text(), st.text(), st.integers(0, 12))
def test_whatever_a_wearable_calls_itself_its_id_is_one(name: str, serial: str, before: int) -> None:
    taken: set[str] = set()
    for _ in range(before + 1):
        found = device_name(name, serial, ADDRESS, taken.__contains__)
        assert device_id(found) == found
        assert found not in taken
        taken.add(found)
