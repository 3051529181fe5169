"""What is said of a window once its signal and beats are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsp.delineation import delineate
from dsp.quality import assess
from dsp.resample import FS_HZ
from dsp.types import Fiducials, Quality, Rhythm
from dsp.windows import Evidence, build, rule_call

if TYPE_CHECKING:
    from dsp.chain import Span
    from dsp.history import History
    from dsp.models import Classifier
    from dsp.types import Beat, Result, Window


def report(
    span: Span, start: int, end: int, history: History, fs_hz: float, classifier: Classifier | None
) -> tuple[list[Result], Window]:
    """Quality, fiducials and row of a window, and the row by itself.

    Args:
        span: the window's signal and surroundings at 250 Hz.
        start: its first sample.
        end: one past its last sample.
        history: beats and intervals; intervals of a window that is not analysable are forgotten.
        fs_hz: the sample rate.
        classifier: calls the rhythm where the signal is good, instead of the rules.
    """
    inside = [k for k, beat in enumerate(history.beats) if start <= beat.sample < end]
    beats = [history.beats[k] for k in inside]
    a, b = span.start - span.origin, span.end - span.origin
    x = span.x[a:b]
    peaks = [round(history.marks[k]) - span.start for k in inside]
    score, analysable, reasons = assess(x, span.off[a:b], peaks, cut=span.last)
    quality = Quality(start, end - start, score, analysable, reasons)
    if not analysable:
        history.spoil(start, end)
    fiducials = _fiducials(span, history, inside) if analysable else []
    evidence = Evidence(
        fs_hz,
        quality,
        beats,
        fiducials,
        [interval.ms for interval in history.ending_in(start, end)],
        [interval.ms for interval in history.context(end)],
    )
    modelled = classifier.call(x) if classifier and analysable else None
    call = modelled or rule_call(evidence)
    window = build(evidence, call)
    if window.rhythm is Rhythm.AF:
        fiducials = [replace(f, p_on=None, p_peak=None, p_off=None) for f in fiducials]
    return [quality, *fiducials, window], window


def _fiducials(span: Span, history: History, inside: list[int]) -> list[Fiducials]:
    if not inside:
        return []
    first = inside[0]
    held = [k for k in range(len(history.marks)) if history.marks[k] >= span.origin]
    marks = [min(round(history.marks[k]) - span.origin, len(span.x) - 1) for k in held]
    found = delineate(span.x, marks, held.index(first))
    fiducials = []
    for k, mark in zip(inside, found, strict=False):  # beats after the window are context only
        beat: Beat = history.beats[k]

        def place(at: int | None, beat: Beat = beat, mark: float = history.marks[k]) -> int | None:
            return (
                None if at is None else beat.sample + round((span.origin + at - mark) * history.fs_hz / FS_HZ)
            )

        fiducials.append(Fiducials(beat.sample, *(place(at) for at in mark)))
    return fiducials
