"""Clocks that are set, drift, or are not believed: sessions and wall times."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dsp.types import Frame
from tests.ingest.airwaves import NS, START_NS
from tests.ingest.clock_bench import Bench, frames, moved

YEAR_NS = 365 * 86_400 * NS


@pytest.mark.parametrize(
    ("step_ns", "source"),
    [(-3 * NS, "device"), (YEAR_NS, "arrival"), (-START_NS + NS, "arrival"), (-10 * YEAR_NS, "arrival")],
)
@pytest.mark.parametrize("carries", ["both", "time"])
def test_a_set_clock_opens_a_session(step_ns: int, source: str, carries: str) -> None:
    bench = Bench()
    sent = frames(40, carries=carries)
    bench.push(*sent[:20], *(moved(frame, step_ns) for frame in sent[20:]))
    bench.flush()
    assert [len(cells) for cells in bench.store.cells.values()] == [2500, 2500]
    assert bench.cells(2) == list(range(2500, 5000))
    assert bench.store.starts[2].clock_source == source
    assert sorted(bench.settled) == list(range(40))
    assert bench.late == []


def test_contiguous_numbers_stay_contiguous_over_a_small_step_and_wall_time_follows() -> None:
    bench = Bench()
    sent = frames(40)
    bench.push(*sent[:20], *(moved(frame, 3 * NS) for frame in sent[20:]))
    assert bench.cells() == list(range(5000))
    assert abs(bench.store.wall_ns(1, 2499) - (START_NS + 2499 * 4_000_000)) < 10_000_000
    assert abs(bench.store.wall_ns(1, 4999) - (START_NS + 3 * NS + 4999 * 4_000_000)) < 10_000_000


def test_a_counter_that_begins_again_while_time_goes_on_changes_nothing() -> None:
    bench = Bench()
    sent = frames(10)
    bench.push(*sent[:5], *(replace(frame, seq=index) for index, frame in enumerate(sent[5:])))
    assert bench.cells() == list(range(1250))
    assert bench.clock.settled_seq == 4


def test_a_restart_of_the_device_with_its_clock_unset_opens_a_session() -> None:
    bench = Bench()
    sent = frames(20)
    restarted = [moved(replace(frame, seq=index), -START_NS) for index, frame in enumerate(sent[10:])]
    bench.push(*sent[:10], *restarted)
    assert bench.cells(2) == list(range(1250, 2500))
    assert bench.store.starts[2].clock_source == "arrival"


def test_the_gateways_own_clock_drives_no_timer() -> None:
    bench = Bench()
    sent = frames(6)
    bench.push(*sent[:4], sent[5])
    assert bench.wait(0.5, wall_ns=START_NS + 3600 * NS).settled == ()
    assert bench.wait(0.5, wall_ns=START_NS - 3600 * NS).settled == ()
    assert bench.wait(1.5).settled == (4,)


def test_a_gateway_that_does_not_know_the_time_believes_the_device() -> None:
    bench = Bench()
    bench.push(*frames(1), wall_ns=5 * NS)
    assert bench.store.starts[1].clock_source == "device"


def test_wall_time_by_arrival_is_that_of_the_least_delayed_frame() -> None:
    bench = Bench()
    rng = np.random.default_rng(3)
    for frame in frames(600):
        arrived = moved(frame, 0).last_sample_ns or 0
        unset = moved(frame, -START_NS)
        bench.push(unset, wall_ns=arrived + round(rng.exponential(0.2) * NS))
    last = len(bench.cells()) - 1
    assert abs(bench.store.wall_ns(1, last) - (START_NS + last * 4_000_000)) < 50_000_000


def test_wall_time_by_arrival_follows_a_gateway_clock_that_is_set() -> None:
    bench = Bench()
    for index, frame in enumerate(frames(600)):
        arrived = (frame.last_sample_ns or 0) + (3600 * NS if index >= 100 else 0)
        bench.push(moved(frame, -START_NS), wall_ns=arrived)
    last = len(bench.cells()) - 1
    assert abs(bench.store.wall_ns(1, last) - (START_NS + 3600 * NS + last * 4_000_000)) < 50_000_000


@pytest.mark.parametrize(("fs_hz", "true_hz"), [(130.0, 130.1), (250.0, 250.05), (130.0, 128.0)])
def test_wall_time_stays_right_over_a_day(fs_hz: float, true_hz: float) -> None:
    bench = Bench()
    rng = np.random.default_rng(1)
    length, at, worst = 10 * round(fs_hz), 0, 0.0
    uv = np.zeros(length, dtype=np.int32)
    for index in range(8640):
        begin = START_NS + round((at / true_hz + rng.normal(0, 0.002)) * NS)
        last = begin + round((length - 1) * NS / fs_hz)
        bench.push(Frame("w1", index, last, fs_hz, uv), wall_ns=last)
        at += length
        if index % 10 == 9:  # as a beat is shown while the next anchor is still to come
            error = bench.store.wall_ns(1, at - 1) - (START_NS + round((at - 1) / true_hz * NS))
            worst = max(worst, abs(error) / NS)
            bench.store.anchors[1] = bench.store.anchors[1][-10:]
    assert worst < 0.05
    assert len(bench.cells()) == at


def test_two_hundred_parts_per_million_place_no_sample_wrong() -> None:
    bench = Bench()
    sent = frames(1300, carries="time", true_hz=250.05, jitter_s=0.001)
    bench.push(*(frame for index, frame in enumerate(sent) if index % 97 not in {5, 6}))
    cells = bench.cells()
    assert all(value == index for index, value in enumerate(cells) if type(value) is int)
    assert len(cells) == 1300 * 125


def test_one_stamp_in_the_far_future_holds_nothing_up_for_long() -> None:
    bench = Bench()
    sent = frames(60, carries="time")
    bench.push(*sent[:10], moved(sent[10], YEAR_NS), *sent[11:])
    bench.flush()
    assert sorted(bench.settled) == list(range(60))
    assert sum(type(value) is int for row in bench.store.cells.values() for value in row) == 60 * 125
