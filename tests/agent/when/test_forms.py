"""How ranges, moments, lengths and numbers are written in German, Spanish, French and Chinese."""

from __future__ import annotations

from datetime import datetime
from string import Formatter
from typing import TYPE_CHECKING, Final

import pytest

from agent.de.forms import WRITING as GERMAN
from agent.de.forms import GermanForms
from agent.en.forms import EnglishForms
from agent.es.forms import WRITING as SPANISH
from agent.es.forms import SpanishForms
from agent.fr.forms import WRITING as FRENCH
from agent.fr.forms import FrenchForms
from agent.when.model import Kind
from agent.zh.forms import WRITING as CHINESE
from agent.zh.forms import ChineseForms
from tests.agent.when.reading import BERLIN, CLOCK, LANGUAGES, ranged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.language import Forms

FORMS: Final[dict[str, Forms]] = {
    "en": EnglishForms(),
    "de": GermanForms(),
    "es": SpanishForms(),
    "fr": FrenchForms(),
    "zh": ChineseForms(),
}
# language | the phrase in English; how its range is called; the same inside a sentence (or their beginnings)
LABELS: Final = """
de | yesterday
gestern (Dienstag, 11. März)
gestern (Dienstag, 11. März)
de | Monday
Montag, 10. März
am Montag, 10. März
de | the night to Sunday
die Nacht auf Sonntag, 9. März (Sa., 8. März, 22:00 Uhr bis So., 9. März, 06:00 Uhr)
in der Nacht auf Sonntag, 9. März (Sa., 8. März, 22:00 Uhr bis So., 9. März, 06:00 Uhr)
de | the last 3 days
die letzten 3 Tage (seit So., 9. März, 14:30 Uhr)
in den letzten 3 Tagen (seit So., 9. März, 14:30 Uhr)
de | the last hour
die letzte Stunde (seit heute 13:30 Uhr)
in der letzten Stunde (seit heute 13:30 Uhr)
de | from 2 to 4 pm on Sunday
14:00 bis 16:00 Uhr am Sonntag, 9. März
von 14:00 bis 16:00 Uhr am Sonntag, 9. März
de | last month
Februar 2025
im Februar 2025
de | the last two evenings
die 2 Abende von Mo., 10. März bis Di., 11. März
an den 2 Abenden von Mo., 10. März bis Di., 11. März
es | Monday
el lunes 10 de marzo
el lunes 10 de marzo
es | last week
la semana pasada (lun 3 de marzo a dom 9 de marzo)
la semana pasada (lun 3 de marzo a dom 9 de marzo)
es | the past week
los últimos 7 días (desde el mié 5 de marzo a las 14:30)
en los últimos 7 días (desde el mié 5 de marzo a las 14:30)
es | December 2024
diciembre de 2024
en diciembre de 2024
fr | yesterday afternoon
hier après-midi (mar. 11 mars, 12h00 à 18h00)
hier après-midi (mar. 11 mars, 12h00 à 18h00)
fr | the last hour
la dernière heure (depuis aujourd'hui 13h30)
au cours de la dernière heure (depuis aujourd'hui 13h30)
fr | the last 3 days
les 3 derniers jours (depuis dim. 9 mars 14h30)
au cours des 3 derniers jours (depuis dim. 9 mars 14h30)
fr | last year
2024
en 2024
"""
# Words that name a range in every language, and its label's own words name it again.
NAMED: Final = ("today", "yesterday", "last night", "the night before last", "this week", "last week")
AT: Final = datetime(2025, 3, 9, 14, 30, tzinfo=BERLIN)


GROUPED: Final = list(zip(*[iter(LABELS.strip().splitlines())] * 3, strict=True))


@pytest.mark.parametrize(("said", "label", "inside"), GROUPED, ids=lambda text: text)
def test_a_range_is_called_as_people_call_it(said: str, label: str, inside: str) -> None:
    code, phrase = said.split(" | ")
    span, forms = ranged(phrase), FORMS[code]
    called = forms.label(span, CLOCK)
    assert called.startswith(label)
    assert forms.within(called, span.kind.value).startswith(inside)
    assert called == label or label.endswith("(")


def test_chinese_says_the_part_of_the_day_before_the_hour() -> None:
    forms = FORMS["zh"]
    hours = [forms.clock_time(AT.replace(hour=hour)) for hour in (0, 3, 7, 9, 12, 15, 22)]
    assert hours == ["凌晨0:30", "凌晨3:30", "早上7:30", "上午9:30", "中午12:30", "下午3:30", "晚上10:30"]
    label = forms.label(ranged("last night"), CLOCK)
    assert label == "昨晚\uff083月11日周二晚上10:00至3月12日周三早上6:00\uff09"
    assert forms.within(forms.label(ranged("now"), CLOCK), Kind.NOW) == "最近5分钟内"


@pytest.mark.parametrize(
    ("code", "today", "other"),
    [
        ("de", "heute 14:30 Uhr", "So., 9. März 2025, 14:30 Uhr"),
        ("es", "hoy a las 14:30", "el dom 9 de marzo de 2025 a las 14:30"),
        ("fr", "aujourd'hui 14h30", "dim. 9 mars 2025 14h30"),
        ("zh", "今天下午2:30", "2025年3月9日周日下午2:30"),
    ],
)
def test_a_moment_is_told_with_its_day_unless_it_is_today(code: str, today: str, other: str) -> None:
    assert FORMS[code].moment(AT, AT) == today
    assert FORMS[code].moment(AT, AT.replace(year=2026)) == other


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("de", ["3,2 %", "weniger als 0,1 %", "mehr als 99,9 %", "12.345 pro Minute", "1,5", "3,4 s"]),
        ("es", ["3,2 %", "0,1 % o menos", "99,9 % o más", "12.345 lpm", "1,5", "3,4 s"]),
        ("fr", ["3,2\xa0%", "moins de 0,1\xa0%", "plus de 99,9\xa0%", "12\u202f345 bpm", "1,5", "3,4\xa0s"]),
        ("zh", ["3.2%", "不到0.1%", "超过99.9%", "12,345次/分", "1.5", "3.4秒"]),
    ],
)
def test_numbers_have_the_marks_of_the_language(code: str, numbers: list[str]) -> None:
    given = ((3.24, "%"), (0.05, "%"), (99.95, "%"), (12345, "bpm"), (1.5, ""), (3.41, "s"))
    assert [FORMS[code].number(value, unit) for value, unit in given] == numbers


@pytest.mark.parametrize(
    ("code", "lengths"),
    [
        ("de", ["3,4 s", "50 s", "1 min 15 s", "11 min", "7 h 40 min", "2 Tage 8 h", "2 Tage"]),
        ("es", ["3,4 s", "50 s", "1 min 15 s", "11 min", "7 h 40 min", "2 días 8 h", "2 días"]),
        ("zh", ["3.4秒", "50秒", "1分15秒", "11分钟", "7小时40分钟", "2天8小时", "2天"]),
    ],
)
def test_a_length_is_told_to_its_two_largest_units(code: str, lengths: list[str]) -> None:
    given = (3.4, 50, 75, 650, 27600, 200_000, 172_800)
    assert [FORMS[code].duration(seconds) for seconds in given] == lengths


def test_nouns_are_counted_and_listed_as_the_language_does() -> None:
    assert [FORMS["fr"].plural(count, "pause", "pauses") for count in (0, 1, 2)] == [
        "0 pause",
        "1 pause",
        "2 pauses",
    ]
    assert FORMS["de"].plural(0, "Pause", "Pausen") == "0 Pausen"
    assert FORMS["zh"].plural(3, "次停顿", "次停顿") == "3次停顿"
    assert FORMS["es"].listed(["pausas", "alertas", "intervalos"]) == "pausas, alertas e intervalos"
    assert FORMS["es"].listed(["alertas", "hielo"]) == "alertas y hielo"
    assert FORMS["zh"].listed(["停顿", "房颤"]) == "停顿和房颤"
    assert FORMS["de"].listed(["eins"]) == "eins"


@pytest.mark.parametrize("code", FORMS)
def test_a_label_names_its_range_again(code: str) -> None:
    forms = FORMS[code]
    for phrase in NAMED:
        span = ranged(phrase)
        words = forms.label(span, CLOCK).partition("(")[0].partition("\uff08")[0].strip()
        again = ranged(words, CLOCK, LANGUAGES[code])
        assert (again.start_ns, again.end_ns) == (span.start_ns, span.end_ns), words


def test_the_tables_have_the_same_templates_with_the_same_slots() -> None:
    def slots(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    def kept(texts: Mapping[str, str]) -> set[str]:
        return {key for key in texts if not key.startswith("unit_")}  # elsewhere the unit is its own word

    for other in (SPANISH, FRENCH, CHINESE):
        assert kept(other.texts) == kept(GERMAN.texts)
        assert other.parts.keys() == GERMAN.parts.keys() == CLOCK.meanings.parts.keys()
        assert other.lengths.keys() == GERMAN.lengths.keys()
        optional = {"year", "end", "start", "date", "day"}
        for key in kept(other.texts):
            assert slots(other.texts[key]) ^ slots(GERMAN.texts[key]) <= optional, key
