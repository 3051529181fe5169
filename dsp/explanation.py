"""Which parts of a strip carry a classifier's decision: what it loses when they are masked.

Candidates are the half second around each beat and half seconds side by side; a masked one is a straight
line between its ends. The part whose mask costs most is taken first, then the one that costs most beside it,
and so on: beats of an irregular rhythm stand in for each other, so masks that are tried one by one miss what
they do together (:mod:`bench.explanation` compares the ways).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from dsp.resample import FS_HZ, Resampler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray, Rhythm

METHOD: Final = "occlusion-1"
PART: Final = FS_HZ // 2  # half a second: a beat with its P wave and the beginning of its T wave
PARTS: Final = 5  # shown: enough to look at
MOST_BEATS: Final = 100  # in half a minute, at 200 a minute: more are noise, and bound the cost
KEPT: Final = (
    32  # candidates tried again beside those taken: as faithful as all of them, at a third of the cost
)
CHANCE: Final = 8  # random masks that the chosen ones are compared with
SEED: Final = 20171  # of the random masks: the same strip is always explained alike
TRIES: Final = 100  # to place a random mask where none is yet: a strip holds four times as many as are asked


class Judge(Protocol):
    """What is asked of a classifier: :class:`dsp.models.Classifier` has it."""

    @property
    def labels(self) -> tuple[Rhythm, ...]:
        """What its columns are."""

    @property
    def shortest(self) -> int:
        """Least samples at 250 Hz that it can judge."""

    def many(self, rows: Sequence[FloatArray]) -> NDArray[np.float32]:
        """(len(rows), len(labels)) probabilities; each row (n,) uV at 250 Hz."""


@dataclass(frozen=True, slots=True)
class Part:
    """Samples ``start`` to ``start + n``. ``lost``: probability that masking it costs, after those before."""

    start: int
    n: int
    lost: float

    @property
    def end(self) -> int:
        """One past its last sample."""
        return self.start + self.n


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a strip got its label.

    ``probability``: of ``rhythm``, of the strip as it is; ``masked``: with all ``parts`` masked;
    ``by_chance``: with as many random parts of the same length masked, the mean of some. ``parts``: most
    telling first; none where no mask costs anything.
    """

    rhythm: Rhythm
    probability: float
    masked: float
    by_chance: float
    parts: tuple[Part, ...]


def explain(
    judge: Judge, x: FloatArray, beats: Sequence[int], rhythm: Rhythm, *, count: int = PARTS
) -> Explanation | None:
    """What in a strip makes ``judge`` say ``rhythm``; None where it cannot say that of such a strip.

    Args:
        judge: the classifier itself, as it is in use.
        x: (n,) uV at 250 Hz, one continuous stretch, at most what the classifier looks at.
        beats: R peaks as indices into ``x``.
        rhythm: what it said.
        count: most parts wanted.
    """
    if rhythm not in judge.labels or len(x) < judge.shortest:
        return None
    column = judge.labels.index(rhythm)
    said = [float(judge.many([x])[0, column])]
    taken: list[Part] = []
    left = candidates(len(x), beats)
    for turn in range(count):
        left = [part for part in left if not any(_overlap(part, one) for one in taken)]
        if not left:
            break
        tried = judge.many([masked(x, [*taken, part]) for part in left])[:, column]
        order = np.argsort(tried, kind="stable")
        best, now = left[order[0]], float(tried[order[0]])
        taken.append(Part(best.start, best.n, round(said[-1] - now, 4)))
        said.append(now)
        if turn == 0:
            left = [left[k] for k in order[:KEPT]]
    telling = int(np.argmin(said))  # masks behind the least probability tell nothing
    parts = tuple(taken[:telling])
    by_chance = _by_chance(judge, x, column, parts) if parts else said[0]
    return Explanation(rhythm, round(said[0], 4), round(said[telling], 4), round(by_chance, 4), parts)


def explain_strip(
    judge: Judge, uv: FloatArray, fs_hz: float, beats: Sequence[int], rhythm: Rhythm
) -> Explanation | None:
    """As :func:`explain`, of samples at any rate; beats and parts are indices into ``uv``.

    Raises:
        RateError: ``fs_hz`` is outside 100 to 1000 Hz.
    """
    resampler = Resampler(fs_hz)
    pieces = (resampler.push(np.asarray(uv, np.float64), np.zeros(len(uv), np.bool_)), resampler.finish())
    x = np.concatenate([piece for piece, _ in pieces])
    found = explain(judge, x, [round(beat * FS_HZ / fs_hz) for beat in beats], rhythm)
    if found is None:
        return None
    scale = fs_hz / FS_HZ
    parts = (
        replace(
            one,
            start=round(one.start * scale),
            n=min(round(one.n * scale), len(uv) - round(one.start * scale)),
        )
        for one in found.parts
    )
    return replace(found, parts=tuple(parts))


def candidates(n: int, beats: Sequence[int]) -> list[Part]:
    """Half seconds side by side, and one around each beat, of a strip of ``n`` samples."""
    grid = [Part(start, PART, 0.0) for start in range(0, n - PART + 1, PART)]
    around = [Part(min(max(beat - PART // 2, 0), n - PART), PART, 0.0) for beat in beats[:MOST_BEATS]]
    return grid + around


def masked(x: FloatArray, parts: Sequence[Part]) -> FloatArray:
    """A copy in which each part is a straight line between its neighbours; parts that touch are one."""
    y = x.copy()
    hidden = np.zeros(len(x) + 2, np.int8)
    for part in parts:
        hidden[part.start + 1 : part.end + 1] = 1
    edges = np.flatnonzero(np.diff(hidden))
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        before = x[a - 1] if a else x[min(b, len(x) - 1)]
        after = x[b] if b < len(x) else before
        y[a:b] = np.linspace(before, after, b - a + 2)[1:-1]
    return y


def at_random(n: int, lengths: Sequence[int], rng: np.random.Generator) -> list[Part]:
    """Parts of these lengths that do not overlap, anywhere in a strip of ``n`` samples."""
    placed: list[Part] = []
    for length in lengths:
        for _ in range(TRIES):
            part = Part(int(rng.integers(0, max(1, n - length + 1))), length, 0.0)
            if not any(_overlap(part, one) for one in placed):
                placed.append(part)
                break
    return placed


def _by_chance(judge: Judge, x: FloatArray, column: int, taken: Sequence[Part]) -> float:
    rng = np.random.default_rng(SEED)
    lengths = [part.n for part in taken]
    rows = [masked(x, at_random(len(x), lengths, rng)) for _ in range(CHANCE)]
    return float(judge.many(rows)[:, column].mean())


def _overlap(a: Part, b: Part) -> bool:
    return a.start < b.end and b.start < a.end
