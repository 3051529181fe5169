"""What a clinician would name, from windows, intervals and beat labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.coherence import BRADYCARDIA, TACHYCARDIA, counts_as_af, is_pause, rate_flag
from dsp.ectopy import Held, Turns
from dsp.irregularity import irregularity
from dsp.thresholds import value
from dsp.types import BeatLabel, Finding, FindingKind

if TYPE_CHECKING:
    from dsp.history import History
    from dsp.state import State
    from dsp.types import Beat, Window

OF_RATE: Final = {BRADYCARDIA: FindingKind.BRADY, TACHYCARDIA: FindingKind.TACHY}
BEATS_RIGHT: Final = 0.5  # quality from which a silence is the heart's: below it beats were likely missed
# Probability of noise from which wide beats at a usual rate are normal ones in noise. Of normal records of
# CinC 2017 in noise three false runs of four go, which 0.7 left, and one true one of 38 on DS1 in noise.
NOISY: Final = 0.3


def window_findings(window: Window, history: History) -> list[Finding]:
    """AF, brady- and tachycardia of one window, and the pauses that end in it."""
    if not window.quality.analysable:
        return []
    start, n = window.start, window.n
    findings: list[Finding] = []
    if counts_as_af(window.rhythm, window.flags):
        change = irregularity([interval.ms for interval in history.context(start + n)]) or 0.0
        findings.append(Finding(FindingKind.AF, start, n, round(change, 3), window.probability))
    findings += rate_findings(window)
    for interval in history.ending_in(start, start + n):
        if window.quality.score >= BEATS_RIGHT and is_pause(interval.ms, interval.doubt):
            length = round(interval.ms * history.fs_hz / 1000.0)
            seconds = round(interval.ms / 1000.0, 3)
            doubt = {"missed_beat_share": interval.doubt}
            findings.append(Finding(FindingKind.PAUSE, interval.end - length, length, seconds, None, doubt))
    return findings


def rate_findings(window: Window) -> list[Finding]:
    """Brady- and tachycardia of one window."""
    flag = rate_flag(window.hr_bpm)
    if flag is None or window.hr_bpm is None:
        return []
    return [Finding(OF_RATE[flag], window.start, window.n, window.hr_bpm)]


class Runs:
    """Follows the beat labels across windows: runs of wide beats, bigeminy and trigeminy.

    A run is reported when it ends, and at the end of every window while it lasts: the same start, a growing
    length. In noise normal beats look wide: there a run of wide beats must be fast as well.

    Args:
        fs_hz: sample rate of the beats' positions.
    """

    def __init__(self, fs_hz: float) -> None:
        self._fs_hz = fs_hz
        self._noisy = False
        self._wide: list[int] = []  # first sample, last sample, beats
        self._before = BeatLabel.Q
        self._turns = (Turns(FindingKind.BIGEMINY, 1), Turns(FindingKind.TRIGEMINY, 2))

    def push(self, window: Window, beats: list[Beat]) -> list[Finding]:
        """Findings of the next window; ``beats``: those in it. A useless window ends all runs."""
        if not window.quality.analysable:
            return self.finish()
        self._noisy = window.quality.noise >= NOISY
        findings: list[Finding] = []
        for beat in beats:
            findings += self._beat(beat)
        return findings + self._report()

    def finish(self) -> list[Finding]:
        """Ends all runs: samples are missing or useless."""
        findings = self._report()
        self._wide, self._before = [], BeatLabel.Q
        for turns in self._turns:
            turns.forget()
        return findings

    def _beat(self, beat: Beat) -> list[Finding]:
        findings: list[Finding] = []
        wide = beat.label is BeatLabel.V
        if wide and self._before is BeatLabel.V and self._wide:
            self._wide = [self._wide[0], beat.sample, self._wide[2] + 1]
        else:
            findings += self._report_wide()
            self._wide = [beat.sample, beat.sample, 1] if wide else []
        self._before = beat.label
        for turns in self._turns:
            findings += turns.push(beat)
        return findings

    def _report(self) -> list[Finding]:
        findings = self._report_wide()
        for turns in self._turns:
            findings += turns.report()
        return findings

    def _report_wide(self) -> list[Finding]:
        if not self._wide or self._wide[2] < value("wide_run"):
            return []
        first, last, count = self._wide
        if self._noisy and 60.0 * (count - 1) * self._fs_hz < value("tachy") * (last - first):
            return []
        return [Finding(FindingKind.WIDE_RUN, first, last - first + 1, float(count))]

    def state(self) -> State:
        """Everything the next beats depend on."""
        return {
            "wide": self._wide,
            "turns": [turns.held for turns in self._turns],
            "before": self._before.value,
            "noisy": self._noisy,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._wide = state["wide"]
        for turns, held in zip(self._turns, state["turns"], strict=True):
            turns.held = None if held is None else Held(*held)
        self._before = BeatLabel(state["before"])
        self._noisy = state["noisy"]
