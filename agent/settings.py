"""Which settings can be changed by asking, and what becomes of a wish to change one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsp.thresholds import DEFAULTS

if TYPE_CHECKING:
    from storage.people import Wearer

LANGUAGES: Final = ("en", "de", "es", "fr", "zh")
SEXES: Final = ("female", "male")
BIRTH_YEAR: Final = re.compile(r"(?:19|20)\d\d")
OLDEST_YEARS: Final = 120  # nobody who wears a sensor is older
# What home monitoring is for: no question switches these off, whoever asks.
CRITICAL: Final = frozenset(
    {"pause", "severe_bradycardia", "extreme_tachycardia", "wide_run", "store_trouble", "all"}
)
MAY_CHANGE: Final = frozenset({"wearer", "clinician"})
ALERTS: Final = "alerts."
LIMITS: Final = "limits."
OFF: Final = frozenset({"off", "no", "false", "mute", "muted", "disabled", "0"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a wish to change a setting comes to: ``why`` it cannot be, or its value as it would be stored.

    ``why``: unknown, critical, configuration (it is set in a file), value, same, permission, or nothing.
    """

    setting: str
    value: str
    before: str
    why: str = ""


def wish(setting: str, value: str, wearer: Wearer, role: str, year: int) -> Wish:
    """Judge a wish. ``year``: the current one."""
    setting, value = setting.strip().lower(), value.strip().lower()
    known = {
        "language": wearer.language,
        "sex": wearer.sex or "",
        "birth_year": str(wearer.birth_year or ""),
    }
    before = known.get(setting, "")
    why = _why(setting, value, before, known=setting in known, year=year)
    if not why and role not in MAY_CHANGE:
        why = "permission"
    return Wish(setting, value, before, why)


def _why(setting: str, value: str, before: str, *, known: bool, year: int) -> str:
    if setting.startswith(ALERTS):
        off = value in OFF
        return "critical" if off and setting.removeprefix(ALERTS) in CRITICAL else "configuration"
    if setting.startswith(LIMITS) and setting.removeprefix(LIMITS) in DEFAULTS:
        return "configuration"
    if not known:
        return "unknown"
    allowed = {
        "language": value in LANGUAGES,
        "sex": value in SEXES,
        "birth_year": BIRTH_YEAR.fullmatch(value) is not None and year - OLDEST_YEARS <= int(value) <= year,
    }
    if not allowed[setting]:
        return "value"
    return "same" if value == before else ""
