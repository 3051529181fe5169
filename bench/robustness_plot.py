"""The picture of :mod:`bench.robustness`: what becomes of labels, and false AF by the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from bench.plots import COLOURS, OUR_COLOUR, REST, dress, save
from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes

PARTS: Final = (
    ("same_pct", "as before", "#009E73"),
    ("unsure_pct", "unsure", REST),
    ("arrhythmia_missed_pct", "sinus instead", COLOURS[0]),
    ("other_arrhythmia_pct", "another arrhythmia", OUR_COLOUR),
)
NAMES: Final = {
    "em": "electrodes (em)",
    "ma": "muscle (ma)",
    "bw": "drift (bw)",
    "packets lost": "packets lost",
    "saturation": "rails",
    "windows": "windows",
    "polarity": "",
    "rate": "",
}
LEGEND_ROWS: Final = 1.2  # left free below the bars
SETS: Final = {"mitdb": "MIT-BIH", "cinc2017": "CinC 2017, class N"}


def robustness_plot(table: dict[str, Any], target: Path) -> None:
    """What becomes of sure labels, a bar for each trouble; false AF episodes a day by noise.

    ``table``: as ``bench.robustness`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    with style():
        figure = Figure(figsize=(9.2, 5.4))
        _labels(figure.add_axes((0.2, 0.1, 0.42, 0.8)), table["stability"])
        _false(figure.add_axes((0.76, 0.1, 0.22, 0.8)), table["false_af"])
        save(figure, target)


def _labels(axes: Axes, rows: list[dict[str, Any]]) -> None:
    names = [f"{NAMES[one['kind']]} {one['level']}".strip() for one in rows]
    left = [0.0] * len(rows)
    for key, words, colour in PARTS:
        width = [one[key] for one in rows]
        axes.barh(names, width, left=left, color=colour, height=0.72, label=words)
        left = [a + b for a, b in zip(left, width, strict=True)]
    axes.set_ylim(len(rows) + LEGEND_ROWS, -1.0)
    axes.set_xlim(0.0, 100.0)
    axes.legend(loc="lower left", frameon=False, fontsize=7, ncols=len(PARTS))
    dress(axes, "What becomes of labels", "% of the seconds that were sure of a rhythm", "")


def _false(axes: Axes, sets: dict[str, Any]) -> None:
    height, last = 0.8 / len(sets), 0
    for k, (which, rows) in enumerate(sets.items()):
        values = [one["episodes_per_day"] for one in rows.values()]
        at = [i + (k - (len(sets) - 1) / 2.0) * height for i in range(len(rows))]
        axes.barh(at, values, height=height, color=(OUR_COLOUR, COLOURS[0])[k], label=SETS[which])
        axes.set_yticks(range(len(rows)), list(rows))
        last = len(rows)
    axes.set_ylim(last + 0.5, -0.8)
    axes.legend(loc="lower right", frameon=False, fontsize=7)
    dress(axes, "False AF episodes", "a day of sinus rhythm", "")
