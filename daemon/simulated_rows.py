"""The rows of analysis windows from the beats in them.

Whatever may take a decision is put to the chain's own functions, beat by beat. Undisturbed sinus rhythm, most
of any history, leaves nothing to decide: its figures are worked out for many windows at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from daemon.ragged import counts, means, medians
from dsp.thresholds import value
from dsp.types import Beat, BeatLabel, Fiducials, Rhythm, Window
from dsp.windows import RULES, Evidence, build, rule_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dsp.history import History
    from dsp.types import FloatArray, Quality

    Indices = NDArray[np.int64]

LABELS: Final = (BeatLabel.N, BeatLabel.S, BeatLabel.V)
P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = 0, 2, 3, 4, 7  # rows of ``Heard.waves``
ENOUGH: Final = 4  # beats from which no figure is missing
# A rate well inside every threshold.
CALM_BPM: Final = (value("brady") + 1.0, value("tachy") - 1.0)


@dataclass(frozen=True, slots=True)
class Heard:
    """Beats on a session's axis, in order; (n,) each.

    ``r``: R peaks; ``ectopic``: 0 normal, 1 supraventricular, 2 ventricular; ``af``: in atrial fibrillation;
    ``waves``: (8, n) sample indices of P onset, peak, offset, QRS onset, offset, T onset, peak, offset, NaN
    where there is none.
    """

    r: Indices
    ectopic: NDArray[np.int8]
    af: NDArray[np.bool_]
    waves: FloatArray

    def keep(self, which: NDArray[np.bool_]) -> Heard:
        """Some of the beats."""
        return Heard(self.r[which], self.ectopic[which], self.af[which], self.waves[:, which])

    def results(self, first: int, last: int) -> tuple[list[Beat], list[Fiducials]]:
        """Beats ``first`` to ``last`` as the chain gives them out."""
        r = self.r[first:last].tolist()
        columns = [_or_none(row) for row in self.waves[:, first:last]]
        labels = [LABELS[kind] for kind in self.ectopic[first:last].tolist()]
        beats = [Beat(at, label) for at, label in zip(r, labels, strict=True)]
        return beats, [Fiducials(at, *waves) for at, *waves in zip(r, *columns, strict=True)]


class RR(NamedTuple):
    """Intervals and the window each ends in; (n,)."""

    window: Indices
    ms: FloatArray


class Figures(NamedTuple):
    """One window's numbers, NaN where there is no beat for one."""

    n_beats: int
    hr_bpm: float
    rr_ms: float
    rmssd_ms: float
    pr_ms: float
    qrs_ms: float
    qt_ms: float
    qtcf_ms: float
    p_ms: float

    @property
    def calm(self) -> bool:
        """Whether nothing in them asks for a second look."""
        complete = self.n_beats >= ENOUGH and not any(isnan(number) for number in self)
        return complete and CALM_BPM[0] <= self.hr_bpm <= CALM_BPM[1]


def figures(beats: Heard, place: Indices, rr: RR, n: int, fs_hz: float) -> Iterator[Figures]:
    """The numbers of ``n`` windows; ``place``: the window of each beat."""
    scale = 1000.0 / fs_hz

    def interval(begin: int, end: int) -> FloatArray:
        return np.round(medians((beats.waves[end] - beats.waves[begin]) * scale, place, n), 1)

    successive = rr.window[1:] == rr.window[:-1]
    square = np.diff(rr.ms)[successive] ** 2
    rr_ms = np.round(medians(rr.ms, rr.window, n), 1)
    qt_ms = interval(QRS_ON, T_OFF)
    columns = (
        counts(place, n),
        60_000.0 / means(rr.ms, rr.window, n),
        rr_ms,
        np.round(np.sqrt(means(square, rr.window[1:][successive], n)), 1),
        interval(P_ON, QRS_ON),
        interval(QRS_ON, QRS_OFF),
        qt_ms,
        np.round(qt_ms / np.cbrt(rr_ms / 1000.0), 1),
        interval(P_ON, P_OFF),
    )
    return map(Figures._make, zip(*(column.tolist() for column in columns), strict=True))


def calm_window(quality: Quality, numbers: Figures) -> Window:
    """The row of undisturbed sinus rhythm."""
    return Window(
        start=quality.start,
        n=quality.n,
        quality=quality,
        rhythm=Rhythm.SINUS,
        probability=None,
        model=RULES,
        n_beats=numbers.n_beats,
        hr_bpm=round(numbers.hr_bpm, 1),
        rr_ms=numbers.rr_ms,
        rmssd_ms=numbers.rmssd_ms,
        pr_ms=numbers.pr_ms,
        qrs_ms=numbers.qrs_ms,
        qt_ms=numbers.qt_ms,
        qtcf_ms=numbers.qtcf_ms,
        p_ms=numbers.p_ms,
    )


def judged_window(quality: Quality, found: tuple[list[Beat], list[Fiducials]], history: History) -> Window:
    """The row by the chain's own rules."""
    start, end = quality.start, quality.start + quality.n
    rr_ms = [interval.ms for interval in history.ending_in(start, end)]
    context = [interval.ms for interval in history.context(end)]
    seen = Evidence(history.fs_hz, quality, *found, rr_ms, history.changes_in(start, end), context)
    return build(seen, rule_call(seen))


def _or_none(row: FloatArray) -> list[int | None]:
    """Whole numbers, None for NaN."""
    known = np.isfinite(row)
    column = np.where(known, row, 0.0).astype(np.int64).astype(object)
    column[~known] = None
    out: list[int | None] = column.tolist()
    return out
