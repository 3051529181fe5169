"""Findings and episodes of told windows, by the chain's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.episodes import EpisodeMerger
from dsp.findings import Runs, window_findings
from dsp.history import CONTEXT_S, History, Interval
from dsp.thresholds import value
from dsp.types import Beat, BeatLabel, Rhythm

if TYPE_CHECKING:
    from daemon.simulated_windows import Told
    from dsp.episodes import Episode
    from dsp.types import Finding, Window

LABELS: Final = (BeatLabel.N, BeatLabel.S, BeatLabel.V)
# A window well inside every threshold has nothing for a rule to find, and need not be looked at.
QUIET_BPM: Final = (value("brady") + 1.0, value("tachy") - 1.0)
QUIET_RR_MS: Final = 500.0 * value("pause")


class FindingTeller:
    """Follows one session's windows; ``fs_hz`` of its positions."""

    def __init__(self, fs_hz: float) -> None:
        self._fs_hz = fs_hz
        self._runs = Runs()
        self._merger = EpisodeMerger(fs_hz)
        self._was_wide = False

    def push(self, told: Told) -> list[Episode]:
        """Episodes that have opened, grown or ended with these windows: the newest of each."""
        changed: dict[tuple[str, int], Episode] = {}
        longest = self._longest(told)
        wide = [bool(window.n_v) for window in told.windows]
        for i, window in enumerate(told.windows):
            findings: list[Finding] = []
            if self._worth(window, longest[i]):
                findings = window_findings(window, self._history(told, window), self._fs_hz)
            near = self._was_wide or wide[i] or (i + 1 == len(wide) or wide[i + 1])
            if near or not window.quality.analysable:
                findings += self._runs.push(window, self._beats(told, i))
            self._was_wide = wide[i]
            for episode in self._merger.push([window, *findings]):
                changed[episode.kind, episode.start] = episode
        return list(changed.values())

    def finish(self) -> list[Episode]:
        """The session is over."""
        last = self._merger.push(self._runs.finish())
        return [*last, *self._merger.finish()]

    @staticmethod
    def _worth(window: Window, longest_ms: float) -> bool:
        low, high = QUIET_BPM
        steady = window.hr_bpm is not None and low <= window.hr_bpm <= high
        return not steady or window.rhythm is Rhythm.AF or longest_ms >= QUIET_RR_MS

    @staticmethod
    def _longest(told: Told) -> list[float]:
        """The longest interval that ends in each window."""
        out = np.zeros(len(told.windows))
        edges = np.array([*(w.start for w in told.windows), told.windows[-1].start + told.windows[-1].n])
        place = np.searchsorted(edges, told.rr_end, side="right") - 1
        inside = (place >= 0) & (place < len(out))
        np.maximum.at(out, place[inside], told.rr_ms[inside])
        return [float(x) for x in out]

    def _history(self, told: Told, window: Window) -> History:
        """The intervals up to the window's end, as the rules ask for them."""
        end = window.start + window.n
        reach = round(CONTEXT_S * self._fs_hz)
        lo, hi = np.searchsorted(told.rr_end, (end - reach, end)).tolist()
        history = History(self._fs_hz)
        pairs = zip(told.rr_end[lo:hi].tolist(), told.rr_ms[lo:hi].tolist(), strict=True)
        history.intervals = [Interval(at, ms, clean=True) for at, ms in pairs]
        return history

    @staticmethod
    def _beats(told: Told, i: int) -> list[Beat]:
        part = slice(int(told.first[i]), int(told.last[i]))
        pairs = zip(told.beats.r[part].tolist(), told.beats.ectopic[part].tolist(), strict=True)
        return [Beat(r, LABELS[kind]) for r, kind in pairs]
