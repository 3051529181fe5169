"""Whatever a wearable sends, decoding gives what keeps every promise, or a DecodeError; nothing else."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Charge, Frame, Pulse
from ingest.bluetooth import polar_pmd
from ingest.bluetooth.movesense import MAX_BYTES, Assembly
from ingest.bluetooth.polar_h10 import PolarH10
from ingest.bluetooth.wearable import WearableError
from ingest.frames import DecodeError, RawFrame, decode
from ingest.limits import MAX_ABS_UV, MAX_FRAME_SAMPLES, MAX_SEQ, MAX_T_NS
from tests.ingest.bluetooth.bent import CONTROL, SEEDS, bend, bent
from tests.ingest.bluetooth.peer import Ear
from tests.ingest.bluetooth.polar_peer import strap

if TYPE_CHECKING:
    from ingest.frames import Decoder

MEAN_S = 100e-6  # of one packet, in a debug-free interpreter on a slow core; they need a tenth of it
SLOWEST_S = 0.1  # of any packet, with the pauses of the garbage collector


def raw(form: str, payload: bytes, decoder: Decoder) -> RawFrame:
    return RawFrame("ble", "w1", form, payload, 0, lambda: None, 0, decoder)


def take(form: str, payload: bytes, decoder: Decoder) -> bool:
    """Whether it was read; fails for any other error and for an arrival that breaks a promise."""
    try:
        arrival = decode(raw(form, payload, decoder))
    except DecodeError:
        return False
    match arrival:
        case Frame():
            assert arrival.uv.dtype == np.int32
            assert 1 <= len(arrival.uv) <= MAX_FRAME_SAMPLES
            assert np.abs(arrival.uv).max() <= MAX_ABS_UV
            assert arrival.seq is None or 0 <= arrival.seq <= MAX_SEQ
            assert arrival.last_sample_ns is None or 0 <= arrival.last_sample_ns <= MAX_T_NS
        case Pulse():
            assert 0 <= arrival.hr_bpm <= 300
            assert all(0 < interval < 1 << 16 for interval in arrival.rr_1024)
        case Charge():
            assert 0 <= arrival.battery_pct <= 100
    return True


@pytest.mark.parametrize(("form", "payload", "decoder"), SEEDS)
def test_the_packets_to_be_bent_are_good(form: str, payload: bytes, decoder: Decoder) -> None:
    assert take(form, payload, decoder)


@pytest.mark.parametrize(("form", "payload", "decoder"), SEEDS)
def test_a_huge_packet_is_refused_at_once(form: str, payload: bytes, decoder: Decoder) -> None:
    huge = payload * (1_000_000 // len(payload))
    began = time.process_time()
    assert not any(take(form, huge, decoder) for _ in range(100))
    assert time.process_time() - began < 0.1


def test_bent_packets_give_only_the_decode_error() -> None:
    good = sum(take(*each) for each in bent(50_000, seed=1))
    assert 5_000 < good < 40_000  # the bending is neither too wild nor too tame


def test_a_bent_control_point_gives_only_errors_in_words() -> None:
    rng = random.Random(3)
    texts = set()
    for _ in range(20_000):
        message = polar_pmd.control_message(bend(rng.choice(CONTROL), rng))
        if isinstance(message, polar_pmd.Answer):
            try:
                polar_pmd.check(message)
                polar_pmd.check_settings(message.parameters)
            except WearableError as error:
                texts.add(str(error))
    assert len(texts) > 20
    assert all(text.startswith("The strap") and text.endswith((".", "?")) for text in texts)


def test_a_strap_that_talks_nonsense_is_an_error_in_words_or_a_stream() -> None:
    rng = random.Random(4)
    outcomes = {asyncio.run(_open(rng)) for _ in range(300)}
    assert outcomes == {True, False}


async def _open(rng: random.Random) -> bool:
    peer = strap()
    told = peer.obey

    def obey(characteristic: str, data: bytes) -> None:
        peer.tell(polar_pmd.CONTROL, bend(rng.choice(CONTROL), rng))
        told(characteristic, data)

    peer.obey = obey
    try:
        await PolarH10(answer_s=0.01).open(peer, Ear(), "w1")
    except WearableError:
        return False
    return True


def test_packets_in_any_order_are_put_together_in_bounded_room() -> None:
    rng, assembly, given = random.Random(5), Assembly(1), 0
    for _ in range(50_000):
        packet = bytes((rng.choice((1, 2, 2, 3, 3, 4)), rng.choice((1, 1, 1, 2)))) + bytes(rng.randrange(90))
        for message in assembly.take(bend(packet, rng) if rng.random() < 0.2 else packet):
            assert 8 <= len(message) <= MAX_BYTES
            given += 1
    assert 5_000 < given < 50_000


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_million_bent_packets_give_only_the_decode_error() -> None:
    packets = [(raw(*each), each) for each in bent(1_000_000, seed=2)]
    slowest_s, began = 0.0, time.process_time()
    for packet, _ in packets:
        start = time.process_time()
        with contextlib.suppress(DecodeError):
            decode(packet)
        slowest_s = max(slowest_s, time.process_time() - start)
    spent_s = time.process_time() - began
    assert spent_s < MEAN_S * len(packets)
    assert slowest_s < SLOWEST_S
    assert sum(take(*each) for _, each in packets) > 100_000
