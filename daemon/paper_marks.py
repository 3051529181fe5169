"""What was found, on a row of ECG paper: windows and findings in lanes, beats above, waves on the trace."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import paper_ink as ink
from daemon.paper_frame import AIR_ABOVE_MM, LANE_MM, MM_PER_S, height_above
from daemon.paper_pen import fitting, segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from daemon.paper import Strip
    from daemon.paper_frame import Frame
    from daemon.paper_pen import Pen
    from daemon.reference_beats import Comparison
    from dsp.types import Fiducials, FloatArray

RR_ROOM_MM: Final = 10.0  # between two beats, for the interval to be written there
END_MM: Final = 1.0  # half the length of the mark at a wave's onset and offset
PEAK_MM: Final = 0.9  # across the dot at its peak
MARK_MM: Final = 2.2  # length of the mark under a beat's letter
RR_LONGEST_S: Final = 4.0  # a longer interval is a break
WORDS_PT: Final = 6.5
LINE: Final = 2  # points that make one


def draw_marks(pen: Pen, strip: Strip, frame: Frame, lanes: int, compared: Comparison | None) -> None:
    """Everything found in a row; ``lanes``: how many are kept for findings."""
    _decisive(pen, strip, frame)
    _windows(pen, strip, frame, lanes)
    _findings(pen, strip, frame)
    _waves(pen, strip, frame)
    _beats(pen, strip, frame)
    if compared is not None:
        _reference(pen, strip, frame, compared)


def lane_of(strip: Strip) -> dict[int, int]:
    """The lane of each finding, by its position among the findings: none covers another."""
    ends: list[float] = []
    lanes: dict[int, int] = {}
    for k, finding in enumerate(strip.analysis.findings):
        if finding.start >= strip.end or finding.start + finding.n <= strip.start:
            continue
        lane = next((i for i, end in enumerate(ends) if end <= finding.start), len(ends))
        ends[lane : lane + 1] = [finding.start + finding.n]
        lanes[k] = lane
    return lanes


def _windows(pen: Pen, strip: Strip, frame: Frame, lanes: int) -> None:
    top = frame.top - height_above(lanes, reference=strip.reference is not None)
    for window in strip.analysis.windows:
        inside = frame.span(window.start, window.start + window.n)
        if inside is None:
            continue
        left, right = inside
        good = window.quality.analysable
        pen.box(left + 0.2, top, right - 0.2, top + LANE_MM - 0.5, ink.RHYTHM[window.rhythm], z=2.0)
        words = fitting(right - left - 2.0, WORDS_PT, *ink.window_words(window))
        pen.text(left + 1.2, top + LANE_MM - 1.6, words, size=WORDS_PT, colour=ink.BLACK)
        if not good:
            pen.box(left, frame.top, right, frame.bottom, "#8c8c8c", alpha=0.16, z=1.4)
            pen.box(
                left, frame.top, right, frame.bottom, "#ffffff", alpha=0.0, z=1.5, edge="#b9b9b9", hatch="//"
            )


def _decisive(pen: Pen, strip: Strip, frame: Frame) -> None:
    """Behind everything, so that grid and trace stay as they are."""
    for part in strip.decisive:
        inside = frame.span(part.start, part.end)
        if inside is not None:
            pen.box(
                inside[0],
                frame.top,
                inside[1],
                frame.bottom,
                ink.DECISIVE,
                alpha=ink.DECISIVE_ALPHA,
                z=1.1,
                gid="decisive",
            )


def _findings(pen: Pen, strip: Strip, frame: Frame) -> None:
    base = frame.top - LANE_MM * (1 + (strip.reference is not None)) - AIR_ABOVE_MM
    for k, lane in lane_of(strip).items():
        finding = strip.analysis.findings[k]
        inside = frame.span(finding.start, finding.start + finding.n)
        if inside is None:
            continue
        left, right = inside
        top = base - LANE_MM * (lane + 1)
        pen.box(left, top, right, top + LANE_MM - 0.5, ink.FINDING[finding.kind], z=2.0)
        # A bar that comes from the row before or goes on into the next has no end here.
        if finding.start >= frame.start:
            pen.strokes([segment(left, top, left, top + LANE_MM - 0.5)], ink.VERMILLION, width=0.4, z=2.2)
        if finding.start + finding.n <= frame.end:
            pen.strokes([segment(right, top, right, top + LANE_MM - 0.5)], ink.VERMILLION, width=0.4, z=2.2)
        words = fitting(right - left - 1.6, WORDS_PT, *ink.finding_words(finding))
        pen.text(left + 1.0, top + LANE_MM - 1.6, words, size=WORDS_PT, colour=ink.BLACK, bold=True)


def _waves(pen: Pen, strip: Strip, frame: Frame) -> None:
    """Each wave as a broad coloured line under the trace from its onset to its offset, a dot at its peak."""
    for name, colour in ink.WAVE.items():
        pieces, ends = [], []
        for f in strip.analysis.fiducials:
            on, off, peak = _ends(f, name)
            if on is not None and off is not None and (cut := _cut(strip, frame, on, off)) is not None:
                pieces.append(cut)
            ends += [segment(x, y - END_MM, x, y + END_MM) for x, y in _seen(strip, frame, (on, off))]
            for x, y in _seen(strip, frame, (peak,)):
                pen.dot(x, y, colour, size=PEAK_MM, z=4.4)
        box = (frame.first_line, frame.top, frame.right, frame.bottom)
        pen.strokes(pieces, colour, width=1.5, alpha=0.5, z=3.0, gid=f"wave-{name}", inside=box)
        pen.strokes(ends, colour, width=0.22, z=4.2, inside=box)


def _ends(f: Fiducials, name: str) -> tuple[int | None, int | None, int | None]:
    match name:
        case "p":
            return f.p_on, f.p_off, f.p_peak
        case "qrs":
            return f.qrs_on, f.qrs_off, None  # the beat's own mark stands over its R peak
        case _:
            return f.t_on, f.t_off, f.t_peak


def _cut(strip: Strip, frame: Frame, on: int, off: int) -> FloatArray | None:
    a, b = max(on, frame.start), min(off + 1, frame.end)
    if b - a < LINE:
        return None
    samples = np.arange(a, b)
    uv = strip.uv[a - strip.start : b - strip.start]
    points = np.column_stack((frame.left + (samples - frame.start) * (MM_PER_S / frame.fs_hz), frame.y(uv)))
    return points[np.isfinite(uv)]


def _seen(strip: Strip, frame: Frame, samples: Iterable[int | None]) -> Iterator[tuple[float, float]]:
    """Across and down, of the signal at those samples that are seen in this row."""
    for sample in samples:
        if sample is not None and frame.start <= sample < frame.end:
            y = float(frame.y(strip.uv[sample - strip.start : sample - strip.start + 1])[0])
            if frame.top <= y <= frame.bottom:
                yield frame.x(sample), y


def _beats(pen: Pen, strip: Strip, frame: Frame) -> None:
    base = frame.top - 1.4
    for beat in strip.analysis.beats:
        if not frame.start <= beat.sample < frame.end:
            continue
        x, colour = frame.x(beat.sample), ink.BEAT[beat.label]
        usual = beat.label.value == "N"
        pen.text(
            x,
            base,
            beat.label.value,
            size=7.0 if usual else 8.5,
            colour=colour,
            across="center",
            bold=not usual,
        )
        pen.strokes(
            [segment(x, frame.top - 0.8, x, frame.top + MARK_MM)], colour, width=0.3 if usual else 0.6, z=3.5
        )
    for before, beat in pairwise(strip.analysis.beats):
        a, b = frame.x(before.sample), frame.x(beat.sample)
        if before.sample < frame.start or beat.sample >= frame.end or b - a < RR_ROOM_MM:
            continue
        seconds = (beat.sample - before.sample) / frame.fs_hz
        if seconds <= RR_LONGEST_S:
            pen.text(
                (a + b) / 2.0, base, f"{1000.0 * seconds:.0f}", size=5.0, colour=ink.GREY, across="center"
            )


def _reference(pen: Pen, strip: Strip, frame: Frame, compared: Comparison) -> None:
    base = frame.top - LANE_MM - 1.4
    renamed = {reference.sample for reference, _ in compared.renamed}
    for one in strip.reference or ():
        if frame.start <= one.sample < frame.end:
            odd = one.sample in renamed
            pen.text(
                frame.x(one.sample),
                base,
                one.symbol,
                size=8.5 if odd else 7.0,
                colour=ink.BEAT[one.label],
                across="center",
                bold=odd,
            )
    # Each kind has a line of its own, as the two often lie side by side.
    for sample, words, colour, line in (
        *((one.sample, "missed", ink.VERMILLION, 0) for one in compared.missed),
        *((one.sample, "false", ink.BLUE, 1) for one in compared.wrong),
    ):
        if frame.start <= sample < frame.end:
            x = frame.x(sample)
            pen.strokes(
                [segment(x, frame.top, x, frame.bottom)], colour, width=0.35, dashes=(1.2, 0.8), z=3.4
            )
            y = frame.bottom - 1.2 - 3.2 * line
            pen.text(x + 0.9, y, words, size=WORDS_PT, colour=colour, bold=True, clear=True)
