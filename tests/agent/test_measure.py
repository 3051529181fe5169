"""Rates and intervals equal what plain SQL says about the same range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.agent.history import NOW, at
from tests.agent.reference import middle, rows, span, values

if TYPE_CHECKING:
    from pathlib import Path

    from agent.turn import Agent

RANGES = {
    "last night": ("03-11 22:00", "03-12 06:00"),
    "yesterday": ("03-11 00:00", "03-12 00:00"),
    "on Monday": ("03-10 00:00", "03-11 00:00"),
    "on Saturday": ("03-08 00:00", "03-09 00:00"),
    "between 2 and 4 this morning": ("03-12 02:00", "03-12 04:00"),
    "on Tuesday at 6pm": ("03-11 18:00", "03-11 18:10"),
    "last week": ("03-03 00:00", "03-10 00:00"),
    "the past 3 hours": ("03-12 11:30", "03-12 14:30"),
}

INTERVALS = {
    "PR": "pr_ms",
    "QRS": "qrs_ms",
    "QT": "qt_ms",
    "QTc": "qtcf_ms",
    "HRV": "rmssd_ms",
    "RR interval": "rr_ms",
    "P wave": "p_ms",
}


def measured(weeks: Agent, question: str) -> list[dict[str, Any]]:
    answer = weeks.ask(question, now=NOW)
    assert answer.evidence[0].ok, answer.answer
    found: list[dict[str, Any]] = answer.evidence[0].data["values"]
    return found


@pytest.mark.parametrize("phrase", RANGES)
def test_the_median_rate_is_that_of_all_its_windows(weeks: Agent, weeks_db: Path, phrase: str) -> None:
    value = measured(weeks, f"What was my heart rate {phrase}?")[0]
    assert value["value"] == middle(weeks_db, "hr_bpm", *RANGES[phrase])
    assert value["n"] == len(values(weeks_db, "hr_bpm", *RANGES[phrase]))


@pytest.mark.parametrize("phrase", RANGES)
@pytest.mark.parametrize(("words", "column"), INTERVALS.items())
def test_an_interval_is_the_median_of_its_windows(
    weeks: Agent, weeks_db: Path, phrase: str, words: str, column: str
) -> None:
    value = measured(weeks, f"What was my {words} {phrase}?")[0]
    assert value["value"] == middle(weeks_db, column, *RANGES[phrase])


@pytest.mark.parametrize("phrase", RANGES)
def test_lowest_and_highest_are_ten_second_means_with_their_moment(
    weeks: Agent, weeks_db: Path, phrase: str
) -> None:
    named = {value["metric"]: value for value in measured(weeks, f"min and max heart rate {phrase}")}
    for metric, pick in (("hr_min", min), ("hr_max", max)):
        expected = pick(values(weeks_db, "hr_bpm", *RANGES[phrase], where="rhythm IN ('sinus', 'af')"))
        assert named[metric]["value"] == expected
        first = rows(
            weeks_db,
            "SELECT min(start_ns) FROM segments WHERE analysable = 1 AND hr_bpm = ? AND start_ns >= ? "
            "AND start_ns < ?",
            expected,
            *span(*RANGES[phrase]),
        )[0][0]
        assert at_ns(named[metric]["at"]) == first


def at_ns(iso: str) -> int:
    from datetime import datetime  # noqa: PLC0415 - only here

    return round(datetime.fromisoformat(iso).timestamp()) * 10**9


def test_the_resting_rate_is_the_median_sinus_rate_of_the_small_hours(weeks: Agent, weeks_db: Path) -> None:
    small_hours = ("03-12 00:00", "03-12 06:00")
    expected = middle(weeks_db, "hr_bpm", *small_hours, where="rhythm = 'sinus'")
    assert measured(weeks, "What was my resting heart rate last night?")[0]["value"] == expected
    assert measured(weeks, "resting heart rate today")[0]["value"] == expected


def test_a_resting_rate_of_a_time_without_small_hours_says_which_ones_it_took(weeks: Agent) -> None:
    value = measured(weeks, "What was my resting heart rate yesterday evening?")[0]
    assert value["where"] == ["2025-03-11T00:00:00+01:00", "2025-03-11T06:00:00+01:00"] or value["where"] == (
        "2025-03-11T00:00:00+01:00", "2025-03-11T06:00:00+01:00",
    )  # fmt: skip


def test_the_rate_now_is_the_newest_window_with_its_age(weeks: Agent, weeks_db: Path) -> None:
    answer = weeks.ask("What is my heart rate?", now=NOW)
    newest = rows(
        weeks_db, "SELECT hr_bpm, start_ns FROM segments WHERE analysable = 1 ORDER BY start_ns DESC LIMIT 1"
    )
    latest = answer.evidence[0].data["latest"]
    assert (latest["hr_bpm"], at_ns(latest["at"])) == newest[0]
    assert f"{latest['hr_bpm']:.0f} bpm" in answer.answer


def test_a_pr_interval_is_never_told_of_atrial_fibrillation(weeks: Agent) -> None:
    answer = weeks.ask("What was my PR interval between 2:30 and 3:30 on Sunday morning?", now=NOW)
    assert answer.evidence[0].data["values"][0]["value"] is None
    assert "in atrial fibrillation there is no such interval" in answer.answer
    assert "ms" not in answer.answer.split("I could")[0]


def test_nothing_recorded_is_said_and_when_the_signal_ended(weeks: Agent) -> None:
    answer = weeks.ask("What was my heart rate on Tuesday last week?", now=NOW)
    assert answer.evidence[0].error == "NO_DATA"
    assert "Nothing was recorded on Tuesday 4 March" in answer.answer
    assert "Tue 4 March 00:00" in answer.answer
    assert "bpm" not in answer.answer


def test_an_unreadable_signal_is_said_with_its_reason(weeks: Agent) -> None:
    answer = weeks.ask("heart rate on Monday between 10:00 and 11:00", now=NOW)
    assert answer.evidence[0].error == "LOW_QUALITY"
    assert "none of it was clear enough" in answer.answer
    assert "movement" in answer.answer


def test_long_after_the_last_signal_now_is_not_answered_with_an_old_rate(weeks: Agent) -> None:
    answer = weeks.ask("What is my heart rate right now?", now=at("2025-03-12T18:00"))
    assert answer.evidence[0].error == "NO_DATA"
    assert "no signal from the last 5 minutes" in answer.answer
    assert "14:30 today" in answer.answer


def test_a_moment_in_the_past_sees_nothing_that_came_later(weeks: Agent, weeks_db: Path) -> None:
    answer = weeks.ask("What was the highest heart rate today?", now=at("2025-03-09T01:00"))
    expected = max(values(weeks_db, "hr_bpm", "03-09 00:00", "03-09 01:00"))
    assert answer.evidence[0].data["values"][0]["value"] == expected


def test_limits_are_told_with_their_version_and_normal_is_never_said(weeks: Agent) -> None:
    answer = weeks.ask("Is my PR interval normal?", now=NOW)
    assert "120 to 200 ms (version 1)" in answer.answer
    assert "normal" not in answer.answer.lower()
    assert "not a medical device" in answer.answer


def test_the_qtc_limit_is_the_one_of_the_wearers_sex(weeks: Agent) -> None:
    value = measured(weeks, "Is my QTc too long?")[0]
    assert [limit["name"] for limit in value["limits"]] == ["qtcf_high_female"]
