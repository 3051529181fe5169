"""When an alarm is told again, on a clock that the test turns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from daemon.alarm_repeats import ASK_AGAIN_S, RECENT_S, Repeats
from dsp.alarms import AlarmPresence
from tests.daemon.test_live_state import alarm

if TYPE_CHECKING:
    from storage.alarms import AlarmRow

MIN = 60.0


class Watch:
    def __init__(self, *every_min: float) -> None:
        self.now_s = 1e5
        self.repeats = Repeats([minutes * MIN for minutes in every_min], lambda: self.now_s)

    def told_at(self, row: AlarmRow, minutes: int) -> list[int]:
        """Minutes at which an alarm that nobody acknowledges is told again."""
        self.repeats.told([row.id])
        found = []
        for minute in range(1, minutes + 1):
            self.now_s += MIN
            if self.repeats.due([row]):
                self.repeats.told([row.id])
                row = replace(row, repeats=row.repeats + 1)
                found.append(minute)
        return found


def test_it_is_told_after_fifteen_thirty_and_every_sixty_minutes() -> None:
    assert Watch(15, 30, 60).told_at(alarm(1), 230) == [15, 45, 105, 165, 225]
    assert Watch().told_at(alarm(1), 500) == []


def test_a_strap_that_nobody_wears_is_told_once_even_where_quiet_hours_held_it_back() -> None:
    watch = Watch(15, 30, 60)
    row = replace(alarm(1), rule="not_worn")
    assert watch.repeats.due([row]) == [1]
    assert watch.told_at(row, 500) == []


@pytest.mark.parametrize("presence", [AlarmPresence.ACKNOWLEDGED, AlarmPresence.OFF])
def test_who_has_seen_it_is_left_alone(presence: AlarmPresence) -> None:
    assert Watch(15).told_at(alarm(1, presence), 60) == []


def test_latched_is_repeated_too() -> None:
    assert Watch(15).told_at(alarm(1, AlarmPresence.LATCHED), 30) == [15, 30]


def test_what_quiet_hours_held_back_is_asked_for_once_a_minute() -> None:
    watch = Watch(15)
    row = alarm(1)
    asked = 0
    for _ in range(300):
        watch.now_s += 1
        asked += len(watch.repeats.due([row]))
    assert asked == 300 / ASK_AGAIN_S
    watch.repeats.told([1])
    assert watch.repeats.due([row]) == []


@pytest.mark.parametrize(("waited_min", "due_in_min"), [(0, 15), (10, 5), (15, 0), (600, 0), (-600, 15)])
def test_after_a_restart_the_wall_clock_may_do_no_harm(waited_min: float, due_in_min: int) -> None:
    watch = Watch(15)
    row = alarm(1)
    watch.repeats.restore([row], row.since_ns + round(waited_min * MIN * 1e9))
    if due_in_min:
        watch.now_s += due_in_min * MIN - 1
        assert watch.repeats.due([row]) == []
        watch.now_s += 1
    assert watch.repeats.due([row]) == [1]


def test_recent_is_five_minutes_and_closed_alarms_are_forgotten() -> None:
    watch = Watch(15)
    watch.repeats.told([1, 2])
    watch.now_s += RECENT_S - 1
    assert watch.repeats.recent() == {1, 2}
    watch.repeats.forget_others({2})
    assert watch.repeats.recent() == {2}
    watch.now_s += 1
    assert watch.repeats.recent() == frozenset()
