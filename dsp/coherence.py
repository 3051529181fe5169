"""What a row may say of itself: labels agree with what was measured, or a flag says that they do not.

The one place for the rules between a rhythm, intervals, rates and pauses. A conflict is kept and shown, not
hidden: the label stays, and the flag beside it keeps it out of burdens and alerts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dsp.interval_types import Measure, NullReason
from dsp.thresholds import value
from dsp.types import Rhythm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import Window

UNCONFIRMED: Final = "AF_UNCONFIRMED"  # called AF, and too regular or with P waves: outside the burden
TACHYCARDIA: Final = "TACHYCARDIA"
BRADYCARDIA: Final = "BRADYCARDIA"
FIRST_DEGREE_BLOCK: Final = "AVB1"  # 1st degree AV block: a long PR in most sinus beats
WIDE_QRS: Final = "WIDE_QRS"  # of no side: one lead does not tell it
OF_P: Final = ("pr_ms", "p_ms", "p_uv")  # what is said of P waves
REGULAR: Final = 0.1  # irregularity below which AF is not confirmed
P_PRESENT: Final = 0.8  # share of beats with a P wave from which it is not
MOST: Final = 0.5  # share of the sinus beats that must have a long PR
MAX_DOUBT: Final = 0.25  # share of a beat's height that something in a pause may have: more was a small beat
NO_P: Final = Measure(None, None, 0, NullReason.AF)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask of a window beside its row.

    ``irregularity``: 0..1, of the half minute; ``p_share``: of its beats with a P wave; None where too few
    beats tell. ``pr_ms``: of the window's normal beats, None of one without a P wave.
    """

    irregularity: float | None
    p_share: float | None
    pr_ms: Sequence[float | None]


def coherent(window: Window, facts: Facts) -> Window:
    """The window with what its rhythm rules out taken back, and its flags."""
    if window.rhythm is Rhythm.AF and window.quality.analysable:
        window = _without_p_waves(window)
    flags = tuple(_flags(window, facts))
    return replace(window, flags=flags) if flags else window


def counts_as_af(rhythm: str, flags: Sequence[str]) -> bool:
    """Whether a window belongs to the AF burden."""
    return rhythm == Rhythm.AF and UNCONFIRMED not in flags


def told(rhythm: str, flags: Sequence[str]) -> Rhythm:
    """The rhythm as it is told to people: AF that is not confirmed is not known to be AF."""
    return Rhythm.UNKNOWN if rhythm == Rhythm.AF and UNCONFIRMED in flags else Rhythm(rhythm)


def af_confirmed(facts: Facts) -> bool:
    """Whether intervals and P waves do not speak against AF."""
    if facts.irregularity is None or facts.irregularity < REGULAR:
        return False
    return facts.p_share is None or facts.p_share < P_PRESENT


def is_pause(rr_ms: float, doubt: float) -> bool:
    """Whether an interval between two clean stretches, with no sample missing, is a pause.

    ``doubt``: share of a usual beat's height that something inside it has. That the signal is good on both
    sides is seen to by :class:`dsp.history.History`, which knows no other intervals.
    """
    return rr_ms >= 1000.0 * value("pause") and doubt <= MAX_DOUBT


def rate_flag(bpm: float | None) -> str | None:
    """Tachy- or bradycardia, by the measured rate alone."""
    if bpm is None:
        return None
    if bpm > value("tachy"):
        return TACHYCARDIA
    return BRADYCARDIA if bpm < value("brady") else None


def _flags(window: Window, facts: Facts) -> Sequence[str]:
    if not window.quality.analysable:
        return ()
    found: list[str] = []
    if window.rhythm is Rhythm.AF and not af_confirmed(facts):
        found.append(UNCONFIRMED)
    if (flag := rate_flag(window.hr_bpm)) is not None:
        found.append(flag)
    if window.rhythm is Rhythm.SINUS and _long_pr(facts.pr_ms):
        found.append(FIRST_DEGREE_BLOCK)
    if window.qrs_ms is not None and window.qrs_ms >= value("qrs_high"):
        found.append(WIDE_QRS)
    return found


def _long_pr(pr_ms: Sequence[float | None]) -> bool:
    """Beats without a P wave are beats without a long PR."""
    long = sum(pr is not None and pr > value("pr_high") for pr in pr_ms)
    return long > MOST * len(pr_ms)


def _without_p_waves(window: Window) -> Window:
    measures = {name: NO_P if name in OF_P else said for name, said in window.measures.items()}
    nulls = {**window.null_reasons, "pr_ms": NullReason.AF.value, "p_ms": NullReason.AF.value}
    return replace(window, pr_ms=None, p_ms=None, measures=measures, null_reasons=nulls)
