"""German words of time."""

from typing import Final

from agent.de import time_anchors, time_rules, time_spans
from agent.phrases import pairs, words
from agent.when import shared
from agent.when.grammar import Rule, literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language
from agent.when.words import counted, folds, inflected, joined, table

_UNITS: Final[dict[object, str]] = {
    "second": "sekunde sekunden sek",
    "minute": "minute minuten min",
    "hour": "stunde stunden std h",
    "day": "tag tage tagen tages",
    "night": "nächte nächten",
    "week": "woche wochen",
    "weekend": "wochenende wochenenden wochenendes",
    "month": "monat monate monaten monats",
    "year": "jahr jahre jahren jahres",
}
_WEEKDAYS: Final = (
    "montag montags",
    "dienstag dienstags",
    "mittwoch mittwochs",
    "donnerstag donnerstags",
    "freitag freitags",
    "samstag samstags sonnabend",
    "sonntag sonntags",
)
_MONTHS: Final = (
    "januar jan jänner",
    "februar feb feber",
    "märz mrz",
    "april apr",
    "mai",
    "juni jun",
    "juli jul",
    "august aug",
    "september sep sept",
    "oktober okt",
    "november nov",
    "dezember dez",
)
_PARTS: Final[dict[object, str]] = {
    "morning": "vormittag vormittags",
    "afternoon": "nachmittag nachmittags",
    "evening": "abend abends",
    "noon": "mittag mittagessen mittagszeit",
    "breakfast": "frühstück",
    "dinner": "abendessen",
    "daytime": "tagsüber",
}
# Adverbs that say which half of the clock is meant, too.
_ADVERBS: Final[dict[object, str]] = {
    "morning": "morgens vormittags",
    "afternoon": "nachmittags",
    "evening": "abends",
    "noon": "mittags",
    "daytime": "tagsüber",
}
_NUMBERS: Final = {
    1: "eins",
    2: "zwei zwo",
    3: "drei",
    4: "vier",
    5: "fünf",
    6: "sechs",
    7: "sieben",
    8: "acht",
    9: "neun",
    10: "zehn",
    11: "elf",
    12: "zwölf",
    13: "dreizehn",
    14: "vierzehn",
    15: "fünfzehn",
    16: "sechzehn",
    17: "siebzehn",
    18: "achtzehn",
    19: "neunzehn",
    20: "zwanzig",
    24: "vierundzwanzig",
    30: "dreißig",
    40: "vierzig",
    45: "fünfundvierzig",
    48: "achtundvierzig",
    60: "sechzig",
    90: "neunzig",
}
_ORDINALS: Final = {
    1: "erste",
    2: "zweite",
    3: "dritte",
    4: "vierte",
    5: "fünfte",
    6: "sechste",
    7: "siebte",
    8: "achte",
    9: "neunte",
    10: "zehnte",
    11: "elfte",
    12: "zwölfte",
}
_FILLERS: Final = words(
    """
    der die das den dem des ein in im am an um zu bei uber wahrend fur von vom ganze bitte dann und was ist
    mit wie nur mein meine war waren ich meinte meine ortszeit genau es so sag mal also auch noch nein sorry
    uhr
    """
)
# Everyday words that are one slip from a word of time, and are not meant as one.
_COMMON: Final = words(
    """
    nicht macht wacht acht nach noch noche mache wache sache tage lage sage frage heute leute beute haute
    morgen sorgen gestern gesten fest letzte jetzt setzt netz letzter stunden kunden wunden runden monat
    vier hier bier tier sehr mehr sein seine eine einer keine meine deine ende wende rede jede lade vorne
    worte warte karte seit weit zeit zeile seite leid immer zimmer nimmer abend abends elend dabei davon
    daran wieder weder leder jahr wahr haar paar mai mal mein hand land wand bald wald halt kalt alt herz
    schmerz marz puls war waren fahren jahren erste beste reste geste nacht recht dienst montage samt sonne
    sommer winter lange linie halbe halte hatte hatten konnte sollte wollte musste worden werden wurde
    wurden schlecht schnell schlaf schlief schlafen woche wochen kochen lochen mochte mochten minute stund
    grund hund rund mund sechs wachs sieben lieben geblieben bleiben dritte mitte bitte schritte frau
    fraulich spat spate stadt statt einige eilige wenige heutige neun neue neuen treue feuer teuer dauer
    mauer bauer sauer zehn gehen sehen stehen zwei zwar zwolf elf hilf hilfe
    """
)
RULES: Final[tuple[Rule, ...]] = (
    *time_rules.RULES,
    *time_spans.RULES,
    *time_anchors.RULES,
    *shared.WHOLE,
)
_TIMELY: Final = literals((*time_rules.RULES, *time_spans.RULES)) - words(
    "neue mittagessen abendessen fruhstuck"
)
_NAMES: Final = " ".join(_WEEKDAYS)
_ENDINGS: Final = "e er es en em"
_ORDERED: Final = "erst zweit dritt viert fünft sechst siebt neunt zehnt elft zwölft"
_INFLECTED: Final = """
    letzt vergangen vorig vorletzt dies jen nächst kommend folgend ganz gesamt halb jed früh spät laufend
    aktuell vorherig neu schnell langsam unregelmäßig längst jüngst schlimmst gleich selb
    """

LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=table(
            {
                "UNIT": _UNITS,
                "PART": _PARTS,
                "PARTADV": _ADVERBS,
                "NUM": counted(_NUMBERS),
                "ORDW": counted(_ORDINALS),
                "NIGHT": {"night": "nacht"},
                "HALF": {"early": "früh frühe", "late": "spät späte"},
            },
            weekdays=_WEEKDAYS,
            months=_MONTHS,
        ),
        literals=literals(RULES),
        common=_COMMON | time_anchors.STOPS,
        aliases={
            **inflected(_INFLECTED, _ENDINGS),
            **inflected(_ORDERED, _ENDINGS),
            **folds(
                pairs(
                    """
                    eine = ein, einen = ein, einem = ein, einer = ein, eines = ein, heut = heute, gestrn =
                    gestern, gestan = gestern, jez = jetzt, jetz = jetzt, frueh = früh, naechte = nächte,
                    maerz = märz, ueber = über, waehrend = während, fuer = für, zurueckgestellt =
                    zurückgestellt, halben = halbe, naechste = nächste, naechsten = nächste, uhrzeit = uhr,
                    ungefaehr = ungefähr, fuenf = fünf, zwoelf = zwölf, spaeter = später, frueher = früher,
                    ueberhaupt = überhaupt, bem = beim
                    """
                )
            ),
        },
        parts={
            **joined(_NAMES, "morgen vormittag mittag nachmittag abend nacht"),
            **joined("heute gestern", "nacht morgen abend"),
        },
        stops=time_anchors.STOPS | _FILLERS | _TIMELY,
    ),
    rules=RULES,
    fillers=_FILLERS,
    openers=words("und"),
    day_first=True,
    asking=words("mir weiss sag erinnere"),
)
