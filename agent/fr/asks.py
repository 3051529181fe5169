"""French ways of asking for reasons, notes, changes and files."""

import re
from typing import Final

from agent.wishing import Asks, either

_POLITE: Final = (
    r"^\s*(?:(?:s'il\s+(?:te|vous)\s+plaît|peux[- ]tu|pouvez[- ]vous|pourrais[- ]tu|"
    r"pourriez[- ]vous|et|je\s+voudrais)"
    r"[\s,]+)*"
)
NOTE: Final = re.compile(
    _POLITE
    + r"""(?:
        (?:ajoute[rz]?|fai[st]|faire|écri[st]|écrire|prends|prendre|crée[rz]?|enregistre[rz]?|mets)\s+(?:-?moi\s+)?
            (?:une?\s+|la\s+|cette\s+)?(?:nouvelle\s+)?note\s*(?P<private>privée\s*)?
            (?:de\s+|d')?(?P<kind>symptôme|médicament|activité|journal)?
      | (?:note[rz]?|retiens|retenez|consigne[rz]?|inscri[st]|écri[st]|écrivez|marque[rz]?)
            (?=\s+que\b|\s*:|\s+qu')
      | (?:mets|mettez|ajoute[rz]?|inscri[st]|inscrivez|écri[st]|écrivez|note[rz]?|marque[rz]?|consigne[rz]?)
            \s+(?:ceci\s+|ça\s+)?(?:dans|à|au|sur)\s+(?:mon|le|ma|la|mes)\s+
            (?:carnet|journal|notes?|cahier|dossier|liste)
      | (?P<loose>note\s+privée|symptôme|médicament|journal|note)(?=\s*:)
    )
    \s*(?:,?\s*que?\b'?|:|,|-|\u2013)?\s*(?P<text>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LANGUAGE: Final = re.compile(
    r"\b(?:parle[rz]?|répond\w*|langue|change\w*|mets|passe\w*)\b.*?"
    r"\b(?P<name>anglais|allemand|espagnol|français|chinois)\b",
    re.IGNORECASE,
)
_SHOW: Final = re.compile(
    r"^\s*(?:(?:peux[- ]tu|pouvez[- ]vous|et)\s+)*(?:me\s+)?montre[rz]?(?:[- ](?:le|la|les))?(?:[- ]moi)?"
    r"(?:\s+(?:ça|cela|le\s+tracé|les\s+tracés))?[\s?.!]*$",
    re.IGNORECASE,
)
ASKS: Final = Asks(
    note=NOTE,
    note_kinds={
        "symptôme": "symptom",
        "médicament": "medication",
        "activité": "activity",
        "journal": "diary",
    },
    took=either("pris, prise, commencé, arrêté, avalé, oublié, injecté"),
    felt=either(
        """
        sens, senti, ressens, ressenti, vertige*, étourdi*, palpitation*, fatigué*, nausée*, douleur*, mal,
        faible, évanoui*, emballé*, mal de tête, essoufflé*, sueur*
        """
    ),
    did=either(
        """
        marche, marché, couru, courir, nagé, natation, vélo, sport, gym, entraînement, escalier*, jardin*,
        randonnée, yoga, dansé, promenade, promené*
        """
    ),
    alarm=either("alarme*, alerte*, avertissement*, notification*, surveillance"),
    off=either(
        """
        désactiv*, coupe, coupez, couper, éteins, éteindre, éteignez, arrête, arrêtez, ignore, ignorez,
        sourdine
        """
    ),
    on=either("active, activez, activer, allume, allumez, allumer, réactive*"),
    set_=either(
        """
        règle, réglez, régler, mets, mettez, change, changez, changer, augmente*, monte, baisse, baissez,
        modifie*, corrige*
        """
    ),
    limit=either("limite, limites, seuil, seuils"),
    upper=either("supérieure, haut, haute, maximum, maximal*, max, au-dessus"),
    language=_LANGUAGE,
    languages={"anglais": "en", "allemand": "de", "espagnol": "es", "français": "fr", "chinois": "zh"},
    birth=re.compile(r"\b(?:année\s+de\s+naissance|née?)\b.*?\b(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE),
    sex=re.compile(r"\bsexe\b.*?\b(?P<sex>féminin|masculin|femme|homme)\b", re.IGNORECASE),
    sexes={"féminin": "female", "femme": "female", "masculin": "male", "homme": "male"},
    export=either("exporte*, exporter, télécharge*, imprime*, imprimer, sauvegarde*"),
    make=either(
        """
        fais, faites, crée*, créer, génère*, donne-moi, donnez-moi, prépare*, montre*, dessine*, veux,
        voudrais, besoin
        """
    ),
    format_=re.compile(r"\b(?P<format>svg|pdf|wfdb|edf|csv|fhir)\b", re.IGNORECASE),
    strip=either("tracé, tracés, bande, papier ecg, ecg de, courbe"),
    signal=either("signal, brut, données brutes, échantillons"),
    thing=either(
        """
        rapport*, données, enregistrement*, signal, résultats, mesures, ecg, tout, valeurs, fichier*,
        épisode*, événement*, la nuit dernière, hier, la semaine dernière
        """
    ),
    show=_SHOW,
    explain=either("explique*, expliquez, pourquoi, qu'est-ce qui te fait dire, raison*, preuve*"),
    sure=either("à quel point, es-tu sûr*, êtes-vous sûr*, tu es sûr*, vous êtes sûr*, fiable*, vraiment"),
)
