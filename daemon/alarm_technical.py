"""The technical alarm rules, as pure functions of how things stand.

Durations are measured by the caller on the monotonic clock, so no rule moves when the wall clock does.
``active`` says whether the alarm is on now: that is where the hysteresis is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from daemon.alarm_rules import HOLD, Level, Verdict
from dsp.alarms import AlarmPriority

LEAD_BACK_S: Final = 10.0  # one analysis window with contact before the alarm ends: a loose strap flickers
BATTERY_MARGIN_PCT: Final = 5  # a charge reading wobbles by a percent or two
DISK_MARGIN: Final = 1.2  # free space must come back by a fifth: a write-ahead log grows and shrinks
STORE_AFTER_S: Final = 2.0  # the alarm is wanted within 5 s of a full disk; a single slow commit is not one
STORE_LOCKED_AFTER_S: Final = 5.0  # a backup or a check by hand may lock the database for a moment
STORE_BACK_S: Final = 2.0  # a disk at its brim fails and works by turns
BROKER_AFTER_S: Final = 5.0  # the alarm is wanted within 10 s; a broker restarts in two
BROKER_BACK_S: Final = 5.0  # as long again before it counts as back
CLOCK_STEP_S: Final = 60.0  # time synchronisation slews what is smaller
CLOCK_CALM_S: Final = 600.0  # a clock that has not stepped for this long is trusted again
CLOCK_EARLIEST_NS: Final = 1_735_689_600_000_000_000  # 2025-01-01: no gateway ran this program before
QUARANTINE_WINDOW_S: Final = 600.0  # payloads are counted over this long
QUARANTINE_CALM: Final = 0.2  # share of the limit at which the flood counts as over


@dataclass(frozen=True, slots=True)
class TechnicalLimits:
    """Configured limits; units in the names."""

    no_data_low_s: float = 900.0
    no_data_medium_s: float = 1800.0
    lead_off_low_s: float = 60.0
    lead_off_medium_s: float = 900.0
    not_worn_s: float = 1800.0
    battery_low_pct: int = 15
    battery_medium_pct: int = 5
    quarantine_count: int = 10
    disk_free_bytes: int = 500_000_000


def no_data(silent_s: float, limits: TechnicalLimits) -> Verdict:
    """Nothing received from a wearable for ``silent_s``. Ends with the first packet."""
    minutes = silent_s / 60
    if silent_s >= limits.no_data_medium_s:
        return Level(AlarmPriority.MEDIUM, f"No data for {minutes:.0f} min", minutes)
    if silent_s >= limits.no_data_low_s:
        return Level(AlarmPriority.LOW, f"No data for {minutes:.0f} min", minutes)
    return None


def lead_off(off: bool, lasting_s: float, limits: TechnicalLimits, *, active: bool) -> Verdict:
    """An electrode has been off (or back on) for ``lasting_s``."""
    if not off:
        return HOLD if active and lasting_s < LEAD_BACK_S else None
    minutes = lasting_s / 60
    if lasting_s >= limits.lead_off_medium_s:
        return Level(AlarmPriority.MEDIUM, f"Electrode off for {minutes:.0f} min", minutes)
    if lasting_s >= limits.lead_off_low_s:
        return Level(AlarmPriority.LOW, "Electrode off, or not worn: no heart signal", minutes)
    return HOLD if active else None


def low_battery(charge_pct: int | None, limits: TechnicalLimits, *, active: bool) -> Verdict:
    """The wearable's battery at ``charge_pct``; None: it has not said."""
    if charge_pct is None:
        return HOLD
    if charge_pct <= limits.battery_medium_pct:
        return Level(AlarmPriority.MEDIUM, f"Battery nearly empty ({charge_pct} %)", charge_pct)
    if charge_pct <= limits.battery_low_pct:
        return Level(AlarmPriority.LOW, f"Battery low ({charge_pct} %)", charge_pct)
    return HOLD if active and charge_pct < limits.battery_low_pct + BATTERY_MARGIN_PCT else None


def disk_low(free_bytes: int, limits: TechnicalLimits, *, active: bool) -> Verdict:
    """Free space on the database's disk."""
    megabytes = free_bytes / 1e6
    if free_bytes < limits.disk_free_bytes:
        return Level(AlarmPriority.MEDIUM, f"Disk nearly full ({megabytes:.0f} MB free)", megabytes)
    return HOLD if active and free_bytes < limits.disk_free_bytes * DISK_MARGIN else None


def store_trouble(kind: str | None, lasting_s: float, *, active: bool) -> Verdict:
    """Nothing is being committed because of ``kind`` (full, io, memory, locked); None: all is well."""
    if kind is None:
        return HOLD if active and lasting_s < STORE_BACK_S else None
    if kind == "locked":
        if lasting_s < STORE_LOCKED_AFTER_S:
            return HOLD if active else None
        return Level(AlarmPriority.MEDIUM, "Recording waits: another program has locked the database")
    if lasting_s < STORE_AFTER_S:
        return HOLD if active else None
    why = {"full": "the disk is full", "memory": "memory is used up"}.get(kind, "the disk does not work")
    return Level(AlarmPriority.HIGH, f"Nothing is being recorded: {why}")


def broker_down(down: bool, lasting_s: float, *, active: bool) -> Verdict:
    """The connection to the broker has been lost (or back) for ``lasting_s``."""
    if down:
        if lasting_s >= BROKER_AFTER_S:
            return Level(AlarmPriority.MEDIUM, "No connection to the MQTT broker")
        return HOLD if active else None
    return HOLD if active and lasting_s < BROKER_BACK_S else None


def clock_fault(now_ns: int, since_step_s: float | None) -> Verdict:
    """The gateway's wall clock: impossible, or stepped ``since_step_s`` ago (None: never)."""
    if now_ns < CLOCK_EARLIEST_NS:
        return Level(AlarmPriority.MEDIUM, "The gateway's clock is wrong: it has not been set")
    if since_step_s is not None and since_step_s < CLOCK_CALM_S:
        return Level(AlarmPriority.LOW, "The gateway's clock was moved: times around now may be off")
    return None


def quarantine(count: int, limits: TechnicalLimits, *, active: bool) -> Verdict:
    """``count`` payloads of a source within the counting window could not be understood."""
    if count >= limits.quarantine_count:
        return Level(AlarmPriority.LOW, f"{count} messages could not be understood", count)
    return HOLD if active and count > limits.quarantine_count * QUARANTINE_CALM else None
