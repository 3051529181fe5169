"""Samples as wearables pack them: integers of one to four bytes in either byte order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsp.types import IntArray

SampleFormat = Literal[
    "int8", "uint8", "int16le", "int16be", "uint16le", "uint16be",
    "int24le", "int24be", "int32le", "int32be",
]  # fmt: skip

_TYPES: Final[Mapping[str, str]] = {
    "int8": "i1", "uint8": "u1", "int16le": "<i2", "int16be": ">i2", "uint16le": "<u2", "uint16be": ">u2",
    "int24le": "<i4", "int24be": ">i4", "int32le": "<i4", "int32be": ">i4",
}  # fmt: skip
_INT24_BYTES: Final = 3


def width(form: SampleFormat) -> int:
    """Bytes of one sample."""
    return _INT24_BYTES if form.startswith("int24") else np.dtype(_TYPES[form]).itemsize


def unpack(form: SampleFormat, packed: bytes) -> IntArray:
    """Samples, int32 (n,), from a whole number of them."""
    if not form.startswith("int24"):
        return np.frombuffer(packed, _TYPES[form]).astype(np.int32)
    octets = np.frombuffer(packed, np.uint8).reshape(-1, _INT24_BYTES)
    wide = np.zeros((len(octets), 4), np.uint8)
    first = 1 if form == "int24le" else 0  # the upper three bytes, so that the shift back carries the sign
    wide[:, first : first + _INT24_BYTES] = octets
    return wide.view(_TYPES[form])[:, 0].astype(np.int32) >> 8
