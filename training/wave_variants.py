"""Variants of beats that a network is fitted on: faster, shifted, drifting, noisy, upside down, without P."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp import wave_net
from training.wave_beats import BEFORE, Beats

if TYPE_CHECKING:
    from dsp.types import FloatArray

STRETCH: Final = 0.18  # log of the fastest and slowest: hearts differ more than 80 people show
UNSTRETCHED: Final = 0.3  # share
SHIFT: Final = 1.5  # samples: R peaks are found no better
TREND: Final = 0.25  # of the complex's deviation, per second
DRIFT: Final = 0.10
NOISY: Final = 0.5  # share
NOISE: Final = 0.04  # of the complex's deviation, at most
HUM: Final = 0.03
HUMMING: Final = 0.15  # share
FLIPPED: Final = 0.25
GAIN: Final = 0.8  # log
ERASED: Final = 0.12  # share of P waves taken out, to show what their absence looks like,
FLUTTERING: Final = 0.5  # and of those, how many get the waves of AF instead
MARGIN: Final = 5  # samples about a P wave that are taken out with it
RATE_HZ: Final = 250.0


def varied(beats: Beats, rng: np.random.Generator) -> Beats:
    """One variant of each beat, ``near`` as :func:`dsp.wave_net.look` takes it."""
    n = len(beats.near)
    near, p = _erased(beats, rng)
    stretch = np.exp(rng.uniform(-STRETCH, STRETCH, n))
    stretch[rng.random(n) < UNSTRETCHED] = 1.0
    shift = np.round(rng.normal(0.0, SHIFT, n))
    at = np.arange(-wave_net.BEFORE, wave_net.AFTER) / stretch[:, None] + shift[:, None] + BEFORE
    at = np.clip(at, 0.0, near.shape[1] - 1.001)
    whole = at.astype(int)
    row = np.arange(n)[:, None]
    x = near[row, whole] + (at - whole) * (near[row, whole + 1] - near[row, whole])
    return Beats(
        _disturbed(x, rng),
        beats.rr * stretch[:, None],
        (beats.marks - shift[:, None]) * stretch[:, None],
        p,
        beats.record,
    )


def plain(beats: Beats) -> Beats:
    """The beats as they are, ``near`` as :func:`dsp.wave_net.look` takes it."""
    return beats._replace(near=beats.near[:, BEFORE - wave_net.BEFORE : BEFORE + wave_net.AFTER])


def looks(beats: Beats) -> FloatArray:
    """(n, INPUTS): what the network sees of each."""

    def known(samples: float) -> int | None:
        return round(samples) if np.isfinite(samples) else None

    near = beats.near.astype(np.float32)
    seen = [
        wave_net.look(one, known(rr[0]), known(rr[1])).inputs for one, rr in zip(near, beats.rr, strict=True)
    ]
    return np.array(seen)


def _erased(beats: Beats, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    near, p = beats.near.copy(), beats.p.copy()
    on, off = (beats.marks[:, k] + BEFORE for k in (0, 2))
    able = np.isfinite(on) & np.isfinite(off) & (beats.p == 1.0)
    for k in np.flatnonzero(able & (rng.random(len(p)) < ERASED)):
        lo, hi = max(0, int(on[k]) - MARGIN), int(off[k]) + MARGIN
        span = near[k, lo:hi].copy()
        line = np.linspace(span[0], span[-1], len(span))
        grain = np.median(np.abs(np.diff(near[k, :hi])))
        near[k, lo:hi] = line + rng.normal(0.0, grain, len(span))
        p[k] = 0.0
        if rng.random() < FLUTTERING:
            t = np.arange(near.shape[1]) / RATE_HZ
            height = rng.uniform(0.1, 0.8) * max(20.0, float(np.ptp(span)))
            turn = 2.0 * np.pi * (rng.uniform(4.0, 9.0) * t + rng.random())
            near[k] += 0.5 * height * (np.sin(turn) + 0.4 * np.sin(2.0 * turn + rng.uniform(0.0, 6.0)))
    return near, p


def _disturbed(x: FloatArray, rng: np.random.Generator) -> FloatArray:
    n, length = x.shape

    def share(of: float) -> FloatArray:
        return np.where(rng.random((n, 1)) < of, 1.0, 0.0)

    size = x[:, wave_net.BEFORE - 40 : wave_net.BEFORE + 40].std(axis=1, keepdims=True) + 1.0
    t = np.arange(length) / RATE_HZ
    slow = np.sin(2.0 * np.pi * (t * rng.uniform(0.1, 0.7, (n, 1)) + rng.random((n, 1))))
    hum = np.sin(2.0 * np.pi * (t * rng.choice([50.0, 60.0], (n, 1)) + rng.random((n, 1))))
    x = x + size * (TREND * rng.normal(0.0, 1.0, (n, 1)) * t + DRIFT * rng.normal(0.0, 1.0, (n, 1)) * slow)
    x = x + size * share(NOISY) * rng.uniform(0.0, NOISE, (n, 1)) * rng.normal(0.0, 1.0, x.shape)
    x = x + size * share(HUMMING) * HUM * hum
    return x * (1.0 - 2.0 * share(FLIPPED)) * np.exp(rng.uniform(-GAIN, GAIN, (n, 1)))
