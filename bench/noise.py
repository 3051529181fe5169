"""Beat detection in noise: ``python -m bench.noise [--peers [NAME] [--keep]] [--plot F.svg] [--json]``.

MIT-BIH records 118 and 119 with calibrated noise: 5 min to learn from, then 2 min with noise and 2 min
without in turn. EC57 scores over all of the test time and over the noisy periods alone; Hearth streams, in
chunks of a second.

Other packages take a quarter of an hour of CPU time: ``--peers --keep`` writes what they reach to a file
here, with their versions, and later runs without ``--peers`` show that beside Hearth.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench import peers
from bench.beats import detected
from bench.ec57 import Score, score
from bench.nst import RECORDS, SNRS_DB, given_gain, stressed
from daemon.cli.output import progress

if TYPE_CHECKING:
    from bench.ec57 import Samples
    from bench.nst import Stressed

HEARTH: Final = "Hearth"
KEPT: Final = Path(__file__).with_name("noise_peers.json")
DISTRIBUTIONS: Final = ("neurokit2", "wfdb", "sleepecg", "biosppy", "py-ecg-detectors", "heartpy", "scipy")


def scores(record: Stressed, beats: Samples) -> dict[str, Score]:
    """Of the whole test time, and of its noisy periods."""
    return {
        "test": score(record.truth.beats, beats, record.fs_hz),
        "noisy": score(record.truth.beats, beats, record.fs_hz, excluded=record.calm),
    }


def measured(wanted: list[peers.Peer], noise: str, lead: int) -> dict[str, dict[str, Any]]:
    """By detector: pooled scores by SNR, CPU seconds per hour, and records given up on."""
    rows: dict[str, dict[str, Any]] = {}
    done = 0
    with progress("detecting beats", len(SNRS_DB) * len(RECORDS) * (len(wanted) + 1)) as tell:
        for snr_db in SNRS_DB:
            for name in RECORDS:
                record = stressed(name, snr_db, noise, lead)
                hours = len(record.uv) / record.fs_hz / 3600.0
                for peer in (None, *wanted):
                    row = rows.setdefault(
                        peer.name if peer else HEARTH, {"snr": {}, "cpu_s": 0.0, "hours": 0.0, "failed": 0}
                    )
                    if peer is None:
                        started = time.process_time()
                        beats = detected(record.uv, record.fs_hz)
                        taken, failed = time.process_time() - started, False
                    else:
                        beats, taken, failed = peer.beats(record.uv, record.fs_hz)
                    row["cpu_s"] += taken
                    row["hours"] += hours
                    row["failed"] += failed
                    pooled = row["snr"].setdefault(snr_db, dict.fromkeys(("test", "noisy"), Score()))
                    row["snr"][snr_db] = {
                        part: pooled[part] + one for part, one in scores(record, beats).items()
                    }
                    done += 1
                    tell(done)
    return rows


def keep(table: dict[str, Any]) -> None:
    """Writes what other packages reached, and their versions, to where :func:`kept` finds it."""
    rows = {name: row for name, row in table["detectors"].items() if name != HEARTH}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    versions = json.dumps({name: metadata.version(name) for name in DISTRIBUTIONS})
    KEPT.write_text(f'{{"versions": {versions},\n"detectors": {{\n{lines}\n}}}}\n', encoding="utf-8")


def kept() -> dict[str, Any]:
    """What :func:`keep` wrote: ``versions`` and ``detectors``."""
    found: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def figures(row: dict[str, Any]) -> dict[str, Any]:
    """What is printed of a detector."""
    return {
        "snr_db": {
            str(snr_db): {
                part: {
                    "f1": round(s.f1, 2),
                    "se": round(s.se, 2),
                    "ppv": round(s.ppv, 2),
                    "fn": s.fn,
                    "fp": s.fp,
                }
                for part, s in parts.items()
            }
            for snr_db, parts in row["snr"].items()
        },
        "cpu_s_per_h": round(row["cpu_s"] / row["hours"], 2),
        "failed": row["failed"],
    }


def show(table: dict[str, Any]) -> None:
    """Prints F1 by SNR, best first; with what is ahead of Hearth at each."""
    for part, title in (("test", "all of the test time"), ("noisy", "noisy periods alone")):
        print(f"\nF1, {title}{'':>12}{''.join(f'{snr:>5} dB' for snr in SNRS_DB)}   mean   CPU s/h")
        ordered = sorted(
            ((_mean(row, part), name, row) for name, row in table["detectors"].items()), reverse=True
        )
        for mean, name, row in ordered:
            line = "".join(f"{row['snr_db'][str(snr)][part]['f1']:8.2f}" for snr in SNRS_DB)
            note = f"   gave up on {row['failed']}" if row["failed"] else ""
            print(f"{name:32}{line}{mean:8.2f}{row['cpu_s_per_h']:9.2f}{note}")
        for snr in SNRS_DB:
            ahead = _ahead(table["detectors"], str(snr), part)
            if ahead:
                print(f"ahead of Hearth at {snr} dB: {', '.join(ahead)}")


def _mean(row: dict[str, Any], part: str) -> float:
    values = [row["snr_db"][str(snr)][part]["f1"] for snr in SNRS_DB]
    return float(sum(values) / len(values))


def _ahead(rows: dict[str, Any], snr: str, part: str) -> list[str]:
    ours = rows[HEARTH]["snr_db"][snr][part]["f1"]
    better = [(row["snr_db"][snr][part]["f1"], name) for name, row in rows.items()]
    return [f"{name} {f1:.2f}" for f1, name in sorted(better, reverse=True) if f1 > ours]


def main() -> None:
    """Prints the tables, or with ``--json`` one object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--peers", action="append", nargs="?", const="", metavar="NAME", help="others too, or those so named"
    )
    parser.add_argument("--keep", action="store_true", help="write down what others reach, for later runs")
    parser.add_argument("--noise", choices=("em", "ma", "bw"), default="em")
    parser.add_argument("--lead", type=int, choices=(0, 1), default=0)
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    wanted, absent = ([], []) if options.peers is None else peers.installed(options.peers)
    if absent:
        print(f"not installed, and so not measured: {', '.join(absent)}", file=sys.stderr)
    ours, given = stressed("118", 0.0, "em", options.lead).gain, given_gain(options.lead)
    table: dict[str, Any] = {
        "set": "nst",
        "noise": options.noise,
        "lead": options.lead,
        "records": RECORDS,
        "gain_118_0db": {"ours": round(ours, 4), "given": round(given, 4)},
        "absent": absent,
        "detectors": {
            name: figures(row) for name, row in measured(wanted, options.noise, options.lead).items()
        },
    }
    if options.keep and wanted:
        keep(table)
    if not wanted and (options.noise, options.lead) == ("em", 0):
        earlier = kept()
        table |= {"detectors": table["detectors"] | earlier["detectors"], "kept": earlier["versions"]}
    if options.plot:
        from bench.plots import noise_plot  # noqa: PLC0415 - matplotlib, for a picture only

        noise_plot(table, options.plot)
    if options.json:
        print(json.dumps(table))
        return
    print(f"gain of the noise in record 118 at 0 dB: {ours:.3f}, in the database's own {given:.3f}")
    if "kept" in table:
        versions = ", ".join(f"{name} {version}" for name, version in table["kept"].items())
        print(f"others as measured before: {versions}")
    show(table)


if __name__ == "__main__":
    main()
