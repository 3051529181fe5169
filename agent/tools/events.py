"""Events: stored episodes, and stretches and moments of the rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.extremes import extreme, runs
from agent.tools.figures import NS, totals
from storage.episodes import episodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.tools.args import FindEvents
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look

STORED: Final = ("af", "pause", "brady", "tachy", "wide_run", "bigeminy", "trigeminy")
SHAPES: Final = frozenset(
    {"pause", "wide_run", "bigeminy", "trigeminy"}
)  # kinds that take a waveform to be told
UNITS: Final = {
    "af": "",
    "pause": "s",
    "brady": "bpm",
    "tachy": "bpm",
    "wide_run": "beats",
    "bigeminy": "beats",
    "trigeminy": "beats",
    "hr_above": "bpm",
    "hr_below": "bpm",
    "hr_max": "bpm",
    "hr_min": "bpm",
}
LIMITS: Final = {
    "af": ("af_episode",),
    "pause": ("pause",),
    "brady": ("brady",),
    "tachy": ("tachy",),
    "wide_run": ("wide_run",),
}
MAX_LISTED: Final = 50  # events in an envelope
FRESH_NS: Final = 120 * NS  # an open episode counts as going on while its newest window is this fresh


class Found(msgspec.Struct, frozen=True):
    """One event, cut to the range. ``value``: in ``unit``; ``began_before``: it reaches into the range."""

    kind: str
    start: str
    end: str
    seconds: float
    value: float | None
    unit: str
    going_on: bool = False
    began_before: bool = False


class Counted(msgspec.Struct, frozen=True):
    """How many events of a kind there were."""

    kind: str
    count: int
    seconds: float
    threshold: float | None
    threshold_unit: str
    threshold_version: int | None


class Events(msgspec.Struct, frozen=True):
    """What ``find_events`` found: ``events`` in the order asked for, cut to the limit; counts are of all."""

    kind: str
    count: int
    seconds: float
    events: tuple[Found, ...]
    longest: Found | None
    kinds: tuple[Counted, ...]
    order: str = "time"
    loose_af_s: float = 0.0  # labelled as AF outside every episode


def run(view: Look, args: FindEvents) -> Envelope:
    """Find events of a kind."""
    kinds = looked_for(view) if args.kind == "any" else (args.kind,)
    warnings: tuple[str, ...] = ()
    if args.kind in {"hr_max", "hr_min"}:
        found = _extreme(view, args.kind)
    elif args.kind in {"hr_above", "hr_below"}:
        found, complete = _runs(view, args)
        warnings = () if complete else ("CUT_SHORT",)
    else:
        found = found_between(view, kinds)
    data = Events(
        kind=args.kind,
        count=len(found),
        seconds=round(sum(each.seconds for each in found), 1),
        events=tuple(_ordered(found, args.order)[: min(args.limit, MAX_LISTED)]),
        longest=max(found, key=lambda each: each.seconds, default=None),
        kinds=tuple(_counted(view, kind, found, args.threshold) for kind in kinds),
        order=args.order,
        loose_af_s=_loose(view) if "af" in kinds and not any(each.kind == "af" for each in found) else 0.0,
    )
    names = tuple(name for kind in kinds for name in LIMITS.get(kind, ()))
    shapes = (f"kinds_{args.kind}",) if args.kind in SHAPES else ()
    unjudged_s = totals(view.scope, view.spans).unknown_s if "af" in kinds and not found else 0.0
    return view.envelope(
        "find_events", data, limits=names, warnings=warnings, waveform=shapes, unjudged_s=unjudged_s
    )


def looked_for(view: Look) -> tuple[str, ...]:
    """The kinds that can be found in a range: fewer where there is no waveform."""
    sums = totals(view.scope, view.spans)
    return STORED if sums.waveform_s or not sums.rr_s else tuple(k for k in STORED if k not in SHAPES)


def _loose(view: Look) -> float:
    """Seconds labelled as AF, where no stretch of them is long enough for an episode."""
    return round(totals(view.scope, view.spans).af_s, 1)


def found_between(view: Look, kinds: Sequence[str]) -> list[Found]:
    """Stored episodes that touch the range, cut to it, in order of time; one over several pieces once."""
    seen: dict[int, Found] = {}
    for start_ns, end_ns in view.spans:
        for row in episodes(view.scope.conn, view.scope.device, start_ns, end_ns, kinds):
            begin, end = max(row.start_ns, start_ns), min(row.end_ns, end_ns)
            before = seen.get(row.id)
            seconds = round((end - begin) / NS + (before.seconds if before else 0.0), 1)
            seen[row.id] = Found(
                kind=row.kind,
                start=before.start if before else view.iso(begin),
                end=view.iso(end),
                seconds=seconds,
                value=None if row.value is None else round(row.value, 2),
                unit=UNITS[row.kind],
                going_on=row.end_ns > view.scope.now_ns
                or (row.open and row.end_ns >= view.scope.now_ns - FRESH_NS),
                began_before=row.start_ns < start_ns if before is None else before.began_before,
            )
    return list(seen.values())


def _extreme(view: Look, kind: str) -> list[Found]:
    found = extreme(view.scope, view.spans, highest=kind == "hr_max")
    if found is None:
        return []
    start, end = view.iso(found.start_ns), view.iso(found.start_ns + 10 * NS)
    return [Found(kind, start, end, 10.0, round(found.value, 1), UNITS[kind])]


def _runs(view: Look, args: FindEvents) -> tuple[list[Found], bool]:
    above = args.kind == "hr_above"
    default = view.limits["hr_high" if above else "hr_low"].value
    found, complete = runs(view.scope, view.spans, args.threshold or default, above=above)
    return [
        Found(
            args.kind,
            view.iso(each.start_ns),
            view.iso(each.end_ns),
            round((each.end_ns - each.start_ns) / NS, 1),
            round(each.value, 1),
            UNITS[args.kind],
        )
        for each in found
    ], complete


def _ordered(found: list[Found], order: str) -> list[Found]:
    match order:
        case "newest":
            return found[::-1]
        case "longest":
            return sorted(found, key=lambda each: -each.seconds)
        case "shortest":
            return sorted(found, key=lambda each: each.seconds)
        case "strongest":
            return sorted(found, key=lambda each: -(each.value or 0.0))
        case _:
            return found


def _counted(view: Look, kind: str, found: Sequence[Found], threshold: float | None) -> Counted:
    own = [each for each in found if each.kind == kind]
    names = LIMITS.get(kind, ())
    limit = view.limits.get(names[0]) if names else None
    if kind in {"hr_above", "hr_below"}:
        limit = (
            None if threshold is not None else view.limits.get("hr_high" if kind == "hr_above" else "hr_low")
        )
    return Counted(
        kind=kind,
        count=len(own),
        seconds=round(sum(each.seconds for each in own), 1),
        threshold=threshold if limit is None else limit.value,
        threshold_unit=UNITS[kind] if limit is None else limit.unit,
        threshold_version=None if limit is None else limit.version,
    )
