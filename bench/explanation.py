"""How faithful explanations are: ``python -m bench.explanation [--all] [--doc F.md] [--json]``.

The classifier that comes with Hearth, as it ships, explains half minutes that it calls AF or other: records
of CinC 2017 that it has not seen, and MIT-BIH's AF records where they are annotated as AF. Faithfulness at k
is the probability that is lost when the k parts it names first are masked, beside what is lost with k parts
of the same length at random. Other ways to choose parts are given beside: one by one, and ranked by what
moving a beat to the middle between its neighbours, or cutting its interval out, costs.

Overlap: of half minutes of MIT-BIH that the classifier calls other and that hold one to five S or V beats,
how many of the parts hold such a beat, beside parts at random; and of the wide runs and bigeminies that rules
find, how many of the beats they name are annotated as V; paced records are left out there.

Every fourth record of class O and every fourth MIT-BIH strip are taken; ``--all`` takes every one.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import wfdb

from bench.explanation_doc import page
from bench.false_alarms import PACED, held_out
from bench.occlusion import cut_out, excess, moved, one_by_one
from daemon.cli.output import progress
from dsp.analysis import analyze
from dsp.criteria import ECTOPIC, Seen, decisive
from dsp.explanation import PART, Part, at_random, candidates, explain
from dsp.models import Classifier, shipped
from dsp.resample import FS_HZ, Resampler
from dsp.types import FloatArray, Rhythm
from tests import recordings
from training.af_windows import AF, rhythms

AT: Final = (1, 3, 5)
EVERY: Final = 4
STRIP: Final = 30 * FS_HZ
S_OR_V: Final = frozenset("AaJSVE")
VENTRICULAR: Final = frozenset("VEF!")
# MIT-BIH records with AF annotated.
AF_RECORDS: Final = ("201", "202", "203", "210", "217", "219", "221", "222")
MOST_ECTOPIC: Final = 5  # more, and random parts hold them as well
CHANCES: Final = 20
SEED: Final = 7
Strip = tuple[FloatArray, list[int]]
Way = Callable[[Classifier, FloatArray, list[int], Rhythm], list[Part]]


def ours(judge: Classifier, x: FloatArray, beats: list[int], rhythm: Rhythm) -> list[Part]:
    """As :func:`dsp.explanation.explain` names them."""
    found = explain(judge, x, beats, rhythm)
    return list(found.parts) if found else []


def grid(judge: Classifier, x: FloatArray, _beats: list[int], rhythm: Rhythm) -> list[Part]:
    """Half seconds side by side, each tried by itself."""
    return one_by_one(judge, x, candidates(len(x), ()), rhythm)


def around_beats(judge: Classifier, x: FloatArray, beats: list[int], rhythm: Rhythm) -> list[Part]:
    """Half seconds around beats, each tried by itself."""
    return one_by_one(judge, x, candidates(len(x), beats)[len(x) // PART :], rhythm)


WAYS: Final[dict[str, Way]] = {
    "together": ours,
    "half seconds one by one": grid,
    "beats one by one": around_beats,
    "beats moved": moved,
    "beats cut out": cut_out,
}


def at_250(uv: FloatArray, fs_hz: float) -> FloatArray:
    """The signal at the chain's rate."""
    resampler = Resampler(fs_hz)
    pieces = (resampler.push(uv, np.zeros(len(uv), np.bool_)), resampler.finish())
    return np.concatenate([piece for piece, _ in pieces])


def cinc(label: str, every: int) -> Iterator[Strip]:
    """The first half minutes of records that the classifier has not seen."""
    for name in held_out(label)[::every]:
        found = wfdb.rdrecord(str(recordings.path("cinc2017", name)))
        x = at_250(found.p_signal[:, 0] * 1000.0, float(found.fs))[:STRIP]
        if len(x) == STRIP:
            yield x, [beat.sample for beat in analyze(x, FS_HZ).beats]


def mitdb_af(every: int) -> Iterator[Strip]:
    """Half minutes that are AF from end to end, from every AF record."""
    for name in AF_RECORDS:
        path = recordings.path("mitdb", name)
        x, fs_hz = _mitdb(path)
        rhythm = rhythms(path, round(len(x) * fs_hz / FS_HZ))
        strips = range(0, len(x) - STRIP, STRIP)
        pure = [
            at
            for at in strips
            if np.all(rhythm[round(at * fs_hz / FS_HZ) : round((at + STRIP) * fs_hz / FS_HZ)] == AF)
        ]
        for at in pure[::every]:
            piece = x[at : at + STRIP]
            yield piece, [beat.sample for beat in analyze(piece, FS_HZ).beats]


def faithfulness(strips: Sequence[Strip], rhythm: Rhythm) -> dict[str, Any]:
    """By way and k: probability lost, and lost at random; of the strips that the classifier calls so."""
    judge, rng = shipped(), np.random.default_rng(SEED)
    column = judge.labels.index(rhythm)
    called = [s for s in strips if judge.many([s[0]])[0].argmax() == column]
    rows: dict[str, dict[int, list[tuple[float, float]]]] = {way: {k: [] for k in AT} for way in WAYS}
    spent = dict.fromkeys(WAYS, 0.0)
    for x, beats in called:
        for name, way in WAYS.items():
            began = time.thread_time()
            parts = way(judge, x, beats, rhythm)
            spent[name] += time.thread_time() - began
            for k in AT:
                rows[name][k].append(excess(judge, x, parts[:k], column, rng))
    return {
        "strips": len(strips),
        "called": len(called),
        "ways": {
            name: {
                **{
                    f"at_{k}": {
                        "lost": round(float(np.mean([lost for lost, _ in found])), 4),
                        "random": round(float(np.mean([chance for _, chance in found])), 4),
                    }
                    for k, found in own.items()
                },
                "cpu_ms": round(1000.0 * spent[name] / max(1, len(called)), 1),
            }
            for name, own in rows.items()
        },
    }


def ectopic(every: int) -> dict[str, Any]:
    """Parts that hold an annotated S or V beat, of strips called other that hold some."""
    judge, rng = shipped(), np.random.default_rng(SEED)
    hits: dict[int, list[tuple[float, float, float]]] = {k: [] for k in AT}
    tried = 0
    for name in recordings.names("mitdb"):
        if name in AF_RECORDS:
            continue
        path = recordings.path("mitdb", name)
        x, fs_hz = _mitdb(path)
        truth = _annotated(path, S_OR_V, fs_hz)
        for at in range(0, len(x) - STRIP, STRIP * every):
            own = truth[(truth >= at) & (truth < at + STRIP)] - at
            piece = x[at : at + STRIP]
            if not 1 <= len(own) <= MOST_ECTOPIC:
                continue
            tried += 1
            if judge.many([piece])[0].argmax() != judge.labels.index(Rhythm.OTHER):
                continue
            found = explain(judge, piece, [b.sample for b in analyze(piece, FS_HZ).beats], Rhythm.OTHER)
            if found is None or not found.parts:
                continue
            for k in AT:
                parts = found.parts[:k]
                chance = [
                    _hit(at_random(len(piece), [part.n for part in parts], rng), own) for _ in range(CHANCES)
                ]
                covered = sum(any(p.start <= beat < p.end for p in parts) for beat in own) / len(own)
                hits[k].append((_hit(parts, own), float(np.mean(chance)), covered))
    return {
        "strips": tried,
        "called": len(hits[1]),
        **{
            f"at_{k}": {
                "parts_with_such_a_beat_pct": _pct([a for a, _, _ in found]),
                "random_pct": _pct([b for _, b, _ in found]),
                "beats_covered_pct": _pct([c for _, _, c in found]),
            }
            for k, found in hits.items()
        },
    }


def by_rule(every: int) -> dict[str, Any]:
    """Of the beats that the rules name for wide runs, bi- and trigeminies, those annotated as V."""
    counts = {kind: [0, 0, 0] for kind in ECTOPIC}
    for name in [name for name in recordings.names("mitdb") if name not in PACED][::every]:
        path = recordings.path("mitdb", name)
        x, fs_hz = _mitdb(path)
        truth = _annotated(path, VENTRICULAR, fs_hz)
        found = analyze(x, FS_HZ)
        seen = Seen(FS_HZ, 0, x, found.beats, found.fiducials)
        for finding in found.findings:
            if finding.kind in counts:
                parts = decisive(finding.kind, finding.start, finding.n, seen)
                counts[finding.kind][0] += 1
                counts[finding.kind][1] += len(parts)
                counts[finding.kind][2] += sum(
                    bool(np.any((truth >= part.start) & (truth < part.end))) for part in parts
                )
    return {
        kind.value: {"findings": n, "beats": beats, "ventricular_pct": round(100.0 * hit / max(1, beats), 1)}
        for kind, (n, beats, hit) in counts.items()
    }


def _mitdb(path: Path) -> tuple[FloatArray, float]:
    found = wfdb.rdrecord(str(path), channels=[0])
    return at_250(found.p_signal[:, 0] * 1000.0, float(found.fs)), float(found.fs)


def _annotated(path: Path, symbols: frozenset[str], fs_hz: float) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Samples at the chain's rate of the beats with one of ``symbols``."""
    read = wfdb.rdann(str(path), "atr")
    chosen = [at for at, symbol in zip(read.sample, read.symbol, strict=True) if symbol in symbols]
    return np.round(np.array(chosen, np.float64) * FS_HZ / fs_hz).astype(np.int64)


def _hit(parts: Sequence[Part], own: np.ndarray[Any, np.dtype[np.int64]]) -> float:
    """Share of the parts that hold one of the beats."""
    return float(np.mean([np.any((own >= part.start) & (own < part.end)) for part in parts]))


def _pct(values: Sequence[float]) -> float:
    return round(100.0 * float(np.mean(values)), 1) if values else 0.0


def show(table: dict[str, Any]) -> None:
    """Prints the tables."""
    for name, found in table["faithfulness"].items():
        print(f"\n{name}: {found['called']} of {found['strips']} half minutes; lost probability (at random)")
        for way, row in found["ways"].items():
            cells = "".join(
                f"   @{k} {row[f'at_{k}']['lost']:.3f} ({row[f'at_{k}']['random']:.3f})" for k in AT
            )
            print(f"{way:26}{cells}{row['cpu_ms']:9.0f} ms CPU")
    found = table["ectopic"]
    print(f"\nS and V beats, {found['called']} of {found['strips']} half minutes called other")
    for k in AT:
        row = found[f"at_{k}"]
        print(
            f"@{k}: {row['parts_with_such_a_beat_pct']} % of the parts hold one (at random "
            f"{row['random_pct']} %), {row['beats_covered_pct']} % of the beats are held"
        )
    for kind, row in table["by_rule"].items():
        print(f"{kind}: {row['findings']} findings, {row['ventricular_pct']} % of {row['beats']} beats are V")


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every record and strip")
    parser.add_argument("--doc", type=Path, metavar="FILE", help="the tables as Markdown")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    every, model = 1 if options.all else EVERY, shipped()
    sets: dict[str, tuple[Callable[[], Iterator[Strip]], Rhythm]] = {
        "CinC 2017 AF": (lambda: cinc("A", 1), Rhythm.AF),
        "CinC 2017 other": (lambda: cinc("O", every), Rhythm.OTHER),
        "MIT-BIH AF": (lambda: mitdb_af(every), Rhythm.AF),
    }
    faithful: dict[str, Any] = {}
    with progress("explaining", len(sets)) as done:
        for k, (name, (strips, rhythm)) in enumerate(sets.items()):
            faithful[name] = faithfulness(list(strips()), rhythm)
            done(k + 1)
    table = {
        "set": "cinc2017, mitdb",
        "model": f"{model.name}-{model.version}",
        "sha256": model.sha256,
        "faithfulness": faithful,
        "ectopic": ectopic(every),
        "by_rule": by_rule(every),
    }
    if options.doc:
        options.doc.write_text(page(table, every=options.all), encoding="utf-8")
    if options.json:
        print(json.dumps(table))
    else:
        show(table)


if __name__ == "__main__":
    main()
