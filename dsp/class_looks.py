"""What is looked at of a beat: all of it in one multiplication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from dsp.types import FloatArray

BEFORE: Final = 68  # samples at 250 Hz before an R peak that are looked at (272 ms)
AFTER: Final = 46  # and behind it (184 ms): they are known when the beat is
P_START: Final = 60  # samples before the R peak where a P wave may begin,
P_BINS: Final = 23  # of two samples each
BINS: Final = 16  # of four samples each, the R peak in the middle: what a complex looks like
T_FROM: Final = 25  # samples behind the R peak: the end of the complex, and the beginning of the T wave


def _looks() -> FloatArray:
    """(n, 41) matrix: P bins without their line, bins of the complex, mean level and slope after it."""
    at = np.zeros((BEFORE + AFTER + 1, P_BINS + BINS + 2))
    for k in range(P_BINS):
        first = BEFORE - P_START + 2 * k
        at[first : first + 2, k] = 0.5
    line = np.column_stack((np.ones(P_BINS), np.linspace(-1.0, 1.0, P_BINS)))
    at[:, :P_BINS] -= at[:, :P_BINS] @ (line @ np.linalg.pinv(line))
    first = BEFORE + T_FROM
    n = BEFORE + AFTER - first
    at[first : first + n, -2] = 1.0 / n
    at[first : first + n // 2, -1] = -2.0 / n
    at[first + n // 2 : first + n, -1] = 2.0 / n
    for k in range(BINS):
        first = BEFORE + 4 * k - 2 * BINS
        at[first : first + 4, P_BINS + k] = 0.25
    return at


LOOKS: Final = _looks()
