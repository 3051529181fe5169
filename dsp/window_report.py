"""What is said of a window once its signal and beats are known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from dsp import neurokit, waves
from dsp.history import CONTEXT_S
from dsp.quality import assess
from dsp.resample import FS_HZ
from dsp.rhythm_calls import judged
from dsp.types import Fiducials, Quality, Rhythm
from dsp.windows import Evidence, build, rule_call

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsp.chain import Span
    from dsp.delineation import Delineate
    from dsp.history import History
    from dsp.models import Classifier
    from dsp.record_model import RecordModel
    from dsp.types import Result, Window

Delineator = Literal["hearth", "neurokit2"]

DELINEATORS: Final[Mapping[str, Delineate]] = {
    "hearth": waves.delineate,
    "neurokit2": neurokit.delineate,
}


@dataclass(frozen=True, slots=True)
class Reporter:
    """Says what a window holds.

    ``classifier`` is asked about the rhythm of good signal; ``judge``, made for it, about half a minute too.
    """

    delineator: Delineator = "hearth"
    classifier: Classifier | None = None
    judge: RecordModel | None = None

    def report(
        self,
        span: Span,
        bounds: tuple[int, int],
        history: History,
        *,
        cut: bool,
        fiducials: Sequence[Fiducials] | None = None,
    ) -> tuple[list[Result], Window]:
        """Quality, fiducials and row of a window, and the row by itself.

        Args:
            span: the window's signal and surroundings at 250 Hz.
            bounds: its first sample, and one past its last.
            history: beats and intervals; those intervals that end in a useless window are forgotten.
            cut: a gap has ended it.
            fiducials: of the beats inside, where they are out already; they are not given again. None: they
                are made here, of all beats of the window at once.
        """
        seen = self.evidence(span, bounds, history, cut=cut, fiducials=fiducials)
        good = seen.quality.analysable
        said = half = None
        if self.classifier and good:
            x = span.x[_window(span)]
            said, half = self.classifier.probabilities(x), self._half_minute(span, bounds, history)
        if self.classifier and said:
            call = judged(seen, said, self.classifier.title, half)
        else:
            call = rule_call(seen)
        window = build(seen, call)
        if half is not None:
            likeliest = max(half, key=lambda label: half[label])
            window = replace(window, rhythm_30s=likeliest, probability_30s=round(half[likeliest], 4))
        if (st_uv := window.measures["st_uv"].median) is not None:
            history.st.learn(st_uv)
        if fiducials is not None:
            return [seen.quality, window], window
        fiducials = seen.fiducials
        if window.rhythm is Rhythm.AF:  # what looks like a P wave there is not one
            fiducials = [replace(f, p_on=None, p_peak=None, p_off=None, p_uv=None) for f in fiducials]
        return [seen.quality, *fiducials, window], window

    def evidence(
        self,
        span: Span,
        bounds: tuple[int, int],
        history: History,
        *,
        cut: bool,
        fiducials: Sequence[Fiducials] | None = None,
    ) -> Evidence:
        """What the window of :meth:`report` is judged by: what rules are fitted on, too."""
        start, end = bounds
        inside = [k for k, beat in enumerate(history.beats) if start <= beat.sample < end]
        peaks = [round(history.marks[k]) - span.start for k in inside]
        window = _window(span)
        trust = [history.trust[k] for k in inside]
        verdict = assess(span.x[window], span.off[window], peaks, trust, cut=cut)
        quality = Quality(start, end - start, *verdict)
        if not quality.analysable:
            history.spoil(start, end)
            fiducials = ()
        elif fiducials is None:
            fiducials = self._fiducials(span, history, inside)
        p_before = history.p_waves(start, end)
        history.note_p(fiducials)
        return Evidence(
            fs_hz=history.fs_hz,
            quality=quality,
            beats=[history.beats[k] for k in inside],
            fiducials=fiducials,
            rr_ms=[interval.ms for interval in history.ending_in(start, end)],
            changes_ms=history.changes_in(start, end),
            context_rr_ms=[interval.ms for interval in history.context(end)],
            usual_st_uv=history.st.usual_uv,
            p_before=p_before,
            every_rr_ms=[one.ms for one in history.ending_in(end - round(CONTEXT_S * history.fs_hz), end)],
        )

    def _half_minute(
        self, span: Span, bounds: tuple[int, int], history: History
    ) -> Mapping[Rhythm, float] | None:
        """What classifier and judge say of the half minute that ends with a good window."""
        if self.classifier is None:
            return None
        start, end = bounds
        inside = [k for k, beat in enumerate(history.beats) if start <= beat.sample < end]
        beats, marks = [history.beats[k] for k in inside], [history.marks[k] - span.start for k in inside]
        return history.half_minute.ask(span.x[_window(span)], self.classifier, self.judge, beats, marks)

    def _fiducials(self, span: Span, history: History, inside: list[int]) -> list[Fiducials]:
        if not inside:
            return []
        held = [k for k in range(len(history.marks)) if history.marks[k] >= span.origin]
        marks = [min(round(history.marks[k]) - span.origin, len(span.x) - 1) for k in held]
        first = held.index(inside[0])
        found = DELINEATORS[self.delineator](span.x, marks, first, first + len(inside))
        scale = history.fs_hz / FS_HZ
        fiducials = []
        for k, mark in zip(inside, found, strict=True):
            at = history.marks[k] - span.origin
            fiducials.append(waves.placed(mark, history.beats[k].sample, at, scale))
        return fiducials


def _window(span: Span) -> slice:
    """Where the window lies in a span, which has its surroundings too."""
    return slice(span.start - span.origin, span.end - span.origin)


def withdrawn(window: Window, told: Sequence[Fiducials]) -> list[Fiducials]:
    """What must be taken back of waves told before their window was known: noise has none, AF no P."""
    if not window.quality.analysable:
        return [Fiducials(f.beat) for f in told]
    if window.rhythm is not Rhythm.AF:
        return []
    return [replace(f, p_on=None, p_peak=None, p_off=None, p_uv=None) for f in told if f.p_peak is not None]
