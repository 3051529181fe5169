"""Hearth's own format: what is taken, and what a refusal says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import cbor2
import numpy as np
import pytest

from ingest.hearth_format import decode
from ingest.limits import MAX_FRAME_SAMPLES, DecodeError

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[..., bytes]

T_NS = 1_780_000_000_000_000_000


def as_json(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def as_cbor(**fields: object) -> bytes:
    return cbor2.dumps(fields)


BOTH = pytest.mark.parametrize("write", [as_json, as_cbor])


@BOTH
def test_rate_and_samples_are_enough(write: Write) -> None:
    frame = decode("w1", write(fs=250, uv=[1, -2, 3]))
    assert (frame.device, frame.seq, frame.last_sample_ns, frame.fs_hz) == ("w1", None, None, 250.0)
    assert (frame.lead_off, frame.lead, frame.battery_pct) == (False, "I", None)
    assert frame.uv.tolist() == [1, -2, 3]
    assert frame.uv.dtype == np.int32


@BOTH
def test_time_is_that_of_the_first_sample(write: Write) -> None:
    frame = decode("w1", write(fs=130.0, uv=[0] * 131, t=T_NS, seq=2**64 - 1, lead="II", off=True, bat=7))
    assert frame.last_sample_ns == T_NS + 1_000_000_000
    assert (frame.seq, frame.lead, frame.lead_off, frame.battery_pct) == (2**64 - 1, "II", True, 7)


@BOTH
def test_unknown_keys_are_ignored(write: Write) -> None:
    assert decode(
        "w1", write(fs=250, uv=[1], temperature=36.6, nested={"a": [1, {"b": None}]})
    ).uv.tolist() == [1]


@BOTH
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"uv": [1]}, "missing required field `fs`"),
        ({"fs": 99.9, "uv": [1]}, "fs: wanted 100 to 1000 Hz"),
        ({"fs": 1001, "uv": [1]}, "fs: wanted 100 to 1000 Hz"),
        ({"fs": "250", "uv": [1]}, r"Expected `float`, got `str` - at `\$.fs`"),
        ({"fs": True, "uv": [1]}, r"Expected `float`, got `bool` - at `\$.fs`"),
        ({"fs": 250, "uv": []}, f"uv: wanted 1 to {MAX_FRAME_SAMPLES} samples, got 0"),
        ({"fs": 250, "uv": [0] * (MAX_FRAME_SAMPLES + 1)}, f"got {MAX_FRAME_SAMPLES + 1}"),
        ({"fs": 250, "uv": [1], "seq": -1}, "seq: wanted a whole number from 0 to"),
        ({"fs": 250, "uv": [1], "seq": 1.0}, "seq"),
        ({"fs": 250, "uv": [1], "t": -1}, r"Expected `int` >= 0 - at `\$.t`"),
        ({"fs": 250, "uv": [1], "t": 2**62 + 1}, r"Expected `int` <= 4611686018427387904 - at `\$.t`"),
        ({"fs": 250, "uv": [1], "t": 1.78e18}, r"\$.t"),
        ({"fs": 250, "uv": [1], "lead": ""}, "lead: wanted 1 to 16"),
        ({"fs": 250, "uv": [1], "lead": "a/b"}, "lead: wanted 1 to 16"),
        ({"fs": 250, "uv": [1], "lead": "I" * 17}, "lead: wanted 1 to 16"),
        ({"fs": 250, "uv": [1], "off": 1}, r"Expected `bool`, got `int` - at `\$.off`"),
        ({"fs": 250, "uv": [1], "bat": 101}, "bat: wanted 0 to 100 percent"),
        ({"fs": 250, "uv": [1], "bat": -1}, "bat: wanted 0 to 100 percent"),
    ],
)
def test_a_refusal_names_the_key_and_the_wish(write: Write, fields: dict[str, object], reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        decode("w1", write(**fields))


@BOTH
@pytest.mark.parametrize(
    "uv",
    [
        [1.0],
        [1.5],
        [True],
        ["1"],
        [None],
        [[1]],
        [2**23 + 1],
        [-(2**23) - 1],
        [2**64],
        [-(2**70)],
        7,
        None,
        {},
    ],
)
def test_samples_are_integer_microvolts_and_nothing_else(write: Write, uv: object) -> None:
    with pytest.raises(DecodeError, match="uv"):
        decode("w1", write(fs=250, uv=uv))


@pytest.mark.parametrize(
    "payload", [b'{"fs":250,"uv":[NaN]}', b'{"fs":NaN,"uv":[1]}', b'{"fs":1e999,"uv":[1]}']
)
def test_json_without_numbers_for_numbers_is_refused(payload: bytes) -> None:
    with pytest.raises(DecodeError, match="JSON"):
        decode("w1", payload)


@pytest.mark.parametrize("rate", [float("nan"), float("inf"), -250.0, 0])
def test_cbor_with_impossible_rates_is_refused(rate: float) -> None:
    with pytest.raises(DecodeError, match="fs: wanted"):
        decode("w1", as_cbor(fs=rate, uv=[1]))


@pytest.mark.parametrize(
    ("tag", "dtype"),
    [
        (64, "u1"), (65, ">u2"), (66, ">u4"), (67, ">u8"), (68, "u1"), (69, "<u2"), (70, "<u4"), (71, "<u8"),
        (72, "i1"), (73, ">i2"), (74, ">i4"), (75, ">i8"), (77, "<i2"), (78, "<i4"), (79, "<i8"),
    ],
)  # fmt: skip
def test_every_integer_typed_array_is_read(tag: int, dtype: str) -> None:
    values = [0, 1, 100, 127] if dtype[-2] == "u" else [0, -1, 100, -128]
    typed = cbor2.CBORTag(tag, np.array(values, dtype=dtype).tobytes())
    assert decode("w1", as_cbor(fs=250, uv=typed)).uv.tolist() == values


@pytest.mark.parametrize(
    ("tag", "content", "reason"),
    [
        (85, bytes(8), "integer typed array"),  # floats
        (76, bytes(8), "integer typed array"),  # reserved
        (78, bytes(7), "whole 4-byte integers"),
        (78, b"", "got 0"),
        (78, [1, 2], "integer typed array"),
        (71, b"\xff" * 8, "within"),
        (78, bytes(4 * (MAX_FRAME_SAMPLES + 1)), f"got {MAX_FRAME_SAMPLES + 1}"),
    ],
)
def test_other_typed_arrays_are_refused(tag: int, content: object, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        decode("w1", as_cbor(fs=250, uv=cbor2.CBORTag(tag, content)))


def test_indefinite_containers_and_the_cbor_mark_are_taken() -> None:
    payload = cbor2.dumps({"fs": 250, "uv": [1, 2]}, indefinite_containers=True)
    assert decode("w1", payload).uv.tolist() == [1, 2]
    assert decode("w1", b"\xd9\xd9\xf7" + payload).uv.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"hello", "the first byte begins neither"),
        (b"\x80", "the first byte begins neither"),
        (b"[1]", "the first byte begins neither"),
        (b"{", "JSON"),
        (b'{"fs":250,"uv":[1]} x', "JSON"),
        (b'{"fs":250,"uv":[1],"lead":"\xff"}', "JSON: wanted UTF-8"),
        (b'{"fs":250,"uv":[1],"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}", "nested too deep"),
        (as_cbor(fs=250, uv=[1])[:-1], "CBOR: cut short"),
        (b"\xa1\xff", "CBOR: malformed"),
        (b"\xd9\xd9\xf7\x80", "CBOR: wanted a map"),
    ],
)
def test_what_is_no_map_is_refused(payload: bytes, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        decode("w1", payload)


def test_a_refusal_does_not_repeat_what_was_sent() -> None:
    secrets: tuple[dict[str, object], ...] = (
        {"lead": "Mrs Doe, 4 Elm St"},
        {"fs": "Mrs Doe"},
        {"uv": ["Mrs Doe"]},
        {"off": "Mrs Doe"},
        {"t": "Mrs Doe"},
    )
    for write in (as_json, as_cbor):
        for fields in secrets:
            with pytest.raises(DecodeError) as refused:
                decode("w1", write(**{"fs": 250, "uv": [1], **fields}))
            assert "Doe" not in refused.value.reason
