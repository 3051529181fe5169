"""Other ways to find the parts of a strip that decide, to compare :mod:`dsp.explanation` with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.explanation import PART, PARTS, Part, at_random, masked
from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsp.explanation import Judge
    from dsp.types import FloatArray, Rhythm

    Change = Callable[[FloatArray, Sequence[int], Sequence[int]], FloatArray]

AFTER_S: Final = 0.3  # behind an R peak: the T wave stays where it is
BEFORE_S: Final = 0.15  # before one, likewise the P wave and QRS onset
LEAST: Final = 20  # samples: what is narrower is not stretched
CHANCES: Final = 10


def one_by_one(judge: Judge, x: FloatArray, tried: Sequence[Part], rhythm: Rhythm) -> list[Part]:
    """The parts whose own masks cost most, those that overlap a better one left out."""
    said = judge.many([masked(x, [part]) for part in tried])[:, judge.labels.index(rhythm)]
    chosen: list[Part] = []
    for k in np.argsort(said, kind="stable"):
        part = tried[k]
        if all(part.end <= one.start or one.end <= part.start for one in chosen):
            chosen.append(part)
        if len(chosen) == PARTS:
            break
    return chosen


def moved(judge: Judge, x: FloatArray, beats: list[int], rhythm: Rhythm) -> list[Part]:
    """The beats whose moves to the middle between their neighbours cost most together."""
    return _together(judge, x, beats, rhythm, evened)


def cut_out(judge: Judge, x: FloatArray, beats: list[int], rhythm: Rhythm) -> list[Part]:
    """The beats that cost most together when they are cut out with the interval before them."""
    return _together(judge, x, beats, rhythm, without)


def evened(x: FloatArray, beats: Sequence[int], which: Sequence[int]) -> FloatArray:
    """Beats in the middle between their neighbours: the signal on either side is stretched or pressed."""
    y, at = x.copy(), list(beats)
    for i in sorted(which):
        if not 0 < i < len(at) - 1:
            continue
        before, beat, after = at[i - 1 : i + 2]
        middle = (before + after) // 2
        first, last = before + round(AFTER_S * FS_HZ), after - round(BEFORE_S * FS_HZ)
        if first >= min(beat, middle) - LEAST or last <= max(beat, middle) + LEAST:
            continue
        t = np.arange(first, last)
        source = np.interp(t, (first, middle, last), (first, beat, last))
        y[first:last] = np.interp(source, np.arange(len(x)), y)
        at[i] = middle
    return y


def without(x: FloatArray, beats: Sequence[int], which: Sequence[int]) -> FloatArray:
    """The signal without some beats and the intervals before them: shorter by so much."""
    keep = np.ones(len(x), np.bool_)
    for i in which:
        if i > 0:
            reach = round(AFTER_S * FS_HZ)
            keep[beats[i - 1] + reach : beats[i] + reach] = False
    return x[keep]


def excess(
    judge: Judge, x: FloatArray, parts: Sequence[Part], column: int, rng: np.random.Generator
) -> tuple[float, float]:
    """Probability lost with the parts masked, and the mean with as many of the same length at random."""
    rows = [x, masked(x, parts)]
    rows += [masked(x, at_random(len(x), [part.n for part in parts], rng)) for _ in range(CHANCES)]
    said = judge.many(rows)[:, column]
    return float(said[0] - said[1]), float(said[0] - said[2:].mean())


def _together(judge: Judge, x: FloatArray, beats: list[int], rhythm: Rhythm, change: Change) -> list[Part]:
    column = judge.labels.index(rhythm)
    chosen: list[int] = []
    for _ in range(min(PARTS, len(beats))):
        left = [k for k in range(len(beats)) if k not in chosen]
        rows = [change(x, beats, [*chosen, k]) for k in left]
        long_enough = [k for k, row in enumerate(rows) if len(row) >= judge.shortest]
        if not long_enough:
            break
        said = judge.many([rows[k] for k in long_enough])[:, column]
        chosen.append(left[long_enough[int(said.argmin())]])
    return [Part(min(max(beats[k] - PART // 2, 0), len(x) - PART), PART, 0.0) for k in chosen]
