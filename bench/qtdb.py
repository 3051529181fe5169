"""Delineation against QTDB's manual boundaries (q1c): ``python -m bench.qtdb [--lead 0|1|best] [--json]``.

Excerpts of MIT-BIH records are left out, and nothing was ever fitted on this set. R peaks come from the
streamed chain, from two minutes before the annotated beats on and in each lead by itself; all methods get the
same. Only annotated beats are scored. A boundary that the annotator left open on a wave that he marked is not
scored; a wave that he did not mark is a false one where found. ``best`` takes for each boundary the lead that
is nearer, as is usual for this set: no program knows it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import wfdb

from bench.delineation import LOOSE_S, MARKS, TIGHT_S, figures, show
from bench.delineators import absent, delineators
from dsp.delineation import NOTHING, PLACES, Marks
from dsp.resample import FS_HZ
from dsp.waves import delineate
from tests import recordings
from training.wave_beats import detected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.delineation import Delineate
    from dsp.types import FloatArray

    Beat = dict[str, int | None]
    Marked = tuple[int, Marks]

EXCERPT: Final = re.compile(r"sel[12]\d\d")  # of a MIT-BIH record, which the chain was made on
LEADS: Final = {"0": (0,), "1": (1,), "best": (0, 1)}
WINDOW: Final = 10 * FS_HZ  # the chain's own
MINUTE: Final = 60 * FS_HZ
LEAD_IN: Final = 2 * MINUTE  # the detector knows the heart by then
AROUND: Final = 3 * FS_HZ  # context on either side of it
WAVES: Final = {"p": "p", "N": "qrs", "t": "t"}


def reference(record: Path) -> list[Beat]:
    """One row a beat: its ``qrs`` and boundaries; None where the wave is marked and the boundary is not.

    Waves that are not marked have no keys. A P wave belongs to the complex after it, a T wave to that before.
    """
    annotation = wfdb.rdann(str(record), "q1c")
    symbols, samples = annotation.symbol, [int(s) for s in annotation.sample]
    beats: list[Beat] = []
    held: Beat = {}
    for k, symbol in enumerate(symbols):
        wave = WAVES.get(symbol)
        if wave is None:
            continue
        on = samples[k - 1] if k and symbols[k - 1] == "(" else None
        off = samples[k + 1] if k + 1 < len(symbols) and symbols[k + 1] == ")" else None
        found: Beat = {f"{wave}_on": on, f"{wave}_off": off}
        if wave == "p":
            held = found
        elif wave == "qrs":
            beats.append({"qrs": samples[k], **held, **found})
            held = {}
        elif beats:
            beats[-1] |= found
    return beats


def marked(x: FloatArray, peaks: Sequence[int], span: tuple[int, int], method: Delineate) -> list[Marked]:
    """R peaks with their marks around the annotated beats; window by window.

    Ours goes on from beat to beat as it does in the stream: it is given all of it, and the minute before.
    """
    if method is delineate:
        spans = [(span[0] - MINUTE, span[1] + WINDOW)]
    else:
        spans = [(at, at + WINDOW) for at in range(span[0] - WINDOW, span[1] + WINDOW, WINDOW)]
    found: list[Marked] = []
    for start, end in spans:
        first = max(0, start - AROUND)
        piece = x[first : max(0, end + AROUND)]
        near = [p - first for p in peaks if first <= p < first + len(piece)]
        inside = [k for k, p in enumerate(near) if start <= p + first < end]
        if not inside:
            continue
        for k, mark in zip(inside, method(piece, near, inside[0], inside[-1] + 1), strict=True):
            moved = Marks(*(None if at is None else at + first for at in mark[:PLACES]))
            found.append((near[k] + first, moved))
    return found


def beat_at(found: Sequence[Marked], qrs: int) -> Marks:
    """Marks of the beat whose R peak is nearest to an annotated one; none where that is over 150 ms away."""
    peak, marks = min(found, key=lambda one: abs(one[0] - qrs), default=(qrs, NOTHING))
    return marks if abs(peak - qrs) <= LOOSE_S * FS_HZ else NOTHING


def streamed(record: Path, lead: int, span: tuple[int, int]) -> tuple[FloatArray, list[int]]:
    """A lead from ``LEAD_IN`` before the annotated beats to 20 s behind them, and the R peaks found in it.

    What lies before is silent, so that places are those of the record.
    """
    first = max(0, span[0] - LEAD_IN)
    end = min(span[1] + 2 * WINDOW, wfdb.rdheader(str(record)).sig_len)
    signal = wfdb.rdrecord(str(record), channels=[lead], sampfrom=first, sampto=end)
    x, peaks = detected(signal.p_signal[:, 0] * 1000.0, signal.fs)
    return np.concatenate((np.full(first, x[0]), x)), [first + peak for peak in peaks]


def evaluate(leads: Sequence[int], names: Sequence[str], *, every: bool = False) -> dict[str, Any]:
    """Figures by method over records: see :func:`bench.delineation.figures`; and how many were scored."""
    methods = delineators(every=every)
    counts = {
        method: {mark: {LOOSE_S: np.zeros(3, int), TIGHT_S[mark]: np.zeros(3, int)} for mark in MARKS}
        for method in methods
    }
    errors: dict[str, dict[str, list[float]]] = {method: {m: [] for m in MARKS} for method in methods}
    cpu, beats, seconds = dict.fromkeys(methods, 0.0), 0, 0.0
    for k, name in enumerate(names, 1):
        print(f"{name}, {k} of {len(names)}", file=sys.stderr, flush=True)
        record = recordings.path("qtdb", name)
        wanted = reference(record)
        span = (qrs_of(wanted[0]), qrs_of(wanted[-1]))
        beats += len(wanted)
        seconds += len(leads) * (span[1] - span[0]) / FS_HZ
        streams = [streamed(record, lead, span) for lead in leads]
        for method, one in methods.items():
            started = time.process_time()
            found = [marked(x, peaks, span, one) for x, peaks in streams]
            cpu[method] += time.process_time() - started
            for beat in wanted:
                seen = [beat_at(of_lead, qrs_of(beat)) for of_lead in found]
                for mark in MARKS:
                    off_ms = score(
                        beat, mark, [getattr(of_lead, mark) for of_lead in seen], counts[method][mark]
                    )
                    errors[method][mark] += [] if off_ms is None else [off_ms]
    hour = 3600.0 / max(1.0, seconds)
    rows = {method: figures(counts[method], errors[method], cpu[method] * hour) for method in methods}
    return {"records": len(names), "beats": beats, "methods": rows}


def score(beat: Beat, mark: str, seen: Sequence[int | None], counts: dict[float, Any]) -> float | None:
    """Adds one boundary of a beat to (tp, fn, fp) by window; its error in ms where within 150 ms."""
    if mark in beat and beat[mark] is None:
        return None  # the wave is marked, this end of it is not
    wanted = beat.get(mark)
    there = [at for at in seen if at is not None]
    if wanted is None:  # every lead must show a wave that is not there
        wrong = len(there) == len(seen)
        for window in counts:
            counts[window] += (0, 0, int(wrong))
        return None
    gap = min((at - wanted for at in there), key=abs, default=None)
    for window in counts:
        right = gap is not None and abs(gap) <= window * FS_HZ
        counts[window] += (int(right), int(not right), int(not right and gap is not None))
    return gap * 1000.0 / FS_HZ if gap is not None and abs(gap) <= LOOSE_S * FS_HZ else None


def qrs_of(beat: Beat) -> int:
    """Sample of an annotated complex."""
    at = beat["qrs"]
    if at is None:
        raise ValueError("an annotated beat without its complex")
    return at


def main() -> None:
    """Prints a table, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lead", choices=sorted(LEADS), default="0")
    parser.add_argument("--every", action="store_true", help="the slow peers too")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = [name for name in recordings.names("qtdb") if not EXCERPT.fullmatch(name)]
    table = {"lead": options.lead} | evaluate(LEADS[options.lead], names, every=options.every)
    if options.json:
        print(json.dumps(table))
        return
    print(f"QTDB q1c, lead {options.lead}: {table['beats']} beats of {table['records']} records")
    for method, row in table["methods"].items():
        show(method, row)
    if said := absent():
        print(said)


if __name__ == "__main__":
    main()
