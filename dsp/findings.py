"""What a clinician would name, from windows, intervals and beat labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.irregularity import irregularity
from dsp.thresholds import value
from dsp.types import BeatLabel, Finding, FindingKind, Rhythm
from dsp.windows import UNCONFIRMED

if TYPE_CHECKING:
    from dsp.history import History
    from dsp.state import State
    from dsp.types import Beat, Window

MAX_DOUBT: Final = (
    0.25  # share of a beat's height that something inside a pause may have: more was a small beat
)
BIGEMINY_PAIRS: Final = 3  # normal-ectopic couples in a row that make a bigeminy


def window_findings(window: Window, history: History) -> list[Finding]:
    """AF, brady- and tachycardia of one window, and the pauses that end in it."""
    if not window.quality.analysable:
        return []
    start, n = window.start, window.n
    findings: list[Finding] = []
    if window.rhythm is Rhythm.AF and UNCONFIRMED not in window.flags:
        change = irregularity([interval.ms for interval in history.context(start + n)]) or 0.0
        findings.append(Finding(FindingKind.AF, start, n, round(change, 3), window.probability))
    findings += rate_findings(window)
    pause_ms = 1000.0 * value("pause")
    for interval in history.ending_in(start, start + n):
        if interval.ms >= pause_ms and interval.doubt <= MAX_DOUBT:
            length = round(interval.ms * history.fs_hz / 1000.0)
            seconds = round(interval.ms / 1000.0, 3)
            doubt = {"missed_beat_share": interval.doubt}
            findings.append(Finding(FindingKind.PAUSE, interval.end - length, length, seconds, None, doubt))
    return findings


def rate_findings(window: Window) -> list[Finding]:
    """Brady- and tachycardia of one window."""
    if window.hr_bpm is None:
        return []
    if window.hr_bpm < value("brady"):
        return [Finding(FindingKind.BRADY, window.start, window.n, window.hr_bpm)]
    if window.hr_bpm > value("tachy"):
        return [Finding(FindingKind.TACHY, window.start, window.n, window.hr_bpm)]
    return []


class Runs:
    """Follows the beat labels across windows: runs of wide beats and bigeminy.

    A run is reported when it ends, and at the end of every window while it lasts: the same start, a growing
    length.
    """

    def __init__(self) -> None:
        self._wide: list[int] = []  # first sample, last sample, beats
        self._couples: list[int] = []
        self._before = BeatLabel.Q

    def push(self, window: Window, beats: list[Beat]) -> list[Finding]:
        """Findings of the next window; ``beats``: those in it. A useless window ends all runs."""
        if not window.quality.analysable:
            return self.finish()
        findings: list[Finding] = []
        for beat in beats:
            findings += self._beat(beat)
        return findings + self._report()

    def finish(self) -> list[Finding]:
        """Ends all runs: samples are missing or useless."""
        findings = self._report()
        self._wide, self._couples, self._before = [], [], BeatLabel.Q
        return findings

    def _beat(self, beat: Beat) -> list[Finding]:
        findings: list[Finding] = []
        wide = beat.label is BeatLabel.V
        was_wide = self._before is BeatLabel.V
        if wide and was_wide and self._wide:
            self._wide = [self._wide[0], beat.sample, self._wide[2] + 1]
        else:
            findings += self._report_wide()
            self._wide = [beat.sample, beat.sample, 1] if wide else []
        if wide != was_wide and self._before is not BeatLabel.Q and self._couples:
            self._couples = [self._couples[0], beat.sample, self._couples[2] + 1]
        else:
            findings += self._report_couples()
            self._couples = [beat.sample, beat.sample, 1] if not wide or not was_wide else []
        self._before = beat.label
        return findings

    def _report(self) -> list[Finding]:
        return self._report_wide() + self._report_couples()

    def _report_wide(self) -> list[Finding]:
        if not self._wide or self._wide[2] < value("wide_run"):
            return []
        first, last, count = self._wide
        return [Finding(FindingKind.WIDE_RUN, first, last - first + 1, float(count))]

    def _report_couples(self) -> list[Finding]:
        if not self._couples or self._couples[2] < 2 * BIGEMINY_PAIRS:
            return []
        first, last, count = self._couples
        return [Finding(FindingKind.BIGEMINY, first, last - first + 1, float(count))]

    def state(self) -> State:
        """Everything the next beats depend on."""
        return {"wide": self._wide, "couples": self._couples, "before": self._before.value}

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._wide = state["wide"]
        self._couples = state["couples"]
        self._before = BeatLabel(state["before"])
