"""What evidence holds, as facts a reader can compare with: numbers with units, moments, what was seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.compose.seen import directions, seen, seen_before

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.tools.envelope import Envelope

COUNT: Final = "count"
COUNTS: Final = frozenset(
    {
        "count", "episodes", "beats", "s_beats", "v_beats", "rr_beats", "windows", "analysable", "hours",
        "open_now", "events", "more", "repeats", "read", "n", "n_beats",
    }
)  # fmt: skip
VALUES: Final = frozenset({"value", "q1", "q3", "a", "b", "change", "smallest", "latest", "first", "last"})
NAMING: Final = ("metric", "kind", "rhythm", "finding", "rule", "name", "term")
TOOLS: Final = {"list_alerts": "alert", "explain_alert": "alert", "list_notes": "note", "burden": "af"}
KEYS: Final = {
    "af_s": "af",
    "af_pct": "af",
    "loose_af_s": "af",
    "pauses": "pause",
    "hr_bpm": "hr",
    "rate": "hr",
}
UNITS_OF_KEYS: Final = {
    "version": "version",
    "threshold_version": "version",
    "rate": "bpm",
    "hr_bpm": "bpm",
    "seconds": "s",
}
REST: Final = "hr_rest"  # told in sinus rhythm, up to six in the morning


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the evidence. ``about``: the metric, kind or key it belongs to, outermost first."""

    value: float
    unit: str
    about: tuple[str, ...]


@dataclass(slots=True)
class Facts:
    """Everything that one result holds.

    ``seen``: kind -> how much of it was found, 0 for what was looked for and not found; ``before``: the same
    of the time a comparison is with; ``directions``: metric -> higher, lower or same; ``texts``: all texts.
    """

    envelope: Envelope
    numbers: list[Fact] = field(default_factory=list)
    moments: set[datetime] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    seen: dict[str, float] = field(default_factory=dict)
    before: dict[str, float] = field(default_factory=dict)
    directions: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, amount: float) -> None:
        """Remember how much of a kind was found: the most of what was told."""
        self.seen[kind] = max(self.seen.get(kind, 0.0), amount)

    def days(self) -> set[tuple[int, int]]:
        """Days (of the month, month) that the result names or covers."""
        found = {(at.day, at.month) for at in self.moments}
        resolved = self.envelope.resolved
        if resolved is not None:
            at, end = (datetime.fromisoformat(text) for text in (resolved.start, resolved.end))
            while at <= end and len(found) < 800:  # noqa: PLR2004 - two years of days are every day
                found.add((at.day, at.month))
                at += timedelta(days=1)
        return found


def facts(envelope: Envelope) -> Facts:
    """Take a result apart."""
    made = Facts(envelope)
    plain = msgspec.to_builtins(envelope)
    first = TOOLS.get(envelope.tool, "")
    _walk(plain["data"], (first,) if first else (), made)
    for part in ("resolved", "coverage"):
        if plain[part] is not None:
            _walk(plain[part], (part,), made)
    if envelope.quality is not None:
        made.numbers.append(Fact(envelope.quality, "", ("quality",)))
    for name, version in envelope.versions.thresholds.items():
        made.numbers.append(Fact(float(version), "version", (name,)))
    made.texts.update((*envelope.versions.chain, *envelope.versions.model, envelope.device, envelope.lead))
    for kind, amount in seen(envelope).items():
        made.note(kind, amount)
    made.before.update(seen_before(envelope))
    made.directions.update(directions(envelope))
    if REST in made.texts:
        made.texts.add("00:00 06:00")
        made.note("sinus", 1.0)
    return made


def _walk(value: Any, about: tuple[str, ...], made: Facts, unit: str = COUNT) -> None:  # noqa: ANN401 - plain JSON values
    if isinstance(value, dict):
        unit = str(value.get("unit", unit))
        named = tuple(str(value[key]) for key in NAMING if isinstance(value.get(key), str) and value[key])
        for key, each in value.items():
            _entry(key, each, (*about, *named), {**value, "unit": unit}, made)
    elif isinstance(value, list | tuple):
        for each in value:
            _walk(each, about, made, unit)
    elif isinstance(value, str):
        _text(value, made)


def _entry(key: str, each: Any, about: tuple[str, ...], parent: Mapping[str, Any], made: Facts) -> None:  # noqa: ANN401 - plain JSON values
    if isinstance(each, bool) or each is None:
        return
    if isinstance(each, int | float):
        own = (*about, KEYS.get(key, key))
        made.numbers.append(Fact(float(each), _unit(key, parent), own))
    elif isinstance(each, str):
        _text(each, made)
    else:
        _walk(each, (*about, key), made, str(parent["unit"]))


def _unit(key: str, parent: Mapping[str, Any]) -> str:
    if key in UNITS_OF_KEYS:
        return UNITS_OF_KEYS[key]
    if key == "threshold":
        return str(parent.get("threshold_unit", ""))
    if key in COUNTS:
        return COUNT
    if "pct" in key:
        return "%"
    return "s" if key.endswith("_s") else str(parent["unit"]) if key in VALUES else ""


def _text(text: str, made: Facts) -> None:
    made.texts.add(text)
    if len(text) >= 19 and text[10:11] == "T":  # noqa: PLR2004 - ISO 8601 with seconds
        try:
            made.moments.add(datetime.fromisoformat(text))
        except ValueError:
            return
