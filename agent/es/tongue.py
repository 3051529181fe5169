"""Spanish, all of it: people are addressed as "usted"."""

import re
from typing import Final

from agent.es import asks, bounds, concepts, limits, safety
from agent.es.common import COMMON
from agent.es.everyday import EVERYDAY
from agent.es.forms import SpanishForms
from agent.es.glossary import GLOSSARY, TERMS
from agent.es.idioms import IDIOMS
from agent.es.names import NAMES
from agent.es.other_words import OTHER_WORDS
from agent.es.sentences import SENTENCES
from agent.es.times import LANGUAGE
from agent.language import Tongue
from agent.letters import Letters
from agent.phrases import merged, phrases, words
from agent.question import Speech

BUCKETS: Final[dict[str, tuple[str, ...]]] = {
    "hour": phrases("por hora, cada hora, hora a hora, hora por hora, por horas, todas las horas"),
    "day": phrases("por día, cada día, día a día, día por día, por días, todos los días, diari*, al día"),
    "night": phrases("por noche, cada noche, noche a noche, noche por noche, por noches, todas las noches"),
    "week": phrases("por semana, cada semana, semana a semana, por semanas, todas las semanas, semanal*"),
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
    openers=(
        r"[¿¡]?\s*(?:y\s+|o\s+|pero\s+)?(?:desde\s+|hasta\s+|durante\s+)?cu[aá]nd?[ot]o?s?",
        r"[¿¡]?\s*(?:y\s+)?a\s+qu[eé]\s+hora",
    ),
    before_when=("dime", "d[ií]game", "sabes?", "saber", "momentos?", "veces", "ver", "lista", "horas?", "y"),
    anchors=(
        "desde",
        "durante",
        "mientras",
        "cuando",
        "antes de",
        "despu[eé]s de",
        "alrededor de",
        "a lo largo de",
    ),
    articles=r"^ (?:el |la |los |las |una? |lo de |eso de )?",
    linking=words(
        """
        solo nada mejor quise decir
        y o u e que entre con a perdon perdone perdona no lo mismo misma otra vez ahora tambien pero
        digo frente para de del el la los las si igual hay tal sobre
        """
    ),
    common=COMMON,
    times=LANGUAGE,
    asks=asks.ASKS,
    cuts=re.compile(r"\b(?:y tambi[eé]n|y adem[aá]s|y|e|tambi[eé]n|adem[aá]s)\b|[,;?.]", re.IGNORECASE),
    against=re.compile(
        r"\b(?:que|con|versus|vs|contra|frente\s+a|respecto\s+(?:a|de)|como|de|desde)\s+"
        r"(?:en\s+)?(?:el\s+|la\s+)?$",
        re.IGNORECASE,
    ),
    present=(" estoy ", " esta ", " es ", " tengo ", " tiene ", " hay ", " sigo ", " ahora "),
    firsts=words("primera primero antes manana temprano 1 am"),
    seconds=words("segunda segundo despues tarde noche ultima ultimo 2 pm"),
    same_time="a la misma hora {day}",
    letters=Letters(bare=True),
    length_alone=re.compile(
        r"(?<!\bde )(?<!\b[úu]ltim[oa]s )\b(?:\d+|dos|tres|cuatro|cinco|seis|siete|diez|catorce)\s?"
        r"(?:h|horas?|d[ií]as?|noches?|semanas?|meses)\b",
        re.IGNORECASE,
    ),
    length_past="las últimas {length}",
    part_alone="y por la {text}",
    apart=re.compile(r"entre\s+(?P<a>.+?)\s+y\s+(?P<b>.+)", re.IGNORECASE),
    both_sides=(
        re.compile(r"\bantes\s+y\s+despu[eé]s\s+de(?:l\b)?\s*(?P<x>[^?.,;]+)", re.IGNORECASE),
        re.compile(
            r"\b(?:despu[eé]s\s+de(?:l\b)?|desde)\s*(?P<x>[^?.,;]+?)\s+(?:que|comparado\s+con|y|frente\s+a)\s+antes\b",
            re.IGNORECASE,
        ),
    ),
    sides=("antes del {x}", "desde el {x}"),
    taken_back=re.compile(r"\bno\s+(?:el\s+|la\s+|de\s+|en\s+)*$", re.IGNORECASE),
)

TONGUE: Final = Tongue(
    code="es",
    speech=SPEECH,
    gate=safety.WORDS,
    forms=SpanishForms(),
    sentences=SENTENCES,
    names=NAMES,
    glossary=GLOSSARY,
    other_words=OTHER_WORDS,
)
