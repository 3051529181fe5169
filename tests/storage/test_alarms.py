from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from storage import alarms
from tests.storage.history import DEVICE

if TYPE_CHECKING:
    import sqlite3

ON, OFF, LATCHED, ACKNOWLEDGED = AlarmPresence
FAST = Alarm(
    "tachycardia", DEVICE, AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, ON, 100, "Fast heart rate", 170.0
)
DISK = Alarm("disk", None, AlarmKind.TECHNICAL, AlarmPriority.MEDIUM, ON, 150, "Disk almost full")


def test_an_alarm_opens_changes_and_closes(home: sqlite3.Connection) -> None:
    number = alarms.raise_(home, FAST)
    alarms.transition(home, number, LATCHED, 200)
    alarms.transition(home, number, ACKNOWLEDGED, 300, by="Ada", text="I am fine")
    row = alarms.alarm(home, number)
    assert (row.presence, row.since_ns, row.until_ns) == (ACKNOWLEDGED, 100, None)
    assert (row.acknowledged_ns, row.acknowledged_by) == (300, "Ada")
    assert [one.id for one in alarms.open_alarms(home)] == [number]
    alarms.transition(home, number, OFF, 400)
    row = alarms.alarm(home, number)
    assert (row.presence, row.until_ns, row.acknowledged_by) == (OFF, 400, "Ada")
    assert alarms.open_alarms(home) == []
    assert [(t.presence, t.at_ns, t.by, t.text) for t in alarms.transitions(home, number)] == [
        (ON, 100, None, "Fast heart rate"),
        (LATCHED, 200, None, ""),
        (ACKNOWLEDGED, 300, "Ada", "I am fine"),
        (OFF, 400, None, ""),
    ]


def test_one_rule_and_device_have_one_open_alarm(home: sqlite3.Connection) -> None:
    first = alarms.raise_(home, FAST)
    again = alarms.raise_(home, replace(FAST, at_ns=120, value=180.0, text="Faster"))
    assert first == again
    assert alarms.raise_(home, DISK) != first
    assert (alarms.alarm(home, first).value, alarms.alarm(home, first).text) == (180.0, "Faster")
    assert len(alarms.transitions(home, first)) == 1
    alarms.transition(home, first, OFF, 130)
    assert alarms.raise_(home, replace(FAST, at_ns=140)) != first


def test_raising_again_with_another_presence_is_a_change(home: sqlite3.Connection) -> None:
    number = alarms.raise_(home, FAST)
    alarms.raise_(home, replace(FAST, presence=LATCHED, at_ns=160))
    assert [one.presence for one in alarms.transitions(home, number)] == [ON, LATCHED]


def test_alarms_are_found_by_device_and_time(home: sqlite3.Connection) -> None:
    fast, disk = alarms.raise_(home, FAST), alarms.raise_(home, DISK)
    alarms.transition(home, fast, OFF, 200)
    assert [row.id for row in alarms.alarms(home, DEVICE, 150, 160)] == [fast]
    assert alarms.alarms(home, DEVICE, 200, 300) == []
    assert alarms.alarms(home, DEVICE, 0, 100) == []
    assert [row.id for row in alarms.alarms(home, None, 1000, 2000)] == [disk]


def test_repeats_are_counted(home: sqlite3.Connection) -> None:
    number = alarms.raise_(home, FAST)
    alarms.repeated(home, number)
    alarms.repeated(home, number)
    assert alarms.alarm(home, number).repeats == 2


def test_an_unknown_alarm_is_said(home: sqlite3.Connection) -> None:
    with pytest.raises(alarms.UnknownAlarm, match="no alarm 5"):
        alarms.alarm(home, 5)
    with pytest.raises(alarms.UnknownAlarm):
        alarms.transition(home, 5, OFF, 1)
