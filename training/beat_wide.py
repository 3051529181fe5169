"""Wide beats for the beat network to learn from: runs of them from 95 to 250 a minute, and slow ones.

Recordings hold few fast runs, and the wave that follows a wide beat is easily taken for a beat, or a beat
for that wave: which it is only the rhythm tells.
"""

# ruff: noqa: PLR2004 - the odds and ranges that examples are drawn with, each used once

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from dsp.types import FloatArray

BEFORE: Final = 75  # samples of a template before its middle
AFTER: Final = 125
TAPER: Final = 12
FADE: Final = 20  # samples in which a heart's own beats give way to a run
SLOW: Final = 251  # what moves slower than a second goes on beneath a run
EACH: Final = 60  # templates that a lead gives at most
TALLEST: Final = 8.0  # of a lead's usual wide beat: what is taller is an artefact


@dataclass(frozen=True, slots=True)
class Run:
    """Wide beats: ``at``: samples of their middles; ``uv``: (n,), their size 1."""

    at: FloatArray
    uv: FloatArray


def cut(lead: FloatArray, beats: FloatArray) -> list[FloatArray]:
    """Templates of recorded wide beats, offset and slope taken out, their size 1."""
    found = []
    for beat in beats[:: 1 + len(beats) // EACH]:
        k = round(float(beat))
        if k < BEFORE or k + AFTER > len(lead):
            continue
        one = lead[k - BEFORE : k + AFTER]
        one = one - np.linspace(one[:8].mean(), one[-8:].mean(), len(one))
        found.append(one)
    if not found:
        return []
    usual = float(np.median([np.ptp(one) for one in found]))
    return [one / np.ptp(one) for one in found if 0.0 < np.ptp(one) < TALLEST * usual]


def made(rng: np.random.Generator, rr: float, *, tall_t: bool = False) -> FloatArray:
    """A template drawn from bells. ``rr``: seconds to the next; ``tall_t``: what follows may be as tall."""
    t = (np.arange(BEFORE + AFTER) - BEFORE) / FS_HZ
    wide = min(np.exp(rng.uniform(np.log(0.017), np.log(0.055))), 0.19 * rr)
    y = np.exp(-0.5 * (t / wide) ** 2)
    if rng.random() < 0.7:  # a second lobe: a notch, or the other polarity
        side, share, breadth = wide * rng.uniform(1.3, 2.8), rng.uniform(-1.3, 0.8), rng.uniform(0.5, 1.2)
        if rng.random() < 0.3:  # before the first large one, which people mark, only small ones
            side, share = -side, 0.25 * share
        elif rng.random() < 0.4:  # as a pacemaker's beats have it: broad and deep, after a narrow one
            side, breadth = min(rng.uniform(0.06, 0.11), 0.3 * rr), rng.uniform(1.0, 2.2)
        y += share * np.exp(-0.5 * ((t - side) / (wide * breadth)) ** 2)
    late = min(rng.uniform(0.24, 0.38), rng.uniform(0.45, 0.65) * rr)
    broad = min(rng.uniform(0.035, 0.08), 0.17 * rr)
    height = rng.uniform(0.05, 1.1 if tall_t else 0.75) * (1.0 if rng.random() < 0.2 else -1.0)
    rise = np.where(t < late, rng.uniform(1.0, 1.6), 1.0)
    y += height * np.exp(-0.5 * ((t - late) / (broad * rise)) ** 2)
    return y / np.ptp(y)


def laid(rng: np.random.Generator, at: FloatArray, shapes: list[FloatArray], rr: float, n: int) -> FloatArray:
    """Templates at samples ``at`` of ``n``; the closer they are, the less of each."""
    before, after = min(BEFORE, int(0.45 * rr * FS_HZ) + TAPER), min(AFTER, int(0.85 * rr * FS_HZ) + TAPER)
    window = np.ones(before + after)
    edge = 0.5 - 0.5 * np.cos(np.pi * (np.arange(TAPER) + 0.5) / TAPER)
    window[:TAPER], window[-TAPER:] = edge, edge[::-1]
    uv = np.zeros(n)
    grid = np.arange(BEFORE + AFTER)
    swell, pace, phase = rng.choice([0.02, 0.1, 0.4]), rng.uniform(4.0, 20.0), rng.uniform(0.0, 6.3)
    for k, one in enumerate(at):
        shape = shapes[0] if len(shapes) == 1 or rng.random() < 0.8 else shapes[1]
        k0 = int(np.floor(one))
        moved = np.interp(grid[BEFORE - before : BEFORE + after] - (one - k0), grid, shape) * window
        moved = moved * (1.0 + swell * np.sin(k / pace * 6.3 + phase) + 0.03 * rng.standard_normal())
        a, b = max(0, k0 - before), min(n, k0 + after)
        if a < b:
            uv[a:b] += moved[a - k0 + before : b - k0 + before]
    return uv


def spaced(rng: np.random.Generator, rr: float, first: float, count: int, n: int) -> FloatArray:
    """Samples of at most ``count`` beats from ``first`` on, before ``n``."""
    uneven = rng.choice([0.01, 0.03, 0.06, 0.15])
    gaps = np.maximum(0.24, rr * (1.0 + uneven * rng.standard_normal(count)))
    at = first + FS_HZ * np.concatenate(([0.0], np.cumsum(gaps)[:-1]))
    return at[(at >= 0.0) & (at < n)]


class WideBeats:
    """Draws wide beats; ``cuts``: templates by lead of a record."""

    def __init__(self, cuts: list[list[FloatArray]]) -> None:
        self.cuts = [some for some in cuts if len(some) > 2]

    def shapes(self, rng: np.random.Generator, rr: float) -> list[FloatArray]:
        """Two that a run is made of: drawn, or of one record."""
        if rng.random() < 0.5 or not self.cuts:
            return [made(rng, rr), made(rng, rr)]
        some = self.cuts[rng.integers(len(self.cuts))]
        speed = rng.uniform(0.85, 1.3)
        grid = np.arange(BEFORE + AFTER)
        picked = (some[rng.integers(len(some))] for _ in range(2))
        return [np.interp((grid - BEFORE) * speed + BEFORE, grid, one, 0.0, 0.0) for one in picked]

    def rhythm(self, rng: np.random.Generator, n: int) -> Run:
        """Wide beats alone, slow or fast, with whatever follows each."""
        rr = np.exp(rng.uniform(np.log(0.26), np.log(1.6)))
        shapes = [made(rng, rr, tall_t=rr > 0.5)] if rng.random() < 0.6 else self.shapes(rng, rr)[:1]
        at = spaced(rng, rr, rng.uniform(0.0, rr) * FS_HZ, 1 + int(n / FS_HZ / 0.24), n)
        return Run(at, laid(rng, at, shapes, rr, n))

    def run_into(
        self,
        rng: np.random.Generator,
        uv: FloatArray,
        beats: FloatArray,
        size: float,
        count: int | None = None,
    ) -> tuple[FloatArray, FloatArray]:
        """Samples and beats with a run of (``count``) wide beats in place of a heart's own for a time."""
        n = len(uv)
        rr = 60.0 / np.exp(rng.uniform(np.log(95.0), np.log(250.0)))
        count = int(np.exp(rng.uniform(0.0, np.log(60.0)))) if count is None else count
        before = beats[beats < n - 2 * FS_HZ]
        if rng.random() < 0.2 or not len(before):  # it was there from the beginning
            last, first = -float(n), rng.uniform(0.0, rr) * FS_HZ
        else:
            last = float(before[rng.integers(len(before))])
            first = last + FS_HZ * rng.uniform(0.28, 0.62)
        at = spaced(rng, rr, first, count, n)
        if not len(at):
            return uv, beats
        late = at[-1] + FS_HZ * rng.uniform(0.4, 1.1)
        after = beats[beats > late]
        back = float(after[0]) if len(after) else 2.0 * n
        out = max(last + 0.10 * FS_HZ, min(first - 0.18 * FS_HZ, last + 0.30 * FS_HZ))
        again = max(at[-1] + 0.20 * FS_HZ, back - 0.22 * FS_HZ)
        t = np.arange(n)
        own = np.clip(np.maximum((out - t) / FADE, (t - again) / FADE + 1.0), 0.0, 1.0)
        slow = np.convolve(np.pad(uv, SLOW // 2, mode="edge"), np.full(SLOW, 1.0 / SLOW), "valid")
        wide = laid(rng, at, self.shapes(rng, rr), rr, n)
        wide *= size * np.exp(rng.uniform(np.log(0.5), np.log(2.2)))
        kept = beats[(beats <= last) | (beats >= back)]
        return slow + (uv - slow) * own + wide, np.sort(np.concatenate((kept, at)))
