"""Alarms as they cross the seams: one condition, how urgent it is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AlarmKind(StrEnum):
    """IEEE 11073-10207 alert condition kind."""

    PHYSIOLOGICAL = "Physiological"
    TECHNICAL = "Technical"
    OTHER = "Other"


class AlarmPriority(StrEnum):
    """IEEE 11073-10207 alert condition priority: how soon somebody must look."""

    HIGH = "High"  # immediate
    MEDIUM = "Medium"  # prompt
    LOW = "Low"  # awareness


class AlarmPresence(StrEnum):
    """IEEE 11073-10207 alert signal presence."""

    ON = "On"
    OFF = "Off"
    LATCHED = "Latched"
    ACKNOWLEDGED = "Acknowledged"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm condition at one moment. ``device`` is None for the gateway itself."""

    rule: str
    device: str | None
    kind: AlarmKind
    priority: AlarmPriority
    presence: AlarmPresence
    at_ns: int
    text: str
    value: float | None = None
    episode: int | None = None
