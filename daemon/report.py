"""A report of a time: everything in it comes from the agent's own tools, so its numbers are the chat's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from agent.tools.args import (
    Burden,
    Classify,
    CoverageOf,
    FindEvents,
    ListAlerts,
    ListNotes,
    Measure,
    Summarize,
    Trend,
)
from agent.when.model import DAY_NS
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from agent.tools.args import Bucket, Call, TrendMetric
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look
    from agent.when.model import Range
    from daemon.lookup import Lookup

Size = Literal["a4", "letter"]
RATES: Final = ("hr", "hr_rest", "hr_min", "hr_max", "rmssd")
INTERVALS: Final = ("pr", "qrs", "qt", "qtc", "p_duration")
TRENDS: Final[tuple[TrendMetric, ...]] = ("hr", "af_burden", "coverage")
HOURS_UP_TO_NS: Final = 2 * DAY_NS  # a longer time is told in days
DAYS_UP_TO_NS: Final = 62 * DAY_NS  # and one longer than that in weeks
EVENTS_MAX: Final = 50  # the most that the tool lists


class NothingToReport(HearthError):
    """No wearable has recorded anything then."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the tools found, by name, and what they say; ``trends`` in the order of ``TRENDS``."""

    lookup: Lookup
    look: Look
    results: Mapping[str, Envelope]
    trends: tuple[Envelope, ...]
    texts: Mapping[str, str]

    @property
    def audience(self) -> str:
        """Whom it is for: wearer, caregiver or clinician."""
        return self.lookup.scope.role


def gather(lookup: Lookup, span: Range) -> Report:
    """Ask the tools everything that a report tells.

    Raises:
        NothingToReport: no wearable has recorded anything then.
    """
    calls: dict[str, Call] = {
        "summary": Summarize(when="", audience=_audience(lookup)),
        "coverage": CoverageOf(when=""),
        "rates": Measure(when="", metrics=RATES),
        "burden": Burden(when=""),
        "rhythm": Classify(when=""),
        "events": FindEvents(when="", kind="any", limit=EVENTS_MAX),
        "intervals": Measure(when="", metrics=INTERVALS),
        "beats": Classify(when="", target="beats"),
        "alerts": ListAlerts(when=""),
        "notes": ListNotes(when=""),
    }
    if not lookup.scope.device:
        raise NothingToReport("no wearable has ever recorded anything here")
    results = {name: lookup.run(call, span) for name, call in calls.items()}
    covered = results["coverage"].coverage
    if covered is None or covered.recorded_s <= 0:
        raise NothingToReport("nothing was recorded then")
    made = tuple(lookup.run(Trend(when="", metric=metric, bucket=bucket(span)), span) for metric in TRENDS)
    texts = {name: lookup.said(results[name]) for name in ("summary", "coverage", "rhythm", "burden")}
    return Report(lookup, lookup.look(span), results, made, texts)


def bucket(span: Range) -> Bucket:
    """The steps that a trend over a range is told in."""
    length_ns = span.end_ns - span.start_ns
    return "hour" if length_ns <= HOURS_UP_TO_NS else "day" if length_ns <= DAYS_UP_TO_NS else "week"


def write(
    report: Report,
    target: Path,
    size: Size = "a4",
    *,
    progress: Callable[[float], None] = lambda _done: None,
) -> int:
    """Write a report as PDF; how many pages. The same store and moment give the same bytes.

    Raises:
        OSError: it cannot be written.
    """
    from daemon.report_pages import book  # noqa: PLC0415 - matplotlib: half a second that few need

    return book(report, target, size, progress)


def _audience(lookup: Lookup) -> Literal["wearer", "caregiver", "clinician"]:
    match lookup.scope.role:
        case "caregiver":
            return "caregiver"
        case "clinician":
            return "clinician"
        case _:
            return "wearer"
