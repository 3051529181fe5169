"""Payloads as a broken or hostile sender may make them: valid ones, bent at random, by a seed."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Final

import cbor2
import numpy as np

from dsp.types import Frame
from ingest.frames import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

T_NS: Final = 1_780_000_000_000_000_000
_RNG: Final = np.random.default_rng(5)
_UV: Final = _RNG.integers(-2000, 2000, 40).astype(np.int32)
_FRAME: Final = Frame("w1", 7, T_NS, 250.0, _UV, lead_off=True, battery_pct=80)
_LARGE: Final = Frame("w1", None, None, 130.0, np.array([-8_388_608, 8_388_608], dtype=np.int32))
POLAR: Final = json.dumps(
    {
        "phoneTimestamp": 1_780_000_000_000,
        "deviceId": "A1B2C3D4",
        "dataType": "ECG",
        "data": [
            {"voltage": int(uv), "timeStamp": 833_315_200_000_000_000 + index * 7_692_308}
            for index, uv in enumerate(_UV[:20])
        ],
    }
).encode()
_PLAIN: Final = {"fs": 250, "uv": [1, -2, 300], "t": T_NS, "seq": 3, "x": {"y": [1.5, None, "z"]}}
SEEDS: Final[tuple[tuple[str, bytes], ...]] = (
    ("hearth", encode(_FRAME, "cbor")),
    ("hearth", encode(_LARGE, "cbor")),
    ("hearth", encode(_FRAME, "json")),
    ("hearth", json.dumps(_PLAIN).encode()),
    ("hearth", cbor2.dumps(_PLAIN)),
    ("hearth", cbor2.dumps(_PLAIN, indefinite_containers=True)),
    ("hearth", cbor2.dumps({"fs": 250, "uv": cbor2.CBORTag(75, bytes(80)), "d": cbor2.CBORTag(1, 1.5)})),
    ("polar-recorder", POLAR),
)
HOSTILE: Final[tuple[tuple[str, bytes], ...]] = tuple(
    ("hearth", payload)
    for payload in (
        b"",
        b"\xa0",
        b"{",
        b"\xff",
        b"[" * 10_000,
        b'{"fs":250,"uv":' + b"[" * 100_000,
        b'{"fs":250,"uv":[1],"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b"\x81" * 100_000,
        b"\xa1\x62uv" + b"\x9f" * 100_000,
        b"\xbf" * 100_000,
        bytes.fromhex("bb7fffffffffffffff"),  # a map of 2^63 entries
        bytes.fromhex("a2626673190082627576") + bytes.fromhex("9b00ffffffffffffff01"),  # 2^56 samples
        bytes.fromhex("a2626673190082627576") + bytes.fromhex("5b00ffffffffffffff01"),
        bytes.fromhex("a2626673190082627576") + bytes.fromhex("d84e5a7fffffff00"),
        bytes.fromhex("a1626673c25a000f4240") + b"\xff" * 1_000_000,  # a number of a million bytes
        bytes.fromhex("a1626673c4821b7fffffffffffffff01"),  # 10^(2^63)
        bytes.fromhex("a1626673c5821b00000000ffffffff01"),  # 2^(2^32)
        bytes.fromhex("a1626673d8237840") + b"(" * 64,  # a pattern
        bytes.fromhex("a1626673d81c81d81d00"),  # a list that holds itself
        bytes.fromhex("d9010082646161616164d81900"),  # references to strings
        bytes.fromhex("d9d9f7a0"),
        b"{" + b'"a":1,' * 100_000 + b'"fs":1}',
        b'{"fs":1e999,"uv":[1]}',
        b'{"fs":250,"uv":[' + b"9" * 100_000 + b"]}",
    )
)
_NUMBERS: Final = (
    b"0", b"-1", b"1e309", b"NaN", b"true", b"null", b"9223372036854775808", b"18446744073709551616", b"1.5",
    b"-0", b"1e-400", b'"1"', b"[]", b"{}", b"4294967296", b"8388609",
)  # fmt: skip
_BYTES: Final = (
    0x00,
    0x17,
    0x18,
    0x1B,
    0x3B,
    0x5F,
    0x7F,
    0x80,
    0x9B,
    0x9F,
    0xA0,
    0xBF,
    0xC2,
    0xD8,
    0xF6,
    0xFB,
    0xFF,
)


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` pairs of a format's name and a bent payload."""
    rng = random.Random(seed)
    for _ in range(count):
        fmt, payload = SEEDS[rng.randrange(len(SEEDS))]
        data = bytearray(payload)
        for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
            _bend(data, rng)
        yield fmt, bytes(data)


def _bend(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    match rng.randrange(8):
        case 0 if data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        case 1 if data:
            data[at % len(data)] = rng.choice(_BYTES)
        case 2:
            del data[at : at + rng.choice((1, 1, 2, 9, 1000))]
        case 3:
            data[at:at] = rng.randbytes(rng.choice((1, 2, 9)))
        case 4:
            data[at:at] = data[at : at + rng.choice((1, 8, 64))]
        case 5:
            _, other = SEEDS[rng.randrange(len(SEEDS))]
            data[at:] = other[rng.randrange(len(other)) :]
        case 6:
            data[at : at + rng.randrange(6)] = rng.choice(_NUMBERS)
        case _:
            data[at : at + 1] = bytes([rng.choice(_BYTES)])
