"""From a question that stands on its own to tool calls, without a language model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.intent_weights import METRICS
from agent.intents import best
from agent.question import read
from agent.slots import (
    both_sides,
    bucket,
    comparison,
    events,
    metrics,
    note_kind,
    since_medicine,
    trend_metric,
)
from agent.tools import args as calls
from agent.when.model import Kind, Range
from agent.when.resolve import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.question import Reading, Speech
    from agent.tools.args import Call
    from agent.when.model import Clock
    from agent.when.resolve import Phrase

UNDECIDED: Final = ("", "find_events", "measure", "compare", "trend")  # may ask what a medicine did
COMPARED: Final = ("hr", "resting", "comparative", "compare", "trend", *METRICS)
TALK: Final = ("help", "greeting", "thanks", "bye")
MAX_CALLS: Final = 3  # of one turn
STRONG: Final = 2.0  # a part of a question with this score is a question of its own
DEFAULT_WHEN: Final = {
    "measure": "today",
    "classify": "today",
    "burden": "the past week",
    "find_events": "the past week",
    "trend": "the past week",
    "coverage": "today",
    "list_alerts": "the past week",
    "list_notes": "the past week",
    "summarize": "the last 24 hours",
    "compare": "today",
}
HINTS: Final = frozenset(
    {"normal", "why", "average", "strip", "acknowledge"}
)  # what the asker wants to hear about
NOW: Final = "now"
REST: Final = "last night"
EVER: Final = "ever"
AGAIN: Final = "that time"  # the previous turn's range
SUBJECTS: Final = (
    "hr",
    "resting",
    *METRICS,
    "rhythm",
    "irregular",
    "af",
    "pause",
    "brady",
    "tachy",
    "wide_run",
    "bigeminy",
    "trigeminy",
    "ectopic",
    "coverage",
    "quality",
    "alert",
    "device",
    "note",
    "symptom",
    "medication",
    "summary",
    "unusual",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: calls, or a sentence to say. ``hints``: what the asker wants to hear about.

    ``unread``: words for a time that was not understood.
    """

    intent: str
    calls: tuple[Call, ...] = ()
    say: str = ""
    hints: frozenset[str] = frozenset()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question is read against."""

    clock: Clock
    speech: Speech
    before: Range | None = None

    def read(self, text: str) -> Reading:
        """Read a text."""
        return read(text, self.clock, self.speech, self.before)


def plan(reading: Reading, setting: Setting, *, again: bool = False) -> Plan:
    """The plan for a question; ``again``: a question without a time means the previous one's."""
    intent, _score = best(reading)
    sides = both_sides(reading)
    if sides is not None and reading.has(*COMPARED):
        return Plan("compare", (calls.Compare(a=sides[0], b=sides[1], metrics=metrics(reading)),))
    undecided = intent in UNDECIDED or (intent == "list_notes" and reading.has("comparative", "trend"))
    effect = since_medicine(reading) if undecided else None
    if effect is not None:
        return Plan("compare", (effect,), hints=reading.found & HINTS)
    hints = reading.found & HINTS
    if not intent and reading.times and (reading.only_time or reading.has("heart")):
        intent = "summarize"
    if not intent or intent == "provenance" or intent in TALK:
        return Plan(intent, say=intent if intent in TALK else "", hints=hints)
    if reading.unread_time and not reading.times and intent not in {"glossary", "device_status"}:
        return Plan(intent, hints=hints, unread=reading.unread_time)
    times = times_of(reading, setting, apart=intent == "compare")
    if intent == "summarize" and reading.has("present") and all(map(all_of_it, reading.times)):
        times = []  # "is everything fine?" asks about now, not about all there is
    if intent == "compare":
        return Plan(intent, (comparison(reading, times),), hints=hints)
    parts = _parts(reading, setting)
    if len(parts) > 1:
        made = _several(parts, times, again=again)
    else:
        made = [
            call
            for when in (times or [_default(intent, reading, again=again)])
            for call in _calls(intent, reading, when)
        ]
    return Plan(intent, tuple(dict.fromkeys(made))[:MAX_CALLS], hints=hints)


def times_of(reading: Reading, setting: Setting, *, apart: bool) -> list[str]:
    """The words for the times of a question; a day and a clock time are one time, unless ``apart``."""
    named = [phrase for phrase in reading.times if not all_of_it(phrase)] or list(reading.times)
    words = [phrase.words for phrase in named]
    if len(words) == 1 and apart:
        words = _parted(words[0], setting) or words
    if len(words) == 2 and not apart:  # noqa: PLR2004 - a day and a time
        for order in (words, words[::-1]):
            whole = " ".join(order)
            found = find(whole, setting.clock, setting.speech.times, setting.before)
            if len(found) == 1 and (found[0].start, found[0].end) == (0, len(whole)):
                return [whole]
    return list(dict.fromkeys(words))


def _parted(words: str, setting: Setting) -> list[str]:
    """The two times of a range that is named by them ("between Monday and Friday"), else none."""
    pattern = setting.speech.apart
    match = pattern.fullmatch(words.strip()) if pattern else None
    if match is None:
        return []
    both = [match["a"].strip(), match["b"].strip()]
    for each in both:
        found = find(each, setting.clock, setting.speech.times, setting.before)
        if [(phrase.start, phrase.end) for phrase in found] != [(0, len(each))]:
            return []
    return both


def all_of_it(phrase: Phrase) -> bool:
    """Whether a phrase means all there is: beside another time it adds nothing."""
    return isinstance(phrase.meaning, Range) and phrase.meaning.kind is Kind.ALL


def _parts(reading: Reading, setting: Setting) -> list[tuple[str, Reading]]:
    """The questions that one text holds, with their intents."""
    cuts = [
        match.span()
        for match in setting.speech.cuts.finditer(reading.text)
        if not _inside(match.start(), reading.times)
    ]
    edges = [0, *(edge for cut in cuts for edge in cut), len(reading.text)]
    texts = [reading.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    found = []
    for text in texts:
        if len(text.split()) > 1 or len(texts) == 1:
            part = setting.read(text)
            intent, score = best(part)
            if intent and intent not in TALK and score >= STRONG and part.has(*SUBJECTS):
                found.append((intent, part))
    return found if len({intent for intent, _ in found}) > 1 else found[:1]


def _inside(position: int, phrases: Sequence[Phrase]) -> bool:
    return any(phrase.start <= position < phrase.end for phrase in phrases)


def _several(parts: Sequence[tuple[str, Reading]], times: Sequence[str], *, again: bool) -> list[Call]:
    made: list[Call] = []
    for intent, part in parts:
        own = [phrase.words for phrase in part.times] or list(times)
        for when in own or [_default(intent, part, again=again)]:
            made.extend(_calls(intent, part, when))
    return made


def _default(intent: str, reading: Reading, *, again: bool) -> str:
    """The time that is meant where none was said."""
    present = not reading.has("past", "event", "newest", "count")
    if intent == "find_events" and reading.has("newest", "oldest", "longest", "shortest"):
        return EVER
    if intent in {"measure", "classify"} and present and not reading.has("max", "min", "resting", "ectopic"):
        return NOW
    if intent == "list_notes" and reading.has("when", "oldest", "newest"):
        return EVER
    if again and not (intent == "summarize" and present):
        return AGAIN
    if intent == "measure" and reading.has("resting"):
        return REST
    return DEFAULT_WHEN.get(intent, "today")


def _calls(intent: str, reading: Reading, when: str) -> list[Call]:
    if _in_af_now(intent, reading):
        return [calls.Classify(when=NOW)]
    made: dict[str, Call] = {
        "measure": calls.Measure(when=when, metrics=metrics(reading)),
        "classify": calls.Classify(when=when, target="beats" if reading.has("ectopic") else "rhythm"),
        "burden": calls.Burden(when=when),
        "trend": calls.Trend(when=when, metric=trend_metric(reading), bucket=bucket(reading)),
        "compare": comparison(reading, [when]),
        "coverage": calls.CoverageOf(when=when),
        "device_status": calls.DeviceStatus(),
        "list_alerts": calls.ListAlerts(when=when, status="open" if reading.has("open") else "any"),
        "list_notes": calls.ListNotes(when=when, kind=note_kind(reading)),
        "summarize": calls.Summarize(when=when),
        "glossary": calls.Glossary(term=reading.group("term")),
    }
    if intent == "find_events":
        return [events(reading, when)]
    return [made[intent]] if intent in made else []


def _in_af_now(intent: str, reading: Reading) -> bool:
    """As in "Am I in AF?" asks for the rhythm now."""
    return (
        intent in {"burden", "find_events", "classify"}
        and reading.has("af", "irregular")
        and reading.whole.startswith(reading.speech.present)
        and all(getattr(phrase.meaning, "kind", None) is Kind.NOW for phrase in reading.times)
        and not reading.has("event", "count", "burden", "newest", "ectopic")
    )
