from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsp.explanation import CHANCE, KEPT, PART, PARTS, Part, at_random, candidates, explain, masked
from dsp.types import Rhythm
from tests.dsp.signals import ecg, regular
from tests.dsp.tall_model import tall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.models import Classifier
    from dsp.types import FloatArray

N = 7500


def strip(tall_at: dict[int, float]) -> tuple[FloatArray, list[int]]:
    """Half a minute of beats of 1 mV; those at the given places in the row are as tall as said, in uV."""
    r_s = regular(30.0)
    x = ecg(r_s, 30.0, 250.0)
    beats = [round(at * 250) for at in r_s]
    for k, uv in tall_at.items():
        x[beats[k] - 2 : beats[k] + 3] += uv
    return x, beats


class Counting:
    """The real classifier, and how many strips went through it."""

    def __init__(self, judge: Classifier) -> None:
        self._judge = judge
        self.labels, self.shortest, self.rows = judge.labels, judge.shortest, 0

    def many(self, rows: Sequence[FloatArray]) -> NDArray[np.float32]:
        self.rows += len(rows)
        return self._judge.many(rows)


def test_the_beats_that_decide_are_found_by_their_weight(tmp_path: Path) -> None:
    x, beats = strip({5: 3000.0, 12: 1500.0, 20: 2200.0})
    found = explain(tall(tmp_path / "m.onnx", weight=0.2), x, beats, Rhythm.AF)
    assert found is not None
    assert [k for part in found.parts for k in (5, 12, 20) if part.start <= beats[k] < part.end] == [
        5,
        20,
        12,
    ]
    assert all(part.n == PART for part in found.parts)
    assert found.probability > 0.9
    assert found.masked < 0.2
    assert found.probability - found.by_chance < 0.4 * (found.probability - found.masked)
    assert sum(part.lost for part in found.parts) == pytest.approx(found.probability - found.masked, abs=1e-3)


def test_beats_that_stand_in_for_each_other_are_found_together(tmp_path: Path) -> None:
    # Any one of the three is enough: a single mask costs next to nothing.
    x, beats = strip(dict.fromkeys((5, 12, 20), 6000.0))
    found = explain(tall(tmp_path / "m.onnx", weight=0.2), x, beats, Rhythm.AF)
    assert found is not None
    assert found.parts[0].lost < 0.01
    assert found.masked < 0.2
    assert found.by_chance > 0.95


def test_the_same_strip_is_explained_alike(tmp_path: Path) -> None:
    x, beats = strip({3: 3000.0})
    judge = tall(tmp_path / "m.onnx")
    assert explain(judge, x, beats, Rhythm.AF) == explain(judge, x, beats, Rhythm.AF)


def test_nothing_is_named_where_nothing_decides(tmp_path: Path) -> None:
    x, beats = strip({})
    found = explain(tall(tmp_path / "m.onnx"), x, beats, Rhythm.AF)
    assert found is not None
    assert found.parts == ()
    assert found.probability == found.masked == found.by_chance < 0.2


def test_what_the_model_cannot_say_is_not_explained(tmp_path: Path) -> None:
    x, beats = strip({3: 3000.0})
    judge = tall(tmp_path / "m.onnx")
    assert explain(judge, x, beats, Rhythm.OTHER) is None
    assert explain(judge, x[: judge.shortest - 1], beats[:10], Rhythm.AF) is None
    assert explain(judge, x[: judge.shortest], beats[:10], Rhythm.AF) is not None


def test_the_cost_is_bounded_whatever_is_taken_for_beats(tmp_path: Path) -> None:
    judge = Counting(tall(tmp_path / "m.onnx", weight=0.1))
    x, _ = strip(dict.fromkeys(range(0, 36, 2), 4000.0))
    explain(judge, x, list(range(0, N, 10)), Rhythm.AF)
    assert judge.rows <= 1 + (60 + 100) + (PARTS - 1) * KEPT + CHANCE


@given(st.lists(st.tuples(st.integers(0, 290), st.integers(1, 40)), max_size=6), st.integers(1, 300))
def test_a_mask_is_a_line_and_nothing_else_changes(spans: list[tuple[int, int]], n: int) -> None:
    x = np.random.default_rng(n).normal(size=n)
    parts = [Part(a, min(k, n - a), 0.0) for a, k in spans if a < n]
    y = masked(x, parts)
    hidden = np.zeros(n, bool)
    for part in parts:
        hidden[part.start : part.end] = True
    assert np.array_equal(y[~hidden], x[~hidden])
    inner = hidden[:-2] & hidden[1:-1] & hidden[2:]
    assert np.allclose(np.diff(y, 2)[inner], 0.0, atol=1e-9)
    if not hidden.all():
        assert y.min() >= x[~hidden].min() - 1e-9
        assert y.max() <= x[~hidden].max() + 1e-9


def test_the_strip_itself_stays_as_it_was() -> None:
    x = np.arange(100.0) ** 2
    before = x.copy()
    masked(x, [Part(0, 10, 0.0), Part(95, 5, 0.0)])
    assert np.array_equal(x, before)


@given(st.lists(st.integers(0, N - 1), max_size=150))
def test_candidates_lie_inside_and_are_alike_in_length(beats: list[int]) -> None:
    assert all(p.start >= 0 and p.end <= N and p.n == PART for p in candidates(N, beats))


def test_random_parts_do_not_overlap() -> None:
    rng = np.random.default_rng(1)
    parts = sorted(at_random(2500, [125] * 5, rng), key=lambda part: part.start)
    assert len(parts) == 5
    assert all(a.end <= b.start for a, b in pairwise(parts))
