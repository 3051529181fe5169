"""Beat-by-beat scoring as ANSI/AAMI EC57 has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from daemon.matching import match

__all__ = ["Score", "match", "score"]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Samples = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one or more records, and the sums of the pairs' timing differences and of their squares."""

    tp: int = 0
    fn: int = 0
    fp: int = 0
    offset_s: float = 0.0
    offset_sq_s2: float = 0.0

    def __add__(self, other: Score) -> Score:
        """Pools two scores: gross figures, as EC57 reports them."""
        return Score(
            self.tp + other.tp,
            self.fn + other.fn,
            self.fp + other.fp,
            self.offset_s + other.offset_s,
            self.offset_sq_s2 + other.offset_sq_s2,
        )

    @property
    def se(self) -> float:
        """Sensitivity in percent."""
        return 100.0 * self.tp / max(1, self.tp + self.fn)

    @property
    def ppv(self) -> float:
        """Positive predictive value in percent."""
        return 100.0 * self.tp / max(1, self.tp + self.fp)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, in percent."""
        return 200.0 * self.tp / max(1, 2 * self.tp + self.fn + self.fp)

    @property
    def bias_ms(self) -> float:
        """Mean of test minus reference time of the pairs."""
        return 1000.0 * self.offset_s / max(1, self.tp)

    @property
    def sd_ms(self) -> float:
        """Standard deviation of that difference."""
        variance = self.offset_sq_s2 / max(1, self.tp) - (self.offset_s / max(1, self.tp)) ** 2
        return 1000.0 * float(np.sqrt(max(0.0, variance)))


def score(
    reference: Samples,
    test: Samples,
    fs_hz: float,
    *,
    window_s: float = 0.150,
    start_s: float = 300.0,
    excluded: Sequence[tuple[int, int]] = (),
) -> Score:
    """Scores detected beats against annotated ones.

    Args:
        reference: annotated beats, samples, ascending.
        test: detected beats, samples, ascending.
        fs_hz: their rate.
        window_s: how far apart a pair may be.
        start_s: beats before are not scored (the learning period of EC57 is 5 min).
        excluded: spans (first, last) that are not scored: ventricular flutter and fibrillation.

    A pair counts when its reference beat is scored; unpaired test beats within a window's width of an
    excluded span or of the start are not false.
    """
    window = window_s * fs_hz
    keep_ref = _outside(reference, start_s * fs_hz, excluded, 0.0)
    keep_test = _outside(test, start_s * fs_hz, excluded, window)
    pairs = match(reference, test, window)
    paired_ref = np.zeros(len(reference), np.bool_)
    paired_test = np.zeros(len(test), np.bool_)
    offsets = []
    for i, k in pairs:
        paired_ref[i] = paired_test[k] = True
        if keep_ref[i]:
            offsets.append((int(test[k]) - int(reference[i])) / fs_hz)
    return Score(
        tp=len(offsets),
        fn=int(np.sum(keep_ref & ~paired_ref)),
        fp=int(np.sum(keep_test & ~paired_test)),
        offset_s=float(np.sum(offsets)),
        offset_sq_s2=float(np.sum(np.square(offsets))),
    )


def _outside(
    beats: Samples, start: float, excluded: Sequence[tuple[int, int]], margin: float
) -> NDArray[np.bool_]:
    keep = beats >= start
    for first, last in excluded:
        keep &= (beats < first - margin) | (beats > last + margin)
    return keep
