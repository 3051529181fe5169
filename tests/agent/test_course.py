"""Trends and comparisons: every step from its own windows, missing ones shown, both sides told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.agent.history import NOW
from tests.agent.reference import middle, seconds, values

if TYPE_CHECKING:
    from pathlib import Path

    from agent.turn import Agent

DAYS = [f"03-{day:02d}" for day in range(3, 11)]


def data(weeks: Agent, question: str) -> dict[str, Any]:
    answer = weeks.ask(question, now=NOW)
    assert answer.evidence[0].ok, answer.answer
    return answer.evidence[0].data


def test_a_daily_trend_has_one_step_for_each_day_and_keeps_the_missing_one(
    weeks: Agent, weeks_db: Path
) -> None:
    points = data(weeks, "heart rate per day last week")["points"]
    assert [point["start"][5:10] for point in points] == DAYS[:7]
    for point, day, after in zip(points, DAYS, DAYS[1:], strict=False):
        if day == "03-04":
            assert point["value"] is None
            assert point["analysable_s"] == 0
        else:
            assert point["value"] == middle(weeks_db, "hr_bpm", f"{day} 00:00", f"{after} 00:00")


def test_a_missing_step_is_told_as_missing(weeks: Agent) -> None:
    answer = weeks.ask("heart rate per day last week", now=NOW)
    assert "- Tue 4 March: too little signal" in answer.answer
    assert answer.answer.count("\n- ") == 7


@pytest.mark.parametrize("night", ["03-10", "03-11", "03-12"])
def test_a_nightly_resting_rate_is_that_of_its_small_hours(weeks: Agent, weeks_db: Path, night: str) -> None:
    points = data(weeks, "resting heart rate per night since Monday")["points"]
    found = {point["end"][5:10]: point["value"] for point in points}
    expected = middle(weeks_db, "hr_bpm", f"{night} 00:00", f"{night} 06:00", where="rhythm = 'sinus'")
    assert found[night] == expected


def test_an_hourly_trend_steps_by_the_hour(weeks: Agent, weeks_db: Path) -> None:
    points = data(weeks, "hourly pulse for last night")["points"]
    assert len(points) == 8
    assert points[2]["value"] == middle(weeks_db, "hr_bpm", "03-12 00:00", "03-12 01:00")


def test_a_burden_trend_is_a_share_of_each_day(weeks: Agent, weeks_db: Path) -> None:
    points = data(weeks, "AF burden per day last week")["points"]
    sunday = points[-1]
    whole = seconds(weeks_db, "03-09 00:00", "03-10 00:00", "analysable = 1")
    part = seconds(weeks_db, "03-09 00:00", "03-10 00:00", "analysable = 1 AND rhythm = 'af'")
    assert sunday["value"] == round(100 * part / whole, 2)
    assert points[1]["value"] is None


def test_a_long_trend_takes_wider_steps_than_asked_for(weeks: Agent) -> None:
    answer = weeks.ask("hourly heart rate over the past two weeks", now=NOW)
    assert answer.evidence[0].data["bucket"] == "day"
    assert "COARSER" in answer.evidence[0].warnings
    assert "Longer steps than you asked for" in answer.answer


def test_a_direction_is_told_only_where_it_exceeds_the_usual_change(weeks: Agent) -> None:
    found = data(weeks, "trend of my resting heart rate since Monday")
    assert found["direction"] in {"up", "down"} if abs(found["change"]) >= found["smallest"] else "flat"


def test_a_comparison_tells_both_sides_and_their_difference(weeks: Agent, weeks_db: Path) -> None:
    answer = weeks.ask("Was my heart rate higher last night than the night before?", now=NOW)
    found = answer.evidence[0].data["differences"][0]
    one = middle(weeks_db, "hr_bpm", "03-11 22:00", "03-12 06:00")
    two = middle(weeks_db, "hr_bpm", "03-10 22:00", "03-11 06:00")
    assert (found["a"], found["b"], found["change"]) == (one, two, round(one - two, 2))
    assert answer.evidence[0].data["b"]["start"] == "2025-03-10T22:00:00+01:00"
    assert f"{one:.0f} bpm last night" in answer.answer
    assert f"{two:.0f} bpm in the night before last" in answer.answer


def test_what_is_new_still_there_and_gone_is_told(weeks: Agent) -> None:
    events = {event["kind"]: event for event in data(weeks, "Compare Tuesday with Monday")["events"]}
    assert events["af"]["verdict"] == "new"
    assert events["pause"]["verdict"] == "still"
    back = {
        event["kind"]: event["verdict"]
        for event in data(weeks, "Compare yesterday evening with Tuesday")["events"]
    }
    assert back["pause"] == "gone"


def test_gone_is_not_said_of_a_time_with_too_little_signal(weeks: Agent) -> None:
    found = data(weeks, "Compare the night to 2 March with the night to Tuesday")
    assert {event["kind"]: event["verdict"] for event in found["events"]}["pause"] == "unknown"


def test_usual_is_the_two_weeks_before(weeks: Agent) -> None:
    found = data(weeks, "was last night different from usual?")
    assert found["b"]["end"] == "2025-03-11T22:00:00+01:00"
    assert found["b"]["start"] == "2025-02-26T09:00:00+01:00"


def test_a_side_without_signal_is_said_and_nothing_compared(weeks: Agent) -> None:
    answer = weeks.ask("Compare Wednesday with Tuesday last week", now=NOW)
    assert answer.evidence[0].error == "NO_DATA"
    assert "Nothing was recorded on Tuesday 4 March" in answer.answer
    assert "bpm" not in answer.answer


def test_the_hours_of_two_weeks_stand_in_for_their_windows_and_that_is_said(
    weeks: Agent, weeks_db: Path
) -> None:
    answer = weeks.ask("What was my heart rate over the past two weeks?", now=NOW)
    value = answer.evidence[0].data["values"][0]
    assert value["method"] == "hours"
    exact = values(weeks_db, "hr_bpm", "02-26 14:30", "03-12 14:30")
    assert abs(value["value"] - sorted(exact)[len(exact) // 2]) < 1.5
    assert "From hour to hour" in answer.answer
