"""What the signal chain's rules say of beats that are known: many analysis windows at once.

Windows are those of ``dsp.windows.build`` and ``dsp.windows.rule_call``, worked out over arrays: two weeks in
seconds. The tests hold both equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.simulated_rows import P_OFF, P_ON, RR, Heard, figures, window
from dsp.history import CONTEXT_S
from dsp.irregularity import AF_MIDDLE, AF_WIDTH, MIN_INTERVALS
from dsp.types import Quality, QualityReason, Rhythm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import FloatArray, Window

    Indices = NDArray[np.int64]

WINDOW_S: Final = 10.0
SPOILT_SHARE: Final = 0.2  # of a window: more without a readable signal and nothing is said of it
SHORTEST_S: Final = 1.0  # of a window cut by a gap


@dataclass(frozen=True, slots=True)
class Spoilt:
    """Samples [start, end) that nobody can read, and why."""

    start: int
    end: int
    reason: QualityReason


@dataclass(frozen=True, slots=True)
class Told:
    """Windows in a row.

    ``beats``: those that count; those of window i are ``first[i]`` to ``last[i]``. ``change``: irregularity
    of each window's context, NaN where it is unknown. ``rr_end``, ``rr_ms``: intervals by the beat that ends
    them, with those of the half minute before.
    """

    windows: list[Window]
    beats: Heard
    first: Indices
    last: Indices
    change: FloatArray
    rr_end: Indices
    rr_ms: FloatArray


@dataclass(slots=True)
class WindowTeller:
    """Tells the windows of one session in order; remembers the half minute before."""

    fs_hz: float
    _ends: Indices = field(default_factory=lambda: np.empty(0, np.int64))
    _ms: FloatArray = field(default_factory=lambda: np.empty(0))
    _before: int | None = None  # the last beat, if the next one ends an interval with it

    def break_off(self) -> None:
        """Samples are missing here: the next beat ends no interval."""
        self._before = None

    def tell(self, edges: Indices, heard: Heard, spoilt: Sequence[Spoilt], *, cut: bool) -> Told:
        """The windows between ``edges``; ``cut``: the last of them was ended by a gap.

        ``heard``: every beat of the heart in them, readable or not.
        """
        quality = _quality(edges, spoilt, self.fs_hz, cut=cut)
        good = np.array([q.analysable for q in quality])
        beats, ends, ms = self._intervals(edges, heard, spoilt, good)
        place = _place(edges, beats.r)
        first = np.searchsorted(beats.r, edges[:-1])
        last = np.searchsorted(beats.r, edges[1:])
        context = np.concatenate((self._ends, ends)), np.concatenate((self._ms, ms))
        change = self._change(edges, *context)
        columns = figures(beats, place, RR(_place(edges, ends), ms), len(quality), self.fs_hz)
        told = [window(*row) for row in zip(quality, columns, change.tolist(), strict=True)]
        is_af = np.array([one.rhythm is Rhythm.AF for one in told])
        beats.waves[P_ON : P_OFF + 1, is_af[place]] = np.nan
        return Told(told, beats, first, last, change, *context)

    def _intervals(
        self, edges: Indices, heard: Heard, spoilt: Sequence[Spoilt], good: NDArray[np.bool_]
    ) -> tuple[Heard, Indices, FloatArray]:
        """The beats that count, and the intervals that end with them."""
        keep = good[_place(edges, heard.r)]
        for span in spoilt:
            keep &= (heard.r < span.start) | (heard.r >= span.end)
        before = np.concatenate(([-1 if self._before is None else self._before], heard.r[:-1]))
        whole = keep & np.concatenate(([self._before is not None], keep[:-1]))
        ends = heard.r[whole]
        ms = ((ends - before[whole]) * 1000.0 / self.fs_hz).astype(np.float64)
        if len(keep):
            self._before = int(heard.r[-1]) if keep[-1] else None
        return Heard(heard.r[keep], heard.ectopic[keep], heard.waves[:, keep]), ends, ms

    def _change(self, edges: Indices, ends: Indices, ms: FloatArray) -> FloatArray:
        """Irregularity of the half minute up to each window's end, as ``dsp.irregularity`` has it."""
        reach = round(CONTEXT_S * self.fs_hz)
        first = np.searchsorted(ends, edges[1:] - reach)
        last = np.searchsorted(ends, edges[1:])
        self._ends, self._ms = ends[ends >= edges[-1] - reach], ms[ends >= edges[-1] - reach]
        size = max(int((last - first).max(initial=0)), MIN_INTERVALS)
        places = first[:, None] + np.arange(size)
        held = np.where(places < last[:, None], np.append(ms, np.nan)[np.minimum(places, len(ms))], np.nan)
        known = last - first >= MIN_INTERVALS
        steps = [_row_medians(np.abs(held[:, k:] - held[:, :-k])) for k in (1, 2, 3)]
        relative = np.minimum.reduce(steps) / np.maximum(_row_medians(held), 1.0)
        steep = np.clip((relative - AF_MIDDLE) / AF_WIDTH, -30.0, 30.0)
        return np.where(known, 1.0 / (1.0 + np.exp(-steep)), np.nan)


def _place(edges: Indices, samples: Indices) -> Indices:
    """The window each sample lies in."""
    return np.clip(np.searchsorted(edges, samples, side="right") - 1, 0, len(edges) - 2)


def _row_medians(table: FloatArray) -> FloatArray:
    """Median of each row's numbers; 0 where there are none."""
    ordered = np.sort(table, axis=1)
    n = np.isfinite(ordered).sum(axis=1)
    rows = np.arange(len(ordered))
    low, high = np.maximum(n - 1, 0) // 2, np.minimum(n // 2, table.shape[1] - 1)
    return np.where(n > 0, (ordered[rows, low] + ordered[rows, high]) / 2, 0.0)


def _quality(edges: Indices, spoilt: Sequence[Spoilt], fs_hz: float, *, cut: bool) -> list[Quality]:
    lengths = np.diff(edges)
    off, noisy = np.zeros(len(lengths)), np.zeros(len(lengths))
    reasons = [QualityReason.NOISE] * len(lengths)
    for span in spoilt:
        share = (
            np.clip(np.minimum(edges[1:], span.end) - np.maximum(edges[:-1], span.start), 0, None) / lengths
        )
        if span.reason is QualityReason.LEAD_OFF:
            off += share
            continue
        noisy += share
        for i in np.flatnonzero(share).tolist():
            reasons[i] = span.reason
    out = []
    for i, (start, n) in enumerate(zip(edges[:-1].tolist(), lengths.tolist(), strict=True)):
        gap = (QualityReason.GAP,) if cut and i == len(lengths) - 1 else ()
        if n < SHORTEST_S * fs_hz:
            out.append(Quality(start, n, 0.0, False, gap or (QualityReason.GAP,)))
        elif off[i] > SPOILT_SHARE:
            out.append(Quality(start, n, 0.0, False, (*gap, QualityReason.LEAD_OFF)))
        elif noisy[i] > SPOILT_SHARE:
            out.append(Quality(start, n, 0.0, False, (*gap, reasons[i])))
        else:
            loose = (QualityReason.LEAD_OFF,) if off[i] else ()
            out.append(Quality(start, n, round(1.0 - off[i] - noisy[i], 3), True, (*gap, *loose)))
    return out
