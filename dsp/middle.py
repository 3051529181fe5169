"""Medians of short arrays, without the half of their time that numpy's spends on special cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def middle(x: NDArray[Any]) -> float:
    """The upper median of a one-dimensional array without NaN: one of its values."""
    k = len(x) // 2
    return float(np.partition(x, k)[k])
