"""One rhythm label for a whole short recording."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.irregularity import af_logit
from dsp.middle import middle
from dsp.record_traits import traits
from dsp.resample import Resampler
from dsp.rhythm_input import detrended
from dsp.types import BeatLabel, Rhythm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsp.models import Classifier
    from dsp.record_model import RecordModel
    from dsp.types import Analysis, Beat, FloatArray, IntArray, Window

# The limits were set on half of the CinC 2017 training set: by name, records 0, 1, 4, 5, 8, 9, ...
GOOD_SHARE: Final = 0.1  # of the recording that must be analysable
NOISE_LOGIT: Final = -1.5  # mean log odds of the windows for noise, from which it is
LEAST_RATE_HZ: Final = 0.3  # beats per second below which no rhythm is seen
FAIR_QUALITY: Final = 0.4  # mean probability of right beats from which irregularity is the heart's
HUGE_LOGIT: Final = 2.5  # irregularity that, at poor quality, only noise makes
AF_LOGIT: Final = -0.5  # a whole recording is less varied than a day: less evidence is asked
SLOW_BPM: Final = 51.0
FAST_BPM: Final = 100.0
WIDE_MS: Final = 125.0
LONG_RR: Final = 1.22  # longest interval over the median: a pause after an ectopic beat
CHANGING: Final = 0.12  # root mean square of successive differences over the median
MIN_INTERVALS: Final = 5
LONGEST_MS: Final = 3000.0  # a longer interval is a break in what could be analysed


PIECE_S: Final = 4.0  # resampled at once: bounds memory, and is what the chain does


class RecordRhythm(StrEnum):
    """The classes of the CinC Challenge 2017."""

    NORMAL = "N"
    AF = "A"
    OTHER = "O"
    NOISE = "~"


LABELS: Final = {
    Rhythm.SINUS: RecordRhythm.NORMAL,
    Rhythm.AF: RecordRhythm.AF,
    Rhythm.OTHER: RecordRhythm.OTHER,
    Rhythm.NOISE: RecordRhythm.NOISE,
}


class Traits(NamedTuple):
    """What a recording is labelled by."""

    good_share: float
    quality: float
    noise: float
    beats_hz: float
    bpm: float
    longest: float
    changing: float
    qrs_ms: float
    af: float


def record_rhythm(analysis: Analysis) -> RecordRhythm:
    """The label of a recording of some 9 to 60 s, by rules on its beats and windows."""
    seen = _traits(analysis)
    if seen is None or seen.good_share < GOOD_SHARE or seen.beats_hz < LEAST_RATE_HZ:
        return RecordRhythm.NOISE
    if seen.noise > NOISE_LOGIT:
        return RecordRhythm.NOISE
    if seen.af > AF_LOGIT:
        if seen.quality >= FAIR_QUALITY:
            return RecordRhythm.AF
        return RecordRhythm.NOISE if seen.af > HUGE_LOGIT else RecordRhythm.NORMAL
    if not SLOW_BPM <= seen.bpm <= FAST_BPM or seen.qrs_ms > WIDE_MS:
        return RecordRhythm.OTHER
    ectopy = seen.longest > LONG_RR and seen.changing > CHANGING
    return RecordRhythm.OTHER if ectopy else RecordRhythm.NORMAL


def model_rhythm(
    uv: IntArray | FloatArray,
    fs_hz: float,
    classifier: Classifier,
    judge: RecordModel | None = None,
    beats: Sequence[Beat] = (),
) -> RecordRhythm | None:
    """The label of a recording of some 10 to 60 s by a model; None where it is too short for it.

    See :func:`model_said`.
    """
    said = model_said(uv, fs_hz, classifier, judge, beats)
    if said is None:
        return None
    likeliest = max(said, key=lambda label: said[label])
    return LABELS.get(likeliest, RecordRhythm.OTHER)


def model_said(
    uv: IntArray | FloatArray,
    fs_hz: float,
    classifier: Classifier,
    judge: RecordModel | None = None,
    beats: Sequence[Beat] = (),
) -> Mapping[Rhythm, float] | None:
    """Probabilities for a recording: the mean of looks as long as the model takes, half overlapping.

    None for a recording that is too short for it. Values that are not finite are held.

    Args:
        uv: samples in uV, (n,).
        fs_hz: sample rate, 100 to 1000 Hz.
        classifier: any.
        judge: weighs what it says with what ``beats`` and waves say, where it belongs to that classifier.
        beats: all that were found.

    Raises:
        RateError: the rate is outside that range.
    """
    x, n = at_chain_rate(np.asarray(uv, np.float64), fs_hz), classifier.n
    if len(x) < classifier.shortest:
        return None
    starts = [*range(0, max(1, len(x) - n), n // 2), max(0, len(x) - n)]
    said = classifier.many([x[k : k + n] for k in sorted(set(starts))]).mean(axis=0)
    told = dict(zip(classifier.labels, said.tolist(), strict=True))
    if judge is None or judge.network != classifier.sha256:
        return told
    return judge.probabilities(told, traits(detrended(x), beats, fs_hz))


def at_chain_rate(uv: FloatArray, fs_hz: float) -> FloatArray:
    """A whole recording at 250 Hz, as the chain makes it."""
    good = np.isfinite(uv)
    held = np.maximum.accumulate(np.where(good, np.arange(len(uv)), -1)) if len(uv) else np.empty(0, int)
    x = np.where(held >= 0, uv[held], 0.0)
    resampler, piece = Resampler(fs_hz), int(PIECE_S * fs_hz)
    parts = [resampler.push(x[k : k + piece], good[k : k + piece])[0] for k in range(0, len(x), piece)]
    return np.concatenate((*parts, resampler.finish()[0]))


def _traits(analysis: Analysis) -> Traits | None:
    """Traits of a recording; None where no intervals are seen."""
    total = sum(w.n for w in analysis.windows)
    good = [w for w in analysis.windows if w.quality.analysable]
    beats = [b for w in good for b in analysis.beats if w.start <= b.sample < w.start + w.n]
    intervals, sinus = [], []
    for before, beat in pairwise(beats):
        ms = (beat.sample - before.sample) * 1000.0 / analysis.fs_hz
        if ms < LONGEST_MS:
            intervals.append(ms)
            if BeatLabel.V not in (before.label, beat.label):
                sinus.append(ms)
    if len(intervals) < MIN_INTERVALS:
        return None
    waves = [f.p_peak is not None for f in analysis.fiducials]
    calm = sinus if len(sinus) >= MIN_INTERVALS else intervals
    logit = af_logit(calm, sum(waves) / len(waves) if waves else None, least=MIN_INTERVALS)
    rr = np.asarray(intervals)
    usual = middle(rr)
    return Traits(
        good_share=sum(w.n for w in good) / max(1, total),
        quality=sum(w.quality.score * w.n for w in analysis.windows) / max(1, total),
        noise=sum(log(w.quality.noise / (1.0 - w.quality.noise)) * w.n for w in analysis.windows) / total,
        beats_hz=len(beats) * analysis.fs_hz / max(1, total),
        bpm=60_000.0 / float(rr.mean()),
        longest=float(rr.max()) / usual,
        changing=float(np.sqrt(np.mean(np.diff(rr) ** 2))) / usual,
        qrs_ms=_usual_qrs(good),
        af=logit if logit is not None else -np.inf,
    )


def _usual_qrs(good: list[Window]) -> float:
    lengths = [w.qrs_ms for w in good if w.qrs_ms is not None]
    return float(np.median(lengths)) if lengths else 0.0
