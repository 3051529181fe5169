"""AF of the continuous records of MIT-BIH: windows, and episodes by EC57's rules for rhythms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import wfdb

from dsp import FindingKind, Pipeline, Rhythm, Window
from dsp.episodes import EpisodeMerger
from dsp.windows import UNCONFIRMED
from tests import recordings
from training.af_windows import AF, DS2, FLUTTER, PURE, rhythms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dsp.models import Classifier

    Flags = NDArray[np.bool_]

AF_RECORDS: Final = ("201", "202", "203", "210", "217", "219", "221", "222")
LONG_S: Final = 30.0  # the shortest episode that counts in a clinic


class Span(NamedTuple):
    """Samples [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A record: where AF is annotated, where it was told, where nothing is scored; its windows.

    ``halves``: whether the half minute that ends with a window is called AF, and what is annotated in it.
    """

    name: str
    fs_hz: float
    af: Flags
    told: Flags
    unknown: Flags
    windows: tuple[tuple[Window, str | None], ...]
    halves: tuple[tuple[bool, str | None], ...] = ()


def follow(name: str, classifier: Classifier | None) -> Followed:
    """The chain over a record, a second at a time, with its episodes as the house stores them."""
    record = recordings.path("mitdb", name)
    signal = wfdb.rdrecord(str(record), channels=[0])
    uv, n = signal.p_signal[:, 0] * 1000.0, signal.sig_len
    rhythm = rhythms(record, n)
    pipeline, merger = Pipeline(signal.fs, classifier=classifier), EpisodeMerger(signal.fs)
    results = [*pipeline.push(uv), *pipeline.finish()]
    told = np.zeros(n, np.bool_)
    episodes = {(e.kind, e.start): e for e in (*merger.push(results), *merger.finish())}
    for episode in episodes.values():
        if episode.kind is FindingKind.AF:
            told[episode.start : episode.end] = True
    windows = [one for one in results if isinstance(one, Window)]
    return Followed(
        name,
        signal.fs,
        rhythm == AF,
        told,
        rhythm == FLUTTER,
        tuple((w, _pure(rhythm[w.start : w.start + w.n])) for w in windows),
        tuple(
            (
                w.rhythm_30s is Rhythm.AF,
                _pure(rhythm[w.start + w.n - round(LONG_S * signal.fs) : w.start + w.n]),
            )
            for w in windows
            if w.rhythm_30s is not None
        ),
    )


def _pure(rhythm: NDArray[np.str_]) -> str | None:
    names, lengths = np.unique(rhythm, return_counts=True)
    return str(names[lengths.argmax()]) if lengths.max() >= PURE * len(rhythm) else None


def spans(flags: Flags) -> list[Span]:
    """Where flags are set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [Span(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def window_figures(records: Sequence[Followed]) -> dict[str, Any]:
    """Sensitivity and specificity of confirmed AF by window; flutter and mixed windows are left out."""
    tp = fn = tn = fp = 0
    for record in records:
        for window, label in record.windows:
            if not window.quality.analysable or label is None or label == FLUTTER:
                continue
            called = window.rhythm is Rhythm.AF and UNCONFIRMED not in window.flags
            if label == AF:
                tp, fn = tp + called, fn + (not called)
            else:
                fp, tn = fp + called, tn + (not called)
    return {
        "windows": tp + fn + tn + fp,
        "se": round(100.0 * tp / max(1, tp + fn), 2),
        "sp": round(100.0 * tn / max(1, tn + fp), 2),
    }


def half_figures(records: Sequence[Followed]) -> dict[str, Any]:
    """The same of half minutes called AF, as they are stored beside windows."""
    scored = [one for record in records for one in record.halves if one[1] not in {None, FLUTTER}]
    af = [called for called, label in scored if label == AF]
    rest = [called for called, label in scored if label != AF]
    return {
        "half_minutes": len(scored),
        "se": round(100.0 * sum(af) / max(1, len(af)), 2),
        "sp": round(100.0 * (1.0 - sum(rest) / max(1, len(rest))), 2),
    }


def episode_figures(records: Sequence[Followed], least_s: float = 0.0) -> dict[str, Any]:
    """EC57: share of episodes found, and of those told that are right; the same by their length.

    An episode is found, or right, when any of it overlaps; flutter counts neither way. Onset and end: the
    median distance of those of episodes told from those of the first and last annotated ones they overlap.
    ``least_s``: annotated episodes that are shorter need not be found.
    """
    found = sought = right = told = 0
    onset: list[float] = []
    end: list[float] = []
    af_s = told_s = both_s = 0.0
    burden: dict[str, float] = {}
    for record in records:
        known = ~record.unknown
        af, said = record.af & known, record.told & known
        annotated = [s for s in spans(af) if s.end - s.start >= least_s * record.fs_hz]
        sought += len(annotated)
        found += sum(bool(record.told[s.start : s.end].any()) for s in annotated)
        for t in spans(record.told):
            over = [s for s in spans(af) if t.start < s.end and s.start < t.end]
            if over:
                onset.append(abs(over[0].start - t.start) / record.fs_hz)
                end.append(abs(over[-1].end - t.end) / record.fs_hz)
        episodes = [t for t in spans(record.told) if (~record.unknown[t.start : t.end]).any()]
        told += len(episodes)
        right += sum(bool(record.af[t.start : t.end].any()) for t in episodes)
        af_s += af.sum() / record.fs_hz
        told_s += said.sum() / record.fs_hz
        both_s += (af & said).sum() / record.fs_hz
        burden[record.name] = round(100.0 * (float(said.sum()) - float(af.sum())) / max(1, known.sum()), 2)
    return {
        "episodes": sought,
        "told": told,
        "episode_se": round(100.0 * found / max(1, sought), 1),
        "episode_ppv": round(100.0 * right / max(1, told), 1),
        "duration_se": round(100.0 * both_s / max(1.0, af_s), 2),
        "duration_ppv": round(100.0 * both_s / max(1.0, told_s), 2),
        "onset_error_s": round(float(np.median(onset)), 1) if onset else None,
        "end_error_s": round(float(np.median(end)), 1) if end else None,
        "burden_error_points": burden,
        "mean_burden_error_points": round(float(np.mean(np.abs(list(burden.values())))), 2),
    }


def measured(classifier: Classifier | None) -> dict[str, Any]:
    """Windows of all records, DS2 and the eight with AF; episodes of the eight, and of 30 s or more."""
    every = [follow(name, classifier) for name in recordings.names("mitdb")]
    eight = [one for one in every if one.name in AF_RECORDS]
    quiet = [one for one in every if one.name not in AF_RECORDS]
    return {
        "windows": {
            "all": window_figures(every),
            "ds2": window_figures([one for one in every if one.name in DS2]),
            "af_records": window_figures(eight),
        },
        "half_minutes": {
            "all": half_figures(every),
            "ds2": half_figures([one for one in every if one.name in DS2]),
            "af_records": half_figures(eight),
        },
        "episodes": episode_figures(eight),
        "episodes_30_s": episode_figures(eight, LONG_S),
        "false_episodes_elsewhere": sum(len(spans(one.told)) for one in quiet),
        "hours_elsewhere": round(sum(len(one.told) / one.fs_hz for one in quiet) / 3600.0, 1),
    }
