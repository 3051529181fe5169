"""An ECG strip and a trend as text: braille dots for the signal, bars for rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray

DOTS_X: Final = 2  # dots in one braille cell
DOTS_Y: Final = 4
BLANK: Final = 0x2800
_BITS: Final = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], dtype=np.uint8)
BARS: Final = "▁▂▃▄▅▆▇█"
NOTHING: Final = "·"  # a bar without a value
BASELINE_S: Final = 0.6  # longer than a QRS complex and a T wave together, shorter than breathing
RANGES_UV: Final = (
    500.0,
    1000.0,
    2000.0,
    4000.0,
    8000.0,
)  # peak to peak; steps, so that the gain does not flicker


def level(uv: FloatArray, fs_hz: float) -> FloatArray:
    """The signal without its slow wander, for showing only; ``uv`` (n,) in microvolts, NaN where missing."""
    if not len(uv):
        return uv
    known = np.isfinite(uv)
    kernel = np.ones(min(max(1, round(BASELINE_S * fs_hz)), len(uv)))
    weight = np.convolve(known.astype(np.float64), kernel, mode="same")
    total = np.convolve(np.where(known, uv, 0.0), kernel, mode="same")
    return np.where(known, uv - total / np.maximum(weight, 1.0), np.nan)


def reach(uv: FloatArray) -> tuple[float, float]:
    """Lowest and highest microvolts to show: the smallest of ``RANGES_UV`` that holds the signal's body."""
    known = uv[np.isfinite(uv)]
    if not len(known):
        return -RANGES_UV[0] / 2, RANGES_UV[0] / 2
    low, high = (float(value) for value in np.quantile(known, (0.005, 0.995)))
    span = next((step for step in RANGES_UV if high - low <= 0.9 * step), RANGES_UV[-1])
    below = low - (span - (high - low)) / 2
    return below, below + span


def strip(uv: FloatArray, width: int, height: int, low_uv: float, high_uv: float) -> list[str]:
    """``height`` lines of ``width`` braille characters, newest sample at the right, blank where samples miss.

    Each dot column shows the whole range its samples cover, and joins the column before it, so that no narrow
    R peak falls between two columns.
    """
    columns, rows = width * DOTS_X, height * DOTS_Y
    dots = np.zeros((rows, columns), dtype=bool)
    scaled = (high_uv - uv) / max(high_uv - low_uv, 1e-9) * (rows - 1)
    edges = np.linspace(0, len(uv), columns + 1).round().astype(int)
    before: float | None = None
    for column in range(columns):
        piece = scaled[edges[column] : max(edges[column + 1], edges[column] + 1)]
        piece = piece[np.isfinite(piece)]
        if not len(piece):
            before = None
            continue
        top, bottom = float(piece.min()), float(piece.max())
        if before is not None:
            top, bottom = min(top, before), max(bottom, before)
        first, last = np.clip(np.round([top, bottom]), 0, rows - 1).astype(int)
        dots[first : last + 1, column] = True
        before = float(piece[-1])
    cells = dots.reshape(height, DOTS_Y, width, DOTS_X)
    codes = BLANK + np.einsum("hywx,yx->hw", cells.astype(np.int64), _BITS.astype(np.int64))
    return ["".join(map(chr, line)) for line in codes]


def bars(values: Sequence[float | None]) -> str:
    """One bar per value between the lowest and the highest of them; a dot where there is none."""
    known = [value for value in values if value is not None]
    if not known:
        return NOTHING * len(values)
    low, high = min(known), max(known)
    step = (len(BARS) - 1) / (high - low) if high > low else 0.0
    return "".join(NOTHING if value is None else BARS[round((value - low) * step)] for value in values)
