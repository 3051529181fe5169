"""English, all of it."""

import re
from typing import Final

from agent.en import asks, concepts, limits, safety
from agent.en.common import COMMON
from agent.en.everyday import EVERYDAY
from agent.en.forms import EnglishForms
from agent.en.glossary import GLOSSARY, TERMS
from agent.en.idioms import IDIOMS
from agent.en.names import NAMES
from agent.en.other_words import OTHER_WORDS
from agent.en.sentences import SENTENCES
from agent.en.times import LANGUAGE
from agent.language import Tongue
from agent.phrases import merged, phrases
from agent.question import Speech

BUCKETS: Final[dict[str, tuple[str, ...]]] = {
    "hour": phrases("per hour, each hour, every hour, hourly, hour by hour, by hour, by the hour"),
    "day": phrases(
        "per day, each day, every day, daily, day by day, day after day, by day, day to day, a day"
    ),
    "night": phrases(
        """
        per night, each night, every night, nightly, night by night, night after night, by night, night
        to night
        """
    ),
    "week": phrases(
        "per week, each week, every week, weekly, week by week, week after week, by week, week to week"
    ),
}

SPEECH: Final = Speech(
    joins=concepts.JOINS,
    folds=concepts.FOLDS,
    concepts=merged(concepts.CONCEPTS, EVERYDAY, IDIOMS),
    not_on_one_lead=limits.NOT_ON_ONE_LEAD,
    not_measured=limits.NOT_MEASURED,
    medicines=limits.MEDICINES,
    dose_advice=limits.DOSE_ADVICE,
    dose_alone=limits.DOSE_ALONE,
    record_words=limits.RECORD_WORDS,
    advice=limits.ADVICE,
    changes=limits.CHANGES,
    terms=TERMS,
    buckets=BUCKETS,
    openers=("when", "since when", "until when", "what time", "at what time"),
    before_when=(
        "me",
        "list",
        "know",
        "moments?",
        "times?",
        "periods?",
        "phases?",
        "see",
        "say",
        "tell",
        "show",
        "and",
        "hours?",
    ),
    anchors=(
        "since",
        "during",
        "while",
        "whilst",
        "until",
        "before",
        "after",
        "when",
        "around",
        "between",
        "throughout",
    ),
    articles=r"^ (?:an? )?",
    linking=frozenset(
        {
            *(
                "and",
                "or",
                "than",
                "between",
                "to",
                "sorry",
                "no",
                "not",
                "same",
                "again",
                "now",
                "also",
                "but",
            ),
            *("as", "well", "too", "instead", "rather", "make", "it", "that", "i", "wanted", "want", "week"),
            *(
                "just",
                "only",
                "running",
                "current",
                "then",
                "oh",
                "actually",
                "hang",
                "hold",
                "wait",
                "one",
                "thing",
                "for",
                "with",
            ),
        }
    ),
    common=COMMON,
    times=LANGUAGE,
    asks=asks.ASKS,
    cuts=re.compile(r"\b(?:and also|and|also|plus)\b|[,;?.]", re.IGNORECASE),
    against=re.compile(r"\b(?:than|versus|vs|to|with|against|as|from)\s+(?:on\s+|in\s+)?$", re.IGNORECASE),
    present=(" am ", " is "),
    firsts=frozenset({"first", "former", "earlier", "am", "morning", "1"}),
    seconds=frozenset({"second", "latter", "later", "pm", "afternoon", "evening", "night", "2", "last"}),
    length_alone=re.compile(
        r"(?<!\bthan )(?<!\blast )\b(?:\d+|two|three|four|five|six|seven|ten|fourteen)\s?"
        r"(?:h|hrs?|hours?|d|da?ys?|nig?h?ts?|w|wks?|we*ks?|mont?hs?)\b",
        re.IGNORECASE,
    ),
    apart=re.compile(r"(?:in\s+)?between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)", re.IGNORECASE),
    both_sides=(
        re.compile(r"\bbefore\s+and\s+(?:after|since)\s+(?P<x>[^?.,;]+)", re.IGNORECASE),
        re.compile(
            r"\b(?:after|since)\s+(?P<x>[^?.,;]+?)\s+(?:than|versus|vs\.?|compared\s+(?:to|with)|against|and)"
            r"\s+before\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\bbefore\s+(?P<x>[^?.,;]+?)\s+(?:than|versus|vs\.?|compared\s+(?:to|with)|against|and)"
            r"\s+(?:since|after(?:wards)?)\b",
            re.IGNORECASE,
        ),
    ),
    taken_back=re.compile(r"\b(?:not|no)\s+(?:on\s+|in\s+|for\s+|the\s+)?$", re.IGNORECASE),
)

TONGUE: Final = Tongue(
    code="en",
    speech=SPEECH,
    gate=safety.WORDS,
    forms=EnglishForms(),
    sentences=SENTENCES,
    names=NAMES,
    glossary=GLOSSARY,
    other_words=OTHER_WORDS,
)
