"""Technical rules as tables, and hysteresis that never flaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon import alarm_technical as technical
from daemon.alarm_rules import HOLD, RANK, Level, Verdict
from dsp.alarms import AlarmPriority

LIMITS = technical.TechnicalLimits()
LOW, MEDIUM, HIGH = AlarmPriority.LOW, AlarmPriority.MEDIUM, AlarmPriority.HIGH


def priority(verdict: Verdict) -> AlarmPriority | str | None:
    if isinstance(verdict, Level):
        return verdict.priority
    return "hold" if verdict is HOLD else None


@pytest.mark.parametrize(
    ("silent_s", "wanted"), [(0, None), (899, None), (900, LOW), (1799, LOW), (1800, MEDIUM), (1e6, MEDIUM)]
)
def test_no_data(silent_s: float, wanted: AlarmPriority | None) -> None:
    assert priority(technical.no_data(silent_s, LIMITS)) == wanted


@pytest.mark.parametrize(
    ("off", "lasting_s", "active", "wanted"),
    [
        (True, 59, False, None),
        (True, 60, False, LOW),
        (True, 900, False, MEDIUM),
        (True, 5, True, "hold"),
        (False, 9, True, "hold"),
        (False, 10, True, None),
        (False, 1, False, None),
    ],
)
def test_lead_off(off: bool, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(technical.lead_off(off, lasting_s, LIMITS, active=active)) == wanted


@pytest.mark.parametrize(
    ("charge", "active", "wanted"),
    [
        (None, False, "hold"),
        (None, True, "hold"),
        (16, False, None),
        (15, False, LOW),
        (5, False, MEDIUM),
        (19, True, "hold"),
        (20, True, None),
    ],
)
def test_low_battery(charge: int | None, active: bool, wanted: object) -> None:
    assert priority(technical.low_battery(charge, LIMITS, active=active)) == wanted


@pytest.mark.parametrize(
    ("megabytes", "active", "wanted"),
    [(500, False, None), (499, False, MEDIUM), (599, True, "hold"), (600, True, None), (0, True, MEDIUM)],
)
def test_disk_low(megabytes: int, active: bool, wanted: object) -> None:
    assert priority(technical.disk_low(megabytes * 10**6, LIMITS, active=active)) == wanted


@pytest.mark.parametrize(
    ("kind", "lasting_s", "active", "wanted"),
    [
        ("full", 1.9, False, None),
        ("full", 2.0, False, HIGH),
        ("io", 2.0, False, HIGH),
        ("memory", 2.0, False, HIGH),
        ("locked", 4.9, False, None),
        ("locked", 5.0, False, MEDIUM),
        ("full", 0.5, True, "hold"),
        (None, 1.9, True, "hold"),
        (None, 2.0, True, None),
        (None, 0.0, False, None),
    ],
)
def test_store_trouble(kind: str | None, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(technical.store_trouble(kind, lasting_s, active=active)) == wanted


@pytest.mark.parametrize(
    ("down", "lasting_s", "active", "wanted"),
    [
        (True, 4.9, False, None),
        (True, 5.0, False, MEDIUM),
        (True, 1.0, True, "hold"),
        (False, 4.9, True, "hold"),
        (False, 5.0, True, None),
    ],
)
def test_broker_down(down: bool, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(technical.broker_down(down, lasting_s, active=active)) == wanted


@pytest.mark.parametrize(
    ("now_ns", "since_step_s", "wanted"),
    [
        (0, None, MEDIUM),
        (technical.CLOCK_EARLIEST_NS - 1, 5.0, MEDIUM),
        (technical.CLOCK_EARLIEST_NS, None, None),
        (technical.CLOCK_EARLIEST_NS, 0.0, LOW),
        (technical.CLOCK_EARLIEST_NS, 600.0, None),
    ],
)
def test_clock_fault(now_ns: int, since_step_s: float | None, wanted: object) -> None:
    assert priority(technical.clock_fault(now_ns, since_step_s)) == wanted


@pytest.mark.parametrize(
    ("count", "active", "wanted"),
    [(9, False, None), (10, False, LOW), (9, True, "hold"), (3, True, "hold"), (2, True, None)],
)
def test_quarantine(count: int, active: bool, wanted: object) -> None:
    assert priority(technical.quarantine(count, LIMITS, active=active)) == wanted


@given(charge=st.lists(st.integers(LIMITS.battery_low_pct - 2, LIMITS.battery_low_pct + 2), max_size=50))
def test_a_wobbling_charge_reading_raises_once(charge: list[int]) -> None:
    active, changes = False, 0
    for pct in charge:
        verdict = technical.low_battery(pct, LIMITS, active=active)
        if verdict is not HOLD and isinstance(verdict, Level) is not active:
            active, changes = not active, changes + 1
    assert changes <= 1


@given(st.lists(st.floats(0, 1e5), min_size=2))
def test_longer_silence_is_never_less_urgent(silences: list[float]) -> None:
    verdicts = [technical.no_data(s, LIMITS) for s in sorted(silences)]
    urgency = [
        3 if verdict is None else RANK[verdict.priority] for verdict in verdicts if verdict is not HOLD
    ]
    assert all(a >= b for a, b in pairwise(urgency))
