"""A window's rhythm from a model's word and the beats' own evidence; neither is believed alone."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Final

from dsp.irregularity import af_logit
from dsp.middle import mean
from dsp.types import Rhythm
from dsp.windows import RULES, Call, by_beats, p_share, rule_call

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsp.windows import Evidence

# Chosen on MIT-BIH's DS1, which the network has never seen: at a half and less it overlooks more there.
RULE_WEIGHT: Final = 1.0  # of the evidence of intervals and P waves, beside the model's ten seconds
RULE_MOST: Final = 4.0  # of it counts: beyond, it is sure of what it cannot know
EXPECTED: Final = 622 / 6993  # share of AF where models learn: taken out, for the evidence expects neither
LEAST: Final = 1e-5  # of a probability: quantized ones reach zero
LIKELY: Final = 0.5
# Chosen on DS1 with NSTDB's ma and bw in it: two of three labels "other" that clean signal did not have are
# below, and 5 of 100 that it had; of signal without noise, 2 of 100. So is half of sinus rhythm that clean
# signal called another, and 8 of 100 of that which it did not.
SURE: Final = 0.6  # probability from which another rhythm is named, and sinus rhythm in noise
NOISY: Final = 0.7  # probability of noise from which it is noise that sinus rhythm is seen in
# Whoever labelled the records that models learn from called rates beyond these another rhythm. Exercise and
# sleep are none: there the beats decide.
SLOW_BPM: Final = 50.0
FAST_BPM: Final = 100.0


def judged(
    seen: Evidence, said: Mapping[Rhythm, float], model: str, half: Mapping[Rhythm, float] | None = None
) -> Call:
    """The rhythm of an analysable window.

    AF is told from the model's word and the irregularity of half a minute together. Where the model sees
    noise in what beats were found in, or is not sure enough, the rhythm is not known: what noise changes must
    not become another arrhythmia.

    Args:
        seen: the window's beats and intervals.
        said: the model's probability of each of its labels.
        model: its name.
        half: its probabilities for the half minute that ends with the window, where that is good.
    """
    if not seen.rr_ms:
        return rule_call(seen)
    af = _af(seen, said.get(Rhythm.AF, 0.0))
    if af > LIKELY:
        return Call(Rhythm.AF, round(af, 4), model)
    sinus, other, noise = (said.get(label, 0.0) for label in (Rhythm.SINUS, Rhythm.OTHER, Rhythm.NOISE))
    rest = sinus + other + noise + LEAST
    if noise > LIKELY * rest:
        return Call(Rhythm.UNKNOWN, None, model)
    likelier = Rhythm.SINUS if sinus >= other else Rhythm.OTHER
    told = by_beats(seen)
    if told is not likelier and not SLOW_BPM <= 60_000.0 / mean(seen.rr_ms) <= FAST_BPM:
        return Call(told, None, RULES)
    chance = max(sinus, other) / rest
    if likelier is Rhythm.OTHER and half is not None:
        chance = (chance + half.get(Rhythm.OTHER, 0.0) / (1.0 - half.get(Rhythm.AF, 0.0) + LEAST)) / 2.0
    if chance < (SURE if likelier is Rhythm.OTHER or seen.quality.noise >= NOISY else LIKELY):
        return Call(Rhythm.UNKNOWN, None, model)
    return Call(likelier, round((1.0 - af) * chance, 4), model)


def _af(seen: Evidence, p: float) -> float:
    """Probability of AF from both, as if AF were as usual as not."""
    evidence = af_logit(seen.context_rr_ms, p_share(seen), count=len(seen.context_rr_ms)) or 0.0
    p = min(max(p, LEAST), 1.0 - LEAST)
    said = log(p / (1.0 - p)) - log(EXPECTED / (1.0 - EXPECTED))
    logit = said + RULE_WEIGHT * min(max(evidence, -RULE_MOST), RULE_MOST)
    return 1.0 / (1.0 + exp(-logit))
