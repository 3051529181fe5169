"""From a packet to a frame: which decoder, which device, and what is refused before decoding."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.types import Frame
from ingest.frames import DECODERS, DecodeError, RawFrame, decode, device_id, encode
from ingest.limits import MAX_PAYLOAD_BYTES


def raw(payload: bytes, *, device: str = "w1", fmt: str = "hearth") -> RawFrame:
    return RawFrame("test", device, fmt, payload, 0, lambda: None)


@pytest.mark.parametrize("text", ["w1", "polar-h10", "0", "a" * 32])
def test_device_ids_are_taken(text: str) -> None:
    assert device_id(text) == text


@pytest.mark.parametrize("text", ["", "W1", "-w1", "w_1", "w1/", "../w1", "a" * 33, "w1\n", "ẃ1", "+", "#"])
def test_anything_else_is_no_device_id(text: str) -> None:
    with pytest.raises(DecodeError, match="device id in the topic: wanted 1 to 32"):
        device_id(text)


def test_a_packet_without_a_valid_device_is_refused_whatever_it_holds() -> None:
    good = encode(Frame("w1", 1, None, 250.0, np.arange(3, dtype=np.int32)))
    with pytest.raises(DecodeError, match="device id"):
        decode(raw(good, device=""))


def test_a_format_nobody_knows_is_refused_by_its_wanted_names() -> None:
    with pytest.raises(DecodeError, match="format: wanted one of hearth, polar-recorder"):
        decode(raw(b"{}", fmt="movesense"))


@pytest.mark.parametrize("fmt", DECODERS)
def test_empty_and_oversized_packets_are_refused_by_their_size(fmt: str) -> None:
    with pytest.raises(DecodeError, match=f"wanted 1 to {MAX_PAYLOAD_BYTES} bytes, got 0"):
        decode(raw(b"", fmt=fmt))
    with pytest.raises(DecodeError, match=f"got {MAX_PAYLOAD_BYTES + 1}"):
        decode(raw(b" " * (MAX_PAYLOAD_BYTES + 1), fmt=fmt))


@given(
    st.none() | st.integers(0, 2**64 - 1),
    st.none() | st.integers(10**9, 2**61),
    st.floats(100, 1000),
    st.lists(st.integers(-(2**23), 2**23), min_size=1, max_size=300),
    st.booleans(),
    st.sampled_from(["I", "II", "aVR", "MLII", "ECG lead I"]),
    st.none() | st.integers(0, 100),
    st.sampled_from(["cbor", "json"]),
)
def test_encoding_and_decoding_gives_the_frame_back(  # noqa: PLR0917 - what hypothesis draws
    seq: int | None,
    last_ns: int | None,
    fs_hz: float,
    uv: list[int],
    lead_off: bool,
    lead: str,
    battery: int | None,
    fmt: str,
) -> None:
    span_ns = round((len(uv) - 1) * 1e9 / fs_hz)
    last = None if last_ns is None else last_ns + span_ns
    frame = Frame("w1", seq, last, fs_hz, np.array(uv, dtype=np.int32), lead_off, lead, battery)
    back = decode(raw(encode(frame, fmt)))  # type: ignore[arg-type]
    assert isinstance(back, Frame)
    np.testing.assert_array_equal(back.uv, frame.uv)
    assert (back.device, back.seq, back.last_sample_ns, back.fs_hz) == ("w1", seq, last, fs_hz)
    assert (back.lead_off, back.lead, back.battery_pct) == (lead_off, lead, battery)
