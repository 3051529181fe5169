"""English words of time."""

from typing import Final

from agent.en.common import COMMON
from agent.en.concepts import CONCEPTS
from agent.en.time_rules import RULES
from agent.phrases import Vocabulary, words
from agent.when.grammar import literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language

_UNITS: Final = {
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs h",
    "day": "day days d",
    "night": "nights",
    "week": "week weeks wk wks w",
    "weekend": "weekend weekends",
    "fortnight": "fortnight fortnights",
    "month": "month months mo",
    "year": "year years yr yrs y",
}
_WEEKDAYS: Final = (
    "monday mondays mon",
    "tuesday tuesdays tue tues",
    "wednesday wednesdays wed weds wensday wednsday",
    "thursday thursdays thu thur thurs",
    "friday fridays fri",
    "saturday saturdays",
    "sunday sundays",
)
_SHORT_WEEKDAYS: Final = {"sat": 5, "sun": 6}  # also a verb and a star: only after a word of time
_MONTHS: Final = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_PARTS: Final = {
    "morning": "morning mornings",
    "afternoon": "afternoon afternoons arvo",
    "evening": "evening evenings",
    "noon": "lunchtime",
}
_NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "twentieth": 20,
    "thirtieth": 30,
}
# A short weekday counts only beside one of these.
_NEAR_TIME: Final = words(
    "on last this since until till before after about and vs to from morning afternoon evening night"
)
# Words that may stand around a time phrase without changing what it means.
_FILLERS: Final = words(
    """
    the a of in on at during over for within throughout through across about from by around whole entire all
    please then and what how just only my was were like to it is so say maybe i meant mean exactly local time
    long
    """
)


def _words() -> dict[str, tuple[tuple[str, object], ...]]:
    found: dict[str, list[tuple[str, object]]] = {}

    def add(several: str, name: str, value: object) -> None:
        for word in several.split():
            found.setdefault(word, []).append((name, value))

    for unit, several in _UNITS.items():
        add(several, "UNIT", unit)
    for number, several in enumerate(_WEEKDAYS):
        add(several, "WEEKDAY", number)
    for number, several in enumerate(_MONTHS, 1):
        add(several, "MONTH", number)
    for part, several in _PARTS.items():
        add(several, "PART", part)
    for word, number in _NUMBERS.items():
        add(word, "NUM", number)
    for word, number in _ORDINALS.items():
        add(word, "ORDW", number)
    add("night nite", "NIGHT", "night")
    add("early earlier", "HALF", "early")
    add("late later", "HALF", "late")
    return {word: tuple(kinds) for word, kinds in found.items()}


LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=_words(),
        literals=literals(RULES),
        common=COMMON | frozenset(Vocabulary([text for each in CONCEPTS.values() for text in each])),
        aliases={"lst": "last", "yest": "yesterday", "nite": "night", "mrng": "morning", "wkend": "weekend"},
        guarded={
            word: (
                ("WEEKDAY", number),
                _NEAR_TIME,
            )
            for word, number in _SHORT_WEEKDAYS.items()
        },
    ),
    rules=RULES,
    fillers=_FILLERS,
)
