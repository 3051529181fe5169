"""Hearts with known beat classes, and what else they might have done: other leads, rhythms and P waves."""

# ruff: noqa: PLR2004 - the odds and ranges that variants are drawn with, each used once

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.resample import FS_HZ
from training.af_windows import DS1
from training.beat_examples import ENOUGH, EXCERPTS, at_chain_rate, beat_size, loudness
from training.beat_wide import WideBeats, cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsp.types import FloatArray

CLASSES: Final = "NSVFQ"
SYMBOLS: Final = {"N": "NLRejn", "S": "AaJS", "V": "VEr", "F": "F", "Q": "/fQ?"}  # AAMI EC57's table
CLASS_OF: Final = {symbol: name for name, symbols in SYMBOLS.items() for symbol in symbols}
T_END_S: Final = 0.24  # after an R peak: from here to the next P wave time may be cut or added,
P_BEGIN_S: Final = 0.20  # before the next R peak
P_END_S: Final = 0.05
SCENE: Final = 40 * FS_HZ  # samples in which one run of wide beats begins and ends
SHORTEST_S: Final = 0.34  # an interval that no variant goes below


@dataclass(frozen=True, slots=True)
class Heart:
    """``uv``: (leads, n) at 250 Hz; ``beats``: in samples; ``classes``: a letter each.

    ``flutter``: spans without beats to learn. ``group``: who it is, whatever lead or variant.
    """

    group: str
    uv: FloatArray
    beats: FloatArray
    classes: str
    flutter: tuple[tuple[float, float], ...] = ()


def hearts(data: Path) -> Iterator[Heart]:
    """DS1 of MIT-BIH, then QTDB's records with beat labels that are no excerpts of MIT-BIH."""
    for name in DS1:
        yield read(data / "mitdb" / name)
    for header in sorted((data / "qtdb").glob("*.hea")):
        if not header.stem.startswith(EXCERPTS) and header.with_suffix(".atr").is_file():
            one = read(header.with_suffix(""))
            if len(one.beats) >= ENOUGH:
                yield one


def read(record: Path) -> Heart:
    """A record with ``atr`` annotations."""
    signal, annotation = wfdb.rdrecord(str(record)), wfdb.rdann(str(record), "atr")
    scale = FS_HZ / signal.fs
    samples, symbols = np.asarray(annotation.sample) * scale, np.asarray(annotation.symbol)
    beats = np.isin(symbols, list(CLASS_OF))
    spans = zip(samples[symbols == "["], samples[symbols == "]"], strict=True)
    return Heart(
        record.name,
        np.stack([at_chain_rate(lead * 1000.0, signal.fs) for lead in signal.p_signal.T]),
        samples[beats],
        "".join(CLASS_OF[symbol] for symbol in symbols[beats]),
        tuple((float(a), float(b)) for a, b in spans),
    )


def lead(heart: Heart, k: int) -> Heart:
    """One lead of it, as it is."""
    return replace(heart, uv=heart.uv[k : k + 1])


def varied(heart: Heart, noises: list[FloatArray], rng: np.random.Generator) -> Heart:
    """Something else the same heart might have shown: one lead, made of both, in another rhythm and noise."""
    angle = rng.uniform(0.0, 2.0 * np.pi)
    weights = (np.cos(angle), np.sin(angle)) if len(heart.uv) > 1 else (rng.choice([-1.0, 1.0]),)
    x = np.tensordot(np.asarray(weights), heart.uv, 1)
    one = replace(heart, uv=x[None])
    rhythm = rng.random()
    if rhythm < 0.75 and not heart.flutter:
        one = paced(one, rng, fibrillates=rhythm < 0.25)
    if rng.random() < 0.6 and not heart.flutter:
        one = widened(one, rng)
    x = one.uv[0] * np.exp(rng.uniform(-1.2, 0.7))
    if rng.random() < 0.5:
        noise = noises[rng.integers(len(noises))]
        noise = np.roll(np.resize(noise, len(x)), int(rng.integers(len(x))))
        size = beat_size(x, one.beats)
        x = x + noise / (loudness(noise) + 1e-9) * size / np.sqrt(8.0) * 10.0 ** (
            -rng.uniform(6.0, 26.0) / 20.0
        )
    return replace(one, uv=x[None])


def paced(heart: Heart, rng: np.random.Generator, *, fibrillates: bool) -> Heart:
    """The heart with other intervals: early beats and runs of them, pauses, another sinus rate, or AF.

    Time is cut or added between T and P waves, where nothing happens; the complexes stay what they were. A
    beat made early keeps its place behind the T wave, its P wave is changed, and it becomes S.
    """
    x, beats = heart.uv[0], heart.beats
    classes, rr = list(heart.classes), np.diff(heart.beats) / FS_HZ
    usual = float(np.median(rr))
    wanted = rr * np.exp(rng.uniform(-0.15, 0.15)) * _swaying(len(rr), rng)
    gains: dict[int, float] = {}
    if fibrillates:
        wanted = usual * np.exp(rng.normal(0.0, rng.uniform(0.12, 0.26), len(rr)))
        gains = dict.fromkeys(range(1, len(beats)), rng.uniform(-0.1, 0.1))
    else:
        rate, k = rng.choice([0.01, 0.03, 0.1, 0.3]), 2
        runs = rng.uniform(0.0, 0.5)
        while k < len(beats) - 1:
            if rng.random() < rate and classes[k] == classes[k - 1] == "N":
                early = rng.uniform(0.55, 0.86)
                length = 1 if rng.random() > runs else int(rng.geometric(0.2))
                gain = rng.uniform(-1.0, 0.6) if rng.random() < 0.7 else 1.0
                while length and k < len(beats) - 1 and classes[k] == "N":
                    wanted[k - 1] = early * usual * rng.uniform(0.95, 1.05)
                    classes[k], gains[k] = "S", gain
                    k, length = k + 1, length - 1
                if classes[k] == "N":
                    wanted[k - 1] = usual * rng.uniform(1.0, 1.5)
            elif rng.random() < 0.004 and classes[k] == "N":
                wanted[k - 1] = usual * rng.uniform(1.3, 2.5)  # a beat left out: what follows is normal
            k += 1
    return _rebuilt(heart, x, np.maximum(wanted, SHORTEST_S), "".join(classes), gains)


def widened(heart: Heart, rng: np.random.Generator) -> Heart:
    """The heart with wide beats in place of some of its own, alone or in runs: drawn, or cut from its own."""
    x, beats, classes = heart.uv[0].copy(), heart.beats, np.array(list(heart.classes))
    own = cut(x, beats[classes == "V"])
    makes, size = WideBeats([own]), beat_size(x, beats)
    for _ in range(int(rng.integers(1, max(2, len(x) // (15 * FS_HZ))))):
        a = int(rng.integers(0, max(1, len(x) - SCENE)))
        inside = (beats >= a) & (beats < a + SCENE)
        count = 1 if rng.random() < 0.7 else int(np.exp(rng.uniform(0.0, np.log(40.0))))
        if inside.sum() < 5:
            continue
        scene = x[a : a + SCENE]
        uv, together = makes.run_into(rng, scene, beats[inside] - a, size, count)
        fresh = together[~np.isin(together, beats[inside] - a)]
        if not len(fresh) or fresh[-1] > len(scene) - 4 * FS_HZ or fresh[0] < FS_HZ:
            continue
        x[a : a + SCENE] = uv
        gone = inside & ~np.isin(beats - a, together)
        order = np.argsort(np.concatenate((beats[~gone], fresh + a)), kind="stable")
        beats = np.concatenate((beats[~gone], fresh + a))[order]
        classes = np.concatenate((classes[~gone], np.full(len(fresh), "V")))[order]
    return replace(heart, uv=x[None], beats=beats, classes="".join(classes.tolist()))


def _swaying(n: int, rng: np.random.Generator) -> FloatArray:
    """(n,) factors around one: breath, and a rate that drifts."""
    k = np.arange(n)
    breath = rng.uniform(0.0, 0.08) * np.sin(2.0 * np.pi * k / rng.uniform(3.0, 7.0) + rng.uniform(0.0, 6.0))
    steps = np.cumsum(rng.normal(0.0, 0.06, n // 40 + 2))
    knots = np.interp(k, 40 * np.arange(len(steps)), steps)
    return np.asarray(np.exp(breath + np.clip(knots - knots.mean(), -0.35, 0.35)), np.float64)


def _rebuilt(heart: Heart, x: FloatArray, wanted: FloatArray, classes: str, gains: dict[int, float]) -> Heart:
    """The signal with intervals as ``wanted`` (seconds), and P waves multiplied by ``gains``."""
    x = x.copy()
    beats = heart.beats
    for k, gain in gains.items():
        a, b = int(beats[k] - P_BEGIN_S * FS_HZ), int(beats[k] - P_END_S * FS_HZ)
        if a > beats[k - 1] + 0.3 * FS_HZ:
            line = np.linspace(x[a], x[b], b - a)
            x[a:b] = line + gain * (x[a:b] - line)
    source, target = [0.0, beats[0]], [0.0, beats[0]]
    for k, seconds in enumerate(wanted):
        interval = beats[k + 1] - beats[k]
        first, last = beats[k] + T_END_S * FS_HZ, beats[k + 1] - P_BEGIN_S * FS_HZ
        change = seconds * FS_HZ - interval
        free = last - first
        if free > 5.0 and change > 3.0 - free and classes[k + 1] in "NS":
            begin = target[-1]
            source += [first, last, beats[k + 1]]
            target += [begin + first - beats[k], begin + last - beats[k] + change, begin + interval + change]
        else:
            source.append(beats[k + 1])
            target.append(target[-1] + interval)
    source.append(float(len(x)))
    target.append(target[-1] + len(x) - beats[-1])
    n = int(target[-1])
    at = np.interp(np.arange(n), target, source)
    moved = np.interp(beats, source, target)
    # A beat whose interval could not be cut so far is not early after all.
    kept = [
        "N" if new == "S" != old and moved[k] - moved[k - 1] > 0.9 * (beats[k] - beats[k - 1]) else new
        for k, (old, new) in enumerate(zip(heart.classes, classes, strict=True))
    ]
    return replace(heart, uv=np.interp(at, np.arange(len(x)), x)[None], beats=moved, classes="".join(kept))
