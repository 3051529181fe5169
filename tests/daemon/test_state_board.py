"""States go out as often as something changed, never more than once a second."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from daemon.live_state import LiveState
from daemon.state_board import LEAST_S, TIME_ONLY_S, StateBoard


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_a_change_waits_a_second_a_mere_moment_ten() -> None:
    clock = Clock()
    board = StateBoard(clock)
    assert board.next_s() is None
    first = LiveState(device="a", hr_bpm=60.0, last_sample_ns=1)
    board.put(first)
    assert board.due() == [first]
    board.sent(first)
    assert board.next_s() is None
    later = LiveState(device="a", hr_bpm=60.0, last_sample_ns=2)
    board.put(later)
    assert board.due() == []
    assert board.next_s() == TIME_ONLY_S
    faster = LiveState(device="a", hr_bpm=61.0, last_sample_ns=3)
    board.put(faster)
    assert board.next_s() == LEAST_S
    clock.now_s += LEAST_S
    assert board.due() == [faster]


def test_a_new_connection_and_a_removed_wearable() -> None:
    board = StateBoard(Clock())
    for device in ("a", "b"):
        board.put(LiveState(device=device))
    for state in board.due():
        board.sent(state)
    board.resend()
    board.drop("a")
    assert [state.device for state in board.due()] == ["b"]


@given(st.lists(st.tuples(st.floats(0, 3), st.integers(0, 3), st.integers(0, 9)), max_size=60))
def test_never_in_a_rush_and_always_the_newest(steps: list[tuple[float, int, int]]) -> None:
    clock = Clock()
    board = StateBoard(clock)
    sent: list[tuple[float, LiveState]] = []
    newest = None
    for wait_s, rate, moment in steps:
        clock.now_s += wait_s
        newest = LiveState(device="a", hr_bpm=float(rate), last_sample_ns=moment)
        board.put(newest)
        for state in board.due():
            board.sent(state)
            sent.append((clock.now_s, state))
    clock.now_s += TIME_ONLY_S
    sent += [(clock.now_s, state) for state in board.due()]
    assert all(b - a >= LEAST_S for (a, _), (b, _) in pairwise(sent))
    assert not sent or sent[-1][1] == newest
