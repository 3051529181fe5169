"""The gateway's clock against a wearable's, by arrivals alone."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.envelope import SLOTS, Envelope

NS = 1_000_000_000
OFFSET_NS = 230_000_000_000 * NS  # a clock of 2019
FRAME_S = 0.56


def errors_s(
    *, skew: float, jitter_s: float, hours: float, seed: int, frame_s: float = FRAME_S
) -> tuple[Envelope, np.ndarray]:
    """How wrong the estimated lead is after each arrival from the third minute on."""
    rng = np.random.default_rng(seed)
    envelope: Envelope | None = None
    found = []
    for index in range(round(hours * 3600 / frame_s)):
        true_s = index * frame_s
        at_ns = round(true_s * (1 - skew) * NS)
        received_ns = OFFSET_NS + round((true_s + rng.exponential(jitter_s)) * NS)
        if envelope is None:
            envelope = Envelope.begin(at_ns, received_ns - at_ns)
        envelope.observe(at_ns, received_ns)
        if true_s > 180:
            found.append((envelope.ahead(at_ns) - OFFSET_NS - round(true_s * NS) + at_ns) / NS)
    assert envelope is not None
    return envelope, np.array(found)


@pytest.mark.parametrize("skew", [0.0, 1e-4, -1e-4, 0.01])
@pytest.mark.parametrize("jitter_s", [0.02, 0.2])
def test_the_least_delayed_packets_tell_offset_and_slope(skew: float, jitter_s: float) -> None:
    envelope, errors = errors_s(skew=skew, jitter_s=jitter_s, hours=1.0, seed=1)
    assert np.abs(errors).max() < 0.04
    assert abs(envelope.slope - skew / (1 - skew)) < 1e-4
    assert len(envelope.slots) <= SLOTS


def test_nothing_observed_lately_lies_below_it() -> None:
    rng = np.random.default_rng(2)
    envelope = Envelope.begin(0, OFFSET_NS)
    seen: list[tuple[int, int]] = []
    for index in range(800):
        at_ns = round(index * FRAME_S * NS)
        ahead_ns = OFFSET_NS + round(rng.exponential(0.3) * NS)
        envelope.observe(at_ns, at_ns + ahead_ns)
        seen.append((at_ns, ahead_ns))
        line = [envelope.ahead(at) for at, _ in seen]
        # Of each half minute only the least delayed is remembered: a slope may put it above others.
        assert all(below <= ahead + 0.01 * NS for below, (_, ahead) in zip(line, seen, strict=True))


def test_a_gateway_clock_that_is_set_back_is_followed_at_once_and_forward_after_a_minute() -> None:
    envelope = Envelope.begin(0, OFFSET_NS)
    for at_s in range(1, 100):
        envelope.observe(at_s * NS, at_s * NS + OFFSET_NS - 3600 * NS)
    assert envelope.ahead(100 * NS) == OFFSET_NS - 3600 * NS
    for at_s in range(100, 130):
        envelope.observe(at_s * NS, at_s * NS + OFFSET_NS)
    assert envelope.ahead(130 * NS) == OFFSET_NS - 3600 * NS, "that may be a link that stalls"
    for at_s in range(130, 250):
        envelope.observe(at_s * NS, at_s * NS + OFFSET_NS)
    assert envelope.ahead(250 * NS) == OFFSET_NS


def test_a_stall_changes_nothing() -> None:
    envelope = Envelope.begin(0, OFFSET_NS)
    for at_s in range(1, 600):
        stalled_ns = 4 * NS if 300 <= at_s < 340 else 0
        envelope.observe(at_s * NS, at_s * NS + OFFSET_NS + stalled_ns)
        assert abs(envelope.ahead(at_s * NS) - OFFSET_NS) < 10_000_000
