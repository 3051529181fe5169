"""The pages of a report, in order."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

import msgspec
from matplotlib.backends.backend_pdf import PdfPages

from agent.tools.events import Events, Found
from agent.tools.trend import Course
from agent.when.model import local
from daemon import report_tables as tables
from daemon.paper_pen import style
from daemon.report_chart import chart
from daemon.report_sheet import SMALL_PT, TITLE_PT, Sheets
from daemon.report_strips import draw, important, shown
from daemon.report_words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daemon.report import Report, Size

STRIPS: Final = {"wearer": 3, "caregiver": 3, "clinician": 8}
DISCLAIMER: Final = "Hearth \N{MIDDLE DOT} not a medical device \N{MIDDLE DOT} not a diagnosis"
LIMITS: Final = (
    "This report comes from one lead, worn at home, and from programs: no clinician has looked at it. One "
    "lead cannot show axis, enlargement, an infarction or its place, ST changes beyond a change from the "
    "wearer's own baseline, the side of a bundle branch block, fascicular block, lead reversal or "
    "electrolytes. What was not recorded or could not be analysed is not known: nothing found there does not "
    "mean that nothing was there. Only what is named in this report was looked for. Not a diagnosis."
)
URGENT: Final = (
    "For chest pain, collapse, trouble breathing or signs of a stroke, call the emergency number; do not "
    "read reports."
)


def book(report: Report, target: Path, size: Size, progress: Callable[[float], None]) -> int:
    """Write all pages; how many. ``progress`` is told the share that is done."""
    with style():
        sheets = Sheets(size, DISCLAIMER)
        words = Words(report)
        _title(sheets, report)
        for number, section in enumerate(SECTIONS):
            section(sheets, report, words)
            progress((number + 1) / (len(SECTIONS) + 1))
        figures = sheets.finished()
        title = f"Hearth report, {report.look.label}"
        info = {"CreationDate": None, "Title": title, "Creator": "Hearth", "Producer": None}
        with PdfPages(target, metadata=info) as pages:
            for figure in figures:
                pages.savefig(figure)
    progress(1.0)
    return len(figures)


def _title(sheets: Sheets, report: Report) -> None:
    scope = report.lookup.scope
    sheets.line(f"Heart report: {scope.wearer.name}", pt=TITLE_PT, bold=True)
    sheets.space(1.0)
    sheets.line(report.look.label, bold=True)
    made = local(scope.now_ns, scope.tz)
    device = report.results["rates"].device or scope.device
    lead = "beat intervals only" if report.results["rates"].signal == "rr" else f"lead {scope.lead}"
    facts = (
        f"for the {report.audience}",
        f"made {made:%Y-%m-%d %H:%M} ({scope.wearer.tz})",
        f"wearable {device}, {lead}",
    )
    sheets.line(" \N{MIDDLE DOT} ".join(facts), pt=SMALL_PT)
    sheets.space(1.0)
    sheets.paragraph(URGENT, pt=SMALL_PT)


def _summary(sheets: Sheets, report: Report, _words: Words) -> None:
    sheets.heading("Summary")
    sheets.paragraph(report.texts["summary"])


def _coverage(sheets: Sheets, report: Report, words: Words) -> None:
    covered = report.results["coverage"].coverage
    sheets.heading("How much was recorded")
    sheets.paragraph(report.texts["coverage"])
    if covered is None:
        return
    sheets.space()
    sheets.table(("", "time", "of the whole"), tables.coverage(covered, words), (3, 2, 2))
    if covered.gaps:
        sheets.space()
        sheets.table(("longest gaps, from", "to", "length", "why"), tables.gaps(covered, words), (3, 3, 2, 2))


def _rates(sheets: Sheets, report: Report, words: Words) -> None:
    sheets.heading("Heart rate")
    rows = tables.values(report.results["rates"], words)
    sheets.table(("", "value", "middle half", "from", "when, or limits in force"), rows, (3, 2, 3, 2, 4))


def _rhythm(sheets: Sheets, report: Report, words: Words) -> None:
    sheets.heading("Rhythm and atrial fibrillation")
    for name in ("rhythm", "burden"):
        sheets.paragraph(report.texts[name])
    sheets.space()
    sheets.table(
        ("rhythm", "time", "of the analysable time"),
        tables.rhythms(report.results["rhythm"], words),
        (3, 2, 2),
    )
    rows = tables.burden(report.results["burden"], words)
    if rows:
        sheets.space()
        sheets.table(("atrial fibrillation", ""), rows, (3, 4))
    rows = tables.beat_counts(report.results["beats"], words)
    if rows and report.audience == "clinician":
        sheets.space()
        sheets.table(("beats", "number", "of all"), rows, (3, 2, 2))


def _events(sheets: Sheets, report: Report, words: Words) -> None:
    found = _found(report)
    if found is None:
        return
    sheets.heading("Events")
    sheets.table(("looked for", "found", "together", "counts from"), tables.kinds(found, words), (3, 2, 2, 4))
    unsure = words.unsure(report.results["events"])
    if unsure:
        sheets.paragraph(unsure, pt=SMALL_PT)
    if found.events:
        sheets.space()
        rows = tables.events(found, words)
        sheets.table(("event", "began", "length", "value"), rows, (3, 4, 2, 2))
        left = found.count - len(found.events)
        if left > 0:
            sheets.line(f"and {left} more", pt=SMALL_PT)


def _strips(sheets: Sheets, report: Report, words: Words) -> None:
    found = _found(report)
    if found is None or not found.events:
        return
    scope = report.lookup.scope.at(report.look.spans)
    chain = ", ".join(report.results["events"].versions.chain)
    sheets.heading("ECG of the most important events", below=50.0)
    sheets.line("25 mm/s, 10 mm/mV; one lead; letters: beats as the program named them", pt=SMALL_PT)
    missing: list[Found] = []
    for event in important(found.events, STRIPS[report.audience]):
        made = shown(scope, event, words.ns(event.start), chain)
        if made is None:
            missing.append(event)
        else:
            draw(sheets, made, words.event_title(event))
    for event in missing:
        sheets.line(f"{words.event_title(event)}: no samples of it are stored", pt=SMALL_PT)


def _trends(sheets: Sheets, report: Report, words: Words) -> None:
    made = [msgspec.convert(each.data, Course) for each in report.trends if each.ok]
    if not made:
        return
    sheets.heading(f"Course, by {made[0].bucket}", below=34.0)
    for course in made:
        chart(sheets, course, [words.bucket(point.start, course.bucket) for point in course.points])
    sheets.line("hatched: too little could be analysed", pt=SMALL_PT)


def _intervals(sheets: Sheets, report: Report, words: Words) -> None:
    found = report.results["intervals"]
    if report.audience != "clinician" or not found.ok:
        return
    sheets.heading("Intervals")
    rows = tables.values(found, words)
    sheets.table(("", "median", "middle half", "from", "usual limits in force"), rows, (3, 2, 3, 2, 4))
    sheets.line("QTc by Fridericia. Medians of ten-second windows; automatic, in one lead.", pt=SMALL_PT)


def _alerts(sheets: Sheets, report: Report, words: Words) -> None:
    rows = tables.alerts(report.results["alerts"], words)
    sheets.heading("Alerts")
    if rows:
        sheets.table(("began", "ended", "priority", "seen", "what it said"), rows, (3, 3, 2, 3, 5))
        _more(sheets, report.results["alerts"].data, len(rows))
    else:
        sheets.line("None were raised in this time.")


def _notes(sheets: Sheets, report: Report, words: Words) -> None:
    rows = tables.notes(report.results["notes"], words)
    if not rows:
        return
    sheets.heading("Notes")
    sheets.table(("when", "kind", "what was written"), rows, (3, 2, 7))
    _more(sheets, report.results["notes"].data, len(rows))


def _more(sheets: Sheets, data: dict[str, Any], told: int) -> None:
    """How many are not in a table that holds the newest."""
    if data["count"] > told:
        sheets.line(f"the newest {told} of {data['count']}", pt=SMALL_PT)


def _sources(sheets: Sheets, report: Report, words: Words) -> None:
    sheets.heading("Where this comes from")
    versions = report.results["rates"].versions
    program = metadata.version("hearthd")
    sheets.paragraph(
        f"Hearth {program}; signal chain {', '.join(versions.chain) or 'none'}; "
        f"rhythm by {', '.join(versions.model) or 'none'}.",
        pt=SMALL_PT,
    )
    if report.audience == "clinician":
        sheets.space(1.0)
        rows = tables.thresholds(report.look.limits.values(), words)
        head = ("threshold in force", "value", "version", "source")
        sheets.table(head, rows, (4, 2, 1, 6), pt=SMALL_PT)
    sheets.space()
    sheets.paragraph(LIMITS, pt=SMALL_PT)


SECTIONS: Final[tuple[Callable[[Sheets, Report, Words], Any], ...]] = (
    _summary,
    _coverage,
    _rates,
    _rhythm,
    _events,
    _strips,
    _trends,
    _intervals,
    _alerts,
    _notes,
    _sources,
)


def _found(report: Report) -> Events | None:
    made = report.results["events"]
    return msgspec.convert(made.data, Events) if made.ok else None
