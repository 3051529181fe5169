"""One row of a strip: the grid, the calibration pulse, the signal and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import paper_ink as ink
from daemon.paper_frame import MM_PER_MV, MM_PER_S, PULSE_MM, clock
from daemon.paper_marks import draw_marks
from daemon.paper_pen import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from daemon.paper import Strip
    from daemon.paper_frame import Frame
    from daemon.paper_pen import Pen
    from daemon.reference_beats import Comparison

PULSE_S: Final = 0.2  # of 1 mV, as electrocardiographs make it
LABELLED_S: Final = 5  # seconds from one written time to the next


def draw_row(pen: Pen, strip: Strip, frame: Frame, lanes: int, compared: Comparison | None) -> None:
    """Everything of one row; ``lanes``: how many are kept for findings."""
    _grid(pen, frame)
    _pulse(pen, frame)
    _trace(pen, strip, frame)
    _times(pen, frame)
    draw_marks(pen, strip, frame, lanes, compared)


def _grid(pen: Pen, frame: Frame) -> None:
    for step, colour, width, gid in (
        (1.0, ink.GRID_FINE, 0.1, "grid-1mm"),
        (5.0, ink.GRID_BOLD, 0.16, "grid-5mm"),
    ):
        across = np.arange(frame.first_line, frame.right + 1e-6, step)
        down = np.arange(frame.top, frame.bottom + 1e-6, step)
        lines = [segment(x, frame.top, x, frame.bottom) for x in across]
        lines += [segment(frame.first_line, y, frame.right, y) for y in down]
        pen.strokes(lines, colour, width=width, z=1.2, gid=gid)


def _pulse(pen: Pen, frame: Frame) -> None:
    foot = (frame.top + frame.bottom) / 2.0 + MM_PER_MV / 2.0
    a = frame.left - PULSE_MM + 2.5
    b = a + PULSE_S * MM_PER_S
    head = foot - MM_PER_MV
    across = (a - 1.5, a, a, b, b, b + 1.5)
    down = (foot, foot, head, head, foot, foot)
    pen.strokes([np.column_stack((across, down))], ink.BLACK, width=0.28, gid="pulse")


def _trace(pen: Pen, strip: Strip, frame: Frame) -> None:
    uv = strip.uv[frame.start - strip.start : frame.end - strip.start]
    x = frame.left + np.arange(len(uv)) * (MM_PER_S / frame.fs_hz)
    runs = [run for run in _runs(np.isfinite(uv)) if run[1] - run[0] > 1]
    pen.strokes(
        [np.column_stack((x[a:b], frame.y(uv[a:b]))) for a, b in runs],
        ink.BLACK,
        width=0.26,
        z=4.0,
        gid="trace",
        caps="round",
        inside=(frame.first_line, frame.top, frame.right, frame.bottom),
    )
    there = frame.y(uv[np.isfinite(uv)])
    if np.any((there < frame.top) | (there > frame.bottom)):
        pen.text(frame.right - 1.2, frame.top + 3.2, "runs off the paper", across="right", clear=True)


def _runs(there: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], there.astype(np.int8), [0]))))
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        yield int(a), int(b)


def _times(pen: Pen, frame: Frame) -> None:
    first = int(np.ceil(frame.start / frame.fs_hz - 1e-9))
    for second in range(first, int(frame.end / frame.fs_hz + 1e-9) + 1):
        x = frame.x(second * frame.fs_hz)
        named = second % LABELLED_S == 0 or second == first
        pen.strokes(
            [segment(x, frame.bottom, x, frame.bottom + (1.6 if named else 0.9))], ink.GREY, width=0.2
        )
        if named:
            pen.text(x, frame.bottom + 4.0, clock(second), size=6.0, colour=ink.GREY, across="center")
