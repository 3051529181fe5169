"""What our own queue dropped: Gap(OVERFLOW) of exactly that, and Gap(LOST) of the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest

from dsp.types import Frame, Gap, GapReason, Segment
from ingest.clock import Anchor, SessionStart
from tests.ingest.airwaves import NS, START_NS, Carries
from tests.ingest.clock_bench import Bench, frames, moved

LOST, LATE, OVERFLOW = GapReason.LOST, GapReason.LATE, GapReason.OVERFLOW
N = 125
ALL: tuple[Carries, ...] = ("both", "time", "number")


def after(frame: Frame, dropped: int) -> Frame:
    """The frame, before which so many samples were dropped."""
    return replace(frame, dropped=dropped)


def bare(sent: list[Frame]) -> list[Frame]:
    return [replace(frame, seq=None, last_sample_ns=None) for frame in sent]


def shape(bench: Bench, session: int = 1) -> list[tuple[GapReason | None, int]]:
    """Runs of samples (None) and of missing places."""
    kinds = [cell if isinstance(cell, GapReason) else None for cell in bench.cells(session)]
    return [(kind, len(list(run))) for kind, run in groupby(kinds)]


@pytest.mark.parametrize("carries", ALL)
def test_what_was_dropped_comes_before_what_was_lost(carries: Carries) -> None:
    bench = Bench()
    sent = frames(20, carries=carries)
    bench.push(*sent[:5], after(sent[8], N), *sent[9:])
    bench.flush()
    assert shape(bench) == [(None, 5 * N), (OVERFLOW, N), (LOST, 2 * N), (None, 12 * N)]


def test_with_neither_time_nor_number_only_what_was_dropped_is_missing() -> None:
    bench = Bench()
    sent = bare(frames(10))
    bench.push(*sent[:3], after(sent[4], N), *sent[5:8], after(sent[9], 70))
    assert shape(bench) == [(None, 3 * N), (OVERFLOW, N), (None, 4 * N), (OVERFLOW, 70), (None, N)]


def test_dropped_frames_of_another_length_count_by_the_sample() -> None:
    bench = Bench()
    lengths = [73, 73, 73, 73, 50, 40, 73, 73]
    sent, at = [], 0
    for n in lengths:
        frame = frames(1, length=n, fs_hz=130.0, carries="time")[0]
        sent.append(moved(frame, round(at * NS / 130)))
        at += n
    bench.push(*sent[:4], after(sent[6], 90), sent[7])
    bench.flush()
    assert shape(bench) == [(None, 4 * 73), (OVERFLOW, 90), (None, 2 * 73)]


def test_stamps_that_are_a_sample_off_do_not_make_one_lost() -> None:
    bench = Bench()
    sent = frames(40, length=73, fs_hz=130.0, carries="time", jitter_s=0.004, seed=5)
    bench.push(*sent[:20], after(sent[22], 2 * 73 - 1), *sent[23:])
    bench.flush()
    assert shape(bench) == [(None, 20 * 73), (OVERFLOW, 2 * 73 - 1), (None, 18 * 73)]


@pytest.mark.parametrize("carries", ["both", "time"])
def test_copies_among_what_was_dropped_make_no_hole_larger(carries: Carries) -> None:
    bench = Bench()
    sent = frames(10, carries=carries)
    bench.push(*sent[:5], after(sent[6], 3 * N), *sent[7:])
    bench.flush()
    assert shape(bench) == [(None, 5 * N), (OVERFLOW, N), (None, 4 * N)]


@pytest.mark.parametrize("carries", ["both", "time"])
def test_what_a_copy_says_was_dropped_is_told_by_the_next_frame(carries: Carries) -> None:
    bench = Bench()
    sent = frames(10, carries=carries)
    bench.push(*sent[:5], after(sent[4], N), *sent[6:])
    bench.flush()
    assert shape(bench) == [(None, 5 * N), (OVERFLOW, N), (None, 4 * N)]


def test_more_than_five_seconds_dropped_end_the_session_that_they_belong_to() -> None:
    bench = Bench()
    sent = frames(40, carries="time")
    bench.push(*sent[:10], after(sent[24], 14 * N), *sent[25:])
    bench.flush()
    assert shape(bench, 1) == [(None, 10 * N), (OVERFLOW, 14 * N)]
    assert shape(bench, 2) == [(None, 16 * N)]
    end = bench.store.anchors[1][-1]
    assert (end.sample, end.at_ns) == (24 * N, START_NS + 24 * NS // 2)
    assert bench.store.starts[2].start_ns == end.at_ns, "nothing lies between"


@pytest.mark.parametrize("jitter_s", [0.001, 0.004])
@pytest.mark.parametrize("seed", range(6))
def test_a_session_parted_by_an_overflow_ends_to_the_sample_though_stamps_jitter(
    seed: int, jitter_s: float
) -> None:
    bench = Bench()
    sent = frames(80, length=73, fs_hz=130.0, carries="time", jitter_s=jitter_s, seed=seed)
    bench.push(*sent[:40])
    bench.now_ns += round(9 * 73 * NS / 130)
    bench.push(after(sent[49], 9 * 73), *sent[50:])
    bench.flush()
    assert shape(bench, 1) == [(None, 40 * 73), (OVERFLOW, 9 * 73)]
    assert shape(bench, 2) == [(None, 31 * 73)]


def test_what_was_lost_beside_it_lies_between_the_sessions() -> None:
    bench = Bench()
    sent = frames(60, carries="time")
    bench.push(*sent[:10], after(sent[40], 2 * N), *sent[41:])
    bench.flush()
    assert shape(bench, 1) == [(None, 10 * N), (OVERFLOW, 2 * N)]
    between_ns = bench.store.starts[2].start_ns - bench.store.anchors[1][-1].at_ns
    assert between_ns == 28 * NS // 2


def test_with_neither_time_nor_number_silence_parts_behind_what_was_dropped() -> None:
    bench = Bench()
    sent = bare(frames(8))
    bench.push(*sent[:3])
    bench.wait(6.0)
    placed = bench.push(after(sent[3], 2 * N))
    assert [type(event) for event in placed.events] == [Gap, Anchor, SessionStart, Anchor, Segment]
    assert shape(bench, 1) == [(None, 3 * N), (OVERFLOW, 2 * N)]


def test_a_device_that_begins_anew_ends_its_session_with_what_was_dropped() -> None:
    bench = Bench()
    sent = frames(30, carries="time")
    restarted = [moved(frame, -START_NS) for frame in sent[12:]]
    bench.push(*sent[:10], after(restarted[0], N), *restarted[1:])
    bench.flush()
    assert shape(bench, 1) == [(None, 10 * N), (OVERFLOW, N)]
    assert shape(bench, 2) == [(None, 18 * N)]


def test_a_frame_that_comes_after_its_place_was_given_up_begins_no_session() -> None:
    bench = Bench()
    sent = frames(30, carries="time")
    bench.push(*sent[:5], after(sent[8], N), *sent[9:20])
    assert bench.push(sent[5]).late == (17,)  # whatever was dropped instead of it
    assert bench.push(sent[7]).late == (18,)
    bench.push(*sent[20:])
    assert len(bench.store.cells) == 1
    assert shape(bench) == [(None, 5 * N), (OVERFLOW, N), (LOST, N), (LATE, N), (None, 22 * N)]


def test_what_was_dropped_before_the_first_frame_of_all_belongs_nowhere() -> None:
    bench = Bench()
    sent = frames(3)
    bench.push(after(sent[0], 500), *sent[1:])
    assert bench.cells() == list(range(3 * N))
