"""How figures, times and directions are told apart in a finished German answer."""

import re
from typing import Final

from agent.compose.figures import Figures, units

_I: Final = re.IGNORECASE
FIGURES: Final = Figures(
    metrics=(
        ("af_burden", re.compile(r"\b(?:Vorhofflimmer)?last\b|\bAnteil\b", _I)),
        ("hr_rest", re.compile(r"\bRuhe(?:puls|frequenz|herzfrequenz)\w*|\bin Ruhe\b", _I)),
        ("hr_min", re.compile(r"\b(?:niedrigste|langsamste|tiefste)\w*|\bMinimum\b", _I)),
        ("hr_max", re.compile(r"\b(?:höchste|schnellste)\w*|\bMaximum\b|\bSpitze\w*", _I)),
        ("qtc", re.compile(r"\bQTc\w*|\bkorrigierte\w* QT\b", _I)),
        ("p_duration", re.compile(r"\bP-?(?:Wellen-?)?dauer\b|\bDauer der P-?Wellen?\b", _I)),
        ("rmssd", re.compile(r"\bRMSSD\b|\b\w*variabilität\b", _I)),
        ("pr", re.compile(r"\bPR\b|\bPQ\b|\bPR-|\bPQ-")),
        ("qrs", re.compile(r"\bQRS\w*", _I)),
        ("qt", re.compile(r"\bQT\b|\bQT-")),
        ("rr", re.compile(r"\bRR\b|\bRR-")),
        ("hr", re.compile(r"\b(?:Herzfrequenz|Puls|Herzschlag)\w*|\bFrequenz\b", _I)),
    ),
    units=units(
        """
        pro Minute = bpm, Schläge pro Minute = bpm, bpm = bpm, /min = bpm, ms = ms, Millisekunden = ms,
        % = %, Prozent = %, Sekunden = s, Sekunde = s, s = s, Minuten = min, Minute = min, min = min,
        Stunden = h, Stunde = h, h = h, Tage = d, Tagen = d, Tag = d, Episoden = count, Episode = count,
        Schläge = count, Schlag = count, Pausen = count, Pause = count, Alarme = count, Alarmen = count,
        Alarm = count, Notizen = count, Notiz = count, Mal = count, mal = count, langsame Phasen =
        count, langsame Phase = count, schnelle Phasen = count, schnelle Phase = count, Phasen = count,
        Phase = count, Folgen = count, Folge = count, Abschnitte = count, Abschnitt = count,
        Zehn-Sekunden-Abschnitte = count, Zehn-Sekunden-Abschnitt = count, Tagebucheinträge = count,
        Tagebucheintrag = count
        """
    ),
    decimal=",",
    thousands=".",
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    date=r"(?P<day>\d{1,2})\. (?P<month>{months})",
    numbers="zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    both="die den",
    nouns=r"Episoden?|Pausen?|Alarme?n?|Notizen?|Phasen?|Folgen?|langsame Phasen|schnelle Phasen",
    higher=re.compile(
        r"\b(?:höher|schneller|größer|länger|häufiger|gestiegen|angestiegen|zugenommen|"
        r"erhöht|mehr(?! als \d))\b",
        _I,
    ),
    lower=re.compile(
        r"\b(?:niedriger|langsamer|kleiner|kürzer|seltener|gesunken|gefallen|abgenommen|"
        r"weniger(?! als \d))\b",
        _I,
    ),
    same=re.compile(r"\b(?:etwa gleich|unverändert|gleich geblieben|gleichgeblieben|stabil)\b", _I),
    less=re.compile(r"weniger als\s*$|unter\s*$", _I),
    more=re.compile(r"mehr als\s*$|über\s*$", _I),
)
