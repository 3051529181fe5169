"""A home-made sensor's profile, with whatever a test wants different."""

from __future__ import annotations

import msgspec

from ingest.bluetooth.profile import Profile

SERVICE = "6E400001-B5A3-F393-E0A9-E50E24DCCA9E"
SENDS, TAKES = SERVICE.replace("0001", "0003", 1), SERVICE.replace("0001", "0002", 1)
BASE: dict[str, object] = {
    "name": "kitchen",
    "service": SERVICE,
    "characteristic": SENDS,
    "sample": "int16le",
    "uv_per_unit": 2.5,
    "fs_hz": 250,
}


def profile(**changed: object) -> Profile:
    return msgspec.convert(BASE | changed, Profile)
