"""What the chain costs as a picture for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure

from bench.plots import COLOURS, INK, OUR_COLOUR
from daemon.paper_pen import style

if TYPE_CHECKING:
    from pathlib import Path

CHUNK_S: Final = 1.0  # the chunks of a usual wearable
FS_HZ: Final = 250.0


def cost_plot(table: dict[str, Any], target: Path) -> None:
    """CPU seconds per hour of ECG by stage, beside a peer's, on a logarithmic axis of its own.

    ``table``: as ``bench.cost`` prints it with ``--json``.

    Raises:
        OSError: the file cannot be written.
    """
    row = next(r for r in table["rows"] if (r["fs_hz"], r["chunk_s"]) == (FS_HZ, CHUNK_S))
    with style():
        figure = Figure(figsize=(9.2, 3.2))
        left = figure.add_axes((0.15, 0.17, 0.42, 0.70))
        stages = sorted(row["stages"].items(), key=lambda item: item[1])
        left.barh([name for name, _ in stages], [value for _, value in stages], color=OUR_COLOUR, height=0.62)
        for k, (_, value) in enumerate(stages):
            left.text(value, k, f" {value:.3f}", va="center", fontsize=7.5, color=INK)
        left.set_title(f"Hearth by stage: {row['cpu_s_per_h']:.2f} in all", fontsize=9, loc="left")
        right = figure.add_axes((0.72, 0.17, 0.25, 0.70))
        bars = [("Hearth", row["cpu_s_per_h"], OUR_COLOUR)]
        if table["peer"]:
            bars.append(("neurokit2\necg_process", table["peer"]["cpu_s_per_h"], COLOURS[0]))
        right.barh([name for name, _, _ in bars], [v for _, v, _ in bars], color=[c for _, _, c in bars])
        for k, (_, value, _) in enumerate(bars):
            right.text(value, k, f" {value:.2f}", va="center", fontsize=7.5, color=INK)
        right.set_title("The whole chain", fontsize=9, loc="left")
        for axes, room in ((left, 1.2), (right, 1.3)):
            axes.set_xlim(0.0, room * axes.dataLim.x1)
            axes.set_xlabel("CPU seconds per hour of ECG", fontsize=8, color=INK)
            axes.tick_params(labelsize=8, colors=INK, length=2)
            for side in ("top", "right"):
                axes.spines[side].set_visible(False)
        figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=150)
