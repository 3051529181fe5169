"""A peer for the beat classes: light gradient-boosted trees over relative intervals and template similarity.

What such a baseline usually is: it knows the whole record, before it and after it, and its median beat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from bench.classes import CLASSES, MATCH_S
from daemon.matching import match

if TYPE_CHECKING:
    from bench.classes import Counts, Heart, Told
    from dsp.types import FloatArray

SEED: Final = 20260321
AROUND: Final = 10  # beats on either side whose median interval is the usual one
QRS_S: Final = (0.10, 0.12)  # before and after the R peak: the compared complex
WAVE_S: Final = (0.12, 0.40)  # and the T wave
BASE_S: Final = 0.2  # on either side: its median is the baseline
LEAST_UV: Final = 1.0  # added to sizes


class Trees:
    """Learns records, then tells the classes of beats of others."""

    def __init__(self) -> None:
        self._rows: list[FloatArray] = []
        self._classes: list[str] = []
        self._trees = HistGradientBoostingClassifier(
            max_iter=200, learning_rate=0.06, max_leaf_nodes=15, l2_regularization=1.0, random_state=SEED
        )

    def learn(self, one: Heart, found: Told) -> None:
        """Keeps a record's beats with their annotated classes."""
        rows = features(one, found.beats)
        for i, k in match(one.beats, found.beats, MATCH_S * one.fs_hz):
            self._rows.append(rows[k])
            self._classes.append(one.classes[i])

    def fit(self) -> None:
        """Fits the trees to what was kept."""
        classes = np.array([CLASSES.index(name) for name in self._classes])
        self._trees.fit(np.array(self._rows), classes)

    def told(self, one: Heart, found: Told) -> Told:
        """The same beats, with the trees' classes."""
        said = self._trees.predict(features(one, found.beats))
        return type(found)(found.beats, "".join(CLASSES[k] for k in said))


def features(one: Heart, beats: Counts) -> FloatArray:
    """(n, 10): intervals over the usual one, likeness to the record's median beat, height, width."""
    rr = np.diff(beats, prepend=beats[:1], append=beats[-1:]) / one.fs_hz
    rr[0], rr[-1] = rr[1:-1].mean(), rr[1:-1].mean()
    usual = np.array([np.median(rr[max(0, k - AROUND) : k + AROUND + 1]) for k in range(len(rr))])
    before, after = rr[:-1] / usual[:-1], rr[1:] / usual[:-1]
    qrs, wave = _around(one, beats, -QRS_S[0], QRS_S[1]), _around(one, beats, *WAVE_S)
    size = np.abs(qrs).max(axis=1) + LEAST_UV
    area = np.abs(qrs).sum(axis=1) / size
    return np.column_stack(
        (
            before,
            after,
            before / np.maximum(after, 0.01),
            rr[:-1] / np.median(rr),
            usual[:-1],
            _likeness(qrs),
            _likeness(wave),
            size / np.median(size),
            area / np.median(area),
            area / one.fs_hz,
        )
    )


def _around(one: Heart, beats: Counts, start_s: float, end_s: float) -> FloatArray:
    base = round(BASE_S * one.fs_hz)
    at = np.arange(round(start_s * one.fs_hz), round(end_s * one.fs_hz))
    rows = one.uv[np.clip(beats[:, None] + at, 0, len(one.uv) - 1)]
    near = one.uv[np.clip(beats[:, None] + np.arange(-base, base + 1), 0, len(one.uv) - 1)]
    return np.asarray(rows - np.median(near, axis=1)[:, None], np.float64)


def _likeness(rows: FloatArray) -> FloatArray:
    """Correlation of each row with the median row."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    usual = np.median(centred, axis=0)
    sizes = np.sqrt((centred**2).sum(axis=1) * (usual**2).sum()) + LEAST_UV
    return np.asarray(centred @ usual / sizes, np.float64)
