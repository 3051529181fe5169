"""What holds for every phrase of every language at any moment in any zone, and for any text at all."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.when.anchors import Anchored
from agent.when.model import DAY_NS, HOUR_NS, Clock, Kind, Range, Trouble, local, to_ns, wall_ns
from agent.when.resolve import find, resolve
from tests.agent.when.reading import CLOCK, LANGUAGES, RELATIVES, phrases, ranged, rows
from tests.agent.when.test_forms import FORMS

ZONES: Final = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "UTC",
)
MOMENTS: Final = st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive limits
SAID: Final = st.sampled_from([(code, words) for code in LANGUAGES for words in phrases(code)])
TONGUES: Final = st.sampled_from(sorted(LANGUAGES))
SHIFTS: Final = st.lists(
    st.sampled_from(
        [
            "the night before",
            "and the day after",
            "the day before",
            "an hour earlier",
            "two hours later",
            "the week before that",
            "and in the morning?",
            "and in the evening?",
            "same for Monday",
            "that night",
            "the one before",
            "the month before",
        ]
    ),
    max_size=6,
)
CPU_S: Final = 0.05  # for the longest text that is taken
LONGEST: Final = 4000  # characters


def has_happened(meaning: Range, clock: Clock) -> None:
    assert meaning.start_ns < meaning.end_ns <= clock.now_ns
    assert all(meaning.start_ns <= start < end <= meaning.end_ns for start, end in meaning.spans)
    assert all(a[1] <= b[0] for a, b in zip(meaning.spans, meaning.spans[1:], strict=False))


@settings(max_examples=50, deadline=None)
@given(MOMENTS, SAID, st.sampled_from(ZONES), st.booleans())
def test_every_range_is_ordered_has_happened_and_has_a_name(
    now: datetime, said: tuple[str, str], zone: str, installed: bool
) -> None:
    since = to_ns(now - timedelta(days=30)) if installed else None
    clock = Clock(to_ns(now), ZoneInfo(zone), since)
    meaning = resolve(said[1], clock, LANGUAGES[said[0]])
    if isinstance(meaning, Range):
        has_happened(meaning, clock)
        for forms in FORMS.values():
            label = forms.label(meaning, clock)
            assert label
            assert forms.within(label, meaning.kind.value)
    elif isinstance(meaning, Trouble):
        assert meaning.reason
        assert all(option.start_ns < option.end_ns for option in meaning.options)


def edges_on_the_clock(meaning: Range, clock: Clock) -> None:
    """Days begin and end at local midnight, nights at their hours, by the clock on the wall."""
    tz = clock.tz
    assert meaning.anchor is not None
    if meaning.kind is Kind.NIGHT:
        evening, morning = clock.meanings.night
        start = clock.at(meaning.anchor - timedelta(days=1), evening)
        end = clock.at(meaning.anchor, morning)
    elif meaning.kind is Kind.PART:
        first, last = clock.meanings.parts[meaning.part]
        start, end = clock.at(meaning.anchor, first), clock.at(meaning.anchor, last)
    else:
        start = wall_ns(meaning.anchor, datetime.min.time(), tz)
        length = {Kind.DAY: 1, Kind.WEEK: 7, Kind.WEEKEND: 2, Kind.DAYS: round(meaning.count)}[meaning.kind]
        end = wall_ns(meaning.anchor + timedelta(days=length), datetime.min.time(), tz)
    assert meaning.start_ns == start
    assert meaning.end_ns == min(end, clock.now_ns)


@settings(max_examples=50, deadline=None)
@given(MOMENTS, SAID, st.sampled_from(ZONES))
def test_days_weeks_nights_and_parts_begin_and_end_on_the_local_clock(
    now: datetime, said: tuple[str, str], zone: str
) -> None:
    clock = Clock(to_ns(now), ZoneInfo(zone))
    meaning = resolve(said[1], clock, LANGUAGES[said[0]])
    if isinstance(meaning, Range) and meaning.kind in {
        Kind.DAY,
        Kind.DAYS,
        Kind.WEEK,
        Kind.WEEKEND,
        Kind.NIGHT,
        Kind.PART,
    }:
        edges_on_the_clock(meaning, clock)


@settings(max_examples=30, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES))
def test_a_night_is_named_by_its_morning(now: datetime, zone: str) -> None:
    clock = Clock(to_ns(now), ZoneInfo(zone))
    for words in ("last night", "the night before last", "Tuesday night", "three nights ago"):
        night = ranged(words, clock)
        assert night.anchor is not None
        ends = local(night.start_ns, clock.tz), night.anchor
        assert ends[0].date() == ends[1] - timedelta(days=1)
        assert 6.5 <= (clock.at(night.anchor, 6) - night.start_ns) / HOUR_NS <= 9.5


@settings(max_examples=30, deadline=None)
@given(
    MOMENTS, st.sampled_from(ZONES), st.sampled_from(["yesterday", "last night", "at 3", "last week"]), SHIFTS
)
def test_a_chain_of_leaning_phrases_stays_a_range_or_says_why(
    now: datetime, zone: str, first: str, steps: list[str]
) -> None:
    clock = Clock(to_ns(now), ZoneInfo(zone))
    before = resolve(first, clock, LANGUAGES["en"])
    for words in steps:
        if not isinstance(before, Range):
            return
        before = resolve(words, clock, LANGUAGES["en"], before)
        if isinstance(before, Range):
            has_happened(before, clock)
        else:
            assert isinstance(before, Trouble)
            assert before.reason


@settings(max_examples=50, deadline=None)
@given(TONGUES, st.data())
def test_any_words_of_time_in_any_order_give_an_outcome(code: str, data: st.DataObject) -> None:
    language = LANGUAGES[code]
    figures = ["0", "1", "3", "12", "13", "24", "31", "2025", "6pm", "18:00", "3rd", "4/3", "2025-03-05", "-"]
    piece = st.sampled_from([*language.lexicon.vocabulary, *figures])
    words = data.draw(st.lists(piece, max_size=9))
    leaning = [row[1] for row in rows(RELATIVES[code])] if code in RELATIVES else ["yesterday"]
    before = data.draw(st.sampled_from([None, *leaning]))
    context = ranged(before, CLOCK, language) if before else None
    meaning = resolve(("" if code == "zh" else " ").join(words), CLOCK, language, context)
    assert isinstance(meaning, Range | Trouble | Anchored)
    if isinstance(meaning, Range):
        has_happened(meaning, CLOCK)


@settings(max_examples=60, deadline=None)
@given(TONGUES, st.text(max_size=80) | st.text("0123456789:./- 年月日点上下昨今晚pamh'", max_size=40))
def test_any_text_gives_an_outcome_and_its_phrases_are_cut_out_exactly(code: str, text: str) -> None:
    language = LANGUAGES[code]
    assert isinstance(resolve(text, CLOCK, language), Range | Trouble | Anchored)
    for phrase in find(text, CLOCK, language):
        assert text[phrase.start : phrase.end] == phrase.words


def hostile(code: str) -> list[str]:
    """Long texts that give a reader the most to do: its own words in endless rows, and none of them."""
    words = LANGUAGES[code].lexicon.vocabulary
    seeded = random.Random(7)
    told = (
        [*phrases(code), *(row[0] for row in rows(RELATIVES[code]))] if code in RELATIVES else phrases(code)
    )
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = [
        " ".join(seeded.choice(words) for _ in range(1000)),
        "".join(seeded.choice(words) for _ in range(1500)),
        " ".join(seeded.choice(told) for _ in range(300)),
        " ".join("".join(seeded.choices(letters, k=seeded.randint(4, 11))) for _ in range(600)),
        "1 " * LONGEST,
        "a" * LONGEST,
        "昨天三点半" * LONGEST,
        "-" * LONGEST,
        "'" * LONGEST,
        "2025-03-" * LONGEST,
        "1/2/" * LONGEST,
        *(f"{seeded.choice(words)} {seeded.choice(words)} " * LONGEST for _ in range(10)),
        *(f"{each} " * LONGEST for each in seeded.sample(told, 10)),
    ]
    return [text[:LONGEST] for text in made]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_hostile_text_is_read_in_bounded_time(code: str) -> None:
    language = LANGUAGES[code]
    before = Range(CLOCK.now_ns - DAY_NS, CLOCK.now_ns - HOUR_NS, Kind.SPAN)
    for text in hostile(code):
        took = []
        for _ in range(3):  # the quickest: other work on the machine is no fault of the text
            begun = time.process_time()
            resolve(text, CLOCK, language, before)
            took.append(time.process_time() - begun)
            if took[-1] < CPU_S:
                break
        assert min(took) < CPU_S, f"{min(took) * 1000:.0f} ms: {text[:60]}"
