"""The rules of Bluetooth as tables, and hysteresis that never flaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon import alarm_bluetooth as bluetooth
from daemon.alarm_rules import HOLD, RULES, Level, Verdict
from daemon.alarm_technical import TechnicalLimits
from dsp.alarms import AlarmPriority

LIMITS = TechnicalLimits()
LOW, MEDIUM = AlarmPriority.LOW, AlarmPriority.MEDIUM


def priority(verdict: Verdict) -> AlarmPriority | str | None:
    if isinstance(verdict, Level):
        return verdict.priority
    return "hold" if verdict is HOLD else None


@pytest.mark.parametrize(
    ("off", "lasting_s", "active", "wanted"),
    [
        (True, 0, False, None),
        (True, 1799, False, None),
        (True, 1800, False, LOW),
        (True, 1e7, False, LOW),
        (True, 5, True, "hold"),
        (False, 9, True, "hold"),
        (False, 10, True, None),
        (False, 1, False, None),
    ],
)
def test_not_worn(off: bool, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(bluetooth.not_worn(off, lasting_s, LIMITS, active=active)) == wanted


def test_not_worn_is_told_once() -> None:
    assert not RULES["not_worn"].repeats
    assert all(rule.repeats for name, rule in RULES.items() if name != "not_worn")


@pytest.mark.parametrize(
    ("sentence", "lasting_s", "active", "wanted"),
    [
        ("gone", 9.9, False, None),
        ("gone", 10.0, False, MEDIUM),
        ("gone", 1.0, True, "hold"),
        (None, 9.9, True, "hold"),
        (None, 10.0, True, None),
        (None, 0.0, False, None),
    ],
)
def test_bluetooth_down(sentence: str | None, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(bluetooth.bluetooth_down(sentence, lasting_s, active=active)) == wanted


@pytest.mark.parametrize(
    ("sentence", "lasting_s", "active", "wanted"),
    [
        ("in the charger", 29.9, False, None),
        ("in the charger", 30.0, False, MEDIUM),
        ("in the charger", 1.0, True, "hold"),
        (None, 9.9, True, "hold"),
        (None, 10.0, True, None),
        (None, 0.0, False, None),
    ],
)
def test_wearable_trouble(sentence: str | None, lasting_s: float, active: bool, wanted: object) -> None:
    assert priority(bluetooth.wearable_trouble(sentence, lasting_s, active=active)) == wanted


@given(st.lists(st.tuples(st.booleans(), st.floats(0.1, 9.0)), max_size=60))
def test_a_radio_that_comes_and_goes_within_seconds_raises_nothing(turns: list[tuple[bool, float]]) -> None:
    active, since_s, now_s, down = False, 0.0, 0.0, False
    for now_down, seconds in turns:
        if now_down is not down:
            down, since_s = now_down, now_s
        elif down:  # a fault that lasts is another matter
            continue
        now_s += seconds
        verdict = bluetooth.bluetooth_down("gone" if down else None, now_s - since_s, active=active)
        assert not isinstance(verdict, Level)
