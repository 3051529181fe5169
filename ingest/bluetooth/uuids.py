"""Bluetooth UUIDs in the one spelling used here: 128 bits, small letters."""

from __future__ import annotations

from typing import Final

_BASE: Final = "0000{}-0000-1000-8000-00805f9b34fb"  # Core specification, volume 3, part B, 2.5.1
_SHORT: Final = 4  # hexadecimal digits of an assigned number


def full(uuid: str) -> str:
    """``uuid`` (128 bits, or the 16 bits of an assigned number such as ``180D``) in full."""
    return _BASE.format(uuid.lower()) if len(uuid) == _SHORT else uuid.lower()
