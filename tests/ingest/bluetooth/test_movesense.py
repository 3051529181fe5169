"""Movesense: messages put together from packets, the sensor's time, its refusals in words."""

from __future__ import annotations

import asyncio
import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.types import Charge, Frame
from ingest.bluetooth import battery, movesense
from ingest.bluetooth.movesense import Assembly, Movesense
from ingest.bluetooth.wearable import LinkLost, Refused, Seen, WearableError
from ingest.limits import DecodeError
from tests.ingest.bluetooth.peer import Ear, Peer

SHORT_S = 0.05
LSB = struct.Struct("<i")


def message(ms: int, samples: list[int]) -> bytes:
    return ms.to_bytes(4, "little") + b"".join(map(LSB.pack, samples))


def packets(content: bytes, cuts: list[int], reference: int = 1) -> list[bytes]:
    edges = [0, *sorted(cuts), len(content)]
    parts = [content[low:high] for low, high in pairwise(edges)]
    return [bytes((2 if not at else 3, reference)) + part for at, part in enumerate(parts)]


def test_one_unit_is_what_its_maker_says() -> None:
    frame = movesense.decode("w1", message(1000, [0, 1000, -1000, 1 << 17]), rate_hz=250)
    assert frame.uv.tolist() == [0, 381, -381, 50_000]


def test_the_stamp_is_the_first_samples() -> None:
    frame = movesense.decode("w1", message(1000, [0] * 16), rate_hz=250, lead="II")
    assert frame.last_sample_ns == 1_000_000_000 + 15 * 4_000_000
    assert (frame.seq, frame.fs_hz, frame.lead) == (None, 250.0, "II")


@given(st.integers(0, (1 << 32) - 1), st.lists(st.integers(-(1 << 24), 1 << 24), min_size=1, max_size=100))
def test_what_a_sensor_measures_comes_out(ms: int, samples: list[int]) -> None:
    frame = movesense.decode("w1", message(ms, samples), rate_hz=512)
    assert frame.uv.tolist() == [round(each * 1e6 / 20 / 2**17) for each in samples]
    assert frame.last_sample_ns == ms * 1_000_000 + round((len(samples) - 1) * 1e9 / 512)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "wanted 8 to 512 bytes, got 0"),
        (bytes(7), "wanted 8 to 512 bytes, got 7"),
        (bytes(516), "wanted 8 to 512 bytes, got 516"),
        (bytes(70), "the last one is cut"),
        (message(1, [1 << 30]), "wanted microvolts within"),
    ],
)
def test_a_refused_message_says_what_was_wanted(payload: bytes, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        movesense.decode("w1", payload, rate_hz=250)


@given(st.data())
def test_messages_are_the_same_however_they_are_cut_into_packets(data: st.DataObject) -> None:
    contents = data.draw(st.lists(st.binary(min_size=68, max_size=68), min_size=1, max_size=5))
    cuts = st.lists(st.integers(0, 67), max_size=6)
    assembly = Assembly(1)
    came = [
        each
        for content in contents
        for packet in packets(content, data.draw(cuts))
        for each in assembly.take(packet)
    ]
    assert came == contents


def test_a_message_whose_end_was_lost_keeps_its_whole_samples() -> None:
    assembly = Assembly(1)
    first, second = message(0, list(range(16))), message(64, list(range(16)))
    begun, _lost = packets(first, [50])
    assert assembly.take(begun) == []
    assert assembly.take(b"\x02\x01" + second) == [first[:48], second]


def test_a_message_whose_beginning_was_lost_is_dropped() -> None:
    assembly = Assembly(1)
    whole = message(0, [7] * 16)
    assert assembly.take(packets(whole, [30])[1]) == []
    assert assembly.take(b"\x02\x01" + whole) == [whole]


@pytest.mark.parametrize(
    "stray", ["", "02", "02 02" + "00" * 68, "01 01 C800", "04 01" + "00" * 68, "03 02" + "00" * 68]
)
def test_what_is_not_of_the_subscription_disturbs_nothing(stray: str) -> None:
    assembly, whole = Assembly(1), message(0, [7] * 16)
    begun, rest = packets(whole, [30])
    came = [each for packet in (begun, bytes.fromhex(stray), rest) for each in assembly.take(packet)]
    assert came == [whole]


def test_a_message_does_not_grow_without_end() -> None:
    assembly, whole = Assembly(1), message(0, [7] * 16)
    assert assembly.take(b"\x02\x01" + bytes(1_000_000)) == []
    assert assembly.take(b"\x03\x01" + bytes(60)) == []
    assert assembly.take(b"\x02\x01" + whole) == [whole]


class Sensor:
    """Answers a subscription by rate: a status, silence (None), or data without an answer ("data")."""

    def __init__(self, answers: dict[int, int | str | None]) -> None:
        self.peer = Peer(
            {movesense.COMMAND: b"", movesense.DATA: b"", battery.LEVEL: b"\x32"}, obey=self.obey
        )
        self.answers = answers

    def obey(self, _characteristic: str, command: bytes) -> None:
        if command[0] != 1:
            return
        answer = self.answers.get(int(command[2:].rpartition(b"/")[2]), 200)
        if isinstance(answer, int):
            self.tell(b"\x01" + command[1:2] + answer.to_bytes(2, "little"))
        elif answer == "data":
            self.tell(b"\x02" + command[1:2] + message(5, [0] * 16))

    def tell(self, packet: bytes) -> None:
        self.peer.tell(movesense.DATA, packet)


def opened(sensor: Sensor, ear: Ear | None = None) -> list[bytes]:
    asyncio.run(Movesense(answer_s=SHORT_S).open(sensor.peer, ear or Ear(), "w1"))
    return sensor.peer.written


def test_it_is_asked_for_250_samples_a_second_after_subscribing() -> None:
    sensor = Sensor({})
    assert opened(sensor) == [b"\x01\x01/Meas/ECG/250"]
    assert sensor.peer.done[0] == ("subscribe", movesense.DATA, b"")


def test_ecg_arrives_with_the_rate_agreed_and_stops_on_closing() -> None:
    sensor, ear = Sensor({250: 501}), Ear()

    async def run() -> None:
        stream = await Movesense("II").open(sensor.peer, ear, "w1")
        for packet in packets(message(1000, [1 << 17] * 16), [20, 40], reference=2):
            sensor.tell(packet)
        await stream.close()

    asyncio.run(run())
    charge, frame = ear.arrivals()
    assert charge == Charge("w1", 50)
    assert isinstance(frame, Frame)
    assert (frame.uv.tolist(), frame.fs_hz, frame.lead) == ([50_000] * 16, 256.0, "II")
    assert [each.samples for each in ear.heard] == [0, 16]
    assert sensor.peer.written == [b"\x01\x01/Meas/ECG/250", b"\x01\x02/Meas/ECG/256", b"\x02\x02"]


def test_time_goes_on_where_its_32_bits_begin_again() -> None:
    sensor, ear = Sensor({}), Ear()
    stamps = [(1 << 32) - 64, 0, 64, (1 << 32) - 64, 128]  # the fourth is a copy

    async def run() -> None:
        await Movesense().open(sensor.peer, ear, "w1")
        for stamp in stamps:
            sensor.tell(b"\x02\x01" + message(stamp, [0] * 16))

    asyncio.run(run())
    times = [frame.last_sample_ns for frame in ear.arrivals() if isinstance(frame, Frame)]
    first = ((1 << 32) - 64) * 1_000_000 + 60_000_000
    assert times == [first + step * 64_000_000 for step in (0, 1, 2, 0, 3)]


def test_data_without_an_answer_are_a_yes() -> None:
    ear = Ear()
    opened(Sensor({250: "data"}), ear)
    assert [each.samples for each in ear.heard] == [0, 16]


@pytest.mark.parametrize("status", [400, 403, 404, 409, 500, 503, 507, 418])
def test_every_refusal_is_said_in_words_and_not_tried_again(status: int) -> None:
    sensor = Sensor({250: status})
    with pytest.raises(Refused, match=rf"refused to send ECG: .* \(status {status}\)") as caught:
        opened(sensor)
    assert caught.value.status == status
    assert len(sensor.peer.written) == 1


def test_the_refusal_that_old_firmware_writes_backwards_is_understood() -> None:
    with pytest.raises(Refused, match=r"no room for another listener; .* \(status 507\)"):
        opened(Sensor({250: 0xFB01}))


def test_a_sensor_with_none_of_the_rates_is_told_so() -> None:
    with pytest.raises(Refused, match="none of the rates 250, 256, 125, 128 Hz"):
        opened(Sensor(dict.fromkeys(movesense.RATES_HZ, 501)))


def test_silence_is_an_error_that_helps() -> None:
    with pytest.raises(WearableError, match="does not answer; take its battery out"):
        opened(Sensor({250: None}))


def test_a_link_lost_at_any_moment_of_the_opening_is_said_so() -> None:
    sensor = Sensor({})
    opened(sensor)
    for operations in range(len(sensor.peer.done)):
        broken = Sensor({})
        broken.peer.lost_after = operations
        with pytest.raises(LinkLost):
            opened(broken)


@pytest.mark.parametrize("missing", [movesense.COMMAND, movesense.DATA])
def test_other_firmware_is_told_what_is_needed(missing: str) -> None:
    sensor = Sensor({})
    del sensor.peer.values[missing]
    with pytest.raises(WearableError, match=r"install version 2\.3 or later"):
        opened(sensor)


def test_it_is_known_by_its_name_or_its_service() -> None:
    assert Movesense().recognises(Seen("A0", "Movesense 204730000081"))
    assert Movesense().recognises(Seen("A0", services=frozenset({movesense.SERVICE})))
    assert not Movesense().recognises(Seen("A0", "Movesensei"))
