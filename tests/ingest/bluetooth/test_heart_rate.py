"""Heart rate and battery services, and the straps that have nothing more."""

from __future__ import annotations

import asyncio
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.types import Charge, Pulse
from ingest.bluetooth import battery, heart_rate
from ingest.bluetooth.heart_rate import HeartRate
from ingest.bluetooth.wearable import LinkLost, Seen, WearableError
from ingest.limits import DecodeError
from tests.ingest.bluetooth.peer import Ear, Peer


@pytest.mark.parametrize(
    ("data", "pulse"),
    [
        ("10 3C 0004 E803", Pulse("w1", 60, (1024, 1000))),
        ("00 48", Pulse("w1", 72)),
        ("01 2C01", Pulse("w1", 300)),
        ("04 00", Pulse("w1", 0, contact=False)),
        ("06 48", Pulse("w1", 72, contact=True)),
        ("02 48", Pulse("w1", 72)),  # contact is only told where it is supported
        ("1F 4800 6400 0004", Pulse("w1", 72, (1024,), contact=True)),
        ("08 48 6400", Pulse("w1", 72)),
        ("10 48", Pulse("w1", 72)),
        ("10 48 0000 0004 0000", Pulse("w1", 72, (1024,))),
        ("F0 48 0004", Pulse("w1", 72, (1024,))),  # reserved bits
    ],
)
def test_measurements(data: str, pulse: Pulse) -> None:
    assert heart_rate.decode("w1", bytes.fromhex(data)) == pulse


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "wanted 1 to 512 bytes, got 0"),
        ("00", "wanted 2 bytes by its flags, got 1"),
        ("01 48", "wanted 3 bytes by its flags, got 2"),
        ("08 48 64", "wanted 4 bytes by its flags, got 3"),
        ("00 48 00", "wanted 2 bytes by its flags, got 3"),
        ("10 48 000400", "the last one is cut"),
        ("01 2D01", "wanted 0 to 300 bpm"),
        ("10 48" + "0004" * 300, "wanted 1 to 512 bytes, got 602"),
    ],
)
def test_a_refused_measurement_says_what_was_wanted(data: str, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        heart_rate.decode("w1", bytes.fromhex(data))


PULSES = st.builds(
    Pulse,
    st.just("w1"),
    st.integers(0, 300),
    st.lists(st.integers(1, 65535), max_size=9).map(tuple),
    st.sampled_from([None, True, False]),
    waveform=st.booleans(),
)


@given(pulse=PULSES, energy=st.none() | st.integers(0, 65535), wide=st.booleans())
def test_what_a_strap_measures_comes_out(pulse: Pulse, energy: int | None, wide: bool) -> None:
    wide = wide or pulse.hr_bpm > 255
    flags = (wide, pulse.contact is True, pulse.contact is not None, energy is not None, bool(pulse.rr_1024))
    payload = bytes((sum(flag << bit for bit, flag in enumerate(flags)),))
    payload += pulse.hr_bpm.to_bytes(2 if wide else 1, "little")
    payload += b"" if energy is None else energy.to_bytes(2, "little")
    payload += b"".join(each.to_bytes(2, "little") for each in pulse.rr_1024)
    assert heart_rate.decode("w1", payload, waveform=pulse.waveform) == pulse


@given(st.binary(max_size=4))
def test_a_battery_level_is_one_byte_of_percent(payload: bytes) -> None:
    if len(payload) == 1 and payload[0] <= 100:
        assert battery.decode("w1", payload) == Charge("w1", payload[0])
    else:
        with pytest.raises(DecodeError, match="battery level: wanted"):
            battery.decode("w1", payload)


def strap() -> Peer:
    return Peer({heart_rate.MEASUREMENT: b"", battery.LEVEL: b"\x64"})


def test_a_plain_strap_gives_pulse_without_waveform_and_battery() -> None:
    peer, ear = strap(), Ear()

    async def run() -> None:
        stream = await HeartRate().open(peer, ear, "w1")
        peer.tell(heart_rate.MEASUREMENT, bytes.fromhex("10 3C 0004"))
        peer.tell(battery.LEVEL, b"\x63")
        await stream.close()

    asyncio.run(run())
    assert ear.arrivals() == [Charge("w1", 100), Pulse("w1", 60, (1024,), waveform=False), Charge("w1", 99)]
    assert all(not each.samples for each in ear.heard)
    assert peer.written == []


def test_a_strap_without_heart_rate_is_told_so() -> None:
    with pytest.raises(WearableError, match="no heart rate to send"):
        asyncio.run(HeartRate().open(Peer({battery.LEVEL: b"\x01"}), Ear(), "w1"))


def test_a_strap_that_refuses_its_only_signal_is_an_error() -> None:
    peer = strap()
    peer.refuses = {("subscribe", heart_rate.MEASUREMENT)}
    with pytest.raises(WearableError, match="No subscribe here"):
        asyncio.run(HeartRate().open(peer, Ear(), "w1"))


def test_what_a_strap_refuses_beside_its_ecg_is_warned_of_once_for_each(
    caplog: pytest.LogCaptureFixture,
) -> None:
    peer = strap()
    peer.refuses = {("subscribe", heart_rate.MEASUREMENT)}
    with caplog.at_level(logging.DEBUG):
        for device in ("shy-1", "shy-1", "shy-2", "shy-1"):
            asyncio.run(heart_rate.listen(peer, Ear(), device))
    told = [(each.levelname, each.getMessage()[:5]) for each in caplog.records if "shy" in each.getMessage()]
    assert told == [("WARNING", "shy-1"), ("DEBUG", "shy-1"), ("WARNING", "shy-2"), ("DEBUG", "shy-1")]


def test_a_battery_that_only_can_be_read_is_read() -> None:
    peer, ear = strap(), Ear()
    peer.refuses = {("subscribe", battery.LEVEL)}
    asyncio.run(HeartRate().open(peer, ear, "w1"))
    assert ear.arrivals() == [Charge("w1", 100)]


def test_a_link_lost_at_any_moment_of_the_opening_is_said_so() -> None:
    peer = strap()
    asyncio.run(HeartRate().open(peer, Ear(), "w1"))
    for operations in range(len(peer.done)):
        broken = strap()
        broken.lost_after = operations
        with pytest.raises(LinkLost):
            asyncio.run(HeartRate().open(broken, Ear(), "w1"))


def test_it_is_known_by_its_service() -> None:
    assert HeartRate().recognises(Seen("A0", services=frozenset({heart_rate.SERVICE})))
    assert not HeartRate().recognises(Seen("A0", "Heart", services=frozenset({battery.SERVICE})))
