"""Everything that matters about a time, in one result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.tools import events, measure, status
from agent.tools.args import FindEvents, ListAlerts, ListNotes, Measure, Summarize
from agent.tools.figures import NS, totals
from agent.when.model import Kind

if TYPE_CHECKING:
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look


class Overview(msgspec.Struct, frozen=True):
    """The parts of a summary; see each tool's own struct."""

    measured: measure.Measured
    found: events.Events
    af_s: float
    af_pct: float
    beats: int
    s_beats: int
    v_beats: int
    alerts: status.Alerts
    notes: status.Notes
    audience: str
    rhythm_pct: float = 100.0  # of the time, whose rhythm could be told


def run(view: Look, args: Summarize) -> Envelope:
    """Summarize a range."""
    sums = totals(view.scope, view.spans)
    nightly = view.span.kind in {Kind.NIGHT, Kind.NIGHTS}
    rest = ("hr_rest",) if nightly or measure.rest_spans(view) else ()
    measured = measure.run(view, Measure(when=args.when, metrics=("hr", *rest)))
    found = events.run(view, FindEvents(when=args.when, kind="any", limit=20))
    alerts = status.alerts(view, ListAlerts(when=args.when))
    notes = status.diary(view, ListNotes(when=args.when))
    data = Overview(
        measured=msgspec.convert(measured.data, measure.Measured) if measured.ok else measure.Measured(()),
        found=msgspec.convert(found.data, events.Events)
        if found.ok
        else events.Events("any", 0, 0.0, (), None, ()),
        af_s=round(sums.af_s, 1),
        af_pct=round(100 * sums.af_s / sums.analysable_s, 2) if sums.analysable_s else 0.0,
        beats=sums.beats,
        s_beats=sums.s_beats,
        v_beats=sums.v_beats,
        alerts=msgspec.convert(alerts.data, status.Alerts),
        notes=msgspec.convert(notes.data, status.Notes),
        audience=args.audience,
        rhythm_pct=_told_pct(view, sums.analysable_s - sums.unknown_s),
    )
    return view.envelope("summarize", data, limits=tuple(found.versions.thresholds))


def _told_pct(view: Look, seconds: float) -> float:
    whole_s = sum(end_ns - start_ns for start_ns, end_ns in view.spans) / NS
    return round(min(100.0, 100 * max(0.0, seconds) / whole_s), 1) if whole_s else 0.0
