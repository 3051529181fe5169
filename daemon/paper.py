"""Strips on ECG paper, true to scale: 25 mm a second, 10 mm a millivolt, with what the chain found in them.

Draws only: it takes samples and results from wherever they are, and knows neither files nor the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import paper_ink as ink
from daemon.paper_frame import (
    MM_PER_MV,
    MM_PER_S,
    PULSE_MM,
    UV_PER_MM,
    Frame,
    clock,
    height_above,
)
from daemon.paper_marks import lane_of
from daemon.paper_pen import Pen, fitting, save, segment, style, text_mm
from daemon.paper_row import draw_row
from daemon.reference_beats import compare
from dsp.types import Analysis, BeatLabel

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from matplotlib.figure import Figure

    from daemon.reference_beats import Comparison, ReferenceBeat
    from dsp.explanation import Part
    from dsp.types import FloatArray

ROW_S: Final = 10.0  # 250 mm: what fits across A4
LEAST_ROW_S: Final = 7.0  # a shorter row has no room for the words above it
AXIS_MM: Final = 4.6  # under a grid, for the time
MARGIN_MM: Final = 9.0
HEAD_MM: Final = 19.0
FOOT_MM: Final = 10.0
NAME_MAX: Final = 32  # letters: more would reach the scale at the other end of the line
APART_MM: Final = 3.5  # between rows
LOW_MM: Final = 30.0  # of grid, at least: room for what rises above the usual
HIGH_MM: Final = 80.0  # at most: what swings further runs off the paper
AIR_MM: Final = 6.0  # above and below the signal together
A4_MM: Final = (297.0, 210.0)


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn: samples from ``start`` on, and everything found in the recording they are from.

    ``uv``: (n,), NaN where there is no signal; positions in ``analysis`` and ``reference`` count from the
    recording's first sample, as ``start`` does. ``total``: samples of the recording; ``began``: wall time of
    the first one, if known; ``chain``: version that found it; ``reference``: beats marked by somebody else;
    ``decisive``: parts that carry what was found.
    """

    name: str
    lead: str
    fs_hz: float
    uv: FloatArray = field(repr=False)
    start: int
    total: int
    chain: str
    analysis: Analysis = field(repr=False)
    began: datetime | None = None
    reference: tuple[ReferenceBeat, ...] | None = field(default=None, repr=False)
    decisive: tuple[Part, ...] = ()

    @property
    def end(self) -> int:
        """One past the last sample."""
        return self.start + len(self.uv)

    def compared(self) -> Comparison | None:
        """Our beats against the reference; None without one."""
        return None if self.reference is None else compare(self.reference, self.analysis.beats, self.fs_hz)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: samples from ``start`` to ``end``, lanes kept for findings, heights in mm."""

    start: int
    end: int
    lanes: int
    above: float
    grid: float

    @property
    def height(self) -> float:
        """With all that belongs to it, mm."""
        return self.above + self.grid + AXIS_MM + APART_MM


def rows(strip: Strip) -> list[Row]:
    """The rows that a strip needs, each as high as what is in it."""
    step, lanes = _row_samples(strip), lane_of(strip)
    found = strip.analysis.findings
    made = []
    for start in range(strip.start, strip.end, step):
        end = min(start + step, strip.end)
        uv = strip.uv[start - strip.start : end - strip.start]
        seen = [
            lane for k, lane in lanes.items() if found[k].start < end and found[k].start + found[k].n > start
        ]
        count = max(seen, default=-1) + 1
        swing = float(np.ptp(uv[np.isfinite(uv)])) if np.isfinite(uv).any() else 0.0
        needed = MM_PER_MV * float(np.ceil((swing / UV_PER_MM + AIR_MM) / MM_PER_MV))
        above = height_above(count, reference=strip.reference is not None)
        made.append(Row(start, end, count, above, min(max(needed, LOW_MM), HIGH_MM)))
    return made


def sheet(strip: Strip) -> Figure:
    """The whole strip on one sheet as large as it needs."""
    all_rows = rows(strip)
    width = 2 * MARGIN_MM + PULSE_MM + _row_samples(strip) / strip.fs_hz * MM_PER_S
    height = HEAD_MM + sum(row.height for row in all_rows) + FOOT_MM
    return _page(strip, all_rows, (width, height))


def pages(strip: Strip) -> list[Figure]:
    """The strip on pages of A4 across."""
    room = A4_MM[1] - HEAD_MM - FOOT_MM
    parts: list[list[Row]] = [[]]
    for row in rows(strip):
        if parts[-1] and sum(one.height for one in parts[-1]) + row.height > room:
            parts.append([])
        parts[-1].append(row)
    return [_page(strip, part, A4_MM, (k, len(parts))) for k, part in enumerate(parts)]


def write(strip: Strip, target: Path, kind: str) -> None:
    """Draws a strip into a file: ``png`` or ``svg`` as one sheet, ``pdf`` as pages.

    Raises:
        OSError: the file cannot be written.
    """
    if kind == "pdf":
        from matplotlib.backends.backend_pdf import PdfPages  # noqa: PLC0415 - for this kind only

        with style(), PdfPages(target, metadata={"CreationDate": None}) as book:
            for page in pages(strip):
                book.savefig(page)
    else:
        save(sheet(strip), target, kind)


def _row_samples(strip: Strip) -> int:
    seconds = min(ROW_S, max(LEAST_ROW_S, len(strip.uv) / strip.fs_hz))
    return round(float(np.ceil(seconds)) * strip.fs_hz)


def _page(
    strip: Strip, part: list[Row], size: tuple[float, float], number: tuple[int, int] = (0, 1)
) -> Figure:
    with style():
        pen = Pen(*size)
        width = _row_samples(strip) / strip.fs_hz * MM_PER_S
        margin = (pen.width - PULSE_MM - width) / 2.0
        left, top = margin + PULSE_MM, HEAD_MM
        compared = strip.compared()
        _head(pen, strip, margin, number)
        for row in part:
            frame = Frame(
                left=left,
                top=top + row.above,
                bottom=top + row.above + row.grid,
                start=row.start,
                end=row.end,
                fs_hz=strip.fs_hz,
                level_uv=_level(strip.uv[row.start - strip.start : row.end - strip.start], row.grid),
                right=left + width,
            )
            draw_row(pen, strip, frame, row.lanes, compared)
            top += row.height
        _foot(pen, strip, margin)
        return pen.figure


def _level(uv: FloatArray, grid: float) -> float:
    """The voltage in the middle of a row: so that all of it is seen, or else most of it."""
    there = uv[np.isfinite(uv)]
    if not len(there):
        return 0.0
    low, high = float(there.min()), float(there.max())
    if (high - low) / UV_PER_MM > grid:
        return float(np.median(there))
    return (low + high) / 2.0


def _head(pen: Pen, strip: Strip, margin: float, number: tuple[int, int]) -> None:
    fs, right = strip.fs_hz, pen.width - margin
    name = (
        strip.name if len(strip.name) <= NAME_MAX else f"{strip.name[: NAME_MAX - 1]}\N{HORIZONTAL ELLIPSIS}"
    )
    pen.text(margin, 8.5, name, size=12.0, bold=True)
    after = margin + text_mm(name, 12.0) * 1.2 + 4.0
    pen.text(after, 8.5, f"lead {strip.lead}", size=9.0)
    stretch = f"{clock(strip.start / fs)} to {clock(strip.end / fs)} of {clock(strip.total / fs)}"
    if strip.began is not None:
        stretch += f" \N{MIDDLE DOT} recorded from {strip.began:%Y-%m-%d %H:%M:%S}"
    pen.text(margin, 13.0, f"{stretch} \N{MIDDLE DOT} {fs:g} Hz", size=7.0, colour=ink.GREY)
    pen.text(margin, 16.8, _summary(strip), size=7.0, colour=ink.GREY)
    pen.text(right, 8.5, "25 mm/s \N{MIDDLE DOT} 10 mm/mV", size=9.0, across="right", bold=True)
    page = "" if number[1] == 1 else f" \N{MIDDLE DOT} page {number[0] + 1} of {number[1]}"
    pen.text(right, 13.0, f"Hearth {strip.chain}{page}", size=7.0, colour=ink.GREY, across="right")
    pen.text(right, 16.8, "Not a medical device", size=7.0, colour=ink.BLACK, across="right", bold=True)


def _summary(strip: Strip) -> str:
    beats = [beat for beat in strip.analysis.beats if strip.start <= beat.sample < strip.end]
    counts = [
        f"{sum(beat.label is label for beat in beats)} {label.value}"
        for label in BeatLabel
        if any(beat.label is label for beat in beats)
    ]
    words = [f"{len(beats)} beats" + (f" ({', '.join(counts)})" if counts else "")]
    compared = strip.compared()
    if compared is not None:
        missed, wrong = (
            sum(strip.start <= one.sample < strip.end for one in each)
            for each in (compared.missed, compared.wrong)
        )
        words.append(f"against the reference: {missed} missed, {wrong} false")
    return " \N{MIDDLE DOT} ".join(words)


def _foot(pen: Pen, strip: Strip, margin: float) -> None:
    y, x = pen.height - 4.5, margin
    for name, colour in ink.WAVE.items():
        pen.strokes([segment(x, y - 0.9, x + 5.0, y - 0.9)], colour, width=1.5, alpha=0.5)
        pen.text(x + 6.2, y, ink.WAVE_WORDS[name], size=6.5, colour=ink.GREY)
        x += 9.0 + text_mm(ink.WAVE_WORDS[name], 6.5)
    for label, colour in ink.BEAT.items():
        pen.text(x, y, label.value, size=7.0, colour=colour, bold=label is not BeatLabel.N)
        pen.text(x + 2.4, y, ink.BEAT_WORDS[label], size=6.5, colour=ink.GREY)
        x += 5.0 + text_mm(ink.BEAT_WORDS[label], 6.5)
    pen.box(x, y - 2.4, x + 5.0, y + 0.4, "#8c8c8c", alpha=0.16)
    pen.box(x, y - 2.4, x + 5.0, y + 0.4, "#ffffff", alpha=0.0, edge="#b9b9b9", hatch="//")
    pen.text(x + 6.2, y, "not analysable", size=6.5, colour=ink.GREY)
    if strip.decisive:
        x += 6.2 + text_mm("not analysable", 6.5) + 3.0
        pen.box(x, y - 2.4, x + 5.0, y + 0.4, ink.DECISIVE, alpha=ink.DECISIVE_ALPHA)
        pen.text(x + 6.2, y, ink.DECISIVE_WORDS, size=6.5, colour=ink.GREY)
    words = "between beats: RR in ms" if strip.reference is None else "upper letters: reference"
    right = pen.width - margin
    pen.text(right, y, fitting(right - x - 36.0, 6.5, words), size=6.5, colour=ink.GREY, across="right")
