from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from agent.language import LANGUAGES, tongue
from agent.when.model import Clock, Range, TimeProblem, Trouble
from agent.when.resolve import resolve
from bench.agent_ranges import Calendar
from training.language.asking import TIMED, book, family_of, held_families
from training.language.contents import contents
from training.language.grammar import REFERENCE, GrammarWrong, forms, load, said, tidy
from training.language.times import Times

NOW = datetime(2026, 3, 12, 17, 20, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
SINCE_NS = round(datetime(2026, 2, 20, tzinfo=UTC).timestamp()) * 10**9
NOW_NS = round(NOW.timestamp()) * 10**9
COPIED = ("$text", "$symptomtext", "$medtext", "$acttext", "$year")
CLOCK = Clock(NOW_NS, ZONE, SINCE_NS)


def chance(seed: int) -> random.Random:
    return random.Random(seed)


def test_alternatives_are_drawn_and_tidied() -> None:
    drawn = {said("(a|b|) c (d (e|f)|g) ?", chance(seed), str) for seed in range(200)}
    assert drawn == {tidy(f"{first} c {last}?") for first in ("a", "b", "") for last in ("d e", "d f", "g")}


@pytest.mark.parametrize("text", ["(a|b", "a) b", "((a)"])
def test_a_bracket_that_does_not_close_is_told(text: str) -> None:
    with pytest.raises(GrammarWrong):
        said(text, chance(1), str)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_said(language: str) -> None:
    known = book(language)
    for role in ("wearer", "caregiver", "clinician"):

        def refer(name: str, role: str = role) -> str:
            if name.startswith("%"):
                return said(known.macro(name, role), chance(2), refer)
            values = known.values.get(name.rstrip("23"), {})
            return said(next(iter(values.values())), chance(3), refer) if values else "x"

        for head in known.heads:
            for line in (line for lines in head.families.values() for line in lines):
                assert said(line, chance(4), refer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_names_what_there_is(language: str) -> None:
    known = book(language)
    given = {*known.values, *TIMED, *COPIED}
    macros = {name.partition("@")[0] for name in known.macros}
    for head in known.heads:
        for line in (line for lines in head.families.values() for line in lines):
            for name in REFERENCE.findall(line):
                assert name in macros or name.rstrip("23") in given or name in given, (head.name, line, name)


def test_there_are_very_many_ways_to_ask() -> None:
    made = {
        language: sum(
            forms(line, book(language))
            for head in book(language).heads
            for lines in head.families.values()
            for line in lines
        )
        for language in LANGUAGES
    }
    assert made["en"] > 500_000
    assert all(count > 5_000 for count in made.values()), made


def test_held_out_families_exist_and_leave_others_to_learn_from() -> None:
    known = {
        family_of(language, head, family): (language, head.name)
        for language in LANGUAGES
        for head in book(language).heads
        for family in head.families
    }
    assert held_families() <= known.keys()
    left = Counter(where for family, where in known.items() if family not in held_families())
    assert all(left[where] for where in known.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_mean_what_they_are_meant_to(language: str) -> None:
    times, calendar = Times(language), Calendar(NOW, ZONE, SINCE_NS)
    found, wrong = Counter[str](), []
    for seed in range(300):
        time = times.draw(chance(seed))
        meaning = resolve(time.words, CLOCK, tongue(language).speech.times)
        found["all"] += 1
        unread = isinstance(meaning, Trouble) and meaning.problem is TimeProblem.UNKNOWN
        found["unread"] += unread and time.kind != "unknown"
        if time.spec and isinstance(meaning, Range):
            found["compared"] += 1
            if (meaning.start_ns, meaning.end_ns) != calendar.span(time.spec):
                wrong.append((time.words, time.spec))
    assert not wrong
    assert found["compared"] > 40
    assert found["unread"] < 0.1 * found["all"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["$text", "$symptomtext", "$medtext", "$acttext", "$year"])
def test_there_is_something_to_write_down(language: str, name: str) -> None:
    assert all(contents(language, name, chance(seed)) for seed in range(20))


def test_a_line_before_any_heading_is_told(tmp_path: object) -> None:
    path = tmp_path / "x.txt"  # type: ignore[operator]  # pytest's path
    path.write_text("hello\n", encoding="utf-8")
    with pytest.raises(GrammarWrong, match="nothing begins"):
        load(path)
