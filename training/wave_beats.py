"""Beats that the waves' network is fitted on: LUDB's manual boundaries, and DS1 for beats with and without P.

LUDB is split by record number: odd ones are for fitting, even ones are never looked at while fitting. Of
MIT-BIH only DS1 is read; of its beats nothing is known but whether there is a P wave: none in AF, one
before normal beats of a normal rhythm. DS1 has two people with AF: some records of CinC 2017 show more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import wfdb

from dsp.chain import Chain, Found
from dsp.resample import FS_HZ, Resampler
from training.af_windows import DS1

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from dsp.types import FloatArray

LEADS: Final = ("i", "ii", "iii", "avr", "avl", "avf", "v1", "v2", "v3", "v4", "v5", "v6")
MARKS: Final = ("p_on", "p", "p_off", "qrs_on", "qrs_off", "t_on", "t", "t_off")
MATCH: Final = 38  # samples: a detected beat is the annotated one within 150 ms
BEFORE: Final = 160  # samples kept on either side of an R peak: what is looked at, and room to stretch and
AFTER: Final = 190  # shift it
CINC_ENDS: Final = "3"
NORMAL: Final = frozenset("NLR")
P_UNKNOWN: Final = float("nan")


class Strip(NamedTuple):
    """One lead of one record: samples at 250 Hz, R peaks found, and of each what is known.

    ``marks``: (n, 8) places from the R peak in samples, NaN where not known; ``p``: (n,) 1 with a P wave,
    0 without, NaN where not known.
    """

    record: int
    lead: str
    x: FloatArray
    peaks: list[int]
    marks: FloatArray
    p: FloatArray


class Beats(NamedTuple):
    """Beats by row: ``near`` (n, BEFORE + AFTER) uV; ``rr`` (n, 2) samples to the beats before and after."""

    near: FloatArray
    rr: FloatArray
    marks: FloatArray
    p: FloatArray
    record: FloatArray


def detected(uv: FloatArray, fs_hz: float) -> tuple[FloatArray, list[int]]:
    """A recording at the chain's rate, and its R peaks there, as the stream finds them."""
    resampler, chain = Resampler(fs_hz), Chain()
    parts = [resampler.push(uv, ~np.isfinite(uv)), resampler.finish()]
    x = np.concatenate([part[0] for part in parts])
    beats = []
    for start in range(0, len(x), FS_HZ):
        piece = x[start : start + FS_HZ]
        beats += chain.push(piece, np.zeros(len(piece), np.bool_))
    beats += chain.finish()[0]
    return x, [round(beat.at) for beat in beats if isinstance(beat, Found)]


def ludb_records(folder: Path, *, odd: bool) -> list[int]:
    """Numbers of the records for fitting (odd) or of those held back."""
    return sorted(n for n in (int(path.stem) for path in folder.glob("*.hea")) if n % 2 == int(odd))


def ludb(folder: Path, records: Sequence[int], leads: Sequence[str] = LEADS) -> Iterator[Strip]:
    """Strips of LUDB, beats as the detector finds them in each lead by itself."""
    for number in records:
        signal = wfdb.rdrecord(str(folder / str(number)))
        names = [name.lower() for name in signal.sig_name]
        for lead in leads:
            uv = signal.p_signal[:, names.index(lead)] * 1000.0
            wanted = annotated(folder / str(number), lead, FS_HZ / signal.fs)
            yield _strip(number, lead, uv, signal.fs, wanted)


def _strip(
    number: int, lead: str, uv: FloatArray, fs_hz: float, wanted: Sequence[Mapping[str, float]]
) -> Strip:
    x, peaks = detected(uv, fs_hz)
    marks, present = [], []
    for peak in peaks:
        beat = min(wanted, key=lambda one, peak=peak: abs(one["r"] - peak), default=None)  # type: ignore[misc]
        if beat is None or abs(beat["r"] - peak) > MATCH:
            beat = {}
        marks.append([beat.get(name, np.nan) - peak for name in MARKS])
        known = bool(beat) and ("p" in beat or beat is not wanted[0])  # the first may be cut off
        present.append(float("p" in beat) if known else P_UNKNOWN)
    return Strip(number, lead, x, peaks, np.array(marks).reshape(-1, len(MARKS)), np.array(present))


def annotated(record: Path, lead: str, scale: float) -> list[Mapping[str, float]]:
    """Annotated complexes with the waves that belong to them, samples at 250 Hz."""
    annotation = wfdb.rdann(str(record), lead)
    symbols, at = annotation.symbol, annotation.sample * scale
    beats: list[dict[str, float]] = []
    held: dict[str, float] = {}
    for k, symbol in enumerate(symbols):
        wave = {"p": "p", "N": "qrs", "t": "t"}.get(symbol)
        if wave is None:
            continue
        found = {"r" if wave == "qrs" else wave: float(at[k])}
        if k and symbols[k - 1] == "(":
            found[f"{wave}_on"] = float(at[k - 1])
        if k + 1 < len(symbols) and symbols[k + 1] == ")":
            found[f"{wave}_off"] = float(at[k + 1])
        if wave == "p":
            held = found
        elif wave == "qrs":
            beats.append(held | found)
            held = {}
        elif beats:
            beats[-1] |= found
    return list(beats)


def mitdb(folder: Path, records: Sequence[str] = DS1, channels: Sequence[int] = (0,)) -> Iterator[Strip]:
    """Strips of MIT-BIH, by default of DS1."""
    for number in records:
        path = str(folder / number)
        signal, annotation = wfdb.rdrecord(path), wfdb.rdann(path, "atr")
        changes = [
            (int(at), note.strip("\x00"))
            for at, note in zip(annotation.sample, annotation.aux_note, strict=True)
            if note.startswith("(")
        ]
        starts = np.array([at for at, _ in changes])
        beats = [(int(s), symbol) for s, symbol in zip(annotation.sample, annotation.symbol, strict=True)]
        places = np.array([at for at, _ in beats])
        for channel in channels:
            x, peaks = detected(signal.p_signal[:, channel] * 1000.0, signal.fs)
            present = np.full(len(peaks), P_UNKNOWN)
            for k, peak in enumerate(peaks):
                at = peak * signal.fs / FS_HZ
                rhythm = changes[max(0, int(np.searchsorted(starts, at, "right")) - 1)][1]
                symbol = beats[int(np.argmin(np.abs(places - at)))][1]
                if rhythm == "(AFIB":
                    present[k] = 0.0
                elif rhythm == "(N" and symbol in NORMAL:
                    present[k] = 1.0
            yield Strip(
                int(number), str(channel), x, peaks, np.full((len(peaks), len(MARKS)), np.nan), present
            )


def cinc(folder: Path) -> Iterator[Strip]:
    """Strips of CinC 2017: of the records with AF or a normal rhythm whose numbers end in ``CINC_ENDS``.

    As many normal ones as there are with AF. Nobody has marked their beats: all are taken to have P waves, or
    none. Whoever measures rhythms on this set leaves these records out.
    """
    lines = (folder / "REFERENCE.csv").read_text("ascii").split()
    labels = dict(line.split(",") for line in lines if line.split(",")[0].endswith(CINC_ENDS))
    af = [name for name, label in labels.items() if label == "A"]
    normal = [name for name, label in labels.items() if label == "N"][: len(af)]
    for name in af + normal:
        signal = wfdb.rdrecord(str(folder / name))
        x, peaks = detected(signal.p_signal[:, 0] * 1000.0, signal.fs)
        present = np.full(len(peaks), float(labels[name] == "N"))
        yield Strip(int(name[1:]), "cinc", x, peaks, np.full((len(peaks), len(MARKS)), np.nan), present)


def rows(strip: Strip, every: int = 1) -> Beats:
    """The beats of a strip of which something is known; ``every``: one of so many."""
    keep = np.flatnonzero(np.isfinite(strip.p) | np.isfinite(strip.marks).any(axis=1))[::every]
    peaks = np.array(strip.peaks, np.float64)
    rr = np.column_stack((np.diff(peaks, prepend=np.nan), np.diff(peaks, append=np.nan)))
    at = np.array(strip.peaks, np.int64)[keep, None] + np.arange(-BEFORE, AFTER)
    near = strip.x[np.clip(at, 0, len(strip.x) - 1)].reshape(-1, BEFORE + AFTER)
    return Beats(near, rr[keep], strip.marks[keep], strip.p[keep], np.full(len(keep), float(strip.record)))


def joined(parts: Sequence[Beats]) -> Beats:
    """All of them below each other."""
    return Beats(*(np.concatenate(column) for column in zip(*parts, strict=True)))
