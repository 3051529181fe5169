"""What a user may set about alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from daemon.alarm_rules import Limits
from daemon.alarm_technical import TechnicalLimits
from dsp.thresholds import DEFAULTS, value

if TYPE_CHECKING:
    from collections.abc import Mapping

Optional = Literal[
    "af",
    "no_data",
    "lead_off",
    "not_worn",
    "wearable_trouble",
    "low_battery",
    "quarantine",
    "disk_low",
    "broker_down",
    "bluetooth_down",
    "clock_fault",
    "model_missing",
]
Adjustable = Literal[
    "af_alert",
    "pause",
    "severe_brady",
    "severe_brady_duration",
    "extreme_tachy",
    "extreme_tachy_duration",
    "wide_run",
]
LEAST: Final = {
    "af_alert": "af_episode",
    "pause": "pause",
    "wide_run": "wide_run",
}  # shorter is not looked for
MB: Final = 1_000_000


class AlarmsConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Home-monitoring alarms. Hearth is not a medical device; limits need a clinician's confirmation."""

    off: Annotated[
        tuple[Optional, ...], Meta(description="Rules that are switched off. Critical ones cannot be.")
    ] = ()
    thresholds: Annotated[
        dict[Adjustable, Annotated[float, Meta(gt=0)]],
        Meta(description="Limits that differ from the registry's, by its names and in its units."),
    ] = {}
    no_data_low_min: Annotated[
        float, Meta(gt=0, le=1440, description="Minutes without data until a Low alarm.")
    ] = 15
    no_data_medium_min: Annotated[
        float, Meta(gt=0, le=1440, description="Minutes without data until it becomes Medium.")
    ] = 30
    lead_off_low_s: Annotated[
        float, Meta(gt=0, le=3600, description="Seconds with an electrode off until a Low alarm.")
    ] = 60
    lead_off_medium_min: Annotated[
        float, Meta(gt=0, le=1440, description="Minutes with an electrode off until it becomes Medium.")
    ] = 15
    not_worn_min: Annotated[
        float,
        Meta(
            gt=0, le=10_080, description="Minutes that a strap is off the body until a Low alarm, told once."
        ),
    ] = 30
    battery_low_pct: Annotated[
        int, Meta(ge=0, le=95, description="Charge, in percent, at which the battery alarm is Low.")
    ] = 15
    battery_medium_pct: Annotated[
        int, Meta(ge=0, le=95, description="Charge, in percent, at which it becomes Medium.")
    ] = 5
    quarantine_count: Annotated[
        int, Meta(ge=1, le=1000, description="Messages within ten minutes that could not be understood.")
    ] = 10
    repeat_min: Annotated[
        tuple[Annotated[float, Meta(gt=0, le=10_080)], ...],
        Meta(
            max_length=20,
            description="Minutes until an unacknowledged alarm is told again; the last repeats.",
        ),
    ] = (15, 30, 60)

    def __post_init__(self) -> None:
        """Refuse what contradicts itself or could never be found."""
        if self.no_data_medium_min < self.no_data_low_min:
            raise ValueError("wanted no_data_medium_min not below no_data_low_min")
        if self.lead_off_medium_min * 60 < self.lead_off_low_s:
            raise ValueError("wanted lead_off_medium_min not below lead_off_low_s")
        if self.battery_medium_pct > self.battery_low_pct:
            raise ValueError("wanted battery_medium_pct not above battery_low_pct")
        for name, least in LEAST.items():
            if name in self.thresholds and self.thresholds[name] < value(least):
                raise ValueError(
                    f"wanted thresholds.{name} not below {value(least):g}: less is not looked for"
                )

    def limits(self, registry: Mapping[str, float] | None = None) -> Limits:
        """Limits of the physiological rules: those set here over ``registry`` (default: the built-in one)."""
        known = registry or {name: threshold.value for name, threshold in DEFAULTS.items()}
        own = {str(name): limit for name, limit in self.thresholds.items()}
        return Limits.of({**known, **own})

    def technical(self, *, min_free_mb: int) -> TechnicalLimits:
        """Limits of the technical rules. ``min_free_mb``: free disk space below which there is an alarm."""
        return TechnicalLimits(
            no_data_low_s=self.no_data_low_min * 60,
            no_data_medium_s=self.no_data_medium_min * 60,
            lead_off_low_s=self.lead_off_low_s,
            lead_off_medium_s=self.lead_off_medium_min * 60,
            not_worn_s=self.not_worn_min * 60,
            battery_low_pct=self.battery_low_pct,
            battery_medium_pct=self.battery_medium_pct,
            quarantine_count=self.quarantine_count,
            disk_free_bytes=min_free_mb * MB,
        )
