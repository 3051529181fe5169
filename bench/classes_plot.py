"""Pictures of the beat classes: which class was called what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.figure import Figure

from bench.classes import CLASSES
from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

TITLES: Final = {"ours": "Hearth", "peer": "gradient-boosted trees"}
DARK: Final = 0.55  # share from which text on a cell is white


def confusion_plot(table: dict[str, Any], target: Path) -> None:
    """A square of shares for each way: rows are what annotators saw, columns what was said.

    ``table``: as ``bench.classes`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    ways = [way for way in TITLES if way in table]
    with style():
        figure = Figure(figsize=(4.4 * len(ways) + 0.4, 4.0))
        for k, way in enumerate(ways):
            counts = np.array(table[way]["confusion"])
            shares = counts / np.maximum(1, counts.sum(axis=1, keepdims=True))
            axes = figure.add_subplot(1, len(ways), k + 1)
            axes.imshow(shares, cmap="Blues", vmin=0.0, vmax=1.0)
            for (row, column), n in np.ndenumerate(counts):
                colour = "white" if shares[row, column] > DARK else "black"
                axes.text(column, row, f"{n}", ha="center", va="center", fontsize=7.5, color=colour)
            axes.set_xticks(range(len(CLASSES) + 1), [*CLASSES, "missed"])
            axes.set_yticks(range(len(CLASSES) + 1), [*CLASSES, "none"])
            values = ", ".join(f"{c} {table[way]['classes'][c]['f1'] or 0.0:.1f}" for c in "NSV")
            axes.set_title(f"{TITLES[way]}, {table['set']}: F1 {values}", fontsize=9)
            axes.set_xlabel("said")
            axes.set_ylabel("annotated")
        figure.tight_layout()
        figure.savefig(target)
