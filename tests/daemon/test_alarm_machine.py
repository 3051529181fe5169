"""The state machine on a real database: every change a row, and nothing lost by a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from daemon.alarm_machine import (
    ACKNOWLEDGED,
    LATCHED,
    ON,
    Acknowledgement,
    NothingToAcknowledge,
    Plan,
    Wanted,
)
from daemon.alarm_rules import HOLD, Level
from daemon.notify import NotificationsConfig, channels
from daemon.quiet_hours import QuietHours
from daemon.topics import Topics
from dsp.alarms import AlarmPriority
from storage import alarms
from tests.daemon.alarm_house import START_NS, House

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOW = Level(AlarmPriority.LOW, "low", 1.0)
MEDIUM = Level(AlarmPriority.MEDIUM, "medium", 2.0)
HIGH = Level(AlarmPriority.HIGH, "high", 3.0)
HOUR_NS = 3600 * 10**9


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    one = House(tmp_path / "hearth.db")
    yield one
    one.conn.close()


def test_medium_ends_by_itself(house: House) -> None:
    house.settle("no_data", MEDIUM, device="strap-1")
    number = house.open()["no_data"].id
    house.now_ns += HOUR_NS
    house.settle("no_data", None, device="strap-1")
    assert house.open() == {}
    assert house.history(number) == ["On", "Off"]
    assert alarms.alarm(house.conn, number).until_ns == START_NS + HOUR_NS


def test_high_latches_until_acknowledged(house: House) -> None:
    house.settle("store_trouble", HIGH)
    row = house.open()["store_trouble"]
    house.settle("store_trouble", None)
    assert house.open()["store_trouble"].presence is LATCHED
    assert house.acknowledge(Acknowledgement("Ada", alarm=row.id)) == 1
    assert house.open() == {}
    assert house.history(row.id) == ["On", "Latched", "Acknowledged", "Off"]
    assert alarms.alarm(house.conn, row.id).acknowledged_by == "Ada"


def test_an_event_latches_whatever_its_priority(house: House) -> None:
    house.settle("database_set_aside", LOW)
    house.settle("database_set_aside", None)
    assert house.open()["database_set_aside"].presence is LATCHED


def test_an_acknowledged_alarm_stays_quiet_until_its_condition_is_over(house: House) -> None:
    house.settle("store_trouble", HIGH)
    number = house.open()["store_trouble"].id
    house.acknowledge(Acknowledgement("Ada", alarm=number))
    for _ in range(3):
        assert house.settle("store_trouble", HIGH).alarms == ()
    assert house.open()["store_trouble"].presence is ACKNOWLEDGED
    house.settle("store_trouble", None)
    assert house.history(number) == ["On", "Acknowledged", "Off"]
    house.settle("store_trouble", HIGH)
    assert house.open()["store_trouble"].id != number


def test_a_latched_condition_that_comes_back_is_on_again(house: House) -> None:
    for verdict in (HIGH, None, HIGH, HIGH):
        house.settle("store_trouble", verdict)
    row = house.open()["store_trouble"]
    assert row.presence is ON
    assert house.history(row.id) == ["On", "Latched", "On"]


def test_more_urgent_is_told_less_urgent_is_not(house: House) -> None:
    house.settle("no_data", LOW, device="strap-1")
    outcome = house.settle("no_data", MEDIUM, device="strap-1")
    assert [alarm.priority for alarm in outcome.alarms] == [AlarmPriority.MEDIUM]
    assert house.settle("no_data", LOW, device="strap-1").alarms == ()
    row = house.open()["no_data"]
    assert (row.priority, row.text, row.value) == (AlarmPriority.MEDIUM, "medium", 2.0)
    assert house.history(row.id) == ["On", "On"]


def test_who_has_acknowledged_is_not_called_when_it_grows_more_urgent(house: House) -> None:
    house.settle("no_data", LOW, device="strap-1")
    house.acknowledge(Acknowledgement("Ada", rule="no_data", device="strap-1"))
    outcome = house.settle("no_data", MEDIUM, device="strap-1")
    assert outcome.told == frozenset()
    row = house.open()["no_data"]
    assert (row.presence, row.priority) == (ACKNOWLEDGED, AlarmPriority.MEDIUM)


def test_hold_changes_nothing(house: House) -> None:
    assert house.settle("disk_low", HOLD).alarms == ()
    house.settle("disk_low", MEDIUM)
    assert house.settle("disk_low", HOLD).alarms == ()
    assert house.open()["disk_low"].presence is ON


def test_acknowledging_one_clears_no_other(house: House) -> None:
    house.settle("store_trouble", HIGH)
    house.settle("disk_low", MEDIUM)
    house.settle("no_data", LOW, device="strap-1")
    house.acknowledge(Acknowledgement("Ada", alarm=house.open()["disk_low"].id))
    presences = {rule: row.presence for rule, row in house.open().items()}
    assert presences == {"store_trouble": ON, "disk_low": ACKNOWLEDGED, "no_data": ON}


@pytest.mark.parametrize(
    ("request_", "seen"),
    [
        (Acknowledgement("Ada", rule="disk_low"), {"disk_low"}),
        (Acknowledgement("Ada"), {"store_trouble", "disk_low"}),
        (Acknowledgement("Ada", device="strap-1"), {"no_data", "lead_off"}),
        (Acknowledgement("Ada", device="strap-1", rule="lead_off"), {"lead_off"}),
        (Acknowledgement("Ada", any_device=True), {"store_trouble", "disk_low", "no_data", "lead_off"}),
        (Acknowledgement("Ada", any_device=True, rule="no_data"), {"no_data"}),
    ],
)
def test_acknowledging_a_rule_or_a_wearable(house: House, request_: Acknowledgement, seen: set[str]) -> None:
    house.settle("store_trouble", HIGH)
    house.settle("disk_low", MEDIUM)
    house.settle("no_data", LOW, device="strap-1")
    house.settle("lead_off", LOW, device="strap-1")
    house.acknowledge(request_)
    assert {rule for rule, row in house.open().items() if row.presence is ACKNOWLEDGED} == seen


def test_an_alarm_of_another_wearable_cannot_be_acknowledged(house: House) -> None:
    house.settle("no_data", LOW, device="strap-1")
    number = house.open()["no_data"].id
    for wrong in (
        Acknowledgement("Eve", alarm=number),
        Acknowledgement("Eve", alarm=number, device="strap-2"),
        Acknowledgement("Eve", alarm=number + 1, device="strap-1"),
    ):
        with pytest.raises(NothingToAcknowledge):
            house.acknowledge(wrong)
    assert house.open()["no_data"].presence is ON


@pytest.mark.parametrize("acknowledged", [False, True])
@pytest.mark.parametrize("over", [False, True])
def test_a_restart_goes_on_where_it_was(house: House, acknowledged: bool, over: bool) -> None:
    house.settle("store_trouble", HIGH)
    if over:
        house.settle("store_trouble", None)
    if acknowledged:
        house.acknowledge(Acknowledgement("Ada"))
    before = house.open()
    again = house.restart()
    house.conn = again.conn
    assert again.open() == before
    assert again.settle("store_trouble", HIGH if not over else None).alarms == ()
    assert again.open() == before


def test_every_change_is_published_in_the_same_transaction(house: House) -> None:
    house.conn.execute("BEGIN")
    house.settle("store_trouble", HIGH)
    house.conn.execute("ROLLBACK")
    assert house.open() == {}
    assert house.outbox() == []
    house.settle("store_trouble", HIGH)
    house.settle("store_trouble", None)
    house.acknowledge(Acknowledgement("Ada"))
    sent = house.outbox("hearth/v1/_gateway/alert")
    assert [(one["presence"], one["by"]) for one in sent] == [
        ("On", None),
        ("Latched", None),
        ("Acknowledged", "Ada"),
        ("Off", "Ada"),
    ]
    assert sent[0] == {
        "id": 1,
        "rule": "store_trouble",
        "device": None,
        "kind": "Technical",
        "priority": "High",
        "presence": "On",
        "text": "high",
        "value": 3.0,
        "episode": None,
        "since": "2026-05-28T20:26:40.000Z",
        "at": "2026-05-28T20:26:40.000Z",
        "at_ns": START_NS,
        "by": None,
        "repeat": 0,
        "quiet": False,
    }


def test_high_priority_goes_first(house: House) -> None:
    house.settle("no_data", LOW, device="strap-1")
    house.settle("disk_low", MEDIUM)
    house.settle("store_trouble", HIGH)
    rows = house.conn.execute("SELECT topic, priority FROM outbox ORDER BY priority, id").fetchall()
    assert [tuple(row) for row in rows] == [
        ("hearth/v1/_gateway/alert", 0),
        ("hearth/v1/_gateway/alert", 1),
        ("hearth/v1/strap-1/alert", 2),
    ]


NIGHT = QuietHours(start="22:00", end="07:00")  # the wearer lives in Berlin; START_NS is 22:26 there


def telephone(**settings: object) -> Plan:
    config = NotificationsConfig(urls=("json://127.0.0.1:9/",), **settings)  # type: ignore[arg-type]  # shorthand
    return Plan(Topics(), config.quiet_hours, channels(config), config.content, config.tell_when_over)


def test_quiet_hours_hold_back_what_can_wait(house: House) -> None:
    house.plan = telephone(quiet_hours=NIGHT)
    outcome = house.settle("no_data", MEDIUM, device="strap-1")
    assert outcome.told == frozenset()
    assert house.outbox("notify:") == []
    assert house.outbox()[0]["quiet"] is True
    number = house.open()["no_data"].id
    house.work().repeat([number])
    assert house.open()["no_data"].repeats == 0
    house.now_ns += 9 * HOUR_NS
    house.work().repeat([number])
    assert [note["body"] for note in house.outbox("notify:")] == [
        "medium (since Thu 22:26, not acknowledged)"
    ]
    assert house.open()["no_data"].repeats == 1


def test_quiet_hours_never_hold_back_high(house: House) -> None:
    house.plan = telephone(quiet_hours=NIGHT)
    outcome = house.settle("store_trouble", HIGH)
    assert len(outcome.told) == 1
    assert [note["title"] for note in house.outbox("notify:")] == ["Hearth alarm: gateway"]
    assert house.outbox()[0]["quiet"] is False


def test_people_hear_when_it_is_over_unless_they_know(house: House) -> None:
    house.plan = telephone()
    house.settle("disk_low", MEDIUM)
    house.settle("disk_low", None)
    house.settle("disk_low", MEDIUM)
    house.acknowledge(Acknowledgement("Ada"))
    house.settle("disk_low", None)
    bodies = [note["body"] for note in house.outbox("notify:")]
    assert bodies == ["medium (Thu 22:26)", "Over since Thu 22:26: medium", "medium (Thu 22:26)"]


def test_brief_notifications_say_nothing_about_anybody(house: House) -> None:
    house.plan = telephone(content="brief")
    house.settle("af", replace(MEDIUM, text="Possible atrial fibrillation"), device="strap-1")
    assert "fibrillation" not in str(house.outbox("notify:"))
    assert "strap-1" not in str(house.outbox("notify:"))


def test_a_channel_may_want_only_the_urgent(house: House) -> None:
    house.plan = telephone(min_priority="High")
    house.settle("disk_low", MEDIUM)
    assert house.outbox("notify:") == []
    house.settle("store_trouble", HIGH)
    assert len(house.outbox("notify:")) == 1


def test_an_alarm_that_comes_back_at_once_is_published_but_calls_nobody_again(house: House) -> None:
    house.plan = telephone(tell_when_over=False)
    told = house.settle("store_trouble", HIGH).told
    house.settle("store_trouble", None)
    work = house.work(recent=told)
    work.settle(Wanted("store_trouble", None, HIGH, house.now_ns))
    assert work.outcome().told == frozenset()
    assert len(house.outbox("notify:")) == 1
    assert [one["presence"] for one in house.outbox()] == ["On", "Latched", "On"]
