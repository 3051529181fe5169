"""What trouble does to labels: ``python -m bench.robustness [--all] [--plot F.svg] [--doc F.md] [--json]``.

The chain with the classifier that comes with Hearth labels MIT-BIH records as they are, and again with
NSTDB's noise by nst's rule, lost packets, a saturated front end, the other polarity, and at a strap's 130 Hz.
Second by second the labels are compared where the clean one was sure of a rhythm: what changes must become
noise or unknown, and not another rhythm. Episodes that clean signal did not have are counted by the hour.

Then the false alarms: AF episodes of half a minute, and alerts by the daemon's rule, on sinus rhythm with
noise from the first sample to the last (:mod:`bench.false_alarms`).

The first row after the noises is no trouble at all: the same signal in windows that begin five seconds later.

Of the noises em is in no training; ma and bw are in those of the classifier (the first four fifths) and of
the quality. Every fourth record is taken, ``--all`` takes every one; paced ones are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.false_alarms import PACED, false_alarms
from bench.nst import SNRS_DB
from bench.perturbations import mishaps, noisy, record_uv, run
from bench.robustness_doc import page
from daemon.cli.output import progress
from dsp.models import shipped
from dsp.pipeline import Pipeline
from dsp.types import Window
from dsp.windows import UNCONFIRMED
from tests import recordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.perturbations import Case, Span
    from dsp.episodes import Episode
    from dsp.types import Result

EVERY: Final = 4  # of the records, unless all are asked for
SURE: Final = ("sinus", "af", "other")
UNSURE: Final = "unsure"
LOST: Final = "lost"
ARRHYTHMIA: Final = frozenset({"af", "other"})
SEEN: Final = {"em": "in no training", "ma": "four fifths in training", "bw": "four fifths in training"}


def by_second(results: Iterable[Result], fs_hz: float, seconds: int) -> list[str]:
    """The label of each second: a rhythm, unsure, or lost."""
    labels = [LOST] * seconds
    for window in results:
        if isinstance(window, Window):
            sure = window.rhythm.value in SURE and UNCONFIRMED not in window.flags
            first, last = (round(at / fs_hz) for at in (window.start, window.start + window.n))
            labels[first:last] = [window.rhythm.value if sure else UNSURE] * (min(last, seconds) - first)
    return labels


def compare(clean: Sequence[str], dirty: Sequence[str], scored: Iterable[Span]) -> Counter[tuple[str, str]]:
    """Seconds by their label before and after, where it was sure of a rhythm before."""
    count: Counter[tuple[str, str]] = Counter()
    for first, last in scored:
        for k in range(round(first), min(round(last), len(clean))):
            if clean[k] in SURE:
                count[clean[k], dirty[k]] += 1
    return count


def added(clean: Iterable[Episode], dirty: Iterable[Episode], case: Case, clean_hz: float) -> Counter[str]:
    """Episodes within the scored spans that clean signal did not have at that place, by kind."""
    count: Counter[str] = Counter()
    known = [(e.kind, e.start / clean_hz, e.end / clean_hz) for e in clean]
    for e in dirty:
        a, b = e.start / case.fs_hz, e.end / case.fs_hz
        inside = any(first < b and a < last for first, last in case.scored)
        if inside and not any(kind is e.kind and start < b and a < end for kind, start, end in known):
            count[e.kind.value] += 1
    return count


def stability(names: Sequence[str]) -> list[dict[str, Any]]:
    """A row for each kind of trouble and its level, pooled over the records."""
    seconds: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    episodes: dict[tuple[str, str], Counter[str]] = {}
    hours: Counter[tuple[str, str]] = Counter()
    with progress("perturbing", len(names)) as done:
        for k, name in enumerate(names):
            uv, fs_hz = record_uv(name)
            results, found = run((uv,), fs_hz)
            clean = by_second(results, fs_hz, int(len(uv) / fs_hz))
            for case in (*noisy(name), *mishaps(uv, fs_hz)):
                results, changed = run(case.items, case.fs_hz)
                key = case.kind, case.level
                dirty = by_second(results, case.fs_hz, len(clean))
                seconds.setdefault(key, Counter()).update(compare(clean, dirty, case.scored))
                episodes.setdefault(key, Counter()).update(added(found, changed, case, fs_hz))
                hours[key] += round(sum(b - a for a, b in case.scored))
            done(k + 1)
    return [row(key, seconds[key], episodes[key], hours[key] / 3600.0) for key in seconds]


def row(
    key: tuple[str, str], count: Counter[tuple[str, str]], episodes: Counter[str], hours: float
) -> dict[str, Any]:
    """Shares in percent of the seconds that the chain still speaks of, and the confusion in seconds."""
    there = sum(n for (_, after), n in count.items() if after != LOST)
    part = {
        "same": sum(n for (a, b), n in count.items() if a == b),
        "unsure": sum(n for (_, b), n in count.items() if b == UNSURE),
        "other_arrhythmia": sum(n for (a, b), n in count.items() if a != b and b in ARRHYTHMIA),
        "arrhythmia_missed": sum(n for (a, b), n in count.items() if a in ARRHYTHMIA and b == "sinus"),
        "sinus_to_af": count["sinus", "af"],
    }
    return {
        "kind": key[0],
        "level": key[1],
        "seconds": sum(count.values()),
        "lost_pct": _pct(sum(count.values()) - there, sum(count.values())),
        **{f"{name}_pct": _pct(n, there) for name, n in part.items()},
        "added_per_hour": {kind: round(n / hours, 2) for kind, n in sorted(episodes.items())},
        "confusion_s": {a: {b: count[a, b] for b in (*SURE, UNSURE, LOST)} for a in SURE},
    }


def _pct(part: float, whole: float) -> float:
    return round(100.0 * part / max(1.0, whole), 2)


def show(table: dict[str, Any]) -> None:
    """Prints both tables."""
    print(
        f"{table['records']} records of MIT-BIH, {table['model']}; percent of seconds that were sure before"
    )
    print(
        f"{'trouble':32}{'lost':>7}{'same':>7}{'unsure':>8}{'other arrh.':>12}{'sinus>AF':>10}{'missed':>8}"
    )
    for one in table["stability"]:
        print(
            f"{one['kind']:14}{one['level']:18}{one['lost_pct']:7.1f}{one['same_pct']:7.1f}"
            f"{one['unsure_pct']:8.1f}{one['other_arrhythmia_pct']:12.2f}{one['sinus_to_af_pct']:10.2f}"
            f"{one['arrhythmia_missed_pct']:8.2f}  {one['added_per_hour']}"
        )
    for which, rows in table["false_af"].items():
        print(f"\nfalse AF on sinus rhythm, {which}: per day")
        for condition, one in rows.items():
            print(
                f"{condition:14}{one['hours']:7.1f} h{one['analysable_pct']:8.1f} % analysable"
                f"{one['af_pct']:7.2f} % AF{one['episodes_per_day']:8.2f} episodes"
                f"{one['alerts_per_day']:7.2f} alerts"
            )


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every record")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--doc", type=Path, metavar="FILE", help="the tables as Markdown")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    every = 1 if options.all else EVERY
    names = [name for name in recordings.names("mitdb") if name not in PACED][::every]
    model = shipped()
    table = {
        "set": "mitdb",
        "records": len(names),
        "model": f"{model.name}-{model.version}",
        "sha256": model.sha256,
        "chain": Pipeline.version,
        "snrs_db": SNRS_DB,
        "noises": SEEN,
        "stability": stability(names),
        "false_af": false_alarms(every),
    }
    if options.plot:
        from bench.robustness_plot import robustness_plot  # noqa: PLC0415 - matplotlib, for a picture only

        robustness_plot(table, options.plot)
    if options.doc:
        options.doc.write_text(page(table, every=options.all), encoding="utf-8")
    if options.json:
        print(json.dumps(table))
    else:
        show(table)


if __name__ == "__main__":
    main()
