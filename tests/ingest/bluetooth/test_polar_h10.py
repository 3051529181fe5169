"""Opening and closing a Polar H10: what is said in which order, and what goes wrong, in words."""

from __future__ import annotations

import asyncio

import pytest

from dsp.types import Charge, Frame, Pulse
from ingest.bluetooth import battery, heart_rate, polar_pmd
from ingest.bluetooth.polar_h10 import COMPANY, PolarH10
from ingest.bluetooth.wearable import LinkLost, Refused, Seen, WearableError
from tests.ingest.bluetooth.peer import Ear, Peer
from tests.ingest.bluetooth.polar_peer import OK_SETTINGS, SETTINGS, START, STOP, Control, strap

FRAME = polar_pmd.encode(2_000_000_000, [1, -2, 3])
SHORT_S = 0.05


def opened(peer: Peer, ear: Ear | None = None) -> Ear:
    ear = ear or Ear()
    asyncio.run(_open(peer, ear))
    return ear


async def _open(peer: Peer, ear: Ear) -> None:
    await PolarH10("II", answer_s=SHORT_S).open(peer, ear, "w1")


def test_it_subscribes_to_both_before_any_command_and_asks_before_it_starts() -> None:
    peer = strap()
    opened(peer)
    subscribed = [characteristic for operation, characteristic, _ in peer.done if operation == "subscribe"]
    first_write = next(at for at, each in enumerate(peer.done) if each[0] == "write")
    assert set(subscribed[:2]) == {polar_pmd.CONTROL, polar_pmd.DATA}
    assert [each[0] for each in peer.done[:2]] == ["subscribe", "subscribe"]
    assert first_write > peer.done.index(("subscribe", polar_pmd.DATA, b""))
    assert peer.written == [SETTINGS, START]


def test_ecg_pulse_and_battery_arrive_as_what_they_are() -> None:
    peer = strap()
    ear = Ear()

    async def run() -> None:
        await _open(peer, ear)
        peer.tell(polar_pmd.DATA, FRAME)
        peer.tell(heart_rate.MEASUREMENT, bytes.fromhex("16 3C 0004"))
        peer.tell(battery.LEVEL, b"\x4f")

    asyncio.run(run())
    first, frame, pulse, last = ear.arrivals()
    assert isinstance(frame, Frame)
    assert (frame.uv.tolist(), frame.lead) == ([1, -2, 3], "II")
    assert pulse == Pulse("w1", 60, (1024,), contact=True)
    assert (first, last) == (Charge("w1", 80), Charge("w1", 79))
    assert [(each.format, each.samples) for each in ear.heard] == [
        ("battery", 0),
        ("polar-pmd", 3),
        ("heart-rate", 0),
        ("battery", 0),
    ]


def test_acceleration_that_another_app_started_is_not_taken_for_ecg() -> None:
    peer, ear = strap(), Ear()

    async def run() -> None:
        await _open(peer, ear)
        peer.tell(polar_pmd.DATA, b"\x02" + FRAME[1:])
        peer.tell(polar_pmd.DATA, b"")

    asyncio.run(run())
    assert [each.format for each in ear.heard] == ["battery"]


REFUSALS = [(command, status) for command in (SETTINGS, START) for status in range(1, 16)]
REFUSALS.remove((START, polar_pmd.ALREADY_STREAMING))  # it is stopped and started again


@pytest.mark.parametrize(("command", "status"), REFUSALS)
def test_every_refusal_reaches_the_wearer(command: bytes, status: int) -> None:
    peer = strap(Control({command: [status]}))
    with pytest.raises(Refused, match=rf"The strap refused .* \(status {status}\)\.") as caught:
        opened(peer)
    assert caught.value.status == status


def test_a_strap_that_still_streams_is_stopped_and_started_again() -> None:
    peer = strap(Control({START: [polar_pmd.ALREADY_STREAMING]}))
    opened(peer)
    assert peer.written == [SETTINGS, START, STOP, START]


def test_a_strap_that_goes_on_saying_so_is_not_asked_for_ever() -> None:
    peer = strap(Control({START: [polar_pmd.ALREADY_STREAMING] * 9}))
    with pytest.raises(Refused, match="streaming already"):
        opened(peer)
    assert peer.written == [SETTINGS, START, STOP, START]


def test_a_list_of_settings_in_several_answers_is_put_together() -> None:
    peer = strap()
    parts = [OK_SETTINGS[:3], OK_SETTINGS[3:]]

    def obey(_characteristic: str, data: bytes) -> None:
        for at, part in enumerate(parts if data == SETTINGS else [b""]):
            more = data == SETTINGS and at + 1 < len(parts)
            peer.tell(polar_pmd.CONTROL, bytes((0xF0, data[0], data[1], 0, more)) + part)

    peer.obey = obey
    opened(peer)
    assert peer.written == [SETTINGS, START]


def test_an_answer_without_end_is_given_up() -> None:
    peer = strap()
    endless = bytes((0xF0, 1, 0, 0, 1)) + OK_SETTINGS

    def obey(_characteristic: str, _data: bytes) -> None:
        for _ in range(99):
            peer.tell(polar_pmd.CONTROL, endless)

    peer.obey = obey
    with pytest.raises(WearableError, match="has no end"):
        opened(peer)


def test_silence_is_an_error_that_helps() -> None:
    with pytest.raises(WearableError, match="does not answer; take it off"):
        opened(strap(Control({START: [None]})))


def test_answers_to_something_else_are_passed_over() -> None:
    peer = strap()

    def obey(_characteristic: str, data: bytes) -> None:
        peer.tell(polar_pmd.CONTROL, bytes((0xF0, 9, 0, 5, 0)))
        peer.tell(polar_pmd.CONTROL, bytes((0xF0, data[0], 2, 5, 0)))
        parameters = OK_SETTINGS if data == SETTINGS else b""
        peer.tell(polar_pmd.CONTROL, bytes((0xF0, data[0], data[1], 0, 0)) + parameters)

    peer.obey = obey
    opened(peer)
    assert peer.written == [SETTINGS, START]


def test_answers_that_nobody_asked_for_take_no_room_and_no_place() -> None:
    peer, ear = strap(), Ear()

    async def run() -> None:
        stream = await PolarH10(answer_s=SHORT_S).open(peer, ear, "w1")
        for _ in range(100_000):
            peer.tell(polar_pmd.CONTROL, bytes((0xF0, STOP[0], STOP[1], 5, 0)) + bytes(200))
        waiting = stream._control._answers.qsize()
        await stream.close()
        assert waiting <= 32

    asyncio.run(run())
    assert peer.written[-1] == STOP


def test_a_late_start_is_no_fault() -> None:
    peer, ear = strap(), Ear()

    async def run() -> None:
        stream = await PolarH10(answer_s=SHORT_S).open(peer, ear, "w1")
        await asyncio.sleep(3 * SHORT_S)  # longer than any answer is waited for
        peer.tell(polar_pmd.DATA, FRAME)
        await stream.close()

    asyncio.run(run())
    assert [each.format for each in ear.heard] == ["battery", "polar-pmd"]
    assert ear.reasons == []


def test_a_strap_that_stops_by_itself_ends_the_stream() -> None:
    peer, ear = strap(), Ear()

    async def run() -> None:
        await _open(peer, ear)
        peer.tell(polar_pmd.CONTROL, bytes.fromhex("01 02"))  # acceleration only
        assert ear.reasons == []
        peer.tell(polar_pmd.CONTROL, bytes.fromhex("01 02 00"))

    asyncio.run(run())
    assert ear.reasons == ["The strap stopped its ECG by itself."]


def closed(peer: Peer) -> Ear:
    ear = Ear()

    async def run() -> None:
        stream = await PolarH10(answer_s=SHORT_S).open(peer, ear, "w1")
        await stream.close()

    asyncio.run(run())
    return ear


def test_closing_stops_it_and_is_no_end_by_itself() -> None:
    peer = strap()
    told = peer.obey

    def obey(characteristic: str, data: bytes) -> None:
        told(characteristic, data)
        if data == STOP:
            peer.tell(polar_pmd.CONTROL, bytes.fromhex("01 00"))

    peer.obey = obey
    assert closed(peer).reasons == []
    assert peer.written[-1] == STOP


def test_closing_a_strap_that_refuses_or_has_gone_is_quiet() -> None:
    closed(strap(Control({STOP: [polar_pmd.ALREADY_STREAMING]})))
    peer = strap()
    opened(peer)
    opening = len(peer.done)
    peer = strap()
    peer.lost_after = opening
    closed(peer)


def test_a_link_lost_at_any_moment_of_the_opening_is_said_so() -> None:
    peer = strap()
    opened(peer)
    for operations in range(len(peer.done)):
        broken = strap()
        broken.lost_after = operations
        with pytest.raises(LinkLost):
            opened(broken)


@pytest.mark.parametrize("missing", [polar_pmd.CONTROL, polar_pmd.DATA])
def test_a_strap_without_the_service_is_told_what_it_is(missing: str) -> None:
    peer = strap()
    del peer.values[missing]
    with pytest.raises(WearableError, match="no Polar measurement service: pair it as a heart rate strap"):
        opened(peer)


def test_a_strap_without_ecg_is_told_so() -> None:
    peer = strap()
    peer.values[polar_pmd.CONTROL] = bytes.fromhex("0F 04 00")
    with pytest.raises(WearableError, match="says that it has no ECG"):
        opened(peer)
    assert peer.written == []


def test_a_strap_with_other_settings_is_told_so() -> None:
    with pytest.raises(WearableError, match="at 250 Hz, Hearth needs 130 Hz"):
        opened(strap(Control(settings=bytes.fromhex("0001FA0001010E00"))))


@pytest.mark.parametrize("missing", [heart_rate.MEASUREMENT, battery.LEVEL])
def test_ecg_does_without_what_is_beside_it(missing: str) -> None:
    peer = strap()
    del peer.values[missing]
    opened(peer)
    refusing = strap()
    refusing.refuses = {("subscribe", missing), ("read", missing)}
    opened(refusing)
    assert peer.written == refusing.written == [SETTINGS, START]


@pytest.mark.parametrize(
    ("name", "manufacturer", "is_one"),
    [
        ("Polar H10 A1B2C3D4", {COMPANY: b"\x72\x08"}, True),
        ("Polar H10 A1B2C3D4", {}, True),
        ("Polar H10", {}, True),
        ("Polar H10 A1B2C3D4", {0x004C: b""}, False),
        ("Polar H9 A1B2C3D4", {COMPANY: b""}, False),
        ("Polar Sense A1B2C3D4", {COMPANY: b""}, False),
        ("Polar H100", {COMPANY: b""}, False),
        ("My Polar H10", {COMPANY: b""}, False),
        (None, {COMPANY: b""}, False),
    ],
)
def test_it_is_known_by_its_name(name: str | None, manufacturer: dict[int, bytes], is_one: bool) -> None:
    assert PolarH10().recognises(Seen("A0", name, manufacturer=manufacturer)) is is_one
