"""How figures, times and directions are told apart in a finished French answer."""

import re
from typing import Final

from agent.compose.figures import Figures, units

_I: Final = re.IGNORECASE
FIGURES: Final = Figures(
    metrics=(
        ("af_burden", re.compile(r"\bcharge\b", _I)),
        ("hr_rest", re.compile(r"\bau repos\b", _I)),
        ("hr_min", re.compile(r"\ble plus (?:bas|lent)\b|\bla plus (?:basse|lente)\b|\bminim\w+", _I)),
        (
            "hr_max",
            re.compile(
                r"\ble plus (?:haut|rapide|élevé)\b|\bla plus (?:haute|rapide|élevée)\b|\bmaxim\w+", _I
            ),
        ),
        ("qtc", re.compile(r"\bQTc\w*|\bQT corrigé\b", _I)),
        ("p_duration", re.compile(r"\bdurée de l['\u2019]onde P\b", _I)),
        ("rmssd", re.compile(r"\bRMSSD\b|\bvariabilité\b", _I)),
        ("pr", re.compile(r"\bPR\b|\bPQ\b")),
        ("qrs", re.compile(r"\bQRS\b", _I)),
        ("qt", re.compile(r"\bQT\b")),
        ("rr", re.compile(r"\bRR\b")),
        ("hr", re.compile(r"\bfréquence cardiaque\b|\bpouls\b|\bfréquence\b", _I)),
    ),
    units=units(
        """
        bpm = bpm, battements par minute = bpm, par minute = bpm, ms = ms, millisecondes = ms, % = %,
        pour cent = %, secondes = s, seconde = s, s = s, minutes = min, minute = min, min = min, heures
        = h, heure = h, h = h, jours = d, jour = d, épisodes = count, épisode = count, battements =
        count, battement = count, pauses = count, pause = count, alertes = count, alerte = count, notes
        = count, note = count, fois = count, phases lentes = count, phase lente = count, phases rapides
        = count, phase rapide = count, phases = count, phase = count, salves = count, salve = count,
        périodes = count, période = count, fenêtres = count, fenêtre = count, entrées = count, entrée =
        count
        """
    ),
    decimal=",",
    thousands="\u202f",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    date=r"(?P<day>\d{1,2})(?:er)? (?P<month>{months})",
    numbers="deux trois quatre cinq six sept huit neuf dix onze douze",
    both="les",
    nouns=r"épisodes?|pauses?|alertes?|notes?|phases?(?: lentes?| rapides?)?|salves?|fois",
    clock=r"(?<![\d:.])(?P<hour>\d{1,2})(?:h(?=\d)|:)(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])",
    higher=re.compile(
        r"\bplus (?:haut|élevé|rapide|long|fréquent)\w*|\baugment\w+|\bmonté\w*|"
        r"\bsupérieur\w*|\bplus de\b(?!\s*\d)",
        _I,
    ),
    lower=re.compile(
        r"\bplus (?:bas|lent|court|faible)\w*|\bbaiss\w+|\bdiminu\w+|\binférieur\w*|\bmoins de\b(?!\s*\d)", _I
    ),
    same=re.compile(
        r"\b(?:à peu près (?:pareil|égal|le même|la même)\w*|inchangé\w*|stable|sans changement)\b", _I
    ),
    less=re.compile(r"moins de\s*$", _I),
    more=re.compile(r"plus de\s*$", _I),
)
