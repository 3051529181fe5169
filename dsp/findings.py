"""What a clinician would name, from windows, intervals and beat labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.coherence import BRADYCARDIA, TACHYCARDIA, counts_as_af, is_pause, rate_flag
from dsp.irregularity import irregularity
from dsp.thresholds import value
from dsp.types import BeatLabel, Finding, FindingKind

if TYPE_CHECKING:
    from dsp.history import History
    from dsp.state import State
    from dsp.types import Beat, Window

OF_RATE: Final = {BRADYCARDIA: FindingKind.BRADY, TACHYCARDIA: FindingKind.TACHY}
BEATS_RIGHT: Final = 0.5  # quality from which a silence is the heart's: below it beats were likely missed
NOISY: Final = 0.7  # probability of noise from which wide beats at a usual rate are normal ones in noise
BIGEMINY_PAIRS: Final = 3  # normal-ectopic couples in a row that make a bigeminy
BETWEEN: Final = 2  # other beats between the ectopic ones of a trigeminy
TRIGEMINY_BEATS: Final = 7  # from an ectopic beat to the third of its kind, two others before each


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
        self._couples: list[int] = []
        self._thirds: list[int] = []  # likewise; and how many others since the last ectopic beat
        self._before = BeatLabel.Q

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
        self._wide, self._couples, self._thirds, self._before = [], [], [], BeatLabel.Q
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
        findings += self._third(beat)
        self._before = beat.label
        return findings

    def _third(self, beat: Beat) -> list[Finding]:
        """Follows ectopic beats with two others between them."""
        wide = beat.label is BeatLabel.V
        held = self._thirds
        if held and beat.label is not BeatLabel.Q:
            first, last, count, others = held
            if wide and others == BETWEEN:
                self._thirds = [first, beat.sample, count + others + 1, 0]
                return []
            if not wide and others < BETWEEN:
                self._thirds = [first, last, count, others + 1]
                return []
        findings = self._report_thirds()
        self._thirds = [beat.sample, beat.sample, 1, 0] if wide else []
        return findings

    def _report(self) -> list[Finding]:
        return self._report_wide() + self._report_couples() + self._report_thirds()

    def _report_wide(self) -> list[Finding]:
        if not self._wide or self._wide[2] < value("wide_run"):
            return []
        first, last, count = self._wide
        if self._noisy and 60.0 * (count - 1) * self._fs_hz < value("tachy") * (last - first):
            return []
        return [Finding(FindingKind.WIDE_RUN, first, last - first + 1, float(count))]

    def _report_couples(self) -> list[Finding]:
        if not self._couples or self._couples[2] < 2 * BIGEMINY_PAIRS:
            return []
        first, last, count = self._couples
        return [Finding(FindingKind.BIGEMINY, first, last - first + 1, float(count))]

    def _report_thirds(self) -> list[Finding]:
        if not self._thirds or self._thirds[2] < TRIGEMINY_BEATS:
            return []
        first, last, count, _ = self._thirds
        return [Finding(FindingKind.TRIGEMINY, first, last - first + 1, float(count))]

    def state(self) -> State:
        """Everything the next beats depend on."""
        return {
            "wide": self._wide,
            "couples": self._couples,
            "thirds": self._thirds,
            "before": self._before.value,
            "noisy": self._noisy,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._wide = state["wide"]
        self._couples = state["couples"]
        self._thirds = state["thirds"]
        self._before = BeatLabel(state["before"])
        self._noisy = state["noisy"]
