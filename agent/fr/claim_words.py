"""French words by which a reader of a finished answer tells what it claims."""

import re
from typing import Final

from agent.wishing import either

_I: Final = re.IGNORECASE
# What was or was not there.
KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("af", re.compile(r"\bfibrillation(?: auriculaire| atriale)?\b|\bFA\b")),
    ("pause", re.compile(r"\bpauses?\b|\basystolie\b", _I)),
    ("brady", re.compile(r"\bphases? lentes?\b|\bbradycardie\w*", _I)),
    ("tachy", re.compile(r"\bphases? rapides?\b|\btachycardie\w*(?! ventriculaire)", _I)),
    (
        "wide_run",
        re.compile(
            r"\bsalves? (?:de battements larges|à complexes larges)|\btachycardie ventriculaire\b|\bTV\b", _I
        ),
    ),
    ("bigeminy", re.compile(r"\bbigémin\w+", _I)),
    ("trigeminy", re.compile(r"\btrigémin\w+", _I)),
    ("ectopic", re.compile(r"\bbattements? (?:précoces?|prématurés?|ectopiques?)|\bextrasystoles?\b", _I)),
    ("alert", re.compile(r"\b(?:alertes?|alarmes?)\b", _I)),
    ("note", re.compile(r"\b(?:notes?|entrées? de journal)\b", _I)),
    ("sinus", re.compile(r"\brythme sinusal\b", _I)),
)
ANY: Final = re.compile(
    r"\brien\b(?! (?:de plus net|n'attend|à (?:expliquer|montrer)))|"
    r"\b(?:aucune?|pas d[e'] ?)\s?(?:événement|problème|arythmie|anomalie|constat|épisode|irrégularité)\w*",
    _I,
)
DENIED: Final = re.compile(
    r"\b(?:pas|ni|jamais|aucune?|sans|non|absence d|exclue?s?|dépourvue?s?|plus retrouvé)\b", _I
)
DENIED_AFTER: Final = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:n'(?:a|ont|est|y) (?:\w+ )?pas|absente?s?\b|disparue?s?\b|"
    r"exclue?s?\b|:\s*aucune?)",
    _I,
)
# A kind that is spoken of without saying that it was there.
SPOKEN_OF: Final = re.compile(
    r"\b(?:cherche|limites?|sont comptée?s|ce qui compte|signifie|veut dire|quand|si|"
    r"pourrai\w*|possibles?|seuil|"
    r"s'appelle|comme si|ne peu\w+|plutôt que|un autre|il faut un tracé|manquent dans|part est|charge est)\b",
    _I,
)
QUALIFIED: Final = re.compile(
    r"\banalys\w+|\blisible\w*|\bdans les \d[\d.,]*[ \u00a0]?%|\btrop peu pour\b|"
    r"\bje ne peux (?:rien|pas) (?:en )?dire\b",
    _I,
)
CAUSE: Final = either(
    """
    parce que, parce qu, à cause, caus*, grâce à, en raison de, provoqu*, déclench*, entraîn*, dû à, due à,
    dues à, est dû, à la suite de, responsable de, la raison est, la raison était
    """
)
ONE_LEAD: Final = re.compile(
    r"\binfarctus\b|\b(?:crise|attaque) cardiaque\b|\bn?stemi\b|\bsegment ST\b|\b(?:sus|sous)-?décalage\w*|"
    r"\bischémi\w*|\birrigation\b|\baxe (?:du cœur|électrique|cardiaque)|\bhypertroph\w*|\bbloc de branche\b|"
    r"\bhémibloc\b|\bfasciculaire\w*|\bpotassium\b|\bélectrolyt\w*|\bcalcium\b|\bcoronar?\w*|\btroponine\b|"
    r"\bondes? Q\b|\bBrugada\b|\bpéricardite\b|\bvalves?\b|\bvalvul\w*|\binsuffisance cardiaque\b",
    _I,
)
CANNOT: Final = re.compile(
    r"\b(?:ne peu\w+ (?:\w+ )?(?:pas|être|ni)|impossible|pas possible|ne permet\w* pas|douze dérivations)\b",
    _I,
)
NORMAL: Final = either(
    """
    normal*, anormal*, anormaux, sain, saine, en bonne santé, dangereux, dangereuse*, inoffensi*, bénin*,
    bénigne*, inquiétant*, rassurant*, pas de souci, ne vous inquiétez, tout va bien, parfait*, excellent*,
    idéal*, mortel*
    """
)
JUDGED_BY_A_DOCTOR: Final = re.compile(r"\bmédecin d'en juger\b|\bà juger cliniquement\b", _I)
CERTAIN: Final = either(
    """
    certainement, sûrement, sans aucun doute, sans doute, assurément, à coup sûr, garanti*, prouvé*, prouve,
    à cent pour cent, définitivement, je suis sûr, je suis certain
    """
)
ADVICE: Final = either(
    """
    vous devez, vous devriez, vous pouvez arrêter, vous pouvez prendre, il faut prendre, prenez _ comprimé*,
    prenez _ dose, arrêtez de, augmentez, réduisez, doublez
    """
)
DONE: Final = either(
    """
    j'ai appelé, j'ai prévenu, j'ai alerté, j'ai envoyé, j'ai informé, j'ai coupé, j'ai supprimé, j'ai
    désactivé, j'ai enregistré, j'ai changé
    """
)
# What no answer says, whoever wrote it; "lead" is left to the reader, which knows when it is denied.
NEVER_SAID: Final[dict[str, re.Pattern[str]]] = {
    "cause": CAUSE,
    "normal": NORMAL,
    "certainty": CERTAIN,
    "advice": ADVICE,
    "done": DONE,
}
