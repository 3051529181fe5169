from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb

from dsp import irregularity
from dsp.irregularity import af_logit, af_logit_rr
from dsp.types import Rhythm, Window
from dsp.windows import AF_LOGIT, p_share
from tests import recordings
from training import af_rule
from training.af_rule import (
    END,
    INTERVALS,
    WAVEFORM,
    differing,
    left_out,
    measure,
    present,
    weights,
    write_card,
)
from training.af_windows import DS1, DS2, Examples, Watched, examples, features
from training.logistic import NoFit, balance, fit

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import FloatArray

AF_END_S = 120


def synthetic(seed: int, n: int = 400) -> Examples:
    rng = np.random.default_rng(seed)
    x = rng.normal(0.0, 1.0, (n, 3))
    af = (1.0 + x @ [2.0, 1.0, -1.5] + rng.logistic(0.0, 1.0, n) > 0.0).astype(float)
    return Examples(x, af, np.ones(n))


def test_the_fit_finds_the_weights_that_made_the_data() -> None:
    some = synthetic(1, 20_000)
    b = fit(some.x, some.af, np.ones(len(some.af)), 1.0)
    assert b == pytest.approx([1.0, 2.0, 1.0, -1.5], abs=0.15)


def test_the_fit_is_where_the_loss_is_least() -> None:
    some = synthetic(2)
    weight = balance(some.af)

    def loss(b: FloatArray) -> float:
        logit = b[0] + some.x @ b[1:]
        wrong = np.logaddexp(0.0, np.where(some.af > 0.0, -logit, logit))
        return float((weight * wrong).sum() + 0.5 * 3.0 * (b[1:] ** 2).sum())

    b = fit(some.x, some.af, weight, 3.0)
    for k in range(4):
        for step in (-0.01, 0.01):
            assert loss(b + step * np.eye(4)[k]) > loss(b)


def test_both_classes_weigh_the_same_and_both_are_needed() -> None:
    y = np.array([1.0, 0.0, 0.0, 0.0])
    weight = balance(y)
    assert weight[y > 0].sum() == pytest.approx(weight[y == 0].sum())
    assert weight.sum() == pytest.approx(4.0)
    with pytest.raises(NoFit, match="0 of 3"):
        balance(np.zeros(3))


def test_check_names_each_constant_that_is_not_the_fit() -> None:
    assert differing(present()) == []
    lines = differing(present() + np.array([0.0, 0.2, 0.0, -0.2, 0.0]))
    assert [line.split()[0] for line in lines] == ["W_ENTROPY", "W_P_WAVE"]
    assert present()[0] == irregularity.W_0
    assert differing(present(INTERVALS), INTERVALS) == []
    lines = differing(present(INTERVALS) + np.array([0.0, 0.0, 0.2]), INTERVALS)
    assert [line.split()[0] for line in lines] == ["R_CHANGE"]


def test_constants_read_are_those_that_the_rule_weighs_with() -> None:
    rr = np.random.default_rng(3).uniform(420.0, 1050.0, 40)
    x = [irregularity.sample_entropy(rr), irregularity.changing_share(rr), 0.25, np.log(20.0 / 30.0)]
    assert af_logit(list(rr), 0.25, count=20) == pytest.approx(present()[0] + np.dot(present()[1:], x))
    assert af_logit_rr(list(rr)) == pytest.approx(
        present(INTERVALS)[0] + np.dot(present(INTERVALS)[1:], x[:2])
    )


def test_windows_with_too_few_intervals_are_neither_fitted_on_nor_called_af() -> None:
    some = synthetic(4)
    blind = Examples(np.full((50, 3), 9.0), np.ones(50), np.zeros(50))
    assert (weights([some, blind]) == weights([some])).all()
    figures = measure(np.array([99.0, 0.0, 0.0, 0.0]), [blind, some])
    assert figures.se == pytest.approx(100.0 * some.af.sum() / (some.af.sum() + 50))
    assert figures.sp == 0.0


def test_a_record_left_out_is_judged_by_the_others() -> None:
    some = synthetic(5)
    reverse = Examples(some.x, 1.0 - some.af, some.enough)
    assert left_out([some, some, reverse]).se < measure(weights([some, some]), [some, some]).se
    alone = left_out([some, synthetic(6)])
    assert alone.af == some.af.sum() + synthetic(6).af.sum()


def test_a_card_keeps_all_but_its_figures(tmp_path: Path) -> None:
    begin = WAVEFORM.begin
    card = tmp_path / "card.md"
    card.write_text(f"before\n{begin}\nold\n{END}\nafter\n")
    write_card(card, ["new"])
    write_card(card, ["new"])
    assert card.read_text() == f"before\n{begin}\n```\nnew\n```\n{END}\nafter\n"
    card.write_text("nothing")
    with pytest.raises(ValueError, match="no <!--"):
        write_card(card, ["new"])


def test_without_recordings_it_says_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["af_rule", "--data", str(tmp_path)])
    assert af_rule.main() == 1
    assert "physionet.org" in capsys.readouterr().err


def test_the_halves_share_no_record() -> None:
    assert len(set(DS1) | set(DS2)) == len(DS1) + len(DS2) == 44


def test_features_are_what_the_chain_itself_weighs() -> None:
    path = recordings.path("mitdb", "203")
    signal = wfdb.rdrecord(str(path), channels=[0], sampto=AF_END_S * 360)
    pipeline = Watched(signal.fs)
    results = pipeline.push(signal.p_signal[:, 0] * 1000.0) + pipeline.finish()
    windows = [result for result in results if isinstance(result, Window)]
    assert len(windows) == len(pipeline.seen) == 12
    judged = 0
    for window, evidence in zip(windows, pipeline.seen, strict=True):
        x = features(evidence)
        if x is None or not window.quality.analysable:
            continue
        logit = present()[0] + float(np.dot(present()[1:], x))
        assert logit == pytest.approx(
            af_logit(evidence.context_rr_ms, p_share(evidence), count=len(evidence.context_rr_ms))
        )
        assert (window.rhythm is Rhythm.AF) == (logit > AF_LOGIT)
        judged += 1
    assert judged > 5


def test_without_a_waveform_windows_are_those_of_the_annotated_beats() -> None:
    some = INTERVALS.examples(recordings.path("mitdb", "203"))
    assert some.x.shape == (len(some.af), 2)
    assert some.af.sum() > 100
    figures = measure(present(INTERVALS), [some, INTERVALS.examples(recordings.path("mitdb", "100"))])
    assert figures.se > 95.0
    assert figures.sp > 98.0


def test_a_fit_on_two_real_records_tells_af_in_a_third() -> None:
    some = [examples(recordings.path("mitdb", name)) for name in ("201", "106")]
    figures = measure(weights(some), [examples(recordings.path("mitdb", "219"))])
    assert figures.af > 50
    assert figures.se > 80.0
    assert figures.sp > 80.0
