"""Sequence numbers: how many frames lie between two of them."""

from __future__ import annotations

from typing import Final

# Numbers further apart than the longest gap in the smallest frames (5 s of single samples at 1000 Hz) do not
# count frames: the device began again, or its counter wrapped.
_NEAR: Final = 8192
_WRAPS: Final = (1 << 16, 1 << 32, 1 << 64)
_LARGEST: Final = (1 << 64) - 1


def following(seq: int) -> int:
    """The number after ``seq``, of a counter that is wide enough."""
    return (seq + 1) & _LARGEST


def steps_between(expected: int, seq: int) -> int | None:
    """Frames from one number to another, also where the counter wraps between them; None: too far apart."""
    apart = seq - expected
    if abs(apart) <= _NEAR:
        return apart
    for size in _WRAPS:
        if seq < size >= expected:
            around = (apart + size // 2) % size - size // 2
            if abs(around) <= _NEAR:
                return around
    return None
