"""Delineation against LUDB's manual boundaries: ``python -m bench.delineation [--lead ii] [--json]``.

Every method gets the same R peaks, found in that lead by the stream. Ours was fitted on the records with odd
numbers: ``held back`` are the even ones. ``--plot FILE`` draws a picture of the held-back ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench.delineators import absent, delineators
from bench.ec57 import match
from bench.machine import machine
from bench.wave_plots import delineation_plot
from dsp.resample import FS_HZ
from tests import recordings
from training.wave_beats import detected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.delineation import Delineate

MARKS: Final = ("p_on", "p_off", "qrs_on", "qrs_off", "t_on", "t_off")
TIGHT_S: Final = {
    "p_on": 0.050,
    "p_off": 0.050,
    "qrs_on": 0.040,
    "qrs_off": 0.040,
    "t_on": 0.050,
    "t_off": 0.100,
}
LOOSE_S: Final = 0.150
LEADS: Final = ("ii", "i")


def reference(record: Path, lead: str) -> dict[str, list[int]]:
    """Annotated boundaries of one lead, samples; only those between the first and last annotated QRS."""
    annotation = wfdb.rdann(str(record), lead)
    found: dict[str, list[int]] = {name: [] for name in MARKS}
    peaks: list[int] = []
    symbols, samples = annotation.symbol, annotation.sample
    for k, symbol in enumerate(symbols):
        wave = {"p": "p", "N": "qrs", "t": "t"}.get(symbol)
        if wave is None:
            continue
        if wave == "qrs":
            peaks.append(int(samples[k]))
        if k and symbols[k - 1] == "(":
            found[f"{wave}_on"].append(int(samples[k - 1]))
        if k + 1 < len(symbols) and symbols[k + 1] == ")":
            found[f"{wave}_off"].append(int(samples[k + 1]))
    first, last = (peaks[0], peaks[-1]) if peaks else (0, 0)
    return {name: [s for s in found[name] if first <= s <= last] for name in MARKS} | {"span": [first, last]}


def evaluate(lead: str, method: Delineate, names: Sequence[str]) -> dict[str, Any]:
    """F1 by mark, macro averages, mean and SD of the error in ms, and the CPU cost."""
    counts = {name: {LOOSE_S: np.zeros(3, int), TIGHT_S[name]: np.zeros(3, int)} for name in MARKS}
    errors: dict[str, list[float]] = {name: [] for name in MARKS}
    cpu = length = 0.0
    for name in names:
        record = recordings.path("ludb", name)
        signal = wfdb.rdrecord(str(record), channel_names=[lead])
        wanted = reference(record, lead)
        uv = signal.p_signal[:, 0] * 1000.0
        x, peaks = detected(uv, signal.fs)
        started = time.process_time()
        marks = method(x, peaks)
        cpu += time.process_time() - started
        length += len(uv) / signal.fs
        scale = signal.fs / FS_HZ
        first, last = wanted["span"]
        for mark in MARKS:
            test = [round(getattr(m, mark) * scale) for m in marks if getattr(m, mark) is not None]
            test = sorted(s for s in test if first <= s <= last)
            for window in (LOOSE_S, TIGHT_S[mark]):
                pairs = match(np.array(wanted[mark]), np.array(test), window * signal.fs)
                counts[mark][window] += (
                    len(pairs),
                    len(wanted[mark]) - len(pairs),
                    len(test) - len(pairs),
                )
                if window == LOOSE_S:
                    errors[mark] += [(test[k] - wanted[mark][i]) / signal.fs * 1000.0 for i, k in pairs]

    return figures(counts, errors, cpu / max(1.0, length) * 3600.0)


def figures(
    counts: dict[str, dict[float, Any]], errors: dict[str, list[float]], cpu_s_per_h: float
) -> dict[str, Any]:
    """F1 by mark and macro averages from (tp, fn, fp) by mark and window; mean and SD of the errors in ms."""

    def f1(count: Any) -> float:  # noqa: ANN401 - three integers of an array
        tp, fn, fp = (int(n) for n in count)
        return round(200.0 * tp / max(1, 2 * tp + fn + fp), 2)

    loose = {mark: f1(counts[mark][LOOSE_S]) for mark in MARKS}
    tight = {mark: f1(counts[mark][TIGHT_S[mark]]) for mark in MARKS}
    on = counts["p_on"][LOOSE_S]
    return {
        "f1_150": loose,
        "f1_tight": tight,
        "macro_150": round(float(np.mean(list(loose.values()))), 2),
        "macro_tight": round(float(np.mean(list(tight.values()))), 2),
        "p_ppv": round(100.0 * on[0] / max(1, on[0] + on[2]), 2),
        "p_se": round(100.0 * on[0] / max(1, on[0] + on[1]), 2),
        "error_ms": {
            m: [round(float(np.mean(errors[m])), 1), round(float(np.std(errors[m])), 1)] for m in MARKS
        },
        "cpu_s_per_h": round(cpu_s_per_h, 3),
    }


def show(title: str, row: dict[str, Any]) -> None:
    """Prints what :func:`figures` gives."""
    macro = f"{row['macro_150']} / {row['macro_tight']}"
    print(f"{title}: {macro} macro F1 (150 ms / tight)")
    print(f"  P se {row['p_se']} ppv {row['p_ppv']}, {row['cpu_s_per_h']} CPU s per hour")
    for mark in MARKS:
        mean, sd = row["error_ms"][mark]
        f1 = f"{row['f1_150'][mark]:6.2f} {row['f1_tight'][mark]:6.2f}"
        print(f"  {mark:8s} {f1}   {mean:+6.1f} +- {sd:.1f} ms")


def measure(leads: Sequence[str], *, every: bool) -> dict[str, Any]:
    """Figures by lead, part (all, held back) and method."""
    names = recordings.names("ludb")
    parts = {"all": names, "held back": [name for name in names if int(name) % 2 == 0]}
    table: dict[str, Any] = {}
    for lead in leads:
        for part, some in parts.items():
            for name, method in delineators(every=every).items():
                print(f"lead {lead}, {part}, {name}", file=sys.stderr, flush=True)
                table.setdefault(lead, {}).setdefault(part, {})[name] = evaluate(lead, method, some)
    return {"records": {part: len(some) for part, some in parts.items()}, "leads": table}


def main() -> None:
    """Prints a table, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lead", choices=LEADS, action="append")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--every", action="store_true", help="the slow peers too")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    table = machine() | measure(options.lead or LEADS, every=options.every)
    if options.plot:
        delineation_plot(table["leads"], options.plot)
    if options.json:
        print(json.dumps(table))
        return
    for lead, parts in table["leads"].items():
        for part, rows in parts.items():
            for name, row in rows.items():
                show(f"LUDB lead {lead}, {part} ({table['records'][part]} records), {name}", row)
    if said := absent():
        print(said)


if __name__ == "__main__":
    main()
