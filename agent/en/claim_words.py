"""English words by which a reader of a finished answer tells what it claims."""

import re
from typing import Final

_I: Final = re.IGNORECASE
# What a number is about; the more particular ones come first.
METRICS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("af_burden", re.compile(r"\bburden\b", _I)),
    ("hr_rest", re.compile(r"\bresting\b", _I)),
    ("hr_min", re.compile(r"\b(?:lowest|slowest|minimum|minimal)\b", _I)),
    ("hr_max", re.compile(r"\b(?:highest|fastest|maximum|peak)\b", _I)),
    ("qtc", re.compile(r"\bQTc\w*|\bcorrected QT\b", _I)),
    ("p_duration", re.compile(r"\bP[- ]wave duration\b", _I)),
    ("rmssd", re.compile(r"\bRMSSD\b|\bheart rate variability\b", _I)),
    ("pr", re.compile(r"\bPR\b|\bPQ\b")),
    ("qrs", re.compile(r"\bQRS\b", _I)),
    ("qt", re.compile(r"\bQT\b")),
    ("rr", re.compile(r"\bRR\b")),
    ("hr", re.compile(r"\bheart rates?\b|\bpulse\b|\brate\b", _I)),
)
# What was or was not there.
KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("af", re.compile(r"\batrial fibrillation\b|\bafib\b|\bAF\b|\ba-fib\b")),
    ("pause", re.compile(r"\bpauses?\b|\basystole\b|\bstandstill\b", _I)),
    ("brady", re.compile(r"\bslow spells?\b|\bbradycardia\w*", _I)),
    ("tachy", re.compile(r"\bfast spells?\b|\b(?<!ventricular )tachycardia\w*", _I)),
    ("wide_run", re.compile(r"\bruns? of wide beats\b|\bventricular tachycardia\b|\bVT\b", _I)),
    ("bigeminy", re.compile(r"\bbigemin\w+", _I)),
    ("trigeminy", re.compile(r"\btrigemin\w+", _I)),
    ("ectopic", re.compile(r"\b(?:early|ectopic|extra|premature) beats?\b|\bextrasystol\w+", _I)),
    ("alert", re.compile(r"\b(?:alerts?|alarms?)\b", _I)),
    ("note", re.compile(r"\b(?:notes?|entries|entry)\b", _I)),
    ("sinus", re.compile(r"\bsinus rhythm\b", _I)),
)
ANY: Final = re.compile(
    r"\b(?:nothing|no (?:events?|problems?|arrhythmias?|abnormalit\w+|findings?|episodes?|irregularit\w+))\b"
    r"(?! (?:was re\w+|were received|is known|is stored|clearer|else|to explain|to show|was written))",
    _I,
)
DENIED: Final = re.compile(
    r"\b(?:no|not|never|none|without|neither|nor|zero|free of|absence of|absent|lacks?|ruled? out|excluded?|"
    r"didn't|wasn't|weren't|hasn't|haven't|isn't|cannot|can't|nothing like)\b",
    _I,
)
DENIED_AFTER: Final = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:(?:was|were|is|are|has|have|did|does)\s*(?:not|n't|never)\b|wasn't|"
    r"weren't|absent\b|"
    r"did not occur|is excluded|was excluded|is ruled out|was ruled out|stopped|is gone|are gone|"
    r"has gone|:\s*none)",
    _I,
)
# A kind that is spoken of without saying that it was there.
SPOKEN_OF: Final = re.compile(
    r"\b(?:look(?:ed)? for|limit|limits|count(?:s|ed)? (?:are|is)|what counts|lacks|means?|is when|"
    r"would|if|whether|"
    r"could be|possible|shortest|threshold|burden is|share is|called|labelled with|as if|cannot|rather than|"
    r"told from|another|(?:day|night|hour|week) by (?:day|night|hour|week)|takes? a waveform)\b",
    _I,
)
QUALIFIED: Final = re.compile(
    r"\bin (?:the|what)\b[^.]*\b(?:analys\w+|readable)\b|\bcould analy[sz]e only\b|\bin the \d[\d.,]* ?%|"
    r"\bin (?:the )?(?:time|part)\b[^.]*\banaly[sz]\w+|\btoo little to say\b|\bcannot say\b",
    _I,
)
CAUSE: Final = re.compile(
    r"\b(?:because|caus(?:e[sd]?|ing)|due to|result(?:ed|s|ing)? (?:of|from|in)|led to|leads? to|thanks to|"
    r"trigger(?:s|ed|ing)?|owing to|brought on|provok\w+|responsible for|explains? why|"
    r"(?<!frequent )reason (?:is|was|for)|"
    r"(?:comes?|came) from (?!what\b|its\b|hours\b|stored\b|\d)|"
    r"made your (?:heart|pulse)|as a (?:result|consequence)|explained by|attributed to|stems? from|"
    r"since you (?:took|drank|started|walked|ran|exercised)|so your)\b",
    _I,
)
ONE_LEAD: Final = re.compile(
    r"\b(?:infarct\w*|heart attack\w*|n?stemi|st[- ](?:segment|elevation|depression|change\w*|deviation)|"
    r"isch(?:a)?emi\w*|(?:heart )?axis|hypertroph\w*|[lr]vh|enlarged|bundle[- ]branch|[lr]bbb|"
    r"fascicular|hemiblock|"
    r"r[- ]?wave progression|r progression|lead reversal|potassium|electrolyt\w*|hyperkal\w*|"
    r"hypokal\w*|calcium|"
    r"coronar\w*|block(?:ed|age) (?:in|of|arter\w*)|blocked arter\w*|troponin|q waves?|brugada|pericarditis|"
    r"blood flow|valve\w*|heart failure|ejection)\b",
    _I,
)
CANNOT: Final = re.compile(
    r"\b(?:cannot|can't|could not|not possible|unable|takes? a twelve-lead|not assess\w+|nor can)\b", _I
)
NORMAL: Final = re.compile(
    r"\b(?:(?:ab)?normal\w*|healthy|unhealthy|fine|perfect\w*|all good|all clear|nothing to worry|"
    r"no need to worry|"
    r"don't worry|do not worry|no reason to worry|worrying|concerning|no concern|harmless|benign|dangerous|"
    r"life[- ]threatening|safe|unsafe|reassuring|reassured|in order|as it should be|good shape|excellent|"
    r"okay|ok|alright|all right|typical|unremarkable|within (?:the )?(?:usual|expected) range|ideal)\b",
    _I,
)
JUDGED_BY_A_DOCTOR: Final = re.compile(r"\bfor a doctor to judge\b|\byour doctor\b[^.]*\bjudge\b", _I)
CERTAIN: Final = re.compile(
    r"\b(?:certainly|definitely|surely|undoubtedly|without (?:a |any )?doubt|guaranteed?|"
    r"100 ?% (?:sure|certain)|"
    r"for sure|absolutely|no doubt|proves?|proven|beyond doubt|always will|will never|i am (?:sure|certain)|"
    r"clearly (?:have|had|shows?))\b",
    _I,
)
ADVICE: Final = re.compile(
    r"\b(?:you (?:should|must|can|may|need to|could|ought to) (?:take|stop|start|skip|increase|reduce|"
    r"double|halve|"
    r"change|lower|raise|continue|keep taking|exercise|drive|drink|rest|avoid)|"
    r"(?:stop|start|increase|reduce|double|skip|halve|keep) (?:taking|your (?:dose|tablet\w*|medic\w*|"
    r"pill\w*))|"
    r"take (?:an?other|more|less|your|half|two|one|an extra)|no need to (?:see|call|take)|"
    r"you (?:do not|don't) need (?:a|to see|to call))\b",
    _I,
)
DONE: Final = re.compile(
    r"\bI(?:'ve| have)? (?:just |already )?(?:called|phoned|notified|informed|alerted|contacted|sent|"
    r"e?mailed|"
    r"turned|switched|disabled|enabled|set|saved|deleted|changed|written|wrote|noted|recorded it|"
    r"booked|scheduled|"
    r"acknowledged|muted|silenced|exported|printed|shared|told your|updated|reset|cancelled)\b",
    _I,
)
HIGHER: Final = re.compile(
    r"\b(?:higher|faster|more|greater|increased?|rose|risen|gone up|went up|(?<!no )longer|up by|"
    r"rising|climbed|grew)\b"
    r"(?! than (?:99|ten|one))",
    _I,
)
LOWER: Final = re.compile(
    r"\b(?:lower|slower|less|fewer|decreased?|fell|fallen|gone down|went down|shorter|down by|falling|"
    r"dropped|"
    r"declined?|shrank)\b(?! than 0)",
    _I,
)
SAME: Final = re.compile(r"\b(?:about the same|unchanged|stayed the same|no different|steady|stable)\b", _I)
LIMITED: Final = re.compile(r"\b(?:limits?|above|below|upper|lower limit|under|over)\b", _I)
NUMBER_WORDS: Final = {
    "once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12,
}  # fmt: skip
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
UNITS: Final[dict[str, str]] = {
    "bpm": "bpm", "beats per minute": "bpm", "beats a minute": "bpm", "per minute": "bpm",
    "ms": "ms", "milliseconds": "ms", "millisecond": "ms", "%": "%", "percent": "%", "per cent": "%",
    "seconds": "s", "second": "s", "s": "s", "sec": "s", "minutes": "min", "minute": "min", "min": "min",
    "hours": "h", "hour": "h", "h": "h", "days": "d", "day": "d",
    "episodes": "count", "episode": "count", "beats": "count", "beat": "count", "pauses": "count",
    "pause": "count", "alerts": "count", "alert": "count", "notes": "count", "note": "count",
    "times": "count",
    "time": "count", "spells": "count", "spell": "count", "runs": "count", "run": "count", "windows": "count",
    "entries": "count", "stretches": "count", "slow spells": "count", "fast spells": "count",
    "ten-second windows": "count", "symptom notes": "count",
}  # fmt: skip
