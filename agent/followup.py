"""Questions that lean on the one before: other times or metrics, details, corrections, choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from agent.intent_weights import METRICS
from agent.intents import best
from agent.plan import Plan
from agent.slots import event_kind, events, metrics
from agent.tools import args as calls
from agent.when.model import Kind, Range, local

if TYPE_CHECKING:
    from agent.dialogue import Pending, State
    from agent.question import Reading
    from agent.tools.args import Call
    from agent.when.model import Clock

OWN: Final = 1.5  # more than a word in passing
SURE: Final = 3.2  # a question with this score stands on its own, however it begins
DETAIL_WORDS: Final = 8  # a question about a detail is short
AGAIN: Final = "that time"
# Subjects a follow-up may turn to: the first whose words are named.
SUBJECTS: Final = (
    ("events", ("af", "pause", "wide_run", "bigeminy", "brady", "tachy", "irregular")),
    ("beats", ("ectopic",)),
    ("measure", ("hr", "resting", "max", "min", *METRICS)),
    ("rhythm", ("rhythm",)),
    ("alert", ("alert",)),
    ("note", ("note", "symptom", "medication")),
    ("coverage", ("coverage", "quality")),
)
NOT_A_DETAIL: Final = ("hr", "alert", "note", "coverage", "device", "resting", *METRICS)
# Details of a result: the first whose words are named.
DETAILS: Final = (
    ("longest", ("longest",)),
    ("last", ("newest",)),
    ("first", ("oldest",)),
    ("when", ("when",)),
    ("count", ("count",)),
    ("long", ("howlong",)),
)


@dataclass(frozen=True, slots=True)
class Follow:
    """What a follow-up asks for: changed calls, a detail of the last result, or why.

    ``span``: the range that was chosen, where the words alone would not say.
    """

    calls: tuple[Call, ...] = ()
    detail: str = ""
    why: bool = False
    span: Range | None = None
    hints: frozenset[str] = frozenset()

    @property
    def plan(self) -> Plan:
        """The same as a plan."""
        intent = "why" if self.why else "detail" if self.detail else "again"
        return Plan(intent, self.calls, say=self.detail, hints=self.hints)


def follow(reading: Reading, state: State) -> Follow | None:
    """What a question asks for if it leans on the one before; None if it stands on its own."""
    intent, score = best(reading)
    if _bare_why(reading) or (intent == "provenance" and reading.has("source", "why")):
        return Follow(why=True)
    if not state.calls:
        return None
    leaning = reading.has("also_about", "correction") or len(reading.words) <= 2  # noqa: PLR2004 - "and Monday?"
    detail = _detail(reading, state)
    if detail and not (intent and score >= SURE and reading.times):
        return Follow(detail=detail)
    if reading.times and (leaning or reading.only_time) and not _own_subject(reading, intent, score):
        return _other_time(reading, state)
    if (
        not reading.times
        and leaning
        and intent not in {"glossary", "help", "greeting", "thanks", "bye", "device_status"}
    ):
        return _other_subject(reading, state)
    return None


def _bare_why(reading: Reading) -> bool:
    return reading.has("why") and len(reading.words) <= 3 and not reading.has("alert", "af", "hr")  # noqa: PLR2004 - "why?", "why is that?"


def _own_subject(reading: Reading, intent: str, score: float) -> bool:
    """Whether the question also names what it is about."""
    if intent == "trend" and reading.only_time and not reading.has("trend"):
        return False  # "a day later" asks for no course, day by day
    if intent in {"compare", "summarize", "trend"} and score >= OWN:
        return True
    named = reading.has(
        "hr",
        "af",
        "pause",
        "rhythm",
        "ectopic",
        "alert",
        "note",
        "coverage",
        "device",
        "resting",
        "brady",
        "tachy",
        *METRICS,
    )
    return bool(intent) and named and score >= OWN


def _other_time(reading: Reading, state: State) -> Follow | None:
    """The same calls about another time."""
    words = reading.times[0].words
    meaning = reading.times[0].meaning
    before = state.span.range() if state.span else None
    if isinstance(meaning, Range) and meaning.kind is Kind.DAY and before is not None and _of_clock(before):
        words = reading.speech.same_time.format(day=words)
    changed = tuple(_with_time(call, words) for call in state.calls if calls.when_of(call) is not None)
    return Follow(calls=tuple(dict.fromkeys(changed)), hints=frozenset(state.hints)) if changed else None


def _of_clock(span: Range) -> bool:
    """Whether a range is a clock time or a part of a day: another day then means the same hours of it."""
    return span.kind in {Kind.POINT, Kind.HOURS, Kind.PART}


def _with_time(call: Call, words: str) -> Call:
    if isinstance(call, calls.Compare):
        return msgspec.structs.replace(call, b=words)
    return msgspec.structs.replace(call, when=words)


def _other_subject(reading: Reading, state: State) -> Follow | None:
    """Another metric or kind about the same time."""
    if not any(calls.when_of(call) is not None for call in state.calls):
        return None
    subject = next((name for name, words in SUBJECTS if reading.has(*words)), "")
    call = _same_time(subject, reading, state)
    return Follow(calls=(call,)) if call else None


def _same_time(subject: str, reading: Reading, state: State) -> Call | None:
    was_burden = any(isinstance(call, calls.Burden) for call in state.calls)
    if subject == "events" and reading.has("af") and (was_burden or reading.has("burden")):
        subject = "burden"
    made: dict[str, Call] = {
        "burden": calls.Burden(when=AGAIN),
        "events": events(reading, AGAIN),
        "measure": calls.Measure(when=AGAIN, metrics=metrics(reading)),
        "beats": calls.Classify(when=AGAIN, target="beats"),
        "rhythm": calls.Classify(when=AGAIN),
        "alert": calls.ListAlerts(when=AGAIN),
        "note": calls.ListNotes(when=AGAIN),
        "coverage": calls.CoverageOf(when=AGAIN),
    }
    return made.get(subject)


def _detail(reading: Reading, state: State) -> str:
    """The detail of the last result that a short question asks for."""
    if len(reading.words) > DETAIL_WORDS or reading.times or not state.evidence or reading.has(*NOT_A_DETAIL):
        return ""
    if event_kind(reading) not in {"any", "af", *_kinds(state)}:
        return ""
    pointing = reading.has("pointing", "event")
    for detail, words in DETAILS:
        if reading.has(*words) and (pointing or detail not in {"last", "first"}):
            return detail
    return ""


def _kinds(state: State) -> set[str]:
    return {call.kind for call in state.calls if isinstance(call, calls.FindEvents)}


def chosen(reading: Reading, pending: Pending, clock: Clock) -> Range | None:
    """The reading that an answer to a question put back picks; None if it picks none."""
    options = [option.range() for option in pending.options]
    for phrase in reading.times:
        if isinstance(phrase.meaning, Range):
            fitting = [option for option in options if _overlap(option, phrase.meaning)]
            if len(fitting) != 1 and phrase.meaning.kind is Kind.POINT:
                hour = local(phrase.meaning.start_ns, clock.tz).hour
                fitting = [option for option in options if local(option.start_ns, clock.tz).hour == hour]
            if len(fitting) == 1:
                return fitting[0]
    words = set(reading.whole.split())
    if len(options) == 2:  # noqa: PLR2004 - one or the other
        first, second = bool(words & reading.speech.firsts), bool(words & reading.speech.seconds)
        halves = sorted(options, key=lambda option: (local(option.start_ns, clock.tz).hour, option.start_ns))
        if first != second:
            return halves[0] if first else halves[1]
    hours = {local(option.start_ns, clock.tz).hour: option for option in options}
    return next((hours[int(number)] for number in reading.numbers if int(number) in hours), None)


def _overlap(a: Range, b: Range) -> bool:
    return a.start_ns < b.end_ns and b.start_ns < a.end_ns
