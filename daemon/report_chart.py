"""Trends as pictures: a step where there is a value, a hatched place where too little could be analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import paper_ink as ink
from daemon.paper_pen import segment
from daemon.report_sheet import MARGIN_MM, SMALL_PT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.tools.trend import Course, Point
    from daemon.report_sheet import Sheets

HEIGHT_MM: Final = 24.0
TITLE_MM: Final = 6.5
AXIS_MM: Final = 5.0
SCALE_MM: Final = 11.0  # to the left, for numbers
TICKS: Final = 3
LABELS_MAX: Final = 8
TITLES: Final = {
    "hr": "Heart rate, median (bpm)",
    "af_burden": "Atrial fibrillation, share of the analysable time (%)",
    "coverage": "Analysable, share of the time (%)",
}
COLOURS: Final = {"hr": ink.BLUE, "af_burden": ink.PURPLE, "coverage": ink.GREEN}


def chart(sheets: Sheets, course: Course, labels: Sequence[str]) -> None:
    """One metric from bucket to bucket; ``labels`` are the buckets' names."""
    if not course.points:
        return
    top = sheets.room(TITLE_MM + HEIGHT_MM + AXIS_MM) + TITLE_MM
    pen, left = sheets.pen, MARGIN_MM + SCALE_MM
    right, bottom = MARGIN_MM + sheets.width, top + HEIGHT_MM
    low, high = _limits(course)
    pen.text(MARGIN_MM, top - 2.8, TITLES[course.metric], size=SMALL_PT + 0.5, bold=True)

    def y(value: float) -> float:
        return bottom - (value - low) / (high - low) * HEIGHT_MM

    for value in np.linspace(low, high, TICKS):
        pen.strokes([segment(left, y(value), right, y(value))], ink.GRID_BOLD, width=0.12)
        pen.text(left - 1.5, y(value) + 0.9, f"{value:g}", size=SMALL_PT, colour=ink.GREY, across="right")
    width = (right - left) / len(course.points)
    colour = COLOURS[course.metric]
    for k, point in enumerate(course.points):
        a, b = left + k * width, left + (k + 1) * width
        if point.value is None:
            pen.box(a, top, b, bottom, "#ffffff", alpha=0.0, edge="#b9b9b9", hatch="//", gid="missing")
        elif course.metric == "hr":
            pen.strokes([segment(a, y(point.value), b, y(point.value))], colour, width=0.7)
        else:
            pen.box(a + width * 0.08, y(point.value), b - width * 0.08, bottom, colour, alpha=0.75)
    _names(sheets, labels, (left, bottom, width))


def _names(sheets: Sheets, labels: Sequence[str], place: tuple[float, float, float]) -> None:
    left, bottom, width = place
    step = -(-len(labels) // LABELS_MAX)
    for k in range(0, len(labels), step):
        sheets.pen.strokes([segment(left + k * width, bottom, left + k * width, bottom + 1.0)], ink.GREY)
        sheets.pen.text(left + k * width, bottom + 3.6, labels[k], size=SMALL_PT - 0.5, colour=ink.GREY)


def _limits(course: Course) -> tuple[float, float]:
    """The lowest and the highest of the scale: whole tens around the values."""
    known = [value for value in map(_value, course.points) if value is not None]
    if course.metric == "coverage" or not known:
        return 0.0, 100.0
    high = max(10.0, float(np.ceil(max(known) / 10.0) * 10.0))
    low = 0.0 if course.metric != "hr" else float(np.floor(min(known) / 10.0) * 10.0)
    return low, high if high > low else low + 10.0


def _value(point: Point) -> float | None:
    return point.value
