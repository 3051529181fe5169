"""What is wanted: every intent scored by the things a question names; the best one wins.

The weights (``agent/intent_weights.py``) were set by hand so that a question is carried
by what it names, not by the order or form of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.intent_weights import METRICS, WEIGHTS
from agent.when.anchors import Anchored, Relation
from agent.when.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.question import Reading
    from agent.when.resolve import Meaning

ENOUGH: Final = 1.0  # a lower best score means that nothing was understood

SHORT_WORDS: Final = 5  # a question this short leans on what was said before
LONG_RANGE_KINDS: Final = frozenset(
    {"week", "month", "year", "past", "since", "all", "days", "nights", "parts"}
)


def features(reading: Reading) -> frozenset[str]:
    """The things a question names, and what follows from them together."""
    named = [metric for metric in METRICS if metric in reading.found]
    made = set(reading.found) - set(named[1:])  # several metrics are one wish
    kinds = [_kind(phrase.meaning) for phrase in reading.times]
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


def _kind(meaning: Meaning) -> Kind | None:
    """The kind of a time; what hangs on a note may be since it."""
    if isinstance(meaning, Anchored):
        return Kind.SINCE if meaning.relation is Relation.SINCE else None
    return getattr(meaning, "kind", None)


def _compared(reading: Reading, kinds: Sequence[Kind | None]) -> set[str]:
    """Whether something is said to be more or less so: of two times, of one, or since some time on."""
    if not reading.has("comparative") or (reading.numbers and reading.has("above", "below")):
        return set()
    if len(kinds) > 1:
        return {"two_compared"}
    if Kind.SINCE in kinds:
        found = reading.has("any") and reading.has("pause", "af", "wide_run", "tachy", "brady")
        return set() if found or reading.has("compare", "usual") else {"since_compared"}
    return {"one_compared"} if kinds and kinds[0] is not Kind.NOW else set()


def _together(reading: Reading, kinds: Sequence[Kind | None]) -> set[str]:
    """What several named things mean together."""
    dated = any(kind is not None and kind is not Kind.ALL for kind in kinds)
    then = any(kind is not None and kind not in {Kind.NOW, Kind.ALL} for kind in kinds)
    medicine = reading.has("medicines", "medication")
    meant = {
        "dated": dated,
        "threshold": bool(reading.numbers) and reading.has("above", "below") and not reading.has(*METRICS),
        "hr_extreme_when": reading.has("when") and reading.has("max", "min") and reading.has("hr", "resting"),
        "device_then": then and reading.has("device") and not reading.has("battery"),
        "medicine_noted": medicine and reading.has("when", "newest", "oldest", "howlong"),
        "since_course": reading.has("trend") and Kind.SINCE in kinds,
        "rate_in_rhythm": reading.has("how_fast") and reading.has("af", "rhythm", "irregular"),
        "af_long": reading.has("af") and reading.has("howlong"),
        "irregular_long": reading.has("irregular") and reading.has("howlong", "burden"),
        "extreme_once": reading.has("max", "min") and dated and not reading.group("bucket"),
        "extreme_asked": reading.has("extent", "tachy", "brady")
        and reading.has("max", "min")
        and not reading.has("event", "any", "count", "longest", "alert", "device", "coverage", "quality"),
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
