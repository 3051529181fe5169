"""The judge of whole recordings, fitted on made-up records and packed."""

from __future__ import annotations

import numpy as np
import pytest

from dsp.record_model import RecordModel
from dsp.types import Rhythm

pytest.importorskip("sklearn", reason="scikit-learn is needed to fit trees")

from training import rhythm_trees

LABELS = ("sinus", "af", "other", "noise")


def test_what_is_packed_says_what_was_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rhythm_trees, "MEMBERS", 1)
    monkeypatch.setattr(rhythm_trees, "SETTINGS", {**rhythm_trees.SETTINGS, "max_iter": 12})
    rng = np.random.default_rng(3)
    y = rng.integers(0, 4, 400)
    x = (rng.normal(0.0, 1.0, (400, 6)) + y[:, None] * np.arange(6) * 0.3).astype(np.float32)
    said = rng.dirichlet(np.ones(4), 400)
    said[np.arange(400), y] += 0.4
    said /= said.sum(axis=1, keepdims=True)
    judge = rhythm_trees.fit(x, said, y, 1)
    meta = {"labels": LABELS, "network": "-", "depth": rhythm_trees.depth(judge)}
    packed = RecordModel(rhythm_trees.packed(judge), meta)
    fitted = judge.probabilities(x, said)
    for k in range(0, 400, 40):
        told = packed.probabilities(dict(zip(map(Rhythm, LABELS), said[k], strict=True)), x[k].tolist())
        assert list(told.values()) == pytest.approx(fitted[k], abs=0.03)
    assert (fitted.argmax(axis=1) == y).mean() > 0.7
