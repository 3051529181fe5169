"""A metric from bucket to bucket: hours, days, nights, weeks; buckets without signal are kept, as missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.changes import smallest
from agent.tools.events import found_between
from agent.tools.extremes import extreme
from agent.tools.figures import EXACT_NS, NS, Totals, spread_at_rest, spreads, totals
from agent.tools.hours import hours_of
from agent.tools.measure import rest_spans
from agent.when import calendar
from agent.when.model import DAY_NS, HOUR_NS, Kind, Range, local

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.tools.args import Bucket, Trend
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look

MAX_BUCKETS: Final = 62  # in an envelope: two months of days; longer ranges are told in weeks
ENOUGH_S: Final = 600.0  # a bucket is told from ten analysable minutes on
THIRD: Final = 3  # the direction compares the first and the last third of the buckets
FEWEST: Final = 3  # buckets that a direction can be told from

METRIC_UNITS: Final = {
    "af_burden": "%",
    "coverage": "%",
    "s_beats": "beats",
    "v_beats": "beats",
    "pauses": "pauses",
    **dict.fromkeys(("hr", "hr_min", "hr_max", "hr_rest"), "bpm"),
    **dict.fromkeys(("rmssd", "pr", "qrs", "qtc"), "ms"),
}


WAVES: Final = frozenset({"pr", "qrs", "qtc", "s_beats", "v_beats", "pauses"})  # take a waveform
COUNTED: Final = frozenset({"s_beats", "v_beats", "pauses"})
# Metrics that are sums of hours: from the sums and the bucket's length in ns.
SUMS: Final[Mapping[str, Callable[[Totals, int], float]]] = {
    "af_burden": lambda sums, _ns: 100 * sums.af_s / sums.analysable_s,
    "coverage": lambda sums, ns: min(100.0, 100 * sums.analysable_s * NS / ns),
    "s_beats": lambda sums, _ns: float(sums.s_beats),
    "v_beats": lambda sums, _ns: float(sums.v_beats),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A bucket, cut to the range; ``part``: the range leaves some of it out."""

    start_ns: int
    end_ns: int
    part: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Its ends."""
        return (self.start_ns, self.end_ns)


class Point(msgspec.Struct, frozen=True):
    """One bucket; ``value`` is None where too little could be analysed; ``part``: the range cuts it.

    ``without``: it holds beat intervals, and it takes a waveform to tell.
    """

    start: str
    end: str
    value: float | None
    analysable_s: float
    part: bool = False
    without: bool = False


class Course(msgspec.Struct, frozen=True):
    """A metric over time. ``change``: last third minus first; ``direction``: up, down, flat or empty."""

    metric: str
    unit: str
    bucket: str
    points: tuple[Point, ...]
    measured: int
    change: float | None
    direction: str
    smallest: float  # a smaller change is told as no change


def run(view: Look, args: Trend) -> Envelope:
    """Follow a metric through a range."""
    bucket: Bucket = args.bucket
    buckets = _buckets(view, bucket)
    while len(buckets) > MAX_BUCKETS and bucket != "week":
        bucket = "day" if bucket == "hour" else "week"
        buckets = _buckets(view, bucket)
    points = tuple(_point(view, args.metric, each) for each in buckets[-MAX_BUCKETS:])
    # A step that the range cuts short has fewer of everything that is counted.
    whole = [point for point in points if not (point.part and args.metric in COUNTED)]
    change = _change([point.value for point in whole if point.value is not None])
    least = smallest(args.metric)
    data = Course(
        metric=args.metric,
        unit=METRIC_UNITS[args.metric],
        bucket=bucket,
        points=points,
        measured=sum(point.value is not None for point in points),
        change=change,
        direction="" if change is None else "flat" if abs(change) < least else "up" if change > 0 else "down",
        smallest=least,
    )
    warnings = () if bucket == args.bucket else ("COARSER",)
    waves = (f"trend_{args.metric}",) if args.metric in WAVES else ()
    return view.envelope("trend", data, warnings=warnings, waveform=waves)


def _buckets(view: Look, bucket: str) -> list[Step]:
    clock, span = view.scope.clock, view.span
    first, last = local(span.start_ns, clock.tz).date(), local(span.end_ns - 1, clock.tz).date()
    found: list[Range] = []
    match bucket:
        case "hour":
            begin = span.start_ns // HOUR_NS * HOUR_NS
            return [
                _step(at, at + HOUR_NS, span)
                for at in range(begin, span.end_ns, HOUR_NS)
                if any(a < at + HOUR_NS and b > at for a, b in view.spans)
            ]
        case "night":
            # The running night counts once it has begun; the night before the first day belongs to that day.
            found = [calendar.night(clock, day) for day in _days(first, last + timedelta(days=1))]
            if span.kind is Kind.NIGHT:
                found = [span]
        case "week":
            found = [calendar.week(clock, day) for day in _days(calendar.monday(first), last, 7)]
        case _:
            found = [calendar.day(clock, day) for day in _days(first, last)]
    known = max(span.start_ns, view.scope.installed_ns) if span.kind is Kind.ALL else span.start_ns
    middle = [each for each in found if known < (each.start_ns + each.end_ns) // 2]
    return [
        Step(each.start_ns, min(each.end_ns, span.end_ns), part=each.end_ns > span.end_ns)
        if bucket == "night"
        else _step(each.start_ns, each.end_ns, span)
        for each in middle
        if each.start_ns < min(span.end_ns, clock.now_ns)
    ]


def _step(start_ns: int, end_ns: int, span: Range) -> Step:
    """A bucket cut to the range."""
    inside = max(start_ns, span.start_ns), min(end_ns, span.end_ns)
    return Step(*inside, part=inside != (start_ns, end_ns))


def _days(first: date, last: date, step: int = 1) -> list[date]:
    return [first + timedelta(days=i) for i in range(0, (last - first).days + 1, step)]


def _point(view: Look, metric: str, step: Step) -> Point:
    sums = totals(view.scope, (step.span,))
    least_s = min(ENOUGH_S, (step.end_ns - step.start_ns) / NS / 2)
    told_s = sums.waveform_s if metric in WAVES else sums.analysable_s
    enough = told_s >= least_s
    value = _value(view, metric, step, sums) if enough or metric == "coverage" else None
    return Point(
        view.iso(step.start_ns),
        view.iso(step.end_ns),
        None if value is None else round(value, 2),
        round(told_s, 1),
        step.part,
        without=metric in WAVES and value is None and sums.rr_s >= least_s,
    )


def _value(view: Look, metric: str, step: Step, sums: Totals) -> float | None:
    if metric in SUMS:
        return SUMS[metric](sums, step.end_ns - step.start_ns)
    narrowed = replace(view, span=replace(view.span, start_ns=step.start_ns, end_ns=step.end_ns, pieces=()))
    if metric == "pauses":
        return float(sum(not pause.began_before for pause in found_between(narrowed, ("pause",))))
    if metric in {"hr_min", "hr_max"}:
        found = extreme(view.scope, (step.span,), highest=metric == "hr_max")
        return found.value if found else None
    if metric == "hr_rest":
        rest = rest_spans(narrowed)
        spread = spread_at_rest(view.scope, rest) if rest else None
        return spread.median if spread else None
    return _middle(view, metric, step)


def _middle(view: Look, metric: str, step: Step) -> float | None:
    """Exact for ranges of a few days, from the hours' medians for longer ones."""
    if view.span.length_ns <= EXACT_NS - DAY_NS // 2:
        found = spreads(view.scope, (step.span,), (metric,))[metric]
        return found.median if found else None
    column = {"hr": "hr_median", "qtc": "qtcf_median"}.get(metric, f"{metric}_median")
    hours = hours_of(view.scope, *step.span)
    values = [getattr(hour, column) for hour in hours if getattr(hour, column) is not None]
    return median(values) if values else None


def _change(values: Sequence[float]) -> float | None:
    if len(values) < FEWEST:
        return None
    third = max(1, len(values) // THIRD)
    return round(median(values[-third:]) - median(values[:third]), 2)
