"""The rows of analysis windows from the beats in them, over arrays: the figures of ``dsp.windows.build``."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from daemon.ragged import counts, means, medians
from dsp import windows as rules
from dsp.types import Rhythm, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dsp.types import FloatArray, Quality

    Indices = NDArray[np.int64]

P_ON, P_PEAK, P_OFF, QRS_ON, QRS_OFF, T_OFF = 0, 1, 2, 3, 4, 7  # rows of ``Heard.waves``
SUPRA, VENTRICULAR = 1, 2


@dataclass(frozen=True, slots=True)
class Heard:
    """Beats on a session's axis, in order; (n,) each.

    ``r``: R peaks; ``ectopic``: 0 normal, 1 supraventricular, 2 ventricular; ``waves``: (8, n) sample indices
    of P onset, peak, offset, QRS onset, offset, T onset, peak, offset, NaN where there is none.
    """

    r: Indices
    ectopic: NDArray[np.int8]
    waves: FloatArray


class RR(NamedTuple):
    """Intervals and the window each ends in; (n,)."""

    window: Indices
    ms: FloatArray


class Figures(NamedTuple):
    """One window's numbers, NaN: too few beats for one. ``p_share``: share of beats with a P wave."""

    n_beats: int
    n_s: int
    n_v: int
    hr_bpm: float
    rr_ms: float
    rmssd_ms: float
    pr_ms: float
    qrs_ms: float
    qt_ms: float
    qtcf_ms: float
    p_ms: float
    p_share: float


def figures(beats: Heard, place: Indices, rr: RR, n: int, fs_hz: float) -> Iterator[Figures]:
    """The numbers of ``n`` windows; ``place``: the window of each beat."""
    scale = 1000.0 / fs_hz
    plain = beats.ectopic == 0
    waves, normal = beats.waves[:, plain], place[plain]

    def interval(begin: int, end: int) -> FloatArray:
        return np.round(medians((waves[end] - waves[begin]) * scale, normal, n, rules.MIN_WAVES), 1)

    successive = rr.window[1:] == rr.window[:-1]
    square = np.diff(rr.ms)[successive] ** 2
    rr_ms = np.round(medians(rr.ms, rr.window, n), 1)
    qt_ms = interval(QRS_ON, T_OFF)
    columns = (
        counts(place, n),
        counts(place[beats.ectopic == SUPRA], n),
        counts(place[beats.ectopic == VENTRICULAR], n),
        60_000.0 / means(rr.ms, rr.window, n),
        rr_ms,
        np.round(np.sqrt(means(square, rr.window[1:][successive], n, rules.MIN_BEATS)), 1),
        interval(P_ON, QRS_ON),
        interval(QRS_ON, QRS_OFF),
        qt_ms,
        np.round(qt_ms / np.cbrt(rr_ms / 1000.0), 1),
        interval(P_ON, P_OFF),
        means(np.isfinite(beats.waves[P_PEAK]).astype(np.float64), place, n),
    )
    return map(Figures._make, zip(*(column.tolist() for column in columns), strict=True))


def window(quality: Quality, numbers: Figures, change: float) -> Window:
    """The row; ``change``: irregularity of its context, NaN where it is unknown. As ``dsp.windows.build``."""
    rhythm = _rhythm(quality, numbers, change)
    is_af = rhythm is Rhythm.AF
    values = {
        name: None if isnan(x) else x for name, x in zip(Figures._fields[3:-1], numbers[3:-1], strict=True)
    }
    if is_af:
        values["pr_ms"] = values["p_ms"] = None
    hr_bpm = values.pop("hr_bpm")
    complete = hr_bpm is not None and None not in values.values()
    return Window(
        start=quality.start,
        n=quality.n,
        quality=quality,
        rhythm=rhythm,
        probability=None,
        model=rules.RULES,
        n_beats=numbers.n_beats,
        n_s=numbers.n_s,
        n_v=numbers.n_v,
        hr_bpm=None if hr_bpm is None else round(hr_bpm, 1),
        **values,
        flags=(rules.UNCONFIRMED,) if is_af and numbers.p_share >= rules.P_PRESENT else (),
        null_reasons={} if complete else _why(quality, values, is_af=is_af),
    )


def _rhythm(quality: Quality, numbers: Figures, change: float) -> Rhythm:
    if not quality.analysable:
        return Rhythm.NOISE
    if isnan(numbers.hr_bpm):
        return Rhythm.UNKNOWN
    if change >= rules.AF_LIMIT:
        return Rhythm.AF
    few = numbers.n_s + numbers.n_v <= rules.ECTOPIC_SHARE * numbers.n_beats
    steady = rules.SINUS_MIN_BPM <= numbers.hr_bpm <= rules.SINUS_MAX_BPM
    return Rhythm.SINUS if few and steady else Rhythm.OTHER


def _why(quality: Quality, values: dict[str, float | None], *, is_af: bool) -> dict[str, str]:
    """Why each missing figure is missing, in the chain's own words."""
    if not quality.analysable:
        return dict.fromkeys(("hr_bpm", *values), "low_quality")
    words = {"pr_ms": "no_p_waves", "p_ms": "no_p_waves", "qt_ms": "no_t_waves", "qtcf_ms": "no_t_waves"}
    if is_af:
        words["pr_ms"] = words["p_ms"] = "af"
    if values["qt_ms"] is not None:
        words["qtcf_ms"] = "too_few_beats"
    nulls = {name: words.get(name, "too_few_beats") for name, value in values.items() if value is None}
    if values["rr_ms"] is None:
        nulls["hr_bpm"] = "too_few_beats"
    return nulls
