"""Small pictures of what the benchmarks found, for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes

OURS: Final = "Hearth"
OUR_COLOUR: Final = "#D55E00"
NAMED: Final = 6  # peers with a colour: more are not told apart
COLOURS: Final = ("#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#1a1a1a")
REST: Final = "#c9c9c9"
LOW_F1: Final = 40.0  # what is worse is not looked at
LOW_BEATS_F1: Final = 90.0  # nor, on clean records, what is worse than this
INK: Final = "#444444"


def noise_plot(table: dict[str, Any], target: Path) -> None:
    """F1 over the signal-to-noise ratio, a line for each detector: all of the test time, and noise alone.

    ``table``: as ``bench.noise`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    rows = table["detectors"]
    order = sorted((name for name in rows if name != OURS), key=lambda name: -_mean(rows[name], "noisy"))
    with style():
        figure = Figure(figsize=(9.2, 4.0))
        for k, (part, title) in enumerate(
            (("test", "All of the test time"), ("noisy", "Noisy periods alone"))
        ):
            axes = figure.add_axes((0.06 + 0.37 * k, 0.13, 0.33, 0.76))
            for place, name in reversed(list(enumerate(order))):
                named = place < NAMED
                colour, width = (COLOURS[place], 1.3) if named else (REST, 0.8)
                _line(axes, rows[name], part, name=name, colour=colour, width=width)
            _line(axes, rows[OURS], part, name=OURS, colour=OUR_COLOUR, width=2.6)
            dress(axes, title, "signal-to-noise ratio, dB", "F1, %" if k == 0 else "")
            axes.set_ylim(LOW_F1, 101.0)
            axes.set_xticks(sorted(float(snr) for snr in rows[OURS]["snr_db"]))
        handles, labels = axes.get_legend_handles_labels()
        keep = [OURS, *order[:NAMED]]
        chosen = [handles[labels.index(name)] for name in keep]
        if len(order) > NAMED:
            chosen.append(handles[labels.index(order[NAMED])])
            keep.append(f"{len(order) - NAMED} others")
        figure.legend(chosen, keep, loc="center left", bbox_to_anchor=(0.78, 0.52), frameon=False, fontsize=8)
        save(figure, target)


def beats_plot(table: dict[str, Any], target: Path) -> None:
    """F1 on MIT-BIH within 150 and within 50 ms, a bar for each detector.

    ``table``: as ``bench.beats`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    rows = {OURS: table["pooled"], **table["peers"]}
    order = sorted(rows, key=lambda name: float(rows[name]["f1_150"]))
    with style():
        figure = Figure(figsize=(9.2, 0.8 + 0.2 * len(order)))
        for k, window in enumerate((150, 50)):
            axes = figure.add_axes((0.24 + 0.39 * k, 0.16, 0.33, 0.74))
            values = [float(rows[name][f"f1_{window}"]) for name in order]
            colours = [OUR_COLOUR if name == OURS else COLOURS[0] for name in order]
            axes.barh(order, values, color=colours, height=0.62)
            for at, value in enumerate(values):
                axes.text(max(value, LOW_BEATS_F1) + 0.1, at, f"{value:.2f}", va="center", fontsize=7.5)
            axes.set_xlim(LOW_BEATS_F1, 102.0)
            dress(axes, f"Within {window} ms", "F1, %", "")
            if k:
                axes.set_yticklabels([])
        save(figure, target)


def quality_plot(table: dict[str, Any], target: Path) -> None:
    """How well noise is told by each quality score, and how often windows were right by what theirs said.

    ``table``: as ``bench.quality`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    with style():
        figure = Figure(figsize=(9.2, 3.6))
        left = figure.add_axes((0.23, 0.14, 0.26, 0.75))
        rows = table["cinc2017"]["scores"]
        found = sorted((row["auc"], name) for name, row in rows.items() if row["auc"] is not None)
        left.barh(
            [name for _, name in found],
            [value for value, _ in found],
            color=[OUR_COLOUR if name.startswith(OURS) else COLOURS[0] for _, name in found],
            height=0.62,
        )
        for k, (value, _) in enumerate(found):
            left.text(value + 0.008, k, f"{value:.3f}", va="center", fontsize=7.5, color=INK)
        left.set_xlim(0.4, 1.08)
        left.set_xticks([0.4, 0.6, 0.8, 1.0])
        dress(left, "Noise told from the rest, CinC 2017", "area under the curve", "")
        right = figure.add_axes((0.62, 0.14, 0.36, 0.75))
        right.plot([0.0, 1.0], [0.0, 1.0], color=REST, lw=1.0)
        for name, key, colour in (
            ("118 and 119 in noise", "by_score", OUR_COLOUR),
            ("MIT-BIH as it is", "by_score_clean", COLOURS[0]),
        ):
            steps = table["calibration"][key]
            right.plot(
                [one["score"] for one in steps],
                [one["right"] for one in steps],
                "o-",
                ms=4.5,
                lw=1.4,
                color=colour,
                label=name,
            )
        right.legend(loc="lower right", frameon=False, fontsize=8)
        right.set_xlim(-0.02, 1.02)
        right.set_ylim(-0.02, 1.02)
        dress(right, "Windows whose every beat was right", "quality score", "share of the windows")
        save(figure, target)


def _mean(row: dict[str, Any], part: str) -> float:
    values = [parts[part]["f1"] for parts in row["snr_db"].values()]
    return float(sum(values) / len(values))


def _line(axes: Axes, row: dict[str, Any], part: str, *, name: str, colour: str, width: float) -> None:
    points = sorted((float(snr), parts[part]["f1"]) for snr, parts in row["snr_db"].items())
    axes.plot(
        [x for x, _ in points],
        [y for _, y in points],
        "-" if colour == REST else "o-",
        color=colour,
        lw=width,
        ms=width * 1.6,
        label=name,
    )


def dress(axes: Axes, title: str, across: str, up: str) -> None:
    """Titles, a light grid, and no frame but the two axes."""
    axes.set_title(title, fontsize=9, loc="left", color="black")
    axes.set_xlabel(across, fontsize=8, color=INK)
    axes.set_ylabel(up, fontsize=8, color=INK)
    axes.tick_params(labelsize=8, colors=INK, length=2)
    axes.grid(visible=True, color="#ececec", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color("#aaaaaa")


def save(figure: Figure, target: Path) -> None:
    """Writes a picture, the same bytes for the same picture.

    Raises:
        OSError: the file cannot be written.
    """
    figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=150)
