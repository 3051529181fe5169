"""French words of time."""

from typing import Final

from agent.fr import time_anchors, time_rules, time_spans
from agent.phrases import pairs, words
from agent.when import shared
from agent.when.grammar import Rule, literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language
from agent.when.words import counted, folds, table

_UNITS: Final[dict[object, str]] = {
    "second": "seconde secondes",
    "minute": "minute minutes min mn",
    "hour": "heure heures h",
    "day": "jour jours journée j",
    "night": "nuits",
    "week": "semaine semaines",
    "weekend": "weekend weekends",
    "month": "mois",
    "year": "an ans année années",
}
_WEEKDAYS: Final = (
    "lundi lundis",
    "mardi mardis",
    "mercredi mercredis",
    "jeudi jeudis",
    "vendredi vendredis",
    "samedi samedis",
    "dimanche dimanches",
)
_MONTHS: Final = (
    "janvier janv",
    "février févr",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "août",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "décembre déc",
)
_PARTS: Final[dict[object, str]] = {
    "morning": "matin matinée matins",
    "afternoon": "aprèm",
    "evening": "soir soirée soirs",
    "noon": "déjeuner",
    "dinner": "dîner souper",
}
_NUMBERS: Final = {
    2: "deux",
    3: "trois",
    4: "quatre",
    5: "cinq",
    6: "six",
    7: "sept",
    8: "huit",
    9: "neuf",
    10: "dix",
    11: "onze",
    12: "douze",
    13: "treize",
    14: "quatorze",
    15: "quinze",
    16: "seize",
    20: "vingt",
    30: "trente",
    40: "quarante",
    60: "soixante",
}
_FILLERS: Final = words(
    """
    le la les de du des en a au pendant durant pour un une que et comme seulement mon ma mes etait alors
    tout toute s'il te vous plait heure locale exactement dire non pardon aussi ce dans je voulais veux
    """
)
# Everyday words that are one slip from a word of time, and are not meant as one.
_COMMON: Final = words(
    """
    nuit nuits suit suis fuit huit huis bruit fruit main mains matin marin malin soir noir voir avoir soif
    hier fier hiver mars marc mais mois moi moins mais mai jour jours four pour cour cours tour jeudi jeune
    semaine semain douze douce doute dix dit dis six sis sept cet cette certes neuf neuve deux ceux feux
    vieux trois crois mieux heure heures leur leurs coeur peur fleur beurre dernier derniere premier
    premiere passe passee depuis puis avant avance apres pres tres entre autre etre vers vert verre jusque
    chaque plaque minute juin loin soin coin aout tout toute route avril quatre quart quand quant rendre
    prendre debut fin faim bien rien lien pendant pensant dormir pouls pous pousse lent vite ville vingt
    vint vent rythme midi mardi merci lundi maintenant
    """
)
RULES: Final[tuple[Rule, ...]] = (
    *time_rules.RULES,
    *time_spans.RULES,
    *time_anchors.RULES,
    *shared.WHOLE,
)
_TIMELY: Final = literals((*time_rules.RULES, *time_spans.RULES)) - words("nouveau nouvelle")

LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=table(
            {
                "UNIT": _UNITS,
                "PART": _PARTS,
                "NUM": counted(_NUMBERS),
                "ORDW": {1: "premier"},
                "NIGHT": {"night": "nuit"},
            },
            weekdays=_WEEKDAYS,
            months=_MONTHS,
        ),
        literals=literals(RULES),
        common=_COMMON | time_anchors.STOPS,
        aliases=folds(
            pairs(
                """
                ojd = aujourd'hui, auj = aujourd'hui, aujourdui = aujourd'hui, aujourd'hui = aujourd'hui,
                ier = hier, jusqu = jusque, dernieres = dernières, we = weekend, apm = aprèm
                """
            )
        ),
        elided={
            "l": "le",
            "d": "de",
            "qu": "que",
            "j": "je",
            "s": "se",
            "n": "ne",
            "m": "me",
            "c": "ce",
            "jusqu": "jusque",
            "lorsqu": "lorsque",
            "t": "te",
        },
        stops=time_anchors.STOPS | _FILLERS | _TIMELY,
    ),
    rules=RULES,
    fillers=_FILLERS,
    openers=words("et"),
    asking=words("dis sais rappelle"),
    day_first=True,
)
