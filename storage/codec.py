"""Samples to bytes and back."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import numpy as np
from pcodec import ChunkConfig, DeltaSpec, ModeSpec, standalone

if TYPE_CHECKING:
    from dsp.types import IntArray

LEVEL: Final = 8  # higher levels cost time and gain under 0.1 %
CONFIG: Final = ChunkConfig(compression_level=LEVEL, mode_spec=ModeSpec.auto(), delta_spec=DeltaSpec.auto())


class CodecError(ValueError):
    """Bytes that do not hold what they should."""


def pack(uv: IntArray) -> bytes:
    """Compress int32 (n,) samples with pcodec, losslessly."""
    return bytes(standalone.simple_compress(np.ascontiguousarray(uv, dtype=np.int32), CONFIG))


def unpack(data: bytes, n: int, crc32: int) -> IntArray:
    """Undo :func:`pack`; int32 (n,).

    Raises:
        CodecError: the checksum, the format or the count is wrong.
    """
    if checksum(data) != crc32:
        raise CodecError("checksum")
    out = np.empty(n, dtype=np.int32)
    try:
        progress = standalone.simple_decompress_into(data, out)
    except (RuntimeError, TypeError) as error:
        raise CodecError(str(error)) from error
    if progress.n_processed != n or not progress.finished:
        raise CodecError("count")
    return out


def checksum(data: bytes) -> int:
    """CRC-32 of stored bytes."""
    return zlib.crc32(data)


def to_bytes(uv: IntArray) -> bytes:
    """Uncompressed form: int32, little-endian."""
    return np.ascontiguousarray(uv, dtype="<i4").tobytes()


def from_bytes(data: bytes) -> IntArray:
    """Undo :func:`to_bytes`; a read-only int32 view."""
    return np.frombuffer(data, dtype="<i4").astype(np.int32, copy=False)
