"""PR, QRS, QT and P duration against manual ones: ``python -m bench.intervals [--json] [--plot FILE]``.

LUDB leads II and I (all records, and the even ones that nothing was fitted on), and QTDB (q1c, first lead,
nothing was fitted on it): mean +- SD of the difference to the manual interval, beat by beat where both have
it, and of the records' medians. Differences beyond 150 ms are counted apart. Every method gets the same R
peaks.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING, Any, Final

import wfdb

from bench import qtdb
from bench.delineators import OURS, absent, delineators
from bench.machine import machine
from bench.wave_plots import PART, interval_plot
from dsp.resample import FS_HZ
from tests import recordings
from training.wave_beats import MATCH, annotated, detected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dsp.delineation import Delineate, Marks

    Places = Mapping[str, float | None]
    Pair = tuple[float, float]

ENDS: Final = {
    "pr_ms": ("p_on", "qrs_on"),
    "qrs_ms": ("qrs_on", "qrs_off"),
    "qt_ms": ("qrs_on", "t_off"),
    "p_ms": ("p_on", "p_off"),
}
LEADS: Final = ("ii", "i")
GROSS_MS: Final = 150.0  # as wide as the window in which a boundary counts as found
FEWEST: Final = 2  # beats that the median of a record is taken from


def spans(places: Places) -> dict[str, float]:
    """Intervals in ms of one beat, of those that have both ends; places at 250 Hz."""
    found = {}
    for name, (begin, end) in ENDS.items():
        on, off = places.get(begin), places.get(end)
        if on is not None and off is not None:
            found[name] = (off - on) * 1000.0 / FS_HZ
    return found


def paired(wanted: Sequence[Places], at: str, found: Sequence[tuple[int, Marks]]) -> dict[str, list[Pair]]:
    """(manual, ours) of each interval, beat by beat; ``at``: the key of the annotated complex."""
    pairs: dict[str, list[Pair]] = {name: [] for name in ENDS}
    for beat in wanted:
        r = beat[at]
        if r is None:
            continue
        peak, marks = min(found, key=lambda one, r=r: abs(one[0] - r), default=(None, None))  # type: ignore[misc]
        if peak is None or marks is None or abs(peak - r) > MATCH:
            continue
        manual, ours = spans(beat), spans(marks._asdict())
        for name in manual.keys() & ours.keys():
            pairs[name].append((manual[name], ours[name]))
    return pairs


def ludb(lead: str, names: Sequence[str], method: Delineate) -> Iterator[dict[str, list[Pair]]]:
    """Pairs of each record of LUDB in one lead."""
    for name in names:
        record = recordings.path("ludb", name)
        signal = wfdb.rdrecord(str(record), channel_names=[lead])
        x, peaks = detected(signal.p_signal[:, 0] * 1000.0, signal.fs)
        wanted = annotated(record, lead, FS_HZ / signal.fs)
        yield paired(wanted, "r", list(zip(peaks, method(x, peaks), strict=True)))


def qtdb_pairs(names: Sequence[str], method: Delineate) -> Iterator[dict[str, list[Pair]]]:
    """Pairs of each record of QTDB in its first lead."""
    for name in names:
        record = recordings.path("qtdb", name)
        wanted = qtdb.reference(record)
        span = (qtdb.qrs_of(wanted[0]), qtdb.qrs_of(wanted[-1]))
        x, peaks = qtdb.streamed(record, 0, span)
        yield paired(wanted, "qrs", qtdb.marked(x, peaks, span, method))


def summary(records: Sequence[Mapping[str, list[Pair]]]) -> dict[str, Any]:
    """By interval, [mean, SD, n] of the differences of beats and of records' medians, ms.

    Differences beyond ``GROSS_MS`` are of waves of other beats: they are counted (``gross``), and left out.
    """
    said: dict[str, Any] = {}
    for name in ENDS:
        beats = [ours - manual for pairs in records for manual, ours in pairs[name]]
        medians = [ours - manual for manual, ours in record_medians(records, name)]
        near, fair = ([off for off in offs if abs(off) <= GROSS_MS] for offs in (beats, medians))
        gross = len(beats) - len(near)
        said[name] = {"beats": _figures(near), "records": _figures(fair), "gross": gross}
    return said


def record_medians(records: Sequence[Mapping[str, list[Pair]]], name: str) -> list[Pair]:
    """(manual, ours) medians of the records that have enough beats."""
    enough = [pairs[name] for pairs in records if len(pairs[name]) >= FEWEST]
    return [(median(a for a, _ in pairs), median(b for _, b in pairs)) for pairs in enough]


def _figures(off: Sequence[float]) -> list[float | int] | None:
    return [round(fmean(off), 1), round(pstdev(off), 1), len(off)] if off else None


def main() -> None:
    """Prints a table, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--every", action="store_true", help="the slow peers too")
    parser.add_argument("--plot", type=Path, help="differences of the records' medians, LUDB II held back")
    options = parser.parse_args()
    table: dict[str, dict[str, Any]] = {}
    names = recordings.names("ludb")
    even = [name for name in names if int(name) % 2 == 0]
    rest = [name for name in recordings.names("qtdb") if not qtdb.EXCERPT.fullmatch(name)]
    for method, one in delineators(every=options.every).items():
        for lead in LEADS:
            for part, some in (("all", names), (PART, even)):
                print(f"{method}, LUDB {lead}, {part}", file=sys.stderr, flush=True)
                records = list(ludb(lead, some, one))
                table.setdefault(f"LUDB {lead}, {part}", {})[method] = summary(records)
                if options.plot and (method, lead, part) == (OURS, LEADS[0], PART):
                    interval_plot({name: record_medians(records, name) for name in ENDS}, options.plot)
        print(f"{method}, QTDB", file=sys.stderr, flush=True)
        table.setdefault("QTDB 0", {})[method] = summary(list(qtdb_pairs(rest, one)))
    if options.json:
        print(json.dumps(machine() | {"sets": table}))
        return
    for title, methods in table.items():
        print(f"{title}: difference to the manual interval in ms, beats / medians of records")
        for method, row in methods.items():
            said = "  ".join(f"{name[:-3]} {_line(row[name])}" for name in ENDS)
            print(f"  {method:22s} {said}")
    if words := absent():
        print(words)


def _line(row: Mapping[str, Any]) -> str:
    return f"{_text(row['beats'])} / {_text(row['records'])}, {row['gross']} gross"


def _text(figures: Sequence[float] | None) -> str:
    return "-" if figures is None else f"{figures[0]:+.1f} +- {figures[1]:.1f} (n {figures[2]:g})"


if __name__ == "__main__":
    main()
