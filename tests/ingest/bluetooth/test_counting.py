"""Counters of few bits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.bluetooth.counting import Counting


@given(
    bits=st.sampled_from([8, 16, 32, 64]),
    base=st.integers(0, 1 << 62),
    first=st.floats(0, 1, exclude_max=True),
    steps=st.lists(st.floats(-0.49, 0.49), max_size=50),
)
def test_a_narrow_counter_follows_a_wide_one(bits: int, base: int, first: float, steps: list[float]) -> None:
    size = 1 << bits
    counting = Counting(bits, base)
    wide = int(first * (size - 1))
    assert counting.take(wide) == base + wide
    for step in steps:
        wide = max(wide + int(step * size), 0)
        assert counting.take(wide % size) == base + wide


def test_it_goes_on_after_255() -> None:
    counting = Counting(8)
    assert [counting.take(raw) for raw in (250, 255, 0, 1, 255, 2, 129)] == [
        250,
        255,
        256,
        257,
        255,
        258,
        385,
    ]


def test_what_would_lie_before_the_beginning_begins_anew() -> None:
    counting = Counting(8)
    assert [counting.take(raw) for raw in (3, 250, 251)] == [3, 250, 251]
