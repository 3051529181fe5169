from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.intervals import ALIKE, FAR, FEWEST, MOST, NEIGHBOURS, jumps, plausible, uneven_share
from tests.dsp.hearts import af, regular

if TYPE_CHECKING:
    from dsp.types import FloatArray

EVEN = np.full(20, 900.0)


def slow(rr: FloatArray) -> list[bool]:
    """The same, an interval at a time."""
    found = []
    for i, interval in enumerate(rr):
        others = [*rr[max(0, i - NEIGHBOURS) : i], *rr[i + 1 : i + 1 + NEIGHBOURS]]
        usual = float(np.median(others)) if others else 0.0
        even = len(others) >= FEWEST and np.mean([abs(o - usual) <= ALIKE * usual for o in others]) >= MOST
        found.append(bool(even and abs(interval - usual) > FAR * usual))
    return found


@given(st.lists(st.one_of(st.floats(250.0, 3000.0), st.floats(850.0, 950.0)), max_size=40))
def test_all_at_once_is_what_one_at_a_time_gives(rr: list[float]) -> None:
    assert jumps(np.array(rr, np.float64)).tolist() == slow(np.array(rr, np.float64))


@pytest.mark.parametrize(
    ("odd", "how"),
    [((1800.0,), "missed"), ((450.0, 450.0), "doubled"), ((600.0, 1200.0), "early")],
)
def test_what_leaves_an_even_rhythm_and_comes_back_is_found(odd: tuple[float, ...], how: str) -> None:
    rr = np.concatenate((EVEN, odd, EVEN))
    assert np.flatnonzero(jumps(rr)).tolist() == [20 + k for k in range(len(odd))], how


def test_breathing_and_a_rate_that_changes_are_no_jumps() -> None:
    assert not jumps(np.array(regular(60.0, 120.0), np.float64)).any()
    assert not jumps(np.linspace(1000.0, 500.0, 40)).any()


def test_in_af_next_to_nothing_is_a_jump() -> None:
    assert np.mean(jumps(np.array(af(100.0, 300.0), np.float64))) < 0.15


def test_what_no_heart_has_is_not_plausible() -> None:
    assert plausible(np.array([0.0, 249.0, 250.0, 3000.0, 3001.0])).tolist() == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_evenness() -> None:
    assert uneven_share(np.array([900.0])) == 0.0
    assert uneven_share(EVEN) == 0.0
    assert uneven_share(np.tile([600.0, 1200.0], 10)) == 1.0
