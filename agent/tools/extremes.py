"""Windows with a rate: the highest and lowest of a range, and runs above or below a rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.tools.figures import NS
from agent.tools.hours import hours_of
from agent.when.model import HOUR_NS
from dsp.coherence import UNCONFIRMED
from storage.sql import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.scope import Scope
    from storage.rollups import HourRow

RHYTHMS: Final = frozenset({"sinus", "af", "regular"})
MEAN_S: Final = 9  # lowest and highest are means of ten seconds; a window cut shorter is no such mean
JOIN_NS: Final = 30 * NS  # windows of a run may be this far apart: one unreadable window does not end it
MAX_RUN_HOURS: Final = (
    400  # hours that are read for runs: a tenth of a second; newest first, and said if more
)

_WINDOWS: Final = select(
    ("start_ns", "end_ns", "hr_bpm", f"iif(instr(flags, '{UNCONFIRMED}'), 'unknown', rhythm)"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 AND analysable = 1 "
    "AND hr_bpm IS NOT NULL ORDER BY start_ns",
)


@dataclass(frozen=True, slots=True)
class Extreme:
    """A ten-second mean and when it was."""

    value: float
    start_ns: int


def extreme(scope: Scope, spans: Sequence[tuple[int, int]], *, highest: bool) -> Extreme | None:
    """The highest or lowest ten-second mean rate in ``RHYTHMS``; the earliest of equal ones."""
    best: Extreme | None = None
    sign = 1 if highest else -1
    for hour, start_ns, end_ns in _hours_by_rate(scope, spans, highest=highest):
        bound = hour.hr_max if highest else hour.hr_min
        if bound is None or (best is not None and sign * bound < sign * best.value):
            break
        for begin, value in _means(scope, start_ns, end_ns):
            if best is None or (sign * value, -begin) > (sign * best.value, -best.start_ns):
                best = Extreme(value, begin)
    return best


def _hours_by_rate(
    scope: Scope, spans: Sequence[tuple[int, int]], *, highest: bool
) -> Iterator[tuple[HourRow, int, int]]:
    found = [
        (hour, max(start_ns, hour.hour_ns), min(end_ns, hour.hour_ns + HOUR_NS))
        for start_ns, end_ns in spans
        for hour in hours_of(scope, start_ns, end_ns)
        if hour.hr_max is not None and hour.hr_min is not None
    ]
    yield from sorted(found, key=lambda each: -(each[0].hr_max or 0) if highest else (each[0].hr_min or 0))


def _means(scope: Scope, start_ns: int, end_ns: int) -> Iterator[tuple[int, float]]:
    for window in windows(scope, start_ns, end_ns):
        if window.rhythm in RHYTHMS and window.end_ns - window.start_ns >= MEAN_S * NS:
            yield window.start_ns, window.hr_bpm


@dataclass(frozen=True, slots=True)
class RateWindow:
    """An analysable window with a rate."""

    start_ns: int
    end_ns: int
    hr_bpm: float
    rhythm: str


def windows(scope: Scope, start_ns: int, end_ns: int) -> Iterator[RateWindow]:
    """The analysable windows with a rate that begin in a stretch, in order."""
    cursor = scope.conn.cursor()
    cursor.row_factory = None
    for row in cursor.execute(_WINDOWS, (scope.device, start_ns, end_ns)):
        yield RateWindow(*row)


@dataclass(frozen=True, slots=True)
class Run:
    """Windows in a row above or below a rate. ``value``: the most extreme of them."""

    start_ns: int
    end_ns: int
    value: float


def runs(
    scope: Scope, spans: Sequence[tuple[int, int]], threshold: float, *, above: bool
) -> tuple[list[Run], bool]:
    """Stretches above or below a rate, in order, and whether all of the range was looked through."""
    hours = [
        (max(start_ns, hour.hour_ns), min(end_ns, hour.hour_ns + HOUR_NS))
        for start_ns, end_ns in spans
        for hour in hours_of(scope, start_ns, end_ns)
        if hour.hr_max is not None
        and hour.hr_min is not None
        and (hour.hr_max > threshold if above else hour.hr_min < threshold)
    ]
    found: list[Run] = []
    for start_ns, end_ns in hours[-MAX_RUN_HOURS:]:
        for window in windows(scope, start_ns, end_ns):
            if (window.hr_bpm > threshold) if above else (window.hr_bpm < threshold):
                _extend(found, window, above=above)
    return found, len(hours) <= MAX_RUN_HOURS


def _extend(found: list[Run], window: RateWindow, *, above: bool) -> None:
    if found and window.start_ns - found[-1].end_ns <= JOIN_NS:
        last = found[-1]
        value = max(last.value, window.hr_bpm) if above else min(last.value, window.hr_bpm)
        found[-1] = Run(last.start_ns, window.end_ns, value)
    else:
        found.append(Run(window.start_ns, window.end_ns, window.hr_bpm))
