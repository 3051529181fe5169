"""Two times side by side, and whether they can be compared at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.tools.args import Compare, Measure
from agent.tools.changes import smallest
from agent.tools.envelope import SOME_PCT, Covered, Envelope, Problem, Resolved
from agent.tools.events import SHAPES, STORED, found_between
from agent.tools.figures import totals
from agent.tools.measure import Measured
from agent.tools.measure import run as measure
from agent.when.model import Kind

if TYPE_CHECKING:
    from agent.tools.look import Look

DECISIVE_PCT: Final = 80.0  # "no longer" needs this much analysable signal in the newer time


class Difference(msgspec.Struct, frozen=True):
    """A metric on both sides; ``change``: a minus b; ``direction``: higher, lower, same or empty."""

    metric: str
    unit: str
    a: float | None
    b: float | None
    change: float | None
    direction: str
    smallest: float


class Presence(msgspec.Struct, frozen=True):
    """A kind of event on both sides; ``verdict``: new, still, gone, or unknown for want of signal.

    ``first``: it could not be seen before, for want of a waveform.
    """

    kind: str
    a: int
    b: int
    verdict: str


class Compared(msgspec.Struct, frozen=True):
    """Both sides. ``comparable``: enough of both could be analysed; ``b_problem``: why b says nothing."""

    differences: tuple[Difference, ...]
    events: tuple[Presence, ...]
    b: Resolved
    b_coverage: Covered
    comparable: bool
    a_problem: str = ""
    b_problem: str = ""


def run(view: Look, args: Compare, other: Look) -> Envelope:
    """Compare the range of ``view`` (a) with that of ``other`` (b)."""
    wanted = Measure(when=args.a, metrics=args.metrics)
    one, two = measure(view, wanted), measure(other, wanted)
    covered_a, covered_b = view.covered(), other.covered()
    data = Compared(
        differences=(*_values(one, two), *_burden(view, other)),
        events=_events(view, other, covered_a, covered_b),
        b=other.resolved(),
        b_coverage=covered_b,
        comparable=min(covered_a.pct, covered_b.pct) >= SOME_PCT,
        a_problem=one.error.value if one.error else "",
        b_problem=two.error.value if two.error else "",
    )
    made = view.envelope("compare", data)
    if made.ok and two.error not in {None, Problem.NO_WAVEFORM}:
        said: dict[str, Any] = {**two.data, "side": "b", "b": msgspec.to_builtins(other.resolved())}
        return msgspec.structs.replace(made, ok=False, error=two.error, data=said)
    return made


def _values(one: Envelope, two: Envelope) -> tuple[Difference, ...]:
    if not (one.ok and two.ok):
        return ()
    a, b = (msgspec.convert(each.data, Measured) for each in (one, two))
    return tuple(
        _difference(x.metric, x.unit, x.value, y.value) for x, y in zip(a.values, b.values, strict=True)
    )


def _burden(view: Look, other: Look) -> tuple[Difference, ...]:
    sums = [totals(each.scope, each.spans) for each in (view, other)]
    if not any(each.af_s for each in sums) or not all(each.analysable_s for each in sums):
        return ()
    a, b = (round(100 * each.af_s / each.analysable_s, 2) for each in sums)
    return (_difference("af_burden", "%", a, b),)


def _difference(metric: str, unit: str, a: float | None, b: float | None) -> Difference:
    least = smallest(metric)
    if a is None or b is None:
        return Difference(metric, unit, a, b, None, "", least)
    change = round(a - b, 2)
    direction = "same" if abs(change) < least else "higher" if change > 0 else "lower"
    return Difference(metric, unit, a, b, change, direction, least)


def _events(view: Look, other: Look, covered: Covered, before: Covered) -> tuple[Presence, ...]:
    here, there = found_between(view, STORED), found_between(other, STORED)
    made = []
    for kind in STORED:
        a, b = (sum(each.kind == kind for each in found) for found in (here, there))
        if a or b:
            gone = "gone" if _seen_pct(covered, kind) >= DECISIVE_PCT else "unknown"
            new = "new" if _seen_pct(before, kind) > 0 else "first"
            made.append(Presence(kind, a, b, "still" if a and b else new if a else gone))
    return tuple(made)


def _seen_pct(covered: Covered, kind: str) -> float:
    """Share of a time in which events of a kind could be seen."""
    pct = covered.waveform_pct if kind in SHAPES else None
    return covered.pct if pct is None else pct


def usual(view: Look, days: int) -> Look:
    """The time before a range that "usual" stands for."""
    end = view.span.start_ns
    start = max(view.scope.installed_ns, end - days * 24 * 3600 * 10**9)
    return replace(
        view,
        span=replace(
            view.span, start_ns=min(start, end - 1), end_ns=end, kind=Kind.SPAN, pieces=(), anchor=None
        ),
    )
