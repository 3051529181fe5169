"""Home-made sensors: profiles that contradict themselves, and packets read as a profile says."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.types import Charge, Frame, Pulse
from ingest.bluetooth import battery, heart_rate
from ingest.bluetooth.generic import GenericWearable, Profile, decode
from ingest.bluetooth.samples import SampleFormat, unpack, width
from ingest.bluetooth.uuids import full
from ingest.bluetooth.wearable import LinkLost, Seen, WearableError
from ingest.limits import MAX_T_NS, DecodeError
from tests.ingest.bluetooth.homemade import SENDS, SERVICE, TAKES, profile
from tests.ingest.bluetooth.peer import Ear, Peer

FORMATS: tuple[SampleFormat, ...] = (
    "int8", "uint8", "int16le", "int16be", "uint16le", "uint16be", "int24le", "int24be", "int32le", "int32be",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@given(data=st.data())
def test_every_sample_format_is_read(form: SampleFormat, data: st.DataObject) -> None:
    bits, signed = 8 * width(form), not form.startswith("u")
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    values = data.draw(st.lists(st.integers(low, high), min_size=1, max_size=40))
    order: Literal["big", "little"] = "big" if form.endswith("be") else "little"
    packed = b"".join(value.to_bytes(bits // 8, order, signed=signed) for value in values)
    assert unpack(form, packed).tolist() == values


def test_units_become_microvolts() -> None:
    frame = decode("w1", bytes.fromhex("0008 0108 0000"), profile=profile(zero=2048, lead="V5"))
    assert frame.uv.tolist() == [0, 2, -5120]  # 2.5 to the even neighbour
    assert (frame.seq, frame.last_sample_ns, frame.fs_hz, frame.lead) == (None, None, 250.0, "V5")


def test_a_negative_scale_turns_the_signal_over() -> None:
    assert decode("w1", b"\x01\x00", profile=profile(uv_per_unit=-10)).uv.tolist() == [-10]


@pytest.mark.parametrize(
    ("payload", "change", "reason"),
    [
        (b"", {}, "kitchen: wanted 2 to 512 bytes, got 0"),
        (bytes(7), {"skip_bytes": 6}, "wanted 8 to 512 bytes, got 7"),
        (bytes(514), {}, "wanted 2 to 512 bytes, got 514"),
        (bytes(9), {"skip_bytes": 6}, "wanted 6 bytes and whole samples of 2 bytes, got 9 bytes"),
        (bytes.fromhex("FF7F"), {"uv_per_unit": 1e5}, "is uv_per_unit right"),
    ],
)
def test_a_refused_packet_says_what_was_wanted(
    payload: bytes, change: dict[str, object], reason: str
) -> None:
    with pytest.raises(DecodeError, match=reason):
        decode("w1", payload, profile=profile(**change))


def heard(sensor: Profile, packets: list[bytes]) -> list[Frame]:
    peer, ear = Peer({SENDS.lower(): b""}), Ear()

    async def run() -> None:
        await GenericWearable(sensor).open(peer, ear, "w1")
        for packet in packets:
            peer.tell(SENDS.lower(), packet)

    asyncio.run(run())
    assert all(each.samples == max(len(each.payload) - sensor.skip_bytes, 0) // 2 for each in ear.heard)
    return [frame for frame in ear.arrivals() if isinstance(frame, Frame)]


@pytest.mark.parametrize("order", ["little", "big"])
def test_a_short_counter_goes_on_where_it_begins_again(order: str) -> None:
    sensor = profile(counter={"offset": 1, "bytes": 2, "order": order}, skip_bytes=3)
    numbers = (65534, 65535, 0, 2, 1)
    packets = [
        b"\xaa" + number.to_bytes(2, "big" if order == "big" else "little") + bytes(4) for number in numbers
    ]
    seqs = [frame.seq or 0 for frame in heard(sensor, packets)]
    assert [seq - seqs[0] for seq in seqs] == [0, 1, 2, 4, 3]
    assert all(frame.last_sample_ns is None for frame in heard(sensor, packets))


def test_numbers_of_a_short_counter_say_nothing_across_a_lost_link(monkeypatch: pytest.MonkeyPatch) -> None:
    sensor = profile(counter={"offset": 0, "bytes": 1}, skip_bytes=1)
    firsts = []
    for now_s in (1_780_000_000.0, 1_780_000_001.0):
        monkeypatch.setattr("time.time", lambda now_s=now_s: now_s)
        firsts.append(heard(sensor, [bytes(3)])[0].seq or 0)
    assert firsts[1] - firsts[0] == 1 << 32


def test_a_long_counter_is_taken_as_it_is() -> None:
    sensor = profile(counter={"offset": 0, "bytes": 4}, skip_bytes=4)
    packets = [number.to_bytes(4, "little") + bytes(2) for number in ((1 << 32) - 1, 0)]
    assert [frame.seq for frame in heard(sensor, packets)] == [(1 << 32) - 1, 1 << 32]


def test_a_sample_counter_is_a_clock() -> None:
    sensor = profile(counter={"offset": 0, "bytes": 4, "counts": "samples"}, skip_bytes=4)
    first, second = heard(
        sensor, [(250).to_bytes(4, "little") + bytes(10), (255).to_bytes(4, "little") + bytes(2)]
    )
    assert (first.seq, first.last_sample_ns, second.last_sample_ns) == (None, 1_016_000_000, 1_020_000_000)


@pytest.mark.parametrize(
    ("time", "stamp", "last_ns"),
    [
        ({"bytes": 4, "unit": "ms"}, 1000, 1_008_000_000),
        ({"bytes": 4, "unit": "ms", "of": "last"}, 1000, 1_000_000_000),
        ({"bytes": 8, "unit": "us"}, 1_000_000, 1_008_000_000),
        ({"bytes": 8, "unit": "ns", "of": "last", "epoch_s": 946_684_800}, 7, 946_684_800_000_000_007),
        ({"bytes": 8, "unit": "ms"}, 1 << 62, None),
        ({"bytes": 8, "unit": "ns", "of": "last"}, MAX_T_NS, MAX_T_NS),
        ({"bytes": 8, "unit": "ns", "of": "last"}, MAX_T_NS + 1, None),
    ],
)
def test_a_time_stamp_is_read(time: dict[str, object], stamp: int, last_ns: int | None) -> None:
    sensor = profile(time={"offset": 0} | time, skip_bytes=time["bytes"])
    size = 4 if time["bytes"] == 4 else 8
    (frame,) = heard(sensor, [stamp.to_bytes(size, "little") + bytes(6)])
    assert frame.last_sample_ns == last_ns


def test_time_goes_on_where_its_32_bits_begin_again() -> None:
    sensor = profile(time={"offset": 0, "bytes": 4, "unit": "ms", "of": "last"}, skip_bytes=4)
    packets = [stamp.to_bytes(4, "big")[::-1] + bytes(2) for stamp in ((1 << 32) - 4, 0)]
    before, after = (frame.last_sample_ns or 0 for frame in heard(sensor, packets))
    assert after - before == 4_000_000


def test_a_packet_too_short_for_its_header_is_heard_and_refused() -> None:
    with pytest.raises(DecodeError, match="wanted 6 to 512 bytes, got 2"):
        heard(profile(time={"offset": 0, "bytes": 4, "unit": "ms"}, skip_bytes=4), [b"\x01\x02"])


STARTED = profile(
    start=[
        {"characteristic": TAKES, "hex": "01 ff"},
        {"characteristic": TAKES, "hex": "02", "response": False},
    ],
    stop=[{"characteristic": TAKES, "hex": "00"}],
)


def sensor() -> Peer:
    return Peer({SENDS.lower(): b"", TAKES.lower(): b"", battery.LEVEL: b"\x0a", heart_rate.MEASUREMENT: b""})


def test_it_is_listened_to_then_started_and_stopped() -> None:
    peer, ear = sensor(), Ear()

    async def run() -> None:
        stream = await GenericWearable(STARTED).open(peer, ear, "w1")
        peer.tell(SENDS.lower(), b"\x02\x00")
        peer.tell(heart_rate.MEASUREMENT, b"\x00\x48")
        await stream.close()

    asyncio.run(run())
    charge, frame, pulse = ear.arrivals()
    assert (charge, pulse) == (Charge("w1", 10), Pulse("w1", 72))
    assert isinstance(frame, Frame)
    assert frame.uv.tolist() == [5]
    assert [(each[0], each[2]) for each in peer.done if each[1] == TAKES.lower()] == [
        ("write", b"\x01\xff"),
        ("command", b"\x02"),
        ("write", b"\x00"),
    ]
    assert peer.done[0] == ("subscribe", SENDS.lower(), b"")


@pytest.mark.parametrize("missing", [SENDS, TAKES])
def test_a_missing_characteristic_is_named(missing: str) -> None:
    peer = sensor()
    del peer.values[missing.lower()]
    with pytest.raises(
        WearableError, match=rf"kitchen has no characteristic {missing}; is the profile 'kitchen'"
    ):
        asyncio.run(GenericWearable(STARTED).open(peer, Ear(), "w1"))


def test_a_link_lost_at_any_moment_is_said_so_and_closing_it_is_quiet() -> None:
    peer = sensor()
    asyncio.run(GenericWearable(STARTED).open(peer, Ear(), "w1"))
    opening = len(peer.done)
    for operations in range(opening):
        broken = sensor()
        broken.lost_after = operations
        with pytest.raises(LinkLost):
            asyncio.run(GenericWearable(STARTED).open(broken, Ear(), "w1"))
    broken = sensor()
    broken.lost_after = opening

    async def run() -> None:
        stream = await GenericWearable(STARTED).open(broken, Ear(), "w1")
        await stream.close()

    asyncio.run(run())


def test_it_is_known_by_its_name_or_else_by_its_service() -> None:
    by_service, by_name = GenericWearable(profile()), GenericWearable(profile(name_prefix="ESP"))
    advertised = Seen("A0", "Sensor", services=frozenset({SERVICE.lower()}))
    assert by_service.recognises(advertised)
    assert not by_name.recognises(advertised)
    assert by_name.recognises(Seen("A0", "ESP-ECG"))
    assert not by_name.recognises(Seen("A0"))
    assert (by_service.kind, by_service.title) == ("gatt-kitchen", "kitchen")
    assert GenericWearable(profile(title="Kitchen ECG")).title == "Kitchen ECG"


def test_the_worked_example_of_the_manual_is_right() -> None:
    text = (Path(__file__).parents[3] / "docs" / "wearables.md").read_text(encoding="utf-8")
    table = text.partition("```toml\n")[2].partition("```")[0]
    (described,) = tomllib.loads(table)["bluetooth"]["profiles"]
    packet = bytes.fromhex(text.partition("```hex\n")[2].partition("```")[0])
    example = msgspec.convert(described, Profile)
    peer, ear = (
        Peer(dict.fromkeys((example.characteristic_uuid, full(example.start[0].characteristic)), b"")),
        Ear(),
    )

    async def run() -> None:
        await GenericWearable(example).open(peer, ear, "w1")
        peer.tell(example.characteristic_uuid, packet)

    asyncio.run(run())
    (frame,) = ear.arrivals()
    assert isinstance(frame, Frame)
    assert f"`{frame.uv.tolist()}` microvolts" in text
    assert f"{frame.last_sample_ns} ns" in text
