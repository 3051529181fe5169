"""Rhythm shares, beat counts, burden and events equal what plain SQL says about the same range."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from agent.turn import Agent
from storage import rollups
from storage.writer import exclusive
from tests.agent.history import DEVICE, NOW, at, ns
from tests.agent.reference import overlapping, rows, seconds, span
from tests.agent.test_measure import at_ns

if TYPE_CHECKING:
    from pathlib import Path

RANGES = {
    "last night": ("03-11 22:00", "03-12 06:00"),
    "yesterday": ("03-11 00:00", "03-12 00:00"),
    "last week": ("03-03 00:00", "03-10 00:00"),
    "on Sunday": ("03-09 00:00", "03-10 00:00"),
    "between 2 and 3 on Sunday morning": ("03-09 02:00", "03-09 03:00"),
    "since Monday": ("03-10 00:00", "03-12 14:30"),
    "on Saturday": ("03-08 00:00", "03-09 00:00"),
}


def data(weeks: Agent, question: str) -> dict[str, Any]:
    answer = weeks.ask(question, now=NOW)
    assert answer.evidence[0].ok, answer.answer
    return answer.evidence[0].data


@pytest.mark.parametrize("phrase", RANGES)
def test_rhythm_shares_are_of_the_analysable_time(weeks: Agent, weeks_db: Path, phrase: str) -> None:
    shares = {share["rhythm"]: share for share in data(weeks, f"What was my rhythm {phrase}?")["shares"]}
    whole = seconds(weeks_db, *RANGES[phrase], "analysable = 1")
    for rhythm in ("sinus", "af"):
        part = seconds(weeks_db, *RANGES[phrase], f"analysable = 1 AND rhythm = '{rhythm}'")
        assert shares.get(rhythm, {"seconds": 0.0})["seconds"] == part
        assert shares.get(rhythm, {"pct": 0.0})["pct"] == round(100 * part / whole, 2)


@pytest.mark.parametrize("phrase", RANGES)
def test_the_burden_is_af_seconds_over_analysable_seconds(weeks: Agent, weeks_db: Path, phrase: str) -> None:
    found = data(weeks, f"What was my AF burden {phrase}?")
    part = seconds(weeks_db, *RANGES[phrase], "analysable = 1 AND rhythm = 'af'")
    whole = seconds(weeks_db, *RANGES[phrase], "analysable = 1")
    assert found["seconds"] == part
    assert found["analysable_s"] == whole
    assert found["share_pct"] == round(100 * part / whole, 2)
    episodes = overlapping(weeks_db, "af", *RANGES[phrase])
    assert found["episodes"] == len(episodes)
    if episodes:
        longest = max(episodes, key=lambda each: each[1] - each[0])
        assert found["longest"]["seconds"] == (longest[1] - longest[0]) / 1e9
        assert at_ns(found["longest"]["start"]) == longest[0]


@pytest.mark.parametrize("phrase", RANGES)
def test_beats_are_counted_from_where_they_begin(weeks: Agent, weeks_db: Path, phrase: str) -> None:
    found = data(weeks, f"How many extra beats did I have {phrase}?")
    expected = rows(
        weeks_db,
        "SELECT sum(n_beats), sum(n_s), sum(n_v) FROM segments WHERE current = 1 AND start_ns >= ? "
        "AND start_ns < ?",
        *span(*RANGES[phrase]),
    )[0]
    assert (found["beats"], found["s_beats"], found["v_beats"]) == expected


@pytest.mark.parametrize("phrase", RANGES)
@pytest.mark.parametrize(
    ("words", "kind"),
    [("AF episodes", "af"), ("pauses", "pause"), ("bradycardia", "brady"), ("tachycardia", "tachy"),
     ("runs of VT", "wide_run"), ("bigeminy", "bigeminy")],
)  # fmt: skip
def test_events_are_the_stored_ones_cut_to_the_range(
    weeks: Agent, weeks_db: Path, phrase: str, words: str, kind: str
) -> None:
    found = data(weeks, f"Were there any {words} {phrase}?")
    expected = overlapping(weeks_db, kind, *RANGES[phrase])
    assert found["kind"] == kind
    assert [at_ns(event["start"]) for event in found["events"]] == [
        start // 10**9 * 10**9 for start, _ in expected
    ][:5]
    assert found["count"] == len(expected)
    assert found["seconds"] == pytest.approx(sum(end - start for start, end in expected) / 1e9, abs=0.05)


def test_absence_is_said_only_above_eighty_percent_of_signal(weeks: Agent) -> None:
    whole = weeks.ask("Did I have any pauses yesterday evening?", now=NOW)
    assert "found no pauses" in whole.answer
    assert any(verdict.kind == "absence" and verdict.verdict == "SUPPORTED" for verdict in whole.verdicts)
    half = weeks.ask("Did I have any pauses in the night to 2 March?", now=NOW)
    assert half.evidence[0].warnings == ("PARTIAL",)
    assert "no pauses in the 50 % of the time I could analyse" in half.answer
    assert "for the rest I cannot say" in half.answer
    assert not any(verdict.kind == "absence" for verdict in half.verdicts)


def test_no_af_is_not_said_of_a_night_half_of_which_was_noise(weeks: Agent) -> None:
    answer = weeks.ask("What was my AF burden in the night to 2 March?", now=NOW)
    assert "no atrial fibrillation in the 50 % of the time I could analyse" in answer.answer


def test_rates_above_a_limit_are_found_with_their_extreme(weeks: Agent, weeks_db: Path) -> None:
    found = data(weeks, "When was my heart rate above 95 last night?")
    above = rows(
        weeks_db,
        "SELECT start_ns, hr_bpm FROM segments WHERE analysable = 1 AND hr_bpm > 95 AND start_ns >= ? "
        "AND start_ns < ?",
        *span("03-11 22:00", "03-12 06:00"),
    )
    starts = [row[0] for row in above]
    runs = 1 + sum(b - a > 40 * 10**9 for a, b in itertools.pairwise(starts))
    assert found["count"] == runs
    assert at_ns(found["events"][0]["start"]) == starts[0]
    assert max(event["value"] for event in found["events"]) <= max(row[1] for row in above)


def test_the_last_episode_is_the_newest_of_all(weeks: Agent) -> None:
    answer = weeks.ask("When was my last pause?", now=NOW)
    assert answer.calls[0].args["order"] == "newest"
    assert "Tue 11 March 03:15" in answer.answer
    assert "4.1 s" in answer.answer
    assert "2 pauses" in answer.answer


def test_the_longest_episode_is_named_with_its_length(weeks: Agent) -> None:
    answer = weeks.ask("What was the longest AF episode last week?", now=NOW)
    assert "1 h 52 min, from Sun 9 March 02:10" in answer.answer


def test_an_episode_is_going_on_as_of_the_moment_asked_at(weeks: Agent) -> None:
    answer = weeks.ask("Did I have AF last night?", now=at("2025-03-11T23:20"))
    assert "still going on" in answer.answer
    assert "10 min" in answer.answer


def test_thresholds_are_named_with_their_version(weeks: Agent) -> None:
    answer = weeks.ask("Did I have any pauses yesterday evening?", now=NOW)
    assert "pauses of at least 3.0 s (limit version 1)" in answer.answer
    assert answer.evidence[0].versions.thresholds == {"pause": 1}


def test_af_is_not_denied_where_no_rhythm_could_be_told(talk_db: Path) -> None:
    start_ns, end_ns = ns(at("2025-03-10T00:00")), ns(at("2025-03-11T00:00"))
    with exclusive(talk_db) as conn:
        conn.execute(
            "UPDATE segments SET rhythm = 'unknown', probability = NULL "
            "WHERE analysable = 1 AND start_ns >= ? AND start_ns < ?",
            (start_ns, end_ns),
        )
        rollups.refresh(conn, DEVICE, start_ns, end_ns)
    agent = Agent(talk_db)
    for question in ("Did I have AF on Monday?", "AF burden on Monday"):
        said = agent.ask(question, now=NOW)
        assert "in the 0 % of the time I could analyse" in said.answer, said.answer
        assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}
    assert "no atrial fibrillation" not in agent.ask("What was my rhythm on Monday?", now=NOW).answer
    before = agent.ask("Did I have AF on Saturday?", now=NOW)
    assert "0 %" not in before.answer
