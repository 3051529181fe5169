"""What of a window tells how good its signal is: its spectrum, its beats and what lies between them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import log10, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Floats = NDArray[np.floating]
    Ints = NDArray[np.intp]
    Numbers = tuple[float, ...]

EDGES_HZ: Final = (0.0, 0.7, 2.0, 5.0, 10.0, 15.0, 25.0, 35.0, 47.0, 49.0, 51.0, 59.0, 61.0)
QRS: Final = slice(2, 8)  # of the bands: 2 to 47 Hz, what the others are compared with
STEP: Final = 4  # 16 ms: differences over it leave out the baseline
BLOCK: Final = 8  # 32 ms: a third of a QRS complex
SECOND: Final = 31  # blocks
BEFORE: Final = 25  # 100 ms before an R peak: what beats are compared by
AFTER: Final = 50  # 200 ms
ROW: Final = np.arange(-BEFORE, AFTER)
NEAR: Final = np.arange(-3, 5)  # blocks around an R peak that are its QRS complex
MIN_BEATS: Final = 3  # to speak of likeness and rhythm
MIN_LENGTH: Final = 300  # 1.2 s: shorter pieces are not measured
STILL: Final = np.float32(0.5)  # uV: a change below the least bit of any front end
TINY: Final = np.float32(1e-6)  # no division by nothing
MANY: Final = 5.0  # intervals, over the usual one, and seconds: more is as bad
LEVELS: Final = (
    "still", "calm", "loud", "peak", "span", "drift", "jump", "calm_low", "calm_mid", "calm_high",
    "top_low", "top_mid", "top_high", "qrs", "qrs_low", "qrs_high", "rest_max", "rest_99", "rest_90",
    "rest_50", "rest_25", "shape", "unlike",
)  # fmt: skip
AT: Final = {name: k for k, name in enumerate(LEVELS)}
RATIOS: Final = (
    ("loud", "calm"), ("peak", "loud"), ("calm_high", "calm_low"), ("calm_high", "calm_mid"),
    ("top_high", "top_mid"), ("top_low", "top_mid"), ("rest_max", "qrs"), ("rest_99", "qrs"),
    ("rest_90", "qrs"), ("rest_50", "qrs"), ("rest_25", "qrs"), ("rest_max", "qrs_low"), ("qrs_low", "qrs"),
    ("qrs_high", "qrs"), ("drift", "qrs"), ("jump", "qrs"), ("span", "qrs"), ("unlike", "shape"),
)  # fmt: skip
OVER: Final = np.array([AT[a] for a, _ in RATIOS])
UNDER: Final = np.array([AT[b] for _, b in RATIOS])
KEPT: Final = ("still", "calm", "span", "drift", "qrs")  # levels that say something by themselves
KEPT_AT: Final = np.array([AT[name] for name in KEPT])
BANDS: Final = tuple(f"band_{a:g}" for a in EDGES_HZ)
RHYTHM: Final = (
    "rr",
    "rr_low",
    "rr_high",
    "rr_low_s",
    "rr_high_s",
    "rr_scatter",
    "rr_change",
    "rr_even",
    "edge",
)
TRUST: Final = ("unsure", "unsure_most", "missed", "missed_most")
LEAST: Final = 1e-3  # doubt beside which less is none
CERTAIN: Final = (log10(LEAST),) * len(TRUST)
NO_DOUBTS: Final = (0.0,) * len(TRUST)
LIKENESS: Final = ("like", "like_low", "like_25", "next", "next_low")
NAMES: Final = (
    *BANDS, *(f"{a}/{b}" for a, b in RATIOS), *KEPT, "peaked", "rate", *RHYTHM, *LIKENESS, "energy_high",
    "energy_low", *TRUST,
)  # fmt: skip


# Of windows with too few beats.
NO_BEATS: Final[tuple[float, ...]] = (0.0,) * 8
NO_RHYTHM: Final[tuple[float, ...]] = (0.0,) * len(RHYTHM)
NO_LIKENESS: Final[tuple[float, ...]] = (0.0,) * (len(LIKENESS) + 2)
NO_SHAPES: Final[tuple[float, ...]] = (0.0, 0.0)
SINGLE: Final = len(BANDS) + len(RATIOS) + len(KEPT)
BEATLESS: Final = slice(len(BANDS) + 6, len(BANDS) + len(RATIOS))  # ratios to the size of beats
ONE: Final = np.concatenate((np.full(len(BANDS) + 1, 1e-3), np.ones(len(LEVELS))))  # no logarithm of nothing


class Trust(NamedTuple):
    """How sure the detector was of a beat, and how nearly something between it and the last was one."""

    certainty: float
    doubt: float


class Measured(NamedTuple):
    """``features``: (len(NAMES),); the rest in uV but for the shares.

    ``high``, ``mains``: amplitude of 30 to 47 Hz and of mains, over that of the QRS band; ``flat``: share of
    blocks without any change; ``drift``: how far the seconds' means lie apart; ``top``, ``bottom``: extremes.
    """

    features: FloatArray
    power: FloatArray
    levels: FloatArray
    flat: float
    top: float
    bottom: float


@lru_cache(maxsize=4)
def _frame(n: int) -> tuple[NDArray[np.float32], Ints]:
    """Hann window, and the spectral lines where the bands begin, for ``n`` samples."""
    lines = n // 2 + 1
    edges = np.minimum((np.array(EDGES_HZ) * n / FS_HZ + 0.5).astype(np.intp), lines - 1)
    return np.hanning(n).astype(np.float32), edges


def bands(x: NDArray[np.float32]) -> FloatArray:
    """(13,) power by band, from a Hann-windowed spectrum: between ``EDGES_HZ``, and above the last."""
    window, edges = _frame(len(x))
    lines = np.fft.rfft((x - np.add.reduce(x) / np.float32(len(x))) * window).view(np.float32)
    lines *= lines
    return np.add.reduceat(lines[::2] + lines[1::2], edges).astype(np.float64)


def measure(x: Floats, peaks: Sequence[int], trust: Sequence[Trust] | None = None) -> Measured:
    """Everything about a window that its quality is told from.

    Few numbers are handled as plain ones: an array of them takes ten times as long.

    Args:
        x: (n,) samples at 250 Hz in uV, at least ``MIN_LENGTH``.
        peaks: R peaks as indices into ``x``, ascending.
        trust: how sure the detector was of each; None: entirely.
    """
    x = x.astype(np.float32)
    n, at = len(x), [int(peak) for peak in peaks]
    power = bands(x)
    change = x[STEP:] - x[:-STEP]
    blocks = np.abs(change[: len(change) // BLOCK * BLOCK])
    while len(blocks) > len(change) // BLOCK:  # halving is quicker than the maximum of many short rows
        blocks = np.maximum(blocks[::2], blocks[1::2])
    top, bottom = float(np.maximum.reduce(x)), float(np.minimum.reduce(x))
    free, still = _free_levels(x, blocks, top - bottom)
    squares = change * change
    peaked = len(change) * float(squares.dot(squares)) / max(1e-6, float(change.dot(change)) ** 2)
    of_beats, doubts = NO_BEATS, NO_DOUBTS
    if at:
        of_beats = _beat_levels(blocks, at)
        doubts = _doubts(trust) if trust is not None else CERTAIN
    rhythm, likeness, shapes = NO_RHYTHM, NO_LIKENESS, NO_SHAPES
    if len(at) >= MIN_BEATS:
        rhythm = _rhythm(at, n)
        likeness, shapes = _likeness(x, at)
    whole = np.empty(len(BANDS) + 1 + len(LEVELS))
    whole[: len(BANDS)] = power
    whole[len(BANDS)] = np.add.reduce(power[QRS])
    levels = whole[len(BANDS) + 1 :]
    levels[:] = (*free, *of_beats, *shapes)
    logs = np.log10(whole + ONE)
    beside = logs[len(BANDS) + 1 :]
    features = np.empty(len(NAMES))
    np.subtract(logs[: len(BANDS)], logs[len(BANDS)], out=features[: len(BANDS)])
    np.subtract(beside.take(OVER), beside.take(UNDER), out=features[len(BANDS) : SINGLE - len(KEPT)])
    if not at:
        features[BEATLESS] = 0.0
    features[SINGLE - len(KEPT) : SINGLE] = beside.take(KEPT_AT)
    features[SINGLE:] = (peaked, len(at) * FS_HZ / n, *rhythm, *likeness, *doubts)
    return Measured(features, power, levels, still, top, bottom)


def _free_levels(x: NDArray[np.float32], blocks: NDArray[np.float32], span: float) -> tuple[Numbers, float]:
    """Levels that need no beats; the share of blocks without any change."""
    n = len(blocks)
    s = blocks.copy()
    s.sort()
    means = (np.add.reduce(x[: len(x) // FS_HZ * FS_HZ].reshape(-1, FS_HZ), axis=1) / FS_HZ).tolist()
    seconds = blocks[: n // SECOND * SECOND].reshape(-1, SECOND).copy()
    seconds.sort(axis=1)
    calm, top = sorted(seconds[:, SECOND // 2].tolist()), sorted(seconds[:, -1].tolist())
    mid = len(calm) // 2
    # Differences are rounded as those of the samples are.
    drift = np.float32(max(means) - min(means)).item()
    jump = np.float32(max([abs(b - a) for a, b in pairwise(means)], default=0.0)).item()
    levels = (
        s.item(n // 10), s.item(n // 2), s.item(n * 9 // 10), s.item(-1), span, drift, jump, calm[0],
        calm[mid], calm[-1], top[0], top[mid], top[-1],
    )  # fmt: skip
    return levels, float(s.searchsorted(STILL)) / n


def _beat_levels(blocks: NDArray[np.float32], at: list[int]) -> Numbers:
    """Heights of the beats, and levels between them."""
    n = len(blocks)
    around = np.array([peak // BLOCK for peak in at])[:, None] + NEAR
    np.maximum(around, 0, out=around)
    np.minimum(around, n - 1, out=around)
    heights = sorted(np.maximum.reduce(blocks.take(around), axis=1).tolist())
    free = np.ones(n, np.bool_)
    free[around] = False
    between = blocks[free]
    if not len(between):
        between = np.zeros(1, np.float32)
    between.sort()
    m = len(between)
    return (
        heights[len(at) // 2], heights[0], heights[-1], between.item(-1), between.item(-min(m, 4)),
        between.item(m * 9 // 10), between.item(m // 2), between.item(m // 4),
    )  # fmt: skip


def _rhythm(at: list[int], n: int) -> Numbers:
    rr = [b - a for a, b in pairwise(at)]
    s = sorted(rr)
    usual, low, high = s[len(s) // 2], s[0], s[-1]
    change = sorted([abs(b - a) for a, b in pairwise(rr)])
    k = len(change)
    squares = sum([one * one for one in rr])
    scatter = sqrt(max(0.0, squares / len(rr) - (sum(rr) / len(rr)) ** 2)) / usual
    edge = max(at[0], n - at[-1]) / usual
    return (
        usual / FS_HZ, low / usual, min(MANY, high / usual), low / FS_HZ, min(MANY, high / FS_HZ),
        min(2.0, scatter), min(2.0, change[k // 2] / usual), min(2.0, change[k // 4] / usual),
        min(MANY, edge),
    )  # fmt: skip


def _doubts(trust: Sequence[Trust]) -> Numbers:
    """Logarithms of the mean and the largest chance that a beat is none, and that one was passed over."""
    told: list[float] = []
    for chances in ([1.0 - one.certainty for one in trust], [one.doubt for one in trust]):
        told += (log10(sum(chances) / len(chances) + LEAST), log10(max(chances) + LEAST))
    return tuple(told)


def _likeness(x: NDArray[np.float32], at: list[int]) -> tuple[Numbers, Numbers]:
    """How like beats are to the better half of the others, and to the next of kin; sizes of their shapes.

    Mean, least and lower quartile of the former; mean and least of the latter.
    """
    at = [peak for peak in at if BEFORE <= peak <= len(x) - AFTER]
    n = len(at)
    if n < MIN_BEATS:
        return NO_LIKENESS, NO_SHAPES
    rows = x.take(np.array(at)[:, None] + ROW)
    rows -= np.add.reduce(rows, axis=1, keepdims=True) / np.float32(len(ROW))
    likeness = rows @ rows.T
    energy = likeness.diagonal().copy()
    size = np.sqrt(np.maximum(energy, TINY))
    total = float(np.add.reduce(likeness, axis=None)) / (n * n)
    likeness /= size
    likeness /= size[:, None]
    likeness.reshape(-1)[:: n + 1] = -1.0  # to itself
    likeness.sort(axis=1)
    half = max(1, (n - 1) // 2)
    alike = np.add.reduce(likeness[:, -half:], axis=1)
    alike.sort()
    alike /= half
    ordered = energy.copy()
    ordered.sort()
    least, usual, most = np.log10(ordered[[0, n // 2, -1]] + 1.0)
    kin = likeness[:, -1]
    found = (
        np.add.reduce(alike) / n, alike[0], alike[n // 4], np.add.reduce(kin) / n, np.minimum.reduce(kin),
        most - usual, least - usual,
    )  # fmt: skip
    shape = (max(0.0, total) / len(ROW)) ** 0.5
    unlike = (max(0.0, float(np.add.reduce(energy)) / n - total) / len(ROW)) ** 0.5
    return tuple(map(float, found)), (shape, unlike)
