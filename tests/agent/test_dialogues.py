"""Follow-ups, corrections and choices lean on what was asked before, restored from the store alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.turn import Agent
from storage import dialogues
from storage.database import open_reader
from storage.writer import exclusive
from tests.agent.history import NOW, at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.answer import Answer

# Turns of one conversation: question | tool or action | start | end (or - where no range belongs to it).
DIALOGUES = {
    "the night before": """
        What was my heart rate last night? | measure | 03-11T22:00 | 03-12T06:00
        and the night before? | measure | 03-10T22:00 | 03-11T06:00
        and the one before that? | measure | 03-09T22:00 | 03-10T06:00
        what about Monday? | measure | 03-10T00:00 | 03-11T00:00
        sorry, I meant Tuesday | measure | 03-11T00:00 | 03-12T00:00
    """,
    "a clock time keeps its hour": """
        What was my heart rate on Tuesday at 6pm? | measure | 03-11T18:00 | 03-11T18:10
        Sorry, I meant Monday | measure | 03-10T18:00 | 03-10T18:10
        and an hour earlier? | measure | 03-10T17:00 | 03-10T17:10
        same for Sunday | measure | 03-09T17:00 | 03-09T17:10
    """,
    "a part of the day keeps its hours": """
        pulse on Tuesday morning | measure | 03-11T06:00 | 03-11T12:00
        and on Monday? | measure | 03-10T06:00 | 03-10T12:00
    """,
    "other metrics of the same time": """
        What was my heart rate yesterday? | measure | 03-11T00:00 | 03-12T00:00
        and the lowest? | measure | 03-11T00:00 | 03-12T00:00
        and the QT? | measure | 03-11T00:00 | 03-12T00:00
        what about AF? | find_events | 03-11T00:00 | 03-12T00:00
        and pauses? | find_events | 03-11T00:00 | 03-12T00:00
        any alerts? | list_alerts | 03-11T00:00 | 03-12T00:00
        how much was recorded? | coverage | 03-11T00:00 | 03-12T00:00
    """,
    "details of what was found": """
        Did I have any AF episodes last week? | find_events | 03-03T00:00 | 03-10T00:00
        how many were there? | followup | - | -
        how long was the longest? | followup | - | -
        when was it? | followup | - | -
        and when was the last one? | followup | - | -
        why? | explain | 03-03T00:00 | 03-10T00:00
        how do you know? | provenance | 03-03T00:00 | 03-10T00:00
        what about this week? | find_events | 03-10T00:00 | 03-12T14:30
    """,
    "a choice that was put back": """
        heart rate on Monday at 6 | clarify | - | -
        in the evening | measure | 03-10T18:00 | 03-10T18:10
        heart rate on Sunday at 7 | clarify | - | -
        the first | measure | 03-09T07:00 | 03-09T07:10
        pulse on Sunday at 8 | clarify | - | -
        20:00 | measure | 03-09T20:00 | 03-09T20:10
        pulse on Sunday at 9 | clarify | - | -
        How full is the battery? | device_status | - | -
    """,
    "burden and a comparison": """
        AF burden last week | burden | 03-03T00:00 | 03-10T00:00
        and the week before? | burden | 02-24T00:00 | 03-03T00:00
        Compare this week with last week | compare | 03-10T00:00 | 03-12T14:30
        thanks | respond | - | -
        bye | bye | - | -
    """,
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_a_dialogue_goes_as_people_mean_it(talk: Callable[..., Answer], name: str) -> None:
    for line in DIALOGUES[name].strip().splitlines():
        question, wanted, start, end = (cell.strip() for cell in line.split("|"))
        answer = talk(question)
        got = answer.calls[0].tool if answer.calls else answer.action.value
        assert got == wanted, f"{question}: {answer.answer}"
        if start != "-":
            resolved = answer.calls[0].resolved
            assert resolved is not None
            assert (resolved["start"][5:16], resolved["end"][5:16]) == (start, end), question


def test_details_are_those_of_the_evidence(talk: Callable[..., Answer]) -> None:
    talk("Did I have any AF episodes last week?")
    assert "There were 3." in talk("how many were there?").answer
    assert "1 h 52 min, from Sun 9 March 02:10" in talk("how long was the longest?").answer
    assert "Sun 9 March 02:10" in talk("when was the last one?").answer


def test_a_follow_up_without_anything_before_it_asks_back_or_stands_alone(weeks: Agent) -> None:
    alone = weeks.ask("and the night before?", now=NOW)
    assert alone.calls == ()
    assert alone.action in {"clarify", "refuse"}


def test_hours_later_a_question_does_not_lean_on_the_one_before(talk: Callable[..., Answer]) -> None:
    talk("What was my heart rate on Sunday?", now=at("2025-03-12T02:00"))
    answer = talk("and the night before?", now=NOW)
    assert answer.action == "clarify"
    assert "Compared with which time?" in answer.answer


def test_two_conversations_do_not_mix(talk: Callable[..., Answer]) -> None:
    talk("What was my heart rate last night?", session="one")
    talk("AF burden on Sunday", session="two")
    one, two = talk("and on Monday?", session="one"), talk("and on Monday?", session="two")
    assert (one.calls[0].tool, two.calls[0].tool) == ("measure", "burden")


def test_a_conversation_of_another_role_is_not_gone_on_with(talk: Callable[..., Answer]) -> None:
    first = talk("What did I note yesterday?", session="shared")
    assert "quarrel" in first.answer
    other = talk("How do you know?", session="shared", role="caregiver")
    assert other.session != "shared"
    assert "no earlier answer" in other.answer


def test_a_new_agent_goes_on_from_the_store(talk: Callable[..., Answer], talk_db: Path) -> None:
    talk("What was my heart rate last night?", session="long")
    again = Agent(talk_db).ask("and the night before?", session="long", now=NOW)
    assert again.calls[0].args["when"] == "the night before"
    assert again.evidence[0].ev == "E2"


def test_turns_evidence_and_state_are_stored_whole(talk: Callable[..., Answer], talk_db: Path) -> None:
    answers = [
        talk("heart rate and QT last night"),
        talk("how do you know?"),
        talk("any AF last week?"),
        talk("how many?"),
    ]
    conn = open_reader(talk_db)
    stored = dialogues.turns(conn, "talk")
    assert [turn.answer for turn in stored] == [answer.answer for answer in answers]
    assert [turn.action for turn in stored] == ["tools", "tools", "tools", "followup"]
    kept = dialogues.evidence(conn, "talk")
    assert [item.id for item in kept] == ["E1", "E2", "E3"]
    assert kept[0].envelope["data"] == json.loads(json.dumps(answers[0].json()))["evidence"][0]["data"]
    conn.close()


def test_a_conversation_of_another_version_is_begun_anew(talk_db: Path) -> None:
    with exclusive(talk_db) as conn:
        dialogues.store_turn(
            conn,
            {
                "session": "old",
                "at_ns": 1,
                "question": "?",
                "action": "tools",
                "answer": ".",
                "state": {"shape": "other"},
            },
        )
    answer = Agent(talk_db).ask("and the night before?", session="old", now=NOW)
    assert answer.session != "old"
    assert answer.action == "clarify"


def test_what_was_found_in_the_past_days_can_be_explained(talk: Callable[..., Answer]) -> None:
    """A range that is counted up to now keeps no more than its ends when it is taken up again."""
    found = talk("Did I have AF in the past 3 days?")
    answer = talk("Explain that")
    assert [call.tool for call in answer.calls] == ["explain"]
    first, again = found.evidence[0].resolved, answer.evidence[0].resolved
    assert first is not None
    assert again is not None
    assert (again.start_ns, again.end_ns) == (first.start_ns, first.end_ns)
    assert {verdict.verdict for verdict in answer.verdicts} == {"SUPPORTED"}
