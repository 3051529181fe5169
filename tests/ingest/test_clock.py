"""The sample clock, one situation at a time; tests/ingest/test_clock_model.py mixes them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.types import Frame, Gap, GapReason, Segment
from ingest.clock import Anchor, ClockStateError, SampleClock, SessionStart
from ingest.waiting import HELD_FRAMES
from tests.ingest.airwaves import NS, START_NS
from tests.ingest.clock_bench import Bench, frames

LOST, LATE = GapReason.LOST, GapReason.LATE
FIRST_FORMAT = (  # after the first six of frames(...)
    "940188a773657373696f6e01a566735f687acb406f400000000000a46c656164a149a477616c6c85a773657373696f6e"
    "01a566735f687acb406f400000000000a673616d706c6500a561745f6e73cf18b3d491b4320000a8656e76656c6f7065"
    "c0a46e657874cd02eea86c6173745f73657105a76c656e67746873967d7d7d7d7d7da874696d656261736588a673616d"
    "706c65cd0271a561745f6e73cf18b3d4924934f900a9706572696f645f6e73cb414e848000000000a65f7661725f74cb"
    "42912e35d93d6c92a45f636f76cb42031dc219d05aa5a65f7661725f70cb417f95672a08f02baa5f6a69747465725f6e"
    "73cb41437a4ff9d61488a85f737472696b65730084a67072696e7473c430fd4b39eee7e5d6b38e07dbeda0b28dcc9645"
    "10ccd1e55199f1281f3b56189ac5fdaa5916d6ed17b7135af33feade38d0a57370616e739184a26c6f00a2686905a56c"
    "6f5f6e73cf18b3d491b4320000a568695f6e73cf18b3d49267025e00a5686f6c657390ac666f72676f7474656e5f6e73"
    "00cf18b3d49267025e00"
)


def test_the_next_frame_is_placed_at_once() -> None:
    bench = Bench()
    one, two = frames(2)
    first = bench.push(one)
    assert first.events == (
        SessionStart(1, "w1", 250.0, "I", START_NS, "device"),
        Anchor(1, 0, START_NS),
        first.events[2],
    )
    segment = first.events[2]
    assert isinstance(segment, Segment)
    assert (segment.start, segment.fs_hz, segment.uv.tolist()) == (0, 250.0, list(range(125)))
    assert bench.push(two).settled == (1,)
    assert bench.clock.settled_seq == 1


def test_a_hole_is_waited_for_two_seconds_of_device_time() -> None:
    bench = Bench()
    sent = frames(20)
    bench.push(*sent[:4], *sent[5:9])
    assert bench.settled == [0, 1, 2, 3]
    bench.push(sent[9])
    assert bench.cells()[500:625] == [LOST] * 125
    assert bench.cells()[625:] == list(range(625, 1250))
    assert bench.settled == list(range(9))


def test_a_hole_is_waited_for_two_seconds_of_silence() -> None:
    bench = Bench()
    sent = frames(6)
    bench.push(*sent[:4], sent[5])
    assert bench.wait(1.9).settled == ()
    assert bench.wait(0.2).settled == (4,)
    assert bench.cells()[500:625] == [LOST] * 125


def test_what_comes_within_two_seconds_is_put_in_place() -> None:
    bench = Bench()
    sent = frames(9)
    bench.push(*sent[:4], *sent[5:8], sent[4], sent[8])
    assert bench.cells() == list(range(9 * 125))
    assert bench.settled == [0, 1, 2, 3, 7, 4, 5, 6, 8]


def test_ten_seconds_late_is_a_late_gap_and_kept_aside() -> None:
    bench = Bench()
    sent = frames(40)
    bench.push(*sent[:4], *sent[5:25])
    placed = bench.push(sent[4])
    assert placed.events == (Gap(1, 500, 125, LATE),)
    assert placed.settled == placed.late == (24,)
    assert bench.push(sent[4]).late == ()  # a copy of it is only a copy
    assert bench.cells()[500:625] == [LATE] * 125


def test_late_for_an_earlier_session_is_kept_aside_without_a_gap() -> None:
    bench = Bench()
    sent = frames(60)
    bench.push(*sent[:4], *sent[5:20], *sent[40:50])
    assert bench.push(sent[4]).events == ()
    assert bench.late == [29]
    assert bench.cells(1)[500:625] == [LOST] * 125


def test_a_session_waits_for_its_first_frame_unless_it_is_number_nought() -> None:
    bench = Bench()
    later = frames(4, first_seq=7)
    assert bench.push(later[1]).events == ()
    bench.push(later[0], *later[2:])
    assert bench.settled == []
    bench.flush()
    assert bench.cells() == list(range(500))


def test_numbers_alone_that_begin_again_open_a_session() -> None:
    bench = Bench()
    sent = frames(20, carries="number")
    bench.push(*sent[:10], *(replace(frame, seq=index) for index, frame in enumerate(sent[10:])))
    assert bench.cells(2) == list(range(1250, 2500))


def test_with_neither_time_nor_number_order_counts_and_silence_parts() -> None:
    bench = Bench()
    sent = [replace(frame, seq=None, last_sample_ns=None) for frame in frames(8)]
    bench.push(*sent[:3])
    bench.wait(4.0)
    bench.push(*sent[3:5])
    bench.wait(5.0)
    bench.push(*sent[5:])
    assert bench.cells(1) == list(range(625))
    assert bench.cells(2) == list(range(625, 1000))
    assert bench.store.starts[1].clock_source == "arrival"
    assert bench.store.starts[1].start_ns == START_NS
    assert bench.clock.settled_seq is None


@pytest.mark.parametrize("change", [{"fs_hz": 500.0}, {"lead": "II"}])
def test_another_rate_or_lead_opens_a_session(change: dict[str, object]) -> None:
    bench = Bench()
    sent = frames(6)
    bench.push(*sent[:3], *(replace(frame, **change) for frame in sent[3:4]))  # type: ignore[arg-type]
    assert bench.cells(2) == list(range(375, 500))


def test_more_than_five_seconds_missing_opens_a_session_less_is_a_gap() -> None:
    bench = Bench()
    sent = frames(60)
    bench.push(*sent[:10], *sent[20:30], *sent[41:])
    assert bench.cells(1)[1250:2500] == [LOST] * 1250
    assert bench.cells(2) == list(range(41 * 125, 60 * 125))
    assert bench.store.starts[2].start_ns == START_NS + 41 * NS // 2


def test_every_frame_twice_is_every_frame_once() -> None:
    bench = Bench()
    sent = frames(600)
    bench.push(*(frame for frame in sent for _ in range(2)))
    assert bench.cells() == list(range(600 * 125))
    assert sorted(bench.settled) == list(range(1200))


@pytest.mark.parametrize("carries", ["both", "time", "number"])
def test_a_copy_is_known_after_a_restart(carries: str) -> None:
    bench = Bench()
    sent = frames(100, carries=carries)
    bench.push(*sent[:90])
    bench.flush()
    again = Bench(bench.clock.state(), range(2, 100))
    for index, frame in enumerate(sent[:90]):
        placed = again.clock.push(frame, again.now_ns, index)
        assert (placed.events, placed.settled, placed.late) == ((), (index,), ())
    fresh = again.clock.push(sent[90], again.now_ns, 90).events[0]
    assert isinstance(fresh, Segment)
    assert (fresh.session, fresh.start) == (1, 90 * 125)


def test_a_copy_from_long_ago_is_known_by_its_number_and_time() -> None:
    bench = Bench()
    sent = frames(1000)
    bench.push(*sent)
    assert bench.push(sent[3]).settled == (1000,)
    assert bench.late == []
    assert len(bench.store.cells) == 1


def test_a_latecomer_older_than_memory_of_holes_is_kept_aside() -> None:
    bench = Bench()
    sent = frames(900)
    bench.push(*(frame for index, frame in enumerate(sent) if index % 5 != 4))
    placed = bench.push(sent[4])
    assert placed.late == placed.settled == (720,)
    assert placed.events == ()


def test_memory_is_bounded_and_the_oldest_hole_given_up() -> None:
    bench = Bench()
    sent = frames(2 * HELD_FRAMES, length=1, fs_hz=1000.0)
    bench.push(*sent[:2], *sent[3:])
    assert bench.cells()[2] is LOST
    assert len(bench.settled) == 2 * HELD_FRAMES - 1


def test_a_state_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ClockStateError, match="clock state of w1"):
        Bench(b"\x93\x01")
    with pytest.raises(ClockStateError, match="format 9"):
        Bench(Bench().clock.state().replace(b"\x94\x02", b"\x94\x09", 1))


def test_a_state_of_the_first_format_is_read() -> None:
    again = Bench(bytes.fromhex(FIRST_FORMAT), range(2, 100))
    sent = frames(8)
    for index, frame in enumerate(sent[:6]):
        assert again.clock.push(frame, again.now_ns, index).settled == (index,)
    assert again.clock.settled_seq == 5
    fresh = again.clock.push(sent[6], again.now_ns, 6).events[0]
    assert isinstance(fresh, Segment)
    assert (fresh.session, fresh.start) == (1, 750)


def test_the_state_is_small() -> None:
    bench = Bench()
    bench.push(*(frame for index, frame in enumerate(frames(2000)) if index % 5 != 4))
    assert len(bench.clock.state()) < 6000


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(0, 12) | st.integers(65_530, 65_540) | st.just(2**64 - 1),
            st.none() | st.integers(-2, 40) | st.just(10**9),
            st.sampled_from([3, 25, 25, 25, 700]),
            st.sampled_from([0.0, 0.0, 0.0, 1.0, 6.0]),
            st.booleans(),
        ),
        max_size=60,
    )
)
def test_whatever_comes_nothing_vanishes(
    arriving: list[tuple[int | None, int | None, int, float, bool]],
) -> None:
    bench = Bench()
    for index, (seq, quarter, n, pause, restart) in enumerate(arriving):
        if pause:
            bench.wait(pause)
        last = None if quarter is None else max(START_NS + quarter * NS // 4, 0)
        bench.push(Frame("w1", seq, last, 100.0, np.full(n, index, dtype=np.int32)))
        if restart and not bench.clock._waiting.frames:
            unused = range(max(bench.store.starts, default=0) + 1, 1000)
            bench.clock = SampleClock("w1", iter(unused).__next__, bench.clock.state())
    bench.flush()
    assert sorted(bench.settled) == list(range(len(arriving)))
    values = [value for row in bench.store.cells.values() for value in row if type(value) is int]
    stored = np.bincount(values, minlength=len(arriving))
    for index, (seq, quarter, n, _, _) in enumerate(arriving):
        if index in bench.late:
            assert stored[index] == 0
        elif seq is None or quarter is None:
            assert stored[index] == n
        else:  # number and time together may show that it is a copy
            assert stored[index] in {0, n}
