"""What of a window tells how good its signal is: its spectrum, its beats and what lies between them."""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Floats = NDArray[np.floating]
    Ints = NDArray[np.intp]

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
FLAT_UV: Final = 0.5  # a change below the least bit of any front end
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
LIKENESS: Final = ("like", "like_low", "like_25", "next", "next_low")
NAMES: Final = (
    *BANDS, *(f"{a}/{b}" for a, b in RATIOS), *KEPT, "peaked", "rate", *RHYTHM, *LIKENESS, "energy_high",
    "energy_low", *TRUST,
)  # fmt: skip


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
    spectrum = np.fft.rfft((x - x.sum() / np.float32(len(x))) * window)
    power = spectrum.real**2 + spectrum.imag**2
    return np.add.reduceat(power, edges).astype(np.float64)


def measure(x: Floats, peaks: Sequence[int], trust: Sequence[Trust] | None = None) -> Measured:
    """Everything about a window that its quality is told from.

    Args:
        x: (n,) samples at 250 Hz in uV, at least ``MIN_LENGTH``.
        peaks: R peaks as indices into ``x``, ascending.
        trust: how sure the detector was of each; None: entirely.
    """
    x = x.astype(np.float32)
    n, beats = len(x), len(peaks)
    power = bands(x)
    features = np.zeros(len(NAMES))
    change = x[STEP:] - x[:-STEP]
    blocks = np.abs(change[: len(change) // BLOCK * BLOCK])
    while len(blocks) > len(change) // BLOCK:  # halving is quicker than the maximum of many short rows
        blocks = np.maximum(blocks[::2], blocks[1::2])
    top, bottom = float(x.max()), float(x.min())
    levels = np.zeros(len(LEVELS))
    still = _fill_levels(levels, x, blocks)
    levels[AT["span"]] = top - bottom
    at = np.asarray(peaks, np.intp)
    rest = features[SINGLE:]
    squares = change * change
    rest[0] = len(change) * float(squares @ squares) / max(1e-6, float(change @ change) ** 2)
    rest[1] = beats * FS_HZ / n
    if beats:
        _fill_beats(levels, blocks, at)
        rest[-len(TRUST) :] = _doubts(trust) if trust is not None else np.log10(LEAST)
    if beats >= MIN_BEATS:
        rest[2:11] = _rhythm(at, n)
        _likeness(levels, rest[11:18], x, at)
    logs = np.log10(np.concatenate((power, (power[QRS].sum(),), levels)) + ONE)
    bands_to, beside = logs[: len(BANDS)], logs[len(BANDS) + 1 :]
    features[: len(BANDS)] = bands_to - logs[len(BANDS)]
    features[len(BANDS) : SINGLE - len(KEPT)] = beside[OVER] - beside[UNDER]
    if not beats:
        features[BEATLESS] = 0.0
    features[SINGLE - len(KEPT) : SINGLE] = beside[KEPT_AT]
    return Measured(features, power, levels, still, top, bottom)


def _fill_levels(levels: FloatArray, x: NDArray[np.float32], blocks: NDArray[np.float32]) -> float:
    """Levels that need no beats; the share of blocks without any change."""
    n = len(blocks)
    s = np.sort(blocks)
    means = x[: len(x) // FS_HZ * FS_HZ].reshape(-1, FS_HZ).sum(axis=1) / FS_HZ
    seconds = np.sort(blocks[: n // SECOND * SECOND].reshape(-1, SECOND), axis=1)
    calm, top = np.sort(seconds[:, SECOND // 2]), np.sort(seconds[:, -1])
    mid = len(calm) // 2
    levels[:13] = (
        s[n // 10], s[n // 2], s[n * 9 // 10], s[-1], 0.0, means.max() - means.min(),
        np.abs(means[1:] - means[:-1]).max(initial=0.0), calm[0], calm[mid], calm[-1], top[0],
        top[mid], top[-1],
    )  # fmt: skip
    return float(np.searchsorted(s, FLAT_UV)) / n


def _fill_beats(levels: FloatArray, blocks: NDArray[np.float32], at: Ints) -> None:
    n = len(blocks)
    around = np.clip((at // BLOCK)[:, None] + NEAR, 0, n - 1)
    heights = np.sort(blocks[around].max(axis=1))
    free = np.ones(n, np.bool_)
    free[around] = False
    between = np.sort(blocks[free]) if free.any() else np.zeros(1, np.float32)
    m = len(between)
    levels[13:21] = (
        heights[len(at) // 2], heights[0], heights[-1],
        between[-1], between[-min(m, 4)], between[m * 9 // 10], between[m // 2], between[m // 4],
    )  # fmt: skip


def _rhythm(at: Ints, n: int) -> tuple[float, ...]:
    rr = (at[1:] - at[:-1]).astype(np.float64)
    s = np.sort(rr)
    usual, low, high = float(s[len(s) // 2]), float(s[0]), float(s[-1])
    change = np.sort(np.abs(rr[1:] - rr[:-1])) / usual
    k = len(change)
    scatter = float(np.sqrt(max(0.0, float(rr @ rr) / len(rr) - (float(rr.sum()) / len(rr)) ** 2))) / usual
    edge = max(int(at[0]), n - int(at[-1])) / usual
    return (
        usual / FS_HZ, low / usual, min(MANY, high / usual), low / FS_HZ, min(MANY, high / FS_HZ),
        min(2.0, scatter), min(2.0, float(change[k // 2])), min(2.0, float(change[k // 4])), min(MANY, edge),
    )  # fmt: skip


def _doubts(trust: Sequence[Trust]) -> tuple[float, ...]:
    """Logarithms of the mean and the largest chance that a beat is none, and that one was passed over."""
    told: list[float] = []
    for chances in ([1.0 - one.certainty for one in trust], [one.doubt for one in trust]):
        told += (log10(sum(chances) / len(chances) + LEAST), log10(max(chances) + LEAST))
    return tuple(told)


def _likeness(levels: FloatArray, out: FloatArray, x: NDArray[np.float32], at: Ints) -> None:
    """Mean, least and lower quartile of the beats' likeness to the better half of the others; next of kin."""
    at = at[(at >= BEFORE) & (at + AFTER <= len(x))]
    n = len(at)
    if n < MIN_BEATS:
        return
    rows = x[at[:, None] + ROW]
    rows -= rows.sum(axis=1, keepdims=True) / np.float32(len(ROW))
    likeness = rows @ rows.T
    own = np.arange(n)
    energy = likeness[own, own]
    size = np.sqrt(np.maximum(energy, 1e-6))
    total = float(likeness.sum()) / (n * n)
    likeness /= size
    likeness /= size[:, None]
    likeness[own, own] = -1.0
    best = np.sort(likeness, axis=1)
    half = max(1, (n - 1) // 2)
    alike = np.sort(best[:, -half:].sum(axis=1)) / half
    energies = np.sort(energy)
    kin = best[:, -1]
    logs = np.log10(energies[[0, n // 2, -1]] + 1.0)
    out[:] = (
        alike.sum() / n, alike[0], alike[n // 4], kin.sum() / n, kin.min(), logs[2] - logs[1],
        logs[0] - logs[1],
    )  # fmt: skip
    levels[AT["shape"]] = (max(0.0, total) / len(ROW)) ** 0.5
    levels[AT["unlike"]] = (max(0.0, float(energy.sum()) / n - total) / len(ROW)) ** 0.5
