"""Hearth's Polar H10 module and inbox over a real GATT link, at the packet lengths that links agree on."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest
from bleak import BleakScanner
from bleak.exc import BleakDeviceNotFoundError

from dsp.types import Charge, Pulse
from ingest.bluetooth.polar_h10 import PolarH10
from ingest.bluetooth.wearable import Refused, Seen
from ingest.frames import DecodeError, decode
from tests.bluetooth.bumble_backend import scanner_of
from tests.bluetooth.bumble_room import Heard, Room, listening, ramp, room
from tests.bluetooth.strap import POLAR_COMPANY, Strap
from tests.bluetooth.strap_ecg import EPOCH_2000_NS, FRAME_SAMPLES
from tests.ingest.receiver import until

SECONDS = 30.0
MTU_OF_A_REAL_H10 = 70  # below it, a real one answers "invalid MTU" to the start of ECG
BAD_MTU = 10


async def hear(strap: Strap, mtu: int, asked_mtu: int = 517, seconds: float = SECONDS) -> Heard:
    """All that comes in so much of the strap's time."""
    async with room(strap, mtu=mtu, asked_mtu=asked_mtu) as here, listening(here, pair=True) as heard:
        await here.play(seconds)
        await arrived(here, heard)
    return heard


async def arrived(here: Room, heard: Heard) -> None:
    handed = sum(frame.handed for frame in here.strap.taken)
    await until(lambda: sum(raw.format == "polar-pmd" for raw in heard.raws) == handed)


@pytest.mark.parametrize(
    ("mtu", "asked_mtu", "n"), [(23, 517, 3), (517, 23, 3), (185, 517, 57), (517, 517, 73)]
)
def test_every_packet_length_carries_the_same_samples(mtu: int, asked_mtu: int, n: int) -> None:
    strap = Strap(ramp)
    heard = asyncio.run(hear(strap, mtu, asked_mtu))
    frames = heard.frames
    assert {len(frame.uv) for frame in frames} == {n}
    assert len(heard.uv) > 130 * SECONDS - FRAME_SAMPLES
    assert np.array_equal(heard.uv, ramp(strap.taken[0].start, len(heard.uv)))
    assert [frame.last_sample_ns for frame in frames] == [
        taken.last_ns + EPOCH_2000_NS for taken in strap.taken[: len(frames)]
    ]


def test_the_same_samples_have_the_same_times_at_every_packet_length() -> None:
    """A frame's last sample is one of the device's own times, whatever the frame's length."""
    times = []
    for mtu in (23, 185, 517):
        strap = Strap(ramp)
        heard = asyncio.run(hear(strap, mtu, seconds=20.0))
        ends = np.cumsum([len(frame.uv) for frame in heard.frames]) - 1
        stamps = np.array([frame.last_sample_ns for frame in heard.frames], np.float64)
        times.append(np.interp(np.arange(200, 2000), ends, stamps))
    assert np.ptp(np.stack(times), axis=0).max() < 1e5  # 0.1 ms: the time stamps are interpolated in float64


def test_a_strap_that_needs_longer_packets_says_so_and_sends_nothing() -> None:
    strap = Strap(ramp, mtu_wanted=MTU_OF_A_REAL_H10)

    async def body() -> str:
        async with room(strap, mtu=23) as here:
            with pytest.raises(Refused) as refused:
                async with listening(here, pair=True):
                    pass
            assert refused.value.status == BAD_MTU
            await here.play(5.0)
            assert not strap.taken
            return str(refused.value)

    assert "packets are too small" in asyncio.run(body())


def test_a_strap_at_its_shortest_packets_streams() -> None:
    strap = Strap(ramp, mtu_wanted=MTU_OF_A_REAL_H10)
    heard = asyncio.run(hear(strap, MTU_OF_A_REAL_H10, seconds=10.0))
    assert {len(frame.uv) for frame in heard.frames} == {19}
    assert np.array_equal(heard.uv, ramp(strap.taken[0].start, len(heard.uv)))


class Careless(Strap):
    """Sends whole frames, whatever fits: what is too long for the link is cut there."""

    @property
    def mtu(self) -> int:
        return 517

    @mtu.setter
    def mtu(self, agreed: int) -> None:
        del agreed


@pytest.mark.parametrize("mtu", [23, 185])
def test_a_frame_that_the_link_has_cut_is_refused_whole(mtu: int) -> None:
    heard = asyncio.run(hear(Careless(ramp), mtu, seconds=10.0))
    cut = [raw for raw in heard.raws if raw.format == "polar-pmd"]
    assert cut
    for raw in cut:
        assert len(raw.payload) == mtu - 3
        with pytest.raises(DecodeError, match="cut"):
            decode(raw)


def test_heart_rate_and_battery_come_beside_the_ecg() -> None:
    heard = asyncio.run(hear(Strap(ramp, battery_pct=73), 517, seconds=10.0))
    arrivals = [decode(raw) for raw in heard.raws]
    assert Charge("h10", 73) in arrivals
    assert sum(isinstance(arrival, Pulse) and arrival.contact is True for arrival in arrivals) == 10


def test_a_scan_finds_the_strap_as_what_it_is() -> None:
    async def body() -> Seen:
        async with room(Strap(ramp, serial="0A1B2C3D")) as here:
            async with BleakScanner(backend=scanner_of(here.gateway)) as scanner:
                await until(lambda: bool(scanner.discovered_devices))
            [(device, told)] = scanner.discovered_devices_and_advertisement_data.values()
            return Seen(
                device.address, device.name, told.rssi, frozenset(told.service_uuids), told.manufacturer_data
            )

    seen = asyncio.run(body())
    assert seen.name == "Polar H10 0A1B2C3D"
    assert seen.address == "A0:9E:1A:00:00:01"
    assert POLAR_COMPANY in seen.manufacturer
    assert PolarH10().recognises(seen)


def test_a_strap_that_was_not_heard_can_be_connected_once_it_is() -> None:
    async def body() -> None:
        strap = Strap(ramp)
        strap.off_body()
        strap.advance(60.0)
        async with room(strap) as here:
            absent = here.client(timeout_s=0.05)
            with pytest.raises(BleakDeviceNotFoundError):
                await absent.connect()
            strap.on_body()
            await here.hosted.advance(0.0)
            async with listening(here, pair=True) as heard:
                await here.play(2.0)
                await until(lambda: bool(heard.frames))

    asyncio.run(body())
