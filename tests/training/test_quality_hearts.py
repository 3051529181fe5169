from __future__ import annotations

from itertools import islice

import numpy as np

import dsp
from training.quality_hearts import WIDE, hearts

SEED = 7  # not the one that the network is fitted with
FS_HZ = 360.0


def test_made_hearts_have_their_illnesses_and_are_not_taken_for_noise() -> None:
    for heart in islice(hearts(np.random.default_rng(SEED)), 2):
        assert len(heart.beats) == len(heart.kinds)
        assert (np.diff(heart.beats) > 0).all()
        wide = heart.beats[np.isin(heart.kinds, list(WIDE))]
        assert len(wide) > 20
        windows = dsp.analyze(heart.uv, FS_HZ).windows
        held = [w for w in windows if ((wide >= w.start) & (wide < w.start + w.n)).any()]
        assert np.mean([w.quality.analysable for w in held]) > 0.9


def test_the_same_seed_makes_the_same_hearts() -> None:
    one, two = (next(hearts(np.random.default_rng(SEED))) for _ in range(2))
    assert (one.uv == two.uv).all()
    assert (one.kinds == two.kinds).all()
