"""How irregular the RR intervals are, told apart from repeating patterns of ectopic beats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_INTERVALS: Final = 12  # fewer say nothing about regularity
AF_MIDDLE: Final = 0.080  # relative interval change where half of the windows are AF (MIT-BIH)
AF_WIDTH: Final = 0.012  # and how fast that turns


def relative_change(rr_ms: Sequence[float]) -> float | None:
    """Median relative change between intervals one, two and three beats apart: the least of the three.

    AF is irregular at every distance; bigeminy repeats after two beats, trigeminy after three, and single ectopic
    beats do not move a median. None below 12 intervals.
    """
    if len(rr_ms) < MIN_INTERVALS:
        return None
    rr = np.asarray(rr_ms, np.float64)
    middle = float(np.median(rr))
    return min(float(np.median(np.abs(rr[k:] - rr[:-k]))) for k in (1, 2, 3)) / max(middle, 1.0)


def irregularity(rr_ms: Sequence[float]) -> float | None:
    """The same as a number from 0 (regular) to 1 (as irregular as AF), 0.5 at the decision."""
    change = relative_change(rr_ms)
    if change is None:
        return None
    return float(1.0 / (1.0 + np.exp(-np.clip((change - AF_MIDDLE) / AF_WIDTH, -30.0, 30.0))))
