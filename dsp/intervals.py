"""RR intervals that a wearable found by itself: which of them can be believed, and how even they are.

There is no waveform to look at. What a strap misses or counts twice is told by the intervals around it: in
an otherwise even rhythm a single interval (or two in a row) that is far off and comes back. Rates and their
variability are told without these; whether a rhythm is AF is told with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.types import FloatArray

SHORTEST_MS: Final = 250.0  # 240 bpm: what is shorter was counted twice
LONGEST_MS: Final = 3000.0  # what is longer is more often a beat the strap has missed than a heart that waits
NEIGHBOURS: Final = 4  # looked at on either side
FEWEST: Final = 4  # neighbours that the usual interval can be told from
ALIKE: Final = 0.12  # of the usual interval: more than respiration moves most of them by
MOST: Final = 0.7  # share of neighbours that are alike in an even rhythm: an odd pair has one among eight
FAR: Final = 0.2  # of the usual interval: no interval of an even rhythm is farther off
UNEVEN: Final = 0.15  # of the usual interval: a change from one beat to the next that is not respiration


def plausible(rr_ms: FloatArray) -> NDArray[np.bool_]:
    """Which intervals a heart can have."""
    return (rr_ms >= SHORTEST_MS) & (rr_ms <= LONGEST_MS)


def jumps(rr_ms: FloatArray) -> NDArray[np.bool_]:
    """Which of successive intervals leave an even rhythm and come back: beats missed, doubled, or early."""
    if len(rr_ms) <= FEWEST:
        return np.zeros(len(rr_ms), np.bool_)
    padded = np.pad(rr_ms, NEIGHBOURS, constant_values=np.nan)
    others = np.delete(sliding_window_view(padded, 2 * NEIGHBOURS + 1), NEIGHBOURS, axis=1)
    known = np.sum(np.isfinite(others), axis=1)  # NaN are sorted last, and nothing is alike to one
    rows, ordered = np.arange(len(rr_ms)), np.sort(others, axis=1)
    usual = (ordered[rows, (known - 1) // 2] + ordered[rows, known // 2]) / 2.0
    alike = np.sum(np.abs(others - usual[:, None]) <= ALIKE * usual[:, None], axis=1)
    far: NDArray[np.bool_] = (np.abs(rr_ms - usual) > FAR * usual) & (alike >= MOST * known)
    far[known < FEWEST] = False
    return far


def uneven_share(rr_ms: FloatArray) -> float:
    """Share of successive intervals that differ by more than respiration makes them; 0 of fewer than two."""
    if len(rr_ms) < 2:  # noqa: PLR2004 - a change takes two
        return 0.0
    return float(np.mean(np.abs(np.diff(rr_ms)) > UNEVEN * np.median(rr_ms)))
