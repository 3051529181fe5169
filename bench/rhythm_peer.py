"""A light peer: gradient boosting on RR intervals, P waves and widths, as many papers do it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from dsp import Analysis
    from dsp.types import FloatArray
    from training.rhythm_scores import Places

SEED: Final = 1
LONGEST_MS: Final = 3000.0  # a longer interval is a break
FEWEST: Final = 3  # intervals that tell anything
SHARES: Final = (0.05, 0.1, 0.2)  # of the median interval: changes that are counted
SPREAD: Final = (10, 25, 75, 90)  # percentiles
FEATURES: Final = 20


def features(found: Analysis) -> tuple[float, ...]:
    """FEATURES numbers of a record; NaN where there is nothing to tell them from."""
    beats = found.beats
    rr = np.array([(b.sample - a.sample) * 1000.0 / found.fs_hz for a, b in pairwise(beats)])
    rr = rr[rr < LONGEST_MS]
    if len(rr) < FEWEST:
        return (float(len(rr)),) + (float("nan"),) * (FEATURES - 1)
    steps, usual = np.abs(np.diff(rr)), float(np.median(rr))
    waves = [f.p_peak is not None for f in found.fiducials]
    labels = [b.label.value for b in beats]
    heights = np.array([b.amplitude_uv for b in beats])
    widths = [w.qrs_ms for w in found.windows if w.qrs_ms is not None]
    return (
        float(len(rr)),
        float(rr.mean()),
        usual,
        float(rr.std()) / usual,
        float(rr.min()) / usual,
        float(rr.max()) / usual,
        *(float(np.percentile(rr, q)) / usual for q in SPREAD),
        float(np.sqrt(np.mean(steps**2))) / usual,
        float(np.median(steps)) / usual,
        *(float(np.mean(steps > share * usual)) for share in SHARES),
        float(np.mean(waves)) if waves else float("nan"),
        labels.count("V") / len(labels),
        float(heights.std()) / max(1.0, abs(float(np.median(heights)))),
        float(np.median(widths)) if widths else float("nan"),
        sum(w.quality.score * w.n for w in found.windows) / max(1, sum(w.n for w in found.windows)),
    )


def light(taught: FloatArray, y: Places, asked: FloatArray) -> Places:
    """Classes of the rows asked about, by a model fitted on those taught."""
    # Imported here: it is a peer's package, and nothing else needs it.
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415

    model = HistGradientBoostingClassifier(
        learning_rate=0.06, max_iter=250, max_leaf_nodes=15, l2_regularization=1.0, random_state=SEED
    )
    model.fit(taught, y)
    called: Places = model.predict(asked)
    return called
