"""A virtual Polar H10 through bleak's real BlueZ backend, onto the sample axis: what it samples comes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import GapReason
from ingest.bluetooth.links import Pinned
from tests.bluetooth.gateway import BEGIN_NS, SET_CLOCK_NS, Gateway, numbered, until
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.movesense import Movesense
from tests.bluetooth.patience import patient
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap
from tests.bluetooth.truth import assert_as_sampled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bluetooth.bluez import Bluez

PIN = Pinned("strap-1", "A0:9E:1A:00:00:01", "polar-h10", serial="A1B2C3D4", bonded=True)

FACTOR = 40.0
PACE = patient(FACTOR)


def worn(**how: float) -> Strap:
    """A strap whose clock somebody has set."""
    return Strap(numbered, start_ns=SET_CLOCK_NS, ecg_after_s=0.5, **how)  # type: ignore[arg-type] # counts


def test_a_strap_is_paired_and_streams_as_it_samples() -> None:
    strap = Strap(numbered, start_ns=SET_CLOCK_NS, ecg_after_s=3.0, duplicate=0.05, swap=0.05)

    async def pair_and_stream() -> None:
        async with Gateway(bluez, pace=PACE) as gateway:
            identity = await gateway.central.pair(strap.address)
            assert (identity.kind, identity.serial, identity.bonded) == ("polar-h10", "A1B2C3D4", True)
            assert identity.battery_pct == 80
            assert not strap.link
            gateway.central.keep(PIN)
            await gateway.streams("strap-1", 60)
        received = gateway.received["strap-1"]
        assert not strap.link
        assert not strap.streaming, "it must be told to stop, or it stays on until it is empty"
        assert_as_sampled(received, strap)
        (session,) = received.sessions
        assert received.lost(GapReason.LOST) == 0
        assert (
            abs(session.start_ns - BEGIN_NS - strap.ecg.oscillator.time_s(strap.taken[0].start) * 1e9) < 2e7
        )
        assert {pulse.contact for pulse in received.pulses} == {True}
        assert {rr for pulse in received.pulses for rr in pulse.rr_1024} <= {818, 819}
        assert [charge.battery_pct for charge in received.charges][:1] == [80]

    with room(strap, factor=FACTOR) as bluez:
        run(pair_and_stream())
        assert bluez.doubled() == 0


def test_what_the_air_loses_is_lost_to_the_sample() -> None:
    strap = worn(duplicate=0.05, swap=0.05, fs_true_hz=128.4)

    async def stream() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 20)
            bluez.drop(0.1)
            await gateway.streams("strap-1", 200)
            bluez.drop(0.0)
            await gateway.streams("strap-1", 10)
        received = gateway.received["strap-1"]
        assert_as_sampled(received, strap)
        assert received.lost(GapReason.LOST) > 5 * 73
        assert received.gap_errors(128.4) == [0.0] * len(received.gap_errors(128.4))

    with room(strap, factor=2 * FACTOR) as bluez:
        bluez.bond(strap)
        run(stream())


@pytest.mark.parametrize(
    "frames",
    [pytest.param(332, id="some seconds"), pytest.param(900, id="minutes", marks=pytest.mark.long)],
)
def test_a_consumer_that_stands_still_costs_what_was_dropped(frames: int) -> None:
    strap = worn()

    async def storm() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 10)
            gateway.flowing.clear()
            full = sum(frame.handed for frame in strap.taken) + frames
            await until(lambda: sum(frame.handed for frame in strap.taken) > full)
            gateway.flowing.set()
            await gateway.streams("strap-1", 350)
        received = gateway.received["strap-1"]
        assert received.dropped > 0
        # after more than five seconds another session begins, as long after as the strap's clock says
        by_clock = 0.0 if len(received.sessions) == 1 else 1.0 + 1e-4 * received.dropped
        assert abs(received.lost(GapReason.OVERFLOW) - received.dropped) <= by_clock
        assert received.lost(GapReason.LOST) == 0
        assert_as_sampled(received, strap, missing=received.dropped, end=40 * 73)

    with room(strap, factor=100.0) as bluez:
        bluez.bond(strap)
        run(storm())


def test_off_the_body_is_no_lost_connection() -> None:
    strap = worn()
    strap.ecg.bare_uv = numbered

    async def take_off() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 10)
            bluez.ask(strap.off_body)
            await until(lambda: gateway.phase("strap-1") == "off body")
            await until(lambda: not strap.link)
            told = len(gateway.states)
            off_s = bluez.now_s
            await until(lambda: bluez.now_s > off_s + 60.0)
            assert {state.phase for state in gateway.states[told:]} <= {"off body"}
            bluez.ask(strap.on_body)
            await until(lambda: gateway.phase("strap-1") == "streaming")
            await gateway.streams("strap-1", 10)
        assert False in {pulse.contact for pulse in gateway.received["strap-1"].pulses}
        assert max(map(abs, gateway.received["strap-1"].gap_errors(130.1))) <= 1.0

    with room(strap, factor=2 * FACTOR) as bluez:
        bluez.bond(strap)
        run(take_off())


def test_a_strap_that_lost_its_power_begins_a_session_by_arrival() -> None:
    strap = Strap(numbered, ecg_after_s=0.5)

    async def change_battery() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 30)
            bluez.ask(strap.power_cycle)
            await until(lambda: len(gateway.received["strap-1"].sessions) > 1)
            await gateway.streams("strap-1", 20)
        received = gateway.received["strap-1"]
        assert [session.clock_source for session in received.sessions] == ["arrival", "arrival"]
        assert_as_sampled(received, strap)
        for session in received.sessions:
            first = next(each for each in received.segments if each.session == session.session)
            true_s = strap.ecg.oscillator.time_s(int(first.uv[0]))
            assert -0.05 < (session.start_ns - BEGIN_NS) / 1e9 - true_s < 1.0

    with room(strap, factor=FACTOR) as bluez:
        bluez.bond(strap)
        run(change_battery())


def test_several_wearables_stream_at_once() -> None:
    straps = [worn(), worn(fs_true_hz=129.0)]
    straps[1].address = "A0:9E:1A:00:00:09"
    movesense, plain = Movesense(numbered), HeartRateStrap()
    pins = [
        Pinned("strap-1", straps[0].address, "polar-h10", bonded=True),
        Pinned("strap-2", straps[1].address, "polar-h10", bonded=True),
        Pinned("sensor", movesense.address, "movesense"),
        Pinned("belt", plain.address, "heart-rate"),
    ]

    async def stream() -> None:
        async with Gateway(bluez, pins, pace=PACE) as gateway:
            for device in ("strap-1", "strap-2", "sensor"):
                await gateway.streams(device, 40)
            await until(lambda: len(gateway.received["belt"].pulses) >= 10)
        for device, strap in zip(("strap-1", "strap-2"), straps, strict=True):
            assert_as_sampled(gateway.received[device], strap)
        assert gateway.received["sensor"].lost(GapReason.LOST) == 0
        said = np.concatenate([one.units for one in movesense.taken if one.handed])
        sensed = gateway.received["sensor"].numbers
        assert np.array_equal(sensed, np.rint(said[: len(sensed)] * 1e6 / 20 / (1 << 17)))
        assert {pulse.waveform for pulse in gateway.received["belt"].pulses} == {False}

    with room(*straps, movesense, plain, factor=FACTOR) as bluez:
        for strap in straps:
            bluez.bond(strap)
        run(stream())
        assert bluez.doubled() == 0


def renumbered(bluez: Bluez) -> None:
    bluez.remove_adapter("hci0")
    bluez.add_adapter("hci1")


def restarted(bluez: Bluez) -> None:
    bluez.stop()
    bluez.start()


def bus_restarted(bluez: Bluez) -> None:
    bluez.bus.kill()
    bluez.bus.start()


def switched_off(bluez: Bluez) -> None:
    bluez.power(on=False)


def busy(bluez: Bluez) -> None:
    bluez.busy("StartDiscovery", 2)
    bluez.busy("Connect", 2)
    bluez.lose_link(PIN.address)


@pytest.mark.parametrize("fault", [renumbered, restarted, bus_restarted, switched_off, busy])
def test_a_fault_of_the_radio_mends_by_itself(fault: Callable[[Bluez], None]) -> None:
    strap = worn()

    async def stream() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 10)
            links = strap.links
            await asyncio.to_thread(fault, bluez)
            await until(lambda: strap.links > links)
            await gateway.streams("strap-1", 10)
            assert gateway.phase("strap-1") == "streaming"
            assert gateway.central.radio.ok
        received = gateway.received["strap-1"]
        assert max(map(abs, received.gap_errors(130.1))) <= 1.0
        assert_as_sampled(received, strap, missing=3 * 73)

    with room(strap, factor=FACTOR) as bluez:
        bluez.bond(strap)
        run(stream())
        assert bluez.doubled() == 0


@pytest.mark.parametrize(
    ("fault", "kind", "mend"),
    [
        ("remove_adapter", "no_adapter", "add_adapter"),
        ("block", "blocked", "unblock"),
        ("stop", "no_bluez", "start"),
    ],
)
def test_a_fault_that_lasts_is_told_in_words(fault: str, kind: str, mend: str) -> None:
    strap = worn()

    async def stream() -> None:
        async with Gateway(bluez, [PIN], pace=PACE) as gateway:
            await gateway.streams("strap-1", 5)
            await asyncio.to_thread(getattr(bluez, fault))
            await until(lambda: not gateway.central.radio.ok)
            trouble = gateway.central.radio.trouble
            assert trouble is not None
            assert trouble.kind == kind
            await until(lambda: gateway.phase("strap-1") == "waiting")
            await asyncio.to_thread(getattr(bluez, mend))
            await until(lambda: gateway.phase("strap-1") == "streaming")
            await gateway.streams("strap-1", 5)
            assert gateway.central.links["strap-1"].trouble is None

    with room(strap, factor=FACTOR) as bluez:
        bluez.bond(strap)
        run(stream())
