"""German words by which a reader of a finished answer tells what it claims."""

import re
from typing import Final

from agent.wishing import either

_I: Final = re.IGNORECASE
# What was or was not there.
KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("af", re.compile(r"\bVorhofflimmern\w*|\bVHF\b|\bAF\b")),
    ("pause", re.compile(r"\bPausen?\b|\bAsystolie\w*|\bStillstand\b", _I)),
    ("brady", re.compile(r"\blangsamen? Phasen?\b|\bBradykardie\w*", _I)),
    ("tachy", re.compile(r"\bschnellen? Phasen?\b|\b(?<!ventrikuläre )Tachykardie\w*", _I)),
    (
        "wide_run",
        re.compile(
            r"\bFolgen? breiter Schläge\b|\bBreitkomplex-\w+|\bventrikuläre Tachykardie\w*|\bVT\b", _I
        ),
    ),
    ("bigeminy", re.compile(r"\bBigemin\w+", _I)),
    ("trigeminy", re.compile(r"\bTrigemin\w+", _I)),
    ("ectopic", re.compile(r"\b(?:zu frühe|vorzeitige|ektope) Schläge\w*|\bExtra(?:systole|schl)\w*", _I)),
    ("alert", re.compile(r"\b(?:Alarme?n?|Warnungen)\b", _I)),
    ("note", re.compile(r"\b(?:Notiz(?:en)?|Tagebucheintr(?:ag|äge))\b", _I)),
    ("sinus", re.compile(r"\bSinusrhythmus\b", _I)),
)
ANY: Final = re.compile(
    r"\bnichts\b(?! (?:kläre|nachzu|zu (?:erklären|zeigen)))|"
    r"\bkeine? (?:Ereignis|Problem|Arrhythmie|Auffälligkeit|Befund|Episode|Unregelmäßigkeit)\w*",
    _I,
)
DENIED: Final = re.compile(
    r"\b(?:nicht|kein\w*|nie|niemals|ohne|weder|noch nie|null|frei von|Fehlen|fehlt|fehlen|ausgeschlossen)\b",
    _I,
)
DENIED_AFTER: Final = re.compile(
    r"^(?:[^.;!?]|(?<=\d)\.|(?<=\b[DFMS][aior])\.){0,100}"
    r"\bnicht (?:gefunden|erkannt|vorgekommen|aufgetreten|gesehen)\b|"
    r"^\W*(?:\w+\W+){0,6}?(?:nicht|keine?|nie|niemals|fehlte?n?|ausgeschlossen|"
    r"verschwunden|vorbei|:\s*keine?)\b",
    _I,
)
# A kind that is spoken of without saying that it was there.
SPOKEN_OF: Final = re.compile(
    r"\b(?:achte|Grenzwert\w*|Grenzen?|gezählt werden|was zählt|bedeutet|heißt|wenn|ob|könnte\w*|möglich\w*|"
    r"genannt|als ob|kann ich nicht|statt|ein anderer|braucht es ein Kurvensignal|Anteil ist)\b",
    _I,
)
QUALIFIED: Final = re.compile(
    r"\bauswert\w+|\blesbar\w*|\bin (?:den|dem|der) \d[\d.,]* ?%|\bzu wenig, um\b|"
    r"\bkann ich (?:nichts|nicht) sagen\b",
    _I,
)
CAUSE: Final = either(
    """
    weil, wegen, verursach*, aufgrund, auf grund, liegt an, lag an, dank, ausgelöst durch, ausgelöst von,
    führte zu, führt zu, kommt von, kam von, bewirk*, infolge, zurückzuführen, verantwortlich für, der grund
    ist, der grund war
    """
)
ONE_LEAD: Final = re.compile(
    r"\b(?:Herz)?infarkt\w*|\bHerzanfall\w*|\bN?STEMI\b|\bST-?(?:Strecke|Hebung|Senkung)\w*|\bIschämie\w*|"
    r"\bDurchblutung\w*|\bHerzachse\w*|\bHypertrophie\w*|\bvergrößert\w*|\b\w*schenkelblock\w*|\bfaszikul\w*|"
    r"\bHemiblock\w*|\bKalium\w*|\bElektrolyt\w*|\bKalzium\w*|\bKoronar\w*|\bTroponin\w*|\bQ-Zacken?\b|"
    r"\bBrugada\b|\bPerikarditis\b|\bHerzklappe\w*|\bHerzschwäche\b|\bHerzinsuffizienz\b",
    _I,
)
CANNOT: Final = re.compile(
    r"\b(?:kann\w* (?:\w+ ){0,6}nicht|lässt sich (?:\w+ ){0,8}(?:nicht|weder)|"
    r"nicht (?:zu )?(?:beurteil|erkenn|möglich)\w*|"
    r"zwölf Ableitungen)\b",
    _I,
)
NORMAL: Final = either(
    """
    normal*, abnormal*, gesund*, ungesund*, unbedenklich*, bedenklich*, harmlos*, gefährlich*,
    ungefährlich*, besorgniserregend*, keine sorge, keine sorgen, kein grund zur sorge, in ordnung, alles
    gut, perfekt*, ausgezeichnet*, unauffällig*, lebensbedrohlich*, krankhaft*, ideal*, beruhigend*
    """
)
JUDGED_BY_A_DOCTOR: Final = re.compile(
    r"\bärztlich zu (?:beurteilen|befunden)\b|\bklinisch zu beurteilen\b", _I
)
CERTAIN: Final = either(
    """
    sicherlich, zweifellos, zweifelsfrei, ohne zweifel, garantiert, definitiv, ganz sicher,
    hundertprozentig*, mit sicherheit, bewiesen*, beweist, absolut sicher, ich bin sicher
    """
)
ADVICE: Final = either(
    """
    sie sollten, sie müssen, sie dürfen, du solltest, du musst, nehmen sie _ tablette*, nehmen sie _ dosis,
    setzen sie _ ab, hören sie auf, erhöhen sie, verringern sie, verdoppeln sie, halbieren sie
    """
)
DONE: Final = either(
    """
    ich habe _ angerufen, ich habe _ benachrichtigt, ich habe _ informiert, ich habe _ gesendet, ich habe _
    geschickt, ich habe _ abgeschaltet, ich habe _ gelöscht, ich habe _ ausgeschaltet, ich habe _
    gespeichert, ich habe _ geändert
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
