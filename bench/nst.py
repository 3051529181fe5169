"""Records with calibrated noise, made as the ``nst`` program makes the MIT-BIH Noise Stress Test Database."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from bench.beats import BEATS, Truth
from tests import recordings

if TYPE_CHECKING:
    from bench.ec57 import Samples
    from dsp.types import FloatArray

RECORDS: Final = ("118", "119")
SNRS_DB: Final = (24, 18, 12, 6, 0, -6)
NORMAL: Final = frozenset("NLRBejn")  # what WFDB's map1 takes for normal
MEASURED: Final = 300  # beats, and seconds of noise, that an amplitude is told from
TRIMMED: Final = 0.05  # of them left out at either end
AROUND_S: Final = 0.05  # of a beat, for its peak-to-peak amplitude
LEARNING_S: Final = 300.0  # without noise, and not scored
PERIOD_S: Final = 120.0  # with noise and without, in turn


@dataclass(frozen=True, slots=True)
class Stressed:
    """One lead with noise in it. ``noisy``, ``calm``: spans (first, last) after learning, samples."""

    name: str
    snr_db: float
    gain: float
    fs_hz: float
    uv: FloatArray
    truth: Truth
    noisy: tuple[tuple[int, int], ...]
    calm: tuple[tuple[int, int], ...]


def stressed(name: str, snr_db: float, noise: str = "em", lead: int = 0) -> Stressed:
    """Record ``name`` of MIT-BIH plus a record of noise at ``snr_db``.

    As the manual pages of nst and sigamp have it: the signal's power is an eighth of the square of the
    trimmed mean of the first 300 normal beats' peak-to-peak amplitudes, that of the noise the square of the
    trimmed mean of the root mean squares of its first 300 s; steps of level where noise begins and ends are
    taken out.
    """
    record = recordings.path("mitdb", name)
    clean = wfdb.rdrecord(str(record), channels=[lead])
    added = wfdb.rdrecord(str(recordings.path("nstdb", noise)), channels=[lead]).p_signal[:, 0] * 1000.0
    annotation = wfdb.rdann(str(record), "atr")
    uv, fs = clean.p_signal[:, 0] * 1000.0, clean.fs
    symbols, samples = np.asarray(annotation.symbol), np.asarray(annotation.sample, np.int64)
    power = beats_uv(uv, samples[np.isin(symbols, list(NORMAL))], fs) ** 2 / 8.0
    gain = float(np.sqrt(power / 10.0 ** (snr_db / 10.0)) / noise_uv(added, fs))
    edges = [round(at * fs) for at in np.arange(LEARNING_S, len(uv) / fs, PERIOD_S)] + [len(uv)]
    spans = [(a, b - 1) for a, b in pairwise(edges)]
    x, level = uv.copy(), 0.0
    for k, (a, b) in enumerate(spans):
        if k % 2 == 0:
            level -= gain * added[a]
            x[a : b + 1] += gain * added[a : b + 1] + level
            level += gain * added[b]
        else:
            x[a : b + 1] += level
    truth = Truth(samples[np.isin(symbols, list(BEATS))], ())
    return Stressed(name, snr_db, gain, fs, x, truth, tuple(spans[::2]), tuple(spans[1::2]))


def given_gain(lead: int = 0) -> float:
    """Gain of the noise in the database's own 118e00, by regression on its first noisy period."""
    span = slice(round(LEARNING_S * 360.0), round((LEARNING_S + PERIOD_S) * 360.0))
    signals = [
        wfdb.rdrecord(str(recordings.path(*where)), channels=[lead]).p_signal[span, 0]
        for where in (("nstdb", "118e00"), ("mitdb", "118"), ("nstdb", "em"))
    ]
    return float(np.polyfit(signals[2], signals[0] - signals[1], 1)[0])


def _trimmed(values: FloatArray) -> float:
    cut = int(len(values) * TRIMMED)
    return float(np.sort(values)[cut : len(values) - cut].mean())


def beats_uv(uv: FloatArray, beats: Samples, fs_hz: float) -> float:
    """Peak-to-peak size of the first beats: the trimmed mean. ``uv`` (n,); ``beats``: sample indices."""
    reach = round(AROUND_S * fs_hz)
    first = [int(b) for b in beats[:MEASURED]]
    return _trimmed(np.array([np.ptp(uv[max(0, b - reach) : b + reach + 1]) for b in first]))


def noise_uv(added: FloatArray, fs_hz: float) -> float:
    """Size of the first seconds of a noise: the trimmed mean of their root mean squares."""
    second = round(fs_hz)
    return _trimmed(added[: MEASURED * second].reshape(MEASURED, second).std(axis=1))
