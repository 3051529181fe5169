from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp import Beat, BeatLabel, Quality, Rhythm
from dsp.rhythm_calls import judged
from dsp.types import Fiducials
from dsp.windows import RULES, Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

SINUS = {Rhythm.SINUS: 0.9, Rhythm.AF: 0.02, Rhythm.OTHER: 0.06, Rhythm.NOISE: 0.02}
AF = {Rhythm.SINUS: 0.02, Rhythm.AF: 0.9, Rhythm.OTHER: 0.06, Rhythm.NOISE: 0.02}
OTHER = {Rhythm.SINUS: 0.06, Rhythm.AF: 0.02, Rhythm.OTHER: 0.9, Rhythm.NOISE: 0.02}
NOISE = {Rhythm.SINUS: 0.06, Rhythm.AF: 0.02, Rhythm.OTHER: 0.02, Rhythm.NOISE: 0.9}
STEADY = [800.0 + 10.0 * (k % 3) for k in range(36)]
WILD = [float(ms) for ms in np.random.default_rng(4).uniform(420.0, 1150.0, 38)]


def seen(rr_ms: Sequence[float], *, p_waves: bool = True, early: int = 0, noise: float = 0.03) -> Evidence:
    n = max(1, len(rr_ms) // 3)
    labels = [BeatLabel.V] * early + [BeatLabel.N] * (n - early)
    beats = [Beat(250 * k, label) for k, label in enumerate(labels)]
    return Evidence(
        fs_hz=250.0,
        quality=Quality(0, 2500, 0.9, analysable=True, noise=noise),
        beats=beats,
        fiducials=[Fiducials(beat.sample, p_peak=beat.sample - 40 if p_waves else None) for beat in beats],
        rr_ms=rr_ms[-n:],
        changes_ms=(),
        context_rr_ms=rr_ms,
    )


@pytest.mark.parametrize(
    ("said", "rhythm"), [(SINUS, Rhythm.SINUS), (OTHER, Rhythm.OTHER), (NOISE, Rhythm.UNKNOWN)]
)
def test_the_likeliest_is_said_of_an_even_rhythm(said: dict[Rhythm, float], rhythm: Rhythm) -> None:
    call = judged(seen(STEADY), said, "net-1")
    assert (call.rhythm, call.model) == (rhythm, "net-1")
    if rhythm is not Rhythm.UNKNOWN:
        assert call.probability == pytest.approx(0.9, abs=0.05)


def test_af_is_said_where_model_and_intervals_agree() -> None:
    call = judged(seen(WILD, p_waves=False), AF, "net-1")
    assert call.rhythm is Rhythm.AF
    assert call.probability is not None
    assert call.probability > AF[Rhythm.AF]


def test_intervals_can_outweigh_a_hesitant_model_and_only_such_a_one() -> None:
    hesitant = {Rhythm.SINUS: 0.35, Rhythm.AF: 0.6, Rhythm.OTHER: 0.05}
    assert judged(seen(STEADY), hesitant, "net-1").rhythm is Rhythm.SINUS
    hesitant = {Rhythm.SINUS: 0.35, Rhythm.AF: 0.3, Rhythm.OTHER: 0.35}
    assert judged(seen(WILD, p_waves=False), hesitant, "net-1").rhythm is Rhythm.AF
    sure = SINUS | {Rhythm.AF: 0.0005}
    assert judged(seen(WILD, p_waves=False), sure, "net-1").rhythm is not Rhythm.AF


def test_another_rhythm_is_named_where_it_is_likely_enough() -> None:
    hesitant = {Rhythm.SINUS: 0.44, Rhythm.AF: 0.0, Rhythm.OTHER: 0.56}
    assert judged(seen(STEADY), hesitant, "net-1").rhythm is Rhythm.UNKNOWN
    call = judged(seen(STEADY), hesitant, "net-1", OTHER)
    assert call.rhythm is Rhythm.OTHER
    assert call.probability == pytest.approx((0.56 + 0.9 / 0.98) / 2.0, abs=0.001)
    assert judged(seen(STEADY), OTHER, "net-1", SINUS).rhythm is Rhythm.UNKNOWN


def test_sinus_rhythm_in_noise_must_be_likelier_than_in_clean_signal() -> None:
    hesitant = {Rhythm.SINUS: 0.56, Rhythm.AF: 0.0, Rhythm.OTHER: 0.44}
    assert judged(seen(STEADY), hesitant, "net-1").rhythm is Rhythm.SINUS
    assert judged(seen(STEADY), hesitant, "net-1", OTHER).rhythm is Rhythm.SINUS
    assert judged(seen(STEADY, noise=0.8), hesitant, "net-1").rhythm is Rhythm.UNKNOWN
    assert judged(seen(STEADY, noise=0.8), SINUS, "net-1").rhythm is Rhythm.SINUS


def test_exercise_and_sleep_are_no_other_rhythm() -> None:
    for rr_ms in (480.0, 1350.0):
        steady = [rr_ms + 10.0 * (k % 3) for k in range(36)]
        call = judged(seen(steady), OTHER, "net-1")
        assert (call.rhythm, call.probability, call.model) == (Rhythm.SINUS, None, RULES)
        assert judged(seen(steady), SINUS, "net-1").model == "net-1"
        assert judged(seen(steady, early=4), OTHER, "net-1").rhythm is Rhythm.OTHER


def test_a_rate_that_is_no_sinus_rhythm_is_not_called_one() -> None:
    for rr_ms in (300.0, 1800.0):
        call = judged(seen([rr_ms] * 36), SINUS, "net-1")
        assert (call.rhythm, call.model) == (Rhythm.OTHER, RULES)


def test_without_intervals_nothing_is_said() -> None:
    assert judged(seen([]), AF, "net-1").rhythm is Rhythm.UNKNOWN


def test_labels_that_a_model_does_not_have_are_unlikely() -> None:
    assert judged(seen(STEADY), {Rhythm.SINUS: 0.99, Rhythm.AF: 0.01}, "net-1").rhythm is Rhythm.SINUS
    assert judged(seen(STEADY), {Rhythm.SINUS: 0.0, Rhythm.AF: 1.0}, "net-1").rhythm is Rhythm.AF
