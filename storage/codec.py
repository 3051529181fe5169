"""Samples to bytes and back.

A packed block is one standalone pcodec stream of int32 microvolts: any pcodec reader opens it.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import numpy as np
from pcodec import ChunkConfig, DeltaSpec, ModeSpec, standalone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsp.types import IntArray

LEVEL: Final = 8  # 12 gains under 0.1 % on MIT-BIH
# Differences suit a noisy lead, linear prediction a clean one; the smallest of these three is 2.5 % below
# what pcodec chooses alone, for a millisecond per minute of signal.
_DIFFERENCES: Final = DeltaSpec.try_consecutive(2)
_PREDICTIONS: Final = {order: DeltaSpec.try_conv1(order) for order in (4, 8)}
_BATCH: Final = 256  # pcodec 1.1 codes so many at a time, and aborts where prediction outruns the last batch
_PREDICTABLE_UV: Final = 2**24  # 16 V: beyond it is no signal, and prediction in fixed point gains nothing


class CodecError(ValueError):
    """Bytes that do not hold what they should."""


def pack(uv: IntArray) -> bytes:
    """Compress int32 (n,) samples, losslessly."""
    samples = np.ascontiguousarray(uv, dtype=np.int32)
    # A converter's step shows as a common factor: 5 uV throughout MIT-BIH. Alone, pcodec often misses it.
    step = int(np.gcd.reduce(samples, dtype=np.int64))
    mode = ModeSpec.try_int_mult(step) if step > 1 else ModeSpec.classic()
    packed = (
        standalone.simple_compress(
            samples, ChunkConfig(compression_level=LEVEL, mode_spec=mode, delta_spec=delta)
        )
        for delta in _deltas(samples)
    )
    return bytes(min(packed, key=len))


def _deltas(samples: IntArray) -> Iterator[DeltaSpec]:
    """The ways of coding worth trying on ``samples``."""
    yield _DIFFERENCES
    n = len(samples)
    if n and samples.min() > -_PREDICTABLE_UV and samples.max() < _PREDICTABLE_UV:
        yield from (delta for order, delta in _PREDICTIONS.items() if n % _BATCH == 0 or n % _BATCH >= order)


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
