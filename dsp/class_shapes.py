"""What a beat looks like, against what this person's beats look like: templates learnt as they come."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.class_looks import BEFORE, BINS, LOOKS, P_BINS

if TYPE_CHECKING:
    from dsp.state import State
    from dsp.types import FloatArray

HALF: Final = 30  # 120 ms: half the length of the compared shape
SLIDE: Final = 4  # 16 ms: R peaks of unlike shapes are aligned no better
STEP: Final = 4  # 16 ms: differences over it leave out the baseline
REACH: Final = HALF + SLIDE + STEP // 2  # on either side, without which nothing is said
AREA: Final = 25  # 100 ms: the complex without its neighbours
LENGTH: Final = 2 * HALF + 1
FIRST: Final = BEFORE - STEP // 2 - HALF - SLIDE  # step where the slid shape begins
LAST: Final = FIRST + LENGTH + 2 * SLIDE
KINDS: Final = 4  # templates of a person: the usual beat, and some that come again
ALIKE: Final = 0.85  # correlation of beats of a kind
RATE: Final = 0.06  # at which a kind follows its beats, once there are several
DECAY: Final = 0.995  # of the counts, a beat: what was not seen for minutes is not usual
SLOW: Final = 150.0  # samples (100 a minute): faster beats count less, or flutter would soon be usual
EARLY: Final = -0.14  # logarithm of an interval over that of its kind, below which a beat teaches no shape,
LATE: Final = 0.26  # or above
MOST_EARLY: Final = 0.4  # of that logarithm: a longer pause is no further news
P_RATE: Final = 0.08
P_SLOW: Final = 0.03  # at which their likeness is followed
P_ON_TIME: Final = (
    -0.11
)  # logarithm of an interval over the long ones, from which its P wave is the usual one
P_LEAST_UV: Final = 20.0  # added to its size: noise has some
TINY: Final = 1e-9
FAR: Final = 2.0  # of a logarithm
LEAST_AREA: Final = 8.0  # samples: no complex is narrower
ONES: Final = np.ones(2 * AREA + 1)
NAMES: Final = (
    "like",
    "like_kind",
    "is_usual",
    "area",
    "area_usual",
    "area_kind",
    "size_usual",
    "share_kind",
    "share_usual",
    "early_kind",
    "t_level",
    "t_slope",
    "like_before",
    "kinds",
    "p_like",
    "p_unlike",
    "p_size",
    "p_height",
    "p_like_mean",
    *(f"bin_{k}" for k in range(BINS)),
    *(f"bin_usual_{k}" for k in range(BINS)),
)
DRAWN: Final = frozenset(name for name in NAMES if name.startswith("bin_"))  # the looks themselves
BARE: Final = (
    "area",
    "like_before",
    "p_height",
    *(f"bin_{k}" for k in range(BINS)),
)  # those that no template is asked for
# Of a first beat: the features before its height, without its area, and those behind.
FRESH: Final = (1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0)


class Kind(NamedTuple):
    """Beats that look alike.

    ``area``: width in samples; ``early``: logarithm of their interval over the usual one; ``length``: of
    their shape, uV; ``level``, ``slope``: after the complex, of its height.
    """

    area: float
    early: float
    length: float
    level: float
    slope: float


class Seen(NamedTuple):
    """A beat as its kind would take it: its shape, and which kind (-1: a new one)."""

    shape: FloatArray
    kind: int
    as_kind: Kind
    bins: list[float]
    p: FloatArray
    p_like: float


class Shapes:
    """The kinds of beats of a person, and the P wave of those that came on their own time.

    Nothing of it depends on how beats were classed: a wrong class cannot feed itself.
    """

    __slots__ = ("_before", "_bins", "_counts", "_kinds", "_p", "_p_mean", "_p_square", "_shapes", "_usual")

    def __init__(self) -> None:
        self._shapes = np.empty((0, LENGTH))  # each of length 1
        self._bins: list[list[float]] = []  # of each kind: so few are quicker without arrays
        self._kinds: list[Kind] = []
        self._counts: list[float] = []  # of their beats lately
        self._usual = 0
        self._p: FloatArray | None = None
        self._p_square = 0.0
        self._p_mean = 1.0
        self._before: FloatArray | None = None

    def look(self, near: FloatArray, level: float) -> tuple[list[float], Seen]:
        """The features ``NAMES`` of a beat, and what it would teach.

        ``near``: samples in uV from ``BEFORE`` before the R peak to ``AFTER`` behind it; ``level``: baseline.
        """
        x = near[BEFORE - AREA : BEFORE + AREA + 1] - level
        np.abs(x, x)
        size = x.item(x.argmax()) + 1.0
        area = max(LEAST_AREA, float(x.dot(ONES)) / size)
        seen = near.dot(LOOKS)
        p = seen[:P_BINS]
        *means, after, slope = seen[P_BINS:].tolist()
        bins = [(mean - level) / size for mean in means]
        after, slope = (after - level) / size, slope / size
        p_square = float(p.dot(p))
        p_size = sqrt(p_square) + P_LEAST_UV
        height = _log(10.0 * p_size / size) - 1.0
        steps = near[FIRST + STEP : LAST + STEP] - near[FIRST:LAST]
        if not self._kinds:
            row = steps[SLIDE : SLIDE + LENGTH]
            length = sqrt(row.dot(row) + TINY)
            self._before = shape = row / length
            one = Seen(shape, -1, Kind(area, 0.0, length, after, slope), bins, p, 1.0)
            return [*FRESH[:3], area / 25.0, *FRESH[3:], height, 1.0, *bins, *bins], one
        kind, shape, length, best, like = self._nearest(steps)
        before = self._before
        self._before = shape
        mine, its = self._kinds[self._usual], self._kinds[kind]
        p_like, p_unlike, p_more = 1.0, 0.0, 0.0
        if self._p is not None:
            both = float(p.dot(self._p))
            usual_p = sqrt(self._p_square) + P_LEAST_UV
            p_like = both / (p_size * usual_p)
            p_unlike = min(FAR, sqrt(max(0.0, p_square - 2.0 * both + self._p_square)) / usual_p)
            p_more = _log(p_size / usual_p)
        counts = self._counts
        total = sum(counts)
        features = [
            like,
            best,
            1.0 if kind == self._usual else 0.0,
            area / 25.0,
            _log(area / mine.area),
            _log(its.area / mine.area),
            _log(length / mine.length),
            counts[kind] / total,
            counts[self._usual] / total,
            its.early - mine.early,
            after - mine.level,
            slope - mine.slope,
            1.0 if before is None else float(shape.dot(before)),
            len(self._kinds) / KINDS,
            p_like,
            p_unlike,
            p_more,
            height,
            self._p_mean,
            *bins,
            *self._bins[self._usual],
        ]
        taught = Kind(area, 0.0, length, after, slope)
        return features, Seen(shape, -1 if best < ALIKE else kind, taught, bins, p, p_like)

    def _nearest(self, steps: FloatArray) -> tuple[int, FloatArray, float, float, float]:
        """Its kind, its shape and length, how like that kind it is, and how like the usual one."""
        kind = self._usual
        row, length, like = _aligned(steps, self._shapes[kind])
        best, shape = like, row
        if len(self._kinds) > 1:
            likes = (self._shapes.dot(row) / length).tolist()
            best = max(likes)
            kind = likes.index(best)
            if best < ALIKE:  # another kind may fit once it is aligned to it
                for k in range(len(likes)):
                    if k != self._usual:
                        other, other_length, one_like = _aligned(steps, self._shapes[k])
                        if one_like > best:
                            kind, best, shape, length = k, one_like, other, other_length
        return kind, shape / length, length, best, like

    def learn(self, seen: Seen, early: float, on_time: float, interval: float | None) -> None:
        """Takes a beat into its kind.

        ``early``, ``on_time``: logarithms of its interval over the usual one, and over the long ones;
        ``interval``: itself.
        """
        early = min(MOST_EARLY, early)
        weight = 1.0 if interval is None or interval >= SLOW else (interval / SLOW) ** 2
        left = 1.0 - (1.0 - DECAY) * weight
        counts = self._counts = [left * count for count in self._counts]
        kinds, k = self._kinds, seen.kind
        if k >= 0:
            counts[k] += weight
            kinds[k] = self._joined(kinds[k], seen, early)
        else:
            if len(kinds) < KINDS:
                k = len(kinds)
                self._shapes = np.vstack((self._shapes, seen.shape))
                self._bins.append(seen.bins)
                kinds.append(seen.as_kind)
                counts.append(weight)
            else:
                k = counts.index(min(counts))
            self._shapes[k], self._bins[k] = seen.shape, seen.bins
            kinds[k], counts[k] = seen.as_kind._replace(early=early), weight
        if len(kinds) > 1:
            standings = [_standing(count, kind) for count, kind in zip(counts, kinds, strict=True)]
            self._usual = standings.index(max(standings))
        self._p_mean += P_SLOW * (seen.p_like - self._p_mean)
        if self._p is None or (on_time > P_ON_TIME and early < LATE and seen.kind == self._usual):
            if self._p is None:
                self._p = seen.p.copy()
            else:
                change = seen.p - self._p
                change *= P_RATE
                self._p += change
            self._p_square = float(self._p.dot(self._p))

    def _joined(self, kind: Kind, seen: Seen, early: float) -> Kind:
        rate = min(1.0, max(RATE, 1.0 / (self._counts[seen.kind] + 0.5)))
        change = early - kind.early
        usual = kind.early + rate * change
        if not EARLY < change < LATE:
            return kind._replace(early=usual)
        shape = self._shapes[seen.kind]
        towards = seen.shape - shape
        towards *= rate
        shape += towards
        shape *= 1.0 / sqrt(shape.dot(shape) + TINY)
        known = self._bins[seen.kind]
        self._bins[seen.kind] = [old + rate * (one - old) for old, one in zip(known, seen.bins, strict=True)]
        area, _, length, level, slope = seen.as_kind
        return Kind(
            kind.area + rate * (area - kind.area),
            usual,
            kind.length + rate * (length - kind.length),
            kind.level + rate * (level - kind.level),
            kind.slope + rate * (slope - kind.slope),
        )

    def state(self) -> State:
        """Everything the next features depend on."""
        return {
            "shapes": self._shapes.copy(),
            "bins": np.array(self._bins).reshape(-1, BINS),
            "kinds": [list(kind) for kind in self._kinds],
            "counts": self._counts,
            "usual": self._usual,
            "p": None if self._p is None else self._p.copy(),
            "p_mean": self._p_mean,
            "before": self._before,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._shapes, self._bins, self._usual = state["shapes"], state["bins"].tolist(), state["usual"]
        self._counts = list(state["counts"])
        self._kinds = [Kind(*kind) for kind in state["kinds"]]
        self._p, self._p_mean, self._before = state["p"], state["p_mean"], state["before"]
        self._p_square = 0.0 if self._p is None else float(self._p.dot(self._p))


def _standing(count: float, kind: Kind) -> float:
    """What makes a kind the usual one: that it is frequent, narrow and not early."""
    return count / kind.area * (1.0 + min(0.2, kind.early))


def _aligned(steps: FloatArray, shape: FloatArray) -> tuple[FloatArray, float, float]:
    """The beat where it is most like a shape, its length, and how like it is."""
    products = np.correlate(steps, shape)
    k = int(products.argmax())
    row = steps[k : k + LENGTH]
    length = sqrt(row.dot(row) + TINY)
    return row, length, products.item(k) / length


def _log(ratio: float) -> float:
    # Comparing costs a sixth of calling min and max, and this is asked six times for each beat.
    found = log(ratio)
    if found > FAR:
        return FAR
    if found < -FAR:
        return -FAR
    return found
