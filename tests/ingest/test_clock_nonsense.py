"""Whatever is sent, no sample is placed where another is, and every frame is settled."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from dsp.types import Gap, GapReason, Segment
from ingest.clock import SampleClock
from tests.ingest.airwaves import NS, START_NS
from tests.ingest.nonsense import nonsense

if TYPE_CHECKING:
    from ingest.clock import Placed

FRAMES = 400


@pytest.mark.parametrize("step_s", [0.001, 0.1])
@pytest.mark.parametrize("seed", [3, 100, 103, 105, 106])
def test_frames_that_make_no_sense_are_placed_side_by_side(seed: int, step_s: float) -> None:
    clock: SampleClock[int] = SampleClock("mad", itertools.count(1).__next__)
    placed, late, now_ns = 0, 0, START_NS
    settled: set[int] = set()
    ends: dict[int, int] = defaultdict(int)

    def take(found: Placed[int]) -> None:
        nonlocal placed, late
        settled.update(found.settled)
        late += len(found.late)
        for event in found.events:
            if isinstance(event, Gap) and event.reason is not GapReason.LATE:
                assert event.n > 0
                assert event.start == ends[event.session]
                ends[event.session] += event.n
            elif isinstance(event, Segment):
                assert event.start == ends[event.session]
                ends[event.session] += len(event.uv)
                placed += 1

    for number, frame in enumerate(nonsense(FRAMES, seed)):
        now_ns += round(step_s * NS)
        take(clock.push(frame, now_ns, number, monotonic_ns=now_ns))
    take(clock.flush())
    assert settled == set(range(FRAMES))
    assert placed > FRAMES // 2
    assert placed + late <= FRAMES
    assert clock.waiting == 0
