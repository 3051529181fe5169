"""How figures, times and directions are told apart in a finished English answer."""

import re
from typing import Final

from agent.compose.figures import Figures
from agent.en import claim_words as words

FIGURES: Final = Figures(
    metrics=words.METRICS,
    units=words.UNITS,
    decimal=".",
    thousands=",",
    months=" ".join(words.MONTHS),
    date=r"(?P<day>\d{1,2}) (?P<month>{months})",
    numbers="two three four five six seven eight nine ten eleven twelve",
    nouns=r"episodes?|pauses?|alerts?|notes?|times|(?:slow |fast )?spells?|runs?",
    worded=re.compile(
        rf"(?<!the )\b(?P<number>{'|'.join(words.NUMBER_WORDS)})\s+(?:of )?"
        r"(?P<noun>episodes?|pauses?|alerts?|notes?|times|(?:slow |fast )?spells?|runs?)\b",
        re.IGNORECASE,
    ),
    values=words.NUMBER_WORDS,
    higher=words.HIGHER,
    lower=words.LOWER,
    same=words.SAME,
    less=re.compile(r"\b(?:less|lower|fewer) than\s*$|\bunder\s*$", re.IGNORECASE),
    more=re.compile(r"\b(?:more|higher) than\s*$|\bover\s*$", re.IGNORECASE),
)
