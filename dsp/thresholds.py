"""The one registry of clinical thresholds, each with unit, source and date.

They need a clinician's confirmation before anybody relies on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PR_SOURCE: Final = "Surawicz 2009 AHA/ACCF/HRS part III; conventional adult limits"
QT_SOURCE: Final = "Rautaharju 2009 AHA/ACCF/HRS part IV"
AF_SOURCE: Final = "Hindricks 2020 ESC atrial fibrillation guideline: 30 s single-lead episode"
RATE_SOURCE: Final = "conventional adult resting limits (Spodick 1993)"
BRADY_SOURCE: Final = "Kusumoto 2018 ACC/AHA/HRS bradycardia guideline"
HOUSE: Final = "Hearth default, to be confirmed by a clinician"
VT_SOURCE: Final = (
    "Al-Khatib 2017 AHA/ACC/HRS ventricular arrhythmia guideline: 3 or more consecutive complexes"
)
QUALITY_SOURCE: Final = (
    "training/quality.py: of records unseen, half of them in heavy noise, 1 of 100 beats above it is wrong"
)
DATE: Final = "2025-01-01"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One limit. ``date``: ISO 8601 day on which this value was last reviewed."""

    name: str
    value: float
    unit: str
    source: str
    date: str


def _registry(*rows: tuple[str, float, str, str]) -> Mapping[str, Threshold]:
    return MappingProxyType({row[0]: Threshold(*row, date=DATE) for row in rows})


DEFAULTS: Final[Mapping[str, Threshold]] = _registry(
    ("hr_low", 60.0, "bpm", RATE_SOURCE),
    ("hr_high", 100.0, "bpm", RATE_SOURCE),
    ("brady", 50.0, "bpm", BRADY_SOURCE),
    ("tachy", 100.0, "bpm", RATE_SOURCE),
    ("pr_low", 120.0, "ms", PR_SOURCE),
    ("pr_high", 200.0, "ms", PR_SOURCE),
    ("qrs_high", 120.0, "ms", PR_SOURCE),
    ("qtcf_high_male", 450.0, "ms", QT_SOURCE),
    ("qtcf_high_female", 460.0, "ms", QT_SOURCE),
    ("af_episode", 30.0, "s", AF_SOURCE),
    ("af_alert", 300.0, "s", HOUSE),
    ("pause", 3.0, "s", BRADY_SOURCE),
    ("severe_brady", 40.0, "bpm", BRADY_SOURCE),
    ("severe_brady_duration", 10.0, "s", HOUSE),
    ("extreme_tachy", 150.0, "bpm", HOUSE),
    ("extreme_tachy_duration", 30.0, "s", HOUSE),
    ("wide_run", 3.0, "beats", VT_SOURCE),
    ("analysable", 0.5, "probability", QUALITY_SOURCE),
)


def value(name: str) -> float:
    """Default value of a threshold, in its own unit."""
    return DEFAULTS[name].value
