"""Rates and intervals: the middle of a range, its lowest and highest, the rate at rest, the rate now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.extremes import extreme
from agent.tools.figures import COLUMNS, NS, UNITS, Spread, rows, spread_at_rest, spreads, totals, why_missing
from agent.when.model import MINUTE_NS, Kind, local
from dsp.windows import UNCONFIRMED
from storage.sql import select

if TYPE_CHECKING:
    from agent.tools.args import Measure
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look

EXTREMES_FROM_NS: Final = 30 * MINUTE_NS  # shorter ranges are told by their middle alone
REST_HOURS: Final = (0, 6)  # local; the resting rate is the median sinus rate between them
WAVES: Final = frozenset({"pr", "qrs", "qt", "qtc", "p_duration"})  # metrics that take a waveform
LIMITS: Final = {
    "hr": ("hr_low", "hr_high"),
    "hr_rest": ("hr_low", "hr_high"),
    "pr": ("pr_low", "pr_high"),
    "qrs": ("qrs_high",),
    "qtc": ("qtcf_high_male", "qtcf_high_female"),
}

_NEWEST: Final = select(
    ("start_ns", "end_ns", "hr_bpm", f"iif(instr(flags, '{UNCONFIRMED}'), 'unknown', rhythm)", "analysable"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 "
    "ORDER BY start_ns DESC LIMIT 30",
)


class Limit(msgspec.Struct, frozen=True):
    """A threshold in force."""

    name: str
    value: float
    unit: str
    version: int


class Value(msgspec.Struct, frozen=True):
    """A metric over the range. ``at``: when an extreme was; ``missing``: why there is no value.

    ``where``: the stretch a resting rate is from, where that is not the range itself.
    """

    metric: str
    unit: str
    value: float | None = None
    q1: float | None = None
    q3: float | None = None
    n: int = 0
    method: str = "windows"
    at: str | None = None
    missing: str = ""
    where: tuple[str, str] | None = None
    limits: tuple[Limit, ...] = ()


class Latest(msgspec.Struct, frozen=True):
    """The newest analysable window."""

    at: str
    age_s: float
    hr_bpm: float | None
    rhythm: str


class Measured(msgspec.Struct, frozen=True):
    """What ``measure`` found, in the order asked for; ``also``: lowest and highest, not asked for."""

    values: tuple[Value, ...]
    beats: int = 0
    also: tuple[Value, ...] = ()
    latest: Latest | None = None


def run(view: Look, args: Measure) -> Envelope:
    """Measure the range."""
    asked = tuple(dict.fromkeys(args.metrics))
    columns = [metric for metric in asked if metric in COLUMNS]
    middle = spreads(view.scope, view.spans, columns) if columns else {}
    values = tuple(_value(view, metric, middle) for metric in asked)
    also: tuple[Value, ...] = ()
    if "hr" in asked and view.span.length_ns >= EXTREMES_FROM_NS:
        also = tuple(_value(view, metric, {}) for metric in ("hr_min", "hr_max") if metric not in asked)
    data = Measured(
        values=values,
        beats=totals(view.scope, view.spans).beats,
        also=also,
        latest=latest(view) if view.span.kind is Kind.NOW else None,
    )
    waves = tuple(f"metric_{metric}" for metric in asked) if WAVES.issuperset(asked) else ()
    return view.envelope("measure", data, waveform=waves)


def latest(view: Look) -> Latest | None:
    """The newest analysable window of the range."""
    scope = view.scope
    for start_ns, end_ns, rate, rhythm, analysable in rows(
        scope.conn, _NEWEST, scope.device, view.span.start_ns, view.span.end_ns
    ):
        if analysable and rate is not None:
            age_s = round(max(0.0, (scope.now_ns - end_ns) / NS), 1)
            return Latest(view.iso(start_ns), age_s, rate, rhythm)
    return None


def _value(view: Look, metric: str, middle: dict[str, Spread | None]) -> Value:
    limits = _limits(view, metric)
    if metric in {"hr_min", "hr_max"}:
        found = extreme(view.scope, view.spans, highest=metric == "hr_max")
        if found is None:
            return Value(metric, "bpm", missing="no_rate", limits=limits)
        return Value(metric, "bpm", round(found.value, 1), n=1, at=view.iso(found.start_ns), limits=limits)
    if metric == "hr_rest":
        return _rest(view, limits)
    spread = middle[metric]
    if spread is None:
        return Value(
            metric, UNITS[metric], missing=why_missing(view.scope, view.spans, metric), limits=limits
        )
    return Value(metric, UNITS[metric], *_rounded(spread), spread.n, spread.method, limits=limits)


def _rounded(spread: Spread) -> tuple[float, float, float]:
    return round(spread.median, 1), round(spread.q1, 1), round(spread.q3, 1)


def _rest(view: Look, limits: tuple[Limit, ...]) -> Value:
    """The median sinus rate of the small hours in the range, or of the newest ones before its end."""
    spans, own = rest_spans(view), True
    if not spans:
        own = False
        day = local(view.span.end_ns, view.scope.tz).date()
        clock = view.scope.clock
        begun = clock.at(day, REST_HOURS[0]) < view.span.start_ns
        day = day if begun else day - timedelta(days=1)
        spans = ((clock.at(day, REST_HOURS[0]), clock.at(day, REST_HOURS[1])),)
    spread = spread_at_rest(view.scope, spans)
    where = None if own else (view.iso(spans[0][0]), view.iso(spans[-1][1]))
    if spread is None:
        return Value("hr_rest", "bpm", missing="no_sinus_at_rest", where=where, limits=limits)
    return Value("hr_rest", "bpm", *_rounded(spread), spread.n, spread.method, where=where, limits=limits)


def rest_spans(view: Look) -> tuple[tuple[int, int], ...]:
    """What of the range lies in the hours of rest."""
    clock, found = view.scope.clock, []
    for start_ns, end_ns in view.spans:
        day = local(start_ns, view.scope.tz).date()
        while (begin := clock.at(day, REST_HOURS[0])) < end_ns:
            a, b = max(start_ns, begin), min(end_ns, clock.at(day, REST_HOURS[1]))
            if a < b:
                found.append((a, b))
            day += timedelta(days=1)
    return tuple(found)


def _limits(view: Look, metric: str) -> tuple[Limit, ...]:
    names = LIMITS.get(metric, ())
    if metric == "qtc" and view.scope.wearer.sex in {"male", "female"}:
        names = (f"qtcf_high_{view.scope.wearer.sex}",)
    return tuple(
        Limit(name, view.limits[name].value, view.limits[name].unit, view.limits[name].version)
        for name in names
        if name in view.limits
    )
