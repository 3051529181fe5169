"""The same words in other zones, across clock changes, leap days and new years."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest

from agent.when.model import HOUR_NS, MINUTE_NS, Kind, TimeProblem, Trouble, local
from agent.when.resolve import resolve
from tests.agent.when.reading import LANGUAGES, clock, ns, ranged, rows, shown

ENGLISH: Final = LANGUAGES["en"]
# zone | now | phrase | start | end, all local.
TABLE: Final = """
Asia/Kolkata | 2025-06-15T08:00 | last night | 2025-06-14T22:00 | 2025-06-15T06:00
Asia/Kolkata | 2025-06-15T08:00 | at 6pm yesterday | 2025-06-14T18:00 | 2025-06-14T18:10
Asia/Kathmandu | 2025-06-15T00:10 | today | 2025-06-15T00:00 | 2025-06-15T00:10
Asia/Kathmandu | 2025-06-15T00:10 | yesterday | 2025-06-14T00:00 | 2025-06-15T00:00
Australia/Adelaide | 2025-07-01T12:00 | last month | 2025-06-01T00:00 | 2025-07-01T00:00
Australia/Lord_Howe | 2025-04-06T10:00 | last night | 2025-04-05T22:00 | 2025-04-06T06:00
Pacific/Auckland | 2025-04-06T10:00 | last night | 2025-04-05T22:00 | 2025-04-06T06:00
Pacific/Auckland | 2025-10-01T10:00 | when the clocks went forward | 2025-09-27T22:00 | 2025-09-28T06:00
Pacific/Auckland | 2025-10-01T10:00 | when the clocks went back | 2025-04-05T22:00 | 2025-04-06T06:00
Australia/Sydney | 2025-10-06T10:00 | Sunday | 2025-10-05T00:00 | 2025-10-06T00:00
America/New_York | 2025-03-09T12:00 | last night | 2025-03-08T22:00 | 2025-03-09T06:00
America/New_York | 2025-11-02T12:00 | when the clocks changed | 2025-11-01T22:00 | 2025-11-02T06:00
America/St_Johns | 2025-11-02T12:00 | this morning | 2025-11-02T06:00 | 2025-11-02T12:00
America/Santiago | 2025-09-08T12:00 | yesterday | 2025-09-07T01:00 | 2025-09-08T00:00
Africa/Cairo | 2025-04-26T12:00 | yesterday | 2025-04-25T01:00 | 2025-04-26T00:00
Europe/Berlin | 2024-03-01T09:00 | yesterday | 2024-02-29T00:00 | 2024-03-01T00:00
Europe/Berlin | 2024-02-29T09:00 | a year ago | 2023-02-28T00:00 | 2023-03-01T00:00
Europe/Berlin | 2025-03-31T09:00 | a month ago | 2025-02-28T00:00 | 2025-03-01T00:00
Europe/Berlin | 2024-03-01T09:00 | last month | 2024-02-01T00:00 | 2024-03-01T00:00
Europe/Berlin | 2025-01-01T09:00 | last night | 2024-12-31T22:00 | 2025-01-01T06:00
Europe/Berlin | 2025-01-01T09:00 | last month | 2024-12-01T00:00 | 2025-01-01T00:00
Europe/Berlin | 2025-01-01T09:00 | last year | 2024-01-01T00:00 | 2025-01-01T00:00
Europe/Berlin | 2025-01-01T09:00 | this week | 2024-12-30T00:00 | 2025-01-01T09:00
Europe/Berlin | 2025-01-01T09:00 | since Monday | 2024-12-30T00:00 | 2025-01-01T09:00
Europe/Berlin | 2025-01-01T09:00 | 24 December | 2024-12-24T00:00 | 2024-12-25T00:00
Europe/Berlin | 2025-03-14T12:00 | Friday | 2025-03-07T00:00 | 2025-03-08T00:00
Europe/Berlin | 2025-03-14T12:00 | this Friday | 2025-03-14T00:00 | 2025-03-14T12:00
Europe/Berlin | 2025-03-15T12:00 | at the weekend | 2025-03-15T00:00 | 2025-03-15T12:00
Europe/Berlin | 2025-03-15T12:00 | last weekend | 2025-03-08T00:00 | 2025-03-10T00:00
Europe/Berlin | 2025-03-12T00:10 | last night | 2025-03-11T22:00 | 2025-03-12T00:10
Europe/Berlin | 2025-03-12T23:30 | tonight | 2025-03-12T22:00 | 2025-03-12T23:30
Europe/Berlin | 2025-10-26T09:00 | the last 7 days | 2025-10-19T10:00 | 2025-10-26T09:00
Europe/Berlin | 2025-10-26T09:00 | 24 hours ago | 2025-10-25T10:00 | 2025-10-25T10:10
Europe/Berlin | 2025-03-30T09:00 | since midnight | 2025-03-30T00:00 | 2025-03-30T09:00
Europe/Berlin | 2025-10-27T09:00 | 11pm Saturday to 4am Sunday | 2025-10-25T23:00 | 2025-10-26T04:00
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: f"{row[0]}-{row[2]}")
def test_a_phrase_is_its_range_there_and_then(row: list[str]) -> None:
    zone, now, phrase, start, end = row
    at = clock(now, zone)
    meaning = ranged(phrase, at)
    ends = ns(start, at.tz), ns(end, at.tz)
    assert (meaning.start_ns, meaning.end_ns) == ends, shown(meaning, at.tz)


@pytest.mark.parametrize(
    ("zone", "now", "hours"),
    [
        ("Europe/Berlin", "2025-03-30T10:00", 7),
        ("Europe/Berlin", "2025-10-26T10:00", 9),
        ("Pacific/Auckland", "2025-09-28T10:00", 7),
        ("Pacific/Auckland", "2025-04-06T10:00", 9),
        ("Australia/Lord_Howe", "2025-04-06T10:00", 8.5),
        ("Australia/Lord_Howe", "2025-10-05T10:00", 7.5),
        ("Asia/Kolkata", "2025-03-30T10:00", 8),
    ],
)
def test_a_night_has_its_real_length(zone: str, now: str, hours: float) -> None:
    assert ranged("last night", clock(now, zone)).length_ns == hours * HOUR_NS


@pytest.mark.parametrize(
    ("zone", "now", "said", "minutes"),
    [
        ("Europe/Berlin", "2025-10-26T10:00", "at 2:30 this morning", 60),
        ("America/New_York", "2025-11-02T10:00", "at 1:30 this morning", 60),
        ("Australia/Lord_Howe", "2025-04-06T10:00", "at 1:45 this morning", 30),
        ("Pacific/Auckland", "2025-04-06T10:00", "at 2:15 last night", 60),
    ],
)
def test_a_clock_time_that_happened_twice_is_asked_back(zone: str, now: str, said: str, minutes: int) -> None:
    at = clock(now, zone)
    meaning = resolve(said, at, ENGLISH)
    assert isinstance(meaning, Trouble), shown(meaning, at.tz)
    assert (meaning.problem, meaning.reason) == (TimeProblem.AMBIGUOUS, "clock_twice")
    first, second = meaning.options
    assert second.start_ns - first.start_ns == minutes * MINUTE_NS
    assert local(first.start_ns, at.tz).time() == local(second.start_ns, at.tz).time()


def test_where_the_clocks_are_never_changed_there_is_no_such_night() -> None:
    meaning = resolve("the night the clocks went back", clock("2025-06-01T10:00", "Asia/Kolkata"), ENGLISH)
    assert isinstance(meaning, Trouble)
    assert meaning.reason == "no_clock_change"


def test_nights_can_be_gone_back_through_one_by_one_over_both_clock_changes() -> None:
    at = clock("2025-11-02T10:00")
    night = ranged("last night", at)
    lengths = []
    for back in range(1, 260):
        night = ranged("the night before", at, before=night)
        assert night.kind is Kind.NIGHT
        assert night.anchor == at.today - timedelta(days=back)
        lengths.append(night.length_ns / HOUR_NS)
    assert sorted(set(lengths)) == [7, 8, 9]
    assert (lengths.count(7), lengths.count(9)) == (1, 1)


def test_a_conversation_about_times_can_go_on() -> None:
    at = clock("2025-03-12T14:30")
    said = [
        ("yesterday at 18:00", "2025-03-11T18:00"),
        ("an hour earlier", "2025-03-11T17:00"),
        ("an hour earlier", "2025-03-11T16:00"),
        ("the same time on Monday", "2025-03-10T16:00"),
        ("that day", "2025-03-10T00:00"),
        ("and in the morning?", "2025-03-10T06:00"),
        ("and the day after", "2025-03-11T00:00"),
        ("and the night before that", "2025-03-10T22:00"),
        ("and the day after", "2025-03-11T00:00"),
        ("the week before that", "2025-03-04T00:00"),
        ("same for Sunday", "2025-03-09T00:00"),
        ("and in the evening?", "2025-03-09T18:00"),
    ]
    said += [("yesterday at 18:00", "2025-03-11T18:00"), ("the hour before", "2025-03-11T17:00")]
    before = None
    for words, start in said:
        before = ranged(words, at, before=before)
        assert before.start_ns == ns(start, at.tz), (words, shown(before))
