"""A picture of the rhythm network's confusion and of how far its probabilities can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from bench.plots import COLOURS, INK, OUR_COLOUR, REST
from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

NAMES: Final = ("normal", "AF", "other", "noise")
DARK: Final = 0.5  # of a row: text on it is white


def rhythm_plot(table: dict[str, Any], target: Path) -> None:
    """Confusion by true class, and share right by probability.

    ``table``: as ``bench.rhythm`` gives it.

    Raises:
        OSError: the file cannot be written.
    """
    rows = [list(row.values()) for row in table["methods"]["network and traits"]["confusion"].values()]
    with style():
        figure = Figure(figsize=(8.4, 3.6))
        left = figure.add_axes((0.09, 0.14, 0.36, 0.74))
        shares = [[n / max(1, sum(row)) for n in row] for row in rows]
        left.imshow(shares, cmap="Blues", vmin=0.0, vmax=1.0, aspect="auto")
        for i, row in enumerate(rows):
            for k, n in enumerate(row):
                colour = "white" if shares[i][k] > DARK else INK
                left.text(k, i, str(n), ha="center", va="center", fontsize=9, color=colour)
        left.set_xticks(range(len(NAMES)), NAMES, fontsize=8)
        left.set_yticks(range(len(NAMES)), NAMES, fontsize=8)
        left.set_xlabel("called", fontsize=8, color=INK)
        left.set_ylabel("labelled", fontsize=8, color=INK)
        left.set_title("Records never seen, CinC 2017", fontsize=9, loc="left")
        right = figure.add_axes((0.58, 0.14, 0.38, 0.74))
        right.plot([0.0, 1.0], [0.0, 1.0], color=REST, lw=1.0)
        bins = table["reliability"]
        most = max(n for _, _, n in bins)
        right.bar(
            [said for said, _, _ in bins],
            [n / most for _, _, n in bins],
            width=0.06,
            color=COLOURS[4],
            alpha=0.35,
        )
        right.plot([b[0] for b in bins], [b[1] for b in bins], "o-", color=OUR_COLOUR, lw=1.4, ms=4.5)
        right.set_xlim(0.2, 1.02)
        right.set_ylim(0.0, 1.04)
        right.set_xlabel("probability of the label (bars: how many records)", fontsize=8, color=INK)
        right.set_ylabel("share that is right", fontsize=8, color=INK)
        right.set_title("Reliability", fontsize=9, loc="left")
        for axes in (left, right):
            axes.tick_params(labelsize=8, colors=INK, length=2)
        figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=150)
