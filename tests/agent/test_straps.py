"""One person with two wearables: each time is told from the one that recorded it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.agent.history import NOW

if TYPE_CHECKING:
    from agent.turn import Agent


def test_each_time_is_told_from_the_strap_that_recorded_most_of_it(straps: Agent) -> None:
    for question, device in (
        ("What was my heart rate on Monday evening?", "strap-1"),
        ("What was my heart rate last night?", "strap-2"),
        ("What is my heart rate?", "strap-2"),
    ):
        answer = straps.ask(question, now=NOW)
        assert answer.evidence[0].ok
        assert answer.evidence[0].device == device


def test_a_time_that_both_recorded_is_told_with_a_remark(straps: Agent) -> None:
    answer = straps.ask("What was my heart rate on Tuesday?", now=NOW)
    assert "OTHER_DEVICE" in answer.evidence[0].warnings
    assert "This is from strap-2. Another wearable recorded then too" in answer.answer
    alone = straps.ask("What was my heart rate last night?", now=NOW)
    assert "Another wearable" not in alone.answer


def test_a_named_strap_answers_alone(straps: Agent) -> None:
    answer = straps.ask("What was my heart rate last night?", device="strap-1", now=NOW)
    assert answer.evidence[0].error == "NO_DATA"
    named = straps.ask("What was my heart rate on Tuesday?", device="strap-1", now=NOW)
    assert named.evidence[0].device == "strap-1"
    assert "Another wearable" not in named.answer


def test_short_stretches_of_af_are_neither_an_episode_nor_denied(straps: Agent) -> None:
    answer = straps.ask("Did I have any AF episodes last night?", now=NOW)
    assert answer.evidence[0].data["count"] == 0
    assert "30 s looked like atrial fibrillation, in stretches too short for an episode" in answer.answer
    assert "found no atrial fibrillation" not in answer.answer
    assert "at least 30.0 s" in answer.answer
    everything = straps.ask("any events last night?", now=NOW)
    assert "I found nothing else of what I look for" in everything.answer
    assert "atrial fibrillation, pauses" not in everything.answer
    burden = straps.ask("How much AF did I have last night?", now=NOW)
    assert "30 s of 8 h" in burden.answer
    assert "None of it lasted the 30 seconds" in burden.answer
