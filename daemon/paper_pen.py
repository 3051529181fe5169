"""A pen on paper: matplotlib, told in millimetres from the top left corner of a sheet."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.types import FloatArray

MM_PER_INCH: Final = 25.4
PT_PER_MM: Final = 72.0 / MM_PER_INCH
DPI: Final = 254  # ten pixels a millimetre: every line of the grid falls on one
EM_MM: Final = 0.6 / PT_PER_MM  # mean width of a letter, mm per point of its size; on the wide side
UNDATED: Final = {
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
    "png": {},
}


@contextmanager
def style() -> Iterator[None]:
    """Hearth's settings of matplotlib, for drawing and for writing."""
    with (
        warnings.catch_warnings(),
        mpl.rc_context(
            {
                "font.family": "sans-serif",
                "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],  # the first comes with matplotlib
                "svg.fonttype": "none",  # text stays text: small files that can be searched
                "svg.hashsalt": "hearth",  # the same picture is the same file
                "pdf.fonttype": 42,  # likewise text, in PDF
                "hatch.linewidth": 0.5,
                "path.simplify": True,  # leaves out what moves the line by less than 0.04 mm
                "text.parse_math": False,  # a name may hold any sign
            }
        ),
    ):
        warnings.filterwarnings("ignore", message="Glyph")  # nor need the font have all of its signs
        yield


class Pen:
    """Draws on one sheet of ``width`` by ``height`` mm; y grows downwards."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH), facecolor="white")
        self._axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0.0, width)
        self._axes.set_ylim(height, 0.0)
        self._axes.axis("off")

    def strokes(
        self,
        pieces: Sequence[FloatArray],
        colour: str,
        *,
        width: float = 0.2,
        alpha: float = 1.0,
        z: float = 2.0,
        gid: str | None = None,
        inside: tuple[float, float, float, float] | None = None,
        caps: str = "butt",
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """Lines, each (n, 2) of x and y, as one shape; cut at ``inside`` (left, top, right, bottom)."""
        pieces = [piece for piece in pieces if len(piece) > 1]
        if not pieces:
            return
        codes: NDArray[np.uint8] = np.concatenate(
            [np.array([Outline.MOVETO] + [Outline.LINETO] * (len(p) - 1), np.uint8) for p in pieces]
        )
        patch = PathPatch(
            Outline(np.concatenate(pieces), codes),
            fill=False,
            edgecolor=colour,
            linewidth=width * PT_PER_MM,
            alpha=alpha,
            zorder=z,
            gid=gid,
            capstyle=caps,
            joinstyle="round",
        )
        if dashes is not None:
            patch.set_linestyle((0.0, tuple(each / width for each in dashes)))
        self._axes.add_patch(patch)
        if inside is not None:
            left, top, right, bottom = inside
            patch.set_clip_path(
                Rectangle((left, top), right - left, bottom - top, transform=self._axes.transData)
            )

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str,
        *,
        alpha: float = 1.0,
        z: float = 1.0,
        edge: str | None = None,
        hatch: str | None = None,
        gid: str | None = None,
    ) -> None:
        """A filled rectangle; with ``hatch`` it is hatched in the colour of ``edge`` as well."""
        self._axes.add_patch(
            Rectangle(
                (left, top),
                right - left,
                bottom - top,
                facecolor=(*mpl.colors.to_rgb(colour), alpha),
                edgecolor="none" if edge is None else edge,
                linewidth=0.0 if edge is None or hatch else 0.15 * PT_PER_MM,
                hatch=hatch,
                zorder=z,
                gid=gid,
            )
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 7.0,
        colour: str = "black",
        across: str = "left",
        bold: bool = False,
        clear: bool = False,
        z: float = 6.0,
    ) -> None:
        """Words at a baseline; ``size`` in points; ``across``: left, center, right; ``clear``: on white."""
        self._axes.text(
            x,
            y,
            words,
            fontsize=size,
            color=colour,
            ha=across,
            va="baseline",
            fontweight="bold" if bold else "normal",
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.8} if clear else None,
            zorder=z,
        )

    def dot(self, x: float, y: float, colour: str, *, size: float = 0.8, z: float = 5.0) -> None:
        """A disc of ``size`` mm across."""
        self._axes.plot(
            [x], [y], marker="o", markersize=size * PT_PER_MM, color=colour, markeredgewidth=0, zorder=z
        )


def segment(x0: float, y0: float, x1: float, y1: float) -> FloatArray:
    """A straight line, as :meth:`Pen.strokes` takes it."""
    return np.array([(x0, y0), (x1, y1)], np.float64)


def text_mm(words: str, size: float) -> float:
    """About how wide words are, rather too much than too little."""
    return len(words) * size * EM_MM


def fitting(room: float, size: float, *choices: str) -> str:
    """The first of some wordings that fits into ``room`` mm; nothing where none does."""
    return next((words for words in choices if text_mm(words, size) <= room), "")


def save(figure: Figure, target: Path, kind: str) -> None:
    """Writes one sheet as ``png``, ``svg`` or ``pdf``, true to scale; the same sheet gives the same bytes.

    Raises:
        OSError: it cannot be written.
    """
    with style():
        figure.savefig(target, format=kind, dpi=DPI, metadata=UNDATED[kind])
