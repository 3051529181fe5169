"""Questions for reasons and files, and wishes for notes and changes: from words to calls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from agent.en import asks as en
from agent.letters import Letters, apart
from agent.phrases import compiled, padded, plain
from agent.slots import event_kind
from agent.tools import args as calls

if TYPE_CHECKING:
    from agent.dialogue import State
    from agent.question import Reading
    from agent.tools.args import Call, EventKind, Finding, NoteKind

FINDINGS: Final = frozenset(get_args(calls.Finding))
SAY_WORDS: Final = 6  # a yes or a no is short
HESITANT: Final = frozenset(
    {
        "actually",
        "hmm",
        "hm",
        "oh",
        "well",
        "um",
        "uh",
        "ah",
        "ach",
        "also",
        "naja",
        "eh",
        "bueno",
        "pues",
        "euh",
        "bon",
        "ben",
        "so",
    }
)
BARE_WORDS: Final = 5  # so is "why?" and "how sure are you?"
AGAIN: Final = "that time"
EVER: Final = "ever"
OF_SIGNAL: Final = ("wfdb", "edf")  # formats of samples
WEEK: Final = "the past week"
RULES: Final[dict[str, str]] = {
    "af": "af",
    "pause": "pause",
    "brady": "severe_bradycardia",
    "tachy": "extreme_tachycardia",
    "wide_run": "wide_run",
    "device": "low_battery",
    "coverage": "no_data",
}
LIMITS: Final[dict[str, str]] = {
    "af": "af_alert",
    "pause": "pause",
    "wide_run": "wide_run",
    "brady": "brady",
    "tachy": "tachy",
}
# What a reason is asked of; of a time alone it can only be asked why there was an alert.
ABOUT: Final = (
    *("hr", "resting", "rhythm", "coverage", "quality", "device", "note", "symptom", "medication"),
    *("summary", "trend", "compare", "comparative", "max", "min", "normal", "medicines", "intervals"),
    *("rr", "rmssd", "pr", "qrs", "qt", "qtc", "p_duration", "ectopic"),
)
NUMBER: Final = re.compile(r"(?<!\d)\d+(?:\.\d+)?(?!\d)")
_PLAIN: Final = Letters(han=True)
_YES: Final = compiled(_PLAIN.listed(en.YES))
_NO: Final = compiled(_PLAIN.listed(en.NO))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted: calls, or ``say``, a sentence of the table that asks back."""

    calls: tuple[Call, ...] = ()
    say: str = ""


def yes_or_no(text: str) -> bool | None:
    """Whether a text says yes, or no; None for neither."""
    words = plain(apart(text), {"don't": "do not", "dont": "do not"})
    if not words or len(words) > SAY_WORDS:
        return None
    while len(words) > 1 and words[0] in HESITANT:
        words = words[1:]
    said = padded(words)
    no, yes = _NO.match(said, 1), _YES.match(said, 1)
    if no is not None:
        return False
    return True if yes is not None else None


def wanted(reading: Reading, state: State, *, strips: bool) -> Wanted | None:
    """What a text wants beside figures; None if it is a question like any other.

    ``strips``: there is a waveform to show.
    """
    return (
        _note(reading)
        or _change(reading)
        or _file(reading, state, strips=strips)
        or _alert(reading)
        or _reason(reading, state)
    )


def _when(reading: Reading, default: str) -> str:
    return reading.times[0].words if reading.times else default


def _note(reading: Reading) -> Wanted | None:
    found = reading.speech.asks.note.match(reading.text)
    if found is None:
        return None
    text = found["text"].strip(" \t\n\"'\u201c\u201d")
    if not text:
        return Wanted(say="note_what")
    named = (found["kind"] or (found["loose"] or "").removeprefix("private").strip()).lower()
    kind = reading.speech.asks.note_kinds.get(named) or _kind_of(text, reading)
    private = bool(found["private"]) or (found["loose"] or "").lower().startswith("private")
    told = [phrase for phrase in reading.times if hasattr(phrase.meaning, "start_ns")]
    when = told[0].words if told else "now"
    return Wanted(
        (calls.AddNote(kind=_as_kind(kind), text=text[: calls.NOTE_CHARS], when=when, private=private),)
    )


def _kind_of(text: str, reading: Reading) -> str:
    if reading.has("medicines", "medication") or (
        reading.speech.asks.took.search(text) and reading.has("medicines")
    ):
        return "medication"
    if reading.speech.asks.felt.search(text):
        return "symptom"
    return "activity" if reading.speech.asks.did.search(text) else "diary"


def _as_kind(kind: str) -> NoteKind:
    kinds: tuple[NoteKind, ...] = get_args(calls.NoteKind)
    return next((each for each in kinds if each == kind), "diary")


def _change(reading: Reading) -> Wanted | None:
    text = reading.text
    if reading.has("when", "count", "record_words") and not reading.speech.asks.set_.search(text):
        return None
    setting = value = ""
    if (found := reading.speech.asks.language.search(text)) and not reading.times:
        setting, value = "language", reading.speech.asks.languages[found["name"].lower()]
    elif reading.speech.asks.set_.search(text) and (found := reading.speech.asks.birth.search(text)):
        setting, value = "birth_year", found["year"]
    elif reading.speech.asks.set_.search(text) and (found := reading.speech.asks.sex.search(text)):
        setting, value = "sex", reading.speech.asks.sexes[found["sex"].lower()]
    elif reading.speech.asks.set_.search(text) and _of_limit(reading):
        kind = next((name for word, name in LIMITS.items() if reading.has(word)), "")
        setting = f"limits.{kind or ('hr_high' if reading.speech.asks.upper.search(text) else 'hr_low')}"
        value = next(reversed(NUMBER.findall(text)), "other")
    elif reading.speech.asks.alarm.search(text) and (
        reading.speech.asks.off.search(text) or reading.speech.asks.on.search(text)
    ):
        rule = next((name for word, name in RULES.items() if reading.has(word)), "all")
        setting, value = f"alerts.{rule}", "off" if reading.speech.asks.off.search(text) else "on"
    return Wanted((calls.ProposeChange(setting=setting, value=value),)) if setting else None


def _of_limit(reading: Reading) -> bool:
    """Whether a limit is meant: named, or an alarm with a number that is no time."""
    alarm = reading.speech.asks.alarm.search(reading.text) and NUMBER.search(reading.text)
    return bool(reading.speech.asks.limit.search(reading.text) or (alarm and not reading.times))


def _file(reading: Reading, state: State, *, strips: bool) -> Wanted | None:
    text = reading.text
    format_ = reading.speech.asks.format_.search(text)
    strip = reading.speech.asks.strip.search(text)
    kind = event_kind(reading)
    if reading.speech.asks.show.match(text) and strips:
        before = next(
            (call for call in state.calls if isinstance(call, calls.FindEvents | calls.Burden)), None
        )
        if before is None:
            return None
        named: EventKind = before.kind if isinstance(before, calls.FindEvents) else "af"
        return Wanted((calls.Export(what="strip", when=AGAIN, event=named),))
    thing = format_ or (strip and strips) or reading.speech.asks.thing.search(text)
    form = _format(format_["format"].lower()) if format_ else None
    asked = bool(thing) and (
        reading.speech.asks.export.search(text) is not None
        or (reading.speech.asks.make.search(text) is not None and bool(format_ or strip))
    )
    if form is not None and (reading.times or not reading.has("define")):
        asked = asked or not reading.asks_meaning  # who names a kind of file wants one
    if form in OF_SIGNAL:
        strip = None  # a strip is a picture
    if not asked or (strip and not strips) or reading.group("lead"):
        return None
    event = kind if kind in FINDINGS or reading.has("event") else None
    if strip:
        return Wanted(
            (calls.Export(what="strip", when=_when(reading, EVER), event=event or "any", format=form),)
        )
    when = _when(reading, WEEK)
    if form in OF_SIGNAL or reading.speech.asks.signal.search(text):
        made = calls.Export(what="signal", when=when, event=event, format=form)
    elif form in {"csv", "fhir"}:
        made = calls.Export(what="results", when=when, format=form)
    else:
        made = calls.Export(what="report", when=when, format=form)
    return Wanted((made,))


def _format(name: str) -> calls.ExportFormat | None:
    known: tuple[calls.ExportFormat, ...] = get_args(calls.ExportFormat)
    return next((each for each in known if each == name), None)


def _alert(reading: Reading) -> Wanted | None:
    if not reading.has("alert") or not (
        reading.has("why") or reading.speech.asks.explain.search(reading.text)
    ):
        return None
    rule = next((name for word, name in RULES.items() if reading.has(word)), "newest")
    return Wanted((calls.ExplainAlert(alert=rule, when=_when(reading, EVER)),))


def _reason(reading: Reading, state: State) -> Wanted | None:
    text = reading.text
    named = next((kind for kind in sorted(FINDINGS) if reading.has(kind)), "")
    if not named and reading.has("irregular"):
        named = "af"
    asks = (
        reading.has("why")
        or reading.speech.asks.explain.search(text)
        or reading.speech.asks.sure.search(text)
    )
    meant = reading.asks_meaning and not reading.has("why") and not reading.times
    if not named and asks and reading.has("ectopic") and not meant:
        return _of_beats(reading, state)
    if named and asks and not meant:
        before = finding_of(state)
        ev = state.evidence[0] if before == named and not reading.times and state.evidence else ""
        return Wanted(
            (calls.Explain(finding=_as_finding(named), when="" if ev else _when(reading, WEEK), evidence=ev),)
        )
    if reading.times and reading.has("why") and not reading.has(*ABOUT):
        return Wanted((calls.ExplainAlert(alert="newest", when=_when(reading, EVER)),))
    bare = len(reading.words) <= BARE_WORDS and not reading.times
    bare = bare and (reading.has("why") or bool(reading.speech.asks.sure.search(text)) or _that(reading))
    if bare and not reading.has("hr", "note", "coverage"):
        kind = finding_of(state)
        if kind and state.evidence:
            return Wanted((calls.Explain(finding=_as_finding(kind), evidence=state.evidence[0]),))
    return None


def _that(reading: Reading) -> bool:
    """As in "Explain that"."""
    return reading.has("meaning") and reading.has("pointing") and not reading.has("source")


def _of_beats(reading: Reading, state: State) -> Wanted:
    """The reasons behind early beats: those from above, else of both kinds."""
    before = next((call for call in state.calls if isinstance(call, calls.Classify)), None)
    ev = (
        state.evidence[0]
        if before and before.target == "beats" and not reading.times and state.evidence
        else ""
    )
    when = "" if ev else _when(reading, WEEK)
    kinds: tuple[Finding, ...] = ("s_beats",) if reading.has("above_ventricles") else ("v_beats", "s_beats")
    return Wanted(tuple(calls.Explain(finding=kind, when=when, evidence=ev) for kind in kinds))


def _as_finding(kind: str) -> Finding:
    known: tuple[Finding, ...] = get_args(calls.Finding)
    return next((each for each in known if each == kind), "af")


def finding_of(state: State) -> str:
    """The finding that the last calls were about, or nothing."""
    for call in state.calls:
        match call:
            case calls.FindEvents(kind=kind) | calls.Explain(finding=kind) if kind in FINDINGS:
                return kind
            case calls.Burden():
                return "af"
            case calls.Classify(target="beats"):
                return "v_beats"
            case _:
                pass
    return ""
