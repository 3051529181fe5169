"""A wearable that sends beat intervals alone: what is answered, and what is not claimed.

The history goes through the real path, from packets to stored results.
"""

from __future__ import annotations

import re
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec
import pytest

from agent.compose.check import checked
from agent.compose.draft import Draft, Sentence, written
from agent.compose.tell import tell
from agent.language import tongue
from agent.scope import scope
from agent.tools.args import Compare
from agent.tools.run import Runner
from agent.turn import Agent
from storage import dialogues, people
from storage.database import open_reader
from storage.writer import exclusive
from tests.agent.conftest import made_once
from tests.agent.history import TZ, Event, Story, at, ns, write
from tests.daemon.straps import analyse, packets, wear
from tests.dsp.hearts import af, regular

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.answer import Answer
    from dsp.types import Pulse

BELT: Final = "belt"
WORN: Final = at("2025-03-11T23:00")
NOW: Final = at("2025-03-12T02:00:05")
BEFORE: Final = Story(
    start=at("2025-03-10T22:00"),
    end=at("2025-03-11T08:00"),
    events=(Event("pause", at("2025-03-11T03:15:30"), 4.1, 4.1), Event("af", at("2025-03-11T04:00"), 900)),
    ectopic_share=0.02,
)
NO_WAVEFORM: Final = re.compile(r"no waveform|without a waveform")


def heart() -> Iterator[tuple[float, Pulse]]:
    """Three hours: forty minutes of AF from midnight on, and one interval of four seconds."""
    rr = regular(58.0, 3600.0) + af(104.0, 2400.0) + regular(56.0, 4800.0)
    rr[100] = 4 * 1024
    return packets(rr, every_s=3)


def put_on(path: Path) -> None:
    with exclusive(path) as conn:
        if not people.wearers(conn):
            people.add_wearer(conn, "Anna", TZ.key, installed_ns=ns(WORN))
    wear(path, BELT, ns(WORN), heart())
    analyse(path, BELT, close=False)


@pytest.fixture(scope="module")
def belt_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nothing but a belt."""
    return made_once(tmp_path_factory, "belt", put_on)


@pytest.fixture(scope="module")
def belt(belt_db: Path) -> Agent:
    return Agent(belt_db)


@pytest.fixture(scope="module")
def both_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An ECG the night before, and the belt since."""

    def make(path: Path) -> None:
        write(path, BEFORE)
        put_on(path)

    return made_once(tmp_path_factory, "belt-and-ecg", make)


@pytest.fixture(scope="module")
def both(both_db: Path) -> Agent:
    return Agent(both_db)


def ask(agent: Agent, question: str, now: datetime = NOW) -> Answer:
    return agent.ask(question, now=now)


@pytest.mark.parametrize(
    "question",
    [
        "What was my heart rate between 23:00 and 02:00?",
        "What was my lowest heart rate last night?",
        "Did I have atrial fibrillation last night?",
        "How much AF did I have in the last 3 hours?",
        "What was my rhythm in the last 3 hours?",
        "Summarize the last 3 hours",
        "How many extra beats did I have in the last 3 hours?",
        "Any unusual events in the last 3 hours?",
        "How much was recorded in the last 3 hours?",
        "Show my heart rate hour by hour for the last 3 hours",
        "Show my AF burden hour by hour for the last 3 hours",
        "Compare my heart rate in the last hour with the hour before",
        "What was my PR interval last night?",
        "How long is my QT?",
        "Did I have any pauses last night?",
        "Any runs of wide beats last night?",
        "Was there bigeminy last night?",
        "What is my heart rate?",
        "What is my rhythm?",
        "Is the strap working?",
        "What can I ask?",
        "Show me the strip of last night",
        "Show me the ECG",
        "Did my heart rate go above 90 in the last 3 hours?",
        "Show me the pause",
        "How many pauses per night?",
    ],
)
def test_every_answer_says_that_there_is_no_waveform(belt: Agent, question: str) -> None:
    answer = ask(belt, question)
    assert NO_WAVEFORM.search(answer.answer), answer.answer
    assert {verdict.verdict for verdict in answer.verdicts} <= {"SUPPORTED"}
    for claim in ("sinus", "PVC", "early from", "strips", "one lead", "lead I"):
        assert claim not in answer.answer, answer.answer


def test_rate_is_told(belt: Agent) -> None:
    answer = ask(belt, "What was my heart rate between 01:00 and 02:00?")
    assert "56 bpm" in answer.answer
    assert answer.evidence[0].signal == "rr"
    assert answer.evidence[0].lead == ""
    assert "This is from beat intervals: the wearable sent no waveform." in answer.answer


def test_af_is_told_by_regularity_alone(belt: Agent) -> None:
    answer = ask(belt, "How much AF did I have in the last 3 hours?")
    load = answer.evidence[0].data
    assert load["seconds"] == pytest.approx(2400.0, abs=120.0)
    assert load["episodes"] == 1
    assert "told by the regularity of the beats alone" in answer.answer
    assert "there is no strip that a doctor could look at" in answer.answer
    none = ask(belt, "Did I have AF between 1:00 and 2:00?")
    assert "found no atrial fibrillation" in none.answer
    assert "told by the regularity of the beats alone" in none.answer


def test_rhythm_is_regular_and_not_sinus(belt: Agent) -> None:
    answer = ask(belt, "What was my rhythm between 23:10 and 23:50?")
    assert "regular beating for 100" in answer.answer
    now = ask(belt, "What is my heart rate?")
    assert "beating regularly" in now.answer


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("What was my PR interval last night?", "PR interval"),
        ("What was my QRS last night?", "QRS duration"),
        ("What was my QTc last night?", "QTc (Fridericia)"),
        ("Did I have any pauses last night?", "pauses"),
        ("Any runs of wide beats last night?", "runs of wide beats"),
        ("Show my PR interval hour by hour for the last 3 hours", "PR interval"),
    ],
)
def test_what_takes_a_waveform_cannot_be_told(belt: Agent, question: str, what: str) -> None:
    answer = ask(belt, question)
    assert answer.evidence[0].error == "NO_WAVEFORM"
    assert f"only beat intervals and no waveform, so I cannot tell: {what}." in answer.answer
    assert not re.search(r"\d+ ms|found no|I counted", answer.answer)


def test_a_long_interval_is_no_pause(belt: Agent) -> None:
    answer = ask(belt, "Did I have any pauses last night?")
    assert "may be a beat that the strap has missed" in answer.answer
    assert "4" not in answer.answer.replace("belt", "")


def test_early_beats_are_neither_counted_nor_denied(belt: Agent) -> None:
    answer = ask(belt, "How many extra beats did I have in the last 3 hours?")
    assert "Whether any of them came early cannot be told from beat intervals" in answer.answer
    assert "None of them was an early beat" not in answer.answer


def test_nothing_found_is_said_of_what_can_be_found(belt: Agent) -> None:
    answer = ask(belt, "Any events between 1:00 and 2:00?")
    assert "none of the things that beat intervals can show" in answer.answer
    assert "runs of wide beats" not in answer.answer


def test_there_is_no_strip(belt: Agent) -> None:
    for question in ("Show me the strip of last night", "Show me the ECG", "show me a strip"):
        assert "There is no strip to show" in ask(belt, question).answer


def test_where_numbers_come_from(belt_db: Path, belt: Agent) -> None:
    first = ask(belt, "What was my heart rate between 01:00 and 02:00?")
    with exclusive(belt_db) as conn:
        dialogues.store_turn(conn, first.record())
    source = belt.ask("How do you know?", session=first.session, now=NOW)
    assert "of beat intervals of belt" in source.answer
    assert "found by the wearable itself" in source.answer
    assert "one lead" not in source.answer


def test_what_is_refused_names_what_it_has(belt: Agent) -> None:
    assert "from beat intervals" in ask(belt, "Do I have a left bundle branch block?").answer
    assert "it records beat intervals" in ask(belt, "What is my blood pressure?").answer


def test_each_time_is_told_from_what_recorded_it(both: Agent) -> None:
    before = ask(both, "Did I have any pauses between 3:00 and 4:00 yesterday?")
    assert "I found 1 pause." in before.answer
    assert not NO_WAVEFORM.search(before.answer)
    assert before.evidence[0].signal == "ecg"
    after = ask(both, "Did I have any pauses last night?")
    assert after.evidence[0].error == "NO_WAVEFORM"
    assert "I cannot tell: pauses" in after.answer


def test_a_comparison_of_unlike_signals_says_so(both: Agent) -> None:
    answer = ask(both, "Compare my heart rate last night with the night before")
    assert "heart rate was" in answer.answer
    assert NO_WAVEFORM.search(answer.answer)
    pauses = [each for each in answer.evidence[0].data["events"] if each["kind"] == "pause"]
    assert [each["verdict"] for each in pauses] == ["unknown"]
    assert "No longer found: pauses" not in answer.answer
    intervals = ask(both, "Compare my PR interval today with yesterday")
    assert "The intervals cannot be compared: one of the two times has no waveform." in intervals.answer


def test_intervals_of_unlike_signals_are_not_compared(both_db: Path) -> None:
    with closing(open_reader(both_db)) as conn:
        view = scope(conn, now=NOW)
        assert view is not None
        words = tongue("en")
        call = Compare(a="last night", b="the night before", metrics=("pr",))
        found = msgspec.structs.replace(Runner(view, words).run(call), ev="E1")
        draft = Draft(words, NOW, "your")
        tell(draft, found, frozenset())
    kept, verdicts = checked(draft.sentences, {"E1": found})
    assert {verdict.verdict for verdict in verdicts} == {"SUPPORTED"}
    assert "The intervals cannot be compared: one of the two times has no waveform." in written(kept)
    assert "162" not in written(kept)


def test_one_wearable_may_have_both(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    write(path, BEFORE)
    wear(path, BEFORE.device, ns(WORN), packets(regular(58.0, 3600.0), every_s=3))
    analyse(path, BEFORE.device, close=False)
    agent, now = Agent(path), WORN + timedelta(hours=1)
    whole = ask(agent, "How many extra beats did I have in the last 26 hours?", now)
    beats = whole.evidence[0].data
    assert whole.evidence[0].signal == "mixed"
    assert 0 < beats["rr_beats"] < beats["beats"]
    assert "of these only the intervals are known" in whole.answer
    assert "Of the others, " in whole.answer
    pauses = ask(agent, "Any pauses in the last 26 hours?", now)
    assert "I found 1 pause." in pauses.answer
    assert "of it there were only beat intervals" in pauses.answer
    assert "told by the regularity" not in pauses.answer
    course = ask(agent, "Show my PR interval hour by hour for the last 25 hours", now)
    assert "162 ms" in course.answer
    assert "no waveform to tell it from" in course.answer
    strip = ask(agent, "Show me the strip of the AF in the last 26 hours", now)
    assert "there is no strip to show" in strip.answer


def test_an_absence_of_shapes_is_not_assessable_where_there_was_no_waveform(belt: Agent) -> None:
    found = ask(belt, "What was my heart rate between 01:00 and 02:00?").evidence[0]
    said = Sentence("k", found.ev, "absence_of_shapes", "I found no pauses.", (), "I found no pauses.")
    kept, verdicts = checked([said], {found.ev: found})
    assert not kept
    assert [verdict.verdict for verdict in verdicts] == ["NOT_ASSESSABLE"]
