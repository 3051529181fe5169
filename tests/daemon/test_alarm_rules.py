"""Rules as tables, and what must hold for every signal: no flapping, no dependence on order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.alarm_rules import (
    HOLD,
    RATE_MARGIN_BPM,
    RATE_RULES,
    RULES,
    EpisodeFact,
    Level,
    WindowFact,
    covered,
    episode,
    extreme_tachycardia,
    severe_bradycardia,
)
from dsp.alarms import AlarmKind, AlarmPriority
from tests.daemon.alarm_house import LIMITS

S = 10**9


def windows(*rates: float | None, length_s: float = 10.0) -> list[WindowFact]:
    """Ten-second windows in a row; None: not analysable."""
    return [
        WindowFact(round(n * length_s * S), round((n + 1) * length_s * S), rate is not None, rate)
        for n, rate in enumerate(rates)
    ]


def fact(kind: str, length_s: float, value: float, *flags: str) -> EpisodeFact:
    return EpisodeFact(kind, 0, round(length_s * S), value, flags)


@pytest.mark.parametrize(
    ("given", "rule", "priority", "words"),
    [
        (fact("af", 300, 0.8), "af", AlarmPriority.MEDIUM, "for 5 min"),
        (fact("af", 299, 0.8), None, None, ""),
        (fact("af", 3000, 0.8, "AF_UNCONFIRMED"), None, None, ""),
        (fact("pause", 3.0, 3.0), "pause", AlarmPriority.HIGH, "3.0 s"),
        (fact("pause", 2.9, 2.9), None, None, ""),
        (fact("wide_run", 2.0, 3.0), "wide_run", AlarmPriority.HIGH, "3 wide beats"),
        (fact("wide_run", 2.0, 2.0), None, None, ""),
        (fact("bigeminy", 600, 90), None, None, ""),
        (fact("brady", 600, 45), None, None, ""),
        (fact("tachy", 600, 140), None, None, ""),
    ],
)
def test_episodes(given: EpisodeFact, rule: str | None, priority: AlarmPriority | None, words: str) -> None:
    found = episode(given, LIMITS)
    if rule is None:
        assert found is None
    else:
        assert found is not None
        assert (found[0], found[1].priority) == (rule, priority)
        assert words in found[1].text


@pytest.mark.parametrize(
    ("rates", "raised"),
    [
        ((39.0,), True),
        ((40.0,), False),
        ((70.0, 39.0), True),
        ((39.0, 70.0), False),
        ((39.0, None), False),
        ((None, 39.0), True),
    ],
)
def test_bradycardia_is_about_the_newest_ten_seconds(rates: tuple[float | None, ...], raised: bool) -> None:
    assert isinstance(severe_bradycardia(windows(*rates), LIMITS, active=False), Level) is raised


@pytest.mark.parametrize(
    ("rates", "raised"),
    [
        ((151.0, 151.0, 151.0), True),
        ((151.0, 151.0), False),
        ((151.0, 150.0, 151.0, 151.0), False),
        ((150.0, 151.0, 152.0, 153.0), True),
        ((151.0, None, 151.0, 151.0), False),
    ],
)
def test_tachycardia_wants_thirty_seconds_without_a_hole(
    rates: tuple[float | None, ...], raised: bool
) -> None:
    assert isinstance(extreme_tachycardia(windows(*rates), LIMITS, active=False), Level) is raised


def test_short_windows_add_up() -> None:
    cut = windows(38.0, 39.0, 38.0, 39.0, length_s=2.5)
    found = severe_bradycardia(cut, LIMITS, active=False)
    assert isinstance(found, Level)
    assert found.value == 38.0
    assert severe_bradycardia(cut[1:], LIMITS, active=False) is None


def test_windows_apart_do_not_add_up() -> None:
    early, late = windows(38.0, 38.0, length_s=5.0)
    moved = WindowFact(late.start_ns + 4 * S, late.end_ns + 4 * S, True, 38.0)
    assert severe_bradycardia([early, moved], LIMITS, active=False) is None


def test_what_cannot_be_analysed_ends_nothing() -> None:
    assert severe_bradycardia(windows(39.0, None, None), LIMITS, active=True) is HOLD
    assert extreme_tachycardia(windows(160.0, None, None), LIMITS, active=True) is HOLD


def test_an_alarm_ends_only_well_inside_the_limit() -> None:
    assert severe_bradycardia(windows(41.0, 44.9), LIMITS, active=True) is HOLD
    assert severe_bradycardia(windows(45.0), LIMITS, active=True) is None
    assert extreme_tachycardia(windows(149.0, 146.0, 148.0), LIMITS, active=True) is HOLD
    assert extreme_tachycardia(windows(145.0, 145.0, 145.0), LIMITS, active=True) is None


rates = st.one_of(st.none(), st.floats(20.0, 220.0))
signals = st.lists(rates, max_size=60)


def changes(rule: str, signal: list[WindowFact]) -> list[int]:
    """Indices of the windows at which the alarm goes on or off, as the machine would step through them."""
    active, found = False, []
    for last in range(len(signal)):
        verdict = RATE_RULES[rule](signal[: last + 1], LIMITS, active=active)
        if verdict is not HOLD and isinstance(verdict, Level) is not active:
            active = not active
            found.append(last)
    return found


@pytest.mark.parametrize("rule", RATE_RULES)
@given(signal=signals)
def test_a_rate_that_stays_within_the_margin_changes_nothing_twice(
    rule: str, signal: list[float | None]
) -> None:
    limit = LIMITS.severe_brady_bpm if rule == "severe_bradycardia" else LIMITS.extreme_tachy_bpm
    near = [None if r is None else limit + (r - 120.0) / 100.0 * (RATE_MARGIN_BPM * 0.99) for r in signal]
    assert len(changes(rule, windows(*near))) <= 1


@pytest.mark.parametrize("rule", RATE_RULES)
@given(signal=signals)
def test_every_change_takes_its_time(rule: str, signal: list[float | None]) -> None:
    lasting = {"severe_bradycardia": 1, "extreme_tachycardia": 3}[rule]
    assert all(b - a >= lasting for a, b in pairwise(changes(rule, windows(*signal))))


@pytest.mark.parametrize("rule", RATE_RULES)
@given(signal=signals, active=st.booleans(), seed=st.randoms(use_true_random=False))
def test_rate_rules_do_not_care_about_order(
    rule: str, signal: list[float | None], active: bool, seed: object
) -> None:
    given_windows = windows(*signal)
    shuffled = list(given_windows)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random, from hypothesis
    apply = RATE_RULES[rule]
    assert apply(shuffled, LIMITS, active=active) == apply(given_windows, LIMITS, active=active)


@given(signal=signals)
def test_no_alarm_ever_comes_from_what_cannot_be_analysed(signal: list[float | None]) -> None:
    dirty = [WindowFact(w.start_ns, w.end_ns, False, w.hr_bpm) for w in windows(*signal)]
    for rule in RATE_RULES.values():
        assert rule(dirty, LIMITS, active=False) is None
        assert rule(dirty, LIMITS, active=True) is HOLD


def test_a_finding_wholly_inside_unusable_signal_is_not_believed() -> None:
    clean, dirty = windows(70.0, None)
    inside = EpisodeFact("pause", 12 * S, 16 * S, 4.0)
    across = EpisodeFact("pause", 8 * S, 12 * S, 4.0)
    assert covered(inside, [clean, dirty])
    assert covered(inside, [dirty, clean])
    assert not covered(across, [dirty, clean])
    assert not covered(inside, [])


def test_the_list_of_rules_is_complete_and_body_rules_are_physiological() -> None:
    assert {name for name, rule in RULES.items() if rule.kind is AlarmKind.PHYSIOLOGICAL} == {
        "af",
        "pause",
        "severe_bradycardia",
        "extreme_tachycardia",
        "wide_run",
        "help_asked",
    }
    assert all(name == rule.name for name, rule in RULES.items())
