"""A sample of the question set, scored as the bench scores all of it, over the tests' own fortnight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bench.agent_asking import ask_all
from bench.agent_histories import History, copied
from bench.agent_reference import Fact
from bench.agent_score import by
from bench.agent_set import HALVES, dialogues
from tests.agent.history import DEVICE, NOW, at, ns

if TYPE_CHECKING:
    from pathlib import Path

    from bench.agent_ranges import Calendar
    from bench.agent_set import Dialogue

CATEGORIES: Final = frozenset(
    {
        "basic",
        "misspelt",
        "vague",
        "comparison",
        "trend",
        "signal",
        "limits",
        "medicine",
        "scope",
        "followups",
    }
)
EVERY: Final = 4  # of those questions one in so many is asked: seconds, not minutes
DATED: Final = ("2026", "Wed", "M0")  # times of the other history, and the day that is today in this one


def portable(dialogue: Dialogue) -> bool:
    """Whether it can be asked of another history."""
    times = " ".join(each for turn in dialogue.turns for pair in turn.times for each in pair)
    return (
        dialogue.history == "fortnight"
        and dialogue.category in CATEGORIES
        and not any(each in times for each in DATED)
    )


@pytest.fixture(scope="module")
def history(weeks_db: Path, tmp_path_factory: pytest.TempPathFactory) -> History:
    return copied(History(weeks_db, NOW), tmp_path_factory.mktemp("set") / "asked.db")


@pytest.fixture(scope="module")
def calendar(history: History) -> Calendar:
    return history.zones[DEVICE]


def test_a_sample_of_the_set_is_answered_as_well_as_it_has_to_be(history: History) -> None:
    sample = [replace(each, device=None) for each in dialogues() if portable(each)][::EVERY]
    figures = by(ask_all(history, sample), lambda _: "all")["all"].figures()
    assert figures["questions"] >= 40
    assert figures["tool_f1"] >= 0.85
    assert figures["action_accuracy"] >= 0.85
    assert figures["unsupported_claims"] == 0
    assert figures["numbers_right"] == 1.0


def test_the_set_is_large_and_in_two_halves() -> None:
    asked = {
        half: [turn.text for each in dialogues() if each.half == half for turn in each.turns]
        for half in HALVES
    }
    assert all(len(set(asked[half])) >= 180 for half in HALVES)
    assert not {text.lower() for text in asked["open"]} & {text.lower() for text in asked["held"]} - {
        "yes",
        "no",
    }


@pytest.mark.parametrize(
    ("spec", "start", "end"),
    [
        ("now", "2025-03-12T14:25", "2025-03-12T14:30"),
        ("D0", "2025-03-12T00:00", "2025-03-12T14:30"),
        ("D-1 12:00-18:00", "2025-03-11T12:00", "2025-03-11T18:00"),
        ("D-1 18:00-24:00", "2025-03-11T18:00", "2025-03-12T00:00"),
        ("Fri", "2025-03-07T00:00", "2025-03-08T00:00"),
        ("N-1", "2025-03-10T22:00", "2025-03-11T06:00"),
        ("W-1", "2025-03-03T00:00", "2025-03-10T00:00"),
        ("M-1", "2025-02-01T00:00", "2025-03-01T00:00"),
        ("P24h", "2025-03-11T14:30", "2025-03-12T14:30"),
        ("S:Mon", "2025-03-10T00:00", "2025-03-12T14:30"),
        ("ever", "2025-02-26T09:00", "2025-03-12T14:30"),
        ("2025-03-09T02:00/2025-03-09T04:00", "2025-03-09T02:00", "2025-03-09T04:00"),
    ],
)
def test_times_of_the_tables_are_what_the_calendar_says(
    calendar: Calendar, spec: str, start: str, end: str
) -> None:
    assert calendar.span(spec) == (ns(at(start)), ns(at(end)))


@pytest.mark.parametrize(
    ("fact", "text", "said"),
    [
        (Fact("hr", "bpm", 60.4), "your heart rate was 60 bpm (median)", True),
        (Fact("hr", "bpm", 62.0), "your heart rate was 60 bpm (median)", False),
        (Fact("pr", "ms", None), "there is no such interval to measure", True),
        (Fact("pr", "ms", None), "the PR interval was 162 ms", False),
        (Fact("recorded", "length", 83_400.0), "23 h 10 min of 24 h were recorded", True),
        (Fact("recorded", "length", 80_000.0), "23 h 10 min of 24 h were recorded", False),
        (Fact("pause", "count", 2.0, 0.1), "I found 2 pauses", True),
        (Fact("pause", "count", 3.0, 0.1), "I found 2 pauses, 4 s", False),
    ],
)
def test_a_figure_is_found_in_a_text_or_not(fact: Fact, text: str, said: bool) -> None:
    assert fact.said(text) is said
