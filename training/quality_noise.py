"""Noise to train the quality of windows with: recorded, from recordings called noise, and made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb
from scipy.ndimage import median_filter

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.types import FloatArray

FS_HZ: Final = 360.0  # MIT-BIH's rate, which all noise is brought to
RECORDED: Final = ("ma", "bw")  # `em` is for the examination
LEVELS_DB: Final = (24.0, 18.0, 12.0, 9.0, 6.0, 3.0, 0.0, -3.0, -6.0, -12.0)
QUIET_SHARE: Final = 0.25  # of the spells that stay without noise
SPELL_S: Final = (4.0, 40.0)  # shortest and longest: noise comes and goes within windows, too
MADE: Final = ("bumps", "steps", "mains", "band", "band")
MAINS_HZ: Final = (50.0, 60.0)
RAILS: Final = (0.5, 4.0)  # where a front end clips, in sizes of a beat from the middle
SILENCES: Final = 8  # stretches of a record without a heart
SILENCE_S: Final = (2.5, 18.0)
RAMP: Final = 54  # 150 ms: from the last wave into silence
SPELL_BEATS: Final = (100, 400)
SYSTOLE: Final = 0.4  # of an interval, to the end of the T wave or so,
AHEAD_S: Final = 0.1  # and the time before the next R peak: what keeps its length
SPREAD: Final = 0.55
PACES: Final = (0.75, 1.25)  # and everything is so much slower
FACTORS: Final = (0.2, 2.5)
CALM_S: Final = 60.0  # of every record before noise sets in


def recorded(folder: Path) -> FloatArray:
    """(k, n) leads of NSTDB's muscle and baseline noise at 360 Hz, each with a root mean square of one."""
    leads = [
        wfdb.rdrecord(str(folder / name)).p_signal[:, lead].astype(np.float64)
        for name in RECORDED
        for lead in (0, 1)
    ]
    return np.array([_even(lead) for lead in leads])


def spoilt(folder: Path, names: list[str], fs_hz: float = 300.0) -> list[FloatArray]:
    """Recordings of CinC 2017 that are called noise, at 360 Hz, each with a root mean square of one."""
    found = []
    for name in names:
        x = wfdb.rdrecord(str(folder / name)).p_signal[:, 0].astype(np.float64)
        at = np.arange(int(len(x) * FS_HZ / fs_hz)) * fs_hz / FS_HZ
        found.append(_even(np.interp(at, np.arange(len(x)), x)))
    return found


def made(n: int, rng: np.random.Generator) -> FloatArray:
    """(n,) bumps, steps, hum and bands of noise, in turn: as motion and loose electrodes make."""
    x = np.zeros(n)
    at = 0
    while at < n:
        length = min(n - at, int(rng.uniform(3.0, 15.0) * FS_HZ))
        kind = MADE[rng.integers(len(MADE))]
        part = rng.standard_normal(length)
        if kind == "bumps":  # as wide as waves
            part = np.where(rng.random(length) < rng.uniform(0.5, 4.0) / FS_HZ, part * 20.0, 0.0)
            part = np.convolve(part, np.hanning(int(rng.uniform(0.03, 0.4) * FS_HZ) + 3), "same")[:length]
        elif kind == "steps":  # that die away
            part = np.where(rng.random(length) < rng.uniform(0.2, 2.0) / FS_HZ, part * 20.0, 0.0)
            decay = np.exp(-np.arange(int(2 * FS_HZ)) / (rng.uniform(0.03, 0.6) * FS_HZ))
            part = np.convolve(part, decay)[:length]
        elif kind == "mains":
            hum = rng.choice(MAINS_HZ) * np.arange(length) / FS_HZ + rng.random()
            part = np.sin(2.0 * np.pi * hum) + rng.uniform(0.0, 0.3) * np.sin(6.0 * np.pi * hum)
        else:
            low = rng.uniform(0.5, 25.0)
            power = np.fft.rfft(part)
            hz = np.fft.rfftfreq(length, 1.0 / FS_HZ)
            power *= (hz > low) & (hz < low * rng.uniform(1.5, 6.0))
            part = np.fft.irfft(power, length)
        x[at : at + length] = _even(part)
        at += length
    return x


def schedule(n: int, rng: np.random.Generator) -> FloatArray:
    """(n,) how loud noise is over time, as a factor on noise of the signal's own power; zero where none."""
    loud = np.zeros(n)
    at = int(CALM_S * FS_HZ)
    while at < n:
        length = int(rng.uniform(*SPELL_S) * FS_HZ)
        if rng.random() > QUIET_SHARE:
            loud[at : at + length] = 10.0 ** (-rng.choice(LEVELS_DB) / 20.0)
        at += length
    return loud


def irregular(
    uv: FloatArray, beats: NDArray[np.int64], rng: np.random.Generator
) -> tuple[FloatArray, NDArray[np.int64]]:
    """The same beats as in atrial fibrillation, in every other spell: each diastole gets a new length.

    ``beats``: all of them, ascending. Returns samples and beats on the new axis. What is called bad must not
    be the rhythm.
    """
    pace = rng.uniform(*PACES)
    knots, places = [0.0], [0.0]
    moving, left = False, 0
    for before, after in pairwise(beats.tolist()):
        if left == 0:
            moving, left = not moving, int(rng.integers(*SPELL_BEATS))
        left -= 1
        begin, end = before + SYSTOLE * (after - before), after - AHEAD_S * FS_HZ
        if end <= begin:
            continue
        factor = float(np.clip(np.exp(rng.normal(0.0, SPREAD)), *FACTORS)) if moving else 1.0
        places += [places[-1] + begin - knots[-1], places[-1] + begin - knots[-1] + factor * (end - begin)]
        knots += [begin, end]
    places.append(places[-1] + len(uv) - knots[-1])
    knots.append(float(len(uv)))
    places = [pace * place for place in places]
    at = np.interp(np.arange(int(places[-1])), places, knots)
    moved = np.interp(at, np.arange(len(uv)), uv)
    return moved, np.round(np.interp(beats, knots, places)).astype(np.int64)


def railed(uv: FloatArray, beat_uv: float, rng: np.random.Generator) -> FloatArray:
    """As a front end of too small a range gives it, in the last third of the time."""
    from_here = 2 * len(uv) // 3
    tail = uv[from_here:]
    usual = float(np.median(tail))
    low, high = (usual + sign * beat_uv * rng.uniform(*RAILS) for sign in (-1.0, 1.0))
    return np.concatenate((uv[:from_here], np.clip(tail, low, high)))


def silences(uv: FloatArray, beats: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Takes the heart out of some stretches of ``uv``, in place, between beats; which beats stay.

    What remains is the baseline, and the noise of electronics: a pause must not look like a bad signal.
    """
    stays = np.ones(len(beats), np.bool_)
    for at in rng.integers(int(CALM_S * FS_HZ), len(uv), SILENCES):
        k = int(np.searchsorted(beats, at))
        length = int(rng.uniform(*SILENCE_S) * FS_HZ)
        m = int(np.searchsorted(beats, at + length))
        if k < 1 or m >= len(beats):
            continue
        first = beats[k - 1] + int(0.45 * (beats[k] - beats[k - 1]))
        last = beats[m] - int(0.35 * (beats[m] - beats[m - 1]))
        if last - first < 4 * RAMP:
            continue
        smooth = median_filter(uv[first:last], int(0.6 * FS_HZ), mode="nearest")
        smooth = np.convolve(np.pad(smooth, RAMP // 2, "edge"), np.ones(RAMP + 1) / (RAMP + 1), "valid")
        ramp = np.linspace(0.0, 1.0, RAMP)
        fade = np.concatenate((ramp, np.ones(last - first - 2 * RAMP), ramp[::-1]))
        hiss = rng.standard_normal(last - first) * rng.uniform(1.0, 15.0)
        uv[first:last] += fade * (smooth + hiss - uv[first:last])
        stays[k:m] = False
    return stays


def _even(x: FloatArray) -> FloatArray:
    x = x - np.median(x)
    return np.asarray(x / max(1e-9, float(np.sqrt(np.mean(x * x)))))
