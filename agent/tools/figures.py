"""Figures of a range, read from the store: sums from the roll-ups, medians from the windows themselves.

Long ranges never scan: sums come from whole hours and two edges, medians from the hours' own medians.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, fields
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from agent.tools.hours import hours_of
from agent.when.model import DAY_NS, HOUR_NS
from storage.sql import select
from storage.summary import Summary, load, summarize

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from agent.scope import Scope
    from storage.rollups import HourRow

NS: Final = 10**9
EXACT_NS: Final = 8 * DAY_NS  # up to a week and a day every window is read: 70,000 rows, a tenth of a second
SAMPLED_HOURS: Final = 300  # of a long range, where there is no roll-up of a metric: 18,000 windows at most
SAMPLE_NS: Final = HOUR_NS // 6  # ten minutes of each of them
SINUS_SHARE: Final = 0.9  # an hour counts as sinus rhythm from here on

COLUMNS: Final = {
    "hr": "hr_bpm",
    "rr": "rr_ms",
    "rmssd": "rmssd_ms",
    "pr": "pr_ms",
    "qrs": "qrs_ms",
    "qt": "qt_ms",
    "qtc": "qtcf_ms",
    "p_duration": "p_ms",
}
UNITS: Final = {"hr": "bpm", **dict.fromkeys(("rr", "rmssd", "pr", "qrs", "qt", "qtc", "p_duration"), "ms")}
_HOURLY: Final = {
    "hr": "hr_median",
    "rmssd": "rmssd_median",
    "pr": "pr_median",
    "qrs": "qrs_median",
    "qtc": "qtcf_median",
}

_IN: Final = (
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 AND analysable = 1 "
)
_SINUS_RATES: Final = select(("hr_bpm",), f"{_IN}AND hr_bpm IS NOT NULL AND rhythm IN ('sinus', 'regular')")
_QUALITY: Final = select(
    ("avg(quality)",), "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3"
)
_WHY_NULL: Final = {
    metric: select(
        (f"json_extract(null_reasons, '$.{column}') AS why", "count(*)"),
        f"{_IN}AND {column} IS NULL GROUP BY why ORDER BY 2 DESC LIMIT 1",
    )
    for metric, column in COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a range; seconds, and numbers of beats."""

    recorded_s: float = 0.0
    analysable_s: float = 0.0
    af_s: float = 0.0
    sinus_s: float = 0.0
    other_s: float = 0.0
    beats: int = 0
    s_beats: int = 0
    v_beats: int = 0
    regular_s: float = 0.0
    rr_s: float = 0.0  # of the analysable ones: told from beat intervals alone
    rr_beats: int = 0  # of the beats: likewise

    def __add__(self, other: Totals | Summary) -> Totals:
        return Totals(
            **{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        )

    @property
    def unknown_s(self) -> float:
        """Analysable seconds without a named rhythm."""
        named_s = self.af_s + self.sinus_s + self.other_s + self.regular_s
        return max(0.0, self.analysable_s - named_s)

    @property
    def waveform_s(self) -> float:
        """Analysable seconds with a waveform."""
        return max(0.0, self.analysable_s - self.rr_s)


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of many values and where the middle half of them lies. ``n``: windows, or hours."""

    median: float
    q1: float
    q3: float
    n: int
    method: str  # "windows"; of long ranges "hours" (their medians) or "sample" (ten minutes of some hours)


_SUMMED: Final = attrgetter(*(each.name for each in fields(Totals)))


def rows(conn: sqlite3.Connection, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows of a statement as plain tuples."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(statement, values).fetchall()


def totals(scope: Scope, spans: Iterable[tuple[int, int]]) -> Totals:
    """Sums over stretches: whole hours from the roll-ups, the rest from the windows."""
    found = Totals()
    for start_ns, end_ns in spans:
        first, last = -(-start_ns // HOUR_NS) * HOUR_NS, end_ns // HOUR_NS * HOUR_NS
        if first >= last:
            found += _edge(scope, start_ns, end_ns)
            continue
        found += _summed(hours_of(scope, first, last))
        found += _edge(scope, start_ns, first) + _edge(scope, last, end_ns)
    return found


def _summed(hours: Sequence[HourRow]) -> Totals:
    columns = zip(*map(_SUMMED, hours), strict=True)
    return Totals(*map(sum, columns)) if hours else Totals()


def _edge(scope: Scope, start_ns: int, end_ns: int) -> Totals:
    if start_ns >= end_ns:
        return Totals()
    found = load(scope.conn, scope.device, start_ns, end_ns)
    return Totals() + summarize(scope.conn, scope.device, start_ns, end_ns, found)


def length_ns(spans: Sequence[tuple[int, int]]) -> int:
    """Total length of stretches."""
    return sum(end - start for start, end in spans)


def spreads(
    scope: Scope, spans: Sequence[tuple[int, int]], metrics: Sequence[str]
) -> dict[str, Spread | None]:
    """The middle of each metric over stretches; None where it was never measurable."""
    if length_ns(spans) > EXACT_NS:
        return {metric: _of_long(scope, spans, metric) for metric in metrics}
    statement = select([COLUMNS[metric] for metric in metrics], _IN)
    table = [
        row
        for start_ns, end_ns in spans
        for row in rows(scope.conn, statement, scope.device, start_ns, end_ns)
    ]
    return {
        metric: _spread([row[i] for row in table if row[i] is not None]) for i, metric in enumerate(metrics)
    }


def spread_at_rest(scope: Scope, spans: Sequence[tuple[int, int]]) -> Spread | None:
    """The middle of the rate in sinus rhythm, or of regular beats where there was no waveform to see one.

    Of a long range, of the hours that were so.
    """
    if length_ns(spans) > EXACT_NS:
        return _of_hours(scope, spans, "hr_median", sinus_only=True)
    return _spread(
        [
            row[0]
            for start_ns, end_ns in spans
            for row in rows(scope.conn, _SINUS_RATES, scope.device, start_ns, end_ns)
        ]
    )


def _of_long(scope: Scope, spans: Sequence[tuple[int, int]], metric: str) -> Spread | None:
    if metric in _HOURLY:
        return _of_hours(scope, spans, _HOURLY[metric])
    if metric == "rr":
        rate = _of_hours(scope, spans, "hr_median")
        return rate and Spread(60000 / rate.median, 60000 / rate.q3, 60000 / rate.q1, rate.n, "hours")
    hours = [
        hour.hour_ns
        for start_ns, end_ns in spans
        for hour in hours_of(scope, start_ns, end_ns)
        if hour.analysable_s
    ]
    step = max(1, len(hours) // SAMPLED_HOURS)
    statement = select((COLUMNS[metric],), f"{_IN}AND {COLUMNS[metric]} IS NOT NULL")
    values = [
        row[0]
        for hour_ns in hours[::step]
        for row in rows(scope.conn, statement, scope.device, hour_ns, hour_ns + SAMPLE_NS)
    ]
    found = _spread(values)
    return found and Spread(found.median, found.q1, found.q3, found.n, "sample")


def _spread(values: list[float]) -> Spread | None:
    if not values:
        return None
    values.sort()
    return Spread(median(values), quantile(values, 0.25), quantile(values, 0.75), len(values), "windows")


def quantile(ordered: Sequence[float], share: float) -> float:
    """A quantile of ordered values, between neighbours in proportion (the usual definition 7)."""
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _of_hours(
    scope: Scope, spans: Sequence[tuple[int, int]], column: str, *, sinus_only: bool = False
) -> Spread | None:
    pairs = sorted(
        (getattr(hour, column), hour.analysable_s)
        for start_ns, end_ns in spans
        for hour in hours_of(scope, start_ns, end_ns)
        if getattr(hour, column) is not None
        and not (sinus_only and hour.sinus_s + hour.regular_s < SINUS_SHARE * hour.analysable_s)
    )
    if not pairs:
        return None
    middle, low, high = (_weighted(pairs, share) for share in (0.5, 0.25, 0.75))
    return Spread(middle, low, high, len(pairs), "hours")


def _weighted(pairs: Sequence[tuple[float, float]], share: float) -> float:
    sums, total = [], 0.0
    for _value, weight in pairs:
        total += weight
        sums.append(total)
    return pairs[bisect_left(sums, share * total)][0]


def quality(scope: Scope, spans: Sequence[tuple[int, int]]) -> float | None:
    """Mean signal quality of the windows, 0..1; of a long range, of its last day."""
    start_ns, end_ns = spans[-1]
    start_ns = max(start_ns, end_ns - DAY_NS)
    value = rows(scope.conn, _QUALITY, scope.device, start_ns, end_ns)[0][0]
    return round(value, 2) if isinstance(value, float) else None


def why_missing(scope: Scope, spans: Sequence[tuple[int, int]], metric: str) -> str:
    """The most frequent reason why a metric has no value; looked for in at most the last day of a range."""
    start_ns, end_ns = spans[-1]
    found = rows(scope.conn, _WHY_NULL[metric], scope.device, max(start_ns, end_ns - DAY_NS), end_ns)
    return str(found[0][0]) if found and found[0][0] is not None else ""
