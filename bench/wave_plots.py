"""Pictures of how well waves and intervals are measured, for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from bench.delineators import OURS
from bench.plots import COLOURS, INK, OUR_COLOUR
from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes

PART: Final = "held back"
MARKS: Final = ("p_on", "p_off", "qrs_on", "qrs_off", "t_on", "t_off")
NAMES: Final = ("P onset", "P end", "QRS onset", "QRS end", "T onset", "T end")
TITLES: Final = {"pr_ms": "PR", "qrs_ms": "QRS", "qt_ms": "QT", "p_ms": "P"}


def delineation_plot(leads: dict[str, Any], target: Path) -> None:
    """F1 of each boundary within the tight windows, a group of bars each, a panel for each lead.

    ``leads``: as ``bench.delineation`` prints it with ``--json``. Raises OSError where it cannot be written.
    """
    with style():
        figure = Figure(figsize=(9.2, 3.4))
        for k, (lead, parts) in enumerate(leads.items()):
            axes = figure.add_axes((0.06 + 0.48 * k, 0.13, 0.44, 0.66))
            rows = parts[PART]
            width = 0.8 / len(rows)
            for j, (name, row) in enumerate(rows.items()):
                colour = OUR_COLOUR if name == OURS else COLOURS[j - 1]
                at = [i + (j - (len(rows) - 1) / 2) * width for i in range(len(MARKS))]
                axes.bar(at, [row["f1_tight"][m] for m in MARKS], width, color=colour, label=name)
            axes.set_xticks(range(len(MARKS)), NAMES)
            axes.set_ylim(40.0, 100.5)
            _dress(axes, f"LUDB lead {lead.upper()}, records never fitted on", "", "F1, %" if k == 0 else "")
        figure.legend(
            *axes.get_legend_handles_labels(), loc="upper center", ncols=4, frameon=False, fontsize=8
        )
        figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=150)


def interval_plot(pairs: dict[str, Any], target: Path) -> None:
    """Bland-Altman: difference over mean of each record's interval, ours minus manual, in ms.

    ``pairs``: by interval, a list of (manual, ours). Raises OSError where it cannot be written.
    """
    with style():
        figure = Figure(figsize=(9.2, 2.9))
        for k, (name, points) in enumerate(pairs.items()):
            axes = figure.add_axes((0.06 + 0.24 * k, 0.17, 0.20, 0.70))
            off = [b - a for a, b in points]
            mean = sum(off) / len(off)
            spread = (sum((d - mean) ** 2 for d in off) / len(off)) ** 0.5
            middle = [(a + b) / 2.0 for a, b in points]
            axes.plot(middle, off, "o", ms=2.4, color=OUR_COLOUR, alpha=0.7)
            for at, line in ((mean, "-"), (mean - 1.96 * spread, "--"), (mean + 1.96 * spread, "--")):
                axes.axhline(at, color=INK, lw=0.8, ls=line)
            title = f"{TITLES[name]}: {mean:+.1f} +- {spread:.1f} ms"
            _dress(axes, title, "mean of both, ms", "Hearth - manual, ms" if k == 0 else "")
        figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=150)


def _dress(axes: Axes, title: str, across: str, up: str) -> None:
    axes.set_title(title, fontsize=9, loc="left", color="black")
    axes.set_xlabel(across, fontsize=8, color=INK)
    axes.set_ylabel(up, fontsize=8, color=INK)
    axes.tick_params(labelsize=7.5, colors=INK, length=2)
    axes.grid(visible=True, color="#ececec", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
