"""Questions that lean on the one before: other times or metrics, details, corrections, choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from agent.intent_weights import METRICS
from agent.intents import best
from agent.onward import AGAIN, DETAIL_WORDS, NAMED, about_alerts, of_af, same_kind, set_against, stepped
from agent.plan import HINTS, TALK, Plan, all_of_it
from agent.slots import event_kind, events, metrics
from agent.tools import args as calls
from agent.when.model import Kind, Range, local

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.dialogue import Pending, State
    from agent.question import Reading
    from agent.tools.args import Call
    from agent.when.model import Clock
    from agent.when.resolve import Phrase

OWN: Final = 1.5  # more than a word in passing
SURE: Final = 3.2  # a question with this score stands on its own, however it begins
ODD_WORDS: Final = 6  # about a time, that may be a way of saying "and then?"
ARTICLED: Final = 2  # "the evening"
PART_WORDS: Final = 3  # "in the afternoon"
# Subjects a follow-up may turn to: the first whose words are named.
SUBJECTS: Final = (
    ("events", ("af", "pause", "wide_run", "bigeminy", "trigeminy", "brady", "tachy", "irregular")),
    ("beats", ("ectopic",)),
    ("measure", ("hr", "resting", "max", "min", "average", *METRICS)),
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


def spelled(reading: Reading, state: State, read: Callable[[str], Reading]) -> Reading:
    """A question that answers with nothing but a part of a day ("afternoon?"), written out and read again."""
    parts = [phrase.words for phrase in reading.times if _part_of_any_day(phrase)]
    if not state.calls or state.span is None or len(reading.words) > PART_WORDS:
        return reading
    if reading.times and (
        len(parts) != 1 or not _of_a_day(reading, state.span.kind) or not reading.only_time
    ):
        return reading
    said = parts[0] if parts else reading.text.strip(" ?!.,\u00bf\uff1f")
    whole = read(reading.speech.part_alone.format(text=said.removeprefix("the ")))
    return whole if whole.only_time else reading


def _of_a_day(reading: Reading, kind: str) -> bool:
    """Whether another part of that day may be meant: of a day, or instead of a part of it."""
    return kind == Kind.DAY.value or (kind == Kind.PART.value and reading.has("correction"))


def _part_of_any_day(phrase: Phrase) -> bool:
    """Whether a phrase names a part of the day and nothing of the day ("the evening")."""
    return (
        isinstance(phrase.meaning, Range)
        and phrase.meaning.kind is Kind.PART
        and len(phrase.words.split()) <= ARTICLED
    )


def follow(reading: Reading, state: State) -> Follow | None:
    """What a question asks for if it leans on the one before; None if it stands on its own."""
    intent, score = best(reading)
    if _bare_why(reading) or (intent == "provenance" and reading.has("source", "why")):
        return Follow(why=True)
    if not state.calls or (intent in TALK and score >= OWN):
        return None
    leaning = reading.has("also_about", "correction") or len(reading.words) <= 2  # noqa: PLR2004 - "and Monday?"
    if reading.has("any") and reading.has("pointing") and not intent and len(reading.words) <= PART_WORDS:
        return Follow(calls=state.calls, hints=frozenset(state.hints))  # "list them"
    told = _told_otherwise(reading, state)
    detail = "" if told else _detail(reading, state)
    if told or (detail and not (intent and score >= SURE and reading.times)):
        return Follow(calls=(told,) if told else (), detail=detail, hints=reading.found & HINTS)
    odd = not intent and len(reading.words) <= ODD_WORDS  # a time, and words that ask for nothing else
    if reading.times and (leaning or reading.only_time or odd) and not _own_subject(reading, intent, score):
        return _other_time(reading, state)
    alone = reading.times or not leaning or intent in {"glossary", "device_status", *TALK}
    return None if alone else _other_subject(reading, state)


def _told_otherwise(reading: Reading, state: State) -> Call | None:
    """The last result in another form: step by step, who saw to it, how long in all."""
    step = stepped(reading, state)
    if len(reading.words) <= PART_WORDS and not reading.has(*NAMED):
        step = step or set_against(reading, state)  # "versus Thursday evening"
    if step is not None or not all(map(all_of_it, reading.times)):
        return step
    if reading.has("acknowledge") and about_alerts(state):
        return calls.ListAlerts(when=AGAIN)
    if reading.has("burden") and of_af(state) and len(reading.words) <= DETAIL_WORDS:
        return calls.Burden(when=AGAIN)
    return None


def _bare_why(reading: Reading) -> bool:
    return reading.has("why") and len(reading.words) <= 3 and not reading.has("alert", "af", "hr")  # noqa: PLR2004 - "why?", "why is that?"


def _own_subject(reading: Reading, intent: str, score: float) -> bool:
    """Whether the question also names what it is about."""
    if intent == "trend" and reading.only_time and not reading.has("trend"):
        return False  # "a day later" asks for no course, day by day
    if reading.has("correction") and not reading.has(*NAMED):
        return False  # "that's wrong, I wanted Monday"
    if intent in {"compare", "summarize", "trend"} and score >= OWN:
        return True
    return bool(intent) and reading.has(*NAMED) and score >= OWN


def _other_time(reading: Reading, state: State) -> Follow | None:
    """The same calls about another time."""
    against = set_against(reading, state)
    if against is not None:
        return Follow(calls=(against,), hints=frozenset(state.hints))
    said = reading.times[-1 if reading.has("correction") else 0]  # "I said Monday but meant Tuesday"
    words, meaning = said.words, said.meaning
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
    same = tuple(made for call in state.calls if (made := same_kind(call, subject, reading)) is not None)
    if same:
        return Follow(calls=same)
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
