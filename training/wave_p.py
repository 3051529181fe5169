"""The rule that decides whether a beat has a P wave, fitted on sequences of beats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.p_waves import BLANK, judge
from dsp.wave_net import around, look
from training.logistic import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray
    from dsp.wave_net import WaveNet
    from training.wave_beats import Strip

PENALTY: Final = 1.0
SHARE: Final = 1.0  # weight of beats without marks in the P decision, against LUDB's
INVENTED: Final = 3.0  # times that a P wave where there is none is worse than one overlooked


def evidence(net: WaveNet, strip: Strip) -> tuple[FloatArray, FloatArray]:
    """What speaks for a P wave in each beat of a strip, (n, FEATURES), and whether there is one, (n,)."""
    seen_features, past = [], BLANK
    before: int | None = None
    t_off: float | None = None
    for k, r in enumerate(strip.peaks):
        rr = None if before is None else r - before
        next_rr = strip.peaks[k + 1] - r if k + 1 < len(strip.peaks) else None
        seen = look(around(strip.x, r), rr, next_rr)
        said = net.read(seen.inputs)
        after_t = None if t_off is None else r + said[0] - t_off
        features, past = judge(seen, said, rr, after_t, past)
        seen_features.append(features)
        before, t_off = r, r + said[7]
    known = np.isfinite(strip.p)
    return np.array(seen_features)[known], strip.p[known]


def p_rule(folds: Sequence[tuple[WaveNet, Sequence[Strip], Sequence[Strip]]]) -> FloatArray:
    """Intercept and weights of the P decision.

    ``folds``: networks, each with strips of LUDB and others that it has not seen.
    """
    ludb_rows = [evidence(net, strip) for net, strips, _ in folds for strip in strips if strip.peaks]
    other_rows = [evidence(net, strip) for net, _, strips in folds for strip in strips if strip.peaks]
    x = np.concatenate([features for features, _ in (*ludb_rows, *other_rows)])
    y = np.concatenate([p for _, p in (*ludb_rows, *other_rows)])
    n_ludb = sum(len(p) for _, p in ludb_rows)
    weight = np.where(y > 0.0, 1.0, INVENTED)
    for part in (slice(None, n_ludb), slice(n_ludb, None)):
        weight[part] *= n_ludb / max(1.0, float(weight[part].sum()))
    weight[n_ludb:] *= SHARE
    return fit(x, y, weight, PENALTY)
