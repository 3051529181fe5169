"""The arguments that a question names: metrics, kinds of events, buckets, orders, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.tools import args as calls
from agent.when.model import DAY_NS, Kind, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.question import Reading
    from agent.tools.args import Bucket, EventKind, Metric, NoteKind, TrendMetric

INTERVALS: Final[tuple[Metric, ...]] = ("rr", "rmssd", "pr", "qrs", "qt", "qtc", "p_duration")
ALL_INTERVALS: Final[tuple[Metric, ...]] = ("pr", "qrs", "qt", "qtc")
# The first that is named is meant: the more particular ones come first.
EVENTS: Final[tuple[EventKind, ...]] = ("pause", "wide_run", "bigeminy", "trigeminy", "af", "brady", "tachy")
NOTES: Final[tuple[NoteKind, ...]] = ("symptom", "medication", "activity", "diary")
# What is followed through time: the first that is named.
FOLLOWED: Final[tuple[tuple[TrendMetric, tuple[str, ...]], ...]] = (
    ("pauses", ("pause",)),
    ("af_burden", ("af", "irregular", "burden")),
    ("rmssd", ("rmssd",)),
    ("pr", ("pr",)),
    ("qrs", ("qrs",)),
    ("qtc", ("qtc", "qt")),
    ("hr_rest", ("resting",)),
    ("hr_max", ("max",)),
    ("hr_min", ("min",)),
    ("hr", ("hr",)),
    ("coverage", ("coverage", "quality")),
)
FEW: Final = 5  # events listed unless a number is asked for
MOST: Final = 50
HOURLY_UP_TO_NS: Final = 36 * 3600 * 10**9  # shorter ranges are told hour by hour
DAILY_UP_TO_NS: Final = 62 * DAY_NS  # longer ranges are told week by week
NIGHTLY: Final = frozenset({Kind.NIGHTS})
# Of a comparison with one time: what is set against it, now and before.
COUNTERPARTS: Final = {
    Kind.NIGHT: ("last night", "the night before"),
    Kind.WEEK: ("this week", "the week before"),
    Kind.MONTH: ("this month", "the month before"),
    Kind.PAST: ("the last 24 hours", "the day before"),
}


def metrics(reading: Reading) -> tuple[Metric, ...]:
    """The metrics a question names; the rate if none."""
    found: list[Metric] = []
    if reading.has("resting"):
        found.append("hr_rest")
    if reading.has("max"):
        found.append("hr_max")
    if reading.has("min"):
        found.append("hr_min")
    if not found and reading.has("hr"):
        found.append("hr")
    if reading.has("average") and reading.has("hr") and "hr" not in found and not reading.has("resting"):
        found.insert(0, "hr")
    named = [metric for metric in INTERVALS if reading.has(metric)]
    if reading.has("intervals") and not named:
        named = list(ALL_INTERVALS)
    if named and reading.has("max", "min", "resting") and not reading.has("hr"):
        found = []  # "the longest QT" asks for no rate
    return tuple(dict.fromkeys([*found, *named])) or ("hr",)


def trend_metric(reading: Reading) -> TrendMetric:
    """What is followed through time."""
    if reading.has("ectopic"):
        return "s_beats" if reading.has("above_ventricles") else "v_beats"
    return next((metric for metric, names in FOLLOWED if reading.has(*names)), "hr")


def bucket(reading: Reading) -> Bucket:
    """The steps a trend is told in: as said, else by the length of the range."""
    named = reading.group("bucket")
    for name in ("hour", "day", "night", "week"):
        if named == name:
            return name
    spans = [phrase.meaning for phrase in reading.times if isinstance(phrase.meaning, Range)]
    if not spans:
        return "night" if reading.has("resting") else "day"
    span = spans[0]
    if span.kind in NIGHTLY or (reading.has("resting") and span.length_ns > HOURLY_UP_TO_NS):
        return "night"
    if span.end_ns - span.start_ns <= HOURLY_UP_TO_NS:
        return "hour"
    return "day" if span.end_ns - span.start_ns <= DAILY_UP_TO_NS else "week"


def event_kind(reading: Reading) -> EventKind:
    """The kind of event a question names."""
    if reading.numbers and reading.has("above", "below") and not reading.has("pause"):
        return "hr_above" if reading.has("above") else "hr_below"
    for kind in EVENTS:
        if reading.has(kind):
            return kind
    if reading.has("hr") and reading.has("max"):
        return "hr_max"
    if reading.has("hr") and reading.has("min"):
        return "hr_min"
    return "af" if reading.has("irregular") else "any"


def events(reading: Reading, when: str) -> calls.FindEvents:
    """A search for events."""
    kind = event_kind(reading)
    threshold = reading.numbers[0] if kind in {"hr_above", "hr_below"} else None
    order, limit = "time", FEW
    if reading.has("longest"):
        order, limit = "longest", 1
    elif reading.has("shortest"):
        order, limit = "shortest", 1
    elif reading.has("newest"):
        order, limit = "newest", 1
    elif reading.has("oldest"):
        order, limit = "oldest", 1
    asked = [
        number
        for number in reading.numbers
        if threshold is None and number == int(number) and 1 <= number <= MOST
    ]
    if asked and order != "time":
        limit = int(asked[0])
    if kind in {"hr_max", "hr_min"}:
        order, limit = "time", 1
    return calls.FindEvents(when=when, kind=kind, threshold=threshold, limit=limit, order=order)  # type: ignore[arg-type]  # order is one of the literals


def note_kind(reading: Reading) -> NoteKind | None:
    """The kind of note a question names."""
    named = next((kind for kind in NOTES if reading.has(kind)), None)
    return "medication" if named is None and reading.has("medicines") else named


def since_medicine(reading: Reading) -> calls.Compare | None:
    """What was since a medicine was begun and before it, where its effect on the heart is asked about."""
    named = list(reading.speech.patterns["medicines"].finditer(reading.rest))
    particular = [
        match for match in named if not reading.speech.patterns["medication"].search(f" {match.group()} ")
    ]
    found = next(iter(particular or named), None)
    of_heart = reading.has("hr", "brady", "tachy", "af", "trend", "comparative", *INTERVALS)
    if found is None or reading.times or not of_heart or reading.has("when", "howlong", "count"):
        return None
    since, until = _around(found.group())
    return calls.Compare(a=since, b=until, metrics=metrics(reading))


def _around(medicine: str) -> tuple[str, str]:
    """The time since a medicine was begun, and the week before that."""
    begun = f"I started the {medicine.strip()}"
    return f"since {begun}", f"the week before {begun}"


def both_sides(reading: Reading) -> tuple[str, str] | None:
    """The times on both sides of something: "before and after 6 November"."""
    for pattern in reading.speech.both_sides:
        match = pattern.search(reading.text)
        if match is not None:
            medicine = reading.speech.patterns["medicines"].search(
                f" {' '.join(reading.speech.words(match['x']))} "
            )
            if medicine is not None:
                since, until = _around(medicine.group())
                return until, since
            before, since = (side.format(x=match["x"].strip()) for side in reading.speech.sides)
            return before, since
    return None


def comparison(reading: Reading, times: Sequence[str]) -> calls.Compare:
    """Two times side by side. Where one is missing it is the one that belongs to the other."""
    named = metrics(reading)
    if len(times) > 1:
        return calls.Compare(a=times[0], b=times[1], metrics=named)
    if not times:
        return calls.Compare(a="today", b="" if reading.has("usual") else "the day before", metrics=named)
    if reading.has("usual"):
        return calls.Compare(a=times[0], metrics=named)
    kind = (
        reading.times[0].meaning.kind
        if reading.times and isinstance(reading.times[0].meaning, Range)
        else Kind.DAY
    )
    now, before = COUNTERPARTS.get(kind, ("today", "the day before"))
    if reading.times and reading.speech.against.search(reading.text[: reading.times[0].start]):
        return calls.Compare(a=now, b=times[0], metrics=named)
    return calls.Compare(a=times[0], b=before, metrics=named)
