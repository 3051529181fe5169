"""Medians and means of a few numbers, without the half of their time that numpy's spend on special cases."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def middle(x: NDArray[Any]) -> float:
    """The upper median of a one-dimensional array without NaN: one of its values."""
    k = len(x) // 2
    ordered = x.copy()
    ordered.partition(k)
    return float(ordered.item(k))


def median(values: Sequence[float]) -> float:
    """The median of at least one number."""
    ordered = sorted(values)
    k = len(ordered) // 2
    return ordered[k] if len(ordered) % 2 else (ordered[k - 1] + ordered[k]) / 2.0


def mean(values: Sequence[float]) -> float:
    """The mean of at least one number."""
    return fsum(values) / len(values)
