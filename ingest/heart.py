"""A heart as a scenario describes it: its usual way of beating, and what happens to it."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

from ingest.moments import Duration, Moment

# A quiet day of an adult, bpm at the middle of each local hour.
DAY_RATES_BPM: Final = (
    *(60.0, 59.0, 58.0, 58.0, 59.0, 61.0, 65.0, 71.0, 74.0, 76.0, 75.0, 74.0),
    *(73.0, 73.0, 74.0, 75.0, 76.0, 77.0, 75.0, 73.0, 70.0, 67.0, 64.0, 61.0),
)

Rate = Annotated[float, Meta(ge=20, le=300)]
PerHour = Annotated[float, Meta(ge=0, le=2000)]
Interval = Annotated[float, Meta(ge=20, le=800)]


class Sinus(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="sinus"
):
    """Sinus rhythm at a rate of its own: a slow night, a walk, a tachycardia."""

    at: Moment
    duration: Duration
    rate_bpm: Annotated[Rate, Meta(description="Mean rate of the spell.")]


class Af(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="af"):
    """Atrial fibrillation: irregular, without P waves."""

    at: Moment
    duration: Duration
    rate_bpm: Annotated[Rate, Meta(description="Mean ventricular rate.")] = 105.0
    irregularity: Annotated[
        float,
        Meta(ge=0.05, le=0.5, description="Standard deviation of the RR intervals as a share of their mean."),
    ] = 0.22


class Pause(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="pause"
):
    """One long RR interval."""

    at: Moment
    seconds: Annotated[float, Meta(ge=1.5, le=20, description="From R peak to R peak.")]


class WideRun(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="wide_run"
):
    """A run of ventricular beats."""

    at: Moment
    beats: Annotated[int, Meta(ge=2, le=500, description="Ventricular beats in a row.")] = 5
    rate_bpm: Annotated[Rate, Meta(description="Rate of the run.")] = 150.0


class Bigeminy(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="bigeminy"
):
    """Every second beat ventricular."""

    at: Moment
    duration: Duration


class Ectopy(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="ectopy"
):
    """Other ectopic rates for a while."""

    at: Moment
    duration: Duration
    s_per_hour: Annotated[PerHour, Meta(description="Supraventricular ectopic beats an hour.")] = 0.0
    v_per_hour: Annotated[PerHour, Meta(description="Ventricular ectopic beats an hour.")] = 0.0


class Change(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="change"
):
    """Another baseline, as a medicine gives it; without a duration it stays."""

    at: Moment
    duration: Duration | None = None
    rate_shift_bpm: Annotated[float, Meta(ge=-100, le=100, description="Added to the sinus rate.")] = 0.0
    pr_ms: Interval | None = None
    qrs_ms: Interval | None = None
    qtcf_ms: Interval | None = None


HeartEvent = Sinus | Af | Pause | WideRun | Bigeminy | Ectopy | Change


class Heart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a wearer's heart beats where nothing else is said."""

    rate_bpm: Annotated[
        Rate | tuple[Rate, ...],
        Meta(description="Sinus rate: one number, or 24, one for the middle of each local hour."),
    ] = DAY_RATES_BPM
    drift_bpm: Annotated[
        float, Meta(ge=0, le=30, description="Slow wandering of the rate, standard deviation.")
    ] = 2.5
    rmssd_ms: Annotated[
        float, Meta(ge=0, le=200, description="Beat-to-beat variability of sinus rhythm.")
    ] = 28.0
    pr_ms: Annotated[Interval, Meta(description="P onset to QRS onset.")] = 160.0
    p_ms: Annotated[Interval, Meta(description="Duration of the P wave.")] = 104.0
    qrs_ms: Annotated[
        Interval, Meta(description="Duration of the QRS complex; ventricular beats are 60 ms wider.")
    ] = 92.0
    qtcf_ms: Annotated[Interval, Meta(description="QT interval at 60 bpm (Fridericia).")] = 408.0
    amplitude_uv: Annotated[float, Meta(ge=50, le=5000, description="R peak above the baseline.")] = 1100.0
    s_per_hour: Annotated[PerHour, Meta(description="Supraventricular ectopic beats an hour.")] = 0.0
    v_per_hour: Annotated[PerHour, Meta(description="Ventricular ectopic beats an hour.")] = 0.0
    events: Annotated[
        tuple[HeartEvent, ...], Meta(description="What happens; the later in the file wins.")
    ] = ()
