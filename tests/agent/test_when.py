"""Time phrases: a table read against one clock, and what must hold for every phrase at any moment."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.en.times import LANGUAGE
from agent.when.anchors import Anchored
from agent.when.model import HOUR_NS, Clock, Range, Trouble, local, to_ns
from agent.when.resolve import find, resolve
from tests.agent.time_phrases import PHRASES, PIECES, RELATIVE, TROUBLE

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2025, 3, 12, 14, 30, tzinfo=BERLIN)
CLOCK = Clock(to_ns(NOW), BERLIN, to_ns(datetime(2025, 2, 26, 9, 0, tzinfo=BERLIN)))
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "UTC",
)


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def moment(text: str) -> int:
    if text == "now":
        return CLOCK.now_ns
    text = text if text[4] == "-" else f"2025-{text}"
    return to_ns(datetime.fromisoformat(text).replace(tzinfo=BERLIN))


def shown(meaning: Range | Trouble | Anchored) -> str:
    if isinstance(meaning, Anchored):
        return f"{meaning.relation} {meaning.anchor}"
    if isinstance(meaning, Trouble):
        return f"{meaning.problem} {meaning.reason}"
    return f"{local(meaning.start_ns, BERLIN):%m-%d %H:%M} to {local(meaning.end_ns, BERLIN):%m-%d %H:%M}"


def ranged(text: str, before: Range | None = None) -> Range:
    meaning = resolve(text, CLOCK, LANGUAGE, before)
    assert isinstance(meaning, Range), shown(meaning)
    return meaning


@pytest.mark.parametrize(("phrase", "start", "end"), rows(PHRASES))
def test_a_phrase_is_its_range(phrase: str, start: str, end: str) -> None:
    meaning = resolve(phrase, CLOCK, LANGUAGE)
    assert isinstance(meaning, Range), shown(meaning)
    assert (meaning.start_ns, meaning.end_ns) == (moment(start), moment(end)), shown(meaning)


@pytest.mark.parametrize("row", rows(PIECES), ids=lambda row: row[0])
def test_a_phrase_with_holes_is_its_stretches(row: list[str]) -> None:
    expected = [(moment(piece[:11]), moment(piece[12:])) for piece in row[1:]]
    assert list(ranged(row[0]).spans) == expected


@pytest.mark.parametrize(("phrase", "before", "start", "end"), rows(RELATIVE))
def test_a_relative_phrase_leans_on_what_came_before(phrase: str, before: str, start: str, end: str) -> None:
    meaning = ranged(phrase, ranged(before))
    assert (meaning.start_ns, meaning.end_ns) == (moment(start), moment(end)), shown(meaning)


@pytest.mark.parametrize(("phrase", "problem", "reason"), rows(TROUBLE))
def test_a_phrase_without_a_single_range_says_why(phrase: str, problem: str, reason: str) -> None:
    meaning = resolve(phrase, CLOCK, LANGUAGE)
    assert isinstance(meaning, Trouble), shown(meaning)
    assert (meaning.problem, meaning.reason) == (problem, reason)


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(rows(PHRASES)) + len(rows(PIECES)) + len(rows(RELATIVE)) + len(rows(TROUBLE)) >= 250


def test_an_ambiguous_clock_time_offers_both_readings() -> None:
    meaning = resolve("on Monday at 6", CLOCK, LANGUAGE)
    assert isinstance(meaning, Trouble)
    assert [local(option.start_ns, BERLIN).hour for option in meaning.options] == [6, 18]


def test_a_clock_time_that_has_not_happened_is_no_second_reading() -> None:
    assert local(ranged("at 8").start_ns, BERLIN).hour == 8
    assert local(ranged("at 5").start_ns, BERLIN) == datetime(2025, 3, 12, 5, tzinfo=BERLIN)


def test_a_date_in_figures_is_asked_back_where_day_and_month_may_be_either() -> None:
    meaning = resolve("4/3", Clock(CLOCK.now_ns, BERLIN), LANGUAGE)
    assert isinstance(meaning, Trouble)
    assert meaning.reason == "day_or_month"
    told = Clock(CLOCK.now_ns, BERLIN, day_first=False)
    assert local(moment_of(resolve("4/3", told, LANGUAGE)), BERLIN).date().isoformat() == "2024-04-03"


def moment_of(meaning: Range | Trouble | Anchored) -> int:
    assert isinstance(meaning, Range)
    return meaning.start_ns


def test_a_reading_from_before_the_first_recording_is_no_second_reading() -> None:
    meaning = ranged("3/4")  # 3 April 2024 would be long before it
    assert local(meaning.start_ns, BERLIN).date().isoformat() == "2025-03-04"


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        ("2025-03-12T23:30", "2025-03-12T22:00", "2025-03-12T23:30"),  # the running one
        ("2025-03-12T03:00", "2025-03-11T22:00", "2025-03-12T03:00"),  # the running one, after midnight
        ("2025-03-12T06:00", "2025-03-11T22:00", "2025-03-12T06:00"),
        ("2025-03-12T21:59", "2025-03-11T22:00", "2025-03-12T06:00"),
    ],
)
def test_last_night_is_the_one_that_ended_this_morning_or_the_running_one(
    now: str, start: str, end: str
) -> None:
    at = {name: to_ns(datetime.fromisoformat(text).replace(tzinfo=BERLIN)) for name, text in
          (("now", now), ("start", start), ("end", end))}  # fmt: skip
    meaning = resolve("last night", Clock(at["now"], BERLIN), LANGUAGE)
    assert isinstance(meaning, Range)
    assert (meaning.start_ns, meaning.end_ns) == (at["start"], at["end"])


def clock_at(text: str, zone: ZoneInfo = BERLIN) -> Clock:
    return Clock(to_ns(datetime.fromisoformat(text).replace(tzinfo=zone)), zone)


def length_h(text: str, clock: Clock) -> float:
    meaning = resolve(text, clock, LANGUAGE)
    assert isinstance(meaning, Range), shown(meaning)
    return meaning.length_ns / HOUR_NS


def test_days_and_nights_across_the_clock_change_have_their_real_length() -> None:
    spring, autumn = clock_at("2025-03-31T10:00"), clock_at("2025-10-27T10:00")
    assert length_h("Sunday", spring) == 23
    assert length_h("the night to Sunday", spring) == 7
    assert length_h("between 1 and 4 on Sunday morning", spring) == 2
    assert length_h("Sunday", autumn) == 25
    assert length_h("the night to Sunday", autumn) == 9
    assert length_h("between 1 and 4 on Sunday morning", autumn) == 4
    assert length_h("the last 7 days", autumn) == 168


def test_a_clock_time_that_happened_twice_is_asked_back() -> None:
    meaning = resolve("2:30 on Sunday morning", clock_at("2025-10-27T10:00"), LANGUAGE)
    assert isinstance(meaning, Trouble)
    assert meaning.reason == "clock_twice"
    first, second = meaning.options
    assert second.start_ns - first.start_ns == HOUR_NS
    assert {local(option.start_ns, BERLIN).strftime("%H:%M") for option in meaning.options} == {"02:30"}


def test_a_clock_time_that_did_not_happen_is_remarked_on() -> None:
    meaning = resolve("2:30 on Sunday morning", clock_at("2025-03-31T10:00"), LANGUAGE)
    assert isinstance(meaning, Range)
    assert meaning.notes == ("skipped",)
    assert local(meaning.start_ns, BERLIN).strftime("%H:%M") == "03:30"


def test_phrases_are_found_inside_a_question_and_cut_out_exactly() -> None:
    text = "Was my rate higher last night than on Tuesday at 6pm?"
    found = find(text, CLOCK, LANGUAGE)
    assert [phrase.words for phrase in found] == ["last night", "Tuesday at 6pm"]
    assert all(text[phrase.start : phrase.end] == phrase.words for phrase in found)


@pytest.mark.parametrize(
    "text",
    [
        "what is a normal heart rate above 60 and below 100",
        "is it all right",
        "my weak mouth might march faster",
        "the second beat may be early",
        "was it a warning about the light",
        "I sat in the sun",
    ],
)
def test_everyday_words_are_not_taken_for_times(text: str) -> None:
    assert find(text, CLOCK, LANGUAGE) == []


MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive limits


@settings(max_examples=100, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES))
def test_days_weeks_and_nights_begin_and_end_on_the_local_clock(now: datetime, zone: str) -> None:
    tz = ZoneInfo(zone)
    clock = Clock(to_ns(now), tz)
    for words, hours in (("yesterday", (0, 0)), ("last week", (0, 0)), ("the night before last", (22, 6))):
        meaning = resolve(words, clock, LANGUAGE)
        assert isinstance(meaning, Range)
        ends = local(meaning.start_ns, tz), local(meaning.end_ns, tz)
        assert tuple(end.hour for end in ends) == hours
        assert all((end.minute, end.second) == (0, 0) for end in ends)
    day = resolve("yesterday", clock, LANGUAGE)
    assert isinstance(day, Range)
    assert 23 <= day.length_ns / HOUR_NS <= 25
