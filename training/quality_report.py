"""What the networks of signal quality are worth, for records that they have not seen, a line each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.rhythm import auc
from dsp.quality import CLEAN
from dsp.thresholds import value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.quality_table import Table

LIMITS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 0.8)  # that "analysable" could have
STEPS: Final = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)  # of the probability, for the table
RUN: Final = 3  # ventricular beats in a window: there may be a run


def trust_lines(data: Table, logit: FloatArray) -> list[str]:
    """What a probability was worth, for records that its network had not seen."""
    p = 1.0 / (1.0 + np.exp(-logit))
    right = data.y > 0.0
    lines = [f"  AUC of every beat right {auc(p[~right].tolist(), p[right].tolist()):.4f}"]
    for low, high in pairwise((*STEPS[:-1], 1.01)):
        k = (p >= low) & (p < high)
        lines.append(
            f"  said {low:4.2f} to {min(1.0, high):4.2f}: {int(k.sum()):6d} windows, said {p[k].mean():.3f}, "
            f"right {right[k].mean():.3f}, {_wrong_pct(data, k):6.2f} wrong of 100 beats"
        )
    for limit in LIMITS:
        k = p >= limit
        mark = "  <- analysable" if limit == value("analysable") else ""
        lines.append(
            f"  from {limit:4.2f} on: {100.0 * k.mean():5.1f} % of windows, wrong of 100 beats "
            f"inside {_wrong_pct(data, k):5.2f}, outside {_wrong_pct(data, ~k):5.2f}{mark}"
        )
    return lines


def kept_lines(beats: Table, said: FloatArray, clean: FloatArray) -> list[str]:
    """What becomes of ventricular beats, pauses and the rest, for records that the networks had not seen."""
    right, calm_too = said >= _logit(value("analysable")), clean >= _logit(CLEAN)
    lines = []
    groups = (
        ("DS1 and QTDB, first lead as it is", (beats.plain > 0.0) & (beats.made == 0.0)),
        ("  of these with ventricular beats", (beats.plain > 0.0) & (beats.wide > 0.0)),
        ("  with three or more", (beats.plain > 0.0) & (beats.wide >= RUN)),
        ("made hearts with ventricular beats", (beats.made > 0.0) & (beats.clean > 0.0) & (beats.wide > 0.0)),
        ("all with noise added", beats.clean == 0.0),
    )
    for words, k in groups:
        saved = k & ~right & calm_too
        parts = (beats.y > 0.0, right | calm_too, saved)
        all_right, good, alone = (100.0 * float(part[k].mean()) for part in parts)
        lines.append(
            f"  {words:34} {int(k.sum()):6d} windows, every beat right in {all_right:5.1f} %, "
            f"analysable {good:5.1f} %, of these as clean signal alone {alone:4.1f} %"
        )
    for words, k in (("by their beats", right), ("with clean signal", right | calm_too)):
        lines.append(
            f"  analysable {words:18} {100.0 * k.mean():5.1f} % of windows, wrong of 100 beats "
            f"inside {_wrong_pct(beats, k):5.2f}, outside {_wrong_pct(beats, ~k):5.2f}"
        )
    return lines


def _logit(p: float) -> float:
    return float(np.log(p / (1.0 - p)))


def _wrong_pct(data: Table, chosen: NDArray[np.bool_]) -> float:
    return 100.0 * float(data.wrong[chosen].sum()) / max(1.0, float(data.beats[chosen].sum()))
