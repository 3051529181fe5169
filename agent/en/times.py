"""English words of time."""

from typing import Final

from agent.en import time_anchors, time_rules, time_spans
from agent.en.common import COMMON
from agent.en.concepts import CONCEPTS
from agent.phrases import Vocabulary, pairs, words
from agent.when import shared
from agent.when.grammar import Rule, literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language
from agent.when.words import counted, table

_UNITS: Final[dict[object, str]] = {
    "second": "seconds sec secs",
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
_PARTS: Final[dict[object, str]] = {
    "morning": "morning mornings",
    "afternoon": "afternoon afternoons arvo",
    "evening": "evening evenings",
    "noon": "lunchtime",
    "breakfast": "breakfasttime",
    "daytime": "daytime",
    "dinner": "dinnertime suppertime",
}
_NUMBERS: Final = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    90: "ninety",
}
_ORDINALS: Final = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    20: "twentieth",
    30: "thirtieth",
}
# A short weekday counts only beside one of these, or beside a figure or month.
_NEAR_TIME: Final = words(
    "on last this since until till before after about and vs to from morning afternoon evening night"
) | {"MONTH", "ORD"}
_BEFORE_WEEK: Final = words("this last past next each every whole all")  # "this weak" is no weakness
# Words that may stand around a time phrase without changing what it means.
_FILLERS: Final = words(
    """
    the a of in on at during over for within throughout through across about from by around whole entire all
    please then and what how just only my was were like to it is so say maybe i meant mean exactly local time
    long but no sorry also
    """
)
_ALIASES: Final = pairs(
    """
    lst = last, yest = yesterday, nite = night, nyt = night, nght = night, mrng = morning, morn = morning,
    aft = afternoon, eve = evening, wkend = weekend, ystrday = yesterday, ysterday = yesterday, tmrw =
    tomorrow, tmr = tomorrow, tonite = tonight, hrs = hours, weds = wednesday, noon = noon, mid = mid, abt =
    about, befor = before, untill = until, betwen = between, yesturday = yesterday, tommorow = tomorrow,
    lunchbreak = lunch, brekkie = breakfast
    """
)
RULES: Final[tuple[Rule, ...]] = (
    *time_rules.RULES,
    *time_spans.RULES,
    *time_anchors.RULES,
    *shared.WHOLE,
)
# Words of these rules are of time, but for a few that are also things people do and write down.
_TIMELY: Final = literals((*time_rules.RULES, *time_spans.RULES)) - words("new lunch dinner saving going")

LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=table(
            {
                "UNIT": _UNITS,
                "PART": _PARTS,
                "NUM": counted(_NUMBERS),
                "ORDW": counted(_ORDINALS),
                "NIGHT": {"night": "night"},
                "HALF": {"early": "early earlier", "late": "late later"},
            },
            weekdays=_WEEKDAYS,
            months=_MONTHS,
        ),
        literals=literals(RULES),
        common=COMMON | frozenset(Vocabulary([text for each in CONCEPTS.values() for text in each])),
        aliases=_ALIASES,
        guarded={
            **{word: (("WEEKDAY", number), _NEAR_TIME) for word, number in _SHORT_WEEKDAYS.items()},
            **dict.fromkeys(("weak", "wek", "weke", "weeek"), (("UNIT", "week"), _BEFORE_WEEK)),
        },
        stops=time_anchors.STOPS | _FILLERS | _TIMELY,
    ),
    rules=RULES,
    fillers=_FILLERS,
    openers=words("and"),
    asking=words("me know list tell say ask remember times moments periods phases"),
)
