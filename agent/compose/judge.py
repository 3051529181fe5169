"""Holds what a sentence claims against the evidence: supported, contradicted, unsupported, not assessable."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from agent.compose.facts import COUNT, Facts
from agent.tools.envelope import ENOUGH_PCT, SOME_PCT
from agent.tools.events import SHAPES
from storage.sessions import RR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from agent.compose.facts import Fact
    from agent.compose.reader import Claim

ROUNDED: Final = 0.5001  # a number is told to its last digit, rounded
SAID_OF: Final = {
    "hr": ("hr_above", "hr_below", "brady", "tachy"),
    "qtc": ("qtcf",),
    "hr_min": ("hr",),
    "hr_max": ("hr",),
}
COMPARING: Final = frozenset({"compare", "trend"})
EVENT_KINDS: Final = frozenset({"af", "pause", "brady", "tachy", "wide_run", "bigeminy", "trigeminy"})
NEVER: Final = {
    "cause": "UNSUPPORTED",
    "normal": "UNSUPPORTED",
    "certainty": "UNSUPPORTED",
    "advice": "UNSUPPORTED",
}


class Verdicts(StrEnum):
    """What the check says, worst first."""

    CONTRADICTED = "CONTRADICTED"
    UNSUPPORTED = "UNSUPPORTED"
    NOT_ASSESSABLE = "NOT_ASSESSABLE"
    SUPPORTED = "SUPPORTED"


WORST: Final = tuple(Verdicts)


def worst(verdicts: Collection[str]) -> str:
    """The worst of some verdicts; nothing for none."""
    return next((each.value for each in WORST if each.value in verdicts), "")


def judge(claim: Claim, held: Sequence[Facts], done: Collection[str] = ()) -> str:
    """The verdict on one claim. ``done``: names of actions that were completed."""
    if claim.kind in NEVER:
        return NEVER[claim.kind]
    if claim.kind == "done":
        return "SUPPORTED" if done else "UNSUPPORTED"
    how = _HOW.get(claim.kind)
    return how(claim, held) if how is not None else "UNSUPPORTED"


def own_facts(claim: Claim, held: Sequence[Facts]) -> list[Fact]:
    """The numbers of the evidence with a claim's unit and subject."""
    of_unit = [fact for each in held for fact in each.numbers if _unit_fits(fact, claim.unit)]
    return [fact for fact in of_unit if not claim.subject or _about(fact, claim.subject)]


def _value(claim: Claim, held: Sequence[Facts]) -> str:
    of_unit = [fact for each in held for fact in each.numbers if _unit_fits(fact, claim.unit)]
    own = own_facts(claim, held)
    if any(_keeps(fact.value, claim) for fact in own):
        return "SUPPORTED"
    if claim.unit == COUNT and any(_same(fact.value, claim) and _loose(fact) for fact in of_unit):
        return "SUPPORTED"
    return "CONTRADICTED" if own else "UNSUPPORTED"


def _unit_fits(fact: Fact, unit: str) -> bool:
    return fact.unit == unit or (unit == COUNT and fact.unit in {"beats", "pauses"})


def _about(fact: Fact, subject: str) -> bool:
    named = (subject, *SAID_OF.get(subject, ()))
    return any(part == name or part.startswith(f"{name}_") for part in fact.about for name in named)


def _loose(fact: Fact) -> bool:
    """A count whose noun says nothing of a kind: times, windows, episodes of the only kind there is."""
    return not any(part in EVENT_KINDS for part in fact.about)


def _keeps(value: float, claim: Claim) -> bool:
    """Whether a value is the claimed one, or keeps the claimed bound."""
    if claim.bound == "less" and 0 < value < claim.value:
        return True
    return (claim.bound == "more" and value > claim.value) or _same(value, claim)


def _same(value: float, claim: Claim) -> bool:
    return abs(abs(value) - claim.value) <= ROUNDED * claim.step


def _duration(claim: Claim, held: Sequence[Facts]) -> str:
    known = [fact for each in held for fact in each.numbers if fact.unit == "s"]
    spans = [
        (each.envelope.resolved.end_ns - each.envelope.resolved.start_ns) / 1e9
        for each in held
        if each.envelope.resolved is not None
    ]
    texts = " ".join(text for each in held for text in each.texts)
    if any(_same(value, claim) for value in (*(fact.value for fact in known), *spans)) or claim.text in texts:
        return "SUPPORTED"
    return "CONTRADICTED" if known else "UNSUPPORTED"


def _bare(claim: Claim, held: Sequence[Facts]) -> str:
    """A number without a unit: some number or text of the evidence."""
    texts = " ".join(text for each in held for text in each.texts)
    known = any(_same(fact.value, claim) for each in held for fact in each.numbers)
    return "SUPPORTED" if known or claim.text.strip() in texts else "UNSUPPORTED"


def _moment(claim: Claim, held: Sequence[Facts]) -> str:
    texts = " ".join(text for each in held for text in each.texts)
    if claim.text in texts:
        return "SUPPORTED"
    if claim.kind == "date":
        days = {day for each in held for day in each.days()}
        return "SUPPORTED" if (round(claim.value), round(claim.step)) in days else "CONTRADICTED"
    moments = [at for each in held for at in each.moments]
    told = [
        at for at in moments if at.hour * 60 + at.minute == claim.value and claim.seconds in {None, at.second}
    ]
    return "SUPPORTED" if told else "CONTRADICTED" if moments else "UNSUPPORTED"


def _presence(claim: Claim, held: Sequence[Facts]) -> str:
    amounts = [
        amounts[claim.subject]
        for each in held
        for amounts in (each.seen, each.before)
        if claim.subject in amounts
    ]
    if any(amounts):
        return "SUPPORTED"
    return "CONTRADICTED" if amounts else "UNSUPPORTED"


def _absence(claim: Claim, held: Sequence[Facts]) -> str:
    found: dict[Any, float]
    if claim.subject == "any":
        found = {kind: amount for each in held for kind, amount in each.seen.items() if kind in EVENT_KINDS}
        looked = len(found) > 1
    else:
        found = dict(enumerate(each.seen[claim.subject] for each in held if claim.subject in each.seen))
        looked = bool(found)
    if claim.subject in SHAPES and held and all(each.envelope.signal == RR for each in held):
        return "NOT_ASSESSABLE"
    if not looked:
        return "UNSUPPORTED"
    if any(found.values()):
        return "CONTRADICTED"
    if claim.subject in {"alert", "note"}:
        return "SUPPORTED"
    enough = all(_covered(each, claim.subject) for each in held if each.seen)
    return "SUPPORTED" if enough or claim.qualified else "NOT_ASSESSABLE"


def _covered(each: Facts, subject: str) -> bool:
    covered = each.envelope.coverage
    if covered is None:
        return False
    pct = covered.waveform_pct if subject in SHAPES or subject == "any" else None
    return (covered.pct if pct is None else pct) >= ENOUGH_PCT


def _comparison(claim: Claim, held: Sequence[Facts]) -> str:
    comparing = [each for each in held if each.envelope.tool in COMPARING and each.directions]
    if not comparing:
        return "UNSUPPORTED"
    told: set[str] = set()
    for each in comparing:
        if not _comparable(each):
            return "NOT_ASSESSABLE"
        own = {
            direction
            for metric, direction in each.directions.items()
            if metric == claim.unit or metric.startswith(f"{claim.unit}_")
        }
        told |= own or set(each.directions.values())
    return "SUPPORTED" if told == {claim.subject} else "CONTRADICTED"


def _comparable(each: Facts) -> bool:
    covered = each.envelope.coverage
    other = each.envelope.data.get("b_coverage")
    if other is not None and float(other.get("pct", 0.0)) < SOME_PCT:
        return False
    return covered is None or each.envelope.tool == "trend" or covered.pct >= SOME_PCT


_HOW: Final[Mapping[str, Callable[[Claim, Sequence[Facts]], str]]] = {
    "value": _value,
    "duration": _duration,
    "bare": _bare,
    "clock": _moment,
    "date": _moment,
    "presence": _presence,
    "absence": _absence,
    "comparison": _comparison,
}
