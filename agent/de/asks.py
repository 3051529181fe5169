"""German ways of asking for reasons, notes, changes and files."""

import re
from typing import Final

from agent.wishing import Asks, either

_POLITE: Final = (
    r"^\s*(?:(?:bitte|kannst\s+du|können\s+sie|könntest\s+du|könnten\s+sie|und|ich\s+möchte|ok)[\s,]+)*"
)
NOTE: Final = re.compile(
    _POLITE
    + r"""(?:
        (?:notiere?n?|notier|vermerke?|schreibe?\s+(?:dir\s+)?auf|halte?\s+fest|trage?\s+ein|merke?\s+dir|protokolliere?)
            (?:\s+(?:bitte|mir))*
      | (?:mach\w*|erstell\w*|schreib\w*|füge?|leg\w*|speicher\w*|nimm)\s+(?:mir\s+)?(?:bitte\s+)?
            (?:eine?n?\s+)?(?:neue?n?\s+)?(?P<private>private?n?\s+)?
            (?P<kind>symptom|medikamenten|aktivitäts|tagebuch)?-?(?:notiz|eintrag)(?:\s+(?:hinzu|an|auf))?
      | (?:schreibe?n?|setze?n?|trage?n?|nimm|packe?n?|mache?n?|leg\w*)\s+(?:mir\s+|bitte\s+|das\s+)*
            (?:ins|in\s+(?:mein|das|die|meine)|auf\s+(?:meine|die)|zu\s+(?:meinen|den))\s*
            (?:tagebuch|notizen|notizbuch|journal|liste|akte|protokoll)(?:\s+(?:ein|auf|rein))?
      | (?P<loose>private\s+notiz|symptom|medikament|tagebuch|notiz)(?=\s*:)
    )
    \s*(?:,?\s*dass\b|:|,|-|\u2013)?\s*(?P<text>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LANGUAGE: Final = re.compile(
    r"\b(?:sprich|antworte|antworten|rede|stell\w*|wechs\w*|sprache|sprechen)\b.*?"
    r"\b(?P<name>englisch|deutsch|spanisch|französisch|chinesisch)\b",
    re.IGNORECASE,
)
_SHOW: Final = re.compile(
    r"^\s*(?:(?:bitte|kannst\s+du|können\s+sie|und)\s+)*(?:zeige?|zeigen\s+sie)\s+(?:mir\s+)?"
    r"(?:es|das|sie|den\s+streifen|die\s+streifen)?(?:\s+mal)?[\s?.!]*$",
    re.IGNORECASE,
)
ASKS: Final = Asks(
    note=NOTE,
    note_kinds={
        "symptom": "symptom",
        "medikamenten": "medication",
        "medikament": "medication",
        "aktivitäts": "activity",
        "tagebuch": "diary",
    },
    took=either("genommen, eingenommen, begonnen, angefangen, abgesetzt, vergessen, gespritzt, nahm"),
    felt=either(
        """
        fühl*, gefühlt, schwindl*, schwindel*, herzstolpern, stolper*, müde, übel*, schmerz*, weh, schwach,
        ohnmächtig, herzrasen, kopfschmerz*, atemnot, schwitz*, flattern
        """
    ),
    did=either(
        """
        gelaufen, laufen, spazier*, gegangen, joggen, gejoggt, rad, radfahren, schwimm*, geschwommen, sport,
        training, trainiert, treppe*, garten*, wandern, gewandert, yoga, tanz*
        """
    ),
    alarm=either("alarm*, warnung*, benachrichtigung*, meldung*, überwachung"),
    off=either(
        """
        schalt* _ aus, schalt* _ ab, ausschalten, abschalten, deaktivier*, stumm*, unterdrück*, ignorier*
        """
    ),
    on=either("schalt* _ ein, schalt* _ an, einschalten, anschalten, aktivier*"),
    set_=either(
        """
        setze, setz, setzen, stelle, stell, stellen, ändere, ändern, erhöhe, erhöhen, senke, senken, heb*,
        pass*, korrigier*
        """
    ),
    limit=either("grenze, grenzen, grenzwert*, schwelle*, limit*"),
    upper=either("obere*, oben, höchst*, maximal*, maximum, max, über"),
    language=_LANGUAGE,
    languages={"englisch": "en", "deutsch": "de", "spanisch": "es", "französisch": "fr", "chinesisch": "zh"},
    birth=re.compile(r"\b(?:geburtsjahr|geboren)\b.*?\b(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE),
    sex=re.compile(r"\bgeschlecht\b.*?\b(?P<sex>weiblich|männlich|frau|mann)\b", re.IGNORECASE),
    sexes={"weiblich": "female", "frau": "female", "männlich": "male", "mann": "male"},
    export=either("exportier*, herunterladen, drucke*, druck, speicher*, lade _ herunter"),
    make=either(
        """
        mach*, erstell*, erzeug*, gib mir, geben sie mir, zeig*, zeichne*, möchte, will, brauche, hätte gern
        """
    ),
    format_=re.compile(r"\b(?P<format>svg|pdf|wfdb|edf|csv|fhir)\b", re.IGNORECASE),
    strip=either("streifen, ekg-streifen, kurve, ekg-papier, ekg von"),
    signal=either("signal, rohdaten, rohsignal, messwerte, kurvensignal"),
    thing=either(
        """
        bericht*, daten, aufzeichnung*, signal, ergebnisse, messungen, ekg, alles, werte, datei*, episode*,
        ereignis*, letzte nacht, gestern, letzte woche
        """
    ),
    show=_SHOW,
    explain=either("erklär*, warum, wieso, weshalb, wie kommst du, grund, gründe, beleg*, beweis*"),
    sure=either("wie sicher, wie zuverlässig, bist du sicher, sind sie sicher, wirklich"),
)
