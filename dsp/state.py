"""Packs the state of streams into bytes and back, exactly and without executing anything."""

from __future__ import annotations

import json
import math
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

MAGIC: Final = b"HDSP"
HEAD: Final = struct.Struct("<4sII")  # magic, length of the JSON part, CRC-32 of all that follows
MAX_BYTES: Final = 4 << 20  # a pipeline's state is some 40 KB; more is not ours
DTYPES: Final = frozenset({"<f4", "<f8", "<i2", "<i8", "|b1"})

State = dict[str, Any]  # nested: numbers, strings, None, lists of them, and arrays


class SnapshotError(HearthError):
    """A snapshot that cannot be taken back. ``reason``: what is wrong with it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"snapshot refused: {reason}")
        self.reason = reason


def pack(state: Mapping[str, Any]) -> bytes:
    """Bytes of a nested state: JSON with the arrays' raw little-endian bytes behind it."""
    arrays: list[NDArray[Any]] = []

    def plain(value: Any) -> Any:  # noqa: ANN401 - a JSON tree
        if isinstance(value, np.ndarray):
            arrays.append(np.ascontiguousarray(value))
            return {"dtype": value.dtype.str, "shape": list(value.shape)}
        if isinstance(value, dict):
            return {"tree": {key: plain(item) for key, item in value.items()}}
        if isinstance(value, list | tuple):
            return [plain(item) for item in value]
        return value

    head = json.dumps(plain(dict(state)), separators=(",", ":"), allow_nan=False).encode()
    body = head + b"".join(array.tobytes() for array in arrays)
    return HEAD.pack(MAGIC, len(head), zlib.crc32(body)) + body


def unpack(data: bytes) -> State:
    """The state that :func:`pack` was given (tuples come back as lists).

    Raises:
        SnapshotError: the bytes are cut, altered, or not a snapshot.
    """
    if not HEAD.size <= len(data) <= MAX_BYTES:
        raise SnapshotError(f"{len(data)} bytes")
    magic, length, crc = HEAD.unpack_from(data)
    body = memoryview(data)[HEAD.size :]
    if magic != MAGIC or length > len(body):
        raise SnapshotError("not a snapshot")
    if zlib.crc32(body) != crc:
        raise SnapshotError("checksum differs")
    arrays = _Arrays(body[length:])
    try:
        state = arrays.restored(json.loads(bytes(body[:length])))
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"malformed header: {error}") from error
    if not isinstance(state, dict) or arrays.offset != len(arrays.body):
        raise SnapshotError("size differs")
    return state


class _Arrays:
    """Takes arrays off a buffer in the order in which the header names them."""

    def __init__(self, body: memoryview) -> None:
        self.body = body
        self.offset = 0

    def restored(self, value: Any) -> Any:  # noqa: ANN401 - a JSON tree
        if isinstance(value, list):
            return [self.restored(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "tree" in value:
            return {key: self.restored(item) for key, item in value["tree"].items()}
        return self._next(str(value["dtype"]), [int(n) for n in value["shape"]])

    def _next(self, dtype: str, shape: list[int]) -> NDArray[Any]:
        count = math.prod(shape)
        size = count * np.dtype(dtype).itemsize if dtype in DTYPES else -1
        if size < 0 or min(shape, default=0) < 0 or self.offset + size > len(self.body):
            raise SnapshotError(f"array {dtype} {shape}")
        array = np.frombuffer(self.body, dtype, count, self.offset).reshape(shape).copy()
        self.offset += size
        return array
