"""The ECG of the events that matter most, on ECG paper: 25 mm a second, 10 mm a millivolt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import export_signal
from daemon.export_strip import strip
from daemon.paper_frame import MM_PER_MV, MM_PER_S, PULSE_MM, UV_PER_MM, Frame, height_above
from daemon.paper_marks import lane_of
from daemon.paper_row import draw_row
from daemon.report_sheet import MARGIN_MM, SMALL_PT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.scope import Scope
    from agent.tools.events import Found
    from daemon.export_signal import Part
    from daemon.paper import Strip
    from daemon.report_sheet import Sheets
    from dsp.types import FloatArray

NS: Final = 10**9
SECONDS: Final = 7  # 175 mm: what fits across a page
LEAD_IN_S: Final = 1.5  # before the event, so that its beginning is seen
LOW_MM: Final = 25.0
HIGH_MM: Final = 60.0
AIR_MM: Final = 6.0
TITLE_MM: Final = 5.0
AXIS_MM: Final = 5.5
# The order in which kinds are shown; of each, the longest or strongest first.
IMPORTANCE: Final = ("wide_run", "pause", "af", "tachy", "brady", "bigeminy", "trigeminy")
LOWEST_FIRST: Final = frozenset({"brady"})
STRONGEST_FIRST: Final = frozenset({"wide_run", "pause", "tachy"})


@dataclass(frozen=True, slots=True)
class Shown:
    """An event and its strip, whose positions count from the strip's first sample."""

    event: Found
    part: Part
    strip: Strip


def important(found: Sequence[Found], count: int) -> list[Found]:
    """The events that are worth a strip: the first of each kind by weight, then the second of each."""
    ranked: list[tuple[int, int, Found]] = []
    for place, kind in enumerate(IMPORTANCE):
        own = sorted((each for each in found if each.kind == kind), key=_weight, reverse=True)
        ranked += [(k, place, each) for k, each in enumerate(own)]
    ranked.sort(key=lambda each: each[:2])
    return [event for _, _, event in ranked[:count]]


def _weight(event: Found) -> float:
    if event.kind in LOWEST_FIRST:
        return -(event.value or 0.0)
    return (event.value or 0.0) if event.kind in STRONGEST_FIRST else event.seconds


def shown(scope: Scope, event: Found, start_ns: int, chain: str) -> Shown | None:
    """The strip of an event that begins at ``start_ns``; None where its samples are not kept."""
    first_ns = start_ns - round(LEAD_IN_S * NS)
    found = export_signal.find(scope.conn, scope.device, ((first_ns, first_ns + SECONDS * NS),), scope.clock)
    if not found.parts:
        return None
    part = max(found.parts, key=lambda each: each.n)
    made = strip(scope.conn, part, event.kind, chain=chain)
    return Shown(event, part, made) if np.isfinite(made.uv).any() else None


def draw(sheets: Sheets, one: Shown, title: str) -> None:
    """The strip with what was found in it."""
    seen, lanes = one.strip, max(lane_of(one.strip).values(), default=-1) + 1
    above = height_above(lanes, reference=False)
    known = seen.uv[np.isfinite(seen.uv)]
    grid = _grid_mm(known)
    top = sheets.room(TITLE_MM + above + grid + AXIS_MM)
    sheets.pen.text(MARGIN_MM, top + TITLE_MM - 1.5, title, size=SMALL_PT + 0.5, bold=True)
    left = MARGIN_MM + PULSE_MM
    frame = Frame(
        left=left,
        top=top + TITLE_MM + above,
        bottom=top + TITLE_MM + above + grid,
        start=0,
        end=len(seen.uv),
        fs_hz=seen.fs_hz,
        level_uv=float((known.min() + known.max()) / 2.0),
        right=left + SECONDS * MM_PER_S,
    )
    draw_row(sheets.pen, seen, frame, lanes, None)


def _grid_mm(known: FloatArray) -> float:
    needed = MM_PER_MV * float(np.ceil((float(np.ptp(known)) / UV_PER_MM + AIR_MM) / MM_PER_MV))
    return min(max(needed, LOW_MM), HIGH_MM)
