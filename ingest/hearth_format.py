"""Hearth's own frame format: a map ``{"seq", "t", "fs", "uv", "lead", "off", "bat"}`` as CBOR or as JSON.

``t`` is the device clock at the first sample, ns since the Unix epoch; ``uv`` the samples, integer
microvolts; in CBOR ``uv`` may be an integer typed array (RFC 8746). Only ``fs`` and ``uv`` must be there,
unknown keys are ignored. Samples are integers on purpose: a float, even a whole one, is refused, because
producers that send floats have mostly sent millivolts.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias

import cbor2
import msgspec
import numpy as np

from dsp.types import Frame, IntArray
from ingest.limits import (
    MAX_ABS_UV,
    MAX_SEQ,
    MAX_T_NS,
    DecodeError,
    battery,
    lead_name,
    sample_count,
    sample_rate,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

NS_PER_S: Final = 1_000_000_000
_CBOR_DEPTH: Final = 8  # the map, its values, and some room for unknown keys
_JSON_FIRST: Final = frozenset(b"{ \t\r\n")
_CBOR_MAP: Final = range(0xA0, 0xC0)
_CBOR_SELF_DESCRIBED: Final = 0xD9
_TYPED_ARRAYS: Final[Mapping[int, str]] = {  # RFC 8746 tag: numpy dtype; integers only
    64: "u1", 65: ">u2", 66: ">u4", 67: ">u8", 68: "u1", 69: "<u2", 70: "<u4", 71: "<u8",
    72: "i1", 73: ">i2", 74: ">i4", 75: ">i8", 77: "<i2", 78: "<i4", 79: "<i8",
}  # fmt: skip
_SINT16_LE: Final = 77
_SINT32_LE: Final = 78
# Tags that would build other objects (dates, big numbers, patterns, shared references ...): none is in the
# format, some cost much to build, so each becomes one opaque value that no key accepts.
_OTHER_TAGS: Final = (*range(6), *range(21, 53), 54, 100, *range(256, 264), 1004, 43000)
_OPAQUE: Final = object()

# int64 is as far as msgspec reads integers exactly; MAX_SEQ itself is checked on the value.
_Uv: TypeAlias = Annotated[int, msgspec.Meta(ge=-MAX_ABS_UV, le=MAX_ABS_UV)]


class _Wire(msgspec.Struct):
    """The map on the wire."""

    fs: float
    uv: list[_Uv]
    seq: int | None = None
    t: Annotated[int, msgspec.Meta(ge=0, le=MAX_T_NS)] | None = None
    lead: str = "I"
    off: bool = False
    bat: int | None = None


_JSON: Final = msgspec.json.Decoder(_Wire)


def decode(device: str, payload: bytes) -> Frame:
    """The frame in ``payload`` (CBOR or JSON, told apart by its first byte). Raises DecodeError."""
    first = payload[0]
    if first in _JSON_FIRST:
        return _from_json(device, payload)
    if first in _CBOR_MAP or first == _CBOR_SELF_DESCRIBED:
        return _from_cbor(device, payload)
    raise DecodeError("payload: wanted a JSON object or a CBOR map, the first byte begins neither")


def encode(frame: Frame, fmt: Literal["cbor", "json"] = "cbor") -> bytes:
    """``frame`` as the bytes :func:`decode` takes; CBOR carries the smallest typed array that fits."""
    fields: dict[str, Any] = {"fs": frame.fs_hz, "lead": frame.lead, "off": frame.lead_off}
    if frame.seq is not None:
        fields["seq"] = frame.seq
    if frame.last_sample_ns is not None:
        fields["t"] = frame.last_sample_ns - _span_ns(len(frame.uv), frame.fs_hz)
    if frame.battery_pct is not None:
        fields["bat"] = frame.battery_pct
    if fmt == "json":
        return msgspec.json.encode(fields | {"uv": frame.uv.tolist()})
    small = bool(np.all(frame.uv == frame.uv.astype(np.int16)))
    tag, dtype = (_SINT16_LE, "<i2") if small else (_SINT32_LE, "<i4")
    return cbor2.dumps(fields | {"uv": cbor2.CBORTag(tag, frame.uv.astype(dtype).tobytes())})


def _from_json(device: str, payload: bytes) -> Frame:
    try:
        wire = _JSON.decode(payload)
    except msgspec.DecodeError as error:  # its text names the key and the types, not the values
        raise DecodeError(f"JSON: {error}") from None
    except UnicodeDecodeError:
        raise DecodeError("JSON: wanted UTF-8 text") from None
    except RecursionError:
        raise DecodeError("JSON: nested too deep; wanted one flat object") from None
    sample_count(len(wire.uv), "uv")
    return _frame(device, wire, np.array(wire.uv, dtype=np.int32))


def _from_cbor(device: str, payload: bytes) -> Frame:
    decoder = cbor2.CBORDecoder(
        io.BytesIO(payload), semantic_decoders=_SEMANTICS, max_depth=_CBOR_DEPTH, read_size=len(payload)
    )
    try:
        fields = decoder.decode()
    except cbor2.CBORDecodeError as error:
        kind = "cut short" if isinstance(error, cbor2.CBORDecodeEOF) else "malformed"
        raise DecodeError(f"CBOR: {kind}; wanted one complete map") from None
    if not isinstance(fields, Mapping):
        raise DecodeError("CBOR: wanted a map")
    known = {key: fields[key] for key in _Wire.__struct_fields__ if key in fields}
    uv = _samples(known.get("uv", _OPAQUE))
    try:
        wire = msgspec.convert(known | {"uv": []}, _Wire)
    except msgspec.ValidationError as error:
        raise DecodeError(f"CBOR: {error}") from None
    return _frame(device, wire, uv)


def _samples(value: object) -> IntArray:
    """Samples from a CBOR array or typed array, int32 microvolts."""
    if isinstance(value, cbor2.CBORTag):
        dtype = _TYPED_ARRAYS.get(value.tag)
        if dtype is None or not isinstance(value.value, bytes):
            raise DecodeError("uv: wanted an array of integers or an integer typed array (RFC 8746)")
        width = np.dtype(dtype).itemsize
        if len(value.value) % width:
            raise DecodeError(f"uv: wanted a typed array of whole {width}-byte integers")
        sample_count(len(value.value) // width, "uv")
        return _within(np.frombuffer(value.value, dtype=dtype))
    if not isinstance(value, list | tuple):
        raise DecodeError("uv: wanted an array of integers or an integer typed array (RFC 8746)")
    sample_count(len(value), "uv")
    if any(type(item) is not int for item in value):  # a bool is no sample, nor is a float
        raise DecodeError("uv: wanted integer microvolts in every place")
    if max(value) > MAX_ABS_UV or min(value) < -MAX_ABS_UV:
        raise DecodeError(f"uv: wanted microvolts within +-{MAX_ABS_UV}")
    return np.array(value, dtype=np.int32)


def _within(uv: NDArray[Any]) -> IntArray:
    if uv.max() > MAX_ABS_UV or uv.min() < -MAX_ABS_UV:
        raise DecodeError(f"uv: wanted microvolts within +-{MAX_ABS_UV}")
    return uv.astype(np.int32)


def _frame(device: str, wire: _Wire, uv: IntArray) -> Frame:
    if wire.seq is not None and not 0 <= wire.seq <= MAX_SEQ:
        raise DecodeError("seq: wanted a whole number from 0 to 2^64 - 1")
    fs_hz = sample_rate(wire.fs)
    return Frame(
        device=device,
        seq=wire.seq,
        last_sample_ns=None if wire.t is None else wire.t + _span_ns(len(uv), fs_hz),
        fs_hz=fs_hz,
        uv=uv,
        lead_off=wire.off,
        lead=lead_name(wire.lead),
        battery_pct=battery(wire.bat),
    )


def _span_ns(n: int, fs_hz: float) -> int:
    """Time from the first to the last of ``n`` samples."""
    return round((n - 1) * NS_PER_S / fs_hz)


def _opaque(_value: object, _immutable: bool) -> object:
    return _OPAQUE


_SEMANTICS: Final = dict.fromkeys(_OTHER_TAGS, _opaque)
