"""Coverage, the wearable, alerts, notes, summaries and sources are told as they are stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.agent.history import NOW, at
from tests.agent.reference import rows, seconds, span, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.answer import Answer
    from agent.turn import Agent

RANGES = {
    "last night": ("03-11 22:00", "03-12 06:00"),
    "on Saturday": ("03-08 00:00", "03-09 00:00"),
    "on Monday": ("03-10 00:00", "03-11 00:00"),
    "last week": ("03-03 00:00", "03-10 00:00"),
    "in the night to 2 March": ("03-01 22:00", "03-02 06:00"),
}


@pytest.mark.parametrize("phrase", RANGES)
def test_coverage_is_what_was_recorded_and_what_could_be_analysed(
    weeks: Agent, weeks_db: Path, phrase: str
) -> None:
    covered = weeks.ask(f"How much was recorded {phrase}?", now=NOW).evidence[0].coverage
    assert covered is not None
    start, end = span(*RANGES[phrase])
    analysable = seconds(weeks_db, *RANGES[phrase], "analysable = 1")
    assert covered.recorded_s == seconds(weeks_db, *RANGES[phrase])
    assert covered.analysable_s == analysable
    assert covered.pct == round(100 * analysable / ((end - start) / 1e9), 1)


def test_gaps_are_told_with_their_length_and_reason(weeks: Agent) -> None:
    answer = weeks.ask("Were there gaps in the recording on Saturday?", now=NOW)
    assert "- missing from Sat 8 March 10:00, for 3 h: nothing was received" in answer.answer
    assert "21 h of 24 h" in answer.answer


def test_a_day_without_any_recording_is_an_answer(weeks: Agent) -> None:
    answer = weeks.ask("How much was recorded on Tuesday last week?", now=NOW)
    assert answer.evidence[0].ok
    assert "nothing was recorded" in answer.answer


def test_the_wearable_is_told_with_battery_and_age_of_its_signal(weeks: Agent) -> None:
    answer = weeks.ask("How is the battery?", now=NOW)
    assert "64 % (14:29 today)" in answer.answer
    assert "is sending" in answer.answer
    late = weeks.ask("is the sensor still connected?", now=at("2025-03-12T20:00"))
    assert "is not sending" in late.answer
    assert "14:30 today, 5 h 30 min ago" in late.answer


def test_a_state_reported_later_than_the_moment_asked_at_is_not_known_yet(weeks: Agent) -> None:
    answer = weeks.ask("battery?", now=at("2025-03-12T14:00"))
    assert "has not said how full its battery is" in answer.answer


def test_alerts_of_a_time_are_listed_with_their_ends(weeks: Agent) -> None:
    answer = weeks.ask("Were there any alerts last night?", now=NOW)
    assert "1 alert" in answer.answer
    assert (
        "- Tue 11 March 23:15: Atrial fibrillation for 5 minutes (over at Tue 11 March 23:45)"
        in answer.answer
    )
    open_now = weeks.ask("any open alarms?", now=NOW)
    assert "Battery of strap-1 is low (still open)" in open_now.answer
    assert "Atrial fibrillation" not in open_now.answer


def test_an_alert_was_open_as_of_the_moment_asked_at(weeks: Agent) -> None:
    answer = weeks.ask("any open alarms?", now=at("2025-03-11T23:30"))
    assert "Atrial fibrillation for 5 minutes (still open)" in answer.answer
    assert "Battery" not in answer.answer


def test_no_alerts_is_said(weeks: Agent) -> None:
    assert "there were no alerts" in weeks.ask("any alerts on Sunday?", now=NOW).answer


def test_notes_are_listed_as_somebodys_words(weeks: Agent) -> None:
    answer = weeks.ask("What did I note this week?", now=NOW)
    assert "3 notes" in answer.answer
    assert "medication: \u201cbisoprolol 2.5 mg\u201d" in answer.answer
    assert "\u201cquarrel with Jonas about the house\u201d" in answer.answer
    only = weeks.ask("Which symptoms did I write down this week?", now=NOW)
    assert "fluttering" in only.answer
    assert "bisoprolol" not in only.answer


def test_a_summary_holds_rate_rhythm_events_alerts_and_notes(weeks: Agent, weeks_db: Path) -> None:
    answer = weeks.ask("Summarise yesterday", now=NOW)
    exact = sorted(values(weeks_db, "hr_bpm", "03-11 00:00", "03-12 00:00"))
    assert f"{exact[len(exact) // 2]:.0f} bpm (median)" in answer.answer
    for words in ("Atrial fibrillation took 30 min", "1 pause", "1 slow spell", "1 alert", "2 notes"):
        assert words in answer.answer
    assert "not a medical device" in answer.answer


def test_a_summary_of_a_quiet_time_denies_only_with_enough_signal(weeks: Agent) -> None:
    quiet = weeks.ask("Summarise yesterday evening", now=NOW)
    assert "I found no atrial fibrillation in it." in quiet.answer
    assert "I found no pauses, no slow or fast spells" in quiet.answer
    half = weeks.ask("Summarise the night to 2 March", now=NOW)
    assert "I found no pauses" not in half.answer
    assert "in the 50 % of that time I could analyse" in half.answer


def test_where_a_number_comes_from_is_told_with_rows_versions_and_limits(
    talk: Callable[..., Answer], talk_db: Path
) -> None:
    talk("Did I have any pauses last week?")
    answer = talk("How do you know?")
    assert answer.calls[0].tool == "provenance"
    start, end = span("03-03 00:00", "03-10 00:00")
    count = rows(talk_db, "SELECT count(*) FROM segments WHERE start_ns >= ? AND start_ns < ?", start, end)[
        0
    ][0]
    assert f"{count:,} ten-second windows" in answer.answer
    for words in ("chain-1", "rules-1", "shortest pause: 3.0 s (version 1 of 2025-01-01"):
        assert words in answer.answer


def test_where_nothing_was_asked_before_there_is_nothing_to_explain(weeks: Agent) -> None:
    answer = weeks.ask("How do you know?", now=NOW)
    assert answer.calls == ()
    assert "no earlier answer" in answer.answer


def test_a_word_is_explained_without_looking_at_anybody(weeks: Agent) -> None:
    answer = weeks.ask("What does QTc mean?", now=NOW)
    assert "Fridericia" in answer.answer
    assert answer.evidence[0].coverage is None
    assert json.dumps(answer.json())
