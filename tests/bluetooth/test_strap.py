"""The model is measured against what is known of the real strap, byte by byte where that is written down."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bluetooth import strap_control as control
from tests.bluetooth.gateway import numbered
from tests.bluetooth.heart_service import HEART_RATE
from tests.bluetooth.peripheral import (
    CCCD_IMPROPERLY_CONFIGURED,
    INSUFFICIENT_AUTHENTICATION,
    AttError,
)
from tests.bluetooth.strap import PMD_CONTROL, PMD_DATA, Strap
from tests.bluetooth.strap_control import Status
from tests.bluetooth.strap_ecg import HEADER, NS_PER_S, UNSET_CLOCK_NS, Oscillator, Taken

START = bytes.fromhex("02 00 00 01 82 00 01 01 0E 00")
STOP = bytes.fromhex("03 00")


def connected(strap: Strap, mtu: int = 247) -> Strap:
    strap.connect(mtu)
    strap.pair()
    for uuid in (PMD_CONTROL, PMD_DATA, HEART_RATE):
        strap.subscribe(uuid)
    return strap


def said(strap: Strap, command: bytes) -> bytes:
    ((uuid, answer),) = strap.write(PMD_CONTROL, command)
    assert uuid == PMD_CONTROL
    return answer


def frames(due: list[tuple[str, bytes]]) -> list[bytes]:
    return [data for uuid, data in due if uuid == PMD_DATA]


def test_a_frame_is_the_published_vector() -> None:
    frame = Taken(0, np.array([-32766, 32770], np.int32), 2_000_000_000)
    assert frame.payload() == bytes.fromhex("00 0094357700000000 00 0280FF 028000")


def test_settings_features_and_start_are_as_published() -> None:
    strap = connected(Strap(numbered))
    assert strap.read(PMD_CONTROL)[:2] == bytes.fromhex("0F 05")
    assert said(strap, bytes.fromhex("01 00")) == bytes.fromhex("F0 01 00 00 00 00 01 82 00 01 01 0E 00")
    assert said(strap, START)[:4] == bytes.fromhex("F0 02 00 00")
    assert said(strap, START)[3] == Status.ALREADY
    (first, *_) = frames(strap.advance(1.0))
    assert len(first) == 229


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("09 00", Status.BAD_OPCODE),
        ("02", Status.BAD_LENGTH),
        ("02 09", Status.BAD_TYPE),
        ("02 01", Status.UNSUPPORTED),
        ("02 00 00 01 82 00 01 01 0E", Status.BAD_LENGTH),
        ("02 00 00 01 82 00", Status.BAD_PARAMETER),
        ("02 00 00 01 C8 00 01 01 0E 00", Status.BAD_RATE),
        ("02 00 00 01 82 00 01 01 10 00", Status.BAD_RESOLUTION),
        ("02 00 02 01 08 00", Status.BAD_RANGE),
        ("02 00 04 01 01 00", Status.BAD_CHANNELS),
    ],
)
def test_wrong_commands_get_their_status(command: str, status: Status) -> None:
    assert said(connected(Strap(numbered)), bytes.fromhex(command))[3] == status


def test_any_status_can_be_had() -> None:
    strap = connected(Strap(numbered))
    for status in Status:
        strap.refuse(control.GET_SETTINGS, status)
        assert said(strap, bytes([control.GET_SETTINGS, 0]))[3] == status


def test_the_control_point_wants_a_bond_and_subscriptions() -> None:
    strap = Strap(numbered)
    strap.connect()
    with pytest.raises(AttError) as refused:
        strap.read(PMD_CONTROL)
    assert refused.value.code == INSUFFICIENT_AUTHENTICATION
    strap.pair()
    with pytest.raises(AttError) as refused:
        strap.write(PMD_CONTROL, START)
    assert refused.value.code == CCCD_IMPROPERLY_CONFIGURED


def test_a_narrow_link_gets_the_same_samples() -> None:
    heard = []
    for mtu in (23, 185, 517):
        strap = connected(Strap(numbered), mtu)
        said(strap, START)
        assert max(map(len, frames(strap.advance(60.0)))) <= mtu - 3
        heard.append(np.concatenate([frame.uv for frame in strap.taken]))
    n = min(map(len, heard))
    assert n > 59 * 130
    assert all(np.array_equal(each[:n], heard[0][:n]) for each in heard)


def test_rate_and_stamps_are_of_the_oscillator() -> None:
    strap = connected(Strap(numbered, fs_true_hz=129.3, wander_hz=0.0))
    said(strap, START)
    payloads = frames(strap.advance(600.0))
    stamps = [HEADER.unpack_from(payload)[1] for payload in payloads]
    rate_hz = 73 * (len(stamps) - 1) / ((stamps[-1] - stamps[0]) / NS_PER_S)
    assert rate_hz == pytest.approx(129.3, rel=1e-6)
    assert stamps[0] - UNSET_CLOCK_NS == pytest.approx(NS_PER_S * 73 / 129.3, rel=0.02)


def test_an_oscillator_that_wanders_has_one_time_for_each_sample() -> None:
    wandering = Oscillator(130.0, 0.5, 100.0)
    for sample in (0, 1, 12_345, 500_000):
        assert wandering.count(wandering.time_s(sample)) == pytest.approx(sample, abs=1e-6)


def test_copies_and_swaps_lose_nothing() -> None:
    strap = connected(Strap(numbered, duplicate=0.1, swap=0.1, seed=3))
    said(strap, START)
    payloads = frames(strap.advance(120.0))
    stamps = [HEADER.unpack_from(payload)[1] for payload in payloads]
    assert len(set(stamps)) < len(stamps)
    assert stamps != sorted(stamps)
    assert len(set(stamps)) >= len(strap.taken) - 1  # one may still be kept back
    assert sum(frame.handed for frame in strap.taken) == len(payloads)


def test_off_the_body_it_says_so_hangs_up_and_forgets_its_time() -> None:
    strap = connected(Strap(numbered, ecg_after_s=1.0))
    said(strap, START)
    strap.advance(10.0)
    strap.off_body()
    due = strap.advance(44.0)
    assert strap.link
    assert {data[0] for uuid, data in due if uuid == HEART_RATE} == {0x04}
    strap.advance(2.0)
    assert not strap.link
    assert not strap.advertising
    assert strap.streaming, "nobody has told it to stop"
    assert not strap.asleep
    strap.on_body()
    assert connected(strap).advance(0.0) == []
    said(strap, STOP)
    strap.disconnect()
    strap.off_body()
    strap.advance(60.0)
    assert strap.asleep
    strap.on_body()
    assert strap.ecg.clock.ns(strap.now_s) == UNSET_CLOCK_NS
