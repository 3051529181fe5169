"""How like a hump is to the beats of cleaner times: noise may be as steep as a beat, but has other shapes."""

from __future__ import annotations

from math import inf, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.front import HALF, NO_SLOPES, TAKEN
from dsp.tempo import between

if TYPE_CHECKING:
    from dsp.decisions import Decisions
    from dsp.state import State
    from dsp.types import FloatArray

NEAR: Final = 12  # slopes of 8 ms on either side of a hump that are compared: 96 ms
SLIDE: Final = 2  # of them that it may be off by
REACH: Final = NEAR + SLIDE
LENGTH: Final = 2 * NEAR + 1
SEEN: Final = 2 * REACH + 1
FRAMES: Final = SEEN // HALF + 2  # that hold so many, wherever they begin
KINDS: Final = 4  # shapes kept: usual beats, and some that come again
LAST: Final = 2  # humps seen last, beats or none: a new rhythm is like itself
SAME: Final = 0.8  # correlation of beats of a kind
RATE: Final = 0.1  # at which a kind follows its beats
DECAY: Final = 0.998  # of the counts, a beat
CLEAN: Final = 0.25  # noise, as dsp.steepness has it, up to which every beat teaches; beyond,
CERTAIN: Final = 3.0  # those of so much evidence that are like others
FIRST: Final = 16  # beats that teach one after the other; later every
EVERY: Final = 5  # fifth: neither every second nor every third beat, which may be of one kind
EARLIEST: Final = REACH * TAKEN  # samples: nothing is known before the first
KEPT: Final = 32  # frames, 1.28 s, before the newest push: a hump is told within a second
MOST: Final = 256  # frames held in pieces: joining them takes longer than adding one
ONES: Final = np.ones(LENGTH)
TINY: Final = 1e-9


class Fit(NamedTuple):
    """How like a hump is to the nearest kind (correlation); its slopes there, of length 1; all likenesses."""

    like: float
    slopes: FloatArray
    likes: list[float]


class Likeness:
    """Shapes of the slopes of the last beats, each of length 1."""

    __slots__ = ("_beats", "_counts", "_end", "_held", "_kinds", "_parts", "_rules")

    def __init__(self, rules: Decisions) -> None:
        self._rules = rules
        self._kinds = np.zeros((LENGTH, KINDS + LAST))  # and the last humps; those not known are like nothing
        self._counts = [0.0] * KINDS
        self._beats = 0
        self.reset()

    def reset(self) -> None:
        """The next frame is the first; what was learnt stays."""
        self._parts = [NO_SLOPES]  # slopes of the last frames, as they were pushed
        self._end = 0  # frames,
        self._held = 0  # and those of them that are held

    def hear(self, slopes: FloatArray) -> None:
        """Takes the newest frames, as :class:`dsp.front.Front` has them."""
        if n := slopes.shape[1]:
            self._parts.append(slopes)
            self._end += n
            self._held += n
            if self._held > MOST:
                self._join()

    def _join(self) -> None:
        """Keeps all that may still be asked for, in one piece."""
        newest = self._parts[-1].shape[1]
        known = np.concatenate(self._parts, axis=1)[:, -KEPT - newest :]
        self._parts, self._held = [known], known.shape[1]

    def _around(self, at: int) -> FloatArray:
        """The slopes around a sample, every 8 ms: (``SEEN``,)."""
        first = at // TAKEN - REACH
        frame, parts = first // HALF, self._parts
        k = len(parts) - 1
        start = self._end - parts[k].shape[1]
        while start > frame:
            k -= 1
            start -= parts[k].shape[1]
        frame -= start
        known = parts[k]
        if frame + FRAMES > known.shape[1]:
            known = np.concatenate(parts[k:], axis=1)
        return known[:, frame : frame + FRAMES].T.ravel()[first % HALF :][:SEEN]

    def evidence(self, at: int, noise: float) -> float:
        """Logit that a hump gains or loses by its shape: the more, the noisier it is.

        ``at``: its middle, a sample at 250 Hz.
        """
        rules = self._rules
        if not self._beats or at < EARLIEST:
            return 0.0
        seen = self._around(at)
        like = between(self._fit(seen).like, rules.shape_low, rules.shape_high)
        middle = seen[SLIDE:-SLIDE]
        self._kinds[:, KINDS + 1 :] = self._kinds[:, KINDS:-1]
        self._kinds[:, KINDS] = middle / sqrt(float(middle.dot(middle)) + TINY)
        return rules.shape * between(noise, rules.shape_from, rules.shape_full) * (like - rules.shape_even)

    def learn(self, at: int, evidence: float, noise: float) -> None:
        """Takes the slopes around a beat into its kind."""
        if at < EARLIEST:
            return
        self._beats += 1
        if self._beats > FIRST and self._beats % EVERY:
            return
        seen = self._around(at)
        fit = self._fit(seen)
        if noise > CLEAN and (evidence <= CERTAIN or fit.like <= SAME):
            return
        counts = self._counts = [DECAY * count for count in self._counts]
        likes = fit.likes[:KINDS]
        if (like := max(likes)) < SAME:
            k = counts.index(min(counts))
            self._kinds[:, k], counts[k] = fit.slopes, 1.0
            return
        k = likes.index(like)
        rate = max(RATE, 1.0 / (counts[k] + 1.0))
        stays = 1.0 - rate
        scale = 1.0 / sqrt(stays * stays + rate * rate + 2.0 * stays * rate * like)  # both are of length 1
        kind = self._kinds[:, k]
        kind *= stays * scale
        kind += fit.slopes * (rate * scale)
        counts[k] += 1.0

    def _fit(self, seen: FloatArray) -> Fit:
        """Where a hump is most like a kind. Few numbers: plain ones are quicker than arrays."""
        step = seen.strides[0]
        rows = np.ndarray((2 * SLIDE + 1, LENGTH), seen.dtype, seen, 0, (step, step))
        squares = [one * one for one in seen.tolist()]
        power = sum(squares[:LENGTH]) + TINY
        best, at, size, likes = -inf, SLIDE, 1.0, [0.0]
        for k, row in enumerate(rows.dot(self._kinds).tolist()):
            if k:
                power += squares[k + LENGTH - 1] - squares[k - 1]
            scale = 1.0 / sqrt(power)
            # The first beat of all is like nothing yet: it is taken where it is.
            if (like := max(row) * scale) > best and (self._beats > 1 or k == SLIDE):
                best, at, size, likes = like, k, scale, row
        return Fit(best, rows[at] * size, [like * size for like in likes])

    def state(self) -> State:
        """Everything the next evidence depends on."""
        return {
            "kinds": self._kinds.copy(),
            "counts": self._counts,
            "beats": self._beats,
            "slopes": np.concatenate(self._parts, axis=1)[:, -KEPT:],
            "end": self._end,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._kinds, self._counts, self._beats = state["kinds"], state["counts"], state["beats"]
        self._parts, self._end = [state["slopes"]], state["end"]
        self._held = state["slopes"].shape[1]
