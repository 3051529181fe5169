"""What can happen to a signal between skin and store: noise, lost packets, rails, polarity, another rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb
from scipy.signal import resample_poly

from bench.nst import SNRS_DB, stressed
from dsp.episodes import EpisodeMerger
from dsp.models import shipped
from dsp.pipeline import Pipeline
from tests import recordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsp.episodes import Episode
    from dsp.types import FloatArray, Result

NOISES: Final = ("em", "ma", "bw")
LOSSES: Final = (0.01, 0.05, 0.1, 0.2)  # share of packets
PACKET_S: Final = 1.0  # as many wearables send them; lost ones are lost by themselves
SEED: Final = 118  # of the losses
LATER_S: Final = 5.0  # half a window
RAIL_UV: Final = 1500.0  # of a front end with little range
DRIFT_UV: Final = 2000.0  # of a dry electrode, slow enough for a person to breathe
DRIFT_HZ: Final = 0.05
CLIPPED: Final = 0.995  # quantile of the size, half of which is where a front end of too much gain ends
SLOW_HZ: Final = 130.0  # of a chest strap
STRAP_RATIO: Final = (13, 36)  # from 360 Hz

Span = tuple[float, float]
Item = np.ndarray[tuple[int], np.dtype[np.float64]] | int  # samples, or how many are missing


@dataclass(frozen=True, slots=True)
class Case:
    """A record as it arrives. ``items``: uV, or how many samples are missing; ``scored``: spans in s."""

    kind: str
    level: str
    fs_hz: float
    items: tuple[Item, ...]
    scored: tuple[Span, ...]


def record_uv(name: str) -> tuple[FloatArray, float]:
    """The first lead of a MIT-BIH record, uV, and its rate."""
    found = wfdb.rdrecord(str(recordings.path("mitdb", name)), channels=[0])
    return found.p_signal[:, 0] * 1000.0, float(found.fs)


def noisy(name: str) -> Iterator[Case]:
    """Noise as nst adds it, two minutes with and two without; the former are scored."""
    for noise in NOISES:
        for snr_db in SNRS_DB:
            made = stressed(name, snr_db, noise)
            spans = tuple((a / made.fs_hz, (b + 1) / made.fs_hz) for a, b in made.noisy)
            yield Case(noise, f"{snr_db} dB", made.fs_hz, (made.uv,), spans)


def mishaps(uv: FloatArray, fs_hz: float) -> Iterator[Case]:
    """Everything else, all of the time. The first is no mishap: its labels show what other windows change."""
    whole = ((0.0, len(uv) / fs_hz),)
    late = round(LATER_S * fs_hz)
    yield Case("windows", f"{LATER_S:g} s later", fs_hz, (late, uv[late:]), whole)
    for share in LOSSES:
        yield Case("packets lost", f"{100 * share:.0f} %", fs_hz, tuple(_lossy(uv, fs_hz, share)), whole)
    middle = float(np.median(uv))
    top = float(np.quantile(np.abs(uv - middle), CLIPPED)) / 2.0
    yield Case("saturation", "half of the peaks", fs_hz, (np.clip(uv, middle - top, middle + top),), whole)
    drift = DRIFT_UV * np.sin(2.0 * np.pi * DRIFT_HZ * np.arange(len(uv)) / fs_hz)
    railed = np.clip(uv - middle + drift, -RAIL_UV, RAIL_UV)
    yield Case("saturation", "drift into the rails", fs_hz, (railed,), whole)
    yield Case("polarity", "flipped", fs_hz, (-uv,), whole)
    slow = np.asarray(resample_poly(uv, *STRAP_RATIO), np.float64)
    yield Case("rate", f"{SLOW_HZ:.0f} Hz", SLOW_HZ, (slow,), whole)


def run(items: Iterable[Item], fs_hz: float) -> tuple[list[Result], list[Episode]]:
    """What the chain says of a signal with holes, and its episodes as they ended."""
    pipeline = Pipeline(fs_hz, classifier=shipped())
    results: list[Result] = []
    for item in items:
        results += pipeline.gap(item) if isinstance(item, int) else pipeline.push(item)
    results += pipeline.finish()
    merger = EpisodeMerger(fs_hz)
    told = {(e.kind, e.start): e for e in [*merger.push(results), *merger.finish()]}
    return results, list(told.values())


def _lossy(uv: FloatArray, fs_hz: float, share: float) -> Iterator[Item]:
    """The same packets are lost whatever the signal is."""
    size = round(PACKET_S * fs_hz)
    lost = np.random.default_rng(SEED).random(-(-len(uv) // size)) < share
    for k, gone in enumerate(lost):
        piece = uv[k * size : (k + 1) * size]
        yield len(piece) if gone else piece
