"""One window of RR intervals without a waveform: rate, regularity, and what can never be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.coherence import rate_flag
from dsp.irregularity import MIN_INTERVALS, af_logit_rr, irregularity
from dsp.types import Finding, FindingKind, Quality, QualityReason, Rhythm, Window
from dsp.windows import AF_LOGIT, MIN_CHANGES, SINUS_MAX_BPM, SINUS_MIN_BPM

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION: Final = "rr-1"
NO_WAVEFORM: Final = "no_waveform"  # why a metric has no value
BY_INTERVALS: Final = "NO_WAVEFORM"  # flag of an episode that was told from RR intervals alone
WAVES: Final = ("pr_ms", "qrs_ms", "qt_ms", "qtcf_ms", "p_ms")
ANALYSABLE: Final = 0.5  # share of the time in intervals that can be believed
JUMP_WORTH: Final = 0.5  # an odd interval may be an early beat, and then it is right
OFF_SHARE: Final = 0.2  # of a window without skin contact makes it useless, as on an ECG
MIN_BELIEVED: Final = 2  # intervals that a rate is told from: 3 s long, they fill most of a window
UNEVEN_SHARE: Final = 0.2  # of changes: one early beat in ten makes three of them


@dataclass(frozen=True, slots=True)
class Heard:
    """What a window is judged by; intervals in ms.

    ``believed``: those ending in it that can be; ``odd``: those that leave an even rhythm and come back;
    ``doubted``: those that no heart has; ``changes``: differences of successive believed ones; ``context``:
    those of the time around it that a heart can have, ``uneven``: the share of them that change; ``off``:
    share of the window without skin contact; ``short``: too short to judge; ``cut``: a gap has ended it.
    """

    start: int
    n: int
    n_beats: int
    believed: Sequence[float]
    odd: Sequence[float]
    doubted: Sequence[float]
    changes: Sequence[float]
    context: Sequence[float]
    uneven: float
    off: float
    short: bool
    cut: bool


def quality(heard: Heard) -> Quality:
    """How much of the window can be believed."""
    reasons = [QualityReason.GAP] if heard.cut else []
    good, odd, bad = (sum(some) for some in (heard.believed, heard.odd, heard.doubted))
    whole = good + odd + bad
    score = round((1.0 - heard.off) * (good + JUMP_WORTH * odd) / whole, 3) if whole else 0.0
    if heard.short and not heard.cut:
        reasons.append(QualityReason.GAP)
    if heard.off > 0.0:
        reasons.append(QualityReason.LEAD_OFF)
    useless = heard.short or heard.off > OFF_SHARE
    poor = score < ANALYSABLE or len(heard.believed) < MIN_BELIEVED
    if poor and not useless:
        reasons.append(QualityReason.NOISE)
    fine = not (useless or poor)
    return Quality(heard.start, heard.n, score if fine else min(score, 0.4), fine, tuple(reasons))


def rhythm(heard: Heard, bpm: float) -> Rhythm:
    """What regularity alone tells: AF, an even rhythm of a usual rate, or another one."""
    evidence = af_logit_rr(heard.context)
    if evidence is None:
        return Rhythm.UNKNOWN
    if evidence > AF_LOGIT:
        return Rhythm.AF
    even = heard.uneven <= UNEVEN_SHARE and SINUS_MIN_BPM <= bpm <= SINUS_MAX_BPM
    return Rhythm.REGULAR if even else Rhythm.OTHER


def build(heard: Heard) -> Window:
    """The row of a window. Whatever takes a waveform is NULL, and says so."""
    nulls = dict.fromkeys(WAVES, NO_WAVEFORM)
    told = quality(heard)
    bpm = rr_ms = rmssd = None
    called = Rhythm.NOISE
    if told.analysable:
        bpm = round(60_000.0 / float(np.mean(heard.believed)), 1)
        rr_ms = round(float(np.median(heard.believed)), 1)
        called = rhythm(heard, bpm)
        if len(heard.changes) >= MIN_CHANGES:
            rmssd = round(float(np.sqrt(np.mean(np.square(heard.changes)))), 1)
    why = "too_few_beats" if told.analysable else "low_quality"
    values = {"hr_bpm": bpm, "rr_ms": rr_ms, "rmssd_ms": rmssd}
    nulls.update({name: why for name, value in values.items() if value is None})
    return Window(
        start=heard.start,
        n=heard.n,
        quality=told,
        rhythm=called,
        probability=None,
        model=VERSION,
        n_beats=heard.n_beats,
        hr_bpm=bpm,
        rr_ms=rr_ms,
        rmssd_ms=rmssd,
        pr_ms=None,
        qrs_ms=None,
        qt_ms=None,
        qtcf_ms=None,
        p_ms=None,
        flags=() if (flag := rate_flag(bpm)) is None else (flag,),
        null_reasons=nulls,
    )


def af_finding(window: Window, context: Sequence[float]) -> list[Finding]:
    """AF of a window. There are no pauses: an interval is long after each beat that a strap has missed."""
    if window.rhythm is not Rhythm.AF or len(context) < MIN_INTERVALS:
        return []
    return [Finding(FindingKind.AF, window.start, window.n, round(irregularity(context) or 0.0, 3))]
