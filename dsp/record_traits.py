"""What intervals, complexes and waves say of a recording's rhythm, in numbers, with no network asked.

:mod:`dsp.record_model` judges by them beside the rhythm network. They need the beats and the signal alone:
whatever called the rhythm of windows changes nothing of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.irregularity import changing_share, sample_entropy
from dsp.middle import middle
from dsp.rhythm_input import FS_HZ
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.types import Beat, FloatArray

    Places = NDArray[np.int64]

ABSENT: Final = -100.0  # stands for what cannot be told: below all that can be
FEWEST: Final = 4  # intervals, and whole beats, that anything is told from
LONGEST_S: Final = 3.0  # a longer interval is a break in what could be analysed
AROUND: Final = 4  # intervals on either side that one is compared with
LATELY: Final = 8  # intervals that a rate is told from
SHORT: Final = (0.85, 0.92)  # of the intervals around it: an early beat
LONG: Final = 1.15
EARLY, LATE = 0.88, 1.08  # of the usual interval: an early beat, and the pause behind it
STEPS: Final = (0.05, 0.1, 0.2)  # of the usual interval: changes that are counted
SHARES: Final = (0.05, 0.1, 0.25, 0.75, 0.9, 0.95)

# Samples of 125 Hz before and behind an R peak that are looked at, and where its waves lie in them.
BEFORE: Final = 40
AFTER: Final = 60
P: Final = slice(BEFORE - 34, BEFORE - 8)
QRS: Final = slice(BEFORE - 9, BEFORE + 10)
ST: Final = slice(BEFORE + 8, BEFORE + 14)
T: Final = slice(BEFORE + 14, BEFORE + 50)
CUT: Final = (10, 14)  # samples before and behind an R peak that are bridged to see what lies between
TINY: Final = 1e-6
UNLIKE: Final = (0.9, 0.75)  # correlation with the usual complex, below which beats are counted
WIDE: Final = 0.25  # of the complex's height: what is above is its width
PIECE: Final = 256  # samples that a spectrum is told from
BANDS_HZ: Final = ((1, 3), (3, 5), (5, 7), (7, 10), (10, 20), (20, 40))
F_WAVES_HZ: Final = (4.0, 9.0)
SECOND: Final = 125
N, Q = BeatLabel.N, BeatLabel.Q

TIMING: Final = (
    *("seconds", "beats", "bpm", "usual_s", "shortest_s", "spread", "shortest", "longest"),
    *(f"share_{share}" for share in SHARES),
    *("changes", "usual_change", "usual_change_2", *(f"changes_{step}" for step in STEPS)),
    *("entropy", "changing", "early_pauses", "deepest_pause", "locally_shortest", "locally_second"),
    *("locally_longest", *(f"locally_{share}" for share in SHORT), "locally_long", "follows", "drift"),
    *("faster", "fastest_bpm", "slowest_bpm"),
)
LABELS: Final = ("s_beats", "v_beats", "heights", "ectopic_most", "ectopic_second", "ectopic_sum")
COMPLEXES: Final = (
    *("like_least", "like_second", "like_10", "like_25", "like_50", "unlike", "unlike_share"),
    *("gain_least", "gain_most", "gain_spread", "area", "area_most", "area_second", "area_usual", "width"),
    *("steepness", "size"),
)
WAVES: Final = (
    *("p_size", "p_same", "p_least", "p_10", "p_25", "p_50", "p_top", "p_bottom", "p_at", "p_halves"),
    *("t_size", "t_top", "t_bottom", "t_at", "t_10", "t_50", "st", "p_rest", "t_rest"),
)
SPECTRUM: Final = (
    *(f"between_{low}" for low, _ in BANDS_HZ),
    *("f_peak", "f_size", "fine", "flat", "peaks_spread", "peaks_most"),
)
NAMES: Final = (*TIMING, *LABELS, *COMPLEXES, *WAVES, *SPECTRUM)


def _without_line() -> FloatArray:
    """(n, n) matrix that takes mean and slope out of the stretch before a complex."""
    n = P.stop - P.start
    line = np.column_stack((np.ones(n), np.linspace(-1.0, 1.0, n)))
    return np.asarray(np.eye(n) - line @ np.linalg.pinv(line), np.float64)


LEVEL: Final = _without_line()
WINDOW: Final = np.hanning(PIECE)
BINS_HZ: Final = np.fft.rfftfreq(PIECE, 1.0 / FS_HZ)


def traits(row: FloatArray, beats: Sequence[Beat], fs_hz: float) -> list[float]:
    """The numbers ``NAMES`` of a recording.

    Args:
        row: its signal, (n,) uV at 125 Hz without drift: :func:`dsp.rhythm_input.detrended`.
        beats: all that were found.
        fs_hz: of the samples that their positions count.
    """
    return traits_at(row, beats, np.array([beat.sample for beat in beats], np.float64) / fs_hz)


def traits_at(row: FloatArray, beats: Sequence[Beat], at: FloatArray) -> list[float]:
    """The same of beats at seconds, (beats,), wherever they say that they are."""
    marks = np.rint(at * FS_HZ).astype(np.int64)
    marks = marks[(marks >= BEFORE) & (marks < len(row) - AFTER)]
    found = [*_timing(at, len(row) / FS_HZ), *_labels(beats)]
    if len(marks) < FEWEST:
        found += [ABSENT] * (len(COMPLEXES) + len(WAVES))
        size = ABSENT
    else:
        each = row[marks[:, None] + np.arange(-BEFORE, AFTER)]
        usual = _median(each)
        size = float(np.abs(usual[QRS]).max()) + TINY
        found += [*_complexes(each[:, QRS], usual[QRS], size), *_waves(each, usual, size)]
    return [*found, *_spectrum(row, marks, size)]


def _timing(at: FloatArray, seconds: float) -> list[float]:
    """``TIMING`` of beats at seconds."""
    rr = np.diff(at)
    rr = rr[rr < LONGEST_S]
    if len(rr) < FEWEST:
        return [seconds, float(len(at)), *[ABSENT] * (len(TIMING) - 2)]
    usual, order, n = middle(rr), np.sort(rr), len(rr)
    share = rr / usual
    steps, second = np.diff(rr), np.abs(rr[2:] - rr[:-2])
    sizes = np.abs(steps)
    wide = np.concatenate((rr[:1].repeat(AROUND), rr, rr[-1:].repeat(AROUND)))
    around = np.lib.stride_tricks.sliding_window_view(wide, 2 * AROUND + 1)
    local = rr / np.sort(around, axis=1)[:, AROUND]
    lately = np.lib.stride_tricks.sliding_window_view(rr, min(LATELY, n))
    rates = 60.0 / np.sort(lately, axis=1)[:, min(LATELY, n) // 2]
    paused = (share[:-1] < EARLY) & (share[1:] > LATE)
    centred, places = rr - rr.mean(), np.arange(n) - (n - 1) / 2.0
    power = float(centred @ centred) + TINY
    return [
        *(seconds, float(len(at)), 60.0 / float(rr.mean()), usual, float(order[0])),
        *(float(share.std()), float(order[0]) / usual, float(order[-1]) / usual),
        *(float(order[int(part * (n - 1))]) / usual for part in SHARES),
        *(float(np.sqrt(steps @ steps / len(steps))) / usual, middle(sizes) / usual, middle(second) / usual),
        *(float((sizes > step * usual).mean()) for step in STEPS),
        *(sample_entropy(1000.0 * rr), changing_share(1000.0 * rr)),
        *(float(paused.sum()), float((share[:-1] - share[1:]).min())),
        *(float(v) for v in np.sort(local)[:2]),
        *(float(local.max()), *(float((local < short).sum()) for short in SHORT)),
        *(float((local > LONG).sum()), float(centred[:-1] @ centred[1:]) / power),
        abs(float(places @ share)) * n / float(places @ places),
        *(float(rates[-1] - rates[0]), float(rates.max()), float(rates.min())),
    ]


def _labels(beats: Sequence[Beat]) -> list[float]:
    """``LABELS`` of beats, with how likely the least normal of them are ectopic."""
    named = [beat.label for beat in beats]
    if len(named) - named.count(Q) < FEWEST:
        return [ABSENT] * len(LABELS)
    heights = np.array([beat.amplitude_uv for beat in beats])
    known = [(beat.label is N, beat.probability or 0.0) for beat in beats if beat.label is not Q]
    ectopic = sorted((1.0 - p if normal else p for normal, p in known), reverse=True)
    return [
        *(float(named.count(BeatLabel.S)), float(named.count(BeatLabel.V))),
        float(heights.std()) / max(1.0, abs(float(_median(heights)))),
        *(ectopic[0], ectopic[1], sum(ectopic)),
    ]


def _complexes(each: FloatArray, usual: FloatArray, size: float) -> list[float]:
    """``COMPLEXES`` of those of all beats, (beats, n), and their median."""
    like, n = _likeness(each, usual), len(each)
    gain = np.sort(each @ usual / (usual @ usual + TINY))
    heights = np.abs(each).max(axis=1) + TINY
    area = np.sort(np.abs(each - _median(each.T)[:, None]).sum(axis=1) / heights)
    ordered = np.sort(like)
    return [
        *(float(ordered[k]) for k in (0, 1, n // 10, n // 4, n // 2)),
        *(float((like < UNLIKE[0]).sum()), float((like < UNLIKE[1]).mean())),
        *(float(gain[0]), float(gain[-1]), float(gain[3 * n // 4] - gain[n // 4])),
        *(float(area[n // 2]), float(area[-1]), float(area[-2]), float(np.abs(usual).sum()) / size),
        *(float((np.abs(usual) > WIDE * size).sum()), float(np.abs(np.diff(usual)).max()) / size),
        _log(size, 1.0),
    ]


def _waves(each: FloatArray, usual: FloatArray, size: float) -> list[float]:
    """``WAVES``: how large P and T are, and how alike from beat to beat."""
    before, n = each[:, P] @ LEVEL, len(each)
    p, energy = _median(before), np.sqrt((before * before).mean(axis=1))
    p_size = float(np.sqrt(p @ p / len(p)))
    p_like = np.sort(before @ p / (energy * len(p) * p_size + TINY))
    even, odd = before[::2].mean(axis=0), before[1::2].mean(axis=0)
    t, line = usual[T] - usual[T].mean(), float(_median(usual))
    t_like = np.sort(_likeness(each[:, T], usual[T]))
    rest = np.abs(each - usual)
    return [
        *(_log(p_size / size, 1e-3), p_size / (middle(energy) + TINY)),
        *(float(p_like[k]) for k in (0, n // 10, n // 4, n // 2)),
        *(float(p.max()) / size, float(p.min()) / size, float(p.argmax())),
        float(even @ odd) / (float(np.sqrt((even @ even) * (odd @ odd))) + TINY),
        *(
            float(t.std()) / size,
            (float(usual[T].max()) - line) / size,
            (float(usual[T].min()) - line) / size,
        ),
        *(float(np.abs(t).argmax()), float(t_like[n // 10]), float(t_like[n // 2])),
        (float(usual[ST].mean()) - float(_median(usual[P]))) / size,
        *(_log(middle(rest[:, part].mean(axis=1)) / size, 1e-3) for part in (P, T)),
    ]


def _spectrum(row: FloatArray, marks: Places, size: float) -> list[float]:
    """``SPECTRUM`` of what lies between the complexes, and how even the signal's peaks are."""
    pieces = len(row) // PIECE
    if not pieces:
        return [ABSENT] * len(SPECTRUM)
    x = row[: pieces * PIECE].copy()
    if len(marks):
        places = marks[marks < len(x) - CUT[1]][:, None] + np.arange(-CUT[0], CUT[1])
        ramp = np.linspace(0.0, 1.0, sum(CUT))
        first, last = x[places[:, :1]], x[places[:, -1:]]
        x[places] = first + (last - first) * ramp
    power = (np.abs(np.fft.rfft(x.reshape(pieces, PIECE) * WINDOW, axis=1)) ** 2).mean(axis=0)
    total = power[(BANDS_HZ[0][0] < BINS_HZ) & (BANDS_HZ[-1][1] > BINS_HZ)].sum() + TINY
    f_waves = power[(F_WAVES_HZ[0] <= BINS_HZ) & (F_WAVES_HZ[1] > BINS_HZ)]
    fine = power[BANDS_HZ[-1][0] <= BINS_HZ].sum()
    peaks = np.abs(row[: len(row) // SECOND * SECOND]).reshape(-1, SECOND).max(axis=1)
    usual = float(_median(peaks)) + TINY
    scale = 1.0 / (PIECE * size * size) if size > 0.0 else 0.0
    return [
        *(_log(power[(a <= BINS_HZ) & (b > BINS_HZ)].sum() / total, 1e-4) for a, b in BANDS_HZ),
        float(f_waves.max()) / (float(f_waves.sum()) + TINY),
        *(_log(part * scale, TINY) if scale else ABSENT for part in (f_waves.sum(), fine)),
        float((np.abs(np.diff(row)) < 1.0).mean()),
        *(_log(float(peaks.std()) / usual, 1e-3), _log(float(peaks.max()) / usual, TINY)),
    ]


def _likeness(each: FloatArray, usual: FloatArray) -> FloatArray:
    """(beats,) correlation of rows with one."""
    one, rows = usual - usual.mean(), each - each.mean(axis=1)[:, None]
    like: FloatArray = rows @ one / (np.sqrt((rows * rows).sum(axis=1) * (one @ one)) + TINY)
    return like


def _median(rows: FloatArray) -> FloatArray:
    """The median over the first axis: numpy's own, in a third of the time for a few rows."""
    ordered, k = np.sort(rows, axis=0), len(rows) // 2
    found: FloatArray = ordered[k] if len(rows) % 2 else (ordered[k - 1] + ordered[k]) / 2.0
    return found


def _log(value: float, least: float) -> float:
    return float(np.log(value + least))
