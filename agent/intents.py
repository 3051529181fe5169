"""What is wanted: every intent scored by the things a question names; the best one wins.

The weights are evidence for (positive) and against (negative) an intent. They were set by hand so that a
question is carried by what it names, not by the order or form of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.when.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.question import Reading

ENOUGH: Final = 1.0  # a lower best score means that nothing was understood

METRICS: Final = ("rr", "rmssd", "pr", "qrs", "qt", "qtc", "p_duration", "intervals")

WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {
    "measure": {
        "hr": 2.0,
        "resting": 1.5,
        "max": 1.0,
        "min": 1.0,
        "average": 0.8,
        **dict.fromkeys(METRICS, 2.5),
        "normal": 0.3,
        "define": 0.3,
        "trend": -0.5,
        "compare": -0.4,
        "when": -1.5,
        "tachy": -0.8,
        "brady": -0.8,
        "threshold": -2.5,
        "why": -0.5,
        "alert": -1.0,
        "note": -1.0,
        "source": -1.0,
        "irregular": -1.2,
        "rhythm": -0.8,
        "bucket": -1.0,
        "asks_meaning": -3.0,
    },
    "classify": {
        "asks_meaning": -3.0,
        "rhythm": 2.2,
        "irregular": 1.6,
        "ectopic": 2.6,
        "af": 0.3,
        "normal": 0.3,
        "count": 0.2,
        "event": -0.5,
        "burden": -0.3,
        "trend": -0.5,
        "compare": -0.6,
        "note": -1.0,
        "alert": -1.0,
    },
    "burden": {
        "asks_meaning": -3.0,
        "af": 1.6,
        "burden": 1.5,
        "howlong": 1.2,
        "irregular": 0.2,
        "event": -0.6,
        "longest": -1.5,
        "newest": -1.0,
        "oldest": -1.0,
        "count": -0.8,
        "when": -1.5,
        "trend": -0.4,
        "compare": -0.4,
        "rhythm": -0.8,
        "any": -0.4,
        "coverage": -1.0,
        "note": -1.0,
        "alert": -1.0,
        "bucket": -1.5,
    },
    "find_events": {
        "asks_meaning": -3.0,
        "af": 1.6,
        "pause": 2.6,
        "wide_run": 2.6,
        "bigeminy": 2.6,
        "brady": 2.4,
        "tachy": 2.4,
        "irregular": 0.4,
        "event": 1.4,
        "unusual": 1.4,
        "any": 0.5,
        "count": 0.5,
        "when": 0.9,
        "longest": 1.2,
        "shortest": 1.0,
        "newest": 0.6,
        "oldest": 0.6,
        "threshold": 3.2,
        "hr_extreme_when": 2.4,
        "burden": -0.8,
        "trend": -0.4,
        "compare": -0.4,
        "alert": -1.5,
        "note": -1.2,
        "coverage": -0.3,
        "define": -0.3,
    },
    "trend": {
        "trend": 2.6,
        "bucket": 2.4,
        "hr": 0.5,
        "af": 0.5,
        **dict.fromkeys(METRICS, 0.6),
        "resting": 0.5,
        "ectopic": 0.4,
        "long_range": 0.6,
        "since_compared": 2.6,
        "device": -1.5,
        "alert": -1.5,
        "note": -1.5,
    },
    "compare": {
        "compare": 2.2,
        "usual": 1.4,
        "two_times": 0.6,
        "hr": 0.5,
        "af": 0.5,
        **dict.fromkeys(METRICS, 0.5),
        "resting": 0.4,
        "threshold": -3.0,
        "define": -0.2,
        "trend": 0.2,
        "two_compared": 1.8,
        "one_compared": 1.2,
    },
    "coverage": {
        "coverage": 2.2,
        "quality": 2.2,
        "howlong": 0.5,
        "burden": 0.4,
        "count": 0.3,
        "hr": -1.0,
        "af": -1.2,
        "pause": -1.5,
        "alert": -1.0,
        "device": 0.1,
        "device_then": 2.6,
        "note": -1.5,
        "unusual": -1.5,
        **dict.fromkeys(METRICS, -1.0),
    },
    "device_status": {
        "device": 2.4,
        "present": 0.4,
        "coverage": -0.2,
        "hr": -1.2,
        "af": -1.0,
        "alert": -0.8,
        "note": -1.0,
        "howlong": -0.2,
        "define": -0.1,
        "timed": -0.6,
        "device_then": -2.0,
    },
    "list_alerts": {"alert": 3.0, "any": 0.3, "why": 0.3, "open": 0.4, "device": -0.3},
    "list_notes": {
        "note": 2.8,
        "symptom": 1.6,
        "medication": 1.3,
        "activity": 0.9,
        "diary": 0.5,
        "medicine_noted": 2.0,
        "any": 0.2,
        "alert": -1.0,
        "hr": -0.5,
    },
    "summarize": {
        "howwas": 1.6,
        "summary": 2.6,
        "unusual": 1.3,
        "normal": 0.8,
        "dated": 0.3,
        "rhythm": -1.5,
        "any": 0.2,
        "hr": -1.0,
        "af": -1.0,
        "pause": -1.0,
        "alert": -1.2,
        "device": -1.2,
        "note": -1.0,
        "coverage": -0.8,
        "trend": -0.8,
        "compare": -0.8,
        "define": -0.3,
        **dict.fromkeys(METRICS, -1.0),
    },
    "provenance": {"source": 2.6, "why": 1.5, "alert": -1.2, "timed": -0.5, "any": -0.3},
    "glossary": {
        "asks_meaning": 3.5,
        "define": 0.4,
        "term": 0.4,
        "timed": -2.5,
        "mine": -1.6,
        "count": -1.0,
        "threshold": -1.0,
        "normal": 0.2,
        "trend": -1.0,
        "compare": -0.5,
    },
    "help": {"help": 2.4, "timed": -1.5, "hr": -1.0, "af": -1.0},
    "greeting": {
        "greeting": 1.6,
        "short": 0.4,
        "timed": -0.5,
        "hr": -1.5,
        "af": -1.5,
        "summary": -1.0,
        "device": -1.0,
    },
    "thanks": {
        "thanks": 1.2,
        "short": 0.6,
        "normal": -0.6,
        "timed": -1.0,
        "hr": -1.5,
        "af": -1.5,
        "summary": -1.5,
        "device": -1.0,
        "rhythm": -1.0,
        "also_about": -0.3,
    },
    "bye": {"bye": 1.8, "short": 0.3, "timed": -1.0, "hr": -1.0, "af": -1.0},
}

SHORT_WORDS: Final = 5  # a question this short leans on what was said before
LONG_RANGE_KINDS: Final = frozenset(
    {"week", "month", "year", "past", "since", "all", "days", "nights", "parts"}
)


def features(reading: Reading) -> frozenset[str]:
    """The things a question names, and what follows from them together."""
    named = [metric for metric in METRICS if metric in reading.found]
    made = set(reading.found) - set(named[1:])  # several metrics are one wish
    kinds = [getattr(phrase.meaning, "kind", None) for phrase in reading.times]
    if reading.times:
        made.add("timed")
    if len(reading.times) > 1:
        made.add("two_times")
    if any(kind is not None and kind.value in LONG_RANGE_KINDS for kind in kinds):
        made.add("long_range")
    if len(reading.words) <= SHORT_WORDS:
        made.add("short")
    if any(name.startswith("term:") for name in reading.found):
        made.add("term")
    made |= _compared(reading, kinds) | _together(reading, kinds)
    if reading.asks_meaning and not reading.times and not reading.has("mine"):
        made.add("asks_meaning")
    if any(name.startswith("bucket:") for name in reading.found):
        made.add("bucket")
    return frozenset(made)


def _compared(reading: Reading, kinds: Sequence[Kind | None]) -> set[str]:
    """Whether something is said to be more or less so: of two times, of one, or since some time on."""
    if not reading.has("comparative") or (reading.numbers and reading.has("above", "below")):
        return set()
    if len(kinds) > 1:
        return {"two_compared"}
    if Kind.SINCE in kinds:
        return set() if reading.has("compare", "usual") else {"since_compared"}
    return {"one_compared"} if kinds and kinds[0] is not Kind.NOW else set()


def _together(reading: Reading, kinds: Sequence[Kind | None]) -> set[str]:
    """What several named things mean together."""
    dated = any(kind is not None and kind is not Kind.ALL for kind in kinds)
    then = any(kind is not None and kind not in {Kind.NOW, Kind.ALL} for kind in kinds)
    medicine = reading.has("medicines", "medication")
    meant = {
        "dated": dated,
        "threshold": bool(reading.numbers) and reading.has("above", "below"),
        "hr_extreme_when": reading.has("when") and reading.has("max", "min") and reading.has("hr", "resting"),
        "device_then": then and reading.has("device") and not reading.has("battery"),
        "medicine_noted": medicine and reading.has("when", "newest", "oldest", "howlong"),
    }
    return {name for name, said in meant.items() if said}


def scores(reading: Reading) -> dict[str, float]:
    """Every intent's score."""
    named = features(reading)
    return {intent: sum(weights.get(name, 0.0) for name in named) for intent, weights in WEIGHTS.items()}


def best(reading: Reading) -> tuple[str, float]:
    """The intent that fits best and its score; an empty name where none fits."""
    found = scores(reading)
    name = max(found, key=lambda intent: found[intent])
    return (name, found[name]) if found[name] >= ENOUGH else ("", found[name])
