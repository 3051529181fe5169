"""Tables of phrases in five languages, read against one clock."""

from __future__ import annotations

import pytest

from agent.when.model import Trouble
from agent.when.resolve import find, resolve
from tests.agent.when.reading import (
    CLOCK,
    LANGUAGES,
    OLDER,
    RANGES,
    RELATIVES,
    TROUBLES,
    moment,
    ranged,
    rows,
    shown,
    told,
)


def named(value: object) -> str:
    return value if isinstance(value, str) else str(value[0]) if isinstance(value, list) else repr(value)


@pytest.mark.parametrize(("code", "row"), told(RANGES), ids=named)
def test_a_phrase_is_its_range(code: str, row: list[str]) -> None:
    meaning = ranged(row[0], CLOCK, LANGUAGES[code])
    assert (meaning.start_ns, meaning.end_ns) == (moment(row[1]), moment(row[2])), shown(meaning)
    assert len(meaning.spans) == int(row[3] if len(row) > 3 else 1)


@pytest.mark.parametrize(("code", "row"), told(TROUBLES), ids=named)
def test_a_phrase_without_a_single_range_says_why(code: str, row: list[str]) -> None:
    meaning = resolve(row[0], CLOCK, LANGUAGES[code])
    assert isinstance(meaning, Trouble), shown(meaning)
    assert [meaning.problem, meaning.reason] == row[1:]


@pytest.mark.parametrize(("code", "row"), told(RELATIVES), ids=named)
def test_a_phrase_leans_on_what_came_before(code: str, row: list[str]) -> None:
    before = ranged(row[1], CLOCK, LANGUAGES[code])
    meaning = ranged(row[0], CLOCK, LANGUAGES[code], before)
    assert (meaning.start_ns, meaning.end_ns) == (moment(row[2]), moment(row[3])), shown(meaning)


def test_the_tables_are_large_enough_to_mean_something() -> None:
    counts = {code: len(rows(RANGES[code])) + len(rows(TROUBLES[code])) for code in RANGES}
    english = counts.pop("en") + sum(len(rows(table)) for table in OLDER)
    assert english >= 550
    assert all(count >= 130 for count in counts.values()), counts


def test_a_phrase_is_found_inside_a_question_of_its_language() -> None:
    questions = {
        "de": ("Wie war mein Puls gestern Abend um 18 Uhr?", "gestern Abend um 18 Uhr"),
        "es": ("¿Cómo estuvo mi pulso anoche?", "anoche"),
        "fr": ("Quel était mon pouls hier à 18h30 ?", "hier à 18h30"),
        "zh": ("昨天下午三点半我的心率是多少?", "昨天下午三点半"),
    }
    for code, (question, phrase) in questions.items():
        assert [found.words for found in find(question, CLOCK, LANGUAGES[code])] == [phrase]


def test_dates_in_figures_are_read_in_the_order_of_the_language() -> None:
    for code, text in (("de", "5/3"), ("es", "05/03/2025"), ("fr", "05/03"), ("zh", "3/5")):
        meaning = ranged(text, CLOCK, LANGUAGES[code])
        assert meaning.start_ns == moment("03-05 00:00"), code
    asked = resolve("5/3/2025", CLOCK, LANGUAGES["en"])
    assert isinstance(asked, Trouble)
    assert asked.reason == "day_or_month"


def test_hours_that_may_be_a_length_are_asked_back() -> None:
    meaning = resolve("depuis 6h", CLOCK, LANGUAGES["fr"])
    assert isinstance(meaning, Trouble)
    assert [option.start_ns for option in meaning.options] == [moment("03-12 06:00"), moment("03-12 08:30")]
