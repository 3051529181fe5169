"""AF episodes and alerts on sinus rhythm in noise, by the day.

MIT-BIH records without AF and flutter, paced ones left out, and CinC 2017's records of class N that the
classifier has not seen, each as a session of its own. Noise goes from the first sample to the last, its size
by nst's rule from the beats that the chain finds without it.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb
from scipy.signal import resample_poly

from bench.nst import beats_uv, noise_uv
from bench.perturbations import NOISES, run
from daemon.cli.output import progress
from dsp.analysis import analyze
from dsp.thresholds import value
from dsp.types import FindingKind, Rhythm, Window
from dsp.windows import UNCONFIRMED
from tests import recordings
from training.af_windows import AF, FLUTTER, rhythms

if TYPE_CHECKING:
    from dsp.types import FloatArray

SNRS_DB: Final = (12, 6, 0)  # what a day at home brings
PACED: Final = frozenset({"102", "104", "107", "217"})
FIXED: Final = 10  # one in so many records of CinC 2017 is in no training of the classifier
NONE: Final = "none"


def sinus_records(every: int) -> list[str]:
    """Every so many of MIT-BIH's records without AF and flutter, paced ones left out."""
    chosen = []
    for name in recordings.names("mitdb"):
        path = recordings.path("mitdb", name)
        if name not in PACED and not set(rhythms(path, wfdb.rdheader(str(path)).sig_len)) & {AF, FLUTTER}:
            chosen.append(name)
    return chosen[::every]


def normal_records(every: int) -> list[str]:
    """Every so many of CinC 2017's records of class N that are in no training of the classifier."""
    return held_out("N")[::every]


def held_out(label: str) -> list[str]:
    """The records of a class of CinC 2017 that are in no training of the classifier, by name."""
    with (recordings.folder("cinc2017") / "REFERENCE.csv").open() as file:
        known = sorted(name for name, said in csv.reader(file) if said == label)
    return [name for name in known if _digest(name) % FIXED == 0]


def false_alarms(every: int) -> dict[str, Any]:
    """By set and noise: hours, share analysable, share called AF, and what a day would bring."""
    sets = {"mitdb": sinus_records(every), "cinc2017": normal_records(every)}
    counts: dict[str, dict[str, Counter[str]]] = {which: {} for which in sets}
    with progress("false alarms", sum(map(len, sets.values()))) as done:
        for k, (which, name) in enumerate((which, name) for which, names in sets.items() for name in names):
            found = wfdb.rdrecord(str(recordings.path(which, name)), channels=[0])
            uv, fs_hz = found.p_signal[:, 0] * 1000.0, float(found.fs)
            for condition, x in _noisy(uv, fs_hz, name).items():
                counts[which].setdefault(condition, Counter()).update(_alarms(x, fs_hz))
            done(k + 1)
    return {
        which: {condition: _row(count) for condition, count in own.items()} for which, own in counts.items()
    }


def _noisy(uv: FloatArray, fs_hz: float, name: str) -> dict[str, FloatArray]:
    """The signal as it is and with each noise, which begins somewhere else for each record."""
    found = np.array([beat.sample for beat in analyze(uv, fs_hz).beats])
    size = beats_uv(uv, found, fs_hz) if len(found) else float(np.ptp(uv))
    made = {NONE: uv}
    for noise in NOISES:
        whole, rms = _noise(noise, fs_hz)
        added = np.resize(np.roll(whole, -(_digest(name) % len(whole))), len(uv))
        for snr_db in SNRS_DB:
            gain = float(np.sqrt(size**2 / 8.0 / 10.0 ** (snr_db / 10.0))) / rms
            made[f"{noise} {snr_db} dB"] = uv + gain * added
    return made


@cache
def _noise(noise: str, fs_hz: float) -> tuple[FloatArray, float]:
    """A record of noise at a rate, uV, and its size by nst's rule."""
    record = wfdb.rdrecord(str(recordings.path("nstdb", noise)), channels=[0])
    added = record.p_signal[:, 0] * 1000.0
    rms = noise_uv(added, record.fs)
    if fs_hz != record.fs:
        added = np.asarray(resample_poly(added, round(fs_hz), record.fs), np.float64)
    return added, rms


def _alarms(uv: FloatArray, fs_hz: float) -> Counter[str]:
    results, episodes = run((uv,), fs_hz)
    af = [e.n / fs_hz for e in episodes if e.kind is FindingKind.AF]
    windows = [w for w in results if isinstance(w, Window)]
    return Counter(
        seconds=round(len(uv) / fs_hz),
        analysable=round(sum(w.n for w in windows if w.quality.analysable) / fs_hz),
        af=round(sum(w.n for w in windows if w.rhythm is Rhythm.AF and UNCONFIRMED not in w.flags) / fs_hz),
        episodes=len(af),
        alerts=sum(length >= value("af_alert") for length in af),
    )


def _row(count: Counter[str]) -> dict[str, Any]:
    days = count["seconds"] / 86400.0
    return {
        "hours": round(24.0 * days, 2),
        "analysable_pct": round(100.0 * count["analysable"] / count["seconds"], 2),
        "af_pct": round(100.0 * count["af"] / count["seconds"], 3),
        "episodes": count["episodes"],
        "episodes_per_day": round(count["episodes"] / days, 2),
        "alerts": count["alerts"],
        "alerts_per_day": round(count["alerts"] / days, 2),
    }


def _digest(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)
