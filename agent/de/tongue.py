"""German, all of it."""

import re
from typing import Final

from agent.de import asks, bounds, concepts, limits, safety
from agent.de.common import COMMON
from agent.de.everyday import EVERYDAY
from agent.de.forms import GermanForms
from agent.de.glossary import GLOSSARY, TERMS
from agent.de.idioms import IDIOMS
from agent.de.names import NAMES
from agent.de.other_words import OTHER_WORDS
from agent.de.sentences import SENTENCES
from agent.de.times import LANGUAGE
from agent.language import Tongue
from agent.letters import Letters
from agent.phrases import merged, phrases, words
from agent.question import Speech

BUCKETS: Final[dict[str, tuple[str, ...]]] = {
    "hour": phrases("pro stunde, jede stunde, stündlich*, stunde für stunde, stundenweise, je stunde"),
    "day": phrases("pro tag, jeden tag, täglich*, tag für tag, tageweise, je tag, von tag zu tag"),
    "night": phrases("pro nacht, jede nacht, nächtlich*, nacht für nacht, je nacht, von nacht zu nacht"),
    "week": phrases("pro woche, jede woche, wöchentlich*, woche für woche, je woche"),
}

SPEECH: Final = Speech(
    joins=concepts.JOINS,
    folds=concepts.FOLDS,
    concepts=merged(concepts.CONCEPTS, EVERYDAY, IDIOMS),
    not_on_one_lead=bounds.NOT_ON_ONE_LEAD,
    not_measured=bounds.NOT_MEASURED,
    medicines=limits.MEDICINES,
    dose_advice=limits.ADVICE,
    dose_alone=limits.ALONE,
    record_words=(*limits.RECORD, *limits.DATING),
    advice=bounds.ADVICE,
    changes=bounds.CHANGES,
    terms=TERMS,
    buckets=BUCKETS,
    openers=("wann", "seit wann", "bis wann", "um wie viel uhr", "um wieviel uhr", "ab wann"),
    before_when=("mir", "liste", "sage", "sag", "zeig", "zeige", "und", "weißt du", "momente", "zeiten"),
    anchors=("seit", "seitdem", "während", "bis", "bevor", "nachdem", "zwischen"),
    articles=r"^ (?:ein |eine |der |die |das |den |denn |eigentlich |genau )*",
    linking=words(
        """
        nur bloss erst doch lieber meine meinte
        und oder als zu bis sorry nein nicht dasselbe gleiche nochmal jetzt auch aber mit vom im in der den
        die das am was ist wie war es an
        """
    ),
    common=COMMON,
    times=LANGUAGE,
    asks=asks.ASKS,
    cuts=re.compile(r"\b(?:und auch|und außerdem|und|auch|außerdem|sowie)\b|[,;?.]", re.IGNORECASE),
    against=re.compile(
        r"\b(?:als|mit|gegenüber|zu|zur|zum|von|wie)\s+(?:(?:am|in|der|dem|den|im)\s+)?$", re.IGNORECASE
    ),
    present=(" bin ", " ist ", " habe ich gerade ", " habe ich jetzt "),
    firsts=frozenset(
        {"erste", "ersten", "erster", "erstes", "fruhere", "morgens", "morgen", "fruh", "vormittag", "1"}
    ),
    seconds=frozenset(
        {
            "zweite",
            "zweiten",
            "zweiter",
            "zweites",
            "spatere",
            "abends",
            "abend",
            "nachmittag",
            "nachts",
            "2",
            "letzte",
        }
    ),
    same_time="zur gleichen Zeit am {day}",
    letters=Letters(bare=True, umlauts=True),
    length_alone=re.compile(
        r"(?<!\bals )(?<!\bletzten )(?<!\bletzte )\b(?:\d+|zwei|drei|vier|fünf|sechs|sieben|zehn|vierzehn)\s?"
        r"(?:h|std|stunden?|tagen?|tage|nächten?|nächte|wochen?|monaten?|monate)\b",
        re.IGNORECASE,
    ),
    length_past="in den letzten {length}",
    part_alone="und am {text}",
    apart=re.compile(r"zwischen\s+(?P<a>.+?)\s+und\s+(?P<b>.+)", re.IGNORECASE),
    both_sides=(
        re.compile(r"\bvor\s+und\s+(?:nach|seit)\s+(?P<x>[^?.,;]+)", re.IGNORECASE),
        re.compile(
            r"\b(?:nach|seit)\s+(?P<x>[^?.,;]+?)\s+(?:als|gegenüber|verglichen\s+mit|und)\s+(?:davor|vorher|zuvor)\b",
            re.IGNORECASE,
        ),
    ),
    sides=("vor {x}", "seit {x}"),
    taken_back=re.compile(r"\b(?:nicht|nein|kein)\s+(?:am\s+|in\s+|im\s+|der\s+|den\s+)*$", re.IGNORECASE),
)

TONGUE: Final = Tongue(
    code="de",
    speech=SPEECH,
    gate=safety.WORDS,
    forms=GermanForms(),
    sentences=SENTENCES,
    names=NAMES,
    glossary=GLOSSARY,
    other_words=OTHER_WORDS,
)
