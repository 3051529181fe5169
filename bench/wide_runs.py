"""Beats found in runs of wide beats, as in ventricular tachycardia: ``python -m bench.wide_runs``.

Two kinds of run, 120 to 240 a minute, neither of which the detector was taught with: hearts that
:mod:`ingest.synthesis` makes, and records of MIT-BIH whose own ventricular beats, moved together, stand in
for the rest half of the time. None of these records is taught; 106, 203 and 215 are among those that
decisions were chosen on, 119 is of NSTDB, 200 and 233 are of DS2.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
import wfdb

from bench.beats import BEATS
from bench.ec57 import Score, score
from dsp.beats import BeatDetector
from dsp.resample import FS_HZ, Resampler
from ingest.scenario import Scenario
from ingest.synthesis import synthesize
from tests import recordings

if TYPE_CHECKING:
    from bench.ec57 import Samples
    from dsp.types import FloatArray

RATES_BPM: Final = (120, 140, 165, 180, 200, 220, 240)
HEARTS: Final = ((85.0, 900.0), (120.0, 400.0))  # width in ms and height in uV of the beats between runs
RUNS: Final = ((10, 40), (45, 12))  # seconds from which on, and beats of each run in a made minute
NOW: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
NOT_TAUGHT: Final = ("106", "203", "215", "119", "200", "233")
MINUTE: Final = 60
FOUR_MINUTES: Final = 240
RUN_S: Final = (5.0, 20.0)  # of each half minute: from when to when a run lasts
HALF_MINUTE: Final = 30.0
LEADING_S: Final = 0.35  # of a recorded beat, before its middle,
TRAILING_S: Final = 0.45  # and after
FADED: Final = 10.0  # samples at either end of it
START_S: Final = 2.0  # what comes before is not scored


def found_in(uv: FloatArray) -> Samples:
    """Middles of the beats found in samples at 250 Hz."""
    detector = BeatDetector()
    found = detector.push(uv, np.zeros(len(uv), np.bool_)) + detector.finish()
    return np.array([one.at for one in found], np.int64)


def scored(uv: FloatArray, beats: FloatArray) -> Score:
    """How the beats found compare with those known."""
    return score(np.rint(beats).astype(np.int64), found_in(uv), FS_HZ, start_s=START_S)


def made(bpm: int, qrs_ms: float, amplitude_uv: float) -> tuple[FloatArray, FloatArray]:
    """A minute of a made heart with two runs, uV at 250 Hz, and its beats."""
    runs = [
        {"at": f"+{at}s", "kind": "wide_run", "beats": beats, "rate_bpm": float(bpm)} for at, beats in RUNS
    ]
    heart = {"rate_bpm": 72.0, "qrs_ms": qrs_ms, "amplitude_uv": amplitude_uv, "events": runs}
    device = {"id": "made", "fs_hz": FS_HZ, "noise_uv": 6.0}
    wearer = {"name": "made", "tz": "UTC", "heart": heart, "devices": [device]}
    plan = {"name": "made", "span": "1m", "seed": bpm, "wearers": [wearer]}
    scenario = msgspec.convert(plan, Scenario, dec_hook=lambda kind, value: kind.parse(value))
    chunks = list(synthesize(scenario, now=NOW, chunk_s=60.0))
    uv = np.concatenate([np.zeros(one.n) if one.uv is None else one.uv.astype(float) for one in chunks])
    return uv, np.array([beat.sample for one in chunks for beat in one.beats], float)


@cache
def record(name: str) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Four minutes of a record's first lead at 250 Hz, its beats, and of them the ventricular ones."""
    path = recordings.path("mitdb", name)
    annotation = wfdb.rdann(str(path), "atr")
    signal = wfdb.rdrecord(str(path), channels=[0], sampto=FOUR_MINUTES * 360)
    resampler, x = Resampler(signal.fs), signal.p_signal[:, 0] * 1000.0
    parts = (resampler.push(x, np.zeros(len(x), np.bool_)), resampler.finish())
    uv = np.concatenate([one for one, _ in parts])
    at, kinds = np.asarray(annotation.sample) * FS_HZ / signal.fs, np.asarray(annotation.symbol)
    inside = (at > FS_HZ) & (at < len(uv) - FS_HZ)
    return uv - np.median(uv), at[inside & np.isin(kinds, list(BEATS))], at[inside & (kinds == "V")]


def moved(name: str, bpm: float) -> tuple[FloatArray, FloatArray]:
    """A minute of a record with its ventricular beats moved together into two runs, and all its beats."""
    source, all_beats, wide = record(name)
    uv, beats = source[: MINUTE * FS_HZ].copy(), all_beats[all_beats < MINUTE * FS_HZ]
    rr = 60.0 / bpm
    before, after = round(min(LEADING_S, 0.45 * rr) * FS_HZ), round(min(TRAILING_S, 0.75 * rr) * FS_HZ)
    edge = np.arange(before + after)
    fade = np.minimum(1.0, np.minimum(edge, edge[::-1]) / FADED)
    kept = np.ones(len(beats), np.bool_)
    places: list[float] = []
    for start in np.arange(RUN_S[0], MINUTE - RUN_S[1], HALF_MINUTE):
        a = int(beats[beats > start * FS_HZ][0]) + round(0.3 * FS_HZ)
        b = int(beats[beats > (start + RUN_S[1] - RUN_S[0]) * FS_HZ][0]) - round(0.25 * FS_HZ)
        uv[a:b] = np.linspace(uv[a], uv[b], b - a)
        kept &= (beats < a) | (beats > b)
        for k, one in enumerate(np.arange(a + before, b - after, rr * FS_HZ)):
            middle, place = round(wide[k % len(wide)]), round(one)
            beat = source[middle - before : middle + after]
            uv[place - before : place + after] += (beat - np.linspace(beat[0], beat[-1], len(beat))) * fade
            places.append(place)
    return uv, np.sort(np.concatenate((beats[kept], places)))


def all_made(bpm: int) -> Score:
    """Of all made hearts."""
    return sum((scored(*made(bpm, *shape)) for shape in HEARTS), Score())


def all_moved(bpm: int) -> Score:
    """Of all records."""
    return sum((scored(*moved(name, bpm)) for name in NOT_TAUGHT), Score())


def main() -> None:
    """Prints sensitivity and positive predictive value by rate."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    print("rate, bpm    made: Se     PPV   moved: Se     PPV, %")
    for bpm in RATES_BPM:
        one, other = all_made(bpm), all_moved(bpm)
        print(f"{bpm:9d}{one.se:12.1f}{one.ppv:8.1f}{other.se:12.1f}{other.ppv:8.1f}")


if __name__ == "__main__":
    main()
