"""French, all of it."""

import re
from typing import Final

from agent.fr import asks, bounds, concepts, limits, safety
from agent.fr.common import COMMON
from agent.fr.everyday import EVERYDAY
from agent.fr.forms import FrenchForms
from agent.fr.glossary import GLOSSARY, TERMS
from agent.fr.idioms import IDIOMS
from agent.fr.names import NAMES
from agent.fr.other_words import OTHER_WORDS
from agent.fr.sentences import SENTENCES
from agent.fr.times import LANGUAGE
from agent.language import Tongue
from agent.letters import Letters
from agent.phrases import merged, phrases, words
from agent.question import Speech

BUCKETS: Final[dict[str, tuple[str, ...]]] = {
    "hour": phrases("par heure, chaque heure, heure par heure, toutes les heures, horaire*"),
    "day": phrases("par jour, chaque jour, jour par jour, tous les jours, quotidien*, de jour en jour"),
    "night": phrases("par nuit, chaque nuit, nuit par nuit, toutes les nuits, de nuit en nuit"),
    "week": phrases("par semaine, chaque semaine, semaine par semaine, toutes les semaines, hebdomadaire*"),
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
    openers=("quand", "depuis quand", "jusqu'à quand", "à quelle heure"),
    before_when=("moi", "liste", "savoir", "sais", "dis", "et", "moments?", "heures?"),
    anchors=("depuis", "pendant", "durant", "avant", "après", "entre", "jusqu'à", "lorsque", "lors"),
    articles=r"^ (?:un |une |le |la |les |l |de |du |des |d )*",
    linking=words(
        """
        juste seulement plutot voulais dire je
        et ou que qu entre au aux à a de du des d pardon non pas même pareil encore maintenant aussi mais le
        la les l en est ce c etait comment était sur pour celle celui
        """
    ),
    common=COMMON,
    times=LANGUAGE,
    asks=asks.ASKS,
    cuts=re.compile(r"\b(?:et aussi|et|aussi|ainsi que)\b|[,;?.]", re.IGNORECASE),
    against=re.compile(
        r"\b(?:que?|qu'|avec|à|contre|de|du|à celle de|à celui de)\s*(?:la\s+|le\s+)?$", re.IGNORECASE
    ),
    present=(" suis ", " est ", " ai je en ce moment "),
    firsts=frozenset({"premier", "premiere", "matin", "1"}),
    seconds=frozenset(
        {"second", "seconde", "deuxieme", "soir", "apres", "midi", "nuit", "2", "dernier", "derniere"}
    ),
    same_time="à la même heure {day}",
    letters=Letters(elided=True, bare=True),
    length_alone=re.compile(
        r"(?<!\bde )(?<!\bdes )(?<!\bles )\b(?:\d+|deux|trois|quatre|cinq|six|sept|dix|quatorze)\s?"
        r"(?:h|heures?|jours?|nuits?|semaines?|mois)\b(?!\s+derni)",
        re.IGNORECASE,
    ),
    length_past="depuis {length}",
    part_alone="et {text}",
    apart=re.compile(r"entre\s+(?P<a>.+?)\s+et\s+(?P<b>.+)", re.IGNORECASE),
    both_sides=(
        re.compile(r"\bavant\s+et\s+(?:après|depuis)\s+(?:le\s+|la\s+|l')?(?P<x>[^?.,;]+)", re.IGNORECASE),
        re.compile(
            r"\b(?:après|depuis)\s+(?:le\s+|la\s+|l')?(?P<x>[^?.,;]+?)\s+(?:que|comparé\s+à|et)\s+avant\b",
            re.IGNORECASE,
        ),
    ),
    sides=("avant le {x}", "depuis le {x}"),
    taken_back=re.compile(r"\b(?:pas|non)\s+(?:le\s+|la\s+|de\s+|ce\s+|cette\s+)*$", re.IGNORECASE),
)

TONGUE: Final = Tongue(
    code="fr",
    speech=SPEECH,
    gate=safety.WORDS,
    forms=FrenchForms(),
    sentences=SENTENCES,
    names=NAMES,
    glossary=GLOSSARY,
    other_words=OTHER_WORDS,
)
