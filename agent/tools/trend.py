"""A metric from bucket to bucket: hours, days, nights, weeks; buckets without signal are kept, as missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.changes import smallest
from agent.tools.extremes import extreme
from agent.tools.figures import EXACT_NS, NS, Totals, spread_at_rest, spreads
from agent.tools.measure import rest_spans
from agent.when import calendar
from agent.when.model import DAY_NS, HOUR_NS, Kind, Range, local
from storage.rollups import hourly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.tools.args import Bucket, Trend
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look
    from storage.rollups import HourRow

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


# Metrics that are sums of hours: from the sums and the bucket's length in ns.
SUMS: Final[Mapping[str, Callable[[Totals, int], float]]] = {
    "af_burden": lambda sums, _ns: 100 * sums.af_s / sums.analysable_s,
    "coverage": lambda sums, ns: min(100.0, 100 * sums.analysable_s * NS / ns),
    "s_beats": lambda sums, _ns: float(sums.s_beats),
    "v_beats": lambda sums, _ns: float(sums.v_beats),
}


class Point(msgspec.Struct, frozen=True):
    """One bucket; ``value`` is None where too little could be analysed."""

    start: str
    end: str
    value: float | None
    analysable_s: float


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
    buckets = buckets[-MAX_BUCKETS:]
    hours = hourly(view.scope.conn, view.scope.device, buckets[0][0], buckets[-1][1]) if buckets else []
    by_hour = {hour.hour_ns: hour for hour in hours}
    points = tuple(_point(view, args.metric, start_ns, end_ns, by_hour) for start_ns, end_ns in buckets)
    change = _change([point.value for point in points if point.value is not None])
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
    return view.envelope("trend", data, warnings=() if bucket == args.bucket else ("COARSER",))


def _buckets(view: Look, bucket: str) -> list[tuple[int, int]]:
    clock, span = view.scope.clock, view.span
    first, last = local(span.start_ns, clock.tz).date(), local(span.end_ns - 1, clock.tz).date()
    found: list[Range] = []
    match bucket:
        case "hour":
            begin = span.start_ns // HOUR_NS * HOUR_NS
            return [
                (max(at, span.start_ns), min(at + HOUR_NS, span.end_ns))
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
    until = [happened for each in middle if (happened := calendar.until_now(each, clock)) is not None]
    return [
        (
            each.start_ns if bucket == "night" else max(each.start_ns, span.start_ns),
            min(each.end_ns, span.end_ns),
        )
        for each in until
        if each.start_ns < span.end_ns
    ]


def _days(first: date, last: date, step: int = 1) -> list[date]:
    return [first + timedelta(days=i) for i in range(0, (last - first).days + 1, step)]


def _point(view: Look, metric: str, start_ns: int, end_ns: int, by_hour: dict[int, HourRow]) -> Point:
    hours = [by_hour[at] for at in range(start_ns // HOUR_NS * HOUR_NS, end_ns, HOUR_NS) if at in by_hour]
    sums = _sums(hours)
    enough = sums.analysable_s >= min(ENOUGH_S, (end_ns - start_ns) / NS / 2)
    value = _value(view, metric, start_ns, end_ns, hours) if enough or metric == "coverage" else None
    return Point(
        view.iso(start_ns),
        view.iso(end_ns),
        None if value is None else round(value, 2),
        round(sums.analysable_s, 1),
    )


def _value(view: Look, metric: str, start_ns: int, end_ns: int, hours: Sequence[HourRow]) -> float | None:
    spans = ((start_ns, end_ns),)
    if metric in SUMS:
        return SUMS[metric](_sums(hours), end_ns - start_ns)
    if metric == "pauses":
        return float(sum(hour.pauses for hour in hours))
    if metric in {"hr_min", "hr_max"}:
        found = extreme(view.scope, spans, highest=metric == "hr_max")
        return found.value if found else None
    if metric == "hr_rest":
        rest = rest_spans(replace(view, span=replace(view.span, start_ns=start_ns, end_ns=end_ns, pieces=())))
        spread = spread_at_rest(view.scope, rest) if rest else None
        return spread.median if spread else None
    return _middle(view, metric, spans, hours)


def _sums(hours: Sequence[HourRow]) -> Totals:
    found = Totals()
    for hour in hours:
        found += hour
    return found


def _middle(
    view: Look, metric: str, spans: tuple[tuple[int, int], ...], hours: Sequence[HourRow]
) -> float | None:
    """Exact for ranges of a few days, from the hours' medians for longer ones."""
    if view.span.length_ns <= EXACT_NS - DAY_NS // 2:
        found = spreads(view.scope, spans, (metric,))[metric]
        return found.median if found else None
    column = {"hr": "hr_median", "qtc": "qtcf_median"}.get(metric, f"{metric}_median")
    values = [getattr(hour, column) for hour in hours if getattr(hour, column) is not None]
    return median(values) if values else None


def _change(values: Sequence[float]) -> float | None:
    if len(values) < FEWEST:
        return None
    third = max(1, len(values) // THIRD)
    return round(median(values[-third:]) - median(values[:third]), 2)
