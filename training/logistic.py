"""Logistic regression with a penalty: small, exact, nothing random in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import HearthError

if TYPE_CHECKING:
    from dsp.types import FloatArray

STEPS: Final = 100  # Newton's method needs about eight here
SMALL: Final = 1e-9  # a step below it has arrived


class NoFit(HearthError):
    """There are no examples of one of the two classes, or the search does not end."""


def balance(y: FloatArray) -> FloatArray:
    """Weights that give both classes half of the total, which stays their number.

    Raises:
        NoFit: one class has no example.
    """
    ones = float(y.sum())
    if not 0.0 < ones < len(y):
        raise NoFit(f"{ones:g} of {len(y)} examples are of the one class: both are needed")
    return np.where(y > 0.0, len(y) / (2.0 * ones), len(y) / (2.0 * (len(y) - ones)))


def fit(x: FloatArray, y: FloatArray, weight: FloatArray, penalty: float) -> FloatArray:
    """Intercept and weights, (1 + k,), of least weighted log loss plus half ``penalty`` times their squares.

    Args:
        x: (n, k) features, taken as they are.
        y: (n,) 0 or 1.
        weight: (n,) of each example.
        penalty: of the weights; the intercept goes free.

    Raises:
        NoFit: the search does not end.
    """
    z = np.column_stack((np.ones(len(x)), x))
    ridge = penalty * np.diag([0.0] + [1.0] * x.shape[1])
    b = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-np.clip(z @ b, -30.0, 30.0)))
        slope = z.T @ (weight * (p - y)) + ridge @ b
        bend = (z * (weight * p * (1.0 - p))[:, None]).T @ z + ridge
        step = np.linalg.solve(bend, slope)
        b = b - step
        if np.abs(step).max() < SMALL:
            return b
    raise NoFit(f"no end after {STEPS} steps")
