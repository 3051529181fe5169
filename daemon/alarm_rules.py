"""What deserves an alarm: the list of rules, and the physiological ones as pure functions of stored results.

A rule answers with a ``Verdict``: a ``Level`` (the condition is there), None (it is not), or ``HOLD``
(nothing can be said now, or the value lies inside the hysteresis: what was said before stays).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsp.alarms import AlarmKind, AlarmPriority
from dsp.interval_windows import BY_INTERVALS
from dsp.types import FindingKind
from dsp.windows import UNCONFIRMED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

RATE_MARGIN_BPM: Final = 5.0  # a rate must come back this far inside the limit before the alarm ends
JOIN_NS: Final = (
    1_500_000_000  # windows this close are one stretch: rounding of wall times, never a lost window
)
CLOCK_SLACK: Final = 0.98  # ten seconds of a wearable whose clock runs 1 % fast still are ten seconds
WINDOW_MAX_S: Final = 10.0  # length of an analysis window

RANK: Final[Mapping[AlarmPriority, int]] = MappingProxyType(
    {AlarmPriority.HIGH: 0, AlarmPriority.MEDIUM: 1, AlarmPriority.LOW: 2}
)  # 0 first, as the outbox sorts


class Hold(Enum):
    """Nothing changes."""

    HOLD = auto()


HOLD: Final = Hold.HOLD


@dataclass(frozen=True, slots=True)
class Level:
    """A condition is there. ``value``: the deciding number, in the unit that ``text`` names."""

    priority: AlarmPriority
    text: str
    value: float | None = None


Verdict = Level | Hold | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the list. ``event``: happens at a moment, so it stays until somebody acknowledges it."""

    name: str
    kind: AlarmKind
    critical: bool = False  # cannot be switched off
    event: bool = False
    repeats: bool = True  # told again while nobody acknowledges it


def _rules(*rules: Rule) -> Mapping[str, Rule]:
    return MappingProxyType({rule.name: rule for rule in rules})


_BODY, _TECH = AlarmKind.PHYSIOLOGICAL, AlarmKind.TECHNICAL

RULES: Final[Mapping[str, Rule]] = _rules(
    Rule("af", _BODY),
    Rule("pause", _BODY, critical=True),
    Rule("severe_bradycardia", _BODY, critical=True),
    Rule("extreme_tachycardia", _BODY, critical=True),
    Rule("wide_run", _BODY, critical=True),
    Rule("help_asked", _BODY, event=True),
    Rule("no_data", _TECH),
    Rule("lead_off", _TECH),
    Rule("not_worn", _TECH, repeats=False),
    Rule("wearable_trouble", _TECH),
    Rule("low_battery", _TECH),
    Rule("quarantine", _TECH),
    Rule("disk_low", _TECH),
    Rule("store_trouble", _TECH, critical=True),
    Rule("broker_down", _TECH),
    Rule("bluetooth_down", _TECH),
    Rule("clock_fault", _TECH),
    Rule("model_missing", _TECH),
    Rule("database_set_aside", _TECH, critical=True, event=True),
    Rule("signal_damaged", _TECH, critical=True, event=True),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the physiological rules, as the threshold registry names them; units in the names."""

    af_alert_s: float
    pause_s: float
    severe_brady_bpm: float
    severe_brady_duration_s: float
    extreme_tachy_bpm: float
    extreme_tachy_duration_s: float
    wide_run_beats: float

    @classmethod
    def of(cls, values: Mapping[str, float]) -> Limits:
        """Take them from registry names to values, in the registry's units."""
        return cls(
            af_alert_s=values["af_alert"],
            pause_s=values["pause"],
            severe_brady_bpm=values["severe_brady"],
            severe_brady_duration_s=values["severe_brady_duration"],
            extreme_tachy_bpm=values["extreme_tachy"],
            extreme_tachy_duration_s=values["extreme_tachy_duration"],
            wide_run_beats=values["wide_run"],
        )


@dataclass(frozen=True, slots=True)
class WindowFact:
    """One stored analysis window. ``analysable`` is false where lead-off, noise or a gap covers it."""

    start_ns: int
    end_ns: int
    analysable: bool
    hr_bpm: float | None


@dataclass(frozen=True, slots=True)
class EpisodeFact:
    """One stored episode; ``value`` in the unit the kind implies (see ``dsp.types.Finding``)."""

    kind: str
    start_ns: int
    end_ns: int
    value: float | None
    flags: tuple[str, ...] = ()


def episode(fact: EpisodeFact, limits: Limits) -> tuple[str, Level] | None:
    """The rule that ``fact`` breaks, and how; None if it breaks none."""
    value = fact.value
    match fact.kind:
        case FindingKind.AF if UNCONFIRMED not in fact.flags:
            lasted_s = (fact.end_ns - fact.start_ns) / 1e9
            if lasted_s >= limits.af_alert_s:
                minutes = int(lasted_s // 60)
                alone = ", by the regularity of the beats alone" if BY_INTERVALS in fact.flags else ""
                text = f"Possible atrial fibrillation for {minutes} min{alone}"
                return "af", Level(AlarmPriority.MEDIUM, text, lasted_s / 60)
        case FindingKind.PAUSE if value is not None and value >= limits.pause_s:
            text = f"No heart beat seen for {value:.1f} s"
            return "pause", Level(AlarmPriority.HIGH, text, value)
        case FindingKind.WIDE_RUN if value is not None and value >= limits.wide_run_beats:
            text = f"{value:.0f} wide beats in a row"
            return "wide_run", Level(AlarmPriority.HIGH, text, value)
    return None


def covered(fact: EpisodeFact, windows: Iterable[WindowFact]) -> bool:
    """Whether every known window that ``fact`` touches is not analysable: such a finding is not believed.

    Independent of the order of ``windows``. Without any window nothing speaks against the finding.
    """
    touched = [
        w for w in windows if w.start_ns < max(fact.end_ns, fact.start_ns + 1) and fact.start_ns < w.end_ns
    ]
    return bool(touched) and not any(w.analysable for w in touched)


def severe_bradycardia(windows: Iterable[WindowFact], limits: Limits, *, active: bool) -> Verdict:
    """A rate below the limit for long enough, up to the newest window. ``active``: the alarm is on now.

    Independent of the order of ``windows``.
    """
    limit = limits.severe_brady_bpm
    lasting_s = limits.severe_brady_duration_s
    if active:
        return _over(windows, lasting_s, lambda bpm: bpm >= limit + RATE_MARGIN_BPM)
    rates = _newest(windows, lasting_s, lambda bpm: bpm < limit)
    if not rates:
        return None
    return Level(AlarmPriority.HIGH, f"Heart rate {min(rates):.0f} per minute: very slow", min(rates))


def extreme_tachycardia(windows: Iterable[WindowFact], limits: Limits, *, active: bool) -> Verdict:
    """A rate above the limit for long enough, up to the newest window. ``active``: the alarm is on now.

    Whether the wearer rests is not known from one lead: exercise raises it too. Independent of the order of
    ``windows``.
    """
    limit = limits.extreme_tachy_bpm
    lasting_s = limits.extreme_tachy_duration_s
    if active:
        return _over(windows, lasting_s, lambda bpm: bpm <= limit - RATE_MARGIN_BPM)
    rates = _newest(windows, lasting_s, lambda bpm: bpm > limit)
    if not rates:
        return None
    return Level(AlarmPriority.HIGH, f"Heart rate {max(rates):.0f} per minute: very fast", max(rates))


RATE_RULES: Final = MappingProxyType(
    {"severe_bradycardia": severe_bradycardia, "extreme_tachycardia": extreme_tachycardia}
)


def lookback_ns(limits: Limits) -> int:
    """How much of the past the rate rules look at before a new window, with one window to spare."""
    longest_s = max(limits.severe_brady_duration_s, limits.extreme_tachy_duration_s)
    return int((longest_s + WINDOW_MAX_S) * 1e9)


def _over(windows: Iterable[WindowFact], lasting_s: float, inside: Callable[[float], bool]) -> Verdict:
    return None if _newest(windows, lasting_s, inside) else HOLD


def _newest(windows: Iterable[WindowFact], lasting_s: float, meets: Callable[[float], bool]) -> list[float]:
    """Rates of the newest unbroken stretch in which every rate ``meets``; empty if it is too short."""
    rates: list[float] = []
    stretch_ns = 0
    edge_ns: int | None = None
    for window in sorted(windows, key=lambda w: w.start_ns, reverse=True):
        joined = edge_ns is None or edge_ns - window.end_ns <= JOIN_NS
        if not joined or not window.analysable or window.hr_bpm is None or not meets(window.hr_bpm):
            break
        rates.append(window.hr_bpm)
        stretch_ns += window.end_ns - window.start_ns
        edge_ns = window.start_ns
        if stretch_ns >= lasting_s * 1e9 * CLOCK_SLACK:
            return rates
    return []
