"""Packets of every wearable as a broken or hostile one may send them: good ones, bent by a seed."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING, Final

from ingest.bluetooth import battery, generic, heart_rate, movesense, polar_pmd
from ingest.bluetooth.generic import Profile
from ingest.bluetooth.profile import CounterField, TimeField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.frames import Decoder

Seed = tuple[str, bytes, "Decoder"]

_UUID: Final = "2a37"
_TIMED: Final = Profile(
    name="timed",
    service="180d",
    characteristic=_UUID,
    sample="uint16le",
    uv_per_unit=0.7324,
    zero=2048,
    fs_hz=250.0,
    skip_bytes=6,
    counter=CounterField(offset=0, bytes=2),
    time=TimeField(offset=2, bytes=4, unit="ms"),
)
_WIDE: Final = Profile(
    name="wide",
    service="180d",
    characteristic=_UUID,
    sample="int32be",
    uv_per_unit=-3.5,
    fs_hz=1000.0,
    skip_bytes=1,
    counter=CounterField(offset=0, bytes=1),
)
_PLAIN: Final = Profile(
    name="plain", service="180d", characteristic=_UUID, sample="int24be", uv_per_unit=1.0, fs_hz=100.0
)
SEEDS: Final[tuple[Seed, ...]] = (
    ("polar-pmd", polar_pmd.encode(600_000_000_000_000_000, list(range(-36, 37))), polar_pmd.decode),
    ("polar-pmd", bytes.fromhex("00 0094357700000000 00 0280FF 028000"), polar_pmd.decode),
    ("heart-rate", bytes.fromhex("10 3C 0004 E803"), heart_rate.decode),
    ("heart-rate", bytes.fromhex("1F 4800 6400 0004 E803"), partial(heart_rate.decode, waveform=False)),
    ("battery", b"\x50", battery.decode),
    ("movesense", bytes(4) + bytes.fromhex("01020000") * 16, partial(movesense.decode, rate_hz=250)),
    (
        "movesense",
        bytes(4) + bytes.fromhex("FFFEFFFF") * 5,
        partial(movesense.decode, rate_hz=512, at_ms=1 << 40),
    ),
    (
        "gatt",
        bytes.fromhex("0700 48EE0000 0008 0A08 F607 560D"),
        partial(generic.decode, profile=_TIMED, count=7, ticks=61_000),
    ),
    ("gatt", b"\x07" + bytes.fromhex("0000F000") * 8, partial(generic.decode, profile=_WIDE, count=1 << 63)),
    ("gatt", bytes.fromhex("0000F0 FFFFF0"), partial(generic.decode, profile=_PLAIN)),
)
CONTROL: Final = (
    bytes.fromhex("F0 01 00 00 00 0001820001010E00"),
    bytes.fromhex("F0 01 00 00 01 00 02 1900 C800 01 01 1000 02 03 0200 0400 0800"),
    bytes.fromhex("F0 02 00 06"),
    bytes.fromhex("01 02 00"),
    bytes.fromhex("0F 05 00 00"),
)
_TELLING: Final = (0x00, 0x01, 0x02, 0x03, 0x0F, 0x10, 0x1F, 0x7F, 0x80, 0x81, 0xC0, 0xF0, 0xFF)


def bent(count: int, seed: int) -> Iterator[Seed]:
    """``count`` packets, each with its format and the decoder that is asked to read it."""
    rng = random.Random(seed)
    for _ in range(count):
        form, payload, decoder = SEEDS[rng.randrange(len(SEEDS))]
        yield form, bend(payload, rng), decoder


def bend(payload: bytes, rng: random.Random) -> bytes:
    """``payload`` with one to eight places changed, lost, doubled or taken from another packet."""
    data = bytearray(payload)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        _bend(data, rng)
    return bytes(data)


def _bend(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    match rng.randrange(7):
        case 0 if data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        case 1 if data:
            data[at % len(data)] = rng.choice(_TELLING)
        case 2:
            del data[at : at + rng.choice((1, 1, 2, 9, 1000))]
        case 3:
            data[at:at] = rng.randbytes(rng.choice((1, 2, 3, 9)))
        case 4:
            data[at:at] = data[at : at + rng.choice((1, 8, 64))]
        case 5:
            _, other, _ = SEEDS[rng.randrange(len(SEEDS))]
            data[at:] = other[rng.randrange(len(other)) :]
        case _:
            data[at : at + rng.randrange(9)] = bytes([rng.choice(_TELLING)]) * rng.randrange(9)
