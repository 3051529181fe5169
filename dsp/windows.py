"""One analysis window: its medians, its rhythm, and what may not be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from dsp import coherence
from dsp.beat_intervals import measures, of_beat
from dsp.coherence import Facts
from dsp.irregularity import af_logit, irregularity
from dsp.middle import mean
from dsp.types import BeatLabel, Quality, Rhythm, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.interval_types import BeatIntervals
    from dsp.types import Beat, Fiducials

RULES: Final = "rules-1"
MIN_CHANGES: Final = 3  # differences of intervals: a root mean square of fewer is chance
STORED: Final = ("rr_ms", "pr_ms", "qrs_ms", "qt_ms", "qtcf_ms", "p_ms")  # columns of their own
AF_LOGIT: Final = 0.0  # evidence from which a window is called AF: 98 % of the others are not (MIT-BIH)
ECTOPIC_SHARE: Final = 0.1  # share of ectopic beats from which a rhythm is not called sinus
SINUS_MIN_BPM: Final = 40.0  # a slower rhythm is not called sinus without a look
SINUS_MAX_BPM: Final = 150.0
UNCONFIRMED: Final = coherence.UNCONFIRMED
N, S, V, Q = BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.Q


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a window is judged by.

    ``rr_ms``: intervals ending in it; ``changes_ms``: differences of successive ones without ectopic beats;
    ``context_rr_ms``: intervals of half a minute without ectopic beats; ``usual_st_uv``: the wearer's
    own ST level, if known; ``p_before``: beats with a P wave, and all, of the half minute before the window;
    ``every_rr_ms``: intervals of half a minute, ectopic beats or not.
    """

    fs_hz: float
    quality: Quality
    beats: Sequence[Beat]
    fiducials: Sequence[Fiducials]
    rr_ms: Sequence[float]
    changes_ms: Sequence[float]
    context_rr_ms: Sequence[float]
    usual_st_uv: float | None = None
    p_before: tuple[int, int] = (0, 0)
    every_rr_ms: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A rhythm with who called it. ``probability``: calibrated, from a model."""

    rhythm: Rhythm
    probability: float | None
    model: str


def p_share(seen: Evidence) -> float | None:
    """Share of beats with a P wave, of the half minute that intervals are told from; None without beats."""
    waves, beats = seen.p_before
    beats += len(seen.fiducials)
    return (waves + sum(f.p_peak is not None for f in seen.fiducials)) / beats if beats else None


def rule_call(seen: Evidence) -> Call:
    """Rhythm by rate, regularity, P waves and ectopic beats."""
    if not seen.quality.analysable:
        return Call(Rhythm.NOISE, None, RULES)
    if not seen.rr_ms:
        return Call(Rhythm.UNKNOWN, None, RULES)
    evidence = af_logit(seen.context_rr_ms, p_share(seen), count=len(seen.context_rr_ms))
    if evidence is not None and evidence > AF_LOGIT:
        return Call(Rhythm.AF, None, RULES)
    return Call(by_beats(seen), None, RULES)


def by_beats(seen: Evidence) -> Rhythm:
    """Sinus or other, by rate and ectopic beats; there is an interval, and it is not AF."""
    labels = [beat.label for beat in seen.beats]
    ectopic = len(labels) - labels.count(N) - labels.count(Q)
    bpm = 60_000.0 / mean(seen.rr_ms)
    regular = ectopic <= ECTOPIC_SHARE * len(labels) and SINUS_MIN_BPM <= bpm <= SINUS_MAX_BPM
    return Rhythm.SINUS if regular else Rhythm.OTHER


def build(seen: Evidence, call: Call) -> Window:
    """The row of one window; :mod:`dsp.coherence` says what it may say. Noise has no intervals at all."""
    nulls: dict[str, str] = {}
    good = seen.quality.analysable
    rr = seen.rr_ms if good else ()
    normal = _normal(seen)
    said = measures(normal, seen.rr_ms, usual_st_uv=seen.usual_st_uv, analysable=good)
    nulls |= {name: said[name].reason or "" for name in STORED if said[name].median is None}
    hr_bpm = round(60_000.0 / mean(rr), 1) if rr else None
    if hr_bpm is None:
        nulls["hr_bpm"] = nulls["rr_ms"]
    changes = seen.changes_ms if good else ()
    rmssd = None
    if len(changes) >= MIN_CHANGES:
        rmssd = round(sqrt(mean([change * change for change in changes])), 1)
    if rmssd is None:
        nulls["rmssd_ms"] = "too_few_beats" if good else "low_quality"
    labels = [beat.label for beat in seen.beats]
    window = Window(
        start=seen.quality.start,
        n=seen.quality.n,
        quality=seen.quality,
        rhythm=call.rhythm,
        probability=call.probability,
        model=call.model,
        n_beats=len(labels),
        hr_bpm=hr_bpm,
        rr_ms=said["rr_ms"].median,
        rmssd_ms=rmssd,
        pr_ms=said["pr_ms"].median,
        qrs_ms=said["qrs_ms"].median,
        qt_ms=said["qt_ms"].median,
        qtcf_ms=said["qtcf_ms"].median,
        p_ms=said["p_ms"].median,
        n_s=labels.count(S),
        n_v=labels.count(V),
        null_reasons=nulls,
        measures=said,
    )
    change = irregularity(seen.context_rr_ms)
    if change is None:  # early beats of AF look ectopic: where most do, all of them are judged
        change = irregularity(seen.every_rr_ms)
    facts = Facts(change, p_share(seen), [beat.pr_ms for beat in normal])
    return coherence.coherent(window, facts)


def _normal(seen: Evidence) -> list[BeatIntervals]:
    """Intervals of the normal beats; ectopic ones do not count."""
    normal = {beat.sample for beat in seen.beats if beat.label is N or beat.label is Q}
    return [of_beat(f, None, seen.fs_hz) for f in seen.fiducials if f.beat in normal]
