from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pcodec import standalone

from ingest.recordings import open_recording
from storage import codec
from tests import recordings

if TYPE_CHECKING:
    from dsp.types import IntArray

samples = hnp.arrays(
    np.int32, st.integers(0, 400), elements=st.integers(-(2**31), 2**31 - 1) | st.integers(-2000, 2000)
)


def round_trip(uv: IntArray) -> IntArray:
    data = codec.pack(uv)
    return codec.unpack(data, len(uv), codec.checksum(data))


@given(samples)
def test_any_samples_come_back(uv: IntArray) -> None:
    out = round_trip(uv)
    assert out.dtype == np.int32
    assert np.array_equal(out, uv)


@given(samples, st.integers(2, 10_000))
def test_samples_with_a_common_step_come_back(uv: IntArray, step: int) -> None:
    stepped = (uv // step * step).astype(np.int32)
    assert np.array_equal(round_trip(stepped), stepped)


@pytest.mark.parametrize("shape", ["sine", "walk", "ramp"])
def test_every_length_of_a_smooth_signal_comes_back(shape: str) -> None:
    t = np.arange(800)
    walk = np.cumsum(np.random.default_rng(1).integers(-9, 10, 800))
    signal = {"sine": 1000 * np.sin(t / 9), "walk": walk, "ramp": 5 * t}[shape].astype(np.int32)
    for n in range(801):
        assert np.array_equal(round_trip(signal[:n]), signal[:n])


@given(samples)
def test_uncompressed_form_comes_back(uv: IntArray) -> None:
    assert np.array_equal(codec.from_bytes(codec.to_bytes(uv)), uv)
    assert len(codec.to_bytes(uv)) == 4 * len(uv)


def test_a_packed_block_is_a_plain_pcodec_stream() -> None:
    uv = np.arange(-500, 500, dtype=np.int32) * 5
    assert np.array_equal(standalone.simple_decompress(codec.pack(uv)), uv)


@given(samples.filter(len), st.data())
def test_any_flipped_bit_is_noticed(uv: IntArray, data: st.DataObject) -> None:
    packed = bytearray(codec.pack(uv))
    crc32 = codec.checksum(bytes(packed))
    bit = data.draw(st.integers(0, 8 * len(packed) - 1))
    packed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(codec.CodecError, match="checksum"):
        codec.unpack(bytes(packed), len(uv), crc32)


@pytest.mark.parametrize("n", [0, 9, 11])
def test_a_wrong_count_is_noticed(n: int) -> None:
    data = codec.pack(np.arange(10, dtype=np.int32))
    with pytest.raises(codec.CodecError):
        codec.unpack(data, n, codec.checksum(data))


def test_bytes_that_are_no_stream_are_noticed() -> None:
    with pytest.raises(codec.CodecError):
        codec.unpack(b"not a stream", 3, codec.checksum(b"not a stream"))


@pytest.mark.parametrize(("record", "most_bits"), [("100", 4.1), ("207", 4.2)])
def test_a_real_minute_is_small(record: str, most_bits: float) -> None:
    recording = open_recording(recordings.path("mitdb", record))
    uv = recording.uv(0)
    minute = round(60 * recording.fs_hz)
    bits = [8 * len(codec.pack(uv[at : at + minute])) / minute for at in range(0, len(uv) - minute, minute)]
    assert sum(bits) / len(bits) <= most_bits
