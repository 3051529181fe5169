"""Phrases that hang on an episode, an alert, a gap or a note: read, and found in a store with known truth."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from agent.anchors import settled
from agent.noted import same
from agent.scope import scope
from agent.when.anchors import Anchored, Relation, What
from agent.when.model import Kind, Range, TimeProblem, Trouble
from agent.when.resolve import find, resolve
from storage.database import open_reader
from tests.agent.history import NOW, ns
from tests.agent.when.reading import CLOCK, LANGUAGES, moment, rows, shown

if TYPE_CHECKING:
    from pathlib import Path

    from agent.turn import Agent

# language | phrase | start | end: in the history of ``tests.agent.stories.WEEKS``.
FOUND: Final = """
en | during the AF on Sunday | 03-09 02:10 | 03-09 04:02
en | while I was in AF on Sunday | 03-09 02:10 | 03-09 04:02
en | during Sunday's AF | 03-09 02:10 | 03-09 04:02
en | during my last tachycardia | 03-08 17:00 | 03-08 17:06
en | when my heart was racing on Saturday | 03-08 17:00 | 03-08 17:06
en | the hour before the last tachycardia | 03-08 16:00 | 03-08 17:00
en | the hour before the fast episode on Saturday | 03-08 16:00 | 03-08 17:00
en | 30 minutes after the slow episode | 03-11 03:10 | 03-11 03:40
en | right before the last tachycardia | 03-08 16:45 | 03-08 17:00
en | since the longest AF episode | 03-09 02:10 | now
en | during the first AF episode | 03-03 20:00 | 03-03 20:12
en | around the alert at 11 last night | 03-11 23:00 | 03-12 00:00
en | since the last alert | 03-12 13:00 | now
en | after the alert on Saturday | 03-08 13:00 | 03-09 00:00
en | before the alert on Saturday | 03-08 00:00 | 03-08 10:05
en | while the patch was off | 03-08 10:00 | 03-08 13:00
en | while the strap was off on Tuesday last week | 03-04 00:00 | 03-05 00:00
en | since I put it back on | 03-08 13:00 | now
en | during the gap on Saturday | 03-08 10:00 | 03-08 13:00
en | since I started the bisoprolol | 03-10 08:00 | now
en | since I started taking bisoprolol | 03-10 08:00 | now
en | since the new pill | 03-10 08:00 | now
en | before I started bisoprolol | 03-10 00:00 | 03-10 08:00
en | after my walk | 03-09 12:00 | 03-10 00:00
en | after I walked around the lake | 03-09 12:00 | 03-10 00:00
en | when I felt a fluttering | 03-11 18:45 | 03-11 19:15
en | when I felt fluttering yesterday | 03-11 18:45 | 03-11 19:15
de | während des Vorhofflimmerns am Sonntag | 03-09 02:10 | 03-09 04:02
de | eine Stunde vor der schnellen Episode am Samstag | 03-08 16:00 | 03-08 17:00
de | während das Pflaster ab war | 03-08 10:00 | 03-08 13:00
de | seit ich mit Bisoprolol angefangen habe | 03-10 08:00 | now
de | nach dem Alarm am Samstag | 03-08 13:00 | 03-09 00:00
es | durante la fibrilación del domingo | 03-09 02:10 | 03-09 04:02
es | mientras el parche estaba quitado | 03-08 10:00 | 03-08 13:00
es | desde que empecé con el bisoprolol | 03-10 08:00 | now
es | desde la nueva pastilla | 03-10 08:00 | now
fr | pendant la fibrillation de dimanche | 03-09 02:10 | 03-09 04:02
fr | pendant que le patch était enlevé | 03-08 10:00 | 03-08 13:00
fr | depuis que j'ai commencé le bisoprolol | 03-10 08:00 | now
fr | une heure avant l'épisode rapide de samedi | 03-08 16:00 | 03-08 17:00
zh | 周日房颤期间 | 03-09 02:10 | 03-09 04:02
zh | 贴片脱落的时候 | 03-08 10:00 | 03-08 13:00
zh | 周六快速发作前一小时 | 03-08 16:00 | 03-08 17:00
"""
# phrase | problem | reason
NOT_FOUND: Final = """
during the AF on Friday | TIME_UNKNOWN | no_event
after the pause on Saturday | TIME_UNKNOWN | no_event
around the alert at 3 | TIME_UNKNOWN | no_alert
during the gap yesterday | TIME_UNKNOWN | no_gap
since I started warfarin | TIME_UNKNOWN | no_note
when I felt dizzy | TIME_UNKNOWN | no_note
after lunch with Bob | TIME_UNKNOWN | no_note
before the pause this week | TIME_AMBIGUOUS | which_event
since the pause last night or so | TIME_UNKNOWN | not_understood
during the AF tomorrow | TIME_FUTURE | future
"""


def look_up(path: Path, words: str, role: str = "wearer", code: str = "en") -> Range | Trouble:
    with closing(open_reader(path)) as conn:
        view = scope(conn, role=role, now=NOW)
        assert view is not None
        return settled(resolve(words, view.clock, LANGUAGES[code]), view)


@pytest.mark.parametrize("row", rows(FOUND), ids=lambda row: row[1])
def test_a_phrase_is_the_range_of_what_it_hangs_on(weeks_db: Path, row: list[str]) -> None:
    code, words, start, end = row
    meaning = look_up(weeks_db, words, code=code)
    assert isinstance(meaning, Range), shown(meaning)
    assert abs(meaning.start_ns - moment(start)) < 20 * 10**9, shown(meaning)
    assert abs(meaning.end_ns - moment(end)) < 20 * 10**9, shown(meaning)


@pytest.mark.parametrize("row", rows(NOT_FOUND), ids=lambda row: row[0])
def test_a_phrase_whose_anchor_is_not_there_says_so(weeks_db: Path, row: list[str]) -> None:
    meaning = look_up(weeks_db, row[0])
    assert isinstance(meaning, Trouble), shown(meaning)
    assert [meaning.problem, meaning.reason] == row[1:]
    assert meaning.phrase == row[0]


def test_all_episodes_of_a_time_are_looked_at_together(weeks_db: Path) -> None:
    meaning = look_up(weeks_db, "during my AF episodes last week")
    assert isinstance(meaning, Range)
    starts = [start for start, _ in meaning.spans]
    assert starts == [moment(text) for text in ("03-03 20:00", "03-05 15:00", "03-09 02:10")]


def test_several_that_fit_a_day_that_was_named_are_asked_back(weeks_db: Path) -> None:
    meaning = look_up(weeks_db, "right after the pause this week")
    assert isinstance(meaning, Trouble)
    assert (meaning.problem, meaning.reason) == (TimeProblem.AMBIGUOUS, "which_event")
    assert [option.start_ns // 10**9 for option in meaning.options] == [
        moment("03-10 04:00:08") // 10**9,
        moment("03-11 03:15:34") // 10**9,
    ]


def test_without_a_day_it_is_the_newest_of_its_kind(weeks_db: Path) -> None:
    meaning = look_up(weeks_db, "during the pause")
    assert isinstance(meaning, Range)
    assert meaning.start_ns == moment("03-11 03:15:30")
    assert meaning.kind is Kind.HOURS


def test_a_private_note_is_no_anchor_for_anybody_else(weeks_db: Path) -> None:
    own = look_up(weeks_db, "since the quarrel")
    assert isinstance(own, Range)
    assert own.start_ns == moment("03-11 20:00")
    for role in ("caregiver", "clinician"):
        theirs = look_up(weeks_db, "since the quarrel", role)
        assert isinstance(theirs, Trouble)
        assert theirs.reason == "no_note"
        assert isinstance(look_up(weeks_db, "since the bisoprolol", role), Range)


def test_nothing_of_another_wearer_is_an_anchor(house_db: Path) -> None:
    with closing(open_reader(house_db)) as conn:
        view = scope(conn, device="strap-1", now=NOW)
        assert view is not None
        for words in ("during the AF last night", "after the alert", "since the canary"):
            meaning = settled(resolve(words, view.clock, LANGUAGES["en"]), view)
            if isinstance(meaning, Range):
                assert "canary" in words
                assert meaning.start_ns == ns(NOW - timedelta(hours=6, minutes=30))
            else:
                assert meaning.reason in {"no_event", "no_alert"}


def test_the_agent_answers_about_such_times_and_names_them(weeks: Agent) -> None:
    answer = weeks.ask("What was my heart rate during the AF on Sunday?", now=NOW)
    assert [call.resolved["start"] for call in answer.calls if call.resolved] == ["2025-03-09T02:10:00+01:00"]
    assert "02:10" in answer.answer
    asked = weeks.ask("What was my heart rate during the AF on Friday?", now=NOW)
    assert asked.action == "clarify"
    assert "during the AF on Friday" in asked.answer


@pytest.mark.parametrize(
    ("words", "relation", "what"),
    [
        ("around the alarm at half past three", Relation.AROUND, What.ALERT),
        ("until the first pause yesterday", Relation.UNTIL, What.EVENT),
        ("after my coffee", Relation.AFTER, What.NOTE),
        ("since I stopped smoking", Relation.SINCE, What.NOTE),
        ("while it was charging", Relation.DURING, What.GAP),
        ("when the alarm went off", Relation.DURING, What.ALERT),
        ("since I woke up", Relation.SINCE, What.NOTE),
    ],
)
def test_what_a_phrase_hangs_on_is_read_without_a_store(words: str, relation: Relation, what: What) -> None:
    meaning = resolve(words, CLOCK, LANGUAGES["en"])
    assert isinstance(meaning, Anchored), shown(meaning)
    assert (meaning.relation, meaning.anchor.what) == (relation, what)


def test_an_ambiguous_hour_of_an_anchor_is_looked_at_in_both_halves_of_the_day() -> None:
    meaning = resolve("the alert at 9 yesterday", CLOCK, LANGUAGES["en"])
    assert isinstance(meaning, Trouble)  # an alert alone is no time
    hung = resolve("around the alert yesterday at 9", CLOCK, LANGUAGES["en"])
    assert isinstance(hung, Anchored)
    starts = [span.start_ns for span in hung.anchor.within]
    assert starts == [moment("03-11 09:00"), moment("03-11 21:00")]


@pytest.mark.parametrize(
    "text",
    [
        "tell me when I had AF",
        "when did I have a pause?",
        "is AF dangerous",
        "show me the alerts",
        "what is a pause",
        "list the times when my heart was racing",
    ],
)
def test_what_is_asked_for_is_not_taken_for_a_time(text: str) -> None:
    assert [
        phrase for phrase in find(text, CLOCK, LANGUAGES["en"]) if isinstance(phrase.meaning, Anchored)
    ] == []


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("walk", "walked", True),
        ("run", "running", True),
        ("ran", "run", True),
        ("bisoprolol", "bisoprolo", True),
        ("Spaziergang", "spaziergänge", True),
        ("tea", "team", False),
        ("wine", "window", False),
        ("warfarin", "bisoprolol", False),
    ],
)
def test_forms_and_spellings_of_a_word_are_one(a: str, b: str, alike: bool) -> None:
    assert same(a, b) is alike
