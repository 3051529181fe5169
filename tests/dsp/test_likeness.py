"""In noise a hump like the beats of cleaner times gains, one of another shape loses, in any pieces."""

from __future__ import annotations

import numpy as np
import pytest

from dsp.front import Front
from dsp.likeness import FIRST, Likeness
from dsp.network import own
from tests.dsp.signals import ecg, regular

CLEAN, NOISY = 0.0, 0.6
FS_HZ = 250.0
SECONDS = 30.0


def slopes(x: np.ndarray) -> np.ndarray:
    front = Front()
    front.push(x)
    return front.slopes


def taught(pieces: list[int]) -> tuple[Likeness, list[int]]:
    """One that has learnt of a regular heart, its slopes pushed so many frames at a time; and the beats."""
    r_s = regular(SECONDS)
    made = slopes(ecg(r_s, SECONDS, FS_HZ))
    likeness, beats = Likeness(own().decisions), [round(at * FS_HZ) for at in r_s]
    waiting, end = beats[:-1], 0
    while end < made.shape[1]:
        n = pieces[end % len(pieces)]
        likeness.hear(made[:, end : end + n])
        end = min(end + n, made.shape[1])
        while waiting and waiting[0] < (end - 10) * 10:
            likeness.learn(waiting.pop(0), 5.0, CLEAN)
    return likeness, beats


def test_a_beat_gains_and_what_lies_between_beats_loses() -> None:
    likeness, beats = taught([25])
    assert likeness.evidence(beats[-1], NOISY) > 0.4
    assert likeness.evidence(beats[-1] - 40, NOISY) < -0.4


def test_noise_counts_by_its_size() -> None:
    rules = own().decisions
    likeness, beats = taught([25])
    assert likeness.evidence(beats[-1], rules.shape_from) == 0.0
    some = likeness.evidence(beats[-1], (rules.shape_from + rules.shape_full) / 2)
    assert some == pytest.approx(likeness.evidence(beats[-1], NOISY) / 2)


@pytest.mark.parametrize("pieces", [[1], [3, 1, 7], [25], [100]])
def test_it_is_the_same_in_any_pieces(pieces: list[int]) -> None:
    one, beats = taught(pieces)
    other, _ = taught([25])
    assert one.evidence(beats[-1], NOISY) == other.evidence(beats[-1], NOISY)
    assert np.array_equal(one.state()["kinds"], other.state()["kinds"])


def test_noise_teaches_only_by_certain_beats_that_are_like_others() -> None:
    likeness, beats = taught([25])
    before = likeness.state()["kinds"]
    for _ in range(2 * FIRST):
        likeness.learn(beats[-1] - 40, 9.0, NOISY)  # of no kind
        likeness.learn(beats[-1], 1.0, NOISY)  # uncertain
    assert np.array_equal(likeness.state()["kinds"], before)


def test_a_state_taken_back_says_the_same() -> None:
    likeness, beats = taught([25])
    other = Likeness(own().decisions)
    other.load(likeness.state())
    assert other.evidence(beats[-1], NOISY) == likeness.evidence(beats[-1], NOISY) != 0.0


def test_nothing_is_said_before_anything_was_seen() -> None:
    likeness = Likeness(own().decisions)
    likeness.hear(slopes(ecg(regular(2.0), 2.0, FS_HZ)))
    assert likeness.evidence(100, NOISY) == 0.0
