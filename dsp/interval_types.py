"""Intervals and levels of beats, their summary over a window, and why one cannot be said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class NullReason(StrEnum):
    """Why a window has no figure for something."""

    LOW_QUALITY = "low_quality"  # the window is not analysable
    TOO_FEW_BEATS = "too_few_beats"
    NO_P_WAVES = "no_p_waves"  # in too few of its beats
    NO_T_WAVES = "no_t_waves"
    AF = "af"  # there are no P waves in atrial fibrillation
    NO_BASELINE = "no_baseline"  # the wearer's own ST level is not known yet


class BeatIntervals(NamedTuple):
    """Intervals, amplitudes and ST level of the beat at sample ``beat``; None where a wave was not found.

    Amplitudes and ST are signed, in uV from the isoelectric line: the signal just before the QRS complex.
    ``rr_ms`` ends at the beat. ``st_uv`` is taken 60 ms after the end of the QRS complex (J+60).
    """

    beat: int
    rr_ms: float | None
    pr_ms: float | None  # P onset to QRS onset
    qrs_ms: float | None
    qt_ms: float | None  # QRS onset to T end
    qtcf_ms: float | None  # corrected by the cube root of RR (Fridericia)
    qtcb_ms: float | None  # by its square root (Bazett)
    p_ms: float | None
    t_ms: float | None
    p_uv: float | None
    t_uv: float | None
    st_uv: float | None


METRICS: Final = (
    "rr_ms",
    "pr_ms",
    "qrs_ms",
    "qt_ms",
    "qtcf_ms",
    "qtcb_ms",
    "p_ms",
    "t_ms",
    "p_uv",
    "t_uv",
    "st_uv",
    "st_change_uv",  # of st_uv from the wearer's own baseline
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure over the beats of a window: its median and interquartile range, in the metric's unit.

    ``n``: beats that it is taken from. ``reason``: why there is no median; None where there is one.
    """

    median: float | None
    iqr: float | None
    n: int
    reason: NullReason | None = None
