"""English ways of asking for reasons, notes, changes and files, and of saying yes and no."""

import re
from typing import Final

from agent.phrases import phrases
from agent.wishing import Asks

YES: Final = phrases(
    """
    yes, yes please, that is fine, sounds good, very well, good, fine, all right, alright, agreed, go on,
    go for it, yep, yeah, yup, sure, ok, okay, do it, do that, please do, go ahead, confirm*, correct,
    right, exactly, save it, keep it, write it, of course, absolutely, y,
    please, ja, ja bitte, gerne, genau, sí, si, claro, vale, oui, d'accord, bien sûr, 是, 是的, 好, 好的, 对,
    可以, 确认
    """
)
NO: Final = phrases(
    """
    no, nope, nah, n, never mind, nevermind, forget, forget about it, forget it, forget that, cancel*,
    stop, do not, rather not, not now, leave it, drop it, no thanks, no thank you, better not, scrap
    that, nein, nicht, abbrechen, vergiss es, no gracias, cancela, déjalo, olvídalo, non, laisse,
    annule, oublie, 不, 不要, 不用, 算了, 取消
    """
)
NOTE: Final = re.compile(
    r"""^\s*(?:(?:please|pls|plz|kindly|hi|hello|can\s+you|could\s+you|would\s+you|will\s+you|hey|ok|okay|and|i\s+want\s+to|i\s+would\s+like\s+to|
        i'd\s+like\s+to|let\s+me)[\s,]+)*
    (?:
        (?:add|make|take|write|save|record|log|keep|create|enter|put)\s+(?:down\s+|in\s+)?
            (?:an?|the|this|another|my)?\s*(?:new\s+)?(?P<private>private\s+)?
            (?P<kind>symptom|medication|medicine|activity|exercise|diary)?\s*(?:note|entry)\b
            (?:\s+(?:in|to|into)\s+(?:my|the)\s+diary)?
      | (?:note|write|jot|put|take|set|get)\s+(?:it\s+|this\s+)?down
      | (?:put|place|keep|get|leave|have)\s+(?:it\s+|this\s+)?(?:on|for)\s+(?:the\s+|my\s+)?(?:record|file)
      | (?:put|write|enter|mark|add|log|store|place)\s+(?:it\s+|this\s+|down\s+)?(?:in|into|to|on)\s+
            (?:my|the)\s+(?:diary|journal|notes|log|book|record)
      | (?P<loose>private\s+note|symptom|medication|diary|note)(?=\s*:)
      | (?:note|remember|log|record)(?=\s+that\b|\s*:)
      | (?:note|jot)(?=\s+(?!(?:from|of|on|for|about|in|by|at|yesterday|today|last|this|was|is|did)\b)
            \w+\s+\w)
      | log(?=\s+my\b|\s+a\b)
    )
    \s*(?:saying\b|that\b|about\b|of\b|:|,|-|\u2013)?\s*(?P<text>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
NOTE_KINDS: Final = {
    "symptom": "symptom",
    "medication": "medication",
    "medicine": "medication",
    "activity": "activity",
    "exercise": "activity",
    "diary": "diary",
}
TOOK: Final = re.compile(
    r"\b(?:took|taken|started|stopped|swallowed|forgot|skipped|injected)\b", re.IGNORECASE
)
FELT: Final = re.compile(
    r"\b(?:feel|felt|feeling|dizz\w*|flutter\w*|palpit\w*|tired|nause\w*|pain|ache\w*|sick|weak|faint\w*|racing|skipp\w*|"
    r"headache|short\s+of\s+breath|breathless|sweat\w*)\b",
    re.IGNORECASE,
)
DID: Final = re.compile(
    r"\b(?:walk\w*|ran|run|running|swim|swam|cycl\w*|gym|exercis\w*|train\w*|climb\w*|garden\w*|hik\w*|yoga|danc\w*)\b",
    re.IGNORECASE,
)
ALARM: Final = re.compile(
    r"\b(?:alarms?|alerts?|alerting|notifications?|warnings?|warning|monitoring)\b", re.IGNORECASE
)
OFF: Final = re.compile(
    r"\b(?:(?:turn|switch)\b.*?\boff|disable|mute|silence|deactivate|stop|suppress|ignore)\b", re.IGNORECASE
)
ON: Final = re.compile(r"\b(?:(?:turn|switch)\b.*?\bon|enable|unmute|activate)\b", re.IGNORECASE)
SET: Final = re.compile(
    r"\b(?:set|raise|lower|change|increase|decrease|adjust|move|update|correct|make)\b", re.IGNORECASE
)
LIMIT: Final = re.compile(r"\b(?:limits?|thresholds?)\b", re.IGNORECASE)
UPPER: Final = re.compile(r"\b(?:upper|high|higher|highest|maximum|max|above|top)\b", re.IGNORECASE)
LANGUAGE: Final = re.compile(
    r"\b(?:speak|spoken|talked|answer|answers|reply|respond|talk|change|set|switch|use)\b.*?"
    r"\b(?P<name>english|german|spanish|french|chinese)\b",
    re.IGNORECASE,
)
LANGUAGES: Final = {"english": "en", "german": "de", "spanish": "es", "french": "fr", "chinese": "zh"}
BIRTH: Final = re.compile(
    r"\b(?:birth\s*year|year\s+of\s+birth|born)\b.*?\b(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE
)
SEX: Final = re.compile(r"\b(?:sex|gender)\b.*?\b(?P<sex>female|male|woman|man)\b", re.IGNORECASE)
SEXES: Final = {"female": "female", "woman": "female", "male": "male", "man": "male"}
EXPORT: Final = re.compile(
    r"(?<![\"'])(?<!paint me a )(?<!paint a )"
    r"\b(?:export|download|print|printed|save|extract|(?:pictures?|images?|snapshots?|printouts?)\s+of|(?:send|e-?mail|mail|hand|pass)\s+me)\b",
    re.IGNORECASE,
)
MAKE: Final = re.compile(
    r"\b(?:make|create|generate|give\s+me|produce|prepare|build|show|draw|plot|want|need)\b", re.IGNORECASE
)
FORMAT: Final = re.compile(r"\b(?P<format>svg|pdf|wfdb|edf|csv|fhir)\b", re.IGNORECASE)
STRIP: Final = re.compile(
    r"\b(?:strips?|pictures?\s+of|images?\s+of|snapshots?\s+of|printouts?\s+of|ecg\s+paper|trace|tracing|ecg\s+of|curve)\b",
    re.IGNORECASE,
)
SIGNAL: Final = re.compile(r"\b(?:signal|raw|samples|recording|waveform)\b", re.IGNORECASE)
THING: Final = re.compile(
    r"\b(?:reports?|data|recordings?|signal|results|measurements|ecg|everything|values|files?|episodes?|events?|"
    r"last\s+night|yesterday|last\s+week)\b",
    re.IGNORECASE,
)
SHOW: Final = re.compile(
    r"^\s*(?:(?:please|can\s+you|could\s+you|and)\s+)*show\s+(?:me|it|that|them)(?:\s+(?:it|that|them|the\s+strips?))?[\s?.!]*$",
    re.IGNORECASE,
)
EXPLAIN: Final = re.compile(
    r"\b(?:explain|what\s+makes\s+you|what\s+made|how\s+(?:do|can|could)\s+you\s+(?:know|tell|see)|how\s+come|grounds|justif\w*|arguments?|reasons?|evidence|prove|why)\b",
    re.IGNORECASE,
)
SURE: Final = re.compile(
    r"\b(?:how\s+(?:sure|certain|confident|reliable)|are\s+you\s+(?:sure|certain)|mistake|mistaken|false|wrong|doubts?|really)\b",
    re.IGNORECASE,
)

ASKS: Final = Asks(
    note=NOTE,
    note_kinds=NOTE_KINDS,
    took=TOOK,
    felt=FELT,
    did=DID,
    alarm=ALARM,
    off=OFF,
    on=ON,
    set_=SET,
    limit=LIMIT,
    upper=UPPER,
    language=LANGUAGE,
    languages=LANGUAGES,
    birth=BIRTH,
    sex=SEX,
    sexes=SEXES,
    export=EXPORT,
    make=MAKE,
    format_=FORMAT,
    strip=STRIP,
    signal=SIGNAL,
    thing=THING,
    show=SHOW,
    explain=EXPLAIN,
    sure=SURE,
)
