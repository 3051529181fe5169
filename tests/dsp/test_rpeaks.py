"""Where beats that a pacemaker makes are said to be."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from dsp.rpeaks import refine

SPIKE: Final = 150
TROUGH: Final = 172  # 88 ms after it


def paced(deep_uv: float, *, wide: bool) -> np.ndarray:
    """A spike of 2 mV, wide enough to be the beginning of a complex or over at once, and a trough."""
    t = np.arange(300, dtype=np.float64)
    fall = 12.0 if wide else 1.0
    uv = np.where(
        t < SPIKE, np.exp(-0.5 * ((t - SPIKE) / 1.0) ** 2), np.exp(-0.5 * ((t - SPIKE) / fall) ** 2)
    )
    return 2000.0 * uv - deep_uv * np.exp(-0.5 * ((t - TROUGH) / 8.0) ** 2)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_paced_beat_is_where_its_spike_is(sign: float) -> None:
    uv = sign * paced(2500.0, wide=True)
    for centre in (TROUGH - 4, TROUGH, TROUGH + 4):
        for polarity in (0, -int(sign)):  # of the beats before: unknown, or that of the trough
            assert abs(refine(uv, centre, polarity).at - SPIKE) <= 2.0


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_spike_that_is_over_before_the_beat_is_none_of_it(sign: float) -> None:
    # One for the atria, 88 ms before: the beat is where its own peak is.
    assert abs(refine(sign * paced(2500.0, wide=False), TROUGH, 0).at - TROUGH) <= 1.0


def test_a_slow_wave_before_the_beat_is_no_spike() -> None:
    t = np.arange(300, dtype=np.float64)
    uv = 2000.0 * np.exp(-0.5 * ((t - SPIKE) / 9.0) ** 2) - 2500.0 * np.exp(-0.5 * ((t - TROUGH) / 4.0) ** 2)
    assert abs(refine(uv, TROUGH, 0).at - TROUGH) <= 1.0
