"""A heart may have several intervals that come again; the second nearest of them speaks for an interval."""

from __future__ import annotations

import numpy as np
import pytest

from dsp.tempo import HISTORY, LOGARITHMS, LONGEST, STEADY, Tempo


def after(intervals: list[int]) -> Tempo:
    tempo = Tempo()
    for one in intervals:
        tempo.learn(one)
    return tempo


def test_every_second_beat_early_is_a_rhythm_of_two_intervals() -> None:
    tempo = after([28, 60] * 8)
    assert tempo.order == 1.0
    assert tempo.timed(28) > -0.1
    assert tempo.timed(60) > -0.1
    assert max(tempo.timed(44), tempo.timed(20), tempo.timed(90)) < -1.0


def test_one_odd_interval_does_not_speak_for_another() -> None:
    tempo = after([40] * 10 + [25])
    assert tempo.timed(25) < -1.0
    tempo.learn(25)
    assert tempo.timed(25) > -0.1


def test_a_heart_without_order_has_no_say() -> None:
    rng = np.random.default_rng(3)
    tempo = after(np.exp(rng.normal(np.log(35.0), 0.6, HISTORY)).astype(int).clip(12, LONGEST - 1).tolist())
    assert tempo.order < 0.7
    assert after([40, 41, 40, 39] * 4).order == 1.0


def test_what_is_overdue_is_ever_less_likely() -> None:
    tempo = after([28, 60] * 8)
    odds = [tempo.overdue(slots) for slots in range(20, 99)]
    assert odds == sorted(odds, reverse=True)
    assert tempo.overdue(45) > tempo.overdue(80) + 1.0  # half of the intervals are longer than 45


def test_the_spread_is_that_to_the_second_nearest() -> None:
    rng = np.random.default_rng(5)
    for _ in range(50):
        intervals = rng.integers(12, LONGEST, rng.integers(4, 30)).tolist()
        known = [LOGARITHMS[one] for one in intervals[-HISTORY:]]
        far = sorted(sorted(abs(one - other) for other in known)[2] for one in known)
        assert after(intervals).unsteady == pytest.approx(max(STEADY, 2.0 * far[len(far) // 2]))


def test_a_state_taken_back_says_the_same() -> None:
    tempo, other = after([28, 60, 31, 55, 29]), Tempo()
    other.load(tempo.state())
    assert (other.usual, other.order, other.timed(33)) == (tempo.usual, tempo.order, tempo.timed(33))
