"""Whatever arrives, decoding gives a frame that keeps every promise, or a DecodeError; nothing else."""

from __future__ import annotations

import time
import tracemalloc

import numpy as np
import pytest

from dsp.types import Frame
from ingest.frames import DecodeError, RawFrame, decode
from ingest.limits import MAX_ABS_UV, MAX_FRAME_SAMPLES, MAX_SEQ
from tests.ingest.mutations import HOSTILE, SEEDS, mutated

SECONDS_PER_MILLION = 60.0


def raw(fmt: str, payload: bytes) -> RawFrame:
    return RawFrame("test", "w1", fmt, payload, 0, lambda: None)


def take(fmt: str, payload: bytes) -> bool:
    """Whether it is a frame; fails for any other error and for a frame that breaks a promise."""
    try:
        frame = decode(raw(fmt, payload))
    except DecodeError:
        return False
    assert isinstance(frame, Frame)
    assert frame.uv.dtype == np.int32
    assert 1 <= len(frame.uv) <= MAX_FRAME_SAMPLES
    assert np.abs(frame.uv).max() <= MAX_ABS_UV
    assert 100 <= frame.fs_hz <= 1000
    assert frame.seq is None or 0 <= frame.seq <= MAX_SEQ
    assert frame.last_sample_ns is None or 0 <= frame.last_sample_ns < 2**63
    assert frame.battery_pct is None or 0 <= frame.battery_pct <= 100
    return True


@pytest.mark.parametrize(("fmt", "payload"), SEEDS)
def test_the_payloads_to_be_bent_are_good(fmt: str, payload: bytes) -> None:
    assert take(fmt, payload)


@pytest.mark.parametrize(("fmt", "payload"), HOSTILE)
def test_hostile_payloads_are_refused_quickly_and_in_little_memory(fmt: str, payload: bytes) -> None:
    tracemalloc.start()
    began = time.process_time()
    assert not take(fmt, payload)
    spent_s, (_, peak_bytes) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent_s < 0.5
    assert peak_bytes < 10_000_000


def test_bent_payloads_give_only_the_decode_error() -> None:
    good = sum(take(fmt, payload) for fmt, payload in mutated(100_000, seed=1))
    assert 1_000 < good < 60_000  # the bending is neither too wild nor too tame


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_million_bent_payloads_give_only_the_decode_error() -> None:
    payloads = list(mutated(1_000_000, seed=2))
    began = time.process_time()
    for fmt, payload in payloads:
        try:
            decode(raw(fmt, payload))
        except DecodeError:
            continue
    assert time.process_time() - began < SECONDS_PER_MILLION
