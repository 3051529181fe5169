"""Profiles of home-made sensors: what contradicts itself is refused by key, value and wish."""

from __future__ import annotations

import msgspec
import pytest

from ingest.bluetooth import heart_rate
from ingest.bluetooth.profile import check_names
from ingest.bluetooth.uuids import full
from tests.ingest.bluetooth.homemade import TAKES, profile


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"fs_hz": 50}, r"`float` >= 100.0 - at `\$.fs_hz`"),
        ({"fs_hz": 2000}, r"`float` <= 1000.0 - at `\$.fs_hz`"),
        ({"sample": "int12"}, r"'int12' - at `\$.sample`"),
        ({"name": "Kitchen!"}, r"matching regex .* at `\$.name`"),
        ({"service": "180"}, r"matching regex .* at `\$.service`"),
        ({"lead": "lead\n1"}, r"matching regex .* at `\$.lead`"),
        ({"scale": 1}, "unknown field `scale`"),
        ({"uv_per_unit": 0}, "uv_per_unit: wanted a number other than 0, got 0.0"),
        ({"uv_per_unit": float("nan")}, r"`float` >= -1000000.0 - at `\$.uv_per_unit`"),
        ({"uv_per_unit": float("inf")}, r"`float` <= 1000000.0 - at `\$.uv_per_unit`"),
        ({"start": [{"characteristic": TAKES, "hex": "0"}]}, r"matching regex .* at `\$.start\[0\].hex`"),
        (
            {"counter": {"offset": 0, "bytes": 2}, "skip_bytes": 1},
            "skip_bytes: wanted at least 2, got 1: counter lies in bytes 0 to 1",
        ),
        (
            {"time": {"offset": 2, "bytes": 4, "unit": "ms"}},
            "skip_bytes: wanted at least 6, got 0: time lies in bytes 2 to 5",
        ),
        (
            {
                "counter": {"offset": 0, "bytes": 2},
                "time": {"offset": 1, "bytes": 4, "unit": "ms"},
                "skip_bytes": 6,
            },
            "time.offset: wanted another than 1: counter is there",
        ),
        ({"counter": {"offset": 0, "bytes": 3}, "skip_bytes": 6}, r"3 - at `\$.counter.bytes`"),
        (
            {"counter": {"offset": 0, "bytes": 2, "counts": "samples"}, "skip_bytes": 2},
            "counter.bytes: wanted 4 where samples are counted, got 2",
        ),
        (
            {
                "counter": {"offset": 0, "bytes": 4, "counts": "samples"},
                "time": {"offset": 4, "bytes": 4, "unit": "ms"},
                "skip_bytes": 8,
            },
            'counter.counts: wanted "packets" beside a time stamp, got "samples"',
        ),
        (
            {"time": {"offset": 0, "bytes": 4, "unit": "us"}, "skip_bytes": 4},
            "time.bytes: wanted 8 for us, got 4",
        ),
    ],
)
def test_a_wrong_profile_names_the_key_the_value_and_what_was_wanted(
    change: dict[str, object], text: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=text):
        profile(**change)


def test_two_profiles_of_one_name_are_refused() -> None:
    check_names([profile(), profile(name="other")])
    with pytest.raises(ValueError, match="wanted a name of its own for each, got 'kitchen' twice"):
        check_names([profile(), profile()])


def test_assigned_numbers_are_written_out() -> None:
    assert full("180D") == heart_rate.SERVICE
    assert profile(service="180D").service_uuid == heart_rate.SERVICE
