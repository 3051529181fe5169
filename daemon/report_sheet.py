"""Pages that fill from the top: headings, paragraphs, tables, and room for pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from daemon import paper_ink as ink
from daemon.paper_pen import PT_PER_MM, Pen, segment, text_mm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

SIZES: Final = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # mm, upright
MARGIN_MM: Final = 12.0
FOOT_MM: Final = 14.0
BODY_PT: Final = 8.5
SMALL_PT: Final = 7.0
HEADING_PT: Final = 11.5
TITLE_PT: Final = 17.0
LEADING: Final = 1.38  # of a line, to the next, in its own size
CELL_PAD_MM: Final = 2.0
ROW_AIR_MM: Final = 0.6
NARROWER: Final = 0.94  # of the widest that words may be: running text has many narrow letters


@dataclass(slots=True)
class Sheets:
    """Pages being filled. ``y``: how far the current one is, in mm from its top."""

    size: str
    foot: str
    y: float = MARGIN_MM
    pens: list[Pen] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Between the margins, mm."""
        return SIZES[self.size][0] - 2 * MARGIN_MM

    @property
    def pen(self) -> Pen:
        """The page that is being filled."""
        return self.pens[-1]

    def page(self) -> None:
        """Begin a page."""
        self.pens.append(Pen(*SIZES[self.size]))
        self.y = MARGIN_MM

    def room(self, height: float) -> float:
        """Make room of ``height`` mm, on a new page if need be; where it begins."""
        if not self.pens or self.y + height > SIZES[self.size][1] - FOOT_MM:
            self.page()
        top = self.y
        self.y += height
        return top

    def space(self, height: float = 2.5) -> None:
        """Leave some room, unless a page has just begun."""
        if self.y > MARGIN_MM:
            self.y += height

    def line(self, words: str, *, pt: float = BODY_PT, bold: bool = False, colour: str = ink.BLACK) -> None:
        """One line."""
        height = pt / PT_PER_MM * LEADING
        top = self.room(height)
        self.pen.text(MARGIN_MM, top + height * 0.75, words, size=pt, bold=bold, colour=colour)

    def heading(self, words: str, *, below: float = 18.0) -> None:
        """A heading, on the page where what is ``below`` it begins."""
        self.space(4.0)
        height = HEADING_PT / PT_PER_MM * LEADING + 1.5
        top = self.room(height + below)
        self.y -= below
        self.pen.text(MARGIN_MM, top + height * 0.62, words, size=HEADING_PT, bold=True)
        line = top + height - 1.0
        self.pen.strokes([segment(MARGIN_MM, line, MARGIN_MM + self.width, line)], ink.GREY, width=0.2)
        self.y += 1.0

    def paragraph(self, text: str, *, pt: float = BODY_PT, colour: str = ink.BLACK) -> None:
        """Running text; its own line breaks are kept."""
        for part in text.splitlines():
            for words in wrapped(part, self.width, pt):
                self.line(words, pt=pt, colour=colour)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        pt: float = BODY_PT,
    ) -> None:
        """A table; ``widths`` are shares of the page. Its head is written again on each page."""
        height = pt / PT_PER_MM * LEADING
        total = sum(widths)
        lefts = [MARGIN_MM + self.width * sum(widths[:i]) / total for i in range(len(widths))]
        spans = [self.width * width / total - CELL_PAD_MM for width in widths]
        bottom = SIZES[self.size][1] - FOOT_MM
        first = True
        for row in rows:
            texts = [wrapped(cell, span, pt) or [""] for cell, span in zip(row, spans, strict=True)]
            needed = height * max(len(text) for text in texts) + ROW_AIR_MM
            if first or self.y + needed > bottom:
                self.room(height + ROW_AIR_MM + needed)
                self.y -= height + ROW_AIR_MM + needed
                self._row([[cell] for cell in head], lefts, height, pt=SMALL_PT, colour=ink.GREY)
                first = False
            self._row(texts, lefts, height, pt=pt, colour=ink.BLACK)

    def _row(
        self, texts: Sequence[Sequence[str]], lefts: Sequence[float], height: float, *, pt: float, colour: str
    ) -> None:
        lines = max(len(text) for text in texts)
        top = self.room(height * lines + ROW_AIR_MM)
        for left, text in zip(lefts, texts, strict=True):
            for k, words in enumerate(text):
                self.pen.text(left, top + height * (k + 0.75), words, size=pt, colour=colour)
        bottom = top + height * lines + ROW_AIR_MM / 2.0
        self.pen.strokes(
            [segment(MARGIN_MM, bottom, MARGIN_MM + self.width, bottom)], ink.GRID_BOLD, width=0.1
        )

    def finished(self) -> list[Figure]:
        """All pages, with what stands at their foot."""
        for number, pen in enumerate(self.pens):
            y = pen.height - 6.0
            pen.text(MARGIN_MM, y, self.foot, size=SMALL_PT, colour=ink.GREY)
            page = f"page {number + 1} of {len(self.pens)}"
            pen.text(pen.width - MARGIN_MM, y, page, size=SMALL_PT, colour=ink.GREY, across="right")
        return [pen.figure for pen in self.pens]


def wrapped(text: str, width: float, pt: float) -> list[str]:
    """Text in lines of at most ``width`` mm; a word that is longer is cut."""
    lines: list[str] = []
    for word in text.split():
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and text_mm(whole, pt) * NARROWER <= width:
            lines[-1] = whole
            continue
        rest = word
        while text_mm(rest, pt) * NARROWER > width and len(rest) > 1:
            fit = max(1, int(width / (text_mm("x", pt) * NARROWER)))
            lines.append(rest[:fit])
            rest = rest[fit:]
        lines.append(rest)
    return lines
