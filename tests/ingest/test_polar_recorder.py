"""PolarRecorder's packets."""

from __future__ import annotations

import json

import pytest

from dsp.types import Frame
from ingest.frames import DecodeError, RawFrame, decode

FIRST_NS = 833_315_200_000_000_000  # since 2000
SPACING_NS = 7_692_308


def packet(n: int = 73, spacing_ns: int = SPACING_NS, **change: object) -> bytes:
    fields: dict[str, object] = {
        "phoneTimestamp": 1_780_000_000_000,
        "deviceId": "A1B2C3D4",
        "dataType": "ECG",
        "data": [{"voltage": index - 30, "timeStamp": FIRST_NS + index * spacing_ns} for index in range(n)],
    }
    return json.dumps(fields | change).encode()


def take(payload: bytes) -> Frame:
    frame = decode(RawFrame("mqtt", "a1b2c3d4", "polar-recorder", payload, 0, lambda: None))
    assert isinstance(frame, Frame)
    return frame


def test_a_packet_becomes_a_frame_at_its_last_samples_time() -> None:
    frame = take(packet())
    assert (frame.device, frame.seq, frame.fs_hz, frame.lead) == ("a1b2c3d4", None, 130.0, "I")
    assert frame.last_sample_ns == FIRST_NS + 72 * SPACING_NS + 946_684_800 * 10**9
    assert frame.uv.tolist() == list(range(-30, 43))


def test_the_straps_true_rate_may_differ_from_its_nominal_one() -> None:
    assert take(packet(spacing_ns=round(1e9 / 128))).fs_hz == 130.0
    assert take(packet(n=1)).uv.tolist() == [-30]


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (packet(n=0), "data: wanted 1 to"),
        (packet(dataType="ACC"), "dataType"),
        (packet(spacing_ns=20_000_000), "timeStamp: wanted samples 130 times a second"),
        (packet(spacing_ns=-SPACING_NS), "timeStamp: wanted samples 130 times a second"),
        (packet(spacing_ns=0), "timeStamp: wanted samples 130 times a second"),
        (packet(data=[{"voltage": 1.5, "timeStamp": FIRST_NS}]), "voltage"),
        (packet(data=[{"voltage": 1}]), "timeStamp"),
        (packet(data=[{"voltage": 1, "timeStamp": -1}]), "timeStamp"),
        (packet(data=[{"voltage": 2**23 + 1, "timeStamp": FIRST_NS}]), "voltage"),
        (packet(data="x"), "data"),
        (b"[]", "Expected `object`"),
        (b"\xff", "malformed"),
    ],
)
def test_a_refusal_says_what_was_wanted(payload: bytes, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        take(payload)
