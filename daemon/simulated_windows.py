"""The analysis windows of one session from beats that are known, many at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.simulated_context import Context
from daemon.simulated_rows import P_OFF, P_ON, RR, calm_window, figures, judged_window
from dsp.findings import window_findings
from dsp.history import CONTEXT_S
from dsp.types import Quality, QualityReason, Rhythm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from daemon.simulated_rows import Heard
    from dsp.types import Finding, FloatArray, Window

    Indices = NDArray[np.int64]

WINDOW_S: Final = 10.0
SPOILT_SHARE: Final = 0.2  # of a window: more without a readable signal and nothing is said of it
SHORTEST_S: Final = 1.0  # of a window cut by a gap
CALM_RR_MS: Final = (500.0, 1500.0)  # intervals that no rule can mean


@dataclass(frozen=True, slots=True)
class Spoilt:
    """Samples [start, end) that nobody can read, and why."""

    start: int
    end: int
    reason: QualityReason


@dataclass(frozen=True, slots=True)
class Told:
    """Windows in a row, and what is found in each. Its beats that count are ``first[i]`` to ``last[i]``.

    ``calm[i]``: neither in it nor in the half minute before is anything that a rule could mean.
    """

    windows: list[Window]
    calm: list[bool]
    findings: list[list[Finding]]
    beats: Heard
    first: list[int]
    last: list[int]


@dataclass(slots=True)
class WindowTeller:
    """Tells the windows of one session in order; remembers the half minute before."""

    fs_hz: float
    _context: Context = field(init=False)
    _before: int | None = None  # the last beat, if the next one ends an interval with it
    _stirred: Indices = field(default_factory=lambda: np.zeros(1, np.int64))  # where something was not calm

    def __post_init__(self) -> None:
        """Nothing is remembered yet."""
        self._context = Context(self.fs_hz)

    def break_off(self) -> None:
        """Samples are missing here: the next beat ends no interval."""
        self._before = None

    def tell(self, edges: Indices, heard: Heard, spoilt: Sequence[Spoilt], *, cut: bool) -> Told:
        """The windows between ``edges``; ``cut``: the last of them was ended by a gap.

        ``heard``: every beat of the heart in them, readable or not.
        """
        quality = _quality(edges, spoilt, self.fs_hz, cut=cut)
        good = np.array([q.analysable for q in quality])
        beats, linked, ms = self._intervals(edges, heard, spoilt, good)
        place = _place(edges, beats.r)
        numbers = list(figures(beats, place, RR(place[linked], ms), len(quality), self.fs_hz))
        calm = self._calm(edges, beats, beats.r[linked], ms) & good & [one.calm for one in numbers]
        self._context.extend(beats, linked)
        first, last = (np.searchsorted(beats.r, at).tolist() for at in (edges[:-1], edges[1:]))
        told = Told([], calm.tolist(), [], beats, first, last)
        for i, one in enumerate(quality):
            if calm[i]:
                told.windows.append(calm_window(one, numbers[i]))
                told.findings.append([])
                continue
            history = self._context.history(one.start, one.start + one.n)
            window = judged_window(one, beats.results(first[i], last[i]), history)
            told.windows.append(window)
            told.findings.append(window_findings(window, history))
        self._context.forget(int(edges[-1]))
        is_af = np.array([window.rhythm is Rhythm.AF for window in told.windows])
        beats.waves[P_ON : P_OFF + 1, is_af[place]] = np.nan
        return told

    def _intervals(
        self, edges: Indices, heard: Heard, spoilt: Sequence[Spoilt], good: NDArray[np.bool_]
    ) -> tuple[Heard, NDArray[np.bool_], FloatArray]:
        """The beats that count, which of them end an interval, and the lengths of those, ms."""
        keep = good[_place(edges, heard.r)]
        for span in spoilt:
            keep &= (heard.r < span.start) | (heard.r >= span.end)
        before = np.concatenate(([-1 if self._before is None else self._before], heard.r[:-1]))
        linked = keep & np.concatenate(([self._before is not None], keep[:-1]))
        ms = ((heard.r - before)[linked] * 1000.0 / self.fs_hz).astype(np.float64)
        if len(keep):
            self._before = int(heard.r[-1]) if keep[-1] else None
        return heard.keep(keep), linked[keep], ms

    def _calm(self, edges: Indices, beats: Heard, ends: Indices, ms: FloatArray) -> NDArray[np.bool_]:
        """Windows without any ectopic beat, fibrillation or odd interval in them or in their context."""
        odd = ends[(ms < CALM_RR_MS[0]) | (ms > CALM_RR_MS[1])]
        stirred = np.sort(np.concatenate((self._stirred, odd, beats.r[(beats.ectopic > 0) | beats.af])))
        reach = round((CONTEXT_S + WINDOW_S) * self.fs_hz)
        self._stirred = stirred[stirred >= edges[-1] - reach]
        calm: NDArray[np.bool_] = np.equal(
            np.searchsorted(stirred, edges[:-1] - reach), np.searchsorted(stirred, edges[1:])
        )
        return calm


def _place(edges: Indices, samples: Indices) -> Indices:
    """The window each sample lies in."""
    return np.clip(np.searchsorted(edges, samples, side="right") - 1, 0, len(edges) - 2)


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
