"""Chooses what is made of the beat network's heat, on records and noise that it was not taught with.

Records held back and those taught, as they are; some of both disturbed by noise held back: muscle, made-up
electrode motion, and noise records of CinC 2017 at a speed that makes them like beats; some with runs of
wide beats in them, drawn or of the records held back; some with those minutes of NSTDB's electrode motion
that its test leaves out. Nothing of DS2, or of 118 and 119.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.ec57 import Score, score
from dsp.calls import Caller
from dsp.decisions import Decisions
from dsp.network import Heat
from dsp.resample import FS_HZ
from training.beat_examples import (
    CHOOSING,
    MITDB,
    beat_size,
    bumps,
    loudness,
    recorded_noises,
    slow_noises,
    source,
)
from training.beat_motion import moved
from training.beat_wide import WideBeats, cut

if TYPE_CHECKING:
    from dsp.network import Network, Weights
    from dsp.types import FloatArray
    from training.beat_examples import Source

SEED: Final = 20260322
RUN: Final = Path(__file__).with_name("beat_network.json")  # what the run saw and reached
CALM: Final = ("101", "112", "122", "124", "205", "223")  # of those that were taught
SNRS_DB: Final = (18.0, 9.0, 3.0, -6.0)
LENGTH: Final = 8 * 60 * FS_HZ  # of a disturbed record: enough to tell settings apart
CLEAN: Final = 16 * 60 * FS_HZ  # of a record as it is
SPELL: Final = 60 * FS_HZ  # noise comes and goes, a minute each
WIDE_PIECE: Final = 60 * FS_HZ  # each holds a run of wide beats,
WIDE_PIECES: Final = 4  # of a record so many; every second one is disturbed
WIDE_SNR_DB: Final = 12.0
WIDE_START_S: Final = 4.0
PIECE: Final = 4 * FS_HZ
CLEAN_COUNTS: Final = 3.0  # what is clean counts so much against each noise: most of the time is
CLEAN_KIND: Final = "clean"
WIDE: Final = "wide"  # how the figure of runs is called
LEAST_ERROR: Final = 0.02  # percent: what is missing less is missing by chance
START: Final = Decisions(
    even=0.056,
    rhythm=0.98,
    narrow=0.112,
    alike=0.5,
    flatter=0.21,
    rhythm_from=0.176,
    steep_from=0.07,
    steep_full=0.288,
    flat=1.0,
    shape=1.0,
    shape_even=0.5,
    shape_from=0.32,
    shape_full=0.45,
)
STEPS: Final = {
    "even": (0.8, 1.25, 1.6),
    "rhythm": (0.7, 1.4),
    "flat": (0.0, 0.5, 2.0, 4.0),
    "below": (0.5, 1.6),
    "narrow": (0.7, 1.4),
    "alike": (0.5, 1.5),
    "flatter": (0.0, 0.7, 1.4),
    "rhythm_from": (0.8, 1.2, 1.5),
    "steep_from": (0.7, 1.2),
    "steep_full": (0.8, 1.2),
    "wary": (0.7, 1.4),
    "shape": (0.0, 0.7, 1.5),
    "shape_even": (0.8, 1.2),
}  # factors tried, one setting after the other; not `at_once`: a beat must not wait for what follows
ROUNDS: Final = 1


@dataclass(frozen=True, slots=True)
class Case:
    """What a network makes of a record.

    ``kind``: what was done to it; ``start_s``: what comes before is not scored.
    """

    name: str
    kind: str
    heat: list[tuple[Weights, FloatArray, FloatArray]]  # heat, steepest slopes and all slopes of each piece
    beats: FloatArray
    masked: tuple[tuple[float, float], ...]
    start_s: float = SPELL / FS_HZ  # noise begins then


def warmed(network: Network, uv: FloatArray) -> list[tuple[Weights, FloatArray, FloatArray]]:
    """The heat of a lead, piece by piece."""
    stream = Heat(network)
    front = stream.front
    return [(stream.push(uv[a : a + PIECE]), front.steepest, front.slopes) for a in range(0, len(uv), PIECE)]


def like_beats(rng: np.random.Generator, slow: list[FloatArray]) -> FloatArray:
    """Noise records at 0.6 of their speed: as wide and as steep as ectopic beats, as electrode motion is."""
    pieces = [slow[i] / slow[i].std() for i in rng.integers(0, len(slow), 40)]
    return np.concatenate(
        [np.interp(np.arange(0, len(one) - 1, 1.45), np.arange(len(one)), one) for one in pieces]
    )


def disturbed(one: Source, lead: int, noise: FloatArray, snr_db: float) -> FloatArray:
    """A lead with noise in every other minute, of the power that ``nst`` would give it."""
    x = one.uv[lead, :LENGTH].copy()
    long = np.resize(np.concatenate((noise, noise[::-1])), len(x))
    loud = np.sort(long.reshape(-1, FS_HZ).std(axis=1))
    cut = len(loud) // 20
    gain = beat_size(x, one.beats[one.beats < LENGTH]) / np.sqrt(8.0) * 10.0 ** (-snr_db / 20.0)
    on = np.arange(len(x)) // SPELL % 2 == 1
    return x + np.where(on, (long - long.mean()) * gain / loud[cut:-cut].mean(), 0.0)


def cases(data: Path, network: Network) -> list[Case]:
    """Everything that settings are judged by."""
    rng = np.random.default_rng(SEED)
    banks = recorded_noises(data, choosing=True)
    slow = slow_noises(data, choosing=True)
    found = []
    for name in (*CHOOSING, *MITDB):
        one = source(data / "mitdb" / name)
        beats = one.beats[one.beats < CLEAN]
        found.append(Case(name, CLEAN_KIND, warmed(network, one.uv[0, :CLEAN]), beats, one.masked))
    for k, name in enumerate((*CHOOSING, *CALM)):
        one = source(data / "mitdb" / name)
        beats = one.beats[one.beats < LENGTH]
        for j, snr_db in enumerate(SNRS_DB):
            kind = (k + j) % 4
            noise = banks[k % 2] if kind == 0 else bumps(rng, LENGTH) if kind == 1 else like_beats(rng, slow)
            heat = warmed(network, disturbed(one, 0, noise, snr_db))
            found.append(Case(name, f"{snr_db:g} dB", heat, beats, one.masked))
    for name, snr_db, one, x in moved(data):
        beats = one.beats[one.beats < LENGTH]
        found.append(Case(name, f"motion, {snr_db:g} dB", warmed(network, x), beats, one.masked))
    return found + wide_cases(data, network, banks[0])


def wide_cases(data: Path, network: Network, noise: FloatArray) -> list[Case]:
    """Minutes with a run of wide beats in each."""
    rng = np.random.default_rng(SEED)
    records = {name: source(data / "mitdb" / name) for name in (*CHOOSING, *CALM)}
    drawn = WideBeats([cut(records[name].uv[0], records[name].wide) for name in CHOOSING])
    found = []
    for name, one in records.items():
        for k in range(WIDE_PIECES):
            a = (k + 1) * WIDE_PIECE
            beats = one.beats[(one.beats >= a) & (one.beats < a + WIDE_PIECE)] - a
            x = one.uv[0, a : a + WIDE_PIECE]
            size = beat_size(x, beats)
            x, beats = drawn.run_into(rng, x - np.median(x), beats, size)
            if k % 2:
                piece = noise[k * WIDE_PIECE : (k + 1) * WIDE_PIECE]
                x = x + piece / loudness(piece) * size / np.sqrt(8.0) * 10.0 ** (-WIDE_SNR_DB / 20.0)
            masked = tuple((f - a, t - a) for f, t in one.masked)
            found.append(Case(name, WIDE, warmed(network, x), beats, masked, WIDE_START_S))
    return found


def called(case: Case, decisions: Decisions) -> Score:
    """How the beats called compare with those annotated."""
    caller = Caller(decisions, lambda _: True)
    found = [one.at for piece in case.heat for one in caller.push(*piece)]
    found += [one.at for one in caller.finish()]
    spans = [(int(a), int(b)) for a, b in case.masked]
    return score(
        np.rint(case.beats).astype(np.int64),
        np.array(found, np.int64),
        FS_HZ,
        start_s=case.start_s,
        excluded=spans,
    )


def judged(many: list[Case], decisions: Decisions) -> dict[str, float]:
    """F1 by noise, pooled; and, less being better, the weighted mean of the logarithms of what is missing."""
    pooled: dict[str, Score] = {}
    for case in many:
        pooled[case.kind] = pooled.get(case.kind, Score()) + called(case, decisions)
    figures = {kind: one.f1 for kind, one in pooled.items()}
    weights = {kind: CLEAN_COUNTS if kind == CLEAN_KIND else 1.0 for kind in figures}
    missing = sum(weights[name] * log(100.0 - f1 + LEAST_ERROR) for name, f1 in figures.items())
    return {"missing": missing / sum(weights.values()), **figures}


def choose(many: list[Case], decisions: Decisions = START) -> tuple[Decisions, dict[str, float]]:
    """The best settings found by changing one after the other, and their figures."""
    best = judged(many, decisions)
    print(decisions, best, flush=True)
    for _ in range(ROUNDS):
        before = best["missing"]
        for name, factors in STEPS.items():
            value = getattr(decisions, name)
            for factor in factors:
                other = replace(decisions, **{name: round(value * factor, 4)})
                if other.rhythm_from >= other.rhythm_full or other.steep_from >= other.steep_full:
                    continue
                if (figures := judged(many, other))["missing"] < best["missing"]:
                    decisions, best = other, figures
        print(decisions, best, flush=True)
        if best["missing"] == before:
            break
    return decisions, best
