"""Figures of groups of different sizes, without a loop over the groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Indices = NDArray[np.int64]


def counts(group: Indices, n: int) -> Indices:
    """How many members each of ``n`` groups has; ``group``: the group of each member."""
    return np.bincount(group, minlength=n).astype(np.int64)


def means(values: FloatArray, group: Indices, n: int, least: int = 1) -> FloatArray:
    """Mean of each group; NaN below ``least`` members."""
    size = counts(group, n)
    sums = np.bincount(group, values, minlength=n)
    return np.where(size >= least, sums / np.maximum(size, 1), np.nan)


def medians(values: FloatArray, group: Indices, n: int, least: int = 1) -> FloatArray:
    """Median of each group's finite values; NaN below ``least`` of them."""
    finite = np.isfinite(values)
    values, group = values[finite], group[finite]
    if not len(values):
        return np.full(n, np.nan)
    ordered = values[np.lexsort((values, group))]
    size = counts(group, n)
    start = np.concatenate(([0], np.cumsum(size)[:-1]))
    end = len(ordered) - 1
    low = np.minimum(start + np.maximum(size - 1, 0) // 2, end)
    high = np.minimum(start + size // 2, end)
    return np.where(size >= least, (ordered[low] + ordered[high]) / 2, np.nan)
