"""What is observed, on a clock that the test turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.alarm_facts import START_GRACE_S, Facts, Place
from daemon.alarm_rules import HOLD, Level
from daemon.alarm_technical import CLOCK_CALM_S, TechnicalLimits
from dsp.alarms import AlarmPriority

LOW, MEDIUM, HIGH = AlarmPriority.LOW, AlarmPriority.MEDIUM, AlarmPriority.HIGH
NOW_NS = 1_780_000_000 * 10**9


class Gateway:
    def __init__(self) -> None:
        self.now_s = 5000.0
        self.wall_ns = NOW_NS
        self.facts = Facts(TechnicalLimits(), lambda: self.now_s, lambda: self.wall_ns)

    def wait(self, seconds: float) -> None:
        self.now_s += seconds
        self.wall_ns += round(seconds * 1e9)

    def says(self, rule: str, device: str | None = None, active: frozenset[Place] = frozenset()) -> object:
        verdict = dict(self.facts.verdicts(active))[rule, device]
        return verdict.priority if isinstance(verdict, Level) else verdict


def test_silence_counts_from_the_last_frame() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.wait(899)
    gateway.facts.received("strap-2")
    gateway.wait(1)
    assert (gateway.says("no_data", "strap-1"), gateway.says("no_data", "strap-2")) == (LOW, None)
    gateway.wait(900)
    assert gateway.says("no_data", "strap-1") is MEDIUM
    gateway.facts.received("strap-1")
    assert gateway.says("no_data", "strap-1") is None


def test_a_wearable_that_speaks_without_sending_its_signal_is_silent() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.wait(900)
    gateway.facts.said("strap-1", lead_off=False, battery_pct=3)
    assert gateway.says("no_data", "strap-1") is LOW
    assert gateway.says("low_battery", "strap-1") is not None


def test_what_was_still_on_its_way_does_not_bring_a_removed_wearable_back() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.facts.forget("strap-1")
    gateway.wait(2)
    gateway.facts.received("strap-1")
    gateway.facts.said("strap-1", battery_pct=3)
    gateway.wait(10_000)
    assert gateway.says("no_data", "strap-1") is None
    gateway.facts.received("strap-1")
    gateway.wait(900)
    assert gateway.says("no_data", "strap-1") is LOW, "it goes on sending, over another way"


@given(st.floats(-1e9, 1e9))
def test_after_a_start_a_wearable_gets_time_to_come_back_whatever_the_clock_says(silent_s: float) -> None:
    gateway = Gateway()
    gateway.facts.known("strap-1", silent_s)
    gateway.wait(START_GRACE_S - 1)
    assert gateway.says("no_data", "strap-1") is None
    gateway.wait(900 - START_GRACE_S + 1)
    assert gateway.says("no_data", "strap-1") is LOW


def test_a_restart_is_no_sign_of_life() -> None:
    gateway = Gateway()
    gateway.facts.known("strap-1", 36_000)
    place = ("no_data", "strap-1")
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.facts.received("strap-1")
    assert gateway.says(*place, frozenset({place})) is None


def test_contact_is_followed_and_unknown_while_nothing_comes() -> None:
    gateway = Gateway()
    place = ("lead_off", "strap-1")
    gateway.facts.received("strap-1")
    assert gateway.says(*place) is HOLD
    gateway.facts.received("strap-1", lead_off=True)
    for _ in range(60):
        gateway.wait(1)
        gateway.facts.received("strap-1", lead_off=True)
    assert gateway.says(*place) is LOW
    gateway.facts.received("strap-1", lead_off=False)
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.wait(10)
    assert gateway.says(*place, frozenset({place})) is None
    gateway.facts.received("strap-1", lead_off=True)
    gateway.wait(3600)
    assert gateway.says(*place, frozenset({place})) is HOLD


def test_battery() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    assert gateway.says("low_battery", "strap-1") is HOLD
    gateway.facts.received("strap-1", battery_pct=12)
    gateway.facts.received("strap-1")
    assert gateway.says("low_battery", "strap-1") is LOW


def test_broker_and_store_count_from_the_change_not_from_the_last_word() -> None:
    gateway = Gateway()
    for _ in range(6):
        gateway.facts.broker(down=True)
        gateway.facts.store("full")
        gateway.wait(1)
    assert (gateway.says("broker_down"), gateway.says("store_trouble")) == (MEDIUM, HIGH)
    gateway.facts.broker(down=False)
    gateway.facts.store(None)
    assert (gateway.says("broker_down"), gateway.says("store_trouble")) == (None, None)


def test_unusable_payloads_are_forgotten_after_a_while() -> None:
    gateway = Gateway()
    for _ in range(10):
        gateway.facts.refused()
    assert gateway.says("quarantine") is LOW
    gateway.wait(600)
    assert gateway.says("quarantine") is None


@pytest.mark.parametrize("step_s", [-3600.0, -61.0, 61.0, 3600.0, 1e8])
def test_a_step_of_the_wall_clock_is_seen_and_moves_no_timer(step_s: float) -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.facts.look_at_the_clock()
    gateway.wait(1)
    gateway.facts.look_at_the_clock()
    assert gateway.says("clock_fault") is None
    gateway.wall_ns += round(step_s * 1e9)
    gateway.facts.look_at_the_clock()
    assert gateway.says("clock_fault") is LOW
    assert gateway.says("no_data", "strap-1") is None
    gateway.wait(CLOCK_CALM_S)
    gateway.facts.look_at_the_clock()
    assert gateway.says("clock_fault") is None


def test_a_clock_that_is_set_after_the_start_is_no_fault_any_more() -> None:
    gateway = Gateway()
    gateway.wall_ns = 0
    gateway.facts.look_at_the_clock()
    assert gateway.says("clock_fault") is MEDIUM
    gateway.wall_ns = NOW_NS
    gateway.facts.look_at_the_clock()
    assert gateway.says("clock_fault") is None


def test_what_others_say_and_take_back() -> None:
    gateway = Gateway()
    assert gateway.says("model_missing") is None
    gateway.facts.say("model_missing", None, Level(LOW, "No rhythm model"))
    assert gateway.says("model_missing") is LOW
    gateway.facts.say("model_missing", None, None)
    assert gateway.says("model_missing") is None


def test_a_strap_that_was_taken_off_is_told_as_that_and_never_as_silence() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1", lead_off=False)
    gateway.facts.received("strap-1", lead_off=True)
    gateway.wait(45)
    gateway.facts.taken_off("strap-1", off=True)
    gateway.wait(1799)
    assert [gateway.says(rule, "strap-1") for rule in ("no_data", "lead_off", "not_worn")] == [
        None,
        HOLD,
        None,
    ]
    gateway.wait(1)
    assert gateway.says("not_worn", "strap-1") is LOW
    gateway.wait(1e6)
    assert [gateway.says(rule, "strap-1") for rule in ("no_data", "not_worn")] == [None, LOW]


def test_a_strap_that_is_put_on_again_is_missed_from_then_on() -> None:
    gateway = Gateway()
    place = ("not_worn", "strap-1")
    gateway.facts.received("strap-1")
    gateway.facts.taken_off("strap-1", off=True)
    gateway.wait(5000)
    gateway.facts.taken_off("strap-1", off=False)
    assert (gateway.says(*place, frozenset({place})), gateway.says("no_data", "strap-1")) == (HOLD, None)
    gateway.wait(10)
    assert gateway.says(*place, frozenset({place})) is None
    gateway.wait(890)
    assert gateway.says("no_data", "strap-1") is LOW


def test_no_contact_that_was_told_already_is_not_told_again_as_not_worn() -> None:
    gateway = Gateway()
    place = ("lead_off", "strap-1")
    gateway.facts.received("strap-1", lead_off=True)
    gateway.facts.taken_off("strap-1", off=True)
    gateway.wait(1e5)
    assert gateway.says("not_worn", "strap-1", frozenset({place})) is None
    assert gateway.says(*place, frozenset({place})) is HOLD


def test_a_strap_found_off_the_body_at_a_start_is_not_missed_until_it_says_more() -> None:
    gateway = Gateway()
    place = ("no_data", "strap-1")
    gateway.facts.known("strap-1", 36_000, off_body=True)
    gateway.wait(1e5)
    assert gateway.says(*place) is None
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.facts.received("strap-2")
    gateway.facts.known("strap-2", 36_000, off_body=True)
    gateway.wait(900)
    assert gateway.says("no_data", "strap-2") is LOW


def test_a_wearable_that_never_spoke_of_contact_says_nothing_about_it() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.facts.taken_off("strap-1", off=False)
    gateway.wait(1e5)
    assert gateway.says("not_worn", "strap-1") is HOLD


def test_a_wearable_that_refuses_is_told_in_its_own_words_and_not_also_as_silent() -> None:
    gateway = Gateway()
    place = ("wearable_trouble", "strap-1")
    gateway.facts.received("strap-1")
    gateway.facts.trouble("strap-1", "The bond is lost: pair it again.")
    gateway.wait(29)
    assert gateway.says(*place) is None
    gateway.facts.trouble("strap-1", "It is in its charger.")
    gateway.wait(1)
    assert dict(gateway.facts.verdicts(frozenset()))[place] == Level(MEDIUM, "It is in its charger.")
    gateway.wait(3600)
    assert gateway.says("no_data", "strap-1") is MEDIUM
    assert gateway.says("no_data", "strap-1", frozenset({place})) is None
    gateway.facts.trouble("strap-1", None)
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.wait(10)
    assert gateway.says(*place, frozenset({place})) is None


def test_the_radio_counts_from_the_first_fault_and_speaks_of_the_last() -> None:
    gateway = Gateway()
    place = ("bluetooth_down", None)
    assert place not in dict(gateway.facts.verdicts(frozenset()))
    gateway.facts.radio("The message bus is gone.")
    gateway.wait(6)
    gateway.facts.radio("bluetoothd does not run.")
    assert gateway.says(*place) is None
    gateway.wait(4)
    assert dict(gateway.facts.verdicts(frozenset()))[place] == Level(MEDIUM, "bluetoothd does not run.")
    gateway.facts.radio(None)
    gateway.wait(9)
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.facts.radio("No adapter.")
    gateway.wait(1)
    assert gateway.says(*place, frozenset({place})) is HOLD
    gateway.facts.radio(None)
    gateway.wait(10)
    assert gateway.says(*place, frozenset({place})) is None


def test_a_removed_wearable_is_not_missed() -> None:
    gateway = Gateway()
    gateway.facts.received("strap-1")
    gateway.facts.forget("strap-1")
    gateway.wait(1e6)
    assert {rule: gateway.says(rule, "strap-1") for rule in ("no_data", "wearable_trouble")} == {
        "no_data": None,
        "wearable_trouble": None,
    }
    gateway.facts.received("strap-1")
    gateway.wait(900)
    assert gateway.says("no_data", "strap-1") is LOW
